//! Pairs placed, taken away and left half done; the engine is asked only where it must refuse.

use super::*;

static PARTS: Parts<'_> = Parts {
    model: ("model.pten.bin", b"no weights"),
    source: ("vocab.pten.spm", b"no pieces"),
    target: ("vocab.pten.spm", b"no pieces"),
};

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn pair(words: &str) -> Pair {
    words.parse().unwrap()
}

/// A pair in its place, whose files the engine has not seen.
fn shelved(shelf: &Shelf, words: &str) {
    write(&shelf.place_of(pair(words)), "tiny", &PARTS).unwrap();
}

#[test]
fn what_is_refused_leaves_nothing_behind_and_says_why_in_a_line() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = Shelf::new(folder.path().join("models"));
    let place = |words: &str, vouched: &[String], all| {
        let placed = shelf.place(pair(words), "tiny", &PARTS, (vouched, all));
        placed.map(|placed| placed.name).unwrap_err().to_string()
    };
    let sums = [sum(b"no weights"), sum(b"no pieces")];
    for (fault, due) in [
        (place("pt-en", &[], false), "model.pten.bin is in no list of known models"),
        (place("pt-en", &sums[..1], false), "vocab.pten.spm is in no list of known models"),
        (place("pt-en", &sums, false), "pt-en cannot be used"),
        (place("pt-en", &[], true), "pt-en cannot be used"),
        (place("zh-en", &[], true), "zh-en cannot be checked"),
    ] {
        assert!(fault.contains(due) && !fault.contains('\n'), "{fault}");
    }
    assert!(place("pt-en", &[], false).contains(&sums[0]));
    assert_eq!(names(shelf.folder()), [".lock"]);
    assert_eq!(shelf.list().unwrap(), []);
}

#[test]
fn a_pair_is_listed_when_it_is_whole_and_goes_as_a_whole() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = Shelf::new(folder.path().to_owned());
    assert_eq!(Shelf::new(folder.path().join("nowhere")).list().unwrap(), []);
    shelved(&shelf, "pt-en");
    shelved(&shelf, "en-pt");
    fs::create_dir(folder.path().join("de-en")).unwrap();
    fs::write(folder.path().join("de-en/model.bin"), "half").unwrap();
    let listed: Vec<String> =
        shelf.list().unwrap().iter().map(|one| format!("{} {} {}", one.pair, one.name, one.bytes)).collect();
    assert_eq!(listed, ["en-pt tiny 19", "pt-en tiny 19"]);
    let again = shelf.place(pair("pt-en"), "tiny", &PARTS, (&[], true)).unwrap_err();
    assert!(again.to_string().contains("pt-en is there already"), "{again}");
    shelf.remove(pair("pt-en")).unwrap();
    assert!(shelf.remove(pair("pt-en")).unwrap_err().to_string().contains("there is no model of pt-en"));
    assert_eq!(names(folder.path()), [".lock", "de-en", "en-pt"]);
}

#[test]
fn what_a_kill_left_is_no_model_and_is_swept() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = Shelf::new(folder.path().to_owned());
    write(&folder.path().join(".unfinished-pt-en"), "tiny", &PARTS).unwrap();
    assert_eq!(shelf.list().unwrap(), []);
    shelved(&shelf, "en-pt");
    shelf.remove(pair("en-pt")).unwrap();
    assert_eq!(names(folder.path()), [".lock"]);
}

#[test]
fn two_do_not_place_at_once_and_a_changed_file_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = Shelf::new(folder.path().to_owned());
    shelved(&shelf, "pt-en");
    let placed = shelf.list().unwrap().remove(0);
    placed.verify().unwrap();
    // the engine would read it
    fs::write(placed.folder.join("target.spm"), "other pieces").unwrap();
    let laid_in = placed.verify().unwrap_err();
    assert!(laid_in.contains("target.spm was not placed with the model"), "{laid_in}");
    fs::remove_file(placed.folder.join("target.spm")).unwrap();
    fs::write(placed.folder.join("model.bin"), "no weight!").unwrap();
    assert!(placed.verify().unwrap_err().contains("model.bin is not what was placed"));
    let _held = shelf.lock().unwrap();
    assert!(shelf.remove(pair("pt-en")).unwrap_err().to_string().contains("another `attache models`"));
}

#[test]
fn a_full_disk_is_told_as_one() {
    let full = keep(Path::new("/dev/full"), b"words").unwrap_err().to_string();
    assert!(full.contains("no room for /dev/full"), "{full}");
}
