//! How the server answers each method.

use std::collections::VecDeque;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use serde_json::{Value, json};
use tokio::time::{Instant, timeout_at};

use super::{Fault, Telegram};

pub fn router(telegram: Telegram) -> Router {
    Router::new()
        .route("/{bot}/{method}", any(answer))
        .route("/file/{bot}/{name}", any(file))
        .with_state(telegram)
}

async fn answer(
    State(telegram): State<Telegram>,
    Path((_, method)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let method = method.to_ascii_lowercase();
    let is_json =
        headers.get("content-type").is_some_and(|kind| kind.to_str().unwrap_or_default().contains("json"));
    let params: Value =
        if is_json { serde_json::from_slice(&body).unwrap_or_default() } else { multipart(&body) };
    if telegram.inside.lock().unwrap().token_refused {
        return refused(401, "Unauthorized", &json!({}));
    }
    match method.as_str() {
        "getme" => {
            telegram.inside.lock().unwrap().runs += 1;
            telegram.happened.notify_waiters();
            me()
        }
        "getupdates" => updates(&telegram, &params).await,
        "getfile" => file_info(&telegram, &params),
        "getchatmember" => member(&telegram, &params),
        "getchatadministrators" => administrators(&telegram, &params),
        "sendmessage" | "editmessagetext" | "senddocument" | "sendphoto" | "editmessagereplymarkup" => {
            send(&telegram, method, params).await
        }
        _ => {
            let mut inside = telegram.inside.lock().unwrap();
            let fault = inside.method_faults.get_mut(&method).and_then(VecDeque::pop_front);
            drop(inside);
            telegram.record(&method, &params, fault.is_none());
            match fault {
                Some(Fault::Error { code, description, parameters }) => {
                    refused(code, description, &parameters)
                }
                _ => done(&json!(true)),
            }
        }
    }
}

fn file_info(telegram: &Telegram, params: &Value) -> Response {
    let name = params["file_id"].as_str().unwrap_or_default();
    match telegram.inside.lock().unwrap().files.get(name).map(Vec::len) {
        Some(size) => {
            done(&json!({"file_id": name, "file_unique_id": name, "file_size": size, "file_path": name}))
        }
        None => refused(400, "Bad Request: wrong file_id or the file is temporarily unavailable", &json!({})),
    }
}

async fn file(State(telegram): State<Telegram>, Path((_, name)): Path<(String, String)>) -> Response {
    match telegram.inside.lock().unwrap().files.get(&name) {
        Some(content) => content.clone().into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn me() -> Response {
    done(&json!({"id": 123_456, "is_bot": true, "first_name": "attache", "username": "attache_test_bot",
        "can_join_groups": true, "can_read_all_group_messages": false, "supports_inline_queries": false,
        "can_connect_to_business": false, "has_main_web_app": false}))
}

async fn updates(telegram: &Telegram, params: &Value) -> Response {
    if telegram.inside.lock().unwrap().conflict {
        let words = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
        return refused(409, words, &json!({}));
    }
    let offset = params["offset"].as_i64().unwrap_or_default();
    let wait = params["timeout"].as_u64().unwrap_or_default().min(2);
    let deadline = Instant::now() + Duration::from_secs(wait);
    loop {
        let happened = telegram.happened.notified();
        let batch: Vec<Value> = {
            let mut inside = telegram.inside.lock().unwrap();
            inside.updates.retain(|update| update["update_id"].as_i64().unwrap_or_default() >= offset);
            // Telegram hands out a hundred at a time
            let batch: Vec<Value> = inside.updates.iter().take(100).cloned().collect();
            for update in &batch {
                *inside.handed.entry(update["update_id"].as_i64().unwrap_or_default()).or_default() += 1;
            }
            batch
        };
        if !batch.is_empty() {
            telegram.happened.notify_waiters();
        }
        if !batch.is_empty() || timeout_at(deadline, happened).await.is_err() {
            return done(&Value::Array(batch));
        }
    }
}

fn member(telegram: &Telegram, params: &Value) -> Response {
    let (chat, person) = (chat_of(params), params["user_id"].as_i64().unwrap_or_default());
    let is_one =
        telegram.inside.lock().unwrap().administrators.contains(&(chat, person)) || person == 123_456;
    done(&member_json(person, is_one))
}

fn administrators(telegram: &Telegram, params: &Value) -> Response {
    let chat = chat_of(params);
    let inside = telegram.inside.lock().unwrap();
    let found = inside.administrators.iter().filter(|(of, _)| *of == chat);
    done(&found.map(|(_, person)| member_json(*person, true)).collect())
}

fn member_json(person: i64, is_administrator: bool) -> Value {
    let user = json!({"id": person, "is_bot": false, "first_name": "Ada"});
    if is_administrator {
        json!({"status": "administrator", "user": user, "can_be_edited": false, "is_anonymous": false,
            "can_manage_chat": true, "can_delete_messages": true, "can_manage_video_chats": true,
            "can_restrict_members": true, "can_promote_members": true, "can_change_info": true,
            "can_invite_users": true, "can_post_stories": true, "can_edit_stories": true, "can_delete_stories": true})
    } else {
        json!({"status": "member", "user": user})
    }
}

async fn send(telegram: &Telegram, method: String, params: Value) -> Response {
    let chat = chat_of(&params);
    let fault = telegram.inside.lock().unwrap().faults.get_mut(&chat).and_then(VecDeque::pop_front);
    let accepted = matches!(fault, None | Some(Fault::AcceptedThenSilent | Fault::Held));
    let mut let_go = std::pin::pin!(telegram.let_go.notified());
    let_go.as_mut().enable();
    let message_id = telegram.record(&method, &params, accepted);
    if matches!(fault, Some(Fault::Held)) {
        let_go.await;
    }
    match fault {
        None | Some(Fault::Held) => {
            let kind = if chat > 0 { "private" } else { "supergroup" };
            done(&json!({"message_id": message_id, "date": 1_790_000_000, "text": params["text"],
                "chat": {"id": chat, "type": kind, "first_name": "Ada", "title": "Desk"}}))
        }
        Some(Fault::Error { code, description, parameters }) => refused(code, description, &parameters),
        Some(Fault::AcceptedThenSilent) => std::future::pending().await,
        Some(Fault::Html) => {
            (StatusCode::BAD_GATEWAY, "<html><h1>502 Bad Gateway</h1></html>").into_response()
        }
    }
}

/// The chat a call is for, 0 without one.
pub fn chat_of(params: &Value) -> i64 {
    let chat = &params["chat_id"];
    chat.as_i64().or_else(|| chat.as_str().and_then(|text| text.parse().ok())).unwrap_or_default()
}

/// The plain fields of a multipart body (a file becomes its text).
fn multipart(body: &[u8]) -> Value {
    let text = String::from_utf8_lossy(body);
    let mut fields = json!({});
    for part in text.split("Content-Disposition: form-data; name=\"").skip(1) {
        let (Some((name, rest)), Some((_, value))) = (part.split_once('"'), part.split_once("\r\n\r\n"))
        else {
            continue;
        };
        let _ = rest;
        fields[name] = json!(value.split("\r\n--").next().unwrap_or_default());
    }
    fields
}

fn refused(code: u16, description: &str, parameters: &Value) -> Response {
    let mut body = json!({"ok": false, "error_code": code, "description": description});
    if parameters.as_object().is_some_and(|parameters| !parameters.is_empty()) {
        body["parameters"] = parameters.clone();
    }
    (StatusCode::from_u16(code).unwrap(), [("content-type", "application/json")], body.to_string())
        .into_response()
}

fn done(result: &Value) -> Response {
    let body = json!({"ok": true, "result": result}).to_string();
    (StatusCode::OK, [("content-type", "application/json")], body).into_response()
}
