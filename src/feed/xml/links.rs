//! Links made absolute on the `xml:base` they stand in.

use crate::text::markup::{attributes, unescape};
use url::Url;

/// Bases of links, outermost first, each with the depth of the element that set it.
#[derive(Debug)]
pub(super) struct Bases {
    bases: Vec<(usize, Url)>,
}

impl Bases {
    /// Begins with the address of the document, if that is known.
    pub(super) fn new(document: Option<&Url>) -> Self {
        Self { bases: document.map(|base| (0, base.clone())).into_iter().collect() }
    }

    /// Puts the `xml:base` of an element at `depth` on top; true if it has one.
    pub(super) fn push(&mut self, inside: &str, depth: usize) -> bool {
        // the second is CDF's
        const NAMES: [&str; 2] = ["xml:base", "BASE"];
        if !NAMES.iter().any(|name| inside.contains(name)) {
            return false;
        }
        let Some((_, value)) = attributes(inside).find(|(name, _)| NAMES.contains(name)) else {
            return false;
        };
        let value = unescape(value);
        let joined = match self.bases.last() {
            Some((_, base)) => base.join(&value),
            None => Url::parse(&value),
        };
        joined.map(|base| self.bases.push((depth, base))).is_ok()
    }

    /// Takes the top one away.
    pub(super) fn pop(&mut self) {
        self.bases.pop();
    }

    /// Takes away those set deeper than `depth`.
    pub(super) fn truncate(&mut self, depth: usize) {
        while self.bases.last().is_some_and(|(at, _)| *at > depth) {
            self.bases.pop();
        }
    }

    /// A link made absolute on the innermost base; one that is absolute stays as written.
    pub(super) fn absolute(&self, link: &str) -> String {
        let link = in_one_piece(link);
        let scheme = link.split_once(':').map_or("", |(scheme, _)| scheme);
        let has_scheme = !scheme.is_empty()
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
        match self.bases.last() {
            Some((_, base)) if !has_scheme && !link.is_empty() => base.join(&link).map_or(link, Into::into),
            _ => link,
        }
    }
}

/// A link without line breaks, the spaces before its fragment escaped.
fn in_one_piece(link: &str) -> String {
    let link = link.trim();
    if !link.contains(char::is_whitespace) {
        return link.to_owned();
    }
    let lines = link.split(['\n', '\r', '\t']).map(str::trim);
    let whole: String = lines.collect();
    let (address, fragment) =
        whole.split_at_checked(whole.find('#').unwrap_or(whole.len())).unwrap_or((&whole, ""));
    address.replace(char::is_whitespace, "%20") + fragment
}
