//! Quotes as they are shown: cut to length, in marks, and as a place in the page.

use super::words::Tongue;
use crate::brief::{Quote, Speaker};

/// Most characters of a quote on a card.
pub(super) const CARD_QUOTE: usize = 350;

/// Most characters of a quote in a list of quotes.
pub(super) const LISTED_QUOTE: usize = 1_000;

/// Writes a quote in marks, cut to `most` characters at the end of a sentence with “…” outside the marks;
/// `None` when its first sentence is longer than that.
pub(super) fn in_marks(words: &str, most: usize) -> Option<String> {
    let words = folded(words);
    // the comma before “he said” belongs to the sentence around the quote
    let words = words.trim_end_matches(',');
    if words.chars().count() <= most {
        return Some(format!("“{words}”"));
    }
    let end = sentence_ends(words).into_iter().take_while(|end| count(words, *end) <= most).last()?;
    Some(format!("“{}” …", words.get(..end)?.trim_end()))
}

/// Cuts `text` to at most `most` characters at a word's end, with “…”; for headlines and other words that are no quote.
pub(super) fn shortened(text: &str, most: usize) -> String {
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

/// Who said a quote as the card names them: the full name, else the words of the text, else “unnamed source”.
pub(super) fn speaker_name(speaker: Option<&Speaker>, tongue: Tongue) -> String {
    let known = speaker.and_then(|speaker| speaker.name.clone().or_else(|| speaker.mention.clone()));
    known.filter(|words| !words.trim().is_empty()).unwrap_or_else(|| tongue.word("unnamed-source"))
}

/// The words the text has for a speaker, when they are not the name itself.
pub(super) fn other_words(speaker: &Speaker) -> Option<&str> {
    let (name, mention) = (speaker.name.as_deref()?, speaker.mention.as_deref()?.trim());
    let named = mention.split_whitespace().any(|word| name.split_whitespace().any(|part| alike(word, part)));
    (!mention.is_empty() && !named).then_some(mention)
}

/// A link into the page at the words of a quote (a text fragment, WICG scroll-to-text-fragment), or the page itself.
pub(super) fn place_in_page(url: &str, quote: Option<&Quote>) -> String {
    let Some(directive) = quote.and_then(|quote| text_directive(&quote.text)) else { return url.to_owned() };
    let mark = if url.contains('#') { "" } else { "#" };
    format!("{url}{mark}:~:text={directive}")
}

/// The start of a quote and, for a long one, its end.
fn text_directive(words: &str) -> Option<String> {
    let first_line = words.lines().next()?;
    let words: Vec<&str> = first_line.split_whitespace().collect();
    if words.len() < 2 {
        return None;
    }
    if words.len() <= 10 {
        return Some(encoded(&words.join(" ")));
    }
    let (start, end) = (words.get(..5)?.join(" "), words.get(words.len() - 5..)?.join(" "));
    Some(format!("{},{}", encoded(&start), encoded(&end)))
}

/// Percent-encodes everything but unreserved characters, and the hyphen, which means something in a text directive.
fn encoded(words: &str) -> String {
    words.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            let hex = |digit: u8| char::from_digit(digit.into(), 16).unwrap_or('0').to_ascii_uppercase();
            out.extend(['%', hex(byte >> 4), hex(byte & 15)]);
        }
        out
    })
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

/// True when the word before a full stop is one that is written with it.
fn abbreviated(before: &str) -> bool {
    let word = before.rsplit([' ', '\n', '(', '“', '"', '[']).next().unwrap_or_default();
    let short = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let dotted = word.contains('.') && word.chars().all(|c| c == '.' || c.is_uppercase());
    short
        || dotted
        || matches!(
            word,
            "Mr" | "Mrs"
                | "Ms"
                | "Dr"
                | "St"
                | "Gen"
                | "Sen"
                | "Rep"
                | "Gov"
                | "Col"
                | "Lt"
                | "Prof"
                | "No"
                | "vs"
                | "им"
                | "г"
                | "т"
                | "Jr"
                | "Sr"
        )
}

/// True when two words are forms of one name: equal but for the last two letters (Лавров, Лаврова, Lavrov’s).
fn alike(word: &str, part: &str) -> bool {
    let letters = |word: &str| {
        word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<Vec<_>>()
    };
    let (word, part) = (letters(word), letters(part));
    let stem = part.len().saturating_sub(2).max(3).min(part.len());
    part.len() >= 2
        && word.len() <= part.len() + 3
        && word.get(..stem).is_some_and(|head| part.get(..stem) == Some(head))
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
            ("Мы готовы. Вопрос в том, готовы ли они, и это вопрос не к нам.", 20, Some("“Мы готовы.” …")),
            ("It rose 3.5 percent in a year that was bad for everyone else around", 30, None),
            ("他们会来的。我们等着，一直等到春天，直到河水变暖。", 10, Some("“他们会来的。” …")),
            ("One.\n\nTwo.", 350, Some("“One.\nTwo.”")),
        ] {
            assert_eq!(in_marks(words, most).as_deref(), shown, "{words}");
        }
    }

    #[test]
    fn a_headline_is_cut_at_a_word() {
        assert_eq!(shortened("Ministers meet,  in Ostrava", 16), "Ministers meet…");
        assert_eq!(shortened("Ministers", 16), "Ministers");
        assert_eq!(shortened("Überallverkehrsminister", 10), "Überallve…");
    }

    #[test]
    fn words_other_than_the_name_are_told() {
        let told = |name: &str, mention: &str| {
            let speaker =
                Speaker { name: Some(name.into()), role: None, mention: Some(mention.into()), span: None };
            other_words(&speaker).map(str::to_owned)
        };
        assert_eq!(told("Anna Orlo", "Orlo"), None);
        assert_eq!(told("Anna Orlo", "Minister Orlo’s"), None);
        assert_eq!(told("Анна Орлова", "Орловой"), None);
        assert_eq!(told("Anna Orlo", "she").as_deref(), Some("she"));
        assert_eq!(told("Anna Orlo", "the top diplomat").as_deref(), Some("the top diplomat"));
    }

    #[test]
    fn a_link_leads_to_the_words() {
        let quote = |text: &str| Quote {
            span: crate::text::Span::whole(text),
            text: text.into(),
            kind: crate::brief::Kind::Direct,
            speaker: None,
            quoted_from: None,
            confidence: 1.0,
            rule: String::new(),
            key: Some(1),
        };
        for (url, words, link) in [
            ("https://e.org/a", "We will, as-is", "https://e.org/a#:~:text=We%20will%2C%20as%2Dis"),
            ("https://e.org/a#top", "Мы да", "https://e.org/a#top:~:text=%D0%9C%D1%8B%20%D0%B4%D0%B0"),
            ("https://e.org/a", "Yes", "https://e.org/a"),
            (
                "https://e.org/a",
                "one two three four five six seven eight nine ten eleven",
                "https://e.org/a#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven",
            ),
        ] {
            assert_eq!(place_in_page(url, Some(&quote(words))), link);
        }
        assert_eq!(place_in_page("https://e.org/a", None), "https://e.org/a");
    }
}
