//! One world: the real program, a Telegram and a web on loopback, a database in a folder that goes away.

use std::path::PathBuf;
use std::process::Stdio;

use attache::store::chats::{self, subscriptions};
use attache::store::{Db, Store, feeds};
use chrono::{DateTime, Utc};
use serde_json::json;
use tempfile::TempDir;
use tokio::process::{Child, Command};

use crate::gate::Gate;
use crate::telegram::{TOKEN, Telegram};
use crate::web::Web;

/// A private chat and the person in it.
pub const ADA: i64 = 501;

/// The program and everything around it.
pub struct World {
    /// The Bot API.
    pub telegram: Telegram,
    /// What stands between the program and the Bot API.
    pub gate: Gate,
    /// The web.
    pub web: Web,
    /// Where the database and the log are.
    pub folder: TempDir,
    settings: Vec<(String, String)>,
    program: Option<Child>,
}

impl World {
    /// Starts the servers and the program.
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Starts the servers and the program with more settings.
    pub async fn start_with(settings: &[(&str, &str)]) -> Self {
        let mut world = Self::prepare(settings).await;
        world.start_program();
        world
    }

    /// Starts the servers only; the program reaches Telegram through the gate.
    pub async fn prepare(settings: &[(&str, &str)]) -> Self {
        let (telegram, web) = (Telegram::start().await, Web::start().await);
        let gate = Gate::start(&telegram.url).await;
        let folder = tempfile::tempdir().unwrap();
        let settings = settings.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        Self { telegram, gate, web, folder, settings, program: None }
    }

    /// Sets a setting for the programs started from now on.
    pub fn set(&mut self, key: &str, value: impl Into<String>) {
        self.settings.retain(|(known, _)| known != key);
        self.settings.push((key.to_owned(), value.into()));
    }

    /// The programs started from now on take it to be `time` when they start.
    pub fn set_clock(&mut self, time: DateTime<Utc>) {
        self.set("ATTACHE_CLOCK_START", time.to_rfc3339());
    }

    /// Listens for health questions at a free port from the next start on; returns its base URL.
    pub async fn open_health(&mut self) -> String {
        let address = free_address().await;
        self.set("ATTACHE_HTTP_LISTEN", address.clone());
        format!("http://{address}")
    }

    /// Writes straight into the database, while no program runs.
    pub async fn write(&self, now: DateTime<Utc>, write: impl AsyncFnOnce(&mut Db)) {
        let store = Store::open(&self.database(), now).await.unwrap();
        let mut db = store.begin().await.unwrap();
        write(&mut db).await;
        db.commit().await.unwrap();
        store.close().await;
    }

    /// The one number a query tells.
    pub async fn number(&self, query: &'static str) -> i64 {
        let store = Store::open_read_only(&self.database()).await.unwrap();
        let mut db = store.read().await.unwrap();
        sqlx::query_scalar(query).fetch_one(&mut *db).await.unwrap()
    }

    /// Path of the database.
    pub fn database(&self) -> PathBuf {
        self.folder.path().join("attache.db")
    }

