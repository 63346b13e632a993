//! Whose view a clause tells, and whose words it relays, where no verb of saying stands before them.

use super::subjects;
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::Token;

/// Who a sentence tells to have said what.
pub(super) struct Told<'t> {
    /// The speaker; `None` where the sentence names none.
    pub(super) who: Option<Phrase>,
    /// Nothing but a comma or a colon stands between the verb and the words.
    pub(super) adjacent: bool,
    /// The speaker stands behind the mark of a passive.
    pub(super) passive: bool,
    /// The verb; `None` for a colon alone.
    pub(super) verb: Option<&'t Token>,
    /// The words stand in the verb's clause.
    pub(super) own: bool,
}

/// `in X's view`.
pub(super) fn opinion<'t>(page: &Page, tokens: &'t [Token], from: usize, to: usize) -> Option<Told<'t>> {
    let opinion = |place: &usize| {
        tokens.get(*place).is_some_and(|token| token.has(Tags::ACCORD_AFTER) && !token.has(Tags::VERB))
    };
    let end = (from..to).find(opinion)?;
    let leads = Tags::PREPOSITION.or(Tags::ACCORD).or(Tags::CONJUNCTION).or(Tags::ADVERB);
    let start = (from..end).find(|place| !tags(tokens, *place).any(leads))?;
    // nothing stands between the two
    let whole = subjects::end(tokens, page, start, end) == end;
    let thinks = |who: &Phrase| {
        let loose =
            who.referent == Referent::Other && tokens.get(end).is_some_and(|noun| noun.has(Tags::RELAY_END));
        whole && who.referent != Referent::Agency && !loose
    };
    let who = subjects::phrase(page, tokens, start, end).filter(thinks)?;
    Some(Told { who: Some(who), adjacent: false, passive: false, verb: tokens.get(end), own: false })
}

/// `the agency quoted X as saying`.
pub(super) fn relayed<'t>(page: &Page, tokens: &'t [Token], from: usize, to: usize) -> Option<Told<'t>> {
    let relays = |place: &usize| tags(tokens, *place).any(Tags::RELAY);
    // `the report quoted X as saying`: the noun of one such verb before another is who quotes
    let verb = (from..to).find(relays)?;
    let verb = if relays(&(verb + 1)) && verb + 1 < to { verb + 1 } else { verb };
    let close = (verb + 1..to).find(|place| tags(tokens, *place).any(Tags::RELAY_END));
    let who = subjects::phrase(page, tokens, verb + 1, close.unwrap_or(to))?;
    // data and reports are quoted by whoever speaks
    let behind = subjects::end(tokens, page, verb + 1, close.unwrap_or(to));
    let saying = tags(tokens, behind).any(Tags::SPEECH_NOUN);
    let thing = (matches!(who.referent, Referent::Other | Referent::Unsure) || saying) && close.is_none();
    let speaks = !thing && !matches!(who.referent, Referent::Agency | Referent::Document);
    let verb = tokens.get(verb);
    speaks.then_some(Told { who: Some(who), adjacent: true, passive: false, verb, own: true })
}

/// `Y said X's words are “…”`: the noun at `at` for what somebody said, in the clause `number` of `all`, is a matter of which
/// whoever speaks in a clause before it tells.
pub(super) fn is_matter(tokens: &[Token], all: &[(usize, usize)], number: usize, at: usize) -> bool {
    let noun =
        tags(tokens, at).any(Tags::RELAY_END) && !tags(tokens, at).any(Tags::VERB.or(Tags::ACCORD_AFTER));
    let relayed =
        all.get(number).is_some_and(|(from, _)| (*from..at).any(|at| tags(tokens, at).any(Tags::RELAY)));
    let mut outer = all.iter().skip(number + 1);
    noun && !relayed && outer.any(|clause| subjects::closes_with_saying(tokens, *clause))
}
