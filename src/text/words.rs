//! Words: where they stand, which are too common to count, their stems.

mod light_stem;

use crate::languages::{is_letter, is_letter_or_digit, lower};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use light_stem::light_stem;
use rust_stemmers::Stemmer;

use super::{Language, Span, fold, lexicon};
use crate::languages::{self, Stemming, section};

/// Longest word, in bytes, that is stemmed; longer runs are no words.
const LONGEST_STEMMED: usize = 64;

/// Walks the words of `text` inside `within`: runs of letters and digits.
///
/// An apostrophe between letters and a point or comma between digits belong to the word; a hyphen parts words;
/// each Chinese or Japanese character is a word.
pub fn words(text: &str, within: Span) -> impl Iterator<Item = Span> + '_ {
    let mut at = within.start;
    let end = if within.of(text).is_empty() { at } else { within.end };
    std::iter::from_fn(move || {
        let rest = text.get(at..end)?;
        let start = at + rest.find(is_letter_or_digit)?;
        let len = word_len(text.get(start..end)?);
        at = start + len;
        Some(Span::new(start, at))
    })
}

/// True when `word` (any case) is too common in `language` to mean much.
#[must_use]
pub fn is_stop(word: &str, language: Language) -> bool {
    let lower = lowered(word);
    let stop = &lexicon::of(language).stop;
    let bare = bare(&lower, language);
    stop.contains(lower.as_ref()) || bare.len() < lower.len() && stop.contains(bare)
}

/// True when `word` (any case) is a common verb of speech in `language`.
#[must_use]
pub fn is_speech_verb(word: &str, language: Language) -> bool {
    lexicon::of(language).say.contains(lowered(word).as_ref())
}

/// Gives the stem of `word` (any case) by Snowball or by its language's endings; for a language without a stemmer, the
/// lower-case word.
///
/// A possessive `'s` or, where words are elided, what stands before the apostrophe is cut first. Stems are for comparing only, never for showing.
#[must_use]
pub fn stem(word: &str, language: Language) -> Cow<'_, str> {
    let lower = lowered(word);
    let profile = language.profile();
    let Some(stemming) = profile.stemmer else { return lower };
    if lower.len() > LONGEST_STEMMED {
        return lower;
    }
    let base = bare(&lower, language);
    let mut base = Cow::Borrowed(base);
    for (one, other) in &profile.same_letters {
        if base.contains(*one) {
            base = Cow::Owned(base.replace(*one, other.encode_utf8(&mut [0; 4])));
        }
    }
    Cow::Owned(match stemming {
        Stemming::Snowball(algorithm) => Stemmer::create(algorithm).stem(&base).into_owned(),
        Stemming::Light(least) => light_stem(&base, language, least),
    })
}

/// True when two texts in one language share a word that is not common, in whatever form.
#[must_use]
pub fn shares_a_word(one: &str, other: &str, language: Language) -> bool {
    let stems = |text: &str| -> BTreeSet<String> {
        let spans = words(text, Span::whole(text)).map(|span| span.of(text));
        spans.filter(|word| !is_stop(word, language)).map(|word| fold(&stem(word, language))).collect()
    };
    !stems(one).is_disjoint(&stems(other))
}

/// Lower-cases without allocating when nothing changes.
pub(super) fn lowered(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(lower(word))
    }
}

/// Cuts a possessive `'s` or, where words are elided, the word before an apostrophe.
fn bare(lower: &str, language: Language) -> &str {
    if language.profile().elides {
        let tail = lower.rsplit(['\'', '’']).next().unwrap_or(lower);
        return if tail.len() > 1 { tail } else { lower };
    }
    without_possessive(lower)
}

/// What makes a name its owner's, in any language: names are of all.
static POSSESSIVE: LazyLock<Vec<Cow<'static, str>>> =
    LazyLock::new(|| languages::words(section::POSSESSIVE_ENDING).collect());

/// Cuts what makes a name its owner's.
#[must_use]
pub fn without_possessive(word: &str) -> &str {
    POSSESSIVE.iter().find_map(|ending| word.strip_suffix(ending.as_ref())).unwrap_or(word)
}

/// True for what makes a name its owner's, without its apostrophe.
#[must_use]
pub fn is_possessive(word: &str) -> bool {
    POSSESSIVE.iter().any(|ending| ending.trim_start_matches(['\'', '’']) == word)
}

