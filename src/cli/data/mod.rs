//! `attache data`: newer tables of office holders, outlets and starter sets, beside those the program ships.
//!
//! In: a file or an address with rows of one table, each with its source and date. Out: the same in the data folder, where
//! every start reads it. A table that is not sound to its last row is refused, and what was there stays.

use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::{exit, stdout, terminal};
use crate::bot::starter_sets;
use crate::clock::Clock;
use crate::config::Config;
use crate::fetch::{Kind, Want, Web};
use crate::people::offices;
use crate::source;
use crate::text::{Shipped, rows};

mod check;
mod kept;

/// What is done with the tables.
#[derive(Debug, Args)]
pub struct Options {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Takes a newer table into the data folder; the bot reads it at its next start.
    Update {
        /// A file, or an http(s) address; tab-separated rows as `attache data print` prints them
        #[arg(value_name = "FILE or ADDRESS")]
        from: String,
    },
    /// Prints a shipped table: a beginning for one of your own.
    Print {
        /// holders, names, outlets or `starter_sets`
        #[arg(value_name = "TABLE")]
        table: String,
    },
}

/// A table that can be amended.
struct Table {
    /// Its name, and that of its file.
    name: &'static str,
    shipped: &'static Shipped,
    /// Counts the rows, or tells the first wrong line.
    check: fn(&'static str, NaiveDate) -> Result<usize, (usize, String)>,
    /// Counts the rows that would not count, as the shipped ones are of a later date.
    outdated: fn(&'static str) -> usize,
    /// Whether a row with so many fields may be of this table.
    fits: fn(usize) -> bool,
}

static TABLES: [Table; 4] = [
    Table {
        name: "holders",
        shipped: &offices::HOLDERS,
        check: check::holders,
        outdated: offices::outdated,
        fits: |fields| fields == 9,
    },
    Table {
        name: "names",
        shipped: &offices::NAMES,
        check: check::names,
        outdated: |_| 0,
        fits: |fields| fields == 2,
    },
    Table {
        name: "outlets",
        shipped: &source::OUTLETS,
        check: |text, _| check::outlets(text),
        outdated: source::outdated,
        fits: |fields| fields == 7,
    },
    Table {
        name: "starter_sets",
        shipped: &starter_sets::TABLE,
        check: |text, _| starter_sets::check(text),
        outdated: |_| 0,
        fits: |fields| fields == 3 || fields == 8,
    },
];

/// Runs the command.
#[must_use]
pub fn run(options: &Options, config: &Config, clock: Clock) -> ExitCode {
    match &options.command {
        Command::Update { from } => terminal::block_on(update(from, config, clock)),
        Command::Print { table } => match TABLES.iter().find(|known| known.name == *table) {
            Some(table) => {
                table.shipped.lines().for_each(stdout::line);
                ExitCode::SUCCESS
            }
            None => exit::usage(format_args!(
                "{table} is no table; there are holders, names, outlets and starter_sets"
            )),
        },
    }
}

async fn update(from: &str, config: &Config, clock: Clock) -> ExitCode {
    let text = match read(from, config).await {
        Ok(text) => text,
        Err(fault) => return exit::input(format_args!("{from}: {fault}")),
    };
    let text: &'static str = Box::leak(text.into_boxed_str());
    let (table, count) = match recognised(text, clock.now().date_naive()) {
        Ok(known) => known,
        Err(fault) => return exit::input(format_args!("{from}: {fault}; nothing was changed")),
    };
    let folder = config.data_folder();
    let before = kept::before(&folder, table.name);
    match kept::keep(&folder, table.name, text) {
        Ok(path) => {
            let counts = kept::Counts { now: count, before, outdated: (table.outdated)(text) };
            stdout::line(kept::told(table.name, &path, &counts));
            ExitCode::SUCCESS
        }
        Err(fault) => exit::input(format_args!("failed to write to {}: {fault}", folder.display())),
    }
}

async fn read(from: &str, config: &Config) -> Result<String, String> {
    let bytes = if from.starts_with("http://") || from.starts_with("https://") {
        let web = Web::new(config.web.settings()).map_err(|fault| format!("{fault:#}"))?;
        web.get(Want::new(from, Kind::Site)).await.map_err(|fault| fault.to_string())?.body.to_vec()
    } else {
        std::fs::read(from).map_err(|fault| fault.to_string())?
    };
    String::from_utf8(bytes).map_err(|fault| format!("it is not UTF-8 text ({fault})"))
}

/// The table a text has rows of, by how many fields its first row has, and how many rows.
fn recognised(text: &'static str, today: NaiveDate) -> Result<(&'static Table, usize), String> {
    let fields = rows(text).next().map_or(0, |(_, line)| line.split('\t').count());
    let Some(table) = TABLES.iter().find(|table| (table.fits)(fields)) else {
        return Err("this is none of the tables; `attache data print holders` prints one".to_owned());
    };
    match (table.check)(text, today) {
        Ok(0) => Err(format!("there is no row of {} in it", table.name)),
        Ok(count) => Ok((table, count)),
        Err((line, what)) => Err(format!("line {line} of {}: {what}", table.name)),
    }
}

/// Puts the tables of the data folder beside the shipped ones, before anything reads them; returns what is odd about them.
///
/// # Errors
/// Which file has what wrong in which line.
pub fn load(config: &Config, today: NaiveDate) -> Result<Vec<String>, String> {
    let (folder, mut odd) = (config.data_folder(), Vec::new());
    if !folder.is_dir() {
        return Ok(odd);
    }
    for table in &TABLES {
        let path = folder.join(format!("{}.tsv", table.name));
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => continue,
            Err(fault) => return Err(format!("{}: {fault}", path.display())),
        };
        // it lives as long as the program, like the shipped one
        let checked: &'static str = Box::leak(text.into_boxed_str());
        let kept = sound(table, checked, today).map_err(|fault| format!("{}, {fault}", path.display()))?;
        odd.extend(kept.map(|what| format!("{}, {what}", path.display())));
        table.shipped.amend(checked);
    }
    Ok(odd)
}

/// What is odd about a table that was kept: a day yet to come, which was in the past when it was taken. Then the clock
/// is behind, as that of a board without a battery is until the network sets it, and the table as good as it was.
///
/// # Errors
/// What is wrong in which line.
fn sound(table: &Table, text: &'static str, today: NaiveDate) -> Result<Option<String>, String> {
    (table.check)(text, NaiveDate::MAX)
        .map_err(|(line, what)| format!("line {line}: {what}; mend it or take the file away"))?;
    let odd = (table.check)(text, today).err();
    Ok(odd.map(|(line, what)| format!("line {line}: {what} ({today} by the clock: is it right?); used")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        "2026-11-23".parse().unwrap()
    }

    #[test]
    fn every_shipped_table_is_known_by_its_rows_and_sound() {
        for table in &TABLES {
            let text: String = table.shipped.lines().map(|line| format!("{line}\n")).collect();
            let (known, count) = recognised(Box::leak(text.into_boxed_str()), today()).unwrap();
            assert_eq!(known.name, table.name);
            assert!(count > 50, "{}: {count}", table.name);
        }
    }

    #[test]
    fn a_table_with_a_wrong_row_or_none_is_refused() {
        for (text, wanted) in [
            ("", "none of the tables"),
            ("# nothing\n", "none of the tables"),
            ("a\tb\tc\td\n", "none of the tables"),
            ("country\toffice\tlabel\tname\tfrom\tto\tchecked_on\tlimit\tsource\n", "no row of holders"),
            ("Anna Orlo\tAnna Orlova\nIlan Dorev\n", "line 2 of names"),
        ] {
            let fault = recognised(text, today()).map(|(table, _)| table.name).unwrap_err();
            assert!(fault.contains(wanted), "{fault}");
        }
    }

    #[test]
    fn a_clock_behind_refuses_no_table_that_was_kept() {
        let [holders, ..] = &TABLES;
        let row = |since: &str| -> &'static str {
            let office = "FR\tforeign_minister\tForeign Minister of France\tAnna Orlo";
            Box::leak(format!("# mine\n{office}\t{since}\t\t2026-11-25\t\tofficial page\n").into())
        };
        let told = sound(holders, row("2026-10-01"), today()).unwrap().unwrap();
        assert!(told.contains("line 2: checked on a day that is yet to come (2026-11-23 by"), "{told}");
        let later = "2026-11-25".parse().unwrap();
        assert_eq!(sound(holders, row("2026-10-01"), later), Ok(None));
        assert!(sound(holders, row("2026-11-30"), today()).unwrap_err().contains("mend it"));
        // one that is to be kept now is
        assert!(recognised(row("2026-10-01"), today()).is_err_and(|fault| fault.contains("yet to come")));
    }

    #[test]
    fn rows_older_than_the_programs_own_are_counted() {
        let [holders, _, outlets, _] = &TABLES;
        let row = |day: &str| {
            let since = "RU\tforeign_minister\tForeign Minister of Russia\tA. Orlo\t2004-03-09";
            format!("{since}\t\t{day}\t\tmine\n")
        };
        let outlet =
            |month: &str| format!("tass.com\tTASS\tRU\tstate-controlled\tOrlo\tits own page\t{month}\n");
        let outdated = |table: &Table, text: String| (table.outdated)(Box::leak(text.into_boxed_str()));
        assert_eq!(outdated(holders, row("2001-01-01")), 1);
        assert_eq!(outdated(holders, row("2026-11-20")), 0);
        assert_eq!(outdated(outlets, outlet("2001-01") + &outlet("2026-11")), 1);
    }
}
