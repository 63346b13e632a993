//! `X launched an appeal: “…”`: a clause before a colon that has no verb of saying; a subject that
//! shares the verb before it.

use super::verb_last;
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort, is_surname_elsewhere, noun_at};
use crate::brief::quotes::clause::subjects::{self as subject, Frame, Place, Source, owned, owner};
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::rule::Rule;

/// Chunks looked back through.
const REACH: usize = 60;

/// `The announcement was made by X in the hall: “…”`: X.
pub(super) fn made_by(place: Place, colon: bool) -> Option<Frame> {
    let agent = |at: &usize| place.chunk(*at).is_some_and(|chunk| chunk.class.any(Class::AGENT));
    let by = (1..place.at).find(agent).filter(|_| colon && place.text.grammar.by_order())?;
    let Part::Governed(noun) = &place.chunk(by)?.part else { return None };
    let made = place.chunk(by - 1)?.is_verb(Class::PARTICIPLE);
    let said =
        |at: usize| place.noun(at).is_some_and(|noun| matches!(noun.sort, Sort::Utterance | Sort::Document));
    let subject = (0..by - 1).any(said);
    (made && subject && noun.is_human())
        .then(|| Frame::new(Rule::Before, subject::noun_source(place, noun.clone())))
}

/// `X launched an appeal: “…”`: a colon, and no verb of saying.
pub(super) fn announced(place: Place) -> Option<Frame> {
    let floor = (0..place.at).rev().find(|at| place.is(*at, ';')).map_or(0, |at| at + 1);
    if let Some(text) = text_as_subject(place, floor) {
        return Some(Frame::new(Rule::Before, text));
    }
    if place.text.grammar.last_verb {
        let speaks = |noun: &Noun| noun.is_human() || noun.sort == Sort::Body;
        let noun = voice_of(place);
        let noun =
            noun.or_else(|| verb_last::topic(place, false).filter(speaks)).or_else(|| at_head(place))?;
        return Some(Frame { beside: false, ..Frame::new(Rule::Before, Source::Noun(noun)) });
    }
    let verb =
        (floor..place.at).rev().take(REACH).find(|at| place.chunk(*at).is_some_and(Chunk::is_main_verb));
    // `The ministry reacted coolly: “…”`, not `the sign is there, hung on the gate: “…”`
    let acts = verb
        .and_then(|verb| place.chunk(verb))
        .is_some_and(|chunk| !chunk.class.any(Class::HELPER.or(Class::PARTICIPLE).or(Class::PASSIVE)));
    let body = |noun: &Noun| acts && matches!(noun.sort, Sort::Body | Sort::Outlet);
    let verb = verb.and_then(|verb| subject::of(place, verb, place.at));
    let source = verb.filter(|source| match source {
        Source::Noun(noun) => {
            let surname = is_surname_elsewhere(place.text, noun.tokens.end - 1);
            noun.is_human() || noun.sort == Sort::Capital || body(noun) || surname
        }
        Source::Silent(class, _) => place.text.grammar.by_order() && class.any(Class::SUBJECT),
        Source::Document(..) => false,
    });
    let told = source.is_some() && place.text.grammar.by_order();
    // a verb nobody knows
    let first = || {
        let surname = |noun: &Noun| noun.sort == Sort::Capital && place.text.is_known_surname(noun.head);
        let fits = |noun: &&Noun| (noun.is_human() || surname(noun)) && noun.may_be_subject;
        let mut people = (floor..place.at.min(REACH)).filter_map(|at| place.noun(at).filter(fits));
        let noun = people.next().filter(|_| people.all(|other| other.name.is_none()))?;
        if place.text.grammar.by_order() {
            return None;
        }
        Some(Source::Noun(noun.clone()))
    };
    let source = source.or_else(|| opening(place, floor)).or_else(first).or_else(|| asked(place, floor));
    let source = source.or_else(|| thrust(place, floor))?;
    Some(Frame { beside: told, ..Frame::new(Rule::Before, source) })
}

