//! Headline, author, dates and address.

use super::super::{Given, canonical, from_html};
use super::{REPORT, page, read};

#[test]
fn tracking_is_cut_from_addresses() {
    for (address, known) in [
        ("https://a.example/x?utm_source=rss&id=7#top", "https://a.example/x?id=7"),
        ("HTTPS://User:Pass@A.Example:443/x?fbclid=1", "https://a.example/x"),
        ("http://a.example", "http://a.example/"),
        ("https://a.example/x?a=1&&b=2&at_medium=RSS", "https://a.example/x?a=1&b=2"),
        ("https://a.example/x?maca=en-rss-en-all&page=2", "https://a.example/x?page=2"),
        (" ftp://a.example/x ", "ftp://a.example/x"),
        ("not an address", "not an address"),
    ] {
        assert_eq!(canonical(address), known, "{address}");
        assert_eq!(canonical(known), known, "once more");
    }
}

#[test]
fn a_page_names_its_address_only_on_its_own_site() {
    let given = |url: &str| Given { url: Some(url.to_owned()), ..Given::default() };
    for (named, url, known) in [
        ("/world/talks?utm_source=x", "https://www.a.example/amp/talks", "https://www.a.example/world/talks"),
        ("https://a.example/talks", "https://m.a.example/talks?fbclid=1", "https://a.example/talks"),
        ("https://a.example/", "https://a.example/talks", "https://a.example/talks"),
        ("https://evil.example/talks", "https://a.example/talks", "https://a.example/talks"),
        ("javascript:x", "https://a.example/talks", "https://a.example/talks"),
    ] {
        let html = page(&format!("<link rel=canonical href='{named}'>"), REPORT);
        assert_eq!(from_html(&html, &given(url)).url.as_deref(), Some(known), "{named}");
    }
}

#[test]
fn headlines_lose_the_site() {
    for (head, h1, title) in [
        (
            "<title>Talks resume on Monday | Port Gazette</title><meta property=og:site_name content='Port Gazette'>",
            "",
            "Talks resume on Monday",
        ),
        (
            "<title>Talks resume on Monday - Gazette</title><meta property=og:site_name content='The Gazette'>",
            "",
            "Talks resume on Monday",
        ),
        ("<title>Talks resume - at last - on Monday</title>", "", "Talks resume - at last - on Monday"),
        (
            "<title>Port Gazette</title><meta property=og:title content='Why the talks resume'>",
            "Port Gazette",
            "Why the talks resume",
        ),
        (
            "<meta property=og:title content='Talks: why they resume now (explained)'>",
            "Why the talks resume now",
            "Why the talks resume now",
        ),
        (
            "<meta property=og:title content='Talks resume on Monday'>",
            "WORLD Talks resume on Monday",
            "Talks resume on Monday",
        ),
        ("", "Talks resume on Monday", "Talks resume on Monday"),
        // a tag that only names the site
        (
            "<title>Talks resume on Monday | Port Gazette</title><meta property=og:site_name content='Port Gazette'>\
             <meta property=og:title content='Port Gazette'>",
            "",
            "Talks resume on Monday",
        ),
        // titles written for search engines
        (
            "<title>Fishing quota talks 2026 explained</title>",
            "Why nobody left the room at the quota talks",
            "Why nobody left the room at the quota talks",
        ),
        // a motto is no headline
        (
            "<title>Quotas: nobody left the room | Gazette</title><meta property=og:site_name content='Gazette'>",
            "The Gazette, first in the room since 1890",
            "Quotas: nobody left the room",
        ),
        (
            "<title>Nobody left the room</title>",
            "Everything that harbours want to know",
            "Nobody left the room",
        ),
    ] {
        let html = page(head, &format!("<h1>{h1}</h1>{REPORT}"));
        assert_eq!(read(&html).title.as_deref(), Some(title), "{head} {h1}");
    }
}

#[test]
fn sites_are_named_by_the_page_before_the_company() {
    for (head, site) in [
        ("<meta property='og:site_name' content='Port Gazette'>", "Port Gazette"),
        (
            "<meta property='og:site_name' content='Talks resume | Port Gazette'><meta property='og:title' content='Talks resume'>",
            "Port Gazette",
        ),
        (
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"publisher\":{\"name\":\"Gazette\"}}</script>",
            "Gazette",
        ),
        ("<meta name='application-name' content='Gazette'>", "Gazette"),
        ("<meta name='DC.publisher' content='Gazette'>", "Gazette"),
        ("", "a.example"),
    ] {
        let given = Given { url: Some("https://www.a.example/talks".to_owned()), ..Given::default() };
        assert_eq!(from_html(&page(head, REPORT), &given).site.as_deref(), Some(site), "{head}");
    }
}

