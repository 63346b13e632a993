//! How one chat wants to see things: language, zone, the present; and dates in them.

use chrono::{DateTime, Datelike, TimeDelta, Utc};
use chrono_tz::Tz;

use super::text::Locale;
use crate::digest::{Slot, Weekdays, write_minute};

/// How a chat sees messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderOptions {
    /// Language of the interface.
    pub locale: Locale,
    /// Zone of all times shown.
    pub zone: Tz,
    /// The present; a date of another year shows its year.
    pub now: DateTime<Utc>,
    /// Most quotes on a card.
    pub quotes: usize,
    /// User name of the bot, without `@`, for deep links; `None` where there are none (the terminal).
    pub bot: Option<String>,
}

impl RenderOptions {
    /// Makes the options of a chat that has set nothing.
    #[must_use]
    pub fn plain(now: DateTime<Utc>) -> Self {
        Self { locale: Locale::default(), zone: Tz::UTC, now, quotes: 3, bot: None }
    }

    /// Writes a date and time, as `14 Feb, 15:41`.
    #[must_use]
    pub fn date_time(&self, at: DateTime<Utc>) -> String {
        let local = at.with_timezone(&self.zone);
        let fills = [("day", self.day(at).into()), ("time", local.format("%H:%M").to_string().into())];
        self.locale.say("date-time", &fills)
    }

    /// Writes a date with its weekday and time, as `Mon 14 Feb, 08:00`.
    #[must_use]
    pub fn weekday_date_time(&self, at: DateTime<Utc>) -> String {
        let fills = [("weekday", self.weekday(at).into()), ("date", self.date_time(at).into())];
        self.locale.say("weekday-date", &fills)
    }

    /// Writes a past time as short as it is clear: `08:00` of today, `Sun 08:00` of the last six days, else the date.
    #[must_use]
    pub fn since(&self, at: DateTime<Utc>) -> String {
        let age = self.now - at;
        if age < TimeDelta::zero() || age > TimeDelta::days(6) {
            return self.date_time(at);
        }
        if self.same_day(at) {
            return self.time(at);
        }
        let fills = [("weekday", self.weekday(at).into()), ("time", self.time(at).into())];
        self.locale.say("weekday-time", &fills)
    }

    /// Writes digest times as people say them: `08:00 and 18:30`, `Mon–Fri 08:00 and 18:30; Sat 10:00`.
    #[must_use]
    pub fn times(&self, slots: &[Slot]) -> String {
        let mut days: Vec<(Weekdays, Vec<String>)> = Vec::new();
        for slot in slots {
            let minute = write_minute(slot.minute);
            match days.iter_mut().find(|(days, _)| *days == slot.weekdays) {
                Some((_, minutes)) => minutes.push(minute),
                None => days.push((slot.weekdays, vec![minute])),
            }
        }
        let is_only = days.len() == 1;
        let is_plain = days.iter().all(|(_, minutes)| minutes.len() == 1);
        let words = days.into_iter().map(|(days, minutes)| {
            let minutes = self.listed(minutes);
            if is_only && days == Weekdays::ALL { minutes } else { format!("{} {minutes}", self.days(days)) }
        });
        let words: Vec<String> = words.collect();
        if is_plain { self.listed(words) } else { words.join("; ") }
    }

    /// Writes days of the week, as `Mon–Fri, Sun`.
    fn days(&self, days: Weekdays) -> String {
        if days == Weekdays::ALL {
            return self.locale.word("every-day");
        }
        let name = |day: usize| self.locale.word(&format!("weekday-{}", day + 1));
        let (mut runs, mut day) = (Vec::new(), 0);
        while day < 7 {
            let run = (day..7).take_while(|day| days.bits() >> day & 1 == 1).count();
            match run {
                0 => {}
                1 => runs.push(name(day)),
                _ => runs.push(format!("{}–{}", name(day), name(day + run - 1))),
            }
            day += run + 1;
        }
        runs.join(", ")
    }

    /// Joins words with commas, and with “and” before the last.
    fn listed(&self, mut words: Vec<String>) -> String {
        match words.pop() {
            Some(last) if !words.is_empty() => {
                let fills = [("first", words.join(", ").into()), ("last", last.into())];
                self.locale.say("list-and", &fills)
            }
            last => last.unwrap_or_default(),
        }
    }

    /// Writes a time of day, as `15:41`.
    #[must_use]
    pub fn time(&self, at: DateTime<Utc>) -> String {
        at.with_timezone(&self.zone).format("%H:%M").to_string()
    }

    /// Writes a date with its year, as `14 Feb 2022`.
    #[must_use]
    pub fn full_date(&self, at: DateTime<Utc>) -> String {
        let year = at.with_timezone(&self.zone).year();
        self.locale.say("day-year", &[("day", self.day_month(at).into()), ("year", year.to_string().into())])
    }

    /// The name of a country by its ISO 3166-1 code; `None` when the interface has none for it.
    #[must_use]
    pub fn country(&self, code: &str) -> Option<String> {
        self.locale.known(&format!("country-{}", code.to_lowercase()))
    }

