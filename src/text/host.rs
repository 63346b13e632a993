//! Hosts of addresses, as people name them.

use url::Url;

/// What a site puts before its host for the pages it shows on small screens.
const SMALL_SCREENS: [&str; 3] = ["m.", "amp.", "mobile."];

/// The host of an address without `www.`; none where the words are no address of a host.
#[must_use]
pub fn host(address: &str) -> Option<String> {
    Url::parse(address.trim()).ok()?.host_str().map(|host| bare(host).to_owned())
}

/// A host without `www.`.
#[must_use]
pub fn bare(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

/// A host without `www.` and what stands for small screens: one for all pages of a site.
#[must_use]
pub fn site(host: &str) -> &str {
    let host = bare(host.trim_end_matches('.'));
    SMALL_SCREENS.iter().find_map(|start| host.strip_prefix(start)).unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_named_without_what_all_hosts_have() {
        for (address, wanted) in [
            ("https://www.herald.example/a", Some("herald.example")),
            (" HTTPS://WWW.Herald.example:8443/ ", Some("herald.example")),
            ("https://wwwherald.example", Some("wwwherald.example")),
            ("mailto:desk@herald.example", None),
            ("herald.example", None),
            ("", None),
        ] {
            assert_eq!(host(address).as_deref(), wanted, "{address}");
        }
    }

    #[test]
    fn pages_for_small_screens_are_of_the_same_site() {
        for host in ["herald.example", "www.herald.example", "m.herald.example", "amp.herald.example."] {
            assert_eq!(site(host), "herald.example", "{host}");
        }
        assert_eq!(site("mherald.example"), "mherald.example");
    }
}
