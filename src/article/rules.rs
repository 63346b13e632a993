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

/// Ranges of what pages part words with.
pub(super) const BETWEEN_WORDS: &str = r"\x00-/:-@\[-\^`{-©«-´¶-¹»-¿×÷\u{2000}-\u{2BFF}\u{3000}-\u{303F}\u{FE30}-\u{FE6F}\u{FF00}-\u{FF0F}\u{1F000}-\u{1FAFF}";
/// Ranges of capitals; in the blocks of extended Latin they take turns with small letters.
const CAPITALS: &str = "A-ZÀ-ÖØ-ÞĀ-ɏͰ-ΫЀ-Я";

/// Rules tried together.
struct Rules {
    set: RegexSet,
    /// For each rule, the longest line it may match, in characters, and what it says.
    means: Vec<(usize, Wording)>,
}

/// Rules whose first word is given, and rules that begin anywhere: apart, because an automaton for the former gives
/// up on an ordinary line after a word or two.
static RULES: LazyLock<[Rules; 2]> = LazyLock::new(|| {
    let files = [
        include_str!("rules/en.txt"),
        include_str!("rules/ru.txt"),
        include_str!("rules/de.txt"),
        include_str!("rules/fr.txt"),
        include_str!("rules/es.txt"),
    ];
    let rules = files.iter().flat_map(|file| read(file)).flat_map(|(limit, wording, pattern)| {
        alternatives(pattern).into_iter().map(move |pattern| (limit, wording, pattern))
    });
    let (floating, headed) = rules.partition(|(_, _, pattern)| is_floating(pattern));
    [compile(headed), compile(floating)]
});

fn is_floating(pattern: &str) -> bool {
    pattern.trim_start_matches('(').starts_with('.')
}

/// The alternatives of a pattern at its outermost level.
fn alternatives(pattern: &str) -> Vec<&str> {
    let (mut found, mut start, mut depth, mut escaped) = (Vec::new(), 0, 0_i32, false);
    for (at, c) in pattern.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            '|' if depth == 0 => {
                found.extend(pattern.get(start..at));
                start = at + 1;
            }
            _ => {}
        }
    }
    found.extend(pattern.get(start..));
    found
}

fn compile(rules: Vec<(usize, Wording, &str)>) -> Rules {
    let patterns = rules.iter().map(|(_, _, pattern)| format!("^(?:{})$", with_small_classes(pattern)));
    let set = RegexSetBuilder::new(patterns)
        .case_insensitive(true)
        .size_limit(64 << 20)
        .dfa_size_limit(16 << 20)
        .build()
        .unwrap_or_else(|_| RegexSet::empty());
    Rules { set, means: rules.into_iter().map(|(limit, wording, _)| (limit, wording)).collect() }
}

/// Spells out the classes of letters: those of Unicode have hundreds of ranges, and written into a hundred rules they
/// made the first line of a run wait twenty milliseconds.
fn with_small_classes(pattern: &str) -> String {
    pattern
        .replace(r"\W", &format!("[{BETWEEN_WORDS}]"))
        .replace(r"\w", &format!("[^{BETWEEN_WORDS}]"))
        .replace(r"\d", "[0-9]")
        .replace(r"\p{Lu}", &format!("[{CAPITALS}]"))
}

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
    RULES
        .iter()
        .flat_map(|rules| rules.set.matches(line).into_iter().filter_map(|index| rules.means.get(index)))
        .filter(|(limit, _)| length <= *limit)
        .map(
            |&(_, wording)| {
                if wording == Wording::Tail && names_one(line) { Wording::Boilerplate } else { wording }
            },
        )
        .min_by_key(rank)
}

/// Whether a line goes on after a colon: it names one other article and heads no list.
fn names_one(line: &str) -> bool {
    line.split_once(':').is_some_and(|(_, rest)| rest.chars().any(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_compiles() {
        for rules in RULES.iter() {
            assert!(rules.set.len() > 20, "{}", rules.set.len());
            assert_eq!(rules.set.len(), rules.means.len());
        }
    }
}
