//! Interviews without marks: lines that a label opens, and answers in marks below questions behind a dash.

use super::discourse::Voice;
use super::finding::Finding;
use super::naming::phrase::{self, Referent};
use super::page::{Line, Page};
use super::place::Place;
use super::words::tags::Tags;
use super::words::token::{COLONS, COMMAS, Shape, Token};
use crate::brief::Kind;
use crate::brief::quotes::rule::Rule;
use crate::text::Span;

/// Tokens of a label.
const LONGEST_LABEL: usize = 5;
/// Bytes of a label.
const LONGEST_LABEL_BYTES: usize = 48;

/// Dashes and points that open the lines of a talk.
const DASHES: [char; 18] =
    ['-', '–', '—', '−', '―', '─', '－', '•', '●', '○', '◦', '▪', '▫', '■', '□', '◆', '*', '‣'];
/// Words of the longest question that stands in a line of its own.
const LONGEST_QUESTION: usize = 25;
/// Fewest questions of a talk without marks.
const FEWEST_QUESTIONS: usize = 2;

/// A labelled line.
struct Turn<'p> {
    label: &'p [Token],
    words: Span,
    line: usize,
}

/// The turns of whoever answers: their words and the speaker.
#[must_use]
pub(crate) fn turns(page: &Page) -> Vec<(Span, Voice)> {
    let turns: Vec<Turn> = (0..page.lines.len()).filter_map(|line| turn(page, line)).collect();
    let asks = turns.iter().any(|turn| has(turn, Tags::QUESTION_LABEL))
        || turns.iter().any(|turn| page.of(turn.words).ends_with(['？', '?', '؟']));
    if turns.len() < 2 || !asks {
        let dashed = dashed(page);
        return if dashed.is_empty() { below_questions(page) } else { dashed };
    }
    let above = turns.first().and_then(|first| first_voice(page, first.line));
    let below = || turns.last().and_then(|last| next_voice(page, last.line));
    let called = || turns.first().and_then(|first| called(page, first));
    let guest = above.or_else(below).map(|(_, person)| person).or_else(called);
    turns.iter().filter_map(|turn| Some((turn.words, speaker(page, turn, guest)?))).collect()
}

/// Who is spoken to at the head of a labelled question: `Q: Doctor NAME, …`.
fn called(page: &Page, turn: &Turn) -> Option<usize> {
    let tokens = page.lines.get(turn.line)?.tokens.get(turn.label.len() + 1..)?;
    let name = tokens.iter().position(|token| !token.has(Tags::TITLE) || token.has(Tags::NAME))?;
    let comma = tokens.get(name + 1).is_some_and(|token| token.is_mark(&COMMAS));
    page.people.whom(&tokens.get(name).filter(|name| comma && name.has(Tags::NAME))?.form)
}

/// The answers in lines without marks that stand behind lines of one question each.
fn alternate(page: &Page) -> Vec<(Span, Voice)> {
    let asks = |line: &Line| {
        let words = page.of(line.span);
        words.ends_with(['?', '؟']) && words.split_whitespace().count() <= LONGEST_QUESTION
    };
    let Some(first) = page.lines.iter().position(asks) else { return Vec::new() };
    let rest = page.lines.get(first..).unwrap_or_default();
    let pairs: Vec<&Line> = rest
        .chunks_exact(2)
        .map_while(|pair| match pair {
            [question, answer] if asks(question) && !asks(answer) => Some(answer),
            _ => None,
        })
        .collect();
    let Some((voice, _)) = first_voice(page, first).filter(|_| pairs.len() >= FEWEST_QUESTIONS) else {
        return Vec::new();
    };
    pairs.iter().map(|answer| (answer.span.trimmed(page.text), voice.clone())).collect()
}

/// The answers among lines that a dash opens: those that do not ask.
fn dashed(page: &Page) -> Vec<(Span, Voice)> {
    let opens =
        |line: &&Line| page.of(line.span).strip_prefix(DASHES).is_some_and(|rest| rest.starts_with(' '));
    let asks = |line: &&Line| page.of(line.span).ends_with(['?', '؟']);
    let turns: Vec<&Line> = page.lines.iter().filter(opens).collect();
    let first = page.lines.iter().position(|line| opens(&line));
    let (Some(first), true) = (first, turns.len() > 1 && turns.iter().any(&asks)) else {
        return alternate(page);
    };
    let Some((voice, _)) = first_voice(page, first) else { return Vec::new() };
    let words = |line: &Line| {
        let dash = page.of(line.span).chars().next().map_or(0, char::len_utf8);
        Span::new(line.span.start + dash, line.span.end).trimmed(page.text)
    };
    turns.iter().filter(|line| !asks(line)).map(|line| (words(line), voice.clone())).collect()
}

