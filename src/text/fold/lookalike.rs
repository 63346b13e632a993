//! Letters that look like those of another alphabet, by which words are made that are not what they seem.

use unicode_normalization::UnicodeNormalization as _;

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
    name.nfkc().map(latin).collect()
}

/// The Latin letter that one looks like, or the letter itself.
const fn latin(letter: char) -> char {
    match letter {
        'а' | 'Α' | 'А' => 'a',
        'В' | 'Β' | 'в' => 'b',
        'с' | 'С' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' | 'Е' | 'Ε' | 'ё' => 'e',
        'ɡ' => 'g',
        'һ' | 'Н' | 'Η' | 'н' => 'h',
        'і' | 'І' | 'Ι' | 'ι' => 'i',
        'ј' | 'Ј' => 'j',
        'К' | 'Κ' | 'к' | 'κ' => 'k',
        'ӏ' => 'l',
        'М' | 'Μ' | 'м' => 'm',
        'Ν' | 'п' | 'Π' => 'n',
        'о' | 'О' | 'Ο' | 'ο' => 'o',
        'р' | 'Р' | 'Ρ' | 'ρ' => 'p',
        'ԛ' => 'q',
        'г' => 'r',
        'ѕ' | 'Ѕ' => 's',
        'Т' | 'Τ' | 'т' | 'τ' => 't',
        'υ' => 'u',
        'ν' | 'ѵ' => 'v',
        'ԝ' | 'ω' => 'w',
        'х' | 'Х' | 'Χ' | 'χ' => 'x',
        'у' | 'У' | 'Υ' | 'γ' => 'y',
        'Ζ' | 'З' => 'z',
        _ => letter,
    }
}

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