    /// Writes a day, with its year when that is not this one: `14 Feb`, `14 Feb 2025`.
    #[must_use]
    pub fn day(&self, at: DateTime<Utc>) -> String {
        let this_year = self.now.with_timezone(&self.zone).year();
        if at.with_timezone(&self.zone).year() == this_year { self.day_month(at) } else { self.full_date(at) }
    }

    /// Writes a day of a chart: `14 Feb`.
    #[must_use]
    pub fn short_day(&self, day: chrono::NaiveDate) -> String {
        let month = self.locale.word(&format!("month-{}", day.month()));
        self.locale.say("day-month", &[("day", day.day().into()), ("month", month.into())])
    }

    /// Writes a month with its year: `Feb 2026`.
    #[must_use]
    pub fn month(&self, day: chrono::NaiveDate) -> String {
        let month = self.locale.word(&format!("month-name-{}", day.month()));
        self.locale.say("month-of-year", &[("month", month.into()), ("year", day.year().to_string().into())])
    }

    fn day_month(&self, at: DateTime<Utc>) -> String {
        let local = at.with_timezone(&self.zone);
        let month = self.locale.word(&format!("month-{}", local.month()));
        self.locale.say("day-month", &[("day", local.day().into()), ("month", month.into())])
    }

    fn weekday(&self, at: DateTime<Utc>) -> String {
        let weekday = at.with_timezone(&self.zone).weekday().number_from_monday();
        self.locale.word(&format!("weekday-{weekday}"))
    }

    fn same_day(&self, at: DateTime<Utc>) -> bool {
        at.with_timezone(&self.zone).date_naive() == self.now.with_timezone(&self.zone).date_naive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digest_times_are_told_in_the_language_of_the_chat() {
        for (typed, english, russian) in [
            ("08:00", "08:00", "08:00"),
            ("08:00 18:30", "08:00 and 18:30", "08:00 и 18:30"),
            ("07:00 12:00 18:00", "07:00, 12:00 and 18:00", "07:00, 12:00 и 18:00"),
            ("mon-fri 08:00", "Mon–Fri 08:00", "пн–пт 08:00"),
            ("mon,wed 08:00 sat 10:00", "Mon, Wed 08:00 and Sat 10:00", "пн, ср 08:00 и сб 10:00"),
            ("mon-fri 08:00 18:30", "Mon–Fri 08:00 and 18:30", "пн–пт 08:00 и 18:30"),
            (
                "mon-fri 08:00 18:30 sat 10:00",
                "Mon–Fri 08:00 and 18:30; Sat 10:00",
                "пн–пт 08:00 и 18:30; сб 10:00",
            ),
        ] {
            let slots = crate::digest::read_slots(typed).unwrap();
            let options = RenderOptions::plain("2026-02-14T13:00:00Z".parse().unwrap());
            assert_eq!(options.times(&slots), english);
            let options = RenderOptions { locale: Locale::of_tag("ru").unwrap(), ..options };
            assert_eq!(options.times(&slots), russian);
        }
    }

    #[test]
    fn dates_are_right_in_both_languages() {
        let now = "2026-11-23T22:30:00Z".parse().unwrap();
        let english = RenderOptions { zone: chrono_tz::Europe::Moscow, ..RenderOptions::plain(now) };
        let russian = RenderOptions { locale: Locale::of_tag("ru").unwrap(), ..english.clone() };
        // (instant, date and time, since) in Moscow, where it is already Tuesday, 24 November, 01:30
        for (at, en, ru, since_en, since_ru) in [
            ("2026-11-23T22:00:00Z", "24 Nov, 01:00", "24 ноя, 01:00", "01:00", "01:00"),
            ("2026-11-22T05:00:00Z", "22 Nov, 08:00", "22 ноя, 08:00", "Sun 08:00", "вс 08:00"),
            ("2026-05-09T12:41:00Z", "9 May, 15:41", "9 мая, 15:41", "9 May, 15:41", "9 мая, 15:41"),
            (
                "2025-12-31T20:59:00Z",
                "31 Dec 2025, 23:59",
                "31 дек 2025, 23:59",
                "31 Dec 2025, 23:59",
                "31 дек 2025, 23:59",
            ),
            ("2025-12-31T21:00:00Z", "1 Jan, 00:00", "1 янв, 00:00", "1 Jan, 00:00", "1 янв, 00:00"),
        ] {
            let at = at.parse().unwrap();
            assert_eq!(english.date_time(at), en);
            assert_eq!(russian.date_time(at), ru);
            assert_eq!(english.since(at), since_en);
            assert_eq!(russian.since(at), since_ru);
        }
        let monday = "2026-02-16T05:00:00Z".parse().unwrap();
        assert_eq!(english.weekday_date_time(monday), "Mon 16 Feb, 08:00");
        assert_eq!(russian.weekday_date_time(monday), "пн 16 фев, 08:00");
        assert_eq!(english.full_date(monday), "16 Feb 2026");
    }
}
