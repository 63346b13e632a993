//! Every setting: one clap struct, where a key is a flag and an `ATTACHE_…` variable alike.
//!
//! In: the command line, the environment, a `.env` file. Out: a [`Config`] whose values are already parsed.
//! This is the one door to the environment.

mod address;
mod telegram;
mod web;
mod keep;
mod llm;
mod service;
mod environment;
mod shown;

use std::path::PathBuf;

use clap::Args;

pub use crate::model::Provider;
pub use environment::{load_dotenv, unknown_variable};
pub use keep::Keep;
pub use llm::{Llm, Prices};
pub use service::{Access, Digest, LogFormat, Service};
pub use shown::shown;
pub use telegram::Telegram;
pub use web::{Poll, Web};

/// Flags that every command takes.
#[derive(Debug, Clone, Args)]
pub struct Config {
    /// What Telegram needs.
    #[command(flatten)]
    pub telegram: Telegram,
    /// SQLite file
    #[arg(
        long = "database-path",
        env = "ATTACHE_DATABASE_PATH",
        default_value = "attache.db",
        global = true
    )]
    #[arg(value_name = "FILE", help_heading = "Database")]
    pub database_path: PathBuf,
    /// Folder of your own tables of office holders, outlets and starter sets; the database's name with .data without it
    #[arg(long = "data-folder", env = "ATTACHE_DATA_FOLDER", global = true)]
    #[arg(value_name = "FOLDER", help_heading = "Database")]
    pub data_folder: Option<PathBuf>,
    /// Folder of translation models; the database's name with .models without it
    #[arg(long = "models-folder", env = "ATTACHE_MODELS_FOLDER", global = true)]
    #[arg(value_name = "FOLDER", help_heading = "Database")]
    pub models_folder: Option<PathBuf>,
    /// What is kept for how long.
    #[command(flatten)]
    pub keep: Keep,
    /// What the door to the web needs.
    #[command(flatten)]
    pub web: Web,
    /// When feeds are asked.
    #[command(flatten)]
    pub poll: Poll,
    /// Digest of a new chat.
    #[command(flatten)]
    pub digest: Digest,
    /// A language model.
    #[command(flatten)]
    pub llm: Llm,
    /// Who runs this bot, and who may use it.
    #[command(flatten)]
    pub service: Service,
}

impl Config {
    /// What holds where no flag is given.
    #[cfg(test)]
    pub(crate) fn unset() -> Self {
        #[derive(clap::Parser)]
        struct Line {
            #[command(flatten)]
            config: Config,
        }
        <Line as clap::Parser>::parse_from(["attache"]).config
    }

    /// Where the host's own tables lie.
    #[must_use]
    pub fn data_folder(&self) -> PathBuf {
        self.data_folder.clone().unwrap_or_else(|| self.beside_database(".data"))
    }

    /// Where the translation models lie.
    #[must_use]
    pub fn models_folder(&self) -> PathBuf {
        self.models_folder.clone().unwrap_or_else(|| self.beside_database(".models"))
    }

    fn beside_database(&self, ending: &str) -> PathBuf {
        let mut name = self.database_path.as_os_str().to_owned();
        name.push(ending);
        name.into()
    }

    /// Checks what holds between settings and is not a matter of one value.
    ///
    /// # Errors
    /// One line that names the key.
    pub fn checked(mut self) -> Result<Self, String> {
        let poll = self.poll;
        if poll.min_seconds > poll.default_seconds || poll.default_seconds > poll.max_seconds {
            return Err(format!(
                "poll.min_seconds ({}) ≤ poll.default_seconds ({}) ≤ poll.max_seconds ({}) must hold",
                poll.min_seconds, poll.default_seconds, poll.max_seconds
            ));
        }
        if self.telegram.token.is_none() {
            self.telegram.token = environment::teloxide_token();
        }
        Ok(self)
    }
}
