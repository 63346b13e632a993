//! `X quoted Y as saying “…”`: the object of a verb of citing is who speaks, its subject relays.

use std::ops::Range;
use std::sync::LazyLock;

use super::noun_phrase::{Phrase, PhraseKind, able};
use super::phrase_finder::{self, LONGEST};
use super::reporting_verbs::be;
use super::subject;
use crate::languages::shared::AGENCIES;
use crate::people::index::Index;
use crate::people::lexicon::{Keyword, Tags};
use crate::people::stream::Stream;
use crate::text::FastSet;

/// How far behind a verb of citing stands who relays (`quoted on Monday by X`), or what was done: `as saying`.
const REACH: usize = 14;

/// Who speaks in a clause with a verb of citing, and who relays it.
#[derive(Debug, Clone)]
pub(crate) struct Cited {
    /// Who speaks.
    pub(crate) speaker: Phrase,
    /// Who relays, if that is told.
    pub(crate) relay: Option<Phrase>,
}

/// Reads the clause of the verb of citing at `verb`. None where somebody in person cites: then those are the words of
/// whoever cites, taken from another.
#[must_use]
pub(crate) fn cited(stream: &Stream, index: &Index, verb: usize, sentence: &Range<usize>) -> Option<Cited> {
    let found = clause(stream, index, verb, sentence)?;
    let active = found.relay.as_ref().is_some_and(|relay| relay.tokens.end <= verb);
    let own = active && found.relay.as_ref().is_some_and(|relay| in_person(stream, index, relay));
    (!own).then_some(found)
}

/// The same, whoever cites.
#[must_use]
pub(crate) fn clause(stream: &Stream, index: &Index, verb: usize, sentence: &Range<usize>) -> Option<Cited> {
    if !stream.is_keyword(verb, Keyword::Cite) || index.mention_at(verb).is_some() {
        return None;
    }
    let before = verb.checked_sub(1).filter(|at| *at >= sentence.start)?;
    if stream.has(before, Tags::DETERMINER) && !stream.has(before, Tags::OTHER_PRONOUN) {
        return None;
    }
    let end = sentence.end.min(verb + LONGEST);
    let start = verbs_start(stream, verb, sentence.start);
    if (start..verb).any(|at| be(stream, at)) {
        let speaker = before_verbs(stream, index, start, sentence.start)?;
        return told_of(stream, verb, end).then(|| Cited { speaker, relay: agent(stream, index, verb, end) });
    }
    // X, quoted by Y
    if stream.is_keyword(verb + 1, Keyword::Agent) {
        let speaker = before_verbs(stream, index, verb, sentence.start)?;
        return Some(Cited { speaker, relay: agent(stream, index, verb, end) });
    }
    let speaker = phrase_finder::beginning_at(stream, index, verb + 1, end)?;
    let speaker = subject::with_apposed_name(stream, index, speaker, end);
    let behind = speaker.tokens.end;
    let said = stream.ends_as(verb, Keyword::ParticipleEnding)
        || as_saying(stream, behind, end).is_some()
        || is_beside_quote(stream, verb, behind, end);
    let relay = before_verbs(stream, index, start, sentence.start)
        .or_else(|| subject::of_sentence(stream, index, &(sentence.start..verb)))?;
    (said && able(stream, &speaker)).then_some(Cited { speaker, relay: Some(relay) })
}

static AGENCY: LazyLock<FastSet<&str>> =
    LazyLock::new(|| AGENCIES.lines("agency anywhere").chain(AGENCIES.lines("agency")).collect());

/// True for the name of a news agency.
#[must_use]
pub(crate) fn is_agency(name: &str) -> bool {
    AGENCY.contains(name)
}

/// True for a person, not a body, a paper or `state news agency X`.
#[must_use]
pub(crate) fn in_person(stream: &Stream, index: &Index, phrase: &Phrase) -> bool {
    let outlet =
        |at: usize| is_agency(stream.word(at)) || stream.has(at, Tags::OUTLET) && !stream.is_capital(at);
    match phrase.kind {
        PhraseKind::Named(person) => index.is_human(person) && !phrase.tokens.clone().any(outlet),
        PhraseKind::Pronoun(tags) => tags.any(Tags::HE.or(Tags::SHE).or(Tags::WHO)),
        _ => false,
    }
}

/// Where the verbs of the clause begin: over auxiliaries, adverbs and times.
fn verbs_start(stream: &Stream, verb: usize, floor: usize) -> usize {
    let verbal = Tags::AUX.or(Tags::ADVERB).or(Tags::NEGATION).or(Tags::TIME);
    (floor..verb).rev().take(6).take_while(|at| stream.has(*at, verbal)).last().unwrap_or(verb)
}

/// The phrase that ends right before the verbs, or before the comma there.
fn before_verbs(stream: &Stream, index: &Index, start: usize, floor: usize) -> Option<Phrase> {
    let last = start.checked_sub(1).filter(|last| *last >= floor)?;
    if stream.is_word(last) && !stream.has(last, Tags::WHO.or(Tags::WHICH)) {
        return phrase_finder::ending_at(stream, index, last, floor);
    }
    if stream.is_word(last) {
        return subject::relative(stream, index, last, floor);
    }
    let close = ['—', '–', '-', ','].iter().any(|mark| stream.is(last, *mark));
    close.then(|| subject::over_apposition(stream, index, last, floor))?
}

/// `quoted … as saying`, `quoted by X`, or the end of the clause.
fn told_of(stream: &Stream, verb: usize, end: usize) -> bool {
    as_saying(stream, verb + 1, end).is_some()
        || (verb + 1..end.min(verb + REACH)).any(|at| stream.is_keyword(at, Keyword::Agent))
}

/// Where `as` stands before a participle of a verb of saying, within a few words of `from`.
fn as_saying(stream: &Stream, from: usize, end: usize) -> Option<usize> {
    (from..end.min(from + REACH)).find(|at| {
        stream.is_keyword(*at, Keyword::As)
            && stream.has(at + 1, Tags::CUE)
            && stream.ends_as(at + 1, Keyword::ParticipleEnding)
    })
}

/// `“…,” X quoted Y`, `X quoted Y: “…”`.
fn is_beside_quote(stream: &Stream, verb: usize, behind: usize, end: usize) -> bool {
    let mark = |at: usize| stream.is(at, ':') || stream.is(at, ',');
    let before = (verb.saturating_sub(REACH)..verb).any(|at| stream.is_quote(at));
    mark(behind) && stream.is_quote(behind + 1) || before && (behind >= end || stream.is(behind, '.'))
}

/// `by X` behind the verb.
fn agent(stream: &Stream, index: &Index, verb: usize, end: usize) -> Option<Phrase> {
    let by = (verb + 1..end.min(verb + REACH)).find(|at| stream.is_keyword(*at, Keyword::Agent))?;
    phrase_finder::beginning_at(stream, index, by + 1, end)
}
