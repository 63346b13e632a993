//! An outlet and who owns it, as they are shown.

use serde::{Deserialize, Serialize};

use super::RenderOptions;
use crate::source;
use crate::text;

/// An outlet as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Source {
    /// Its name, as `TASS`; empty for pasted text.
    pub name: String,
    /// Who owns it; `None` for an unknown outlet.
    pub label: Option<Label>,
}

/// An ownership label: two words and a country.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Label {
    /// Kind of ownership, as `state-controlled`; a string `ownership-…` of the interface if there is one.
    pub kind: String,
    /// The country's name, as `Russia`.
    pub country: String,
    /// The country's ISO 3166-1 code, as `RU`.
    pub code: String,
}

impl From<source::Label> for Label {
    fn from(known: source::Label) -> Self {
        Self {
            kind: known.ownership.words().to_owned(),
            country: known.country_name().to_owned(),
            code: known.country.code().to_owned(),
        }
    }
}

impl Label {
    /// `state-controlled, Russia`
    #[must_use]
    pub fn long(&self, options: &RenderOptions) -> String {
        self.with(options, &options.country(&self.code).unwrap_or_else(|| self.country.clone()))
    }

    /// `state-controlled, RU`
    #[must_use]
    pub fn short(&self, options: &RenderOptions) -> String {
        self.with(options, &self.code)
    }

    fn with(&self, options: &RenderOptions, country: &str) -> String {
        let key = format!("ownership-{}", self.kind.replace(' ', "-"));
        let kind = options.locale.known(&key).unwrap_or_else(|| self.kind.clone());
        if country.is_empty() { kind } else { format!("{kind}, {country}") }
    }
}

/// The host of an address without `www.`.
pub(super) fn host(url: &str) -> String {
    text::host(url).unwrap_or_else(|| url.to_owned())
}
