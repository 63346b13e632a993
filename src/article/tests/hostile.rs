//! Pages made to hang or break the parser. The sizes are such that a missing guard overflows the stack or runs for
//! minutes; nothing is timed.

use super::super::html::lines::lines;
use super::super::html::sanitizer::sanitized;
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
        let safe = sanitized(&html);
        assert!(safe.depth <= 160, "{nest}: {}", safe.depth);
        assert!(safe.html.len() < html.len() || safe.depth < 160, "{nest} is left as it was");
        let article = from_html(&html, &Given::default());
        assert!(article.text.len() <= html.len(), "{nest}");
    }
}

#[test]
fn two_hundred_thousand_nested_divs_end() {
    let html = "<div>".repeat(200_000) + "Some words." + &"</div>".repeat(200_000);
    assert!(sanitized(&html).html.len() < html.len() / 2);
    assert_eq!(from_html(&html, &Given::default()).title, None);
}

#[test]
fn unclosed_formatting_does_not_multiply() {
    use std::fmt::Write;
    let mut html = String::new();
    for index in 0..6_000 {
        write!(html, "<p><b a={index}>x").unwrap();
    }
    let safe = sanitized(&html).html;
    assert!(safe.matches("<b").count() <= 8);
    assert_eq!(dom_query::Document::from(safe.as_str()).select("p").length(), 6_000);
}

#[test]
fn surplus_attributes_and_tags_are_left_out() {
    let many: String =
        (0..100_000).flat_map(|index| [" a".to_owned(), index.to_string(), "='>'".to_owned()]).collect();
    let html = format!("<p{many}>kept</p>");
    let safe = sanitized(&html).html;
    assert!(safe.len() < 3_000 && safe.ends_with(">kept</p>"), "{} bytes", safe.len());
    let never_ended = html.strip_suffix(">kept</p>").unwrap();
    assert!(sanitized(never_ended).html.len() < 3_000);
    assert!(sanitized(&format!("<p a=\"{}", "&amp;".repeat(100_000))).html.len() < 20_000);
    assert!(sanitized(&"<br>".repeat(200_000)).html.len() < 300_000);
    assert_eq!(sanitized(&"ж".repeat(20 << 20)).html.len(), 4 << 20);
}

#[test]
fn an_ordinary_page_says_what_it_said() {
    let items = "<li>item <b>bold</b> <a href='x' title=\"a > b\">link</a>".repeat(2_000);
    let made = format!(
        "<!-- <div> --><title>1 < 2</title><script>'<div>'</script><style>p > b {{}}</style><ul>{items}</ul><p>1 <!-- x -->2 < 3 &lt; 4<p>two\
         <table><tr><td>cell</table><script><!-- document.write('<script src=x></script>') --></script><p>three<svg><title>no</title></svg><svg><title/><style/><path/></svg><p>four"
    );
    let pages = [
        made.as_str(),
        include_str!("pages/wire-en.html"),
        include_str!("pages/agency-ru.html"),
        include_str!("pages/ministry-old.html"),
        include_str!("pages/transcript.html"),
    ];
    for html in pages {
        let safe = sanitized(html);
        assert!(safe.depth < 20, "{}", safe.depth);
        let said = |html: &str| {
            let page = dom_query::Document::from(html);
            (
                lines(&page.body().unwrap()).collect::<Vec<_>>(),
                page.select("title").first().text().to_string(),
            )
        };
        assert_eq!(said(&safe.html), said(html));
    }
}

/// The real depth of a page's tree.
fn depth(html: &str) -> usize {
    let page = dom_query::Document::from(html);
    let mut deepest = 0;
    let mut next = page.root().first_child().map(|node| (node, 1));
    while let Some((node, depth)) = next {
        deepest = deepest.max(depth);
        next = node.first_child().map(|child| (child, depth + 1)).or_else(|| {
            let (mut node, mut depth) = (node, depth);
            loop {
                if let Some(sibling) = node.next_sibling() {
                    break Some((sibling, depth));
                }
                (node, depth) = (node.parent()?, depth - 1);
            }
        });
    }
    deepest
}

