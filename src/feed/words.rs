//! Character references and plain words.
//!
//! In: text with references and tags. Out: the characters they stand for; the text without its tags. Total and linear.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::markup::{Token, tokens};
use crate::text::without_invisible;

static ENTITIES: LazyLock<HashMap<&'static str, char>> = LazyLock::new(|| {
    include_str!("entities.txt")
        .lines()
        .filter_map(|line| {
            let (name, code) = line.split_once(' ')?;
            Some((name, char::from_u32(code.parse().ok()?)?))
        })
        .collect()
});

/// What bytes 128–159 mean in windows-1252; numeric references to them mean the same (HTML standard).
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// Tags that may stand in a headline; others there are words (“the <canvas> element”).
const INLINE: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "b",
    "bdo",
    "big",
    "br",
    "cite",
    "code",
    "dd",
    "del",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "nobr",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "script",
    "small",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
    "blockquote",
    "iframe",
    "object",
    "embed",
    "figure",
    "figcaption",
    "section",
    "article",
];

/// Tags that end a paragraph.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "br",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "tr",
    "table",
    "pre",
    "figure",
    "figcaption",
    "section",
    "article",
    "hr",
    "dd",
    "dt",
];

/// Puts the characters for all references in `text`, once.
pub(super) fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        if let Some((c, after)) = reference(from) {
            out.extend(c);
            rest = after;
        } else {
            out.push('&');
            rest = from.strip_prefix('&').unwrap_or_default();
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The character of the reference at the start of `from`, and what follows it; no character for one XML forbids.
fn reference(from: &str) -> Option<(Option<char>, &str)> {
    let body = from.strip_prefix('&')?;
    let end = body
        .bytes()
        .take(12)
        .position(|byte| !byte.is_ascii_alphanumeric() && byte != b'#')
        .unwrap_or(body.len().min(12));
    let (name, after) = body.split_at_checked(end)?;
    let closed = after.strip_prefix(';');
    if let Some(number) = name.strip_prefix('#') {
        let (code, after) = (code_of(number)?, closed.unwrap_or(after));
        // half a character of UTF-16 goes with the other half, or is none
        if (0xD800..0xDC00).contains(&code)
            && let Some((low, behind)) = low_half(after)
        {
            return Some((numbered(0x1_0000 + ((code - 0xD800) << 10) + (low - 0xDC00)), behind));
        }
        return Some((numbered(code), after));
    }
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        name => *ENTITIES.get(name)?,
    };
    Some((Some(c), closed?))
}

/// The number of a numeric reference, decimal or hexadecimal.
fn code_of(number: &str) -> Option<u32> {
    match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok(),
        None => number.parse().ok(),
    }
}

/// The second half of a character of UTF-16 in the reference at the head of `text`, and what follows that.
fn low_half(text: &str) -> Option<(u32, &str)> {
    let (number, behind) = text.get(..12).unwrap_or(text).strip_prefix("&#")?.split_once(';')?;
    let end = text.len().min("&#;".len() + number.len());
    let low = code_of(number).filter(|low| (0xDC00..0xE000).contains(low))?;
    Some((low, text.get(end..).unwrap_or(behind)))
}

fn numbered(code: u32) -> Option<char> {
    let c = match code {
        128..=159 => WINDOWS_1252.get(code as usize - 128).copied(),
        code => char::from_u32(code),
    };
    c.filter(|&c| legal(c))
}

/// True for characters XML 1.0 allows.
pub(super) fn legal(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// The words of a headline: inline tags out, references resolved, white space single, nothing that nobody sees.
pub(super) fn plain_line(text: &str) -> String {
    let text = if text.contains('<') { Cow::Owned(without_tags(text, false)) } else { Cow::Borrowed(text) };
    plain_words(&unescape(&text))
}

/// The words of a description: tags out, references resolved, one line a paragraph.
pub(super) fn plain_text(html: &str) -> String {
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
        } else if BLOCKS.iter().any(|block| block.eq_ignore_ascii_case(name)) {
            out.push(if paragraphs { '\n' } else { ' ' });
        }
    };
    for token in tokens(html) {
        match token {
            Token::Close(name) if silent.is_some_and(|open| open.eq_ignore_ascii_case(name)) => silent = None,
            _ if silent.is_some() => {}
            Token::Text(text) if paragraphs => out.push_str(&text.replace(['\n', '\r'], " ")),
            Token::Text(text) | Token::Cdata(text) => out.push_str(text),
            Token::Open { name, empty, .. }
                if ["script", "style"].iter().any(|s| s.eq_ignore_ascii_case(name)) =>
            {
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
    INLINE.iter().any(|known| known.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resolves_references_once() {
        let table = [
            ("a &amp;amp; b", "a &amp; b"),
            ("caf&eacute; &#233; &#xE9;", "café é é"),
            ("&#147;so&#148; &#8212;", "“so” —"),
            ("AT&T &nosuch; & &;", "AT&T &nosuch; & &;"),
            ("?a=1&copy=2", "?a=1&copy=2"),
            ("a&#11;b&#0;c", "abc"),
            ("&#233", "é"),
            ("&#55357;&#56832; &#xD83D;&#xDE00;", "\u{1f600} \u{1f600}"),
            ("a&#55357;b&#xDE00;c", "abc"),
        ];
        for (text, due) in table {
            assert_eq!(unescape(text), due, "{text}");
        }
    }

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
            plain_line(&text);
            plain_text(&text);
        }
    }
}
