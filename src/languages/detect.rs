//! A guess at the language of a text: by its script, then by its letters or its commonest words, then by trigrams.

use super::{is_letter, is_letter_or_digit};
use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use super::language::Language;
use super::script::{self, Script};
use super::section::{FUNCTION, LETTERS};
use super::shared::NEIGHBOURS;

/// Words looked at.
const MOST_WORDS: usize = 250;
/// Letters looked at to tell the script.
const MOST_LETTERS: usize = 1_000;
/// Fewest function words that make a guess.
const FEWEST_HITS: u32 = 3;
/// Bytes below which a text is too short for trigrams over all languages.
const SHORT: usize = 300;
/// Fewest words of a script told by its letters for a guess where it has none of them.
const FEWEST_WORDS: usize = 4;
/// Characters trigrams are counted in: they need milliseconds for a page.
const TRIGRAM_LETTERS: usize = 500;
/// How many letters of its neighbour's a language may have for each of its own.
const BORROWED: usize = 4;
/// One letter in so many is often.
const OFTEN: usize = 100;

impl Language {
    /// Guesses the language of `text` (at most its beginning is read); `None` when it is too short to tell.
    #[must_use]
    pub fn of_text(text: &str) -> Option<Self> {
        by_script(text).or_else(|| by_trigrams(text)).or_else(|| likeliest(text))
    }
}

/// What tells one language of a script from the others.
struct Known {
    language: Language,
    letters: Vec<char>,
    borrowed: Vec<char>,
    frequent: Vec<char>,
    words: Vec<&'static str>,
}

/// The languages known to be written in each script, in the order of the scripts.
static LANGUAGES: LazyLock<Vec<(&Script, Vec<Known>)>> =
    LazyLock::new(|| script::all().iter().map(|script| (script, written_in(script))).collect());

/// Small words of every language told by them, with its place among those of its script by bit.
static FUNCTION_WORDS: LazyLock<HashMap<&'static str, u64, RandomState>> = LazyLock::new(|| {
    let mut found = HashMap::default();
    for (_, languages) in LANGUAGES.iter().filter(|(script, _)| script.by_words) {
        for (at, known) in languages.iter().enumerate().take(64) {
            for word in &known.words {
                *found.entry(*word).or_default() |= 1 << at;
            }
        }
    }
    found
});

/// What stands behind the code of `language` in a section on neighbours.
fn neighbour(language: Language, section: &str) -> impl Iterator<Item = &'static str> {
    let of_it = move |line: &&str| line.split(' ').next().and_then(Language::from_tag) == Some(language);
    let lines: Vec<_> = NEIGHBOURS.lines(section).filter(of_it).collect();
    lines.into_iter().flat_map(|line| line.split(' ').skip(1))
}

fn written_in(script: &Script) -> Vec<Known> {
    let own = Language::all().filter(|language| language.profile().script == Some(script.name));
    let others = NEIGHBOURS.lines("script").filter_map(|line| line.split_once(' '));
    let others =
        others.filter(|(_, name)| *name == script.name).filter_map(|(code, _)| Language::from_tag(code));
    own.chain(others).map(known).collect()
}

fn known(language: Language) -> Known {
    let letters = |words: &mut dyn Iterator<Item = &'static str>| words.flat_map(str::chars).collect();
    let own = language.lines(LETTERS).flat_map(|line| line.split(' '));
    let words = language.lines(FUNCTION).flat_map(|line| line.split(' '));
    Known {
        language,
        letters: letters(&mut own.chain(neighbour(language, "letters"))),
        borrowed: letters(&mut neighbour(language, "borrowed letters")),
        frequent: letters(&mut neighbour(language, "frequent letters")),
        words: words.chain(neighbour(language, "function")).collect(),
    }
}

fn by_script(text: &str) -> Option<Language> {
    let (script, languages) = script_of(text)?;
    if script.by_words { by_words(text, languages) } else { by_letters(text, languages) }
}

/// The script most letters of `text` are of, or enough of one that stands among others, and the languages written in it.
fn script_of(text: &str) -> Option<(&'static Script, &'static [Known])> {
    let mut counts = vec![0_usize; script::all().len()];
    let mut all = 0;
    for letter in text.chars().filter(|letter| is_letter(*letter)).take(MOST_LETTERS) {
        all += 1;
        let at = script::all().iter().position(|script| script.has(letter));
        if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
            *count += 1;
        }
    }
    // a script that stands among the letters of another tells more than that one
    let enough = LANGUAGES.iter().zip(counts).filter(|((script, _), count)| count * script.share > all);
    enough
        .max_by_key(|((script, _), _)| script.share)
        .map(|((script, languages), _)| (*script, languages.as_slice()))
}

/// Tells the languages of a script by the letters only one of them has.
fn by_letters(text: &str, languages: &[Known]) -> Option<Language> {
    let mut counts: HashMap<char, usize, RandomState> = HashMap::default();
    let mut all = 0;
    for letter in text.chars().take(2 * MOST_LETTERS).flat_map(char::to_lowercase) {
        all += 1;
        *counts.entry(letter).or_default() += 1;
    }
    let count = |letters: &[char]| letters.iter().filter_map(|letter| counts.get(letter)).sum::<usize>();
    let borrows = |known: &&Known| {
        let own = count(&known.letters);
        !known.borrowed.is_empty() && own > 0 && own * BORROWED >= count(&known.borrowed)
    };
    let most = languages.iter().map(|known| count(&known.letters)).max()?;
    let found = if most == 0 {
        let often = |known: &&Known| count(&known.frequent) * OFTEN > all;
        languages.iter().find(often).or_else(|| languages.iter().find(|known| is_plain(known)))
    } else {
        let told = |known: &&Known| count(&known.letters) == most;
        languages.iter().find(borrows).or_else(|| languages.iter().find(told))
    };
    found.map(|known| known.language)
}

