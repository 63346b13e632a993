//! Foreign words made quiet: nothing in them is live in Telegram, and none of them moves the words around it.
//!
//! In: words of a page, a feed or a person. Out: words that look the same and can be copied, in which a [`BREAK`] nobody
//! sees stands wherever Telegram's clients and servers would find a mention, a tag, a command, an address or a number to
//! call (tdlib, `MessageEntity.cpp`); lines with letters that are written from right to left stand isolated.
//! Invariant: quiet∘quiet = quiet, and without the marks the words are the given ones.

use std::borrow::Cow;

use crate::text::{is_right_to_left, without_invisible};

/// A word joiner: it is seen by nobody, breaks no line, and no address or name goes on behind it.
const BREAK: char = '\u{2060}';
/// First strong isolate, and what ends it.
const ISOLATE: (char, char) = ('\u{2068}', '\u{2069}');
/// From so many digits on a number may be one to call or to pay with.
const NUMBER: usize = 9;
/// The same behind a plus sign.
const CALLED: usize = 7;

/// Makes foreign words quiet.
pub(super) fn quiet(text: &str) -> String {
    lines(text, push_broken)
}

/// Keeps foreign words that are a link already from moving the words around them.
pub(super) fn isolated(text: &str) -> String {
    lines(text, |line, out| out.push_str(line))
}

fn lines(text: &str, push: fn(&str, &mut String)) -> String {
    let seen = without_invisible(text);
    let mut out = String::with_capacity(seen.len() + 8);
    for (at, line) in seen.split('\n').enumerate() {
        out.push_str(if at > 0 { "\n" } else { "" });
        let turned = line.contains(is_right_to_left);
        out.extend(turned.then_some(ISOLATE.0));
        push(line, &mut out);
        out.extend(turned.then_some(ISOLATE.1));
    }
    out
}

/// The words without the marks that make them quiet.
pub(in crate::view) fn unmarked(text: &str) -> Cow<'_, str> {
    let is_mark = |c: char| c == BREAK || c == ISOLATE.0 || c == ISOLATE.1;
    if text.contains(is_mark) { Cow::Owned(text.replace(is_mark, "")) } else { Cow::Borrowed(text) }
}

/// Appends a line with breaks where something in it would be live.
fn push_broken(line: &str, out: &mut String) {
    if !line.contains(|c: char| matches!(c, '@' | '#' | '＃' | '$' | '/' | '.' | '。') || c.is_ascii_digit())
    {
        out.push_str(line);
        return;
    }
    let letters: Vec<char> = line.chars().collect();
    let digits = numbers(&letters);
    // a sign behind a break stands at a beginning, as behind a space
    let mut before = None;
    for (at, c) in letters.iter().enumerate() {
        out.push(*c);
        let rest = letters.get(at + 1..).unwrap_or_default();
        let is_live = is_live(*c, before, rest);
        before = Some(*c);
        if is_live || digits.contains(&at) {
            out.push(BREAK);
            before = Some(BREAK);
        }
    }
}

/// Whether a sign makes what follows it live.
fn is_live(sign: char, before: Option<char>, rest: &[char]) -> bool {
    let next = rest.first().copied();
    let word = |c: &char| c.is_alphanumeric() || *c == '_';
    let ended = next.is_none();
    match sign {
        '@' => ended || next.is_some_and(|c| word(&c)),
        '#' | '＃' => ended || rest.iter().take_while(|c| word(c)).any(|c| !c.is_numeric()),
        '$' => ended || rest.iter().find(|c| !c.is_ascii_digit()).is_some_and(char::is_ascii_uppercase),
        '/' => {
            let begins = !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '<' | '>'));
            begins && next.is_none_or(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '/'))
        }
        '.' | '。' => before.is_some_and(char::is_alphanumeric) && begins_domain(before, rest),
        _ => false,
    }
}

