//! Whether decoded text is like what people write.

/// Up to this share of flaws in the characters beyond ASCII, text is as it should be but for accidents.
pub(super) const FEW: f32 = 0.1;

/// The share of the characters of `text` beyond ASCII that cannot stand where they stand: replacements, a capital behind
/// a small letter, a letter of one alphabet beside one of another, a sign within a word. 1 where capitals outnumber small
/// letters, as in Russian read in the other of its two old sets. One accident is always forgiven.
pub(super) fn flaws(text: &str) -> f32 {
    let (mut flaws, mut all, mut capitals, mut small) = (0_usize, 0_usize, 0_usize, 0_usize);
    let (mut before, mut last) = (' ', ' ');
    for c in text.chars() {
        let high = !c.is_ascii();
        all += usize::from(high);
        capitals += usize::from(high && c.is_uppercase());
        small += usize::from(high && c.is_lowercase());
        let broken = c == '\u{fffd}'
            || high && !last.is_ascii() && c.is_uppercase() && last.is_lowercase()
            || c.is_alphabetic() && last.is_alphabetic() && is_cyrillic(c) != is_cyrillic(last)
            || is_sign(last) && before.is_alphabetic() && c.is_alphabetic();
        flaws += usize::from(broken);
        (before, last) = (last, c);
    }
    if capitals > small && capitals > 8 {
        return 1.0;
    }
    flaws.saturating_sub(1) as f32 / all.max(1) as f32
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

/// A sign that stands in no word.
fn is_sign(c: char) -> bool {
    matches!(c, '¡'..='©' | '«' | '¬' | '®'..='±' | '²'..='´' | '¶' | '¸'..='¹' | '»'..='¿' | '†'..='‡' | '‰' | '™' | '€')
}

/// Western text is mostly ASCII letters; where a third of all letters are not, a Western label is wrong.
pub(super) fn is_not_latin(text: &[u8]) -> bool {
    let mut within_tag = false;
    let (mut high, mut plain) = (0_usize, 0_usize);
    for byte in text {
        match byte {
            b'<' => within_tag = true,
            b'>' => within_tag = false,
            0x80.. if !within_tag => high += 1,
            b'a'..=b'z' | b'A'..=b'Z' if !within_tag => plain += 1,
            _ => {}
        }
    }
    high * 2 > plain
}
