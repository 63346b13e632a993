//! One world: the real program, a Telegram and a web on loopback, a database in a folder that goes away.

use std::path::PathBuf;
use std::process::Stdio;

use serde_json::json;
use tempfile::TempDir;
use tokio::process::{Child, Command};

use crate::telegram::{TOKEN, Telegram};
use crate::web::Web;

/// A private chat and the person in it.
pub const ADA: i64 = 501;

/// The program and everything around it.
pub struct World {
    /// The Bot API.
    pub telegram: Telegram,
    /// The web.
    pub web: Web,
    folder: TempDir,
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
        let (telegram, web) = (Telegram::start().await, Web::start().await);
        let folder = tempfile::tempdir().unwrap();
        let settings = settings.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        let mut world = Self { telegram, web, folder, settings, program: None };
        world.start_program();
        world
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
        command.env("ATTACHE_TELEGRAM_API_URL", &self.telegram.url);
        command.env("ATTACHE_WEB_ALLOW_NETS", format!("127.0.0.1/32:{}", self.web.port));
        for (key, value) in [("MIN", "1"), ("DEFAULT", "1"), ("MAX", "2")] {
            command.env(format!("ATTACHE_POLL_{key}_SECONDS"), value);
        }
        command.envs(self.settings.iter().map(|(key, value)| (key.as_str(), value.as_str())));
        command.stdin(Stdio::null()).kill_on_drop(true);
        command
    }

    /// Starts the program (again).
    pub fn start_program(&mut self) {
        let log = std::fs::OpenOptions::new().create(true).append(true).open(self.log_path()).unwrap();
        self.program = Some(self.command(&["run"]).stdout(Stdio::null()).stderr(log).spawn().unwrap());
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
        let mut program = self.program.take().unwrap();
        let id = program.id().unwrap().to_string();
        let asked = Command::new("kill").args(["-TERM", &id]).status().await.unwrap();
        assert!(asked.success());
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
