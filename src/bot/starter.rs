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

impl StarterSet {
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
