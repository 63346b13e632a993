//! What whoever hosts the program can ask it.

use std::time::Duration;

use serde_json::json;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

use crate::telegram::Fault;
use crate::world::{ADA, World};

/// Status and text of an answer.
pub async fn ask(url: &str) -> (u16, String) {
    let response = reqwest::get(url).await.unwrap();
    (response.status().as_u16(), response.text().await.unwrap())
}

/// The value of a metric whose name and labels begin like this, summed.
fn value(metrics: &str, name: &str) -> Option<f64> {
    let lines = metrics.lines().filter(|line| line.starts_with(name));
    lines.filter_map(|line| line.rsplit(' ').next()?.parse::<f64>().ok()).reduce(|sum, one| sum + one)
}

#[tokio::test]
async fn health_readiness_and_numbers_tell_what_goes_on() {
    let mut world = World::prepare(&[]).await;
    let url = world.open_health().await;
    world.start_program();
    world.web.put_feed([1]);
    world.ada_follows_the_feed().await;
    world.telegram.wait(1, "ready", |call| call.chat == ADA).await;
    assert_eq!(ask(&format!("{url}/healthz")).await, (200, "ok\n".to_owned()));
    assert_eq!(ask(&format!("{url}/readyz")).await, (200, "ready\n".to_owned()));
    assert_eq!(ask(&format!("{url}/")).await.0, 404);
    crate::delivery::until(|| world.web.asked("/feed.xml").len() > 2).await;
    let (status, metrics) = ask(&format!("{url}/metrics")).await;
    assert_eq!(status, 200);
    let known = [
        "attache_outbox_waiting",
        "attache_outbox_dead",
        "attache_outbox_lag_seconds",
        "attache_entries_waiting",
        "attache_llm_tokens_today",
        "attache_maybe_duplicate_total",
        "attache_sends_total{outcome=\"sent\",kind=\"sample\"}",
        "attache_sends_total{outcome=\"sent\",kind=\"reply\"}",
        "attache_feeds{state=\"active\"}",
        "attache_feeds_failing",
        "attache_feeds_behind",
        "attache_article_seconds_sum",
        "attache_article_seconds_count",
        "attache_database_bytes",
        "attache_model_cost_today",
        "attache_polls_total{outcome=\"answered\"}",
        "attache_polls_total{outcome=\"not_modified\"}",
        "attache_briefs_total{method=\"extractive\"}",
    ];
    for name in known {
        assert!(value(&metrics, name).is_some(), "{name} is not among\n{metrics}");
    }
    for name in ["feeds", "articles", "stories", "sender", "digests", "requests", "updates", "housekeeping"] {
        let age = value(&metrics, &format!("attache_loop_age_seconds{{loop=\"{name}\"}}"));
        assert!(age.is_some_and(|age| age < 120.0), "{name}: {age:?}");
    }
    assert!(value(&metrics, "attache_sends_total").unwrap() >= 3.0, "{metrics}");
    assert_eq!(value(&metrics, "attache_outbox_dead"), Some(0.0));
    // nothing of what chats hold or say
    assert!(!metrics.contains(&ADA.to_string()) && !metrics.contains("Lakeside"), "{metrics}");
}

#[tokio::test]
async fn a_message_that_must_wait_is_seen_in_the_numbers() {
    let mut world = World::prepare(&[]).await;
    let url = world.open_health().await;
    world.start_program();
    let slow = Fault::Error {
        code: 429,
        description: "Too Many Requests: retry after 600",
        parameters: json!({"retry_after": 600}),
    };
    world.telegram.fail(ADA, [slow]);
    world.telegram.says(ADA, "/help");
    world.telegram.wait(1, "a refused answer", |call| call.chat == ADA && !call.accepted).await;
    // an answer that came later, so that the refusal is settled
    world.telegram.says(ADA + 1, "/help");
    world.telegram.wait(1, "an answer", |call| call.chat == ADA + 1 && call.accepted).await;
    let mut metrics = String::new();
    for _ in 0..100 {
        metrics = ask(&format!("{url}/metrics")).await.1;
        if value(&metrics, "attache_send_retries_total") == Some(1.0) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(value(&metrics, "attache_send_retries_total"), Some(1.0), "{metrics}");
    assert_eq!(value(&metrics, "attache_sends_total{outcome=\"slowed\""), Some(1.0), "{metrics}");
    assert!(value(&metrics, "attache_outbox_waiting").unwrap() >= 1.0, "{metrics}");
}

#[tokio::test]
async fn half_requests_stop_nothing_and_nobody_waits_for_them() {
    let mut world = World::prepare(&[]).await;
    let url = world.open_health().await;
    let address = url.trim_start_matches("http://").to_owned();
    let few_files = world.behind("sh", &["-c", "ulimit -n 200 && exec \"$0\" \"$@\""], &["run"]);
    world.start_command(few_files);
    crate::delivery::until(|| std::net::TcpStream::connect(&address).is_ok()).await;
    let mut silent = Vec::new();
    for _ in 0..400 {
        let mut stream = TcpStream::connect(&address).await.unwrap();
        stream.write_all(b"POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n").await.unwrap();
        silent.push(stream);
    }
    assert_eq!(ask(&format!("{url}/readyz")).await, (200, "ready\n".to_owned()));
    world.telegram.says(ADA, "/help");
    world.telegram.wait(1, "an answer", |call| call.chat == ADA && call.accepted).await;
    let begun = std::time::Instant::now();
    assert_eq!(world.stop().await, 0);
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    assert!(!world.log().contains("ERROR"), "{}", world.log());
}
