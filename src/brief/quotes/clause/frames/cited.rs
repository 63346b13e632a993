//! Verbs whose object speaks, `quoted the minister`; whoever a phrase like `in whose opinion` refers to; whose words a noun
//! for something said tells they are.

use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort, is_genitive, noun_at};
use crate::brief::quotes::clause::subjects::{self as subject, Frame, Place, Source, noun_source, owner};
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::rule::Rule;

/// `zitierte die Agentur den Präsidenten`: the object speaks, the outlet relays.
pub(super) fn cited(place: Place, verb: usize) -> Option<Frame> {
    let mut who: Option<Source> = None;
    let mut via: Option<Noun> = None;
    let mut from: Option<Source> = None;
    for at in verb + 1..place.chunks.len().min(verb + 14) {
        let chunk = place.chunk(at)?;
        match &chunk.part {
            // «приводит сайт слова Портова»
            Part::Noun(noun) if who.is_none() && words_of(place, noun).is_some() => {
                who = words_of(place, noun).map(|noun| noun_source(place, noun));
            }
            Part::Noun(noun) if outlet_and_person(place, noun).is_some() => {
                via = via.or_else(|| Some(noun.clone()));
                who = who.or_else(|| outlet_and_person(place, noun).map(|noun| noun_source(place, noun)));
            }
            Part::Noun(noun)
                if noun.sort == Sort::Outlet
                    || place.text.has(noun.head, Class::UPPER) && noun.tokens.len() == 1 =>
            {
                via = via.or_else(|| Some(noun.clone()));
            }
            Part::Noun(noun) if who.is_none() && is_object_behind(place, at) => {
                via = via.or_else(|| Some(noun.clone()));
            }
            Part::Noun(noun) if who.is_none() && noun.can_speak() => {
                let quoted = noun.tokens.clone().any(|at| place.text.is_quote(at)) && !noun.is_human();
                if !quoted {
                    who = Some(noun_source(place, noun.clone()));
                }
            }
            // `citó al rey`: a person as the object behind a preposition
            Part::Governed(noun)
                if who.is_none() && at == verb + 1 && noun.is_human() && place.text.grammar.by_order() =>
            {
                who = Some(noun_source(place, noun.clone()));
            }
            Part::Aside
                if chunk.class.any(Class::OBJECT)
                    && who.is_none()
                    && chunk.class.any(Class::GENDER.or(Class::PLURAL)) =>
            {
                who = Some(Source::Silent(chunk.class, chunk.tokens.clone()));
            }
            // `learned from the mayor`
            Part::Governed(noun) if from.is_none() && at <= verb + 2 && noun.is_human() => {
                from = Some(noun_source(place, noun.clone()));
            }
            Part::Quote | Part::Aside | Part::Governed(_) | Part::Noun(_) => {}
            Part::Mark(',' | '.' | '—' | '–' | '-') if who.is_none() => {}
            _ => break,
        }
    }
    Some(Frame { via, ..Frame::new(Rule::Inverted, who.or(from)?) })
}

/// `zitierte Porto News den Minister`: somebody in another case than the first right behind the phrase at `at`, which is then
/// whoever relays, where every noun has a capital.
fn is_object_behind(place: Place, at: usize) -> bool {
    let object = |noun: &Noun| noun.is_human() && !noun.may_be_subject;
    place.text.grammar.capital_nouns && place.noun(at + 1).is_some_and(object)
}

/// «передаёт его слова агентство», «его слова приводит агентство»: words of whom a pronoun means, relayed by an outlet;
/// `led` stands before the verb.
pub(super) fn relayed(place: Place, verb: usize, led: Option<&Noun>) -> Option<Frame> {
    let nouns = || (verb + 1..place.chunks.len().min(verb + RELAY)).filter_map(|at| place.noun(at));
    let words = led.or_else(|| nouns().next()).filter(|noun| noun.sort == Sort::Utterance)?;
    let relays = |noun: &&Noun| noun.sort == Sort::Outlet || place.text.has(noun.head, Class::UPPER);
    let via = nouns().find(relays).filter(|_| words.determiner.any(Class::OWNER))?;
    let whose = words.tokens.clone().find(|at| place.text.has(*at, Class::OWNER))?;
    let class = place.text.class(whose).intersection(Class::GENDER.or(Class::PLURAL));
    // `his own words`
    if class == Class::NONE && place.text.grammar.cases {
        return None;
    }
    let source = Source::Silent(class, whose..whose + 1);
    Some(Frame { via: Some(via.clone()), ..Frame::new(Rule::Inverted, source) })
}

