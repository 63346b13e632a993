//! A paper or a body whose name stands in marks beside its verb: `„Kurier“ nazwał`, `schrieb die „Rundschau“`.

use super::frame::{Place, Source, is_within_group};
use crate::brief::quotes::clause::phrases::{Noun, Part, Sort};
use crate::brief::quotes::clause::words::Class;

/// `„Kurier“ nazwał`, `schrieb die „Rundschau“`: a name in marks right beside a verb of saying without any other subject.
pub(crate) fn in_marks(place: Place, verb: usize) -> Option<Noun> {
    let says = place.chunk(verb)?.is_finite() && place.chunk(verb)?.class.any(Class::CUE);
    let small = |at: &usize| place.chunk(*at).is_some_and(is_within_group);
    // `in a talk with “Volna” said`: what belongs to the phrase before
    let opens = |at: &usize| {
        let led = (0..*at).rev().find(|at| !small(at)).and_then(|at| place.chunk(at));
        led.is_none_or(|led| !matches!(led.part, Part::Noun(_) | Part::Governed(_)))
    };
    let before = (0..verb).rev().find(|at| !small(at)).filter(opens);
    // `told “Volna” X`: whom it was told, where more follows, and where nouns have cases
    let ends = |at: &usize| place.chunk(at + 1).is_none_or(|next| next.is('.') || next.is(','));
    let behind = (verb + 1..place.chunks.len())
        .find(|at| !small(at))
        .filter(ends)
        .filter(|_| !place.text.grammar.cases);
    let name = |at: &usize| {
        let quote = place.chunk(*at).filter(|chunk| matches!(chunk.part, Part::Quote) && *at != place.at);
        quote.is_some_and(|chunk| place.text.is_title(chunk.tokens.start))
    };
    let at = before.filter(name).or(behind.filter(name)).filter(|_| says && !place.text.grammar.last_verb)?;
    let token = place.chunk(at)?.tokens.start;
    Some(Noun {
        tokens: token..token + 1,
        head: token,
        name: None,
        role: token..token,
        owner: None,
        sort: Sort::Outlet,
        class: Class::OUTLET,
        determiner: Class::NONE,
        may_be_subject: true,
        first_case: true,
    })
}

/// `recalls the “top model”`: whoever speaks by what that one is called, behind an article and the verb.
pub(crate) fn described_in_marks(place: Place, verb: usize) -> Option<Source> {
    let article = place.chunk(verb + 1).filter(|chunk| chunk.class.any(Class::THE.or(Class::ONE)))?;
    let chunk = place.chunk(verb + 2).filter(|chunk| matches!(chunk.part, Part::Quote))?;
    let by_order = place.text.grammar.by_order() && article.tokens.len() == 1;
    // `said the “king” Ana Porto`
    let named = place.noun(verb + 3).filter(|noun| noun.name.is_some() && noun.can_speak());
    let called = || Source::Document(None, article.tokens.start..chunk.tokens.end);
    by_order.then(|| named.map_or_else(called, |noun| Source::Noun(noun.clone())))
}

/// True for the name of an outlet or a work behind a preposition or its noun.
#[must_use]
pub(super) fn is_outlet(place: Place, token: usize) -> bool {
    let before = token.checked_sub(1);
    let by_order = place.text.grammar.by_order();
    let named = Class::PREPOSITION.or(Class::OUTLET).or(if by_order { Class::TITLED } else { Class::NONE });
    // `im Gespräch mit der „Rundschau“`
    let led = |at: usize| {
        place.text.grammar.capital_nouns
            && place.text.has(at, Class::DETERMINER)
            && place.text.is_title(token)
            && at.checked_sub(1).is_some_and(|at| place.text.has(at, Class::PREPOSITION))
    };
    (!by_order || place.text.is_title(token)) && before.is_some_and(|at| place.text.has(at, named) || led(at))
}

/// `told the reporter of the “Herald” X`, `told the “Herald” X`: a name in marks right behind a verb or whom it was told.
#[must_use]
pub(super) fn is_told_to(place: Place, verb: usize, at: usize) -> bool {
    let Some(chunk) = place.chunk(at).filter(|_| place.text.grammar.cases) else { return false };
    let told = at == verb + 1 || place.noun(at - 1).is_some_and(|noun| !noun.may_be_subject);
    told && place.text.is_title(chunk.tokens.start)
}
