//! Who owns an outlet: a dated table, and the label it gives.
//!
//! In: the host of an article's address. Out: a [`Label`] of two words and a country, with the source of the claim and
//! its date; and for an outlet that is not in the table what it may be called by its own word. Invariant: an unknown outlet
//! gets no label; nothing is guessed from a name or a top-level domain.

mod claimed;

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use crate::languages::{Language, section};
use crate::people::offices::Country;
use crate::text::{Shipped, rows};

pub use claimed::{claimed_name, feed_name};

/// Hosts, outlet, country, ownership, owner, source of the claim, month of the source; `#` lines are remarks.
pub static OUTLETS: Shipped = Shipped::new(include_str!("outlets.tsv"));

/// Who an outlet belongs to, in kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ownership {
    /// The state decides what it says.
    StateControlled,
    /// The state pays, the newsroom is its own.
    StateFunded,
    /// Owned by people or funds close to the state.
    StateLinked,
    /// Paid by fees or the public purse under a public charter.
    Public,
    /// A company, a family, a trust.
    Private,
    /// Its members, mostly newspapers.
    Cooperative,
    /// A political party.
    Party,
    /// A ministry, a presidency, a parliament itself.
    Government,
    /// An organisation of states.
    Intergovernmental,
    /// A foundation or association.
    NonProfit,
    /// A research institute.
    ThinkTank,
}

/// What the table says of an outlet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// Hosts the outlet publishes under; the first is the main one.
    pub hosts: &'static str,
    /// The outlet's name.
    pub name: &'static str,
    /// Its country.
    pub country: Country,
    /// Kind of owner.
    pub ownership: Ownership,
    /// Its owner, the same words for all outlets of one owner.
    pub owner: &'static str,
    /// Who says so; with what others say where lists disagree.
    pub source: &'static str,
    /// Month of that source, `2024-02`.
    pub dated: &'static str,
}

/// By host; of two rows of one host the one of the later source counts, of two of one month the host's own.
static LABELS: LazyLock<HashMap<&'static str, Label>> = LazyLock::new(|| {
    let mut labels: HashMap<&'static str, Label> = HashMap::new();
    for label in listed() {
        for host in label.hosts.split(' ') {
            if labels.get(host).is_none_or(|known| known.dated < label.dated) {
                labels.insert(host, label);
            }
        }
    }
    labels
});

impl Ownership {
    const ALL: [(Self, &'static str, &'static str); 11] = [
        (Self::StateControlled, "state-controlled", "state-controlled"),
        (Self::StateFunded, "state-funded", "state-funded"),
        (Self::StateLinked, "state-linked", "state-linked"),
        (Self::Public, "public", "public broadcaster"),
        (Self::Private, "private", "privately owned"),
        (Self::Cooperative, "cooperative", "cooperative"),
        (Self::Party, "party", "party-owned"),
        (Self::Government, "government", "government"),
        (Self::Intergovernmental, "intergovernmental", "intergovernmental"),
        (Self::NonProfit, "non-profit", "non-profit"),
        (Self::ThinkTank, "think-tank", "think tank"),
    ];

    /// The one or two words of a label, in English.
    #[must_use]
    pub fn words(self) -> &'static str {
        Self::ALL.iter().find(|(kind, ..)| *kind == self).map_or("", |(.., words)| words)
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, _)| *known == code).map(|(kind, ..)| *kind)
    }
}

impl Label {
    /// The country's name without its article: “United States”.
    #[must_use]
    pub fn country_name(&self) -> &'static str {
        let name = self.country.name();
        let article = |word: &str| Language::default().words(section::ARTICLE).any(|article| article == word);
        name.split_once(' ').filter(|(first, _)| article(first)).map_or(name, |(_, rest)| rest)
    }
}

impl fmt::Display for Label {
    /// `state-controlled, Russia`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.ownership.words(), self.country_name())
    }
}

/// Finds the label of the outlet that publishes under `host` or a domain above it; any case, a port is ignored.
#[must_use]
pub fn label(host: &str) -> Option<Label> {
    let host = host.trim().trim_end_matches('.').to_ascii_lowercase();
    let mut rest = host.split(':').next().unwrap_or_default();
    loop {
        if let Some(label) = LABELS.get(rest) {
            return Some(*label);
        }
        rest = rest.split_once('.')?.1;
    }
}

/// Finds the label of the outlet an http(s) address belongs to.
#[must_use]
pub fn of_url(url: &str) -> Option<Label> {
    label(url::Url::parse(url).ok()?.host_str()?)
}

/// Walks the table in its order, the host's own rows first.
pub fn all() -> impl Iterator<Item = Label> {
    listed().filter(|row| row.hosts.split(' ').any(|host| LABELS.get(host) == Some(row)))
}

