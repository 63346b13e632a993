//! The folder of the host's own tables: what is kept there, and in the place of what.

use std::path::{Path, PathBuf};

use super::check::HEADING;
use crate::text::rows;

/// Rows of a table.
pub(super) struct Counts {
    pub(super) now: usize,
    /// Those of the table that was kept before, if one was.
    pub(super) before: Option<usize>,
    /// Those of `now` that will not be used.
    pub(super) outdated: usize,
}

/// What is said of a table that was kept.
pub(super) fn told(name: &str, path: &Path, counts: &Counts) -> String {
    let rows = if counts.now == 1 { "row" } else { "rows" };
    let mut told = format!("{} {rows} of {name} kept as {}", counts.now, path.display());
    if let Some(before) = counts.before {
        told += &format!(", in the place of the {before} kept before");
    }
    told += if counts.now == 1 { "; the bot reads it" } else { "; the bot reads them" };
    told += " at its next start";
    match counts.outdated {
        0 => told,
        1 => told + "; 1 of them is older than the program's own and will not be used",
        more => format!("{told}; {more} of them are older than the program's own and will not be used"),
    }
}

/// How many rows the table has that is kept by now.
pub(super) fn before(folder: &Path, name: &str) -> Option<usize> {
    let text = std::fs::read_to_string(folder.join(format!("{name}.tsv"))).ok()?;
    Some(rows(&text).filter(|(_, line)| !line.starts_with(HEADING)).count())
}

/// Writes a table, whole or not at all.
pub(super) fn keep(folder: &Path, name: &str, text: &str) -> std::io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let (path, unfinished) = (folder.join(format!("{name}.tsv")), folder.join(format!("{name}.unfinished")));
    std::fs::write(&unfinished, text)?;
    std::fs::File::open(&unfinished)?.sync_all()?;
    std::fs::rename(&unfinished, &path)?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_replaced_and_what_will_not_be_used_is_told() {
        let told = |counts: &Counts| told("holders", Path::new("holders.tsv"), counts);
        let first = told(&Counts { now: 2, before: None, outdated: 0 });
        assert_eq!(first, "2 rows of holders kept as holders.tsv; the bot reads them at its next start");
        let second = told(&Counts { now: 1, before: Some(2), outdated: 1 });
        assert!(second.contains("in the place of the 2 kept before"), "{second}");
        assert!(
            second.ends_with("1 of them is older than the program's own and will not be used"),
            "{second}"
        );

        let folder = tempfile::tempdir().unwrap();
        assert_eq!(before(folder.path(), "holders"), None);
        keep(folder.path(), "holders", "country\toffice\n# mine\nRU\tforeign_minister\n").unwrap();
        assert_eq!(before(folder.path(), "holders"), Some(1));
    }

    #[test]
    fn a_table_is_kept_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = keep(&folder.path().join("data"), "names", "a\tb\n").unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "a\tb\n");
        assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }
}
