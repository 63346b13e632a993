//! Whom the lead tells a talk to be with: the one person named in full whom a sign next to the first question is of.

use std::ops::Range;

use super::others::noun_of;
use super::signs::{Kind, Sign, signs_of};
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort};
use crate::brief::quotes::clause::run::Reader;
use crate::brief::quotes::clause::unsaid::is_held_back;
use crate::brief::quotes::clause::words::Class;

/// Most sentences of a lead.
const LONGEST: usize = 40;

/// Tokens before a sign within which a denial is of it.
const DENIED: usize = 8;

/// Tokens from the word for who asks to the name.
const ASKER: usize = 3;

/// Most tokens of a line that only tells who asks.
const CREDIT: usize = 8;

/// A sign with the number of its sentence.
struct Found {
    sentence: usize,
    sign: Sign,
}

/// What a lead tells.
struct Lead {
    signs: Vec<Found>,
    /// Persons who ask.
    interviewers: Vec<usize>,
    /// Its sentences.
    sentences: Range<usize>,
}

impl Reader<'_, '_> {
    /// The guest of the `talk`, as the headline or the last sentence before it tells.
    pub(super) fn told_in_lead(&self, talk: &Range<usize>) -> Option<usize> {
        let lead = self.lead(talk)?;
        let last = lead.sentences.clone().rev().find(|sentence| !self.is_credit(&lead, *sentence))?;
        let headed = |found: &Found| found.sign.kind.is_heading() && self.is_headline(found.sentence);
        let own = |found: &&Found| found.sign.kind.is_of_guest() && (found.sentence == last || headed(found));
        let told = |found: &Found| Some((self.told_by_sign(found)?, found.sentence));
        let mut told = lead.signs.iter().filter(own).filter_map(told);
        let (person, from) = told.next()?;
        let sure = told.all(|(other, _)| other == person)
            && !lead.interviewers.contains(&person)
            && !self.is_in_company(&lead, person, from);
        sure.then_some(person)
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
        let interviewers = signs.iter().chain(&behind).filter_map(|found| self.asker(&found.sign));
        Some(Lead { interviewers: interviewers.collect(), signs, sentences })
    }

    /// Whoever asks, by a sign of that.
    fn asker(&self, sign: &Sign) -> Option<usize> {
        let Range { start, end } = sign.tokens;
        let named = match sign.kind {
            Kind::Interviewer => self.people.recent(&(end..end + ASKER)).next(),
            Kind::Asks => self.people.recent(&(start.saturating_sub(ASKER)..start)).last(),
            _ => None,
        };
        named.map(|(_, person)| person)
    }

    /// `Interview: X`: a few words that open with who asks.
    fn is_credit(&self, lead: &Lead, sentence: usize) -> bool {
        let tokens = self.text.stream().sentence(sentence);
        let opens =
            |found: &Found| found.sign.kind == Kind::Interviewer && found.sign.tokens.start == tokens.start;
        tokens.len() <= CREDIT && lead.signs.iter().any(opens)
    }

    /// True for a first line of one sentence.
    fn is_headline(&self, sentence: usize) -> bool {
        sentence == 0 && self.text.stream().paragraphs.first() == Some(&self.text.stream().sentence(0))
    }

