//! Cues: verbs that report speech, each with the phrase that is its subject.
//!
//! In: tokens and names. Out: cues in the order of their verbs.

use std::ops::Range;

use super::phrase::{self, Phrase, PhraseKind};
use super::subject;
use super::verbs::{asserted, be, denied, is_verb, manner};
use crate::people::index::Index;
use crate::people::lexicon::Tags;
use crate::people::stream::Stream;
use crate::people::tokens::Kind;

/// A verb of saying and who its subject is.
#[derive(Debug, Clone)]
pub struct Cue {
    /// Token of the verb.
    pub verb: usize,
    /// A verb of saying; a weak one only may report speech.
    pub strong: bool,
    /// False under a modal, an infinitive or a denial: nothing has been said.
    pub asserted: bool,
    /// True for `did not say`.
    pub denied: bool,
    /// How subject and verb stand.
    pub form: Form,
    /// Who speaks.
    pub subject: Phrase,
}

/// How subject and verb stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// X said.
    Plain,
    /// said X.
    Inverted,
    /// saying, adding: the subject is the sentence's.
    Participle,
    /// was told by X.
    Passive,
    /// smiled and said: the subject stands before another verb.
    Shared,
    /// X, who said.
    Relative,
}

/// Finds all cues.
#[must_use]
pub fn find(stream: &Stream, index: &Index) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    for (verb, token) in stream.tokens.iter().enumerate() {
        if !(token.has(Tags::CUE) && is_verb(stream, index, verb) || manner(stream, index, verb)) {
            continue;
        }
        let sentence = stream.sentence_of(verb);
        let previous = cues.last().filter(|cue| sentence.contains(&cue.verb));
        if let Some((subject, form)) = subject(stream, index, verb, &sentence, previous)
            && (!token.has(Tags::WEAK) || token.has(Tags::STRONG) || able(stream, &subject))
        {
            let strong = !token.has(Tags::WEAK) || token.has(Tags::STRONG);
            let asserted = asserted(stream, index, verb, form);
            let denied = !asserted && denied(stream, verb);
            cues.push(Cue { verb, strong, asserted, denied, form, subject });
        }
    }
    cues
}

/// True when the phrase can do more than say: a person, a body, a paper.
fn able(stream: &Stream, subject: &Phrase) -> bool {
    let tokens = subject.tokens.clone();
    match subject.kind {
        PhraseKind::Named(_) | PhraseKind::Body(_) | PhraseKind::Pronoun(_) => true,
        _ => {
            tokens.clone().any(|at| stream.has(at, Tags::PERSON.or(Tags::ORGANISATION).or(Tags::SPEECH_NOUN)))
                || tokens.len() == 1 && stream.has(tokens.start, Tags::INDEFINITE)
                || stream.has(tokens.end - 1, Tags::WHO)
        }
    }
}

pub(super) fn participle(stream: &Stream, at: usize) -> bool {
    stream.word(at).ends_with("ing")
}

type Found = Option<(Phrase, Form)>;

