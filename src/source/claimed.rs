//! What an outlet that is not in the table is called: the name its page claims, with the host that is known for sure.
//!
//! In: a name as a page writes it, and a host. Out: `Port Gazette (lakeside.example)`; the host alone where the name is that
//! of another outlet, or is written to look like one.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::all;
use crate::text::{fold, letters, without_invisible};

/// The names of the outlets in the table, letters only.
static KNOWN: LazyLock<HashSet<String>> = LazyLock::new(|| all().map(|label| letters(label.name)).collect());

/// The longest name that is shown, in characters.
const LONGEST: usize = 60;

/// The name of the outlet at `host` (without `www.`; empty for pasted text), which calls itself `claimed`.
#[must_use]
pub fn claimed_name(claimed: &str, host: &str) -> String {
    let seen = without_invisible(claimed);
    // what follows such a mark is no name: a section, a label, a slogan
    let name = seen.split(['·', '•', '|', '\n', '(', '【']).next().unwrap_or_default();
    let name: String = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let name: String = name.chars().take(LONGEST).collect();
    if host.is_empty() {
        return name;
    }
    if !name.chars().any(char::is_alphanumeric) || letters(&name) == letters(host) || is_borrowed(&name) {
        return host.to_owned();
    }
    let own = letters(&name);
    let is_own = host.split('.').any(|label| letters(label) == own);
    if is_own { name } else { format!("{name} ({host})") }
}

/// Whether a name is that of an outlet in the table, or written with letters that only look like it.
fn is_borrowed(name: &str) -> bool {
    name.split(|c: char| !c.is_alphanumeric()).any(is_mixed)
        || KNOWN.contains(&letters(name))
        || KNOWN.contains(&letters(&fold(&latin_lookalike(name))))
}

/// Whether a word has letters of several alphabets.
fn is_mixed(word: &str) -> bool {
    let scripts = word.chars().filter(|c| c.is_alphabetic()).map(|c| match c {
        '\u{370}'..='\u{3ff}' => 'g',
        '\u{400}'..='\u{52f}' => 'c',
        '\u{530}'..='\u{58f}' => 'a',
        c if c < '\u{250}' => 'l',
        _ => 'o',
    });
    scripts.collect::<HashSet<_>>().len() > 1
}

/// A name with letters of other alphabets written as the Latin ones they look like (Unicode Technical Standard 39).
fn latin_lookalike(name: &str) -> String {
    const ALIKE: [(&str, char); 26] = [
        ("аΑА", 'a'),
        ("ВΒв", 'b'),
        ("сСϲ", 'c'),
        ("ԁ", 'd'),
        ("еЕΕё", 'e'),
        ("ɡ", 'g'),
        ("һНΗн", 'h'),
        ("іІΙι", 'i'),
        ("јЈ", 'j'),
        ("КΚкκ", 'k'),
        ("ӏ", 'l'),
        ("МΜм", 'm'),
        ("ΝпΠ", 'n'),
        ("оОΟο", 'o'),
        ("рРΡρ", 'p'),
        ("ԛ", 'q'),
        ("гг", 'r'),
        ("ѕЅ", 's'),
        ("ТΤтτ", 't'),
        ("υ", 'u'),
        ("νѵ", 'v'),
        ("ԝω", 'w'),
        ("хХΧχ", 'x'),
        ("уУΥγ", 'y'),
        ("ΖЗ", 'z'),
        ("０", 'o'),
    ];
    let latin = |c: char| ALIKE.iter().find(|(alike, _)| alike.contains(c)).map_or(c, |(_, latin)| *latin);
    name.chars().map(latin).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_stands_beside_what_a_page_claims() {
        for (claimed, host, due) in [
            ("Talvin Times", "news.example", "Talvin Times (news.example)"),
            ("Talvin Times", "talvintimes.example", "Talvin Times"),
            ("Talvin Times", "talvin-times.example", "Talvin Times"),
            ("Talvin Times | World", "news.example", "Talvin Times (news.example)"),
            ("", "news.example", "news.example"),
            ("·", "news.example", "news.example"),
            ("Talvin Times", "", "Talvin Times"),
            // names of others, and what only looks like them
            ("Reuters", "news.example", "news.example"),
            ("Reuters · independent, United Kingdom", "news.example", "news.example"),
            ("R\u{435}uters", "news.example", "news.example"),
            ("ТАЅЅ", "news.example", "news.example"),
            ("Reu\u{200b}ters", "news.example", "news.example"),
            ("Вечерний Талвин", "news.example", "Вечерний Талвин (news.example)"),
        ] {
            assert_eq!(claimed_name(claimed, host), due, "{claimed} at {host}");
        }
    }
}
