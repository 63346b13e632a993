//! What no page may do to the parser: one linear pass over the source, before any DOM is built.
//!
//! In: HTML of any size and shape. Out: HTML whose tree is at most a small multiple of [`DEPTH`] deep, with at most
//! [`TAGS`] tags of at most [`source::ATTRIBUTES`] attributes of at most [`source::VALUE`] bytes, and at most [`FORMATTING`] formatting
//! elements open at once (each unclosed one is opened again in every later block, so that n of them make n² nodes). Tags
//! beyond that are left out; their text stays, unless the tag may say that nobody sees it: what was not read of an element
//! counts as hiding it ([`UNREAD`]). A run of text with very many marks that are escaped is parted by empty
//! comments: writing a text node out again takes its length for each of them.
//!
//! What nobody reads is left out too: comments, styles (they are handed on beside the page), scripts that hold no JSON-LD. With them goes all whose reading
//! depends on where it stands (a `title` is markup within `svg`): the parser finds the tags this pass has counted, and no
//! others. Invariant: the words a reader sees are the same.
//!
//! The stack of open elements is that of the HTML standard, but never lower: an end tag that might be ignored closes nothing.

mod kinds;
mod marks;
mod source;

use kinds::{BLOCK, FORMATTING as REOPENED, RAW, SCOPE, SPECIAL, UNCOUNTED, WHOLE, kinds, may_hide};
use marks::Marks;
use source::{Piece, Tag, end_of_raw, floor, read_piece};

use super::styles::{Source, linked_source, own_source};

/// The deepest nesting, in elements that are counted (those without an optional end tag); the deepest of 410 pages
/// measured had 68.
const DEPTH: usize = 160;
/// The most formatting elements open at once.
const FORMATTING: usize = 8;
/// The most tags of a page; the biggest of 410 measured had 19,617.
const TAGS: usize = 60_000;
/// The most `html` and `body` tags: each gives its attributes to one element, which is searched for every one of them.
const WHOLES: usize = 8;
/// The longest title, in bytes.
const TITLE: usize = 4 << 10;
/// The attribute this pass gives an element of whose attributes it left out some that may hide it.
pub(in crate::article) const UNREAD: &str = "data-attache-unread";
/// The longest source read, in bytes; the default of `web.max_page_bytes` is the same.
const LONGEST: usize = 4 << 20;

/// A page safe to parse.
pub(in crate::article) struct Sanitized<'a> {
    pub(in crate::article) html: String,
    /// The style sheets that stood in it and apply to a screen, in order.
    pub(in crate::article) styles: Vec<Source<'a>>,
    /// The deepest nesting left in it, in counted elements.
    pub(in crate::article) depth: usize,
}

/// Makes `html` safe to parse.
pub(in crate::article) fn sanitized(html: &str) -> Sanitized<'_> {
    let html = html.get(..floor(html, LONGEST)).unwrap_or_default();
    let out = String::with_capacity(html.len());
    let mut pass = Pass {
        html,
        out,
        styles: Vec::new(),
        copied: 0,
        open: Vec::new(),
        blind: None,
        seen: Seen::default(),
    };
    pass.run();
    pass.copy_to(html.len());
    Sanitized { html: pass.out, styles: pass.styles, depth: pass.seen.depth }
}

struct Pass<'a> {
    html: &'a str,
    out: String,
    styles: Vec<Source<'a>>,
    /// How much of `html` was copied or left out.
    copied: usize,
    open: Vec<Open<'a>>,
    /// The element in which nothing is copied.
    blind: Option<Blind<'a>>,
    seen: Seen,
}

/// Counts of what a page has had so far.
#[derive(Default)]
struct Seen {
    tags: usize,
    wholes: usize,
    /// Formatting elements open or waiting to be opened again.
    formatting: usize,
    depth: usize,
    marks: Marks,
}

/// An open element: its name and what is known of it.
struct Open<'a> {
    name: &'a str,
    kinds: u8,
}

