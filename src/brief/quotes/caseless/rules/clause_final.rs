//! Speakers where the subject opens the sentence and the verb ends it: `X said: “…”`, `X called it “…”` with the verb last.

use super::apposed;
use super::final_subjects::{antecedent, extraposed, is_sure, paper, subject};
use crate::brief::quotes::caseless::discourse::{Discourse, Voice};
use crate::brief::quotes::caseless::finding::Finding;
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, sentence_end, sentence_start, tags};
use crate::brief::quotes::caseless::place::Place;
use crate::brief::quotes::caseless::unsaid::final_things::{STATEMENT, is_thing};
use crate::brief::quotes::caseless::words::classes::VERBS;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COLONS, COMMAS, STOPS, Shape, Token};
use crate::brief::quotes::rule::Rule;
use crate::text::Span;

/// Tokens of the longest label.
const LONGEST_LABEL: usize = 6;
/// Clauses of one sentence looked at.
const MOST_CLAUSES: usize = 3;
/// Tokens between the words and the verb behind them.
const LONGEST_TAIL: usize = 6;

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
            None => {
                return headed(place, colon, talk)
                    .or_else(|| followed(place, talk))
                    .or_else(|| alone(place, before.is_none(), talk));
            }
        },
    };
    let words = place.spaced_words();
    let who = clause_subject(place.page, tokens, place.start, verb);
    let who = crowd_before(place, verb).or(who);
    let crowd = who.as_ref().is_some_and(|who| who.referent == Referent::Crowd);
    let copula = place.next().is_some_and(|next| next.has(Tags::OTHER_VERB));
    if crowd && !colon || !adjacent && words < 2 && !copula {
        return None;
    }
    let voice = speaker(place.page, who.as_ref(), talk)?;
    Some(Finding::of(colon || adjacent && words >= STATEMENT, Rule::Before, Some(voice)))
}

/// Many people as the subject of the relative clause that the words stand in: `which the press calls “…”`.
fn crowd_before(place: &Place, verb: usize) -> Option<Phrase> {
    let who = (place.start..verb).rev().find(|at| tags(place.tokens, *at).any(Tags::THAT))?;
    subject(place.page, place.tokens, who + 1, verb).filter(|who| who.referent == Referent::Crowd)
}

fn speaker(page: &Page, who: Option<&Phrase>, talk: &mut Discourse) -> Option<Voice> {
    match who {
        Some(phrase) => talk.resolve(page, phrase),
        None => talk.unsaid(),
    }
}

/// The first word behind the words that is no particle, adverb or time.
fn verb_behind<'p>(place: &Place<'p>) -> Option<&'p Token> {
    let loose = |token: &&Token| {
        token.has(Tags::OBJECT.or(Tags::ADVERB).or(Tags::TIME).or(Tags::NUMBER)) || token.is_mark(&COMMAS)
    };
    let rest = place.tokens.get(place.list_end() + 1..)?;
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
            let many = who.referent == Referent::Crowd && !colon;
            let counts = who.referent != Referent::Agency && !many && place.spaced_words() > 1;
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

/// `X tried to calm them: “…”`: a colon makes it speech, whatever the verb is.
fn headed(place: &Place, colon: bool, talk: &mut Discourse) -> Option<Finding> {
    let who = subject(place.page, place.tokens, place.start, place.at).filter(|_| colon)?;
    let speaks = matches!(
        who.referent,
        Referent::Person(_)
            | Referent::Office(..)
            | Referent::Body
            | Referent::Pronoun
            | Referent::Anonymous
            | Referent::Unsure
    );
    let voice = talk.resolve(place.page, &who).filter(|_| speaks)?;
    Some(Finding::direct(Rule::Before, Some(voice)))
}

