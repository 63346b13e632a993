//! Whether a feed may speak for an address.
//!
//! A feed can link to anything and say anything of it. Its words stand for an article, and its headline over it, only where
//! both are of one site or of one outlet; of other articles their pages speak for themselves.

use url::Url;

use crate::source;
use crate::text;

/// Whether the article at `link` is the feed's own: the same host, one under the other, or hosts of one outlet.
#[must_use]
pub fn is_own(feed: &str, link: &str) -> bool {
    let (Some(one), Some(other)) = (host(feed), host(link)) else { return false };
    let is_under = |host: &str, site: &str| {
        site.contains('.') && host.strip_suffix(site).is_some_and(|before| before.ends_with('.'))
    };
    let outlet = |host: &str| source::label(host).map(|label| label.name);
    one == other
        || is_under(&one, &other)
        || is_under(&other, &one)
        || outlet(&one).is_some() && outlet(&one) == outlet(&other)
}

/// Whether the address is of an outlet that is known, whose name nobody else may speak under.
#[must_use]
pub fn is_known_outlet(link: &str) -> bool {
    source::of_url(link).is_some()
}

fn host(address: &str) -> Option<String> {
    let url = Url::parse(address.trim()).ok()?;
    url.host_str().map(|host| text::site(host).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_speaks_for_its_own_site_and_outlet_only() {
        for (feed, link, wanted) in [
            ("https://herald.example/rss", "https://herald.example/a", true),
            ("https://feeds.herald.example/rss", "https://www.herald.example/a", true),
            ("https://www.herald.example/rss", "https://world.herald.example/a", true),
            ("https://feeds.bbci.co.uk/news/rss.xml", "https://www.bbc.com/news/articles/c5y3l2k8v9wo", true),
            ("http://127.0.0.1:8080/rss", "http://127.0.0.1:9090/a", true),
            ("http://127.0.0.1:8080/rss", "http://127.0.0.2:8080/a", false),
            ("https://evil.example/rss", "https://www.reuters.com/world/a", false),
            ("https://reuters.com.evil.example/rss", "https://www.reuters.com/world/a", false),
            ("https://evilreuters.com/rss", "https://reuters.com/a", false),
            ("https://one.blog.example/rss", "https://two.blog.example/a", false),
            ("https://herald.example/rss", "not an address", false),
        ] {
            assert_eq!(is_own(feed, link), wanted, "{feed} {link}");
        }
    }
}
