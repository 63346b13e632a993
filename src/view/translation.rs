//! What a machine made of quotes in other languages: shown under the original, never in its place.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::RenderOptions;

/// What a machine made of one quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    /// The words in the reader's language; `None` when none passed the checks.
    pub words: Option<String>,
    /// Name of the model.
    pub model: String,
}

impl Translation {
    /// The line that stands under the original: whose it is, and its words without quotation marks.
    #[must_use]
    pub fn line(&self, options: &RenderOptions) -> String {
        let model = ("model", self.model.as_str().into());
        match &self.words {
            Some(words) => {
                options.locale.say("machine-translation", &[model, ("words", words.as_str().into())])
            }
            None => options.locale.say("machine-translation-none", &[model]),
        }
    }
}

/// Translations by the words of the quotes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Translations(BTreeMap<String, Translation>);

impl Translations {
    /// Notes what was made of a quote.
    pub fn put(&mut self, quote: String, translation: Translation) {
        self.0.insert(quote, translation);
    }

    /// What was made of a quote.
    #[must_use]
    pub fn of(&self, quote: &str) -> Option<&Translation> {
        self.0.get(quote)
    }

    /// True when nothing was translated.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds those of another.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}
