//! A Bot API server on loopback: hands out updates, records what is sent, answers as it was told to.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use serde_json::{Value, json};
use tokio::sync::Notify;
use tokio::time::{Instant, timeout_at};

/// The token the program is started with.
pub const TOKEN: &str = "123456:whole-program-test-token";

/// How long a test waits for something that should happen.
pub const PATIENCE: Duration = Duration::from_secs(40);

/// One call of the program to a sending method.
#[derive(Debug, Clone)]
pub struct Call {
    /// Method in lower case, as `sendmessage`.
    pub method: String,
    /// Chat it was for, 0 without one.
    pub chat: i64,
    /// The parameters.
    pub params: Value,
    /// Whether it was carried out.
    pub accepted: bool,
    /// When it came.
    pub at: Instant,
    /// Which start of the program it came from, from 1.
    pub run: usize,
}

impl Call {
    /// The text of the message.
    pub fn text(&self) -> &str {
        self.params["text"].as_str().unwrap_or_default()
    }

    /// The call on one line.
    fn line(&self) -> String {
        let words: String = self.text().chars().take(100).collect();
        format!("run {} {} {} accepted {}: {words:?}\n", self.run, self.method, self.chat, self.accepted)
    }

    /// Data of the button whose label holds `label`.
    pub fn button(&self, label: &str) -> Option<String> {
        let rows = self.params["reply_markup"]["inline_keyboard"].as_array()?;
        let mut buttons = rows.iter().filter_map(Value::as_array).flatten();
        let button =
            buttons.find(|button| button["text"].as_str().is_some_and(|text| text.contains(label)))?;
        button["callback_data"].as_str().map(str::to_owned)
    }
}

/// What to answer instead of carrying a call out.
#[derive(Debug, Clone)]
pub enum Fault {
    /// An error in Telegram's shape.
    Error { code: u16, description: &'static str, parameters: Value },
    /// The call is carried out and its answer never comes.
    AcceptedThenSilent,
    /// A gateway's HTML page.
    Html,
    /// The call is carried out and answered when [`Telegram::let_go`] is called.
    Held,
}

#[derive(Default)]
struct Inside {
    updates: VecDeque<Value>,
    last_update: i64,
    last_message: i64,
    calls: Vec<Call>,
    runs: usize,
    handed: HashMap<i64, usize>,
    token_refused: bool,
    conflict: bool,
    faults: HashMap<i64, VecDeque<Fault>>,
    method_faults: HashMap<String, VecDeque<Fault>>,
    administrators: Vec<(i64, i64)>,
    files: HashMap<String, Vec<u8>>,
}

/// The server and what it saw.
#[derive(Clone)]
pub struct Telegram {
    inside: Arc<Mutex<Inside>>,
    happened: Arc<Notify>,
    let_go: Arc<Notify>,
    /// Base URL.
    pub url: String,
}

impl Telegram {
    /// Starts the server on a free port.
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let telegram = Self { inside: Arc::default(), happened: Arc::default(), let_go: Arc::default(), url };
        let router = Router::new()
            .route("/{bot}/{method}", any(answer))
            .route("/file/{bot}/{name}", any(file))
            .with_state(telegram.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        telegram
    }

    /// A person writes to a private chat; returns the update's id.
    pub fn says(&self, chat: i64, text: &str) -> i64 {
        self.message(&json!({"id": chat, "type": "private", "first_name": "Ada"}), chat, text)
    }

    /// A person writes to a group.
    pub fn says_in_group(&self, chat: &Value, person: i64, text: &str) -> i64 {
        self.message(chat, person, text)
    }

    /// A person drops a file into a chat; one without content can no longer be had.
    pub fn drops_file(&self, chat: &Value, person: i64, name: &str, content: Option<&str>) -> i64 {
        if let Some(content) = content {
            self.inside.lock().unwrap().files.insert(name.to_owned(), content.into());
        }
        let from = json!({"id": person, "is_bot": false, "first_name": "Ada", "language_code": "en"});
        let size = content.map_or(1_000, str::len);
        let document = json!({"file_id": name, "file_unique_id": name, "file_name": name, "file_size": size});
        let message = json!({"chat": chat, "from": from, "date": 1_790_000_000, "document": document});
        self.update("message", message)
    }

    fn message(&self, chat: &Value, person: i64, text: &str) -> i64 {
        let length = text.split(' ').next().unwrap_or_default().encode_utf16().count();
        let entities = if text.starts_with('/') {
            json!([{"type": "bot_command", "offset": 0, "length": length}])
        } else {
            json!([])
        };
        let from = json!({"id": person, "is_bot": false, "first_name": "Ada", "language_code": "en"});
        let message =
            json!({"chat": chat, "from": from, "date": 1_790_000_000, "text": text, "entities": entities});
        self.update("message", message)
    }

