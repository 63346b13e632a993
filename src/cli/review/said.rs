//! A file of quotes as the evaluation has them.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use serde::Deserialize;

use crate::text::Language;

/// Where the quotes come from and how the answer is written.
#[derive(Debug, Args)]
pub struct FileOptions {
    /// `{"quotes": [{"id", "speaker", "lang", "date", "outlet", "text"}]}`
    pub file: PathBuf,
    /// How the answer is written.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    pub format: Format,
}

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
    /// Languages you read, as en,ru: quotes in others get a machine translation, where a model is placed
    #[arg(long, value_name = "CODES", default_value = "")]
    pub read: String,
}

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// JSON on standard output.
    Json,
}

#[derive(Debug, Deserialize)]
struct File {
    quotes: Vec<Line>,
}

#[derive(Debug, Deserialize)]
struct Line {
    id: String,
    speaker: String,
    lang: String,
    date: NaiveDate,
    text: String,
}

/// A quote of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) id: String,
    pub(super) speaker: String,
    pub(super) language: Language,
    pub(super) day: NaiveDate,
    pub(super) text: String,
}

/// Reads a file of quotes; a quote whose language has no code is an error that names it.
pub(super) fn read(path: &Path) -> Result<Vec<Said>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    parse(&text).with_context(|| format!("{} holds no quotes", path.display()))
}

fn parse(text: &str) -> Result<Vec<Said>> {
    let file: File = serde_json::from_str(text)?;
    file.quotes
        .into_iter()
        .map(|line| {
            let language = Language::from_tag(&line.lang);
            let language =
                language.with_context(|| format!("quote {}: `{}` is no language", line.id, line.lang))?;
            Ok(Said { id: line.id, speaker: line.speaker, language, day: line.date, text: line.text })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_quotes_is_read_and_a_wrong_one_says_what_is_wrong() {
        let quote = r#"{"id": "q1", "speaker": "Ana Brook", "lang": "en", "date": "2026-02-19", "outlet": "Post", "text": "No."}"#;
        let said = parse(&format!(r#"{{"quotes": [{quote}]}}"#)).unwrap();
        assert_eq!(said.len(), 1);
        assert_eq!((said[0].id.as_str(), said[0].day.to_string().as_str()), ("q1", "2026-02-19"));
        let fault = parse(&format!(r#"{{"quotes": [{}]}}"#, quote.replace("\"en\"", "\"\""))).unwrap_err();
        assert_eq!(fault.to_string(), "quote q1: `` is no language");
        assert!(parse("[]").is_err());
    }
}
