//! The lines of a piece of a page: its text in reading order, one entry a paragraph, heading, item or cell row.

use dom_query::{NodeData, NodeRef};

pub(in crate::article) use super::line::{Kind, Line};
use super::line_reader::Reader;

/// The lines under `root`, in order; the tree is walked no further than they are asked for.
pub(in crate::article) fn lines<'a>(root: &NodeRef<'a>) -> Lines<'a> {
    Lines { root: *root, next: root.first_child(), reader: Reader::default() }
}

/// The lines of a headline.
pub(in crate::article) fn headline_lines<'a>(root: &NodeRef<'a>) -> Lines<'a> {
    Lines { root: *root, next: root.first_child(), reader: Reader::of_headline() }
}

/// The lines of a piece of a page.
pub(in crate::article) struct Lines<'a> {
    root: NodeRef<'a>,
    next: Option<NodeRef<'a>>,
    reader: Reader,
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        while !self.reader.has_line() {
            let Some(node) = self.next else {
                self.reader.flush();
                break;
            };
            self.step(&node);
        }
        self.reader.next_line()
    }
}

impl<'a> Lines<'a> {
    fn step(&mut self, node: &NodeRef<'a>) {
        if node.is_text() {
            with_text(node, |content| self.reader.text(content));
        } else if node.is_element() && self.reader.open(node) {
            if let Some(child) = node.first_child() {
                self.next = Some(child);
                return;
            }
            self.reader.close(node);
        }
        self.next = self.after(*node);
    }

    /// The node that follows `node` once its children are done; closes the elements left on the way up.
    fn after(&mut self, mut node: NodeRef<'a>) -> Option<NodeRef<'a>> {
        loop {
            if let Some(sibling) = node.next_sibling() {
                return Some(sibling);
            }
            node = node.parent()?;
            if node.id == self.root.id {
                return None;
            }
            self.reader.close(&node);
        }
    }
}

/// The node after `node` in document order under `root`, its children skipped unless `enter`.
pub(in crate::article) fn following<'a>(
    node: &NodeRef<'a>,
    root: &NodeRef<'a>,
    enter: bool,
) -> Option<NodeRef<'a>> {
    if enter && let Some(child) = node.first_child() {
        return Some(child);
    }
    let mut node = *node;
    while node.id != root.id {
        if let Some(sibling) = node.next_sibling() {
            return Some(sibling);
        }
        node = node.parent()?;
    }
    None
}

/// Gives the text of a text node to `use_text`, uncopied.
pub(in crate::article) fn with_text<T: Default>(node: &NodeRef, use_text: impl FnOnce(&str) -> T) -> T {
    node.query_or(T::default(), |node| match &node.data {
        NodeData::Text { contents } => use_text(contents),
        _ => T::default(),
    })
}
