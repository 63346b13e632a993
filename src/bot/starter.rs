//! Starter sets: named lists of feeds to begin with.

use super::Session;

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

/// The shipped sets: name, titles in English and Russian, feeds; `#` lines are remarks.
const SHIPPED: &str = include_str!("starter.tsv");

impl StarterSet {
    /// The sets the program comes with.
    #[must_use]
    pub fn shipped() -> Vec<Self> {
        let rows = SHIPPED.lines().filter(|line| !line.starts_with('#'));
        let sets = rows.filter_map(|line| {
            let mut cells = line.split('\t');
            let (name, english, russian) = (cells.next()?, cells.next()?, cells.next()?);
            let titles = vec![("en".to_owned(), english.to_owned()), ("ru".to_owned(), russian.to_owned())];
            let feeds = cells.next()?.split(' ').map(str::to_owned).collect();
            Some(Self { name: name.to_owned(), titles, feeds })
        });
        sets.collect()
    }

    /// Its title in the language of the chat, else the first one.
    pub(super) fn title(&self, session: &Session<'_>) -> String {
        let code = session.look.tongue.code();
        let ours = self.titles.iter().find(|(of, _)| of == code).or_else(|| self.titles.first());
        ours.map_or_else(|| self.name.clone(), |(_, title)| title.clone())
    }
}

/// The set a person means: by its name or one of its titles.
pub(super) fn named<'s>(session: &'s Session<'_>, words: &str) -> Option<&'s StarterSet> {
    let words = words.trim().to_lowercase();
    let means = |set: &&StarterSet| {
        set.name.to_lowercase() == words || set.titles.iter().any(|(_, title)| title.to_lowercase() == words)
    };
    session.desk.rules.starter_sets.iter().find(means)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shipped_sets_are_whole() {
        let sets = StarterSet::shipped();
        assert!(sets.len() >= 6);
        for set in sets {
            assert!(set.feeds.len() >= 4, "{}", set.name);
            for feed in &set.feeds {
                let url = url::Url::parse(feed).unwrap();
                assert!(["http", "https"].contains(&url.scheme()), "{feed}");
            }
            let press = crate::view::Press::StarterSet(set.name.clone());
            assert_eq!(crate::view::Press::read(&press.data()), Some(press));
        }
    }
}
