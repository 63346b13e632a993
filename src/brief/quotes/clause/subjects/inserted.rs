//! What stands between commas before a verb: a relative clause, a participle, a clause of its own.

use super::frame::{Place, REACH, subject_like};
use crate::brief::quotes::clause::phrases::{Chunk, Part, Sort, Text};
use crate::brief::quotes::clause::words::Class;

/// Small words before a relative pronoun, and the comma.
const LED: usize = 3;

/// Where the words between commas that end with the comma at `close` begin: a relative clause, a participle, a gerund.
pub(super) fn insertion(place: Place, close: usize) -> Option<usize> {
    for open in (1..close).rev().take(REACH) {
        let chunk = place.chunk(open)?;
        let opens = matches!(chunk.part, Part::Relative)
            || is_participle(place, chunk)
            || matches!(&chunk.part, Part::Verb)
                && chunk.class.any(Class::PARTICIPLE.or(Class::GERUND))
                && !chunk.class.any(Class::FINITE);
        let comma = |at: usize| place.is(at, ',') || place.is_dash(at);
        if opens && comma(open - 1) {
            return Some(open - 1);
        }
        // `of whom`, `de la que`
        let small = |at: usize| place.chunk(at).is_some_and(|chunk| matches!(chunk.part, Part::Aside));
        let first = (0..open).rev().take(LED).find(|at| !small(*at)).filter(|at| comma(*at));
        if let Some(first) = first.filter(|_| matches!(chunk.part, Part::Relative)) {
            return Some(first);
        }
        let paper = matches!(chunk.part, Part::Quote) && is_asking_paper(place, open);
        if matches!(chunk.part, Part::Quote | Part::Subordinate | Part::Mark(':' | ';')) && !paper {
            return None;
        }
    }
    None
}

/// `The council, asked by the “Herald”, said`: the name of a paper in marks behind a preposition, where order tells subjects.
fn is_asking_paper(place: Place, at: usize) -> bool {
    let Some(token) = place.chunk(at).map(|chunk| chunk.tokens.start) else { return false };
    let tie = Class::PREPOSITION.or(Class::OF).or(Class::AGENT).or(Class::THE);
    place.text.grammar.by_order() && place.text.is_title(token) && token > 0 && place.text.has(token - 1, tie)
}

/// «гардеробщица, проработавшая в театре полвека, сказала»: words that an unknown word with the ending of a participle opens
/// and in which nobody is.
fn is_participle(place: Place, chunk: &Chunk) -> bool {
    let thing = match &chunk.part {
        Part::Noun(noun) => noun.sort == Sort::Thing,
        Part::Aside => true,
        _ => false,
    };
    let known = Class::CLOSED.or(Class::NOUN).or(Class::CAPITAL).or(Class::ANY_VERB);
    thing
        && !chunk.class.any(known)
        && place.text.grammar.ends_as_participle(place.text.lower(chunk.tokens.start))
}

/// Where the clause begins that the comma at `close`, right before the verb, ends: `Asked whether Y would go, answered X`.
#[must_use]
pub(super) fn dependent(place: Place, close: usize) -> Option<usize> {
    if stands_alone(place, close) {
        return None;
    }
    for open in (0..close).rev().take(REACH) {
        let chunk = place.chunk(open)?;
        if matches!(chunk.part, Part::Subordinate | Part::Relative) {
            // `the words that X, the sister of Y, calls “…”`: X stands in the clause of the verb
            let whole = (open..close).any(|at| place.chunk(at).is_some_and(Chunk::is_finite));
            let somebody = (open..close).any(|at| place.noun(at).is_some_and(subject_like));
            let comma =
                open.checked_sub(1).filter(|comma| place.is(*comma, ',')).or_else(|| joins(place, open));
            return (whole || !somebody).then(|| comma.unwrap_or(open));
        }
        if matches!(chunk.part, Part::Quote | Part::Mark(',' | ':' | ';')) {
            return None;
        }
    }
    None
}

/// `X, of 45 and who lives in Y, said`: the comma before the phrases that a conjunction joins to the clause at `open`.
fn joins(place: Place, open: usize) -> Option<usize> {
    let and =
        open.checked_sub(1).filter(|at| matches!(place.chunk(*at).map(|c| &c.part), Some(Part::And)))?;
    let small = |at: usize| {
        place.chunk(at).is_some_and(|chunk| matches!(chunk.part, Part::Governed(_) | Part::Aside))
    };
    (0..and).rev().take(LED).find(|at| !small(*at)).filter(|at| at + 1 < and && place.is(*at, ','))
}

