//! Who answers in an interview: whoever the label of the line names, or the one person the talk is with.

use std::ops::Range;

use crate::brief::Speaker;
use crate::brief::quotes::clause::run::{Reader, Seen};
use crate::brief::quotes::clause::told::{Told, of_person};
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::rule::Rule;
use crate::people::lexicon::Tags;
use crate::text::{fold, is_letter};

/// Letters that two forms of a name have in common at least.
const ALIKE: usize = 3;

/// Letters of the ending of a form.
const ENDING: usize = 3;

/// Tokens at the head of a question within which somebody is addressed.
const ADDRESS: usize = 6;

impl Reader<'_, '_> {
    /// Who says the answer to a question; None for other words.
    pub(crate) fn answered(&self, one: &Seen) -> Option<(Rule, (Told, Option<usize>))> {
        let document = self.text.document;
        document.marked.get(one.quote).filter(|marked| marked.answers)?;
        let first = document.stream.paragraph_of(one.token).start;
        let words = (first..one.token).filter(|at| self.text.has(*at, Class::WORD));
        let label: Vec<usize> = words.collect();
        let Some((start, end)) = label.first().zip(label.last()) else {
            let person = self.interviewee()?;
            return Some((Rule::Transcript, self.as_person(person, one)));
        };
        let labelled = self.labelled(&label);
        if let Some(person) = labelled {
            let told = of_person(self.text, self.people, person, *start..end + 1);
            return Some((Rule::Transcript, (told, Some(person))));
        }
        let answer =
            one.frames.own.is_none() || label.len() == 1 && !self.text.has(*start, Class::FIRST_NAME);
        if !answer {
            return None;
        }
        let told = match self.interviewee().filter(|person| !self.is_another(&label, *person)) {
            Some(person) => self.as_person(person, one),
            None => (self.of_label(*start..end + 1), None),
        };
        Some((Rule::Transcript, told))
    }

    /// `Porto: …` is not Senna: a label of one word that somebody has for a name and the person at `person` has not.
    fn is_another(&self, label: &[usize], person: usize) -> bool {
        let [word] = label else { return false };
        let answer = self
            .text
            .stream()
            .lexicon
            .tags(self.text.lower(*word).trim_end_matches('.'))
            .any(Tags::ANSWER_LABEL);
        let own = fold(self.text.lower(*word));
        let has = |at: usize| {
            self.people.all.get(at).is_some_and(|known| known.words.iter().any(|word| fold(word) == own))
        };
        let named = self.text.is_name_word(*word) || (0..self.people.all.len()).any(has);
        named && !answer && !has(person) && !self.text.has(*word, Class::ROLE)
    }

    /// Whoever the label stands for, as it has it.
    fn of_label(&self, label: Range<usize>) -> Told {
        let span = self.text.stream().span(&label);
        let mention = Some(span.of(self.text.document.text).to_owned());
        let speaker = Speaker { name: None, role: None, mention, span: Some(span) };
        Told { speaker, via: None, sure: Rule::Transcript.confidence() }
    }

    /// The person with the last word or the initials of a label.
    fn labelled(&self, label: &[usize]) -> Option<usize> {
        let written: String = label.iter().map(|at| self.text.lower(*at)).collect();
        let letters = || written.chars().filter(|c| is_letter(*c));
        if letters().count() > 1 && written.split('.').all(|part| part.chars().count() < 2) {
            let initials =
                |words: &[String]| words.iter().filter_map(|word| word.chars().next()).eq(letters());
            return self.people.all.iter().position(|known| initials(&known.words));
        }
        let last = fold(self.text.lower(*label.last()?));
        let named = |words: &[String]| words.last().is_some_and(|own| fold(own) == last);
        self.people.all.iter().position(|known| known.words.len() > 1 && named(&known.words))
    }

    /// Whoever answers in an interview, looked for once: each of its answers asks.
    fn interviewee(&self) -> Option<usize> {
        *self.interviewee.get_or_init(|| self.named_as_interviewee())
    }

    /// Whoever is named before the first question, addressed in one, or named behind the last answer.
    fn named_as_interviewee(&self) -> Option<usize> {
        let stream = self.text.stream();
        let answers = || {
            let marked = self.text.document.marked.iter().zip(&stream.quote_tokens);
            marked.filter(|(marked, _)| marked.answers).map(|(marked, token)| (marked.paragraph, *token))
        };
        let (first, _) = answers().next()?;
        let asked = stream.paragraphs.get(first.checked_sub(1)?)?.start;
        let addressed = || {
            answers().find_map(|(paragraph, _)| {
                stream.steps.take(1);
                let question = stream.paragraphs.get(paragraph.checked_sub(1)?)?;
                let near = question.start..question.end.min(question.start + ADDRESS);
                let comma = near.clone().find(|at| self.text.is(*at, ','))?;
                self.people.latter(near.start, comma, None)
            })
        };
        let behind = || {
            let last = answers().next_back()?.1;
            (last + 1..stream.tokens.len()).find_map(|at| {
                stream.steps.take(1);
                self.people.latter(at, at + 1, None)
            })
        };
        let person = self.people.latter(0, asked, None).or_else(addressed).or_else(behind)?;
        Some(self.fuller(person).unwrap_or(person))
    }

    /// Somebody with a longer name that begins as the words of this one's do: `Sir Igor!` is Igor Petrishak.
    fn fuller(&self, person: usize) -> Option<usize> {
        let own = &self.people.all.get(person)?.words;
        let alike = |one: &str, other: &str| {
            let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
            let longest = one.chars().count().max(other.chars().count());
            same >= ALIKE && longest - same <= ENDING
        };
        let known = |word: &String| own.iter().any(|own| alike(own, word));
        let longer = |words: &[String]| words.len() > 1 && words.first().is_some_and(known);
        self.people.all.iter().position(|known| {
            let fuller = known.words.len() > own.len()
                || !own
                    .first()
                    .is_some_and(|first| alike(first, known.words.first().map_or("", String::as_str)));
            fuller && longer(&known.words)
        })
    }
}
