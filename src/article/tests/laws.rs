//! Laws that hold for any input.

use proptest::prelude::*;

use super::super::{Article, Given, from_html, from_text};
use super::REPORT;
use crate::text::decode;

fn check_blocks(article: &Article) {
    let mut end = 0;
    for block in &article.blocks {
        assert!(block.span.start >= end && !block.span.is_empty(), "{:?} after {end}", block.span);
        assert!(
            article.text.get(block.span.start..block.span.end).is_some(),
            "{:?} splits a character",
            block.span
        );
        end = block.span.end;
    }
    assert!(end <= article.text.len());
}

/// Pieces of pages, thrown together.
fn soup() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<div class='share'>",
        "</div>",
        "<b>",
        "</b>",
        "<a href='#'>",
        "</a>",
        "<table><tr><td>",
        "</table>",
        "<svg>",
        "</svg>",
        "<h1>Talks</h1>",
        "<ul><li>",
        "</ul>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":",
        "\"x\"}",
        "<select><option>",
        "<template>",
        "<noscript>",
        "&amp",
        "&#xd800;",
        "<meta charset=x content='",
        "\u{feff}",
        "MOSCOW, May 1. /TASS/. ",
        "Photo: ",
        "“We will,” he said.",
        "<time datetime='2026-02-14'>",
        "<br><br>",
        "</",
        "<",
        "\"",
        "<font>",
        REPORT,
        "<figure><figcaption>",
        "<form>",
        "<title>",
        "<h2>",
        "<pre>\n",
        "<math>",
        "Ж",
        "中文。",
        "\0",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn text_stays_byte_for_byte(text in "(?s).{0,400}") {
        let article = from_text(&text, &Given::default());
        prop_assert_eq!(&article.text, &text);
        check_blocks(&article);
    }

    #[test]
    fn lines_of_words_become_blocks(lines in prop::collection::vec("[ A-Za-zЖж.:“”\"/()©-]{0,60}", 0..20)) {
        let text = lines.join("\n");
        let article = from_text(&text, &Given::default());
        check_blocks(&article);
        let covered: usize = article.blocks.iter().map(|block| block.span.len()).sum();
        let visible = text.chars().filter(|c| !c.is_whitespace()).map(char::len_utf8).sum::<usize>();
        prop_assert!(covered >= visible, "{covered} of {visible} bytes");
    }

    #[test]
    fn any_soup_of_tags_is_read(html in soup()) {
        let article = from_html(&html, &Given::default());
        check_blocks(&article);
    }

    #[test]
    fn any_bytes_are_decoded_and_read(bytes in prop::collection::vec(any::<u8>(), 0..600), label in "[a-z0-9/=; -]{0,30}") {
        let html = decode(&bytes, Some(&label));
        check_blocks(&from_html(&html, &Given::default()));
    }

    #[test]
    fn a_page_cut_anywhere_is_read(cut in 0..6000_usize) {
        let html = include_str!("pages/wire-en.html");
        let cut = (0..=cut.min(html.len())).rev().find(|at| html.is_char_boundary(*at)).unwrap_or(0);
        check_blocks(&from_html(html.get(..cut).unwrap_or_default(), &Given::default()));
    }
}
