//! Letters that look like those of another alphabet, by which words are made that are not what they seem.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;

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
    name.nfkc().map(|letter| LATIN.get(&letter).copied().unwrap_or(letter)).collect()
}

/// Letters that look like a Latin one.
const ALIKE: [(&str, char); 25] = [
    ("аΑА", 'a'),
    ("ВΒв", 'b'),
    ("сСϲ", 'c'),
    ("ԁ", 'd'),
    ("еЕΕё", 'e'),
    ("ɡ", 'g'),
    ("һНΗн", 'h'),
    ("іІΙι", 'i'),
    ("јЈ", 'j'),
    ("КΚкκ", 'k'),
    ("ӏ", 'l'),
    ("МΜм", 'm'),
    ("ΝпΠ", 'n'),
    ("оОΟο", 'o'),
    ("рРΡρ", 'p'),
    ("ԛ", 'q'),
    ("г", 'r'),
    ("ѕЅ", 's'),
    ("ТΤтτ", 't'),
    ("υ", 'u'),
    ("νѵ", 'v'),
    ("ԝω", 'w'),
    ("хХΧχ", 'x'),
    ("уУΥγ", 'y'),
    ("ΖЗ", 'z'),
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
    }
}