/// Length in bytes of the word at the head of `rest`, which begins with a letter or digit.
fn word_len(rest: &str) -> usize {
    // Most words are ASCII letters up to a space; only what may join them to more is looked at letter by letter.
    let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    match rest.as_bytes().get(plain) {
        Some(next) if !next.is_ascii() || matches!(next, b'\'' | b'.' | b',') => {
            let known = plain.saturating_sub(1);
            known + joined_len(rest.get(known..).unwrap_or_default())
        }
        _ => plain,
    }
}

/// The same for any word, letter by letter.
fn joined_len(rest: &str) -> usize {
    let mut len = 0;
    let mut letters = rest.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, letter)) = letters.next() {
        let after = letters.peek().map_or(' ', |&(_, next)| next);
        let inside = match letter {
            '\'' | '’' => is_letter(before) && is_letter(after),
            '.' | ',' => before.is_ascii_digit() && after.is_ascii_digit(),
            _ => is_letter_or_digit(letter) || is_mark(letter),
        };
        if !inside {
            break;
        }
        len = at + letter.len_utf8();
        if is_ideograph(letter) || is_ideograph(after) {
            break;
        }
        before = letter;
    }
    len
}

fn is_mark(letter: char) -> bool {
    !letter.is_ascii() && unicode_normalization::char::is_combining_mark(letter)
}

fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        words(text, Span::whole(text)).map(|span| span.of(text)).collect()
    }

    #[test]
    fn cuts_words() {
        for (text, due) in [
            ("The U.S. won't pay $3,500.50.", vec!["The", "U", "S", "won't", "pay", "3,500.50"]),
            ("Anglo-Saxon “ties”", vec!["Anglo", "Saxon", "ties"]),
            ("l’État, c’est", vec!["l’État", "c’est"]),
            ("МИД России", vec!["МИД", "России"]),
            ("外交部 said", vec!["外", "交", "部", "said"]),
            ("м\u{02BC}ята \u{02BC} \u{02BC}x", vec!["м\u{02BC}ята", "\u{02BC}", "\u{02BC}x"]),
            ("cafe\u{0301} noir", vec!["cafe\u{0301}", "noir"]),
            (" — ", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(cut(text), due, "{text}");
        }
    }

    #[test]
    fn stays_inside_the_given_span() {
        let text = "one two three";
        let found: Vec<_> = words(text, Span::new(4, 9)).map(|span| span.of(text)).collect();
        assert_eq!(found, ["two", "t"]);
        assert_eq!(words(text, Span::new(4, 99)).count(), 0);
    }

    #[test]
    fn knows_common_words() {
        for (word, language, due) in [
            ("The", Language::coded("en"), true),
            ("treaty", Language::coded("en"), false),
            ("Который", Language::coded("ru"), true),
            ("Nicht", Language::coded("de"), true),
            ("même", Language::coded("fr"), true),
            ("c’est", Language::coded("fr"), true),
            ("l’accord", Language::coded("fr"), false),
            ("también", Language::coded("es"), true),
            ("the", Language::coded("fi"), false),
        ] {
            assert_eq!(is_stop(word, language), due, "{word}");
        }
    }

    #[test]
    fn stems_forms_of_one_word_alike() {
        for (one, other, language) in [
            ("Negotiations", "negotiation", Language::coded("en")),
            ("Russia's", "Russia", Language::coded("en")),
            ("переговоры", "Переговорах", Language::coded("ru")),
            ("Самолёт", "самолета", Language::coded("ru")),
            ("Verhandlungen", "Verhandlung", Language::coded("de")),
            ("négociations", "négociation", Language::coded("fr")),
            ("l’accord", "accords", Language::coded("fr")),
            ("negociaciones", "negociación", Language::coded("es")),
        ] {
            assert_eq!(stem(one, language), stem(other, language), "{one} {other}");
        }
    }

    #[test]
    fn two_texts_share_a_word_in_any_form_but_no_common_one() {
        assert!(shares_a_word("The talks on tankers began.", "tanker", Language::coded("en")));
        assert!(shares_a_word("Переговоры о танкерах", "танкеры", Language::coded("ru")));
        assert!(!shares_a_word("The talks began.", "the tankers", Language::coded("en")));
        assert!(!shares_a_word("", "", Language::coded("en")));
    }

    proptest! {
        #[test]
        fn words_stand_in_order_on_character_boundaries(text in "\\PC{0,60}") {
            let mut last = 0;
            for span in words(&text, Span::whole(&text)) {
                prop_assert!(span.start >= last && span.end > span.start);
                prop_assert!(text.get(span.start..span.end).is_some());
                last = span.end;
            }
        }
    }
}
