//! A language model on loopback (chat completions): answers as it was told to for each article.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use serde_json::{Value, json};

/// The name of the model.
pub const NAME: &str = "tiny-1";

/// What the model does when it is asked about an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// Says what the article says.
    Good,
    /// Says this in place of its first sentence.
    Says(&'static str),
    /// Says something wrong first, and when told so what the article says.
    Mends,
    /// Is cut off at its limit.
    CutOff,
    /// Says no JSON.
    Prose,
    /// Answers 500 when it is asked for a schema, else well.
    NoSchema,
    /// Answers 429 with `Retry-After: 1` once, then well.
    BusyOnce,
    /// Answers this status always.
    Status(u16),
    /// Never answers.
    Hangs,
}

/// The server, what it does about each article, and what it was asked.
#[derive(Clone, Default)]
pub struct Model {
    does: Arc<Mutex<HashMap<u32, Does>>>,
    asked: Arc<Mutex<Vec<(u32, Value)>>>,
    /// Base URL.
    pub url: String,
}

impl Model {
    /// Starts the server on a free port.
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/v1", listener.local_addr().unwrap());
        let model = Self { url, ..Self::default() };
        let router = Router::new().route("/v1/chat/completions", any(answer)).with_state(model.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        model
    }

    /// The settings a program is started with to ask it.
    pub fn settings<'a>(&'a self, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        let own = [
            ("ATTACHE_LLM_PROVIDER", "openai"),
            ("ATTACHE_LLM_MODEL", NAME),
            ("ATTACHE_LLM_BASE_URL", self.url.as_str()),
            ("ATTACHE_LLM_API_KEY", "sk-planted-key"),
        ];
        own.into_iter().chain(more.iter().copied()).collect()
    }

    /// What it does about article `n` from now on; good answers without it.
    pub fn does(&self, n: u32, does: Does) {
        self.does.lock().unwrap().insert(n, does);
    }

    /// How often it was asked about article `n`.
    pub fn asked(&self, n: u32) -> usize {
        self.asked.lock().unwrap().iter().filter(|(of, _)| *of == n).count()
    }
}

async fn answer(State(model): State<Model>, body: Bytes) -> Response {
    let request: Value = serde_json::from_slice(&body).unwrap();
    let user = request["messages"][1]["content"].as_str().unwrap_or_default();
    let n = number(user);
    if user.contains("Does the article say exactly this?") {
        return says(&json!({"verdicts": [{"number": 1, "told": true}]}).to_string(), "stop");
    }
    let before = model.asked(n);
    model.asked.lock().unwrap().push((n, request.clone()));
    let does = model.does.lock().unwrap().get(&n).copied().unwrap_or(Does::Good);
    let wants_schema = request.pointer("/response_format/type") == Some(&json!("json_schema"));
    let good = if user.contains("<lines-") { translation(user, n) } else { summary(&first(n)) };
    match does {
        Does::Says(words) => says(&summary(words), "stop"),
        Does::Mends if before == 0 => says(&wrong(n), "stop"),
        Does::CutOff => says(&good, "length"),
        Does::Prose => says("I would rather talk about ships.", "stop"),
        Does::NoSchema if wants_schema => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Does::BusyOnce if before == 0 => {
            (StatusCode::TOO_MANY_REQUESTS, [("retry-after", "1")]).into_response()
        }
        Does::Status(status) => StatusCode::from_u16(status).unwrap().into_response(),
        Does::Hangs => {
            tokio::time::sleep(Duration::from_mins(10)).await;
            StatusCode::OK.into_response()
        }
        Does::Good | Does::Mends | Does::NoSchema | Does::BusyOnce => says(&good, "stop"),
    }
}

fn says(content: &str, reason: &str) -> Response {
    let message = json!({"role": "assistant", "content": content});
    let body = json!({"choices": [{"message": message, "finish_reason": reason}],
        "usage": {"prompt_tokens": 900, "completion_tokens": 80}});
    ([("content-type", "application/json")], body.to_string()).into_response()
}

/// The number of the article a question is about.
fn number(user: &str) -> u32 {
    let lower = user.to_lowercase();
    let rest = lower.split("crossing number ").nth(1).unwrap_or_default();
    rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap_or_default()
}

/// The first sentence of a good summary of article `n`.
pub fn first(n: u32) -> String {
    format!(
        "The governments of Tavria and Norland agreed on Monday to open border crossing number {n} to lorries and ambulances."
    )
}

fn summary(first: &str) -> String {
    let second = "The agreement takes effect next week and will be reviewed by a joint commission in the spring, \
                  according to the text that both sides published on Monday evening.";
    json!({"sentences": [first, second], "key_quotes": [1], "speakers": []}).to_string()
}

fn wrong(n: u32) -> String {
    json!({"sentences": [first(n + 1_000)], "key_quotes": [], "speakers": []}).to_string()
}

/// Every line of a question for translations, in Russian.
fn translation(user: &str, n: u32) -> String {
    let known = [
        (
            "The governments",
            format!("Правительства Тавии и Норланда договорились в понедельник открыть пограничный переход номер {n} для грузовиков и машин скорой помощи, завершив спор, который длился большую часть года."),
        ),
        (
            "The agreement",
            "Соглашение вступает в силу на следующей неделе и весной будет рассмотрено совместной комиссией, согласно тексту, который обе стороны опубликовали вечером в понедельник.".to_owned(),
        ),
        (
            "Crossing number",
            format!("Переход номер {n} будет открыт днём и ночью так долго, как это нужно людям"),
        ),
    ];
    let lines = user.lines().filter_map(|line| {
        let (number, text) = line.split_once(". ")?;
        let (_, words) = known.iter().find(|(start, _)| text.starts_with(start))?;
        Some(json!({"number": number.parse::<u32>().ok()?, "text": words.replace("Тавии", "Таврии")}))
    });
    json!({"translations": lines.collect::<Vec<_>>()}).to_string()
}
