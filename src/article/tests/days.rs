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
fn what_is_stated_beside_the_headline_wins_over_the_address() {
    for stated in [
        "<time datetime='2026-02-14T08:05Z'>14 February</time>",
        "<p>14 February 2026, 08:05</p>",
        "<p>Von Anna Feld, 14. Februar 2026, 8:05 Uhr</p>",
        "<p>Publié le 14 février 2026 à 08h05</p>",
        "<p>Опубликовано 14 февраля 2026, 08:05. Обновлено <time class=updated datetime='2026-02-20'>20 февраля</time></p>",
    ] {
        let read = published("https://a.example/2026/02/10/talks", "", &format!("{HEADLINE}{stated}"));
        assert_eq!(read.as_deref(), Some("2026-02-14 08:05"), "{stated}");
    }
}

#[test]
fn a_change_is_no_publication() {
    let changed =
        r#"<script type='application/ld+json'>{"@type":"NewsArticle","dateModified":"2026-02-20"}</script>"#;
    assert_eq!(told(changed, ""), None);
    assert_eq!(told(changed, "<p>14 February 2026</p>").as_deref(), Some("2026-02-14 00:00"));
    let both = "<meta property='article:modified_time' content='2026-02-20'><meta property='article:published_time' content='2026-02-14'>";
    assert_eq!(told(both, "<p>Updated 20 February 2026</p>").as_deref(), Some("2026-02-14 00:00"));
}

#[test]
fn days_of_other_things_are_no_publication() {
    for body in [
        "<p>The harbour has waited for ferries since the treaty of 12 May 2009, and it waits still.</p>",
        "<p>It began on 12 May 2009.</p>",
        "<p>Der Hafen ist seit dem 12. Mai 2009 gesperrt.</p>",
        "<p>Le port est fermé depuis le 12 mai 2009.</p>",
        "<p>Порт закрыт с 12 мая 2009 года.</p>",
        "<p>El puerto cerró el 12 de mayo de 2009.</p>",
        "<p>The treaty was signed on <time datetime='2009-05-12'>12 May 2009</time>, and nobody has kept it since that day, as fishermen on both sides of the strait say.</p>",
        "<figure><img src=b.jpg><figcaption>The old bridge on May 12, 2009. Photo: Lena Brack</figcaption></figure>",
        "<p>The old bridge on May 12, 2009. Photo: Lena Brack</p>",
        "<h2>12 May 2009: the flood</h2>",
        "<blockquote class='twitter-tweet'><p>The ferry sails.</p>Nadia Feld (@nfeld) <a href='https://t.example/1'>May 12, 2009</a></blockquote>",
        "<div class='instagram-embed'><time datetime='2009-05-12'>x</time></div>",
        "<section class=comments><p>Omar said so.</p><time datetime='2009-05-12'>x</time></section>",
    ] {
        assert_eq!(told("", body), None, "{body}");
        assert_eq!(told("", &format!("{REPORT}{body}")), None, "below: {body}");
    }
}

#[test]
fn of_two_stated_times_the_one_that_readers_see_counts() {
    let head = r#"<script type='application/ld+json'>{"@type":"NewsArticle","datePublished":"2026-02-11T09:00:00Z"}</script>
        <meta property='article:published_time' content='2026-02-14T09:00:00Z'>"#;
    assert_eq!(told(head, "").as_deref(), Some("2026-02-11 09:00"));
    assert_eq!(told(head, "<p>14.02.2026</p>").as_deref(), Some("2026-02-14 09:00"));
    // a tag that says no more than “date” gives way to a time beside the headline
    let date = "<meta name=date content='2026-02-20'>";
    assert_eq!(told(date, "").as_deref(), Some("2026-02-20 00:00"));
    assert_eq!(told(date, "<time datetime='2026-02-14'>x</time>").as_deref(), Some("2026-02-14 00:00"));
}

