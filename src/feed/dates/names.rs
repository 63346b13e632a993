//! Names of zones and months, as feeds write them.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::languages::{Language, minutes_east, months_of_neighbours};

/// Offset in minutes of `MSK`, `Z`, `+03:00`, `GMT+0000`, `UTC +3`; 0 for names nobody can place.
pub(super) fn zone(text: &str) -> Option<i32> {
    let text = text.trim();
    let split = text.find(['+', '-', '−']).unwrap_or(text.len());
    let (name, signed) = text.split_at_checked(split)?;
    let name = name.trim().to_lowercase();
    let named = minutes_east(&name).unwrap_or_default();
    if signed.is_empty() { Some(named) } else { Some(named + offset(signed)?) }
}

pub(super) fn offset(text: &str) -> Option<i32> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let value: i32 = digits.parse().ok()?;
    let minutes = match digits.len() {
        1 | 2 => value * 60,
        3 | 4 => value / 100 * 60 + value % 100,
        _ => return None,
    };
    if minutes > 18 * 60 {
        return None;
    }
    Some(if text.starts_with('+') { minutes } else { -minutes })
}

/// The month a word names, by its beginning, in any language.
pub(super) fn month(word: &str) -> Option<u32> {
    let word = word.trim_matches('.');
    MONTHS.iter().find(|(name, _)| word.starts_with(name.as_ref())).map(|(_, number)| *number)
}

/// Names of months and their beginnings in every language, in the order of the months.
static MONTHS: LazyLock<Vec<(Cow<'static, str>, u32)>> = LazyLock::new(|| {
    let months = Language::all().flat_map(Language::months);
    let names = months
        .flat_map(|month| month.names.into_iter().chain(month.short).map(move |name| (name, month.number)));
    let others = months_of_neighbours().map(|(name, number)| (Cow::Borrowed(name), number));
    let mut months: Vec<_> = names.chain(others).collect();
    months.sort_by_key(|(_, number)| *number);
    months
});
