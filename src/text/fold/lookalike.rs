//! Letters that look like those of another alphabet, by which words are made that are not what they seem.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;
use unicode_security::skeleton;

use crate::text::FastMap;

/// Whether a word has letters of several alphabets. Signs of East Asia look like no letter and stand beside any: `NHKニュース`.
#[must_use]
pub fn is_mixed(word: &str) -> bool {
    let mut scripts = word.chars().filter(|c| c.is_alphabetic() && !is_east_asian(*c)).map(script);
    let first = scripts.next();
    scripts.any(|script| Some(script) != first)
}

/// The alphabets whose letters look alike, and all others.
#[derive(PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Other,
}

const fn script(letter: char) -> Script {
    match letter {
        '\u{370}'..='\u{3ff}' => Script::Greek,
        '\u{400}'..='\u{52f}' => Script::Cyrillic,
        '\u{530}'..='\u{58f}' => Script::Armenian,
        ..'\u{250}' => Script::Latin,
        _ => Script::Other,
    }
}

/// Han, kana, Bopomofo and Hangul (Unicode Standard, chapter 18).
fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}')
        || matches!(c, '\u{ff66}'..='\u{ffdc}' | '\u{20000}'..='\u{3ffff}')
}

/// A name with letters of other alphabets written as the Latin ones they look like (Unicode Technical Standard 39).
#[must_use]
pub fn latin_lookalike(name: &str) -> String {
    name.nfkc().map(|letter| latin(letter).unwrap_or(letter)).collect()
}

/// Whether a letter or digit of another style or a rare alphabet looks like a Latin one: circled, of full width, small
/// capitals.
#[must_use]
pub fn is_styled(letter: char) -> bool {
    let plain = || std::iter::once(letter).nfkc().next().is_some_and(|plain| plain.is_ascii_alphanumeric());
    !letter.is_ascii() && !is_ordinary(letter) && (latin(letter).is_some() || plain())
}

/// Letters that whole texts are written in: Latin with accents, Greek, Cyrillic, Arabic, signs of East Asia.
fn is_ordinary(letter: char) -> bool {
    matches!(letter, '\u{80}'..='\u{24f}' | '\u{370}'..='\u{45f}' | '\u{590}'..='\u{77f}')
        || is_east_asian(letter)
}

/// The Latin letter or the digit that a letter looks like.
fn latin(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return None;
    }
    LATIN.get(&letter).copied().or_else(|| {
        let mut bytes = [0; 4];
        let mut alike = skeleton(letter.encode_utf8(&mut bytes));
        let first = alike.next()?;
        let first = LATIN.get(&first).copied().unwrap_or(first);
        (alike.next().is_none() && first.is_ascii_alphanumeric()).then_some(first)
    })
}

/// Letters that look like a Latin one, besides those of [`skeleton`].
const ALIKE: [(&str, char); 27] = [
    ("аΑАᴀ", 'a'),
    ("ВΒвʙ", 'b'),
    ("сСϲᴄ", 'c'),
    ("ԁᴅ", 'd'),
    ("еЕΕёᴇ", 'e'),
    ("ɡɢ", 'g'),
    ("һНΗнʜ", 'h'),
    ("іІΙιɪ", 'i'),
    ("јЈᴊ", 'j'),
    ("КΚкκᴋ", 'k'),
    ("ӏʟ", 'l'),
    ("МΜмᴍ", 'm'),
    ("ΝпΠɴ", 'n'),
    ("оОΟοᴏ", 'o'),
    ("рРΡρᴘ", 'p'),
    ("ԛɋ", 'q'),
    ("гʀ", 'r'),
    ("ѕЅꜱ", 's'),
    ("ТΤтτᴛ", 't'),
    ("υᴜ", 'u'),
    ("νѵᴠ", 'v'),
    ("ԝωᴡ", 'w'),
    ("хХΧχ", 'x'),
    ("уУΥγʏ", 'y'),
    ("ΖЗᴢ", 'z'),
    ("ꜰ", 'f'),
    ("٠۰", '0'),
];

static LATIN: LazyLock<FastMap<char, char>> = LazyLock::new(|| {
    ALIKE.iter().flat_map(|(alike, latin)| alike.chars().map(|letter| (letter, *latin))).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_two_alphabets_are_told_and_read_as_they_look() {
        assert!(
            is_mixed("qu\u{43e}tes")
                && is_mixed("R\u{395}UTERS")
                && !is_mixed("Цитаты")
                && !is_mixed("quotes")
        );
        assert!(!is_mixed("NHKニュース") && !is_mixed("KBS뉴스") && is_mixed("N\u{41d}K新聞"));
        assert_eq!(latin_lookalike("4 qu\u{43e}t\u{435}s"), "4 quotes");
        assert_eq!(latin_lookalike("４ ｑｕｏｔｅｓ"), "4 quotes");
        assert_eq!(latin_lookalike("𝐪𝐮𝐨𝐭𝐞𝐬"), "quotes");
        for odd in ["ԛuotes", "quοtes", "ⓠⓤⓞⓣⓔⓢ", "qᴜᴏᴛᴇꜱ", "ɋuotes", "q\u{57d}otes", "quоtеѕ"]
        {
            assert_eq!(latin_lookalike(odd), "quotes", "{odd}");
        }
        assert_eq!(latin_lookalike("vérifié"), "vérifié");
        assert!("ⓠᴜ𝓺ｑ".chars().all(is_styled) && !"éцλا引".chars().any(is_styled));
    }
}
