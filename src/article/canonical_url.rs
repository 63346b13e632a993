//! The address an article is known by.

use std::sync::LazyLock;

use url::Url;

use crate::languages::Table;

static PARAMETERS: Table = Table::new(include_str!("rules/tracking.txt"));

static TRACKING: LazyLock<Vec<&'static str>> = LazyLock::new(|| PARAMETERS.lines("tracking").collect());

/// Cuts fragment, credentials and tracking parameters from an http(s) address and lowers its host; any other text
/// comes back trimmed.
#[must_use]
pub fn canonical(address: &str) -> String {
    web_address(address).map_or_else(|| address.trim().to_owned(), String::from)
}

/// Reads an http(s) address in canonical form.
pub(super) fn web_address(address: &str) -> Option<Url> {
    cleaned(Url::parse(address.trim()).ok()?)
}

/// Resolves `address` against `base`, in canonical form.
pub(super) fn joined(base: Option<&str>, address: &str) -> Option<Url> {
    let base = base.and_then(|base| Url::parse(base.trim()).ok());
    match base {
        Some(base) => cleaned(base.join(address.trim()).ok()?),
        None => web_address(address),
    }
}

fn cleaned(mut url: Url) -> Option<Url> {
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
        return None;
    }
    url.set_fragment(None);
    // both setters refuse only addresses without a host
    url.set_username("").ok()?;
    url.set_password(None).ok()?;
    let Some(query) = url.query() else { return Some(url) };
    let kept: Vec<_> = query.split('&').filter(|pair| !pair.is_empty() && !is_tracking(pair)).collect();
    let kept = kept.join("&");
    url.set_query((!kept.is_empty()).then_some(&kept));
    Some(url)
}

fn is_tracking(pair: &str) -> bool {
    only_tracks(pair.split('=').next().unwrap_or_default())
}

/// Whether a parameter of this name says only where a reader came from.
#[must_use]
pub fn only_tracks(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    TRACKING.iter().any(|rule| match rule.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == *rule,
    })
}
