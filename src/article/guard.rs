//! What no page may do to the parser: one linear pass over the source, before any DOM is built.
//!
//! In: HTML of any size and shape. Out: HTML whose tree is at most a small multiple of [`DEPTH`] deep, with at most
//! [`TAGS`] tags of at most [`ATTRIBUTES`] attributes, and at most [`FORMATTING`] formatting elements open at once
//! (each unclosed one is opened again in every later block, so that n of them make n² nodes). Tags beyond the caps
//! are left out, their text stays. An ordinary page comes back as it is, not copied.
//!
//! The pass keeps the stack of open elements the way the HTML standard does, but never lower: an end tag that might
//! be ignored closes nothing here.

use std::borrow::Cow;

/// The deepest nesting, in elements that are counted (those without an optional end tag).
const DEPTH: usize = 512;
/// The most formatting elements open at once.
const FORMATTING: usize = 8;
/// The most attributes of a tag.
const ATTRIBUTES: usize = 128;
/// The most tags of a page; the biggest of 410 measured had 19,617.
const TAGS: usize = 60_000;
/// The longest source read, in bytes; the default of `web.max_page_bytes` is the same.
const LONGEST: usize = 4 << 20;

/// A page safe to parse.
pub(super) struct Guarded<'a> {
    pub(super) html: Cow<'a, str>,
    /// The deepest nesting left in it, in counted elements.
    pub(super) depth: usize,
}

/// Makes `html` safe to parse.
pub(super) fn guarded(html: &str) -> Guarded<'_> {
    let mut end = html.len().min(LONGEST);
    while !html.is_char_boundary(end) {
        end -= 1;
    }
    let html = html.get(..end).unwrap_or_default();
    let mut pass = Pass { html, kept: None, copied: 0, open: Vec::new(), formatting: 0, tags: 0, depth: 0 };
    pass.run();
    pass.finish()
}

struct Pass<'a> {
    html: &'a str,
    /// The output so far, once something was left out.
    kept: Option<String>,
    /// How much of `html` went to `kept`.
    copied: usize,
    open: Vec<Open<'a>>,
    formatting: usize,
    tags: usize,
    depth: usize,
}

/// An open element, and which end tags it stops.
struct Open<'a> {
    name: &'a str,
    scope: bool,
    special: bool,
}

/// A tag in the source.
struct Tag<'a> {
    name: &'a str,
    closing: bool,
    attributes: usize,
    /// Where the attributes beyond the cap begin.
    surplus: Option<usize>,
    end: usize,
}

impl<'a> Pass<'a> {
    fn run(&mut self) {
        let mut at = 0;
        while let Some(start) = self.find('<', at) {
            let rest = self.html.get(start..).unwrap_or_default();
            if let Some(end) = passed_over(rest) {
                at = start + end;
                continue;
            }
            let Some(tag) = read_tag(self.html, start) else {
                at = start + 1;
                continue;
            };
            self.tags += 1;
            if self.tags > TAGS {
                self.leave_out(start, self.html.len());
                return;
            }
            at = self.take(start, &tag);
        }
    }

    fn find(&self, wanted: char, from: usize) -> Option<usize> {
        Some(from + self.html.get(from..)?.find(wanted)?)
    }

    /// Counts a tag, leaves it out if it is too much, and tells where to read on.
    fn take(&mut self, start: usize, tag: &Tag<'a>) -> usize {
        if tag.closing {
            self.close(tag.name);
            return tag.end;
        }
        if let Some(surplus) = tag.surplus {
            self.leave_out(surplus, tag.end - 1);
        }
        if is_one_of(tag.name, &RAW) {
            return end_of_raw(self.html, tag);
        }
        if is_one_of(tag.name, &UNCOUNTED) {
            return tag.end;
        }
        if tag.name.eq_ignore_ascii_case("a") {
            // a link opened in a link closes it
            self.close("a");
        }
        let formatting = is_one_of(tag.name, &FORMATTING_TAGS);
        if self.open.len() >= DEPTH || formatting && self.formatting >= FORMATTING {
            self.leave_out(start, tag.end);
            return tag.end;
        }
        let (scope, special) = (is_one_of(tag.name, &SCOPE), is_one_of(tag.name, &SPECIAL));
        self.open.push(Open { name: tag.name, scope, special });
        self.depth = self.depth.max(self.open.len());
        self.formatting += usize::from(formatting);
        tag.end
    }

    fn close(&mut self, name: &str) {
        let formatting = is_one_of(name, &FORMATTING_TAGS);
        let block = is_one_of(name, &PLAIN_BLOCKS);
        let mut found = None;
        for (index, open) in self.open.iter().enumerate().rev() {
            if open.name.eq_ignore_ascii_case(name) {
                found = Some(index);
                break;
            }
            if !formatting
                && !name.eq_ignore_ascii_case("a")
                && (if block { open.scope } else { open.special })
            {
                return;
            }
        }
        let Some(index) = found else { return };
        if formatting || name.eq_ignore_ascii_case("a") {
            self.open.remove(index);
            self.formatting = self.formatting.saturating_sub(usize::from(formatting));
        } else {
            // a formatting element cut off here still waits to be opened again: it stays counted
            self.open.truncate(index);
        }
    }

