//! The subject of a verb.

mod apposed;
mod before;
mod beside;
mod called;
mod described;
mod document;
mod frame;
mod in_marks;
mod inserted;
mod newcomer;
mod place;
mod pronoun;
mod relative;
mod several;
mod unmarked;

pub(crate) use apposed::is_relative_pronoun;
pub(crate) use before::{joined, joined_before};
pub(crate) use beside::{is_company, is_town};
pub(crate) use called::calls;
pub(crate) use document::{agent, of_text, owned, owner, passive, quoted, text_at_head, text_that_speaks};
pub(crate) use frame::{Frame, Place, Source, agrees, is_thing, is_within_group};
pub(crate) use in_marks::{described_in_marks, in_marks};
pub(crate) use inserted::{answers, is_in_opening_clause};
pub(crate) use place::begins;
pub(crate) use relative::antecedent;
pub(crate) use several::formed_by;
pub(crate) use unmarked::{ends_clause, is_named_elsewhere, is_no_subject, led, teller, text_before};

use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort, name_behind, surname_behind};
use crate::brief::quotes::clause::words::Class;
use before::{before, opener};
use called::{he_behind, judges_somebody};
use described::{at_head, described, masculine, unknown};
use frame::{GROUP, REACH, is_object_of_gerund, main_verb, named_behind, opens_aside, subject_like};
use in_marks::{is_outlet, is_told_to};
use newcomer::{newcomer, plain};
use place::{is_object_of_infinitive, is_weak};
use pronoun::{own_body, topic};
use relative::relative;

/// How often a verb may have the subject of the one before it.
const SHARED: usize = 3;

/// The subject of the verb that is the chunk `verb`; behind it looked for no further than the chunk `end`.
#[must_use]
pub(crate) fn of(place: Place, verb: usize, end: usize) -> Option<Source> {
    shared(place, verb, end, SHARED)
}

fn shared(place: Place, verb: usize, end: usize, depth: usize) -> Option<Source> {
    let class = place.chunk(verb)?.class;
    match unformed(place, verb, end, depth)? {
        Source::Noun(noun) => Some(Source::Noun(formed_by(place, class, noun))),
        source => Some(source),
    }
}

fn unformed(place: Place, verb: usize, end: usize, depth: usize) -> Option<Source> {
    let chunk = place.chunk(verb)?;
    if let Some(clitic) = clitic(chunk) {
        return Some(clitic);
    }
    if chunk.is_finite() {
        if let Some(noun) = he_behind(place, verb) {
            return Some(noun_source(place, noun));
        }
        if let Some(noun) = before(place, verb).filter(|noun| agrees(chunk.class, noun)) {
            // `Worried said also the chairman: …`: a capital at the head of a sentence may be any word
            let any = place.text.grammar.capital_nouns || place.text.has(noun.tokens.start, Class::OPENS);
            let beside = place.noun(verb + 1).map(|noun| noun.tokens.start);
            let named = |noun: &Noun| {
                noun.is_human() || noun.sort == Sort::Capital && beside == Some(noun.tokens.start)
            };
            let ordered = place.text.grammar.by_order() && !place.text.has(noun.tokens.start, Class::NOUN);
            let known = place.text.grammar.capital_nouns && place.text.is_known_surname(noun.head);
            let ordered = ordered || judges_somebody(place, verb, &noun);
            let doubtful = any && noun.sort == Sort::Capital && !ordered && !known;
            let person = if doubtful { behind(place, verb, end).filter(named) } else { None };
            let noun = topic(place, &noun).or_else(|| own_body(place, &noun)).unwrap_or(noun);
            return Some(noun_source(place, person.unwrap_or(noun)));
        }
        // a thing whose verb another verb only hangs on says nothing: `the burials ought to be seen as “…”`
        let told = depth == SHARED || !place.text.grammar.by_order() || chunk.class.any(Class::SAY);
        // `Die Freilassung kommentierte er`: where verbs stand second the pronoun behind one is its subject
        let own = place.noun(verb + 1).filter(|noun| {
            place.text.grammar.capital_nouns && noun.sort == Sort::Pronoun && noun.class.any(Class::SUBJECT)
        });
        if let Some(noun) = own.filter(|noun| subject_like(noun) && agrees(chunk.class, noun)) {
            return Some(noun_source(place, noun.clone()));
        }
        if let Some(noun) = described(place, verb).filter(|_| told) {
            return Some(Source::Noun(noun));
        }
        if let Some(noun) = at_head(place, verb).filter(|_| told) {
            return Some(noun_source(place, noun));
        }
        if let Some(noun) = unknown(place, verb) {
            return Some(Source::Noun(noun));
        }
        if let Some(noun) = relative(place, verb) {
            return Some(noun_source(place, noun));
        }
        // where a verb needs no subject the phrase behind one that judges is whom it judges
        let judged = place.text.grammar.by_order()
            && chunk.class.any(Class::CALL)
            && !(end > 0 && place.is(end - 1, ':'));
        let by_order = place.text.grammar.by_order();
        let fits = |noun: &Noun| !by_order || !judged && noun.sort != Sort::Thing;
        // «встретил гостя и назвал его визит „…“»: a second verb has the subject of the first, a thing behind it is its object
        if let Some(noun) = joined_subject(place, verb, depth) {
            return Some(Source::Noun(noun));
        }
        let newcomer = newcomer(place, verb);
        let stronger = |noun: &Noun| newcomer.is_none() || noun.sort != Sort::Thing;
        if let Some(noun) = behind(place, verb, end).filter(|noun| fits(noun) && stronger(noun)) {
            return Some(noun_source(place, noun));
        }
        if let Some(noun) = newcomer {
            return Some(Source::Noun(noun));
        }
    }
    if let Some(outlet) = in_marks(place, verb) {
        return Some(Source::Noun(outlet));
    }
    let asked = answers(place.text, place.chunks).filter(|comma| *comma < verb);
    let outer = outer(place, verb).filter(|outer| depth > 0 && asked.is_none_or(|comma| *outer > comma))?;
    shared(place, outer, verb, depth - 1)
}

