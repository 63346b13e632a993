//! Character references.
//!
//! In: text with references. Out: the characters they stand for. Total and linear.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

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

/// Puts the characters for all references in `text`, once.
#[must_use]
pub fn unescape(text: &str) -> Cow<'_, str> {
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
    const LONGEST: usize = 12;
    let head = text.strip_prefix("&#")?;
    let end = head.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let (number, behind) = head.split_at_checked(end)?;
    let low = code_of(number).filter(|low| (0xDC00..0xE000).contains(low))?;
    Some((low, behind.strip_prefix(';')?))
}

fn numbered(code: u32) -> Option<char> {
    let c = match code {
        128..=159 => WINDOWS_1252.get(code as usize - 128).copied(),
        code => char::from_u32(code),
    };
    c.filter(|&c| legal(c))
}

/// Escapes words for the text and the attributes of XML and HTML.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

/// True for characters XML 1.0 allows.
#[must_use]
pub fn legal(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
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
}
