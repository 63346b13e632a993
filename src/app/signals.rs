//! Signals: those that ask the program to stop, and the one for the system's limit on the size of files (`ulimit -f`), which
//! is told and does not end the program.

use std::time::Duration;

use anyhow::Context as _;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// Turns SIGTERM and SIGINT into `stop`.
pub(super) fn stop_on<E: Send + 'static>(
    loops: &mut JoinSet<Result<(), E>>,
    stop: &CancellationToken,
) -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate()).context("signals")?;
    let mut interrupt = signal(SignalKind::interrupt()).context("signals")?;
    let stop = stop.clone();
    loops.spawn(async move {
        tokio::select! {
            () = stop.cancelled() => {}
            _ = terminate.recv() => tracing::info!("asked to stop"),
            _ = interrupt.recv() => tracing::info!("interrupted"),
        }
        stop.cancel();
        Ok(())
    });
    Ok(())
}

/// The number of the signal on Linux, the BSDs and macOS.
const SIGXFSZ: i32 = 25;

/// The signal, caught.
pub(super) struct FileLimit(Signal);

impl FileLimit {
    /// Catches the signal, which otherwise ends the program without a line; caught, the write fails like one to a full
    /// disk.
    pub(super) fn catch() -> anyhow::Result<Self> {
        Ok(Self(signal(SignalKind::from_raw(SIGXFSZ)).context("signals")?))
    }

    /// Says that the limit is reached, at most once a minute, until `stop`.
    pub(super) async fn tell<E>(mut self, stop: CancellationToken) -> Result<(), E> {
        while stop.run_until_cancelled(self.0.recv()).await.flatten().is_some() {
            tracing::error!(
                "a file may not grow any more: the limit on the size of files is reached (ulimit -f)"
            );
            stop.run_until_cancelled(tokio::time::sleep(Duration::from_mins(1))).await;
        }
        stop.cancelled().await;
        Ok(())
    }
}
