//! Where the verb is last: phrases without the ending of a case that are no subject, whose words a noun tells, and texts
//! that speak.

use super::frame::{Place, Source};
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Sort, Text, noun_at};
use crate::brief::quotes::clause::words::Class;

/// Chunks looked at before a verb.
const REACH: usize = 30;

/// True for a name that only what stands around it tells to be no subject: `Kavak Radyo 4'ün`, `ilçedeki Kavak`, `Kavak
/// yakınlarındaki`, several in another case without an apostrophe.
pub(crate) fn is_no_subject(text: &Text, noun: &Noun) -> bool {
    let end = noun.tokens.end;
    let named = noun.name.is_some() || noun.sort == Sort::Outlet;
    if !text.grammar.last_verb || !named {
        return false;
    }
    let last = text.words(&(end - 1..end));
    if !last.contains(['\'', '’']) && text.grammar.last.is_of_several(&last.to_lowercase()) {
        return true;
    }
    let known =
        noun.tokens.clone().any(|at| text.has(at, Class::FIRST_NAME)) || text.is_known_surname(end - 1);
    if known || !noun.role.is_empty() && noun.sort != Sort::Outlet {
        return false;
    }
    let next = text.words(&(end..end + 1));
    let number = next.starts_with(|c: char| c.is_ascii_digit()) && next.contains(['\'', '’']);
    let placed = |at: usize| text.grammar.last.is_placed(text.lower(at)) && !text.has(at, Class::CAPITAL);
    let before = noun.tokens.start.checked_sub(1).is_some_and(placed);
    number || before || placed(end) && !is_named_elsewhere(text, noun.head)
}

/// True for a name that the text has elsewhere, too: within a sentence, or with an ending behind its apostrophe.
#[must_use]
pub(crate) fn is_named_elsewhere(text: &Text, at: usize) -> bool {
    let name = |other: usize| !text.has(other, Class::OPENS) || text.has(other, Class::OTHER_CASE);
    let same = |other: usize| other != at && text.lower(other) == text.lower(at);
    text.alike(at).any(|other| same(other) && text.has(other, Class::CAPITAL) && name(other))
}

/// `X'in söylediğine göre`: X, who owns what a noun behind tells; the phrase at the chunk `at` is that noun's.
pub(crate) fn teller(place: Place, at: usize, noun: &Noun) -> Option<Noun> {
    let text = place.text;
    let itself = Class::ROLE.or(Class::OPEN).or(Class::BODY).or(Class::CAPITAL);
    if !text.grammar.last_verb || text.has(noun.tokens.end - 1, itself) {
        return None;
    }
    let owns = |token: &usize| is_owner(text, *token);
    let inner = noun.tokens.clone().rev().skip(1).find(owns);
    let own = inner.and_then(|last| noun_at(text, noun.tokens.start, last + 1));
    let before = || {
        let before = at.checked_sub(1).and_then(|at| place.noun(at))?;
        is_owner(text, before.tokens.end - 1).then(|| before.clone())
    };
    own.or_else(before).filter(|noun| noun.is_human() || matches!(noun.sort, Sort::Body | Sort::Capital))
}

fn is_owner(text: &Text, token: usize) -> bool {
    let known = Class::ROLE.or(Class::OPEN).or(Class::BODY);
    text.has(token, Class::GENITIVE)
        || text.has(token, known)
            && !text.has(token, Class::FIRST_CASE)
            && text.grammar.is_genitive(text.lower(token))
}

/// `Tarhan önündeki kalabalığı işaret ederek`: a name the text has elsewhere, too, at the head of a phrase for a thing, with
/// what stands before it behind.
pub(crate) fn led(place: Place, mut range: std::ops::Range<usize>) -> Option<Noun> {
    let text = place.text;
    range.find_map(|at| {
        let start = place.noun(at).filter(|noun| noun.sort == Sort::Thing)?.tokens.start;
        let placed = text.is_name_word(start) && text.grammar.last.is_placed(text.lower(start + 1));
        let noun = noun_at(text, start, start + 1).filter(|_| placed && is_named_elsewhere(text, start));
        noun.filter(|noun| noun.can_speak() && noun.may_be_subject)
    })
}

/// True for a verb that ends a clause of its own.
#[must_use]
pub(crate) fn ends_clause(chunk: &Chunk) -> bool {
    chunk.is_main_verb()
        && chunk.class.any(Class::SINGULAR.or(Class::PLURAL))
        && !chunk.class.any(Class::GERUND)
}

/// A text without a speaker: the body before it, `in a statement made by the ministry`, else the text.
#[must_use]
pub(crate) fn text_before(place: Place, verb: usize) -> Source {
    // of the clause, or of the one it is joined to
    let parted = |at: &usize| place.is(*at, ';') || place.chunk(*at).is_some_and(ends_clause);
    let near = || (0..place.at).rev().take(REACH).take_while(|at| !parted(at));
    // not the body it is made to
    let gives = |noun: &&Noun| {
        let last = place.text.lower(noun.tokens.end - 1);
        // nor the place it is said in: `Ankara'da`
        let place_of = place.text.words(&(noun.tokens.end - 1..noun.tokens.end));
        let capital = place.text.has(noun.tokens.end - 1, Class::CAPITAL);
        noun.may_be_subject
            || capital && !place.text.grammar.last.is_where(&place_of)
            || place.text.grammar.is_genitive(last)
            || place.text.grammar.is_owner_or_place(last)
    };
    let body = near().filter_map(|at| place.noun(at)).filter(|noun| noun.sort == Sort::Body).find(gives);
    let document = |noun: &&Noun| noun.sort == Sort::Document || noun.sort == Sort::Outlet;
    let text = near().filter_map(|at| place.noun(at)).find(document);
    match (body, text) {
        (Some(body), _) => Source::Noun(body.clone()),
        (None, Some(text)) => Source::Document(None, text.tokens.clone()),
        (None, None) => Source::Document(None, place.chunk(verb).map_or(0..0, |chunk| chunk.tokens.clone())),
    }
}
