//! What the lines of a talk tell of who answers: whom a question speaks to, whom it asks about, who else is told to speak.

use std::ops::Range;

use super::signs::signs_of;
use crate::brief::quotes::clause::frames::Source;
use crate::brief::quotes::clause::people::Gender;
use crate::brief::quotes::clause::phrases::{Noun, Part, Sort};
use crate::brief::quotes::clause::run::Reader;
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::detection::words::is_question;

/// Fewest questions in which `his` may be `your`.
const FEWEST: usize = 2;

/// Tokens before a name between commas that calls upon somebody: `And you, Mr Porto, …`.
const ADDRESSED: usize = 4;

impl Reader<'_, '_> {
    /// True where a question of the talk speaks to whoever answers, or some may.
    pub(super) fn is_spoken_to(&self, talk: &Range<usize>, person: usize) -> bool {
        let whom = &self.text.grammar.naming.told_whom;
        let own = |at: usize| {
            self.text.has(at, Class::OWNER) || whom.iter().any(|word| word == self.text.lower(at))
        };
        let may = |line: &usize| {
            let belongs = self.tokens_of(*line).any(own);
            self.text.grammar.by_order() && belongs && !self.is_about_another(*line, person)
        };
        self.askers(talk).any(|line| self.speaks_to_guest(line, person))
            || self.askers(talk).filter(may).count() >= FEWEST
    }

    /// The lines of a talk that do not answer.
    fn askers(&self, talk: &Range<usize>) -> impl Iterator<Item = usize> {
        talk.clone().filter(|line| !self.text.document.answers_in_marks(*line))
    }

    fn tokens_of(&self, line: usize) -> Range<usize> {
        self.text.stream().paragraphs.get(line).cloned().unwrap_or_default()
    }

    fn speaks_to_guest(&self, line: usize, person: usize) -> bool {
        let tokens = self.tokens_of(line);
        let calls = |(at, named): (usize, usize)| named == person && self.is_called_upon_at(at, &tokens);
        let title =
            (tokens.start..tokens.end).take_while(|at| self.text.has(*at, Class::ROLE.or(Class::ADDRESS)));
        let titled = title.last().is_some_and(|last| self.text.is(last + 1, ','));
        titled || tokens.clone().any(|at| self.is_for_guest(at)) || self.people.recent(&tokens).any(calls)
    }

    /// True for a word for whoever is spoken to.
    fn is_for_guest(&self, at: usize) -> bool {
        let table = signs_of(self.text.document.language);
        let lower = self.text.lower(at);
        let capital = || self.text.stream().word(at).starts_with(char::is_uppercase);
        let titled = || {
            let mut letters = lower.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            table.spoken_to.contains(&first.chain(letters).collect::<String>())
        };
        // `of her` where the same word is `you`
        let governed = self.text.has(at, Class::SUBJECT)
            && at
                .checked_sub(1)
                .is_some_and(|before| self.text.has(before, Class::PREPOSITION.or(Class::OF)));
        let polite = !self.text.has(at, Class::OPENS) && capital() && titled();
        let ends = || table.spoken_to_endings.iter().any(|ending| lower.ends_with(ending.as_str()));
        !governed && (table.spoken_to.contains(lower) || polite || ends())
    }

    /// True for a name at `at` that calls upon somebody: it opens or ends its line, has a title, or stands behind few words.
    fn is_called_upon_at(&self, at: usize, line: &Range<usize>) -> bool {
        let name =
            |at: &usize| self.text.is_name_word(*at) || self.text.has(*at, Class::ADDRESS.or(Class::ROLE));
        let start = (line.start..at).rev().take_while(name).last().unwrap_or(at);
        let end = (at..line.end).take_while(name).last().map_or(at, |last| last + 1);
        let opens = start == line.start;
        let behind = opens || self.text.is(start - 1, ',');
        let asks = self.text.is(end, '?') || self.text.is(end, '!');
        let near = start <= line.start + ADDRESSED || self.text.has(start, Class::ADDRESS);
        behind && (self.text.is(end, ',') && near || asks && !opens)
    }

    /// The first line from which on another may answer: one that only tells of somebody of the guest's, or without a name.
    pub(super) fn until_another(&self, talk: &Range<usize>, person: usize) -> usize {
        let states = |line: &usize| {
            let near = |noun: &Noun| noun.name.is_none() || noun.determiner.any(Class::OWNER);
            !self.is_asking(*line) && self.another_of(*line, person).is_some_and(near)
        };
        self.askers(talk).find(states).unwrap_or(usize::MAX)
    }

    /// True where what the line `number` answers asks about somebody else, and speaks to nobody: `And her friends?`.
    pub(super) fn is_asked_of_another(&self, number: usize, person: usize) -> bool {
        let answers = |line: &usize| self.text.document.answers_in_marks(*line);
        (0..number).rev().find(|line| !answers(line)).is_some_and(|line| self.is_about_another(line, person))
    }

