//! What a page says of its article: JSON-LD first, then meta tags, then marked elements, then its address.

mod agencies;
pub(super) mod byline;
pub(super) mod candidates;
pub(super) mod dateline;
pub(super) mod dek;
pub(super) mod facts;
mod headline_position;
mod json_ld;
pub(super) mod masthead;
mod meta_tags;
pub(super) mod published;
pub(super) mod site_name;
pub(super) mod text_edges;
pub(super) mod title;

use std::cell::LazyCell;

use url::Url;

use candidates::Candidates;
use facts::Facts;
use headline_position::{HeadlinePosition, headline_element};
use meta_tags::{all, of_meta_tags, site};
use site_name::Outlet;

use crate::text::letters;

/// Reads everything a page says of its article; `own` is the address it was fetched from.
pub(super) fn read(candidates: &Candidates<'_>, own: Option<&str>) -> Facts {
    let tags = of_meta_tags(candidates);
    let named = tags.address.clone();
    let own = own.or(named.as_deref());
    let linked = json_ld::read(&candidates.linked, own);
    let host = own.and_then(|own| Url::parse(own).ok()?.host_str().map(str::to_owned));
    let mut facts = linked.facts.or(tags);
    // the outlet's name is the meta tag's; JSON-LD often names the company
    let sites: Vec<&str> = all(candidates, "site").collect();
    let publisher = facts.site.clone();
    let houses = linked.houses.iter().map(String::as_str).chain(publisher.as_deref());
    let tail = candidates.window.as_deref().and_then(title::site_part);
    facts.outlet = Outlet::new(sites.iter().copied().chain(houses).chain(tail), host.as_deref());
    facts.site = site(candidates, facts.site, facts.headline.as_deref());
    let headlines = facts.headline.take().into_iter().chain(all(candidates, "headline").map(str::to_owned));
    let window = candidates.window.clone().filter(|window| !names_only_a_site(window, &candidates.headings));
    let headlines = headlines.chain(window).chain(candidates.headings.first().cloned());
    let headlines = headlines.chain(candidates.window.clone());
    // a link to the front page may bear the name of who writes there: it is the outlet's only as a headline
    let homes = Outlet::new(candidates.homes.iter().map(String::as_str), None);
    let says_site = |headline: &str| facts.outlet.says_only(headline) || homes.says_only(headline);
    let headline =
        headlines.clone().find(|headline| !says_site(headline)).or_else(|| headlines.clone().next());
    facts.headline = headline;
    let head = LazyCell::new(|| {
        HeadlinePosition::new(headline_element(candidates, facts.headline.as_deref(), facts.site.as_deref()))
    });
    facts.published.extend(published::marked(candidates, &head, facts.headline.as_deref()));
    facts.shown = published::shown(candidates, &head);
    facts.language = facts.language.or_else(|| candidates.language.clone());
    let linked =
        byline::Linked { people: &facts.authors, all: &facts.signers, of_page: &linked.page_authors };
    let authors = byline::authors(candidates, &head, &facts.outlet, &linked);
    (facts.byline, facts.signed, facts.signers) = (authors.people, authors.signed, authors.told);
    facts
}

/// Whether the window's title is of the site and of no article: a few words, none of which the page's headline has.
fn names_only_a_site(window: &str, headings: &[String]) -> bool {
    const NAME: usize = 3;
    let words = |text: &str| text.to_lowercase().split_whitespace().map(letters).collect::<Vec<_>>();
    let own = words(window);
    let headline = headings.first().map(|heading| words(heading)).unwrap_or_default();
    own.len() <= NAME && headline.len() >= NAME && !own.iter().any(|word| headline.contains(word))
}
