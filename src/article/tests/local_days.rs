//! The day of publication that a page's readers see, where UTC's is another; days beside names, marks and labels.

use super::super::{Given, from_html};
use super::{REPORT, page};

const HEADLINE: &str = "<h1>Talks resume on Monday</h1>";

fn local(head: &str, body: &str) -> Option<String> {
    let article = from_html(&page(head, &format!("{HEADLINE}{body}{REPORT}")), &Given::default());
    article.published_locally().map(|time| time.to_rfc3339())
}

#[test]
fn the_day_is_that_of_the_pages_own_clock() {
    let tag = |time: &str| format!("<meta property='article:published_time' content='{time}'>");
    for (time, body, read) in [
        ("2026-02-14T19:55:00-07:00", "", "2026-02-14T19:55:00-07:00"),
        ("2026-02-14T01:55:00+03:00", "", "2026-02-14T01:55:00+03:00"),
        ("2026-02-15T02:41:00Z", "<p>14 de febrero de 2026, 22:41</p>", "2026-02-14T22:41:00-04:00"),
        ("2026-02-15T02:41:00Z", "<p>February 14, 2026</p>", "2026-02-14T23:41:00-03:00"),
        ("2026-02-13T23:10:00Z", "<time datetime='2026-02-14'>14.2.2026</time>", "2026-02-14T00:10:00+01:00"),
        // of one day with UTC, or not told
        ("2026-02-14T09:55:00-07:00", "", "2026-02-14T16:55:00+00:00"),
        ("2026-02-15T02:41:00Z", "", "2026-02-15T02:41:00+00:00"),
        ("2026-02-15T02:41:00Z", "<p>Updated February 14, 2026</p>", "2026-02-15T02:41:00+00:00"),
    ] {
        assert_eq!(local(&tag(time), body).as_deref(), Some(read), "{time} {body}");
    }
}

#[test]
fn lines_beside_names_tell_the_day() {
    for (body, day) in [
        ("<h4>February 14, 2026 - Words by The Harbour Team - 7 min read</h4>", Some("2026-02-14")),
        ("<p>14 февраля 2026 - Анна Белова - 5 мин</p>", Some("2026-02-14")),
        // what a page only calls its last change, if nothing tells more
        ("<p>HarbourNotes/Talks (last edited 2026-02-14 13:28:18 by Feld)</p>", Some("2026-02-14")),
        ("<p>It was a long day - 14 February 2026 - and nobody came to the old harbour</p>", None),
    ] {
        let read = local("", body).map(|read| read.get(..10).unwrap_or_default().to_owned());
        assert_eq!(read.as_deref(), day, "{body}");
    }
    let far = format!("{REPORT}<p>Written by Anna Feld</p><p>February 14, 2026</p>");
    assert_eq!(local("", &far).as_deref(), Some("2026-02-14T00:00:00+00:00"), "below the name of the author");
}

#[test]
fn numbers_that_can_be_read_in_two_orders_follow_another_time_of_the_page() {
    let shown = "<time datetime='02-12-2026'>02-12-2026</time>";
    let list = "<aside><h4>Talks resume</h4><time datetime='2026-12-02'>December 02</time></aside>";
    assert_eq!(local("", &format!("{shown}{REPORT}{list}")).as_deref(), Some("2026-12-02T00:00:00+00:00"));
    assert_eq!(local("", shown), None);
}

#[test]
fn an_element_that_says_to_be_of_a_change_is_no_publication() {
    let time =
        "<time class='entry-date published' datetime='2026-02-20'>Last updated on February 20, 2026</time>";
    let head = "<meta property='article:published_time' content='2026-02-14T08:00:00Z'>";
    assert_eq!(local(head, time).as_deref(), Some("2026-02-14T08:00:00+00:00"));
}

#[test]
fn the_classes_of_the_whole_page_make_nothing_an_embedded_post() {
    let html = page(
        "",
        &format!(
            "<article class='wp-embed-responsive'>{HEADLINE}<time datetime='2026-02-14'>14 Feb</time>{REPORT}</article>"
        ),
    );
    let html = html.replace("<body>", "<body class='single wp-embed-responsive'>");
    let read = from_html(&html, &Given::default()).published;
    assert_eq!(read.map(|time| time.date_naive().to_string()).as_deref(), Some("2026-02-14"));
}
