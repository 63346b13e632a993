//! The lines of a piece of a page: its text in reading order, one entry a paragraph, heading, item or cell row.

use dom_query::NodeRef;

/// What kind of element a line stood in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
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
pub(super) struct Line {
    /// The words, white space folded (not in [`Kind::Pre`]).
    pub(super) text: String,
    /// The element they stood in.
    pub(super) kind: Kind,
    /// How many bytes of `text` are link text.
    pub(super) linked: usize,
}

impl Line {
    /// A paragraph without links.
    pub(super) fn paragraph(text: &str) -> Self {
        Self { text: text.trim().to_owned(), kind: Kind::Paragraph, linked: 0 }
    }
}

/// Reads the lines under `root`.
pub(super) fn lines(root: &NodeRef) -> Vec<Line> {
    let mut reader = Reader::default();
    let mut next = root.first_child();
    while let Some(node) = next {
        if node.is_text() {
            reader.text(&node);
        } else if node.is_element() && reader.open(&node) {
            if let Some(child) = node.first_child() {
                next = Some(child);
                continue;
            }
            reader.close(&node);
        }
        next = after(node, root, &mut reader);
    }
    reader.flush();
    reader.lines
}

/// The node that follows `node` once its children are done; closes the elements left on the way up.
fn after<'a>(node: NodeRef<'a>, root: &NodeRef<'a>, reader: &mut Reader) -> Option<NodeRef<'a>> {
    let mut node = node;
    loop {
        if let Some(sibling) = node.next_sibling() {
            return Some(sibling);
        }
        node = node.parent()?;
        if node.id == root.id {
            return None;
        }
        reader.close(&node);
    }
}

#[derive(Default)]
struct Reader {
    lines: Vec<Line>,
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
        match name.local.as_ref() {
            "script" | "style" | "noscript" | "template" | "svg" | "math" | "iframe" | "object" | "head"
            | "select" | "button" | "textarea" | "video" | "audio" | "canvas" => return false,
            "br" => self.line_end(),
            "hr" => self.flush(),
            "a" => self.links += 1,
            local => {
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
        match name.local.as_ref() {
            "a" => self.links = self.links.saturating_sub(1),
            "td" | "th" => self.space(),
            local => {
                if is_block(local) {
                    self.flush();
                }
                if let Some(depth) = self.depth(local) {
                    *depth = depth.saturating_sub(1);
                }
            }
        }
    }

    fn depth(&mut self, local: &str) -> Option<&mut usize> {
        match local {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(&mut self.headings),
            "li" | "dd" | "dt" => Some(&mut self.items),
            "tr" => Some(&mut self.rows),
            "pre" => Some(&mut self.pres),
            "figcaption" | "caption" => Some(&mut self.captions),
            _ => None,
        }
    }

    fn text(&mut self, node: &NodeRef) {
        let content = node.text();
        let before = self.text.len();
        self.text.reserve(content.len() + 1);
        if self.pres > 0 {
            self.text.push_str(&content);
        } else {
            if content.starts_with(char::is_whitespace) {
                self.space();
            }
            push_folded(&mut self.text, &content);
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
        let text = std::mem::take(&mut self.text);
        let text = if kind == Kind::Pre { text.trim_matches('\n').trim_end() } else { text.trim() };
        if text.chars().any(char::is_alphanumeric) {
            self.lines.push(Line { text: text.to_owned(), kind, linked: linked.min(text.len()) });
        }
    }
}

/// Appends the words of `content`, one space between them.
fn push_folded(text: &mut String, content: &str) {
    let folded = !content.contains("  ") && !content.contains(|c: char| c != ' ' && c.is_whitespace());
    if folded {
        text.push_str(content.trim_matches(' '));
        return;
    }
    for (index, word) in content.split_whitespace().enumerate() {
        text.push_str(if index > 0 { " " } else { "" });
        text.push_str(word);
    }
}

fn is_block(local: &str) -> bool {
    matches!(
        local,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "tfoot"
            | "thead"
            | "tr"
            | "ul"
    )
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
