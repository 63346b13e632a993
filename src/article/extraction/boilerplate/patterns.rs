//! The patterns of the line rules, written so that an automaton for hundreds of them is small and gives up soon.

use crate::article::rules::BETWEEN_WORDS;

/// Ranges of capitals; in the blocks of extended Latin they take turns with small letters.
const CAPITALS: &str = "A-ZÀ-ÖØ-ÞĀ-ɏͰ-ΫЀ-Я";

/// Which ends of a line a rule gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    /// The first word, and perhaps the last.
    First,
    /// The last alone.
    Last,
    /// Neither.
    Neither,
}

/// A rule bound to the ends of the line where it must be, and the same without what stands before its first word.
pub(super) struct Bounded {
    pub(super) whole: String,
    pub(super) headless: String,
}

/// The shape of a rule, and the rule bound to the ends it gives: what matches anything there is left off.
pub(super) fn bounded(pattern: &str) -> (Shape, Bounded) {
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
pub(super) fn is_cased(pattern: &str) -> bool {
    pattern.contains("(?-i:")
}

/// The alternatives of a pattern at its outermost level.
pub(super) fn alternatives(pattern: &str) -> Vec<&str> {
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

#[cfg(test)]
mod tests {
    use regex::bytes::RegexSetBuilder;

    use super::super::patterns;
    use super::*;

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
        for (_, _, pattern) in patterns() {
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
        assert!(shapes.iter().all(|count| *count > 5), "{shapes:?}");
    }

    #[test]
    fn no_rule_begins_with_anything_in_one_of_its_branches() {
        for (_, _, pattern) in patterns() {
            assert!(!pattern.contains("|.+") && !pattern.contains("|.*"), "{pattern}");
        }
    }

    #[test]
    fn no_rule_waits_for_a_capital_in_a_line_in_lower_case() {
        for (_, _, pattern) in patterns().filter(|(_, _, pattern)| !is_cased(pattern)) {
            let plain = pattern.replace(r"\W", "").replace(r"\S", "");
            assert!(!plain.contains(char::is_uppercase), "{pattern}");
        }
    }

    /// Any byte may stand for any character in a run of them only.
    #[test]
    fn any_character_always_stands_in_a_run() {
        for (_, _, pattern) in patterns() {
            let (mut within, mut rest) = (false, pattern.replace(r"\\.", "").replace(r"\.", ""));
            rest.retain(|letter| {
                within = letter == '[' || within && letter != ']';
                !within
            });
            assert!(rest.split('.').skip(1).all(|next| next.starts_with(['*', '+'])), "{pattern}");
        }
    }
}
