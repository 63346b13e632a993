//! `“…”, a-t-elle dit`, `“…”, dit-on au ministère`, `“…”, est-il écrit dans le rapport`: a pronoun behind its verb behind the
//! words; `in her view, “…”`: one for whose view it is. Out: the pronoun as the source or, where it is nobody's, the body or
//! the text the words come from.

use crate::brief::quotes::clause::phrases::{Chunk, Part, Sort};
use crate::brief::quotes::clause::subjects::{Frame, Place, Source, noun_source, of_text, owner};
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::rule::Rule;

/// Chunks between the verb and the text.
const NEAR: usize = 4;

/// `est-il écrit dans le rapport`: the auxiliary at the chunk `at` with a pronoun, a participle and the text it stands in.
pub(super) fn written(place: Place, at: usize) -> Option<Frame> {
    let helper = place.chunk(at).filter(|chunk| chunk.class.any(Class::HELPER))?;
    let state = helper.class.any(Class::SUBJECT) && helper.class.any(Class::PASSIVE_HELPER);
    let participle = |at: usize| {
        place.chunk(at).is_some_and(|chunk| chunk.is_verb(Class::PARTICIPLE) && chunk.class.any(Class::CUE))
    };
    let end = place.chunks.len().min(at + 1 + NEAR);
    let verb = (at + 1..end).find(|at| participle(*at)).filter(|_| state)?;
    (verb + 1..end).find_map(|at| {
        let chunk = place.chunk(at)?;
        match &chunk.part {
            Part::Governed(noun) if noun.sort == Sort::Document => {
                Some(Frame::new(Rule::Inverted, of_text(place, noun, chunk)))
            }
            _ => None,
        }
    })
}

/// `a-t-elle dit`; `a-t-on appris auprès de X`: a pronoun that is nobody's, and where the words come from.
pub(super) fn by_pronoun(place: Place, verb: usize, pronoun: &Chunk) -> Source {
    let nobody = !pronoun.class.any(Class::GENDER) && !pronoun.class.any(Class::PLURAL);
    let from = (verb + 1..place.chunks.len().min(verb + 4)).filter(|_| nobody).find_map(|at| {
        let chunk = place.chunk(at)?;
        match &chunk.part {
            // `a-t-on dit à X`: whom it was told
            Part::Governed(noun)
                if place.text.has(chunk.tokens.start, Class::OF)
                    && chunk.tokens.len() == 2
                    && noun.sort != Sort::Body =>
            {
                None
            }
            Part::Governed(noun) if noun.sort == Sort::Document => Some(of_text(place, noun, chunk)),
            Part::Governed(noun) | Part::According(noun) if noun.can_speak() => {
                Some(noun_source(place, noun.clone()))
            }
            Part::According(_) => Some(Source::Document(None, chunk.tokens.clone())),
            _ => None,
        }
    });
    from.unwrap_or_else(|| Source::Silent(pronoun.class, pronoun.tokens.clone()))
}

/// A verb of saying with a pronoun for itself, no subject behind it, and the text the words stand in: `one writes in it`.
pub(super) fn written_in(place: Place, verb: usize, start: usize) -> Option<Source> {
    let itself = |at: usize| place.chunk(at).is_some_and(|chunk| chunk.class.any(Class::SELF));
    let silent = place.text.grammar.silent && (start..verb).any(itself);
    let end = place.chunks.len().min(verb + 4);
    let subject = |at: &usize| place.noun(*at).is_some();
    (verb + 1..end).filter(|_| silent).take_while(|at| !subject(at)).find_map(|at| {
        let chunk = place.chunk(at)?;
        match &chunk.part {
            Part::Governed(noun) if noun.sort == Sort::Document => Some(of_text(place, noun, chunk)),
            _ => None,
        }
    })
}

/// Chunks on either side of such a phrase in which is looked for whose it is.
const AROUND: usize = 8;

/// `In her view, “…”`: whoever spoke last, where no noun of the sentence is meant.
pub(super) fn own_view(place: Place, at: usize) -> Option<Frame> {
    let tokens = place.chunk(at)?.tokens.clone();
    let whose = !tokens.clone().any(|at| place.text.has(at, Class::RELATIVE));
    (whose && place.text.grammar.by_order())
        .then(|| Frame::new(Rule::According, Source::Silent(Class::SAY, tokens)))
}

/// `X, in whose opinion “…”`, `X wants it in his own words “…”`: whoever the phrase refers to.
pub(super) fn antecedent(place: Place, at: usize) -> Option<Frame> {
    let relative = at > 0 && (place.is(at - 1, ',') || place.is(at - 1, ';'));
    let before = (0..at).rev().take(AROUND).find_map(|at| match &place.chunk(at)?.part {
        // `Manhattan, per il quale`: one capital may be a place
        Part::Noun(noun) | Part::Governed(noun)
            if noun.sort == Sort::Capital
                && place.text.grammar.by_order()
                && !place.text.has(noun.head, Class::FIRST_NAME) =>
        {
            None
        }
        Part::Noun(noun) if noun.can_speak() && (relative || noun.may_be_subject) => Some(noun.clone()),
        Part::Governed(noun) | Part::According(noun) if noun.can_speak() && relative => Some(noun.clone()),
        // `the opinion of X, in whose view`
        Part::Noun(noun) if noun.sort == Sort::Utterance && relative => owner(place, noun),
        _ => None,
    });
    let behind = || {
        (at + 1..place.at.min(at + AROUND))
            .find_map(|at| place.noun(at).filter(|noun| noun.is_human() && noun.may_be_subject))
    };
    // `In his view, Y “…”`: where order tells subjects, Y is whom he speaks of
    let may_be_behind = !relative && !place.text.grammar.by_order();
    let noun = before.or_else(|| behind().filter(|_| may_be_behind).cloned())?;
    Some(Frame::new(Rule::According, noun_source(place, noun)))
}
