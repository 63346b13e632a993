//! Shapes, retries, pauses.

use super::*;
use crate::model::summary::{self, Written};

async fn write(client: &Client) -> (Result<Written, Error>, Spent) {
    let (article, brief) = article();
    let mut spent = Spent::default();
    let written = summary::write(client, &article, &brief, &mut spent).await;
    (written, spent)
}

#[tokio::test]
async fn a_good_answer_becomes_the_summary_and_chooses_quotes_by_number() {
    let reply = json!({"sentences": GOOD, "key_quotes": [2, 99, 0, -1, 2], "speakers": [{"quote": 1, "candidate": 1}]});
    let server = Server::start(vec![Does::Says(reply.to_string())]).await;
    let (written, spent) = write(&server.client()).await;
    let brief = written.unwrap().brief;
    assert_eq!(brief.summary.sentences, GOOD);
    assert_eq!((brief.summary.method, brief.summary.model.as_deref()), (brief::Method::Llm, Some("tiny-1")));
    let (article, ruled) = article();
    assert_eq!(brief.quotes.len(), ruled.quotes.len());
    for (quote, before) in brief.quotes.iter().zip(&ruled.quotes) {
        assert_eq!((quote.span, &quote.text, &quote.speaker), (before.span, &before.text, &before.speaker));
        assert_eq!(quote.span.of(&article.text), quote.text);
    }
    assert_eq!(brief.quotes[1].key, Some(1));
    let due = Spent { tokens_in: 1_800, tokens_out: 160, ..Spent::default() };
    assert_eq!(spent, due, "the summary, and whether it is true");
}

#[tokio::test]
async fn the_request_fences_the_article_and_shows_the_key_in_a_header_only() {
    let server = Server::start(vec![Does::Says(good())]).await;
    write(&server.client()).await.0.unwrap();
    let (request, headers) = server.seen.lock().unwrap()[0].clone();
    assert_eq!(headers["authorization"], "Bearer sk-planted-key");
    assert!(!request.to_string().contains("sk-planted-key"));
    assert_eq!(request["max_tokens"], 400);
    let system = request["messages"][0]["content"].as_str().unwrap();
    let user = request["messages"][1]["content"].as_str().unwrap();
    let nonce: String = system.split("<article-").nth(1).unwrap().chars().take(16).collect();
    assert_eq!(user.matches(&format!("</article-{nonce}>")).count(), 1);
    assert_eq!(user.to_lowercase().matches("</article").count(), 1, "the page's own closing tag is gone");
    assert!(
        !user.contains("resigned") && !user.contains("Karelia won"),
        "sentences to a machine are left out"
    );
    assert!(user.contains("1. “We have no plans to send soldiers"));
    assert!(format!("{:?}", server.settings()).contains("REDACTED"));
}

#[tokio::test]
async fn a_server_without_schemas_is_asked_lower_and_remembered() {
    for status in [500, 400, 422] {
        let server = Server::start(vec![Does::NoSchema(status, good())]).await;
        let client = server.client();
        assert!(write(&client).await.0.is_ok());
        assert!(write(&client).await.0.is_ok());
        let asked: Vec<Option<String>> = server
            .requests()
            .iter()
            .map(|request| {
                request.pointer("/response_format/type").and_then(Value::as_str).map(str::to_owned)
            })
            .collect();
        let due = ["json_schema", "json_object", "json_object"].map(|kind| Some(kind.to_owned()));
        assert_eq!(asked, due, "{status}");
    }
}

#[tokio::test]
async fn a_passing_trouble_is_tried_again_and_does_not_lower_the_rung() {
    for trouble in [
        Does::Status(429, &[("retry-after", "0")], "slow down"),
        Does::Status(503, &[], "<html>busy</html>"),
        Does::Status(502, &[], ""),
    ] {
        let server = Server::start(vec![trouble.clone(), trouble, Does::Says(good())]).await;
        assert!(write(&server.client()).await.0.is_ok());
        assert!(
            server
                .requests()
                .iter()
                .all(|request| request.pointer("/response_format/type") == Some(&json!("json_schema")))
        );
        assert_eq!(server.requests().len(), 3);
    }
}

#[tokio::test]
async fn what_is_not_passing_is_not_tried_again() {
    for (status, due) in
        [(401, Error::Key(401)), (403, Error::Key(403)), (404, Error::NotFound), (302, Error::Refused(302))]
    {
        let server =
            Server::start(vec![Does::Status(status, &[("location", "http://127.0.0.1:1/")], "no")]).await;
        assert_eq!(write(&server.client()).await.0, Err(due));
        assert_eq!(server.requests().len(), 1, "{status}");
    }
    let server = Server::start(vec![Does::Status(400, &[], "bad")]).await;
    assert_eq!(write(&server.client()).await.0, Err(Error::Refused(400)));
    assert_eq!(server.requests().len(), 3, "once on each rung");
}

