//! The feed reader: RSS of every version, Atom and CDF, well formed or not, in one pass over its tokens.
//!
//! In: decoded text. Out: a [`Draft`], or nothing when no feed begins in it. Total and linear. An element left open ends
//! where the next item does; unknown elements are looked through; a second document after the first is not read.

mod fields;
mod vocabulary;

use url::Url;

use super::draft::{Draft, DraftEntry};
use super::hints::Period;
use super::markup::{Token, attributes, tokens};
use super::words::unescape;
use vocabulary::{Field, Kind, Space, kind, sibling};

/// Deeper nesting than this is not followed.
const DEEPEST: usize = 256;

/// More namespace prefixes are not remembered.
const MOST_PREFIXES: usize = 64;

/// Reads the feed in `text`; relative links stand on `base` unless the document names another.
pub(super) fn read(text: &str, base: Option<&Url>) -> Option<Draft> {
    let mut reader = Reader {
        draft: Draft::default(),
        entry: None,
        open: Vec::new(),
        leaf: None,
        bases: base.map(|base| (0, base.clone())).into_iter().collect(),
        prefixes: Vec::new(),
        rooted: false,
        media_title: false,
        period: Period::default(),
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
    reader.end_entry();
    reader.draft.hints.update_seconds = reader.period.seconds();
    reader.rooted.then_some(reader.draft)
}

struct Reader<'a> {
    draft: Draft,
    entry: Option<DraftEntry>,
    open: Vec<Open<'a>>,
    leaf: Option<Leaf<'a>>,
    /// Bases with the depth of the element that set each.
    bases: Vec<(usize, Url)>,
    prefixes: Vec<(&'a str, Space)>,
    rooted: bool,
    media_title: bool,
    period: Period,
}

struct Open<'a> {
    name: &'a str,
    kind: Kind,
}

/// An element whose text is being gathered.
#[expect(clippy::struct_excessive_bools, reason = "four independent facts an element's attributes tell")]
struct Leaf<'a> {
    field: Field,
    name: &'a str,
    text: String,
    /// Elements of the same name open inside.
    nested: usize,
    /// Its markup is inline, so references in its text stay as written.
    xhtml: bool,
    base64: bool,
    permalink: bool,
    /// Whether it set a base of its own.
    based: bool,
}

impl<'a> Reader<'a> {
    /// Gives a token to the open leaf; false when the token ended it and still has to be read.
    fn inside_leaf(&mut self, token: Token<'a>) -> bool {
        let Some(leaf) = &mut self.leaf else { return false };
        match token {
            Token::Text(text) if leaf.xhtml => leaf.text.push_str(text),
            Token::Text(text) => leaf.text.push_str(&unescape(text)),
            Token::Cdata(text) => leaf.text.push_str(text),
            Token::Open { name, attributes, empty } => {
                let local = local(name).to_ascii_lowercase();
                let same = name.eq_ignore_ascii_case(leaf.name);
                if local == "item" || local == "entry" || (leaf.field.short() && (same || sibling(&local))) {
                    self.end_leaf();
                    return false;
                }
                leaf.nested += usize::from(same && !empty);
                leaf.text.extend(["<", name, attributes, if empty { "/>" } else { ">" }]);
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
                leaf.text.extend(["</", name, ">"]);
            }
        }
        true
    }

    fn open(&mut self, name: &'a str, inside: &'a str, empty: bool) {
        let default_space = self.declare(inside);
        let local = local(name).to_ascii_lowercase();
        let prefix = name.split_once(':').map_or("", |(prefix, _)| prefix);
        let space = match (prefix, default_space) {
            ("", Some(space)) => space,
            _ => self.space(prefix),
        };
        let kind = kind(space, &local);
        if !self.rooted && !matches!(kind, Kind::Root) && local != "entry" {
            return;
        }
        match kind {
            Kind::Item => {
                self.end_entry();
                let at = self.open.iter().position(|open| open.kind == Kind::Item);
                self.truncate(at.unwrap_or(self.open.len()));
                self.start_entry(inside);
            }
            Kind::Root => self.root(inside),
            _ => {}
        }
        if let Kind::Leaf(field) = kind
            && !self.inside_foreign()
        {
            self.leaf(field, name, inside, empty);
            return;
        }
        if !empty && self.open.len() < DEEPEST {
            self.open.push(Open { name, kind });
            self.rebase(inside, self.open.len());
        } else if empty && kind == Kind::Item {
            self.end_entry();
        }
    }

