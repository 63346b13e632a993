//! `“…” will fail, said X`: the verb stands at the end of the sentence, or in the next, not beside the words.

use super::cited::whose;
use super::verb_last;
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort, noun_at};
use crate::brief::quotes::clause::subjects::{
    self as subject, Frame, Place, agent, agrees, antecedent, noun_source, text_at_head,
};
use crate::brief::quotes::clause::words::{Class, Grammar};
use crate::brief::quotes::rule::Rule;

/// Chunks between the head of the sentence and its verb.
const NEAR: usize = 6;

/// Chunks between a participle at the end of a clause and the quotation before it.
const TAIL: usize = 3;

/// Chunks in which the sentence behind names whoever said the words.
const REST: usize = 10;

/// `“…” will fail, said X`: the verb and its subject end the sentence.
pub(super) fn far(place: Place, start: usize) -> Option<Frame> {
    for at in start..place.chunks.len() {
        let chunk = place.chunk(at)?;
        if matches!(chunk.part, Part::Quote | Part::Mark(';' | ':')) {
            return None;
        }
        let opens = place.is(at, ',') || place.is_dash(at);
        if let Some(noun) = so_says(place, at).filter(|_| opens) {
            return Some(Frame::new(Rule::According, noun_source(place, noun)).aside());
        }
        let verb = (at + 1..place.chunks.len().min(at + 4)).find(|at| {
            let chunk = place.chunk(*at);
            !chunk.is_some_and(|chunk| {
                matches!(chunk.part, Part::Aside)
                    || chunk.class.any(Class::HELPER) && !chunk.class.any(Class::CUE)
            })
        });
        let Some(verb) = verb.filter(|verb| {
            opens && place.chunk(*verb).is_some_and(|chunk| chunk.is_finite() && chunk.class.any(Class::SAY))
        }) else {
            continue;
        };
        let noun = subject::behind(place, verb, place.chunks.len()).filter(Noun::can_speak)?;
        return Some(Frame::new(Rule::Later, noun_source(place, noun)).aside());
    }
    None
}

/// `“…” gewesen, so X.`: somebody behind a word for “thus” that the mark at `at` parts, at the end of the sentence, where
/// every noun has a capital.
fn so_says(place: Place, at: usize) -> Option<Noun> {
    let thus = place.chunk(at + 1).filter(|chunk| chunk.class.any(Class::THUS))?;
    let noun = place
        .noun(at + 2)
        .filter(|_| matches!(thus.part, Part::Aside) && place.text.grammar.capital_nouns)?;
    let ends = at + 3 >= place.chunks.len() || place.is(at + 3, '.') || place.is(at + 3, ',');
    (ends && noun.can_speak()).then(|| noun.clone())
}

/// `“…”. This said X.`: the sentence behind the quotation tells who said it.
#[must_use]
pub(super) fn in_next(place: Place) -> Option<Frame> {
    if let Some(frame) = told_behind(place) {
        return Some(frame);
    }
    let next = place.next.filter(|_| last(place))?;
    if let Some(noun) = whose(Place { chunks: next, at: 0, next: None, ..place }, 0) {
        return Some(Frame::new(Rule::SentenceBefore, noun_source(place, noun)).aside());
    }
    if asserts(Place { chunks: next, at: 0, next: None, ..place }) {
        return first_subject(Place { chunks: next, at: 0, next: None, ..place });
    }
    let first = next.first()?.tokens.start;
    let length = Grammar::phrase(&place.text.grammar.this_said, |offset| place.text.lower(first + offset));
    if length == 0 {
        return None;
    }
    let place = Place { chunks: next, at: 0, next: None, ..place };
    if place.text.grammar.by_order() {
        return first_subject(place);
    }
    told_of_it(place)
}

/// `About it told X`: the subject of the first verb of saying.
fn told_of_it(place: Place) -> Option<Frame> {
    let length = place.chunks.len();
    let verb = (0..length.min(NEAR))
        .find(|at| place.chunk(*at).is_some_and(|chunk| chunk.is_finite() && chunk.class.any(Class::CUE)))?;
    let before =
        (0..verb).find_map(|at| place.noun(at).filter(|noun| noun.is_human() && noun.may_be_subject));
    let noun = before.cloned().or_else(|| subject::behind(place, verb, length))?;
    Some(Frame::new(Rule::SentenceBefore, subject::noun_source(place, noun)).aside())
}

