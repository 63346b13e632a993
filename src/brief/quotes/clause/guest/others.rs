//! Who else a lead and a talk tell of: persons named, and somebody without a name as a subject.

use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort};
use crate::brief::quotes::clause::run::Reader;
use crate::brief::quotes::clause::words::Class;

impl Reader<'_, '_> {
    /// The one person a noun phrase names itself: not in what belongs to its head.
    pub(super) fn one_named(&self, noun: &Noun) -> Option<usize> {
        let name = noun.name.as_ref()?;
        let mut named = self.named_by(noun).into_iter();
        let person = named.next().filter(|_| named.next().is_none())?;
        let own = self.people.recent(name).any(|(_, other)| other == person);
        own.then_some(person)
    }

    /// The persons a noun phrase names, but for what belongs to its head.
    pub(super) fn named_by(&self, noun: &Noun) -> Vec<usize> {
        let owned = |at: usize| noun.owner.as_ref().is_some_and(|owner| owner.contains(&at));
        let of_another = self.belongs_to_name(noun);
        let own = |at: usize| noun.name.as_ref().is_some_and(|name| name.contains(&at)) && !of_another;
        let owned = |at: usize| owned(at) || of_another;
        let human = |person: &usize| self.people.all.get(*person).is_some_and(|known| known.human);
        let all = self.people.recent(&noun.tokens).filter(|(at, _)| own(*at) || !owned(*at));
        let mut named: Vec<usize> = all.map(|(_, person)| person).filter(human).collect();
        named.sort_unstable();
        named.dedup();
        named
    }

    /// `the parents of X`, «брат Марины»: whoever belongs to the one named.
    fn belongs_to_name(&self, noun: &Noun) -> bool {
        let (text, grammar) = (self.text, self.text.grammar);
        let first = noun.name.as_ref().map_or(noun.tokens.start, |name| name.start);
        let tied = first > noun.tokens.start + 1 && text.has(first - 1, Class::OF.or(Class::PREPOSITION));
        let words: Vec<&str> = text.lowers(noun.role.clone()).collect();
        let offices = grammar.roles_asked(&words, text.lower(noun.head));
        let of_another = grammar.is_kin(&offices) || grammar.is_of_another(&offices);
        tied || grammar.cases && of_another && noun.head < first
    }

    /// True for a noun phrase as a subject for somebody without a name who is not `person`.
    pub(super) fn is_another_human(&self, chunks: &[Chunk], at: usize, person: usize) -> bool {
        let Some(Part::Noun(noun)) = chunks.get(at).map(|chunk| &chunk.part) else { return false };
        let known = self.people.all.get(person);
        let own = known.is_some_and(|known| known.nouns.iter().any(|own| own == self.text.lower(noun.head)));
        let determined = self.is_determined(chunks, at, noun);
        let beside = |other: Option<&Chunk>| {
            other.and_then(noun_of).is_some_and(|noun| self.named_by(noun).contains(&person))
        };
        let is = |at: Option<usize>, mark: char| {
            at.and_then(|at| chunks.get(at)).is_some_and(|chunk| chunk.is(mark))
        };
        let apposed = is(at.checked_sub(1), ',') && beside(at.checked_sub(2).and_then(|at| chunks.get(at)))
            || is(Some(at + 1), ',') && beside(chunks.get(at + 2));
        let predicate = at.checked_sub(1).and_then(|at| chunks.get(at));
        let predicate = predicate.is_some_and(|chunk| chunk.is_verb(Class::HELPER));
        let somebody =
            matches!(noun.sort, Sort::Role | Sort::Open) && noun.name.is_none() && noun.may_be_subject;
        somebody && determined && !own && !apposed && !predicate
    }

    /// True for a noun phrase that may be a subject by its article, or where it stands.
    fn is_determined(&self, chunks: &[Chunk], at: usize, noun: &Noun) -> bool {
        let grammar = self.text.grammar;
        if grammar.by_order() || grammar.capital_nouns {
            let before = chunks.get(..at).unwrap_or_default().iter();
            let before = before.rev().find(|chunk| !matches!(chunk.part, Part::Aside));
            // `there sit pupils`
            noun.determiner != Class::NONE
                || before.is_some_and(|chunk| chunk.is_main_verb() && !chunk.is_verb(Class::HELPER))
        } else {
            grammar.last_verb || noun.first_case
        }
    }
}

/// The noun phrase that a chunk is.
pub(super) fn noun_of(chunk: &Chunk) -> Option<&Noun> {
    match &chunk.part {
        Part::Noun(noun) | Part::Governed(noun) | Part::According(noun) => Some(noun),
        _ => None,
    }
}
