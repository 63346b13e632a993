//! The token and the key are planted, everything is done that may show them, and all that was written is searched.

use std::path::Path;
use std::process::Stdio;

use tokio::io::AsyncWriteExt;

use crate::telegram::{PATIENCE, TOKEN};
use crate::web::Page;
use crate::world::{ADA, World};

const KEY: &str = "sk-planted-key-0123456789abcdef";

/// What must be found nowhere.
const SECRETS: [&str; 3] = [TOKEN, "whole-program-test-token", KEY];

/// Runs a command over the world and keeps what it wrote.
async fn run(
    world: &World,
    arguments: &[&str],
    more: &[(&str, &str)],
    input: &str,
    kept: &mut Vec<u8>,
) -> i32 {
    let mut command = world.command(arguments);
    command.envs(more.iter().copied()).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // not every command reads
    stdin.write_all(input.as_bytes()).await.ok();
    drop(stdin);
    let done =
        tokio::time::timeout(PATIENCE, child.wait_with_output()).await.expect("it did not end").unwrap();
    kept.extend(done.stdout);
    kept.extend(done.stderr);
    done.status.code().unwrap_or(-1)
}

#[tokio::test]
async fn neither_token_nor_key_is_written_anywhere() {
    let mut world =
        World::prepare(&[("ATTACHE_LLM_PROVIDER", "openai"), ("ATTACHE_LLM_MODEL", "tiny")]).await;
    world.set("ATTACHE_LLM_API_KEY", KEY);
    world.set("ATTACHE_LLM_BASE_URL", world.web.url("/v1"));
    world.set("RUST_LOG", "trace");
    // a provider that repeats the key it refuses
    let body = format!("{{\"error\": {{\"message\": \"Incorrect API key provided: {KEY}\"}}}}").into_bytes();
    let headers = vec![("content-type", "application/json".to_owned())];
    world.web.put_page("/v1/chat/completions", Page { status: 401, headers, body });

    // a conversation, everything logged
    world.start_program();
    world.web.put_feed([2, 1]);
    world.ada_follows_the_feed().await;
    for (count, said) in
        (3..).zip(["/export", "/privacy", "/settings", "/summary http://127.0.0.1:1/", "/digest"])
    {
        world.telegram.says(ADA, said);
        world.telegram.wait(count, said, |call| call.accepted && call.chat == ADA).await;
    }
    assert_eq!(world.stop().await, 0);

    let mut kept = Vec::new();
    let article = world.folder.path().join("article.txt");
    let text = "Tavria and Norland agreed on Monday to open the crossing. “It will stay open,” Minister Ilan Dorev said. \
                The agreement takes effect next week, and a commission of both sides reviews it in the spring.";
    std::fs::write(&article, text).unwrap();
    let article = article.display().to_string();
    let digest = ["digest", "--chat", "501", "--dry-run"];
    for (arguments, code) in [
        (&["config"][..], 0),
        // the key is refused
        (&["doctor"], 2),
        (&["check"], 0),
        (&["backup", "copy.db"], 0),
        (&digest, 0),
        (&["brief", "--summarizer", "llm", &article], 0),
        (&["chat"], 0),
        (&["run", "--no-such-flag"], 2),
    ] {
        let rarely = ["MIN", "DEFAULT", "MAX"].map(|bound| format!("ATTACHE_POLL_{bound}_SECONDS"));
        let rarely = rarely.each_ref().map(|name| (name.as_str(), "3600"));
        let got = run(&world, arguments, &rarely, "/help\n/status\n/feeds\n", &mut kept).await;
        assert_eq!(got, code, "{arguments:?}: {}", String::from_utf8_lossy(&kept));
    }
    assert!(!world.web.asked("/v1/chat/completions").is_empty(), "the model was not asked");
    let misspelt = [("ATTACHE_TELEGRAM_TOKNE", TOKEN)];
    assert_eq!(run(&world, &["config"], &misspelt, "", &mut kept).await, 2);
    std::fs::write(world.folder.path().join(".env"), format!("ATTACHE_LLM_API_KEY {KEY}\n")).unwrap();
    assert_eq!(run(&world, &["config"], &[], "", &mut kept).await, 2);
    std::fs::remove_file(world.folder.path().join(".env")).unwrap();

    // Telegram away, then refusing
    world.gate.shut().await;
    assert_eq!(run(&world, &["doctor"], &[], "", &mut kept).await, 2);
    world.start_program();
    crate::delivery::until(|| world.log().contains("Telegram is not reached yet")).await;
    assert_eq!(world.stop().await, 0);
    world.gate.open().await;
    world.telegram.refuse_token();
    assert_eq!(run(&world, &["doctor"], &[], "", &mut kept).await, 2);
    assert_eq!(run(&world, &["run"], &[], "", &mut kept).await, 2);

    search(&kept, "what the commands wrote");
    for file in files(world.folder.path()) {
        search(&std::fs::read(&file).unwrap(), &file.display().to_string());
    }
    let sent = world.telegram.calls(|_| true);
    search(format!("{sent:?}").as_bytes(), "what was sent to Telegram");
    assert!(world.log().contains("TRACE"), "little was logged, so little was tried");
}

/// The test fails where a secret stands in these bytes.
fn search(bytes: &[u8], place: &str) {
    for secret in SECRETS {
        let found = bytes.windows(secret.len()).position(|window| window == secret.as_bytes());
        if let Some(at) = found {
            let around = &bytes[at.saturating_sub(80)..(at + 80).min(bytes.len())];
            panic!("{secret} stands in {place}: {}", String::from_utf8_lossy(around));
        }
    }
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn a_planted_secret_is_found() {
    assert!(std::panic::catch_unwind(|| search(format!("…{KEY}…").as_bytes(), "a test")).is_err());
    search(b"nothing", "a test");
}