/// True for a language that has no letters which the others of its script lack.
fn is_plain(known: &Known) -> bool {
    known.letters.is_empty() && known.frequent.is_empty()
}

/// Tells the languages of a script by their commonest words.
fn by_words(text: &str, languages: &[Known]) -> Option<Language> {
    let mut hits = vec![0_u32; languages.len()];
    let inside =
        |letter: char| is_letter_or_digit(letter) || matches!(letter, '\'' | '’' | '\u{300}'..='\u{36F}');
    let words = text.split(|letter| !inside(letter)).map(|word| word.trim_matches(['\'', '’']));
    for word in words.filter(|word| !word.is_empty()).take(MOST_WORDS) {
        let bits = match FUNCTION_WORDS.get(word) {
            None if word.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()) => {
                FUNCTION_WORDS.get(word.to_lowercase().as_str())
            }
            bits => bits,
        };
        let bits = bits.copied().unwrap_or_default();
        for (at, hit) in hits.iter_mut().enumerate() {
            *hit += u32::from(bits >> at & 1 == 1);
        }
    }
    let best = hits.iter().copied().max()?;
    let second = hits.iter().copied().filter(|&hit| hit < best).max().unwrap_or(0);
    let alone = hits.iter().filter(|&&hit| hit == best).count() == 1;
    if best < FEWEST_HITS || !alone || best * 4 < second * 5 {
        return None;
    }
    let at = hits.iter().position(|&hit| hit == best)?;
    languages.get(at).map(|known| known.language)
}

/// Trigrams of a line or two tell languages of one family apart only by chance: those with folders come first.
fn by_trigrams(text: &str) -> Option<Language> {
    let end = text.char_indices().nth(TRIGRAM_LETTERS).map_or(text.len(), |(at, _)| at);
    let head = text.get(..end).unwrap_or_default();
    let own =
        || Language::all().filter_map(|language| language.profile().trigrams.map(|lang| (lang, language)));
    let info = if head.len() < SHORT {
        whatlang::Detector::with_allowlist(own().map(|(lang, _)| lang).collect()).detect(head)?
    } else {
        whatlang::detect(head)?
    };
    let others = NEIGHBOURS.lines("trigrams").filter_map(|line| line.split_once(' '));
    let others =
        others.filter_map(|(code, lang)| Some((whatlang::Lang::from_code(lang)?, Language::from_tag(code)?)));
    let known = own().chain(others).find(|(lang, _)| *lang == info.lang());
    known.filter(|_| info.is_reliable()).map(|(_, language)| language)
}

/// Of the languages with folders written in a script told by its letters, for a text of a few words that has none of them:
/// the one whose small words it has, else the one with the fewest such letters, which a text is the likeliest to lack.
fn likeliest(text: &str) -> Option<Language> {
    let (script, languages) = script_of(text)?;
    let words: Vec<String> = text
        .split(|letter| !is_letter_or_digit(letter))
        .filter(|word| !word.is_empty())
        .take(MOST_WORDS)
        .map(str::to_lowercase)
        .collect();
    if script.by_words || words.len() < FEWEST_WORDS {
        return None;
    }
    let small = |known: &&Known| words.iter().filter(|word| known.words.contains(&word.as_str())).count();
    let own = languages.iter().filter(|known| known.language.profile().script.is_some());
    own.max_by_key(|known| (small(known), Reverse(known.letters.len()))).map(|known| known.language)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<String> {
        by_script(text).map(Language::code)
    }

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
            assert_eq!(told(text).as_deref(), Some(due), "{text}");
        }
    }

    #[test]
    fn a_few_words_without_a_telling_letter_are_of_a_language_of_their_script() {
        for (text, due) in [
            ("Глава комитета Тамара Веснина пояснила, что она не подавала заявление об отставке.", "ru"),
            ("«Мост откроют осенью», - сообщил на заседании инженер Захар Пролетов.", "ru"),
            ("Голова комітету Тамара Весніна сказала: «Не подавала заяву».", "uk"),
            ("Глава района подал в отставку", "ru"),
        ] {
            assert_eq!(Language::of_text(text).map(Language::code).as_deref(), Some(due), "{text}");
        }
        assert_eq!(Language::of_text("Москва"), None);
    }

    #[test]
    fn stays_silent_when_nothing_tells() {
        for text in ["", "42", "Halmstad", "— — —", "Москва"] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn a_language_with_a_folder_has_no_lines_among_the_neighbours() {
        for section in ["script", "letters", "borrowed letters", "frequent letters", "function", "trigrams"] {
            for line in NEIGHBOURS.lines(section) {
                let code = Language::from_tag(line.split(' ').next().unwrap()).unwrap();
                assert!(Language::all().all(|language| language != code), "{line}");
            }
        }
    }
}
