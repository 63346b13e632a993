//! When an article was published: where a page says it, and what else it dates.

use super::super::{Given, from_html};
use super::{REPORT, page};

const HEADLINE: &str = "<h1>Talks resume on Monday</h1>";

fn published(url: &str, head: &str, body: &str) -> Option<String> {
    let given = Given { url: Some(url.to_owned()), ..Given::default() };
    let article = from_html(&page(head, &format!("{body}{REPORT}")), &given);
    article.published.map(|time| time.format("%Y-%m-%d %H:%M").to_string())
}

fn told(head: &str, body: &str) -> Option<String> {
    published("https://a.example/talks", head, &format!("{HEADLINE}{body}"))
}

#[test]
fn json_ld_tells_the_day_in_every_nesting() {
    for json in [
        r#"{"@type":"NewsArticle","datePublished":"2026-02-14"}"#,
        r#"{"@type":"NewsArticle","datePublished":["2026-02-14"]}"#,
        r#"{"@type":"NewsArticle","datePublished":{"@type":"Date","@value":"2026-02-14"}}"#,
        r#"{"@type":"NewsArticle","datePublished":"soon","dateCreated":"2026-02-14"}"#,
        r#"{"@graph":[{"@type":"Article","headline":"Talks"},{"@type":"WebPage","datePublished":"2026-02-14"}]}"#,
        r#"[{"@type":"NewsArticle","url":"https://a.example/other","datePublished":"2020-01-01"},
            {"@type":"NewsArticle","url":"https://a.example/talks","datePublished":"2026-02-14"}]"#,
        r#"{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","datePublished":"2026-02-14"}}"#,
    ] {
        let head = format!("<script type='application/ld+json'>{json}</script>");
        assert_eq!(told(&head, "").as_deref(), Some("2026-02-14 00:00"), "{json}");
    }
}

#[test]
fn tags_of_every_vocabulary_tell_the_day() {
    for tag in [
        "property='article:published_time'",
        "property='og:published_time'",
        "name='parsely-pub-date'",
        "name='DC.date.issued'",
        "name='dcterms.created'",
        "name='sailthru.date'",
        "itemprop=datePublished",
        "name=pubdate",
        "name=citation_publication_date",
    ] {
        let head = format!("<meta {tag} content='2026-02-14T08:05+01:00'>");
        assert_eq!(told(&head, "").as_deref(), Some("2026-02-14 07:05"), "{tag}");
    }
    let unreadable = "<meta name=pubdate content='last week'><meta name=date content='2026-02-14'>";
    assert_eq!(told(unreadable, "").as_deref(), Some("2026-02-14 00:00"));
}

#[test]
fn marked_elements_tell_the_day() {
    for (body, day) in [
        ("<time datetime='2026-02-14T08:05Z'>today</time>", Some("2026-02-14 08:05")),
        ("<time>14 February 2026, 08:05</time>", Some("2026-02-14 08:05")),
        ("<abbr class=published title='2026-02-14 08:05'>today</abbr>", Some("2026-02-14 08:05")),
        ("<span itemprop='datePublished' content='2026-02-14'>x</span>", Some("2026-02-14 00:00")),
        ("<span property='schema:datePublished' content='2026-02-14'>x</span>", Some("2026-02-14 00:00")),
        ("<time class='dt-published' datetime='2026-02-14'>x</time>", Some("2026-02-14 00:00")),
        ("<span data-timestamp='1771056300'>2 hours ago</span>", Some("2026-02-14 08:05")),
        ("<div class=uploaded-date>14.02.26</div>", Some("2026-02-14 00:00")),
        ("<div class=post_date>14 de febrero de 2026</div>", Some("2026-02-14 00:00")),
        (
            "<time class=updated datetime='2026-02-20'>x</time><time datetime='2026-02-14'>y</time>",
            Some("2026-02-14 00:00"),
        ),
        // other articles, comments and navigation
        ("<div class=related><time datetime='2020-01-01'>old</time></div>", None),
        ("<div id=comments><time datetime='2026-02-20'>later</time></div>", None),
        ("<aside><time datetime='2020-01-01'>old</time></aside>", None),
        // a picture's day
        ("<p>The harbour at dawn (Photo: Ida Brandt, 03.05.2024)</p>", None),
    ] {
        assert_eq!(told("", body).as_deref(), day, "{body}");
    }
}

#[test]
fn the_time_nearest_to_the_headline_is_the_articles() {
    let before = "<header><time datetime='2026-02-14'>x</time></header>";
    let far = format!("{}<time datetime='2020-01-01'>x</time>", "<i>x</i>".repeat(80));
    let body = format!("{before}{HEADLINE}{REPORT}{far}");
    assert_eq!(published("https://a.example/talks", "", &body).as_deref(), Some("2026-02-14 00:00"));
}

#[test]
fn a_guess_far_from_the_day_in_the_address_gives_way_to_it() {
    let body = |day: &str| format!("{HEADLINE}<time datetime='{day}'>x</time>");
    for (time, day) in [("2026-02-14T08:05Z", "2026-02-14 08:05"), ("2019-05-01T08:05Z", "2026-02-13 00:00")]
    {
        let read = published("https://a.example/2026/02/13/talks", "", &body(time));
        assert_eq!(read.as_deref(), Some(day), "{time}");
    }
}

#[test]
fn addresses_tell_the_day() {
    for (path, day) in [
        ("/2026/02/14/talks", Some("2026-02-14")),
        ("/2026/feb/14/talks", Some("2026-02-14")),
        ("/2026-02/14/c_138.htm", Some("2026-02-14")),
        ("/n3/2026/0214/c90.html", Some("2026-02-14")),
        ("/talks-20260214.html", Some("2026-02-14")),
        ("/talks_vom_14.02.2026_heute", Some("2026-02-14")),
        ("/2026/22/week-14-20", None),
        ("/2026_11_talks.html;jsession=1.2", None),
        ("/news/202602141", None),
        ("/2026/02/talks-14", None),
        ("/talks?day=2026-02-14", None),
    ] {
        let read = published(&format!("https://a.example{path}"), "", HEADLINE);
        assert_eq!(read.as_deref().and_then(|read| read.get(..10)), day, "{path}");
    }
}

#[test]
fn labels_tell_the_day_far_from_the_headline() {
    let far =
        "<p>Nobody spoke of it afterwards, and nothing was signed on that evening in the harbour office.</p>"
            .repeat(12);
    for (line, day) in [
        ("Published: 14 February 2026", Some("2026-02-14 00:00")),
        ("Veröffentlicht am 14.02.2026, 8:05 Uhr", Some("2026-02-14 08:05")),
        ("Опубликовано 14 февраля 2026", Some("2026-02-14 00:00")),
        ("Publié le 14 février 2026 à 8h05", Some("2026-02-14 08:05")),
        ("Publicado el 14 de febrero de 2026", Some("2026-02-14 00:00")),
        ("Last updated: 14 February 2026", Some("2026-02-14 00:00")),
        ("Stand: 14.02.2026", Some("2026-02-14 00:00")),
        ("Updated: 02/14/2026", Some("2026-02-14 00:00")),
        // no label, no day of the article
        ("14 February 2026", None),
        ("Updated: 02/03/2026", None),
    ] {
        assert_eq!(told("", &format!("{far}<p>{line}</p>")).as_deref(), day, "{line}");
    }
}
