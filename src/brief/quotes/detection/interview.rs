//! Interviews and briefings: turns after a label are direct quotes without marks (stage S7).
//!
//! Many lines open with a label: boxes, lists, recipes. A label is a speaker's only where it is one of the language's
//! words for question and answer, or a person whom the page itself knows as one, and where people talk: turns
//! alternate, or follow questions. What fails either is no turn.

use std::ops::Range;

use super::capitals::{office, told};
use super::labels::{Label, Line, lines};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::finding::role;
use crate::brief::quotes::rule::Rule;
use crate::brief::{Kind, Quote, Speaker};
use crate::people::names::Sort;

/// The turns of an interview as quotes, those of whoever only asks left out.
#[must_use]
pub(crate) fn quotes(document: &Document) -> Vec<Quote> {
    let lines = lines(document);
    let talk = Talk::of(&lines);
    let interviewee = lines.first().and_then(|first| interviewee(document, first.label.start));
    let quote = |line: &Line| match line.who {
        Label::Answer if talk.answers => Some(turn(document, line, interviewee)),
        Label::Person { person, .. } if talk.speaks(line) => Some(turn(document, line, Some(person))),
        _ => None,
    };
    lines.iter().filter_map(quote).collect()
}

/// Who talks with whom in the labelled lines of an article.
struct Talk {
    /// For each person with a label whether these are turns of a talk.
    speakers: Vec<(usize, Tally)>,
    /// The answers answer questions.
    answers: bool,
}

/// What the lines of one label have in common.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    lines: usize,
    /// Lines behind a paragraph that ends with a question mark.
    asked: usize,
    /// Changes from or to a label that asks or speaks again.
    changes: usize,
    /// Changes from or to a line that is a question.
    questions: usize,
    /// A change is from or to one of the language's words for who asks.
    questioned: bool,
    /// A change is from or to somebody with a known or given name.
    in_company: bool,
    /// The page knows the person as one.
    known: bool,
    /// So it does, or a given name tells.
    named: bool,
}

impl Tally {
    /// True for the turns of a talk.
    fn is_talk(self) -> bool {
        let follows = self.lines > 1 && self.asked * 2 >= self.lines;
        let alternates = self.lines > 1 && self.changes > 1;
        let company = self.known || self.in_company || self.questions > 0;
        follows || alternates && company || self.known && self.questioned
    }
}

impl Talk {
    fn of(lines: &[Line]) -> Self {
        let mut speakers = tallies(lines);
        for pair in lines.windows(2) {
            let [one, other] = pair else { continue };
            for (line, with) in [(one, other), (other, one)] {
                change(&mut speakers, line, with);
            }
        }
        let questions = lines.iter().any(|line| line.who == Label::Question);
        let answers = || lines.iter().filter(|line| line.who == Label::Answer);
        let asked = answers().filter(|line| line.asked).count();
        Self { speakers, answers: questions || asked > 1 && asked * 2 >= answers().count() }
    }

    fn speaks(&self, line: &Line) -> bool {
        self.speakers.iter().any(|(person, tally)| line.who.is(*person) && tally.is_talk())
    }
}

/// Counts the lines of each person with a label.
fn tallies(lines: &[Line]) -> Vec<(usize, Tally)> {
    let mut speakers: Vec<(usize, Tally)> = Vec::new();
    for line in lines {
        let Label::Person { person, known, given } = line.who else { continue };
        if !speakers.iter().any(|(other, _)| *other == person) && speakers.len() < MOST_SPEAKERS {
            speakers.push((person, Tally::default()));
        }
        if let Some((_, tally)) = speakers.iter_mut().find(|(other, _)| *other == person) {
            tally.lines += 1;
            tally.asked += usize::from(line.asked);
            tally.known |= known;
            tally.named |= known || given;
        }
    }
    speakers
}

/// Counts that `line` and `with` stand side by side.
fn change(speakers: &mut [(usize, Tally)], line: &Line, with: &Line) {
    let Some(person) = line.who.person().filter(|person| !with.who.is(*person)) else { return };
    let partner = with.who.person().and_then(|other| {
        speakers.iter().find(|(one, tally)| *one == other && tally.lines > 1).map(|(_, tally)| *tally)
    });
    let questioned = with.who == Label::Question;
    if let Some((_, tally)) = speakers.iter_mut().find(|(one, _)| *one == person) {
        tally.changes += usize::from(partner.is_some() || questioned || with.asks);
        tally.questions += usize::from(questioned || with.asks);
        tally.questioned |= questioned;
        tally.in_company |= partner.is_some_and(|partner| partner.named);
    }
}

/// Most persons of one talk; it bounds the work.
const MOST_SPEAKERS: usize = 40;

fn turn(document: &Document, line: &Line, person: Option<usize>) -> Quote {
    let mention = document.stream.span(&line.label);
    let named =
        person.and_then(|person| document.index.get(person)).filter(|person| person.sort == Sort::Person);
    let own = line.who.person().is_some();
    let name = named.map(|person| person.name.as_str());
    let speaker = Speaker {
        name: if own { told(document, &line.label, name) } else { name.map(str::to_owned) },
        role: named.and_then(|person| role(person, document.text)).or_else(|| office(document, &line.label)),
        mention: Some(mention.of(document.text).to_owned()),
        span: Some(mention),
    };
    Quote {
        span: line.words,
        text: line.words.of(document.text).to_owned(),
        kind: Kind::Direct,
        speaker: Some(speaker),
        quoted_from: None,
        via: None,
        confidence: Rule::Transcript.confidence(),
        rule: Rule::Transcript.name().to_owned(),
        key: None,
    }
}

/// The first person named before the first turn.
fn interviewee(document: &Document, first: usize) -> Option<usize> {
    let before: Range<usize> = 0..first;
    let mut persons = document.index.mentions_in(before).filter_map(|mention| mention.person);
    persons.find(|person| document.index.is_human(*person))
}
