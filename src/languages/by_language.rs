//! What is made of a language's tables, once for each.

use std::sync::OnceLock;

use super::{Language, folders};

/// Something made of the tables of each language when it is first asked for; languages without a folder share one, made
/// of empty tables.
#[derive(Debug)]
pub struct ByLanguage<T> {
    make: fn(Language) -> T,
    made: [OnceLock<T>; folders::COUNT + 1],
}

impl<T> ByLanguage<T> {
    /// Makes nothing yet.
    #[must_use]
    pub const fn new(make: fn(Language) -> T) -> Self {
        Self { make, made: [const { OnceLock::new() }; folders::COUNT + 1] }
    }

    /// What is made of the tables of `language`.
    pub fn of(&self, language: Language) -> &T {
        let [made @ .., none] = &self.made;
        made.get(folders::place(language)).unwrap_or(none).get_or_init(|| (self.make)(language))
    }
}
