//! The runs of text of a page with the inline elements in them: what stands before and behind each in its line.

use dom_query::{NodeRef, local_name};

use super::elements::{is_block, is_unread};
use super::lines::with_text;

/// A run of text that no block element parts.
pub(in crate::article) struct Run<'a> {
    /// Its words, white space folded.
    pub(in crate::article) text: String,
    /// How many bytes of it are link text.
    pub(in crate::article) linked: usize,
    /// The inline elements that are whole within it, inner ones first.
    pub(in crate::article) inlines: Vec<Inline<'a>>,
    /// The innermost block element it stands in.
    pub(in crate::article) block: NodeRef<'a>,
}

/// An inline element and where its words stand in its run.
pub(in crate::article) struct Inline<'a> {
    pub(in crate::article) node: NodeRef<'a>,
    pub(in crate::article) start: usize,
    pub(in crate::article) end: usize,
}

impl Run<'_> {
    /// What stands before an inline element, it itself, and what stands behind it.
    pub(in crate::article) fn around(&self, inline: &Inline) -> (&str, &str, &str) {
        let part = |from: usize, to: usize| self.text.get(from..to).unwrap_or_default();
        (part(0, inline.start), part(inline.start, inline.end), part(inline.end, self.text.len()))
    }
}

/// Reads the runs under `root`, in order.
pub(in crate::article) fn runs<'a>(root: &NodeRef<'a>) -> Vec<Run<'a>> {
    let mut reader = Reader { runs: Vec::new(), run: empty(*root), blocks: vec![*root], open: Vec::new() };
    let mut next = root.first_child();
    while let Some(node) = next {
        if node.is_text() {
            with_text(&node, |text| reader.text(text));
        } else if node.is_element() && reader.enter(node) {
            if let Some(child) = node.first_child() {
                next = Some(child);
                continue;
            }
            reader.leave(&node);
        }
        let mut at = node;
        next = loop {
            if let Some(sibling) = at.next_sibling() {
                break Some(sibling);
            }
            match at.parent().filter(|parent| parent.id != root.id) {
                Some(parent) => {
                    reader.leave(&parent);
                    at = parent;
                }
                None => break None,
            }
        };
    }
    reader.end();
    reader.runs
}

fn empty(block: NodeRef<'_>) -> Run<'_> {
    Run { text: String::new(), linked: 0, inlines: Vec::new(), block }
}

/// An inline element that stands open.
struct Open<'a> {
    node: NodeRef<'a>,
    start: usize,
    /// A block within it has ended the run it began in.
    parted: bool,
}

struct Reader<'a> {
    runs: Vec<Run<'a>>,
    run: Run<'a>,
    blocks: Vec<NodeRef<'a>>,
    open: Vec<Open<'a>>,
}

impl<'a> Reader<'a> {
    /// Enters an element; false when nothing of it is to be read.
    fn enter(&mut self, node: NodeRef<'a>) -> bool {
        let Some(name) = node.qual_name_ref() else { return false };
        if is_unread(&name.local) {
            return false;
        }
        if is_block(&name.local) {
            self.blocks.push(node);
            self.end();
        } else if name.local == local_name!("br") {
            self.text(" ");
        } else {
            self.open.push(Open { node, start: self.run.text.len(), parted: false });
        }
        true
    }

    fn leave(&mut self, node: &NodeRef<'a>) {
        let Some(name) = node.qual_name_ref() else { return };
        if is_block(&name.local) {
            self.blocks.pop();
            self.end();
        } else if self.open.last().is_some_and(|open| open.node.id == node.id)
            && let Some(open) = self.open.pop()
            && !open.parted
        {
            let end = self.run.text.len();
            self.run.inlines.push(Inline { node: open.node, start: open.start.min(end), end });
        }
    }

    fn text(&mut self, text: &str) {
        let before = self.run.text.len();
        for (at, word) in text.split(char::is_whitespace).enumerate() {
            if at > 0 && !self.run.text.is_empty() && !self.run.text.ends_with(' ') {
                self.run.text.push(' ');
            }
            self.run.text.push_str(word);
        }
        if self.open.iter().any(|open| open.node.has_name("a")) {
            self.run.linked += self.run.text.len() - before;
        }
    }

    /// Ends the run; what is read from here on stands in the innermost open block.
    fn end(&mut self) {
        let Some(block) = self.blocks.last().copied() else { return };
        self.open.iter_mut().for_each(|open| open.parted = true);
        let run = std::mem::replace(&mut self.run, empty(block));
        if run.text.chars().any(char::is_alphanumeric) {
            self.runs.push(run);
        }
    }
}
