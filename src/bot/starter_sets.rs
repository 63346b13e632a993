//! Starter sets: named lists of feeds to begin with.
//!
//! In: `starter_sets.tsv`, a dated table that says of every feed its outlet, country, language and ownership, and where its
//! address was read. Out: the sets. Invariant: outlet, country and ownership are those of [`crate::source`].

use std::collections::HashSet;

use crate::text::{self, Shipped};
use crate::view::Locale;

/// A starter set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StarterSet {
    /// The word for it in commands and buttons.
    pub name: String,
    /// Its title, per language of the interface: code and words.
    pub titles: Vec<(String, String)>,
    /// Addresses of its feeds.
    pub feeds: Vec<String>,
}

/// Sets (name, titles in English and Russian) and feeds (see [`Row`]), told apart by their number of fields; `#` lines
/// are remarks.
pub static TABLE: Shipped = Shipped::new(include_str!("starter_sets.tsv"));

/// A feed of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Names of its sets, parted by spaces.
    pub sets: &'static str,
    /// Outlet, country and ownership as `source/outlets.tsv` writes them, and the language of the feed.
    pub outlet: [&'static str; 4],
    /// Its address.
    pub url: &'static str,
    /// Where the address was read, and the month of that.
    pub read: [&'static str; 2],
}

/// The host's own lines before the shipped ones.
fn lines() -> impl Iterator<Item = Vec<&'static str>> {
    TABLE.own().chain(TABLE.lines()).map(|line| line.split('\t').collect())
}

fn row(cells: Vec<&'static str>) -> Option<Row> {
    let [sets, name, country, language, ownership, url, source, month] = cells.try_into().ok()?;
    Some(Row { sets, outlet: [name, country, ownership, language], url, read: [source, month] })
}

/// Every feed of the table, once: of two rows of one address the host's own counts.
pub fn rows() -> impl Iterator<Item = Row> {
    let mut seen = HashSet::new();
    lines().filter_map(row).filter(move |row| seen.insert(row.url))
}

/// Reads a table of starter sets that is to stand beside the shipped one, and counts its rows.
///
/// # Errors
/// The number of the first line that is wrong, and what is wrong with it.
pub fn check(table: &'static str) -> Result<usize, (usize, String)> {
    let mut count = 0;
    for (at, line) in text::rows(table) {
        let cells: Vec<&'static str> = line.split('\t').collect();
        let sound = match cells.len() {
            3 => cells.iter().all(|cell| !cell.trim().is_empty()),
            _ => row(cells).is_some_and(|row| {
                let [source, month] = row.read;
                let is_web =
                    url::Url::parse(row.url).is_ok_and(|url| ["http", "https"].contains(&url.scheme()));
                let is_month = format!("{month}-01").parse::<chrono::NaiveDate>().is_ok();
                is_web && is_month && !source.trim().is_empty()
            }),
        };
        if !sound {
            let what = "not a set (name, title in English, in Russian) nor a feed (sets, outlet, country, language, \
                        ownership, address, where it was read, month of that)";
            return Err((at, what.to_owned()));
        }
        count += 1;
    }
    Ok(count)
}

impl StarterSet {
    /// The sets the program comes with, and the host's own; of two of one name the host's titles count, and the feeds of
    /// both.
    #[must_use]
    pub fn shipped() -> Vec<Self> {
        let mut seen = HashSet::new();
        let sets = lines().filter(move |cells| cells.len() != 3 || seen.insert(cells.first().copied()));
        let sets = sets.filter_map(|cells| {
            let [name, english, russian] = cells.try_into().ok()?;
            let titles = vec![("en".to_owned(), english.to_owned()), ("ru".to_owned(), russian.to_owned())];
            let of_it = rows().filter(|row| row.sets.split(' ').any(|set| set == name));
            Some(Self { name: name.to_owned(), titles, feeds: of_it.map(|row| row.url.to_owned()).collect() })
        });
        sets.collect()
    }

