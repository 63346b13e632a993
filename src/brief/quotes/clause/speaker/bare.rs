//! The speaker of words in marks of which no sentence tells who says them, weighed against everybody else named.

use crate::brief::quotes::clause::antecedent::{Anaphor, Kind, Quoted, own_gender};
use crate::brief::quotes::clause::people::{Meant, Someone};
use crate::brief::quotes::clause::run::{Reader, Seen};
use crate::brief::quotes::clause::told::Told;
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::rule::Rule;
use crate::text::is_letter;

/// Letters of the shortest name looked for in words in marks.
const NAME: usize = 3;

/// Words with a capital looked at in words in marks.
const NAMES: usize = 40;

impl Reader<'_, '_> {
    /// The speaker of a stretch whose own sentence tells nobody; else whoever is likely to have said it.
    pub(crate) fn bare(
        &mut self,
        paragraph: usize,
        one: &Seen,
        rest: &[Seen],
    ) -> Option<(Rule, (Told, Option<usize>))> {
        let found = self.borrowed(paragraph, one, rest);
        if found.as_ref().is_some_and(|(rule, _)| *rule == Rule::Transcript) {
            return found;
        }
        // what stands before a colon tells of whoever speaks behind it, and nobody else
        let led = one.token.checked_sub(1).is_some_and(|before| self.text.is(before, ':'));
        if led && found.is_none() && !self.text.grammar.last_verb {
            return None;
        }
        let name = found.as_ref().and_then(|(_, (told, _))| told.speaker.name.as_ref());
        let called = |known: &Someone| known.human && Some(&known.name) == name;
        let person = self.people.all.iter().position(called);
        let ruled = match &found {
            Some((_, (told, _))) => {
                Meant { unnamed: person.is_none().then_some(usize::MAX), ..Meant::of(person, told.sure) }
            }
            None => Meant::NOBODY,
        };
        let anaphor = Anaphor::without(Kind::Bare, Class::NONE, one.token..one.token, one.sentence);
        let chosen = self.scale.speaker(self.text, (self.people, &self.discourse), &anaphor, ruled);
        match chosen.person {
            Some(at) if Some(at) == person => found,
            Some(at) => Some((Rule::Running, self.as_person(at, one))),
            None if person.is_some() => None,
            None => found,
        }
    }

    /// What the words in marks themselves tell.
    pub(crate) fn quoted(&self, quote: usize) -> Quoted {
        let document = self.text.document;
        let inner =
            |quote: usize| document.marked.get(quote).map_or("", |marked| marked.inner.of(document.text));
        let asks = |quote: usize| inner(quote).ends_with(['?', ';']);
        let words =
            inner(quote).split(|letter: char| !is_letter(letter)).filter(|word| word.chars().count() >= NAME);
        let names =
            words.filter(|word| word.starts_with(char::is_uppercase)).take(NAMES).map(str::to_lowercase);
        Quoted {
            number: quote,
            asked_before: quote.checked_sub(1).is_some_and(asks),
            asks: asks(quote),
            words: names.collect(),
            gender: own_gender(document.language, inner(quote)),
        }
    }
}
