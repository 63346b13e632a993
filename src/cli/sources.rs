//! `attache sources`: prints the table of who owns which outlet.
//!
//! In: nothing, or hosts to look up. Out: a table for people, or JSON.

use std::fmt::Write;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::{exit, stdout};
use crate::source::{self, Label};

/// What to print.
#[derive(Debug, Args)]
pub struct Options {
    /// Hosts to look up, as tass.com; the whole table if none is given.
    #[arg(value_name = "HOST")]
    pub hosts: Vec<String>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// How the table is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table for people.
    Text,
    /// A JSON array.
    Json,
}

/// Runs the command; exit code 1 when a host is not in the table.
#[must_use]
pub fn run(options: &Options) -> ExitCode {
    let (mut labels, mut unknown): (Vec<Label>, Vec<&str>) = (Vec::new(), Vec::new());
    for host in &options.hosts {
        match source::label(host) {
            Some(label) => labels.push(label),
            None => unknown.push(host),
        }
    }
    if options.hosts.is_empty() {
        labels = source::all().collect();
    }
    match options.format {
        // headings of nothing tell nothing
        Format::Text if labels.is_empty() => {}
        Format::Text => stdout::words(table(&labels)),
        Format::Json => stdout::line(format_args!("{:#}", labels.iter().map(object).collect::<Value>())),
    }
    match unknown.as_slice() {
        [] => ExitCode::SUCCESS,
        [host] => exit::input(format_args!("{host} is not in the table: its articles carry no label")),
        hosts => {
            let hosts = hosts.join(", ");
            exit::input(format_args!("{hosts} are not in the table: their articles carry no label"))
        }
    }
}

fn object(label: &Label) -> Value {
    json!({
        "hosts": label.hosts.split(' ').collect::<Vec<_>>(), "name": label.name, "country": label.country.code(),
        "ownership": label.ownership.words(), "owner": label.owner, "source": label.source, "dated": label.dated,
    })
}

fn table(labels: &[Label]) -> String {
    let rows = labels.iter().map(|label| {
        let host = label.hosts.split(' ').next().unwrap_or_default();
        [
            host,
            label.name,
            label.country.code(),
            label.ownership.words(),
            label.owner,
            label.source,
            label.dated,
        ]
    });
    let rows: Vec<_> = [["HOST", "OUTLET", "COUNTRY", "OWNERSHIP", "OWNER", "SOURCE", "DATED"]]
        .into_iter()
        .chain(rows)
        .collect();
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or_default()
    };
    let widths: Vec<usize> = (0..7).map(width).collect();
    let mut out = String::new();
    for row in &rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            // writing to a string cannot fail
            let _written = write!(line, "{cell:width$}  ");
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_drawn_in_columns() {
        let labels: Vec<Label> =
            ["tass.ru", "dw.com"].iter().filter_map(|host| source::label(host)).collect();
        insta::assert_snapshot!(table(&labels), @r"
        HOST      OUTLET          COUNTRY  OWNERSHIP         OWNER                 SOURCE                                         DATED
        tass.com  TASS            RU       state-controlled  Government of Russia  State Media Monitor                            2024-02
        dw.com    Deutsche Welle  DE       state-funded      Deutsche Welle        State Media Monitor: independent state-funded  2024-02
        ");
    }

    #[test]
    fn json_holds_every_outlet() {
        let all: Vec<Value> = source::all().map(|label| object(&label)).collect();
        assert!(all.len() > 200);
        assert!(all.iter().all(|row| row["hosts"].as_array().is_some_and(|hosts| !hosts.is_empty())));
    }
}
