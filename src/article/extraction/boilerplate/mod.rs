//! The line rules: what a whole line of known wording is, in every language that has some.
//!
//! In: one line. Out: its role, or that it heads a list of other articles. The wording stands in the languages' tables;
//! the rules of every language are tried on every line, because pages mix languages.

mod patterns;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::bytes::{RegexSet, RegexSetBuilder};

use crate::languages::{self, section};
use patterns::{Bounded, Shape, alternatives, bounded, is_cased};

/// What the wording of a line says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::article) enum Wording {
    /// Navigation, dates, share words, notices.
    Boilerplate,
    /// A picture's words or credit.
    Caption,
    /// Who wrote it.
    Byline,
    /// The head of a list of other articles, or of a note on the author.
    Tail,
}

/// No rule looks at a longer line, in characters, nor at preformatted text of several.
const LONGEST: usize = 450;

/// Rules tried together.
struct Rules {
    /// Matches wherever one of them does, and seldom elsewhere, in far less time.
    sieve: RegexSet,
    set: RegexSet,
    /// True for rules that tell capitals from small letters; the others are tried on the line in lower case, because
    /// patterns that ignore case are several times as large.
    cased: bool,
    /// For each rule, the longest line it may match, in characters, and what it says.
    means: Vec<(usize, Wording)>,
}

/// The rules by their shape and by whether capitals count in them: an automaton gives up on an ordinary line after a
/// word or two if all its rules give the first word, and as soon from the line's end if all give the last.
static RULES: LazyLock<Vec<Rules>> = LazyLock::new(|| {
    let mut groups: BTreeMap<(Shape, bool), Vec<_>> = BTreeMap::new();
    for (limit, wording, pattern) in patterns() {
        let (shape, bounded) = bounded(pattern);
        groups.entry((shape, is_cased(pattern))).or_default().push((limit, wording, bounded));
    }
    groups.into_iter().map(|((_, cased), rules)| compile(&rules, cased)).collect()
});

/// What a line of each section says it is.
const SECTIONS: [(section::Section, Wording); 4] = [
    (section::BOILERPLATE_LINE, Wording::Boilerplate),
    (section::CAPTION_LINE, Wording::Caption),
    (section::BYLINE_LINE, Wording::Byline),
    (section::TAIL_LINE, Wording::Tail),
];

/// Every branch of every rule, `LIMIT PATTERN`: the longest line it may match, in characters, what it says, and its
/// pattern.
pub(in crate::article) fn patterns() -> impl Iterator<Item = (usize, Wording, &'static str)> {
    SECTIONS
        .into_iter()
        .flat_map(|(section, wording)| languages::lines(section).map(move |rule| (wording, rule)))
        .flat_map(|(wording, rule)| {
            let (limit, pattern) = rule.split_once(' ').unwrap_or(("", rule));
            let limit = limit.parse().ok();
            let patterns = limit.map(|_| alternatives(pattern)).unwrap_or_default();
            patterns.into_iter().map(move |pattern| (limit.unwrap_or_default(), wording, pattern))
        })
}

fn compile(rules: &[(usize, Wording, Bounded)], cased: bool) -> Rules {
    let set = |pattern: fn(&Bounded) -> &String| {
        RegexSetBuilder::new(rules.iter().map(|(_, _, rule)| pattern(rule)))
            .case_insensitive(cased)
            .size_limit(64 << 20)
            .dfa_size_limit(16 << 20)
            .build()
            .unwrap_or_else(|_| RegexSet::empty())
    };
    let whole = set(|rule| &rule.whole);
    let same = rules.iter().all(|(_, _, rule)| rule.headless == rule.whole);
    Rules {
        sieve: if same { whole.clone() } else { set(|rule| &rule.headless) },
        set: whole,
        cased,
        means: rules.iter().map(|(limit, wording, _)| (*limit, *wording)).collect(),
    }
}

/// What the wording of `line` says it is; `None` for ordinary text. Where rules disagree: a tail before a caption
/// before a byline before boilerplate.
pub(in crate::article) fn wording(line: &str) -> Option<Wording> {
    // the longest character has four bytes
    if line.len() > 4 * LONGEST || line.contains('\n') {
        return None;
    }
    let length = line.chars().count();
    if length > LONGEST {
        return None;
    }
    let rank = |wording: &Wording| match wording {
        Wording::Tail => 0,
        Wording::Caption => 1,
        Wording::Byline => 2,
        Wording::Boilerplate => 3,
    };
    let lower = line.to_lowercase();
    let matches = |rules: &'static Rules| {
        let line = if rules.cased { line } else { &lower }.as_bytes();
        // to tell that none matches takes far less time than to tell which ones do
        let set = Some(&rules.set).filter(|_| rules.sieve.is_match(line));
        set.into_iter().flat_map(|set| set.matches(line)).filter_map(|index| rules.means.get(index))
    };
    RULES
        .iter()
        .flat_map(matches)
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
            assert!(!rules.set.is_empty());
            assert_eq!(rules.set.len(), rules.means.len());
        }
    }
}
