//! `attache brief`: briefs articles without a token, a key or a database.
//!
//! In: addresses, files, standard input, or articles as JSON lines. Out: cards for people, or one JSON object an
//! article in the order of the input.

use std::num::NonZeroUsize;
use std::path::Path;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use indicatif::ProgressBar;
use serde_json::json;

use crate::article::{Article, Given};
use crate::brief::quotes;
use crate::cli::{exit, stderr, stdout, terminal};
use crate::clock::Clock;
use crate::config::Config;
use crate::editor::shown::{outlet, told_by_model};
use crate::editor::{Edited, Editor, Told, Writer};
use crate::fetch::Web;
use crate::text::{decode, told_controls};
use crate::view::{Card, RenderOptions};

pub mod batch;
#[cfg(test)]
mod kinds_tests;
pub mod output;

/// What to brief and how to print it.
#[derive(Debug, Args)]
pub struct Options {
    /// Articles to brief: an http(s) address, a path to an .html or .txt file, or - for standard input
    #[arg(value_name = "INPUT", required_unless_present = "batch")]
    pub inputs: Vec<String>,
    /// How to print them
    #[arg(long, value_enum, default_value = "card")]
    pub format: Format,
    /// Reads JSON lines on standard input and writes one JSON line each, in the same order
    #[arg(long, conflicts_with_all = ["inputs", "format"])]
    pub batch: bool,
    /// Who writes the summaries; llm needs llm.provider and llm.model
    #[arg(long, value_enum, default_value = "extractive", conflicts_with = "batch")]
    pub summarizer: Summarizer,
    /// Tells for each quote which rule named its speaker, and why other candidates lost
    #[arg(long, conflicts_with_all = ["batch", "format"])]
    pub explain: bool,
    /// Threads for --batch; as many as there are processors unless given
    #[arg(long, requires = "batch")]
    pub threads: Option<NonZeroUsize>,
}

/// Who writes a summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Summarizer {
    /// Sentences of the article
    Extractive,
    /// The configured language model, checked against the article; the extract where it fails
    Llm,
}

/// How to print an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A card for people
    Card,
    /// One JSON object an article
    Json,
}

/// Runs the command; exit code 1 when an input could not be used.
#[must_use]
pub fn run(options: &Options, config: &Config, clock: Clock) -> ExitCode {
    if options.batch {
        return batch::run(options.threads);
    }
    terminal::block_on(each(options, config, clock))
}

async fn each(options: &Options, config: &Config, clock: Clock) -> ExitCode {
    let editor = match Web::new(config.web.settings()) {
        Ok(web) => Editor::new(web),
        Err(fault) => return exit::usage(format!("failed to set up TLS: {fault}")),
    };
    let editor = match (options.summarizer, Writer::of(&config.llm, None)) {
        (Summarizer::Extractive, _) => editor,
        (Summarizer::Llm, Ok(writer @ Some(_))) => editor.with_writer(writer),
        (Summarizer::Llm, Ok(None)) => {
            return exit::usage("llm.provider is not set, so no model can be asked");
        }
        (Summarizer::Llm, Err(fault)) => return exit::usage(format!("failed to set up TLS: {fault}")),
    };
    let bar = terminal::bar(options.inputs.len());
    let mut code = ExitCode::SUCCESS;
    for (place, input) in options.inputs.iter().enumerate() {
        bar.set_message(told_controls(input).into_owned());
        let answer = match one(input, &editor).await {
            Ok(edited) => Ok(by_model(edited, &editor).await),
            Err(fault) => Err(fault),
        };
        if answer.is_err() {
            code = ExitCode::from(exit::INPUT);
        }
        let why = answer.as_ref().ok().filter(|_| options.explain).map(|edited| explained(&edited.article));
        bar.suspend(|| {
            print(input, answer, place, options.format, clock);
            why.into_iter().for_each(|why| stdout::line(format_args!("\n{why}")));
        });
        bar.inc(1);
    }
    ProgressBar::finish_and_clear(&bar);
    code
}