/// Whose words a phrase holds, where nouns have cases: `(the site) the words of X`.
fn words_of(place: Place, noun: &Noun) -> Option<Noun> {
    let words = noun.tokens.clone().find(|at| place.text.has(*at, Class::UTTERANCE));
    let words = words.filter(|_| place.text.grammar.cases && !place.text.grammar.capital_nouns)?;
    let owner = noun_at(place.text, words + 1, noun.tokens.end.max(words + 2))?;
    matches!(owner.sort, Sort::Person | Sort::Role).then_some(owner)
}

/// Whoever says words by a form without a subject: `one hears a man shout: “…”`, `X has decreed it and called “…”`.
pub(super) fn of_form(place: Place, verb: usize) -> Option<Noun> {
    heard_saying(place, verb).or_else(|| joined_participle(place, verb))
}

/// `X has decreed it and called “…”`: X, where a conjunction joins a participle to one with its auxiliary.
fn joined_participle(place: Place, verb: usize) -> Option<Noun> {
    let class = place.chunk(verb)?.class;
    let bare = class.any(Class::PARTICIPLE) && !class.any(Class::FINITE) && place.text.grammar.by_order();
    let and = verb
        .checked_sub(1)
        .filter(|at| bare && matches!(place.chunk(*at).map(|c| &c.part), Some(Part::And)))?;
    let first = (0..and).rev().find(|at| place.chunk(*at).is_some_and(Chunk::is_finite))?;
    place.chunk(first).filter(|chunk| chunk.class.any(Class::PARTICIPLE))?;
    match subject::of(place, first, and)? {
        Source::Noun(noun) if noun.can_speak() => Some(noun),
        _ => None,
    }
}

/// `one hears a man shout: “…”`: whoever stands right before an infinitive of saying, behind another verb.
fn heard_saying(place: Place, verb: usize) -> Option<Noun> {
    let class = place.chunk(verb)?.class;
    let infinitive = class.any(Class::INFINITIVE) && !class.any(Class::FINITE) && class.any(Class::SAY);
    let at = verb.checked_sub(1).filter(|at| infinitive && *at > 0 && place.text.grammar.by_order())?;
    let noun = place.noun(at).filter(|noun| noun.determiner.any(Class::ONE.or(Class::THE)))?;
    let verb = place.chunk(at - 1).is_some_and(|chunk| chunk.is_finite() && !chunk.class.any(Class::HELPER));
    (verb && noun.sort != Sort::Pronoun).then(|| noun.clone())
}

/// Chunks behind a verb in which the words and whoever relays them stand.
const RELAY: usize = 4;

/// `zitiert der Sender den Sprecher`, in one phrase: an outlet and, in another case, who speaks.
fn outlet_and_person(place: Place, noun: &Noun) -> Option<Noun> {
    let text = place.text;
    let outlet = noun.sort == Sort::Outlet
        || text.has(noun.tokens.start, Class::UPPER.or(Class::OUTLET)) && noun.tokens.len() > 1;
    let start = noun.tokens.clone().skip(1).find(|at| {
        text.has(*at, Class::ROLE)
            || text.grammar.cases && text.is_name_word(*at) && !text.has(*at, Class::UPPER)
    })?;
    let own = noun_at(text, start, noun.tokens.end)?;
    (outlet && matches!(own.sort, Sort::Person | Sort::Role | Sort::Capital)).then_some(own)
}

/// Chunks on either side of such a phrase in which is looked for whose it is.
const NEAR: usize = 8;

/// `“…”, these more or less the words of X`: a word that points back, a noun for something said, and whose it is.
pub(super) fn these_words(place: Place, at: usize) -> Option<Source> {
    let text = place.text;
    let first = text.lower(place.chunk(at)?.tokens.start);
    let points = text.grammar.naming.these.iter().any(|word| word == first);
    let said = (at..place.chunks.len().min(at + NEAR)).filter(|_| points).find(|at| {
        let small = |chunk: &Chunk| matches!(chunk.part, Part::Aside | Part::And | Part::Governed(_));
        let pointing = place.noun(*at).is_some_and(|noun| {
            let start = noun.tokens.start;
            text.lower(start) == first && !text.has(start + 1, Class::THE)
        });
        !pointing && !place.chunk(*at).is_some_and(small)
    })?;
    // `these his words`, `these the words that X may have said`: told by others than the noun
    let other = |chunk: &Chunk| matches!(chunk.part, Part::Relative | Part::Subordinate);
    let noun = place.noun(said).filter(|noun| noun.sort == Sort::Utterance)?;
    if noun.determiner.any(Class::OWNER) || place.chunk(said + 1).is_some_and(other) {
        return None;
    }
    let of = owner(place, noun).filter(Noun::can_speak);
    let whose = of.or_else(|| tied_to(place, said)).map(|noun| noun_source(place, noun));
    Some(whose.unwrap_or_else(|| Source::Document(None, noun.tokens.clone())))
}

