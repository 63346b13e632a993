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

/// No rule looks at a longer line, in characters, nor at preformatted text of several.
const LONGEST: usize = 450;

/// Ranges of what pages part words with.
pub(super) const BETWEEN_WORDS: &str = r"\x00-/:-@\[-\^`{-©«-´¶-¹»-¿×÷\u{2000}-\u{2BFF}\u{3000}-\u{303F}\u{FE30}-\u{FE6F}\u{FF00}-\u{FF0F}\u{1F000}-\u{1FAFF}";
/// Ranges of capitals; in the blocks of extended Latin they take turns with small letters.
const CAPITALS: &str = "A-ZÀ-ÖØ-ÞĀ-ɏͰ-ΫЀ-Я";

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

fn files() -> [&'static str; 5] {
    [
        include_str!("rules/en.txt"),
        include_str!("rules/ru.txt"),
        include_str!("rules/de.txt"),
        include_str!("rules/fr.txt"),
        include_str!("rules/es.txt"),
    ]
}

/// The rules by their shape and by whether capitals count in them: an automaton gives up on an ordinary line after a
/// word or two if all its rules give the first word, and as soon from the line's end if all give the last.
static RULES: LazyLock<Vec<Rules>> = LazyLock::new(|| {
    let mut groups = [const { Vec::new() }; 6];
    for (limit, wording, pattern) in files().into_iter().flat_map(read) {
        for pattern in alternatives(pattern) {
            let (shape, bounded) = bounded(pattern);
            let group = shape as usize + 3 * usize::from(is_cased(pattern));
            groups
                .iter_mut()
                .skip(group)
                .take(1)
                .for_each(|rules| rules.push((limit, wording, bounded.clone())));
        }
    }
    groups.into_iter().filter(|rules| !rules.is_empty()).map(compile).collect()
});

/// Which ends of a line a rule gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// The first word, and perhaps the last.
    First,
    /// The last alone.
    Last,
    /// Neither.
    Neither,
}

/// A rule bound to the ends of the line where it must be, and the same without what stands before its first word.
#[derive(Clone)]
struct Bounded {
    whole: String,
    headless: String,
}

/// The shape of a rule, and the rule bound to the ends it gives: what matches anything there is left off.
fn bounded(pattern: &str) -> (Shape, Bounded) {
    const HEADS: [(&str, &str); 4] =
        [(r"(.*\W)?", r"(?:^|\W)"), (".*", ""), (".+[a-z.]", ".[a-z.]"), (".+", ".")];
    const TAILS: [(&str, &str); 3] = [(r"(\W.*)?", r"(?:\W|$)"), (".*", ""), (".+", ".")];
    let head = HEADS.iter().find_map(|(head, instead)| Some((pattern.strip_prefix(head)?, instead)));
    let Some((rest, head)) = head else {
        let whole = format!("^(?:{})$", small(pattern));
        return (Shape::First, Bounded { headless: whole.clone(), whole });
    };
    let tail = TAILS.iter().find_map(|(tail, instead)| Some((rest.strip_suffix(tail)?, instead)));
    let (shape, rest, tail) =
        tail.map_or((Shape::Last, rest, "$"), |(rest, instead)| (Shape::Neither, rest, *instead));
    let headless = small(&format!("(?:{rest}){tail}"));
    (shape, Bounded { whole: small(head) + &headless, headless })
}

/// Whether a rule has a part in which capitals count.
fn is_cased(pattern: &str) -> bool {
    pattern.contains("(?-i:")
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

fn compile(rules: Vec<(usize, Wording, Bounded)>) -> Rules {
    let cased = rules.iter().any(|(_, _, rule)| is_cased(&rule.whole));
    let set = |pattern: fn(&Bounded) -> &String| {
        RegexSetBuilder::new(rules.iter().map(|(_, _, rule)| pattern(rule)))
            .case_insensitive(cased)
            .size_limit(64 << 20)
            .dfa_size_limit(16 << 20)
            .build()
            .unwrap_or_else(|_| RegexSet::empty())
    };
    Rules {
        sieve: set(|rule| &rule.headless),
        set: set(|rule| &rule.whole),
        cased,
        means: rules.iter().map(|(limit, wording, _)| (*limit, *wording)).collect(),
    }
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

    #[test]
    fn no_rule_waits_for_a_capital_in_a_line_in_lower_case() {
        for (_, _, pattern) in files().into_iter().flat_map(read) {
            for pattern in alternatives(pattern).into_iter().filter(|pattern| !is_cased(pattern)) {
                let plain = pattern.replace(r"\W", "").replace(r"\S", "");
                assert!(!plain.contains(char::is_uppercase), "{pattern}");
            }
        }
    }

    #[test]
    fn a_rule_bound_to_an_end_means_what_it_means_of_the_whole_line() {
        const LINES: [&str; 14] = [
            "Sign up for our newsletter here, before noon",
            "The newsletter is here to stay, says its author",
            "newsletter",
            "Das ist kein Newsletterhinweis",
            "Envoys in the old harbour (photo: Port Archive)",
            "Envoys in the old harbour (photo: Port Archive) met again",
            "Фото с набережной (архив)",
            "The square at dusk /afp",
            "/afp",
            "Lena Brack contributed to this report.",
            "He contributed to this report. And left",
            "© 2026 Port Gazette. All rights reserved. No part may be copied",
            "Weather talks EPA/ Lena Brack",
            "Un boletín semanal",
        ];
        let whole = |pattern: &str| {
            let pattern = format!("^(?:{})$", small(pattern));
            RegexSetBuilder::new([pattern]).case_insensitive(true).build().unwrap()
        };
        let mut shapes = [0; 3];
        for (_, _, pattern) in files().into_iter().flat_map(read) {
            for pattern in alternatives(pattern) {
                let (shape, bounded) = bounded(pattern);
                shapes[shape as usize] += 1;
                let bounded = RegexSetBuilder::new([bounded.whole]).case_insensitive(true).build().unwrap();
                let whole = whole(pattern);
                for line in LINES {
                    assert_eq!(
                        bounded.is_match(line.as_bytes()),
                        whole.is_match(line.as_bytes()),
                        "{pattern}: {line}"
                    );
                }
            }
        }
        assert!(shapes.iter().all(|count| *count > 5), "{shapes:?}");
    }

    #[test]
    fn no_rule_begins_with_anything_in_one_of_its_branches() {
        for (_, _, pattern) in files().into_iter().flat_map(read) {
            for pattern in alternatives(pattern) {
                assert!(!pattern.contains("|.+") && !pattern.contains("|.*"), "{pattern}");
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
