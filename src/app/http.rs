//! `/healthz`, `/readyz` and `/metrics`, for whoever hosts the program.
//!
//! In: the pulses of the loops, the store, the counters. Out: plain text over HTTP. Nothing here says what any chat holds.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use axum::routing::get;
use chrono::{DateTime, TimeDelta, Utc};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use super::watchdog::{STUCK, Watchdog};
use super::writing::Writing;
use crate::clock::Clock;
use crate::config::Prices;
use crate::counters;
use crate::listen;
use crate::store::Store;
use crate::store::delivery::{fanouts, outbox};
use crate::store::feeds::{self, entries};
use crate::store::quotas::model_usage;

/// A feed that should have been asked so long ago is behind.
const BEHIND: TimeDelta = TimeDelta::minutes(5);

/// What the answers are made of.
#[derive(Clone)]
pub(super) struct Health {
    /// The database.
    pub(super) store: Arc<Store>,
    /// The loops' pulses.
    pub(super) watchdog: Watchdog,
    /// Whether the database can be written.
    pub(super) writing: Writing,
    /// The clock.
    pub(super) clock: Clock,
    /// What a language model's tokens cost.
    pub(super) prices: Prices,
}

/// Takes the address.
///
/// # Errors
/// When it cannot be listened on.
pub(super) async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    let listener = TcpListener::bind(address)
        .await
        .with_context(|| format!("cannot listen on {address} (http.listen, ATTACHE_HTTP_LISTEN)"))?;
    tracing::info!(%address, "answering /healthz, /readyz and /metrics");
    Ok(listener)
}

/// Serves until `stop`.
pub(super) async fn serve<E>(
    listener: TcpListener,
    health: Health,
    stop: CancellationToken,
) -> Result<(), E> {
    let router = Router::new()
        .route("/healthz", get(healthz))
        .route("/readyz", get(readyz))
        .route("/metrics", get(numbers))
        .with_state(health);
    listen::serve(listener, router, &stop).await;
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

/// 200 when the database answers and can be written.
async fn readyz(State(health): State<Health>) -> impl IntoResponse {
    if let Some(why) = health.writing.refused() {
        let words = format!("the database cannot be written: {why}\n");
        return (StatusCode::SERVICE_UNAVAILABLE, words);
    }
    match depths(&health).await {
        Ok(_) => (StatusCode::OK, "ready\n".to_owned()),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n".to_owned()),
    }
}

async fn numbers(State(health): State<Health>) -> impl IntoResponse {
    match depths(&health).await {
        Ok(depths) => (StatusCode::OK, counters::text(&gauges(&health, &depths))),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n".to_owned()),
    }
}

/// What is measured when it is asked for.
fn gauges(health: &Health, depths: &Depths) -> Vec<(&'static str, String, f64)> {
    let now = health.clock.now();
    let age = |at: Option<DateTime<Utc>>| at.map_or(0, |at| (now - at).num_seconds().max(0)) as f64;
    let file = |path: &Path| std::fs::metadata(path).map_or(0, |file| file.len()) as f64;
    let mut log = health.store.path().as_os_str().to_owned();
    log.push("-wal");
    let (feeds, used) = (depths.feeds, depths.tokens);
    let cost = health.prices.cost(used);
    let mut gauges = vec![
        ("attache_database_bytes", String::new(), file(health.store.path())),
        ("attache_database_log_bytes", String::new(), file(Path::new(&log))),
        ("attache_database_writable", String::new(), f64::from(health.writing.refused().is_none())),
        ("attache_entries_oldest_seconds", String::new(), age(depths.entries.1)),
        ("attache_entries_waiting", String::new(), depths.entries.0 as f64),
        ("attache_fanouts_waiting", String::new(), depths.fanouts as f64),
        ("attache_feeds", r#"state="active""#.to_owned(), feeds.active as f64),
        ("attache_feeds", r#"state="asleep""#.to_owned(), feeds.asleep as f64),
        ("attache_feeds", r#"state="gone""#.to_owned(), feeds.gone as f64),
        ("attache_feeds_behind", String::new(), feeds.behind as f64),
        ("attache_feeds_failing", String::new(), feeds.failing as f64),
        ("attache_llm_tokens_today", String::new(), (used.0 + used.1) as f64),
        ("attache_model_cost_today", String::new(), cost),
        ("attache_outbox_dead", String::new(), depths.outbox.dead as f64),
        ("attache_outbox_lag_seconds", String::new(), age(depths.outbox.oldest)),
        ("attache_outbox_waiting", String::new(), depths.outbox.waiting as f64),
    ];
    gauges.extend(health.watchdog.pulses().into_iter().map(|pulse| {
        ("attache_loop_age_seconds", format!("loop=\"{}\"", pulse.name), pulse.age().as_secs() as f64)
    }));
    gauges
}

/// What the database holds of work and of cost.
struct Depths {
    outbox: outbox::Depth,
    /// How many wait, and the oldest's time.
    entries: (i64, Option<DateTime<Utc>>),
    fanouts: i64,
    feeds: feeds::Health,
    /// In and out.
    tokens: (i64, i64),
}

async fn depths(health: &Health) -> anyhow::Result<Depths> {
    let (mut db, now) = (health.store.read().await?, health.clock.now());
    let used = model_usage::on(&mut db, now.date_naive()).await?;
    Ok(Depths {
        outbox: outbox::depth(&mut db).await?,
        entries: (entries::waiting(&mut db).await?, feeds::oldest_entry(&mut db).await?),
        fanouts: fanouts::waiting(&mut db).await?,
        feeds: feeds::health(&mut db, now - BEHIND).await?,
        tokens: used.iter().fold((0, 0), |sum, one| (sum.0 + one.tokens_in, sum.1 + one.tokens_out)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::{noon, scratch};

    #[tokio::test]
    async fn every_metric_that_is_measured_is_given_out_and_is_a_gauge() {
        let scratch = scratch().await;
        let health = Health {
            store: Arc::new(scratch.store),
            watchdog: Watchdog::default(),
            writing: Writing::default(),
            clock: Clock::starting_at(noon()),
            prices: Prices { tokens_in: 3.0, tokens_out: 15.0 },
        };
        let _pulse = health.watchdog.clock("test", health.clock);
        let mut depths = depths(&health).await.unwrap();
        depths.tokens = (2_000_000, 100_000);
        let gauges = gauges(&health, &depths);
        let wanted = counters::METRICS.iter().filter(|(_, kind, _)| *kind == "gauge").map(|(name, ..)| *name);
        let mut given: Vec<&str> = gauges.iter().map(|(name, ..)| *name).collect();
        given.sort_unstable();
        given.dedup();
        assert_eq!(given, wanted.collect::<Vec<_>>());
        let cost = gauges.iter().find(|(name, ..)| *name == "attache_model_cost_today").unwrap().2;
        assert!((cost - 7.5).abs() < 1e-9, "{cost}");
    }

    #[tokio::test]
    async fn an_address_that_is_taken_is_named() {
        let taken = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = taken.local_addr().unwrap();
        let fault = format!("{:#}", listen(address).await.unwrap_err());
        assert!(fault.contains(&address.to_string()) && fault.contains("ATTACHE_HTTP_LISTEN"), "{fault}");
    }
}
