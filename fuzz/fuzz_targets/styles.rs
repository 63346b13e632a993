//! A style sheet and a body → article: nothing panics, whatever the sheet says; and a paragraph that the page hides by its
//! own attribute is never in the text.

#![no_main]

use attache::article::{Given, from_html};
use libfuzzer_sys::fuzz_target;

const SEEN: &str = "The council of the harbour voted on Tuesday to keep the old lock open for another year, its chair said.";

fuzz_target!(|data: (&str, &str)| {
    let (sheet, body) = data;
    let sheet = sheet.replace("</", "< /");
    let page = format!(
        "<html><head><style>{sheet}</style></head><body><main><p>{SEEN}</p><p style=\"{}\">{SEEN}</p>{body}</main></body></html>",
        sheet.replace('"', "'")
    );
    let article = from_html(&page, &Given::default());
    for block in &article.blocks {
        assert!(article.text.get(block.span.start..block.span.end).is_some());
    }
    let hidden = format!("<p>{SEEN}</p><p style=\"display:none\">A word that nobody sees: zyxgate.</p>");
    assert!(!from_html(&hidden, &Given::default()).text.contains("zyxgate"));
});