    /// A command of the program over this world's database and servers.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
        command.args(arguments).current_dir(self.folder.path()).env_clear();
        command.env("ATTACHE_DATABASE_PATH", self.database());
        command.env("ATTACHE_TELEGRAM_TOKEN", TOKEN);
        command.env("ATTACHE_TELEGRAM_API_URL", &self.gate.url);
        command.env("ATTACHE_WEB_ALLOW_NETS", format!("127.0.0.0/8:{}", self.web.port));
        for (key, value) in [("MIN", "1"), ("DEFAULT", "1"), ("MAX", "2")] {
            command.env(format!("ATTACHE_POLL_{key}_SECONDS"), value);
        }
        command.envs(self.settings.iter().map(|(key, value)| (key.as_str(), value.as_str())));
        command.stdin(Stdio::null()).kill_on_drop(true);
        command
    }

    /// A command of the program, started by another program with options of its own.
    pub fn behind(&self, starter: &str, options: &[&str], arguments: &[&str]) -> Command {
        let (mut command, plain) = (Command::new(starter), self.command(arguments));
        command.args(options).arg(env!("CARGO_BIN_EXE_attache")).args(arguments);
        command.envs(plain.as_std().get_envs().filter_map(|(key, value)| Some((key, value?))));
        command.current_dir(self.folder.path()).stdin(Stdio::null()).kill_on_drop(true);
        command
    }

    /// Starts the program (again).
    pub fn start_program(&mut self) {
        let command = self.command(&["run"]);
        self.start_command(command);
    }

    /// Starts the program and waits until it has reached Telegram.
    pub async fn start_up(&mut self) {
        let (telegram, runs) = (self.telegram.clone(), self.telegram.runs());
        self.start_program();
        assert!(
            telegram.until(crate::telegram::PATIENCE, || telegram.runs() > runs).await,
            "it did not start"
        );
    }

    /// Starts it by another command.
    pub fn start_command(&mut self, mut command: Command) {
        let log = std::fs::OpenOptions::new().create(true).append(true).open(self.log_path()).unwrap();
        self.program = Some(command.stdout(Stdio::null()).stderr(log).spawn().unwrap());
    }

    /// Number of the running program's process.
    pub fn process(&self) -> u32 {
        self.program.as_ref().unwrap().id().unwrap()
    }

    /// Everything the programs have logged.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.log_path()).unwrap()
    }

    /// Where the program's log goes.
    pub fn log_path(&self) -> PathBuf {
        self.folder.path().join("log.txt")
    }

    /// Ends the program at once, as a power cut would.
    pub async fn kill(&mut self) {
        let mut program = self.program.take().unwrap();
        program.kill().await.unwrap();
    }

    /// Asks the program to stop with SIGTERM and returns its exit code.
    pub async fn stop(&mut self) -> i32 {
        self.terminate().await;
        self.ended().await
    }

    /// Sends SIGTERM to the program.
    pub async fn terminate(&self) {
        let id = self.process().to_string();
        let asked = Command::new("kill").args(["-TERM", &id]).status().await.unwrap();
        assert!(asked.success());
    }

    /// Waits for the program's end and returns its exit code.
    pub async fn ended(&mut self) -> i32 {
        let mut program = self.program.take().unwrap();
        let ended = tokio::time::timeout(crate::telegram::PATIENCE, program.wait())
            .await
            .expect("the program did not stop");
        ended.unwrap().code().expect("ended by a signal")
    }

    /// Ada starts the bot and follows the world's feed; returns when the sample card has come.
    pub async fn ada_follows_the_feed(&self) {
        self.telegram.says(ADA, "/start");
        self.telegram.wait(1, "an answer to /start", |call| call.accepted && call.chat == ADA).await;
        self.telegram.says(ADA, &format!("/sub {}", self.web.url("/feed.xml")));
        self.telegram.wait_for(ADA, "the article word for word").await;
    }

    /// Ada's chat gets cards at once from now on.
    pub async fn ada_wants_cards_at_once(&self) {
        let before = self.telegram.calls(|call| call.chat == ADA && call.accepted).len();
        self.telegram.says(ADA, "/settings mode instant");
        self.telegram
            .wait(before + 1, "an answer to /settings", |call| call.accepted && call.chat == ADA)
            .await;
    }

    /// A group with its id.
    pub fn group(id: i64) -> serde_json::Value {
        json!({"id": id, "type": "group", "title": "Desk"})
    }
}

/// An address of loopback nobody listens on.
pub async fn free_address() -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    listener.local_addr().unwrap().to_string()
}

/// A chat that has written to the bot before, in UTC, its digest at 08:00.
pub async fn chat(db: &mut Db, id: i64, now: DateTime<Utc>) {
    let kind = if id > 0 { chats::Kind::Private } else { chats::Kind::Supergroup };
    let seen = chats::Seen { id, kind, title: Some("Desk"), is_forum: false };
    chats::see(db, &seen, &chats::Defaults { zone: "UTC", digest_minute: 480 }, now).await.unwrap();
}

/// A chat follows the feed at `url`, at once.
pub async fn follow(db: &mut Db, chat_id: i64, url: &str, now: DateTime<Utc>) {
    let feed_id = feeds::add(db, url, now).await.unwrap();
    let new = subscriptions::New {
        chat_id,
        thread: None,
        feed_id,
        mode: chats::Mode::Instant,
        added_by: chat_id,
        sample: false,
    };
    subscriptions::add(db, &new, now).await.unwrap();
}

impl Drop for World {
    /// A test that fails tells what the program had to say.
    fn drop(&mut self) {
        if std::thread::panicking() {
            let log = std::fs::read_to_string(self.log_path()).unwrap_or_default();
            let lines: Vec<&str> = log.lines().collect();
            for line in lines.iter().skip(lines.len().saturating_sub(40)) {
                println!("{}", line.chars().take(300).collect::<String>());
            }
        }
    }
}