#[test]
fn nothing_hides_a_nest_from_the_guard() {
    for head in [
        "<!-- --!>",
        "<!-->",
        "<!--->",
        "<a href=x=\">",
        "<a =\">",
        "<a b=c\"d>",
        "<a b='\"'c=\"'\">",
        "<a b/=\">",
        "</a b=c\">",
        "<svg><title>",
        "<svg><title/>",
        "<svg><p><title/><a b=\"</title>",
        "<!-- --!><!-- -- >",
        "<svg><style>",
        "<svg><script>",
        "<svg><textarea>",
        "<math><title>",
        "<svg><desc><title></desc>",
        "<select><title>",
        "<select><textarea>",
        "<frameset><title>",
        "<table><title></title>",
        "<noscript><style></noscript>",
        "<plaintext>",
        "<title></titlex <a b=\"</title>",
        "<script></scriptx <a b=\"</script>",
        "<script><!--<script></script><a b=\"--></script>",
        "<script><!--></script><a b=\"c\">",
        "<script>--><!-- </script>",
        "<style><!-- </style><a b=\"--></style>\">",
        "</ <a b=\"><a c=\">",
        "</><",
        "<<!-- -->div><",
        "<?x \"><a>",
        "<!doctype x \"><",
        "<!doctype x <a b=\">",
        "<svg><![CDATA[ <a b=\">]]>",
        "<![CDATA[ > ]]>",
        "<a\0b=\"c\">",
        "<iframe></iframe x=\"><a>",
        "<xmp><a b=\"</xmp>",
        "<template><title></template>",
    ] {
        for open in ["<div>", "<b><p>", "<span>"] {
            let html = format!("{head}{}", open.repeat(4_000));
            let found = depth(&sanitized(&html).html);
            assert!(found < 1_100, "{head}{open}: {found}");
        }
    }
}

#[test]
fn a_cut_value_ends_where_it_did() {
    let long = "&amp;x ".repeat(10_000);
    let html =
        format!("<p a=\"{long}\" b=c>one<p a={} d>two</p a={}>", "&amp;".repeat(10_000), "y".repeat(40_000));
    let safe = sanitized(&html).html;
    assert!(safe.len() < 70_000, "{}", safe.len());
    let page = dom_query::Document::from(safe.as_str());
    assert_eq!(page.select("p[b=c]").text().to_string(), "one");
    assert_eq!(page.select("p[d]").text().to_string(), "two");
}

#[test]
fn many_marks_part_a_text_and_its_words_stay() {
    let html = format!("<p>{}</p>", "a&amp;b «c» ".repeat(5_000));
    let safe = sanitized(&html).html;
    assert!(safe.matches("<!---->").count() > 5);
    let read = |html: &str| dom_query::Document::from(html).select("p").text().to_string();
    assert_eq!(read(&safe), read(&html));
}

#[test]
fn a_page_that_declares_itself_a_thousand_times_does_so_eight_times() {
    let tags: String =
        (0..1_000).flat_map(|n| ["<html a".to_owned(), n.to_string(), "=b><body c>".to_owned()]).collect();
    assert!(sanitized(&tags).html.matches("=b>").count() <= 8);
}

#[test]
fn of_very_many_marks_that_open_no_tag_few_reach_the_parser() {
    let html = format!("<p>one{} two 1<2 <b>three</b></p>", "<".repeat(100_000));
    let safe = sanitized(&html).html;
    assert!(safe.matches('<').count() < 5_000);
    let read = dom_query::Document::from(safe.as_str()).select("p").text().to_string();
    let words: Vec<_> =
        read.split(|c: char| c == '<' || c.is_whitespace()).filter(|word| !word.is_empty()).collect();
    assert_eq!(words, ["one", "two", "1", "2", "three"]);
}