/// Whether a label of a host may follow a full stop: two letters or more, or the number of an address.
fn begins_domain(before: Option<char>, rest: &[char]) -> bool {
    let label: Vec<&char> = rest.iter().take_while(|c| c.is_alphanumeric() || **c == '-').collect();
    let lettered = label.first().is_some_and(|c| c.is_alphabetic()) && label.len() > 1;
    let number: Vec<char> = rest.iter().copied().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    let numbers = number.split(|c| *c == '.').take(3).take_while(|part| !part.is_empty());
    lettered || before.is_some_and(|c| c.is_ascii_digit()) && numbers.count() == 3
}

/// Where a number that may be called or paid with is broken: behind its plus sign and every third digit.
fn numbers(letters: &[char]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let run = letters.get(at..).unwrap_or_default();
        let is_part = |c: &&char| {
            c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '(' | ')' | '\u{a0}' | '\u{202f}' | '‑')
        };
        let length = run.iter().take_while(is_part).count();
        let digits: Vec<usize> =
            (at..at + length).filter(|place| letters.get(*place).is_some_and(char::is_ascii_digit)).collect();
        let plus = run.iter().take(length).position(|c| *c == '+');
        if digits.len() >= if plus.is_some() { CALLED } else { NUMBER } {
            found.extend(plus.map(|plus| at + plus));
            found.extend(digits.iter().skip(2).step_by(3));
        }
        at += length.max(1);
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_stays_live() {
        for (text, due) in [
            ("join @harbour_news now", "join @·harbour_news now"),
            ("#strike ＃забастовка", "#·strike ＃·забастовка"),
            ("tap /stop, /stop@bot", "tap /·stop, /·stop@·bot"),
            ("buy $SELM and $1INCH", "buy $·SELM and $·1INCH"),
            ("at lock.example/a or https://t.me/x", "at lock.·example/a or https:/·/·t.·me/x"),
            ("tg://user?id=1 and //stop", "tg:/·/·user?id=1 and /·/·stop"),
            ("mail oda@lock.example", "mail oda@·lock.·example"),
            ("10.0.0.1", "10.·0.0.1"),
            ("10.0.0.1, 10.0.0.2", "10.·0.0.1, 10.·0.0.2"),
            ("3.5 percent, 4.5 and 5.6", "3.5 percent, 4.5 and 5.6"),
            ("+49 30 1234567", "+·49 3·0 12·345·67"),
            ("4111 1111 1111 1111", "411·1 11·11 1·111· 111·1"),
            ("ends with @", "ends with @·"),
            // what is never live stays as it is
            (
                "$48 million, 3.5 percent, and/or, 24/7, U.S. and a.m.",
                "$48 million, 3.5 percent, and/or, 24/7, U.S. and a.m.",
            ),
            ("No. 5, #5, 28.11.2026, 80,000", "No. 5, #5, 28.11.2026, 80,000"),
        ] {
            assert_eq!(quiet(text).replace(BREAK, "·"), due);
        }
    }

    #[test]
    fn other_directions_stay_by_themselves() {
        assert_eq!(quiet("Reuters שלום"), "\u{2068}Reuters שלום\u{2069}");
        assert_eq!(quiet("a\nשלום"), "a\n\u{2068}שלום\u{2069}");
        assert_eq!(quiet("We \u{202e}detiaw\u{202c}\u{2069}\u{2066}"), "We waited");
    }

    proptest! {
        #[test]
        fn no_command_begins_anywhere(text in "[a-z@#/.$0-9 +א\n-]{0,40}") {
            let letters: Vec<char> = std::iter::once(' ').chain(quiet(&text).chars()).collect();
            for at in letters.windows(3).filter(|at| at[1] == '/') {
                let begins = !at[0].is_alphanumeric() && at[0] != '/';
                prop_assert!(!(begins && at[2].is_ascii_alphanumeric()), "{:?}", at);
            }
        }

        #[test]
        fn quiet_is_quiet_and_the_same_words(text in "[a-z@#/.$0-9 +א\n-]{0,40}") {
            let once = quiet(&text);
            prop_assert_eq!(&quiet(&once), &once);
            let plain = unmarked(&once);
            prop_assert_eq!(plain.as_ref(), text.as_str());
        }
    }
}
