//! Cues: verbs that report speech, each with the phrase that is its subject.
//!
//! In: tokens and names. Out: cues in the order of their verbs.

use std::ops::Range;

use super::citing;
use super::cue::{Cue, Form, participle};
use super::inversion::inverted;
use super::noun_phrase::{Phrase, PhraseKind, able};
use super::phrase_finder::LONGEST;
use super::reporting_verbs::{be, is_enclosed, is_verb, manner};
use super::unsaid::{Clause, Unsaid};
use super::{inner_clause, left_out, modified, phrase_finder, subject, unclosed};
use crate::people::index::Index;
use crate::people::lexicon::{Keyword, Tags};
use crate::people::stream::Stream;
use crate::people::tokens::Kind;

/// Finds all cues.
#[must_use]
pub(crate) fn find(stream: &Stream, index: &Index) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    for (verb, token) in stream.tokens.iter().enumerate() {
        if stream.steps.spent() {
            break;
        }
        if !(token.has(Tags::CUE) && is_verb(stream, index, verb) || manner(stream, index, verb)) {
            continue;
        }
        let sentence = stream.sentence_of(verb);
        let previous = cues.last().filter(|cue| sentence.contains(&cue.verb));
        if let Some((subject, form)) = subject(stream, index, verb, &sentence, previous)
            && (!token.has(Tags::WEAK)
                || token.has(Tags::STRONG)
                || able(stream, &subject)
                || is_enclosed(stream, verb))
        {
            let strong = !token.has(Tags::WEAK) || token.has(Tags::STRONG) || form == Form::Cited;
            let unsaid = Clause { stream, index, floor: sentence.start }.unsaid(verb, Some(&subject.tokens));
            let asserted = unsaid.is_none();
            let denied = unsaid == Some(Unsaid::Denied);
            cues.push(Cue { verb, strong, asserted, denied, form, subject });
        }
    }
    cues
}

type Found = Option<(Phrase, Form)>;

fn subject(
    stream: &Stream,
    index: &Index,
    verb: usize,
    sentence: &Range<usize>,
    previous: Option<&Cue>,
) -> Found {
    if let Some(cited) = citing::cited(stream, index, verb, sentence) {
        return Some((cited.speaker, Form::Cited));
    }
    if let Some(agent) = subject::reduced_passive(stream, index, verb, sentence) {
        return Some((agent, Form::Passive));
    }
    if let Some(found) = inverted(stream, index, verb, sentence) {
        return Some(found);
    }
    if let Some(found) = subject::behind_verb(stream, index, verb, sentence) {
        return Some((found, Form::Plain));
    }
    let (mut at, auxiliary) = skip_back(stream, index, verb, sentence.start);
    let passive = auxiliary && !participle(stream, verb) && (at..verb).any(|at| be(stream, at));
    if passive && stream.is_keyword(verb, Keyword::Heard) {
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
        return participial(stream, index, verb, sentence, (at, previous));
    }
    let last = at.checked_sub(1).filter(|last| *last >= sentence.start)?;
    before_verb(stream, index, verb, sentence, (last, previous))
}

/// `saying`, `adding`: its own subject or that of the sentence. What belongs to the verb begins at the token `at`.
fn participial(
    stream: &Stream,
    index: &Index,
    verb: usize,
    sentence: &Range<usize>,
    (at, previous): (usize, Option<&Cue>),
) -> Found {
    if at > 0 && stream.is_keyword(at - 1, Keyword::As) {
        let cited = previous.filter(|cue| cue.form == Form::Cited).map(|cue| cue.subject.clone());
        let subject = cited.or_else(|| subject::of_sentence(stream, index, &(sentence.start..verb)));
        return subject.map(|subject| (subject, Form::Plain));
    }
    if let Some(own) = subject::absolute(stream, index, at, sentence.start) {
        return Some((own, Form::Plain));
    }
    if let Some(text) = described_text(stream, index, at, sentence.start) {
        return Some((text, Form::Plain));
    }
    shared(stream, index, verb, sentence, previous)
        .or_else(|| subject::main_clause(stream, index, verb, sentence))
        .map(|subject| (subject, Form::Participle))
}

/// `a Lakelander statement describing`: a text with an owner of its own speaks, not the sentence's subject.
fn described_text(stream: &Stream, index: &Index, at: usize, floor: usize) -> Option<Phrase> {
    let last = at.checked_sub(1).filter(|last| *last >= floor && stream.is_word(*last))?;
    let text = stream.has(last, Tags::SPEECH_NOUN.or(Tags::DOCUMENT)) && !stream.is_capital(last);
    let found = text.then(|| phrase_finder::chunk_ending_at(stream, index, last, floor)).flatten()?;
    let owned = found.tokens.clone().any(|at| stream.has(at, Tags::PLACE) && stream.is_capital(at));
    owned.then_some(found)
}

