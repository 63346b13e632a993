//! Plain text → article → brief: nothing panics, the text stays byte for byte, every quote is the text at its offsets.

#![no_main]

use attache::article::{Given, from_text};
use attache::brief;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let article = from_text(text, &Given::default());
    assert_eq!(article.text, text);
    let brief = brief::write(&article);
    for quote in &brief.quotes {
        assert_eq!(article.text.get(quote.span.start..quote.span.end), Some(quote.text.as_str()));
    }
});
