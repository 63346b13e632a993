//! Who the subject of a verb of saying is: over appositions, in relative clauses, in participles and passives.
//!
//! Every search looks at most [`LONGEST`] tokens far.

use std::ops::Range;

use super::clauses;
use super::cue::participle;
use super::inner_clause;
use super::left_out;
use super::noun_phrase::{Phrase, PhraseKind, able};
use super::phrase_finder::{self, LONGEST};
use crate::people::index::Index;
use crate::people::lexicon::{Keyword, Tags};
use crate::people::names::Sort;
use crate::people::stream::Stream;
use crate::people::tokens::{Case, Kind};

/// `Calling it “…,” X left`: the subject of the clause behind the quote.
pub(crate) fn main_clause(
    stream: &Stream,
    index: &Index,
    verb: usize,
    sentence: &Range<usize>,
) -> Option<Phrase> {
    let end = sentence.end.min(verb + LONGEST);
    let comma = (verb + 1..end)
        .find(|at| stream.is(*at, ',') || stream.is_quote(*at) && !stream.is_keyword(at + 1, Keyword::And))?;
    let start = if stream.is(comma + 1, ',') { comma + 2 } else { comma + 1 };
    phrase_finder::beginning_at(stream, index, start, sentence.end)
        .filter(|found| matches!(found.kind, PhraseKind::Named(_) | PhraseKind::Pronoun(_)))
}

/// `Danach sagte X: „…“`, «Об этом заявил X»: the subject behind its verb, where the language allows it.
pub(crate) fn behind_verb(
    stream: &Stream,
    index: &Index,
    verb: usize,
    sentence: &Range<usize>,
) -> Option<Phrase> {
    let aside = Tags::ADVERB.or(Tags::TIME).or(Tags::REFLEXIVE);
    if !stream.lexicon.inverts {
        return None;
    }
    let start = (verb + 1..sentence.end.min(verb + 4))
        .find(|at| !stream.has(*at, aside) || index.mention_at(*at).is_some())?;
    let found = phrase_finder::beginning_at(stream, index, start, sentence.end)?;
    if before_is_subject(stream, index, verb, (sentence.start, &found)) {
        return None;
    }
    let person = (found.tokens.clone()).any(|at| stream.has(at, Tags::PERSON) && stream.is_word(at));
    match found.kind {
        PhraseKind::Named(person) => {
            index.get(person).is_some_and(|person| person.human || person.words.len() > 1)
        }
        PhraseKind::Pronoun(tags) => tags.any(Tags::HE.or(Tags::SHE)),
        PhraseKind::Definite | PhraseKind::Indefinite => person,
        PhraseKind::Body(_) | PhraseKind::Bare => false,
    }
    .then(|| with_apposed_name(stream, index, found, sentence.end))
}

/// True when a person who is no complement stands right before the verb. Where a person with a full name stands
/// `behind` it, no house and no single unknown word is one: `Der Zeitung sagte Anna Feld`, `Besorgt äußerte sich Anna Feld`.
fn before_is_subject(stream: &Stream, index: &Index, verb: usize, (floor, behind): (usize, &Phrase)) -> bool {
    let verbal = Tags::ADVERB.or(Tags::AUX).or(Tags::REFLEXIVE).or(Tags::TIME);
    let Some(last) = (floor.max(verb.saturating_sub(LONGEST))..verb)
        .rev()
        .find(|at| !stream.has(*at, verbal) || index.mention_at(*at).is_some())
    else {
        return false;
    };
    if stream.has(last, Tags::PRONOUN.or(Tags::IT)) {
        return true;
    }
    let Some(found) = phrase_finder::chunk_ending_at(stream, index, last, floor) else { return false };
    let complement = found.tokens.start.checked_sub(1).is_some_and(|at| {
        let told = stream.is_keyword(at, Keyword::TowardsWhom);
        at >= floor && (told || stream.has(at, Tags::PREPOSITION.or(Tags::CONJUNCTION))) && stream.is_word(at)
    });
    let noun = |tags: Tags| found.tokens.clone().any(|at| stream.has(at, tags));
    if named_in_full(stream, index, behind) {
        let known = matches!(found.kind, PhraseKind::Named(person) if index.get(person).is_some_and(|person| person.words.len() > 1));
        return !complement && (known || noun(Tags::PERSON));
    }
    let someone = matches!(found.kind, PhraseKind::Named(_) | PhraseKind::Body(_))
        || noun(Tags::PERSON.or(Tags::ORGANISATION));
    someone && !complement
}