#[test]
fn a_dateline_tells_the_day_before_the_address_does() {
    let first = "<p>PORT ISOLA, Feb. 14, 2026 (AFP) – Envoys of both coastal states met in the harbour office for the third time.</p>";
    let read = published("https://a.example/2026/02/16/talks", "", &format!("{HEADLINE}{first}"));
    assert_eq!(read.as_deref(), Some("2026-02-14 00:00"));
}

#[test]
fn a_signature_below_the_text_tells_the_day() {
    for (below, day) in [
        ("<p>Nadia<br>14 February 2026</p>", Some("2026-02-14")),
        ("<p>Port Isola, 14 February 2026</p>", Some("2026-02-14")),
        // readers' comments
        ("<p>Nadia</p><p>14 February 2026, 10:05</p>", None),
        ("<p>Nadia</p><p>14 February 2026</p><p>Well said.</p><p>Omar</p>", None),
    ] {
        let html = page("", &format!("<div>{HEADLINE}{REPORT}{below}</div>"));
        let read = from_html(&html, &Given::default()).published.map(|at| at.format("%Y-%m-%d").to_string());
        assert_eq!(read.as_deref(), day, "{below}");
    }
}

#[test]
fn two_tags_or_a_tag_and_a_line_are_surer_than_one() {
    let linked = r#"<script type='application/ld+json'>{"@type":"NewsArticle","datePublished":"2026-02-20","dateModified":"2026-02-25"}</script>"#;
    let tags =
        "<meta property='article:published_time' content='2026-02-14'><meta name=date content='2026-02-14'>";
    assert_eq!(told(&format!("{linked}{tags}"), "").as_deref(), Some("2026-02-14 00:00"));
    let date = format!("{linked}<meta name=date content='2026-02-14'>");
    assert_eq!(told(&date, "").as_deref(), Some("2026-02-20 00:00"));
    assert_eq!(told(&date, "<p>14 February 2026</p>").as_deref(), Some("2026-02-14 00:00"));
    let change = format!("{linked}<meta name=date content='2026-02-25'>");
    assert_eq!(told(&change, "<p>25 February 2026</p>").as_deref(), Some("2026-02-20 00:00"));
}

#[test]
fn marked_days_far_from_the_headline_are_of_other_articles() {
    let card = |day: &str| {
        format!("<div><h3>Another</h3><span itemprop=datePublished content='{day}'>x</span></div>")
    };
    let far = format!("{REPORT}{}", "<i>x</i>".repeat(80));
    let cards = format!("{far}{}{}", card("2026-02-20"), card("2026-02-21"));
    assert_eq!(told("", &cards), None);
    assert_eq!(told("", &format!("<p>14 February 2026</p>{cards}")).as_deref(), Some("2026-02-14 00:00"));
    let again = "<div><h3>Talks resume on Monday</h3><span itemprop=datePublished content='2026-02-14'>x</span></div>";
    assert_eq!(told("", &format!("{cards}{again}")).as_deref(), Some("2026-02-14 00:00"));
    let near = "<span itemprop=datePublished content='2026-02-14'>x</span>";
    assert_eq!(told("", &format!("{near}{cards}")).as_deref(), Some("2026-02-14 00:00"));
    assert_eq!(told("", &format!("{far}{near}")).as_deref(), Some("2026-02-14 00:00"));
}

#[test]
fn numbers_are_read_in_the_order_of_the_page() {
    let line = "<p>Nadia Feld - 12/03/2026</p>";
    let read = |url: &str, other: &str| published(url, "", &format!("{HEADLINE}{line}{other}"));
    assert_eq!(read("https://a.example.co.uk/talks", "").as_deref(), Some("2026-03-12 00:00"));
    let day_first = "<ul><li>The harbour closes<span> - 25/02/2026</span></li></ul>";
    assert_eq!(read("https://a.example/talks", day_first).as_deref(), Some("2026-03-12 00:00"));
    let month_first = "<ul><li>The harbour closes<span> - 02/25/2026</span></li></ul>";
    assert_eq!(read("https://a.example/talks", month_first).as_deref(), Some("2026-12-03 00:00"));
    assert_eq!(read("https://a.example/talks", ""), None);
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
