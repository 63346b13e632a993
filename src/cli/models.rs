//! `attache models`: the translation models the host places, takes away and tries.
//!
//! In: a folder, an archive or an address of one. Out: models in their places, or one line that says why not, with nothing
//! placed by halves.

mod place;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};

use self::place::{Files, Found, place_all};
use super::{exit, stdout, terminal};
use crate::config::Config;
use crate::fetch::{Kind, Want, Web};
use crate::translator::{self, Held, Pair, Placed, Shelf};

/// What is done with the models.
#[derive(Debug, Args)]
pub struct Options {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Places the models of a folder, of an archive (.zip, .whl, .tar.gz) or of an address of one
    Add(Add),
    /// Lists the models that are placed
    List,
    /// Takes a model away
    Remove {
        /// As `attache models list` names it: pt-en
        #[arg(value_name = "PAIR")]
        pair: Pair,
    },
    /// Loads each model, translates a sentence with it, and tells time and memory
    Check,
}

/// What is placed.
#[derive(Debug, Args)]
struct Add {
    /// A folder with model….bin and vocab….spm, an archive with such folders, or its http(s) address
    #[arg(value_name = "FOLDER, FILE or ADDRESS")]
    from: String,
    /// The sha256 its publisher tells: of the archive, or of each file of a folder
    #[arg(long, value_name = "SUM", value_parser = hexadecimal)]
    sha256: Vec<String>,
    /// What it translates, where no file name tells, or the one to take of several
    #[arg(long)]
    pair: Option<Pair>,
}

fn hexadecimal(given: &str) -> Result<String, String> {
    let is_sum = given.len() == 64 && given.chars().all(|letter| letter.is_ascii_hexdigit());
    if is_sum { Ok(given.to_lowercase()) } else { Err("a sha256 has 64 hexadecimal digits".to_owned()) }
}

/// Runs the command; exit code 1 when a model cannot be placed, taken away or used.
#[must_use]
pub fn run(options: &Options, config: &Config) -> ExitCode {
    // a broken model is told in a line, not by its panic
    std::panic::set_hook(Box::new(|_| {}));
    let shelf = Shelf::new(config.models_folder());
    let done = match &options.command {
        Command::Add(add) => return placed_in(add, &shelf, config),
        Command::List => listed(&shelf),
        Command::Remove { pair } => shelf.remove(*pair).map_err(|fault| fault.to_string()).map(|()| {
            stdout::line(format_args!("{pair} is gone from {}", shelf.folder().display()));
        }),
        Command::Check => checked(&shelf),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => exit::input(fault),
    }
}

fn placed_in(add: &Add, shelf: &Shelf, config: &Config) -> ExitCode {
    terminal::block_on(async {
        match added(add, shelf, config).await {
            Ok(()) => ExitCode::SUCCESS,
            Err(fault) => exit::input(fault),
        }
    })
}

fn listed(shelf: &Shelf) -> Result<(), String> {
    let placed = placed(shelf)?;
    placed.iter().for_each(|one| {
        stdout::line(format_args!("{}  {} MB  {}", one.pair, one.bytes >> 20, one.name));
    });
    Ok(())
}

fn placed(shelf: &Shelf) -> Result<Vec<Placed>, String> {
    let placed = shelf.list().map_err(|fault| fault.to_string())?;
    if placed.is_empty() {
        stdout::line(format_args!(
            "no translation model in {}; `attache models add --help` tells how one comes there",
            shelf.folder().display()
        ));
    }
    Ok(placed)
}

fn checked(shelf: &Shelf) -> Result<(), String> {
    let placed = placed(shelf)?;
    let (mut broken, mut held) = (Vec::new(), Held::default());
    for one in &placed {
        match one.tried(&mut held) {
            Ok(tried) => {
                let memory = tried.bytes.map_or("?".to_owned(), |bytes| (bytes >> 20).to_string());
                stdout::line(format_args!(
                    "ok   {}: loaded in {} ms, a sentence in {} ms, {memory} MB of memory, kernel {}: {}",
                    one.pair,
                    tried.loading.as_millis(),
                    tried.took.as_millis(),
                    translator::kernel(),
                    tried.said
                ));
            }
            Err(fault) => {
                stdout::line(format_args!("BAD  {}: {fault}", one.pair));
                broken.push(one.pair.to_string());
            }
        }
    }
    if broken.is_empty() { Ok(()) } else { Err(format!("{} cannot be used", broken.join(", "))) }
}

async fn added(add: &Add, shelf: &Shelf, config: &Config) -> Result<(), String> {
    let from = add.from.as_str();
    let is_address = from.starts_with("http://") || from.starts_with("https://");
    let path = Path::new(from);
    let found = if is_address {
        unpacked(from, &fetched(from, config).await?, add)?
    } else if path.is_dir() {
        let files = in_folder(path).map_err(|fault| format!("{from}: {fault}"))?;
        vouched_for(&files, add)
            .map_err(|sum| format!("no file of {from} has the sha256 {sum}; nothing was placed"))?;
        Found { files, archive: None, vouched: false }
    } else {
        unpacked(from, &std::fs::read(path).map_err(|fault| format!("{from}: {fault}"))?, add)?
    };
    place_all(&found, (from, add.pair, &add.sha256), shelf)
}

/// The sum given that is of none of the files, if there is one.
fn vouched_for(files: &Files, add: &Add) -> Result<(), String> {
    let sums: Vec<String> = files.iter().map(|(_, bytes)| translator::sum(bytes)).collect();
    add.sha256.iter().find(|given| !sums.contains(given)).map_or(Ok(()), |odd| Err(odd.clone()))
}

async fn fetched(from: &str, config: &Config) -> Result<Vec<u8>, String> {
    let web = Web::new(config.web.settings()).map_err(|fault| format!("{fault:#}"))?;
    let bar = terminal::bar(1);
    bar.set_message("fetching the model");
    let fetched = web.get(Want::new(from, Kind::Model)).await;
    bar.finish_and_clear();
    Ok(fetched.map_err(|fault| format!("{from}: {fault}"))?.body.to_vec())
}

fn unpacked(from: &str, bytes: &[u8], add: &Add) -> Result<Found, String> {
    let sum = translator::sum(bytes);
    let vouched = add.sha256.contains(&sum);
    if !vouched && !add.sha256.is_empty() {
        return Err(format!("{from} has the sha256 {sum}, another than --sha256 says; nothing was placed"));
    }
    let files = translator::unpack(bytes).map_err(|fault| format!("{from}: {fault}"))?;
    Ok(Found { files, archive: Some(sum), vouched })
}

/// The parts of models in a folder and in the folders in it.
fn in_folder(folder: &Path) -> Result<Files, String> {
    let mut paths: Vec<PathBuf> = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).map_err(|fault| fault.to_string())?.flatten() {
            let path = entry.path();
            if path.is_dir() && next == folder {
                folders.push(path);
            } else if path.is_file() {
                paths.push(path);
            }
        }
    }
    paths.sort();
    let above = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let above = above.file_name().map(PathBuf::from).unwrap_or_default();
    let mut found = Vec::new();
    for path in paths {
        let name = above.join(path.strip_prefix(folder).unwrap_or(&path)).to_string_lossy().into_owned();
        if translator::is_part(&name) {
            let bytes = std::fs::read(&path).map_err(|fault| format!("{}: {fault}", path.display()))?;
            found.push((name, bytes));
        }
    }
    translator::all_plain(found)
}