/// True where the words end their sentence.
fn last(place: Place) -> bool {
    let stop = |at: usize| place.is(at, '.') || place.is(at, ',') || place.is(at, '…');
    (place.at + 1..place.chunks.len()).all(stop)
}

/// `With these words X …`: the first that can speak.
fn first_subject(place: Place) -> Option<Frame> {
    let end =
        place.chunks.iter().position(|chunk| matches!(chunk.part, Part::Quote)).unwrap_or(place.chunks.len());
    let speaks = |noun: &&Noun| noun.can_speak() && noun.may_be_subject && noun.sort != Sort::Pronoun;
    let noun = (0..end.min(REST)).find_map(|at| place.noun(at).filter(speaks))?;
    Some(Frame::new(Rule::SentenceBefore, noun_source(place, noun.clone())).aside())
}

/// `Lo afferma X.`: a pronoun for what was said, a verb of saying, and no words of its own.
fn asserts(place: Place) -> bool {
    let it = place.chunks.first().is_some_and(|chunk| {
        matches!(chunk.part, Part::Aside) && chunk.class.any(Class::OBJECT) && !chunk.class.any(Class::SELF)
    });
    let verb = (1..place.chunks.len().min(NEAR)).find(|at| {
        place
            .chunk(*at)
            .is_some_and(|chunk| !chunk.class.any(Class::HELPER) && !matches!(chunk.part, Part::Aside))
    });
    let says = verb
        .and_then(|at| place.chunk(at))
        .is_some_and(|chunk| chunk.is_finite() && chunk.class.any(Class::SAY));
    let quotes = place.chunks.iter().any(|chunk| matches!(chunk.part, Part::Quote | Part::Mark(':')));
    place.text.grammar.by_order() && it && says && !quotes
}

/// `X hat es „…“ genannt`: the verb stands behind the words.
#[must_use]
pub(super) fn participle_behind(place: Place) -> Option<Frame> {
    let end = place.chunks.len().min(place.at + 1 + TAIL);
    let cue = (place.at + 1..end).find(|at| {
        place.chunk(*at).is_some_and(|chunk| {
            chunk.is_verb(Class::CUE) && chunk.class.any(Class::PARTICIPLE.or(Class::INFINITIVE))
        })
    })?;
    if (place.at + 1..cue).any(|at| place.is(at, ',')) {
        return None;
    }
    let helper = (0..place.at)
        .rev()
        .take(20)
        .find(|at| place.chunk(*at).is_some_and(|chunk| chunk.is_verb(Class::HELPER) && chunk.is_finite()))?;
    if place.chunk(helper)?.class.any(Class::PASSIVE_HELPER) {
        let by = agent(place, cue).map(|agent| subject::noun_source(place, agent));
        let source = by.or_else(|| text_at_head(place))?;
        return Some(Frame { says: false, beside: false, ..Frame::new(Rule::Before, source) });
    }
    let source = subject::of(place, helper, place.at)?;
    let says = place.chunk(cue)?.class.any(Class::SAY);
    Some(Frame { says, beside: false, ..Frame::new(Rule::Before, source) })
}

/// `…, die X als „…“ bezeichnete`: the first subject of a clause that ends with its verb right behind the words, where every
/// noun has a capital.
#[must_use]
pub(super) fn subject_of_clause(place: Place, verb: usize) -> Option<Noun> {
    let opens = |at: &usize| {
        place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::Relative | Part::Subordinate))
            || [',', ':', ';'].iter().any(|mark| place.is(*at, *mark))
    };
    // `als „…“`: a small word right before the words opens no clause
    let start = (0..place.at.checked_sub(1)?).rev().find(opens)?;
    let class = place.chunk(verb)?.class;
    let tied = place.text.grammar.capital_nouns && verb == place.at + 1;
    let speaks = |noun: &&Noun| noun.can_speak() && noun.may_be_subject && agrees(class, noun);
    let own = (start..place.at).filter(|_| tied).find_map(|at| place.noun(at).filter(speaks)).cloned();
    // `X, der das als „…“ bezeichnete`
    let pronoun = place.chunk(start).is_some_and(|chunk| matches!(chunk.part, Part::Relative));
    own.or_else(|| antecedent(place, start, class).filter(|_| tied && pronoun))
}