fn listed() -> impl Iterator<Item = Label> {
    OUTLETS.own().chain(OUTLETS.lines()).filter_map(read)
}

/// How many rows of a host's table would not count, since the shipped ones of all their hosts have later sources.
#[must_use]
pub fn outdated(table: &'static str) -> usize {
    let mut dated: HashMap<&str, &str> = HashMap::new();
    for row in OUTLETS.lines().filter_map(read) {
        for host in row.hosts.split(' ') {
            let known = dated.entry(host).or_insert(row.dated);
            *known = row.dated.max(known);
        }
    }
    let is_later = |row: &Label, host: &str| dated.get(host).is_some_and(|known| *known > row.dated);
    let own = rows(table).filter_map(|(_, line)| read(line));
    own.filter(|row| row.hosts.split(' ').all(|host| is_later(row, host))).count()
}

/// How many outlets have a source older than `month` (`2024-11`), of how many.
#[must_use]
pub fn older_than(month: &str) -> (usize, usize) {
    (all().filter(|label| label.dated < month).count(), all().count())
}

/// Reads a row of the table: seven fields parted by tabs; `None` for what is none.
#[must_use]
pub fn read(line: &'static str) -> Option<Label> {
    let mut fields = line.split('\t');
    let mut next = || fields.next();
    Some(Label {
        hosts: next()?,
        name: next()?,
        country: Country::from_code(next()?)?,
        ownership: Ownership::from_code(next()?)?,
        owner: next()?,
        source: next()?,
        dated: next()?,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_host_gives_its_outlet_and_a_stranger_gives_none() {
        let rows = [
            ("tass.com", "TASS: state-controlled, Russia"),
            ("www.TASS.com.", "TASS: state-controlled, Russia"),
            ("en.kremlin.ru", "Kremlin: government, Russia"),
            ("feeds.bbci.co.uk", "BBC: public broadcaster, United Kingdom"),
            ("rss.nytimes.com:443", "The New York Times: privately owned, United States"),
            ("asia.nikkei.com", "Nikkei: privately owned, Japan"),
            ("news.un.org", "UN News: intergovernmental, United Nations"),
            ("www.globaltimes.cn", "Global Times: party-owned, China"),
            ("apnews.com", "Associated Press: cooperative, United States"),
            ("interfax.com.ua", "Interfax-Ukraine: privately owned, Ukraine"),
            ("interfax.com", "Interfax: privately owned, Russia"),
            ("nottass.com", ""),
            ("tass.com.example", ""),
            ("com", ""),
            ("", ""),
        ];
        for (host, expected) in rows {
            let found = label(host).map_or(String::new(), |label| format!("{}: {label}", label.name));
            assert_eq!(found, expected, "{host}");
        }
    }

    #[test]
    fn an_address_gives_its_outlet() {
        assert_eq!(of_url("https://tass.com/politics/1?x=y").map(|label| label.name), Some("TASS"));
        assert_eq!(of_url("https://example.org/tass.com"), None);
        assert_eq!(of_url("tass.com"), None);
    }

    #[test]
    fn a_label_carries_the_source_of_its_claim() {
        let label = label("aljazeera.com").unwrap();
        assert_eq!(label.dated, "2024-02");
        assert!(label.source.contains("State Media Monitor"), "{label:?}");
    }

    #[test]
    fn every_row_of_the_table_is_sound() {
        assert_eq!(all().count(), OUTLETS.lines().count());
        let mut hosts = std::collections::HashSet::new();
        for label in all() {
            for host in label.hosts.split(' ') {
                assert!(hosts.insert(host), "{host} stands twice");
                assert!(
                    host.contains('.') && host == host.to_ascii_lowercase() && !host.starts_with("www."),
                    "{host}"
                );
            }
            assert!(
                !label.name.is_empty() && !label.owner.is_empty() && !label.source.is_empty(),
                "{label:?}"
            );
            let month = format!("{}-01", label.dated).parse::<chrono::NaiveDate>();
            assert!(month.is_ok(), "{label:?}");
        }
    }

    #[test]
    fn outlets_of_one_owner_share_its_name() {
        for (one, other) in
            [("ria.ru", "sputnikglobe.com"), ("france24.com", "rfi.fr"), ("welt.de", "politico.eu")]
        {
            assert_eq!(label(one).unwrap().owner, label(other).unwrap().owner);
        }
    }

    proptest! {
        #[test]
        fn any_host_is_looked_up_without_harm(host in ".{0,60}", sub in "[a-z]{1,8}") {
            let _found = label(&host);
            let subdomain = format!("{sub}.tass.com");
            prop_assert_eq!(label(&subdomain), label("tass.com"));
        }
    }
}