#[tokio::test]
async fn five_failures_lead_to_a_pause_in_which_nothing_is_asked() {
    let server = Server::start(vec![Does::Status(401, &[], "no")]).await;
    let client = server.client();
    for _ in 0..5 {
        assert_eq!(write(&client).await.0, Err(Error::Key(401)));
    }
    assert!(matches!(write(&client).await.0, Err(Error::Paused(left)) if left.as_secs() > 590));
    assert_eq!(server.requests().len(), 5);
}

#[tokio::test]
async fn a_server_that_stays_silent_until_nobody_waits_has_failed_too() {
    let server = Server::start(vec![Does::Hangs]).await;
    let settings = Settings { timeout: Duration::from_millis(2_400), ..server.settings() };
    let client = Client::new(settings).unwrap();
    // who loses patience at once tells nothing of the server
    for patience in [20, 20, 20, 20, 20, 20, 1_000, 1_000, 1_000, 1_000] {
        let asked = tokio::time::timeout(Duration::from_millis(patience), write(&client)).await;
        assert!(asked.is_err(), "{patience}");
    }
    let last = tokio::time::timeout(Duration::from_secs(1), write(&client)).await;
    assert!(last.is_err());
    assert!(matches!(write(&client).await.0, Err(Error::Paused(_))));
}

#[tokio::test]
async fn a_long_retry_after_is_kept() {
    let server =
        Server::start(vec![Does::Status(429, &[("retry-after", "120")], "no"), Does::Says(good())]).await;
    let client = server.client();
    assert_eq!(write(&client).await.0, Err(Error::RateLimited));
    assert!(
        matches!(write(&client).await.0, Err(Error::Paused(left)) if (100..=120).contains(&left.as_secs()))
    );
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_server_that_hangs_meets_the_time_out() {
    let server = Server::start(vec![Does::Hangs]).await;
    let settings = Settings { timeout: Duration::from_millis(200), ..server.settings() };
    assert_eq!(write(&Client::new(settings).unwrap()).await.0, Err(Error::TimedOut(0)));
}

#[tokio::test]
async fn a_bad_answer_is_repaired_once_and_no_more() {
    let bad = sentences(&[
        "Norland will send 9,000 troops to the Varna strait this year, Foreign Minister Erik Halvorsen said on Tuesday.",
    ]);
    let server = Server::start(vec![Does::Says(bad.clone()), Does::Says(good())]).await;
    let (written, spent) = write(&server.client()).await;
    assert_eq!(written.unwrap().brief.summary.sentences, GOOD);
    assert_eq!(spent.tokens_in, 2_700);
    let repair = server.requests()[1]["messages"][3]["content"].as_str().unwrap().to_owned();
    assert!(repair.contains("the number 9000 is not in the article"), "{repair}");
    let server = Server::start(vec![Does::Says(bad)]).await;
    assert_eq!(write(&server.client()).await.0, Err(Error::Rejected));
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn a_failed_sentence_is_dropped_and_the_rest_stays() {
    let reply = sentences(&[GOOD[0], "Petrov called it a historic betrayal.", GOOD[1]]);
    let server = Server::start(vec![Does::Says(reply)]).await;
    assert_eq!(write(&server.client()).await.0.unwrap().brief.summary.sentences, GOOD);
}

#[tokio::test]
async fn answers_that_are_cut_off_or_no_json_are_thrown_away() {
    for (does, due) in [
        (Does::CutOff(good()), Error::Truncated),
        (
            Does::Says("I would rather talk about ships.".into()),
            Error::Unreadable("no JSON object of the asked shape"),
        ),
        (Does::Says(String::new()), Error::Unreadable("no JSON object of the asked shape")),
        (
            Does::Says(good().chars().take(80).collect()),
            Error::Unreadable("no JSON object of the asked shape"),
        ),
        (Does::Says(r#"{"sentences": "one text"}"#.into()), Error::Unreadable("no sentences")),
        (Does::Says(r#"{"sentences": [{"text": "x"}]}"#.into()), Error::Unreadable("a sentence is no text")),
        (
            Does::Says(format!(r#"{{"sentences": ["{}"]}}"#, "x".repeat(2_000))),
            Error::Unreadable("a sentence is no text"),
        ),
        (Does::Raw("<html>gateway</html>".into()), Error::Unreadable("not JSON")),
        (Does::Raw("{}".into()), Error::Unreadable("not the shape of this API")),
        (Does::Raw("x".repeat(2 << 20)), Error::Unreadable("larger than 1 MiB")),
    ] {
        let server = Server::start(vec![does.clone()]).await;
        assert_eq!(write(&server.client()).await.0.map(|_| ()), Err(due), "{does:?}");
    }
}
