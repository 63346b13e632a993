//! What a page says of its article: JSON-LD first, then meta tags, then marked elements, then its address.

use std::borrow::Cow;
use std::cell::LazyCell;
use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{DateTime, TimeDelta, Utc};
use dom_query::{Document, NodeRef};
use url::Url;

use super::byline;
use super::head::Head;
use super::outlet::Outlet;
use super::signs::{Marked, Signs};
use super::written::{Order, moment};
use super::{author, credit, dates, jsonld};
use crate::languages::Table;

static TAGS: Table = Table::new(include_str!("rules/tags.txt"));

/// Names of meta tags by what they tell.
static NAMES: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let kinds = ["published", "updated", "author", "headline", "dek", "site", "address"];
    kinds.into_iter().map(|kind| (kind, TAGS.lines(kind).collect())).collect()
});

/// What is said of an article, as written.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    pub(super) headline: Option<String>,
    pub(super) dek: Option<String>,
    /// Names as told.
    pub(super) authors: Vec<String>,
    /// The people among the authors.
    pub(super) byline: Option<String>,
    /// Whom a page is signed with, where nothing names a person.
    pub(super) signed: Option<String>,
    pub(super) site: Option<String>,
    /// A readable instant.
    pub(super) published: Option<String>,
    /// A readable instant.
    pub(super) updated: Option<String>,
    pub(super) language: Option<String>,
    pub(super) address: Option<String>,
    /// The text, from JSON-LD only.
    pub(super) body: Option<String>,
    /// Whether it can be read without paying, from JSON-LD only.
    pub(super) free: Option<bool>,
    /// What the outlet is called.
    pub(super) outlet: Outlet,
}

impl Facts {
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            headline: self.headline.or(other.headline),
            dek: self.dek.or(other.dek),
            authors: if self.authors.is_empty() { other.authors } else { self.authors },
            byline: self.byline.or(other.byline),
            signed: self.signed.or(other.signed),
            site: self.site.or(other.site),
            published: self.published.or(other.published),
            updated: self.updated.or(other.updated),
            language: self.language.or(other.language),
            address: self.address.or(other.address),
            body: self.body.or(other.body),
            free: self.free.or(other.free),
            outlet: self.outlet,
        }
    }
}

/// Reads everything a page says of its article; `own` is the address it was fetched from.
pub(super) fn facts(signs: &Signs<'_>, own: Option<&str>) -> Facts {
    let tags = of_meta_tags(signs);
    let named = tags.address.clone();
    let own = own.or(named.as_deref());
    let linked = jsonld::read(&signs.linked, own);
    let host = own.and_then(|own| Url::parse(own).ok()?.host_str().map(str::to_owned));
    let mut facts = linked.facts.or(tags);
    // the outlet's name is the meta tag's; JSON-LD often names the company
    let sites: Vec<&str> = all(signs, "site").collect();
    let publisher = facts.site.clone();
    let houses = linked.houses.iter().map(String::as_str).chain(publisher.as_deref());
    facts.outlet = Outlet::new(sites.iter().copied().chain(houses), host.as_deref());
    facts.site = site(signs, facts.site, facts.headline.as_deref());
    let headlines = facts.headline.into_iter().chain(all(signs, "headline").map(str::to_owned));
    let headlines = headlines.chain(signs.window.clone()).chain(signs.headings.first().cloned());
    facts.headline = headlines
        .clone()
        .find(|headline| !facts.outlet.says_only(headline))
        .or_else(|| headlines.clone().next());
    let head = LazyCell::new(|| {
        Head::new(headline_element(signs, facts.headline.as_deref(), facts.site.as_deref()))
    });
    facts.published = facts.published.or_else(|| published(signs, &head, own));
    facts.language = facts.language.or_else(|| signs.language.clone());
    let authors = authors(signs, &head, &facts.outlet, &facts.authors);
    (facts.byline, facts.signed) = (authors.people, authors.signed);
    facts
}

/// Who wrote an article, as far as JSON-LD, meta tags and marked elements tell.
struct Authors {
    /// The names of the first of them that have the look of people's.
    people: Option<String>,
    /// Failing those and a line that names somebody: another name, or the account that a page is signed with.
    signed: Option<String>,
}

fn authors(signs: &Signs<'_>, head: &Head, outlet: &Outlet, told: &[String]) -> Authors {
    let names = NAMES.get("author").map(Vec::as_slice).unwrap_or_default();
    let labelled = labelled_author(signs);
    let tags = || names.iter().map(|name| signs.named(name)).chain([labelled]);
    let any = |names: &[String]| byline::byline(names, outlet);
    let people = |names: &[String]| any(names).filter(|names| byline::look_like_people(names));
    let marked = LazyCell::new(|| {
        author::marked(&signs.authors, head, |name| byline::person_of(name, outlet).is_some())
    });
    let account = |names: &[String]| names.iter().find_map(|name| byline::login(name, outlet));
    let desk = |names: &[String]| names.iter().find_map(|name| byline::desk(name, outlet));
    let named = people(told).or_else(|| tags().find_map(people)).or_else(|| people(&marked.named));
    if named.is_some() {
        return Authors { people: named, signed: None };
    }
    let signed = any(&marked.linked)
        .or_else(|| any(told))
        .or_else(|| tags().find_map(any))
        .or_else(|| any(&marked.named))
        .or_else(|| desk(told))
        .or_else(|| tags().find_map(desk))
        .or_else(|| account(&marked.signatures));
    Authors { people: None, signed }
}

