//! Sentences that open with a clause behind a conjunction, `Dass Porto geht, versteht Senna.`, and whom a sentence without
//! words in marks tells to speak.

use super::frames::{self, Place};
use super::people::{Gender, Someone, acts_on_another, fits};
use super::phrases::{Chunk, Noun, Part, Sort};
use super::run::{Reader, Seen};
use super::words::Class;
use crate::brief::quotes::detection::scare_quotes::Verdict;

/// Chunks of the clause that opens a sentence.
const CLAUSE: usize = 48;

impl Reader<'_, '_> {
    /// Whoever is named right behind the verb of the main clause, where another clause opens the sentence and verbs stand
    /// second: that one acts, not somebody told of in the clause before. The comma between the two stands first.
    pub(super) fn main_actor(&self, chunks: &[Chunk]) -> Option<(usize, usize)> {
        let opens = chunks.first().is_some_and(|chunk| matches!(chunk.part, Part::Subordinate));
        if !(self.text.grammar.capital_nouns && opens) {
            return None;
        }
        let quote = |chunk: &Chunk| matches!(chunk.part, Part::Quote);
        let before = chunks.iter().take(CLAUSE).take_while(|chunk| !quote(chunk)).count();
        (1..before).filter(|at| chunks.get(*at).is_some_and(|chunk| chunk.is(','))).find_map(|comma| {
            chunks.get(comma + 1).filter(|chunk| chunk.is_finite() || self.may_be_verb(chunk))?;
            let Some(Part::Noun(noun)) = chunks.get(comma + 2).map(|chunk| &chunk.part) else { return None };
            let person = self.named_person(noun).filter(|_| noun.may_be_subject)?;
            Some((comma, person))
        })
    }

    /// True for one small word nobody knows: behind the clause that opens a sentence stands a verb.
    fn may_be_verb(&self, chunk: &Chunk) -> bool {
        let known = Class::CLOSED.or(Class::CAPITAL).or(Class::NOUN);
        let at = chunk.tokens.start;
        chunk.tokens.len() == 1 && self.text.is_word(at) && !self.text.has(at, known)
    }

    /// `Porto kam. Er sah müde aus`: a pronoun of one before its verb tells the gender of whom it means, where every noun has a
    /// capital.
    pub(super) fn learn_gender(&mut self, chunks: &[Chunk], at: usize, noun: &Noun, person: usize) {
        let verb = chunks.get(at + 1).filter(|chunk| chunk.is_finite()).map(|chunk| chunk.class);
        let one = verb.is_some_and(|class| class.any(Class::SINGULAR) && !class.any(Class::PLURAL));
        if self.text.grammar.capital_nouns && noun.sort == Sort::Pronoun && at == 0 && one {
            self.discourse.is_of(person, Gender::of(noun.class));
        }
    }

    /// The person a phrase names.
    fn named_person(&self, noun: &Noun) -> Option<usize> {
        let person = self.people.named(self.text, noun)?;
        self.people.all.get(person).filter(|known| known.human).map(|_| person)
    }

    /// True where the clause behind an office tells what its holder does to another, whom nothing tells to hold it.
    fn is_told_apart(&self, noun: &Noun, person: usize) -> bool {
        let words: Vec<&str> = self.text.lowers(noun.role.clone()).collect();
        let asked = || self.text.grammar.roles_asked(&words, self.text.lower(noun.head));
        let unfit = |known: &Someone| fits(self.text, noun, known, &asked()) <= 0.0;
        let known = self.people.all.get(person).filter(|_| noun.sort == Sort::Role);
        known.is_some_and(|known| acts_on_another(self.text, noun, known) && unfit(known))
    }

    /// Notes whom a verb of saying or `according to` tells to speak in a sentence without words in marks, of which `seen` has
    /// what stands in it; the verb stands `behind` the comma that ends an opening clause, if there is one.
    pub(super) fn note_speaker(&mut self, sentence: usize, seen: &[Seen], behind: Option<usize>) {
        let Some(chunks) = self.sentences.get(sentence) else { return };
        // a name in marks is nobody's words
        let words =
            |one: &Seen| matches!(one.verdict, Verdict::Quote(_)) || !self.text.grammar.gendered_verbs;
        let quoted = seen.iter().any(|one| {
            self.text.stream().steps.take(1);
            words(one)
        });
        let verb = chunks
            .iter()
            .position(|chunk| chunk.is_finite() && chunk.class.any(Class::SAY))
            .filter(|verb| behind.is_none_or(|comma| *verb > comma))
            .filter(|verb| !quoted && !self.is_of_another(sentence, chunks, *verb));
        let place = Place { text: self.text, chunks, at: chunks.len(), next: None, opens: false };
        let reported = verb.and_then(|verb| frames::subject_of(place, verb));
        let according = chunks.iter().find_map(|chunk| match &chunk.part {
            Part::According(noun) => Some(noun.clone()),
            _ => None,
        });
        for noun in [reported, according].into_iter().flatten() {
            // where no article tells whether somebody is known, a calling may be another's than whoever was named
            let (text, people) = (self.text, self.people);
            let meant = if text.grammar.by_order() {
                self.discourse.meant(text, people, &noun)
            } else {
                self.discourse.speaks(text, people, &noun)
            };
            if let Some(person) = meant.person.filter(|person| !self.is_told_apart(&noun, *person)) {
                self.discourse.spoke(sentence, person);
            } else if matches!(noun.sort, Sort::Role | Sort::Open | Sort::Body)
                && !(self.text.grammar.cases && noun.class.any(Class::PLURAL))
            {
                self.discourse.unnamed_spoke(sentence, &noun);
            }
        }
    }
}