/// Whether a phrase is a person's full name, or a description with one behind it: `the chairman of the board, X`.
fn named_in_full(stream: &Stream, index: &Index, phrase: &Phrase) -> bool {
    let full = |kind: PhraseKind| {
        matches!(kind, PhraseKind::Named(person)
            if index.get(person).is_some_and(|person| person.human && person.words.len() > 1))
    };
    let apposed = || {
        stream.is(phrase.tokens.end, ',').then(|| {
            phrase_finder::beginning_at(stream, index, phrase.tokens.end + 1, phrase.tokens.end + LONGEST)
        })?
    };
    full(phrase.kind) || apposed().is_some_and(|name| full(name.kind))
}

/// `with X chanting`
pub(crate) fn absolute(stream: &Stream, index: &Index, end: usize, floor: usize) -> Option<Phrase> {
    let with = (floor.max(end.saturating_sub(12))..end)
        .rev()
        .find(|at| stream.is_keyword(*at, Keyword::Absolute))?;
    phrase_finder::beginning_at(stream, index, with + 1, end).filter(|found| found.tokens.end == end)
}

/// `X to say`, where X is the object of another verb: `leading X to say`.
pub(crate) fn object_to(stream: &Stream, index: &Index, to: usize, floor: usize) -> Option<Phrase> {
    let last = to.checked_sub(1).filter(|last| *last >= floor)?;
    let someone = index.mention_at(last).is_some() || stream.has(last, Tags::PERSON);
    if !someone {
        return None;
    }
    phrase_finder::ending_at(stream, index, last, floor)
        .or_else(|| phrase_finder::chunk_ending_at(stream, index, last, floor))
}

/// The subject of a sentence: its first phrase after what stands before the main clause.
#[must_use]
pub(crate) fn of_sentence(stream: &Stream, index: &Index, range: &Range<usize>) -> Option<Phrase> {
    let mut start = behind_dateline(stream, range);
    let reach = range.end.min(start + 4 * LONGEST);
    for _ in 0..3 {
        while start < reach
            && (stream.is_quote(start)
                || !stream.is_word(start)
                || stream.has(start, Tags::ADVERB)
                    && (start == range.start && index.mention_at(start).is_none()
                        || !stream.is_capital_name(start))
                || stream.has(start, Tags::CONJUNCTION)
                    && stream.has(start + 1, Tags::PRONOUN.or(Tags::DEFINITE))
                    && start == range.start
                || [Keyword::And, Keyword::But, Keyword::Connective]
                    .iter()
                    .any(|word| stream.is_keyword(start, *word)))
        {
            start += 1;
        }
        let aside = stream.has(start, Tags::PREPOSITION.or(Tags::CONJUNCTION).or(Tags::TIME))
            && !stream.has(start, Tags::DETERMINER)
            && (!stream.is_capital_name(start)
                || stream.has(start, Tags::TIME) && !stream.has(start, Tags::FIRST_NAME))
            || participle(stream, start) && index.mention_at(start).is_none()
            || stream.has(start, Tags::CUE) && index.mention_at(start).is_none();
        if !aside {
            return phrase_finder::beginning_at(stream, index, start, range.end);
        }
        let end = range.end.min(start + LONGEST);
        start = (start..end).find(|at| stream.is(*at, ','))? + 1;
        // `In Hale, Calif., a voice`
        let next = start + 1 + usize::from(stream.is(start + 1, '.'));
        let state = stream.is_capital(start) && (stream.has(start, Tags::PLACE) || next > start + 1);
        start = if state && stream.is(next, ',') { next + 1 } else { start };
    }
    None
}

