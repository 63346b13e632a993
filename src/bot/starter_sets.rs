//! Starter sets: named lists of feeds to begin with.
//!
//! In: `starter_sets.tsv`, a dated table that says of every feed its outlet, country, language and ownership, and where its
//! address was read. Out: the sets. Invariant: outlet, country and ownership are those of [`crate::source`].

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
const SHIPPED: &str = include_str!("starter_sets.tsv");

/// A feed of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Row {
    /// Names of its sets, parted by spaces.
    sets: &'static str,
    /// Outlet, country and ownership as `source/outlets.tsv` writes them, and the language of the feed.
    outlet: [&'static str; 4],
    url: &'static str,
    /// Where the address was read, and the month of that.
    read: [&'static str; 2],
}

fn lines() -> impl Iterator<Item = Vec<&'static str>> {
    SHIPPED.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

fn rows() -> impl Iterator<Item = Row> {
    lines().filter_map(|cells| {
        let [sets, name, country, language, ownership, url, source, month] = cells.try_into().ok()?;
        Some(Row { sets, outlet: [name, country, ownership, language], url, read: [source, month] })
    })
}

impl StarterSet {
    /// The sets the program comes with.
    #[must_use]
    pub fn shipped() -> Vec<Self> {
        let sets = lines().filter_map(|cells| {
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
    use std::collections::HashSet;

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
