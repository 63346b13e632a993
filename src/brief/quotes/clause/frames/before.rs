//! `X said: “…”`, `X called it “…”`, `according to X, “…”`: the words before the quotation in its sentence.

use super::announced::{announced, gapped, made_by, utterance};
use super::aside::{
    apposed, as_was_said, goes_on_doing, happens, is_purpose, parenthetical, reports_clause, resumed,
};
use super::by_pronoun::{antecedent, own_view};
use super::cited::{cited, of_form};
use super::far::participle_behind;
use super::impersonal::{impersonal, in_body, in_which, is_beside_text, of_itself, read_in, written_in};
use super::own_subject;
use super::phase;
use super::report::whole_report;
use super::spoken_of::{is_told_of_itself, spoken_of_before};
use super::verb_last;
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort};
use crate::brief::quotes::clause::subjects::{self as subject, Frame, Place, Source, passive};
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::rule::Rule;

/// Chunks looked back through.
const REACH: usize = 60;

/// Finds the frame before the quotation.
#[must_use]
pub(super) fn find(place: Place) -> Option<Frame> {
    let dash = usize::from(place.at > 1 && place.is_dash(place.at - 1));
    let colon = place.at > dash && place.is(place.at - 1 - dash, ':');
    if let Some(frame) = resumed(place).or_else(|| as_was_said(place)) {
        return Some(frame);
    }
    if let Some(frame) = own_subject::find(place) {
        return Some(frame);
    }
    if let Some(frame) = own_subject::voiced(place) {
        return Some(frame);
    }
    if let Some(frame) = gapped(place) {
        return Some(frame);
    }
    if let Some(frame) = own_subject::agent(place) {
        return Some(frame);
    }
    if let Some(source) = spoken_of_before(place) {
        return Some(Frame { says: false, ..Frame::new(Rule::Noun, source).aside() });
    }
    if is_told_of_itself(place) {
        return None;
    }
    let mut parts = 0;
    for at in (0..place.at).rev().take(REACH) {
        let chunk = place.chunk(at)?;
        match &chunk.part {
            Part::According(noun) => {
                if let Some(frame) = relayed_by(place, at, colon) {
                    return Some(Frame { via: frame.via.clone().or_else(|| Some(noun.clone())), ..frame });
                }
                let teller = subject::teller(place, at, noun);
                let source = subject::noun_source(place, teller.unwrap_or_else(|| noun.clone()));
                let and = (at + 1..place.at)
                    .any(|at| matches!(place.chunk(at).map(|chunk| &chunk.part), Some(Part::And)));
                let beside =
                    (at + 3 >= place.at || is_beside(place, at)) && !(and && place.text.grammar.by_order());
                return Some(Frame { beside, ..Frame::new(Rule::According, source) });
            }
            Part::AccordingRelative => {
                return antecedent(place, at).or_else(|| own_view(place, at)).map(Frame::aside);
            }
            Part::Verb
                if chunk.class.any(Class::CUE)
                    && !is_told_of(place, at)
                    && !goes_on_doing(place, at)
                    && !happens(place, at)
                    && !tells_of_accord(place, at) =>
            {
                if let Some(frame) = governed(place, at, colon, parts) {
                    return Some(own_subject::instead(place, frame));
                }
            }
            Part::Mark(';') if colon => break,
            Part::Mark(';') => return None,
            Part::Aside
                if chunk.class.any(Class::THUS)
                    && place.noun(at + 1).is_some_and(|noun| noun.can_speak() && !noun.tokens.is_empty())
                    && at > 0
                    && place.is(at - 1, ',') =>
            {
                let noun = place.noun(at + 1)?.clone();
                return Some(Frame::new(Rule::According, subject::noun_source(place, noun)));
            }
            Part::Verb if chunk.is_finite() && !chunk.class.any(Class::HELPER) => parts += 1,
            _ => {}
        }
    }
    participle_behind(place)
        .or_else(|| made_by(place, colon))
        .or_else(|| utterance(place, colon))
        .or_else(|| announced(place).filter(|_| colon))
        .or_else(|| own_subject::predicate(place))
}

/// `Asked about Y, who had called X “…”, X said: “…”`: a verb in a relative clause that a comma closes before the verb of
/// the words.
fn is_told_of(place: Place, at: usize) -> bool {
    let relative = |at: &usize| place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::Relative));
    let mark = |at: &usize| [',', ';', ':'].iter().any(|mark| place.is(*at, *mark));
    let opens = (0..at).rev().take(REACH).find(|at| relative(at) || mark(at));
    let Some(close) = (at + 1..place.at).find(mark) else { return false };
    let within = (at..close).any(|at| {
        place.chunk(at).is_some_and(|chunk| {
            matches!(chunk.part, Part::Subordinate | Part::Verb) && !chunk.is_verb(Class::CUE)
        })
    });
    let main = (close + 1..place.at).any(|at| place.chunk(at).is_some_and(Chunk::is_finite));
    opens.is_some_and(|at| relative(&at)) && place.is(close, ',') && main && !within
}