/// Where a sentence begins behind `ISLAMABAD:` or `PORT HALE (Meridian) —`.
fn behind_dateline(stream: &Stream, sentence: &Range<usize>) -> usize {
    let place = |at: &usize| {
        stream.get(*at).is_some_and(|token| {
            token.case == Case::Upper || token.bracketed || [',', '(', ')'].iter().any(|mark| token.is(*mark))
        })
    };
    let end = sentence.start + sentence.clone().take(DATELINE).take_while(place).count();
    let closes = [':', '—', '–', '-'].iter().any(|mark| stream.is(end, *mark));
    if closes && end > sentence.start { end + 1 } else { sentence.start }
}

/// Most words and marks of a dateline.
const DATELINE: usize = 8;

/// The subject before an apposition that ends with the mark at `close`: `X, the envoy,` `X (D)` `X — a lawyer —`.
pub(crate) fn over_apposition(stream: &Stream, index: &Index, close: usize, floor: usize) -> Option<Phrase> {
    let floor = floor.max(close.saturating_sub(LONGEST));
    let floor = (floor..close).rev().find(|at| stream.is(*at, ';')).map_or(floor, |at| at + 1);
    // `X felt so, and Y, the manager, went further`
    let acts = |at: usize| stream.has(at, Tags::CUE.or(Tags::AUX)) && index.mention_at(at).is_none();
    let clause = clauses::clause_start(stream, floor, close).filter(|start| (floor..*start).any(acts));
    let floor = clause.unwrap_or(floor);
    let bracketed = close
        .checked_sub(1)
        .is_some_and(|at| !stream.is(close, ')') && stream.get(at).is_some_and(|token| token.bracketed));
    let phrase = (floor..close).find_map(|start| {
        let fresh = start == floor || fresh(stream, start - 1, bracketed);
        if !fresh || stream.get(start).is_some_and(|token| token.bracketed) != bracketed {
            return None;
        }
        let number = stream.get(start).is_some_and(|token| token.kind == Kind::Number);
        let small = stream.has(start, Tags::CONJUNCTION.or(Tags::PREPOSITION))
            && !stream.has(start, Tags::DETERMINER)
            && !stream.is_capital_name(start);
        if small || !stream.is_word(start) && !number {
            return None;
        }
        phrase_finder::beginning_at(stream, index, start, close)
            .filter(|found| before_apposition(stream, found, close))
    })?;
    let named = || inner_clause::name_at_end(stream, index, &phrase, close);
    Some(named().unwrap_or_else(|| with_apposed_name(stream, index, phrase.clone(), close)))
}

/// True when a phrase may begin behind the token at `at`.
fn fresh(stream: &Stream, at: usize, bracketed: bool) -> bool {
    stream.is_quote(at)
        || [',', '—', ':', ';'].iter().any(|mark| stream.is(at, *mark))
        || stream.has(at, Tags::CONJUNCTION)
        || bracketed && stream.is(at, '(')
}

/// True for a phrase that can speak and behind which an apposition opens.
fn before_apposition(stream: &Stream, found: &Phrase, close: usize) -> bool {
    let end = found.tokens.end;
    let opens = [',', '(', '—', '–', '-'].iter().any(|mark| stream.is(end, *mark))
        || stream.has(end, Tags::WHO)
        || end == close;
    let speaker = match found.kind {
        PhraseKind::Named(_) | PhraseKind::Pronoun(_) => true,
        PhraseKind::Body(_) | PhraseKind::Definite | PhraseKind::Indefinite => {
            !stream.has(end - 1, Tags::TIME)
        }
        PhraseKind::Bare => stream.has(end - 1, Tags::PERSON),
    };
    opens && speaker && !found.tokens.clone().all(|at| stream.has(at, Tags::TIME))
}

