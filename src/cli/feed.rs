//! `attache feed`: fetches or reads a feed and prints its entries, or the feeds a site offers.
//!
//! In: a URL, a file, or JSON lines naming files. Out: a list for people or JSON objects.

use std::io::{BufRead, Write};
use std::process::ExitCode;

use chrono::{DateTime, SecondsFormat, Utc};
use clap::{Args, ValueEnum};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{exit, starters, stderr, stdout, terminal};
use crate::config::Config;
use crate::feed::{self, Candidate, Entry, Feed, NotAFeed};
use crate::fetch::{Kind, Want, Web};

/// What to read and how to print it.
#[derive(Debug, Args)]
pub struct Options {
    /// A feed to read: a URL, a path, or - for standard input.
    #[arg(value_name = "URL or FILE", required_unless_present_any = ["batch", "check_starters"])]
    pub input: Option<String>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Reads JSON lines with id, path, url and content type on standard input and writes one JSON line each.
    #[arg(long, conflicts_with = "input")]
    pub batch: bool,
    /// Tries the addresses of all starter sets and prints a line each.
    #[arg(long, conflicts_with_all = ["input", "batch"])]
    pub check_starters: bool,
}

/// How to print a feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A list for people.
    Text,
    /// One JSON object.
    Json,
}

/// Runs the command.
#[must_use]
pub fn run(options: &Options, config: &Config) -> ExitCode {
    if options.batch {
        let done = copy(std::io::stdin().lock(), std::io::BufWriter::new(stdout::quiet()));
        return finished(done);
    }
    if options.check_starters {
        return starters::run(config);
    }
    let input = options.input.as_deref().unwrap_or("-");
    if input.starts_with("http://") || input.starts_with("https://") {
        return terminal::block_on(async { told(input, options.format, ask(input, config).await) });
    }
    let parsed =
        read(input).and_then(|bytes| feed::parse(&bytes, None, None).map_err(|fault| fault.to_string()));
    told(input, options.format, parsed.map(|feed| (Answer::Feed(feed), None)))
}

/// What stands at an address.
enum Answer {
    Feed(Feed),
    /// A page, and the feeds it offers.
    Site(Vec<Candidate>),
}

async fn ask(url: &str, config: &Config) -> Result<(Answer, Option<String>), String> {
    let web = Web::new(config.web.settings()).map_err(|fault| format!("{fault:#}"))?;
    let fetched = web.get(Want::new(url, Kind::Site)).await.map_err(|fault| fault.to_string())?;
    let (kind, base) = (fetched.headers.content_type.as_deref(), fetched.final_url.to_string());
    match feed::parse(&fetched.body, Some(&base), kind) {
        Ok(feed) => Ok((Answer::Feed(feed), Some(base))),
        Err(NotAFeed::Html) => {
            let found = feed::discover(&feed::decode(&fetched.body, kind), &fetched.final_url);
            if found.is_empty() {
                Err(NotAFeed::Html.to_string())
            } else {
                Ok((Answer::Site(found), Some(base)))
            }
        }
        Err(fault) => Err(fault.to_string()),
    }
}

fn told(input: &str, format: Format, answer: Result<(Answer, Option<String>), String>) -> ExitCode {
    let out = stdout::quiet();
    match answer {
        Ok((Answer::Feed(feed), url)) => finished(print(&feed, url.as_deref(), format, out)),
        Ok((Answer::Site(found), _)) => {
            stderr::line(format_args!("{input}: this is a web page; it offers these feeds:"));
            finished(offers(&found, format, out))
        }
        Err(fault) => exit::input(format!("{input}: {fault}")),
    }
}

fn offers(found: &[Candidate], format: Format, mut out: impl Write) -> std::io::Result<()> {
    if format == Format::Json {
        let rows = found.iter().map(|one| json!({ "url": one.url, "title": one.title }));
        return writeln!(out, "{}", json!({ "feeds": rows.collect::<Vec<_>>() }));
    }
    found
        .iter()
        .try_for_each(|one| writeln!(out, "{}  {}", one.url, one.title.as_deref().unwrap_or_default()))
}

fn finished(done: std::io::Result<()>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => exit::input(fault),
    }
}

