//! Languages whose verb ends its sentence: `X, “…” said`, `“…” saying X`.

use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort, is_surname_elsewhere};
use crate::brief::quotes::clause::subjects::{
    Frame, Place, Source, ends_clause, is_company, is_named_elsewhere, is_no_subject, is_town, joined_before,
    led, noun_source, text_before,
};
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::rule::Rule;

/// Chunks between a quotation and the verb it belongs to.
const NEAR: usize = 3;

/// Chunks looked at before the quotation.
const REACH: usize = 30;

/// Finds the frame of the quotation.
#[must_use]
pub(super) fn find(place: Place) -> Option<Frame> {
    let mut at = place.at + 1;
    let mut bound = false;
    if let Some(resumed) = resumed(place) {
        return Some(resumed);
    }
    if let Some(owner) = owner_before(place) {
        return Some(owner);
    }
    while at <= place.at + 1 + NEAR {
        let Some(chunk) = place.chunk(at) else { break };
        bound |= place.text.has(chunk.tokens.start, Class::QUOTED_BY);
        // whatever the verb, words such as “in the words” make it one of saying
        if chunk.is_verb(Class::CUE) || bound && chunk.is_main_verb() {
            if chunk.class.any(Class::ADNOMINAL) {
                return behind(place, at);
            }
            if chunk.class.any(Class::GERUND) {
                return owner_subject(place, at).or_else(|| ends(place, at, false));
            }
            return ends(place, at, true);
        }
        if place.is(at, ':') || place.is(at, ';') || matches!(chunk.part, Part::Quote) {
            break;
        }
        at += 1;
    }
    if let Some(owner) = owner_behind(place).filter(|_| bound) {
        return Some(owner);
    }
    let last = (place.at + 1..place.chunks.len().min(place.at + REACH)).rev().find(|at| {
        let cue = if bound { Class::ANY_VERB } else { Class::CUE };
        place.chunk(*at).is_some_and(|chunk| chunk.is_finite() && chunk.class.any(cue))
    });
    match last {
        Some(last) => ends(place, last, bound),
        None if bound => topic(place, true).map(|noun| Frame::new(Rule::After, noun_source(place, noun))),
        None => unclosed(place),
    }
}

/// Fewest words of a statement that no verb closes.
const STATEMENT: usize = 4;

/// `X, “We wait for rain.”`: whole sentences behind a comma that end theirs, whose verb stands behind what follows.
fn unclosed(place: Place) -> Option<Frame> {
    let comma = place.at > 0 && place.is(place.at - 1, ',') && place.chunk(place.at + 1).is_none();
    let quote = place.chunk(place.at)?.tokens.start;
    let whole = place.text.marked_at(quote).is_some_and(|words| words.ends_with(['.', '!', '?', '…']));
    let long = place.words() >= STATEMENT && !place.begins_small();
    let noun = topic(place, true).filter(|_| comma && whole && long)?;
    noun.is_human().then(|| Frame::new(Rule::After, noun_source(place, noun)))
}

/// `X's “…” question`, `X's for the growers “…” call`: X.
fn owner_before(place: Place) -> Option<Frame> {
    let comma = usize::from(place.at > 0 && place.is(place.at - 1, ','));
    let before = place.at.checked_sub(1 + comma)?;
    let governed = |at: &usize| place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::Governed(_)));
    let at = before - usize::from(governed(&before) && before > 0);
    let noun = place.noun(at)?;
    let last = noun.tokens.end - 1;
    let known = matches!(noun.sort, Sort::Body | Sort::Role | Sort::Open)
        && !place.text.has(last, Class::FIRST_CASE)
        && place.text.grammar.is_genitive(place.text.lower(last));
    let owns = (known || place.text.has(last, Class::GENITIVE)) && noun.can_speak();
    let said =
        place.chunk(place.at + 1).is_some_and(|next| place.text.has(next.tokens.start, Class::QUOTED_BY));
    // `X's for the growers “…” word used Y`: whose word it is, the participle tells
    let used = at < before && place.chunk(place.at + 2).is_some_and(|next| next.is_verb(Class::ADNOMINAL));
    (owns && said && !used).then(|| Frame::new(Rule::Noun, Source::Noun(noun.clone())))
}