/// `The statutes are clear: “…”`: a text at the head of the clause, where nobody else may be its subject.
fn text_as_subject(place: Place, floor: usize) -> Option<Source> {
    let small = |chunk: &Chunk| matches!(chunk.part, Part::Aside | Part::And) || chunk.is(',');
    let head = (floor..place.at).find(|at| place.chunk(*at).is_some_and(|chunk| !small(chunk)))?;
    let text = |noun: &&Noun| noun.sort == Sort::Document && !noun.determiner.any(Class::OWNER);
    let noun = place.noun(head).filter(text).filter(|noun| noun.may_be_subject)?;
    let somebody = |noun: &Noun| noun.can_speak() && noun.may_be_subject;
    let other = (head + 1..place.at).any(|at| place.noun(at).is_some_and(somebody));
    (!other).then(|| subject::noun_source(place, noun.clone()))
}

/// `The mayor, with a shrug: “…”`: somebody at the head of the clause, whatever follows.
fn opening(place: Place, floor: usize) -> Option<Source> {
    let head = (floor..place.at).find(|at| {
        place.chunk(*at).is_some_and(|chunk| {
            !matches!(chunk.part, Part::Aside | Part::And | Part::Governed(_)) && !chunk.is(',')
        })
    })?;
    let somebody = |at: usize| {
        place.noun(at).filter(|noun| {
            place.text.grammar.by_order()
                && (matches!(noun.sort, Sort::Person | Sort::Role | Sort::Open)
                    || noun.sort == Sort::Capital && is_surname_elsewhere(place.text, noun.head))
                && noun.may_be_subject
        })
    };
    let verbless = (floor..place.at).all(|at| !place.chunk(at).is_some_and(Chunk::is_finite));
    // `Critical, too, Ana Porto: “…”`
    let bare = |noun: &&Noun| {
        noun.sort == Sort::Role && noun.determiner == Class::NONE && noun.name.is_none() && verbless
    };
    let person = |noun: &&Noun| noun.sort == Sort::Person && noun.may_be_subject;
    let named = place.noun(head).filter(bare).filter(|noun| noun.tokens.len() == 1);
    let named = named.and_then(|_| (head + 1..place.at).find_map(|at| place.noun(at).filter(person)));
    let noun =
        named.or_else(|| somebody(head)).or_else(|| (head..place.at).filter(|_| verbless).find_map(somebody));
    let tied = || at_colon(place, floor).filter(|_| verbless);
    let noun = noun.cloned().or_else(tied).or_else(|| turned_to(place, floor));
    let noun = noun.or_else(|| answers(place, floor).filter(|_| verbless))?;
    Some(subject::noun_source(place, noun))
}

/// `Ayla Kaya'nın yanıtı gecikmedi: “…”`, `Ayla Kaya'nın şu sözlerine yer verildi: “…”`: whose words the clause tells of,
/// where the verb is last.
fn voice_of(place: Place) -> Option<Noun> {
    let text = place.text;
    let end = place.chunk(place.at)?.tokens.start;
    let start = place.chunk(0)?.tokens.start.max(end.saturating_sub(REACH));
    let said = |at: &usize| {
        let words = at + 1 + usize::from(text.has(at + 1, Class::THE));
        let said = text.has(words, Class::UTTERANCE) || text.has(words, Class::QUOTED_BY);
        text.has(*at, Class::GENITIVE) && text.is_name_word(*at) && said
    };
    let last = (start..end).rev().find(said)?;
    let first = (start..=last).rev().take_while(|at| text.is_name_word(*at)).last()?;
    noun_at(text, first, last + 1)
}

/// `Kaya başını salladı: “…”`: a name of one word at the head of the clause, where the verb is last.
fn at_head(place: Place) -> Option<Noun> {
    let noun = place.noun(0).filter(|noun| noun.sort == Sort::Capital && noun.may_be_subject)?;
    let suffixed = place.text.grammar.has_case_suffix(place.text.lower(noun.tokens.start));
    let known = place.text.has(noun.tokens.start, Class::PLACE.or(Class::CLOSED).or(Class::NOUN));
    (!suffixed && !known).then(|| noun.clone())
}

