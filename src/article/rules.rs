//! The line rules: what a whole line of known wording is, in five languages.
//!
//! In: one line. Out: its role, or that it heads a list of other articles. The wording stands in `rules/*.txt`;
//! the rules of every language are tried on every line, because pages mix languages.

use std::sync::LazyLock;

use regex::bytes::{RegexSet, RegexSetBuilder};

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
    /// True for rules that tell capitals from small letters; the others are tried on the line in lower case, because
    /// patterns that ignore case are several times as large.
    cased: bool,
    /// For each rule, the longest line it may match, in characters, and what it says.
    means: Vec<(usize, Wording)>,
}

fn files() -> [&'static str; 5] {
    [
        include_str!("rules/en.txt"),
        include_str!("rules/ru.txt"),
        include_str!("rules/de.txt"),
        include_str!("rules/fr.txt"),
        include_str!("rules/es.txt"),
    ]
}

/// Rules whose first word is given, and rules that begin anywhere: apart, because an automaton for the former gives
/// up on an ordinary line after a word or two.
static RULES: LazyLock<Vec<Rules>> = LazyLock::new(|| {
    let mut groups = [const { Vec::new() }; 4];
    for (limit, wording, pattern) in files().into_iter().flat_map(read) {
        for pattern in alternatives(pattern) {
            let group = usize::from(is_floating(pattern)) + 2 * usize::from(is_cased(pattern));
            groups.iter_mut().skip(group).take(1).for_each(|rules| rules.push((limit, wording, pattern)));
        }
    }
    groups.into_iter().map(compile).collect()
});

/// Whether a rule has a part in which capitals count.
fn is_cased(pattern: &str) -> bool {
    pattern.contains("(?-i:")
}

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
    let cased = rules.iter().any(|(_, _, pattern)| is_cased(pattern));
    let patterns = rules.iter().map(|(_, _, pattern)| format!("^(?:{})$", small(pattern)));
    let set = RegexSetBuilder::new(patterns)
        .case_insensitive(cased)
        .size_limit(64 << 20)
        .dfa_size_limit(16 << 20)
        .build()
        .unwrap_or_else(|_| RegexSet::empty());
    Rules { set, cased, means: rules.into_iter().map(|(limit, wording, _)| (limit, wording)).collect() }
}

/// Writes a pattern so that it compiles to little: Unicode's classes have hundreds of ranges each, and “any character”
/// is a dozen states where “any byte” is one. In a line that is UTF-8 a run of the one is a run of the other.
fn small(pattern: &str) -> String {
    let mut out = String::with_capacity(2 * pattern.len());
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => {
                out.push(letter);
                out.extend(letters.next());
            }
            '.' => out.push_str("(?-u:.)"),
            '[' => {
                let class: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                let any = if class.starts_with('^') { "(?-u:" } else { "(?:" };
                out.extend([any, "[", &class, "])"]);
            }
            _ => out.push(letter),
        }
    }
    out.replace(r"\W", &format!("(?-i:[{BETWEEN_WORDS}])"))
        .replace(r"\w", &format!("(?-i:[^{BETWEEN_WORDS}])"))
        .replace(r"\d", "[0-9]")
        .replace(r"\p{Lu}", &format!("[{CAPITALS}]"))
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
    let lower = line.to_lowercase();
    let matches = |rules: &'static Rules| {
        let line = if rules.cased { line } else { &lower }.as_bytes();
        // to tell that none matches takes far less time than to tell which ones do
        let set = Some(&rules.set).filter(|set| set.is_match(line));
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

    #[test]
    fn no_rule_waits_for_a_capital_in_a_line_in_lower_case() {
        for (_, _, pattern) in files().into_iter().flat_map(read) {
            for pattern in alternatives(pattern).into_iter().filter(|pattern| !is_cased(pattern)) {
                let plain = pattern.replace(r"\W", "").replace(r"\S", "");
                assert!(!plain.contains(char::is_uppercase), "{pattern}");
            }
        }
    }

    /// Any byte may stand for any character in a run of them only.
    #[test]
    fn any_character_always_stands_in_a_run() {
        for (_, _, pattern) in files().into_iter().flat_map(read) {
            let (mut within, mut rest) = (false, pattern.replace(r"\\.", "").replace(r"\.", ""));
            rest.retain(|letter| {
                within = letter == '[' || within && letter != ']';
                !within
            });
            assert!(rest.split('.').skip(1).all(|next| next.starts_with(['*', '+'])), "{pattern}");
        }
    }
}
