//! Words cut to the room there is for them: a quote only at the end of a sentence, a headline at a word.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::languages::{section, words};
use crate::text::{FastSet, without_last_comma};

/// Writes a quote in marks, cut to `most` characters at the end of a sentence with “…” outside the marks;
/// `None` when its first sentence is longer than that.
pub(crate) fn in_marks(words: &str, most: usize) -> Option<String> {
    let words = folded(words);
    let words = without_last_comma(&words);
    if words.chars().count() <= most {
        return Some(marked(words));
    }
    let end = sentence_ends(words).into_iter().take_while(|end| count(words, *end) <= most).last()?;
    Some(format!("{} …", marked(words.get(..end)?.trim_end())))
}

/// Writes the two halves of a statement, each in marks, with “…” for what stands between them; `None` when they are longer
/// than `most` characters together.
pub(crate) fn both_halves((first, next): (&str, &str), most: usize) -> Option<String> {
    let length = first.chars().count() + next.chars().count();
    (length <= most).then(|| Some(format!("{} … {}", in_marks(first, most)?, in_marks(next, most)?)))?
}

/// Puts words in the quotation marks of their script: « » around Cyrillic, “ ” around any other.
pub(crate) fn marked(words: &str) -> String {
    let letters = words.chars().filter(|c| c.is_alphabetic());
    let (cyrillic, all) = letters.fold((0, 0), |(cyrillic, all), c| {
        (cyrillic + usize::from(('\u{400}'..='\u{52f}').contains(&c)), all + 1)
    });
    if cyrillic * 2 > all { format!("«{words}»") } else { format!("“{words}”") }
}

/// Cuts `text` to at most `most` characters at a word's end, with “…”; for headlines and other words that are no quote.
#[must_use]
pub fn shortened(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let end = text.char_indices().nth(most.saturating_sub(1)).map_or(text.len(), |(at, _)| at);
    let head = text.get(..end).unwrap_or_default();
    let whole = text.get(end..).is_some_and(|rest| rest.starts_with(' '));
    let at_word = head.rfind(' ').filter(|at| !whole && *at > end / 2).unwrap_or(end);
    format!("{}…", head.get(..at_word).unwrap_or(head).trim_end_matches([',', ' ', ';', ':', '—', '-']))
}

/// A headline cut to at most `most` characters, without such marks before its first word as stand before our own lines.
pub(crate) fn headline(text: &str, most: usize) -> String {
    const MARKS: &str = "⚠•▸▹►✓✔✕✗✘·│▌●■◆☑✅❗❕ℹ\u{fe0f}";
    const UNSEEN: [char; 3] = ['\u{2060}', '\u{2068}', '\u{2069}'];
    let mut words = text;
    loop {
        let rest =
            words.trim_start_matches(|c: char| c.is_whitespace() || MARKS.contains(c) || UNSEEN.contains(&c));
        // with a space behind it the sign of a heading of ours; without one a quotation mark
        let rest =
            rest.strip_prefix('»').filter(|rest| rest.starts_with(char::is_whitespace)).unwrap_or(rest);
        if rest.len() == words.len() {
            return shortened(if words.is_empty() { text } else { words }, most);
        }
        words = rest;
    }
}

/// One line a paragraph, no space at the ends.
fn folded(words: &str) -> String {
    words.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn count(text: &str, end: usize) -> usize {
    text.get(..end).map_or(usize::MAX, |head| head.chars().count())
}

/// Byte offsets just after each sentence that something follows.
fn sentence_ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？') {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((next, _)) =
            chars.next_if(|(_, c)| matches!(c, '.' | '!' | '?' | '”' | '"' | '’' | '\'' | ')' | ']' | '»'))
        {
            end = next + text.get(next..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        }
        let after = text.get(end..).unwrap_or_default();
        let parted = after.starts_with(char::is_whitespace) || matches!(c, '。' | '！' | '？');
        let next = after.trim_start().chars().next();
        let begins = next.is_none_or(|next| !next.is_lowercase());
        if parted && begins && !(c == '.' && abbreviated(text.get(..at).unwrap_or_default())) {
            ends.push(end);
        }
    }
    ends
}

/// Words that are written with a full stop, in any language.
static ABBREVIATIONS: LazyLock<FastSet<Cow<'static, str>>> =
    LazyLock::new(|| words(section::ABBREVIATION).collect());

/// True when the word before a full stop is one that is written with it.
fn abbreviated(before: &str) -> bool {
    let word = before.rsplit([' ', '\n', '(', '“', '"', '[']).next().unwrap_or_default();
    let short = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let dotted = word.contains('.') && word.chars().all(|c| c == '.' || c.is_uppercase());
    short || dotted || ABBREVIATIONS.contains(&*word.to_lowercase())
}

/// Cuts to at most `most` UTF-16 units, with “…” when something was cut.
pub(crate) fn fitted(text: &str, most: usize) -> String {
    if text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut units = 1;
    let head: String = text
        .chars()
        .take_while(|c| {
            units += c.len_utf16();
            units <= most
        })
        .collect();
    format!("{}…", head.trim_end_matches([' ', '…']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_cut_at_a_sentence_or_not_shown() {
        for (words, most, shown) in [
            ("Short.", 350, Some("“Short.”")),
            ("We will,", 350, Some("“We will”")),
            (
                "We met Mr. Orlo. We agreed. We will sign it all in the spring of next year.",
                40,
                Some("“We met Mr. Orlo. We agreed.” …"),
            ),
            (
                "The U.S. side came. No one else did, and that was noted by all who were there.",
                30,
                Some("“The U.S. side came.” …"),
            ),
            (
                "Is it so? “Yes.” They left, and nobody asked them why they did.",
                20,
                Some("“Is it so? “Yes.”” …"),
            ),
            ("Мы готовы. Вопрос в том, готовы ли они, и это вопрос не к нам.", 20, Some("«Мы готовы.» …")),
            ("It rose 3.5 percent in a year that was bad for everyone else around", 30, None),
            ("他们会来的。我们等着，一直等到春天，直到河水变暖。", 10, Some("“他们会来的。” …")),
            ("One.\n\nTwo.", 350, Some("“One.\nTwo.”")),
        ] {
            assert_eq!(in_marks(words, most).as_deref(), shown, "{words}");
        }
    }

    #[test]
    fn halves_are_shown_together_or_not() {
        let halves = ("We stopped a panic,", "We stopped a rescue.");
        assert_eq!(both_halves(halves, 60).as_deref(), Some("“We stopped a panic” … “We stopped a rescue.”"));
        assert_eq!(both_halves(halves, 30), None);
    }

    #[test]
    fn a_headline_is_cut_at_a_word() {
        assert_eq!(shortened("Ministers meet,  in Ostrava", 16), "Ministers meet…");
        assert_eq!(shortened("Ministers", 16), "Ministers");
        assert_eq!(headline("⚠ • “Ministers” meet", 40), "“Ministers” meet");
        assert_eq!(headline("» ⚠ »\u{a0}Plain News", 40), "Plain News");
        assert_eq!(headline("\u{2060}» Plain News", 40), "Plain News");
        assert_eq!(headline("»Wir warten«, sagt er", 40), "»Wir warten«, sagt er");
        assert_eq!(headline("✓", 40), "✓");
        assert_eq!(shortened("Überallverkehrsminister", 10), "Überallve…");
    }
}