/// A person between commas right before the verb: `…, the president, Ana Porto, said`.
pub(super) fn stands_alone(place: Place, comma: usize) -> bool {
    let noun = comma.checked_sub(1).and_then(|at| place.noun(at));
    let opens = comma < 2
        || place.is(comma - 2, ',')
        || place.chunk(comma - 2).is_some_and(|chunk| matches!(chunk.part, Part::Governed(_)) && comma == 2);
    noun.is_some_and(|noun| noun.is_human() && noun.may_be_subject) && opens
}

/// Chunks looked at behind a phrase for the clause it stands before.
const MAIN: usize = 40;

/// `When X came, Y left`: the phrase at `at` is in a clause behind a conjunction before the main one
/// of its sentence, which has a subject of its own behind a comma.
#[must_use]
pub(crate) fn is_in_opening_clause(chunks: &[Chunk], at: usize) -> bool {
    let before = chunks.get(..at).unwrap_or_default();
    let opens = before.iter().position(|chunk| matches!(chunk.part, Part::Subordinate));
    let Some(opens) = opens.filter(|opens| !before.iter().take(*opens).any(Chunk::is_main_verb)) else {
        return false;
    };
    let closed = before.get(opens + 1..).is_some_and(|clause| clause.iter().any(|chunk| chunk.is(',')));
    let subject = |at: usize| {
        matches!(&chunks.get(at)?.part, Part::Noun(noun) if noun.may_be_subject && noun.can_speak())
            .then_some(at)
    };
    let mut behind =
        (at + 1..chunks.len().min(at + MAIN)).filter(|at| chunks.get(*at).is_some_and(|chunk| chunk.is(',')));
    let main = |comma: usize| {
        let verb = (comma + 2..comma + 4)
            .find_map(|at| chunks.get(at).filter(|chunk| !matches!(chunk.part, Part::Aside)));
        subject(comma + 1).is_some() && verb.is_some_and(Chunk::is_main_verb)
    };
    !closed && behind.any(main)
}

/// Chunks of the clause that opens a sentence.
const CLAUSE: usize = 24;

/// Small words between the comma that ends the clause and the verb behind it.
const ANSWER: usize = 2;

/// `Cuando la jueza le preguntó si tenía algo que agregar, murmuró`: the comma that ends a clause at the head of the sentence
/// with a subject of its own who asks somebody a pronoun means a question, where the verb behind the comma needs no subject and
/// has none: whoever the pronoun means answers.
#[must_use]
pub(crate) fn answers(text: &Text, chunks: &[Chunk]) -> Option<usize> {
    let silent = text.grammar.by_order() && text.grammar.silent;
    let opens = chunks.first().is_some_and(|chunk| matches!(chunk.part, Part::Subordinate));
    let comma = chunks.iter().take(CLAUSE).position(|chunk| chunk.is(',')).filter(|_| silent && opens)?;
    let clause = chunks.get(1..comma)?;
    let verb = clause.iter().position(Chunk::is_main_verb)?;
    let before = clause.get(..verb)?;
    let somebody = |chunk: &Chunk| matches!(&chunk.part, Part::Noun(noun) if noun.may_be_subject && noun.is_human() && noun.sort != Sort::Pronoun);
    let whom = before.last().is_some_and(|chunk| {
        let lower = text.lower(chunk.tokens.start);
        text.grammar.naming.told_whom.iter().any(|word| word == lower)
    });
    let asks = clause.get(verb..).is_some_and(|rest| is_question(text, rest));
    let main = (comma + 1..=comma + 1 + ANSWER)
        .find(|at| !chunks.get(*at).is_some_and(|chunk| matches!(chunk.part, Part::Aside)));
    let answers = main.and_then(|at| chunks.get(at)).is_some_and(Chunk::is_main_verb);
    (before.iter().any(somebody) && whom && asks && answers).then_some(comma)
}

/// True for chunks that begin with the verb of a question: what is asked is a clause or stands behind a preposition, no thing
/// asked for, as in `gli ha chiesto scusa`, `di più`.
fn is_question(text: &Text, chunks: &[Chunk]) -> bool {
    let group = chunks.iter().take_while(|chunk| matches!(chunk.part, Part::Verb | Part::Aside));
    let asks = |chunk: &Chunk| {
        let words = &text.grammar.naming.asking;
        text.lowers(chunk.tokens.clone()).any(|lower| words.iter().any(|word| word == lower))
    };
    let asked = group.clone().any(asks);
    let what = chunks.get(group.count()).is_some_and(|chunk| match chunk.part {
        Part::Subordinate | Part::Relative => true,
        Part::Governed(_) => !chunk.class.any(Class::OF),
        _ => false,
    });
    asked && what
}