    /// A person presses a button of a message the program sent.
    pub fn presses(&self, chat: i64, person: i64, data: &str, message_id: i64) -> i64 {
        let message = json!({"message_id": message_id, "date": 1_790_000_000, "text": "x",
            "chat": {"id": chat, "type": "private", "first_name": "Ada"}});
        let from = json!({"id": person, "is_bot": false, "first_name": "Ada", "language_code": "en"});
        self.update(
            "callback_query",
            json!({"id": "1", "from": from, "message": message, "chat_instance": "1", "data": data}),
        )
    }

    /// Any update; a message gets its id here.
    pub fn update(&self, kind: &str, mut body: Value) -> i64 {
        let mut inside = self.inside.lock().unwrap();
        inside.last_update += 1;
        inside.last_message += 1;
        if kind == "message" {
            body["message_id"] = json!(inside.last_message);
        }
        let id = inside.last_update;
        inside.updates.push_back(json!({"update_id": id, kind: body}));
        drop(inside);
        self.happened.notify_waiters();
        id
    }

    /// Hands the newest update out once more, as Telegram does when an answer was lost.
    pub fn repeat(&self, update: Value) {
        self.inside.lock().unwrap().updates.push_back(update);
        self.happened.notify_waiters();
    }

    /// Makes `person` an administrator of `chat`.
    pub fn promote(&self, chat: i64, person: i64) {
        self.inside.lock().unwrap().administrators.push((chat, person));
    }

    /// The next sends to `chat` meet these faults, one each.
    pub fn fail(&self, chat: i64, faults: impl IntoIterator<Item = Fault>) {
        self.inside.lock().unwrap().faults.entry(chat).or_default().extend(faults);
    }

    /// The next calls of a method, in lower case, meet these faults.
    pub fn fail_method(&self, method: &str, faults: impl IntoIterator<Item = Fault>) {
        self.inside.lock().unwrap().method_faults.entry(method.to_owned()).or_default().extend(faults);
    }

    /// No more faults.
    pub fn mend(&self) {
        self.inside.lock().unwrap().faults.clear();
    }

    /// Answers the calls that are held.
    pub fn let_go(&self) {
        self.let_go.notify_waiters();
    }

    /// From now on the token is unknown.
    pub fn refuse_token(&self) {
        self.inside.lock().unwrap().token_refused = true;
    }

    /// From now on another program takes the updates.
    pub fn conflict(&self) {
        self.inside.lock().unwrap().conflict = true;
    }

    /// How often a program has asked who it is, once a start.
    pub fn runs(&self) -> usize {
        self.inside.lock().unwrap().runs
    }

    /// How often an update was handed out.
    pub fn handed(&self, update: i64) -> usize {
        self.inside.lock().unwrap().handed.get(&update).copied().unwrap_or_default()
    }

    /// Waits until `holds`, looked at whenever something happens here; false when it never did.
    pub async fn until(&self, patience: Duration, mut holds: impl FnMut() -> bool) -> bool {
        let deadline = Instant::now() + patience;
        loop {
            let happened = self.happened.notified();
            if holds() {
                return true;
            }
            if timeout_at(deadline, happened).await.is_err() {
                return holds();
            }
        }
    }

    /// The calls so far that `wanted` picks.
    pub fn calls(&self, wanted: impl Fn(&Call) -> bool) -> Vec<Call> {
        self.inside.lock().unwrap().calls.iter().filter(|call| wanted(call)).cloned().collect()
    }

    /// The calls after the first `from`.
    pub fn calls_after(&self, from: usize) -> Vec<Call> {
        self.inside.lock().unwrap().calls.iter().skip(from).cloned().collect()
    }

    /// How many calls there were.
    pub fn count(&self) -> usize {
        self.inside.lock().unwrap().calls.len()
    }

    /// Waits until `count` calls are such as `wanted` picks.
    pub async fn wait(&self, count: usize, what: &str, wanted: impl Fn(&Call) -> bool) -> Vec<Call> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let happened = self.happened.notified();
            let found = self.calls(&wanted);
            if found.len() >= count {
                return found;
            }
            if timeout_at(deadline, happened).await.is_err() {
                let all: String = self.calls(|call| call.chat != 0).iter().map(Call::line).collect();
                panic!("waited for {count} × {what}, saw {} among\n{all}", found.len());
            }
        }
    }

    /// Waits for an accepted message to `chat` that holds `words`.
    pub async fn wait_for(&self, chat: i64, words: &str) -> Call {
        let found = self
            .wait(1, words, |call| call.accepted && call.chat == chat && call.text().contains(words))
            .await;
        found.into_iter().next().unwrap()
    }
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
        "sendmessage" | "editmessagetext" | "senddocument" | "editmessagereplymarkup" => {
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

impl Telegram {
    fn record(&self, method: &str, params: &Value, accepted: bool) -> i64 {
        let mut inside = self.inside.lock().unwrap();
        inside.last_message += 1;
        let call = Call {
            method: method.to_owned(),
            chat: chat_of(params),
            params: params.clone(),
            accepted,
            at: Instant::now(),
            run: inside.runs,
        };
        inside.calls.push(call);
        let id = inside.last_message;
        drop(inside);
        self.happened.notify_waiters();
        id
    }
}

fn chat_of(params: &Value) -> i64 {
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
