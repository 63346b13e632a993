//! `attache eval quotes`: scores quotes and speakers on passages with gold.
//!
//! In: files of [`passages`], and the program's own quotes or another system's [`answers`]. Out: a table for people or
//! JSON. What counts as right is told in `tests/benchmark/README.md`; [`matching`] holds it for spans, [`speakers`] for
//! names, [`tally`] counts.

mod answers;
mod antecedents;
mod matching;
mod passages;
mod report;
mod speakers;
mod tally;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use clap::{Args, Subcommand, ValueEnum};

use self::answers::Answers;
use self::passages::Passage;
use self::tally::Tally;
use super::{exit, stdout};
use crate::brief::quotes::{Rule, RuleSet};

/// What is scored.
#[derive(Debug, Args)]
pub struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Quotes and who said them.
    Quotes(QuoteOptions),
    /// Whom the words for each speaker may mean, with what tells for each: JSON lines to learn weights from.
    Antecedents {
        /// Passages with their quotes: JSON as in tests/benchmark
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
}

/// Passages, whose answers, and how the score is written.
#[derive(Debug, Args)]
struct QuoteOptions {
    /// Passages with their quotes: JSON as in tests/benchmark
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Another system's answers: JSON lines {"id", "quotes": [{"text" or "start" and "end", "speaker": {"name", "mention"}}]}
    #[arg(long, value_name = "FILE", conflicts_with = "without")]
    answers: Option<PathBuf>,
    /// Switches a rule off, to see what it is worth; may be given more than once; `each` scores without each in turn
    #[arg(long, value_name = "RULE")]
    without: Vec<String>,
    /// A table for people, or JSON
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Lists every quote that was missed, false or given to the wrong speaker
    #[arg(long)]
    misses: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Runs the command; exit code 1 when a file cannot be used, 2 for an unknown rule.
#[must_use]
pub fn run(options: &Options) -> ExitCode {
    let options = match &options.what {
        What::Quotes(options) => options,
        What::Antecedents { files } => {
            return match read(files) {
                Ok(passages) => {
                    stdout::words(antecedents::lines(&passages));
                    ExitCode::SUCCESS
                }
                Err(fault) => exit::input(format_args!("eval antecedents: {fault:#}")),
            };
        }
    };
    let without = match switched_off(&options.without) {
        Ok(without) => without,
        Err(fault) => return exit::usage(fault),
    };
    match scored(options, without) {
        Ok(written) => {
            stdout::words(&written);
            ExitCode::SUCCESS
        }
        Err(fault) => exit::input(format_args!("eval quotes: {fault:#}")),
    }
}

/// The rules that are switched off; `None` when each is to be in turn.
fn switched_off(names: &[String]) -> Result<Option<RuleSet>, String> {
    if names.iter().any(|name| name == "each") {
        return Ok(None);
    }
    let mut set = RuleSet::default();
    for name in names {
        let rule = Rule::named(name).ok_or_else(|| {
            let known: Vec<&str> = Rule::all().iter().map(|rule| rule.name()).collect();
            format!("no rule is called `{name}`; the rules are: {}, or each", known.join(", "))
        })?;
        set = set.with(rule);
    }
    Ok(Some(set))
}

/// The passages of the files; no two with one id.
fn read(files: &[PathBuf]) -> Result<Vec<Passage>> {
    let mut passages = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
        passages.extend(passages::parse(&text).with_context(|| format!("{}", file.display()))?);
    }
    if let Some(twice) = passages::told_twice(&passages) {
        anyhow::bail!("two passages are called {twice}");
    }
    Ok(passages)
}

fn scored(options: &QuoteOptions, without: Option<RuleSet>) -> Result<String> {
    let passages = read(&options.files)?;
    let score = |answers: &Answers| tally::score(&passages, answers, options.misses);
    let Some(without) = without else {
        return Ok(report::ablation(&each_rule(&passages), options.format == Format::Json));
    };
    let tally = match &options.answers {
        Some(file) => {
            let text =
                std::fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
            score(&answers::parse(&text, &passages).with_context(|| format!("{}", file.display()))?)
        }
        None => score(&answers::own(&passages, without)),
    };
    Ok(if options.format == Format::Json { report::json(&tally) } else { report::text(&tally) })
}

/// The score with every rule, then without each in turn.
fn each_rule(passages: &[Passage]) -> Vec<(&'static str, Tally)> {
    let score = |set| tally::score(passages, &answers::own(passages, set), false);
    let all = [("all rules", score(RuleSet::default()))];
    all.into_iter()
        .chain(Rule::all().iter().map(|rule| (rule.name(), score(RuleSet::default().with(*rule)))))
        .collect()
}

#[cfg(test)]
mod tests;
