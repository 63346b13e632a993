//! `attache check` and `attache backup`: the database, beside a running bot.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use crate::cli::{exit, stdout, terminal};
use crate::clock::Clock;
use crate::config::Config;
use crate::store::backup::{self, RestoreError};
use crate::store::{self, OpenError, Store};

/// Where the copy goes.
#[derive(Debug, Args)]
pub struct BackupOptions {
    /// File to write; it must not be there yet
    #[arg(value_name = "PATH")]
    pub path: PathBuf,
}

/// Checks the whole database and says its schema's number.
#[must_use]
pub fn check(config: &Config) -> ExitCode {
    terminal::block_on(async {
        match store::check::whole(&config.database_path).await {
            Ok(schema) => {
                stdout::line(format_args!("{}: sound, schema {schema}", config.database_path.display()));
                ExitCode::SUCCESS
            }
            Err(fault) => refused(&fault),
        }
    })
}

/// Writes a consistent copy of the live database.
#[must_use]
pub fn backup(options: &BackupOptions, config: &Config) -> ExitCode {
    terminal::block_on(async {
        if options.path.exists() {
            return exit::input(format!("{} is there already; name a new file", options.path.display()));
        }
        let store = match Store::open_read_only(&config.database_path).await {
            Ok(store) => store,
            Err(fault) => return refused(&fault),
        };
        let bar = terminal::bar(1);
        bar.set_message(format!("copying to {}", options.path.display()));
        let copied = backup::copy(&store, &options.path).await;
        bar.finish_and_clear();
        store.close().await;
        match copied {
            Ok(()) => {
                stdout::line(format_args!("copied to {}", options.path.display()));
                ExitCode::SUCCESS
            }
            Err(fault) => exit::input(format!("failed to copy: {}", store::told(&fault))),
        }
    })
}

