//! Speakers where the verb opens the sentence: `said X: “…”`, `said X that …`, `but X answered: “…”`.

use super::behind_verb::{LONGEST_LABEL, VERBS, is_verb, subject, subject_before};
use super::construct::{self, Object};
use crate::brief::quotes::caseless::discourse::{Discourse, Voice};
use crate::brief::quotes::caseless::finding::Finding;
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, sentence_start, tags};
use crate::brief::quotes::caseless::place::Place;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COLONS, COMMAS, Shape, Token};
use crate::brief::quotes::rule::Rule;

/// Words from which a sentence in marks is a statement.
const STATEMENT: usize = 4;
/// Who a sentence tells to have said what.
struct Told<'t> {
    /// The speaker; `None` where the sentence names none.
    who: Option<Phrase>,
    /// Only what opens reported words stands between the verb and them.
    adjacent: bool,
    /// The verb.
    verb: &'t Token,
}

/// Judges the marked stretch at `place`; `None` when it is no quote.
pub(crate) fn judge(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let page = place.page;
    let before = place.before().filter(|_| !place.opens());
    let colon = before.is_some_and(|before| before.is_mark(&COLONS));
    let things =
        Tags::NAMING.or(Tags::WORK).or(Tags::BODY).or(Tags::COUNTRY).or(Tags::OFFICE).or(Tags::AGENCY);
    if before.is_some_and(|before| before.has(things) && !before.has(Tags::CUE.or(Tags::THAT))) {
        return None;
    }
    if let Some(found) = introduced(place, talk).or_else(|| labelled(place, colon, talk)) {
        return Some(found);
    }
    let Some(before) = before else { return opening(place, talk) };
    let behind = (place.at + 1..place.tokens.len())
        .find(|at| !place.tokens.get(*at).is_some_and(|token| token.is_mark(&COMMAS)));
    if behind.is_some_and(|behind| tags(place.tokens, behind).any(Tags::ACCORD_AFTER)) {
        return talk.unsaid().map(|voice| Finding::of(false, Rule::After, Some(voice)));
    }
    let told = cue(page, place.tokens, place.start, place.at)?;
    let words = place.spaced_words();
    if told.verb.has(Tags::NAMING) && !told.verb.has(Tags::VERB.or(Tags::PARTICIPLE)) {
        return None;
    }
    let led = before.has(Tags::THAT.or(Tags::CUE).or(Tags::PARTICIPLE).or(Tags::RELAY_END));
    let touches = led || colon || told.adjacent || before.has(Tags::PREPOSITION) && words > 1;
    let ends = place.next().is_none_or(|next| matches!(next.shape, Shape::Mark(_)));
    let single = words < 2 && !(colon || before.has(Tags::THAT.or(Tags::WEAK)));
    let crowd = told.who.as_ref().is_some_and(|who| who.referent == Referent::Crowd);
    if single || !(touches || words > 2 || words > 1 && ends) || crowd && !colon {
        return None;
    }
    let voice = speaker(page, told.who.as_ref(), talk)?;
    let whole = colon || words >= STATEMENT && !before.has(Tags::THAT) && told.adjacent;
    Some(Finding::of(whole, Rule::Before, Some(voice)))
}

fn speaker(page: &Page, who: Option<&Phrase>, talk: &mut Discourse) -> Option<Voice> {
    match who {
        Some(phrase) => talk.resolve(page, phrase),
        None => talk.unsaid(),
    }
}

/// The line above ends with a colon.
fn introduced(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let above = place.above().filter(|_| place.at == 0)?;
    let colon =
        above.len().checked_sub(1).filter(|at| above.get(*at).is_some_and(|last| last.is_mark(&COLONS)))?;
    let told = cue(place.page, above, sentence_start(above, colon), colon)?;
    let voice = speaker(place.page, told.who.as_ref(), talk)?;
    Some(Finding::direct(Rule::Introduced, Some(voice)))
}

/// `X: “…”` at the head of a line.
fn labelled(place: &Place, colon: bool, talk: &mut Discourse) -> Option<Finding> {
    let end = place.at.checked_sub(1).filter(|end| colon && place.start == 0 && *end > 0)?;
    let label = place.tokens.get(..end).filter(|label| label.len() <= LONGEST_LABEL)?;
    if label.iter().any(|token| token.has(VERBS.or(Tags::PARTICIPLE))) {
        return None;
    }
    let who = construct::read(place.page, label, Object::None)?;
    let speaks = matches!(who.referent, Referent::Person(_) | Referent::Office(..) | Referent::Body);
    let voice = talk.resolve(place.page, &who).filter(|_| speaks)?;
    Some(Finding::direct(Rule::Label, Some(voice)))
}

