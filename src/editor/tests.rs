//! The editor against pages on loopback.

use axum::Router;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use chrono::DateTime;
use std::time::Duration;
use tokio::task::JoinSet;

use super::*;
use crate::brief::Method;
use crate::fetch::Settings;

const STORY: &str = "The harbour council of Port Merrow agreed on Tuesday to reopen the northern ferry line. \
    Ferries will leave twice a day from the first week of May, said council head Ida Lund. \
    The line was closed two years ago after a storm broke the pier.";

async fn serve(kind: &'static str, status: u16, body: impl Into<Vec<u8>>) -> (String, Editor, JoinSet<()>) {
    let body = body.into();
    let app = Router::new().fallback(move |uri: Uri| {
        let body = body.clone();
        let status = if uri.path() == "/robots.txt" { 404 } else { status };
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, kind.parse().unwrap());
        async move { (StatusCode::from_u16(status).unwrap(), headers, body) }
    });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let mut task = JoinSet::new();
    task.spawn(async move { axum::serve(listener, app).await.unwrap() });
    let allow_nets = vec![format!("127.0.0.1/32:{}", address.port()).parse().unwrap()];
    let settings = Settings { allow_nets, spacing: Duration::ZERO, ..Settings::default() };
    (format!("http://{address}/story"), Editor::new(Web::new(settings).unwrap()), task)
}

#[tokio::test]
async fn a_text_at_an_address_is_briefed() {
    let (url, editor, _task) = serve("text/plain; charset=utf-8", 200, STORY).await;
    let told = Told { title: Some("Ferry line reopens".into()), ..Told::default() };
    let edited = editor.brief_url(&url, &told).await.unwrap();
    assert_eq!(edited.article.title.as_deref(), Some("Ferry line reopens"));
    assert_eq!(edited.article.text, STORY);
    assert_eq!(edited.brief.summary.method, Method::Extractive);
}

#[tokio::test]
async fn a_short_article_is_one_in_a_script_without_spaces_too() {
    for (language, paragraphs) in [
        (
            "zh",
            [
                "梅罗港市议会星期二同意重新开放北线渡轮，该线路已停航两年。",
                "议会主席艾达·隆德说：“从五月第一周起，渡轮每天开两班。”",
                "两年前的一场风暴冲毁了码头，渔民们一直要求修复。",
            ],
        ),
        (
            "ja",
            [
                "メロー港の市議会は火曜日、北航路のフェリーを再開することで合意した。",
                "議長のイーダ・ルンド氏は「五月の第一週から一日二便になる」と述べた。",
                "航路は二年前、嵐で桟橋が壊れたため閉鎖されていた。",
            ],
        ),
    ] {
        let text = paragraphs.map(|one| format!("<p>{one}</p>")).concat();
        let page =
            format!("<!doctype html><html lang={language}><body><article>{text}</article></body></html>");
        let (url, editor, _task) = serve("text/html; charset=utf-8", 200, page).await;
        let edited = editor.brief_url(&url, &Told::default()).await.unwrap();
        assert_eq!(edited.article.standing, Standing::Article, "{language}");
        assert!(!edited.brief.summary.sentences.is_empty(), "{language}");
        assert_eq!(edited.brief.quotes.len(), 1, "{language}");
        let told = Told { summary: Some(paragraphs.concat()), ..Told::default() };
        let (url, editor, _task) = serve("text/html", 403, "no bots").await;
        let edited = editor.brief_url(&url, &told).await.unwrap();
        assert_eq!(edited.brief.summary.method, Method::Feed, "{language}");
    }
}

#[tokio::test]
async fn what_is_no_article_is_named() {
    for (kind, status, body, line) in [
        ("application/pdf", 200, "%PDF-1.7", "127.0.0.1 sends a PDF there; I read web pages and text only"),
        ("image/png", 200, "\u{0}x", "127.0.0.1 sends image/png there; I read web pages and text only"),
        ("text/plain", 200, "", "there is no article text on this page; send me the article’s text instead"),
        ("text/html", 404, "x", "127.0.0.1 has no such page (404); check the address"),
        ("text/html", 403, "x", "127.0.0.1 refuses bots (403); open it in a browser, or send me its text"),
    ] {
        let (url, editor, _task) = serve(kind, status, body).await;
        let fault = editor.brief_url(&url, &Told::default()).await.unwrap_err();
        assert_eq!(fault.to_string(), line);
        assert!(!fault.is_passing());
    }
}

#[tokio::test]
async fn the_feeds_description_stands_in_and_says_so() {
    let told = Told { summary: Some(STORY.into()), ..Told::default() };
    for (kind, status, body, stands_in) in [
        ("text/html", 403, "no bots", true),
        ("text/plain", 200, "Loading", true),
        ("application/pdf", 200, "%PDF-1.7", true),
        ("text/html", 503, "later", false),
        ("text/html", 429, "later", false),
    ] {
        let (url, editor, _task) = serve(kind, status, body).await;
        match editor.brief_url(&url, &told).await {
            Ok(edited) => {
                assert!(stands_in, "{kind} {status}");
                assert_eq!(edited.brief.summary.method, Method::Feed);
                assert!(edited.brief.summary.sentences[0].starts_with("The harbour council"));
            }
            Err(fault) => assert!(!stands_in && fault.is_passing(), "{kind} {status} {fault}"),
        }
    }
}