/// Which copy is put back.
#[derive(Debug, Args)]
pub struct RestoreOptions {
    /// The copy, as `attache backup` or the .backups folder has it
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// Puts a copy in the place of the database.
#[must_use]
pub fn restore(options: &RestoreOptions, config: &Config, clock: Clock) -> ExitCode {
    terminal::block_on(async {
        let bar = terminal::bar(1);
        bar.set_message(format!("checking and copying {}", options.file.display()));
        let restored = backup::restore(&options.file, &config.database_path, clock.now()).await;
        bar.finish_and_clear();
        match restored {
            Ok(aside) => {
                stdout::line(format_args!("restored {}", config.database_path.display()));
                if let Some(aside) = aside {
                    stdout::line(format_args!("what was there is kept as {}", aside.display()));
                }
                ExitCode::SUCCESS
            }
            Err(RestoreError::Place(refusal)) => refused(&refusal),
            Err(fault) => exit::input(not_restored(&fault, &options.file, &config.database_path)),
        }
    })
}

/// Why no copy was put back, and of which file that speaks.
fn not_restored(fault: &RestoreError, file: &Path, database: &Path) -> String {
    let name = file.display();
    let why = match fault {
        RestoreError::Copy(OpenError::Damaged { what, .. }) => {
            format!("{name} is no sound copy of an attache database ({what})")
        }
        RestoreError::Copy(OpenError::Missing(_)) => format!("{name} is not there"),
        RestoreError::Copy(OpenError::Empty(_)) => format!("{name} is empty (0 bytes)"),
        RestoreError::Copy(OpenError::Newer { found, known, .. }) => format!(
            "{name} has schema {found}, this program knows {known}: use the newer program{}",
            or_go_back(database)
        ),
        RestoreError::Copy(OpenError::Io { fault, .. }) => format!("{name} cannot be read: {fault}"),
        RestoreError::Copy(OpenError::Sql { fault, .. }) => {
            format!("{name} cannot be read: {}", store::reason(fault))
        }
        RestoreError::Copy(refusal) | RestoreError::Place(refusal) => refusal.to_string(),
        RestoreError::Files(fault) => format!("failed to restore: {}", store::told(fault)),
    };
    format!("{why}; {} is as it was (--database-path names another)", database.display())
}

/// The copy an older program can go back to.
fn or_go_back(database: &Path) -> String {
    backup::before_last_migration(database).map_or_else(String::new, |copy| {
        format!(", or go back to the copy made before the change: `attache restore {}`", copy.display())
    })
}

/// Says why a database was not opened, with the exit code that goes with it.
#[must_use]
pub fn refused(fault: &OpenError) -> ExitCode {
    let (code, words) = refusal(fault);
    exit::with(code, words)
}

/// The exit code that goes with a refusal, and what is said of it.
///
/// What may pass by itself has a code of its own: the unit starts the bot again after it.
#[must_use]
pub fn refusal(fault: &OpenError) -> (u8, String) {
    let code = match fault {
        OpenError::Damaged { .. } | OpenError::Newer { .. } | OpenError::TakenAway(_) => exit::DATABASE,
        OpenError::Locked(_) => exit::SECOND,
        OpenError::Missing(_) | OpenError::Empty(_) | OpenError::Older { .. } => exit::INPUT,
        OpenError::Io { .. } | OpenError::Sql { .. } if fault.is_passing() => exit::INPUT,
        OpenError::ReadOnly { .. } | OpenError::Io { .. } | OpenError::Sql { .. } => exit::USAGE,
    };
    let hint = match fault {
        OpenError::Damaged { path, .. } => {
            format!("; the file was left as it was: {}", backup::advice(path))
        }
        OpenError::Newer { path, .. } => or_go_back(path),
        OpenError::TakenAway(_) => "; put it back, or start anew with the one that lies there now".to_owned(),
        OpenError::Locked(_) => "; stop it first, or name another file with --database-path".to_owned(),
        OpenError::Missing(_) => "; name the file with --database-path".to_owned(),
        OpenError::Io { .. } | OpenError::Sql { .. } if fault.is_passing() => {
            "; it may pass: try again then".to_owned()
        }
        OpenError::ReadOnly { .. } | OpenError::Io { .. } | OpenError::Sql { .. } => {
            "; another file is named with --database-path".to_owned()
        }
        OpenError::Empty(_) | OpenError::Older { .. } => String::new(),
    };
    (code, format!("{fault}{hint}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_pass_has_the_code_after_which_the_unit_starts_it_again() {
        let path = || PathBuf::from("attache.db");
        for (kind, wanted) in [
            (std::io::ErrorKind::StorageFull, exit::INPUT),
            (std::io::ErrorKind::ReadOnlyFilesystem, exit::INPUT),
            (std::io::ErrorKind::PermissionDenied, exit::USAGE),
        ] {
            assert_eq!(refusal(&OpenError::Io { path: path(), fault: kind.into() }).0, wanted, "{kind}");
        }
        let timed_out = OpenError::Sql { path: path(), fault: store::Error::PoolTimedOut };
        assert_eq!(refusal(&timed_out).0, exit::INPUT);
        assert_eq!(refusal(&OpenError::ReadOnly { path: path(), part: path() }).0, exit::USAGE);
    }

    #[test]
    fn what_restore_says_is_of_the_file_it_was_given() {
        let told =
            |fault| not_restored(&RestoreError::Copy(fault), Path::new("t.txt"), Path::new("attache.db"));
        let path = || PathBuf::from("t.txt");
        let odd =
            OpenError::Damaged { path: path(), what: "it does not begin like an SQLite file".to_owned() };
        let begins = |said: String, words: &str| assert!(said.starts_with(words), "{said}");
        begins(
            told(odd),
            "t.txt is no sound copy of an attache database (it does not begin like an SQLite file); attache.db is as it was",
        );
        begins(told(OpenError::Empty(path())), "t.txt is empty (0 bytes); attache.db is as it was");
        begins(told(OpenError::Missing(path())), "t.txt is not there; attache.db is as it was");
        let newer = told(OpenError::Newer { path: path(), found: 200, known: 110 });
        assert!(
            newer.starts_with("t.txt has schema 200") && newer.contains("attache.db is as it was"),
            "{newer}"
        );
    }

    #[test]
    fn the_copy_that_helps_is_named_and_none_where_there_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("attache.db");
        let damaged = || OpenError::Damaged { path: path.clone(), what: "x".to_owned() };
        let newer = || OpenError::Newer { path: path.clone(), found: 2, known: 1 };
        assert!(refusal(&damaged()).1.contains("there is no copy in"), "{:?}", refusal(&damaged()));
        assert!(!refusal(&newer()).1.contains("go back"), "{:?}", refusal(&newer()));
        let copies = backup::folder(&path);
        std::fs::create_dir(&copies).unwrap();
        let [before, daily] = ["2026-11-20T120000-before-migration.db", "2026-11-23.db"];
        for name in [before, daily, "2026-11-22.db", "mine.db"] {
            std::fs::write(copies.join(name), "").unwrap();
        }
        assert!(refusal(&damaged()).1.contains(daily), "{:?}", refusal(&damaged()));
        assert!(refusal(&newer()).1.contains(before), "{:?}", refusal(&newer()));
    }
}