/// `X of “…” in its talks with Y spoke`, `“…”; this X said`: the verb ends the sentence behind the words.
fn followed(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    // the sentence behind may begin with what points back at the words
    let stop = place.opens() && place.next().is_some_and(|next| next.is_mark(&STOPS));
    let back = stop && tags(place.tokens, place.at + 2).any(Tags::DEFINITE);
    let end = sentence_end(place.tokens, place.at + if back { 2 } else { 0 });
    let verb =
        end.checked_sub(1).filter(|verb| *verb > place.at && tags(place.tokens, *verb).any(Tags::VERB));
    let verb = verb.or_else(|| (place.at + 1..end).find(|at| tags(place.tokens, *at).any(Tags::VERB)))?;
    let between =
        (place.at + 1..verb).any(|at| place.tokens.get(at).is_some_and(|token| token.quotation().is_some()));
    let thing =
        place.before().is_some_and(|before| before.has(Tags::BODY.or(Tags::OFFICE).or(Tags::COUNTRY)));
    let asks = place.tokens.get(end).is_some_and(|stop| stop.is_mark(&['؟', '?']));
    if between || thing || asks && !place.opens() || place.spaced_words() < 2 {
        return None;
    }
    let (from, to) = if place.opens() { (place.at + 1, verb) } else { (place.start, place.at) };
    // `this` before an object points back at the words
    let pointed = (from..to).find(|at| {
        let words = tags(place.tokens, at + 1).any(Tags::SPEECH_NOUN.or(Tags::DOCUMENT));
        let object = tags(place.tokens, at + 1 + usize::from(words)).any(Tags::OBJECT);
        let first = (from..*at)
            .all(|at| place.tokens.get(at).is_some_and(|token| matches!(token.shape, Shape::Mark(_))));
        tags(place.tokens, *at).any(Tags::DEFINITE) && (object && (!words || first) || words && back)
    });
    let behind = |at: usize| {
        (at + 1..to)
            .find(|at| !tags(place.tokens, *at).any(Tags::SPEECH_NOUN.or(Tags::DOCUMENT).or(Tags::OBJECT)))
    };
    // `“…”, this says and laughs`: whoever spoke or was told of before
    let own = pointed.map_or(Some(from), behind);
    let Some(who) = own.and_then(|own| subject(place.page, place.tokens, own, to)) else {
        let voice = talk.unsaid().filter(|_| pointed.is_some() && place.opens())?;
        return Some(Finding::direct(Rule::After, Some(voice)));
    };
    let speaks = matches!(
        who.referent,
        Referent::Person(_) | Referent::Office(..) | Referent::Body | Referent::Pronoun | Referent::Anonymous
    );
    let voice = talk.resolve(place.page, &who).filter(|_| speaks)?;
    Some(Finding::of(place.opens(), Rule::After, Some(voice)))
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

/// The subject of the clause that ends with `verb`: of one that a relative opens behind the verb of the sentence, or that
/// another verb of saying brings without a word for it, where somebody stands there.
fn clause_subject(page: &Page, tokens: &[Token], start: usize, verb: usize) -> Option<Phrase> {
    let from = clause_start(tokens, start, verb);
    let speaks = |who: &Phrase| matches!(who.referent, Referent::Person(_) | Referent::Office(..));
    let said = |at: usize| tags(tokens, at).any(VERBS);
    let relative = |at: &usize| tags(tokens, *at).any(Tags::THAT) && (from..*at).any(said);
    let bare = |at: &usize| {
        let next = tags(tokens, at + 1);
        tags(tokens, *at).any(Tags::VERB)
            && !next.any(Tags::CONJUNCTION.or(Tags::THAT))
            && tokens.get(at + 1).is_some_and(|next| !next.is_edge())
    };
    let inner = (from..verb).rev().filter(|at| relative(at) || bare(at)).take(MOST_CLAUSES);
    let mut inner = inner.filter_map(|at| {
        let who = subject(page, tokens, at + 1, verb).filter(speaks);
        // `asked the people to boil water and said`: words no table knows are as often what is asked for
        let who = who.filter(|who| is_sure(page, tokens, (at + 1, verb), who));
        let known = |who: &Phrase| bare(&at) && who.name.is_none();
        who.filter(|who| !known(who))
    });
    inner
        .next()
        .or_else(|| paper(page, tokens, start, verb))
        .or_else(|| antecedent(page, tokens, start, verb))
        .or_else(|| extraposed(page, tokens, start, verb))
        .or_else(|| subject(page, tokens, from, verb))
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
        if who.as_ref().is_some_and(|who| is_own_report(page, tokens, who, talk)) {
            continue;
        }
        if let Some(voice) = speaker(page, who.as_ref(), talk) {
            talk.note_voice(&voice);
            let span = Span::new(first.span.start, last.span.end);
            found.push((span, Finding::direct(Rule::Before, Some(voice))));
        }
    }
    found
}

/// `this report adds:`: what the agency itself tells, where no other report was told of.
fn is_own_report(page: &Page, tokens: &[Token], who: &Phrase, talk: &Discourse) -> bool {
    let head = tokens.partition_point(|token| token.span.start < who.span.start);
    let report = tags(tokens, head).any(Tags::DEFINITE) && tags(tokens, head + 1).any(Tags::DOCUMENT);
    report && who.referent == Referent::Document && talk.papers.whose(page, who.span).is_none()
}

fn is_colon_of_verb(tokens: &[Token], at: usize) -> bool {
    let verb = at.checked_sub(1).is_some_and(|verb| tags(tokens, verb).any(Tags::VERB));
    verb && tokens.get(at).is_some_and(|token| token.is_mark(&COLONS))
}