/// `X slipped to him, according to Y: “…”`: X, the subject of the verb of saying right before the phrase at `at`.
fn relayed_by(place: Place, at: usize, colon: bool) -> Option<Frame> {
    let small = |at: &usize| {
        place.is(*at, ',') || place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::Aside))
    };
    let verb = (0..at).rev().find(|at| !small(at))?;
    let says = |chunk: &Chunk| chunk.is_finite() && chunk.class.any(Class::SAY);
    place.chunk(verb).filter(|chunk| says(chunk) && !of_itself(place, verb))?;
    let frame = governed(place, verb, colon, 0)?;
    let able = |noun: &Noun| noun.is_human() && noun.sort != Sort::Pronoun || noun.sort == Sort::Body;
    matches!(&frame.source, Source::Noun(noun) if able(noun)).then_some(frame)
}

/// The frame of the verb at `verb`, with `parts` other finite verbs between it and the quotation.
fn governed(place: Place, verb: usize, colon: bool, parts: usize) -> Option<Frame> {
    let chunk = place.chunk(verb)?;
    let class = chunk.class;
    if class.any(Class::ADNOMINAL) || place.text.grammar.last_verb && !colon {
        return None;
    }
    // `denies having said`
    let helped = verb > 0
        && place
            .chunk(verb - 1)
            .is_some_and(|chunk| chunk.is_verb(Class::HELPER) && chunk.is_verb(Class::INFINITIVE));
    let bare = class.any(Class::PARTICIPLE) && !class.any(Class::FINITE) && !helped;
    if let Some(agent) = own_subject::agent_behind(place, verb).filter(|_| parts == 0) {
        let source = subject::noun_source(place, agent);
        return Some(Frame { says: false, beside: false, ..Frame::new(Rule::Before, source) });
    }
    if let Some(text) = written_in(place, verb).filter(|_| class.any(Class::PARTICIPLE)) {
        return Some(Frame { beside: colon || is_beside(place, verb), ..Frame::new(Rule::Before, text) });
    }
    if let Some(noun) = of_form(place, verb) {
        return Some(Frame::new(Rule::Before, subject::noun_source(place, noun)));
    }
    if class.any(Class::PASSIVE) || bare {
        return if bare && !place.text.grammar.cases { None } else { passive(place, verb) };
    }
    if class.any(Class::INFINITIVE)
        && !class.any(Class::FINITE.or(Class::GERUND))
        && (parts > 0 && !colon && place.text.grammar.by_order() && is_purpose(place, verb)
            || !opens_alone(place, verb) && parts == 0 && !told_infinitive(place, verb))
    {
        return None;
    }
    let weak = !class.any(Class::SAY);
    let aside = class.any(Class::GERUND) && !class.any(Class::FINITE) && parts > 0;
    if weak && parts > 1 || aside {
        return None;
    }
    let beside = colon || is_beside(place, verb);
    // `La Unión, prosiguió, «…»`: said between the words
    let between = verb > 0 && place.is(verb - 1, ',') && place.is(verb + 1, ',');
    if between && (beside && verb + 2 == place.at || reports_clause(place, verb)) {
        return Some(Frame::new(Rule::Before, Source::Silent(class, chunk.tokens.clone())));
    }
    if class.any(Class::CITE) && !class.any(Class::SAY) {
        let relayed = relayed(place, verb);
        if relayed.is_some() || !class.any(Class::CALL) {
            return relayed;
        }
    }
    if place.text.grammar.last_verb {
        let noun = verb_last::topic(place, false)?;
        return Some(Frame::new(Rule::Before, subject::noun_source(place, noun)));
    }
    let source = source_of(place, verb, colon).map(|source| in_body(place, verb, &source).unwrap_or(source));
    // `In his words, there they go on with the “…”`: what they do, and who says so
    if let Some(accord) = opening_accord(place).filter(|_| !beside && is_silent(source.as_ref())) {
        return Some(accord);
    }
    if let Some(noun) = parenthetical(place, verb) {
        return Some(Frame::new(Rule::Before, subject::noun_source(place, noun.clone())));
    }
    let source = source?;
    let grammar = place.text.grammar;
    let judges = class.any(Class::CALL) && (grammar.cases || grammar.by_order());
    let thing = subject::is_thing(place, &source);
    let itself = |at: usize| place.chunk(at).is_some_and(|chunk| chunk.class.any(Class::SELF));
    let reflexive = thing && (itself(verb) || itself(verb + 1) || verb > 0 && itself(verb - 1));
    let says = class.any(Class::SAY) && !judges;
    Some(Frame { says, beside, reflexive, ..Frame::new(Rule::Before, source) })
}

