//! The tables beside this file: names of classes, tags and attributes of pages.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::languages::Table;

static TABLE: Table = Table::new(include_str!("marks.txt"));
/// Words of marks by what they say; see `marks.txt`.
static MARKS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let words = |kind| TABLE.lines(kind).flat_map(str::split_whitespace).collect();
    TABLE.names().map(|kind| (kind, words(kind))).collect()
});

/// The words of marks of one kind.
pub(super) fn marks(kind: &str) -> &'static [&'static str] {
    MARKS.get(kind).map(Vec::as_slice).unwrap_or_default()
}

/// Ranges of what pages part words with.
pub(super) const BETWEEN_WORDS: &str = r"\x00-/:-@\[-\^`{-©«-´¶-¹»-¿×÷\u{2000}-\u{2BFF}\u{3000}-\u{303F}\u{FE30}-\u{FE6F}\u{FF00}-\u{FF0F}\u{1F000}-\u{1FAFF}";
