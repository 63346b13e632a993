//! Zones as people name them.

use chrono::{Offset, TimeZone};
use proptest::prelude::*;

use super::*;

#[test]
fn people_name_zones_in_many_ways() {
    let rows = [
        ("Moscow", "Europe/Moscow"),
        (" moscow time ", "Europe/Moscow"),
        ("Москва", "Europe/Moscow"),
        ("по Москве", "Europe/Moscow"),
        ("Санкт-Петербург", "Europe/Moscow"),
        ("МСК", "Europe/Moscow"),
        ("Europe/Moscow", "Europe/Moscow"),
        ("europe/moscow", "Europe/Moscow"),
        ("екатеринбург", "Asia/Yekaterinburg"),
        ("Нью Йорк", "America/New_York"),
        ("new_york", "America/New_York"),
        ("Washington, D.C.", "America/New_York"),
        ("Киев", "Europe/Kyiv"),
        ("Пекин", "Asia/Shanghai"),
        ("Lord Howe", "Australia/Lord_Howe"),
        ("port-au-prince", "America/Port-au-Prince"),
        ("US/Eastern", "US/Eastern"),
        ("Кишинёв", "Europe/Chisinau"),
        ("UTC", "UTC"),
        ("+0", "UTC"),
        ("+3", "Etc/GMT-3"),
        ("UTC+3", "Etc/GMT-3"),
        ("GMT −5", "Etc/GMT+5"),
        ("+03:00", "Etc/GMT-3"),
        ("+0530", "Asia/Kolkata"),
        ("UTC+5:45", "Asia/Kathmandu"),
        ("utc +8:45", "Australia/Eucla"),
        ("МСК+2", "Etc/GMT-5"),
        ("+14", "Etc/GMT-14"),
    ];
    for (written, zone) in rows {
        assert_eq!(read_zone(written).map(chrono_tz::Tz::name), Ok(zone), "{written}");
    }
}

#[test]
fn what_is_no_zone_is_told_in_one_line() {
    let rows = [
        (
            "Atlantis",
            "I know no time zone “Atlantis”; write a city (Moscow), a zone (Europe/Moscow) or an offset (+3)",
        ),
        ("", "I know no time zone “”; write a city (Moscow), a zone (Europe/Moscow) or an offset (+3)"),
        (
            "+3:5",
            "I know no time zone “+3:5”; write a city (Moscow), a zone (Europe/Moscow) or an offset (+3)",
        ),
        ("+10:30", "no time zone keeps UTC+10:30 all year; write a city instead"),
        ("+25", "no time zone keeps UTC+25 all year; write a city instead"),
    ];
    for (written, error) in rows {
        assert_eq!(read_zone(written).unwrap_err().to_string(), error, "{written}");
    }
}

#[test]
fn every_line_of_the_city_table_is_used() {
    for line in CITIES.lines() {
        let (zone, names) = line.split_once('\t').expect(line);
        let zone: Tz = zone.parse().expect(zone);
        for name in names.split('|') {
            let read = read_zone(name).expect(name);
            let same = |at: i64| {
                let at = chrono::DateTime::from_timestamp(at, 0).unwrap().naive_utc();
                read.offset_from_utc_datetime(&at).fix() == zone.offset_from_utc_datetime(&at).fix()
            };
            assert!((0..24).all(|month| same(1_790_000_000 + month * 2_600_000)), "{name} is {read}");
        }
    }
}

#[test]
fn odd_offsets_hold_all_year() {
    for (minutes, zone) in ODD_OFFSETS {
        for month in 0..24 {
            let at =
                chrono::DateTime::from_timestamp(1_790_000_000 + month * 2_600_000, 0).unwrap().naive_utc();
            assert_eq!(zone.offset_from_utc_datetime(&at).fix().local_minus_utc(), minutes * 60, "{zone}");
        }
    }
}

#[test]
fn offsets_are_shown_as_offsets() {
    for (written, label) in
        [("+3", "UTC+3"), ("-11", "UTC-11"), ("Moscow", "Europe/Moscow"), ("+5:45", "Asia/Kathmandu")]
    {
        assert_eq!(zone_label(read_zone(written).unwrap()), label);
    }
}

proptest! {
    #[test]
    fn every_zone_is_read_back_by_its_name(index in 0..TZ_VARIANTS.len()) {
        let zone = TZ_VARIANTS[index];
        prop_assert_eq!(read_zone(zone.name()), Ok(zone));
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,40}") {
        let read = read_zone(&text);
        prop_assert!(read.is_ok() || !read.unwrap_err().to_string().contains('\n') || text.contains('\n'));
    }
}

#[test]
fn a_misspelt_place_is_told_its_nearest() {
    for (typed, wanted) in [
        ("Moscwo", Some("Moscow")),
        ("Москав", Some("Москва")),
        ("europe/berlinn", Some("Europe/Berlin")),
        ("Qwertyuiop", None),
        ("x", None),
    ] {
        assert_eq!(nearest_place(typed).as_deref(), wanted, "{typed}");
    }
}
