//! What readers write below an article, known by marks that only it has.
//!
//! In: a page's body and its densities. Out: the same page without it. Marked are a comment of schema.org, SIOC or ARIA and
//! the element of a tool for comments. They go where prose of the article stands before the first of them and none behind it.
//! Names of classes say nothing here. Invariant: linear in the page; nothing goes that holds a `main`, an `h1` or an
//! `article` of the page's own.

use std::collections::HashSet;
use std::sync::LazyLock;

use dom_query::{LocalName, NodeId, NodeRef, local_name};

use super::marks::{CLASSES, WORDS, is_marked};
use crate::article::extraction::boilerplate::wording;
use crate::article::html::density::Densities;
use crate::article::html::elements::is_unread;
use crate::article::html::inner_text::inner_text;
use crate::article::html::lines::{following, with_text};
use crate::article::html::prose::{ends_sentence, is_prose};
use crate::text::FastSet;

/// Elements with prose that make an article, and bytes of it, for a head alone has one or two.
const PARAGRAPHS: usize = 3;
const ARTICLE: usize = 300;
/// Bytes of prose that do so in fewer elements.
const LONG: usize = 600;
/// A shorter sentence may be a button's, in bytes.
const SENTENCE: usize = 20;

static TOOLS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| CLASSES.lines("comment-tool").collect());
static FRAME: LazyLock<HashSet<&'static str>> = LazyLock::new(|| CLASSES.lines("frame").collect());

/// Takes what readers write out of `body` and tells the bytes of prose in it.
pub(super) fn take_out(body: &NodeRef, densities: &Densities) -> usize {
    let Some(found) = found(body, densities) else { return 0 };
    let gone = found.iter().map(|node| densities.of(node).prose).sum();
    found.iter().for_each(NodeRef::remove_from_parent);
    gone
}

/// The elements of readers behind all of the article; none on a page where one of them may be the article.
fn found<'a>(body: &NodeRef<'a>, densities: &Densities) -> Option<Vec<NodeRef<'a>>> {
    let holders = Holders::of(body);
    let (mut found, mut before) = (Vec::new(), Before::default());
    let mut frame = Frame::default();
    let mut next = body.first_child();
    while let Some(node) = next {
        frame.reach(&node);
        let mark = mark(&node).filter(|_| !holders.own.contains(&node.id));
        if let Some(mark) = mark {
            let held = densities.of(&node).prose;
            if mark != Mark::Tool && held > before.bytes && !holders.marked.contains(&node.id) {
                return None;
            }
            found.push(node);
        } else if node.is_element() && !holders.own.contains(&node.id) && is_frame(&node) {
            frame.begin(&node, body);
        }
        if mark.is_none() && !frame.open {
            let own = own_prose(&node, densities);
            before.add(own);
            if own > 0 || !found.is_empty() && goes_on(&node) {
                found.clear();
            }
        }
        next = following(&node, body, mark.is_none());
    }
    (before.is_article() && !found.is_empty()).then_some(found)
}

/// The part of the page around its article that is being walked through.
#[derive(Default)]
struct Frame {
    open: bool,
    behind: Option<NodeId>,
}

impl Frame {
    fn begin(&mut self, node: &NodeRef, body: &NodeRef) {
        if !self.open {
            *self = Self { open: true, behind: following(node, body, false).map(|node| node.id) };
        }
    }

    fn reach(&mut self, node: &NodeRef) {
        self.open &= self.behind != Some(node.id);
    }
}

/// The article's prose before what readers write.
#[derive(Default)]
struct Before {
    bytes: usize,
    elements: usize,
}

impl Before {
    fn add(&mut self, own: usize) {
        self.bytes += own;
        self.elements += usize::from(own > 0);
    }

    fn is_article(&self) -> bool {
        self.bytes >= LONG || self.bytes >= ARTICLE && self.elements >= PARAGRAPHS
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// A comment, as machines are told.
    Told,
    /// All comments, in the element of a tool.
    Tool,
}

fn mark(node: &NodeRef) -> Option<Mark> {
    if !["div", "li", "section", "article"].iter().any(|name| node.has_name(name)) {
        return None;
    }
    let says = |name: &str, known: fn(&str) -> bool| {
        node.attr(name).is_some_and(|value| value.split_ascii_whitespace().any(known))
    };
    let told = says("itemtype", |kind| kind.contains("schema.org/") && is_comment(kind))
        || says("typeof", is_comment)
        || says("role", |role| role == "comment");
    let tool = || node.attr("id").filter(|id| TOOLS.contains(&**id)).map(|_| Mark::Tool);
    told.then_some(Mark::Told).or_else(tool)
}

/// Whether a type of schema.org or SIOC is that of a reader's comment.
fn is_comment(kind: &str) -> bool {
    matches!(kind.rsplit(['/', ':', '#']).next(), Some("Comment" | "UserComments"))
}

/// Whether an element is the page's frame and not its article.
fn is_frame(node: &NodeRef) -> bool {
    ["nav", "aside", "footer", "form", "dialog"].iter().any(|name| node.has_name(name))
        || is_marked(node, |word| WORDS.contains(word) || FRAME.contains(word))
}

/// Bytes of prose of an element that are in none within it.
fn own_prose(node: &NodeRef, densities: &Densities) -> usize {
    let inner: usize = node.children_it(false).map(|child| densities.of(&child).prose).sum();
    densities.of(node).prose.saturating_sub(inner)
}

/// Whether the article goes on with an element or a text behind the words of readers.
fn goes_on(node: &NodeRef) -> bool {
    if node.is_text() {
        let is_other =
            |local: &LocalName| is_unread(local) || matches!(*local, local_name!("a") | local_name!("p"));
        let above = node.parent();
        let name = above.as_ref().and_then(NodeRef::qual_name_ref);
        let other = name.is_none_or(|name| is_other(&name.local));
        let long = |text: &str| is_prose(text.trim().chars().count(), ends_sentence(text.trim()));
        return !other && with_text(node, long);
    }
    if node.has_name("p") {
        let text = inner_text(node);
        let text = text.trim();
        return text.len() >= SENTENCE && ends_sentence(text) && wording(text).is_none();
    }
    node.has_name("h1") || node.has_name("main")
}

/// Elements by what they hold.
#[derive(Default)]
struct Holders {
    /// The article, or a part of it.
    own: FastSet<NodeId>,
    /// What readers write.
    marked: FastSet<NodeId>,
}

impl Holders {
    fn of(body: &NodeRef) -> Self {
        let mut found = Self::default();
        for node in body.descendants_it().filter(NodeRef::is_element) {
            let mark = mark(&node);
            let is_readers = || mark.is_some() || is_marked(&node, |word| word == "comment");
            if node.has_name("main") || node.has_name("h1") || node.has_name("article") && !is_readers() {
                add_with_all_above(&mut found.own, &node);
            }
            if let Some(above) = node.parent().filter(|_| mark.is_some()) {
                add_with_all_above(&mut found.marked, &above);
            }
        }
        found
    }
}

fn add_with_all_above(found: &mut FastSet<NodeId>, node: &NodeRef) {
    let mut next = Some(*node);
    while let Some(node) = next.filter(|node| found.insert(node.id)) {
        next = node.parent();
    }
}
