//! The subject that stands before its verb.

use super::apposed::{
    closes_relative, first_office, is_apposed, is_name_in_marks, is_of_place, object_of_relative,
    office_behind,
};
use super::frame::{Place, REACH, apposed_before, is_governed_list, is_within_group, subject_like};
use super::inserted::{dependent, insertion, stands_alone};
use super::place::{is_bare_text, is_where};
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort, is_surname_elsewhere};
use crate::brief::quotes::clause::words::Class;

/// The subject that stands before its verb, over adverbs, phrases behind prepositions and what stands between commas.
pub(crate) fn before(place: Place, verb: usize) -> Option<Noun> {
    let mut at = verb;
    let mut found: Option<(usize, &Noun)> = None;
    let mut company: Option<(usize, &Noun)> = None;
    for _ in 0..REACH {
        let Some(before) = at.checked_sub(1) else { break };
        let chunk = place.chunk(before)?;
        match &chunk.part {
            // `X nous confirme`
            Part::Noun(noun)
                if noun.sort == Sort::Pronoun
                    && noun.class.any(Class::OBJECT)
                    && before > 0
                    && place.noun(before - 1).is_some() => {}
            // `The prefecture, for its part she, promises`
            Part::Noun(noun)
                if noun.sort == Sort::Pronoun
                    && place.text.grammar.by_order()
                    && place.is(before + 1, ',')
                    && before > 1
                    && place.is(before - 1, ',') =>
            {
                at = before - 1;
                continue;
            }
            Part::And if found.is_some_and(|(at, _)| first_office(place, before, at).is_some()) => {
                found = found.and_then(|(second, _)| first_office(place, before, second));
                at = found.map_or(before, |(at, _)| at);
                continue;
            }
            Part::And => {
                let own = found.filter(|(first, _)| *first == before + 1);
                if own.is_some() && is_governed_list(place, before) {
                    return None;
                }
                if let Some(whole) = own.and_then(|(_, noun)| whole_text(place, before, verb, noun)) {
                    found = Some(whole);
                    break;
                }
                found = own.and_then(|(_, noun)| apposed_before(place, before, noun)).or(found);
                break;
            }
            Part::Noun(noun)
                if subject_like(noun)
                    && !is_bare_text(place, noun)
                    && !is_where(place, before, noun)
                    && !opens_sentence(place, before, verb, noun) =>
            {
                if let Some(open) = object_of_relative(place, before, verb) {
                    at = open;
                    continue;
                }
                if found.is_some_and(|found| {
                    !is_apposed(place, before, noun, found) && !is_of_place(place, before, noun, found)
                }) {
                    break;
                }
                found = Some((before, noun));
            }
            Part::Noun(noun)
                if found.is_none()
                    && noun.sort == Sort::Thing
                    && joined_before(place, before, noun).tokens != noun.tokens =>
            {
                found = Some((before, noun));
            }
            Part::Quote if found.is_none() && is_name_in_marks(place, before) => {}
            Part::Governed(noun) if is_relative(place, noun) => break,
            Part::Noun(_) | Part::Governed(_) | Part::Aside | Part::According(_) => {}
            Part::Mark(',') if found.is_some_and(|(at, noun)| is_of_company(place, before, at, noun)) => {
                company = found.take();
            }
            Part::Mark(',' | ')' | '(' | '—' | '–' | '-') => {
                let beside = (before + 1..verb).all(|at| place.chunk(at).is_some_and(is_within_group));
                let clause = if beside { dependent(place, before) } else { None };
                let open = insertion(place, before).filter(|_| !stands_alone(place, before)).or(clause);
                if let Some(open) = open {
                    at = open;
                    continue;
                }
                let first = office_behind(place, before).map_or(before + 1, |(at, _)| at);
                if found.is_some_and(|(at, _)| first < at) {
                    break;
                }
            }
            Part::Verb if found.is_none() && closes_relative(place, before, verb).is_some() => {
                at = closes_relative(place, before, verb)?;
                continue;
            }
            Part::Verb
                if !chunk.class.any(Class::FINITE.or(Class::PASSIVE)) || chunk.class.any(Class::HELPER) => {}
            _ => break,
        }
        at = before;
    }
    let found = found.filter(|(_, noun)| company.is_none() || noun.is_human()).or(company);
    let found = found.map(|found| head_of_list(place, verb, found).unwrap_or(found));
    found.map(|(at, noun)| joined_before(place, at, noun))
}

