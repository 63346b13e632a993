//! Who wrote an article, as far as JSON-LD, meta tags and marked elements tell.

mod author_elements;
pub(super) mod by_phrase;
mod credentials;
pub(in crate::article) mod names;

use std::cell::LazyCell;

use super::candidates::Candidates;
use super::headline_position::HeadlinePosition;
use super::meta_tags;
use super::site_name::Outlet;
use crate::languages::{self, section};

/// Who wrote an article, as far as JSON-LD, meta tags and marked elements tell.
pub(super) struct Authors {
    /// The names of the first of them that have the look of people's.
    pub(super) people: Option<String>,
    /// Failing those and a line that names somebody: another name, or the account that a page is signed with.
    pub(super) signed: Option<String>,
}

pub(super) fn authors(
    candidates: &Candidates<'_>,
    head: &HeadlinePosition,
    outlet: &Outlet,
    told: &[String],
) -> Authors {
    let tagged = meta_tags::names("author");
    let labelled = labelled_author(candidates);
    let tags = || tagged.iter().map(|name| candidates.named(name)).chain([labelled]);
    let any = |names: &[String]| names::byline(names, outlet);
    let people = |names: &[String]| any(names).filter(|names| names::look_like_people(names));
    let marked = LazyCell::new(|| {
        author_elements::marked(&candidates.authors, head, |name| names::person_of(name, outlet).is_some())
    });
    let account = |names: &[String]| {
        names.iter().find_map(|name| names::login(name, outlet)).filter(|name| candidates.shows(name))
    };
    let desk = |names: &[String]| names.iter().find_map(|name| names::desk(name, outlet));
    let named = people(told).or_else(|| tags().find_map(people)).or_else(|| people(&marked.named));
    if named.is_some() {
        return Authors { people: named, signed: None };
    }
    // whom no reader of the page sees has not signed it
    let seen =
        |names: &[String]| any(names).filter(|name| names::look_like_people(name) || candidates.shows(name));
    let signed = any(&marked.linked)
        .or_else(|| seen(told))
        .or_else(|| tags().find_map(seen))
        .or_else(|| any(&marked.named))
        .or_else(|| desk(told))
        .or_else(|| tags().find_map(desk))
        .or_else(|| account(&marked.signatures));
    Authors { people: None, signed }
}

/// The author in the pair of tags that one publishing system writes for link previews.
fn labelled_author<'s>(candidates: &'s Candidates<'_>) -> &'s [String] {
    let label = candidates.named("twitter:label1").first().map(|label| label.to_lowercase());
    if label.is_some_and(|label| languages::lines(section::AUTHOR_LABEL).any(|known| known == label)) {
        candidates.named("twitter:data1")
    } else {
        &[]
    }
}