    fn close(&mut self, name: &str) {
        let Some(at) = self.open.iter().rposition(|open| open.name.eq_ignore_ascii_case(name)) else {
            return;
        };
        if self.open.iter().skip(at).any(|open| open.kind == Kind::Item) {
            self.end_entry();
        }
        self.truncate(at);
    }

    fn truncate(&mut self, depth: usize) {
        self.open.truncate(depth);
        while self.bases.last().is_some_and(|(at, _)| *at > depth) {
            self.bases.pop();
        }
    }

    fn inside_foreign(&self) -> bool {
        self.open
            .iter()
            .rev()
            .take_while(|open| open.kind != Kind::Item)
            .any(|open| open.kind == Kind::Foreign)
    }

    fn leaf(&mut self, field: Field, name: &'a str, inside: &'a str, empty: bool) {
        let based = self.rebase(inside, usize::MAX);
        if field == Field::Link && self.linked(inside) {
            if based {
                self.bases.pop();
            }
            // what stands inside an Atom link is nothing
            if !empty {
                self.open.push(Open { name, kind: Kind::Other });
            }
            return;
        }
        let value = |wanted: &str| {
            attributes(inside)
                .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
                .map_or("", |(_, value)| value)
        };
        let text_type = value("type").to_ascii_lowercase();
        self.leaf = Some(Leaf {
            field,
            name,
            text: String::new(),
            nested: 0,
            xhtml: text_type.contains("xhtml")
                || value("mode").eq_ignore_ascii_case("xml") && text_type.contains("ml"),
            base64: value("mode").eq_ignore_ascii_case("base64")
                || text_type.starts_with("application/octet"),
            permalink: !value("isPermaLink").eq_ignore_ascii_case("false"),
            based,
        });
        if empty {
            self.end_leaf();
        }
    }

    /// Notes the namespaces an element declares; gives its default namespace.
    fn declare(&mut self, inside: &'a str) -> Option<Space> {
        if !inside.contains("xmlns") {
            return None;
        }
        let mut default = None;
        for (name, uri) in attributes(inside) {
            if name == "xmlns" {
                default = Space::of_uri(uri);
            } else if let Some(prefix) = name.strip_prefix("xmlns:") {
                let space = Space::of_uri(uri).unwrap_or_else(|| Space::of_prefix(prefix));
                if let Some(known) = self.prefixes.iter_mut().find(|(known, _)| *known == prefix) {
                    known.1 = space;
                } else if self.prefixes.len() < MOST_PREFIXES {
                    self.prefixes.push((prefix, space));
                }
            }
        }
        default
    }

    fn space(&self, prefix: &str) -> Space {
        let declared = self.prefixes.iter().find(|(known, _)| *known == prefix);
        declared.map_or_else(|| Space::of_prefix(prefix), |(_, space)| *space)
    }

    /// Puts an `xml:base` on top of the bases; true if there was one.
    fn rebase(&mut self, inside: &str, depth: usize) -> bool {
        if !inside.contains("xml:base") {
            return false;
        }
        let Some((_, value)) = attributes(inside).find(|(name, _)| *name == "xml:base") else { return false };
        let value = unescape(value);
        let joined = match self.bases.last() {
            Some((_, base)) => base.join(&value),
            None => Url::parse(&value),
        };
        joined.map(|base| self.bases.push((depth, base))).is_ok()
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}
