//! What a page says of its article: JSON-LD first, then meta tags, then the page itself.

use std::borrow::Cow;
use std::collections::HashMap;

use dom_query::{Document, NodeRef};

use super::jsonld;

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

/// Reads everything `page` says of its article.
pub(super) fn facts(page: &Document) -> Facts {
    let linked = jsonld::facts(page);
    let mut facts = linked.or(of_meta_tags(page)).or(of_page(page));
    // the outlet's name is the meta tag's; JSON-LD often names the company
    facts.site = meta_of(page, &["og:site_name"]).or(facts.site);
    facts
}

fn of_meta_tags(page: &Document) -> Facts {
    let tags = meta_tags(page);
    let first = |names: &[&str]| names.iter().find_map(|name| tags.get(*name)).cloned();
    let link = page.select("link[rel='canonical']").attr("href").map(|href| href.to_string());
    Facts {
        headline: first(&["og:title", "twitter:title", "dc.title", "parsely-title", "title"]),
        dek: first(&["og:description", "description", "twitter:description", "dc.description"]),
        authors: first(&[
            "author",
            "parsely-author",
            "dc.creator",
            "sailthru.author",
            "byl",
            "article:author",
        ])
        .into_iter()
        .collect(),
        site: first(&["og:site_name", "application-name"]),
        published: first(&[
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
        ]),
        updated: first(&[
            "article:modified_time",
            "og:updated_time",
            "datemodified",
            "last-modified",
            "dc.date.modified",
            "lastmod",
            "article.updated",
            "revised",
        ]),
        language: None,
        address: link.or_else(|| first(&["og:url"])),
        body: None,
        free: None,
    }
}

/// Every meta tag's content by its name, lower case; the first of a name.
fn meta_tags(page: &Document) -> HashMap<String, String> {
    let mut tags = HashMap::new();
    for tag in page.select("meta[content]").nodes() {
        let content = plain(&tag.attr_or("content", ""));
        if content.is_empty() {
            continue;
        }
        for key in ["property", "name", "itemprop"] {
            if let Some(name) = tag.attr(key) {
                tags.entry(name.to_ascii_lowercase()).or_insert_with(|| content.clone());
            }
        }
    }
    tags
}

fn meta_of(page: &Document, names: &[&str]) -> Option<String> {
    let tags = meta_tags(page);
    names.iter().find_map(|name| tags.get(*name)).cloned()
}

fn of_page(page: &Document) -> Facts {
    let text = |selector: &str| {
        page.select(selector).nodes().iter().map(|node| plain(&node.text())).find(|text| !text.is_empty())
    };
    let time = |selector: &str| {
        let nodes = page.select(selector);
        nodes.nodes().iter().find_map(|node| node.attr("datetime").or_else(|| node.attr("content")))
    };
    Facts {
        headline: text("h1").or_else(|| text("title")),
        authors: authors_on(page),
        published: time("[itemprop='datePublished']")
            .or_else(|| time("time[pubdate]"))
            .or_else(|| time("article time[datetime]"))
            .or_else(|| time("time[datetime]"))
            .map(|time| time.to_string()),
        updated: time("[itemprop='dateModified']").map(|time| time.to_string()),
        language: page.select("html").attr("lang").map(|lang| lang.to_string()),
        ..Facts::default()
    }
}

/// The names marked as authors outside lists of other articles.
fn authors_on(page: &Document) -> Vec<String> {
    let names = |selector: &str| -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for node in page.select(selector).nodes().iter().take(4) {
            let name = node.attr("content").map_or_else(|| plain(&node.text()), |content| plain(&content));
            if !name.is_empty() && name.len() < 120 && !found.contains(&name) && !in_other_article(node) {
                found.push(name);
            }
        }
        found
    };
    [
        "[itemprop='author'] [itemprop='name']",
        "[itemprop='author']",
        "[rel='author']",
        ".byline a",
        ".author-name",
        ".article-author",
        ".byline__name",
        ".c-byline__item a",
        ".byline",
        ".author a",
        ".author",
    ]
    .iter()
    .map(|selector| names(selector))
    .find(|names| !names.is_empty())
    .unwrap_or_default()
}

fn in_other_article(node: &NodeRef) -> bool {
    node.ancestors_it(Some(8)).any(|above| {
        above.has_name("aside")
            || above.has_name("nav")
            || above.has_name("footer")
            || above.attr("class").is_some_and(|class| class.contains("comment") || class.contains("related"))
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
