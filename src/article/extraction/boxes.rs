//! Boxes of other people's posts: what a network's embedding code puts into a page is not the outlet's prose.
//!
//! In: a parsed page and its address. Out: the lines of such boxes. They stay in the text, as words under a picture do in
//! a pasted one: no quotation and no sentence of a summary is taken from them. A box is known by the class its network gives
//! it, or it is a quotation block that names the address of a post as its source or ends, like a signature, with a link to it.

use dom_query::NodeRef;
use url::Url;

use crate::article::html::elements::is_block;
use crate::article::html::lines::{Line, following, lines};
use crate::article::parts::Role;
use crate::article::rules::marks;
use crate::text::{FastSet, site};

/// The fewest digits of a post's number on a network whose host may be any.
const NUMBER: usize = 10;

/// The lines of the boxes of a page.
#[derive(Default)]
pub(in crate::article) struct Boxes(FastSet<String>);

impl Boxes {
    /// Reads the boxes under `body`; the page of a network is no box of it.
    pub(in crate::article) fn of(body: &NodeRef, own: Option<&Url>) -> Self {
        if own.is_some_and(is_of_network) {
            return Self::default();
        }
        let mut found = FastSet::default();
        let mut next = body.first_child();
        while let Some(node) = next {
            let boxed = node.is_element() && is_box(&node);
            if boxed {
                found.extend(lines(&node).map(|line| line.text));
            }
            next = following(&node, body, !boxed);
        }
        Self(found)
    }

    /// Whether a line of the page is one of them.
    pub(in crate::article) fn hold(&self, line: &Line) -> bool {
        !self.0.is_empty() && self.0.contains(&line.text)
    }

    /// Marks the lines among those of the main text.
    pub(in crate::article) fn mark(&self, lines: &[Line], roles: &mut [Role]) {
        for (line, role) in lines.iter().zip(roles) {
            if matches!(role, Role::Body | Role::Heading) && self.hold(line) {
                *role = Role::Caption;
            }
        }
    }
}

/// Whether an element is a box of a post. No inline element within a sentence is, whatever its class says, and none that
/// holds the article.
fn is_box(node: &NodeRef) -> bool {
    let Some(name) = node.qual_name_ref() else { return false };
    let (known, own) = (marks("box"), name.local.to_ascii_lowercase());
    if known.contains(&&*own) {
        return true;
    }
    let named = || {
        node.attr("class").is_some_and(|classes| {
            classes.split_ascii_whitespace().any(|class| known.contains(&class.to_ascii_lowercase().as_str()))
        })
    };
    let quotes = &*own == "blockquote";
    (is_block(&name.local) && named() || quotes && (has_source(node) || is_signed(node)))
        && !holds_article(node)
}

fn holds_article(node: &NodeRef) -> bool {
    std::iter::once(*node)
        .chain(node.descendants_it())
        .any(|inner| ["main", "article", "h1"].iter().any(|name| inner.has_name(name)))
}

/// Whether a quotation names the address of a post as its source.
fn has_source(node: &NodeRef) -> bool {
    let named = |name: &str| name == "cite" || name.starts_with("data-");
    node.attrs().iter().any(|attr| named(&attr.name.local) && is_post(&attr.value))
}

/// Whether a quotation ends with a link to a post that is its day, behind the handle of who wrote it.
fn is_signed(node: &NodeRef) -> bool {
    let link = node.descendants_it().filter(|inner| inner.has_name("a")).last();
    let Some(link) = link.filter(|link| link.attr("href").is_some_and(|href| is_post(&href))) else {
        return false;
    };
    let (all, day) = (node.text(), link.text());
    let before = all.trim_end().strip_suffix(day.trim_end());
    let is_handle = |word: &str| word.trim_start_matches('(').starts_with('@');
    before.is_some_and(|before| {
        day.contains(|c: char| c.is_numeric()) || before.split_whitespace().last().is_some_and(is_handle)
    })
}

/// Whether an address is that of one post.
fn is_post(address: &str) -> bool {
    let Ok(url) = Url::parse(address.trim()) else { return false };
    let parts: Vec<&str> =
        url.path_segments().into_iter().flatten().filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        // Mastodon and its kin stand at any host
        [writer, number] if writer.starts_with('@') => {
            number.len() >= NUMBER && number.bytes().all(|byte| byte.is_ascii_digit())
        }
        [_, _, ..] => is_of_network(&url),
        [_] => is_of_network(&url) && url.query().is_some(),
        [] => false,
    }
}

fn is_of_network(url: &Url) -> bool {
    url.host_str().is_some_and(|host| marks("network").contains(&site(host)))
}
