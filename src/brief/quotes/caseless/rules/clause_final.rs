//! Speakers where the subject opens the sentence and the verb ends it: `X said: “…”`, `X called it “…”` with the verb last.

use super::apposed;
use crate::brief::quotes::caseless::discourse::{Discourse, Voice};
use crate::brief::quotes::caseless::finding::Finding;
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, sentence_end, sentence_start, tags};
use crate::brief::quotes::caseless::place::Place;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COLONS, COMMAS, STOPS, Shape, Token};
use crate::brief::quotes::rule::Rule;
use crate::text::Span;

/// Words from which a sentence in marks is a statement.
const STATEMENT: usize = 5;
/// Tokens of the longest label.
const LONGEST_LABEL: usize = 6;
/// Tokens between the words and the verb behind them.
const LONGEST_TAIL: usize = 6;
/// Verbs of all kinds.
const VERBS: Tags = Tags::CUE.or(Tags::OTHER_VERB);

/// Judges the marked stretch at `place`; `None` when it is no quote.
pub(crate) fn judge(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let (tokens, at) = (place.tokens, place.at);
    let before = place.before().filter(|_| !place.opens());
    let colon = before.is_some_and(|before| before.is_mark(&COLONS));
    let behind = verb_behind(place);
    if is_thing(place, before.filter(|_| !colon), behind) {
        return None;
    }
    if let Some(found) = introduced(place, talk).or_else(|| labelled(place, colon, talk)) {
        return Some(found);
    }
    if let Some(found) = framed(place, colon, talk) {
        return Some(found);
    }
    let opens = |at: &usize| {
        tokens
            .get(*at)
            .is_some_and(|token| !token.is_mark(&COLONS) && !token.is_mark(&COMMAS) && !token.has(Tags::THAT))
    };
    let near = (place.start..at).rev().find(opens).filter(|near| tags(tokens, *near).any(Tags::CUE));
    let (verb, adjacent) = match (near, behind) {
        (Some(near), _) => (near, true),
        (None, Some(verb)) if verb.has(Tags::CUE) => (at, true),
        _ => match (place.start..at).rev().find(|at| tags(tokens, *at).any(Tags::VERB)) {
            Some(verb) => (verb, false),
            None => return alone(place, before.is_none(), talk),
        },
    };
    let words = place.spaced_words();
    let who = subject(place.page, tokens, clause_start(tokens, place.start, verb), verb);
    let crowd = who.as_ref().is_some_and(|who| who.referent == Referent::Crowd);
    if crowd && !colon || !adjacent && words < 2 {
        return None;
    }
    let voice = speaker(place.page, who.as_ref(), talk)?;
    Some(Finding::of(colon || adjacent && words >= STATEMENT, Rule::Before, Some(voice)))
}

fn speaker(page: &Page, who: Option<&Phrase>, talk: &mut Discourse) -> Option<Voice> {
    match who {
        Some(phrase) => talk.resolve(page, phrase),
        None => talk.unsaid(),
    }
}

/// The name of a thing: a word for it stands before, or a verb that gives names behind.
fn is_thing(place: &Place, before: Option<&Token>, behind: Option<&Token>) -> bool {
    let led = before.is_some_and(|before| {
        let named = before.has(Tags::NAMING.or(Tags::WORK)) && !before.has(Tags::CUE.or(Tags::DOCUMENT));
        named || before.has(Tags::WORK) && tags(place.tokens, place.at + 1).any(Tags::OBJECT)
    });
    led || behind.is_some_and(|behind| behind.has(Tags::NAMING) && !behind.has(Tags::CUE))
}

/// The first word behind the words that is no particle, adverb or time.
fn verb_behind<'p>(place: &Place<'p>) -> Option<&'p Token> {
    let loose = |token: &&Token| {
        token.has(Tags::OBJECT.or(Tags::ADVERB).or(Tags::TIME).or(Tags::NUMBER)) || token.is_mark(&COMMAS)
    };
    let rest = place.tokens.get(place.at + 1..)?;
    rest.iter().take(LONGEST_TAIL).find(|token| !loose(token)).filter(|token| token.shape == Shape::Known)
}