/// «Заявление Альты и Беты гласит»: a text of two before a verb of one.
fn whole_text<'p>(place: Place<'p, '_>, and: usize, verb: usize, last: &Noun) -> Option<(usize, &'p Noun)> {
    let class = place.chunk(verb)?.class;
    let one = class.any(Class::SINGULAR) && !class.any(Class::PLURAL) && !last.is_human();
    let at = and.checked_sub(1).filter(|_| one && place.text.grammar.gendered_verbs)?;
    let text = place.noun(at).filter(|noun| matches!(noun.sort, Sort::Document | Sort::Utterance))?;
    text.may_be_subject.then_some((at, text))
}

/// «Врач Анна Портова, Союз врачей, Верхний Яр, сказала»: whoever stands first, where a name that is surely no person's
/// stands last before a verb of one.
fn head_of_list<'p>(
    place: Place<'p, '_>,
    verb: usize,
    (last, own): (usize, &Noun),
) -> Option<(usize, &'p Noun)> {
    let text = place.text;
    let class = place.chunk(verb)?.class;
    let one = class.any(Class::SINGULAR) && !class.any(Class::PLURAL);
    let somebody = |noun: &Noun| {
        let given = noun.name.as_ref().is_some_and(|name| text.has(name.start, Class::FIRST_NAME));
        given || noun.class.any(Class::ROLE) || noun.role.clone().any(|at| text.has(at, Class::ROLE))
    };
    if !(one && text.grammar.gendered_verbs) || somebody(own) || own.sort == Sort::Pronoun {
        return None;
    }
    let mut at = last;
    while let Some(comma) = at.checked_sub(1).filter(|comma| last < comma + REACH && place.is(*comma, ',')) {
        let item = comma.checked_sub(1)?;
        match place.chunk(item).map(|chunk| &chunk.part) {
            Some(Part::Noun(_)) => at = item,
            Some(Part::Governed(_)) => at = item.checked_sub(1).filter(|at| place.noun(*at).is_some())?,
            _ => return None,
        }
    }
    place
        .noun(at)
        .filter(|noun| at < last && noun.sort == Sort::Person && noun.may_be_subject && somebody(noun))
        .map(|noun| (at, noun))
}

/// `X, in a talk with a friend, the teacher Y, said`: the name between commas right before the verb tells who somebody new
/// behind a preposition is.
fn is_of_company(place: Place, comma: usize, at: usize, noun: &Noun) -> bool {
    let new = |chunk: &Chunk| matches!(&chunk.part, Part::Governed(noun) if noun.determiner.any(Class::ONE) && noun.name.is_none());
    let behind = comma.checked_sub(1).and_then(|at| place.chunk(at)).is_some_and(new);
    let between = comma + 1 == at && place.is(at + 1, ',') && noun.sort == Sort::Person;
    place.text.grammar.by_order() && between && behind
}

/// A capital at the head of a sentence is a subject only right before its verb.
fn opens_sentence(place: Place, at: usize, verb: usize, noun: &Noun) -> bool {
    let several = place.chunk(verb).is_some_and(|verb| verb.class.any(Class::PLURAL));
    let small = |at: usize| {
        place.chunk(at).is_some_and(|chunk| {
            matches!(chunk.part, Part::Aside)
                || chunk.class.any(Class::HELPER)
                || place.text.grammar.cases
                    && matches!(&chunk.part, Part::Governed(noun) if noun.sort != Sort::Body || !several)
        })
    };
    // `Ramiro, son of …, said`
    let apposed = place.is(at + 1, ',') && office_behind(place, at + 1).is_some();
    // `Ramiro, however, said`, `Ramiro, after talks with the owners, said`
    let inserted = |at: usize| place.chunk(at).is_some_and(|chunk| matches!(chunk.part, Part::Governed(_)));
    let aside = place.text.grammar.by_order()
        && place.is(at + 1, ',')
        && place.chunk(at + 2).is_some_and(|chunk| matches!(chunk.part, Part::Aside | Part::Governed(_)))
        && (at + 1..verb).all(|at| place.is(at, ',') || small(at) || inserted(at));
    // a surname of somebody named in full elsewhere is no other word
    let surname = place.text.grammar.by_order() && is_surname_elsewhere(place.text, noun.head);
    noun.sort == Sort::Capital
        && !aside
        && !surname
        && !is_told_of(place, at, verb)
        && !(apposed && place.text.grammar.by_order())
        && place.text.has(noun.tokens.start, Class::OPENS)
        && !(at + 1..verb).all(small)
}

/// «Портов, проработавший в театре полвека, сказал»: what stands between two commas right behind a capital and before its
/// verb tells more of it, where nouns have cases.
fn is_told_of(place: Place, at: usize, verb: usize) -> bool {
    let close = (at + 2..verb).rev().find(|at| !place.chunk(*at).is_some_and(is_within_group));
    let open = close.filter(|close| place.is(*close, ',')).and_then(|close| insertion(place, close));
    place.text.grammar.gendered_verbs && open == Some(at + 1)
}