    fn told_by_sign(&self, found: &Found) -> Option<usize> {
        let chunks = self.sentences.get(found.sentence)?;
        let tokens = &found.sign.tokens;
        let marked = chunks.iter().any(|chunk| matches!(chunk.part, Part::Quote));
        if marked || is_held_back(self.text, self.around_sign(found)) {
            return None;
        }
        let holds = |at: usize| chunks.iter().position(|chunk| chunk.tokens.contains(&at));
        match found.sign.kind {
            Kind::Subject => self.subject_of_sign(tokens, chunks),
            Kind::Heading | Kind::Before if is_clause(chunks, tokens) => None,
            Kind::Heading if !self.opens_line(found) => None,
            Kind::Behind | Kind::Heading if self.text.has(tokens.end, Class::PREPOSITION) => None,
            Kind::Behind | Kind::Heading => {
                let within = chunks.iter().position(|chunk| self.is_met_within(chunk, tokens));
                let over = |at: &usize| chunks.get(*at).is_some_and(|chunk| chunk.tokens.end > tokens.end);
                let last = || holds(tokens.end - 1).filter(over).or_else(|| holds(tokens.end));
                self.object_of_sign(chunks, within.or_else(last)?)
            }
            Kind::Before => {
                let goes_on = self.text.has(tokens.end, Class::PREPOSITION);
                let at = tokens.start.checked_sub(1).and_then(holds).filter(|_| !goes_on)?;
                let free = |chunk: &Chunk| {
                    noun_of(chunk).is_some_and(|noun| noun.tokens.start == chunk.tokens.start)
                };
                chunks.get(at).filter(|chunk| free(chunk))?;
                self.object_of_sign(chunks, at)
            }
            Kind::Company | Kind::Interviewer | Kind::Asks => None,
        }
    }

