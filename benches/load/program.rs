//! The program under load, and what it uses of the machine (Linux).

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tempfile::TempDir;
use tokio::process::{Child, Command};

use crate::telegram::{Limits, Telegram};
use crate::web::Web;

/// Parts of a second `/proc` counts processor time in (`sysconf(_SC_CLK_TCK)` on every Linux).
const TICKS: f64 = 100.0;

/// The running program; it ends when this goes.
pub struct Program {
    child: Child,
}

impl Program {
    /// Starts it and waits until it has reached Telegram.
    pub async fn start(
        folder: &TempDir,
        telegram: &Telegram,
        web: &Web,
        interval: u32,
        limits: Limits,
    ) -> Self {
        let log = std::fs::File::create(folder.path().join("log.txt")).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
        command.arg("run").current_dir(folder.path()).env_clear().kill_on_drop(true);
        command.env("ATTACHE_DATABASE_PATH", folder.path().join("attache.db"));
        command.env("ATTACHE_TELEGRAM_TOKEN", "123456:load");
        command.env("ATTACHE_TELEGRAM_API_URL", &telegram.url);
        command.env("ATTACHE_WEB_ALLOW_NETS", format!("127.0.0.0/8:{}", web.port));
        command.env("ATTACHE_TELEGRAM_MESSAGES_PER_SECOND", limits.per_second.to_string());
        for bound in ["MIN", "DEFAULT", "MAX"] {
            command.env(format!("ATTACHE_POLL_{bound}_SECONDS"), interval.to_string());
        }
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn().unwrap();
        let program = Self { child };
        let runs = telegram.runs();
        while telegram.runs() == runs {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        program
    }

    /// Seconds of a core used so far.
    pub fn processor(&self) -> f64 {
        processor_of(&self.number())
    }

    /// Megabytes it has asked the system to read so far, cached or not.
    pub fn bytes_read(&self) -> f64 {
        read_of(&self.number())
    }

    /// Megabytes resident now.
    pub fn resident(&self) -> f64 {
        self.status("VmRSS:")
    }

    /// Megabytes resident at most so far.
    pub fn most_resident(&self) -> f64 {
        self.status("VmHWM:")
    }

    fn status(&self, name: &str) -> f64 {
        let status = self.read("status");
        let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        line.trim().trim_end_matches(" kB").parse::<f64>().unwrap() / 1024.0
    }

    fn read(&self, file: &str) -> String {
        read(&self.number(), file)
    }

    fn number(&self) -> String {
        self.child.id().unwrap().to_string()
    }
}

/// Seconds of a core a process has used so far.
pub fn processor_of(process: &str) -> f64 {
    let stat = read(process, "stat");
    // the name, in brackets, may hold spaces; user and system time are fields 14 and 15
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    let ticks: f64 = fields.iter().skip(11).take(2).map(|ticks| ticks.parse::<f64>().unwrap()).sum();
    ticks / TICKS
}

/// Megabytes a process has asked the system to read so far (`rchar`).
pub fn read_of(process: &str) -> f64 {
    let io = read(process, "io");
    let bytes = io.lines().find_map(|line| line.strip_prefix("rchar: ")).unwrap();
    bytes.parse::<f64>().unwrap() / 1e6
}

fn read(process: &str, file: &str) -> String {
    std::fs::read_to_string(Path::new("/proc").join(process).join(file)).unwrap()
}
