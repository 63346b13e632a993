//! `attache reports`: what operators put right, each as a small test case, without a word of any reader.

use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use super::{database, exit, stdout, terminal};
use crate::config::Config;
use crate::store::people::corrections::{self, Correction};
use crate::store::{self, Reader, Store, articles};
use crate::text::Span;

/// What is printed.
#[derive(Debug, Args)]
pub struct Options {
    /// Prints the corrections as JSON, one a line: the paragraph, the quote, who was named by which rule, who said it.
    #[arg(long)]
    pub export: bool,
}

/// Prints how many corrections there are, or all of them.
#[must_use]
pub fn run(options: &Options, config: &Config) -> ExitCode {
    terminal::block_on(async {
        let store = match Store::open_read_only(&config.database_path).await {
            Ok(store) => store,
            Err(fault) => return database::refused(&fault),
        };
        let lines = lines(&store, options).await;
        store.close().await;
        match lines {
            Ok(lines) => {
                lines.iter().for_each(stdout::line);
                ExitCode::SUCCESS
            }
            Err(fault) => exit::input(format_args!("reports: {}", store::told(&fault))),
        }
    })
}

async fn lines(store: &Store, options: &Options) -> anyhow::Result<Vec<String>> {
    let (mut db, mut after, mut lines) = (store.read().await?, 0, Vec::new());
    loop {
        let Some((some, last)) = corrections::after(&mut db, Reader::Itself, after).await? else { break };
        after = last;
        for one in some {
            let stored = articles::get(&mut db, Reader::Itself, one.article_id).await?;
            let around = stored.map(|stored| paragraph(&stored.article.text, &one.quote)).unwrap_or_default();
            lines.push(case(&one, &around));
        }
    }
    if !options.export {
        let some =
            if lines.len() == 1 { "1 correction".to_owned() } else { format!("{} corrections", lines.len()) };
        lines = vec![format!("{some}; --export prints each as a test case")];
    }
    Ok(lines)
}

fn case(one: &Correction, paragraph: &str) -> String {
    json!({
        "text": paragraph, "quote": one.quote, "was": one.was, "rule": one.rule,
        "confidence": (one.confidence * 100.0).round() / 100.0,
        "speaker": one.speaker, "hidden": one.hidden, "url": one.url,
    })
    .to_string()
}

/// The line of the article the quote stands in, with those before and after it.
fn paragraph(text: &str, quote: &str) -> String {
    let Some(start) = text.find(quote) else { return String::new() };
    let span = Span::new(start, start + quote.len());
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let from = before.rmatch_indices('\n').nth(1).map_or(0, |(at, _)| at + 1);
    let to = after.match_indices('\n').nth(1).map_or(text.len(), |(at, _)| span.end + at);
    text.get(from..to).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::paragraph;

    #[test]
    fn a_case_has_the_paragraphs_around_the_quote() {
        let text = "One.\nTwo.\n\"We stay,\" she said.\nFour.\nFive.";
        assert_eq!(paragraph(text, "We stay,"), "Two.\n\"We stay,\" she said.\nFour.");
        assert_eq!(paragraph(text, "absent"), "");
    }
}
