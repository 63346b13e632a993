//! What the letters of scripts without spaces write.

use crate::text::is_letter;

/// Classes of letters by what they write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    Digit,
    Foreign,
    Ending,
    Ideograph,
    Latin,
    None,
}

/// What a letter writes.
#[must_use]
pub(super) fn letters(letter: char) -> Letters {
    match letter {
        _ if letter.is_numeric() || matches!(letter, '〇' | '○' | '%' | '％') => Letters::Digit,
        '\u{30A0}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}' => Letters::Foreign,
        '\u{3040}'..='\u{309F}' => Letters::Ending,
        '\u{3400}'..='\u{9FFF}' | '々' | '\u{F900}'..='\u{FAFF}' => Letters::Ideograph,
        _ if is_letter(letter) => Letters::Latin,
        _ => Letters::None,
    }
}

/// True for a form whose last letter is an ideograph.
#[must_use]
pub(super) fn ends_in_ideograph(form: &str) -> bool {
    form.chars().next_back().is_some_and(|letter| letters(letter) == Letters::Ideograph)
}
