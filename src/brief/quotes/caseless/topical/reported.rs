//! What the sentence around a quotation tells where a particle marks the subject: whether it reports the words, and whose
//! they are.

use super::embedded::{accused, is_embedded, is_inner, is_own};
use super::topics::{Subject, left_phrase, subjects};
use crate::brief::quotes::caseless::discourse::{Discourse, Voice};
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::place::Place;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COMMAS, STOPS, Shape, Token};

/// Letters from which words are a statement rather than a term.
pub(crate) const STATEMENT: usize = 8;

/// Letters from which what somebody calls a thing is said of it, rather than its name.
const CALLED: usize = 6;

/// Tokens behind a comma in which a noun for something said may stand.
const NAMED_WITHIN: usize = 12;

/// Whether a particle and a verb behind the words report them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Report {
    /// They do.
    Said,
    /// They give a thing its name.
    Nothing,
    /// No particle stands there.
    No,
}

#[must_use]
pub(crate) fn reported(place: &Place) -> Report {
    let Some(particle) = place.next().filter(|next| is_quoting(place.page, next)) else { return Report::No };
    let stops =
        |token: &Token| token.quotation().is_some() || token.is_mark(&STOPS) || token.is_mark(&COMMAS);
    let rest = place.tokens.get(place.at + 2..).unwrap_or_default();
    let rest = rest.get(..rest.len().min(LONGEST_TAIL)).unwrap_or(rest);
    let tail = rest.get(..rest.iter().position(stops).unwrap_or(rest.len())).unwrap_or(rest);
    place.page.steps.take(tail.len() + 1);
    let listed = rest.get(tail.len()).is_some_and(|token| token.quotation().is_some());
    let names = tail.iter().any(|token| token.has(Tags::NAMING));
    // nothing but the ending of the particle's verb stands behind it
    let bare = tail.iter().all(|token| token.shape == Shape::Ending) && tail.len() < 2;
    let closed = bare && rest.get(tail.len()).is_some_and(|next| next.is_mark(&STOPS));
    let written = tail.iter().any(|token| token.has(Tags::SIGN));
    let weak = tail.iter().any(|token| token.has(Tags::NAMING) && token.has(Tags::WEAK));
    // `X は Y を「…」と呼ぶ`: longer words are what X says of it
    let of_it = place.before().is_some_and(|before| before.has(Tags::OBJECT)) && place.letters() >= CALLED;
    let given = place.before().is_some_and(|before| before.has(Tags::OBJECT));
    let told = !given && place.letters() >= STATEMENT && is_statement(place) && !particle.has(Tags::NAMING);
    let called = (weak || of_it || told) && about_somebody(place);
    if written || names && !called || particle.has(Tags::NAMING) && place.letters() < STATEMENT && !closed {
        return Report::Nothing;
    }
    // `「…」という、… N`: the name of what stands behind the comma
    let reports = |token: &Token| token.has(Tags::CUE.or(Tags::SPEECH_NOUN));
    let comma = rest.first().is_some_and(|first| first.is_mark(&COMMAS));
    if comma && particle.has(Tags::NAMING) && !rest.iter().take(NAMED_WITHIN).any(reports) {
        return Report::Nothing;
    }
    let view = particle.has(Tags::QUOTING_VERB) && about_somebody(place);
    // `「…」とする文書を出す`
    let paper = particle.has(Tags::QUOTING_VERB)
        && tail.first().is_some_and(|noun| noun.has(Tags::DOCUMENT))
        && tail.get(1).is_some_and(|next| next.has(Tags::OBJECT));
    let verb =
        view || paper || tail.iter().any(|token| token.has(Tags::CUE.or(Tags::SPEECH_NOUN).or(Tags::RELAY)));
    let closes = tail.last().is_some_and(|last| {
        matches!(last.shape, Shape::Ending | Shape::Known)
            && !last.has(Tags::TOPIC.or(Tags::SUBJECT).or(Tags::OF).or(Tags::POSTPOSITION))
    });
    let cut_off = tail.is_empty() && rest.get(tail.len()).is_some();
    if verb || !listed && (closes || cut_off) { Report::Said } else { Report::No }
}

/// True when the sentence is about a person, whose names for things are a person's words.
fn about_somebody(place: &Place) -> bool {
    let topics = subjects(place.page, place.tokens, place.start, place.at);
    topics
        .iter()
        .any(|found| found.topic && is_person(&found.who) && found.who.referent != Referent::Anonymous)
}

