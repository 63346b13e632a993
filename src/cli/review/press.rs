//! `attache review`: the press review of a period, as a file.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use clap::{Args, ValueEnum};

use crate::cli::{database, exit, stderr, stdout, terminal};
use crate::clock::Clock;
use crate::config::Config;
use crate::digest::first_valid;
use crate::editor::shown::languages;
use crate::editor::translated;
use crate::press::review::{Asked, PressReview, review};
use crate::store::{self, Store};
use crate::text::Language;
use crate::translator::Translator;
use crate::view::{DocumentFormat, Locale, RenderOptions};

/// Which period, about what, and as what file.
#[derive(Debug, Args)]
pub struct Options {
    /// Begin of the period: a date, or an instant (RFC 3339); a day before its end without it
    #[arg(long, value_name = "TIME")]
    pub from: Option<String>,
    /// End of the period: a date, which is still in it, or an instant; now without it
    #[arg(long, value_name = "TIME")]
    pub to: Option<String>,
    /// A country, a person or a topic; everything without it
    #[arg(long, value_name = "WORDS")]
    pub about: Option<String>,
    /// Only what came by feeds this chat follows
    #[arg(long, value_name = "ID", allow_hyphen_values = true)]
    pub chat: Option<i64>,
    /// As what it is written; by the ending of --output without it, else html
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Language of its own words: en, ru
    #[arg(long, value_name = "CODE", default_value = "en")]
    pub language: String,
    /// Languages you read, as en,ru: quotes in others get a machine translation, where a model is placed
    #[arg(long, value_name = "CODES", default_value = "")]
    pub read: String,
    /// File to write; standard output without it
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// A format of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One HTML file that prints on A4
    Html,
    /// A Word document
    Docx,
    /// Markdown
    Md,
}

/// Makes the review; works beside a running bot. Exit code 1 when the database or a date cannot be used.
#[must_use]
pub fn run(options: &Options, config: &Config, clock: Clock) -> ExitCode {
    let zone = config.digest.default_zone;
    let Some(locale) = Locale::of_tag(&options.language) else {
        return exit::usage(format!("`{}` is no language of reviews: en, ru", options.language));
    };
    let format = match format(options) {
        Ok(format) => format,
        Err(fault) => return exit::usage(fault),
    };
    let period = match period(options, zone, clock.now()) {
        Ok(period) => period,
        Err(fault) => return exit::usage(format!("{fault:#}")),
    };
    terminal::block_on(async {
        let store = match Store::open_read_only(&config.database_path).await {
            Ok(store) => store,
            Err(fault) => return database::refused(&fault),
        };
        let look = RenderOptions { locale, zone, ..RenderOptions::plain(period.1) };
        let made = make(&store, options, period, locale).await;
        store.close().await;
        let written = match made {
            Ok(mut review) => {
                let translator = Translator::new(config.models_folder());
                translated::of_review(Some(&translator), &languages(&options.read), &mut review).await;
                Ok(review)
            }
            fault => fault,
        };
        let written = written.and_then(|review| write(&review, options.output.as_deref(), format, &look));
        match written {
            Ok(()) => ExitCode::SUCCESS,
            Err(fault) => exit::input(store::told(&fault)),
        }
    })
}

async fn make(
    store: &Store,
    options: &Options,
    period: (DateTime<Utc>, DateTime<Utc>),
    locale: Locale,
) -> anyhow::Result<PressReview> {
    let asked = Asked {
        period,
        about: options.about.clone().filter(|about| !about.trim().is_empty()),
        source: None,
        place: options.chat.map(|chat| (chat, None)),
        reader: Language::from_tag(locale.code()),
    };
    let bar = terminal::bar(2);
    bar.set_message("reading articles");
    let progress = |done: usize, all: usize| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    };
    let review = review(&mut *store.read().await?, &asked, &progress).await;
    bar.finish_and_clear();
    review
}