/// `X hat es als „…“ bezeichnet`: a form that is a participle, too, at the end of a clause with its auxiliary before the
/// words.
#[must_use]
pub(super) fn ends_group(place: Place, chunk: &Chunk) -> bool {
    let closed = |at: &usize| ![',', ':', ';'].iter().any(|mark| place.is(*at, *mark));
    let mut clause = (0..place.at).rev().take(CLAUSE).take_while(closed);
    place.text.grammar.capital_nouns
        && chunk.class.any(Class::PARTICIPLE)
        && clause
            .any(|at| place.chunk(at).is_some_and(|chunk| chunk.is_verb(Class::HELPER) && chunk.is_finite()))
}

/// Chunks between an auxiliary and its participle at the end of the clause.
const CLAUSE: usize = 24;

/// Chunks of the sentence behind that are looked at.
const TOLD: usize = 10;

/// `“…”. X böyle konuştu.`, `“…” X'in sözleri yankı buldu.`: where the verb is last, the subject of a clause that points back
/// at words that are a sentence by themselves, or whoever owns a noun for something said.
#[must_use]
fn told_behind(place: Place) -> Option<Frame> {
    let next = place.next.filter(|_| place.text.grammar.last_verb && is_alone(place))?;
    let place = Place { chunks: next, at: 0, next: None, ..place };
    let stops = |at: &usize| {
        place.chunk(*at).is_none_or(|chunk| matches!(chunk.part, Part::Quote | Part::Mark(':' | ';')))
    };
    let end = (0..TOLD).find(stops).unwrap_or(TOLD);
    // a clause that brings words of its own points ahead
    if place.is(end, ':') {
        return None;
    }
    let noun = owner_of_said(place, end).or_else(|| subject_before(place, end))?;
    Some(Frame::new(Rule::SentenceBefore, noun_source(place, noun)).aside())
}

/// True for words that are a sentence by themselves.
fn is_alone(place: Place) -> bool {
    let stop = |at: usize| place.is(at, '.') || place.is(at, '…');
    place.at == 0 && (1..place.chunks.len()).all(stop)
}

/// `X'in sözleri`: X, before a noun for something said that belongs to X.
fn owner_of_said(place: Place, end: usize) -> Option<Noun> {
    let said = |token: usize| place.text.has(token, Class::QUOTED_BY.or(Class::UTTERANCE));
    (0..end).find_map(|at| {
        let tokens = place.noun(at)?.tokens.clone();
        let owns = |token: &usize| place.text.has(*token, Class::GENITIVE) && said(token + 1);
        let last = tokens.clone().find(owns)?;
        noun_at(place.text, tokens.start, last + 1)
            .filter(|noun| noun.can_speak() && noun.tokens.end == last + 1)
    })
}

/// The subject before a phrase that points back.
fn subject_before(place: Place, end: usize) -> Option<Noun> {
    let back = |at: &usize| {
        place.chunk(*at).is_some_and(|chunk| {
            let first = chunk.tokens.start;
            let lower = |offset: usize| place.text.lower(first + offset);
            Grammar::phrase(&place.text.grammar.this_said, lower) > 0
        })
    };
    let at = (0..end).find(back)?;
    verb_last::topic(Place { at, ..place }, false).or_else(|| {
        let speaks = |noun: &&Noun| noun.is_human() && noun.may_be_subject;
        (at + 1..end).find_map(|at| place.noun(at).filter(speaks)).cloned()
    })
}

/// Words that point back to a whole sentence: about it.
const ABOUT: usize = 2;

/// Fewest words that are more than a name.
const FEWEST: usize = 2;

/// `The union is “ready to talk” if the court rules. About it told X.`: the sentence behind tells who said all of the one
/// the words stand in, where verbs tell genders and nobody else is told to say them.
#[must_use]
pub(super) fn of_whole(place: Place, own: Option<&Frame>) -> Option<Frame> {
    let open = own.is_none_or(|own| own.rule == Rule::Subject && !own.says);
    let long = place.begins_small() && place.words() >= FEWEST;
    let next = place.next.filter(|_| place.text.grammar.gendered_verbs && open && long)?;
    let first = next.first()?.tokens.start;
    let length = Grammar::phrase(&place.text.grammar.this_said, |offset| place.text.lower(first + offset));
    if length < ABOUT {
        return None;
    }
    told_of_it(Place { chunks: next, at: 0, next: None, ..place })
}
