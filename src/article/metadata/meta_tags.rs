//! What the meta tags of a page say of its article.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::candidates::Candidates;
use super::facts::Facts;
use super::published::timestamp;
use crate::languages::Table;

static TAGS: Table = Table::new(include_str!("../rules/tags.txt"));

/// Names of meta tags by what they tell.
static NAMES: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let kinds = ["published", "dated", "updated", "author", "headline", "dek", "site", "address"];
    kinds.into_iter().map(|kind| (kind, TAGS.lines(kind).collect())).collect()
});

pub(super) fn of_meta_tags(candidates: &Candidates<'_>) -> Facts {
    let first = |kind: &str| all(candidates, kind).next().map(str::to_owned);
    let instant = |kind: &str| all(candidates, kind).find_map(|text| timestamp::readable(text.to_owned()));
    Facts {
        headline: first("headline"),
        dek: first("dek"),
        published: instant("published").into_iter().collect(),
        dated: instant("dated"),
        updated: instant("updated"),
        address: candidates.canonical.clone().or_else(|| first("address")),
        ..Facts::default()
    }
}

pub(super) fn all<'s>(candidates: &'s Candidates<'_>, kind: &str) -> impl Iterator<Item = &'s str> + Clone {
    names(kind).iter().flat_map(|name| candidates.named(name)).map(String::as_str)
}

/// The names of the meta tags of one kind, surest first.
pub(super) fn names(kind: &str) -> &'static [&'static str] {
    NAMES.get(kind).map(Vec::as_slice).unwrap_or_default()
}

/// The name of the outlet, without the headline that some put before it.
pub(super) fn site(
    candidates: &Candidates<'_>,
    publisher: Option<String>,
    headline: Option<&str>,
) -> Option<String> {
    let named = candidates.named("og:site_name").first().cloned();
    let name = named.or(publisher).or_else(|| all(candidates, "site").next().map(str::to_owned))?;
    let rest = headline.and_then(|headline| name.strip_prefix(headline));
    let rest = rest.map(|rest| rest.trim_start_matches(|c: char| !c.is_alphanumeric()));
    Some(rest.filter(|rest| !rest.is_empty()).map_or(name.clone(), str::to_owned))
}
