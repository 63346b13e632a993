//! A noun nobody knows, with its article, at the head of the clause of its verb.

use super::frame::{GROUP, Place, is_within_group};
use super::inserted::insertion;
use crate::brief::quotes::clause::people::{Gender, object_gender};
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort};
use crate::brief::quotes::clause::words::Class;

/// `A sceptic said`: a noun nobody knows with its article right before the verb, at the head of its clause.
pub(crate) fn described(place: Place, verb: usize) -> Option<Noun> {
    let at = (0..verb).rev().take(GROUP).find(|at| !place.chunk(*at).is_some_and(is_within_group))?;
    let told_of = place.is(at, ',').then(|| insertion(place, at)).flatten();
    let behind = told_of.and_then(|open| open.checked_sub(1));
    // `Eine Frau aus Bremen, die …, sagte`
    let tied = |at: usize| place.chunk(at).is_some_and(|chunk| matches!(chunk.part, Part::Governed(_)));
    let at = behind.map_or(at, |at| if tied(at) { at.saturating_sub(1) } else { at });
    let near = at + 1 == verb || behind.is_some() || place.text.grammar.by_order();
    let noun = place.noun(at).filter(|_| near)?;
    let opens = at == 0
        || [',', '.', ';', ':'].iter().any(|mark| place.is(at - 1, *mark))
        || place.text.grammar.by_order() && place.chunk(at - 1).is_some_and(opens_clause);
    let owner = if place.text.grammar.by_order() { Class::OWNER } else { Class::NONE };
    let article = noun.determiner.any(Class::ONE.or(Class::THE).or(Class::FEMALE_CASE).or(owner));
    let fits = noun.sort == Sort::Thing && noun.may_be_subject && article && opens;
    let ordered = place.text.grammar.by_order() && same_number(place, verb, noun);
    (fits && (place.text.grammar.capital_nouns || ordered)).then(|| noun.clone())
}

/// `A survey of 2018 that the paper has seen already warned`, `A survey signed by three masters warned`: a noun nobody knows
/// with its article at the head of the sentence, with a participle or one clause that tell more of it before the verb.
pub(crate) fn at_head(place: Place, verb: usize) -> Option<Noun> {
    let small = |at: &usize| {
        place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::Aside | Part::And) || chunk.is(','))
    };
    let head = (0..verb).find(|at| !small(at))?;
    // `El abogado que lo defiende confía: «…»`, but `El autor que la escribió`: a novel
    let another = |noun: &Noun| object_gender(place.text, noun.tokens.end + 1).zip(Gender::of(noun.class));
    let office = |noun: &Noun| {
        let relative = noun.sort == Sort::Role && place.text.has(noun.tokens.end, Class::RELATIVE);
        relative && another(noun).is_none_or(|(meant, own)| meant == own)
    };
    let text = |noun: &Noun| matches!(noun.sort, Sort::Thing | Sort::Document) || office(noun);
    let known = |noun: &Noun| noun.determiner.any(Class::ONE.or(Class::THE)) && noun.may_be_subject;
    let noun = place.noun(head).filter(|noun| text(noun) && known(noun) && same_number(place, verb, noun))?;
    let mut relatives = 0;
    let mut verbs = 0;
    let group = |at: &usize| place.chunk(*at).is_some_and(is_within_group);
    let first = (head + 1..verb).rev().take_while(group).last().unwrap_or(verb);
    for at in head + 1..first {
        let chunk = place.chunk(at)?;
        match &chunk.part {
            Part::Relative => relatives += 1,
            Part::Subordinate if relatives == 0 && chunk.class.any(Class::RELATIVE) => relatives += 1,
            Part::Verb if chunk.is_main_verb() && relatives > verbs => verbs += 1,
            Part::Verb if chunk.is_main_verb() && !place.chunk(at + 1)?.is_verb(Class::PARTICIPLE) => {
                return None;
            }
            Part::Noun(noun) if noun.can_speak() && relatives == verbs => return None,
            Part::Quote | Part::Subordinate | Part::Mark(':' | ';' | '—' | '–') => return None,
            _ => {}
        }
    }
    let ordered = place.text.grammar.by_order() && head + 1 < verb;
    (ordered && relatives == verbs && verbs < 2).then(|| noun.clone())
}

/// «Экспертиза 2018 года уже предупреждала»: a noun nobody knows at the head of the sentence that has the number and the
/// gender of its verb, where nouns have cases and small letters: the verb has a subject of its own.
pub(crate) fn unknown(place: Place, verb: usize) -> Option<Noun> {
    let grammar = place.text.grammar;
    let cases = grammar.cases && !grammar.capital_nouns && !grammar.last_verb;
    let noun = place.noun(0).filter(|noun| cases && noun.sort == Sort::Thing && noun.may_be_subject)?;
    let lower = place.text.lower(noun.head);
    let class = place.chunk(verb)?.class;
    let gender = class.intersection(Class::GENDER);
    let own = grammar.ending_gender(lower)?;
    let agrees = if gender == Class::NONE { !own.any(Class::NEUTER) } else { gender.any(own) };
    let one = class.any(Class::SINGULAR) && !class.any(Class::PLURAL);
    let led = (1..verb).all(|at| {
        place.chunk(at).is_some_and(|chunk| match &chunk.part {
            Part::Noun(noun) => !noun.may_be_subject,
            Part::Governed(_) | Part::Aside => true,
            _ => false,
        })
    });
    (agrees && one && led).then(|| noun.clone())
}

/// True for what stands before a clause.
fn opens_clause(chunk: &Chunk) -> bool {
    matches!(chunk.part, Part::And | Part::Subordinate | Part::Governed(_)) || chunk.is('—') || chunk.is('–')
}

/// True unless verb and noun differ in number.
fn same_number(place: Place, verb: usize, noun: &Noun) -> bool {
    let number = Class::SINGULAR.or(Class::PLURAL);
    let own = noun.class.intersection(number);
    let told = (verb.saturating_sub(GROUP)..=verb)
        .rev()
        .filter_map(|at| place.chunk(at))
        .filter(|chunk| chunk.is_finite())
        .map(|chunk| chunk.class.intersection(number))
        .find(|told| *told != Class::NONE)
        .unwrap_or(Class::NONE);
    own == Class::NONE || told == Class::NONE || own.any(told)
}

/// `nannte ihn der Bote`: an unknown noun behind the article of a man's subject that no noun before it owns.
pub(crate) fn masculine(place: Place, at: usize, noun: &Noun) -> bool {
    let owned =
        place.chunk(at - 1).is_some_and(|chunk| matches!(chunk.part, Part::Noun(_) | Part::Governed(_)));
    let article = noun.determiner.any(Class::FEMALE_CASE) && !noun.determiner.any(Class::OWNER);
    place.text.grammar.capital_nouns && noun.sort == Sort::Thing && article && !owned
}
