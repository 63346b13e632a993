//! The house rules that a compiler does not check: module order, the pure core, one door each.

#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a test may stop at what it does not expect")]

use std::fs;
use std::path::{Path, PathBuf};

/// Modules that must stay free of I/O, clocks and `async`.
const PURE: [&str; 9] = ["text", "article", "people", "brief", "source", "feed", "story", "digest", "view"];

/// Words a pure module may not hold in its code.
const IMPURE: [&str; 8] =
    ["tokio", "reqwest", "sqlx", "teloxide", "async fn", "Utc::now", "SystemTime", "Instant::now"];

/// The doors of the house: (word, folders or files that may hold it).
const DOORS: [(&str, &[&str]); 16] = [
    ("env::var", &["config"]),
    ("reqwest::", &["fetch", "model", "bot/telegram", "cli/doctor"]),
    ("sqlx::", &["store"]),
    ("teloxide_core::", &["bot/telegram"]),
    ("Utc::now", &["clock.rs"]),
    // what opens a connection or looks a name up: a person's address goes through `fetch` and nothing else
    ("Client::builder", &["fetch/client.rs", "model/client.rs", "bot/telegram/client.rs", "cli/doctor.rs"]),
    ("reqwest::Client::new", &[]),
    ("TcpStream", &[]),
    ("TcpSocket", &[]),
    ("UdpSocket", &[]),
    ("UnixStream", &[]),
    ("ToSocketAddrs", &["fetch/resolve.rs"]),
    ("lookup_host", &["fetch/resolve.rs"]),
    ("process::Command", &[]),
    // what listens is for whoever hosts the program
    ("TcpListener", &["app/http.rs", "bot/telegram/webhook.rs", "bot/terminal/demo.rs"]),
    ("hyper", &[]),
];

/// Crates that can open a connection; those in the program are behind the doors above.
const CONNECTING: [&str; 16] = [
    "attohttpc",
    "awc",
    "curl",
    "hickory-resolver",
    "hyper",
    "hyper-util",
    "isahc",
    "mio",
    "native-tls",
    "rustls",
    "socket2",
    "surf",
    "tungstenite",
    "trust-dns-resolver",
    "tokio-tungstenite",
    "ureq",
];

#[test]
fn a_module_uses_only_those_above_it() {
    let modules = modules();
    assert!(modules.len() > 15, "lib.rs lists {modules:?}");
    for (place, module) in modules.iter().enumerate() {
        for (path, text) in files_of(module) {
            for other in named(&code(&text), &modules) {
                let allowed = modules[..=place].contains(&other);
                assert!(
                    allowed,
                    "{} uses crate::{other}, which stands below {module} in lib.rs",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn the_pure_modules_do_nothing_but_compute() {
    for module in PURE {
        for (path, text) in files_of(module) {
            for word in IMPURE {
                assert!(!code(&text).contains(word), "{} holds `{word}`: {module} is pure", path.display());
            }
        }
    }
}

#[test]
fn every_module_says_what_it_is_for() {
    for (path, text) in rust_files(&source_root()) {
        assert!(text.starts_with("//!"), "{} does not begin with //!", path.display());
    }
}

#[test]
fn each_door_is_the_only_one() {
    for (path, text) in rust_files(&source_root()) {
        let relative = path.strip_prefix(source_root()).unwrap().to_string_lossy().into_owned();
        for (word, places) in DOORS {
            let inside = places.iter().any(|place| relative.starts_with(place));
            assert!(
                inside || !code(&text).contains(word),
                "{relative} holds `{word}`, which belongs in {places:?}"
            );
        }
    }
}

#[test]
fn no_other_crate_can_open_a_connection() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let used = manifest.split("[dev-dependencies]").next().unwrap();
    let names: Vec<&str> =
        used.lines().filter_map(|line| line.split_once(" = ")).map(|(name, _)| name.trim()).collect();
    assert!(names.contains(&"reqwest"), "{names:?}");
    for name in CONNECTING {
        assert!(!names.contains(&name), "{name} in Cargo.toml: the web has one door, `fetch`");
    }
}

#[test]
fn a_persons_address_reaches_no_client_but_that_of_fetch() {
    // outside of `fetch` a request is made to an address an operator has set, or to Telegram's
    for (path, text) in rust_files(&source_root()) {
        let relative = path.strip_prefix(source_root()).unwrap().to_string_lossy().into_owned();
        let sends =
            [".send().await", ".execute(", ".download_file"].iter().any(|word| code(&text).contains(word));
        let allowed =
            ["fetch", "model/client.rs", "bot/telegram", "cli/doctor.rs", "store", "bot/commands/privacy.rs"];
        assert!(
            !sends || allowed.iter().any(|place| relative.starts_with(place)),
            "{relative} sends a request; an address a person can name goes through crate::fetch"
        );
    }
}

#[test]
fn the_reader_of_module_names_sees_groups() {
    let modules = vec!["text".to_owned(), "view".to_owned(), "store".to_owned()];
    let seen = named("use crate::{text::{Span, view}, store};\nlet x = crate::view::Card;", &modules);
    assert_eq!(seen, ["text", "store", "view"]);
}

fn source_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every `.rs` file below `folder` with its text; test files beside the code (`tests.rs`, `tests/…`) are left out.
fn rust_files(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if !path.ends_with("tests") {
                found.extend(rust_files(&path));
            }
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found
}

/// The modules of `lib.rs` in their order.
fn modules() -> Vec<String> {
    let lib = fs::read_to_string(source_root().join("lib.rs")).unwrap();
    lib.lines()
        .filter_map(|line| line.strip_prefix("pub mod "))
        .filter_map(|rest| rest.strip_suffix(';'))
        .map(str::to_owned)
        .collect()
}

/// The files of one module, `x.rs` or `x/**`.
fn files_of(module: &str) -> Vec<(PathBuf, String)> {
    let file = source_root().join(format!("{module}.rs"));
    let mut files = Vec::new();
    if file.exists() {
        let text = fs::read_to_string(&file).unwrap();
        files.push((file, text));
    }
    let folder = source_root().join(module);
    if folder.exists() {
        files.extend(rust_files(&folder));
    }
    files
}

/// The code of a file: comments and the unit tests at its end are left out.
fn code(text: &str) -> String {
    let body = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    body.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The modules named in `code` as `crate::x`, also inside `use crate::{x, y::z}`.
fn named(code: &str, modules: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let names = rest.strip_prefix('{').map_or_else(|| vec![rest], first_level);
        for name in names {
            let word: String =
                name.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if modules.contains(&word) {
                found.push(word);
            }
        }
    }
    found
}

/// The items of a `{…}` group that stand at its first level.
fn first_level(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut names) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                names.push(&group[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    names
}
