//! What a verb of two senses is told of, by which one of them is known: “dismissed the mayor”, “dismissed the claim”.

use std::collections::HashMap;

use super::super::grammar::chunk::Chunk;
use super::super::words::item::{Item, Kind};
use super::super::words::lists::Lists;
use super::super::words::meanings::{Senses, in_company};
use super::frame::Frame;

/// What a verb of two senses is told of in one of them, beside the words of the tables.
const SOMEBODY: &str = "somebody";
const SOMETHING: &str = "something";
const ALONE: &str = "alone";
const NOBODY: &str = "nobody";
const SHARE: &str = "share";
/// Before what does it, rather than what it is done to.
const DOER: &str = "by_";

/// Leaves the verbs of an article those senses whose company they have.
pub(super) fn settle(all: &mut [Vec<Frame>], lists: &Lists) {
    for frame in all.iter_mut().flatten() {
        let senses = frame.verb.as_ref().map(|verb| in_company(&verb.senses, |name| has(frame, name, lists)));
        if let Some((verb, senses)) = frame.verb.as_mut().zip(senses) {
            verb.senses = senses;
        }
    }
}

/// The senses that are left to the verbs of a sentence, by where they begin.
pub(in crate::brief::check::alignment) fn senses(frames: &[Frame]) -> HashMap<usize, Senses> {
    let verbs = frames.iter().filter_map(|frame| frame.verb.as_ref());
    verbs.map(|verb| (verb.token.span.start, verb.senses.clone())).collect()
}

/// Whether a verb is told of what it is told of in one of its senses.
fn has(frame: &Frame, company: &str, lists: &Lists) -> bool {
    let object = frame.object();
    match company {
        SOMEBODY => object.is_some_and(|object| is_somebody(object, lists)),
        SOMETHING => object.is_some_and(|object| !is_somebody(object, lists)),
        ALONE => object.is_none(),
        NOBODY => object.is_none() && frame.passive,
        SHARE => frame.arguments.iter().any(|argument| argument.chunk.is_share(lists)),
        _ => {
            let (name, whom) = match company.strip_prefix(DOER) {
                Some(name) => (name, frame.subject()),
                None => (company, object.or(frame.subject())),
            };
            let whole = |chunk: &Chunk| {
                let whole = if chunk.is_pronoun() { chunk.stands_for.as_deref() } else { Some(chunk) };
                let noun = whole.and_then(|whole| told_of(whole, lists));
                noun.is_some_and(|noun| !noun.name && lists.is_company(name, &noun.form))
            };
            frame.holds.iter().any(|class| class == company) || whom.is_some_and(whole)
        }
    }
}

/// Whether people are told of: a pronoun for a person, a name of two words, or a noun for people.
fn is_somebody(chunk: &Chunk, lists: &Lists) -> bool {
    let whole = if chunk.is_pronoun() { chunk.stands_for.as_deref() } else { Some(chunk) };
    let person = |chunk: &Chunk| {
        chunk.is_known_person()
            || told_of(chunk, lists).is_some_and(|head| !head.name && lists.is_people(head))
    };
    chunk.pronoun.is_some_and(|pronoun| pronoun.person && !pronoun.owns)
        || whole.is_some_and(|whole| person(whole) || whole.stands_for.as_deref().is_some_and(person))
}

/// The noun a phrase tells of: of “seven of the shepherds” the last.
fn told_of<'a>(chunk: &'a Chunk, lists: &Lists) -> Option<&'a Item> {
    chunk.head(lists).filter(|head| head.kind != Kind::Number).or(chunk.words.last())
}
