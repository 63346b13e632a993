//! The bytes of a feed → entries; the same bytes as a page that has feeds, and as a subscription list: nothing panics,
//! every entry has an id, links are absolute, lists read back what they write.

#![no_main]

use attache::feed::{discover, opml, parse, parse_date};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(feed) = parse(data, Some("https://desk.example/news/feed.xml"), None) {
        for entry in &feed.entries {
            assert!(!entry.id.is_empty());
            let _hash = entry.told_hash();
        }
        assert!(feed.items().count() <= feed.entries.len());
    }
    let text = String::from_utf8_lossy(data);
    let _day = parse_date(&text);
    let page = "https://desk.example/".parse().expect("an address");
    for candidate in discover(&text, &page) {
        assert!(candidate.url.starts_with("http"));
    }
    if let Some(outlines) = opml::read(&text) {
        let again = opml::read(&opml::write("Mine", &outlines)).expect("an OPML document");
        assert_eq!(again.len(), outlines.len());
    }
});
