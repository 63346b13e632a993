//! The table of holders: what it says, and that its rows are sound.

use proptest::prelude::*;

use super::*;

fn on(date: &str) -> NaiveDate {
    date.parse().unwrap()
}

fn name_of(country: &str, office: Office, date: &str) -> Option<&'static str> {
    holder(Country::from_code(country)?, office, on(date)).map(|holder| holder.name)
}

#[test]
fn the_date_picks_the_holder() {
    use Office::{
        DefenceMinister, DirectorGeneral, ForeignMinister, HeadOfGovernment, HeadOfState, SecretaryGeneral,
    };
    let rows = [
        ("RU", ForeignMinister, "2022-02-14", Some("Sergey Lavrov")),
        ("RU", ForeignMinister, "2026-11-23", Some("Sergey Lavrov")),
        ("RU", ForeignMinister, "2004-03-08", None),
        ("JP", DefenceMinister, "2022-01-10", Some("Nobuo Kishi")),
        ("CA", DefenceMinister, "2024-01-10", Some("Bill Blair")),
        ("NL", DefenceMinister, "2024-08-01", Some("Ruben Brekelmans")),
        ("SE", DefenceMinister, "2020-08-01", None),
        ("US", HeadOfState, "2016-06-01", Some("Barack Obama")),
        ("US", HeadOfState, "2020-01-01", Some("Donald Trump")),
        ("US", HeadOfState, "2022-01-01", Some("Joe Biden")),
        ("US", HeadOfState, "2025-06-01", Some("Donald Trump")),
        // the day of a change has two holders
        ("US", HeadOfState, "2021-01-20", None),
        // nobody held it for certain
        ("US", ForeignMinister, "2018-04-10", None),
        ("SY", HeadOfState, "2024-12-20", None),
        // checked too long ago
        ("US", ForeignMinister, "2029-01-01", None),
        ("HU", HeadOfGovernment, "2026-05-01", None),
        ("CN", ForeignMinister, "2023-02-01", Some("Qin Gang")),
        ("IR", HeadOfGovernment, "2022-02-01", Some("Ebrahim Raisi")),
        ("EU", ForeignMinister, "2022-02-01", Some("Josep Borrell")),
        ("NATO", SecretaryGeneral, "2022-02-01", Some("Jens Stoltenberg")),
        ("UN", SecretaryGeneral, "2017-02-01", Some("António Guterres")),
        ("IAEA", DirectorGeneral, "2022-02-01", Some("Rafael Grossi")),
        ("RU", DefenceMinister, "2024-05-13", None),
        // several people speak for it side by side
        ("CN", Office::ForeignMinistrySpokesperson, "2023-03-01", None),
    ];
    for (country, office, date, name) in rows {
        assert_eq!(name_of(country, office, date), name, "{country} {office:?} {date}");
    }
}

#[test]
fn an_open_row_is_believed_for_a_while_after_its_check() {
    let row = |from: &str, office, limit: &str| Holder {
        country: Country::from_code("FR").unwrap(),
        office,
        label: "",
        name: "",
        from: on(from),
        to: None,
        checked_on: on("2026-01-01"),
        limit: limit.parse().ok(),
        source: "",
        shared: false,
    };
    let rows = [
        (row("2025-12-01", Office::ForeignMinister, ""), "2026-07-01"),
        (row("2025-12-01", Office::HeadOfState, ""), "2027-01-01"),
        (row("2021-01-01", Office::ForeignMinister, ""), "2027-04-01"),
        (row("2001-01-01", Office::ForeignMinister, ""), "2028-01-01"),
        (row("2001-01-01", Office::HeadOfState, "2026-03-01"), "2026-03-01"),
    ];
    for (row, last) in rows {
        assert!(row.vouches_for(on(last)), "{row:?}");
        assert!(!row.vouches_for(on(last).succ_opt().unwrap()), "{row:?}");
        assert!(!row.vouches_for(row.from.pred_opt().unwrap()));
    }
}

