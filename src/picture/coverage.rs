//! Which letters the shipped fonts have.

use std::sync::LazyLock;

/// Ranges of code points, sorted, a line each; written by the script that made the fonts (`fonts/README.md`).
static RANGES: LazyLock<Vec<(u32, u32)>> = LazyLock::new(|| {
    let range = |line: &str| {
        let (first, last) = line.split_once('-').unwrap_or((line, line));
        Some((u32::from_str_radix(first, 16).ok()?, u32::from_str_radix(last, 16).ok()?))
    };
    include_str!("fonts/coverage.txt").lines().filter_map(range).collect()
});

/// Whether a picture of these words can be drawn: the program draws pictures, and its fonts have every letter.
#[must_use]
pub fn can_draw(words: &str) -> bool {
    cfg!(feature = "pictures") && words.chars().all(has_glyph)
}

/// Whether a letter has a glyph, or needs none.
pub(super) fn has_glyph(letter: char) -> bool {
    let code = u32::from(letter);
    let after = RANGES.partition_point(|(first, _)| *first <= code);
    let found = after.checked_sub(1).and_then(|at| RANGES.get(at)).is_some_and(|(_, last)| code <= *last);
    found || letter.is_whitespace() || is_invisible(letter)
}

/// Joiners, marks of direction, and controls, which are left out.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