/// The lines below questions that a long dash opens: those between two questions, and the one below the last.
fn below_questions(page: &Page) -> Vec<(Span, Voice)> {
    let asks = |line: &Line| {
        let mut letters = page.of(line.span).chars();
        let dash = letters.next().filter(|first| DASHES.contains(first));
        dash.is_some() && letters.next() == dash && letters.next().is_some_and(|next| !DASHES.contains(&next))
    };
    let questions: Vec<usize> =
        (0..page.lines.len()).filter(|at| page.lines.get(*at).is_some_and(asks)).collect();
    let [first, .., last] = questions.as_slice() else { return Vec::new() };
    let guest = first_voice(page, *first).or_else(|| next_voice(page, last + 1));
    let Some((voice, _)) = guest else { return Vec::new() };
    let plain = |line: &&Line| {
        let opens = line.tokens.first();
        !asks(line) && opens.is_some_and(|token| token.quotation().is_none() && token.shape != Shape::Bracket)
    };
    let marked = |at: &usize| {
        page.lines
            .get(at + 1)
            .and_then(|line| line.tokens.first())
            .is_some_and(|one| one.quotation().is_some())
    };
    // where answers stand in marks, what stands without is told between them
    if questions.iter().any(marked) {
        return Vec::new();
    }
    let answers = page.lines.iter().take(last + 2).skip(first + 1).filter(plain);
    answers.map(|line| (line.span, voice.clone())).collect()
}

/// The first person named above the line `line` as a speaker.
fn first_voice(page: &Page, line: usize) -> Option<(Voice, usize)> {
    let (_, span, person) = page.first_named.filter(|(first, ..)| *first < line)?;
    let name = page.people.get(person)?.name.clone();
    Some((Voice { span, person: Some(person), name: Some(name) }, person))
}

/// The first person named below the line `line`.
fn next_voice(page: &Page, line: usize) -> Option<(Voice, usize)> {
    let below = page.lines.iter().skip(line + 1).filter(|line| !page.of(line.span).starts_with(DASHES));
    // whoever asks may be named there, too
    let asks = |line: &Line, at: usize| {
        let before = line.tokens.get(at.saturating_sub(2)..at).unwrap_or_default();
        before.iter().any(|token| token.has(Tags::QUESTION_LABEL))
    };
    let names =
        below.flat_map(|line| line.tokens.iter().enumerate().map(move |(at, token)| (line, at, token)));
    let mut names = names.filter(|(line, at, token)| token.has(Tags::NAME) && !asks(line, *at));
    names.find_map(|(_, _, token)| {
        let person = page.people.whom(&token.form)?;
        let name = page.people.get(person)?.name.clone();
        Some((Voice { span: token.span, person: Some(person), name: Some(name) }, person))
    })
}

fn speaker(page: &Page, turn: &Turn, guest: Option<usize>) -> Option<Voice> {
    let span = Span::new(turn.label.first()?.span.start, turn.label.last()?.span.end);
    if has(turn, Tags::QUESTION_LABEL) {
        return None;
    }
    let known =
        turn.label.first().filter(|_| turn.label.len() == 1).and_then(|name| page.people.whom(&name.form));
    let person = if has(turn, Tags::ANSWER_LABEL) {
        guest?
    } else if let Some(known) = known {
        known
    } else {
        match phrase::read(page, turn.label)?.referent {
            Referent::Person(person) => person?,
            _ => return None,
        }
    };
    let name = page.people.get(person)?.name.clone();
    Some(Voice { span, person: Some(person), name: Some(name) })
}

fn has(turn: &Turn, tags: Tags) -> bool {
    turn.label.last().is_some_and(|last| last.has(tags))
}

