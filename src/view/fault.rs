//! What went wrong, told in the language of whoever is told.

use serde::{Deserialize, Serialize};

use super::Locale;
use super::text::Fill;
use crate::feed::NotAFeed;

/// A key of the interface and what is put into its words; the key's `hint`, where it has one, says what to do.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Fault {
    key: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    fills: Vec<(String, String)>,
}

impl Fault {
    /// Makes a fault.
    #[must_use]
    pub fn new(key: &str, fills: &[(&str, &str)]) -> Self {
        let fills = fills.iter().map(|(name, words)| ((*name).to_owned(), (*words).to_owned())).collect();
        Self { key: key.to_owned(), fills }
    }

    /// What happened and what to do, as one line without a full stop.
    #[must_use]
    pub fn say(&self, locale: Locale) -> String {
        self.with(locale.hint(&self.key), locale)
    }

    /// The same where a feed was looked for: no text of an article would help.
    #[must_use]
    pub fn say_of_feed(&self, locale: Locale) -> String {
        self.with(locale.hint_of_feed(&self.key), locale)
    }

    fn with(&self, hint: Option<String>, locale: Locale) -> String {
        let what = self.what(locale);
        match hint {
            Some(hint) => format!("{what}; {hint}"),
            None => what,
        }
    }

    /// What happened, without what a person could do about it.
    #[must_use]
    pub fn what(&self, locale: Locale) -> String {
        let fills: Vec<(&str, Fill)> =
            self.fills.iter().map(|(name, words)| (name.as_str(), words.as_str().into())).collect();
        locale.say(&self.key, &fills)
    }

    /// Writes it for the database.
    #[must_use]
    pub fn stored(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What happened, from what [`Fault::stored`] wrote; any other words are given back as they are.
    #[must_use]
    pub fn read(stored: &str, locale: Locale) -> String {
        serde_json::from_str::<Self>(stored).map_or_else(|_| stored.to_owned(), |fault| fault.what(locale))
    }
}

impl Fault {
    /// Whether what [`Fault::stored`] wrote is what one sees too who has no connection at all.
    #[must_use]
    pub fn is_no_connection(stored: &str) -> bool {
        let keys = ["fault-host", "fault-unreachable", "fault-timeout", "fault-tls"];
        serde_json::from_str::<Self>(stored).is_ok_and(|fault| keys.contains(&fault.key.as_str()))
    }

    /// What stands at `host` where a feed should.
    #[must_use]
    pub fn of_feed(instead: NotAFeed, host: &str) -> Self {
        let key = match instead {
            NotAFeed::Empty => "fault-feed-empty",
            NotAFeed::TooLarge => "fault-feed-large",
            NotAFeed::Html => "fault-feed-html",
            NotAFeed::Json => "fault-feed-json",
            NotAFeed::Xml => "fault-feed-xml",
            NotAFeed::Text => "fault-feed-text",
            NotAFeed::Binary => "fault-feed-binary",
        };
        Self::new(key, &[("host", host)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_in_the_language_of_the_chat_also_from_the_database() {
        let russian = Locale::of_tag("ru").unwrap();
        let fault = Fault::new("fault-forbidden", &[("host", "tass.example"), ("status", "403")]);
        assert_eq!(
            fault.say(Locale::default()),
            "tass.example refuses bots (403); open it in a browser, or send me its text"
        );
        for locale in Locale::all() {
            let feed = fault.say_of_feed(locale);
            assert!(feed.starts_with(&fault.what(locale)) && feed != fault.say(locale), "{feed}");
        }
        let missing = Fault::new("fault-host", &[("host", "tass.example")]);
        assert_eq!(missing.say_of_feed(russian), missing.say(russian));
        assert_eq!(Fault::read(&fault.stored(), Locale::default()), "tass.example refuses bots (403)");
        assert_eq!(Fault::read(&fault.stored(), russian), "tass.example не пускает ботов (403)");
        assert_eq!(Fault::read("some words", russian), "some words");
    }
}
