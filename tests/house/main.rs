//! The house rules that a compiler does not check: module order, the pure core, one door each.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test may stop at what it does not expect"
)]

mod circles;
mod code;
mod documents;
mod imports;
mod lexer;
mod module;
mod sizes;
mod sources;
mod words;

use std::fs;

use sources::{files, files_of, modules};

/// Modules that must stay free of I/O, clocks and `async`.
const PURE: [&str; 13] = [
    "text",
    "article",
    "people",
    "brief",
    "source",
    "feed",
    "story",
    "statement",
    "record",
    "digest",
    "review",
    "picture",
    "view",
];

/// Words a pure module may not hold in its code.
const IMPURE: [&str; 8] =
    ["tokio", "reqwest", "sqlx", "teloxide", "async fn", "Utc::now", "SystemTime", "Instant::now"];

/// The doors of the house: (word, folders or files that may hold it).
const DOORS: [(&str, &[&str]); 19] = [
    ("env::var", &["config"]),
    ("reqwest::", &["fetch", "model", "bot/telegram", "cli/doctor"]),
    ("sqlx::", &["store"]),
    ("teloxide_core::", &["bot/telegram"]),
    ("Utc::now", &["clock.rs"]),
    // what opens a connection or looks a name up: a person's address goes through `fetch` and nothing else
    (
        "Client::builder",
        &["fetch/client.rs", "model/client.rs", "bot/telegram/client.rs", "cli/doctor/mod.rs"],
    ),
    ("reqwest::Client::new", &[]),
    ("TcpStream", &["listen.rs"]),
    ("TcpStream::connect", &[]),
    ("TcpSocket", &[]),
    ("UdpSocket", &[]),
    ("UnixStream", &[]),
    ("ToSocketAddrs", &["fetch/guard/resolve.rs"]),
    ("lookup_host", &["fetch/guard/resolve.rs"]),
    ("process::Command", &[]),
    // what listens is for whoever hosts the program
    ("TcpListener", &["listen.rs", "app/http.rs", "bot/telegram/webhook.rs", "bot/terminal/demo.rs"]),
    // whoever calls has a time to ask in, and a place that can be taken away, which this would not see to
    ("axum::serve", &[]),
    // serves only, and on connections that were accepted
    ("hyper::", &["listen.rs"]),
    ("hyper_util::", &["listen.rs"]),
];

/// Crates that can open a connection; those in the program are behind the doors above.
const CONNECTING: [&str; 14] = [
    "attohttpc",
    "awc",
    "curl",
    "hickory-resolver",
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
        for file in files_of(module) {
            for other in named(&code(&file.text), &modules) {
                let allowed = modules[..=place].contains(&other);
                assert!(allowed, "{} uses crate::{other}, which stands below {module} in lib.rs", file.path);
            }
        }
    }
}

#[test]
fn the_pure_modules_do_nothing_but_compute() {
    for module in PURE {
        for file in files_of(module) {
            for word in IMPURE {
                assert!(!code(&file.text).contains(word), "{} holds `{word}`: {module} is pure", file.path);
            }
        }
    }
}

#[test]
fn every_module_says_what_it_is_for() {
    for file in files() {
        assert!(file.text.starts_with("//!"), "{} does not begin with //!", file.path);
    }
}

#[test]
fn each_door_is_the_only_one() {
    for file in files() {
        let relative = &file.path;
        for (word, places) in DOORS {
            let inside = places.iter().any(|place| relative.starts_with(place));
            assert!(
                inside || !code(&file.text).contains(word),
                "{relative} holds `{word}`, which belongs in {places:?}"
            );
        }
    }
}

#[test]
fn no_other_crate_can_open_a_connection() {
    let manifest = fs::read_to_string(sources::repository().join("Cargo.toml")).unwrap();
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
    for file in files() {
        let relative = &file.path;
        let sends = [".send().await", ".execute(", ".download_file"]
            .iter()
            .any(|word| code(&file.text).contains(word));
        let allowed = [
            "fetch",
            "model/client.rs",
            "bot/telegram",
            "cli/doctor/mod.rs",
            "store",
            "bot/commands/privacy.rs",
        ];
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
