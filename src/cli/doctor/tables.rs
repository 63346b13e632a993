//! Whether the tables of office holders and outlets are of this time.

use chrono::{Months, NaiveDate};

use super::finding::Finding;
use crate::people::offices;
use crate::source;

/// Years after which who owns an outlet is looked up anew.
const OUTLETS_LAST: u32 = 2;

/// What is old in the tables.
pub(super) fn tables(today: NaiveDate) -> Finding {
    let (stale, all, oldest) = offices::stale(today);
    let limit = today.checked_sub_months(Months::new(12 * OUTLETS_LAST)).unwrap_or(today);
    let (old, outlets) = source::older_than(&limit.format("%Y-%m").to_string());
    told((stale, all, oldest), (old, outlets))
}

fn told((stale, all, oldest): (usize, usize, Option<NaiveDate>), (old, outlets): (usize, usize)) -> Finding {
    let mut parts = Vec::new();
    if let Some(oldest) = oldest {
        parts.push(format!(
            "{stale} of {all} office holders were checked over a year ago, the first on {oldest}, and are shown with that year"
        ));
    }
    if old > 0 {
        parts.push(format!("the owners of {old} of {outlets} outlets are over {OUTLETS_LAST} years old"));
    }
    if parts.is_empty() {
        return Finding::Good(format!("{all} office holders and {outlets} outlets, none of them stale"));
    }
    Finding::Note(format!(
        "{}; a newer program brings newer ones, `attache data update FILE` takes your own",
        parts.join("; ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stale_tables_are_told_with_their_day_and_what_to_do() {
        let day = "2025-09-30".parse().ok();
        let words = |finding| match finding {
            Finding::Note(words) => words,
            Finding::Good(words) | Finding::Bad(words) => panic!("{words}"),
        };
        let said = words(told((3, 90, day), (0, 250)));
        assert!(
            said.contains("3 of 90") && said.contains("2025-09-30") && said.contains("data update"),
            "{said}"
        );
        assert!(!said.contains("outlets are"), "{said}");
        assert!(words(told((0, 90, None), (7, 250))).contains("7 of 250 outlets"));
        assert!(matches!(told((0, 90, None), (0, 250)), Finding::Good(_)));
    }
}
