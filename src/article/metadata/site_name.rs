//! What an outlet is called: names that stand where an author should and are the house's.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use crate::languages::{self, section, shared};
use crate::text::letters;

/// The shortest label of a host that may be an outlet's name, in bytes.
const LABEL: usize = 4;

/// First names in most of the news, in lower case; a house seldom begins with one.
static FIRST: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let names = shared::NAMES.words("f").chain(shared::NAMES.words("m"));
    names.map(|name| name.to_lowercase()).collect()
});

/// Words within a name that begin small.
static PARTICLES: LazyLock<HashSet<Cow<'static, str>>> =
    LazyLock::new(|| shared::NAMES.words("particle").collect());

/// The names of an outlet, letters only.
#[derive(Debug, Clone, Default)]
pub(in crate::article) struct Outlet {
    names: HashSet<String>,
    /// The label of its host that names it: `gazette` of `www.gazette.example`.
    label: Option<String>,
}

impl Outlet {
    /// An outlet by its names and its host. Of a name of parts (`Gazette | World`) each part is one, too.
    pub(in crate::article) fn new<'n>(names: impl IntoIterator<Item = &'n str>, host: Option<&str>) -> Self {
        let parts = |name: &'n str| {
            let marks = [" | ", " - ", " – ", " — ", " » ", ": "];
            marks.into_iter().flat_map(move |mark| name.split(mark))
        };
        let names = names.into_iter().flat_map(parts).map(letters).filter(|name| !name.is_empty()).collect();
        Self { names, label: host.and_then(label) }
    }

    /// Whether `text` says no more than what the outlet is called.
    pub(in crate::article) fn says_only(&self, text: &str) -> bool {
        self.names.contains(&letters(text))
    }

    /// Whether `name` is what the outlet or its host is called.
    pub(in crate::article) fn is_called(&self, name: &str) -> bool {
        let own = letters(name);
        // hosts have no umlauts
        let plain = own.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss");
        self.names.contains(&own) || self.label.as_ref().is_some_and(|label| *label == own || *label == plain)
    }

    /// Whether a name is that of the host, and no name of the outlet begins with it as with a person's.
    fn is_label(&self, name: &str, own: &str) -> bool {
        let two = name.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count() == 2;
        let owner = two && self.names.iter().any(|site| site.starts_with(own) && site.len() > own.len());
        self.label.as_deref() == Some(own) && !owner
    }

    /// Whether `name` is the outlet's own and no person's.
    pub(in crate::article) fn is(&self, name: &str) -> bool {
        let own = letters(name);
        let lower = name.to_lowercase();
        let article = languages::words(section::ARTICLE)
            .find_map(|article| lower.strip_prefix(article.as_ref())?.strip_prefix(' ').map(letters));
        let is = |own: &String| self.names.contains(own) || self.label.as_ref() == Some(own);
        // a person may have given the site a name that goes on: Anna Feld Photography
        let house =
            self.names.contains(&own) || article.as_ref().is_some_and(is) || self.is_label(name, &own);
        house && !(begins_like_a_person(name) && is_of_names(name))
    }
}

/// Whether a name is no more than a first name in the news.
pub(in crate::article) fn is_first_name(name: &str) -> bool {
    name.starts_with(char::is_uppercase) && FIRST.contains(name.to_lowercase().as_str())
}

/// Whether every word of a name may be one of a person's.
fn is_of_names(name: &str) -> bool {
    name.split(' ').all(|word| word.starts_with(char::is_uppercase) || PARTICLES.contains(word))
}

/// Whether the first word of a name is a first name in the news.
pub(in crate::article) fn begins_like_a_person(name: &str) -> bool {
    name.contains(' ')
        && name.split([' ', '-']).next().is_some_and(|first| FIRST.contains(first.to_lowercase().as_str()))
}

/// The label of a host under its public suffix: `gazette` of `www.gazette.example` and of `gazette.co.example`.
fn label(host: &str) -> Option<String> {
    let labels: Vec<_> = host.split('.').collect();
    let second = ["co", "com", "org", "net", "gov", "gob", "gouv", "ac", "edu"];
    let (&last, rest) = labels.split_last()?;
    let (&before, above) = rest.split_last()?;
    let label = above.last().filter(|_| last.len() == 2 && second.contains(&before)).unwrap_or(&before);
    Some(letters(label)).filter(|label| label.len() >= LABEL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outlet_is_told_from_a_person() {
        let outlet = Outlet::new(["The Port Gazette | World"], Some("www.port-gazette.co.uk"));
        for name in ["Port Gazette", "The Port Gazette", "PORT GAZETTE", "World", "portgazette"] {
            assert!(outlet.is(name), "{name}");
        }
        for name in ["Nadia Feld", "Port Gazetteer", "Gazette"] {
            assert!(!outlet.is(name), "{name}");
        }
        let lower = Outlet::new(["Anna in the Harbour"], None);
        assert!(lower.is("Anna in the Harbour"), "no name of a person has such words");
        let own = Outlet::new(["Anna Feld"], Some("annafeld.example"));
        assert!(!own.is("Anna Feld"), "who writes under her own name");
        assert!(own.is("annafeld"));
    }
}
