//! The lines around a headline: who wrote the article and when, where no tag says it.

use chrono::{DateTime, FixedOffset};

use super::byline::by_phrase::named_in;
use super::byline::house;
use super::byline::names::{BY, is_by, look_like_people, person};
use super::published::date_in_words::{found, is_month};
use super::published::dated_line;
use super::published::order::Order;
use super::site_name::{Outlet, begins_like_a_person};
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
    pub(in crate::article) published: Option<DateTime<FixedOffset>>,
    /// The day of the last change, where no line tells that of publication.
    pub(in crate::article) updated: Option<DateTime<FixedOffset>>,
    pub(in crate::article) byline: Option<String>,
    /// Failing a byline, a house that a line names.
    pub(in crate::article) house: Option<String>,
}

/// What is known before the lines are read.
pub(in crate::article) struct Known<'a> {
    /// Whether the day is: lines away from the headline are not asked for it.
    pub(in crate::article) dated: bool,
    pub(in crate::article) order: Order,
    /// Whether somebody signs the article who may be no person.
    pub(in crate::article) signed: bool,
    /// The names of authors that metadata gives.
    pub(in crate::article) told: &'a [String],
    pub(in crate::article) outlet: &'a Outlet,
}

/// A line near the headline.
struct Near<'l> {
    line: &'l Line,
    /// Its place on the page.
    at: usize,
}

/// Reads the lines around the one that is `headline`; where no line is, or none of them tells a day, the first line
/// that says to be the day of publication.
pub(in crate::article) fn read(
    mut lines: impl Iterator<Item = Line>,
    headline: &str,
    known: &Known<'_>,
) -> Masthead {
    let wanted = letters(headline);
    let mut seen = Vec::new();
    let is_there = lines.by_ref().any(|line| {
        let is_headline = !wanted.is_empty() && letters(&line.text) == wanted;
        seen.push(line);
        is_headline
    });
    let below = seen.len();
    seen.extend(lines.by_ref().take(BELOW));
    let near = if is_there { near_headline(&seen, below) } else { Vec::new() };
    let dated = near.iter().enumerate().find_map(|(index, near)| {
        let line = Line { kind: plain_kind(index, near.line), ..near.line.clone() };
        Some((near.at, dated_line::day(&line, known.order)?))
    });
    let day_at = dated.map(|(at, _)| at);
    let alone = || {
        let mut beside = near.iter().filter(|near| !known.signed && is_beside(near.at, day_at));
        beside.find_map(|near| unlabelled(near.line))
    };
    let byline = (0..near.len()).find_map(|index| author_of(&near, index)).or_else(alone);
    let house = near.iter().find_map(|near| {
        house::in_line(&near.line.text, is_beside(near.at, day_at), known.told, known.outlet)
    });
    let near = dated.map(|(_, day)| day);
    if (near.is_some() || known.dated) && byline.is_some() {
        return Masthead { byline, published: near, house, updated: None };
    }
    let all: Vec<_> = seen.into_iter().chain(lines).filter(may_be_labelled).collect();
    let labelled = all.iter().enumerate().find_map(|(at, line)| Some((at, labelled_author(&line.text)?)));
    let signed_at = labelled.as_ref().map(|(at, _)| *at);
    let byline = byline.or_else(|| labelled.map(|(_, name)| name));
    if near.is_some() || known.dated {
        return Masthead { byline, published: near, house, updated: None };
    }
    let (published, updated) = labelled_days(&all, signed_at, known.order);
    Masthead { published, updated, byline, house }
}

/// The days of publication and of the last change in lines that say to tell them, or that stand beside the one at
/// `signed`.
fn labelled_days(
    lines: &[Line],
    signed: Option<usize>,
    order: Order,
) -> (Option<DateTime<FixedOffset>>, Option<DateTime<FixedOffset>>) {
    let texts = || lines.iter().map(|line| line.text.as_str());
    // a page of notes tells its last change in brackets behind its name
    let bracketed = texts().filter_map(|line| Some(line.split_once('(')?.1));
    let published = labelled_day(texts(), section::PUBLISHED, order)
        .or_else(|| beside(lines, signed?).find_map(|line| dated_line::day(line, order)))
        .or_else(|| lines.iter().find_map(|line| signed_day(line, order)));
    (published, labelled_day(texts().chain(bracketed), section::UPDATED, order))
}

