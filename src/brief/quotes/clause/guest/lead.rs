//! Whom the lead tells a talk to be with: the one person its signs are of, and nobody who is there too.

use std::ops::Range;

use super::others::noun_of;
use super::signs::{Kind, Sign, signs_of};
use crate::brief::quotes::clause::people::Gender;
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort};
use crate::brief::quotes::clause::run::{Guest, Reader};
use crate::brief::quotes::clause::unsaid::is_held_back;
use crate::brief::quotes::clause::words::Class;

/// Most sentences of a lead.
const LONGEST: usize = 40;

/// Tokens before a sign within which a denial is of it.
const DENIED: usize = 8;

/// Tokens from the word for who asks to the name.
const ASKER: usize = 3;

/// A sign with the number of its sentence.
struct Found {
    sentence: usize,
    sign: Sign,
}

/// What a lead tells.
pub(super) struct Lead {
    signs: Vec<Found>,
    /// Persons who ask.
    pub(super) interviewers: Vec<usize>,
    /// Its sentences.
    sentences: Range<usize>,
}

impl Reader<'_, '_> {
    /// The guest of the `talk`, as the lines before it tell.
    pub(super) fn told_in_lead(&self, talk: &Range<usize>) -> Guest {
        let Some(lead) = self.lead(talk) else { return Guest::Open };
        let mut guest = None;
        let own = |found: &&Found| !matches!(found.sign.kind, Kind::Company | Kind::Interviewer);
        for found in lead.signs.iter().filter(own) {
            match self.told_by_sign(&lead, found) {
                Guest::Open => {}
                Guest::Person(person, _) if guest.is_none_or(|(other, _)| other == person) => {
                    guest = guest.or(Some((person, found.sentence)));
                }
                _ => return Guest::Nobody,
            }
        }
        let tells = |kind: Kind| lead.signs.iter().any(|found| found.sign.kind == kind);
        let unnamed = || self.named_in_lead(&lead, lead.sentences.end).is_empty();
        match guest {
            Some((person, _)) if lead.interviewers.contains(&person) || !self.is_full(person) => {
                Guest::Nobody
            }
            Some((person, from)) if self.is_in_company(&lead, person, from) => Guest::Nobody,
            Some((person, _)) => Guest::Person(person, usize::MAX),
            None if tells(Kind::Company) || tells(Kind::Interviewer) && unnamed() => Guest::Nobody,
            None => Guest::Open,
        }
    }

    /// True for somebody of whom the text tells more than one name.
    fn is_full(&self, person: usize) -> bool {
        self.people.all.get(person).is_some_and(|known| known.words.len() > 1)
    }

    fn lead(&self, talk: &Range<usize>) -> Option<Lead> {
        let stream = self.text.stream();
        let sentence_at = |paragraph: usize| {
            let first = stream.paragraphs.get(paragraph)?.start;
            Some(stream.get(first)?.sentence)
        };
        let sentences = 0..sentence_at(talk.start)?;
        if sentences.len() > LONGEST {
            return None;
        }
        let behind = sentence_at(talk.end).unwrap_or(self.sentences.len());
        let behind = behind..self.sentences.len().min(behind + LONGEST);
        let table = signs_of(self.text.document.language);
        let signs_in = |sentence: usize| {
            let signs = table.find(self.text, stream.sentence(sentence));
            signs.into_iter().map(move |sign| Found { sentence, sign })
        };
        let signs: Vec<Found> = sentences.clone().flat_map(signs_in).collect();
        let asks = |found: &Found| found.sign.kind == Kind::Interviewer;
        let behind: Vec<Found> = behind.flat_map(signs_in).filter(asks).collect();
        let interviewers = signs.iter().chain(&behind).filter(|found| asks(found));
        let interviewers = interviewers.filter_map(|found| {
            let end = found.sign.tokens.end;
            self.people.recent(&(end..end + ASKER)).next().map(|(_, person)| person)
        });
        Some(Lead { interviewers: interviewers.collect(), signs, sentences })
    }

