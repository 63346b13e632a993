//! Names behind “by” within a line.
//!
//! In: a short line near a headline or the words of a marked element. Out: the names of people in it, as written.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::credentials::is_credential;
use super::names::{AT_HEAD, BEHIND, BY, PARTICLES, ROLE, is_by, is_joiner, looks_like_a_person, person};
use crate::article::metadata::published::date_in_words::{is_month, is_of_the_clock};
use crate::article::metadata::site_name::begins_like_a_person;
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
        let fits = |at: usize, name: &str| {
            looks_like_a_person(name) && person(name).as_deref() == Some(name)
                || at > 0 && is_credential(name)
        };
        let people = names.iter().enumerate().take_while(|(at, run)| fits(*at, &run.name)).count();
        let mut written = String::new();
        for (at, run) in names.iter().take(people).enumerate() {
            written.push_str(if at == 0 { "" } else { run.joined.as_str() });
            written.push_str(&run.name);
        }
        (people > 0).then_some(written)
    })
}

/// The names in a part of a window's title that is nothing but “by” and them: `Talks resume | by Nadia Feld | Gazette`.
pub(super) fn named_in_title(title: &str) -> Option<String> {
    let mut parts = title.split(['|', '•', '·', '—', '–']).skip(1).map(str::trim);
    parts.find_map(|part| {
        let names = named_in(part)?;
        (is_by(part.strip_suffix(names.as_str())?) && names.split(' ').nth(1).is_some()).then_some(names)
    })
}

/// Whether `names` holds more than one.
pub(super) fn are_several(names: &str) -> bool {
    let parts = names.split(", ").filter(|part| !is_credential(part)).count();
    parts > 1 || names.split(' ').any(is_joiner)
}

/// One of several names, with what stands before it: `, ` or ` and `.
#[derive(Debug, Default)]
struct Run {
    joined: String,
    name: String,
}

impl Run {
    fn behind(joined: &str) -> Self {
        Self { joined: joined.to_owned(), name: String::new() }
    }
}

/// The names at the head of `words`; none where a word follows that continues a sentence.
fn run_of_names(words: &[&str]) -> Option<Vec<Run>> {
    let mut names: Vec<Run> = vec![Run::default()];
    for word in words {
        let bare = word.trim_end_matches([',', ';', '.', '*', ':', '|']);
        let lower = bare.to_lowercase();
        let last = names.last_mut()?;
        let begun = !last.name.is_empty();
        let initial = word.ends_with('.') && bare.chars().count() <= 2;
        if begun && is_joiner(bare) {
            names.push(Run::behind(&format!(" {bare} ")));
            continue;
        }
        // `Nadia Feld, and Omar Lindt`
        if !begun && last.joined == ", " && is_joiner(bare) {
            last.joined = format!(" {bare} ");
            continue;
        }
        let capital = bare.starts_with(char::is_uppercase)
            && bare.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.' | '\u{301}'))
            || is_credential(&last.name) && bare.bytes().all(|byte| byte.is_ascii_digit());
        let ends = is_month(bare) || ROLE.contains(lower.as_str()) || LABEL.contains(lower.as_str());
        if ends || !capital && !(begun && PARTICLES.contains(bare)) {
            let sentence = !ends && bare.starts_with(char::is_lowercase) && !BEHIND.contains(bare);
            return (!sentence || !begun).then_some(names);
        }
        last.name.push_str(if begun { " " } else { "" });
        let whole = word.trim_end_matches([',', ';', '*', ':', '|']);
        let stops = initial || whole.ends_with('.') && bare.contains('.') && is_credential(bare);
        last.name.push_str(if stops { whole } else { bare });
        if word.ends_with([';', ':', '|']) || word.ends_with('.') && !stops {
            break;
        }
        if word.ends_with(',') {
            names.push(Run::behind(", "));
        }
    }
    Some(names)
}

/// The name in capitals that ends a deck behind a word of saying: `…, writes NADIA FELD.`
pub(in crate::article) fn named_at_end(dek: &str) -> Option<String> {
    const MOST: usize = 3;
    let words: Vec<_> = dek.trim_end_matches(['.', ' ', '!']).split(' ').collect();
    let shouted = |word: &&&str| {
        word.chars().nth(1).is_some()
            && word.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '\'' | '’'))
    };
    let name: Vec<_> = words.iter().rev().take_while(shouted).copied().collect();
    let before = words.iter().rev().nth(name.len())?;
    let told = (2..=MOST).contains(&name.len()) && before.chars().all(char::is_lowercase);
    let name = name.into_iter().rev().map(capitalised).collect::<Vec<_>>().join(" ");
    (told && looks_like_a_person(&name) && begins_like_a_person(&name)).then_some(name)
}

/// `O'BRIEN-FELD` as `O'Brien-Feld`.
fn capitalised(word: &str) -> String {
    let mut begins = true;
    let mut written = String::new();
    for letter in word.chars() {
        if begins {
            written.push(letter);
        } else {
            written.extend(letter.to_lowercase());
        }
        begins = !letter.is_alphabetic();
    }
    written
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
        let at_head = before.is_none_or(|word| word.ends_with(['|', '•', '·']));
        let anywhere = parted || first.starts_with(char::is_uppercase) || count > 1;
        let starts = if AT_HEAD.contains(by) { at_head } else { anywhere };
        (starts && head.join(" ") == **by).then(|| line.get(count..))?
    })
}
