//! `attache idf build`: how common words are, counted anew for the summaries.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde::Deserialize;

use crate::brief::summary::idf;
use crate::cli::{exit, stdout};
use crate::text::{Language, decode};

/// What to do with background frequencies.
#[derive(Debug, Args)]
pub struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Counts in how many texts each word stands and writes the table to standard output.
    ///
    /// Put it into src/languages/<code>/frequencies.txt and build the program again.
    Build(Build),
}

/// What to count.
#[derive(Debug, Args)]
struct Build {
    /// Texts: a .txt file is one, a .jsonl file has one a line, in the key "text" (and "lang", if texts are mixed)
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Language of the texts, two letters; texts of another are passed over
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    language: Language,
    /// Texts a word must stand in to be listed
    #[arg(long, value_name = "N", default_value_t = 3)]
    least: usize,
    /// The files hold lines `word frequency` instead of texts, the frequency being the word's share of all words
    #[arg(long)]
    frequencies: bool,
}

#[derive(Deserialize)]
struct Line {
    text: Option<String>,
    lang: Option<String>,
}

/// Runs the command; exit code 1 when a file cannot be read or holds nothing to count.
#[must_use]
pub fn run(options: &Options) -> ExitCode {
    let What::Build(build) = &options.what;
    match table(build) {
        Ok(table) => {
            stdout::words(&table);
            ExitCode::SUCCESS
        }
        Err(fault) => exit::input(fault),
    }
}

fn table(build: &Build) -> Result<String, String> {
    let mut texts = Vec::new();
    for file in &build.files {
        texts.extend(read(file, build)?);
    }
    if texts.is_empty() {
        return Err(format!(
            "no text in {} to count; give .txt files or JSON lines with \"text\"",
            build.language
        ));
    }
    if build.frequencies {
        let mut words: BTreeMap<&str, f64> = BTreeMap::new();
        for line in texts.iter().flat_map(|text| text.lines()) {
            let pair = line.rsplit_once(char::is_whitespace);
            let Some((word, share)) = pair.and_then(|(word, share)| Some((word, share.parse::<f64>().ok()?)))
            else {
                continue;
            };
            *words.entry(word.trim()).or_default() += share;
        }
        return Ok(idf::estimate(words, build.language, build.least));
    }
    Ok(idf::build(texts.iter().map(String::as_str), build.language, build.least))
}

/// The texts of a file that are in the language.
fn read(file: &Path, build: &Build) -> Result<Vec<String>, String> {
    let name = file.display();
    let bytes = std::fs::read(file).map_err(|fault| format!("failed to read {name}: {fault}"))?;
    let whole = decode(&bytes, None).into_owned();
    let by_line = file.extension().is_some_and(|end| end == "jsonl" || end == "json" || end == "ndjson");
    if !by_line {
        return Ok(vec![whole]);
    }
    let mut texts = Vec::new();
    for (place, line) in whole.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let line: Line =
            serde_json::from_str(line).map_err(|fault| format!("{name}, line {}: {fault}", place + 1))?;
        let tag = line.lang.as_deref().and_then(Language::from_tag);
        if let Some(text) = line.text
            && tag.or_else(|| Language::of_text(&text)).is_none_or(|found| found == build.language)
        {
            texts.push(text);
        }
    }
    Ok(texts)
}

fn language(given: &str) -> Result<Language, String> {
    Language::from_tag(given).ok_or_else(|| "two letters, as en or fr".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(files: &[(&str, &str)], frequencies: bool) -> Result<String, String> {
        let folder = tempfile::tempdir().unwrap();
        let mut paths = Vec::new();
        for (name, content) in files {
            paths.push(folder.path().join(name));
            std::fs::write(paths.last().unwrap(), content).unwrap();
        }
        table(&Build { files: paths, language: Language::coded("en"), least: 1, frequencies })
    }

    #[test]
    fn texts_lines_and_frequencies_are_counted() {
        let lines = "{\"text\": \"Rain over the treaty.\", \"lang\": \"en\"}\n\n{\"text\": \"Der Vertrag.\", \"lang\": \"de\"}\n";
        let built = build(&[("a.txt", "A treaty, a summit."), ("b.jsonl", lines)], false);
        assert_eq!(built.unwrap(), "documents 2\ntreati 2\nrain 1\nsummit 1\n");
        let built = build(&[("f.txt", "treaty 0.001\nno number here\nsummit\t0.0001\n")], true);
        assert_eq!(built.unwrap(), "documents 10000\ntreati 2592\nsummit 296\n");
        let broken = build(&[("b.jsonl", "{\"text\": \"One.\"}\nnot json\n")], false).unwrap_err();
        assert!(broken.contains("b.jsonl, line 2"), "{broken}");
        let none = build(&[("b.jsonl", "{\"text\": \"Der Vertrag\", \"lang\": \"de\"}\n")], false);
        assert!(none.unwrap_err().starts_with("no text in en"));
    }
}
