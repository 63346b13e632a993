//! For whom pronouns and descriptions stand.

use std::collections::HashMap;

use super::super::grammar::chunk::Chunk;
use super::super::words::Pronoun;
use super::super::words::lists::Lists;
use super::frame::{Argument, Frame, Role};
use super::known::{
    LONGEST, described, described_owner, known, named, named_thing, nouns, of_whom, owner, titles,
};

/// How many sentences back a pronoun may point.
const BACK: usize = 3;

/// Tells for each phrase what else the text calls the same, and for each pronoun whom it stands for.
pub(super) fn resolve(all: &mut [Vec<Frame>]) {
    let Some(language) = all
        .iter()
        .flatten()
        .flat_map(|frame| &frame.arguments)
        .find_map(|argument| argument.chunk.words.first().map(|word| word.token.language))
    else {
        return;
    };
    let lists = Lists::of(language);
    let known = known(all, lists);
    let (titles, nouns) = (titles(&known), nouns(all, lists));
    for sentence in 0..all.len() {
        for frame in 0..all.get(sentence).map_or(0, Vec::len) {
            let count = all
                .get(sentence)
                .and_then(|frames| frames.get(frame))
                .map_or(0, |frame| frame.arguments.len());
            for at in 0..count {
                let place = (sentence, frame, at);
                let Some(chunk) = chunk_at(all, place) else { continue };
                let antecedent = chunk.pronoun.and_then(|pronoun| antecedent(all, place, pronoun, &known));
                let named = named(chunk, &known, &titles, lists).or_else(|| described(chunk, &nouns, lists));
                let of_known = of_whom(chunk, lists)
                    .and_then(|part| named_thing(&part, &known, &titles, lists))
                    .or_else(|| owner(chunk).and_then(|owner| known.get(owner)).cloned())
                    .or_else(|| described_owner(chunk, &nouns, lists));
                let owns = chunk.pronoun.filter(|pronoun| pronoun.owns && pronoun.person);
                let whose_else = owns.and_then(|pronoun| subject_before(all, sentence, pronoun, &known));
                let Some(chunk) = all
                    .get_mut(sentence)
                    .and_then(|frames| frames.get_mut(frame))
                    .and_then(|frame| frame.arguments.get_mut(at))
                    .map(|argument| &mut argument.chunk)
                else {
                    continue;
                };
                if chunk.is_pronoun() {
                    chunk.stands_for = antecedent.map(Box::new);
                } else {
                    chunk.whose = antecedent.map(Box::new);
                    (chunk.whose_else, chunk.of_known) = (whose_else.map(Box::new), of_known.map(Box::new));
                    chunk.stands_for = named.map(Box::new);
                }
            }
        }
    }
}

fn chunk_at(all: &[Vec<Frame>], (sentence, frame, at): (usize, usize, usize)) -> Option<&Chunk> {
    let frame = all.get(sentence)?.get(frame)?;
    frame.arguments.get(at).map(|argument| &argument.chunk)
}

/// Who does what the nearest sentence before tells for whom a pronoun may stand.
fn subject_before(
    all: &[Vec<Frame>],
    sentence: usize,
    pronoun: Pronoun,
    known: &HashMap<String, Chunk>,
) -> Option<Chunk> {
    let earlier = all.get(..sentence)?.iter().rev().take(BACK);
    let about = earlier.flat_map(|frames| frames.iter().filter_map(Frame::about).filter_map(told));
    { about }.find(|chunk| agrees(chunk, pronoun, known))
}

