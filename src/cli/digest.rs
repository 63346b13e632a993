//! `attache digest`: one chat's digest, printed or queued.

use std::process::ExitCode;

use chrono::{DateTime, Utc};
use clap::Args;

use crate::cli::{database, exit, stdout, terminal};
use crate::clock::Clock;
use crate::config::Config;
use crate::press::{self, Shelf, Wanted};
use crate::store::{self, Store, chats};
use crate::view::Locale;

/// Which digest, and what becomes of it.
#[derive(Debug, Args)]
pub struct Options {
    /// Telegram's number of the chat
    #[arg(long, value_name = "ID", allow_hyphen_values = true)]
    pub chat: i64,
    /// Forum topic of the chat
    #[arg(long, value_name = "THREAD")]
    pub thread: Option<i64>,
    /// Instant to make it for, RFC 3339; now without it
    #[arg(long, value_name = "TIME")]
    pub at: Option<DateTime<Utc>>,
    /// Only prints it; works beside a running bot
    #[arg(long)]
    pub dry_run: bool,
}

/// Builds the digest.
#[must_use]
pub fn run(options: &Options, config: &Config, clock: Clock) -> ExitCode {
    terminal::block_on(async {
        let now = options.at.unwrap_or_else(|| clock.now());
        let path = &config.database_path;
        let opened = if options.dry_run {
            Store::open_read_only(path).await
        } else {
            Store::open_existing(path, clock.now()).await
        };
        let store = match opened {
            Ok(store) => store,
            Err(fault) => return database::refused(&fault),
        };
        let done = if options.dry_run {
            print(&store, options, now).await
        } else {
            queue(&store, options, now).await
        };
        store.close().await;
        match done {
            Ok(said) => {
                stdout::styled(&said);
                ExitCode::SUCCESS
            }
            Err(fault) => exit::input(store::told(&fault)),
        }
    })
}

async fn print(store: &Store, options: &Options, now: DateTime<Utc>) -> anyhow::Result<String> {
    let mut db = store.read().await?;
    let chat = known(chats::get(&mut db, options.chat).await?, options.chat)?;
    let draft =
        press::draft(&mut db, &mut Shelf::default(), (&chat, options.thread), Wanted::BySlot, now).await?;
    let pages = draft.pages(&press::render_options(&chat, None, now));
    Ok(pages.iter().map(|page| page.text.to_terminal(terminal::screen())).collect::<Vec<_>>().join("\n\n"))
}

async fn queue(store: &Store, options: &Options, now: DateTime<Utc>) -> anyhow::Result<String> {
    let mut db = store.begin().await?;
    let chat = known(chats::get(&mut db, options.chat).await?, options.chat)?;
    let draft =
        press::draft(&mut db, &mut Shelf::default(), (&chat, options.thread), Wanted::BySlot, now).await?;
    let seen = press::render_options(&chat, None, now);
    press::file(&mut db, &chat, options.thread, (None, &draft, &draft.pages(&seen)), &seen).await?;
    db.commit().await?;
    let count = [("count", draft.stories().into())];
    Ok(format!("queued: {}; the bot sends it when it runs", Locale::default().say("count-stories", &count)))
}

fn known(chat: Option<chats::Chat>, id: i64) -> anyhow::Result<chats::Chat> {
    chat.ok_or_else(|| {
        anyhow::anyhow!(
            "no chat {id} in this database; `--chat` takes Telegram's number of a chat that has used the bot"
        )
    })
}
