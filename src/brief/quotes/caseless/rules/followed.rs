//! Who the clauses behind a quotation tell to have said it, where a subject stands before its verb.

use super::subjects::{clauses, end, is_inner_name, of, phrase, skip};
use crate::brief::quotes::caseless::discourse::Discourse;
use crate::brief::quotes::caseless::finding::Finding;
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, sentence_end, tags};
use crate::brief::quotes::caseless::place::Place;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COLONS, COMMAS, STOPS, Token};
use crate::brief::quotes::rule::Rule;

/// Letters from which words are a statement rather than a term.
const STATEMENT: usize = 8;

/// `this is X's answer`, in the clause `from..to`: whose words the sentence tells those before it to be.
fn owner(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    // a pronoun of one letter, or a determiner
    let points = tokens.get(from).is_some_and(|this| {
        this.form.chars().nth(1).is_none() || this.has(Tags::DEFINITE) && !this.has(Tags::NAME)
    });
    let is = (from + 1..to)
        .find(|at| tags(tokens, *at).any(Tags::OTHER_VERB))
        .filter(|is| points && *is < from + 3)?;
    let noun = to.checked_sub(1).is_some_and(|last| tags(tokens, last).any(Tags::SPEECH_NOUN));
    let told = noun && to > 1 && tags(tokens, to - 2).any(Tags::OF);
    let who = phrase(page, tokens, is + 1, to)?;
    (told && matches!(who.referent, Referent::Person(_) | Referent::Office(..) | Referent::Pronoun))
        .then_some(who)
}

/// Clauses behind a quotation in which its speaker may stand: one for a day or an occasion, one for the verb.
const CLAUSES_BEHIND: usize = 3;

/// Subject and verb behind a quotation; the outer `None` where there is no verb of saying.
#[allow(clippy::option_option, reason = "a verb without a subject is another answer than no verb")]
#[must_use]
pub(crate) fn behind(page: &Page, tokens: &[Token], at: usize) -> Option<Option<Phrase>> {
    let last = sentence_end(tokens, at);
    let mut from = at;
    for _ in 0..CLAUSES_BEHIND {
        let stops = |place: &usize| {
            tokens.get(*place).is_none_or(|token| {
                token.quotation().is_some() && !is_inner_name(tokens, *place)
                    || token.is_mark(&COMMAS) && !token.is_mark(&['、'])
                    || token.is_mark(&COLONS)
                    || token.is_mark(&STOPS)
            })
        };
        let to = (from..last).find(stops).unwrap_or(last);
        page.steps.take(to - from + 1);
        let start = skip(tokens, from, to);
        if start < to {
            if let Some(whose) = owner(page, tokens, start, to) {
                return Some(Some(whose));
            }
            let past = end(tokens, page, start, to);
            (past..to).find(|place| tags(tokens, *place).any(Tags::CUE))?;
            return Some(phrase(page, tokens, start, past));
        }
        if to >= last || tokens.get(to).is_none_or(|token| token.quotation().is_some()) {
            return None;
        }
        from = to + 1;
    }
    None
}

/// `X shrugged, “…”`: what somebody does, then whole words behind a comma.
#[must_use]
pub(crate) fn acted(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let comma = place.before().is_some_and(|before| before.is_mark(&COMMAS));
    let whole = place.is_whole() && place.letters() >= STATEMENT && place.next().is_none();
    let all = clauses(place.tokens, place.start, place.at);
    let &(from, to) = all.last().filter(|_| comma && whole)?;
    let who = of(place.page, place.tokens, from, to)
        .filter(|who| matches!(who.referent, Referent::Person(Some(_))))?;
    Some(Finding::direct(Rule::Before, talk.resolve(place.page, &who)))
}
