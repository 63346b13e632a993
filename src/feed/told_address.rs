//! The address by which an article is known whose words are a feed's, of a page the feed does not speak for.
//!
//! It stands under the feed's own host, so that it is labelled by that, and is one feed's alone: nobody else's words are put
//! in its place. No secret of the feed's address is in it.

use sha2::{Digest as _, Sha256};
use url::Url;

/// Characters that tell the feeds of one host apart.
const MARK: usize = 12;

/// The address of what the feed at `feed` tells of the page at `page`:
/// `https://feeds.example/#5f2b9a01c3d4:https://herald.example/a`.
#[must_use]
pub fn told_address(feed: &str, page: &str) -> String {
    let host = Url::parse(feed).map(|feed| feed.origin().ascii_serialization()).unwrap_or_default();
    let mark: String = Sha256::digest(feed).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{host}/#{}:{page}", mark.get(..MARK).unwrap_or_default())
}

/// The page an article tells of by such an address; `None` for any other address.
#[must_use]
pub fn page_told_of(address: &str) -> Option<&str> {
    let (_, behind) = address.split_once("/#")?;
    let (mark, page) = behind.split_once(':')?;
    let is_mark = mark.len() == MARK && mark.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_mark && (page.starts_with("https://") || page.starts_with("http://"))).then_some(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_stands_under_the_feeds_host_and_holds_no_secret() {
        let page = "https://herald.example/a?b=c#d";
        let address = told_address("https://feeds.example:8443/rss?token=9b1deb4d3b7d", page);
        assert!(
            address.starts_with("https://feeds.example:8443/#") && !address.contains("token"),
            "{address}"
        );
        assert_eq!(page_told_of(&address), Some(page));
        assert_ne!(address, told_address("https://feeds.example:8443/other", page));
        for other in [
            page,
            "https://herald.example/#about:https://a.example/",
            "https://herald.example/#5f2b9a01c3d4:x",
        ] {
            assert_eq!(page_told_of(other), None);
        }
    }
}
