//! What the program has done since it started, counted for `/metrics`.
//!
//! In: a name, a label and how many more. Out: the Prometheus text format. A counter appears when it is first raised;
//! names and labels are words of the program, never of an article or a chat.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};

/// A name and, for one that has parts, the label with its value.
type Key = (&'static str, Option<(&'static str, &'static str)>);

static COUNTED: Mutex<BTreeMap<Key, u64>> = Mutex::new(BTreeMap::new());

/// Raises the counter `name` by `more`.
pub fn add(name: &'static str, more: u64) {
    raise((name, None), more);
}

/// Raises the part of the counter `name` that `label` with `value` names by one.
pub fn count(name: &'static str, label: &'static str, value: &'static str) {
    raise((name, Some((label, value))), 1);
}

/// All counters, by name.
#[must_use]
pub fn text() -> String {
    let counted = COUNTED.lock().unwrap_or_else(PoisonError::into_inner);
    let (mut text, mut last) = (String::new(), "");
    for ((name, part), value) in counted.iter() {
        if *name != last {
            last = name;
            line(&mut text, format_args!("# TYPE {name} counter"));
        }
        match part {
            None => line(&mut text, format_args!("{name} {value}")),
            Some((label, part)) => line(&mut text, format_args!("{name}{{{label}=\"{part}\"}} {value}")),
        }
    }
    text
}

fn raise(key: Key, more: u64) {
    let mut counted = COUNTED.lock().unwrap_or_else(PoisonError::into_inner);
    let value = counted.entry(key).or_default();
    *value = value.saturating_add(more);
}

fn line(text: &mut String, words: std::fmt::Arguments) {
    // writing to a String cannot fail
    writeln!(text, "{words}").unwrap_or_default();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counters_are_written_as_prometheus_reads_them() {
        count("test_b_total", "outcome", "sent");
        add("test_a_total", 2);
        count("test_b_total", "outcome", "lost");
        count("test_b_total", "outcome", "sent");
        let lines: Vec<String> =
            text().lines().filter(|line| line.contains("test_")).map(str::to_owned).collect();
        assert_eq!(
            lines,
            [
                "# TYPE test_a_total counter",
                "test_a_total 2",
                "# TYPE test_b_total counter",
                "test_b_total{outcome=\"lost\"} 1",
                "test_b_total{outcome=\"sent\"} 2",
            ]
        );
    }
}
