//! Characters that nobody sees: where a word may be broken, where it may not, which way it is read.

use std::borrow::Cow;

/// The text without characters that are never seen. Joiners stay where they shape what is written: between letters other
/// than Latin, Greek and Cyrillic, and in emoji.
#[must_use]
pub fn without_invisible(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(is_invisible) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let shapes = || {
            let next = text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
            let is_plain = |c: Option<char>| c.is_none_or(|c| c < '\u{590}' || is_invisible(c));
            is_joiner(c) && !(is_plain(out.chars().next_back()) && is_plain(next))
        };
        if !is_invisible(c) || shapes() {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{180e}'
    )
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_left_out() {
        for (text, due) in [
            ("Außen\u{ad}mi\u{ad}nis\u{ad}ter Reu\u{200b}th", "Außenminister Reuth"),
            ("\u{feff}Ли\u{2060}тке\u{200d}", "Литке"),
            ("Ana\u{200e} Porto\u{200c}", "Ana Porto"),
            ("plain", "plain"),
            // what shapes the letters of Persian and an emoji stays
            ("می\u{200c}رود", "می\u{200c}رود"),
            ("\u{1f468}\u{200d}\u{1f469}", "\u{1f468}\u{200d}\u{1f469}"),
        ] {
            assert_eq!(without_invisible(text), due, "{text}");
        }
    }
}
