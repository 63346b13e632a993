//! Who answers in marks the questions of a talk: the one person whom the lead tells to be the paper's guest.
//!
//! In: the paragraphs before the first question and those of the talk. Out: the guest where the headline or the sentence
//! before the first question has a sign of an interview ([`signs`]: `received us`, `we spoke with X`) and names its one person
//! in full ([`lead`]), and no line of the talk tells of another who speaks ([`talk`]). Else nothing is known.

mod lead;
mod others;
mod signs;
mod talk;

use crate::brief::quotes::clause::frames::Source;
use crate::brief::quotes::clause::people::Gender;
use crate::brief::quotes::clause::phrases::{Noun, Sort};
use crate::brief::quotes::clause::run::{Guest, Reader, Seen};
use crate::brief::quotes::clause::told::{Told, of_person};
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::rule::Rule;

impl Reader<'_, '_> {
    /// The guest as whoever says words in the line `number`, where nobody else is told to say them.
    pub(crate) fn guest_says(&self, number: usize, one: &Seen) -> Option<(Rule, (Told, Option<usize>))> {
        if !self.text.document.answers_in_marks(number) {
            return None;
        }
        let Guest { person, until } = self.guest()?;
        if number >= until || self.is_asked_of_another(number, person) {
            return None;
        }
        let told = match one.frames.own.as_ref().map(|frame| &frame.source) {
            None => self.as_person(person, one).0,
            Some(Source::Silent(class, tokens)) if class.any(Class::SAY) => {
                of_person(self.text, self.people, person, tokens.clone())
            }
            Some(Source::Document(None, tokens)) if self.is_answer(tokens) => {
                of_person(self.text, self.people, person, tokens.clone())
            }
            Some(Source::Noun(noun)) if self.is_pronoun_of(noun, person) => {
                of_person(self.text, self.people, person, noun.tokens.clone())
            }
            Some(_) => return None,
        };
        Some((Rule::Transcript, (told, Some(person))))
    }

    fn is_pronoun_of(&self, noun: &Noun, person: usize) -> bool {
        let own = self.people.all.get(person).and_then(|known| known.gender);
        let gender = Gender::of(noun.class);
        let several = noun.class.any(Class::PLURAL) && !noun.class.any(Class::SINGULAR);
        noun.sort == Sort::Pronoun && !several && (own.is_none() || gender.is_none() || own == gender)
    }

    /// The guest, looked for once.
    fn guest(&self) -> Option<Guest> {
        *self.guest.get_or_init(|| self.read_guest())
    }

    fn read_guest(&self) -> Option<Guest> {
        let talk = self.text.document.talk().filter(|_| !self.without.holds(Rule::Transcript))?;
        let person = self.told_in_lead(&talk)?;
        let sure = self.is_spoken_to(&talk, person) && !self.another_speaks(&talk, person);
        sure.then(|| Guest { person, until: self.until_another(&talk, person) })
    }
}
