//! A quick guess at the language of a text: by its script, then by its commonest words.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lexicon::sections;
use super::{FastMap, Language, Span, words};

/// Words looked at.
const MOST_WORDS: usize = 250;
/// Letters looked at to tell the script.
const MOST_LETTERS: usize = 1_000;
/// Fewest function words that make a guess.
const FEWEST_HITS: u32 = 3;
/// Languages a function word may belong to, by bit; as many as `function.txt` has sections.
const LATIN: [&str; 9] = ["en", "de", "fr", "es", "pt", "it", "nl", "pl", "tr"];

static FUNCTION_WORDS: LazyLock<FastMap<&'static str, u16>> = LazyLock::new(|| {
    let mut found = FastMap::default();
    for (name, list) in sections(include_str!("lexicon/function.txt")) {
        let bit = LATIN.iter().position(|code| *code == name).map_or(0, |at| 1_u16 << at);
        for word in list {
            *found.entry(word).or_default() |= bit;
        }
    }
    found
});

/// Guesses the language; `None` when neither script nor words decide.
pub(super) fn quick(text: &str) -> Option<Language> {
    let (mut latin, mut cyrillic, mut other, mut letters) = (0_usize, 0_usize, HashMap::new(), 0_usize);
    for letter in text.chars().filter(|letter| letter.is_alphabetic()).take(MOST_LETTERS) {
        letters += 1;
        match letter {
            'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' => latin += 1,
            '\u{400}'..='\u{52F}' => cyrillic += 1,
            _ => *other.entry(script_language(letter)).or_insert(0_usize) += 1,
        }
    }
    if cyrillic * 2 > letters {
        return cyrillic_language(text);
    }
    if latin * 2 > letters {
        return latin_language(text);
    }
    // A few kana among many Han letters make it Japanese.
    if other.get(&Some("ja")).is_some_and(|kana| kana * 10 > letters) {
        return Language::from_tag("ja");
    }
    let (code, _) =
        other.into_iter().filter(|&(_, count)| count * 2 > letters).max_by_key(|&(_, count)| count)?;
    match code? {
        "ar" if text.chars().take(MOST_LETTERS).any(|letter| matches!(letter, 'پ' | 'چ' | 'ژ' | 'گ')) => {
            Language::from_tag("fa")
        }
        code => Language::from_tag(code),
    }
}

fn script_language(letter: char) -> Option<&'static str> {
    match letter {
        '\u{370}'..='\u{3FF}' => Some("el"),
        '\u{590}'..='\u{5FF}' => Some("he"),
        '\u{600}'..='\u{6FF}' => Some("ar"),
        '\u{900}'..='\u{97F}' => Some("hi"),
        '\u{3040}'..='\u{30FF}' => Some("ja"),
        '\u{4E00}'..='\u{9FFF}' => Some("zh"),
        '\u{AC00}'..='\u{D7AF}' => Some("ko"),
        _ => None,
    }
}

/// Tells the Cyrillic languages by the letters only one of them has.
fn cyrillic_language(text: &str) -> Option<Language> {
    let (mut ukrainian, mut belarusian, mut serbian, mut russian, mut hard, mut all) = (0, 0, 0, 0, 0, 0);
    for letter in text.chars().take(MOST_LETTERS * 2).flat_map(char::to_lowercase) {
        all += 1;
        match letter {
            'і' | 'ї' | 'є' | 'ґ' => ukrainian += 1,
            'ў' => belarusian += 1,
            'ђ' | 'ј' | 'љ' | 'њ' | 'ћ' | 'џ' => serbian += 1,
            'ы' | 'э' => russian += 1,
            'ъ' => hard += 1,
            _ => {}
        }
    }
    let most = ukrainian.max(belarusian).max(serbian).max(russian);
    match most {
        0 if hard * 100 > all => Language::from_tag("bg"),
        0 => None,
        _ if belarusian > 0 && belarusian * 4 >= ukrainian => Language::from_tag("be"),
        _ if russian == most => Some(Language::Russian),
        _ if ukrainian == most => Language::from_tag("uk"),
        _ if serbian == most => Language::from_tag("sr"),
        _ => Language::from_tag("be"),
    }
}

fn latin_language(text: &str) -> Option<Language> {
    let mut hits = [0_u32; LATIN.len()];
    for word in words(text, Span::whole(text)).take(MOST_WORDS) {
        let lower = super::words::lowered(word.of(text));
        let Some(bits) = FUNCTION_WORDS.get(lower.as_ref()) else { continue };
        for (at, hit) in hits.iter_mut().enumerate() {
            *hit += u32::from(bits >> at & 1);
        }
    }
    let best = hits.iter().copied().max()?;
    let second = hits.iter().copied().filter(|&hit| hit < best).max().unwrap_or(0);
    let alone = hits.iter().filter(|&&hit| hit == best).count() == 1;
    if best < FEWEST_HITS || !alone || best * 4 < second * 5 {
        return None;
    }
    let at = hits.iter().position(|&hit| hit == best)?;
    Language::from_tag(LATIN.get(at)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_languages() {
        for (text, due) in [
            ("The ministers of the two countries met in the capital on Friday.", "en"),
            ("Die Minister der beiden Länder trafen sich am Freitag in der Hauptstadt.", "de"),
            ("Les ministres des deux pays se sont rencontrés dans la capitale.", "fr"),
            ("Los ministros de los dos países se reunieron en la capital el viernes.", "es"),
            ("Os ministros dos dois países não se reuniram na capital com a imprensa.", "pt"),
            ("I ministri dei due paesi si sono incontrati nella capitale con il presidente.", "it"),
            ("Министры двух стран встретились в пятницу, чтобы обсудить этот вопрос.", "ru"),
            ("Міністри двох країн зустрілися в п’ятницю, щоб обговорити це питання.", "uk"),
            ("Министрите на двете страни се срещнаха в петък, за да обсъдят въпроса със съюзниците.", "bg"),
            ("两国部长星期五在首都会晤。", "zh"),
            ("両国の大臣は金曜日に首都で会談しました。", "ja"),
            ("التقى وزيرا البلدين يوم الجمعة في العاصمة", "ar"),
            ("وزیران دو کشور روز جمعه در پایتخت گفتگو کردند", "fa"),
        ] {
            assert_eq!(quick(text).map(Language::code).as_deref(), Some(due), "{text}");
        }
    }

    #[test]
    fn stays_silent_when_nothing_tells() {
        for text in ["", "42", "Halmstad", "— — —", "Москва"] {
            assert_eq!(quick(text), None, "{text}");
        }
    }
}
