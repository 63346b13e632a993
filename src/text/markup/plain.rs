//! Plain words from markup.
//!
//! In: text with tags and references. Out: the text without them. Total and linear.

use std::borrow::Cow;

use super::references::{legal, unescape};
use super::tokens::{Token, tokens};
use super::verdict_signs::without_verdict_signs;
use crate::text::without_invisible;

/// Tags that may stand in a headline; others there are words (“the <canvas> element”).
#[rustfmt::skip]
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdo", "big", "br", "cite", "code", "dd", "del", "dfn", "div", "dl", "dt",
    "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "nobr",
    "ol", "p", "pre", "q", "s", "samp", "script", "small", "span", "strike", "strong", "style", "sub",
    "sup", "table", "tbody", "td", "th", "tr", "tt", "u", "ul", "var", "wbr", "blockquote", "iframe",
    "object", "embed", "figure", "figcaption", "section", "article",
];

/// Tags whose words are not read: code, and what has been struck out.
const SILENT: [&str; 5] = ["script", "style", "del", "s", "strike"];

/// Tags that end a paragraph.
#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "table",
    "pre", "figure", "figcaption", "section", "article", "hr", "dd", "dt",
];

/// The words of a headline: inline tags out, references resolved, white space single, nothing that nobody sees, no signs of
/// a verdict.
#[must_use]
pub fn plain_line(text: &str) -> String {
    let text = if text.contains('<') { Cow::Owned(without_tags(text, false)) } else { Cow::Borrowed(text) };
    plain_words(&without_verdict_signs(&unescape(&text)))
}

/// The words of a description: tags out, references resolved, one line a paragraph.
#[must_use]
pub fn plain_text(html: &str) -> String {
    let text = without_tags(html, true);
    let text = unescape(&text);
    let lines = text.split(['\n', '\u{2028}', '\u{2029}']).map(plain_words).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

fn plain_words(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for word in without_invisible(line).split_whitespace() {
        let before = out.len();
        if !out.is_empty() {
            out.push(' ');
        }
        let start = out.len();
        out.extend(word.chars().filter(|c| legal(*c) && !matches!(c, '\u{7f}'..='\u{9f}')));
        if out.len() == start {
            out.truncate(before);
        }
    }
    out
}

fn without_tags(html: &str, paragraphs: bool) -> String {
    let mut out = String::with_capacity(html.len());
    let mut silent: Option<&str> = None;
    let at_line_end = |out: &mut String, name: &str, quote: char| {
        if name.eq_ignore_ascii_case("q") {
            out.push(quote);
        } else if is_one_of(BLOCKS, name) {
            out.push(if paragraphs { '\n' } else { ' ' });
        }
    };
    for token in tokens(html) {
        match token {
            Token::Close(name) if silent.is_some_and(|open| open.eq_ignore_ascii_case(name)) => silent = None,
            _ if silent.is_some() => {}
            Token::Text(text) if paragraphs => out.push_str(&text.replace(['\n', '\r'], " ")),
            Token::Text(text) | Token::Cdata(text) => out.push_str(text),
            Token::Open { name, empty, .. } if SILENT.iter().any(|s| s.eq_ignore_ascii_case(name)) => {
                silent = (!empty).then_some(name);
            }
            Token::Open { name, .. } if paragraphs || inline(name) => at_line_end(&mut out, name, '“'),
            Token::Close(name) if paragraphs || inline(name) => at_line_end(&mut out, name, '”'),
            Token::Open { name, attributes, empty } => {
                out.extend(["<", name, attributes, if empty { "/>" } else { ">" }]);
            }
            Token::Close(name) => out.extend(["</", name, ">"]),
        }
    }
    out
}

fn inline(name: &str) -> bool {
    is_one_of(INLINE, name)
}

fn is_one_of(list: &[&str], name: &str) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines_are_plain() {
        let table = [
            ("  Minister <b>says</b>\n no ", "Minister says no"),
            ("1 < 2 &lt; 3", "1 < 2 < 3"),
            ("the <canvas> element", "the <canvas> element"),
            ("x<script>y</script>z", "xz"),
            ("Ferry<br>sails<br/>late", "Ferry sails late"),
            ("Fe\u{8}rry\u{b}sails \u{1}", "Ferry sails"),
            ("Fähr\u{ad}hafen &#8203;zu", "Fährhafen zu"),
            ("<q>No</q>, says envoy", "“No”, says envoy"),
        ];
        for (text, due) in table {
            assert_eq!(plain_line(text), due, "{text}");
        }
    }

    #[test]
    fn descriptions_keep_paragraphs() {
        assert_eq!(
            plain_text("<p>One\n two.</p><p>Three<br/>four &amp; five</p>"),
            "One two.\nThree\nfour & five"
        );
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "[<>&;#xa-d0-9/ é]{0,60}") {
            let _ = (plain_line(&text), plain_text(&text));
        }
    }
}
