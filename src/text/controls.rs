//! Control characters, by which words could move the cursor of a terminal, clear it, or put something on its clipboard.

use std::borrow::Cow;

/// Whether a character controls what shows it; the end of a line and a tab do not.
#[must_use]
pub const fn controls_screen(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}')
}

/// The words with each control character told by its number, as JSON writes it: `\\u001b`.
#[must_use]
pub fn told_controls(words: &str) -> Cow<'_, str> {
    if !words.contains(controls_screen) {
        return Cow::Borrowed(words);
    }
    let told = words
        .chars()
        .map(|c| if controls_screen(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() });
    Cow::Owned(told.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_controls_a_terminal_is_told_by_its_number() {
        assert_eq!(
            told_controls("a\u{1b}]0;x\u{7}\r\u{9b}2J\u{7f}"),
            "a\\u001b]0;x\\u0007\\u000d\\u009b2J\\u007f"
        );
        assert_eq!(told_controls("a\tb\né –"), "a\tb\né –");
    }
}