    /// `Interview with X`, not `after the interview with X`.
    fn opens_line(&self, found: &Found) -> bool {
        let start = found.sign.tokens.start;
        start == self.text.stream().sentence(found.sentence).start || self.text.is(start - 1, ':')
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

    /// Whoever the noun phrase beside a sign names, where no other is joined to it.
    fn object_of_sign(&self, chunks: &[Chunk], at: usize) -> Option<usize> {
        let next = |back: usize| chunks.get(at + back);
        let human = |noun: &Noun| noun.is_human() || noun.name.is_some();
        let joined = next(1).is_some_and(|chunk| matches!(chunk.part, Part::And))
            && next(2).and_then(noun_of).is_some_and(human);
        let chunk = chunks.get(at).filter(|_| !joined)?;
        let noun = noun_of(chunk)?;
        let agrees = !self.text.grammar.cases || self.agrees_with_name(chunk, noun);
        self.sure_name(noun).filter(|_| agrees)
    }

    /// `with Anna`, `with the mayor Anna`, where the name has the case that the preposition asks for: it stands first, or ends
    /// as the office does. First name and surname must end alike, or the form as a subject is not sure.
    fn agrees_with_name(&self, chunk: &Chunk, noun: &Noun) -> bool {
        let Some(name) = &noun.name else { return false };
        let table = signs_of(self.text.document.language);
        let ending = |at: usize| {
            let mut letters = self.text.lower(at).chars().rev();
            (letters.next(), letters.next())
        };
        let with = [chunk.tokens.start, noun.tokens.start.saturating_sub(1)];
        let with = with.iter().any(|at| table.with.contains(self.text.lower(*at)));
        let office = noun.head < name.start && ending(noun.head) == ending(name.start);
        let alike = ending(name.start).0 == ending(name.end - 1).0;
        alike && (name.start == noun.tokens.start || with && office)
    }

    /// Whoever is the subject of a sign: the one person whom its sentence names as a subject, of the sign's own clause.
    fn subject_of_sign(&self, sign: &Range<usize>, chunks: &[Chunk]) -> Option<usize> {
        let apart = |noun: &Noun| noun.tokens.end <= sign.start || sign.end <= noun.tokens.start;
        let subject = |chunk: &&Chunk| match &chunk.part {
            Part::Noun(noun) => apart(noun) && noun.may_be_subject && !self.named_by(noun).is_empty(),
            _ => false,
        };
        let chunk = chunks.iter().find(subject)?;
        let noun = noun_of(chunk)?;
        let name = noun.name.clone()?;
        let person = self.sure_name(noun).filter(|_| !self.text.is_oblique_name(name))?;
        is_of_clause(chunk, sign, chunks).then_some(person)
    }

    /// The one person whom a noun phrase names in full, where the name is surely not of whom its head belongs to.
    fn sure_name(&self, noun: &Noun) -> Option<usize> {
        let name = noun.name.clone()?;
        let person = self.one_named(noun)?;
        let text = self.text;
        let known = self.people.all.get(person)?;
        let own = |at: usize| known.words.iter().any(|word| word == text.lower(at));
        let named = name.clone().filter(|at| own(*at)).count();
        let declined = text.grammar.cases || text.grammar.last_verb;
        let first_form = declined || own(name.end - 1);
        let tie = Class::OF.or(Class::PREPOSITION);
        let tied = (noun.tokens.start + 1..name.start).rev().find(|at| text.has(*at, tie));
        let of_another = tied.is_some_and(|tied| {
            let comma = text.is(name.start - 1, ',');
            !comma || (tied..name.start).any(|at| text.has(at, Class::ROLE))
        });
        let genitive = text.grammar.capital_nouns
            && name.start > noun.tokens.start
            && text.lower(name.end - 1).ends_with('s');
        let goes_on = text.is_name_word(name.end) || text.has(name.start + 1, tie);
        let full = if declined { name.len() > 1 && known.words.len() > 1 } else { named > 1 };
        (full && first_form && !of_another && !genitive && !goes_on && known.human).then_some(person)
    }

    /// True where the lead from the sentence `from` on tells of somebody else who is there.
    fn is_in_company(&self, lead: &Lead, person: usize, from: usize) -> bool {
        let table = signs_of(self.text.document.language);
        if lead.signs.iter().any(|found| found.sign.kind == Kind::Company && found.sentence >= from) {
            return true;
        }
        let overlaps = |tokens: &Range<usize>| {
            let over = |sign: &Range<usize>| tokens.start < sign.end && sign.start < tokens.end;
            lead.signs.iter().any(|found| over(&found.sign.tokens))
        };
        let other = |noun: &Noun| {
            let mut named = self.named_by(noun).into_iter();
            named.any(|other| other != person && !lead.interviewers.contains(&other))
        };
        (from..lead.sentences.end).any(|sentence| {
            let chunks = self.sentences.get(sentence).map(Vec::as_slice).unwrap_or_default();
            chunks.iter().enumerate().any(|(at, chunk)| match &chunk.part {
                Part::Noun(noun) => {
                    noun.may_be_subject && other(noun) || self.is_another_human(chunks, at, person)
                }
                Part::Governed(noun) => {
                    let with = table.with.contains(self.text.lower(chunk.tokens.start));
                    let own =
                        self.named_by(noun).contains(&person) || self.text.has(noun.head, Class::SPEAKING);
                    with && noun.is_human() && !own && !overlaps(&chunk.tokens)
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

/// True for a subject right behind a sign, or before it with no other verb and no clause left open between.
fn is_of_clause(subject: &Chunk, sign: &Range<usize>, chunks: &[Chunk]) -> bool {
    let inside = |chunk: &&Chunk| {
        let tokens = &chunk.tokens;
        let before = subject.tokens.end <= tokens.start && tokens.end <= sign.start;
        before || sign.end <= tokens.start && tokens.end <= subject.tokens.start
    };
    let between: Vec<&Chunk> = chunks.iter().filter(inside).collect();
    let opens = |chunk: &&Chunk| matches!(chunk.part, Part::Relative | Part::Subordinate);
    let closed = match between.iter().rposition(opens) {
        None => 0,
        Some(open) => match between.iter().skip(open).rposition(|chunk| chunk.is(',')) {
            None => return false,
            Some(comma) => open + comma,
        },
    };
    let first = between.iter().position(opens).unwrap_or(closed);
    let touches = |chunk: &Chunk| chunk.tokens.end == sign.start || chunk.is_verb(Class::HELPER);
    let acts = |chunk: &&&Chunk| chunk.is_main_verb() && !touches(chunk);
    let near = between.iter().take(first).chain(between.iter().skip(closed));
    near.clone().filter(acts).count() == 0 && !near.clone().any(|chunk| matches!(chunk.part, Part::And))
}