/// Tokens between the particle behind the words and the verb.
pub(crate) const LONGEST_TAIL: usize = 40;

/// A particle behind a quotation, alone or at the head of what cannot be told from it.
#[must_use]
pub(crate) fn is_quoting(page: &Page, token: &Token) -> bool {
    token.has(Tags::QUOTING)
        || token.shape == Shape::Ending
            && page.lexicon.longest(&token.form).is_some_and(|(_, tags)| tags.any(Tags::QUOTING))
}

/// True when the sentence ends with a word that makes it somebody's.
#[must_use]
pub(crate) fn is_hearsay(place: &Place, end: usize) -> bool {
    let last = end.checked_sub(1).filter(|last| *last > place.at).and_then(|last| place.tokens.get(last));
    let Some(last) = last else { return false };
    matches!(last.shape, Shape::Ending | Shape::Known) && ends_with(place.page, last, Tags::NAMING)
}

/// True when the letters at the end of a token are a word of these classes.
pub(crate) fn ends_with(page: &Page, token: &Token, wanted: Tags) -> bool {
    let word = |(at, _): (usize, char)| {
        let tail = token.form.get(at..).unwrap_or_default();
        page.lexicon.longest(tail).is_some_and(|(len, tags)| len == tail.len() && tags.any(wanted))
    };
    token.form.char_indices().rev().take(LONGEST_ENDING).any(word)
}

/// Letters of the longest particle at the end of a verb.
const LONGEST_ENDING: usize = 4;

/// A verb's ending with the particle of what is quoted behind it.
#[must_use]
pub(crate) fn ends_quoting(page: &Page, token: &Token) -> bool {
    ends_with(page, token, Tags::QUOTING)
}

#[must_use]
pub(crate) fn is_person(who: &Phrase) -> bool {
    matches!(
        who.referent,
        Referent::Person(_) | Referent::Office(..) | Referent::Pronoun | Referent::Same | Referent::Anonymous
    )
}

#[must_use]
pub(crate) fn speaks(who: &Phrase) -> bool {
    is_person(who)
        || matches!(who.referent, Referent::Body | Referent::It | Referent::Document | Referent::Unsure)
}

/// Who the sentence of a quotation tells to have said it.
#[must_use]
pub(crate) fn subject(place: &Place, talk: &mut Discourse) -> Option<Voice> {
    let all = subjects(place.page, place.tokens, place.start, place.at);
    let agency = |found: &&Subject| found.who.referent == Referent::Agency;
    let topics = all.iter().any(|found| found.topic && speaks(&found.who));
    // what a comma parts from the words did something else, where the sentence is about somebody
    let near: Vec<&Subject> = all
        .iter()
        .filter(|found| !agency(found) && (found.topic || !found.apart || !topics))
        .filter(|found| !is_embedded(place.page, place.tokens, found, place.at) && !is_own(place, found))
        .collect();
    // an outlet tells its own words: what it tells of does not
    let outlet = all.iter().any(|found| found.topic && agency(&found));
    if let Some(found) =
        outermost(place, &near).filter(|found| !outlet || found.topic || is_person(&found.who))
    {
        return talk.resolve(place.page, &found.who);
    }
    if let Some(found) = all.iter().find(agency) {
        // `the paper, in its comment, mocked …`: its own words
        let own = (found.at + 1..place.at).any(|at| {
            tags(place.tokens, at).any(Tags::DOCUMENT) && tags(place.tokens, at + 1).any(Tags::POSTPOSITION)
        });
        let body = Phrase { referent: Referent::Body, ..found.who.clone() };
        return if own { talk.resolve(place.page, &body) } else { None };
    }
    // many people say what nobody of them is named for; `the crowd was “…”, he said`: they are only told of
    let quoting = tags(place.tokens, place.at + 1).any(Tags::QUOTING);
    let crowd = |found: &&&Subject| found.topic && found.who.referent == Referent::Crowd;
    if let Some(found) = near.iter().find(crowd).filter(|_| quoting) {
        return talk.resolve(place.page, &found.who);
    }
    if let Some(accused) = accused(place, talk) {
        return Some(accused);
    }
    // what the sentence is about, where nothing tells that it can speak, is told as it is written: nobody else is meant
    let thing = all.iter().find(|found| found.topic && !ends_clause(place, found.at, place.at));
    let framed = (place.start..place.at).any(|at| tags(place.tokens, at).any(Tags::ACCORD));
    let thing = thing.filter(|found| found.who.referent == Referent::Other && place.letters() >= STATEMENT);
    let thing = thing.filter(|found| !framed && !is_own(place, found));
    if let Some(found) = thing.filter(|found| !is_matter(place, found)) {
        return talk.resolve(place.page, &found.who);
    }
    let accord = (place.start..place.at).rev().find(|at| tags(place.tokens, *at).any(Tags::ACCORD));
    let source = accord.and_then(|accord| left_phrase(place.page, place.tokens, place.start, accord));
    let said = source.and_then(|source| talk.resolve(place.page, &source)).or_else(|| talk.unsaid());
    // nobody has spoken before: what the sentence is about is told as it is written
    said.or_else(|| talk.resolve(place.page, &near.iter().find(|found| found.topic)?.who))
}

