//! An outlet and who owns it, as they are shown.

use serde::{Deserialize, Serialize};

use super::text::fitting::shortened;
use super::{RenderOptions, Rich};
use crate::feed::page_told_of;
use crate::source;
use crate::text;

/// Other outlets a card names.
const ALSO: usize = 4;

/// An outlet as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Source {
    /// Its name, as `TASS`; empty for pasted text.
    pub name: String,
    /// Who owns it; `None` for an unknown outlet.
    pub label: Option<Label>,
}

/// An outlet that reports a story.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outlet {
    /// Its name and label.
    pub source: Source,
    /// Its article.
    pub url: Option<String>,
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

impl Outlet {
    /// Its name, at most `longest` letters of it, as a link to its report; in italics where that has no address.
    pub(super) fn linked(&self, longest: usize) -> Rich {
        let name = shortened(&self.source.name, longest);
        match &self.url {
            Some(url) => Rich::new().link(name, url),
            None => Rich::new().italic(name),
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

/// `also Reuters, TASS`, each name a link to its report; `None` where there are none.
pub(super) fn also(outlets: &[Outlet], options: &RenderOptions) -> Option<Rich> {
    let (named, more) = outlets.split_at(outlets.len().min(ALSO));
    let named = named.iter().map(|outlet| outlet.linked(40));
    let more = Some(more.len()).filter(|more| *more > 0).map(|more| Rich::new().plain(format!("+{more}")));
    let names = Rich::join(named.chain(more), ", ");
    let told = options.locale.rich("card-also", &[("names", names.into())]).slanted();
    (!outlets.is_empty()).then_some(told)
}

/// The host of an address without `www.`.
pub(super) fn host(url: &str) -> String {
    text::host(url).unwrap_or_else(|| url.to_owned())
}

/// Where an article is read: its page at `place`, or the page that a feed tells of and does not speak for.
pub(super) fn read_at(url: &str, place: &str, outlet: &Source, options: &RenderOptions) -> Rich {
    let locale = options.locale;
    if let Some(page) = page_told_of(url) {
        let link = Rich::new().link(host(page), page);
        return locale.rich("links-to", &[("link", link.into())]);
    }
    let host = host(url);
    // an outlet nobody knows is named with its host, which is then told
    if outlet.name.contains(&host) {
        return Rich::new().link(locale.word("read-it"), place);
    }
    let link = Rich::new().link(host, place);
    locale.rich("read-at", &[("link", link.into())])
}