/// An element that was left out though it may say that nobody sees its text.
struct Blind<'a> {
    name: &'a str,
    /// How many of this name are open.
    nested: usize,
}

impl<'a> Pass<'a> {
    fn run(&mut self) {
        let mut at = 0;
        while let Some(next) = self.html.get(at..).and_then(|rest| rest.find('<')) {
            let start = at + next;
            self.part_text(at, start);
            at = match read_piece(self.html, start) {
                Piece::Text => self.take_stray(start),
                Piece::Kept(end) => end,
                Piece::Unread(end) => {
                    self.leave_out(start, end);
                    end
                }
                Piece::Tag(tag) => {
                    self.seen.tags += 1;
                    if self.seen.tags > TAGS {
                        self.leave_out(start, self.html.len());
                        return;
                    }
                    self.take(start, &tag)
                }
            };
        }
        self.part_text(at, self.html.len());
    }

    /// Parts the text from `start` to `end` where it has too many marks that are escaped.
    fn part_text(&mut self, start: usize, end: usize) {
        for at in self.seen.marks.cuts(self.html.as_bytes().get(start..end).unwrap_or_default()) {
            self.copy_to(start + at);
            self.out.push_str("<!---->");
        }
    }

    /// Takes the `<` at `start`, which opens no tag: one too many becomes a space.
    fn take_stray(&mut self, start: usize) -> usize {
        if self.seen.marks.is_stray_too_many() {
            self.leave_out(start, start + 1);
            self.out.push(' ');
        }
        start + 1
    }

    /// Counts a tag, leaves it out if it is too much, and tells where to read on.
    fn take(&mut self, start: usize, tag: &Tag<'a>) -> usize {
        let kinds = kinds(tag.name);
        if self.blind.is_some() {
            return self.pass_over(start, tag, kinds);
        }
        if tag.closing {
            self.close(tag.name, kinds);
            tag.surplus.iter().for_each(|(from, to)| self.leave_out(*from, *to));
            return tag.end;
        }
        if tag.name.eq_ignore_ascii_case("a") {
            // a link opened in a link closes it
            self.close("a", kinds);
        }
        self.seen.wholes += usize::from(kinds & WHOLE != 0);
        let (counted, formatting) = (kinds & (UNCOUNTED | RAW) == 0, kinds & REOPENED != 0);
        let (deep, formatted) = (self.open.len() >= DEPTH, self.seen.formatting >= FORMATTING);
        if kinds & WHOLE != 0 && self.seen.wholes > WHOLES
            || counted && deep
            || formatting && formatted
            || tag.name.eq_ignore_ascii_case("plaintext")
            || kinds & RAW != 0 && tag.empty && self.in_drawing()
        {
            self.leave_out(start, tag.end);
            self.out.push(' ');
            let drawn = tag.empty && self.in_drawing();
            if counted && !drawn && may_hide(self.html.get(tag.named..tag.end).unwrap_or_default(), deep) {
                self.blind = Some(Blind { name: tag.name, nested: 1 });
            }
            return tag.end;
        }
        if tag.name.eq_ignore_ascii_case("link") && !self.in_unread() {
            self.styles.extend(linked_source(self.html.get(start..tag.end).unwrap_or_default()));
        }
        if tag.unread {
            self.copy_to(tag.named);
            self.out.extend([" ", UNREAD, " "]);
        }
        tag.surplus.iter().for_each(|(from, to)| self.leave_out(*from, *to));
        if kinds & RAW != 0 {
            return self.take_raw(start, tag);
        }
        if counted {
            self.open.push(Open { name: tag.name, kinds });
            self.seen.depth = self.seen.depth.max(self.open.len());
            self.seen.formatting += usize::from(formatting);
        }
        tag.end
    }