/// The subject, if it is somebody or a body, of the verb before that a conjunction right before `verb` joins to it, where
/// nouns have cases and nobody stands behind `verb`.
fn joined_subject(place: Place, verb: usize, depth: usize) -> Option<Noun> {
    let grammar = &place.text.grammar;
    let joined = verb > 0 && matches!(place.chunk(verb - 1)?.part, Part::And);
    let somebody = |noun: &Noun| noun.can_speak() && noun.may_be_subject;
    let own = (verb + 1..place.at).filter_map(|at| place.noun(at)).any(somebody);
    let first =
        outer(place, verb).filter(|_| joined && !own && depth > 0 && grammar.cases && !grammar.last_verb)?;
    match shared(place, first, verb, depth - 1)? {
        Source::Noun(noun) if noun.is_human() || noun.sort == Sort::Body => Some(noun),
        _ => None,
    }
}

/// The finite verb before the verb at `verb` that is in no relative clause.
pub(crate) fn outer(place: Place, verb: usize) -> Option<usize> {
    let aside = place.chunk(verb)?.class;
    let gerund = aside.any(Class::GERUND) && !aside.any(Class::FINITE);
    if let Some(main) = main_verb(place, verb).filter(|_| gerund && place.text.grammar.by_order()) {
        return Some(main);
    }
    if let Some(saying) = opener(place, verb) {
        return Some(saying);
    }
    let mut found = None;
    let grammar = &place.text.grammar;
    // «На вопрос, готовы ли они, ответил»: the clause between commas right before the verb is none it belongs to
    let closed = grammar.cases && !grammar.last_verb && verb > 0 && place.is(verb - 1, ',');
    for at in (0..verb).rev().take(REACH) {
        let chunk = place.chunk(at)?;
        let asks = matches!(chunk.part, Part::Subordinate) && !chunk.class.any(Class::THAT) && closed;
        if matches!(chunk.part, Part::Relative) || asks {
            found = None;
        } else if chunk.is_main_verb() {
            if found.is_some() {
                break;
            }
            found = Some(at);
        }
    }
    found
}

/// `Calling it “…”, X left`: a gerund before any main verb has the subject of the clause behind the words.
pub(crate) fn ahead(place: Place, verb: usize) -> Option<Noun> {
    let class = place.chunk(verb)?.class;
    let gerund = class.any(Class::GERUND) && !class.any(Class::FINITE) && place.text.grammar.by_order();
    if !gerund || main_verb(place, verb).is_some() {
        return None;
    }
    let comma = (place.at + 1..place.chunks.len()).find(|at| place.is(*at, ','))?;
    let noun = (comma + 1..place.chunks.len().min(comma + GROUP)).find_map(|at| place.noun(at))?;
    (noun.can_speak() && noun.may_be_subject).then(|| noun.clone())
}

/// `a-t-il dit`
fn clitic(chunk: &Chunk) -> Option<Source> {
    chunk.class.any(Class::SUBJECT).then(|| Source::Silent(chunk.class, chunk.tokens.clone()))
}

/// A subject as the source: a text that speaks is a document.
pub(crate) fn noun_source(place: Place, noun: Noun) -> Source {
    match noun.sort {
        Sort::Pronoun if !noun.class.any(Class::LATTER) => Source::Silent(noun.class, noun.tokens),
        Sort::Document | Sort::Utterance => Source::Document(owner(place, &noun), noun.tokens),
        _ => Source::Noun(noun),
    }
}

