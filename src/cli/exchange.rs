//! `attache export` and `attache import`: feeds as OPML, quotes as CSV or JSON.
//!
//! Exporting only reads and works beside a running bot; importing writes, so no bot may run on the database meanwhile.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use chrono::{DateTime, Utc};
use clap::{Args, ValueEnum};

use crate::bot::{Rules, quote_table};
use crate::cli::{database, exit, stderr, stdout, terminal};
use crate::clock::Clock;
use crate::config::Config;
use crate::feed::{decode, opml};
use crate::fetch::Web;
use crate::store::chats::subscriptions::{self, Added};
use crate::store::chats::{self, Chat};
use crate::store::people::quotes;
use crate::store::{self, Db, Reader, Store, feeds};

/// Chat of `attache chat`, the one a database without chats is given.
const TERMINAL: i64 = 1;

/// Quotes read at a time.
const AT_ONCE: i64 = 5_000;

/// Most feeds named that could not be followed.
const NAMED: usize = 20;

/// What is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// The feeds, as OPML
    Feeds,
    /// All stored quotes, as CSV or JSON
    Quotes,
}

/// As what it is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A list of feeds
    Opml,
    /// A table for spreadsheets
    Csv,
    /// An array of objects
    Json,
}

/// What to export and where to.
#[derive(Debug, Args)]
pub struct ExportOptions {
    /// What to export; feeds unless --format says csv or json
    #[arg(value_enum)]
    pub what: Option<What>,
    /// As what: opml for feeds; csv (the default) or json for quotes
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Only the feeds of this chat; those of all chats unless given. Of quotes also those from private feeds it follows
    #[arg(long, value_name = "ID", allow_hyphen_values = true)]
    pub chat: Option<i64>,
    /// File to write; standard output unless given
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// What to import and for whom.
#[derive(Debug, Args)]
pub struct ImportOptions {
    /// OPML file with feeds to follow, or - for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Chat that is to follow them; may be left out when there is only one. With none yet it is that of `attache chat`
    #[arg(long, value_name = "ID", allow_hyphen_values = true)]
    pub chat: Option<i64>,
}

/// Prints or writes what is stored.
#[must_use]
pub fn export(options: &ExportOptions, config: &Config) -> ExitCode {
    let format = match (options.what, options.format) {
        (None | Some(What::Feeds), None | Some(Format::Opml)) => Format::Opml,
        (None | Some(What::Quotes), Some(format @ (Format::Csv | Format::Json))) => format,
        (Some(What::Quotes), None) => Format::Csv,
        (Some(What::Feeds), Some(_)) => return exit::usage("feeds are exported as opml only (--format)"),
        (Some(What::Quotes), Some(Format::Opml)) => {
            return exit::usage("quotes are exported as csv or json (--format)");
        }
    };
    terminal::block_on(async {
        let store = match Store::open_read_only(&config.database_path).await {
            Ok(store) => store,
            Err(fault) => return database::refused(&fault),
        };
        let written = async {
            let mut db = store.read().await?;
            let who = options.chat.map_or(Reader::Anybody, Reader::Chat);
            let content = match format {
                Format::Opml => feed_list(&mut db, options.chat).await?,
                Format::Csv => quote_table::csv(&all_quotes(&mut db, who).await?),
                Format::Json => quote_table::json(&all_quotes(&mut db, who).await?)? + "\n",
            };
            drop(db);
            put(&content, options)
        };
        let written: anyhow::Result<()> = written.await;
        store.close().await;
        match written {
            Ok(()) => ExitCode::SUCCESS,
            Err(fault) => exit::input(store::told(&fault)),
        }
    })
}

/// Makes a chat follow the feeds of a list.
#[must_use]
pub fn import(options: &ImportOptions, config: &Config, clock: Clock) -> ExitCode {
    let outlines = match read(options) {
        Ok(outlines) => outlines,
        Err(fault) => return exit::input(store::told(&fault)),
    };
    terminal::block_on(async {
        let now = clock.now();
        let store = match Store::open(&config.database_path, now).await {
            Ok(store) => store,
            Err(fault) => return database::refused(&fault),
        };
        let done = follow(&store, (&outlines, options.chat), config, now).await;
        store.close().await;
        match done {
            Ok(done) => done.told(),
            Err(fault) => exit::input(store::told(&fault)),
        }
    })
}

async fn feed_list(db: &mut Db, chat: Option<i64>) -> anyhow::Result<String> {
    let ids = match chat {
        Some(id) if chats::get(db, id).await?.is_none() => bail!("there is no chat {id} in this database"),
        Some(id) => vec![id],
        None => chats::list(db, i64::MAX).await?.into_iter().map(|chat| chat.id).collect(),
    };
    let mut seen = BTreeSet::new();
    let mut outlines = Vec::new();
    for id in ids {
        for row in subscriptions::list(db, id).await? {
            if seen.insert(row.url.clone()) {
                outlines.push(opml::Outline { url: row.url, title: row.title, site_url: row.site_url });
            }
        }
    }
    if outlines.is_empty() {
        bail!("no feed is followed yet; /sub in the chat, or `attache import`, follows one");
    }
    Ok(opml::write("attache", &outlines))
}

async fn all_quotes(db: &mut Db, who: Reader) -> anyhow::Result<Vec<quotes::Found>> {
    let mut all = Vec::new();
    loop {
        let before = all.last().map_or(i64::MAX, |last: &quotes::Found| last.id);
        let found = quotes::newest(db, who, before, AT_ONCE).await?;
        if found.is_empty() {
            return Ok(all);
        }
        all.extend(found);
    }
}

fn put(content: &str, options: &ExportOptions) -> anyhow::Result<()> {
    match &options.output {
        Some(path) => {
            std::fs::write(path, content).with_context(|| format!("failed to write {}", path.display()))?;
            stderr::line(format_args!("written to {}", path.display()));
        }
        None => stdout::bytes(content.as_bytes()),
    }
    Ok(())
}

fn read(options: &ImportOptions) -> anyhow::Result<Vec<opml::Outline>> {
    let (mut bytes, name) = (Vec::new(), options.file.display());
    if options.file.as_os_str() == "-" {
        std::io::stdin().lock().read_to_end(&mut bytes).context("standard input cannot be read")?;
    } else {
        bytes = std::fs::read(&options.file).with_context(|| format!("{name} cannot be read"))?;
    }
    let outlines = opml::read(&decode(&bytes, None));
    outlines.filter(|found| !found.is_empty()).with_context(|| format!("{name} is no OPML list of feeds"))
}

/// What an import came to.
#[derive(Debug, Default)]
struct Done {
    chat: i64,
    /// Whether it is the terminal's, which nobody named.
    terminals: bool,
    added: usize,
    known: usize,
    /// Name and reason.
    failed: Vec<(String, String)>,
}

impl Done {
    fn told(&self) -> ExitCode {
        let (added, known, failed) = (self.added, self.known, self.failed.len());
        let whose = if self.terminals { ", the one of `attache chat`" } else { "" };
        stdout::line(format_args!(
            "chat {}{whose}: added {added}, already followed {known}, failed {failed}",
            self.chat
        ));
        if self.terminals {
            stderr::line(
                "a chat in Telegram sees nothing of them: write /start to the bot there first, or name it with --chat ID",
            );
        }
        for (name, reason) in self.failed.iter().take(NAMED) {
            stderr::line(format_args!("failed: {name}: {reason}"));
        }
        if failed > NAMED {
            stderr::line(format_args!("… and {} more", failed - NAMED));
        }
        ExitCode::from(if added + known == 0 { exit::INPUT } else { 0 })
    }
}

async fn follow(
    store: &Store,
    (outlines, wanted): (&[opml::Outline], Option<i64>),
    config: &Config,
    now: DateTime<Utc>,
) -> anyhow::Result<Done> {
    let (web, rules) = (Web::new(config.web.settings())?, Rules::of(config));
    let mut db = store.begin().await?;
    let chat = chat(&mut db, wanted, &rules, now).await?;
    let (mut done, mut room) = (
        Done { chat: chat.id, terminals: wanted.is_none() && chat.id == TERMINAL, ..Done::default() },
        rules.feeds_a_chat,
    );
    room -= subscriptions::count(&mut db, chat.id).await?;
    for outline in outlines {
        let name = outline.title.clone().unwrap_or_else(|| outline.url.clone());
        let url = match web.check(&outline.url) {
            Ok(url) if room > 0 => url,
            Ok(_) => {
                done.failed.push((name, format!("a chat follows at most {} feeds", rules.feeds_a_chat)));
                continue;
            }
            Err(fault) => {
                done.failed.push((name, fault.to_string()));
                continue;
            }
        };
        let new = subscriptions::New {
            chat_id: chat.id,
            thread: None,
            feed_id: feeds::add(&mut db, url.as_str(), now).await?,
            mode: chat.mode,
            added_by: chat.id.max(0),
            sample: false,
        };
        match subscriptions::add(&mut db, &new, now).await? {
            Added::New(_) => (done.added, room) = (done.added + 1, room - 1),
            Added::Already(_) => done.known += 1,
        }
    }
    db.commit().await?;
    Ok(done)
}

/// The chat meant: the one named, or the only one there is; the terminal's where there is none yet.
async fn chat(db: &mut Db, wanted: Option<i64>, rules: &Rules, now: DateTime<Utc>) -> anyhow::Result<Chat> {
    let known = chats::list(db, 3).await?;
    let id = match (wanted, known.as_slice()) {
        (Some(id), _) => id,
        (None, []) => TERMINAL,
        (None, [only]) => only.id,
        (None, _) => bail!("there are several chats; name one with --chat (/chats in the bot lists them)"),
    };
    let kind = if id > 0 { chats::Kind::Private } else { chats::Kind::Supergroup };
    if let Some(chat) = chats::get(db, id).await? {
        return Ok(chat);
    }
    let seen = chats::Seen { id, kind, title: None, is_forum: false };
    let defaults = chats::Defaults { zone: rules.zone.name(), digest_minute: rules.digest_minute.into() };
    Ok(chats::see(db, &seen, &defaults, now).await?.0)
}
