//! The commands that need no Telegram: exit codes, one clear line on bad input, the demo.

use std::process::Stdio;

use tokio::io::AsyncWriteExt;
use tokio::process::Command;

/// Runs the program with these arguments and this standard input; returns (exit code, output, errors).
async fn run(arguments: &[&str], input: &str) -> (i32, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command
        .args(arguments)
        .current_dir(folder.path())
        .env_clear()
        .env("TMPDIR", folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // a program that refuses its arguments does not read its input
    stdin.write_all(input.as_bytes()).await.ok();
    drop(stdin);
    let done = child.wait_with_output().await.unwrap();
    let left = std::fs::read_dir(folder.path()).unwrap().count();
    assert!(left == 0 || !arguments.contains(&"--demo"), "a demonstration keeps nothing");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (done.status.code().unwrap_or(-1), text(&done.stdout), text(&done.stderr))
}

/// (arguments, input, exit code, words of the message)
const CASES: [(&[&str], &str, i32, &str); 9] = [
    (&["brief", "no-such-file.txt"], "", 1, "no-such-file.txt"),
    (&["brief", "http://127.0.0.1:9/x"], "", 1, "not on the public internet"),
    (&["brief", "-"], "", 1, "empty"),
    (&["brief"], "", 2, "brief"),
    (&["frobnicate"], "", 2, "frobnicate"),
    (&["config", "--poll-min-seconds", "0"], "", 2, "poll-min-seconds"),
    (&["config", "--poll-min-seconds", "9999"], "", 2, "poll.min_seconds"),
    (&["run"], "", 2, "telegram-token"),
    (&["check"], "", 1, "attache.db"),
];

#[tokio::test]
async fn exit_codes_are_as_promised() {
    let mut wrong = Vec::new();
    for (arguments, input, code, words) in CASES {
        let (got, _, errors) = run(arguments, input).await;
        if got != code || !errors.contains(words) || errors.contains("panicked") {
            wrong.push(format!("{arguments:?} → {got}: {errors}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn a_misspelt_variable_is_named_with_its_nearest() {
    let done = Command::new(env!("CARGO_BIN_EXE_attache"))
        .arg("config")
        .env_clear()
        .env("ATTACHE_TELEGRAM_TOKNE", "x")
        .output()
        .await
        .unwrap();
    let errors = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(2));
    assert!(errors.contains("ATTACHE_TELEGRAM_TOKEN"), "{errors}");
}

#[tokio::test]
async fn one_bad_line_does_not_stop_a_batch() {
    let input = "{\"id\": \"1\", \"text\": \"“We signed it,” Minister Ilan Dorev said on Monday.\"}\nnot json\n{\"id\": \"3\", \"text\": \"\"}\n";
    let (code, output, errors) = run(&["brief", "--batch"], input).await;
    assert_eq!(code, 0, "{errors}");
    let lines: Vec<serde_json::Value> =
        output.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["quotes"][0]["speaker"]["name"], "Ilan Dorev");
    assert!(lines[1]["error"].is_string());
    assert_eq!(lines[2]["id"], "3");
}

#[tokio::test]
async fn the_demo_shows_the_product_without_network_or_token() {
    let typed = "/feeds\n/digest\n/quotes Dorev\n/unknowncommand\n/review since monday\n/review unicorn\n\
        /quotes Piet Hahn\n/quotes president of norvia\n/record Haan since monday\n/review dams in:Ossa\n";
    let (code, output, errors) = run(&["chat", "--demo"], typed).await;
    assert_eq!(code, 0, "{errors}");
    for words in [
        "Nothing about “unicorn” came by your feeds",
        "I have no quotes by “Piet Hahn”. Did you mean:",
        "Piet Haan · ",
        "dams · Ossa",
    ] {
        assert!(output.contains(words), "{words}: {output}");
    }
    assert!(!output.contains("Send me a link") && !output.contains("“president of norvia”"), "{output}");
    assert!(output.contains("the article word for word"), "{output}");
    assert!(output.contains("Foreign policy digest"), "{output}");
}

#[tokio::test]
async fn the_configuration_hides_its_secrets() {
    let (code, output, _) = run(&["config", "--telegram-token", "123456:secret-part"], "").await;
    assert_eq!(code, 0);
    assert!(output.contains("telegram.token = (set, hidden)"), "{output}");
    assert!(!output.contains("secret-part"));
}

#[test]
fn whoever_stops_reading_is_no_fault() {
    for arguments in [&["sources"][..], &["host", "compose"], &["config"], &["data", "print", "outlets"]] {
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_attache"))
            .args(arguments)
            .stdin(std::process::Stdio::null())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        drop(program.stdout.take());
        let ended = program.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(ended.status.success() && said.is_empty(), "{arguments:?}: {said}");
    }
}

#[test]
fn without_a_database_commands_say_what_to_do_and_make_none() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [&["reports"][..], &["digest", "--chat", "5"]] {
        let ended = std::process::Command::new(env!("CARGO_BIN_EXE_attache"))
            .args(arguments)
            .current_dir(folder.path())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(1), "{arguments:?}: {said}");
        assert!(said.contains("there is no database") && said.contains("--database-path"), "{said}");
        assert!(std::fs::read_dir(folder.path()).unwrap().next().is_none(), "{arguments:?}");
    }
}