fn of_meta_tags(signs: &Signs<'_>) -> Facts {
    let first = |kind: &str| all(signs, kind).next().map(str::to_owned);
    let instant = |kind: &str| all(signs, kind).find_map(|text| dates::readable(text.to_owned()));
    Facts {
        headline: first("headline"),
        dek: first("dek"),
        published: instant("published"),
        updated: instant("updated"),
        address: signs.canonical.clone().or_else(|| first("address")),
        ..Facts::default()
    }
}

fn all<'s>(signs: &'s Signs<'_>, kind: &str) -> impl Iterator<Item = &'s str> + Clone {
    let names = NAMES.get(kind).map(Vec::as_slice).unwrap_or_default();
    names.iter().flat_map(|name| signs.named(name)).map(String::as_str)
}

/// The name of the outlet, without the headline that some put before it.
fn site(signs: &Signs<'_>, publisher: Option<String>, headline: Option<&str>) -> Option<String> {
    let named = signs.named("og:site_name").first().cloned();
    let name = named.or(publisher).or_else(|| all(signs, "site").next().map(str::to_owned))?;
    let rest = headline.and_then(|headline| name.strip_prefix(headline));
    let rest = rest.map(|rest| rest.trim_start_matches(|c: char| !c.is_alphanumeric()));
    Some(rest.filter(|rest| !rest.is_empty()).map_or(name.clone(), str::to_owned))
}

/// The author in the pair of tags that one publishing system writes for link previews.
fn labelled_author<'s>(signs: &'s Signs<'_>) -> &'s [String] {
    const LABELS: [&str; 10] = [
        "written by",
        "author",
        "verfasst von",
        "geschrieben von",
        "écrit par",
        "écrit par",
        "escrito por",
        "autor",
        "автор",
        "написано автором",
    ];
    let label = signs.named("twitter:label1").first().map(|label| label.to_lowercase());
    if label.is_some_and(|label| LABELS.contains(&label.as_str())) {
        signs.named("twitter:data1")
    } else {
        &[]
    }
}

/// The element of the headline: the `h1` that says what `headline` says, or else the only one of some length.
fn headline_element<'a>(signs: &Signs<'a>, headline: Option<&str>, site: Option<&str>) -> Option<Marked<'a>> {
    let said = credit::heading(&signs.headings, headline, signs.window.as_deref(), site);
    let mut long = signs.headings.iter().filter(|text| text.chars().count() >= 12);
    let only = long.next().filter(|_| long.next().is_none()).map(String::as_str);
    let wanted = said.or(only)?;
    signs.headings.iter().position(|text| text == wanted).and_then(|index| signs.placed.get(index)).copied()
}

/// What a marked element says of an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Told {
    Published,
    Time,
    Class,
    Updated,
}

/// The instant of publication that elements and the page's address tell, the surest first.
fn published(signs: &Signs<'_>, head: &Head, own: Option<&str>) -> Option<String> {
    let order = Order::of_tag(signs.language.as_deref());
    let mut told: Vec<_> =
        signs.times.iter().map(|time| (told(&time.node), head.distance(time.at), time.node)).collect();
    told.sort_by_key(|(told, distance, _)| (*told, *distance));
    let addressed = own.and_then(|own| dates::day_in_address(Url::parse(own).ok()?.path()));
    let near = |read: &DateTime<Utc>| addressed.is_none_or(|day| (*read - day).abs() < TimeDelta::days(3));
    let ours = told.iter().filter(|(told, _, node)| *told == Told::Published || !head.is_elsewhere(node));
    let read = ours.into_iter().find_map(|(told, _, node)| {
        instant_of(node, order).filter(|read| *told == Told::Published || near(read))
    });
    read.or(addressed).map(|read| read.to_rfc3339())
}

fn told(node: &NodeRef) -> Told {
    let values = ["itemprop", "property", "class", "id"].iter().filter_map(|name| node.attr(name));
    let values = values.map(|value| value.to_ascii_lowercase()).collect::<Vec<_>>().join(" ");
    let says = |words: &[&str]| words.iter().any(|word| values.contains(word));
    if says(&["modified", "update", "changed", "edited"]) && !says(&["published"]) {
        Told::Updated
    } else if node.has_attr("pubdate") || says(&["datepublished", "dt-published", "entry-date published"]) {
        Told::Published
    } else if node.has_name("time") {
        Told::Time
    } else {
        Told::Class
    }
}

/// The instant in the attributes or else in the words of an element.
fn instant_of(node: &NodeRef, order: Order) -> Option<DateTime<Utc>> {
    const LONGEST: usize = 120;
    const ATTRIBUTES: [&str; 7] =
        ["datetime", "content", "data-datetime", "data-timestamp", "data-date", "data-published", "title"];
    let told = ATTRIBUTES.iter().filter_map(|name| node.attr(name));
    told.map(|text| text.to_string())
        .find_map(|text| dates::instant(&text).or_else(|| moment(&text, order)))
        .or_else(|| {
            let text = node.descendants_it().filter(NodeRef::is_text).map(|text| text.text()).take(12);
            let text = text.map(|text| text.trim().to_owned()).collect::<Vec<_>>().join(" ");
            (text.len() <= LONGEST).then(|| {
                dates::instant(&text).or_else(|| moment(&text, order)).or_else(|| dates::short_day(&text))
            })?
        })
}

/// The words of a fragment of text that may hold entities and tags, white space folded.
pub(super) fn plain(text: &str) -> String {
    let text: Cow<'_, str> = if text.contains(['&', '<']) {
        Cow::Owned(Document::fragment(text).text().to_string())
    } else {
        Cow::Borrowed(text)
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
