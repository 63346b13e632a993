//! The bytes of a page → text → article: nothing panics, every block is a span of the text, blocks stand in order.
//! The first byte chooses what the header says of the character set.

#![no_main]

use attache::article::{Given, from_html};
use attache::text::decode;
use libfuzzer_sys::fuzz_target;

const HEADERS: [Option<&str>; 8] = [
    None,
    Some("text/html"),
    Some("text/html; charset=utf-8"),
    Some("text/html; charset=windows-1251"),
    Some("text/html; charset=koi8-r"),
    Some("text/html; charset=gb18030"),
    Some("text/html; charset=shift_jis"),
    Some("text/html; charset=utf-16"),
];

fuzz_target!(|data: &[u8]| {
    let (header, page) = match data.split_first() {
        // a seed that is a page as it stands
        Some((b'<', _)) | None => (None, data),
        Some((first, rest)) => (HEADERS[usize::from(*first) % HEADERS.len()], rest),
    };
    let html = decode(page, header);
    let given = Given { url: Some("https://desk.example/2026/02/14/talks".to_owned()), ..Given::default() };
    let article = from_html(&html, &given);
    let mut end = 0;
    for block in &article.blocks {
        assert!(block.span.start >= end && block.span.start < block.span.end);
        assert!(article.text.get(block.span.start..block.span.end).is_some());
        end = block.span.end;
    }
});
