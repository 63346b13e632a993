//! Sibling `article` elements: teasers of other pages go, parts of one page become one.

use dom_query::NodeRef;
use url::Url;

use crate::article::html::density::Densities;

/// The headings of an article.
const HEADINGS: [&str; 5] = ["h1", "h2", "h3", "h4", "h5"];
/// What is left when all teasers are gone must be at least this much, in bytes of prose, and a third of the page: else it is
/// a list of them, or they are no teasers.
const LEFT: usize = 200;

/// Takes the teasers of other pages out of `body` and tells the bytes of prose in them; `own` is the page's address.
pub(super) fn take_out(body: &NodeRef, densities: &Densities, own: Option<&Url>) -> usize {
    let articles: Vec<_> = body.descendants_it().filter(|node| node.has_name("article")).collect();
    if articles.is_empty() {
        return 0;
    }
    let teasers: Vec<_> = articles.iter().filter(|article| is_teaser(article, own)).collect();
    let within = |node: &NodeRef, others: &[&NodeRef]| {
        node.ancestors_it(None).any(|above| others.iter().any(|other| other.id == above.id))
    };
    let prose: usize = teasers
        .iter()
        .filter(|teaser| !within(teaser, &teasers))
        .map(|teaser| densities.of(teaser).prose)
        .sum();
    let all = densities.of(body).prose;
    let gone = if all >= prose + LEFT && 3 * (all - prose) >= all {
        teasers.iter().for_each(|teaser| teaser.remove_from_parent());
        prose
    } else {
        0
    };
    let parts =
        articles.iter().filter(|article| gone == 0 || !teasers.iter().any(|teaser| teaser.id == article.id));
    join_parts(&parts.collect::<Vec<_>>(), densities);
    gone
}

/// Whether an article is told of here and stands elsewhere: its heading is a link to another page.
fn is_teaser(article: &NodeRef, own: Option<&Url>) -> bool {
    let is_its_own = |node: &NodeRef| {
        node.ancestors_it(None)
            .find(|above| above.has_name("article"))
            .is_some_and(|above| above.id == article.id)
    };
    let mut headings = article
        .descendants_it()
        .filter(|node| HEADINGS.iter().any(|heading| node.has_name(heading)))
        .filter(is_its_own);
    let Some(heading) = headings.next().filter(|heading| !heading.has_name("h1")) else { return false };
    let inner = heading.descendants_it().find(|node| node.has_name("a"));
    let outer = || heading.ancestors_it(Some(3)).find(|node| node.has_name("a"));
    let Some(href) = inner.or_else(outer).and_then(|link| link.attr("href")) else { return false };
    !href.starts_with('#') && !leads_here(&href, own)
}

/// Whether a link leads to the page itself.
fn leads_here(href: &str, own: Option<&Url>) -> bool {
    let Some(own) = own else { return false };
    own.join(href).is_ok_and(|url| {
        url.host_str() == own.host_str()
            && url.path().trim_end_matches('/') == own.path().trim_end_matches('/')
    })
}

/// Makes one article of the sibling articles that have paragraphs and no article between them and their parent.
fn join_parts(articles: &[&NodeRef], densities: &Densities) {
    let mut first: Option<&NodeRef> = None;
    for article in articles.iter().copied().filter(|article| densities.of(article).prose > 0) {
        let same_parent =
            |one: &&NodeRef| one.parent().map(|parent| parent.id) == article.parent().map(|parent| parent.id);
        match first.filter(same_parent) {
            Some(first) if !is_marked_other(article) => {
                let children = article.children();
                children.iter().for_each(|child| first.append_child(child));
                article.remove_from_parent();
            }
            _ => first = Some(article),
        }
    }
}

/// Whether an article is marked as a reader's comment or as one of a list.
fn is_marked_other(article: &NodeRef) -> bool {
    ["class", "id"].iter().filter_map(|name| article.attr(name)).any(|value| {
        let value = value.to_ascii_lowercase();
        value.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| {
            matches!(
                word,
                "comment" | "comments" | "card" | "teaser" | "related" | "reply" | "hentry" | "excerpt"
            )
        })
    })
}