    fn told_by_sign(&self, lead: &Lead, found: &Found) -> Guest {
        let Some(chunks) = self.sentences.get(found.sentence) else { return Guest::Open };
        let tokens = &found.sign.tokens;
        if is_held_back(self.text, self.around_sign(found)) {
            return Guest::Nobody;
        }
        let holds = |at: usize| chunks.iter().position(|chunk| chunk.tokens.contains(&at));
        match found.sign.kind {
            Kind::Subject => self.subject_of_sign(lead, found, chunks),
            Kind::Heading | Kind::Before if is_clause(chunks, tokens) => Guest::Open,
            Kind::Behind | Kind::Heading => {
                let within =
                    |at: &usize| chunks.get(*at).is_some_and(|chunk| self.is_met_within(chunk, tokens));
                let over = |at: &usize| chunks.get(*at).is_some_and(|chunk| chunk.tokens.end > tokens.end);
                let within = (0..chunks.len()).find(within);
                let last = || holds(tokens.end - 1).filter(over).or_else(|| holds(tokens.end));
                match within.or_else(last) {
                    Some(at) => self.object_of_sign(lead, found, chunks, at),
                    None => Guest::Open,
                }
            }
            Kind::Before => match tokens.start.checked_sub(1).and_then(holds) {
                Some(at) => self.object_of_sign(lead, found, chunks, at),
                None => Guest::Open,
            },
            Kind::Company | Kind::Interviewer => Guest::Open,
        }
    }

    /// The tokens of a sign with a few around it, up to the next mark.
    fn around_sign(&self, found: &Found) -> Range<usize> {
        let sentence = self.text.stream().sentence(found.sentence);
        let tokens = &found.sign.tokens;
        let word = |at: &usize| self.text.is_word(*at);
        let from = sentence.start.max(tokens.start.saturating_sub(DENIED));
        let first = (from..tokens.start).rev().take_while(word).last().unwrap_or(tokens.start);
        let to = sentence.end.min(tokens.end + 2);
        let last = (tokens.end..to).take_while(word).last().map_or(tokens.end, |last| last + 1);
        first..last
    }

    /// True for somebody within the words of a sign: `we have … met`, `with … speaks`.
    fn is_met_within(&self, chunk: &Chunk, sign: &Range<usize>) -> bool {
        let table = signs_of(self.text.document.language);
        let met = match &chunk.part {
            Part::Noun(noun) => noun.is_human() && noun.sort != Sort::Pronoun,
            Part::Governed(noun) => {
                noun.is_human() && table.with.contains(self.text.lower(chunk.tokens.start))
            }
            _ => false,
        };
        met && sign.start <= chunk.tokens.start && chunk.tokens.end <= sign.end
    }

    /// Whoever the noun phrase beside a sign names, where it is one person and no other is joined to it.
    fn object_of_sign(&self, lead: &Lead, found: &Found, chunks: &[Chunk], at: usize) -> Guest {
        let Some(noun) = chunks.get(at).and_then(noun_of) else { return Guest::Open };
        if noun.sort == Sort::Pronoun {
            return self.sole_of_lead(lead, found, Some(noun));
        }
        let next = |back: usize| chunks.get(at + back);
        let joined = next(1).is_some_and(|chunk| matches!(chunk.part, Part::And))
            && next(2).and_then(noun_of).is_some_and(|noun| noun.is_human() || noun.name.is_some());
        let apposed = || {
            let other = next(2).and_then(noun_of).filter(|noun| noun.sort == Sort::Person);
            next(1).filter(|chunk| chunk.is(',')).and(other)
        };
        let named = self.one_named(noun).or_else(|| match noun.sort {
            Sort::Role if noun.name.is_none() && noun.owner.is_none() => self.one_named(apposed()?),
            _ => None,
        });
        match named {
            Some(_) if joined || lead.interviewers.iter().any(|asker| named == Some(*asker)) => Guest::Nobody,
            Some(person) => Guest::Person(person, usize::MAX),
            None if noun.is_human() || noun.sort == Sort::Open => Guest::Nobody,
            None => Guest::Open,
        }
    }

    /// Whoever is the subject of a sign: the one person its sentence names as a subject, or the one the lead tells of.
    fn subject_of_sign(&self, lead: &Lead, found: &Found, chunks: &[Chunk]) -> Guest {
        let subject = |chunk: &Chunk| match &chunk.part {
            Part::Noun(noun) | Part::According(noun) => Some(noun.clone()),
            _ => None,
        };
        let nouns: Vec<Noun> = chunks.iter().filter_map(subject).collect();
        let sign = &found.sign.tokens;
        let apart = |noun: &&Noun| noun.tokens.end <= sign.start || sign.end <= noun.tokens.start;
        let mut named: Vec<usize> = nouns.iter().filter(apart).flat_map(|noun| self.named_by(noun)).collect();
        named.sort_unstable();
        named.dedup();
        named.retain(|person| !lead.interviewers.contains(person));
        let other =
            |person: Option<usize>| (0..chunks.len()).find(|at| self.is_another_human(chunks, *at, person));
        match named.as_slice() {
            [] => {
                let third = |noun: &&Noun| noun.sort == Sort::Pronoun && Gender::of(noun.class).is_some();
                let unnamed = other(None).and_then(|at| chunks.get(at)).and_then(noun_of);
                self.sole_of_lead(lead, found, unnamed.or_else(|| nouns.iter().find(third)))
            }
            [person] if other(Some(*person)).is_none() => Guest::Person(*person, usize::MAX),
            _ => Guest::Nobody,
        }
    }