/// The subject that ends with the token `at`, right before what belongs to the verb.
fn before_verb(
    stream: &Stream,
    index: &Index,
    verb: usize,
    sentence: &Range<usize>,
    (at, previous): (usize, Option<&Cue>),
) -> Found {
    let token = stream.get(at)?;
    if token.has(Tags::WHO.or(Tags::WHICH))
        && let Some(found) = subject::relative(stream, index, at, sentence.start)
    {
        return Some((found, Form::Relative));
    }
    if stream.is_keyword(at, Keyword::To)
        && let Some(object) = subject::object_to(stream, index, at, sentence.start)
    {
        return Some((object, Form::Plain));
    }
    if stream.is_quote(at) {
        return subject::of_sentence(stream, index, &(sentence.start..at))
            .map(|subject| (subject, Form::Shared));
    }
    if token.has(Tags::CONJUNCTION)
        || token.has(Tags::PREPOSITION) && stream.is_keyword(at, Keyword::To)
        || token.has(Tags::CUE) && !token.has(Tags::AMBIGUOUS.or(Tags::PERSON))
    {
        return shared(stream, index, verb, sentence, previous).map(|subject| (subject, Form::Shared));
    }
    if token.is(',') || token.is(')') || token.is('—') || token.is('–') || token.is('-') {
        let over = subject::over_apposition(stream, index, at, sentence.start);
        let named = over.as_ref().is_some_and(|over| matches!(over.kind, PhraseKind::Named(_)));
        let modified = || modified::over_modifier(stream, index, verb, sentence);
        let over = if named { over } else { modified().or(over) };
        return over.map(|subject| (subject, Form::Plain)).or_else(|| {
            shared(stream, index, verb, sentence, previous).map(|subject| (subject, Form::Shared))
        });
    }
    if token.has(Tags::OTHER_PRONOUN) && !token.has(Tags::IT)
        || !token.is_word() && token.kind != Kind::Number
    {
        return None;
    }
    if let Some(name) = unclosed::name(stream, index, verb, sentence.start) {
        return Some((name, Form::Plain));
    }
    if let Some(body) = body_of_it(stream, index, at, sentence.start) {
        return Some((body, Form::Plain));
    }
    let found = phrase_finder::ending_at(stream, index, at, sentence.start);
    let sure = found.as_ref().is_some_and(|found| found.kind != PhraseKind::Bare || able(stream, found));
    if !sure && let Some(modified) = modified::over_modifier(stream, index, verb, sentence) {
        return Some((modified, Form::Plain));
    }
    let found = left_out::instead(stream, index, found?, sentence.start)?;
    let whole = inner_clause::with_clause(stream, index, &found, sentence.start);
    Some((whole.unwrap_or(found), Form::Plain))
}

/// `The company blamed what it described as “…”`: it is the body the sentence is about.
fn body_of_it(stream: &Stream, index: &Index, it: usize, floor: usize) -> Option<Phrase> {
    let what = it.checked_sub(1).filter(|at| stream.is_keyword(*at, Keyword::What))?;
    stream.has(it, Tags::IT).then_some(())?;
    let found = subject::of_sentence(stream, index, &(floor..what))?;
    let named = || index.mentions_in(found.tokens.clone()).next().map(|mention| mention.name.end);
    let end = match found.kind {
        PhraseKind::Body(_) => named()?,
        PhraseKind::Definite => found.tokens.clone().find(|at| stream.has(*at, Tags::ORGANISATION))? + 1,
        _ => return None,
    };
    Some(Phrase { tokens: found.tokens.start..end, kind: found.kind })
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
        let joined = stream.is_keyword(before, Keyword::And)
            && before > floor
            && stream.has(before - 1, Tags::ADVERB)
            && stream.has(at, Tags::ADVERB);
        let time = token.has(Tags::TIME) && before > floor && !stream.has(before, Tags::FIRST_NAME);
        // `X on Monday said`, `X hat im Mai gesagt`
        let on = stream.has(at, Tags::TIME)
            && (stream.is_keyword(before, Keyword::BeforeDay)
                || stream.lexicon.inverts && stream.has(before, Tags::PREPOSITION));
        auxiliary |= token.has(Tags::AUX);
        if !(adverb || token.has(Tags::AUX) || joined || time || on) {
            break;
        }
        at = before;
    }
    (at, auxiliary)
}

/// The subject a verb shares with what stands before it in the sentence.
fn shared(
    stream: &Stream,
    index: &Index,
    verb: usize,
    sentence: &Range<usize>,
    previous: Option<&Cue>,
) -> Option<Phrase> {
    let whole = || {
        let found = subject::of_sentence(stream, index, &(sentence.start..verb))?;
        // `It was X who leaned over and hissed`
        let it = found.tokens.len() == 1 && stream.has(found.tokens.start, Tags::IT);
        let who = (found.tokens.end..verb).take(LONGEST).find(|at| it && stream.has(*at, Tags::WHO));
        who.and_then(|who| subject::relative(stream, index, who, found.tokens.end)).or(Some(found))
    };
    let Some(previous) = previous else { return whole() };
    if let Some(own) = modified::own_clause(stream, index, verb, previous) {
        return Some(own);
    }
    let apart = modified::is_parenthesis(stream, previous, verb).then(whole).flatten();
    apart.filter(|whole| able(stream, whole)).or_else(|| Some(previous.subject.clone()))
}
