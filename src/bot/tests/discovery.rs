//! `/sub` with the address of a site, against a web on loopback.

use axum::Router;
use axum::http::{StatusCode, Uri};
use tokio::task::JoinSet;

use super::*;
use crate::editor::Editor;
use crate::fetch::{Settings, Web};
use crate::store::feeds;
use crate::view::Action;

const FEED: &str = "<rss version='2.0'><channel><title>Desk</title><item><guid>1</guid><title>Talks</title>\
    <pubDate>Sat, 14 Feb 2026 10:00:00 GMT</pubDate></item></channel></rss>";

/// A conversation, and a site that has these documents; any other path is missing.
async fn talk_and_site(documents: &'static [(&'static str, &'static str)]) -> (Talk, String, JoinSet<()>) {
    let app = Router::new().fallback(move |uri: Uri| async move {
        match documents.iter().find(|(path, _)| *path == uri.path()) {
            Some((_, body)) => (StatusCode::OK, *body),
            None => (StatusCode::NOT_FOUND, ""),
        }
    });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let mut server = JoinSet::new();
    server.spawn(async move { axum::serve(listener, app).await.unwrap() });
    let mut talk = Talk::new(Rules::default()).await;
    let allow_nets = vec![format!("127.0.0.1/32:{}", address.port()).parse().unwrap()];
    let settings = Settings { allow_nets, spacing: std::time::Duration::ZERO, ..Settings::default() };
    talk.context.editor = Editor::new(Web::new(settings).unwrap());
    (talk, format!("http://{address}"), server)
}

async fn follows(talk: &Talk, url: &str) -> bool {
    let mut read = talk.context.store.read().await.unwrap();
    match feeds::by_url(&mut read, url).await.unwrap() {
        Some(id) => feeds::subscribers(&mut read, id).await.unwrap() == 1,
        None => false,
    }
}

#[tokio::test]
async fn a_site_with_several_feeds_is_asked_about_with_buttons() {
    let (mut talk, site, _server) = talk_and_site(&[
        (
            "/",
            "<html><head><link rel=alternate type=application/rss+xml title='World' href=/world.xml>\
             <link rel=alternate type=application/rss+xml title='Talks' href=/talks.xml>\
             <link rel=alternate type=application/rss+xml title='Gone' href=/gone.xml></head></html>",
        ),
        ("/world.xml", FEED),
        ("/talks.xml", FEED),
    ])
    .await;
    let asked = talk.says(&format!("/sub {site}/")).await;
    let labels: Vec<_> = asked[0]
        .keyboard
        .iter()
        .map(|row| row.iter().map(|one| one.label.as_str()).collect::<Vec<_>>())
        .collect();
    assert_eq!(labels, [["1. World"], ["2. Talks"]]);
    assert!(!follows(&talk, &format!("{site}/world.xml")).await);
    let Action::Callback(data) = asked[0].keyboard[1][0].action.clone() else { panic!("no press") };
    talk.presses(&data).await;
    assert!(follows(&talk, &format!("{site}/talks.xml")).await);
    assert!(!follows(&talk, &format!("{site}/world.xml")).await);
}

#[tokio::test]
async fn one_feed_is_followed_at_once_and_a_page_alone_is_told_of() {
    const PAGE: &str =
        "<html><head><link rel=alternate type=application/rss+xml href=/only.xml></head></html>";
    let cases: [(&'static [(&'static str, &'static str)], &str, Option<&str>); 4] = [
        (&[("/", PAGE), ("/only.xml", FEED)], "/", Some("/only.xml")),
        // not announced: one of the usual places
        (&[("/", "<html><p>x"), ("/rss.xml", FEED)], "/", Some("/rss.xml")),
        (&[("/own", FEED)], "/own", Some("/own")),
        (&[("/", "<html><p>x")], "/", None),
    ];
    for (documents, path, followed) in cases {
        let (mut talk, site, _server) = talk_and_site(documents).await;
        let told = talk.says(&format!("/sub {site}{path}")).await;
        assert_eq!(told.len(), 1, "{documents:?}");
        match followed {
            Some(feed) => assert!(follows(&talk, &format!("{site}{feed}")).await, "{feed}: {}", talk.said),
            None => assert!(told[0].text.text().contains("no feed"), "{}", talk.said),
        }
    }
}

#[tokio::test]
async fn a_feed_that_is_known_to_answer_or_must_not_be_asked_is_followed_without_a_request() {
    const OK: &str = "update feeds set title = 'Desk', last_ok_at = ?";
    const WAITS: &str = "update feeds set failures = 3, retry_at = ?";
    const FAILING: &str = "update feeds set title = 'Desk', failures = 3, last_ok_at = ?";
    for (known, hours, followed) in
        [(OK, -47, true), (OK, -49, false), (FAILING, -1, false), (WAITS, 1, true), (WAITS, 0, false)]
    {
        // the site has nothing: whoever asks it fails
        let (mut talk, site, _server) = talk_and_site(&[]).await;
        let url = format!("{site}/feed");
        let mut db = talk.context.store.begin().await.unwrap();
        feeds::add(&mut db, &url, now()).await.unwrap();
        let at = now() + chrono::TimeDelta::hours(hours);
        sqlx::query(known).bind(at.timestamp()).execute(&mut *db).await.unwrap();
        db.commit().await.unwrap();
        let told = talk.says(&format!("/sub {url}")).await;
        assert_eq!(follows(&talk, &url).await, followed, "{known} {hours}: {}", talk.said);
        if known == OK && followed {
            assert!(told[0].text.text().contains("Desk"), "{}", talk.said);
        }
    }
}

#[tokio::test]
async fn a_press_on_try_now_waits_as_long_as_the_server_asked() {
    for (hours, hurried) in [(1, false), (-1, true)] {
        let mut talk = Talk::new(rules()).await;
        talk.says("/sub wires").await;
        let mut db = talk.context.store.begin().await.unwrap();
        let [next, until] = [2, hours].map(|hours| (now() + chrono::TimeDelta::hours(hours)).timestamp());
        sqlx::query("update feeds set next_poll_at = ?, wait_seconds = 9000, retry_at = ?")
            .bind(next)
            .bind(until)
            .execute(&mut *db)
            .await
            .unwrap();
        db.commit().await.unwrap();
        talk.presses("fd:t:1").await;
        let mut read = talk.context.store.read().await.unwrap();
        assert_eq!(feeds::due(&mut read, now(), 9).await.unwrap().len(), usize::from(hurried));
    }
}
