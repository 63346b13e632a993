//! One form for comparing: case, diacritics, quote marks, dashes and spaces levelled.

mod lookalike;

pub use lookalike::{is_mixed, latin_lookalike};

use crate::languages::{is_letter_or_digit, push_lower};
use unicode_normalization::char::decompose_canonical;

/// Levels case, diacritics, quote marks, dashes and spaces, for names and search; `Đukanović` gives `dukanovic`.
///
/// Cyrillic й stays itself (it is a letter, not an accent), ё becomes е. Offsets are not kept.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii() {
            out.push(if letter.is_ascii_whitespace() { ' ' } else { letter.to_ascii_lowercase() });
        } else if is_plain(letter) {
            push_lower(letter, &mut out);
        } else {
            fold_letter(letter, &mut out);
        }
    }
    out
}

/// True for letters with nothing to level but their case: of Russian, of Arabic, of Japanese and Chinese.
const fn is_plain(letter: char) -> bool {
    matches!(letter, '\u{410}'..='\u{44F}' | '\u{620}'..='\u{64A}' | '\u{3040}'..='\u{9FFF}')
}

/// The letters and digits of a text in lower case, all else left out: whether two texts have the same words.
#[must_use]
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| is_letter_or_digit(*c)).flat_map(char::to_lowercase).collect()
}

/// The letter that stands for all that Arabic and Persian writers use for one another in names; any other as it is.
#[must_use]
pub const fn one_letter(letter: char) -> char {
    match letter {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ی' | 'ى' | 'ئ' => 'ي',
        'ک' => 'ك',
        'ة' | 'ۀ' | 'ە' | 'ہ' | 'ھ' => 'ه',
        'ؤ' => 'و',
        other => other,
    }
}

fn fold_letter(letter: char, out: &mut String) {
    for lower in letter.to_lowercase() {
        // Only Latin, Greek and Cyrillic: taking Hangul or Indic letters apart would lose them.
        if matches!(lower, '\u{00C0}'..='\u{052F}' | '\u{1E00}'..='\u{1FFF}') {
            decompose_canonical(lower, |part| fold_part(part, out));
        } else {
            fold_part(lower, out);
        }
    }
}

fn fold_part(part: char, out: &mut String) {
    match part {
        '\u{0306}' if out.ends_with('и') => {
            out.pop();
            out.push('й');
        }
        '\u{0300}'..='\u{036F}'
        | '\u{0591}'..='\u{05C7}'
        | '\u{064B}'..='\u{065F}'
        | '\u{00AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2060}'
        | '\u{FEFF}' => {}
        '\u{2018}'..='\u{201B}' | '\u{2032}' | '\u{02BC}' | '\u{02B9}' | '‹' | '›' | '´' => {
            out.push('\'');
        }
        '\u{201C}'..='\u{201F}' | '«' | '»' | '\u{2033}' | '\u{300C}' | '\u{300D}' => out.push('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
        '…' => out.push_str("..."),
        'ß' => out.push_str("ss"),
        'æ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        'ø' => out.push('o'),
        'ł' => out.push('l'),
        'đ' | 'ð' => out.push('d'),
        'þ' => out.push_str("th"),
        'ı' => out.push('i'),
        _ if part.is_whitespace() => out.push(' '),
        _ => out.push(part),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn levels_what_writers_spell_differently() {
        for (given, due) in [
            ("Đukanović", "dukanovic"),
            ("Erdoğan", "erdogan"),
            ("İstanbul", "istanbul"),
            ("Großbritannien", "grossbritannien"),
            ("Пётр Чайковский", "петр чайковский"),
            ("Чаи\u{0306}ковский", "чайковский"),
            ("O\u{2019}Brien", "o'brien"),
            ("„Ja“ — «да»", "\"ja\" - \"да\""),
            ("Saint\u{00A0}Denis", "saint denis"),
            ("Wałęsa", "walesa"),
            ("co\u{00AD}operate", "cooperate"),
            ("한국 हिन्दी", "한국 हिन्दी"),
        ] {
            assert_eq!(fold(given), due, "{given}");
        }
    }

    #[test]
    fn plain_letters_are_folded_as_all_are() {
        for letter in ('\0'..=char::MAX).filter(|letter| is_plain(*letter)) {
            let mut due = String::new();
            fold_letter(letter, &mut due);
            assert_eq!(fold(&letter.to_string()), due, "{letter:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
