//! Reading of the tables beside this file.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::sections;

/// Words of marks by what they say; see `marks.txt`.
static MARKS: LazyLock<HashMap<&'static str, Vec<&'static str>>> =
    LazyLock::new(|| sections(include_str!("marks.txt")));

/// The words of marks of one kind.
pub(super) fn marks(kind: &str) -> &'static [&'static str] {
    MARKS.get(kind).map(Vec::as_slice).unwrap_or_default()
}

/// The entries of a table, an entry a line: all but remarks and empty lines.
pub(super) fn entries(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The entries of a table that stand under `[name]`.
pub(super) fn section(file: &'static str, name: &str) -> impl Iterator<Item = &'static str> {
    let heads = |line: &&str| line.starts_with('[');
    entries(file)
        .skip_while(move |line| line.trim_matches(['[', ']']) != name || !heads(line))
        .skip(1)
        .take_while(move |line| !heads(line))
}

/// Ranges of what pages part words with.
pub(super) const BETWEEN_WORDS: &str = r"\x00-/:-@\[-\^`{-©«-´¶-¹»-¿×÷\u{2000}-\u{2BFF}\u{3000}-\u{303F}\u{FE30}-\u{FE6F}\u{FF00}-\u{FF0F}\u{1F000}-\u{1FAFF}";
