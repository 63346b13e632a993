//! `attache record`: of a file of quotes, or of a person in the database.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::record;
use super::said::Format;
use crate::cli::{database, exit, terminal};
use crate::clock::Clock;
use crate::config::Config;
use crate::editor::record::of_person;
use crate::store::Store;
use crate::view::{Locale, PersonRecord, RenderOptions};

/// Whose record.
#[derive(Debug, Args)]
pub struct Options {
    /// `{"quotes": [{"id", "speaker", "lang", "date", "outlet", "text"}]}`
    #[arg(required_unless_present = "person", conflicts_with = "person")]
    pub file: Option<PathBuf>,
    /// How the answer of a file is written.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    pub format: Format,
    /// A person quoted in the database; works beside a running bot
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    /// Words the quotes hold
    #[arg(long, value_name = "WORDS", requires = "person")]
    pub about: Option<String>,
    /// Language of its own words: en, ru
    #[arg(long, value_name = "CODE", default_value = "en")]
    pub language: String,
}

/// Runs the command; exit code 1 when the file or the database cannot be used, or nobody of that name is quoted.
#[must_use]
pub fn run(options: &Options, config: &Config, clock: Clock) -> ExitCode {
    let Some(person) = &options.person else {
        return match &options.file {
            Some(file) => record::run(file),
            None => exit::usage("name a file of quotes, or --person"),
        };
    };
    let Some(locale) = Locale::of_tag(&options.language) else {
        return exit::usage(format!("`{}` is no language of records: en, ru", options.language));
    };
    let look =
        RenderOptions { locale, zone: config.digest.default_zone, ..RenderOptions::plain(clock.now()) };
    let words = format!("{person} {}", options.about.as_deref().unwrap_or_default());
    terminal::block_on(async {
        let store = match Store::open_read_only(&config.database_path).await {
            Ok(store) => store,
            Err(fault) => return database::refused(&fault),
        };
        let found = find(&store, &words).await;
        store.close().await;
        match found {
            Ok(Some(found)) => {
                println!("{}", found.text(&look).to_terminal(terminal::screen()));
                ExitCode::SUCCESS
            }
            Ok(None) => exit::input(format!("no quotes of “{}” are stored", words.trim())),
            Err(fault) => exit::input(format!("{fault:#}")),
        }
    })
}

async fn find(store: &Store, words: &str) -> anyhow::Result<Option<PersonRecord>> {
    of_person(&mut *store.read().await?, words).await
}
