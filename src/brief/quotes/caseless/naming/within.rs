//! Where a name stands in its phrase: behind `called`, beside a title, before a point. Each tells the person and the name.

use super::looks::is_native_name;
use crate::brief::quotes::caseless::page::Page;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{NAME_POINTS, Token};
use crate::languages::Order;
use crate::text::Span;

/// `a woman called NAME`, where what is said of her stands before the noun for her.
pub(super) fn called(page: &Page, core: &[&Token]) -> Option<(Option<usize>, Span)> {
    let head = core.last().filter(|last| last.has(Tags::TITLE.or(Tags::PERSON)))?;
    let called = core.windows(3).find_map(|three| match three {
        [called, name, of] => {
            let named = called.has(Tags::NAMING) && name.has(Tags::NAME) && of.has(Tags::OF);
            (named && of.span.end == head.span.start).then_some(name)
        }
        _ => None,
    })?;
    Some((page.people.whom(&called.form), called.span))
}

/// `captain NAME`, `captain の NAME`: a surname, or a name that begins with one, behind the noun for what its bearer is.
pub(super) fn name_behind(page: &Page, core: &[&Token]) -> Option<(Option<usize>, Span)> {
    let (name, rest) = core.split_last().filter(|_| page.lexicon.order == Some(Order::Topical))?;
    let noun = rest.iter().rev().find(|token| !token.has(Tags::OF))?;
    let led = noun.has(Tags::OFFICE.or(Tags::PERSON));
    let long = page.lexicon.surname(&name.form)? > name.form.chars().next()?.len_utf8();
    let named = led && long && is_native_name(page, name);
    named.then(|| (page.people.whom(&name.form), name.span))
}

/// `Mr NAME`, `chairman NAME`, where the title stands behind a surname.
pub(super) fn surname_before_title(page: &Page, tail: &[&Token]) -> Option<(Option<usize>, Span)> {
    let title =
        tail.last().filter(|last| last.has(Tags::TITLE) && page.lexicon.order == Some(Order::VerbMedial))?;
    let surname = tail.get(tail.len().checked_sub(2)?)?;
    let whole = surname.is_unknown() && page.lexicon.surname(&surname.form) == Some(surname.form.len());
    let touches = surname.span.end == title.span.start;
    let span = Span::new(surname.span.start, title.span.end);
    (whole && touches).then(|| (page.people.whom(&surname.form), span))
}

/// `NAME・OFFICE`: what stands before the point that parts the name from what the person is, unless a name stands behind it
/// before the title, too: `TEAM・NAME TITLE`.
pub(super) fn before_point<'c, 't>(tail: &'c [&'t Token]) -> &'c [&'t Token] {
    let point = tail.iter().rposition(|token| token.is_mark(&NAME_POINTS));
    let titled = tail.last().is_some_and(|last| last.has(Tags::TITLE));
    let named = |at: usize| tail.get(at + 1).is_some_and(|next| next.has(Tags::NAME));
    let point = point.filter(|point| titled && !named(*point)).unwrap_or(tail.len());
    tail.get(..point).unwrap_or(tail)
}
