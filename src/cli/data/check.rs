//! Whether a table of the host's own is sound to its last row.

use chrono::NaiveDate;

use crate::people::offices;
use crate::source;
use crate::text::rows;

/// How a table of holders begins.
pub(super) const HEADING: &str = "country\t";

/// Counts the rows of a table of office holders.
///
/// # Errors
/// The number of the first line that is wrong, and what is wrong with it.
pub(super) fn holders(text: &'static str, today: NaiveDate) -> Result<usize, (usize, String)> {
    let mut count = 0;
    for (at, line) in rows(text).filter(|(_, line)| !line.starts_with(HEADING)) {
        let wrong = |what: &str| Err((at, what.to_owned()));
        let Some(row) = offices::read_holder(line) else {
            return wrong(
                "not a row of an office: nine fields parted by tabs, known codes, dates as 2026-11-23",
            );
        };
        if row.name.is_empty() || row.label.is_empty() || row.source.trim().is_empty() {
            return wrong("a row needs a label, a name and a source");
        }
        if row.checked_on > today {
            return wrong("checked on a day that is yet to come");
        }
        if row.from > row.to.unwrap_or(row.checked_on) {
            return wrong("it ends before it begins");
        }
        count += 1;
    }
    Ok(count)
}

/// Counts the rows of a table of names.
///
/// # Errors
/// As [`holders`].
pub(super) fn names(text: &'static str, _: NaiveDate) -> Result<usize, (usize, String)> {
    let wrong = |(at, line): (usize, &str)| match line.split_once('\t') {
        Some((name, others)) if !name.is_empty() && !others.is_empty() && !others.contains('\t') => None,
        _ => Some((at, "not a name, a tab and its other spellings parted by semicolons".to_owned())),
    };
    rows(text).find_map(wrong).map_or_else(|| Ok(rows(text).count()), Err)
}

/// Counts the rows of a table of outlets.
///
/// # Errors
/// As [`holders`].
pub(super) fn outlets(text: &'static str) -> Result<usize, (usize, String)> {
    let mut count = 0;
    for (at, line) in rows(text) {
        let row = source::read(line).filter(|_| line.split('\t').count() == 7);
        let Some(row) = row else {
            let what =
                "not a row of an outlet: seven fields parted by tabs, known codes of country and ownership";
            return Err((at, what.to_owned()));
        };
        let is_month = format!("{}-01", row.dated).parse::<chrono::NaiveDate>().is_ok();
        if row.name.is_empty() || row.owner.is_empty() || row.source.trim().is_empty() || !is_month {
            return Err((at, "a row needs a name, an owner, a source and its month, as 2026-11".to_owned()));
        }
        count += 1;
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        "2026-11-23".parse().unwrap()
    }

    #[test]
    fn a_table_of_holders_is_read_strictly() {
        let good = "country\toffice\tlabel\tname\tfrom\tto\tchecked_on\tlimit\tsource\n# mine\n\
                FR\tforeign_minister\tForeign Minister of France\tAnna Orlo\t2026-10-01\t\t2026-11-01\t\tofficial page\n";
        assert_eq!(holders(good, today()), Ok(1));
        let rows = [
            ("FR\tforeign_minister\tx\tAnna Orlo\t2026-10-01\t\t2026-11-01\t\t", "a source"),
            ("FR\tforeign_minister\tx\tAnna Orlo\t2026-10-01\t\t2027-11-01\t\ty", "yet to come"),
            ("FR\tforeign_minister\tx\tAnna Orlo\t2026-10-01\t2026-09-01\t2026-11-01\t\ty", "ends before"),
            ("FR\tforeign_minister\tx\tAnna Orlo\tOctober\t\t2026-11-01\t\ty", "nine fields"),
            ("XX\tforeign_minister\tx\tAnna Orlo\t2026-10-01\t\t2026-11-01\t\ty", "known codes"),
        ];
        for (line, wanted) in rows {
            let (at, what) = holders(Box::leak(format!("# x\n{line}").into()), today()).unwrap_err();
            assert!(at == 2 && what.contains(wanted), "{at}: {what}");
        }
    }

    #[test]
    fn a_table_of_outlets_is_read_strictly() {
        let good = "# mine\nlakeside.example\tLakeside Wire\tFR\tprivate\tLakeside\tits own page\t2026-11\n";
        assert_eq!(outlets(good), Ok(1));
        for line in [
            "lakeside.example\tLakeside Wire\tFR\tprivate\tLakeside\tits own page\tNovember",
            "lakeside.example\tLakeside Wire\tFR\tprivate\tLakeside\t\t2026-11",
            "lakeside.example\tLakeside Wire\tXX\tprivate\tLakeside\tits own page\t2026-11",
            "lakeside.example\tLakeside Wire\tFR\tprivate\tLakeside\tits own page\t2026-11\tmore",
        ] {
            assert_eq!(outlets(line).unwrap_err().0, 1, "{line}");
        }
    }
}
