//! What a page says of its article: JSON-LD first, then meta tags, then the page itself.

use std::borrow::Cow;
use std::collections::HashMap;

use dom_query::{Document, NodeRef};

use super::{author, jsonld};

/// What is said of an article, as written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) headline: Option<String>,
    pub(super) dek: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) site: Option<String>,
    pub(super) published: Option<String>,
    pub(super) updated: Option<String>,
    pub(super) language: Option<String>,
    pub(super) address: Option<String>,
    /// The text, from JSON-LD only.
    pub(super) body: Option<String>,
    /// Whether it can be read without paying, from JSON-LD only.
    pub(super) free: Option<bool>,
}

impl Facts {
    fn or(self, other: Self) -> Self {
        Self {
            headline: self.headline.or(other.headline),
            dek: self.dek.or(other.dek),
            authors: if self.authors.is_empty() { other.authors } else { self.authors },
            site: self.site.or(other.site),
            published: self.published.or(other.published),
            updated: self.updated.or(other.updated),
            language: self.language.or(other.language),
            address: self.address.or(other.address),
            body: self.body.or(other.body),
            free: self.free.or(other.free),
        }
    }
}

/// The elements of a page that speak of its article, found in one pass.
#[derive(Default)]
pub(super) struct Signs<'a> {
    /// Meta tags: content by name, lower case; the first of a name.
    tags: HashMap<String, String>,
    canonical: Option<String>,
    linked: Vec<NodeRef<'a>>,
    times: Vec<NodeRef<'a>>,
    authors: Vec<NodeRef<'a>>,
    language: Option<String>,
    /// The window's title.
    pub(super) window: Option<String>,
    /// The texts of the first few `h1`.
    pub(super) headings: Vec<String>,
}

/// Looks through a page once.
pub(super) fn signs(page: &Document) -> Signs<'_> {
    const HEADINGS: usize = 5;
    let mut signs = Signs::default();
    for node in page.root().descendants_it().filter(NodeRef::is_element) {
        let Some(name) = node.qual_name_ref() else { continue };
        match name.local.as_ref() {
            "html" => signs.language = node.attr("lang").map(|lang| lang.to_string()),
            "meta" => signs.add_tag(&node),
            "link" if signs.canonical.is_none() && node.attr("rel").as_deref() == Some("canonical") => {
                signs.canonical = node.attr("href").map(|href| href.to_string());
            }
            "script" if node.attr("type").as_deref() == Some("application/ld+json") => {
                signs.linked.push(node);
            }
            "title" if signs.window.is_none() => {
                signs.window = Some(plain(&node.text())).filter(|title| !title.is_empty());
            }
            "h1" if signs.headings.len() < HEADINGS => signs.headings.push(plain(&node.text())),
            local => {
                if local == "time" || node.has_attr("itemprop") {
                    signs.times.push(node);
                }
                if author::is_candidate(&node) {
                    signs.authors.push(node);
                }
            }
        }
    }
    signs
}

impl Signs<'_> {
    fn add_tag(&mut self, tag: &NodeRef) {
        let content = plain(&tag.attr_or("content", ""));
        if content.is_empty() {
            return;
        }
        for key in ["property", "name", "itemprop"] {
            if let Some(name) = tag.attr(key) {
                self.tags.entry(name.to_ascii_lowercase()).or_insert_with(|| content.clone());
            }
        }
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.tags.get(*name)).cloned()
    }

    /// The instant of the first element that says to be `wanted`.
    fn time(&self, wanted: impl Fn(&NodeRef) -> bool) -> Option<String> {
        let written = |node: &&NodeRef| node.attr("datetime").or_else(|| node.attr("content"));
        self.times
            .iter()
            .filter(|node| wanted(node))
            .find_map(|node| written(&node))
            .map(|time| time.to_string())
    }
}

/// Reads everything a page says of its article.
pub(super) fn facts(signs: &Signs<'_>) -> Facts {
    let mut facts = jsonld::facts(&signs.linked).or(of_meta_tags(signs));
    // the outlet's name is the meta tag's; JSON-LD often names the company
    facts.site = signs.first(&["og:site_name"]).or(facts.site);
    facts.headline =
        facts.headline.or_else(|| signs.window.clone()).or_else(|| signs.headings.first().cloned());
    let is =
        |property: &'static str| move |node: &NodeRef| node.attr("itemprop").as_deref() == Some(property);
    facts.published = facts
        .published
        .or_else(|| signs.time(is("datePublished")))
        .or_else(|| signs.time(|node| node.has_attr("pubdate")))
        .or_else(|| signs.time(|node| node.has_name("time")));
    facts.updated = facts.updated.or_else(|| signs.time(is("dateModified")));
    facts.language = facts.language.or_else(|| signs.language.clone());
    if facts.authors.is_empty() {
        facts.authors = author::marked(&signs.authors);
    }
    facts
}

fn of_meta_tags(signs: &Signs<'_>) -> Facts {
    const PUBLISHED: [&str; 18] = [
        "article:published_time",
        "datepublished",
        "article:published",
        "og:published_time",
        "parsely-pub-date",
        "dc.date.issued",
        "dcterms.created",
        "dc.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "sailthru.date",
        "article.published",
        "date",
        "dc.created",
        "created",
        "cxenseparse:recs:publishtime",
    ];
    const UPDATED: [&str; 8] = [
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "last-modified",
        "dc.date.modified",
        "lastmod",
        "article.updated",
        "revised",
    ];
    let author = signs
        .first(&["author", "parsely-author", "dc.creator", "sailthru.author", "byl"])
        .or_else(|| labelled_author(signs))
        .or_else(|| signs.first(&["article:author"]).filter(|author| !author.contains("://")));
    Facts {
        headline: signs.first(&["og:title", "twitter:title", "dc.title", "parsely-title", "title"]),
        dek: signs.first(&["og:description", "description", "twitter:description", "dc.description"]),
        authors: author.into_iter().collect(),
        site: signs.first(&["application-name"]),
        published: signs.first(&PUBLISHED),
        updated: signs.first(&UPDATED),
        address: signs.canonical.clone().or_else(|| signs.first(&["og:url"])),
        ..Facts::default()
    }
}

/// The author in the pair of tags that one publishing system writes for link previews.
fn labelled_author(signs: &Signs<'_>) -> Option<String> {
    const LABELS: [&str; 7] = [
        "written by",
        "verfasst von",
        "geschrieben von",
        "écrit par",
        "escrito por",
        "автор",
        "написано автором",
    ];
    let label = signs.tags.get("twitter:label1")?.to_lowercase();
    LABELS.contains(&label.as_str()).then(|| signs.tags.get("twitter:data1").cloned())?
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