#[test]
fn authors_are_people() {
    for (head, body, byline) in [
        ("<meta name=author content='By Nadia Feld'>", "", Some("Nadia Feld")),
        ("<meta name=author content='Reuters'>", "", None),
        ("<meta name=author content='AFP'>", "", None),
        ("<meta name=author content='admin'>", "", None),
        ("<meta name=author content='https://a.example/nadia'>", "", None),
        (
            "<meta name=author content='Port Gazette'><meta property=og:site_name content='Port Gazette'>",
            "",
            None,
        ),
        (
            "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Nadia Feld'>",
            "",
            Some("Nadia Feld"),
        ),
        ("", "<h1>Talks resume on Monday</h1><p>By Nadia Feld</p>", Some("Nadia Feld")),
        ("", "<h1>Talks resume on Monday</h1><p>Von Jonas Brink</p>", Some("Jonas Brink")),
        ("", "<h1>Talks resume on Monday</h1><p>Par Élise Morvan</p>", Some("Élise Morvan")),
        ("", "<h1>Talks resume on Monday</h1><p>Por Marta Solís</p>", Some("Marta Solís")),
        ("", "<h1>Talks resume on Monday</h1><p>Автор: Ольга Марн</p>", Some("Ольга Марн")),
        (
            "",
            "<span itemprop=author><b itemprop=name>Nadia Feld</b>, correspondent</span>",
            Some("Nadia Feld"),
        ),
        (
            "",
            "<div class=byline><a>Nadia Feld</a> and <a>Omar Lindt</a> in Limburg</div>",
            Some("Nadia Feld, Omar Lindt"),
        ),
        ("", "<aside><a rel=author>Someone Else</a></aside>", None),
    ] {
        let html = page(head, &format!("{body}{REPORT}"));
        assert_eq!(read(&html).byline.as_deref(), byline, "{head} {body}");
    }
}

#[test]
fn dates_are_read_from_tags_then_lines_then_the_address() {
    let given = Given { url: Some("https://a.example/2026/02/13/talks".to_owned()), ..Given::default() };
    for (head, body, day) in [
        (
            "<meta property='article:published_time' content='2026-02-14T23:30:00-05:00'>",
            "",
            "2026-02-15 04:30:00 UTC",
        ),
        ("<meta name=date content='2026-02-14 08:00'>", "", "2026-02-14 08:00:00 UTC"),
        ("<meta name=pubdate content='Sat, 14 Feb 2026 08:00:00 +0100'>", "", "2026-02-14 07:00:00 UTC"),
        ("<meta name=pubdate content='1771056000'>", "", "2026-02-14 08:00:00 UTC"),
        ("", "<time datetime='2026-02-14'>Saturday</time>", "2026-02-14 00:00:00 UTC"),
        ("<meta name=date content='yesterday'>", "", "2026-02-13 00:00:00 UTC"),
        ("", "", "2026-02-13 00:00:00 UTC"),
    ] {
        let html = page(head, &format!("<h1>Talks resume on Monday</h1>{body}{REPORT}"));
        assert_eq!(from_html(&html, &given).published.unwrap().to_string(), day, "{head} {body}");
    }
    for (line, day) in [
        ("Updated Feb 14, 2026 8 am", "2026-02-14"),
        ("14. Februar 2026, 8 Uhr", "2026-02-14"),
        ("14 февраля 2026 г.", "2026-02-14"),
        ("Publié le 1er février 2026", "2026-02-01"),
        ("14 de febrero de 2026", "2026-02-14"),
        ("14.02.2026", "2026-02-14"),
        ("2026年2月14日", "2026-02-14"),
    ] {
        let html = page("", &format!("<h1>Talks resume on Monday</h1><p>{line}</p>{REPORT}"));
        let read = read(&html).published.unwrap_or_else(|| panic!("no date in {line}"));
        assert_eq!(read.date_naive().to_string(), day, "{line}");
    }
}

#[test]
fn what_the_caller_knows_wins() {
    let published = chrono::DateTime::from_timestamp(1_771_000_000, 0);
    let given = Given { url: None, title: Some("From the feed".to_owned()), published };
    let html = page("<title>Own</title><meta name=date content='2020-01-01'>", REPORT);
    let article = from_html(&html, &given);
    assert_eq!((article.title.as_deref(), article.published), (Some("From the feed"), published));
}
