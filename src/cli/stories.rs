//! `attache stories`: groups articles into stories.
//!
//! In: JSON lines `{"id", "title", "text", "published"?, "lang"?}` in the order the articles came. Out: a line
//! `{"id", "story"}` for each, in the same order, the story named by the id of its first article; a line that cannot be
//! read gives `{"id", "error"}` and never stops the rest.

use std::io::{BufRead, BufWriter, Write};
use std::process::ExitCode;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use clap::Args;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{exit, stdout};
use crate::story::{Draft, Report, Window};
use crate::text::Language;

/// Days of articles that are kept for comparing.
const KEPT: TimeDelta = TimeDelta::days(3);

/// What to group.
#[derive(Debug, Args)]
pub struct Options {
    /// Reads JSON lines on standard input and writes one JSON line each, in the same order.
    #[arg(long, required = true)]
    pub batch: bool,
}

#[derive(Debug, Deserialize)]
struct Line {
    id: String,
    title: Option<String>,
    text: Option<String>,
    published: Option<String>,
    lang: Option<String>,
}

/// Runs the command; exit code 1 when standard input or output fails.
#[must_use]
pub fn run(_options: &Options) -> ExitCode {
    match copy(std::io::stdin().lock(), BufWriter::new(stdout::quiet())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => exit::input(format_args!("stories --batch: {fault}")),
    }
}

fn copy(given: impl BufRead, mut out: impl Write) -> std::io::Result<()> {
    let mut window = Window::default();
    let mut ids: Vec<String> = Vec::new();
    let mut latest = DateTime::UNIX_EPOCH;
    for line in given.split(b'\n') {
        let line = line?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let answer = match serde_json::from_slice::<Line>(&line) {
            Ok(line) => {
                let draft = draft(&line, &mut latest);
                window.forget_before(latest - KEPT);
                let number = ids.len() as i64;
                let story = window.nearest(&draft).story.unwrap_or(number);
                window.keep(draft, number, story);
                ids.push(line.id.clone());
                let first = usize::try_from(story).ok().and_then(|first| ids.get(first)).unwrap_or(&line.id);
                json!({"id": line.id, "story": first})
            }
            Err(fault) => {
                let id =
                    serde_json::from_slice::<Value>(&line).ok().and_then(|given| given.get("id").cloned());
                json!({"id": id, "error": format!("not an input line: {fault}")})
            }
        };
        writeln!(out, "{answer}")?;
    }
    out.flush()
}

/// Reads an article; one without a date came when the latest before it did.
fn draft(line: &Line, latest: &mut DateTime<Utc>) -> Draft {
    let (title, text) = (line.title.as_deref().unwrap_or_default(), line.text.as_deref().unwrap_or_default());
    let at = line.published.as_deref().and_then(instant).unwrap_or(*latest);
    *latest = at.max(*latest);
    let language = line.lang.as_deref().and_then(Language::from_tag).or_else(|| Language::of_text(text));
    Draft::of(&Report { title, text, language: language.unwrap_or_default(), at })
}

/// Reads an RFC 3339 time or a mere date.
fn instant(text: &str) -> Option<DateTime<Utc>> {
    let time = DateTime::parse_from_rfc3339(text).map(|time| time.with_timezone(&Utc)).ok();
    time.or_else(|| Some(text.parse::<NaiveDate>().ok()?.and_time(NaiveTime::MIN).and_utc()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(given: &str) -> Vec<String> {
        let mut out = Vec::new();
        copy(given.as_bytes(), &mut out).unwrap();
        String::from_utf8(out).unwrap().lines().map(str::to_owned).collect()
    }

    #[test]
    fn each_line_is_answered_in_order_and_a_bad_one_stops_nothing() {
        let talks = "Envoys of Norvia and Ossa met in Port Hale to resume talks about the grain corridor.";
        let given = format!(
            r#"{{"id": "a", "title": "Grain talks resume", "text": "{talks}", "published": "2026-02-14"}}
{{"id": "b", "title": "Velm votes", "text": "Lawmakers passed a budget after a long debate.", "published": "2026-02-14T10:00:00Z"}}

{{"id": 7}}
not json
{{"id": "c", "title": "Grain talks resume", "text": "{talks}", "lang": "en"}}
{{"id": "d", "title": "Grain talks resume", "text": "{talks}", "published": "2026-03-14"}}
"#
        );
        let answers = answers(&given);
        assert_eq!(answers.len(), 6, "{answers:?}");
        assert_eq!(answers[0], r#"{"id":"a","story":"a"}"#);
        assert_eq!(answers[1], r#"{"id":"b","story":"b"}"#);
        assert!(answers[2].starts_with(r#"{"id":7,"error":"not an input line"#), "{}", answers[2]);
        assert!(answers[3].starts_with(r#"{"id":null,"error":"#), "{}", answers[3]);
        assert_eq!(answers[4], r#"{"id":"c","story":"a"}"#);
        assert_eq!(answers[5], r#"{"id":"d","story":"d"}"#);
    }
}
