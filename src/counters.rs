//! What the program has done since it started, counted for `/metrics`, and the list of all its metrics.
//!
//! In: a name, labels and how many more. Out: the Prometheus text format. A counter appears when it is first raised;
//! names and labels are words of the program, never of an article or a chat.

use std::collections::BTreeMap;
use std::fmt::{Display, Write};
use std::sync::{Mutex, PoisonError};

/// A metric: its name, its type as Prometheus has it, and what it tells.
pub type Metric = (&'static str, &'static str, &'static str);

/// Every metric of the program.
pub const METRICS: [Metric; 25] = [
    (
        "attache_article_seconds",
        "summary",
        "Time from taking up an entry to the stored article, its page fetched",
    ),
    ("attache_briefs_total", "counter", "Articles read, by how they were summarised"),
    ("attache_database_bytes", "gauge", "Size of the database file"),
    ("attache_database_log_bytes", "gauge", "Size of the log beside the database file"),
    ("attache_database_writable", "gauge", "1 while the database takes what is written, 0 while it does not"),
    ("attache_entries_oldest_seconds", "gauge", "Age of the oldest entry of a feed that waits to be read"),
    ("attache_entries_waiting", "gauge", "Entries of feeds that wait to be read"),
    ("attache_fanouts_waiting", "gauge", "Articles whose messages to very many chats are still being queued"),
    ("attache_feeds", "gauge", "Feeds that somebody follows, by whether they are asked"),
    ("attache_feeds_behind", "gauge", "Feeds that should have been asked over five minutes ago"),
    ("attache_feeds_failing", "gauge", "Feeds whose last answer was a failure"),
    ("attache_llm_tokens_today", "gauge", "Tokens of language models since midnight UTC"),
    ("attache_loop_age_seconds", "gauge", "Time since a loop last showed that it goes on"),
    ("attache_maybe_duplicate_total", "counter", "Messages that may have arrived twice, since the start"),
    (
        "attache_model_cost_today",
        "gauge",
        "Cost of language models since midnight UTC, by the prices that are set",
    ),
    (
        "attache_model_rejected_total",
        "counter",
        "Sentences of a language model that were not shown, by the rule broken",
    ),
    ("attache_model_summaries_total", "counter", "Questions to a language model, by what came of them"),
    ("attache_model_tokens_total", "counter", "Tokens sent to language models and received"),
    ("attache_outbox_dead", "gauge", "Messages given up"),
    ("attache_outbox_lag_seconds", "gauge", "Age of the oldest message that waits to be sent"),
    ("attache_outbox_waiting", "gauge", "Messages that wait to be sent"),
    ("attache_polls_total", "counter", "Feeds asked, by what came of it"),
    ("attache_send_retries_total", "counter", "Messages that are sent again"),
    ("attache_sends_total", "counter", "Messages handed to Telegram, by their kind and what came of it"),
    ("attache_translations_total", "counter", "Quotes translated without a network, by what came of it"),
];

/// A label and its value.
pub type Label = (&'static str, &'static str);

static COUNTED: Mutex<BTreeMap<(&str, Vec<Label>), u64>> = Mutex::new(BTreeMap::new());
static TIMED: Mutex<BTreeMap<&str, (u64, f64)>> = Mutex::new(BTreeMap::new());

/// Raises the counter `name` by `more`.
pub fn add(name: &'static str, more: u64) {
    raise(name, &[], more);
}

/// Raises the part of the counter `name` that the labels name by one.
pub fn count(name: &'static str, labels: &[Label]) {
    raise(name, labels, 1);
}

/// Raises the part of the counter `name` that the labels name by `more`.
pub fn raise(name: &'static str, labels: &[Label], more: u64) {
    debug_assert!(METRICS.iter().any(|(known, ..)| *known == name), "{name} is not among the metrics");
    let mut counted = COUNTED.lock().unwrap_or_else(PoisonError::into_inner);
    let value = counted.entry((name, labels.to_vec())).or_default();
    *value = value.saturating_add(more);
}

/// Notes that something that is timed as `name` took so many seconds.
pub fn took(name: &'static str, seconds: f64) {
    let mut timed = TIMED.lock().unwrap_or_else(PoisonError::into_inner);
    let (count, sum) = timed.entry(name).or_default();
    *count += 1;
    *sum += seconds;
}

/// All metrics by name; `gauges` gives what is measured now: a name, its labels as text or nothing, and the value.
#[must_use]
pub fn text(gauges: &[(&'static str, String, f64)]) -> String {
    let counted = COUNTED.lock().unwrap_or_else(PoisonError::into_inner);
    let timed = TIMED.lock().unwrap_or_else(PoisonError::into_inner);
    let mut text = String::new();
    for (name, kind, help) in METRICS {
        line(&mut text, format_args!("# HELP {name} {help}"));
        line(&mut text, format_args!("# TYPE {name} {kind}"));
        for ((_, labels), value) in counted.iter().filter(|((known, _), _)| *known == name) {
            value_line(&mut text, name, &written(labels), value);
        }
        for (_, labels, value) in gauges.iter().filter(|(known, ..)| *known == name) {
            value_line(&mut text, name, labels, value);
        }
        if kind == "summary" {
            let (count, sum) = timed.get(name).copied().unwrap_or_default();
            line(&mut text, format_args!("{name}_sum {sum}"));
            line(&mut text, format_args!("{name}_count {count}"));
        }
    }
    text
}

fn written(labels: &[Label]) -> String {
    let pairs: Vec<String> = labels.iter().map(|(label, value)| format!("{label}=\"{value}\"")).collect();
    pairs.join(",")
}

fn value_line(text: &mut String, name: &str, labels: &str, value: impl Display) {
    if labels.is_empty() {
        line(text, format_args!("{name} {value}"));
    } else {
        line(text, format_args!("{name}{{{labels}}} {value}"));
    }
}

fn line(text: &mut String, words: std::fmt::Arguments) {
    // writing to a String cannot fail
    writeln!(text, "{words}").unwrap_or_default();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metrics_are_written_as_prometheus_reads_them() {
        count("attache_polls_total", &[("outcome", "test")]);
        count("attache_sends_total", &[("outcome", "test"), ("kind", "card")]);
        raise("attache_sends_total", &[("outcome", "test"), ("kind", "card")], 2);
        took("attache_article_seconds", 0.5);
        let text = text(&[
            ("attache_feeds", "state=\"test\"".to_owned(), 3.0),
            ("attache_outbox_dead", String::new(), 0.0),
        ]);
        for line in [
            "attache_polls_total{outcome=\"test\"} 1",
            "attache_sends_total{outcome=\"test\",kind=\"card\"} 3",
            "attache_feeds{state=\"test\"} 3",
            "attache_outbox_dead 0",
            "# TYPE attache_article_seconds summary",
        ] {
            assert!(text.lines().any(|known| known == line), "{line} is not in\n{text}");
        }
        assert!(text.contains("attache_article_seconds_count "));
    }

    #[test]
    fn metrics_are_in_order_and_each_tells_what_it_is() {
        assert!(METRICS.is_sorted_by(|one, other| one.0 < other.0));
        for (name, kind, help) in METRICS {
            assert!(["counter", "gauge", "summary"].contains(&kind) && !help.is_empty(), "{name}");
            assert_eq!(kind == "counter", name.ends_with("_total"), "{name}");
        }
    }
}
