//! The same answers as [`char::is_alphabetic`], [`char::is_alphanumeric`] and [`str::to_lowercase`], quick for the scripts
//! news is written in: the library looks each letter beyond ASCII up in the table of all scripts.

/// What a character is known to be without a table; `None` for all others.
#[inline]
const fn quick(c: char) -> Option<bool> {
    match c {
        '0'..='9' => None,
        // Latin, Cyrillic; Arabic, the signs of its vowels included; ideographs, hiragana, katakana
        'a'..='z'
        | 'A'..='Z'
        | '\u{C0}'..='\u{D6}'
        | '\u{D8}'..='\u{F6}'
        | '\u{F8}'..='\u{24F}'
        | '\u{400}'..='\u{481}'
        | '\u{48A}'..='\u{52F}'
        | '\u{620}'..='\u{657}'
        | '\u{66E}'..='\u{6D3}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30A1}'..='\u{30FA}' => Some(true),
        // spaces, dashes, quotation marks; the same in scripts without spaces
        '\0'..='\u{7F}'
        | '\u{2000}'..='\u{206F}'
        | '\u{A0}'
        | '\u{AB}'
        | '\u{BB}'
        | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{FF01}'..='\u{FF0F}' => Some(false),
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

/// The small ones of the pairs that stand side by side: behind the capital or, elsewhere, before the next.
#[inline]
const fn is_small_of_a_pair(c: char) -> bool {
    let even = (c as u32).is_multiple_of(2);
    match c {
        '\u{100}'..='\u{137}' | '\u{14A}'..='\u{177}' => !even,
        '\u{139}'..='\u{148}' | '\u{179}'..='\u{17E}' => even,
        _ => false,
    }
}

/// The only letter of [`char::to_lowercase`], where it is known without a table.
#[inline]
const fn quick_lower(c: char) -> Option<char> {
    match c {
        '\0'..='\u{7F}' => Some(c.to_ascii_lowercase()),
        '\u{410}'..='\u{42F}' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{DE}' => char::from_u32(c as u32 + 0x20),
        '\u{400}'..='\u{40F}' => char::from_u32(c as u32 + 0x50),
        '\u{430}'..='\u{45F}'
        | '\u{D7}'
        | '\u{DF}'..='\u{FF}'
        | '\u{600}'..='\u{6FF}'
        | '\u{3000}'..='\u{9FFF}'
        | '\u{2000}'..='\u{2070}' => Some(c),
        _ if is_small_of_a_pair(c) => Some(c),
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