/// The person named right before the colon behind a preposition: `Among the comments, that of X: “…”`.
fn at_colon(place: Place, floor: usize) -> Option<Noun> {
    let last = (floor..place.at).rev().find(|at| !place.is(*at, ':'))?;
    match &place.chunk(last)?.part {
        Part::Governed(noun) if noun.sort == Sort::Person && place.text.grammar.by_order() => {
            Some(noun.clone())
        }
        // `on the side of X`
        Part::Governed(noun) if noun.sort == Sort::Thing && place.text.grammar.by_order() => {
            owner(place, noun).filter(|owner| owner.sort == Sort::Person)
        }
        _ => None,
    }
}

/// Chunks of a clause that only brings the words.
const SHORT: usize = 4;

/// `Then the final blow: “…”`: a few words without a verb and without anybody bring what the one who speaks says next.
fn thrust(place: Place, floor: usize) -> Option<Source> {
    let head = place.chunk(floor).filter(|_| place.text.grammar.by_order())?;
    let small = |chunk: &Chunk| matches!(&chunk.part, Part::Aside | Part::And | Part::Mark(_));
    let plain = |at: usize| {
        place.chunk(at).is_some_and(|chunk| {
            small(chunk) || matches!(&chunk.part, Part::Noun(noun) if is_plain(place, noun))
        })
    };
    let opens = matches!(head.part, Part::Aside | Part::And);
    let noun = (floor..place.at).find_map(|at| place.noun(at)).map(|noun| noun.tokens.clone());
    let short = opens && place.at - floor <= SHORT + 1 && (floor..place.at).all(plain);
    short.then(|| Source::Silent(Class::NONE, noun.unwrap_or_else(|| head.tokens.clone())))
}

/// `And to the question whether …: “…”`: whoever was asked goes on.
fn asked(place: Place, floor: usize) -> Option<Source> {
    if !place.text.grammar.by_order() || !matches!(place.chunk(floor)?.part, Part::And) {
        return None;
    }
    let first = place.chunk(floor + 1)?;
    let person = (floor..place.at).any(|at| place.noun(at).is_some_and(Noun::is_human));
    match &first.part {
        Part::Governed(noun) if noun.sort == Sort::Utterance && noun.owner.is_none() && !person => {
            Some(Source::Silent(Class::NONE, first.tokens.clone()))
        }
        _ => None,
    }
}

fn is_plain(place: Place, noun: &Noun) -> bool {
    noun.determiner.any(Class::THE.or(Class::ONE))
        && !noun.can_speak()
        && !place.text.has(noun.head, Class::CAPITAL)
}

/// `Same answer at the ministry: “…”`, `Reply, a day later, from X: “…”`: something said is told of without a verb, and who
/// says it ends the clause.
fn answers(place: Place, floor: usize) -> Option<Noun> {
    let first = (floor..place.at).find_map(|at| place.noun(at))?;
    let last = (floor..place.at).rev().find(|at| !place.is(*at, ':'))?;
    let told = first.sort == Sort::Utterance && place.text.grammar.by_order();
    let Part::Governed(noun) = &place.chunk(last).filter(|_| told)?.part else { return None };
    let within = || owner(place, noun).filter(|_| noun.sort == Sort::Thing);
    Some(noun.clone()).filter(|noun| noun.is_human() || noun.sort == Sort::Body).or_else(within)
}

/// `The answer fell to X: “…”`, `the last word goes to X: “…”`: something said is the subject, and somebody behind its verb.
fn turned_to(place: Place, floor: usize) -> Option<Noun> {
    let first = (floor..place.at).find_map(|at| place.noun(at))?;
    at_colon(place, floor).filter(|_| first.sort == Sort::Utterance)
}

