//! The terminal the program is started from: its size, its colours, progress on standard error.

use std::future::Future;
use std::process::ExitCode;
use std::time::Duration;

use console::Term;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::exit;
use crate::view::Screen;

/// Widest text that is still pleasant to read.
const WIDEST: usize = 96;

/// What standard output can show; colours only on a terminal and without `NO_COLOR`.
#[must_use]
pub fn screen() -> Screen {
    let term = Term::stdout();
    if !term.is_term() {
        return Screen { ansi: false, width: 0 };
    }
    Screen { ansi: console::colors_enabled(), width: usize::from(term.size().1).clamp(20, WIDEST) }
}

/// A progress bar on standard error for `steps` pieces of work; invisible where nobody would see it.
#[must_use]
pub fn bar(steps: usize) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::stderr());
    let template = if steps > 1 { "{spinner} {pos}/{len} {wide_msg}" } else { "{spinner} {wide_msg}" };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}

/// Runs a command that waits for the network; Ctrl-C ends it with code 130.
pub fn block_on(work: impl Future<Output = ExitCode>) -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(fault) => return exit::usage(format!("failed to start: {fault}")),
    };
    let code = runtime.block_on(async {
        tokio::select! {
            code = work => code,
            _ = tokio::signal::ctrl_c() => ExitCode::from(exit::INTERRUPTED),
        }
    });
    runtime.shutdown_background();
    code
}