/// With the model's summary, where one is asked for and passes the checks.
async fn by_model(edited: Edited, editor: &Editor) -> Edited {
    let Some(patience) = editor.writer().map(|writer| writer.timeout() * 4) else { return edited };
    let language = [edited.article.language];
    let made = editor.summaries((&edited.article, &edited.brief), &language, patience).await;
    match made.first() {
        Some(made) => Edited { brief: told_by_model(&edited.brief, made), ..edited },
        None => edited,
    }
}

/// Briefs one input.
async fn one(input: &str, editor: &Editor) -> Result<Edited, String> {
    if input.contains("://") {
        return editor.brief_url(input, &Told::default()).await.map_err(|fault| fault.to_string());
    }
    let bytes = if input == "-" { standard_input() } else { std::fs::read(input) };
    let bytes = bytes.map_err(|fault| unreadable(input, &fault))?;
    if is_binary(&bytes) {
        return Err(
            "this is a binary file, not an article; give its text, an .html file or an address".to_owned()
        );
    }
    let text = decode(&bytes, None).into_owned();
    if text.trim().is_empty() {
        return Err("the input is empty; give an article's text, an .html file or an address".to_owned());
    }
    let edited = if is_page(input, &text) {
        editor.brief_html(text, Given::default()).await
    } else {
        editor.brief_text(text, Given::default()).await
    };
    edited.map_err(|fault| fault.to_string())
}

fn standard_input() -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut std::io::stdin().lock(), &mut bytes)?;
    Ok(bytes)
}

fn unreadable(input: &str, fault: &std::io::Error) -> String {
    use std::io::ErrorKind;
    let is_file = matches!(ending(input).as_str(), "txt" | "html" | "htm" | "");
    match fault.kind() {
        ErrorKind::NotFound if is_file => "there is no such file".to_owned(),
        ErrorKind::NotFound => {
            "there is no such file; for a page on the web write its whole address, with https://".to_owned()
        }
        ErrorKind::IsADirectory => "this is a folder; give a file in it".to_owned(),
        ErrorKind::PermissionDenied => "this file may not be read".to_owned(),
        _ => format!("this file cannot be read: {fault}"),
    }
}

/// True for bytes that no text is made of: a NUL outside of UTF-16.
fn is_binary(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(4_096)).unwrap_or(bytes);
    let utf_16 = head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]);
    head.starts_with(b"%PDF") || (!utf_16 && head.contains(&0))
}

/// What stands behind the last dot of a file's name, in lower case.
fn ending(input: &str) -> String {
    Path::new(input).extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase()
}

/// True for a page: by its name, or without one that tells by its first words.
fn is_page(input: &str, text: &str) -> bool {
    let head: String = text.trim_start().chars().take(200).collect::<String>().to_ascii_lowercase();
    match ending(input).as_str() {
        "html" | "htm" | "xhtml" => true,
        "txt" => false,
        _ => head.starts_with("<!doctype html") || head.contains("<html"),
    }
}

fn print(input: &str, answer: Result<Edited, String>, place: usize, format: Format, clock: Clock) {
    match (answer, format) {
        (Ok(edited), Format::Json) => stdout::line(output::line(input, &edited.article, &edited.brief)),
        (Ok(edited), Format::Card) => {
            if place > 0 {
                stdout::line("");
            }
            stdout::styled(drawn(&edited, clock));
        }
        (Err(fault), format) => {
            stderr::line(format_args!("attache: {input}: {fault}"));
            if format == Format::Json {
                stdout::line(json!({"id": input, "error": fault}));
            }
        }
    }
}

/// Why each quote has the speaker it has, a quote a paragraph.
fn explained(article: &Article) -> String {
    quotes::explain(article).iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn drawn(edited: &Edited, clock: Clock) -> String {
    let card = Card::of(&edited.article, &edited.brief, outlet(&edited.article));
    let mut drawn = card.message(&RenderOptions::plain(clock.now())).text.to_terminal(terminal::screen());
    for warning in &edited.brief.warnings {
        drawn.push_str("\nnote: ");
        drawn.push_str(&told_controls(warning));
    }
    drawn
}