/// `The foreign minister, X, said`: X is the subject.
pub(crate) fn with_apposed_name(stream: &Stream, index: &Index, phrase: Phrase, close: usize) -> Phrase {
    // `in Dayton, Ohio, Governor X`: a place is nobody's description
    let named = index.mention_at(phrase.tokens.start);
    let place = named.is_some_and(|named| named.sort == Sort::Place && named.name.end >= phrase.tokens.end);
    if place
        || matches!(phrase.kind, PhraseKind::Named(_) | PhraseKind::Pronoun(_))
        || !stream.is(phrase.tokens.end, ',')
    {
        return phrase;
    }
    let start = phrase.tokens.end + 1;
    match phrase_finder::beginning_at(stream, index, start, close) {
        Some(name) if matches!(name.kind, PhraseKind::Named(_)) && name.tokens.start == start => {
            Phrase { tokens: phrase.tokens.start..name.tokens.end, kind: name.kind }
        }
        _ => phrase,
    }
}

/// `X, who said`: the pronoun stands for a named antecedent; another antecedent stands for itself.
pub(crate) fn relative(stream: &Stream, index: &Index, pronoun: usize, floor: usize) -> Option<Phrase> {
    let end = pronoun.checked_sub(1)?;
    let end = if stream.is(end, ',') { end.checked_sub(1)? } else { end };
    let antecedent = phrase_finder::ending_at(stream, index, end, floor)
        .or_else(|| phrase_finder::chunk_ending_at(stream, index, end, floor))?;
    let antecedent = left_out::instead(stream, index, antecedent, floor)?;
    let who = stream.has(pronoun, Tags::WHO);
    match antecedent.kind {
        PhraseKind::Named(_) if who => Some(Phrase { tokens: pronoun..pronoun + 1, kind: antecedent.kind }),
        PhraseKind::Named(_) | PhraseKind::Pronoun(_) => None,
        // `a town in Lakeland that reminded him`
        _ if stream.has(antecedent.tokens.end - 1, Tags::PLACE) && !who => None,
        kind => Some(Phrase { tokens: antecedent.tokens.start..pronoun + 1, kind }),
    }
}

/// `a plan described by X as “…”`, `praised by X and attacked by Y`: without an auxiliary of its own.
pub(crate) fn reduced_passive(
    stream: &Stream,
    index: &Index,
    verb: usize,
    sentence: &Range<usize>,
) -> Option<Phrase> {
    let bare = verb.checked_sub(1).is_some_and(|at| {
        at >= sentence.start && !stream.has(at, Tags::PRONOUN) && index.mention_at(at).is_none()
    });
    if !bare || !stream.ends_as(verb, Keyword::PastEnding) || !stream.is_keyword(verb + 1, Keyword::Agent) {
        return None;
    }
    phrase_finder::beginning_at(stream, index, verb + 2, sentence.end)
        .filter(|found| able(stream, found) && !participle(stream, found.tokens.start))
}

/// `was told by X`
pub(crate) fn agent(stream: &Stream, index: &Index, verb: usize, sentence: &Range<usize>) -> Option<Phrase> {
    let by = (verb + 1..sentence.end.min(verb + 8)).find(|at| stream.is_keyword(*at, Keyword::Agent))?;
    phrase_finder::beginning_at(stream, index, by + 1, sentence.end)
}

/// `a-t-il dit`, `dit-elle`: the pronoun is part of the verb.
pub(crate) fn clitic(stream: &Stream, verb: usize) -> Option<Phrase> {
    let at =
        [Some(verb), verb.checked_sub(1)].into_iter().flatten().find(|at| stream.has(*at, Tags::CLITIC))?;
    let pronoun = stream.word(at).rsplit('-').next().unwrap_or_default();
    let tags = if stream.lexicon.tags(pronoun).any(Tags::SHE) { Tags::SHE } else { Tags::HE };
    Some(Phrase { tokens: at..at + 1, kind: PhraseKind::Pronoun(tags) })
}
