//! Which of some files are a model: weights, one vocabulary or two, and the pair they translate.

use std::collections::BTreeMap;

use super::pair::Pair;

/// The files of one model, by their places in the list they were found in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// What it translates; `None` where no file name tells.
    pub pair: Option<Pair>,
    /// What its publisher calls it, as far as names tell: the folder it lies in.
    pub folder: String,
    /// The weights.
    pub model: usize,
    /// The vocabulary of the original.
    pub source: usize,
    /// The vocabulary of the translation; the same for most pairs.
    pub target: usize,
}

/// Whether a file may be part of a model; all others need not be read.
#[must_use]
pub fn is_part(path: &str) -> bool {
    let name = file_name(path);
    let is = |end: &str| name.strip_suffix(".gz").unwrap_or(name).ends_with(end);
    (name.starts_with("model") && is(".bin")) || (name.contains("vocab") && is(".spm"))
}

/// Finds the models among files, in the order of their folders. One that lacks a part is none.
#[must_use]
pub fn packages<'a>(paths: impl IntoIterator<Item = &'a str>) -> Vec<Package> {
    let mut folders: BTreeMap<&str, Vec<(usize, &str)>> = BTreeMap::new();
    for (at, path) in paths.into_iter().enumerate().filter(|(_, path)| is_part(path)) {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        folders.entry(folder).or_default().push((at, file_name(path)));
    }
    folders.into_iter().filter_map(|(folder, files)| package(folder, &files)).collect()
}

fn package(folder: &str, files: &[(usize, &str)]) -> Option<Package> {
    let first = |begin: &str| files.iter().find(|(_, name)| name.starts_with(begin)).map(|(at, _)| *at);
    let shared = || first("vocab");
    let named = files.iter().find_map(|(_, name)| name.split('.').find_map(Pair::of_letters));
    let folder = file_name(folder);
    Some(Package {
        pair: named.or_else(|| folder.get(..4).and_then(Pair::of_letters)).or_else(|| folder.parse().ok()),
        folder: folder.to_owned(),
        model: first("model")?,
        source: first("srcvocab").or_else(shared)?,
        target: first("trgvocab").or_else(shared)?,
    })
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(paths: &[&str]) -> Vec<String> {
        packages(paths.iter().copied())
            .into_iter()
            .map(|one| {
                let pair = one.pair.map_or("?".to_owned(), |pair| pair.to_string());
                format!("{pair} {} {} {}", one.model, one.source, one.target)
            })
            .collect()
    }

    #[test]
    fn models_are_known_by_the_names_of_their_files() {
        for (paths, due) in [
            (
                &["a/enpt-1/model.enpt.intgemm.alphas.bin", "a/enpt-1/vocab.enpt.spm"][..],
                &["en-pt 0 1 1"][..],
            ),
            (&["model.intgemm.alphas.bin", "vocab.ruen.spm"], &["ru-en 0 1 1"]),
            (&["x/vocab.deen.spm.gz", "x/model.deen.intgemm8.bin.gz"], &["de-en 1 0 0"]),
            (&["de-en/model.bin", "de-en/trgvocab.spm", "de-en/srcvocab.spm"], &["de-en 0 2 1"]),
            (&["model.bin", "vocab.spm"], &["? 0 1 1"]),
            (&["m/model.bin", "m/readme.txt"], &[]),
            (&["one/model.bin", "other/vocab.spm"], &[]),
            (
                &[
                    "p/pten/model.pten.bin",
                    "p/pten/vocab.pten.spm",
                    "p/enpt/model.enpt.bin",
                    "p/enpt/vocab.enpt.spm",
                ],
                &["en-pt 2 3 3", "pt-en 0 1 1"],
            ),
        ] {
            assert_eq!(told(paths), due, "{paths:?}");
        }
    }
}
