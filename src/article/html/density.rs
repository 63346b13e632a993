//! How much text each element of a page holds, in one pass.

use dom_query::{NodeId, NodeRef, local_name};

use super::elements::{is_block, is_label, is_unread};
use super::lines::with_text;
use super::prose::{ends_sentence, is_prose};
use crate::text::FastMap;

/// A shorter run of text, in bytes, is a label and not running text.
const RUNNING: usize = 40;

/// What an element holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::article) struct Density {
    /// Bytes of text within `p` elements.
    pub(in crate::article) paragraphs: usize,
    /// Bytes of running text outside links.
    pub(in crate::article) running: usize,
    /// Bytes of lines that are paragraphs of an article by their length and end.
    pub(in crate::article) prose: usize,
    /// Whether it is or holds a `main`, an `article` or an `h1`.
    pub(in crate::article) holds_article: bool,
}

/// The densities of a page's elements.
#[derive(Default)]
pub(in crate::article) struct Densities(FastMap<NodeId, Density>);

impl Densities {
    /// The density of an element; nothing for one that was not measured.
    pub(in crate::article) fn of(&self, node: &NodeRef) -> Density {
        self.0.get(&node.id).copied().unwrap_or_default()
    }
}

/// Measures every element under `root`, and `root` itself.
pub(in crate::article) fn densities(root: &NodeRef) -> Densities {
    let mut found = Densities::default();
    let mut open = vec![(*root, Density::default())];
    let mut within = Within::default();
    let mut next = root.first_child();
    while let Some((parent, density)) = open.last_mut() {
        let Some(node) = next else {
            let (node, mut density) = (*parent, *density);
            open.pop();
            density.prose += within.leave(&node);
            found.0.insert(node.id, density);
            if let Some((_, above)) = open.last_mut() {
                above.paragraphs += density.paragraphs;
                above.running += density.running;
                above.prose += density.prose;
                above.holds_article |= density.holds_article;
            }
            next = if open.is_empty() { None } else { node.next_sibling() };
            continue;
        };
        if node.is_text() {
            let length = with_text(&node, |text| {
                within.text(text);
                text.trim().len()
            });
            density.paragraphs += if within.paragraph > 0 { length } else { 0 };
            density.running += if within.label == 0 && length >= RUNNING { length } else { 0 };
            next = node.next_sibling();
        } else if node.is_element() {
            density.prose += within.enter(&node);
            let holds_article = ["main", "article", "h1"].iter().any(|name| node.has_name(name));
            open.push((node, Density { holds_article, ..Density::default() }));
            next = node.first_child();
        } else {
            next = node.next_sibling();
        }
    }
    found
}

/// The line that is being read.
#[derive(Default)]
struct LineSoFar {
    bytes: usize,
    characters: usize,
    linked: usize,
    ends_sentence: bool,
}

impl LineSoFar {
    fn add(&mut self, text: &str, linked: bool) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        self.bytes += text.len() + 1;
        self.linked += if linked { text.len() } else { 0 };
        // all but the bytes that go on with a character
        self.characters += text.bytes().filter(|byte| byte & 0xc0 != 0x80).count() + 1;
        self.ends_sentence = ends_sentence(text);
    }

    /// Ends the line, and tells its bytes if it is a paragraph.
    fn end(&mut self) -> usize {
        let line = std::mem::take(self);
        let prose = is_prose(line.characters, line.ends_sentence) && 2 * line.linked < line.bytes;
        if prose { line.bytes } else { 0 }
    }
}

/// How many elements of a kind stand open, and the line within them.
#[derive(Default)]
struct Within {
    paragraph: usize,
    label: usize,
    link: usize,
    unread: usize,
    line: LineSoFar,
}

impl Within {
    /// Tells the bytes of prose that end before `node`.
    fn enter(&mut self, node: &NodeRef) -> usize {
        self.count(node, |count, is| *count += usize::from(is))
    }

    /// Tells the bytes of prose that end with `node`.
    fn leave(&mut self, node: &NodeRef) -> usize {
        self.count(node, |count, is| *count = count.saturating_sub(usize::from(is)))
    }

    fn count(&mut self, node: &NodeRef, step: impl Fn(&mut usize, bool)) -> usize {
        let Some(name) = node.qual_name_ref() else { return 0 };
        step(&mut self.paragraph, name.local == local_name!("p"));
        step(&mut self.label, is_label(&name.local));
        step(&mut self.link, name.local == local_name!("a"));
        step(&mut self.unread, is_unread(&name.local));
        let ends = is_block(&name.local) || name.local == local_name!("br") && self.line.ends_sentence;
        if ends { self.line.end() } else { 0 }
    }

    fn text(&mut self, text: &str) {
        if self.unread == 0 {
            self.line.add(text, self.link > 0);
        }
    }
}