/// Words that could stand alone: they end as sentences do, in kana or a stop.
#[must_use]
pub(crate) fn is_statement(place: &Place) -> bool {
    let last = place.words.chars().next_back().unwrap_or_default();
    matches!(last, '\u{3041}'..='\u{3096}' | '。' | '！' | '？' | '!' | '?')
}

/// True for words that end as whole statements of a body do.
fn is_statement_of(place: &Place) -> bool {
    place.words.ends_with(['。', '！', '？', '!', '?']) || place.words.contains(['。', '、'])
}

/// True for a topic that is what somebody speaks of: a noun for something said, or a matter.
fn is_matter(place: &Place, found: &Subject) -> bool {
    found.at.checked_sub(1).is_some_and(|last| tags(place.tokens, last).any(Tags::SPEECH_NOUN.or(Tags::WORK)))
}

/// The one of several who may speak that the sentence is about: the nearest, unless somebody before it is the topic and no
/// clause ends between the two, for then the nearest is a subject within what is said.
fn outermost<'s>(place: &Place, near: &[&'s Subject]) -> Option<&'s Subject> {
    let mut known = near.iter().filter(|found| speaks(&found.who));
    let mut chosen: &Subject = known.next()?;
    // where what was said is said in turn, the outer one tells of it and the nearest speaks
    let retold = verbs_behind(place) > 1;
    for outer in known {
        let rank = is_person(&outer.who) || !is_person(&chosen.who);
        let held = retold || chosen.topic && is_person(&chosen.who) || !chosen.topic && is_inner(place);
        // `X は…、部隊が「…」と V`: what stands right before a fragment is the subject within it
        let within = chosen.at + 1 == place.at
            && !chosen.topic
            && !is_person(&chosen.who)
            && is_person(&outer.who)
            && !is_statement_of(place);
        if outer.topic && rank && !held && (within || !ends_clause(place, outer.at, chosen.at)) {
            chosen = outer;
        }
    }
    Some(chosen)
}

/// Verbs of saying behind the words, to the end of the clause or the next quotation: what a comma parts from them is another
/// thing the same one said.
fn verbs_behind(place: &Place) -> usize {
    let rest = place.tokens.get(place.at + 1..).unwrap_or_default();
    let edge = |token: &Token| matches!(token.shape, Shape::Quotation(_) | Shape::Mark(_));
    let tail = rest.get(..rest.iter().position(edge).unwrap_or(rest.len())).unwrap_or_default();
    tail.iter().filter(|token| token.has(Tags::CUE)).count()
}

/// True when a clause ends between two tokens: a verb stands before a comma.
fn ends_clause(place: &Place, from: usize, to: usize) -> bool {
    (from + 2..to).any(|at| {
        let comma = place.tokens.get(at).is_some_and(|token| token.is_mark(&COMMAS));
        let Some(before) = place.tokens.get(at - 1).filter(|_| comma) else { return false };
        let noun = before.is_unknown() && tags(place.tokens, at - 2).any(Tags::OBJECT);
        before.shape == Shape::Ending
            || before.has(Tags::CUE.or(Tags::CONJUNCTION))
            || before.quotation().is_some()
            || noun
    })
}

/// `「…」とされる N`: few words that are no sentence, as which something is taken; nobody says them.
#[must_use]
pub(crate) fn is_held_to_be(place: &Place) -> bool {
    let passive = |token: &Token| token.shape == Shape::Ending && place.page.lexicon.is_passive(&token.form);
    let taken = tags(place.tokens, place.at + 1).any(Tags::QUOTING)
        && place.tokens.get(place.at + 2).is_some_and(passive);
    let by = (place.start..place.at).any(|at| tags(place.tokens, at).any(Tags::PASSIVE));
    taken && !by && !is_statement(place) && place.letters() < STATEMENT
}
