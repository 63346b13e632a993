//! Pages made to hang or break the parser. The sizes are such that a missing guard overflows the stack or runs for
//! minutes; nothing is timed.

use super::super::guard::guarded;
use super::super::{Given, from_html};

#[test]
fn deep_and_odd_nests_are_flattened() {
    let nests = [
        "<div>",
        "<b>",
        "<i><u>",
        "<a href=x>",
        "<a><div>",
        "<span>",
        "<font color=red>",
        "<table>",
        "<table><tr><td>",
        "<div><table><tr><td></div>",
        "<svg>",
        "<svg><g><foreignObject><div>",
        "<math><mi>",
        "<select><option>",
        "<button>",
        "<form><div>",
        "<ul><li>",
        "<dl><dd>",
        "<object>",
        "<template>",
        "<marquee><b>",
        "<nobr>",
        "<ruby><rb><rt>",
        "<blockquote><p>",
        "<h1>",
        "<section><article>",
        "<b><p></b>",
    ];
    for nest in nests {
        let html = nest.repeat(45_000 / nest.len()) + "x";
        let safe = guarded(&html);
        assert!(safe.depth <= 512, "{nest}: {}", safe.depth);
        assert!(safe.html.len() < html.len() || safe.depth < 512, "{nest} is left as it was");
        let article = from_html(&html, &Given::default());
        assert!(article.text.len() <= html.len(), "{nest}");
    }
}

#[test]
fn two_hundred_thousand_nested_divs_end() {
    let html = "<div>".repeat(200_000) + "Some words." + &"</div>".repeat(200_000);
    assert!(guarded(&html).html.len() < html.len() / 2);
    assert_eq!(from_html(&html, &Given::default()).title, None);
}

#[test]
fn unclosed_formatting_does_not_multiply() {
    use std::fmt::Write;
    let mut html = String::new();
    for index in 0..6_000 {
        write!(html, "<p><b a={index}>x").unwrap();
    }
    let safe = guarded(&html).html.into_owned();
    assert!(safe.matches("<b").count() <= 8);
    assert_eq!(dom_query::Document::from(safe.as_str()).select("p").length(), 6_000);
}

#[test]
fn surplus_attributes_and_tags_are_left_out() {
    let many: String =
        (0..100_000).flat_map(|index| [" a".to_owned(), index.to_string(), "='>'".to_owned()]).collect();
    let html = format!("<p{many}>kept</p>");
    let safe = guarded(&html).html.into_owned();
    assert!(safe.len() < 3_000 && safe.ends_with(">kept</p>"), "{} bytes", safe.len());
    assert!(guarded(&"<br>".repeat(200_000)).html.len() < 300_000);
    assert_eq!(guarded(&"ж".repeat(20 << 20)).html.len(), 4 << 20);
}

#[test]
fn an_ordinary_page_is_not_copied() {
    let items = "<li>item <b>bold</b> <a href='x'>link</a>".repeat(2_000);
    let html = format!(
        "<!-- <div> --><script>'<div>'</script><ul>{items}</ul><p>one<p>two<table><tr><td>cell</table>"
    );
    let safe = guarded(&html);
    assert!(matches!(safe.html, std::borrow::Cow::Borrowed(_)));
    assert!(safe.depth < 10, "{}", safe.depth);
}