/// `X and Y said`: both, where neither is a person.
pub(crate) fn joined(place: Place, at: usize, noun: &Noun) -> Noun {
    let and = |at: usize| matches!(place.chunk(at).map(|chunk| &chunk.part), Some(Part::And));
    let body = |noun: &Noun| matches!(noun.sort, Sort::Body | Sort::Capital);
    let like = |noun: &Noun| body(noun) || noun.sort == Sort::Thing && noun.determiner.any(Class::THE);
    match place.noun(at + 2).filter(|_| and(at + 1)) {
        Some(other) if like(other) && body(noun) => {
            Noun { tokens: noun.tokens.start..other.tokens.end, sort: Sort::Body, name: None, ..noun.clone() }
        }
        _ => noun.clone(),
    }
}

/// The same for two phrases before their verb, of which the second is found.
pub(crate) fn joined_before(place: Place, at: usize, noun: &Noun) -> Noun {
    let first = at
        .checked_sub(2)
        .and_then(|first| place.noun(first))
        .filter(|first| matches!(first.sort, Sort::Body | Sort::Capital));
    let both = first.map(|first| joined(place, at - 2, first));
    both.filter(|both| both.tokens.end == noun.tokens.end).unwrap_or_else(|| noun.clone())
}

/// True for a relative pronoun read as a phrase behind a preposition: `в котором`.
fn is_relative(place: Place, noun: &Noun) -> bool {
    noun.tokens.len() == 1 && place.text.has(noun.tokens.start, Class::RELATIVE)
}

/// `X said that Y was late and that would not wait`: the verb of saying that opens a second clause without a subject.
pub(super) fn opener(place: Place, verb: usize) -> Option<usize> {
    let that = (0..verb).rev().find(|at| !place.chunk(*at).is_some_and(is_within_group))?;
    if let Some(first) = first_report(place, that, verb) {
        return Some(first);
    }
    if let Some(first) = beside_state(place, that, verb) {
        return Some(first);
    }
    let again = place.chunk(that)?.class.any(Class::THAT)
        && that > 0
        && place.chunk(that - 1).is_some_and(|chunk| matches!(chunk.part, Part::And) || chunk.is(','));
    let says =
        |at: &usize| place.chunk(*at).is_some_and(|chunk| chunk.is_finite() && chunk.class.any(Class::SAY));
    (0..that).rev().filter(|_| again).find(says)
}

/// `X said that Y is in good health and rejected …`: the verb of saying, where `and` joins one that tells what somebody does
/// to what an auxiliary tells of Y.
fn beside_state(place: Place, and: usize, verb: usize) -> Option<usize> {
    let cue = |at: usize| place.chunk(at).is_some_and(|chunk| chunk.is_finite() && chunk.is_verb(Class::CUE));
    let joined = matches!(place.chunk(and)?.part, Part::And) && and + 1 == verb && cue(verb);
    let state =
        (0..and).rev().find(|at| place.chunk(*at).is_some_and(Chunk::is_finite)).filter(|_| joined)?;
    let helper = place.text.has(place.chunk(state)?.tokens.start, Class::PASSIVE_HELPER);
    let that =
        (0..state).rev().find(|at| place.chunk(*at).is_some_and(|chunk| chunk.class.any(Class::THAT)))?;
    let says =
        |at: &usize| place.chunk(*at).is_some_and(|chunk| chunk.is_finite() && chunk.class.any(Class::SAY));
    let first = (0..that).rev().find(|at| place.chunk(*at).is_some_and(Chunk::is_finite)).filter(says);
    first.filter(|_| helper && place.text.grammar.by_order())
}

/// `X said that Y was late, and complained that …`: the verb that opens the first report, where `and` joins a second verb
/// of saying to it.
fn first_report(place: Place, and: usize, verb: usize) -> Option<usize> {
    let reports = |at: usize| {
        let says = place.chunk(at).is_some_and(|chunk| chunk.is_finite() && chunk.class.any(Class::SAY));
        let comma = usize::from(place.is(at + 1, ','));
        // `asked the envoy that …`
        let whom =
            usize::from(place.chunk(at + 1).is_some_and(|chunk| matches!(chunk.part, Part::Governed(_))));
        says && place.chunk(at + 1 + comma + whom).is_some_and(|chunk| chunk.class.any(Class::THAT))
    };
    let joined = matches!(place.chunk(and)?.part, Part::And) && reports(verb);
    (0..and).rev().filter(|_| joined).find(|at| reports(*at))
}
