//! `/healthz`, `/readyz` and `/metrics`, for whoever hosts the program.
//!
//! In: the pulses of the loops, the store, the counters. Out: plain text over HTTP. Nothing here says what any chat holds.

use std::fmt::Write;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use axum::routing::get;
use tokio_util::sync::CancellationToken;

use super::watchdog::{STUCK, Watchdog};
use crate::clock::Clock;
use crate::counters;
use crate::store::Store;
use crate::store::delivery::outbox;
use crate::store::feeds::entries;
use crate::store::quotas::model_usage;

/// What the answers are made of.
#[derive(Clone)]
pub(super) struct Health {
    /// The database.
    pub(super) store: Arc<Store>,
    /// The loops' pulses.
    pub(super) watchdog: Watchdog,
    /// The clock.
    pub(super) clock: Clock,
}

/// Serves until `stop`.
///
/// # Errors
/// When the address cannot be listened on.
pub(super) async fn serve(
    address: SocketAddr,
    health: Health,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    let listener = tokio::net::TcpListener::bind(address).await?;
    tracing::info!(%address, "answering /healthz, /readyz and /metrics");
    let router = Router::new()
        .route("/healthz", get(healthz))
        .route("/readyz", get(readyz))
        .route("/metrics", get(numbers))
        .with_state(health);
    axum::serve(listener, router).with_graceful_shutdown(async move { stop.cancelled().await }).await?;
    Ok(())
}

/// 200 while every loop goes on, 503 with the name of one that stands still.
async fn healthz(State(health): State<Health>) -> impl IntoResponse {
    match health.watchdog.stuck(STUCK / 2) {
        None => (StatusCode::OK, "ok\n".to_owned()),
        Some(pulse) => {
            let words = format!("{} has stood still for {} s\n", pulse.name, pulse.age().as_secs());
            (StatusCode::SERVICE_UNAVAILABLE, words)
        }
    }
}

/// 200 when the database answers.
async fn readyz(State(health): State<Health>) -> impl IntoResponse {
    match depths(&health).await {
        Ok(_) => (StatusCode::OK, "ready\n"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    }
}

async fn numbers(State(health): State<Health>) -> impl IntoResponse {
    let mut text = counters::text();
    for pulse in health.watchdog.pulses() {
        gauge(
            &mut text,
            &format!("attache_loop_age_seconds{{loop=\"{}\"}}", pulse.name),
            pulse.age().as_secs(),
        );
    }
    let Ok(depths) = depths(&health).await else {
        return (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n".to_owned());
    };
    gauge(&mut text, "attache_outbox_waiting", depths.outbox.waiting);
    gauge(&mut text, "attache_outbox_dead", depths.outbox.dead);
    let oldest = depths.outbox.oldest.map_or(0, |at| (health.clock.now() - at).num_seconds().max(0));
    gauge(&mut text, "attache_outbox_lag_seconds", oldest);
    gauge(&mut text, "attache_entries_waiting", depths.entries);
    let bytes = std::fs::metadata(health.store.path()).map_or(0, |file| file.len());
    gauge(&mut text, "attache_database_bytes", bytes);
    gauge(&mut text, "attache_llm_tokens_today", depths.tokens);
    (StatusCode::OK, text)
}

fn gauge(text: &mut String, name: &str, value: impl std::fmt::Display) {
    // writing to a String cannot fail
    writeln!(text, "{name} {value}").unwrap_or_default();
}

/// What the database holds of work and of cost.
struct Depths {
    outbox: outbox::Depth,
    entries: i64,
    tokens: i64,
}

async fn depths(health: &Health) -> anyhow::Result<Depths> {
    let mut db = health.store.read().await?;
    Ok(Depths {
        outbox: outbox::depth(&mut db).await?,
        entries: entries::waiting(&mut db).await?,
        tokens: model_usage::tokens_today(&mut db, health.clock.now()).await?,
    })
}
