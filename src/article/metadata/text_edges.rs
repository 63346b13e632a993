//! The lines right below the text of an article: who signs it there, and on what day.
//!
//! In: the main lines of a page with their roles. Out: a name, a day.

use chrono::{DateTime, FixedOffset, NaiveTime};

use super::byline::names::looks_like_a_person;
use super::published::dated_line;
use super::published::order::Order;
use super::site_name::begins_like_a_person;
use crate::article::html::lines::{Kind, Line};
use crate::article::html::prose::is_paragraph;
use crate::article::parts::Role;

/// How many lines from the text what stands there is of it.
const FEW: usize = 3;

/// The day that a line tells which ends the page right below the text. An hour there is of a reader's comment.
pub(in crate::article) fn day(lines: &[Line], roles: &[Role], order: Order) -> Option<DateTime<FixedOffset>> {
    let is_text = |(line, role): (&Line, &Role)| *role == Role::Body && is_paragraph(line);
    let last = lines.iter().zip(roles).rposition(is_text)?;
    let below = lines.get(last + 1..).filter(|below| below.len() < FEW)?;
    let read = below.iter().rev().find_map(|line| dated_line::day(line, order));
    read.filter(|read| read.time() == NaiveTime::MIN)
}

/// The name in a line of its own shortly below the last paragraph, or above the notes there.
pub(in crate::article) fn signature(lines: &[Line], roles: &[Role]) -> Option<String> {
    let is_text = |(line, role): (&Line, &Role)| *role == Role::Body && is_paragraph(line) && !is_note(line);
    let last = lines.iter().zip(roles).rposition(is_text)?;
    let below = lines.iter().skip(last + 1).take_while(|line| !is_note(line)).take(FEW);
    below.filter(|line| line.kind == Kind::Paragraph && line.linked == 0).find_map(|line| {
        let name = line.text.trim_start_matches(['—', '–', '-', ' ']);
        (looks_like_a_person(name) && begins_like_a_person(name)).then(|| name.to_owned())
    })
}

/// Whether a line is a note to the text: `(1) The figures are of the harbour office.`
fn is_note(line: &Line) -> bool {
    line.text.starts_with(['(', '[', '*', '1'])
}
