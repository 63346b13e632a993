//! Who wrote an article, as far as JSON-LD, meta tags and marked elements tell.

mod author_elements;
pub(in crate::article) mod by_phrase;
mod credentials;
pub(super) mod house;
pub(in crate::article) mod names;

use std::cell::LazyCell;

use super::candidates::Candidates;
use super::headline_position::HeadlinePosition;
use super::meta_tags;
use super::site_name::Outlet;
use crate::languages::{self, section};
use crate::text::letters;

/// Who wrote an article, as far as JSON-LD, meta tags and marked elements tell.
pub(super) struct Authors {
    /// The names of the first of them that have the look of people's.
    pub(super) people: Option<String>,
    /// Failing those and a line that names somebody: another name, or the house or account that a page is signed with.
    pub(super) signed: Option<String>,
    /// The names that JSON-LD and meta tags give, houses among them.
    pub(super) told: Vec<String>,
}

/// What JSON-LD says of who wrote.
pub(super) struct Linked<'a> {
    /// The authors of the article but those said to be houses.
    pub(super) people: &'a [String],
    /// All its authors.
    pub(super) all: &'a [String],
    /// Those of the page, who may be whoever set it up.
    pub(super) of_page: &'a [String],
}

pub(super) fn authors(
    candidates: &Candidates<'_>,
    head: &HeadlinePosition,
    outlet: &Outlet,
    linked: &Linked<'_>,
) -> Authors {
    let tagged = meta_tags::names("author");
    let labelled = labelled_author(candidates);
    let tags = || tagged.iter().map(|name| candidates.named(name)).chain([labelled]);
    let told: Vec<String> = linked.all.iter().chain(tags().flatten()).cloned().collect();
    let any = |names: &[String]| names::byline(names, outlet);
    let people = |names: &[String]| any(names).filter(|names| names::look_like_people(names));
    let marked = LazyCell::new(|| {
        author_elements::marked(&candidates.authors, head, |name| names::person_of(name, outlet).is_some())
    });
    let account = |names: &[String]| {
        names.iter().find_map(|name| house::login(name, outlet)).filter(|name| candidates.shows(name))
    };
    let desk = |names: &[String]| names.iter().find_map(|name| house::desk(name, outlet));
    let of_page = || people(linked.of_page).filter(|name| candidates.shows(name));
    // a site named after its owner says so in the tags of every page
    let owns = |name: &String| {
        outlet.is_called(name) && !marked.near.iter().any(|text| letters(text).contains(&letters(name)))
    };
    let tagged = || tags().find_map(people).filter(|name| !owns(name));
    let titled = || people(&[by_phrase::named_in_title(candidates.window.as_deref()?)?]);
    let named = people(linked.people).or_else(tagged).or_else(titled);
    let named = named.map(|named| with_others(named, || marked.near.as_slice()));
    let named = named.or_else(|| people(&marked.named)).or_else(of_page);
    if named.is_some() {
        return Authors { people: named, signed: None, told };
    }
    // whom no reader of the page sees has not signed it
    let shows = |name: &str| marked.near.iter().any(|text| letters(text).contains(&letters(name)));
    let seen = |names: &[String]| any(names).filter(|name| names::look_like_people(name) || shows(name));
    let house = |texts: &[String]| texts.iter().find_map(|text| house::signing(text, &told, outlet));
    let signed = any(&marked.linked)
        .or_else(|| seen(linked.people))
        .or_else(|| tags().find_map(seen).filter(|name| !owns(name)))
        .or_else(|| any(&marked.named))
        .or_else(|| desk(linked.people))
        .or_else(|| tags().find_map(desk))
        .or_else(|| account(&marked.signatures))
        .or_else(|| house(&marked.near));
    Authors { people: None, signed, told }
}

/// Where metadata names one author and an element near the headline names that one among several: all of them.
fn with_others<'t>(named: String, near: impl Fn() -> &'t [String]) -> String {
    if named.contains(", ") {
        return named;
    }
    let own = letters(&named);
    let several = |text: &String| by_phrase::named_in(text).filter(|names| by_phrase::are_several(names));
    near().iter().filter_map(several).find(|names| letters(names).contains(&own)).unwrap_or(named)
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
