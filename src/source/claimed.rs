//! What an outlet that is not in the table is called: the name its page claims, with the host that is known for sure.
//!
//! In: a name as a page writes it, and a host. Out: `Port Gazette (lakeside.example)`; the host alone where the name is that
//! of another outlet, or is written to look like one.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{Ownership, all, label};
use crate::text::{self, fold, is_mixed, latin_lookalike, letters, without_invisible};

/// The names of the outlets in the table, letters only.
static KNOWN: LazyLock<HashSet<String>> = LazyLock::new(|| all().map(|label| letters(label.name)).collect());

/// The longest name that is shown, in characters.
const LONGEST: usize = 60;

/// What follows such a mark is no name: a section, a label, a slogan, an hour.
const BEHIND: [char; 15] = ['·', '•', '∙', '⋅', '|', '\n', '(', '[', '【', '（', ',', '،', '、', ';', ':'];

/// The same of a mark between spaces.
const DASHES: [&str; 7] = [" – ", " — ", " - ", " / ", " » ", " › ", " > "];

/// The name of the outlet at `host` (without `www.`; empty for pasted text), which calls itself `claimed`.
#[must_use]
pub fn claimed_name(claimed: &str, host: &str) -> String {
    let name = shown(claimed);
    if host.is_empty() {
        return name;
    }
    if !name.chars().any(char::is_alphanumeric)
        || letters(&name) == letters(host)
        || is_borrowed(&name)
        || is_label(&name)
    {
        return host.to_owned();
    }
    let own = letters(&name);
    let is_own = host.split('.').any(|label| letters(label) == own);
    if is_own { name } else { format!("{name} ({host})") }
}

/// What the feed at an address is called, which calls itself `claimed`: by its host alone where that is nothing, the name of
/// another outlet, or written to look like one.
#[must_use]
pub fn feed_name(claimed: Option<&str>, url: &str) -> String {
    let claimed = claimed.unwrap_or_default();
    let host = text::host(url).unwrap_or_else(|| url.to_owned());
    let name = shown(claimed);
    let is_anothers = || label(&host).is_none() && (is_borrowed(&name) || is_label(&name));
    if !name.chars().any(char::is_alphanumeric) || is_anothers() { host } else { claimed.trim().to_owned() }
}

/// The part of a name that is one.
fn shown(claimed: &str) -> String {
    let seen = without_invisible(claimed);
    let name = seen.split(BEHIND).next().unwrap_or_default();
    let name = DASHES.iter().fold(name, |name, dash| name.split(dash).next().unwrap_or_default());
    let name: String = name.split_whitespace().collect::<Vec<_>>().join(" ");
    name.chars().take(LONGEST).collect()
}

/// Whether a name says who owns an outlet, as our own labels do, or is another's host.
fn is_label(name: &str) -> bool {
    let own = letters(name);
    let owned = Ownership::ALL.iter().any(|(_, code, words)| letters(code) == own || letters(words) == own);
    let hosted =
        latin_lookalike(name).contains(['.', '\u{2024}', '。']) && !name.contains(char::is_whitespace);
    owned || hosted
}

/// Whether a name is that of an outlet in the table, or written with letters that only look like it.
fn is_borrowed(name: &str) -> bool {
    name.split(|c: char| !c.is_alphanumeric()).any(is_mixed)
        || KNOWN.contains(&letters(name))
        || KNOWN.contains(&letters(&fold(&latin_lookalike(name))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_is_called_by_no_other_outlets_name() {
        for (claimed, url, due) in [
            ("BBC", "https://news.example/rss", "news.example"),
            ("BBC - Top stories", "https://news.example/rss", "news.example"),
            ("Reuters · independent", "https://www.news.example/rss", "news.example"),
            ("state-controlled", "https://news.example/rss", "news.example"),
            ("BBC", "https://feeds.bbci.co.uk/news/rss.xml", "BBC"),
            ("Talvin Times - World", "https://news.example/rss", "Talvin Times - World"),
            (" ", "https://news.example/rss", "news.example"),
        ] {
            assert_eq!(feed_name(Some(claimed), url), due, "{claimed} at {url}");
        }
    }

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
            ("Reuters – independent", "news.example", "news.example"),
            ("Reuters, United Kingdom", "news.example", "news.example"),
            ("state-controlled, Lakeland", "news.example", "news.example"),
            ("Public broadcaster", "news.example", "news.example"),
            ("reuters.com", "news.example", "news.example"),
            ("Ｒｅｕｔｅｒｓ", "news.example", "news.example"),
            ("𝐑𝐞𝐮𝐭𝐞𝐫𝐬", "news.example", "news.example"),
            ("Talvin Times, 12 May, 14:00", "news.example", "Talvin Times (news.example)"),
            ("Вечерний Талвин", "news.example", "Вечерний Талвин (news.example)"),
        ] {
            assert_eq!(claimed_name(claimed, host), due, "{claimed} at {host}");
        }
    }
}
