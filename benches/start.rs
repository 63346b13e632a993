//! How long `attache run` takes from its start to ready, and how much memory it holds idle.
//!
//! The real program is started five times against a Bot API server on loopback. Printed: milliseconds to the log line
//! that says ready, and resident kilobytes after a few idle seconds; smallest, median, largest.
//! Aim (issue 2): under 100 ms and under 40 MB. Run: `cargo bench --bench start`.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::Context;
use axum::Router;
use axum::extract::Path;
use axum::routing::any;
use serde_json::json;

const STARTS: usize = 5;
/// How long the program idles before its memory is read.
const IDLE: Duration = Duration::from_millis(2_500);

fn main() -> anyhow::Result<()> {
    let runtime = tokio::runtime::Runtime::new()?;
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))?;
    let api = format!("http://{}", listener.local_addr()?);
    runtime.spawn(async { axum::serve(listener, Router::new().route("/{bot}/{method}", any(answer))).await });
    let (mut milliseconds, mut kilobytes) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let (ready, resident) = start(&api)?;
        milliseconds.push(ready.as_millis() as u64);
        kilobytes.push(resident);
    }
    print("start to ready", "ms", milliseconds);
    print("resident, idle", "KB", kilobytes);
    Ok(())
}

fn print(what: &str, unit: &str, mut figures: Vec<u64>) {
    figures.sort_unstable();
    let at = |place: usize| figures.get(place).copied().unwrap_or_default();
    println!("{what}: {} {} {} {unit} (min, median, max)", at(0), at(STARTS / 2), at(STARTS - 1));
}

/// Starts the program once on an empty folder; returns the time to ready and the resident kilobytes.
fn start(api: &str) -> anyhow::Result<(Duration, u64)> {
    let folder = tempfile::tempdir()?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.arg("run").env_clear().current_dir(folder.path()).stdin(Stdio::null()).stderr(Stdio::piped());
    command.env("ATTACHE_TELEGRAM_TOKEN", "123456:invented-token-of-a-benchmark");
    command.env("ATTACHE_TELEGRAM_API_URL", api);
    let began = Instant::now();
    let mut program = command.spawn()?;
    let measured = measure(&mut program, began);
    program.kill()?;
    program.wait()?;
    measured
}

fn measure(program: &mut Child, began: Instant) -> anyhow::Result<(Duration, u64)> {
    let mut log = BufReader::new(program.stderr.take().context("no standard error")?).lines();
    let is_ready = |line: &Result<String, _>| line.as_ref().is_ok_and(|line| line.contains("ready"));
    log.find(is_ready).context("the program ended before it was ready")??;
    let ready = began.elapsed();
    std::thread::sleep(IDLE);
    let status = std::fs::read_to_string(format!("/proc/{}/status", program.id()))?;
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.split_whitespace().next());
    Ok((ready, resident.context("no VmRSS line")?.parse()?))
}

/// The Bot API as far as an idle bot needs it.
async fn answer(Path((_, method)): Path<(String, String)>) -> String {
    let result = match method.to_ascii_lowercase().as_str() {
        "getme" => {
            json!({"id": 123_456, "is_bot": true, "first_name": "attache", "username": "attache_bench_bot",
            "can_join_groups": true, "can_read_all_group_messages": false, "supports_inline_queries": false,
            "can_connect_to_business": false, "has_main_web_app": false})
        }
        "getupdates" => {
            tokio::time::sleep(Duration::from_secs(1)).await;
            json!([])
        }
        _ => json!(true),
    };
    json!({"ok": true, "result": result}).to_string()
}
