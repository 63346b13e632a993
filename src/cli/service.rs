//! `attache` and `attache run`: the bot as a service, and the exit code for how it ended.

use std::process::ExitCode;

use crate::app::{self, Ended, open_files};
use crate::cli::{database, exit};
use crate::clock::Clock;
use crate::config::Config;

/// Threads the loops share: most of their work is waiting, and briefing has threads of its own.
const THREADS: usize = 2;

/// Runs the service until it is asked to stop.
#[must_use]
pub fn run(config: &Config, clock: Clock) -> ExitCode {
    open_files::allow_all();
    let runtime =
        match tokio::runtime::Builder::new_multi_thread().worker_threads(THREADS).enable_all().build() {
            Ok(runtime) => runtime,
            Err(fault) => return exit::usage(format!("failed to start: {fault}")),
        };
    let ended = runtime.block_on(app::run(config, clock));
    runtime.shutdown_background();
    let (code, words) = match ended {
        Ok(()) => {
            tracing::info!("stopped");
            return ExitCode::SUCCESS;
        }
        Err(Ended::Database(fault)) => database::refusal(&fault),
        Err(fault) => (code(&fault), fault.to_string()),
    };
    exit::logged(code, words)
}

/// What a new start may mend is told from what it does not.
fn code(ended: &Ended) -> u8 {
    match ended {
        Ended::Stuck(_) | Ended::Broke(_) => exit::INPUT,
        Ended::Database(fault) => database::refusal(fault).0,
        Ended::NoToken | Ended::MalformedToken | Ended::Refused(_) | Ended::Setup(_) => exit::USAGE,
    }
}