/// The line above ends with a colon.
fn introduced(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let above = place.above().filter(|_| place.at == 0)?;
    let colon =
        above.len().checked_sub(1).filter(|at| above.get(*at).is_some_and(|last| last.is_mark(&COLONS)))?;
    let start = clause_start(above, sentence_start(above, colon), colon);
    let voice = speaker(place.page, subject(place.page, above, start, colon).as_ref(), talk)?;
    Some(Finding::direct(Rule::Introduced, Some(voice)))
}

/// `X: “…”` at the head of a line.
fn labelled(place: &Place, colon: bool, talk: &mut Discourse) -> Option<Finding> {
    let end = place.at.checked_sub(1).filter(|end| colon && place.start == 0 && *end > 0)?;
    let label = place.tokens.get(..end).filter(|label| label.len() <= LONGEST_LABEL)?;
    if label.iter().any(|token| token.has(VERBS)) {
        return None;
    }
    let who = apposed::read(place.page, label)?;
    let speaks = matches!(who.referent, Referent::Person(_) | Referent::Office(..) | Referent::Body);
    let voice = talk.resolve(place.page, &who).filter(|_| speaks)?;
    Some(Finding::direct(Rule::Label, Some(voice)))
}

/// `according to X`, `quoting X`, nearer than any verb of saying.
fn framed(place: &Place, colon: bool, talk: &mut Discourse) -> Option<Finding> {
    let tokens = place.tokens;
    for at in (place.start..place.at).rev() {
        let token = tokens.get(at)?;
        if token.has(Tags::ACCORD.or(Tags::RELAY)) {
            let (who, _) = apposed::whole(place.page, tokens, at + 1, place.at)?;
            let counts = who.referent != Referent::Agency && place.spaced_words() > 1;
            let voice = talk.resolve(place.page, &who).filter(|_| counts)?;
            return Some(Finding::of(colon, Rule::According, Some(voice)));
        }
        let relayed = || (place.start..at).any(|at| tags(tokens, at).any(Tags::RELAY));
        if token.has(Tags::VERB) && !token.has(Tags::WEAK) && at + 2 < place.at && !relayed() {
            return None;
        }
    }
    None
}

/// A sentence that is all in marks.
fn alone(place: &Place, opens: bool, talk: &mut Discourse) -> Option<Finding> {
    let voice = talk.unsaid().filter(|_| opens && place.at == 0 && place.spaced_words() >= STATEMENT)?;
    Some(Finding::direct(Rule::Running, Some(voice)))
}

/// The first token of the clause whose verb is `verb`: behind the word that opens reported words.
fn clause_start(tokens: &[Token], start: usize, verb: usize) -> usize {
    let opens =
        |at: &usize| tags(tokens, *at).any(Tags::THAT) && *at > start && tags(tokens, at - 1).any(VERBS);
    (start..verb).rev().find(opens).map_or(start, |at| at + 1)
}

/// The subject of a clause: its first noun phrase that no preposition opens, else the document it speaks of.
#[must_use]
pub(crate) fn subject(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    const LOOSE: Tags =
        Tags::CONJUNCTION.or(Tags::ADVERB).or(Tags::TIME).or(Tags::NUMBER).or(Tags::OTHER_PRONOUN);
    const KEPT: Tags = Tags::OFFICE.or(Tags::BODY).or(Tags::HE).or(Tags::NAME);
    let mut document: Option<Span> = None;
    let mut at = from;
    page.steps.take(to.saturating_sub(from));
    while at < to {
        let Some(token) = tokens.get(at) else { break };
        if token.has(Tags::ACCORD) {
            at = (at + 1..to).find(|at| is_mark(tokens, *at)).unwrap_or(to) + 1;
        } else if matches!(token.shape, Shape::Mark(_)) || token.has(LOOSE) && !token.has(KEPT) {
            at += 1;
        } else if token.has(Tags::PREPOSITION) {
            let (past, told) = past_adjunct(tokens, at, to);
            document = document.or(told);
            if past < to && !is_mark(tokens, past) {
                break;
            }
            at = past + 1;
        } else {
            let (who, _) = apposed::whole(page, tokens, at, to)?;
            return Some(who).filter(|who| who.referent != Referent::Other);
        }
    }
    document.map(|span| Phrase { span, referent: Referent::Document, name: None })
}

