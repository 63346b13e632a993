//! The same answers as [`char::is_alphabetic`], [`char::is_alphanumeric`] and [`str::to_lowercase`], quick for the scripts
//! news is written in: the library looks each letter beyond ASCII up in the table of all scripts.

/// What a character is known to be without a table; `None` for all others.
#[inline]
const fn quick(c: char) -> Option<bool> {
    match c {
        'a'..='z' | 'A'..='Z' => Some(true),
        '0'..='9' => None,
        '\0'..='\u{7F}' => Some(false),
        // Cyrillic, Latin
        '\u{400}'..='\u{481}'
        | '\u{48A}'..='\u{52F}'
        | '\u{C0}'..='\u{D6}'
        | '\u{D8}'..='\u{F6}'
        | '\u{F8}'..='\u{24F}' => Some(true),
        // Arabic, the signs of its vowels included
        '\u{620}'..='\u{657}' | '\u{66E}'..='\u{6D3}' => Some(true),
        // ideographs, hiragana, katakana
        '\u{4E00}'..='\u{9FFF}' | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' => Some(true),
        // spaces, dashes, quotation marks
        '\u{2000}'..='\u{206F}' | '\u{A0}' | '\u{AB}' | '\u{BB}' => Some(false),
        // the same in scripts without spaces
        '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{FF01}'..='\u{FF0F}' => Some(false),
        _ => None,
    }
}

/// The same as [`char::is_alphabetic`].
#[inline]
#[must_use]
pub fn is_letter(c: char) -> bool {
    quick(c).unwrap_or_else(|| c.is_alphabetic())
}

/// The same as [`char::is_alphanumeric`].
#[inline]
#[must_use]
pub fn is_letter_or_digit(c: char) -> bool {
    quick(c).unwrap_or_else(|| c.is_alphanumeric())
}

/// The only letter of [`char::to_lowercase`], where it is known without a table.
#[inline]
const fn quick_lower(c: char) -> Option<char> {
    match c {
        '\0'..='\u{7F}' => Some(c.to_ascii_lowercase()),
        '\u{410}'..='\u{42F}' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{DE}' => char::from_u32(c as u32 + 0x20),
        '\u{400}'..='\u{40F}' => char::from_u32(c as u32 + 0x50),
        // the small ones of pairs
        '\u{100}'..='\u{137}' | '\u{14A}'..='\u{177}' if c as u32 % 2 == 1 => Some(c),
        '\u{139}'..='\u{148}' | '\u{179}'..='\u{17E}' if c as u32 % 2 == 0 => Some(c),
        '\u{430}'..='\u{45F}' | '\u{D7}' | '\u{DF}'..='\u{FF}' => Some(c),
        '\u{600}'..='\u{6FF}' | '\u{3000}'..='\u{9FFF}' | '\u{2000}'..='\u{2070}' => Some(c),
        _ => None,
    }
}

/// Writes `c` in lower case behind `lower`, as [`char::to_lowercase`] has it.
#[inline]
pub fn push_lower(c: char, lower: &mut String) {
    match quick_lower(c) {
        Some(c) => lower.push(c),
        None => lower.extend(c.to_lowercase()),
    }
}

/// The same as [`str::to_lowercase`].
#[must_use]
pub fn lower(text: &str) -> String {
    // whose small form depends on what stands around it
    if text.contains('Σ') {
        return text.to_lowercase();
    }
    let mut lower = String::with_capacity(text.len());
    text.chars().for_each(|c| push_lower(c, &mut lower));
    lower
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_characters_are_told_as_the_library_tells_them() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_letter_or_digit(c), c.is_alphanumeric(), "{c:?}");
            let mut small = String::new();
            push_lower(c, &mut small);
            assert_eq!(small, c.to_lowercase().to_string(), "{c:?}");
        }
    }

    #[test]
    fn a_text_is_lowered_as_the_library_lowers_it() {
        for text in ["", "ΟΔΟΣ ΟΔΥΣΣΕΥΣ", "İSTANBUL", "Пётр Ґ", "ŁÓDŹ ǅ", "وزارة", "外交部ＡＢ"]
        {
            assert_eq!(lower(text), text.to_lowercase());
        }
    }
}
