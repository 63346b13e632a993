//! Subjects that do not stand beside their verb: behind them a relative clause or a participle, or a clause of their own.

use std::ops::Range;

use super::clauses::clause_start;
use super::cue::Cue;
use super::noun_phrase::{Phrase, PhraseKind, able};
use super::phrase_finder::{self, LONGEST};
use super::subject;
use crate::people::index::Index;
use crate::people::lexicon::{Keyword, Tags};
use crate::people::stream::Stream;

/// `An inspector who came last week called`, `a notice pinned to the post warns`, `The leaflet that came, glossy as a
/// magazine, promises`: the subject of the clause, over what tells more of it.
pub(super) fn over_modifier(
    stream: &Stream,
    index: &Index,
    verb: usize,
    sentence: &Range<usize>,
) -> Option<Phrase> {
    let floor = sentence.start.max(verb.saturating_sub(LONGEST));
    let start = clause_start(stream, floor, verb).unwrap_or(floor);
    if start > sentence.start && start == floor {
        return None;
    }
    let found = subject::of_sentence(stream, index, &(start..verb))?;
    let behind = found.tokens.end;
    let speaks = able(stream, &found);
    let determined =
        matches!(found.kind, PhraseKind::Definite | PhraseKind::Indefinite | PhraseKind::Body(_));
    let modified = stream.has(behind, Tags::WHO.or(Tags::WHICH))
        || stream.ends_as(behind, Keyword::PastEnding) && !stream.has(behind, Tags::AUX);
    let told =
        |at: usize| stream.is_quote(at) || stream.has(at, Tags::STRONG) && !stream.has(at, Tags::AMBIGUOUS);
    let within = behind == verb && found.tokens.clone().any(|at| stream.has(at, Tags::PREPOSITION));
    (speaks && determined && (within || modified && behind < verb) && !(behind..verb).any(told))
        .then_some(found)
}

/// `X felt …, and Y, the manager, went further, accusing`: the subject of the clause between the verb of saying before
/// and this one, where what that verb tells has ended.
pub(super) fn own_clause(stream: &Stream, index: &Index, verb: usize, previous: &Cue) -> Option<Phrase> {
    let start = previous.verb.max(verb.saturating_sub(LONGEST)) + 1;
    let opens = clause_start(stream, start, verb)?;
    if previous.strong && !stream.holds_quote(&(start..opens)) {
        return None;
    }
    let found = phrase_finder::beginning_at(stream, index, opens, verb)?;
    let found = subject::with_apposed_name(stream, index, found, verb);
    let end = found.tokens.end;
    let acts = stream.is_word(end) && !stream.has(end, Tags::PREPOSITION.or(Tags::CONJUNCTION))
        || stream.is(end, ',') && stream.is_word(end + 1);
    let somebody = match found.kind {
        PhraseKind::Named(_) | PhraseKind::Body(_) => true,
        PhraseKind::Pronoun(tags) => tags.any(Tags::HE.or(Tags::SHE)),
        PhraseKind::Definite | PhraseKind::Indefinite => able(stream, &found),
        PhraseKind::Bare => false,
    };
    (acts && somebody && end < verb).then_some(found)
}

/// `, she recalled,`: a verb of saying between commas, whose subject does nothing else in the sentence.
pub(super) fn is_parenthesis(stream: &Stream, cue: &Cue, next: usize) -> bool {
    let (start, end) = (cue.subject.tokens.start.min(cue.verb), cue.subject.tokens.end.max(cue.verb + 1));
    start.checked_sub(1).is_some_and(|at| stream.is(at, ',')) && stream.is(end, ',') && next > end + 1
}