/// The format asked for, by its name or by the ending of the file.
fn format(options: &Options) -> Result<DocumentFormat, String> {
    let ending = options.output.as_ref().and_then(|path| path.extension());
    match (options.format, ending) {
        (Some(Format::Html), _) | (None, None) => Ok(DocumentFormat::Html),
        (Some(Format::Docx), _) => Ok(DocumentFormat::Docx),
        (Some(Format::Md), _) => Ok(DocumentFormat::Markdown),
        (None, Some(ending)) => {
            let ending = ending.to_string_lossy().to_lowercase();
            DocumentFormat::read(&ending).ok_or_else(|| {
                format!("`.{ending}` is no format of reviews: html, docx, md; --format names one")
            })
        }
    }
}

fn write(
    review: &PressReview,
    output: Option<&Path>,
    format: DocumentFormat,
    look: &RenderOptions,
) -> anyhow::Result<()> {
    let bytes = review.document(look).write(format);
    match output {
        Some(path) => {
            std::fs::write(path, bytes).with_context(|| format!("failed to write {}", path.display()))?;
            stderr::line(format_args!("{}\nwritten to {}", review.caption(look), path.display()));
        }
        None => stdout::bytes(&bytes),
    }
    Ok(())
}

/// The period asked for.
fn period(options: &Options, zone: Tz, now: DateTime<Utc>) -> anyhow::Result<(DateTime<Utc>, DateTime<Utc>)> {
    let to = match &options.to {
        Some(words) => instant(words, zone, 1)?,
        None => now,
    };
    let from = match &options.from {
        Some(words) => instant(words, zone, 0)?,
        None => to - TimeDelta::days(1),
    };
    anyhow::ensure!(from < to, "the period ends before it begins");
    Ok((from, to))
}

/// Reads a date, counted `days` on, or an instant.
fn instant(words: &str, zone: Tz, days: u64) -> anyhow::Result<DateTime<Utc>> {
    if let Ok(instant) = words.parse() {
        return Ok(instant);
    }
    let date = NaiveDate::parse_from_str(words, "%Y-%m-%d")
        .ok()
        .and_then(|date| date.checked_add_days(Days::new(days)));
    date.and_then(|date| first_valid(zone, date, 0)).with_context(|| {
        format!("`{words}` is neither a date (2026-02-14) nor an instant (2026-02-14T08:00:00Z)")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(from: Option<&str>, to: Option<&str>) -> Options {
        Options {
            from: from.map(str::to_owned),
            to: to.map(str::to_owned),
            about: None,
            chat: None,
            format: None,
            language: "en".into(),
            read: String::new(),
            output: None,
        }
    }

    #[test]
    fn a_file_is_written_as_its_ending_says_or_not_at_all() {
        let asked = |file: Option<&str>, named: Option<Format>| {
            let output = file.map(PathBuf::from);
            format(&Options { output, format: named, ..options(None, None) }).ok()
        };
        assert_eq!(asked(None, None), Some(DocumentFormat::Html));
        assert_eq!(asked(Some("a.b/review"), None), Some(DocumentFormat::Html));
        assert_eq!(asked(Some("review.DOCX"), None), Some(DocumentFormat::Docx));
        assert_eq!(asked(Some("review.pdf"), None), None);
        assert_eq!(asked(Some("review.pdf"), Some(Format::Md)), Some(DocumentFormat::Markdown));
    }

    #[test]
    fn a_date_is_a_whole_day_of_the_zone() {
        let now = "2026-02-14T12:00:00Z".parse().unwrap();
        let read = |from, to| {
            period(&options(from, to), chrono_tz::Europe::Moscow, now)
                .map(|(from, to)| format!("{from:?} {to:?}"))
        };
        assert_eq!(read(None, None).unwrap(), "2026-02-13T12:00:00Z 2026-02-14T12:00:00Z");
        let day = Some("2026-02-10");
        assert_eq!(read(day, day).unwrap(), "2026-02-09T21:00:00Z 2026-02-10T21:00:00Z");
        assert_eq!(
            read(Some("2026-02-10T05:00:00+02:00"), None).unwrap(),
            "2026-02-10T03:00:00Z 2026-02-14T12:00:00Z"
        );
        assert!(read(Some("2026-03-01"), None).is_err());
        assert!(read(Some("yesterday"), None).unwrap_err().to_string().contains("`yesterday`"));
    }
}
