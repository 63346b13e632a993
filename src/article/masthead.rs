//! The lines around a headline: who wrote the article and when, where no tag says it.

use chrono::{DateTime, Utc};

use super::by::named_in;
use super::byline::{look_like_people, person};
use super::dek::letters;
use super::rules::{Wording, section, wording};
use super::walk::Line;
use super::written::{Order, moment};

/// How many lines above and below the headline are read.
const ABOVE: usize = 3;
const BELOW: usize = 10;
/// A longer line is no date line, in characters.
const LONGEST: usize = 120;
/// The most words of a date line beside its date.
const WORDS: usize = 16;

const LABELS: &str = include_str!("rules/labels.txt");

/// What stands around the headline.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Masthead {
    pub(super) published: Option<DateTime<Utc>>,
    pub(super) byline: Option<String>,
}

/// Reads the lines around the one that is `headline`; where no line is, or none of them tells a day, the first line
/// that says to be the day of publication or, failing that, of the last change.
pub(super) fn read(lines: &[Line], headline: &str, order: Order) -> Masthead {
    let wanted = letters(headline);
    let at = lines.iter().position(|line| !wanted.is_empty() && letters(&line.text) == wanted);
    let short = |line: &&Line| line.text.chars().nth(LONGEST).is_none();
    let near: Vec<_> = at.map_or_else(Vec::new, |at| {
        let above = lines.iter().take(at).skip(at.saturating_sub(ABOVE));
        lines.iter().skip(at + 1).take(BELOW).chain(above).filter(short).collect()
    });
    let labelled = |name: &str| {
        let labels: Vec<_> = section(LABELS, name).collect();
        lines
            .iter()
            .filter(short)
            .find_map(|line| behind_label(&line.text, &labels).and_then(|rest| moment(rest, order)))
    };
    let published = near.iter().find_map(|line| day_of_line(line, order));
    Masthead {
        published: published.or_else(|| labelled("published")).or_else(|| labelled("updated")),
        byline: near.iter().find_map(|line| {
            let marked = || person(&line.text).filter(|name| look_like_people(name));
            let is_byline = || wording(&line.text) == Some(Wording::Byline);
            named_in(&line.text).or_else(|| is_byline().then(marked).flatten())
        }),
    }
}

/// The day a line tells, if it is not one of running text or under a picture.
fn day_of_line(line: &Line, order: Order) -> Option<DateTime<Utc>> {
    const PICTURE: [&str; 6] = ["foto", "photo", "bild:", "фото", "image", "©"];
    if line.text.split_whitespace().count() > WORDS {
        return None;
    }
    let lower = line.text.to_lowercase();
    let end = PICTURE.iter().filter_map(|word| lower.find(word)).min().unwrap_or(lower.len());
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