/// The short lines below the headline and those above it, of lines that go on `below` it.
fn near_headline(lines: &[Line], below: usize) -> Vec<Near<'_>> {
    // behind the first paragraphs what stands there is of the text
    let mut paragraphs = 0;
    let under = (below..lines.len()).take_while(|at| {
        paragraphs += usize::from(lines.get(*at).is_some_and(is_paragraph));
        paragraphs <= PARAGRAPHS
    });
    let headline = below.saturating_sub(1);
    let over = headline.saturating_sub(ABOVE)..headline;
    let short = |line: &&Line| line.text.chars().nth(LONGEST).is_none();
    under.chain(over).filter_map(|at| Some(Near { line: lines.get(at).filter(short)?, at })).collect()
}

/// Right under the headline a heading may hold the byline.
fn plain_kind(index: usize, line: &Line) -> Kind {
    if line.kind == Kind::Heading && index < HEADINGS { Kind::Paragraph } else { line.kind }
}

fn is_beside(at: usize, day: Option<usize>) -> bool {
    day.is_some_and(|day| at.abs_diff(day) <= 1)
}

/// The lines before and behind the one at `at`.
fn beside(lines: &[Line], at: usize) -> impl Iterator<Item = &Line> {
    [at.checked_add(1), at.checked_sub(1)].into_iter().flatten().filter_map(|at| lines.get(at))
}

/// The name that a line beside the day, or a part of it, consists of, if it begins as people's names do.
fn unlabelled(line: &Line) -> Option<String> {
    let parts = dated_line::parts_beside_day(&line.text).filter(|_| line.kind != Kind::Caption);
    let mut names =
        parts.filter_map(|part| person(part).filter(|name| part.trim().starts_with(name.as_str())));
    names.find(|name| look_like_people(name) && name.split(", ").any(begins_like_a_person))
}

/// The author one of the lines near a headline names.
fn author_of(near: &[Near<'_>], at: usize) -> Option<String> {
    let line = near.get(at)?.line;
    let marked = || person(&line.text).filter(|name| look_like_people(name));
    let is_byline = || wording(&line.text) == Some(Wording::Byline);
    // “By” may be a line of its own
    let led =
        || at.checked_sub(1).and_then(|above| near.get(above)).is_some_and(|above| is_by(&above.line.text));
    let named = named_in(&line.text).filter(|_| !is_cited(&line.text));
    named.or_else(|| (is_byline() || led()).then(marked).flatten())
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
    (sure && !is_cited(line)).then(|| named_in(line)).flatten()
}

/// Whether a line names a source: with the month it is of, and no day.
fn is_cited(line: &str) -> bool {
    line.split([' ', ',']).any(is_month) && found(line, Order::DayFirst).is_none()
}

/// The day in a line that begins with a label for authors: `Author: nfeld, 14 February 2026`.
fn signed_day(line: &Line, order: Order) -> Option<DateTime<FixedOffset>> {
    let lower = line.text.to_lowercase();
    let mut labels = languages::lines(section::AUTHOR_LABEL);
    let is_signed =
        labels.any(|label| lower.strip_prefix(label).is_some_and(|rest| rest.trim_start().starts_with(':')));
    is_signed.then(|| dated_line::day(line, order)).flatten()
}

/// The day behind the first label of a kind.
fn labelled_day<'l>(
    lines: impl IntoIterator<Item = &'l str>,
    kind: Section,
    order: Order,
) -> Option<DateTime<FixedOffset>> {
    let labels: Vec<_> = languages::lines(kind).collect();
    let day = |text: &str| behind_label(text, &labels).and_then(|rest| dated_line::day_behind(rest, order));
    lines.into_iter().find_map(day)
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
