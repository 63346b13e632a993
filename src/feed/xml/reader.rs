//! The parser: one pass over the tokens of a document.
//!
//! Total and linear. An element left open ends where the next item does; unknown elements are looked through; a second
//! document after the first is not read.

use url::Url;

use super::adapter::{Adapter, Text};
use super::elements::{Element, Field};
use super::links::Bases;
use super::modules::element;
use super::namespaces::Namespaces;
use super::{atom, rss};
use crate::feed::parsed::ParsedFeed;
use crate::text::markup::{Token, attributes, tokens, unescape};

/// Deeper nesting than this is not followed.
const DEEPEST: usize = 256;

/// Reads the feed in `text`; relative links stand on `base` unless the document names another.
pub(in crate::feed) fn read(text: &str, base: Option<&Url>) -> Option<ParsedFeed> {
    let mut reader = Reader {
        adapter: Adapter::default(),
        open: Vec::new(),
        leaf: None,
        bases: Bases::new(base),
        namespaces: Namespaces::default(),
        rooted: false,
    };
    for token in tokens(text) {
        if reader.leaf.is_some() && reader.inside_leaf(token) {
            continue;
        }
        match token {
            Token::Open { name, .. } if !reader.rooted && name.eq_ignore_ascii_case("html") => return None,
            Token::Open { name, attributes, empty } => reader.open(name, attributes, empty),
            Token::Close(name) => reader.close(name),
            Token::Text(_) | Token::Cdata(_) => {}
        }
        if reader.rooted && reader.open.is_empty() {
            break;
        }
    }
    reader.end_leaf();
    reader.rooted.then(|| reader.adapter.finish())
}

struct Reader<'a> {
    adapter: Adapter,
    open: Vec<Open<'a>>,
    leaf: Option<Leaf<'a>>,
    bases: Bases,
    namespaces: Namespaces<'a>,
    /// A feed has begun.
    rooted: bool,
}

struct Open<'a> {
    name: &'a str,
    /// `None` for one that is looked through.
    element: Option<Element>,
}

/// An element whose text is being gathered.
struct Leaf<'a> {
    name: &'a str,
    text: Text,
    /// Elements of the same name open inside.
    nested: usize,
    /// Its markup is inline, so references in its text stay as written.
    xhtml: bool,
    /// Whether it set a base of its own.
    based: bool,
}

impl<'a> Reader<'a> {
    /// Gives a token to the open leaf; false when the token ended it and still has to be read.
    fn inside_leaf(&mut self, token: Token<'a>) -> bool {
        let Some(leaf) = &mut self.leaf else { return false };
        let gathered = &mut leaf.text.value;
        match token {
            Token::Text(text) if leaf.xhtml => gathered.push_str(text),
            Token::Text(text) => gathered.push_str(&unescape(text)),
            Token::Cdata(text) => gathered.push_str(text),
            Token::Open { name, attributes, empty } => {
                let local = local(name).to_ascii_lowercase();
                let same = name.eq_ignore_ascii_case(leaf.name);
                let next = same || rss::is_sibling(&local) || atom::is_sibling(&local);
                if local == "item" || local == "entry" || (leaf.text.field.is_short() && next) {
                    self.end_leaf();
                    return false;
                }
                leaf.nested += usize::from(same && !empty);
                gathered.extend(["<", name, attributes, if empty { "/>" } else { ">" }]);
            }
            Token::Close(name) if name.eq_ignore_ascii_case(leaf.name) && leaf.nested == 0 => self.end_leaf(),
            Token::Close(name) => {
                let structural = ["item", "entry", "channel", "rss", "feed"]
                    .iter()
                    .any(|s| s.eq_ignore_ascii_case(local(name)));
                if structural {
                    self.end_leaf();
                    return false;
                }
                leaf.nested -= usize::from(name.eq_ignore_ascii_case(leaf.name));
                gathered.extend(["</", name, ">"]);
            }
        }
        true
    }

    fn open(&mut self, name: &'a str, inside: &'a str, empty: bool) {
        let namespace = self.namespaces.of(name, inside);
        let local = local(name).to_ascii_lowercase();
        let element = element(namespace, &local);
        if !self.rooted && element != Some(Element::Root) && local != "entry" {
            return;
        }
        match element {
            Some(Element::Entry) => {
                self.rooted = true;
                self.adapter.end_entry();
                let at = self.open.iter().position(|open| open.element == Some(Element::Entry));
                self.truncate(at.unwrap_or(self.open.len()));
                self.adapter.start_entry(inside, &self.bases);
            }
            Some(Element::Root) => {
                self.rooted = true;
                self.adapter.root(inside, &self.bases);
            }
            Some(Element::Leaf(field)) if !self.inside_foreign() => {
                self.open_leaf(field, name, inside, empty);
                return;
            }
            _ => {}
        }
        if !empty && self.open.len() < DEEPEST {
            self.open.push(Open { name, element });
            self.bases.push(inside, self.open.len());
        } else if empty && element == Some(Element::Entry) {
            self.adapter.end_entry();
        }
    }

    fn close(&mut self, name: &str) {
        let Some(at) = self.open.iter().rposition(|open| open.name.eq_ignore_ascii_case(name)) else {
            return;
        };
        if self.open.iter().skip(at).any(|open| open.element == Some(Element::Entry)) {
            self.adapter.end_entry();
        }
        self.truncate(at);
    }

    fn truncate(&mut self, depth: usize) {
        self.open.truncate(depth);
        self.bases.truncate(depth);
    }

    fn inside_foreign(&self) -> bool {
        self.open
            .iter()
            .rev()
            .take_while(|open| open.element != Some(Element::Entry))
            .any(|open| open.element == Some(Element::Foreign))
    }

    fn open_leaf(&mut self, field: Field, name: &'a str, inside: &'a str, empty: bool) {
        let based = self.bases.push(inside, usize::MAX);
        if field == Field::Link && self.adapter.link(inside, &self.bases) {
            if based {
                self.bases.pop();
            }
            // what stands inside an Atom link is nothing
            if !empty {
                self.open.push(Open { name, element: None });
            }
            return;
        }
        let value = |wanted: &str| {
            attributes(inside)
                .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
                .map_or("", |(_, value)| value)
        };
        let text_type = value("type").to_ascii_lowercase();
        let mode = value("mode");
        self.leaf = Some(Leaf {
            name,
            text: Text {
                field,
                value: String::new(),
                base64: mode.eq_ignore_ascii_case("base64") || text_type.starts_with("application/octet"),
                permalink: !value("isPermaLink").eq_ignore_ascii_case("false"),
            },
            nested: 0,
            xhtml: text_type.contains("xhtml")
                || mode.eq_ignore_ascii_case("xml") && text_type.contains("ml"),
            based,
        });
        if empty {
            self.end_leaf();
        }
    }

    /// Ends the open leaf and hands its text over.
    fn end_leaf(&mut self) {
        let Some(leaf) = self.leaf.take() else { return };
        let wanted = match leaf.text.field {
            Field::SkipHour => self.within("skipHours"),
            Field::SkipDay => self.within("skipDays"),
            _ => true,
        };
        if wanted {
            self.adapter.put(leaf.text, &self.bases);
        }
        if leaf.based {
            self.bases.pop();
        }
    }

    fn within(&self, name: &str) -> bool {
        self.open.iter().any(|open| open.element.is_none() && open.name.eq_ignore_ascii_case(name))
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}
