//! `attache picture`: a card, a digest, the first page of a press review and a quote, drawn from the demonstration's world.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;
use chrono::{DateTime, TimeDelta, Utc};
use clap::Args;

use crate::bot::said_line;
use crate::bot::terminal::demonstrated;
use crate::cli::{exit, stderr, terminal};
use crate::clock::Clock;
use crate::config::Config;
use crate::picture::Shape;
use crate::press::review::{Asked, review};
use crate::store::Store;
use crate::store::people::quotes::{self, Wanted};
use crate::view::{Locale, RenderOptions, first_page, picture_of};

/// Where the pictures go.
#[derive(Debug, Args)]
pub struct Options {
    /// Folder to write card.png, digest.png, review.png and quote.png to
    #[arg(long, short, value_name = "FOLDER")]
    pub output: PathBuf,
    /// The demonstration's present, RFC 3339
    #[arg(long, value_name = "TIME", default_value = "2026-09-14T16:00:00Z")]
    pub at: DateTime<Utc>,
}

/// Whose quote is drawn.
const SPEAKER: &str = "Ines Duarte";

/// Draws the pictures. Exit code 1 when they cannot be drawn or written.
#[must_use]
pub fn run(options: &Options, config: &Config) -> ExitCode {
    terminal::block_on(async {
        match in_a_folder(options, config).await {
            Ok(()) => ExitCode::SUCCESS,
            Err(fault) => exit::input(format!("{fault:#}")),
        }
    })
}

/// Draws with a database in a folder of this process alone, which goes away.
async fn in_a_folder(options: &Options, config: &Config) -> anyhow::Result<()> {
    let folder = std::env::temp_dir().join(format!("attache-picture-{}", std::process::id()));
    std::fs::create_dir_all(&folder).with_context(|| format!("failed to make {}", folder.display()))?;
    let drawn = draw(options, config, &folder.join("demo.db")).await;
    if let Err(fault) = std::fs::remove_dir_all(&folder) {
        tracing::warn!(%fault, "the demonstration's folder stays");
    }
    drawn
}

/// Draws the pictures into the folder, with a database at `database`.
async fn draw(options: &Options, config: &Config, database: &Path) -> anyhow::Result<()> {
    let clock = Clock::starting_at(options.at);
    let store = Arc::new(Store::open(database, clock.now()).await?);
    let messages = demonstrated(config, Arc::clone(&store), clock).await?;
    let period = (options.at - TimeDelta::days(1), options.at + TimeDelta::hours(1));
    let asked = Asked { period, about: None, source: None, place: None, reader: None };
    let review = review(&mut *store.read().await?, &asked, &|_, _| {}).await?;
    let (_, quotes) = quotes::find(
        &mut *store.read().await?,
        &Wanted { person: Some(SPEAKER), whole_first: true, ..Wanted::default() },
        1,
        0,
    )
    .await?;
    let said = quotes.first().map(said_line);
    store.close().await;
    let look = RenderOptions { locale: Locale::default(), ..RenderOptions::plain(options.at) };
    let page = first_page(&review.document(&look));
    let quote = said.and_then(|said| said.picture(1, Shape::Wide, &look)).map(|file| file.bytes());
    let mut pictures: Vec<(&str, Option<Vec<u8>>)> =
        ["card.png", "digest.png"].into_iter().zip(messages.iter().map(picture_of)).collect();
    pictures.extend([("review.png", page), ("quote.png", quote)]);
    std::fs::create_dir_all(&options.output)
        .with_context(|| format!("failed to make {}", options.output.display()))?;
    for (name, picture) in pictures {
        let path = options.output.join(name);
        let bytes = picture.context("this program was built without pictures (`--features pictures`)")?;
        std::fs::write(&path, bytes).with_context(|| format!("failed to write {}", path.display()))?;
        stderr::line(path.display());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn drawn(output: &Path) -> anyhow::Result<()> {
        let at = "2026-09-14T16:00:00Z".parse().unwrap();
        let database = output.with_extension("db");
        draw(&Options { output: output.to_owned(), at }, &Config::unset(), &database).await
    }

    #[tokio::test]
    #[cfg(feature = "pictures")]
    async fn card_digest_review_and_quote_are_drawn() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("pictures");
        drawn(&output).await.unwrap();
        let mut known: Vec<Vec<u8>> = Vec::new();
        for name in ["card.png", "digest.png", "review.png", "quote.png"] {
            let png = std::fs::read(output.join(name)).unwrap();
            let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
            assert!(png.starts_with(b"\x89PNG") && number(16) >= 600 && number(20) >= 300, "{name}");
            assert!(!known.contains(&png), "{name}");
            known.push(png);
        }
    }

    #[tokio::test]
    #[cfg(not(feature = "pictures"))]
    async fn a_program_without_pictures_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let fault = drawn(&folder.path().join("pictures")).await.unwrap_err();
        assert!(fault.to_string().contains("without pictures"), "{fault:#}");
    }
}
