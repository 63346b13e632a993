//! `attache check` and `attache backup`: the database, beside a running bot.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::cli::{exit, stdout, terminal};
use crate::clock::Clock;
use crate::config::Config;
use crate::store::{self, OpenError, Store, backup};

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
            Err(fault) => exit::input(format!("failed to copy: {fault:#}")),
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
            Err(fault) => {
                let (file, path) = (options.file.display(), config.database_path.display());
                let into = format!("{file} was to take the place of {path}: --database-path names another");
                match fault.downcast_ref::<OpenError>() {
                    Some(refusal) => exit::with(code(refusal), format!("{refusal}; {into}")),
                    None => exit::input(format!("failed to restore: {fault:#}; {into}")),
                }
            }
        }
    })
}

/// Says why a database was not opened, with the exit code that goes with it.
#[must_use]
pub fn refused(fault: &OpenError) -> ExitCode {
    let hint = match fault {
        OpenError::Damaged { .. } => {
            "; the file was left as it is: put a copy back: `attache restore FILE`, copies are in the .backups folder beside it"
        }
        OpenError::Locked(_) => "; stop it first, or name another file with --database-path",
        OpenError::Missing(_) => "; name the file with --database-path",
        OpenError::ReadOnly(_) | OpenError::Io { .. } | OpenError::Sql { .. } => {
            "; another file is named with --database-path"
        }
        OpenError::Newer { .. } | OpenError::Older { .. } => "",
    };
    exit::with(code(fault), format!("{fault}{hint}"))
}

/// The exit code that goes with a refusal.
fn code(fault: &OpenError) -> u8 {
    match fault {
        OpenError::Damaged { .. } | OpenError::Newer { .. } => exit::DATABASE,
        OpenError::Locked(_) => exit::SECOND,
        OpenError::Missing(_) | OpenError::Older { .. } => exit::INPUT,
        OpenError::ReadOnly(_) | OpenError::Io { .. } | OpenError::Sql { .. } => exit::USAGE,
    }
}
