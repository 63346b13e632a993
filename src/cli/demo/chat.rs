//! `attache chat`: the whole bot in the terminal.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use tokio_util::sync::CancellationToken;

use crate::bot::terminal::chat;
use crate::cli::{database, exit, terminal};
use crate::clock::Clock;
use crate::config::Config;
use crate::store::{self, Store};

/// How the terminal's bot is run.
#[derive(Debug, Args)]
pub struct Options {
    /// Invented news from inside the program: no network, nothing kept
    #[arg(long)]
    pub demo: bool,
}

/// Runs the bot on standard input and output.
#[must_use]
pub fn run(options: &Options, config: &Config, clock: Clock) -> ExitCode {
    terminal::block_on(async {
        let folder = options.demo.then(demonstration_folder);
        let path =
            folder.as_ref().map_or_else(|| config.database_path.clone(), |folder| folder.join("demo.db"));
        if let Some(folder) = &folder
            && let Err(fault) = std::fs::create_dir_all(folder)
        {
            return exit::input(format!("failed to make {}: {fault}", folder.display()));
        }
        let store = match Store::open(&path, clock.now()).await {
            Ok(store) => Arc::new(store),
            Err(fault) => return database::refused(&fault),
        };
        let drawn = (clock, terminal::screen());
        let done = chat(config, Arc::clone(&store), options.demo, drawn, &CancellationToken::new()).await;
        store.close().await;
        if let Some(folder) = &folder
            && let Err(fault) = std::fs::remove_dir_all(folder)
        {
            tracing::warn!(%fault, "the demonstration's folder stays");
        }
        match done {
            Ok(()) => ExitCode::SUCCESS,
            Err(fault) => exit::input(store::told(&fault)),
        }
    })
}

/// A folder of this process alone.
fn demonstration_folder() -> PathBuf {
    std::env::temp_dir().join(format!("attache-demo-{}", std::process::id()))
}