/// `Her verdict: “…”`, `X’s words “…”`.
pub(super) fn utterance(place: Place, colon: bool) -> Option<Frame> {
    (0..place.at).rev().take(6).find_map(|at| {
        let chunk = place.chunk(at)?;
        let (Part::Noun(noun) | Part::Governed(noun)) = &chunk.part else { return None };
        if !matches!(noun.sort, Sort::Utterance | Sort::Document) || is_view_of_another(place, at, noun) {
            return None;
        }
        if let Some(owner) = owner(place, noun) {
            let source = owned(noun, owner, chunk);
            return Some(Frame { beside: colon, ..Frame::new(Rule::Noun, source) });
        }
        // `the answer on the part of X: “…”`
        if let Some(Part::Governed(giver)) = place.chunk(at + 1).map(|chunk| &chunk.part)
            && place.chunk(at + 1)?.class.any(Class::AGENT)
            && (giver.is_human() || giver.sort == Sort::Body)
            && colon
            && at + 3 == place.at
            && noun.sort == Sort::Utterance
        {
            return Some(Frame::new(Rule::Noun, subject::noun_source(place, giver.clone())));
        }
        // `sent a letter with the request “…”`: whoever did
        if at + 1 == place.at && noun.sort == Sort::Utterance {
            let verb = (0..at).rev().find(|at| place.chunk(*at).is_some_and(Chunk::is_finite))?;
            let source = subject::of(place, verb, place.at)?;
            return Some(Frame { says: false, beside: false, ..Frame::new(Rule::Noun, source) });
        }
        let theirs = noun.determiner.any(Class::OWNER) && colon;
        theirs.then(|| {
            Frame::new(
                Rule::Noun,
                Source::Silent(
                    noun.determiner.intersection(Class::GENDER.or(Class::PLURAL)),
                    chunk.tokens.clone(),
                ),
            )
        })
    })
}

/// `X takes the view of Y apart: “…”`, `the view of Y convinces nobody: “…”`: what somebody holds, which others speak of but
/// where it stands alone or is told to be so.
fn is_view_of_another(place: Place, at: usize, noun: &Noun) -> bool {
    let views = &place.text.grammar.naming.views;
    let does = |chunk: &Chunk| matches!(chunk.part, Part::Verb) && !chunk.is_verb(Class::HELPER);
    let tied = |chunk: &Chunk| matches!(chunk.part, Part::Governed(_));
    let led = place.chunk(at).is_some_and(tied);
    let somebody = (0..at).any(|at| place.noun(at).is_some_and(Noun::can_speak));
    let does = (0..place.at).any(|at| place.chunk(at).is_some_and(does));
    let next = (at + 1..place.at).find_map(|at| place.chunk(at).filter(|chunk| !tied(chunk)));
    let alone = next.is_none_or(|chunk| chunk.is(':') || chunk.is_verb(Class::HELPER));
    views.iter().any(|view| view == place.text.lower(noun.head)) && (led || somebody || does || !alone)
}

/// `X spoke of “…”, Y of “…”`, «X увидел в этом „…“, а Y — „…“»: a subject that shares the verb before it.
pub(super) fn gapped(place: Place) -> Option<Frame> {
    let dashed = place.text.grammar.gendered_verbs;
    let small = |at: usize| {
        dashed && place.is_dash(at) || place.chunk(at).is_some_and(|chunk| matches!(chunk.part, Part::Aside))
    };
    let at = (0..place.at).rev().take(3).find(|at| !small(*at))?;
    let noun = place.noun(at).filter(|noun| noun.can_speak() && noun.may_be_subject)?;
    let joint = (0..at).rev().take(3).find(|at| {
        !place.is(*at, ',')
            && !place.is(*at, ';')
            && !place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::And))
    })?;
    let quoted = matches!(place.chunk(joint)?.part, Part::Quote) && joint + 1 < at;
    let tied = at + 1 < place.at && (place.text.grammar.by_order() || dashed && place.is_dash(at + 1));
    (quoted && tied).then(|| Frame {
        beside: false,
        ..Frame::new(Rule::Before, subject::noun_source(place, noun.clone()))
    })
}