/// `“…” sözleri X'e ait`: X.
fn owner_behind(place: Place) -> Option<Frame> {
    let end = place.chunks.len().min(place.at + REACH);
    let owned = (place.at + 1..end).find(|at| {
        place.chunk(*at).is_some_and(|chunk| place.text.has(chunk.tokens.end - 1, Class::OWNED))
    })?;
    let noun = (place.at + 1..=owned).rev().find_map(|at| place.noun(at).filter(|noun| noun.can_speak()))?;
    Some(Frame::new(Rule::Inverted, noun_source(place, noun.clone())))
}

/// Chunks behind a verb in which its subject stands, behind a participle with what belongs to it.
const BEHIND: usize = 7;

/// `diyen X`, `dedi toplantıya katılan X`: the first phrase in the first case, in the clause of the verb.
fn subject_behind<'p>(place: Place<'p, '_>, verb: usize) -> Option<&'p Noun> {
    let ends =
        |chunk: &&Chunk| matches!(chunk.part, Part::Mark(_) | Part::Quote | Part::And) || ends_clause(chunk);
    let behind = || place.chunks.iter().skip(verb + 1).take(BEHIND).take_while(|chunk| !ends(chunk));
    let speaker = |chunk: &'p Chunk| {
        place.text.stream().steps.take(1);
        match &chunk.part {
            // `“…” diyen X'e göre`
            Part::According(noun) | Part::Noun(noun) if noun.can_speak() => Some(noun),
            // `dedi arka sıralardan bir ses`
            Part::Noun(noun) if noun.sort == Sort::Thing && is_of_one(place, noun) => Some(noun),
            _ => None,
        }
    };
    // behind a participle it may be in any case: `diyen X'e`
    let participle = place.chunk(verb).is_some_and(|chunk| chunk.class.any(Class::ADNOMINAL));
    let first = |noun: &&Noun| noun.may_be_subject || participle && noun.sort == Sort::Person;
    let any = || behind().find_map(speaker).filter(|_| participle);
    behind().filter_map(speaker).find(first).or_else(any)
}

/// `“…” diyen X`
fn behind(place: Place, verb: usize) -> Option<Frame> {
    let noun = subject_behind(place, verb)?;
    Some(Frame::new(Rule::Inverted, Source::Noun(noun.clone())))
}

/// The verb at `verb` ends the clause; its subject stands before the quotation.
fn ends(place: Place, verb: usize, close: bool) -> Option<Frame> {
    let class = place.chunk(verb)?.class;
    let says = class.any(Class::SAY);
    let bound = (place.at + 1..verb)
        .any(|at| place.chunk(at).is_some_and(|chunk| place.text.has(chunk.tokens.start, Class::QUOTED_BY)));
    let frame = |source: Source| {
        Some(Frame {
            says,
            beside: close,
            ..Frame::new(if close { Rule::After } else { Rule::Before }, source)
        })
    };
    // a form may be passive and, behind a noun that brings words, not
    if class.any(Class::PASSIVE) && !(bound && class.any(Class::SINGULAR)) {
        return frame(text_before(place, verb));
    }
    if let Some(noun) = topic(place, close) {
        return frame(noun_source(place, noun));
    }
    let somebody = |noun: &&Noun| {
        noun.is_human() || noun.sort == Sort::Thing || is_surname_elsewhere(place.text, noun.head)
    };
    if let Some(noun) = subject_behind(place, verb).filter(somebody) {
        return frame(Source::Noun(noun.clone()));
    }
    if let Some(text) = document_before(place) {
        return frame(text);
    }
    let chunk = place.chunk(verb)?;
    let colon = place.at > 0 && place.is(place.at - 1, ':');
    if colon { None } else { frame(Source::Silent(class.without(Class::GENDER), chunk.tokens.clone())) }
}

