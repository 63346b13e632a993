//! Which lines are the article: a role for each line of a page or of a plain text.
//!
//! In: lines in reading order. Out: as many roles. Wording decides first (see `boilerplate`), then the shape of the
//! neighbourhood: runs of links, what stands before the first and after the last paragraph, repetitions.

use super::boilerplate::{Wording, wording};
use crate::article::html::lines::{Kind, Line};
use crate::article::html::prose::{ends_sentence, is_paragraph};
use crate::article::own_claims::claims_our_checks;
use crate::article::parts::Role;
use crate::text::{FastSet, QUOTATION_MARKS};

/// Gives each line of a page its role.
pub(in crate::article) fn page_roles(lines: &[Line]) -> Vec<Role> {
    let words: Vec<_> = lines.iter().map(|line| wording(&line.text)).collect();
    let mut roles: Vec<_> = lines.iter().zip(&words).map(|(line, words)| by_wording(line, *words)).collect();
    mark_repeated(lines, &mut roles);
    mark_own_claims(lines, &mut roles);
    mark_shouted_links(lines, &mut roles);
    mark_quoting_links(lines, &mut roles);
    mark_link_runs(lines, &mut roles);
    mark_tails(lines, &words, &mut roles);
    mark_edges(lines, &mut roles);
    mark_stranded_headings(lines, &mut roles);
    roles
}

fn by_wording(line: &Line, words: Option<Wording>) -> Role {
    match (line.kind, words) {
        (Kind::Caption, _) | (_, Some(Wording::Caption)) => Role::Caption,
        (_, Some(Wording::Byline)) => Role::Byline,
        (_, Some(Wording::Boilerplate | Wording::Tail)) => Role::Boilerplate,
        (Kind::Heading, None) => Role::Heading,
        _ => Role::Body,
    }
}

/// The second of two equal lines is boilerplate.
fn mark_repeated(lines: &[Line], roles: &mut [Role]) {
    let mut seen = FastSet::default();
    for (line, role) in lines.iter().zip(roles) {
        let long = line.text.chars().nth(24).is_some();
        if long && !seen.insert(line.text.as_str()) && line.kind != Kind::Row && line.kind != Kind::Pre {
            *role = Role::Boilerplate;
        }
    }
}

/// A short line that says how a report was checked is none of the article's.
fn mark_own_claims(lines: &[Line], roles: &mut [Role]) {
    const SHORT: usize = 240;
    for (line, role) in lines.iter().zip(roles) {
        if line.text.len() <= SHORT && claims_our_checks(&line.text) {
            *role = Role::Boilerplate;
        }
    }
}

fn is_link(line: &Line) -> bool {
    line.kind != Kind::Heading && line.linked * 10 >= line.text.len() * 8
}

/// A paragraph that is one link in capitals leads to another article.
fn mark_shouted_links(lines: &[Line], roles: &mut [Role]) {
    for (line, role) in lines.iter().zip(roles) {
        if is_link(line)
            && line.text.split(' ').nth(3).is_some()
            && !line.text.chars().any(char::is_lowercase)
            && line.text.chars().any(char::is_uppercase)
        {
            *role = Role::Boilerplate;
        }
    }
}

/// An item of a list that is one link and holds quoted words is the headline of another article.
fn mark_quoting_links(lines: &[Line], roles: &mut [Role]) {
    for (line, role) in lines.iter().zip(roles) {
        if line.kind == Kind::Item && is_link(line) && line.text.contains(QUOTATION_MARKS) {
            *role = Role::Boilerplate;
        }
    }
}

/// Two or more lines that are links and nothing else are a list of other pages where a line of known wording heads
/// them or no paragraph follows; elsewhere such a list may be of the article.
fn mark_link_runs(lines: &[Line], roles: &mut [Role]) {
    let last = lines.iter().rposition(is_paragraph).unwrap_or(0);
    let mut start = 0;
    for run in lines.chunk_by(|a, b| is_link(a) == is_link(b)) {
        let end = start + run.len();
        let headed = start.checked_sub(1).and_then(|above| roles.get(above)) == Some(&Role::Boilerplate);
        if run.first().is_some_and(is_link) && run.len() > 1 && (headed || start > last) {
            for role in roles.iter_mut().take(end).skip(start) {
                *role = Role::Boilerplate;
            }
        }
        start = end;
    }
}

/// After the head of a list of other articles, what is not a paragraph is of that list; near the end, everything.
fn mark_tails(lines: &[Line], words: &[Option<Wording>], roles: &mut [Role]) {
    let total: usize = lines.iter().map(|line| line.text.len()).sum();
    let mut after = total;
    for (index, line) in lines.iter().enumerate() {
        after -= line.text.len();
        if words.get(index).copied().flatten() != Some(Wording::Tail) {
            continue;
        }
        let to_the_end = after * 100 <= total * 15;
        for (follower, role) in lines.iter().zip(roles.iter_mut()).skip(index + 1) {
            if !to_the_end && follower.linked * 2 < follower.text.len() {
                break;
            }
            *role = Role::Boilerplate;
        }
    }
}

/// What stands within a few lines before the first paragraph or after the last and ends no sentence is not the article.
fn mark_edges(lines: &[Line], roles: &mut [Role]) {
    const FEW: usize = 10;
    let texts: Vec<_> = lines
        .iter()
        .zip(roles.iter())
        .enumerate()
        .filter(|(_, (line, role))| **role == Role::Body && is_paragraph(line))
        .map(|(index, _)| index)
        .collect();
    let (Some(&first), Some(&last)) = (texts.first(), texts.last()) else { return };
    let few_before = first <= FEW;
    let first = sentence_start(lines, first);
    let few_after = lines.len() - last <= FEW + 1;
    for (index, (line, role)) in lines.iter().zip(roles.iter_mut()).enumerate() {
        let outside = few_before && index < first || few_after && index > last;
        if outside && *role == Role::Body && line.kind == Kind::Paragraph && !ends_sentence(&line.text) {
            *role = Role::Boilerplate;
        }
    }
}

/// Where the sentence begins that the line at `at` goes on with, where a block of its own, often a link, parts it.
fn sentence_start(lines: &[Line], at: usize) -> usize {
    const FEW: usize = 3;
    const WORDS: usize = 4;
    let goes_on = lines
        .get(at)
        .is_some_and(|line| line.text.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';')));
    let opens = |line: &Line| {
        line.kind == Kind::Paragraph
            && !is_link(line)
            && line.text.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '«' | '„'))
            && line.text.split(' ').nth(WORDS - 1).is_some()
            && !ends_sentence(&line.text)
    };
    let before = (at.saturating_sub(FEW)..at).rev().find(|at| lines.get(*at).is_some_and(opens));
    before.filter(|_| goes_on).unwrap_or(at)
}

/// A heading with no text of the article under it heads nothing.
fn mark_stranded_headings(lines: &[Line], roles: &mut [Role]) {
    let mut under = false;
    for (line, role) in lines.iter().zip(roles.iter_mut()).rev() {
        match role {
            Role::Heading if line.kind == Kind::Heading && !under => *role = Role::Boilerplate,
            Role::Body => under = true,
            _ => {}
        }
    }
}