#[test]
fn what_was_checked_over_a_year_ago_is_told_with_its_year() {
    let row = |to: &str| Holder {
        country: Country::from_code("FR").unwrap(),
        office: Office::ForeignMinister,
        label: "Foreign Minister of Tavria",
        name: "Anna Orlo",
        from: on("2021-01-01"),
        to: to.parse().ok(),
        checked_on: on("2025-09-30"),
        limit: None,
        source: "x",
        shared: false,
    };
    assert_eq!(row("").label_on(on("2026-09-30")), "Foreign Minister of Tavria");
    assert_eq!(row("").label_on(on("2026-10-01")), "Foreign Minister of Tavria in 2025");
    assert_eq!(row("2025-06-01").label_on(on("2025-05-01")), "Foreign Minister of Tavria");
    let (stale, all, oldest) = stale(on("2030-01-01"));
    assert!(stale <= all && oldest.is_none_or(|day| day < on("2029-01-01")));
}

#[test]
fn a_person_is_found_by_any_listed_spelling() {
    for name in ["Volodymyr Zelensky", "Volodymyr Zelenskyy", "volodymyr zelenskiy", "Владимир Зеленский"]
    {
        assert_eq!(
            by_name(name).first().map(|row| (row.name, row.label)),
            Some(("Volodymyr Zelensky", "President of Ukraine"))
        );
    }
    let labels: Vec<&str> = by_name("Дональд Туск").iter().map(|row| row.label).collect();
    assert_eq!(
        labels,
        ["Prime Minister of Poland", "President of the European Council", "Prime Minister of Poland"]
    );
    assert_eq!(canonical_name("Mevlüt Çavuşoğlu"), Some("Mevlut Cavusoglu"));
    assert!(by_name("Lavrov").is_empty());
    assert!(by_name("Nobody Atall").is_empty());
    assert!(by_name("").is_empty());
}

#[test]
fn every_row_of_the_table_is_sound() {
    let lines: Vec<&str> = HOLDERS.lines().skip(1).collect();
    let rows: Vec<Holder> = lines.iter().copied().filter_map(read_holder).collect();
    assert_eq!(rows.len(), lines.len());
    for row in &rows {
        let ends = row.to.unwrap_or(row.checked_on);
        assert!(row.from <= ends, "{row:?}");
        assert!(!row.name.is_empty() && !row.label.is_empty() && !row.source.is_empty(), "{row:?}");
        assert!(row.limit.is_none_or(|limit| limit >= row.from), "{row:?}");
    }
    // one after the other: an overlap of more than the day of the change is a slip
    for pair in rows.windows(2).filter(|pair| !pair[0].shared) {
        if (pair[0].country, pair[0].office) == (pair[1].country, pair[1].office) {
            assert!(pair[0].to.is_some_and(|to| to <= pair[1].from), "{:?} and {:?}", pair[0], pair[1]);
        }
    }
}

#[test]
fn every_listed_spelling_belongs_to_a_holder_and_to_one_only() {
    let mut seen: HashMap<String, &str> = HashMap::new();
    for (name, others) in NAMES.lines().map(|line| line.split_once('\t').expect(line)) {
        assert!(TABLE.by_name.contains_key(&key(name)), "{name} holds no office");
        for other in others.split(';') {
            assert_eq!(*seen.entry(key(other)).or_insert(name), name, "{other}");
            assert_eq!(canonical_name(other), Some(name), "{other}");
        }
    }
}

proptest! {
    #[test]
    fn a_holder_is_vouched_for_by_a_row_of_the_office(day in 0..20_000i64, row in 0..700usize) {
        let rows: Vec<Holder> = HOLDERS.lines().skip(1).filter_map(read_holder).collect();
        let date = NaiveDate::default() + chrono::TimeDelta::days(day);
        let asked = &rows[row % rows.len()];
        if let Some(found) = holder(asked.country, asked.office, date) {
            prop_assert_eq!((found.country, found.office), (asked.country, asked.office));
            prop_assert!(found.from <= date && found.to.is_none_or(|to| date <= to));
        }
    }
}