/// `“…,” says X`, or a sentence that is all in marks.
fn opening(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let tokens = place.tokens;
    let verb =
        (place.at + 1..tokens.len()).find(|at| !tokens.get(*at).is_some_and(|token| token.is_mark(&COMMAS)));
    if let Some(verb) = verb.filter(|verb| tags(tokens, *verb).any(Tags::CUE) && place.spaced_words() > 1) {
        let who = subject(place.page, tokens, verb + 1, tokens.len(), Object::None);
        let voice = speaker(place.page, who.as_ref(), talk)?;
        return Some(Finding::direct(Rule::After, Some(voice)));
    }
    let voice = talk.unsaid().filter(|_| place.at == 0 && place.spaced_words() >= STATEMENT)?;
    Some(Finding::direct(Rule::Running, Some(voice)))
}

/// The nearest verb of saying before the token `end`.
fn cue<'t>(page: &Page, tokens: &'t [Token], start: usize, end: usize) -> Option<Told<'t>> {
    let opens = |token: &Token| {
        token.is_mark(&COLONS)
            || token.is_mark(&COMMAS)
            || token.is_mark(&['-', '–'])
            || token.has(Tags::THAT)
    };
    let near = (start..end).rev().find(|at| tokens.get(*at).is_some_and(|token| !opens(token)));
    let colon = end > start && tokens.get(end - 1).is_some_and(|token| token.is_mark(&COLONS));
    page.steps.take(end - start);
    for at in (start..end).rev() {
        let Some(verb) = tokens.get(at).filter(|token| !token.is_edge()) else { continue };
        let told = |who: Option<Phrase>, adjacent: bool| Some(Told { who, adjacent, verb });
        if verb.has(Tags::RELAY_END) {
            let of = (start..at).rev().find(|at| tags(tokens, *at).any(Tags::RELAY_OF));
            let pronoun = of.filter(|of| tags(tokens, *of).any(Tags::HE.or(Tags::SHE)));
            if let Some(token) = pronoun.and_then(|of| tokens.get(of)) {
                return told(
                    Some(Phrase { span: token.span, referent: Referent::Pronoun, name: None }),
                    true,
                );
            }
            if let Some(who) = of.and_then(|of| subject(page, tokens, of + 1, at, Object::None)) {
                return told(Some(who), true);
            }
        } else if verb.has(Tags::ACCORD) && !verb.has(Tags::VERB) {
            let who = subject(page, tokens, at + 1, end, Object::None);
            if let Some(who) = who.filter(|who| who.referent != Referent::Agency) {
                return told(Some(who), false);
            }
        } else if verb.has(Tags::PARTICIPLE) {
            return told(main_subject(page, tokens, start, at), true);
        } else if verb.has(Tags::CUE) {
            let object = Object::of(verb.tags);
            let who =
                subject(page, tokens, at + 1, end, object).filter(|who| who.referent != Referent::Other);
            let who = who
                .or_else(|| subject_before(page, tokens, start, at))
                .or_else(|| author(page, tokens, start, at).filter(|_| verb.has(Tags::VERB)));
            return told(who, Some(at) == near || colon);
        }
    }
    None
}

/// The subject of a participle: that of the verb before it.
fn main_subject(page: &Page, tokens: &[Token], start: usize, end: usize) -> Option<Phrase> {
    (start..end).rev().filter(|at| is_verb(tokens, *at)).take(MOST_VERBS).find_map(|at| {
        let who = subject(page, tokens, at + 1, end, Object::of(tags(tokens, at)))
            .filter(|who| who.referent != Referent::Other);
        who.or_else(|| subject_before(page, tokens, start, at))
    })
}

/// `issued a statement in which it says`: the subject of the verb before a relative clause or a document.
fn author(page: &Page, tokens: &[Token], start: usize, end: usize) -> Option<Phrase> {
    if !(start..end).any(|at| tags(tokens, at).any(Tags::WHO.or(Tags::DOCUMENT))) {
        return None;
    }
    let speaks =
        |who: &Phrase| matches!(who.referent, Referent::Person(_) | Referent::Body | Referent::Office(..));
    let verbs = (start..end).rev().filter(|at| is_verb(tokens, *at)).take(MOST_VERBS);
    verbs.filter_map(|at| subject(page, tokens, at + 1, end, Object::of(tags(tokens, at)))).find(speaks)
}

/// Verbs of one sentence looked at.
const MOST_VERBS: usize = 8;
