//! The lines around a headline: who wrote the article and when, where no tag says it.

use std::borrow::Cow;
use std::sync::LazyLock;

use chrono::{DateTime, Utc};

use super::byline::by_phrase::named_in;
use super::byline::names::{look_like_people, person};
use super::published::date_in_words::{Order, moment};
use crate::article::extraction::boilerplate::{Wording, wording};
use crate::article::html::lines::Line;
use crate::languages::{self, Section, section};
use crate::text::letters;

/// How many lines above and below the headline are read.
const ABOVE: usize = 3;
const BELOW: usize = 10;
/// A longer line is no date line, in characters.
const LONGEST: usize = 120;
/// The most words of a date line beside its date.
const WORDS: usize = 16;

/// What stands before the words or the maker of a picture.
static PICTURE: LazyLock<Vec<Cow<'static, str>>> =
    LazyLock::new(|| languages::words(section::PICTURE).chain([Cow::Borrowed("©")]).collect());

/// What stands around the headline.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::article) struct Masthead {
    pub(in crate::article) published: Option<DateTime<Utc>>,
    pub(in crate::article) byline: Option<String>,
}

/// Reads the lines around the one that is `headline`; where no line is, or none of them tells a day, the first line
/// that says to be the day of publication or, failing that, of the last change. Once the day is `dated`, lines further
/// on are not asked for.
pub(in crate::article) fn read(
    mut lines: impl Iterator<Item = Line>,
    headline: &str,
    order: Order,
    dated: Option<DateTime<Utc>>,
) -> Masthead {
    let wanted = letters(headline);
    let mut seen = Vec::new();
    let found = lines.by_ref().any(|line| {
        let is_headline = !wanted.is_empty() && letters(&line.text) == wanted;
        seen.push(line);
        is_headline
    });
    let below = seen.len();
    seen.extend(lines.by_ref().take(BELOW));
    let (above, below) = seen.split_at(below);
    let above = above.iter().rev().skip(1).take(ABOVE).rev();
    let short = |line: &&Line| line.text.chars().nth(LONGEST).is_none();
    let near: Vec<_> = below.iter().chain(above).filter(short).filter(|_| found).collect();
    let byline = near.iter().find_map(|line| {
        let marked = || person(&line.text).filter(|name| look_like_people(name));
        let is_byline = || wording(&line.text) == Some(Wording::Byline);
        named_in(&line.text).or_else(|| is_byline().then(marked).flatten())
    });
    let published = dated.or_else(|| near.iter().find_map(|line| day_of_line(line, order)));
    Masthead { byline, published: published.or_else(|| labelled_day(seen.into_iter().chain(lines), order)) }
}

/// The day behind a label, of publication before that of the last change.
fn labelled_day(lines: impl Iterator<Item = Line>, order: Order) -> Option<DateTime<Utc>> {
    let lines: Vec<_> = lines.filter(|line| line.text.chars().nth(LONGEST).is_none()).collect();
    let labelled = |section: Section| {
        let labels: Vec<_> = languages::lines(section).collect();
        lines.iter().find_map(|line| behind_label(&line.text, &labels).and_then(|rest| moment(rest, order)))
    };
    labelled(section::PUBLISHED).or_else(|| labelled(section::UPDATED))
}

/// The day a line tells, if it is not one of running text or under a picture.
fn day_of_line(line: &Line, order: Order) -> Option<DateTime<Utc>> {
    if line.text.split_whitespace().count() > WORDS {
        return None;
    }
    let lower = line.text.to_lowercase();
    let end = PICTURE.iter().filter_map(|word| lower.find(word.as_ref())).min().unwrap_or(lower.len());
    // of a picture's words the day is its own
    moment(line.text.get(..end)?, order)
}

/// What stands behind a label at the head of a line.
fn behind_label<'l>(line: &'l str, labels: &[&str]) -> Option<&'l str> {
    const HEAD: usize = 40;
    if !line.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let line = line.trim_start_matches(['(', '[', '•', '|', ' ']);
    let head: String = line.chars().take(HEAD).collect::<String>().to_lowercase();
    labels
        .iter()
        .filter(|label| head.starts_with(**label))
        .find_map(|label| line.get(label.len()..).filter(|rest| rest.starts_with([' ', ':', '\u{a0}'])))
}
