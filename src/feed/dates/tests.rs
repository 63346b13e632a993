//! What feeds write for dates, and what it means.

use super::*;

#[test]
fn reads_what_feeds_write() {
    let noon = "2026-02-03T12:00:00Z";
    let midnight = "2026-02-03T00:00:00Z";
    let table = [
        ("Tue, 03 Feb 2026 12:00:00 GMT", noon),
        ("Tue, 3 Feb 2026 12:00 +0000", noon),
        ("Tue, 03 Feb 2026 15:00:00 MSK", noon),
        ("Mon, 03 Feb 2026 15:00:00 +0300", noon),
        ("Tuesday, 03 February 2026 12:00:00 Z", noon),
        ("Tue 03 Feb 2026 12:00:00", noon),
        ("Tue, 03 Feb 2026 12:00:00 GMT+0000", noon),
        ("Tue, 03 Feb 2026 15:00:00 GMT+0300", noon),
        ("Tue Feb  3 12:00:00 2026", noon),
        ("Tue Feb 3 07:00:00 EST 2026", noon),
        ("2026-02-03T12:00:00Z", noon),
        ("2026-02-03T15:00:00+0300", noon),
        ("2026-02-03T15:00+03:00", noon),
        ("2026-02-03T12:00:00", noon),
        ("2026-02-03T12:00:00.123", noon),
        ("2026-02-03 12:00:00", noon),
        ("2026-02-03 12:00", noon),
        ("2026-02-03 15:00:00 MSK", noon),
        ("2026-02-03", midnight),
        ("2026/02/03", midnight),
        ("20260203", midnight),
        ("2026-034", midnight),
        ("2026-02-02T24:00:00Z", midnight),
        ("3 февраля 2026, 12:00", noon),
        ("03 фев 2026 15:00 МСК", noon),
        ("Вт, 03 Фев 2026 15:00:00 +0300", noon),
        ("03.02.2026 12:00", noon),
        ("03.02.2026", midnight),
        ("13.02.2026", "2026-02-13T00:00:00Z"),
        ("2/3/2026 12:00:00 PM", noon),
        ("3-Feb-2026", midnight),
        ("February 3, 2026", midnight),
        ("February 3rd, 2026 at 12:00pm", noon),
        ("3. Februar 2026", midnight),
        ("2026-02", "2026-02-01T00:00:00Z"),
        ("2026", "2026-01-01T00:00:00Z"),
        ("2026년 2월 3일", midnight),
        ("2026年2月3日 12:00", noon),
        // places of the IANA table, before and behind an offset
        ("Tue, 03 Feb 2026 13:00:00 Europe/Berlin", noon),
        ("2026-02-03 14:00 Europe/Kyiv", noon),
        ("2026-02-03T21:00:00 Asia/Tokyo", noon),
        ("2026-02-03T13:00:00+01:00[Europe/Paris]", noon),
        ("2026-02-03T13:00:00[Europe/Paris]", noon),
        ("Tue Feb 03 2026 13:00:00 GMT+0100 (Central European Standard Time)", noon),
        // words and names around the hour
        ("3. Februar 2026, 13:00 Uhr MEZ", noon),
        ("Feb 3, 2026 7:00 AM EST", noon),
        ("Feb 3, 2026 12:00 p.m.", noon),
        ("Thu, 02/03/2026 - 12:00", noon),
        ("le 3 février 2026 à 12h00", noon),
        ("3.2.2026 klo 12.00", noon),
        // a day of the week that begins like a month, and ordinals
        ("mar. 3 févr. 2026 12:00:00 +0000", noon),
        ("mar, 3 feb 2026 12:00:00 GMT", noon),
        ("1er février 2026", "2026-02-01T00:00:00Z"),
        ("3º de febrero de 2026", midnight),
        // clocks of machines
        ("1770120000", noon),
        ("1770120000000", noon),
    ];
    for (text, due) in table {
        assert_eq!(parse(text).map(|t| t.format("%FT%TZ").to_string()).as_deref(), Some(due), "{text}");
    }
}

#[test]
fn leaves_alone_what_is_no_date() {
    for text in [
        "",
        "yesterday",
        "0000-00-00 00:00:00",
        "99 Foo 2026",
        "2026-13-01",
        "31 Feb 2026",
        "12:30",
        "+++",
        "7",
    ] {
        assert_eq!(parse(text), None, "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn never_panics(text in "\\PC{0,40}") {
        proptest::prop_assert!(parse(&text).is_none_or(|at| at.timestamp_subsec_nanos() == 0));
    }

    #[test]
    fn reads_back_what_chrono_writes(seconds in 0_i64..4_000_000_000) {
        let instant = DateTime::from_timestamp(seconds, 0).unwrap();
        proptest::prop_assert_eq!(parse(&instant.to_rfc2822()), Some(instant));
        proptest::prop_assert_eq!(parse(&instant.format("%F %T").to_string()), Some(instant));
        proptest::prop_assert_eq!(parse(&instant.format("%d.%m.%Y %H:%M:%S").to_string()), Some(instant));
    }
}
