//! `attache feed --check-starters`: tries the address of every feed of the starter sets, a line each.
//!
//! In: the table of starter sets, the web. Out: a line a feed in the table's order, and how many answered.

use std::process::ExitCode;

use chrono::{DateTime, Utc};
use futures_util::{StreamExt as _, stream};

use super::{exit, stdout, terminal};
use crate::bot::starter_sets::{self, Row};
use crate::config::Config;
use crate::feed;
use crate::fetch::{Kind, Want, Web};

/// Addresses asked at one time; hosts are different ones, mostly.
const AT_ONCE: usize = 12;

/// What an address answered.
struct Found {
    entries: usize,
    newest: Option<DateTime<Utc>>,
}

/// Tries all; exit code 1 when one does not give a feed.
#[must_use]
pub fn run(config: &Config) -> ExitCode {
    terminal::block_on(async {
        let web = match Web::new(config.web.settings()) {
            Ok(web) => web,
            Err(fault) => return exit::input(format_args!("no connection can be set up: {fault:#}")),
        };
        let rows: Vec<Row> = starter_sets::rows().collect();
        let bar = terminal::bar(rows.len());
        let mut asked = stream::iter(&rows).map(|row| ask(&web, row.url)).buffered(AT_ONCE);
        let (mut good, mut at) = (0, rows.iter());
        while let (Some(found), Some(row)) = (asked.next().await, at.next()) {
            good += usize::from(found.is_ok());
            bar.suspend(|| stdout::line(line(row, &found)));
            bar.inc(1);
        }
        bar.finish_and_clear();
        stdout::line(format_args!("{good} of {} addresses give a feed", rows.len()));
        match good {
            0 => exit::input("no address answered: is there a network?"),
            _ if good < rows.len() => ExitCode::from(exit::INPUT),
            _ => ExitCode::SUCCESS,
        }
    })
}

async fn ask(web: &Web, url: &str) -> Result<Found, String> {
    let fetched = web.get(Want::new(url, Kind::Feed)).await.map_err(|fault| fault.to_string())?;
    let (kind, base) = (fetched.headers.content_type.as_deref(), fetched.final_url.to_string());
    let feed = feed::parse(&fetched.body, Some(&base), kind).map_err(|fault| fault.to_string())?;
    let newest = feed.entries.iter().filter_map(|entry| entry.published.or(entry.updated)).max();
    Ok(Found { entries: feed.entries.len(), newest })
}

fn line(row: &Row, found: &Result<Found, String>) -> String {
    let [outlet, _, _, language] = row.outlet;
    let (mark, what) = match found {
        Ok(Found { entries: 0, .. }) => ("note", "a feed without entries".to_owned()),
        Ok(Found { entries, newest: Some(newest) }) => {
            ("ok  ", format!("{entries} entries, the newest of {}", newest.format("%F")))
        }
        Ok(Found { entries, newest: None }) => ("ok  ", format!("{entries} entries without dates")),
        Err(fault) => ("BAD ", fault.clone()),
    };
    format!("{mark} {language} {outlet}: {what}  {}", row.url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_tells_what_an_address_gave() {
        let row = Row {
            sets: "world",
            outlet: ["Lakeside Wire", "FR", "private", "fr"],
            url: "https://lakeside.example/rss",
            read: ["its own page", "2026-11"],
        };
        let newest = "2026-11-20T08:00:00Z".parse().ok();
        for (found, wanted) in [
            (
                Ok(Found { entries: 20, newest }),
                "ok   fr Lakeside Wire: 20 entries, the newest of 2026-11-20",
            ),
            (Ok(Found { entries: 3, newest: None }), "ok   fr Lakeside Wire: 3 entries without dates"),
            (Ok(Found { entries: 0, newest: None }), "note fr Lakeside Wire: a feed without entries"),
            (Err("it answers 404".to_owned()), "BAD  fr Lakeside Wire: it answers 404"),
        ] {
            assert_eq!(line(&row, &found), format!("{wanted}  https://lakeside.example/rss"));
        }
    }
}
