//! The score for people, and as JSON.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::tally::{Counts, Tally, ratio};

const HEAD: &str = "language  passages  quotes  precision  recall  span F1  direct  mixed  speaker  wrong names  resolved  end to end  false";

/// The tables by language and by rule, then the faults.
pub(super) fn text(tally: &Tally) -> String {
    let mut out = format!("{HEAD}\n");
    for (language, counts) in tally.rows() {
        writeln!(out, "{language:<8}  {}", row(counts)).ok();
    }
    if !tally.rules.is_empty() {
        out.push_str("\nrule              quotes  right  wrong names\n");
        for (rule, of_rule) in &tally.rules {
            let right = percent(ratio(of_rule.right, of_rule.quotes));
            writeln!(out, "{rule:<16}  {:>6}  {right:>5}  {:>11}", of_rule.quotes, of_rule.wrong_names).ok();
        }
    }
    for miss in &tally.misses {
        writeln!(out, "{miss}").ok();
    }
    out
}

/// The counts and figures by language and by rule.
pub(super) fn json(tally: &Tally) -> String {
    let languages: serde_json::Map<String, Value> =
        tally.rows().map(|(language, counts)| (language.to_owned(), figures(counts))).collect();
    let rules: serde_json::Map<String, Value> = tally
        .rules
        .iter()
        .map(|(name, rule)| {
            let told = json!({"quotes": rule.quotes, "right": rule.right, "wrong_names": rule.wrong_names});
            (name.clone(), told)
        })
        .collect();
    format!("{}\n", json!({"languages": languages, "rules": rules, "misses": tally.misses}))
}

/// What each rule is worth: the score without it, beside that with all.
pub(super) fn ablation(scores: &[(&str, Tally)], as_json: bool) -> String {
    if as_json {
        let rows: serde_json::Map<String, Value> =
            scores.iter().map(|(rule, tally)| ((*rule).to_owned(), figures(&tally.all))).collect();
        return format!("{}\n", json!({ "without": rows }));
    }
    let all = scores.first().map_or(0.0, |(_, tally)| tally.all.end_to_end());
    let mut out = String::from("without           end to end  change  wrong names\n");
    for (rule, tally) in scores {
        let end_to_end = tally.all.end_to_end();
        let change = 100.0 * (end_to_end - all);
        let wrong = tally.all.wrong_names;
        writeln!(out, "{rule:<16}  {:>10}  {change:>+6.1}  {wrong:>11}", percent(end_to_end)).ok();
    }
    out
}

fn row(counts: &Counts) -> String {
    format!(
        "{:>8}  {:>6}  {:>9}  {:>6}  {:>7}  {:>6}  {:>5}  {:>7}  {:>11}  {:>8}  {:>10}  {:>5}",
        counts.passages,
        counts.gold,
        percent(counts.precision()),
        percent(counts.recall()),
        percent(counts.span_f1()),
        percent(ratio(counts.direct.1, counts.direct.0)),
        percent(ratio(counts.mixed.1, counts.mixed.0)),
        percent(ratio(counts.right, counts.found)),
        counts.wrong_names,
        format!("{}/{}", counts.resolved, counts.to_resolve),
        percent(counts.end_to_end()),
        counts.false_quotes,
    )
}

fn figures(counts: &Counts) -> Value {
    json!({
        "passages": counts.passages,
        "quotes": counts.gold,
        "found": counts.found,
        "false": counts.false_quotes,
        "not_quotes": counts.not_quotes,
        "not_quotes_taken": counts.not_quotes_taken,
        "precision": rounded(counts.precision()),
        "recall": rounded(counts.recall()),
        "span_f1": rounded(counts.span_f1()),
        "direct_recall": rounded(ratio(counts.direct.1, counts.direct.0)),
        "mixed_recall": rounded(ratio(counts.mixed.1, counts.mixed.0)),
        "right": counts.right,
        "wrong_names": counts.wrong_names,
        "to_resolve": counts.to_resolve,
        "resolved": counts.resolved,
        "end_to_end": rounded(counts.end_to_end()),
    })
}

fn percent(share: f64) -> String {
    format!("{:.1}", 100.0 * share)
}

fn rounded(share: f64) -> f64 {
    (1000.0 * share).round() / 1000.0
}
