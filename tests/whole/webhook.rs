//! Updates by webhook: only Telegram may bring them, and none is lost or worked on twice.

use serde_json::{Value, json};

use crate::telegram::{Fault, PATIENCE};
use crate::world::{ADA, World, free_address};

const SECRET: &str = "x-telegram-bot-api-secret-token";

async fn bring(address: &str, secret: Option<&str>, body: String) -> u16 {
    let mut request = reqwest::Client::new().post(format!("http://{address}/hook")).body(body);
    if let Some(secret) = secret {
        request = request.header(SECRET, secret);
    }
    request.send().await.unwrap().status().as_u16()
}

fn asks(update: i64, words: &str) -> String {
    json!({"update_id": update, "message": {"message_id": update, "date": 1_790_000_000, "text": words,
        "chat": {"id": ADA, "type": "private", "first_name": "Ada"},
        "from": {"id": ADA, "is_bot": false, "first_name": "Ada"},
        "entities": [{"type": "bot_command", "offset": 0, "length": words.len()}]}})
    .to_string()
}

#[tokio::test]
async fn only_telegram_brings_updates_and_each_is_worked_once() {
    let mut world = World::prepare(&[]).await;
    let address = free_address().await;
    world.set("ATTACHE_TELEGRAM_WEBHOOK_URL", "https://bot.example/hook");
    world.set("ATTACHE_TELEGRAM_WEBHOOK_LISTEN", address.clone());
    // Telegram does not hear of it at first
    let busy =
        Fault::Error { code: 429, description: "Too Many Requests", parameters: json!({"retry_after": 1}) };
    world.telegram.fail_method("setwebhook", [busy]);
    world.start_program();
    let told =
        world.telegram.wait(1, "setWebhook", |call| call.method == "setwebhook" && call.accepted).await;
    assert_eq!(told[0].params["url"], "https://bot.example/hook");
    assert_eq!(
        told[0].params["allowed_updates"],
        json!([
            "message",
            "callback_query",
            "my_chat_member",
            "inline_query",
            "message_reaction",
            "guest_message"
        ])
    );
    let secret = told[0].params["secret_token"].as_str().unwrap().to_owned();
    assert!(secret.len() >= 32, "{secret}");

    let wrong = secret.chars().rev().collect::<String>();
    for (given, status) in
        [(None, 401), (Some(""), 401), (Some(wrong.as_str()), 401), (Some(&secret[1..]), 401)]
    {
        assert_eq!(bring(&address, given, asks(7, "/privacy")).await, status, "{given:?}");
    }
    assert_eq!(bring(&address, Some(&secret), "{no json".to_owned()).await, 400);
    assert_eq!(bring(&address, Some(&secret), "x".repeat(3 << 20)).await, 413);
    assert_eq!(bring(&address, Some(&secret), Value::Null.to_string()).await, 200);
    for _ in 0..3 {
        assert_eq!(bring(&address, Some(&secret), asks(8, "/help")).await, 200);
    }
    assert_eq!(bring(&address, Some(&secret), asks(9, "/feeds")).await, 200);
    world.telegram.wait(2, "two answers", |call| call.chat == ADA && call.accepted).await;
    assert_eq!(world.stop().await, 0);
    assert_eq!(world.telegram.calls(|call| call.chat == ADA).len(), 2);
    assert_eq!(world.number("select count(*) from updates").await, 2);
    assert!(!world.log().contains(&secret));
    // the next start has another secret
    world.start_program();
    let telegram = world.telegram.clone();
    let set = |count| telegram.calls(|call| call.method == "setwebhook" && call.accepted).len() >= count;
    assert!(telegram.until(PATIENCE, || set(2)).await);
    let again = telegram.calls(|call| call.method == "setwebhook" && call.accepted).pop().unwrap();
    assert_ne!(again.params["secret_token"], json!(secret));
}
