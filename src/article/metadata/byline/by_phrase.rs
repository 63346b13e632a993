//! Names behind “by” within a line.
//!
//! In: a short line near a headline or the words of a marked element. Out: the names of people in it, as written.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::names::{BEHIND, BY, JOINERS, PARTICLES, ROLE, looks_like_a_person, person};
use crate::article::metadata::published::date_in_words::{is_month, is_of_the_clock};
use crate::languages::{self, section};

/// Words before a name by their first word.
static BY_FIRST: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
    BY.iter().for_each(|by| found.entry(by.split(' ').next().unwrap_or(by)).or_default().push(*by));
    found
});
/// First words of what stands before a day.
static LABEL: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let labels = languages::lines(section::PUBLISHED).chain(languages::lines(section::UPDATED));
    labels.filter_map(|label| label.split(' ').next()).collect()
});

/// The names behind “by” within a line: `14 May 2026 by Nadia Feld and Omar Lindt | World`. As written; none where the
/// words go on like a sentence: `Von Anna Feld bis Omar Lindt`.
pub(in crate::article) fn named_in(line: &str) -> Option<String> {
    let line: Vec<_> = line.split_whitespace().collect();
    (0..line.len()).find_map(|start| {
        let behind =
            behind_by(line.get(start..)?, start.checked_sub(1).and_then(|before| line.get(before).copied()))?;
        let names = run_of_names(behind)?;
        let fits = |name: &String| looks_like_a_person(name) && person(name).as_ref() == Some(name);
        let people: Vec<_> = names.into_iter().take_while(fits).collect();
        (!people.is_empty()).then(|| people.join(", "))
    })
}

/// The names at the head of `words`; none where a word follows that continues a sentence.
fn run_of_names(words: &[&str]) -> Option<Vec<String>> {
    let mut names: Vec<String> = vec![String::new()];
    for word in words {
        let bare = word.trim_end_matches([',', ';', '.', '*', ':', '|']);
        let lower = bare.to_lowercase();
        let begun = names.last().is_some_and(|name| !name.is_empty());
        let initial = word.ends_with('.') && bare.chars().count() <= 2;
        if begun && JOINERS.contains(lower.as_str()) {
            names.push(String::new());
            continue;
        }
        let capital = bare.starts_with(char::is_uppercase)
            && bare.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.' | '\u{301}'));
        let ends = is_month(bare) || ROLE.contains(lower.as_str()) || LABEL.contains(lower.as_str());
        if ends || !capital && !(begun && PARTICLES.contains(bare)) {
            let sentence = !ends && bare.starts_with(char::is_lowercase) && !BEHIND.contains(bare);
            return (!sentence || !begun).then_some(names);
        }
        let name = names.last_mut()?;
        name.push_str(if name.is_empty() { "" } else { " " });
        name.push_str(if initial { word } else { bare });
        if word.ends_with([';', ':', '|']) || word.ends_with('.') && !initial {
            break;
        }
        if word.ends_with(',') {
            names.push(String::new());
        }
    }
    Some(names)
}

/// The words behind “by”, if `line` begins with it at the head of a line, with a capital, or behind a mark or a number;
/// `photo by` and `edited by` name no author.
fn behind_by<'l>(line: &'l [&'l str], before: Option<&str>) -> Option<&'l [&'l str]> {
    let bare = |word: &str| {
        word.trim_start_matches(['|', '•', '·', '(', '-', '–', '—']).trim_end_matches(':').to_lowercase()
    };
    let first = line.first()?;
    BY_FIRST.get(bare(first).as_str())?.iter().find_map(|by| {
        let count = by.split(' ').count();
        let head: Vec<_> = line.get(..count)?.iter().map(|word| bare(word)).collect();
        let parted = before.is_none_or(|word| {
            word.ends_with(|c: char| !c.is_alphabetic()) || is_month(word) || is_of_the_clock(word)
        });
        let starts = parted || first.starts_with(char::is_uppercase) || count > 1;
        (starts && head.join(" ") == **by).then(|| line.get(count..))?
    })
}
