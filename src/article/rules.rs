//! The line rules: what a whole line of known wording is, in five languages.
//!
//! In: one line. Out: its role, or that it heads a list of other articles. The wording stands in `rules/*.txt`;
//! the rules of every language are tried on every line, because pages mix languages.

use std::sync::LazyLock;

use regex::{RegexSet, RegexSetBuilder};

/// What the wording of a line says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wording {
    /// Navigation, dates, share words, notices.
    Boilerplate,
    /// A picture's words or credit.
    Caption,
    /// Who wrote it.
    Byline,
    /// The head of a list of other articles, or of a note on the author.
    Tail,
}

/// No rule looks at a longer line, in characters.
const LONGEST: usize = 450;

struct Rules {
    set: RegexSet,
    /// For each rule, the longest line it may match, in characters, and what it says.
    means: Vec<(usize, Wording)>,
}

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let files = [
        include_str!("rules/en.txt"),
        include_str!("rules/ru.txt"),
        include_str!("rules/de.txt"),
        include_str!("rules/fr.txt"),
        include_str!("rules/es.txt"),
    ];
    let rules: Vec<_> = files.iter().flat_map(|file| read(file)).collect();
    let patterns = rules.iter().map(|(_, _, pattern)| format!("^(?:{pattern})$"));
    let set = RegexSetBuilder::new(patterns)
        .case_insensitive(true)
        .size_limit(64 << 20)
        .dfa_size_limit(16 << 20)
        .build()
        .unwrap_or_else(|_| RegexSet::empty());
    Rules { set, means: rules.iter().map(|&(limit, wording, _)| (limit, wording)).collect() }
});

/// Reads one rule file: `[section]` lines, `#` comments, and rules `LIMIT PATTERN`.
fn read(file: &'static str) -> impl Iterator<Item = (usize, Wording, &'static str)> {
    let mut section = None;
    file.lines().filter_map(move |line| {
        match line {
            "[boilerplate]" => section = Some(Wording::Boilerplate),
            "[caption]" => section = Some(Wording::Caption),
            "[byline]" => section = Some(Wording::Byline),
            "[tail]" => section = Some(Wording::Tail),
            _ => {
                let (limit, pattern) = line.split_once(' ')?;
                return Some((limit.parse().ok()?, section?, pattern));
            }
        }
        None
    })
}

/// What the wording of `line` says it is; `None` for ordinary text. Where rules disagree: a tail before a caption
/// before a byline before boilerplate.
pub(super) fn wording(line: &str) -> Option<Wording> {
    let length = line.chars().take(LONGEST + 1).count();
    if length > LONGEST {
        return None;
    }
    let rank = |wording: &Wording| match wording {
        Wording::Tail => 0,
        Wording::Caption => 1,
        Wording::Byline => 2,
        Wording::Boilerplate => 3,
    };
    let hits = RULES.set.matches(line);
    hits.iter()
        .filter_map(|index| RULES.means.get(index))
        .filter(|(limit, _)| length <= *limit)
        .map(|&(_, wording)| wording)
        .min_by_key(rank)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_compiles() {
        assert!(RULES.set.len() > 150);
        assert_eq!(RULES.set.len(), RULES.means.len());
    }
}