/// `Sözleşmenin maddesinde “…” hükmü yer alıyor`: a text in the sentence, in whatever case.
fn document_before(place: Place) -> Option<Source> {
    (0..place.at).rev().take(REACH).find_map(|at| {
        let noun = place.noun(at).filter(|noun| noun.sort == Sort::Document)?;
        Some(Source::Document(None, noun.tokens.clone()))
    })
}

/// The subject before the quotation: right before it the nearest, else the one before a comma.
pub(super) fn topic(place: Place, close: bool) -> Option<Noun> {
    // before a colon stands the verb of the subject looked for
    let end = place.at.saturating_sub(1);
    let verb = (0..end).rev().take(REACH).find(|at| place.chunk(*at).is_some_and(ends_clause));
    let end = if place.is(end, ':') { verb.unwrap_or(end) } else { end };
    let last = |part: &dyn Fn(usize, &Chunk) -> bool| {
        (0..end).rev().take(REACH).find(|at| place.chunk(*at).is_some_and(|chunk| part(*at, chunk)))
    };
    let joined = |at: usize| matches!(place.chunk(at + 1).map(|next| &next.part), Some(Part::And));
    let parted =
        last(&|at, chunk| matches!(chunk.part, Part::Mark(';' | ':')) || ends_clause(chunk) && !joined(at));
    let quote = last(&|_, chunk| matches!(chunk.part, Part::Quote));
    let floor = parted.map_or(0, |at| at + 1);
    let near = floor.max(quote.map_or(0, |at| at + 1))..place.at;
    // `X, calling it “…”, said “…”`: the subject stands before both
    within(place, near, close).or_else(|| within(place, floor..quote.unwrap_or(floor), false))
}

fn within(place: Place, range: std::ops::Range<usize>, close: bool) -> Option<Noun> {
    let own = |at: usize| {
        let able = |noun: &Noun| noun.can_speak() || is_somebody_new(place, at, noun);
        let noun = place.noun(at).filter(|noun| able(noun) && noun.may_be_subject)?;
        let noun = Some(noun).filter(|noun| !is_no_subject(place.text, noun))?;
        (noun.sort != Sort::Capital || is_name(place, at, noun)).then_some(noun)
    };
    // `X hakemi eleştirdi`, `X kararı “…” diye niteledi`: behind somebody a noun with the ending of an object is one
    let object = |at: usize| {
        let named = |before: usize| own(before).is_some_and(|noun| noun.sort == Sort::Person);
        let somebody =
            |before: usize| own(before).is_some_and(|noun| noun.is_human() || noun.sort == Sort::Capital);
        let noun = own(at).filter(|noun| noun.name.is_none() && noun.tokens.len() == 1);
        let ends = noun.is_some_and(|noun| place.text.lower(noun.head).ends_with(['ı', 'i', 'u', 'ü']));
        let Some(next) = place.chunk(at + 1).filter(|_| ends) else { return false };
        next.is_main_verb() && (range.start..at).any(named)
            || matches!(next.part, Part::Quote) && (range.start..at).any(somebody)
    };
    let spoken = || {
        let subject = |at: &usize| own(*at).is_some() && !object(*at) && !is_company(place, *at, &range);
        range.clone().filter(subject)
    };
    let marked = || spoken().filter(|at| place.is(at + 1, ',') && !is_town(place, *at, &range));
    let aside = |at: &usize| matches!(place.chunk(at + 1).map(|chunk| &chunk.part), Some(Part::Aside));
    let found = if close { marked().next_back() } else { marked().next() };
    let person = |at: &usize| aside(at) && own(*at).is_some_and(|noun| noun.sort == Sort::Person);
    let found = found
        .or_else(|| spoken().rev().find(person))
        .or_else(|| spoken().rev().find(aside))
        .or_else(|| spoken().next_back());
    let Some(found) = found else { return led(place, range) };
    // `Öğrencisi, kemancı Ayla Porto, “…”`: who that is
    let office = own(found).is_some_and(|noun| noun.sort == Sort::Role) && place.is(found + 1, ',');
    let other = found + 2;
    let apposed = office && range.contains(&other) && !is_company(place, other, &range);
    let named = own(other).filter(|noun| apposed && noun.sort == Sort::Person);
    named.cloned().or_else(|| own(found).map(|noun| joined_before(place, found, noun)))
}