fn is_mark(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| matches!(token.shape, Shape::Mark(_)))
}

/// The token behind a phrase that a preposition opens, and the document in it.
fn past_adjunct(tokens: &[Token], at: usize, to: usize) -> (usize, Option<Span>) {
    const INSIDE: Tags = Tags::OFFICE
        .or(Tags::BODY)
        .or(Tags::PREPOSITION)
        .or(Tags::TIME)
        .or(Tags::ANONYMOUS)
        .or(Tags::PERSON)
        .or(Tags::NAME)
        .or(Tags::THAT);
    let closes = |at: &usize| {
        tokens.get(*at).is_none_or(|token| {
            matches!(token.shape, Shape::Mark(_) | Shape::Quotation(_))
                || token.has(Tags::VERB)
                || apposed::ends(token) && !token.has(INSIDE)
        })
    };
    let past = (at + 1..to).find(closes).unwrap_or(to);
    let document =
        tokens.get(at + 1..past).and_then(|words| words.iter().find(|token| token.has(Tags::DOCUMENT)));
    (past, document.map(|token| token.span))
}

/// Speech without marks in a line: what stands behind a verb of saying and a colon, to the end of its sentence.
#[must_use]
pub(crate) fn unmarked(page: &Page, tokens: &[Token], talk: &mut Discourse) -> Vec<(Span, Finding)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(colon) = (from..tokens.len()).find(|at| is_colon_of_verb(tokens, *at)) {
        let end = sentence_end(tokens, colon + 1);
        from = colon + 1;
        let words = tokens.get(colon + 1..end).unwrap_or_default();
        let marked = words.iter().any(|token| token.quotation().is_some());
        let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
        if marked {
            continue;
        }
        let start = clause_start(tokens, sentence_start(tokens, colon), colon);
        let who = subject(page, tokens, start, colon);
        if let Some(voice) = speaker(page, who.as_ref(), talk) {
            talk.note_voice(&voice);
            let span = Span::new(first.span.start, last.span.end);
            found.push((span, Finding::direct(Rule::Before, Some(voice))));
        }
    }
    found
}

fn is_colon_of_verb(tokens: &[Token], at: usize) -> bool {
    let verb = at.checked_sub(1).is_some_and(|verb| tags(tokens, verb).any(Tags::VERB));
    verb && tokens.get(at).is_some_and(|token| token.is_mark(&COLONS))
}

/// Every phrase in which a name may be told: subjects, frames, titles, names with their title behind a comma.
pub(crate) fn phrases(page: &Page, tokens: &[Token], mut told: impl FnMut(&Phrase)) {
    let mut from = 0;
    for at in 0..=tokens.len() {
        if tokens.get(at).is_none_or(|token| token.is_mark(&STOPS)) {
            let verb = (from..at).any(|at| tags(tokens, at).any(VERBS));
            subject(page, tokens, from, at.min(from + PHRASE_REACH))
                .filter(|_| verb)
                .iter()
                .for_each(&mut told);
            from = at + 1;
        }
    }
    for (at, token) in tokens.iter().enumerate() {
        let before = at.checked_sub(1).map_or(Tags::NONE, |before| tags(tokens, before));
        let reach = tokens.len().min(at + PHRASE_REACH);
        let whole = |from: usize| apposed::whole(page, tokens, from, reach).map(|(who, _)| who);
        if token.has(Tags::ACCORD.or(Tags::RELAY)) || token.has(Tags::THAT) && before.any(Tags::VERB) {
            whole(at + 1).iter().for_each(&mut told);
        }
        if token.has(Tags::TITLE) && !before.any(Tags::TITLE) {
            whole(at).iter().for_each(&mut told);
        }
        let starts = at == 0
            || tokens.get(at - 1).is_some_and(|before| before.is_mark(&COMMAS) || before.is_mark(&STOPS));
        if token.is_unknown() && starts {
            let past = apposed::end(tokens, at, reach);
            let titled = tokens.get(past).is_some_and(|comma| comma.is_mark(&COMMAS))
                && tags(tokens, past + 1).any(Tags::OFFICE);
            whole(at).filter(|_| titled).iter().for_each(&mut told);
        }
    }
}

/// Tokens of the longest phrase.
const PHRASE_REACH: usize = 40;
