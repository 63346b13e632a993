//! `attache record --person`: what somebody quoted in the database said over time.

use std::process::ExitCode;

use super::said::Options;
use crate::cli::{database, exit, stdout, terminal};
use crate::clock::Clock;
use crate::config::Config;
use crate::editor::record::{Asked, of_person};
use crate::editor::shown::languages;
use crate::editor::translated;
use crate::store::full_text::Terms;
use crate::store::{self, Reader, Store};
use crate::translator::Translator;
use crate::view::{Locale, PersonRecord, RenderOptions};

/// Runs the command; exit code 1 when the database cannot be used, or nobody of that name is quoted.
#[must_use]
pub fn run(options: &Options, config: &Config, clock: Clock) -> ExitCode {
    let person = options.person.as_deref().unwrap_or_default();
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
            Ok(Some(mut found)) => {
                let translator = Translator::new(config.models_folder());
                translated::of_record(Some(&translator), &languages(&options.read), &mut found).await;
                stdout::styled(found.text(&look).to_terminal(terminal::screen()));
                ExitCode::SUCCESS
            }
            Ok(None) => exit::input(format!("no quotes of “{}” are stored", words.trim())),
            Err(fault) => exit::input(store::told(&fault)),
        }
    })
}

async fn find(store: &Store, words: &str) -> anyhow::Result<Option<PersonRecord>> {
    let asked = Asked { terms: Terms::read(words), ..Asked::default() };
    of_person(&mut *store.read().await?, Reader::Anybody, &asked).await
}
