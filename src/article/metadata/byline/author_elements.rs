//! Authors where no metadata names them: elements marked as such, the surest first and the nearest to the headline.

use std::sync::LazyLock;

use dom_query::NodeRef;

use super::by_phrase::named_in;
use super::names::{is_by, look_like_people, looks_like_a_person, person};
use crate::article::html::elements::is_hidden;
use crate::article::metadata::candidates::Marked;
use crate::article::metadata::headline_position::HeadlinePosition;
use crate::article::rules::marks;
use crate::text::markup::plain_line;

/// Words that mark an author, and those behind one that say something of it.
static AUTHOR: LazyLock<&[&str]> = LazyLock::new(|| marks("author"));
static ABOUT: LazyLock<&[&str]> = LazyLock::new(|| marks("about"));
/// Classes of what no reader sees.
static UNSEEN: LazyLock<&[&str]> = LazyLock::new(|| marks("unseen"));
/// Folders of pages on a person.
static PERSON: LazyLock<&[&str]> = LazyLock::new(|| marks("author-page"));

/// A longer text is no author's name, in bytes.
const LONGEST: usize = 120;
/// How many elements from the headline a link to a person's page may stand.
const NEAR: usize = 40;
/// A link to a person's page in a longer piece of text is part of a sentence, in bytes.
const SENTENCE: usize = 80;

/// Stands between the words of two blocks.
pub(super) const PARTED: char = '|';

/// How an element is marked as naming an author, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Property,
    Link,
    ClassByline,
    ClassAuthor,
    /// Any class with the word in it: believed only if the text looks like a person's name.
    Loose,
    /// A link to a page on a person, near the headline: believed on the same terms.
    Page,
}

impl Mark {
    /// Whether an element so marked names an author and does not only speak of one.
    fn is_sure(self) -> bool {
        self <= Self::ClassAuthor
    }
}

/// What the marked elements of a page say.
#[derive(Debug, Default)]
pub(super) struct Authors {
    /// The names in the surest of the elements.
    pub(super) named: Vec<String>,
    /// The name in the nearest link to a page on a person.
    pub(super) linked: Vec<String>,
    /// The texts of the elements that are sure to name an author: a page may be signed with the name of an account.
    pub(super) signatures: Vec<String>,
    /// The texts of all the elements near the headline, the nearest first.
    pub(super) near: Vec<String>,
}

/// Reads the candidates outside other articles; `is_person` has the last word on names.
pub(super) fn marked(
    candidates: &[Marked],
    head: &HeadlinePosition,
    is_person: impl Fn(&str) -> bool,
) -> Authors {
    let mut found: Vec<_> = candidates
        .iter()
        .filter_map(|candidate| Some((mark(&candidate.node)?, head.distance(candidate.at), candidate.node)))
        .filter(|(mark, distance, _)| *mark != Mark::Page || *distance <= NEAR)
        .collect();
    found.sort_by_key(|(mark, distance, _)| (*mark, *distance));
    let pages = found.partition_point(|(mark, _, _)| *mark < Mark::Page);
    let (marks, pages) = found.split_at_checked(pages).unwrap_or_default();
    let mut near: Vec<_> =
        found.iter().filter(|(_, distance, node)| *distance <= NEAR && signs(node, head)).collect();
    near.sort_by_key(|(_, distance, _)| *distance);
    let groups = marks.chunk_by(|a, b| a.0 == b.0);
    let signed = marks.iter().filter(|(mark, _, node)| mark.is_sure() && signs(node, head));
    Authors {
        named: groups
            .map(|group| group_names(group, head, &is_person))
            .find(|names| !names.is_empty())
            .unwrap_or_default(),
        linked: group_names(pages, head, &is_person),
        signatures: signed.map(|(_, _, node)| written(node)).collect(),
        near: near.into_iter().map(|(_, _, node)| written(node)).collect(),
    }
}

/// Whether an element may sign its article: its readers see it, and it stands in no other article.
fn signs(node: &NodeRef, head: &HeadlinePosition) -> bool {
    is_seen(node) && !head.is_elsewhere(node)
}

/// Whether readers of the page see the words of an element.
fn is_seen(node: &NodeRef) -> bool {
    let unseen = |above: &NodeRef| {
        let class = above.attr("class").map(|class| class.to_ascii_lowercase()).unwrap_or_default();
        is_hidden(above) || class.split_whitespace().any(|word| UNSEEN.contains(&word))
    };
    !node.has_attr("content") && !unseen(node) && !node.ancestors_it(None).any(|above| unseen(&above))
}

/// The names in the first element of a group that has any, and in those beside it.
fn group_names(
    group: &[(Mark, usize, NodeRef)],
    head: &HeadlinePosition,
    is_person: &impl Fn(&str) -> bool,
) -> Vec<String> {
    let (mut known, mut names) = (None, Vec::new());
    for (mark, _, node) in group {
        let parent = node.parent().map(|parent| parent.id);
        let apart = known.is_some_and(|known| known != parent || *mark >= Mark::Loose);
        if apart || head.is_elsewhere(node) {
            continue;
        }
        let before = names.len();
        names.extend(names_in(*mark, node).into_iter().filter(|name| is_person(name)));
        if names.len() > before {
            known = Some(parent);
        }
    }
    names
}

