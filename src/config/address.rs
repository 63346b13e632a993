//! Addresses in settings.

use url::Url;

/// Reads an http or https address.
pub(super) fn http_url(given: &str) -> Result<Url, String> {
    let url = Url::parse(given).map_err(|error| format!("not a URL: {error}"))?;
    match (url.scheme(), url.has_host()) {
        ("http" | "https", true) => Ok(url),
        _ => Err("an http or https address is needed".to_owned()),
    }
}