fn read(input: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let done = if input == "-" {
        std::io::Read::read_to_end(&mut std::io::stdin().lock(), &mut bytes).map(|_| ())
    } else {
        std::fs::read(input).map(|read| bytes = read)
    };
    done.map(|()| bytes).map_err(|fault| match fault.kind() {
        std::io::ErrorKind::NotFound if input.contains('.') => {
            "there is no such file; for a site write its whole address, with https://".to_owned()
        }
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        std::io::ErrorKind::IsADirectory => "this is a folder; give a file in it".to_owned(),
        _ => format!("this file cannot be read: {fault}"),
    })
}

fn print(feed: &Feed, url: Option<&str>, format: Format, mut out: impl Write) -> std::io::Result<()> {
    if format == Format::Json {
        return writeln!(out, "{}", object(feed, url));
    }
    writeln!(out, "{}", feed.title.as_deref().unwrap_or("(no title)"))?;
    for entry in &feed.entries {
        let date = entry
            .published
            .or(entry.updated)
            .map_or_else(|| "–".to_owned(), |date| date.format("%F %H:%M").to_string());
        writeln!(out, "{date:16}  {}", entry.title.as_deref().unwrap_or("(no title)"))?;
        writeln!(out, "{:16}  {}", "", entry.url.as_deref().unwrap_or("(no link)"))?;
    }
    Ok(())
}

#[derive(Deserialize)]
struct Line {
    id: String,
    path: String,
    url: Option<String>,
    content_type: Option<String>,
}

fn copy(given: impl BufRead, mut out: impl Write) -> std::io::Result<()> {
    for line in given.split(b'\n') {
        let line = line?;
        if !line.trim_ascii().is_empty() {
            writeln!(out, "{}", answer(&line))?;
        }
    }
    out.flush()
}

fn answer(line: &[u8]) -> Value {
    let failed = |id: Option<Value>, fault: String| json!({ "id": id, "error": fault });
    let line: Line = match serde_json::from_slice(line) {
        Ok(line) => line,
        Err(fault) => {
            let id = serde_json::from_slice::<Value>(line).ok().and_then(|value| value.get("id").cloned());
            return failed(id, format!("not an input line: {fault}"));
        }
    };
    let id = Value::from(line.id);
    let bytes = match std::fs::read(&line.path) {
        Ok(bytes) => bytes,
        Err(fault) => return failed(Some(id), fault.to_string()),
    };
    match feed::parse(&bytes, line.url.as_deref(), line.content_type.as_deref()) {
        Ok(feed) => with_id(id, object(&feed, line.url.as_deref())),
        Err(fault) => failed(Some(id), fault.to_string()),
    }
}

fn with_id(id: Value, object: Value) -> Value {
    let mut fields = serde_json::Map::from_iter([("id".to_owned(), id)]);
    if let Value::Object(rest) = object {
        fields.extend(rest);
    }
    Value::Object(fields)
}

/// The feed as the command line's contract has it; times RFC 3339 UTC.
fn object(feed: &Feed, url: Option<&str>) -> Value {
    json!({
        "url": url,
        "title": feed.title,
        "site_url": feed.site_url,
        "language": feed.language,
        "ttl_seconds": feed.hints.ttl_seconds,
        "entries": feed.entries.iter().map(entry_object).collect::<Vec<_>>(),
    })
}

fn entry_object(entry: &Entry) -> Value {
    let time = |at: Option<DateTime<Utc>>| at.map(|at| at.to_rfc3339_opts(SecondsFormat::AutoSi, true));
    json!({
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "published": time(entry.published),
        "updated": time(entry.updated),
        "summary": entry.summary,
        "authors": entry.authors,
        "content_html": entry.content_html,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_answered_in_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let good = folder.path().join("good.xml");
        std::fs::write(
            &good,
            "<rss version='2.0'><channel><title>Desk</title><item><title>One</title></item></channel></rss>",
        )
        .unwrap();
        let page = folder.path().join("page.html");
        std::fs::write(&page, "<!doctype html><html><body>Hello</body></html>").unwrap();
        let given = format!(
            "{}\nnot json\n{}\n{}\n",
            json!({"id": "a", "path": good}),
            json!({"id": "b", "path": page}),
            json!({"id": "c", "path": folder.path().join("none")})
        );
        let mut out = Vec::new();
        copy(given.as_bytes(), &mut out).unwrap();
        let got: Vec<Value> =
            String::from_utf8(out).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(got.len(), 4);
        assert_eq!((&got[0]["id"], &got[0]["entries"][0]["title"]), (&json!("a"), &json!("One")));
        assert!(got[1]["error"].is_string());
        assert_eq!(got[2], json!({"id": "b", "error": "this is a web page, not a feed"}));
        assert!(got[3]["error"].is_string());
    }
}
