//! What the elements of a page do to its lines: where one ends, what kind it is, how much of it is link.

use std::collections::VecDeque;

use dom_query::{LocalName, NodeRef, local_name};

use super::elements::{is_block, is_unread};
use super::line::{Kind, Line};
use super::prose::ends_sentence;
use crate::text::markup::without_verdict_signs;
use crate::text::{QUOTATION_MARKS, without_invisible};

/// Reads the elements of a page as they are entered and left.
#[derive(Default)]
pub(super) struct Reader {
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
    /// The marks that close the quotations that stand open; none where the page writes them itself.
    quotes: Vec<&'static str>,
    /// The last line ended in a colon.
    led: bool,
    /// Quotation blocks that stand open behind a colon.
    spoken: usize,
    /// Elements set apart from one another by their looks are words apart, as in a headline.
    apart: bool,
}

impl Reader {
    /// A reader of a headline: spans beside one another are lines of it.
    pub(super) fn of_headline() -> Self {
        Self { apart: true, ..Self::default() }
    }

    /// Whether a line is read to its end.
    pub(super) fn has_line(&self) -> bool {
        !self.lines.is_empty()
    }

    pub(super) fn next_line(&mut self) -> Option<Line> {
        self.lines.pop_front()
    }

    /// Enters an element; false when nothing of it is to be read.
    pub(super) fn open(&mut self, node: &NodeRef) -> bool {
        let Some(name) = node.qual_name_ref() else { return false };
        match name.local {
            ref local if is_unread(local) => return false,
            local_name!("br") => self.line_end(),
            local_name!("hr") => self.flush(),
            local_name!("a") => self.links += 1,
            local_name!("q") => self.open_quote(node),
            local_name!("blockquote") => self.open_block(node),
            local_name!("span") if self.apart && follows_span(node) => self.space(),
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

    pub(super) fn close(&mut self, node: &NodeRef) {
        let Some(name) = node.qual_name_ref() else { return };
        match name.local {
            local_name!("a") => self.links = self.links.saturating_sub(1),
            local_name!("td") | local_name!("th") => self.space(),
            local_name!("q") => self.text.push_str(self.quotes.pop().unwrap_or_default()),
            local_name!("blockquote") => {
                self.flush();
                self.spoken = self.spoken.saturating_sub(1);
            }
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

    /// A browser writes marks around a quotation; none here where the page has written them, too.
    fn open_quote(&mut self, node: &NodeRef) {
        let words = node.text();
        let written = words.trim_start().starts_with(QUOTATION_MARKS)
            || self.text.trim_end().ends_with(['“', '„', '«', '‘', '‚']);
        let (opening, closing) = match self.quotes.len() {
            _ if written => ("", ""),
            0 => ("“", "”"),
            _ => ("‘", "’"),
        };
        self.text.push_str(opening);
        self.quotes.push(closing);
    }

    /// `X said:` and a quotation block: what a browser sets apart a text tells by marks alone. A post or what is signed is
    /// somebody else's, and what the page marks itself needs no more.
    fn open_block(&mut self, node: &NodeRef) {
        self.flush();
        let opens = self.led && !node.text().contains(QUOTATION_MARKS) && !is_of_another(node);
        if opens || self.spoken > 0 {
            self.spoken += 1;
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

    pub(super) fn text(&mut self, content: &str) {
        let seen = without_invisible(content);
        let content = &without_verdict_signs(&seen);
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

    pub(super) fn flush(&mut self) {
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
            self.led = text.ends_with([':', '：']);
            // `— Ana Porto`, `(our translation)`: a signature or a note is nobody's words
            let said = self.spoken > 0 && kind == Kind::Paragraph && ends_sentence(&text);
            if said && text.starts_with(char::is_alphanumeric) {
                text = format!("“{text}”");
            }
            self.lines.push_back(Line { linked: linked.min(text.len()), text, kind });
        }
    }
}

/// Whether a quotation block tells its own source: by an address, a link, or a line that signs it.
fn is_of_another(node: &NodeRef) -> bool {
    let stated = |name: &str| name == "cite" || name.starts_with("data-");
    let named = |inner: &NodeRef| inner.has_name("cite") || inner.has_name("figcaption");
    let signs = |inner: &NodeRef| inner.has_name("a") || named(inner);
    node.attrs().iter().any(|attr| stated(&attr.name.local))
        || node.descendants_it().any(|inner| signs(&inner))
}

/// Whether an element stands right behind a span, both more than a letter: a page that sets single letters apart has one
/// word of them.
fn follows_span(node: &NodeRef) -> bool {
    let wordy = |node: &NodeRef| node.text().trim().chars().nth(1).is_some();
    node.prev_sibling().is_some_and(|before| before.has_name("span") && wordy(&before) && wordy(node))
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