fn subject(
    stream: &Stream,
    index: &Index,
    verb: usize,
    sentence: &Range<usize>,
    previous: Option<&Cue>,
) -> Found {
    if let Some(found) = inverted(stream, index, verb, sentence) {
        return Some(found);
    }
    if let Some(found) = subject::behind_verb(stream, index, verb, sentence) {
        return Some((found, Form::Plain));
    }
    let (mut at, auxiliary) = skip_back(stream, index, verb, sentence.start);
    let passive = auxiliary && !participle(stream, verb) && (at..verb).any(|at| be(stream, at));
    if passive && ["quoted", "cited", "heard", "described"].iter().any(|form| stream.is_the_word(verb, form))
    {
        return None;
    }
    if passive {
        return subject::agent(stream, index, verb, sentence).map(|subject| (subject, Form::Passive));
    }
    let aspect = at > sentence.start && stream.has(at - 1, Tags::ASPECT);
    if aspect {
        at -= 1;
    }
    if participle(stream, verb) && !aspect && !(at..verb).any(|at| be(stream, at)) {
        if at > 0 && stream.is_the_word(at - 1, "as") {
            let subject = subject::of_sentence(stream, index, &(sentence.start..verb));
            return subject.map(|subject| (subject, Form::Plain));
        }
        if let Some(own) = subject::absolute(stream, index, at, sentence.start) {
            return Some((own, Form::Plain));
        }
        return shared(stream, index, verb, sentence, previous)
            .or_else(|| subject::main_clause(stream, index, verb, sentence))
            .map(|subject| (subject, Form::Participle));
    }
    if at <= sentence.start {
        return None;
    }
    at -= 1;
    let token = stream.get(at)?;
    if token.has(Tags::WHO.or(Tags::WHICH))
        && let Some(found) = subject::relative(stream, index, at, sentence.start)
    {
        return Some((found, Form::Relative));
    }
    if stream.is_the_word(at, "to")
        && let Some(object) = subject::object_to(stream, index, at, sentence.start)
    {
        return Some((object, Form::Plain));
    }
    if stream.is_quote(at) {
        return subject::of_sentence(stream, index, &(sentence.start..at))
            .map(|subject| (subject, Form::Shared));
    }
    if token.has(Tags::CONJUNCTION)
        || token.has(Tags::PREPOSITION) && stream.is_the_word(at, "to")
        || token.has(Tags::CUE) && !token.has(Tags::AMBIGUOUS.or(Tags::PERSON))
    {
        return shared(stream, index, verb, sentence, previous).map(|subject| (subject, Form::Shared));
    }
    if token.is(',') || token.is(')') || token.is('—') || token.is('–') || token.is('-') {
        let over = subject::over_apposition(stream, index, at, sentence.start);
        return over.map(|subject| (subject, Form::Plain)).or_else(|| {
            shared(stream, index, verb, sentence, previous).map(|subject| (subject, Form::Shared))
        });
    }
    if token.has(Tags::OTHER_PRONOUN) && !token.has(Tags::IT)
        || !token.is_word() && token.kind != Kind::Number
    {
        return None;
    }
    phrase::ending_at(stream, index, at, sentence.start).map(|subject| (subject, Form::Plain))
}

/// Goes back from the verb over adverbs, auxiliaries and times; tells where the rest ends and whether there was an auxiliary.
fn skip_back(stream: &Stream, index: &Index, verb: usize, floor: usize) -> (usize, bool) {
    let mut at = verb;
    let mut auxiliary = false;
    while let Some(before) = at.checked_sub(1) {
        let Some(token) = stream.get(before) else { break };
        if before < floor || verb - before > 12 || !token.is_word() || index.mention_at(before).is_some() {
            break;
        }
        let adverb = token.has(Tags::ADVERB) && !token.has(Tags::PRONOUN) || token.has(Tags::NEGATION);
        let joined = stream.is_the_word(before, "and")
            && before > floor
            && stream.has(before - 1, Tags::ADVERB)
            && stream.has(at, Tags::ADVERB);
        let time = token.has(Tags::TIME) && before > floor && !stream.has(before, Tags::FIRST_NAME);
        // `X on Monday said`, `X hat im Mai gesagt`
        let on = stream.has(at, Tags::TIME)
            && (stream.is_the_word(before, "on")
                || stream.lexicon.inverts && stream.has(before, Tags::PREPOSITION));
        auxiliary |= token.has(Tags::AUX);
        if !(adverb || token.has(Tags::AUX) || joined || time || on) {
            break;
        }
        at = before;
    }
    (at, auxiliary)
}