    fn leave_out(&mut self, start: usize, end: usize) {
        let kept = self.kept.get_or_insert_default();
        kept.push_str(self.html.get(self.copied..start).unwrap_or_default());
        kept.push(' ');
        self.copied = end;
    }

    fn finish(self) -> Guarded<'a> {
        let html = match self.kept {
            Some(mut kept) => {
                kept.push_str(self.html.get(self.copied..).unwrap_or_default());
                Cow::Owned(kept)
            }
            None => Cow::Borrowed(self.html),
        };
        Guarded { html, depth: self.depth }
    }
}

/// Elements that cannot nest in themselves without a counted one between, or hold nothing.
const UNCOUNTED: [&str; 33] = [
    "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "caption", "colgroup", "html",
    "head", "body", "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr", "frame", "keygen", "option", "optgroup",
];
/// Elements the parser opens again in every later block until they are closed; of links only the last.
const FORMATTING_TAGS: [&str; 13] =
    ["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
/// Elements whose content is no markup.
const RAW: [&str; 8] = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];
/// Block elements an end tag closes through anything but a scope's wall.
const PLAIN_BLOCKS: [&str; 30] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "button",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hgroup",
    "main",
    "menu",
    "nav",
    "ol",
    "pre",
    "search",
    "section",
    "summary",
    "ul",
    "table",
    "select",
    "listing",
];
/// Elements through which an end tag of a plain block does not reach.
const SCOPE: [&str; 7] = ["applet", "marquee", "object", "table", "template", "svg", "math"];
/// Elements through which any other end tag does not reach.
const SPECIAL: [&str; 43] = [
    "address",
    "applet",
    "article",
    "aside",
    "blockquote",
    "button",
    "center",
    "details",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "listing",
    "main",
    "marquee",
    "menu",
    "nav",
    "noscript",
    "object",
    "ol",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "template",
    "ul",
    "frameset",
    "svg",
    "math",
];

fn is_one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// The length of a comment, declaration or processing instruction at the start of `rest`.
fn passed_over(rest: &str) -> Option<usize> {
    let (skip, stop) = match rest.as_bytes() {
        [b'<', b'!', b'-', b'-', ..] => (2, "-->"),
        [b'<', b'!' | b'?', ..] => (2, ">"),
        _ => return None,
    };
    Some(rest.get(skip..)?.find(stop).map_or(rest.len(), |at| at + skip + stop.len()))
}

/// Reads the tag that starts at `start`; `None` when the `<` is only text.
fn read_tag(html: &str, start: usize) -> Option<Tag<'_>> {
    let bytes = html.as_bytes();
    let closing = bytes.get(start + 1) == Some(&b'/');
    let name_start = start + 1 + usize::from(closing);
    if !bytes.get(name_start)?.is_ascii_alphabetic() {
        return None;
    }
    let name_end =
        bytes.iter().skip(name_start).position(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>'));
    let name_end = name_end.map_or(html.len(), |length| name_start + length);
    let mut tag =
        Tag { name: html.get(name_start..name_end)?, closing, attributes: 0, surplus: None, end: html.len() };
    let (mut quote, mut before) = (None, b' ');
    for (offset, &byte) in bytes.iter().skip(name_end).enumerate() {
        match quote {
            Some(mark) => quote = Some(mark).filter(|mark| byte != *mark),
            None if byte == b'>' => {
                tag.end = name_end + offset + 1;
                break;
            }
            None if matches!(byte, b'"' | b'\'') && before == b'=' => quote = Some(byte),
            None if starts_attribute(before, byte) => {
                tag.attributes += 1;
                if tag.attributes == ATTRIBUTES + 1 && html.is_char_boundary(name_end + offset) {
                    tag.surplus = Some(name_end + offset);
                }
            }
            None => {}
        }
        if !(before == b'=' && byte.is_ascii_whitespace()) {
            before = byte;
        }
    }
    Some(tag)
}

fn starts_attribute(before: u8, byte: u8) -> bool {
    let apart = before.is_ascii_whitespace() || matches!(before, b'/' | b'"' | b'\'');
    apart && !byte.is_ascii_whitespace() && !matches!(byte, b'/' | b'=')
}

/// Where the content of a raw element ends.
fn end_of_raw(html: &str, tag: &Tag<'_>) -> usize {
    let bytes = html.as_bytes();
    let mut at = tag.end;
    while let Some(next) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == b'<')) {
        at += next;
        let name = bytes.get(at + 2..at + 2 + tag.name.len());
        if bytes.get(at + 1) == Some(&b'/')
            && name.is_some_and(|name| name.eq_ignore_ascii_case(tag.name.as_bytes()))
        {
            return at;
        }
        at += 1;
    }
    html.len()
}