/// True for several people behind a verb of one subject: they are its object.
pub(crate) fn is_several(place: Place, verb: usize, noun: &Noun) -> bool {
    let only = |class: Class, one: Class, other: Class| class.any(one) && !class.any(other);
    let number = (verb.saturating_sub(GROUP)..=verb).rev().find_map(|at| {
        let class = place.chunk(at)?.class;
        (at == verb || class.any(Class::HELPER))
            .then_some(class)
            .filter(|class| class.any(Class::SINGULAR.or(Class::PLURAL)))
    });
    place.text.grammar.by_order()
        && number.is_some_and(|class| only(class, Class::SINGULAR, Class::PLURAL))
        && only(noun.class, Class::PLURAL, Class::SINGULAR)
        && !noun.determiner.any(Class::ONE)
}

/// True for one person behind a verb of several, and nobody joined to that person: the object of the verb.
fn is_one_of_several(place: Place, verb: usize, at: usize) -> bool {
    let several = |class: Class| class.any(Class::PLURAL) && !class.any(Class::SINGULAR);
    let helped = verb.checked_sub(1).and_then(|at| place.chunk(at)).filter(|chunk| chunk.is_finite());
    let verb = helped.filter(|chunk| chunk.class.any(Class::HELPER)).or_else(|| place.chunk(verb));
    // `X and Y`, `X with Y`, `X together with Y`
    let joins =
        |chunk: &Chunk| matches!(chunk.part, Part::And | Part::Governed(_) | Part::Aside) || chunk.is(',');
    let alone = !place.chunk(at + 1).is_some_and(joins);
    let one = place.noun(at).is_some_and(|noun| {
        noun.sort == Sort::Person && !noun.class.any(Class::PLURAL) && noun.determiner.any(Class::THE)
    });
    place.text.grammar.by_order() && one && alone && verb.is_some_and(|verb| several(verb.class))
}

/// The subject that stands behind its verb.
pub(crate) fn behind(place: Place, verb: usize, end: usize) -> Option<Noun> {
    let class = place.chunk(verb)?.class;
    let mut weak: Option<Noun> = None;
    let mut loose: Option<Noun> = None;
    let mut aside = false;
    let mut parted = false;
    let mut at = verb + 1;
    while at < end.min(verb + REACH) {
        let chunk = place.chunk(at)?;
        match &chunk.part {
            Part::Mark(',') if aside => aside = false,
            Part::Mark(',') if weak.is_none() && loose.is_none() => parted = true,
            Part::Noun(_) | Part::Governed(_) if aside => {}
            Part::Noun(noun) if is_object_of_infinitive(place, verb, at, noun) => {}
            // `said, accompanied by X`
            Part::Verb if opens_aside(place, chunk) => aside = at > 0 && place.is(at - 1, ','),
            Part::Noun(noun)
                if subject_like(noun)
                    && agrees(class, noun)
                    && !is_several(place, verb, noun)
                    && !is_one_of_several(place, verb, at)
                    && !(is_object_of_gerund(place, at) && !noun.can_speak())
                    && !(matches!(noun.sort, Sort::Document | Sort::Utterance) && noun.is_indefinite()) =>
            {
                let noun = joined(place, at, noun);
                if !is_weak(place, &noun) {
                    return Some(noun);
                }
                weak.get_or_insert(noun);
            }
            Part::Noun(noun) if weak.is_none() && surname_behind(place.text, noun).is_some() => {
                return surname_behind(place.text, noun);
            }
            Part::Noun(noun)
                if loose.is_none()
                    && weak.is_none()
                    && !parted
                    && noun.may_be_subject
                    && !is_object_of_gerund(place, at)
                    && (plain(place, class, noun) || masculine(place, at, noun))
                    && agrees(class, noun) =>
            {
                loose = Some(named_behind(place, at).unwrap_or_else(|| noun.clone()));
            }
            Part::Governed(noun) if weak.is_none() && loose.is_none() => {
                let told = (verb + 1..at).all(|at| place.chunk(at).is_some_and(is_within_group));
                weak = name_behind(place.text, noun, told);
            }
            // `writes in the “Herald” the columnist X`
            Part::Quote if is_outlet(place, chunk.tokens.start) || is_told_to(place, verb, at) => {}
            Part::Relative | Part::Subordinate | Part::Quote | Part::Mark(':' | ';' | '.') => break,
            Part::And | Part::Mark(',' | '—' | '–' | '-') if weak.is_some() || loose.is_some() => break,
            Part::Verb if chunk.is_finite() && !chunk.class.any(Class::HELPER.or(Class::PARTICIPLE)) => break,
            _ => {}
        }
        at += 1;
    }
    weak.or(loose)
}
