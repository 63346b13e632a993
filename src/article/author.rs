//! Authors where no metadata names them: elements marked as such.

use dom_query::NodeRef;

use super::credit;
use super::meta::plain;

/// A longer text is no author's name, in bytes.
const LONGEST: usize = 120;

/// How an element is marked as naming an author, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Property,
    Link,
    ClassByline,
    ClassAuthor,
    /// Any class with the word in it: believed only if the text looks like a person's name.
    Loose,
}

/// Whether an element may name an author.
pub(super) fn is_candidate(node: &NodeRef) -> bool {
    node.attr("rel").as_deref() == Some("author")
        || node.attr("itemprop").as_deref() == Some("author")
        || node.attr("class").is_some_and(|class| {
            let class = class.to_ascii_lowercase();
            class.contains("author") || class.contains("byline")
        })
}

/// The names in the surest of the candidates, outside lists of other articles.
pub(super) fn marked(candidates: &[NodeRef]) -> Vec<String> {
    let mut marks: Vec<_> =
        candidates.iter().filter(|node| !in_other_article(node)).map(|node| (mark(node), node)).collect();
    marks.sort_by_key(|(mark, _)| *mark);
    for group in marks.chunk_by(|(a, _), (b, _)| a == b) {
        let parent = |node: &NodeRef| node.parent().map(|parent| parent.id);
        let Some((mark, first)) = group.first() else { continue };
        let names: Vec<_> = if *mark == Mark::Loose {
            group.iter().find_map(|(_, node)| like_a_name(node)).into_iter().collect()
        } else {
            let together = group.iter().filter(|(_, node)| parent(node) == parent(first));
            together.flat_map(|(mark, node)| names(*mark, node)).collect()
        };
        if !names.is_empty() {
            return names;
        }
    }
    Vec::new()
}

fn mark(node: &NodeRef) -> Mark {
    let class = node.attr_or("class", "");
    let classes = |known: &[&str]| class.split_whitespace().any(|word| known.contains(&word));
    if node.attr("itemprop").as_deref() == Some("author") {
        Mark::Property
    } else if node.attr("rel").as_deref() == Some("author") {
        Mark::Link
    } else if classes(&["byline", "byline__name", "author-name", "article-author", "c-byline__item"]) {
        Mark::ClassByline
    } else if classes(&["author"]) {
        Mark::ClassAuthor
    } else {
        Mark::Loose
    }
}

/// The names an element gives: its named part, its links, or its whole text.
fn names(mark: Mark, node: &NodeRef) -> Vec<String> {
    let inner = |wanted: &dyn Fn(&NodeRef) -> bool| -> Vec<String> {
        node.descendants_it()
            .filter(|inner| wanted(inner))
            .map(|inner| written(&inner))
            .filter(|name| fits(name))
            .collect()
    };
    let parts = match mark {
        Mark::Property => inner(&|inner| inner.attr("itemprop").as_deref() == Some("name")),
        Mark::ClassByline | Mark::ClassAuthor => inner(&|inner| inner.has_name("a")),
        Mark::Link | Mark::Loose => Vec::new(),
    };
    if parts.is_empty() { Some(written(node)).filter(|name| fits(name)).into_iter().collect() } else { parts }
}

fn fits(name: &str) -> bool {
    !name.is_empty() && name.len() < LONGEST
}

fn written(node: &NodeRef) -> String {
    node.attr("content").map_or_else(|| plain(&node.text()), |content| plain(&content))
}

fn like_a_name(node: &NodeRef) -> Option<String> {
    let name = credit::person(&plain(&node.text()))?;
    let words: Vec<_> = name.split(' ').collect();
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let like = (2..=4).contains(&words.len()) && words.iter().all(capital) && name.chars().count() <= 40;
    like.then_some(name)
}

fn in_other_article(node: &NodeRef) -> bool {
    node.ancestors_it(Some(8)).any(|above| {
        above.has_name("aside")
            || above.has_name("nav")
            || above.has_name("footer")
            || above.attr("class").is_some_and(|class| class.contains("comment") || class.contains("related"))
    })
}