    /// Its title in the language of the chat, else the first one.
    pub(super) fn title(&self, locale: Locale) -> String {
        let code = locale.code();
        let ours = self.titles.iter().find(|(of, _)| of == code).or_else(|| self.titles.first());
        ours.map_or_else(|| self.name.clone(), |(_, title)| title.clone())
    }
}

/// The set a person means: by its name or one of its titles.
pub(super) fn named<'s>(sets: &'s [StarterSet], words: &str) -> Option<&'s StarterSet> {
    let words = words.trim().to_lowercase();
    let means = |set: &&StarterSet| {
        set.name.to_lowercase() == words || set.titles.iter().any(|(_, title)| title.to_lowercase() == words)
    };
    sets.iter().find(means)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::offices::Country;
    use crate::source::{self, Ownership};

    #[test]
    fn shipped_sets_are_whole() {
        let sets = StarterSet::shipped();
        assert!(sets.len() >= 6);
        for set in &sets {
            assert!(set.feeds.len() >= 5, "{}", set.name);
            let press = crate::view::Press::StarterSet(set.name.clone());
            assert_eq!(crate::view::Press::read(&press.data()), Some(press));
        }
        let distinct: HashSet<_> = sets.iter().flat_map(|set| &set.feeds).collect();
        assert!(distinct.len() >= 40, "{} feeds", distinct.len());
        assert_eq!(distinct.len(), rows().count(), "a feed stands once, and in a set");
    }

    #[test]
    fn every_language_that_is_read_well_has_four_outlets() {
        for language in ["en", "ru", "uk", "de", "fr", "es", "it", "pt", "pl", "tr", "ar", "fa", "zh", "ja"] {
            let of_it = rows().filter(|row| row.outlet[3] == language);
            let outlets: HashSet<_> = of_it.map(|row| row.outlet[0]).collect();
            assert!(outlets.len() >= 4, "{language}: {outlets:?}");
        }
    }

    #[test]
    fn every_line_of_the_table_is_read() {
        let names: HashSet<_> = StarterSet::shipped().into_iter().map(|set| set.name).collect();
        assert_eq!(lines().count(), rows().count() + names.len());
        for row in rows() {
            assert!(row.sets.split(' ').all(|set| names.contains(set)), "{row:?}");
            let url = url::Url::parse(row.url).unwrap();
            assert!(["http", "https"].contains(&url.scheme()), "{row:?}");
            let [source, month] = row.read;
            assert!(
                !source.is_empty() && format!("{month}-01").parse::<chrono::NaiveDate>().is_ok(),
                "{row:?}"
            );
        }
    }

    #[test]
    fn a_table_of_the_hosts_own_is_read_strictly() {
        let good = "# mine\nlakes\tLakes\tОзёра\n\
                    lakes\tLakeside Wire\tFR\ten\tprivate\thttps://lakeside.example/rss\tits own page\t2026-11\n";
        assert_eq!(check(good), Ok(2));
        for line in [
            "lakes\tLakes",
            "lakes\tLakes\t",
            "lakes\tLakeside Wire\tFR\ten\tprivate\tlakeside.example/rss\tits own page\t2026-11",
            "lakes\tLakeside Wire\tFR\ten\tprivate\thttps://lakeside.example/rss\t\t2026-11",
            "lakes\tLakeside Wire\tFR\ten\tprivate\thttps://lakeside.example/rss\tits own page\tNovember",
        ] {
            assert_eq!(check(line).unwrap_err().0, 1, "{line}");
        }
    }

    #[test]
    fn outlet_country_and_ownership_are_those_of_the_outlets() {
        for row in rows() {
            let label = source::of_url(row.url).unwrap_or_else(|| panic!("{} is no known outlet", row.url));
            let [name, country, ownership, language] = row.outlet;
            assert_eq!(
                (label.name, Some(label.ownership), Some(label.country)),
                (name, Ownership::from_code(ownership), Country::from_code(country)),
                "{}",
                row.url
            );
            assert!(language.len() == 2 && language.bytes().all(|b| b.is_ascii_lowercase()), "{}", row.url);
        }
    }
}