#[tokio::test]
async fn a_private_address_is_refused_in_words() {
    let editor = Editor::new(Web::new(Settings::default()).unwrap());
    let fault = editor.brief_url("http://127.0.0.1/x", &Told::default()).await.unwrap_err();
    assert_eq!(fault.to_string(), "127.0.0.1 is not on the public internet, so it is not opened");
}

#[test]
fn a_description_is_cut_to_the_length_of_a_summary() {
    let told = Told { summary: Some(format!("{}end.", "word ".repeat(200))), ..Told::default() };
    let edited =
        from_feed::brief("https://paper.example/a", &told, Standing::Paywall, &Stop::default()).unwrap();
    assert_eq!(edited.brief.summary.sentences[0].split_whitespace().count(), 76);
    let unspaced = Told { summary: Some(format!("{}。", "港口".repeat(200))), ..Told::default() };
    let cut =
        from_feed::brief("https://paper.example/a", &unspaced, Standing::Paywall, &Stop::default()).unwrap();
    assert_eq!(cut.brief.summary.sentences[0], format!("{} …", "港口".repeat(75)));
    assert_eq!(edited.article.standing, Standing::Paywall);
    assert_eq!(
        from_feed::brief(
            "https://paper.example/a",
            &Told { summary: Some("Read more".into()), ..Told::default() },
            Standing::Empty,
            &Stop::default()
        ),
        None
    );
}

/// A model that always says the same.
struct Parrot(serde_json::Value, std::sync::atomic::AtomicU32);

impl crate::model::Model for Parrot {
    fn name(&self) -> &'static str {
        "parrot-1"
    }

    fn ask<'a>(
        &'a self,
        _question: &'a crate::model::Question,
        spent: &'a mut crate::model::Spent,
    ) -> futures_util::future::BoxFuture<'a, Result<crate::model::Reply, crate::model::Error>> {
        self.1.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        spent.tokens_in += 1_000;
        let value = self.0.clone();
        async move { Ok(crate::model::Reply { value }) }.boxed()
    }
}

#[tokio::test]
async fn a_model_writes_within_its_budget_and_answers_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let start = DateTime::from_timestamp(1_790_000_000, 0).unwrap();
    let clock = crate::clock::Clock::starting_at(start);
    let store = Arc::new(crate::store::Store::open(&folder.path().join("a.db"), clock.now()).await.unwrap());
    let good = "Ferries will leave twice a day from the first week of May, council head Ida Lund said.";
    let bad = "The harbour council of Port Merrow agreed on Friday to close 9 ferry lines, Prime Minister Petrov said.";
    for (sentence, text, asked, methods) in [
        (good, STORY.to_owned(), 2, vec![Method::Llm]),
        (good, STORY.to_owned(), 0, vec![Method::Llm]),
        (bad, format!("{STORY} It stood still."), 2, vec![]),
        (good, format!("{STORY} It lay still."), 0, vec![]),
    ] {
        let value = serde_json::json!({"sentences": [sentence], "key_quotes": [], "speakers": []});
        let parrot = Arc::new(Parrot(value, std::sync::atomic::AtomicU32::new(0)));
        let ledger = Ledger { store: Arc::clone(&store), daily_tokens: 3_500, clock };
        let editor = Editor::new(Web::new(Settings::default()).unwrap());
        let editor = editor.with_writer(Some(Writer::new(Arc::clone(&parrot) as _, Some(ledger))));
        let edited = editor.brief_text(text, Given::default()).await.unwrap();
        let languages = [edited.article.language];
        let briefed = (&edited.article, &edited.brief);
        let made = editor.summaries(briefed, &languages, Duration::from_secs(30)).await;
        assert_eq!(parrot.1.load(std::sync::atomic::Ordering::Relaxed), asked, "{sentence}");
        assert_eq!(edited.brief.summary.method, Method::Extractive);
        assert_eq!(made.iter().map(|made| made.method).collect::<Vec<_>>(), methods, "{sentence}");
    }
    let mut read = store.read().await.unwrap();
    let verdicts = crate::store::quotas::model_usage::verdicts(&mut read, start.date_naive()).await.unwrap();
    let told: Vec<String> =
        verdicts.iter().map(|one| format!("{:?} {} {}", one.kind, one.verdict, one.count)).collect();
    assert_eq!(told, ["Sentence exact 2", "Summary rejected 1", "Summary spent 1", "Summary written 1"]);
    assert!(crate::store::quotas::model_usage::was_spent(&mut read, start).await.unwrap());
}
