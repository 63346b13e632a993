//! A Telegram that refuses what comes too fast.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use serde_json::{Value, json};

/// How long an answer takes.
const LATENCY: Duration = Duration::from_millis(40);

/// What it lets through.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_field_names, reason = "limits are so much per something")]
pub struct Limits {
    /// Messages in any second.
    pub per_second: usize,
    /// Least time between two messages to one chat.
    pub per_chat_apart: Duration,
    /// Messages to one group in any minute.
    pub per_group_per_minute: usize,
}

#[derive(Default)]
struct Inside {
    runs: usize,
    refused: usize,
    why: HashMap<&'static str, usize>,
    accepted: Vec<Instant>,
    last_second: VecDeque<Instant>,
    chats: HashMap<i64, VecDeque<Instant>>,
    answered: HashMap<i64, usize>,
    updates: VecDeque<Value>,
    last_update: i64,
    cards: HashMap<u32, Instant>,
}

/// The server and what it saw.
#[derive(Clone)]
pub struct Telegram {
    inside: Arc<Mutex<Inside>>,
    limits: Limits,
    /// Base URL.
    pub url: String,
}

impl Telegram {
    /// Starts the server.
    pub async fn start(limits: Limits) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let telegram = Self { inside: Arc::default(), limits, url };
        let router = Router::new().route("/{bot}/{method}", any(answer)).with_state(telegram.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        telegram
    }

    /// A person writes in a private chat.
    pub fn says(&self, chat: i64, text: &str) {
        let mut inside = self.inside.lock().unwrap();
        inside.last_update += 1;
        let (update_id, from) =
            (inside.last_update, json!({"id": chat, "is_bot": false, "first_name": "Ada"}));
        inside.updates.push_back(json!({"update_id": update_id, "message": {
            "message_id": update_id, "date": 1, "from": from, "text": text,
            "chat": {"id": chat, "type": "private", "first_name": "Ada"},
            "entities": [{"type": "bot_command", "offset": 0, "length": text.find(' ').unwrap_or(text.len())}]}}));
    }

    /// How many messages a chat was sent, refused ones counted too.
    pub fn answered(&self, chat: i64) -> usize {
        self.inside.lock().unwrap().answered.get(&chat).copied().unwrap_or_default()
    }

    /// How many programs have begun with it.
    pub fn runs(&self) -> usize {
        self.inside.lock().unwrap().runs
    }

    /// Messages accepted.
    pub fn accepted(&self) -> usize {
        self.inside.lock().unwrap().accepted.len()
    }

    /// Messages refused.
    pub fn refused(&self) -> usize {
        self.inside.lock().unwrap().refused
    }

    /// What was refused, by the reason.
    pub fn why(&self) -> HashMap<&'static str, usize> {
        self.inside.lock().unwrap().why.clone()
    }

    /// Messages a second between the first and the last.
    pub fn sustained(&self) -> f64 {
        let inside = self.inside.lock().unwrap();
        let (Some(first), Some(last)) = (inside.accepted.first(), inside.accepted.last()) else { return 0.0 };
        (inside.accepted.len() - 1) as f64 / (*last - *first).as_secs_f64().max(0.001)
    }

    /// When the card of a feed's item was accepted.
    pub fn card_of(&self, feed: u32) -> Option<Instant> {
        self.inside.lock().unwrap().cards.get(&feed).copied()
    }

    /// Whether a message may pass now; seconds to wait when not.
    fn pass(&self, chat: i64, text: &str) -> Result<(), u64> {
        let (now, limits) = (Instant::now(), self.limits);
        let mut inside = self.inside.lock().unwrap();
        let within = |times: &mut VecDeque<Instant>, span: Duration| {
            while times.front().is_some_and(|at| now - *at >= span) {
                times.pop_front();
            }
        };
        within(&mut inside.last_second, Duration::from_secs(1));
        let is_full = inside.last_second.len() >= limits.per_second;
        let sent = inside.chats.entry(chat).or_default();
        within(sent, Duration::from_mins(1));
        let is_close = sent.back().is_some_and(|last| now - *last < limits.per_chat_apart);
        let why = if is_full {
            "too many a second"
        } else if is_close {
            "too close in one chat"
        } else {
            "too many a minute in one group"
        };
        if is_full || is_close || (chat < 0 && sent.len() >= limits.per_group_per_minute) {
            inside.refused += 1;
            *inside.why.entry(why).or_default() += 1;
            return Err(if is_full || is_close { 1 } else { 30 });
        }
        sent.push_back(now);
        inside.last_second.push_back(now);
        inside.accepted.push(now);
        let code = text
            .split(|c: char| !c.is_ascii_alphanumeric())
            .find(|word| word.len() == 7 && word.starts_with('F'));
        if let Some(feed) = code.and_then(|code| code.trim_start_matches('F').parse().ok()) {
            inside.cards.entry(feed).or_insert(now);
        }
        Ok(())
    }
}

async fn answer(
    State(telegram): State<Telegram>,
    Path((_, method)): Path<(String, String)>,
    body: Bytes,
) -> Response {
    let params: Value = serde_json::from_slice(&body).unwrap_or_default();
    match method.as_str() {
        "GetMe" | "getMe" => {
            telegram.inside.lock().unwrap().runs += 1;
            said(
                StatusCode::OK,
                &json!({"ok": true, "result": {"id": 123_456, "is_bot": true, "first_name": "attache",
                "username": "attache_load_bot", "can_join_groups": true, "can_read_all_group_messages": false,
                "supports_inline_queries": false, "can_connect_to_business": false, "has_main_web_app": false}}),
            )
        }
        "getUpdates" => {
            let until = Instant::now() + Duration::from_secs(params["timeout"].as_u64().unwrap_or(10));
            let offset = params["offset"].as_i64().unwrap_or_default();
            let mut waiting = Vec::new();
            while waiting.is_empty() && Instant::now() < until {
                tokio::time::sleep(Duration::from_millis(5)).await;
                let mut inside = telegram.inside.lock().unwrap();
                inside.updates.retain(|update| update["update_id"].as_i64() >= Some(offset));
                waiting.extend(inside.updates.iter().cloned());
            }
            said(StatusCode::OK, &json!({"ok": true, "result": waiting}))
        }
        "sendMessage" => {
            let chat = params["chat_id"].as_i64().unwrap_or_default();
            *telegram.inside.lock().unwrap().answered.entry(chat).or_default() += 1;
            let passed = telegram.pass(chat, params["text"].as_str().unwrap_or_default());
            tokio::time::sleep(LATENCY).await;
            match passed {
                Ok(()) => said(
                    StatusCode::OK,
                    &json!({"ok": true, "result": {"message_id": 1, "date": 1,
                    "chat": {"id": chat, "type": "private", "first_name": "A"}, "text": "x"}}),
                ),
                Err(wait) => said(
                    StatusCode::TOO_MANY_REQUESTS,
                    &json!({"ok": false, "error_code": 429, "description": format!("Too Many Requests: retry after {wait}"),
                        "parameters": {"retry_after": wait}}),
                ),
            }
        }
        _ => said(StatusCode::OK, &json!({"ok": true, "result": true})),
    }
}

fn said(status: StatusCode, body: &Value) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}
