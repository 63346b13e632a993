//! Whether the day or the month stands first in a date of three numbers.

use std::sync::LazyLock;

use regex::Regex;

use crate::article::rules::marks;
use crate::languages::{self, Language};

/// Where the day stands in a date of three numbers parted by slashes or hyphens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::article) enum Order {
    /// As all of Europe but the odd page writes it.
    DayFirst,
    /// As the United States write it.
    MonthFirst,
    /// Not known: only dates that can be read one way are read.
    #[default]
    Unknown,
}

impl Order {
    /// The order usual in the language of an HTML `lang`; plain English does not tell.
    pub(in crate::article) fn of_tag(tag: Option<&str>) -> Self {
        match languages::day_first(tag.unwrap_or_default()) {
            Some(true) => Self::DayFirst,
            Some(false) => Self::MonthFirst,
            None => Self::Unknown,
        }
    }

    /// The order of a page: by the languages it says to be in, else by the country its address is of, else by those of its
    /// days that can be read one way.
    pub(in crate::article) fn of_page(tags: [Option<&str>; 2], address: Option<&str>, html: &str) -> Self {
        let known = |order: &Self| *order != Self::Unknown;
        let language =
            tags.iter().flatten().next().map_or_else(|| Language::default().code(), ToString::to_string);
        let by_country = || address.and_then(country_of).map(|country| format!("{language}-{country}"));
        let by_tag = tags.into_iter().map(Self::of_tag).find(known);
        by_tag
            .or_else(|| Some(Self::of_tag(Some(&by_country()?))).filter(known))
            .unwrap_or_else(|| Self::of_days(html))
    }

    /// The order in which all the days of a text are written that can be read one way.
    fn of_days(text: &str) -> Self {
        let days = SLASHED.as_ref().map(|pattern| pattern.captures_iter(text)).into_iter().flatten();
        let (mut first, mut second) = (false, false);
        for day in days.take(DAYS) {
            let number = |at: usize| day.get(at).and_then(|part| part.as_str().parse::<u32>().ok());
            let (Some(one), Some(other)) = (number(1), number(2)) else { continue };
            first |= (13..=31).contains(&one) && (1..=12).contains(&other);
            second |= (1..=12).contains(&one) && (13..=31).contains(&other);
        }
        match (first, second) {
            (true, false) => Self::DayFirst,
            (false, true) => Self::MonthFirst,
            _ => Self::Unknown,
        }
    }
}

/// How many days of a page are looked at.
const DAYS: usize = 100;

/// A day in three numbers parted by slashes.
static SLASHED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b([0-9]{1,2})/([0-9]{1,2})/(?:19|20)[0-9]{2}\b").ok());

/// The country that an address is of, by the last label of its host, where people write the language that writes its days
/// as its country does.
fn country_of(address: &str) -> Option<&'static str> {
    let host = address.split_once("://")?.1.split(['/', '?', '#', ':']).next()?;
    let label = host.rsplit_once('.')?.1;
    marks("country-host").iter().find_map(|known| match known.split_once('=') {
        Some((host, country)) => (host == label).then_some(country),
        None => (*known == label).then_some(*known),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_the_languages_the_countrys_or_the_pages() {
        for (tag, address, html, order) in [
            (Some("en-US"), Some("https://a.example.uk/x"), "13/02/2026", Order::MonthFirst),
            (Some("fr"), None, "02/13/2026", Order::DayFirst),
            (Some("en"), Some("https://a.example.co.uk/x"), "", Order::DayFirst),
            (None, Some("https://a.example.us/x"), "", Order::MonthFirst),
            (Some("en"), Some("https://a.example/x"), "<b>03/04/2026</b><b>25/02/2026</b>", Order::DayFirst),
            (
                Some("en"),
                Some("https://a.example/x"),
                "<b>03/04/2026</b><b>02/25/2026</b>",
                Order::MonthFirst,
            ),
            // both ways, or neither, or none that is a day
            (Some("en"), None, "25/02/2026 02/25/2026", Order::Unknown),
            (Some("en"), None, "03/04/2026 2026/02/25 99/99/2026", Order::Unknown),
        ] {
            assert_eq!(Order::of_page([tag, None], address, html), order, "{tag:?} {address:?} {html}");
        }
        assert_eq!(Order::of_page([Some("en"), Some("en_GB")], None, "02/25/2026"), Order::DayFirst);
    }
}
