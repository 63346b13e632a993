//! Texts that speak, and whose they are; whoever does what a passive verb says.

use super::frame::{Frame, Place, Source};
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort, noun_at};
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::rule::Rule;

/// Chunks looked at on one side of a passive verb.
const REACH: usize = 20;

/// `heißt es in der Erklärung des Ministeriums`: the text, and whose it is.
pub(crate) fn text_that_speaks(place: Place, verb: usize) -> Option<Source> {
    for at in verb + 1..place.chunks.len().min(verb + 6) {
        let chunk = place.chunk(at)?;
        match &chunk.part {
            Part::Governed(noun) => return Some(of_text(place, noun, chunk)),
            Part::Noun(noun) if noun.sort != Sort::Pronoun && noun.can_speak() => return None,
            Part::Noun(_) | Part::Aside => {}
            _ => break,
        }
    }
    // `In the ministry they are silent: “…”, it says there`
    let before = (0..place.at).rev().take(REACH).find_map(|at| {
        let chunk = place.chunk(at)?;
        match &chunk.part {
            Part::Governed(noun) if matches!(noun.sort, Sort::Body | Sort::Document) => {
                Some(of_text(place, noun, chunk))
            }
            _ => None,
        }
    });
    if before.is_some() {
        return before;
    }
    let chunk = place.chunk(verb + 1).or_else(|| place.chunk(verb))?;
    let tokens = if matches!(chunk.part, Part::Aside | Part::Noun(_)) {
        chunk.tokens.clone()
    } else {
        place.chunk(verb)?.tokens.clone()
    };
    Some(Source::Document(None, tokens))
}

/// A phrase behind a preposition: a body that speaks, or a text and its owner.
pub(crate) fn of_text(place: Place, noun: &Noun, chunk: &Chunk) -> Source {
    if matches!(noun.sort, Sort::Body | Sort::Open) || noun.sort == Sort::Outlet && place.text.grammar.cases {
        return Source::Noun(noun.clone());
    }
    Source::Document(owner(place, noun), chunk.tokens.clone())
}

/// The body or person a text is tied to.
pub(crate) fn owner(place: Place, noun: &Noun) -> Option<Noun> {
    let range = noun.owner.clone()?;
    let start = range.clone().find(|at| {
        !place.text.has(*at, Class::OF.or(Class::PREPOSITION)) || place.text.has(*at, Class::DETERMINER)
    })?;
    let end = if place.text.grammar.by_order() && noun.sort == Sort::Utterance {
        place.text.stream().sentence_of(start).end
    } else {
        range.end.max(noun.tokens.end)
    };
    let text = place.text;
    // «в послании главе, в письме министру»: whom it is to, not whose it is
    let addressed = |noun: &Noun| {
        let one = matches!(noun.sort, Sort::Role | Sort::Person);
        one && text.grammar.gendered_verbs && text.grammar.is_object(text.lower(noun.head))
    };
    noun_at(text, start, end).filter(|noun| {
        let said = matches!(noun.sort, Sort::Body | Sort::Person | Sort::Role | Sort::Outlet | Sort::Capital);
        said && !addressed(noun)
    })
}

/// The text or the body that a phrase behind a preposition at the head of the sentence tells of.
pub(crate) fn text_at_head(place: Place) -> Option<Source> {
    let chunk = place.chunk(0)?;
    match &chunk.part {
        Part::Governed(noun) if matches!(noun.sort, Sort::Document | Sort::Body | Sort::Outlet) => {
            Some(of_text(place, noun, chunk))
        }
        _ => None,
    }
}

/// What a text of `owner` is told by: a body by its text, anybody else alone.
pub(crate) fn owned(text: &Noun, owner: Noun, chunk: &Chunk) -> Source {
    if text.sort == Sort::Document && owner.sort == Sort::Body {
        return Source::Document(Some(owner), chunk.tokens.clone());
    }
    Source::Noun(owner)
}

/// The frame of the passive verb that is the chunk `verb`.
#[must_use]
pub(crate) fn passive(place: Place, verb: usize) -> Option<Frame> {
    let aside = |rule: Rule, source: Source| Frame { says: false, beside: false, ..Frame::new(rule, source) };
    let cites = place.chunk(verb)?.class.any(Class::CITE);
    if let Some(quoted) = quoted(place, verb).filter(|_| cites) {
        return Some(Frame { says: true, ..aside(Rule::Before, Source::Noun(quoted)) });
    }
    if let Some(agent) = agent(place, verb) {
        return Some(aside(Rule::Before, Source::Noun(agent)));
    }
    // «В заявлении министерства высылка названа „…“»
    (0..verb).rev().take(REACH).find_map(|at| {
        let chunk = place.chunk(at)?;
        match &chunk.part {
            Part::Governed(noun) if matches!(noun.sort, Sort::Document | Sort::Utterance | Sort::Body) => {
                let source = match owner(place, noun) {
                    Some(owner) => owned(noun, owner, chunk),
                    None => of_text(place, noun, chunk),
                };
                Some(aside(Rule::Noun, source))
            }
            _ => None,
        }
    })
}

/// `X was quoted as saying`: X.
#[must_use]
pub(crate) fn quoted(place: Place, verb: usize) -> Option<Noun> {
    (0..verb).rev().take(REACH).find_map(|at| {
        let own = place.noun(at).filter(|noun| noun.may_be_subject)?;
        let named = |noun: &Noun| noun.is_human() || noun.sort == Sort::Capital;
        // `wird Porto von Zeugen zitiert`, read as one phrase
        let by = own.tokens.clone().skip(1).find(|at| place.text.has(*at, Class::AGENT));
        let first = by.and_then(|by| noun_at(place.text, own.tokens.start, by));
        first.filter(|noun| !named(own) && named(noun)).or_else(|| named(own).then(|| own.clone()))
    })
}

/// `was told to them by X`: X.
#[must_use]
pub(crate) fn agent(place: Place, verb: usize) -> Option<Noun> {
    let near = verb.saturating_sub(REACH)..place.chunks.len().min(verb + REACH);
    near.filter(|at| *at != verb).find_map(|at| {
        let chunk = place.chunk(at)?;
        match &chunk.part {
            // `den Zeugen vom Richter mitgeteilt`
            Part::Noun(noun) => {
                let by = noun.owner.clone().filter(|owner| place.text.has(owner.start, Class::AGENT))?;
                noun_at(place.text, by.start + 1, noun.tokens.end).filter(Noun::is_human)
            }
            Part::Governed(noun)
                if chunk.class.any(Class::AGENT) && noun.can_speak() && noun.sort != Sort::Outlet =>
            {
                Some(noun.clone())
            }
            _ => None,
        }
    })
}