/// `” said X`, `Said X:`
fn inverted(stream: &Stream, index: &Index, verb: usize, sentence: &Range<usize>) -> Found {
    if participle(stream, verb) {
        return None;
    }
    if let Some(glued) = subject::clitic(stream, verb) {
        return Some((glued, Form::Inverted));
    }
    let mark = |at: usize| [',', '—', '–', '-', '-'].iter().any(|mark| stream.is(at, *mark));
    let before = (sentence.start..verb)
        .rev()
        .find(|at| !stream.has(*at, Tags::ADVERB.or(Tags::AUX)) || index.mention_at(*at).is_some());
    let quote = before
        .and_then(|at| (sentence.start..=at).rev().find(|at| !mark(*at)))
        .filter(|at| stream.is_quote(*at));
    let opens = match before {
        None => stream.has(verb, Tags::STRONG) && sentence.start > 0 || verb == sentence.start,
        Some(at) => quote.is_some() || stream.is_the_word(at, "as") || stream.is(at, ','),
    };
    if !opens {
        return None;
    }
    let start = (verb + 1..sentence.end)
        .find(|at| !stream.has(*at, Tags::TIME) || stream.has(*at, Tags::FIRST_NAME))?;
    let dated = stream.has(start + 1, Tags::TIME)
        && (stream.is_the_word(start, "on")
            || stream.has(start, Tags::DEFINITE) && stream.is_word(start + 2));
    let start = if dated { start + 2 } else { start };
    // „…“, heißt es in X
    let start = if stream.is_the_word(start, "es") && stream.has(start + 1, Tags::PREPOSITION) {
        start + 2
    } else {
        start
    };
    let found = subject::with_apposed_name(
        stream,
        index,
        phrase::beginning_at(stream, index, start, sentence.end)?,
        sentence.end,
    );
    let beside = quote.is_some() || before.is_none_or(|at| stream.is_the_word(at, "as"));
    if !beside && !clear_speech(stream, verb, &found) {
        return None;
    }
    // `said X could`: X is the subject of what is said
    let end = found.tokens.end;
    if stream.has(end, Tags::AUX)
        || stream.has(end, Tags::CUE) && !stream.has(end, Tags::AMBIGUOUS) && !stream.is_quote(end)
    {
        return None;
    }
    let head = end.saturating_sub(1);
    let subject = match found.kind {
        PhraseKind::Bare => stream.has(head, Tags::PERSON) || stream.has(found.tokens.start, Tags::PERSON),
        PhraseKind::Pronoun(tags) => !tags.any(Tags::WHO) && !object_pronoun(stream, start),
        _ => true,
    };
    let plain =
        ["said", "says", "say", "added", "adds", "wrote"].iter().any(|form| stream.is_the_word(verb, form));
    if !stream.lexicon.inverts && !plain && !able(stream, &found) {
        return None;
    }
    (subject && !told_object(stream, verb)).then_some((found, Form::Inverted))
}

/// `him`, `her`, `them` are never subjects.
fn object_pronoun(stream: &Stream, at: usize) -> bool {
    ["him", "her", "them"].iter().any(|word| stream.is_the_word(at, word))
}

/// `…, said X.`: plain enough without a quote right before it.
fn clear_speech(stream: &Stream, verb: usize, found: &Phrase) -> bool {
    let ends = stream
        .get(found.tokens.end)
        .is_none_or(|token| !token.is_word() && !stream.is_quote(found.tokens.end));
    matches!(found.kind, PhraseKind::Named(_))
        && ends
        && stream.has(verb, Tags::STRONG)
        && !stream.has(verb, Tags::AMBIGUOUS.or(Tags::WEAK))
}

/// `told X` behind a quote: X is told.
fn told_object(stream: &Stream, verb: usize) -> bool {
    ["told", "tells", "telling", "asked", "tell"].iter().any(|form| stream.is_the_word(verb, form))
        && !stream.is_the_word(verb, "asked")
}

/// The subject a verb shares with what stands before it in the sentence.
fn shared(
    stream: &Stream,
    index: &Index,
    verb: usize,
    sentence: &Range<usize>,
    previous: Option<&Cue>,
) -> Option<Phrase> {
    previous
        .map(|cue| cue.subject.clone())
        .or_else(|| subject::of_sentence(stream, index, &(sentence.start..verb)))
}
