//! Words in marks that no verb of saying reports: those a noun for words stands behind, those of whom a sentence is according to.

use super::subjects::{self, clauses};
use crate::brief::quotes::caseless::discourse::Discourse;
use crate::brief::quotes::caseless::finding::Finding;
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::tags;
use crate::brief::quotes::caseless::place::Place;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::rule::Rule;

/// Letters from which words are a statement rather than a term.
const STATEMENT: usize = 8;
/// Fewest letters of such words.
const FEWEST: usize = 4;

/// `X's words “…”`: a noun for words behind them.
#[must_use]
pub(super) fn spoken_of(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let noun = place.next().is_some_and(|next| next.has(Tags::OF))
        && tags(place.tokens, place.at + 2).any(Tags::SPEECH_NOUN);
    // `X on “this tone” said its regret`
    let pointed = place.page.lexicon.longest(place.words).is_some_and(|(_, tags)| tags.any(Tags::DEFINITE));
    let object = pointed
        && place.before().is_some_and(|before| before.has(Tags::PREPOSITION))
        && place.next().is_some_and(|next| next.has(Tags::VERB));
    if !(noun || object) || place.letters() < FEWEST {
        return None;
    }
    let about = about(place).filter(|_| noun);
    let subject = about.or_else(|| {
        clauses(place.tokens, place.start, place.at)
            .into_iter()
            .find_map(|(from, to)| subjects::of(place.page, place.tokens, from, to))
    })?;
    let voice = talk.resolve(place.page, &subject).filter(|_| subject.referent != Referent::Crowd)?;
    Some(Finding::of(false, Rule::Noun, Some(voice)))
}

/// `on X's charge of “…”`: whose words a preposition at the head of the clause leads.
fn about(place: &Place) -> Option<Phrase> {
    let (from, to) = *clauses(place.tokens, place.start, place.at).first()?;
    let led = tags(place.tokens, from).any(Tags::PREPOSITION);
    let who = subjects::phrase(place.page, place.tokens, from + 1, to).filter(|_| led)?;
    let speaks = matches!(who.referent, Referent::Person(_) | Referent::Office(..) | Referent::Body);
    speaks.then_some(who)
}

/// `according to X, … “…”`, where no verb tells more.
#[must_use]
pub(super) fn accorded(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let all = clauses(place.tokens, place.start, place.at);
    let &(from, to) = all.iter().skip(1).find(|(from, _)| tags(place.tokens, *from).any(Tags::ACCORD))?;
    let of = (from + 1..to).rev().find(|at| tags(place.tokens, *at).any(Tags::OF)).unwrap_or(from);
    let who = subjects::phrase(place.page, place.tokens, of + 1, to)?;
    let speaks = !matches!(who.referent, Referent::Agency | Referent::Crowd | Referent::Other);
    let voice = talk.resolve(place.page, &who).filter(|_| speaks && place.letters() >= STATEMENT)?;
    Some(Finding::of(false, Rule::According, Some(voice)))
}
