//! The lines of a piece of a page: its text in reading order, one entry a paragraph, heading, item or cell row.

use std::collections::VecDeque;

use dom_query::{LocalName, NodeData, NodeRef, local_name};

use super::elements::{is_block, is_unread};

/// What kind of element a line stood in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::article) enum Kind {
    /// A heading, `h1` to `h6`.
    Heading,
    /// An item of a list.
    Item,
    /// A row of a table.
    Row,
    /// Preformatted text, its line ends kept.
    Pre,
    /// Words under a picture.
    Caption,
    /// Anything else.
    Paragraph,
}

/// One line of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::article) struct Line {
    /// The words, white space folded (not in [`Kind::Pre`]).
    pub(in crate::article) text: String,
    /// The element they stood in.
    pub(in crate::article) kind: Kind,
    /// How many bytes of `text` are link text.
    pub(in crate::article) linked: usize,
}

impl Line {
    /// A paragraph without links.
    pub(in crate::article) fn paragraph(text: &str) -> Self {
        Self { text: text.trim().to_owned(), kind: Kind::Paragraph, linked: 0 }
    }
}

/// The lines under `root`, in order; the tree is walked no further than they are asked for.
pub(in crate::article) fn lines<'a>(root: &NodeRef<'a>) -> Lines<'a> {
    Lines { root: *root, next: root.first_child(), reader: Reader::default() }
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
        while self.reader.lines.is_empty() {
            let Some(node) = self.next else {
                self.reader.flush();
                break;
            };
            self.step(&node);
        }
        self.reader.lines.pop_front()
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

#[derive(Default)]
struct Reader {
    /// Lines read and not yet asked for.
    lines: VecDeque<Line>,
    text: String,
    linked: usize,
    links: usize,
    headings: usize,
    items: usize,
    rows: usize,
    pres: usize,
    captions: usize,
}

impl Reader {
    /// Enters an element; false when nothing of it is to be read.
    fn open(&mut self, node: &NodeRef) -> bool {
        let Some(name) = node.qual_name_ref() else { return false };
        match name.local {
            ref local if is_unread(local) => return false,
            local_name!("br") => self.line_end(),
            local_name!("hr") => self.flush(),
            local_name!("a") => self.links += 1,
            ref local => {
                if is_block(local) {
                    self.flush();
                }
                if let Some(depth) = self.depth(local) {
                    *depth += 1;
                }
            }
        }
        true
    }

    fn close(&mut self, node: &NodeRef) {
        let Some(name) = node.qual_name_ref() else { return };
        match name.local {
            local_name!("a") => self.links = self.links.saturating_sub(1),
            local_name!("td") | local_name!("th") => self.space(),
            ref local => {
                if is_block(local) {
                    self.flush();
                }
                if let Some(depth) = self.depth(local) {
                    *depth = depth.saturating_sub(1);
                }
            }
        }
    }

    fn depth(&mut self, local: &LocalName) -> Option<&mut usize> {
        match *local {
            local_name!("h1")
            | local_name!("h2")
            | local_name!("h3")
            | local_name!("h4")
            | local_name!("h5")
            | local_name!("h6") => Some(&mut self.headings),
            local_name!("li") | local_name!("dd") | local_name!("dt") => Some(&mut self.items),
            local_name!("tr") => Some(&mut self.rows),
            local_name!("pre") => Some(&mut self.pres),
            local_name!("figcaption") | local_name!("caption") => Some(&mut self.captions),
            _ => None,
        }
    }

    fn text(&mut self, content: &str) {
        let before = self.text.len();
        self.text.reserve(content.len() + 1);
        if self.pres > 0 {
            self.text.push_str(content);
        } else {
            if content.starts_with(char::is_whitespace) {
                self.space();
            }
            push_folded(&mut self.text, content);
            if content.ends_with(char::is_whitespace) {
                self.space();
            }
        }
        if self.links > 0 {
            self.linked += self.text.len().saturating_sub(before);
        }
    }

    fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
    }

    /// A `<br>` ends a line only where a sentence has ended; elsewhere it is a wrapped line.
    fn line_end(&mut self) {
        if self.pres > 0 {
            self.text.push('\n');
        } else if self.text.trim_end().ends_with(['.', '!', '?', '”', '"', '»', '…', ':', '。', '」', '）'])
        {
            self.flush();
        } else {
            self.space();
        }
    }

    fn flush(&mut self) {
        let kind = match self {
            Self { captions: 1.., .. } => Kind::Caption,
            Self { headings: 1.., .. } => Kind::Heading,
            Self { pres: 1.., .. } => Kind::Pre,
            Self { rows: 1.., .. } => Kind::Row,
            Self { items: 1.., .. } => Kind::Item,
            _ => Kind::Paragraph,
        };
        let linked = std::mem::take(&mut self.linked);
        let mut text = std::mem::take(&mut self.text);
        text.truncate(text.trim_end().len());
        // space stands first only where line ends are kept
        let begins = if kind == Kind::Pre { text.trim_start_matches('\n') } else { text.trim_start() };
        text.drain(..text.len() - begins.len());
        if text.chars().any(char::is_alphanumeric) {
            self.lines.push_back(Line { linked: linked.min(text.len()), text, kind });
        }
    }
}

/// Appends the words of `content`, one space between them.
fn push_folded(text: &mut String, content: &str) {
    if is_folded(content) {
        text.push_str(content.trim_matches(' '));
        return;
    }
    for (index, word) in content.split_whitespace().enumerate() {
        text.push_str(if index > 0 { " " } else { "" });
        text.push_str(word);
    }
}

/// Whether no white space but single spaces stands in `content`.
fn is_folded(content: &str) -> bool {
    let mut wide = false;
    let mut before = 0;
    for byte in content.bytes() {
        if byte < b' ' || byte == b' ' && before == b' ' {
            return false;
        }
        // the first bytes of white space beyond ASCII
        wide |= matches!(byte, 0xc2 | 0xe1..=0xe3);
        before = byte;
    }
    !wide || !content.contains(|c: char| c != ' ' && c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::push_folded;

    proptest! {
        #[test]
        fn words_stand_one_space_apart(content in "[a-ё \\n\u{A0}“]{0,12}") {
            let mut text = String::new();
            push_folded(&mut text, &content);
            prop_assert_eq!(text, content.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
}
