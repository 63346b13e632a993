//! Times and days as people write them.

use proptest::prelude::*;

use super::*;

#[test]
fn people_write_times_in_many_ways() {
    let rows = [
        ("08:00", Some(480)),
        ("8", Some(480)),
        ("8am", Some(480)),
        ("8 AM", Some(480)),
        ("8:05 p.m.", Some(1205)),
        ("12am", Some(0)),
        ("12pm", Some(720)),
        ("18.30", Some(1110)),
        ("18h30", Some(1110)),
        ("18h", Some(1080)),
        ("0830", Some(510)),
        ("0:00", Some(0)),
        ("23:59", Some(1439)),
        ("24:00", None),
        ("8:60", None),
        ("8:5", None),
        ("13pm", None),
        ("0am", None),
        ("-1", None),
        ("+8", None),
        ("noon-ish", None),
        ("", None),
        ("٨", None),
        ("éé", None),
    ];
    for (written, minute) in rows {
        assert_eq!(read_minute(written).ok(), minute, "{written}");
    }
}

#[test]
fn people_write_several_times_and_days() {
    let rows = [
        ("08:00", "08:00"),
        ("18:30 8", "08:00 18:30"),
        ("8 8am 08:00", "08:00"),
        ("8 pm", "20:00"),
        ("mon-fri 08:00 sat,sun 10:00", "mon-fri 08:00 sat-sun 10:00"),
        ("08:00 mon-fri, 10:00 sat, sun", "mon-fri 08:00 sat-sun 10:00"),
        ("8 18 будни", "mon-fri 08:00 mon-fri 18:00"),
        ("пн–пт 8", "mon-fri 08:00"),
        ("fri-mon 9", "mon,fri-sun 09:00"),
        ("sat 9 sun 9", "sat-sun 09:00"),
        ("daily 9", "09:00"),
        ("off", "off"),
        ("выкл", "off"),
    ];
    for (written, slots) in rows {
        assert_eq!(read_slots(written).map(|slots| write_slots(&slots)).as_deref(), Ok(slots), "{written}");
    }
}

#[test]
fn what_is_no_time_is_told_in_one_line() {
    let rows = [
        ("25:00", "“25:00” is not a time of day; write 08:00, 8, 8am or 18.30"),
        ("", "no time given; write 08:00, or 08:00 18:30, or off"),
        ("mon", "no time given; write 08:00, or 08:00 18:30, or off"),
        ("1 2 3 4 5", "5 times are too many; a chat gets at most 4 digests a day"),
    ];
    for (written, error) in rows {
        assert_eq!(read_slots(written).unwrap_err().to_string(), error);
    }
}

#[test]
fn small_words_between_times_and_days_are_passed_over() {
    for (written, due) in [
        ("7am and 6pm", "07:00 18:00"),
        ("8 on weekdays", "mon-fri 08:00"),
        ("7:30 и 19", "07:30 19:00"),
        ("по будням в 8", "mon-fri 08:00"),
        ("at 8", "08:00"),
    ] {
        assert_eq!(read_slots(written).map(|slots| write_slots(&slots)), Ok(due.to_owned()), "{written}");
    }
    assert!(read_slots("and").is_err() && read_slots("8 but 9").is_err());
}

#[test]
fn a_day_of_the_week_is_read_in_any_case() {
    for (word, day) in [("monday", 0), ("пн", 0), ("среду", 2), ("воскресенья", 6), ("sat", 5)]
    {
        assert_eq!(read_weekday(word), Some(day), "{word}");
    }
    assert_eq!((read_weekday("weekdays"), read_weekday("someday")), (None, None));
}

#[test]
fn weekdays_are_stored_as_bits() {
    let [monday, sunday] = ["2026-11-23", "2026-11-29"].map(|date| date.parse().unwrap());
    assert!(Weekdays::from_bits(1).has(monday) && !Weekdays::from_bits(1).has(sunday));
    assert!(Weekdays::from_bits(64).has(sunday) && !Weekdays::from_bits(64).has(monday));
    assert_eq!(Weekdays::from_bits(127), Weekdays::ALL);
    assert_eq!(Weekdays::from_bits(-1).bits(), 127);
}

proptest! {
    #[test]
    fn written_slots_read_back(slots in prop::collection::btree_map(0..1440u16, 1..128u8, 0..=4)) {
        let slots: Vec<Slot> =
            slots.into_iter().map(|(minute, days)| Slot { minute, weekdays: Weekdays(days) }).collect();
        prop_assert_eq!(read_slots(&write_slots(&slots)), Ok(slots));
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,40}") {
        if let Ok(slots) = read_slots(&text) {
            prop_assert!(slots.len() <= MOST_SLOTS && slots.iter().all(|slot| slot.minute < 1440));
        }
    }
}
