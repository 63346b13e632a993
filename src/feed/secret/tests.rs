use super::*;

/// Addresses of feeds that are secrets, and how they are shown.
const PRIVATE: [(&str, &str); 24] = [
    ("https://news.example/feed?token=9b1deb4d3b7d4bad", "https://news.example/feed?token=•••"),
    (
        "https://news.example/feed?lang=en&access_token=abcdef#x",
        "https://news.example/feed?lang=en&access_token=•••#x",
    ),
    ("https://code.example/team.atom?feedToken=glft-Zk3dU8", "https://code.example/team.atom?feedToken=•••"),
    ("https://list.example/rss?key=7Hq2pLz9VbX4tRw8", "https://list.example/rss?key=•••"),
    ("https://list.example/rss?api_key=letmein", "https://list.example/rss?api_key=•••"),
    (
        "https://forum.example/.rss?feed=5f4dcc3b5aa765d61d8327deb882cf99&user=mara",
        "https://forum.example/.rss?feed=•••&user=mara",
    ),
    ("https://pod.example/rss/show?auth=p3Kx9LmQ2vTz7RbY1c", "https://pod.example/rss/show?auth=•••"),
    (
        "https://wiki.example/feed?os_username=m&os_password=hunter2",
        "https://wiki.example/feed?os_username=m&os_password=•••",
    ),
    (
        "https://pod.example/feed/podcast/12345/private/6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b.rss",
        "https://pod.example/feed/podcast/12345/private/•••.rss",
    ),
    (
        "https://marks.example/rss/secret:a1b2c3d4e5f60718293a/u:mara/",
        "https://marks.example/rss/secret:•••/u:mara/",
    ),
    ("https://mail.example/feeds/4k2m9x7c1q8w5z3v6b0n.xml", "https://mail.example/feeds/•••.xml"),
    (
        "https://news.example/feed/8f14e45fceea167a5a36dedd4bea2543/rss.xml",
        "https://news.example/feed/•••/rss.xml",
    ),
    ("https://news.example/rss/Zk3dU8pLq2vTz7RbY1cXw5Na", "https://news.example/rss/•••"),
    ("https://news.example/rss/token/a1b2c3d4", "https://news.example/rss/token/•••"),
    (
        "https://news.example/feed;jsessionid=1A530637289A03B07199A44E8D531427",
        "https://news.example/feed;jsessionid=•••",
    ),
    (
        "https://news.example/feed?X-Amz-Signature=0e5f&sig=aGVsbG8x",
        "https://news.example/feed?X-Amz-Signature=0e5f&sig=•••",
    ),
    ("https://mara:hunter2@news.example/feed", "https://news.example/feed"),
    ("https://mara@news.example/feed", "https://news.example/feed"),
    ("http://10.1.2.3/feed", "http://10.1.2.3/feed"),
    ("http://192.168.0.7:8080/feed", "http://192.168.0.7:8080/feed"),
    ("http://[fd00::7]/feed", "http://[fd00::7]/feed"),
    ("http://wiki.corp/feed", "http://wiki.corp/feed"),
    ("http://intranet/feed", "http://intranet/feed"),
    ("https://press.internal./feed", "https://press.internal./feed"),
];

