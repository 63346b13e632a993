//! The lines around a headline: who wrote the article and when, where no tag says it.

use chrono::{DateTime, Utc};

use super::byline::by_phrase::named_in;
use super::byline::names::{BY, is_by, look_like_people, person};
use super::published::date_in_words::{Order, moment};
use super::published::dated_line;
use crate::article::extraction::boilerplate::{Wording, wording};
use crate::article::html::lines::{Kind, Line};
use crate::article::html::prose::is_paragraph;
use crate::languages::{self, Section, section};
use crate::text::letters;

/// How many lines above and below the headline are read.
const ABOVE: usize = 3;
const BELOW: usize = 10;
/// A longer line is no date line, in characters.
const LONGEST: usize = 120;
/// How many lines below the headline a heading may be its byline.
const HEADINGS: usize = 2;
/// How many paragraphs below the headline are read: the deck, and what may stand for it.
const PARAGRAPHS: usize = 2;

/// What stands around the headline.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::article) struct Masthead {
    pub(in crate::article) published: Option<DateTime<Utc>>,
    /// The day of the last change, where no line tells that of publication.
    pub(in crate::article) updated: Option<DateTime<Utc>>,
    pub(in crate::article) byline: Option<String>,
}

/// Reads the lines around the one that is `headline`; where no line is, or none of them tells a day, the first line
/// that says to be the day of publication. Once the day is `dated`, lines further on are not asked for.
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
    // behind the first paragraphs what stands there is of the text
    let mut paragraphs = 0;
    let below = below.iter().take_while(|line| {
        paragraphs += usize::from(is_paragraph(line));
        paragraphs <= PARAGRAPHS
    });
    let short = |line: &&Line| line.text.chars().nth(LONGEST).is_none();
    let near: Vec<_> = below.chain(above).filter(short).filter(|_| found).collect();
    let byline = (0..near.len()).find_map(|at| author_of(&near, at));
    // right under the headline a heading may hold the byline
    let plain = |at: usize, line: &Line| match line.kind {
        Kind::Heading if at < HEADINGS => Line::paragraph(&line.text),
        _ => line.clone(),
    };
    let dated_near =
        || near.iter().enumerate().find_map(|(at, line)| dated_line::day(&plain(at, line), order));
    let near = dated.or_else(dated_near);
    if near.is_some() && byline.is_some() {
        return Masthead { byline, published: near, updated: None };
    }
    let all: Vec<_> = seen.into_iter().chain(lines).filter(may_be_labelled).collect();
    let byline = byline.or_else(|| all.iter().find_map(|line| labelled_author(&line.text)));
    if near.is_some() {
        return Masthead { byline, published: near, updated: None };
    }
    Masthead {
        byline,
        published: labelled_day(&all, section::PUBLISHED, order),
        updated: labelled_day(&all, section::UPDATED, order),
    }
}

/// The author one of the lines near a headline names.
fn author_of(near: &[&Line], at: usize) -> Option<String> {
    let line = near.get(at)?;
    let marked = || person(&line.text).filter(|name| look_like_people(name));
    let is_byline = || wording(&line.text) == Some(Wording::Byline);
    // “By” may be a line of its own
    let led = || at.checked_sub(1).and_then(|above| near.get(above)).is_some_and(|above| is_by(&above.text));
    named_in(&line.text).or_else(|| (is_byline() || led()).then(marked).flatten())
}

fn may_be_labelled(line: &Line) -> bool {
    !matches!(line.kind, Kind::Heading | Kind::Caption) && line.text.chars().nth(LONGEST).is_none()
}

/// The author a line names behind a label that is sure wherever it stands: `Written by Nadia Feld`, `Author: Omar Lindt`.
fn labelled_author(line: &str) -> Option<String> {
    let lower = line.to_lowercase();
    let sure = BY.iter().any(|by| {
        lower
            .strip_prefix(*by)
            .is_some_and(|rest| by.contains(' ') && rest.starts_with(' ') || rest.starts_with(':'))
    });
    sure.then(|| named_in(line)).flatten()
}

/// The day behind the first label of a kind.
fn labelled_day(lines: &[Line], kind: Section, order: Order) -> Option<DateTime<Utc>> {
    let labels: Vec<_> = languages::lines(kind).collect();
    lines.iter().find_map(|line| behind_label(&line.text, &labels).and_then(|rest| moment(rest, order)))
}

/// What stands behind a label at the head of a line.
fn behind_label<'l>(line: &'l str, labels: &[&str]) -> Option<&'l str> {
    const HEAD: usize = 40;
    let line = line.trim_start_matches(['(', '[', '•', '|', ' ']);
    let head: String = line.chars().take(HEAD).collect::<String>().to_lowercase();
    labels
        .iter()
        .filter(|label| head.starts_with(**label))
        .find_map(|label| line.get(label.len()..).filter(|rest| rest.starts_with([' ', ':', '\u{a0}'])))
}