/// `According to the report that X ordered, the bank is “…”`: the verb of a clause that tells more of the phrase at the head of
/// the sentence and ends before a comma, where order tells subjects.
fn tells_of_accord(place: Place, verb: usize) -> bool {
    let accord = matches!(place.chunk(0).map(|chunk| &chunk.part), Some(Part::According(_)));
    let relative = place.chunk(1).is_some_and(|chunk| subject::is_relative_pronoun(place, chunk));
    let comma = (1..place.at).find(|at| place.is(*at, ','));
    place.text.grammar.by_order() && accord && relative && comma.is_some_and(|comma| verb < comma)
}

/// True for a verb alone.
fn is_silent(source: Option<&Source>) -> bool {
    matches!(source, Some(Source::Silent(class, _)) if !class.any(Class::SUBJECT))
}

/// Whoever says the whole sentence, by the phrase at its head, where nouns have cases.
fn opening_accord(place: Place) -> Option<Frame> {
    let chunk = place.chunk(0).filter(|_| place.text.grammar.cases && place.is(1, ','))?;
    let Part::According(noun) = &chunk.part else { return None };
    let source = subject::noun_source(place, noun.clone());
    Some(Frame { says: false, ..Frame::new(Rule::According, source).aside() })
}

/// Who or what speaks by the verb at `verb`.
fn source_of(place: Place, verb: usize, colon: bool) -> Option<Source> {
    let chunk = place.chunk(verb)?;
    let unspoken = |source: &Source| match source {
        Source::Noun(noun) => !noun.can_speak(),
        Source::Document(owner, _) => owner.is_none() && !chunk.class.any(Class::READ),
        Source::Silent(..) => false,
    };
    let noun = || subject::ahead(place, verb).or_else(|| apposed(place, verb));
    if let Some(source) = read_in(place, verb).or_else(|| Some(subject::noun_source(place, noun()?))) {
        return Some(source);
    }
    let text =
        chunk.class.any(Class::READ) && !chunk.class.any(Class::SAY) && place.text.grammar.capital_nouns;
    let subject = subject::of(place, verb, phase::end_of_aside(place, verb).unwrap_or(place.at));
    let subject = subject.filter(|source| !text || matches!(source, Source::Document(..)));
    let subject = subject.filter(|source| !is_beside_text(place, verb, source));
    let somebody = |source: &Source| matches!(source, Source::Noun(noun) if noun.can_speak());
    let subject = in_which(place, verb).filter(|_| !subject.as_ref().is_some_and(somebody)).or(subject);
    match subject {
        Some(source) if unspoken(&source) => {
            Some(impersonal(place, verb).unwrap_or_else(|| whole_report(place, verb, source)))
        }
        Some(source) => Some(whole_report(place, verb, source)),
        None if colon || chunk.is_finite() || opens_alone(place, verb) => {
            let silent = || Source::Silent(chunk.class, chunk.tokens.clone());
            Some(impersonal(place, verb).unwrap_or_else(silent))
        }
        None => None,
    }
}

/// True when only small words stand between the verb and the quotation.
fn is_beside(place: Place, verb: usize) -> bool {
    (verb + 1..place.at).all(|at| {
        matches!(
            place.chunk(at).map(|chunk| &chunk.part),
            Some(Part::Subordinate | Part::Aside | Part::Mark(','))
        )
    })
}

/// `the paper quoted the minister: “…”`: the object speaks, the subject relays.
fn relayed(place: Place, verb: usize) -> Option<Frame> {
    let outlet = subject::of(place, verb, verb);
    let frame = cited(place, verb)?;
    let via = outlet.and_then(|outlet| if let Source::Noun(noun) = outlet { Some(noun) } else { None });
    Some(Frame { via: frame.via.clone().or(via), rule: Rule::Before, ..frame })
}

/// `Et de conclure :`
fn opens_alone(place: Place, verb: usize) -> bool {
    verb <= 2
        && (0..verb)
            .all(|at| matches!(place.chunk(at).map(|chunk| &chunk.part), Some(Part::And | Part::Aside)))
}

/// `non esita a definire`: an infinitive behind a finite verb.
fn told_infinitive(place: Place, verb: usize) -> bool {
    (0..verb).rev().take(4).any(|at| place.chunk(at).is_some_and(Chunk::is_finite))
}