/// Addresses of feeds that are none, though they are long, numbered or tracked.
const PUBLIC: [&str; 27] = [
    "https://www.youtube.com/feeds/videos.xml?channel_id=UC16niRr50-MSBwiO3YDb3RA",
    "https://news.google.com/rss/topics/CAAqJggKIiBDQkFTRWdvSUwyMHZNRGx1YlY4U0FtVnVHZ0pWVXlnQVAB?hl=en-US&gl=US&ceid=US:en",
    "https://news.google.com/rss/search?q=sanctions%20when%3A7d&hl=en",
    "https://alerts.example/feeds/01234567890123456789/13579246801357924680",
    "https://pod.example/d/playlist/e73c998e-6e60-432f-8610-ae210140c5b1/podcast.rss",
    "https://pod.example/public/shows/5d9b5c9a1d5b7b5b0b0b0b0b",
    "https://feeds.example/VMP5705694065",
    "https://feeds.example/54nAGcIl",
    "https://herald.example/world/2026/02/14/minister-says-the-treaty-of-hale-will-be-signed-in-spring-rss",
    "https://herald.example/rss/RussiaUkraineWarLatestNewsAndAnalysis2026.xml",
    "https://herald.example/feed?utm_source=rss&utm_campaign=4f3c2b1a0d9e8f7a6b5c4d3e2f1a0b9c",
    "https://herald.example/feed?fbclid=IwAR2xK9LmQ2vTz7RbY1cXw5NaZk3dU8pLq",
    "https://herald.example/feed?key=politics",
    "https://herald.example/feed?auth=public",
    "https://herald.example/feed?session=1",
    "https://herald.example/feed?id=8f14e45fceea167a5a36dedd4bea2543",
    "https://herald.example/feed?section=europe&category=foreign-affairs-and-security-policy",
    "https://herald.example/private/feed.xml",
    "https://herald.example/secret-diplomacy/feed",
    "https://herald.example/token/ring-of-tavria/feed",
    "https://herald.example/tag/access/feed",
    "https://blog.example/why-the-deal-failed-3f2b1c9d8e7f",
    "https://blog.example/article/russia-treaty-talks-c0ffee1234567890c0ffee1234567890",
    "http://127.0.0.1:1200/bridge/feed",
    "http://localhost:1200/bridge/feed",
    "https://www.bbc.co.uk/news/articles/c5y3l2k8v9wo",
    "not an address",
];

#[test]
fn a_secret_address_is_private_and_shown_without_its_secret() {
    for (address, wanted) in PRIVATE {
        assert!(is_private(address), "{address}");
        assert_eq!(shown(address), wanted, "{address}");
        assert_eq!(shown(wanted), shown(&shown(wanted)), "{address}");
    }
}

#[test]
fn an_ordinary_address_is_public_and_shown_as_it_is() {
    for address in PUBLIC {
        assert!(!is_private(address), "{address}: {}", shown(address));
        assert_eq!(shown(address), address);
    }
    for title in ["Politico: Europe", "Mailto: all", "Key=value: news"] {
        assert_eq!(shown(title), title);
    }
}

#[test]
fn a_hash_numbers_an_article_unless_it_is_named_for_a_secret() {
    for address in [
        "https://agency.example/article/c0ffee1234567890c0ffee12345678f0",
        "https://paper.example/story/Zk3dU8pLq2vTz7RbY1cXw5Na?x=p3Kx9LmQ2vTz7RbY1c",
    ] {
        assert!(!is_private_article(address), "{address}");
    }
    for address in [
        "https://agency.example/a?token=9b1deb4d",
        "https://m:x@agency.example/a",
        "http://10.0.0.1/a",
        "https://agency.example/a/private/6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b",
    ] {
        assert!(is_private_article(address), "{address}");
    }
}

proptest::proptest! {
    #[test]
    fn every_drawn_key_is_seen_and_covered(key in "[A-Za-z0-9]{24}") {
        // a drawn key without two kinds of letters is as rare as a false word
        let kinds = [key.bytes().any(|b| b.is_ascii_digit()), key.bytes().any(|b| b.is_ascii_uppercase())];
        proptest::prop_assume!(kinds == [true, true] && is_random(&key, 20));
        let address = format!("https://news.example/rss/{key}/feed?k={key}");
        proptest::prop_assert!(is_private(&address));
        proptest::prop_assert!(!shown(&address).contains(&key));
    }

    #[test]
    fn no_address_breaks_the_reader(address in "(https?://)?\\PC{0,60}") {
        let _ = (is_private(&address), shown(&address));
    }
}
