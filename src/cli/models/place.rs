//! Models that were found, put in their places.

use crate::cli::stdout;
use crate::translator::{self, Fault, Package, Pair, Parts, Shelf};

/// Files with their contents.
pub(super) type Files = Vec<(String, Vec<u8>)>;

/// The parts of models at a place.
#[derive(Debug)]
pub(super) struct Found {
    /// The files.
    pub(super) files: Files,
    /// The sum of the archive they lay in.
    pub(super) archive: Option<String>,
    /// Whether that sum vouches for all of them together.
    pub(super) vouched: bool,
}

/// Places the models of what was found at `from`, or the one of `pair`; each of their files must be known, or vouched for
/// by one of the `sums`.
///
/// # Errors
/// One line.
pub(super) fn place_all(
    found: &Found,
    (from, asked, sums): (&str, Option<Pair>, &[String]),
    shelf: &Shelf,
) -> Result<(), String> {
    let files = &found.files;
    let packages = translator::packages(files.iter().map(|(name, _)| name.as_str()));
    let wanted =
        packages.into_iter().filter(|one| asked.is_none() || one.pair.is_none() || one.pair == asked);
    let wanted: Vec<_> = wanted.collect();
    if wanted.is_empty() {
        return Err(format!("there is no model in {from}: model….bin and vocab….spm in one folder are one"));
    }
    let vouched = (sums, found.vouched);
    let mut models: Vec<(Pair, &Package, Parts<'_>)> = Vec::new();
    let mut passed = Vec::new();
    // before any is placed it is known that all may be
    for package in &wanted {
        let pair = asked.or(package.pair);
        let pair =
            pair.ok_or("no file name tells what it translates; say it with --pair, as --pair pt-en")?;
        let parts = parts(files, package);
        match translator::admitted(pair, &parts, vouched) {
            Ok(()) if models.iter().any(|(known, ..)| *known == pair) => {
                passed.push(format!("{pair} is there twice; the one in {} is not taken", package.folder));
            }
            Ok(()) => models.push((pair, package, parts)),
            Err(fault @ Fault::Unchecked(_)) => passed.push(fault.to_string()),
            Err(Fault::Unvouched(name, sum)) => return Err(unvouched(found, from, name, sum)),
            Err(fault) => return Err(fault.to_string()),
        }
    }
    placed_each(&models, shelf, vouched, passed)
}

/// Places models one by one; where one cannot be, those before it stay. `passed` are lines about those that are none.
fn placed_each(
    models: &[(Pair, &Package, Parts<'_>)],
    shelf: &Shelf,
    vouched: (&[String], bool),
    mut passed: Vec<String>,
) -> Result<(), String> {
    let mut any = false;
    for (pair, package, parts) in models {
        match shelf.place(*pair, &package.folder, parts, vouched) {
            Ok(placed) => {
                any = true;
                stdout::line(format_args!(
                    "{pair} ({}, {} MB) is in its place: {}",
                    placed.name,
                    placed.bytes >> 20,
                    placed.folder.display()
                ));
            }
            // of two pairs one may have been placed before the command was ended
            Err(fault @ Fault::There(_)) => passed.push(fault.to_string()),
            Err(fault) if any => return Err(format!("{fault}; the same command again goes on from here")),
            Err(fault) => return Err(format!("{fault}; nothing was placed")),
        }
    }
    if !any {
        return Err(passed.join("; "));
    }
    passed.iter().for_each(stdout::line);
    Ok(())
}

/// The files of a model.
fn parts<'a>(files: &'a Files, package: &Package) -> Parts<'a> {
    let file =
        |at: usize| files.get(at).map(|(name, bytes)| (name.as_str(), bytes.as_slice())).unwrap_or_default();
    Parts { model: file(package.model), source: file(package.source), target: file(package.target) }
}

/// What is asked for where nobody vouches: the sum of what was given, be it a file or an archive.
fn unvouched(found: &Found, from: &str, name: String, sum: String) -> String {
    match &found.archive {
        Some(archive) => Fault::Unvouched(from.to_owned(), archive.clone()),
        None => Fault::Unvouched(name, sum),
    }
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_that_is_asked_for_is_of_what_was_given() {
        let told = |archive: Option<&str>| {
            let found = Found { files: Files::new(), archive: archive.map(str::to_owned), vouched: false };
            unvouched(&found, "models.zip", "model.bin".to_owned(), "inner".to_owned())
        };
        let of_archive = told(Some("outer"));
        assert!(of_archive.starts_with("models.zip ") && of_archive.contains("outer"), "{of_archive}");
        let of_file = told(None);
        assert!(of_file.starts_with("model.bin ") && of_file.contains("inner"), "{of_file}");
    }
}