fn mark(node: &NodeRef) -> Option<Mark> {
    let value = |name: &str| node.attr(name).map(|value| value.to_ascii_lowercase()).unwrap_or_default();
    let (class, property) = (value("class"), value("property"));
    let classes = |known: &[&str]| class.split_whitespace().any(|word| known.contains(&word));
    // Creative Commons name whom a work is to be attributed to by such marks
    let attributed = |word: &str| matches!(word, "cc:attributionname" | "cc:attributionurl");
    if names_author(node) {
        Some(Mark::Property)
    } else if value("rel").split_whitespace().any(|word| word == "author") {
        Some(Mark::Link)
    } else if (property + " " + &value("rel")).split_whitespace().any(attributed) {
        Some(Mark::Loose)
    } else if classes(&[
        "byline",
        "byline__name",
        "author-name",
        "article-author",
        "c-byline__item",
        "p-author",
    ]) {
        Some(Mark::ClassByline)
    } else if classes(&["author"]) {
        Some(Mark::ClassAuthor)
    } else {
        let marks = [class, value("id"), value("data-testid"), value("data-qa")].join(" ");
        loose(node, &marks)
    }
}

/// Whether an element's property is that of an author.
fn names_author(node: &NodeRef) -> bool {
    ["itemprop", "property"].iter().filter_map(|name| node.attr(name)).any(|value| {
        let is_author = |word: &str| matches!(word.rsplit([':', '.']).next(), Some("author" | "creator"));
        value.to_ascii_lowercase().split_whitespace().any(is_author)
    })
}

/// How an element with some word for authors among its `words` is one, but for what is said about an author.
fn loose(node: &NodeRef, words: &str) -> Option<Mark> {
    if words.split_whitespace().any(is_about) {
        None
    } else if AUTHOR.iter().any(|word| words.contains(word)) {
        Some(Mark::Loose)
    } else {
        (node.has_name("a") && !is_in_sentence(node)).then_some(Mark::Page)
    }
}

/// Whether a class says something about an author: `author-bio`, but not `date-author` or `author-bio__name`.
fn is_about(class: &str) -> bool {
    let words: Vec<_> = class.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let author = words.iter().position(|word| AUTHOR.iter().any(|author| word.contains(author)));
    let Some(author) = author else { return false };
    let about = words.iter().skip(author + 1).any(|word| ABOUT.contains(word));
    about && words.last() != Some(&"name")
}

/// Whether a link leads to a page on a person.
fn leads_to_person(link: &NodeRef) -> bool {
    link.attr("href").is_some_and(|href| PERSON.iter().any(|folder| href.contains(folder)))
}

/// Whether a link stands in running text.
fn is_in_sentence(link: &NodeRef) -> bool {
    let inline = ["span", "strong", "b", "em", "i"];
    let block = link.ancestors_it(Some(4)).find(|above| !inline.iter().any(|name| above.has_name(name)));
    block.is_some_and(|block| block.text().trim().len() > SENTENCE)
}

/// The names an element gives: its named part, its links, or its whole text.
fn names_in(mark: Mark, node: &NodeRef) -> Vec<String> {
    let inner = |wanted: &dyn Fn(&NodeRef) -> bool| -> Vec<String> {
        let inner = node.descendants_it().filter(NodeRef::is_element).filter(|inner| wanted(inner));
        inner.map(|inner| written(&inner)).filter(|name| person(name).is_some()).collect()
    };
    let named = |inner: &NodeRef| {
        let is_name = inner.attr("itemprop").as_deref() == Some("name")
            || inner.attr("property").is_some_and(|name| name.ends_with("name"));
        // a list of links within the element names other items
        let mut between = inner.ancestors_it(None).take_while(|above| above.id != node.id);
        is_name && !between.any(|above| above.has_attr("itemscope") && !names_author(&above))
    };
    let parts = match mark {
        Mark::Property => inner(&named),
        Mark::ClassByline | Mark::ClassAuthor => inner(&|inner| inner.has_name("a")),
        Mark::Link | Mark::Loose | Mark::Page => Vec::new(),
    };
    if !parts.is_empty() {
        return parts;
    }
    let mut text = written(node);
    if text.len() >= LONGEST {
        // the box of an author begins with a name
        let name = text.split(PARTED).next().map(str::trim).filter(|_| mark == Mark::Loose);
        let Some(name) = name.filter(|name| looks_like_a_person(name)) else { return Vec::new() };
        text = name.to_owned();
    }
    // a link marked as an author's that leads to a page on one may have one name
    let own_page = mark <= Mark::Loose && node.has_name("a") && leads_to_person(node);
    let sure = |part: &str| (mark <= Mark::Link || own_page) && !part.trim().contains(' ') && is_seen(node);
    let told = |part: &str| {
        named_in(part).or_else(|| person(part).filter(|name| look_like_people(name) || sure(part)))
    };
    // of several blocks the first that is neither a label nor a day
    let says =
        |part: &&str| !is_by(part) && !part.contains(|c: char| c.is_ascii_digit()) && part.trim() != "";
    let found =
        text.split(PARTED).next().and_then(told).or_else(|| text.split(PARTED).find(says).and_then(told));
    found.into_iter().collect()
}

/// The content of an element, or its words, those of one block apart from those of the next.
fn written(node: &NodeRef) -> String {
    if let Some(content) = node.attr("content") {
        return plain_line(&content);
    }
    let inline = ["a", "span", "b", "i", "em", "strong", "abbr", "bdi", "font"];
    let mut text = String::new();
    for part in node.descendants_it() {
        if text.len() > 4 * LONGEST {
            break;
        }
        if part.is_text() {
            text.push_str(&part.text());
            text.push(' ');
        } else if !text.trim_end().is_empty() && !inline.iter().any(|name| part.has_name(name)) {
            text.push(PARTED);
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(" ,", ",")
}