/// `Bir mahalleli, “…” dedi`: a noun nobody knows with the article of one, right before the words or a comma.
fn is_somebody_new(place: Place, at: usize, noun: &Noun) -> bool {
    let ends =
        place.is(at + 1, ',') || place.chunk(at + 1).is_some_and(|next| matches!(next.part, Part::Quote));
    noun.sort == Sort::Thing && ends && is_of_one(place, noun)
}

/// True for a phrase with the article of one that is no time.
fn is_of_one(place: Place, noun: &Noun) -> bool {
    let (last, one) = (noun.tokens.end - 1, |at: usize| place.text.has(at, Class::ONE));
    // `dedi efkarlı bir şekilde`: the noun is another's
    noun.tokens.clone().any(one) && !one(last) && !place.text.has(noun.head, Class::TIME)
}

/// A capital at the head of a sentence may be any word in any case; a name there is parted from what follows.
fn is_name(place: Place, at: usize, noun: &Noun) -> bool {
    let (start, grammar) = (noun.tokens.start, place.text.grammar);
    if !place.text.has(start, Class::OPENS) || place.text.has(start, Class::FIRST_NAME) {
        return true;
    }
    if is_named_elsewhere(place.text, start) {
        return true;
    }
    let Some(next) = place.chunk(at + 1) else { return true };
    let follows =
        next.is(',') || matches!(next.part, Part::Aside | Part::Quote) || next.class.any(Class::CUE);
    let lower = place.text.lower(start);
    // the object of a gerund or a participle
    let governed = next.class.any(Class::GERUND.or(Class::ADNOMINAL)) && !next.class.any(Class::CUE);
    !governed && !grammar.is_owner_or_place(lower) && (!grammar.has_case_suffix(lower) || follows)
}

/// `X's “…” promise having given`: X; not where a verb right behind ends the clause, whose subject stands in the first case.
fn owner_subject(place: Place, verb: usize) -> Option<Frame> {
    let noun =
        (0..place.at).rev().take(6).find_map(|at| place.noun(at).filter(|noun| noun.name.is_some()))?;
    let owner = noun.name.as_ref().is_some_and(|name| place.text.has(name.end - 1, Class::GENITIVE));
    // `“…” sözünü verdiğini aktardı`: the verb that tells of a clause has another subject
    let inner = place
        .chunk(verb)
        .is_some_and(|chunk| place.text.grammar.is_oblique(place.text.lower(chunk.tokens.end - 1)));
    let finite = !inner && place.chunk(verb + 1).is_some_and(ends_clause);
    let named = |noun: &Noun| noun.is_human() || noun.sort == Sort::Capital;
    let subject = || topic(place, false).is_some_and(|topic| named(&topic) && topic.tokens != noun.tokens);
    (owner && !(finite && subject())).then(|| Frame::new(Rule::Before, Source::Noun(noun.clone())).aside())
}

/// `“…,” dedi X, “…”`: words that go on behind whoever is told to have said those before.
fn resumed(place: Place) -> Option<Frame> {
    let comma = place.at.checked_sub(1).filter(|comma| place.is(*comma, ','))?;
    let quote = (0..comma)
        .rev()
        .take(BEHIND + NEAR)
        .find(|at| place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::Quote)))?;
    let verb =
        (quote + 1..comma).find(|at| place.chunk(*at).is_some_and(|chunk| chunk.is_verb(Class::CUE)))?;
    let noun = subject_behind(place, verb)?;
    let ends = place.chunk(place.at + 1).is_none_or(|next| next.is('.') || next.is(','));
    let only = place.noun(comma - 1).is_some_and(|last| last.tokens == noun.tokens) && ends;
    only.then(|| Frame::new(Rule::Before, noun_source(place, noun.clone())).aside())
}