/// Whom a pronoun stands for: who does something before it in its sentence, else in one before.
fn antecedent(
    all: &[Vec<Frame>],
    (sentence, frame, at): (usize, usize, usize),
    pronoun: Pronoun,
    known: &HashMap<String, Chunk>,
) -> Option<Chunk> {
    let frames = all.get(sentence)?;
    let earlier = frames.get(..frame)?;
    // “Varnia wants to extend it”: it is not Varnia
    let doers =
        if pronoun.owns || at < frames.get(frame)?.before { Vec::new() } else { doers(frames, frame) };
    // “Varnia sent its navy”, but not “its navy left”
    let own = frames
        .get(frame)
        .filter(|own| pronoun.owns && at >= own.before.max(1))
        .and_then(Frame::about)
        .and_then(told);
    let about = |frames: &[Frame]| -> Vec<Chunk> {
        frames.iter().filter_map(Frame::about).filter_map(told).collect()
    };
    let objects = |frames: &[Frame]| -> Vec<Chunk> {
        let all = frames.iter().flat_map(|frame| &frame.arguments);
        all.filter(|argument| argument.role == Role::Object)
            .filter_map(|argument| told(&argument.chunk))
            .collect()
    };
    let is_doer = |chunk: &Chunk| {
        doers.iter().any(|doer| {
            chunk.words.iter().map(|word| &word.form).eq(doer.words.iter().map(|word| &word.form))
        })
    };
    let fits = |chunk: &Chunk| agrees(chunk, pronoun, known) && !is_doer(chunk);
    // “told the bank that it would …”: nobody knows which
    let held = frames.get(frame).and_then(|own| own.parent).is_some_and(|parent| parent + 1 == frame);
    let last = earlier.last().filter(|last| held && last.says() && !pronoun.owns);
    let told_to = last.is_some_and(|last| objects(std::slice::from_ref(last)).iter().any(fits));
    if told_to && last.and_then(Frame::about).and_then(told).as_ref().is_some_and(fits) {
        return None;
    }
    let fitting: Vec<Chunk> = own
        .into_iter()
        .chain(about(earlier).into_iter().rev())
        .chain(objects(earlier).into_iter().rev())
        .filter(fits)
        .collect();
    // “the drivers' employer says they are innocent”
    let several = fitting.iter().find(|chunk| pronoun.many && chunk.is_several());
    let near = several.or(fitting.first()).cloned();
    near.or_else(|| {
        let earlier = all.get(..sentence)?.iter().rev().take(BACK);
        { earlier }.find_map(|frames| {
            let told = frames.iter().flat_map(|frame| &frame.arguments).rev();
            let mut others = told.filter_map(|argument| told_of(argument, pronoun));
            about(frames).into_iter().find(fits).or_else(|| others.find(fits))
        })
    })
}

/// Who does what a clause tells, and whoever is asked to.
fn doers(frames: &[Frame], frame: usize) -> Vec<Chunk> {
    let mut found = Vec::new();
    let mut at = Some(frame);
    while let Some(own) = at.and_then(|at| frames.get(at)) {
        found.extend(own.about().and_then(told));
        if own.finite {
            break;
        }
        at = own.parent.filter(|parent| at.is_some_and(|at| *parent < at));
    }
    found
}

/// A phrase, or what its pronoun stands for.
fn told(chunk: &Chunk) -> Option<Chunk> {
    let short = chunk.words.len() <= LONGEST && chunk.apposed.len() <= LONGEST;
    let whole = if chunk.is_pronoun() { chunk.stands_for.as_deref() } else { Some(chunk).filter(|_| short) };
    whole.cloned()
}

/// A person told of in any role, for whom a pronoun for a person may stand.
fn told_of(argument: &Argument, pronoun: Pronoun) -> Option<Chunk> {
    told(&argument.chunk).filter(|chunk| pronoun.person && !chunk.is_quote())
}

fn agrees(chunk: &Chunk, pronoun: Pronoun, known: &HashMap<String, Chunk>) -> bool {
    if chunk.is_quote() {
        return false;
    }
    let name = chunk.words.last().filter(|last| last.name).map(|last| last.token.folded.as_str());
    let person =
        chunk.is_person() || name.and_then(|name| known.get(name)).is_some_and(Chunk::is_known_person);
    match pronoun {
        Pronoun { many: true, .. } => !person,
        Pronoun { person: true, .. } => person,
        _ => {
            let known = name.and_then(|name| known.get(name)).is_none_or(Chunk::is_any_name);
            (!person || chunk.is_any_name() && known) && !chunk.is_several()
        }
    }
}