    fn is_about_another(&self, line: usize, person: usize) -> bool {
        self.another_of(line, person).is_some()
    }

    fn is_asking(&self, line: usize) -> bool {
        is_question(self.text.stream().span(&self.tokens_of(line)).of(self.text.document.text))
    }

    /// Somebody else who is the first subject of a sentence of the line, where it speaks to nobody.
    fn another_of(&self, line: usize, person: usize) -> Option<&Noun> {
        if self.speaks_to_guest(line, person) {
            return None;
        }
        let sentences = self.sentences_of(line);
        let asks = self.is_asking(line);
        let last = *sentences.end();
        sentences.into_iter().find_map(|sentence| {
            let chunks = self.sentences.get(sentence)?;
            let subject = |at: usize| match &chunks.get(at)?.part {
                // a word that asks has a capital where it opens the line
                Part::Noun(noun) if noun.sort == Sort::Capital && self.named_by(noun).is_empty() => None,
                Part::Noun(noun) if noun.may_be_subject && noun.sort != Sort::Pronoun => Some((at, noun)),
                _ => None,
            };
            let (at, noun) = (0..chunks.len()).find_map(subject)?;
            let named = self.named_by(noun).iter().any(|other| *other != person);
            // `X denies it. Why?`: whoever is asked is spoken to behind that
            let stated = asks && sentence < last && !noun.determiner.any(Class::OWNER);
            (named && !stated || self.is_another_human(chunks, at, person)).then_some(noun)
        })
    }

    /// The numbers of the sentences of a line.
    fn sentences_of(&self, line: usize) -> std::ops::RangeInclusive<usize> {
        let tokens = self.tokens_of(line);
        let sentence_at = |at: usize| self.text.stream().get(at).map_or(0, |token| token.sentence);
        sentence_at(tokens.start)..=sentence_at(tokens.end.saturating_sub(1))
    }

    /// True where a line of the talk tells of another who speaks, or is spoken to, or only tells of the guest.
    pub(super) fn another_speaks(&self, talk: &Range<usize>, person: usize) -> bool {
        let asks = |line: usize| {
            let tokens = self.tokens_of(line);
            let speaks = self.speaks_to_guest(line, person);
            self.people.recent(&tokens).any(|(at, named)| {
                let called = self.is_called_upon_at(at, &tokens);
                let human = self.people.all.get(named).is_some_and(|known| known.human);
                human && if named == person { !called && !speaks } else { called }
            })
        };
        let answers = |line: &usize| self.text.document.answers_in_marks(*line);
        self.askers(talk).any(asks)
            || talk.clone().filter(answers).any(|line| self.tells_of_another(line, person))
    }

    /// True for an answer beside whose words somebody else than `person` stands as who speaks or acts.
    fn tells_of_another(&self, line: usize, person: usize) -> bool {
        let tokens = self.tokens_of(line);
        let beside = self.sentences_of(line).any(|sentence| {
            let chunks = self.sentences.get(sentence).map(Vec::as_slice).unwrap_or_default();
            (0..chunks.len()).any(|at| match chunks.get(at).map(|chunk| &chunk.part) {
                Some(Part::Noun(noun)) => {
                    self.is_other_name(noun, person) || self.is_another_human(chunks, at, person)
                }
                _ => false,
            })
        });
        beside
            || self.quotes_in(&tokens).into_iter().filter_map(|quote| self.see(quote, &tokens)).any(|one| {
                one.frames.own.as_ref().is_some_and(|frame| match &frame.source {
                    Source::Document(_, tokens) => !self.is_answer(tokens),
                    Source::Silent(class, _) => class.any(Class::READ) && !class.any(Class::SAY),
                    Source::Noun(noun) => self.is_of_other_gender(noun, person),
                })
            })
    }

    /// True for words for what somebody says, not for a text: `the answer is`.
    pub(super) fn is_answer(&self, tokens: &Range<usize>) -> bool {
        let any = |class: Class| tokens.clone().any(|at| self.text.has(at, class));
        any(Class::UTTERANCE) && !any(Class::DOCUMENT)
    }

    fn is_other_name(&self, noun: &Noun, person: usize) -> bool {
        let named = self.named_by(noun);
        let unknown = noun.sort == Sort::Person && named.is_empty() && noun.name.is_some();
        unknown && noun.may_be_subject || named.iter().any(|other| *other != person)
    }

    fn is_of_other_gender(&self, noun: &Noun, person: usize) -> bool {
        let own = self.people.all.get(person).and_then(|known| known.gender);
        let gender = Gender::of(noun.class);
        noun.sort == Sort::Pronoun && gender.is_some() && own.is_some() && gender != own
    }
}