    /// Passes over a tag in an element whose text is left out, or the end of that element.
    fn pass_over(&mut self, start: usize, tag: &Tag<'a>, kinds: u8) -> usize {
        let raw = !tag.closing && kinds & RAW != 0;
        let end = if raw { end_of_raw(self.html, tag) } else { tag.end };
        if raw {
            self.keep_style(start, tag, end);
        }
        if let Some(blind) = self.blind.as_mut().filter(|blind| blind.name.eq_ignore_ascii_case(tag.name)) {
            blind.nested = if tag.closing { blind.nested - 1 } else { blind.nested + 1 };
        }
        self.blind.take_if(|blind| blind.nested == 0);
        self.copied = end;
        end
    }

    /// Whether a drawing or formula may be open, where `<title/>` is whole.
    fn in_drawing(&self) -> bool {
        self.open
            .iter()
            .rev()
            .any(|open| ["svg", "math"].iter().any(|name| open.name.eq_ignore_ascii_case(name)))
    }

    /// Whether what stands here is for browsers without scripts, or for later.
    fn in_unread(&self) -> bool {
        let unread =
            |open: &Open| ["noscript", "template"].iter().any(|name| open.name.eq_ignore_ascii_case(name));
        self.open.iter().any(unread)
    }

    /// Keeps a style sheet that ends at `end`.
    fn keep_style(&mut self, start: usize, tag: &Tag<'a>, end: usize) {
        let declared = self.html.get(start..tag.end).unwrap_or_default();
        if tag.name.eq_ignore_ascii_case("style") && !self.in_unread() {
            let content = self.html.get(tag.end..end).unwrap_or_default();
            self.styles.extend(own_source(declared, content));
        }
    }

    /// Keeps of the content of an element that holds no markup what is read: the words of a title, and JSON-LD. No `<`
    /// stays in it, so that it is no markup wherever it stands.
    fn take_raw(&mut self, start: usize, tag: &Tag<'a>) -> usize {
        let end = end_of_raw(self.html, tag);
        let is = |name: &str| tag.name.eq_ignore_ascii_case(name);
        let declared = self.html.get(start..tag.end).unwrap_or_default();
        let (most, instead) = match () {
            () if is("title") => (floor(self.html, tag.end + TITLE), "&lt;"),
            // the same character to a reader of JSON
            () if is("script") && declared.contains("ld+json") => (end, "\\u003c"),
            () => (tag.end, ""),
        };
        self.keep_style(start, tag, end);
        self.copy_to(tag.end);
        let content = self.html.get(tag.end..end.min(most)).unwrap_or_default();
        for (place, part) in content.split('<').enumerate() {
            self.out.push_str(if place > 0 { instead } else { "" });
            self.out.push_str(part);
        }
        self.copied = end;
        end
    }

    fn close(&mut self, name: &str, kinds: u8) {
        let link = name.eq_ignore_ascii_case("a");
        let formatting = kinds & REOPENED != 0;
        let wall = if kinds & BLOCK != 0 { SCOPE } else { SPECIAL };
        let mut found = None;
        for (index, open) in self.open.iter().enumerate().rev() {
            if open.name.eq_ignore_ascii_case(name) {
                found = Some(index);
                break;
            }
            if !formatting && !link && open.kinds & wall != 0 {
                return;
            }
        }
        let Some(index) = found else { return };
        if formatting || link {
            self.open.remove(index);
            self.seen.formatting = self.seen.formatting.saturating_sub(usize::from(formatting));
        } else {
            // a formatting element cut off here still waits to be opened again: it stays counted
            self.open.truncate(index);
        }
    }

    fn copy_to(&mut self, end: usize) {
        if self.blind.is_none() {
            self.out.push_str(self.html.get(self.copied..end).unwrap_or_default());
        }
        self.copied = end;
    }

    fn leave_out(&mut self, start: usize, end: usize) {
        self.copy_to(start);
        if self.out.ends_with('<') {
            // what follows shall not become a tag
            self.out.push(' ');
        }
        self.copied = end;
    }
}