    /// The one person the lead names before a sign, whom `noun`, or nothing, stands for there.
    fn sole_of_lead(&self, lead: &Lead, found: &Found, noun: Option<&Noun>) -> Guest {
        let mut named = self.named_in_lead(lead, found.sentence);
        if named.is_empty() {
            return if noun.is_some_and(|noun| noun.sort != Sort::Pronoun) {
                Guest::Nobody
            } else {
                Guest::Open
            };
        }
        let (Some(person), true) = (named.pop(), named.is_empty()) else { return Guest::Open };
        let Some(known) = self.people.all.get(person) else { return Guest::Open };
        let told = noun.is_none_or(|noun| {
            let gender = Gender::of(noun.class);
            let same = gender.is_none() || known.gender.is_none() || gender == known.gender;
            let own =
                noun.sort == Sort::Pronoun || known.nouns.iter().any(|own| own == self.text.lower(noun.head));
            same && own
        });
        let last = (0..found.sentence).rev().find_map(|sentence| self.last_human(sentence, person));
        let near = !self.text.grammar.last_verb || {
            let before = found.sentence.checked_sub(1);
            before.and_then(|before| self.last_human(before, person)) == Some(true)
        };
        if told && near && last == Some(true) { Guest::Person(person, usize::MAX) } else { Guest::Nobody }
    }

    /// The persons named as subjects before the sentence `end`, but for whoever asks.
    fn named_in_lead(&self, lead: &Lead, end: usize) -> Vec<usize> {
        let sentences = self.sentences.get(..end).unwrap_or_default();
        let nouns = sentences.iter().flatten().filter_map(|chunk| match &chunk.part {
            Part::Noun(noun) => Some(noun),
            _ => None,
        });
        let mut named: Vec<usize> = nouns.flat_map(|noun| self.named_by(noun)).collect();
        named.sort_unstable();
        named.dedup();
        named.retain(|person| !lead.interviewers.contains(person));
        named
    }

    /// True where the lead from the sentence `from` on tells of somebody else who is there.
    fn is_in_company(&self, lead: &Lead, person: usize, from: usize) -> bool {
        let table = signs_of(self.text.document.language);
        if lead.signs.iter().any(|found| found.sign.kind == Kind::Company && found.sentence >= from) {
            return true;
        }
        let overlaps = |tokens: &Range<usize>| {
            lead.signs
                .iter()
                .any(|found| tokens.start < found.sign.tokens.end && found.sign.tokens.start < tokens.end)
        };
        let other = |noun: &Noun| {
            let mut named = self.named_by(noun).into_iter();
            named.any(|other| other != person && !lead.interviewers.contains(&other))
        };
        (from..lead.sentences.end).any(|sentence| {
            let chunks = self.sentences.get(sentence).map(Vec::as_slice).unwrap_or_default();
            chunks.iter().enumerate().any(|(at, chunk)| match &chunk.part {
                Part::Noun(noun) => other(noun) || self.is_another_human(chunks, at, Some(person)),
                Part::Governed(noun) => {
                    let with = table.with.contains(self.text.lower(chunk.tokens.start));
                    let own =
                        self.named_by(noun).contains(&person) || self.text.has(noun.head, Class::SPEAKING);
                    let new = sentence > from && noun.determiner.any(Class::ONE) && noun.name.is_none();
                    let new = new && matches!(noun.sort, Sort::Role | Sort::Open);
                    new || with && noun.is_human() && !own && !overlaps(&chunk.tokens)
                }
                _ => false,
            })
        })
    }
}

/// True for chunks with a verb outside a relative clause and a sign.
fn is_clause(chunks: &[Chunk], sign: &Range<usize>) -> bool {
    let own = chunks.iter().take_while(|chunk| !matches!(chunk.part, Part::Relative | Part::Subordinate));
    own.filter(|chunk| !sign.contains(&chunk.tokens.start)).any(Chunk::is_main_verb)
}
