//! For whom pronouns and descriptions stand.

use std::collections::HashMap;

use super::super::words::Pronoun;
use super::super::words::item::{Item, Kind};
use super::super::words::lists::Lists;
use super::chunk::Chunk;
use super::frame::{Frame, Role};

/// How many sentences back a pronoun may point.
const BACK: usize = 3;
/// The most words of a phrase that another stands for, and the most other words that are known for one name: what is
/// more is no name, and each is copied where it is told.
const LONGEST: usize = 12;

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

/// What the text says of each name: the words told with it, everywhere.
fn known(all: &[Vec<Frame>], lists: &Lists) -> HashMap<String, Chunk> {
    let mut found: HashMap<String, Chunk> = HashMap::new();
    for chunk in all.iter().flatten().flat_map(|frame| &frame.arguments).map(|argument| &argument.chunk) {
        let Some(name) = chunk.name(lists) else { continue };
        let entry = found.entry(name.to_owned()).or_default();
        for part in std::iter::once(chunk).chain(&chunk.apposed) {
            if part.words.len() > LONGEST || entry.apposed.len() > LONGEST {
                continue;
            }
            let known =
                |word: &Item| entry.all_words().any(|own| own.key == word.key && own.form == word.form);
            if !entry.words.is_empty() && part.kept.is_empty() && part.words.iter().all(known) {
                continue;
            }
            for class in &part.kept {
                if !entry.kept.contains(class) {
                    entry.kept.push(class.clone());
                }
            }
            let longer = part.words.len() > entry.words.len() && part.name(lists) == Some(name);
            let mut words = part.words.clone();
            if entry.words.is_empty() || longer {
                words = std::mem::replace(&mut entry.words, words);
            }
            entry.apposed.push(Chunk { words, ..Chunk::default() });
        }
    }
    found
}

/// What the text knows of whoever a phrase names, or describes where it describes nobody else so.
fn named(chunk: &Chunk, known: &HashMap<String, Chunk>, titles: &Titles, lists: &Lists) -> Option<Chunk> {
    if let Some(name) = chunk.name(lists) {
        return known.get(name).cloned();
    }
    let head = chunk.head(lists).filter(|head| head.office)?;
    chunk.words.first().filter(|first| first.before.determined && !first.before.indefinite)?;
    let holders = titles.get(&head.key).filter(|names| names.len() <= LONGEST)?;
    let mut fits = holders
        .iter()
        .filter_map(|name| known.get(name))
        .filter(|other| chunk.words.iter().all(|word| other.all_words().any(|own| own.key == word.key)));
    fits.next().filter(|_| fits.next().is_none()).cloned()
}

/// The names of those whom each word for somebody is told of.
type Titles = HashMap<String, Vec<String>>;

/// Which names a word for somebody is told of: “agency head Ada Lind” tells of a head, not of an agency.
fn titles(known: &HashMap<String, Chunk>) -> Titles {
    let mut found = Titles::new();
    for (name, chunk) in known {
        for part in std::iter::once(chunk).chain(&chunk.apposed) {
            for (at, word) in part.words.iter().enumerate() {
                let next = part.words.get(at + 1);
                let is =
                    next.is_none_or(|next| next.name && !next.office || next.before.preposition.is_some());
                let names = found.entry(word.key.clone()).or_default();
                if is && !names.contains(name) && names.len() <= LONGEST {
                    names.push(name.clone());
                }
            }
        }
    }
    found
}

/// What the text says most of each noun, where it says nothing else of it anywhere.
fn nouns(all: &[Vec<Frame>], lists: &Lists) -> HashMap<String, Option<Chunk>> {
    let mut found: HashMap<String, Option<Chunk>> = HashMap::new();
    let all = all.iter().flatten().flat_map(|frame| &frame.arguments).map(|argument| &argument.chunk);
    for chunk in all.filter(|chunk| chunk.name(lists).is_none() && !chunk.is_quote()) {
        let Some(head) = chunk.head(lists) else { continue };
        let entry = found.entry(head.key.clone()).or_insert_with(|| Some(chunk.clone()));
        let Some(longest) = entry else { continue };
        if !is_within(chunk, longest) {
            let longer = is_within(longest, chunk);
            *entry = longer.then(|| chunk.clone());
        }
    }
    found
}

/// Whether a phrase says nothing that another does not, and is counted as it.
fn is_within(chunk: &Chunk, other: &Chunk) -> bool {
    let plain =
        |chunk: &Chunk| chunk.kept.is_empty() && !chunk.words.iter().any(|word| word.kind == Kind::Number);
    let holds = |word: &Item| other.words.iter().any(|own| own.key == word.key && own.form == word.form);
    plain(chunk) && plain(other) && chunk.words.iter().all(holds)
}

/// What the text says more of a noun that stands alone: “the agency” of “the refugee agency”.
fn described(chunk: &Chunk, nouns: &HashMap<String, Option<Chunk>>, lists: &Lists) -> Option<Chunk> {
    let first = chunk.words.first().filter(|first| first.before.determined && !first.before.indefinite)?;
    let longest = nouns.get(&chunk.head(lists)?.key)?.as_ref()?;
    let longer = chunk.words.len() + 1..=LONGEST;
    (!first.name && longer.contains(&longest.words.len())).then(|| longest.clone())
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
        { earlier }.find_map(|frames| about(frames).into_iter().find(fits))
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
