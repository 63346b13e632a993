//! Which entries of a feed are one item.

use std::collections::HashSet;

use super::super::parse;

/// How many items entries with these insides are.
fn count(entries: &[&str]) -> usize {
    let items: String = entries.iter().map(|inside| format!("<item>{inside}</item>")).collect();
    let text = format!(
        "<rss version='2.0'><channel><title>Desk</title><link>https://desk.example/</link>{items}</channel></rss>"
    );
    let feed = parse(text.as_bytes(), Some("https://desk.example/rss"), None).unwrap();
    assert_eq!(feed.entries.len(), entries.len());
    feed.entries.iter().map(|entry| &entry.id).collect::<HashSet<_>>().len()
}

#[test]
fn what_a_feed_tells_apart_is_told_apart() {
    let live = "<link>https://desk.example/live</link>";
    let home = "<link>https://desk.example/?utm_source=rss</link>";
    for (due, entries) in [
        // a link that all have: a live page, the site itself
        (2, [format!("<title>Ferry leaves</title>{live}"), format!("<title>Ferry is back</title>{live}")]),
        (2, [format!("<title>Bericht</title>{home}"), format!("<title>Wetter</title>{home}")]),
        (
            2,
            [
                format!("<title>News at six</title>{live}<pubDate>Tue, 03 Feb 2026 18:00:00 GMT</pubDate>"),
                format!("<title>News at six</title>{live}<pubDate>Wed, 04 Feb 2026 18:00:00 GMT</pubDate>"),
            ],
        ),
        // nothing but words
        (
            2,
            [
                "<description>Паром ушёл.</description>".into(),
                "<description>Паром вернулся.</description>".into(),
            ],
        ),
        // the feed's own address as the guid of all
        (
            2,
            [
                "<title>Un</title><guid>https://desk.example/</guid><link>https://desk.example/1</link>"
                    .into(),
                "<title>Deux</title><guid>https://desk.example/</guid><link>https://desk.example/2</link>"
                    .into(),
            ],
        ),
        // two tellings of one item
        (1, [format!("<title>Ferry leaves</title>{live}"), format!("<title>Ferry leaves</title>{live}")]),
        (
            1,
            [
                "<title>Ferry leaves</title><guid>7</guid>".into(),
                "<title>Ferry leaves late</title><guid>7</guid>".into(),
            ],
        ),
    ] {
        assert_eq!(count(&[&entries[0], &entries[1]]), due, "{entries:?}");
    }
}

#[test]
fn an_entry_alone_at_its_link_is_known_by_it() {
    let text =
        "<rss><channel><item><title>One</title><link>https://desk.example/1</link></item></channel></rss>";
    assert_eq!(parse(text.as_bytes(), None, None).unwrap().entries[0].id, "https://desk.example/1");
}