/// `the words spoken by X`, `the comment in anger of X`: X, behind the noun for something said at the chunk `said`.
fn tied_to(place: Place, said: usize) -> Option<Noun> {
    (said + 1..place.chunks.len().min(said + NEAR)).find_map(|at| {
        let chunk = place.chunk(at)?;
        let Part::Governed(noun) = &chunk.part else { return None };
        // `the words spoken by X`, not `the words heard by X` or `on a banner held by X`
        let spoken = |chunk: &Chunk| match chunk.part {
            Part::Verb => chunk.class.any(Class::CUE),
            ref part => matches!(part, Part::Aside),
        };
        let one = (said + 1..at).all(|at| place.chunk(at).is_some_and(spoken));
        if chunk.class.any(Class::AGENT) && noun.can_speak() && one {
            return Some(noun.clone());
        }
        // `in anger`, `at once`, not `below the picture of X` or `to X`
        let manner = noun.sort == Sort::Thing && noun.determiner == Class::NONE;
        owner(place, noun).filter(|owner| at == said + 1 && manner && owner.is_human())
    })
}

/// `“…”, the first comment of X`, `“…”, words spoken by X`: no verb of its own, and whose words they are.
pub(super) fn whose_words(place: Place, at: usize) -> Option<Frame> {
    let parted = at > place.at + 1 && place.is(at - 1, ',');
    let noun = place.noun(at).filter(|noun| parted && noun.sort == Sort::Utterance)?;
    let rest = at + 1..place.chunks.len();
    if rest.clone().any(|at| place.chunk(at).is_some_and(Chunk::is_finite)) {
        return None;
    }
    let spoken = |to: usize| {
        (at + 1..to).any(|at| place.chunk(at).is_some_and(|chunk| chunk.is_verb(Class::PARTICIPLE)))
    };
    let tied = rest.take(NEAR).find_map(|at| match &place.chunk(at)?.part {
        // `expression used in France`: where order tells subjects, only whoever it is of, or by whom it was said
        Part::Governed(noun) if noun.can_speak() && noun.sort != Sort::Capital => {
            let chunk = place.chunk(at)?;
            let first = chunk.tokens.start;
            let of = place.text.has(first, Class::OF) && is_genitive(place.text, first);
            let said = spoken(at) && noun.is_human();
            (!place.text.grammar.by_order() || of || said).then(|| noun.clone())
        }
        _ => None,
    });
    let owner = owner(place, noun).filter(Noun::can_speak).or(tied)?;
    Some(Frame::new(Rule::Noun, noun_source(place, owner)))
}

/// Chunks between the head of a clause and what tells whose words they are.
const OWNER: usize = 6;

/// `The words are X's`, `these are the words of X`, `it is the alarm raised by X`: whose they are; the clause begins at
/// the chunk `from`.
pub(super) fn whose(place: Place, from: usize) -> Option<Noun> {
    let end = place.chunks.len().min(from + OWNER);
    let be = |at: usize| place.chunk(at).is_some_and(|chunk| chunk.is_verb(Class::HELPER));
    let small = |at: usize| place.chunk(at).is_some_and(|chunk| matches!(chunk.part, Part::Aside));
    let at = (from..end).find(|at| !small(*at) && !be(*at))?;
    // `The answer of X has asked for “…”` does something
    let does = (at + 2..end).find(|at| !small(*at)).and_then(|at| place.chunk(at));
    let does = be(at + 1) && does.is_some_and(|chunk| chunk.class.any(Class::PARTICIPLE.or(Class::CUE)));
    if does && !place.chunk(at + 1).is_some_and(|chunk| chunk.class.any(Class::PASSIVE_HELPER)) {
        return None;
    }
    let word = place.noun(at).filter(|noun| noun.sort == Sort::Utterance && place.text.grammar.by_order())?;
    // `“…”. Word of X.`
    let alone =
        at == 0 && from == 0 && word.determiner == Class::NONE && place.at == 0 && place.is(at + 1, '.');
    if !((from..at).any(be) || be(at + 1) || alone) {
        return None;
    }
    if let Some(owner) = owner(place, word).filter(Noun::can_speak) {
        return Some(owner);
    }
    for at in at + 1..place.chunks.len().min(at + OWNER) {
        let chunk = place.chunk(at)?;
        match &chunk.part {
            Part::Governed(noun) if noun.is_human() || noun.sort == Sort::Body => return Some(noun.clone()),
            Part::Noun(noun) if noun.is_human() => return Some(noun.clone()),
            Part::Noun(_) | Part::Governed(_) | Part::Aside | Part::Verb | Part::Relative => {}
            _ => return None,
        }
    }
    None
}