fn turn<'p>(page: &'p Page, line: usize) -> Option<Turn<'p>> {
    let whole = page.lines.get(line)?;
    let head = whole.tokens.get(..whole.tokens.len().min(LONGEST_LABEL + 1))?;
    let colon = head.iter().position(|token| token.is_mark(&COLONS)).filter(|colon| *colon > 0);
    // a wide space parts a label, too
    let spaced = || (0..head.len()).find(|at| head.get(*at).is_some_and(|token| page.is_set_off(token)));
    let last = colon.map(|colon| colon - 1).or_else(spaced)?;
    let label = whole.tokens.get(..=last)?;
    let plain = label.iter().all(|token| !matches!(token.shape, Shape::Mark(_) | Shape::Quotation(_)));
    let next = whole.tokens.get(last + 1 + usize::from(colon.is_some()))?;
    let ends = colon.and_then(|colon| whole.tokens.get(colon)).or(label.last())?;
    let words = Span::new(ends.span.end, whole.span.end).trimmed(page.text);
    let short = label.last()?.span.end - whole.span.start <= LONGEST_LABEL_BYTES;
    (plain && short && next.quotation().is_none()).then_some(Turn { label, words, line })
}

/// Fewest letters of a fragment in a question that is more than what a thing is called.
const FRAGMENT: usize = 5;

/// What remains of words a sentence tells of: a term is nobody's. `Q: She wrote that you were “…”`, `—— Critics call it “…”`:
/// what a question tells of somebody whom its line does not name is not said by whoever answers, and nobody tells who else is
/// meant; a word or two are what a thing is called.
#[must_use]
pub(crate) fn kept(place: &Place, found: Finding) -> Option<Finding> {
    if place.is_term() {
        return None;
    }
    let found = answered(place, found);
    let Some(person) = found.voice.as_ref().and_then(|voice| voice.person) else { return Some(found) };
    let page = place.page;
    let line = place.page.lines.get(place.line)?;
    let mut letters = page.of(line.span).chars();
    let dash = letters.next().filter(|first| DASHES.contains(first));
    let dashed = dash.is_some() && letters.next() == dash && !letters.next().is_some_and(char::is_whitespace);
    let colon = line.tokens.iter().take(LONGEST_LABEL).position(|token| token.is_mark(&COLONS));
    let before = colon.and_then(|colon| colon.checked_sub(1)).and_then(|last| line.tokens.get(last));
    let asks = dashed || before.is_some_and(|label| label.has(Tags::QUESTION_LABEL));
    let named = |token: &Token| token.has(Tags::NAME) && page.people.whom(&token.form) == Some(person);
    if !asks || line.tokens.iter().any(named) {
        return Some(found);
    }
    let told = found.kind == Kind::Direct || place.letters() >= FRAGMENT;
    told.then_some(Finding { rule: Rule::Nobody, voice: None, ..found })
}

/// A line of words alone below one that ends with a question is the answer of whoever the introduction names, not of somebody
/// whom the question does: nobody is named where no other question has such an answer.
fn answered(place: &Place, found: Finding) -> Finding {
    let page = place.page;
    let Some(above) = place.line.checked_sub(1).filter(|above| place.is_line() && asks(page, *above)) else {
        return found;
    };
    let Some(person) = found.voice.as_ref().and_then(|voice| voice.person) else { return found };
    let named = |token: &Token| token.has(Tags::NAME) && page.people.whom(&token.form) == Some(person);
    let told = page.lines.get(above).is_some_and(|line| line.tokens.iter().any(named));
    let first = first_voice(page, above).filter(|(_, guest)| *guest != person);
    let Some((guest, _)) = first.filter(|_| told && found.rule == Rule::Running) else { return found };
    let answers = |line: usize| {
        let tokens = page.lines.get(line + 1).map(|line| line.tokens.as_slice()).unwrap_or_default();
        asks(page, line) && tokens.first().is_some_and(|first| first.quotation().is_some())
    };
    let talk = (0..above).any(answers);
    Finding { voice: Some(guest).filter(|_| talk), ..found }
}

/// True for a line that ends with a question outside marks.
fn asks(page: &Page, line: usize) -> bool {
    page.lines.get(line).is_some_and(|line| page.of(line.span).ends_with(['?', '؟', '？']))
}

/// Who answers in marks: the line above is a question behind a dash.
#[must_use]
pub(crate) fn guest(place: &Place) -> Option<Voice> {
    let above = place.page.lines.get(place.line.checked_sub(1)?)?;
    let dashed = place.page.of(above.span).starts_with(DASHES);
    if !dashed || place.at != 0 {
        return None;
    }
    first_voice(place.page, place.line).or_else(|| next_voice(place.page, place.line)).map(|(voice, _)| voice)
}
