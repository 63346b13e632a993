//! A Bot API server on loopback: hands out updates, records what is sent, answers as it was told to.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::Notify;
use tokio::time::{Instant, timeout_at};

mod answers;

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
        let router = answers::router(telegram.clone());
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

impl Telegram {
    /// Notes a call; returns the id of its message.
    fn record(&self, method: &str, params: &Value, accepted: bool) -> i64 {
        let mut inside = self.inside.lock().unwrap();
        inside.last_message += 1;
        let call = Call {
            method: method.to_owned(),
            chat: answers::chat_of(params),
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
