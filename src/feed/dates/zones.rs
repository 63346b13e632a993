//! The instant of a day and an hour in a zone: an offset, a short name, or a place of the IANA table, whose offset depends on the day.

use chrono::offset::LocalResult;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};

use super::names;

/// Names of the zone of Greenwich; other short names nobody can place have no offset either.
const GREENWICH: [&str; 7] = ["z", "gmt", "utc", "ut", "uct", "wet", "zulu"];

/// A zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    /// So many minutes east of Greenwich.
    East(i32),
    /// A place.
    Place(Tz),
}

impl Zone {
    /// Reads `Europe/Berlin`, `MSK`, `Z`, `+03:00`, `GMT+0000`, `UTC +3`, in brackets or not; `None` for any other word.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | ';'));
        if text.contains('/') {
            let place = TZ_VARIANTS.iter().find(|place| place.name().eq_ignore_ascii_case(text));
            return place.copied().map(Self::Place);
        }
        let east = names::zone(text)?;
        let known = east != 0
            || text.contains(['+', '-', '−'])
            || GREENWICH.iter().any(|name| text.eq_ignore_ascii_case(name));
        known.then_some(Self::East(east))
    }

    /// The instant at which clocks in the zone show `local`: of two the first; in an hour that clocks pass over, as if they
    /// had not been moved yet.
    pub(super) fn instant(self, local: NaiveDateTime) -> Option<DateTime<Utc>> {
        match self {
            Self::East(minutes) => {
                local.and_utc().checked_sub_signed(TimeDelta::try_minutes(minutes.into())?)
            }
            Self::Place(place) => match place.from_local_datetime(&local) {
                LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(at.to_utc()),
                LocalResult::None => {
                    let hours = TimeDelta::try_hours(3)?;
                    let before = place.from_local_datetime(&local.checked_sub_signed(hours)?).earliest()?;
                    before.to_utc().checked_add_signed(hours)
                }
            },
        }
    }
}

/// The instant of a day and a time of day in a zone; `24:00` and leap seconds run on.
pub(super) fn at(day: NaiveDate, hour: i32, minute: i32, second: i32, zone: Zone) -> Option<DateTime<Utc>> {
    if !(0..=24).contains(&hour) || !(0..60).contains(&minute) || !(0..=61).contains(&second) {
        return None;
    }
    let seconds = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second);
    zone.instant(day.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::try_seconds(seconds)?)?)
}

/// Two-digit years as RFC 2822 reads them.
pub(super) fn century(year: i32) -> i32 {
    if year < 50 { 2000 + year } else { 1900 + year }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_read_and_other_words_are_not() {
        for (text, due) in [
            ("Europe/Berlin", Some(Zone::Place(Tz::Europe__Berlin))),
            ("[america/argentina/buenos_aires]", Some(Zone::Place(Tz::America__Argentina__Buenos_Aires))),
            ("MSK", Some(Zone::East(180))),
            ("(CEST)", Some(Zone::East(120))),
            ("GMT", Some(Zone::East(0))),
            ("UTC+3", Some(Zone::East(180))),
            ("+05:30", Some(Zone::East(330))),
            ("Uhr", None),
            ("Nowhere/Else", None),
        ] {
            assert_eq!(Zone::read(text), due, "{text}");
        }
    }

    #[test]
    fn a_place_has_its_summer_and_its_winter() {
        let berlin = Zone::Place(Tz::Europe__Berlin);
        let at = |month, day, hour| {
            let local = NaiveDate::from_ymd_opt(2026, month, day).unwrap().and_hms_opt(hour, 30, 0).unwrap();
            berlin.instant(local).unwrap().format("%m-%d %H:%M").to_string()
        };
        assert_eq!(at(7, 1, 12), "07-01 10:30");
        assert_eq!(at(12, 1, 12), "12-01 11:30");
        // the hour that is left out, and the one that comes twice
        assert_eq!(at(3, 29, 2), "03-29 01:30");
        assert_eq!(at(10, 25, 2), "10-25 00:30");
    }
}
