//! A frame: what speaks, and where the quotation stands.

use std::ops::Range;

use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort, Text};
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::rule::Rule;

/// Chunks looked at on one side of a verb.
pub(super) const REACH: usize = 40;

/// Chunks between an auxiliary and its participle.
pub(crate) const GROUP: usize = 3;

/// What speaks.
#[derive(Debug, Clone)]
pub(crate) enum Source {
    /// A phrase.
    Noun(Noun),
    /// A verb alone or a pronoun, with its classes: whoever spoke or acted last. The tokens stand for it.
    Silent(Class, Range<usize>),
    /// A text; its owner where the clause tells.
    Document(Option<Noun>, Range<usize>),
}

/// A frame around a quotation.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    /// The rule in the output.
    pub(crate) rule: Rule,
    /// What speaks.
    pub(crate) source: Source,
    /// The outlet the words came through.
    pub(crate) via: Option<Noun>,
    /// The verb brings whole statements.
    pub(crate) says: bool,
    /// Stands right beside the quotation.
    pub(crate) beside: bool,
    /// A thing is the subject and a reflexive pronoun stands with the verb: `the flats call themselves “…”`.
    pub(crate) reflexive: bool,
}

impl Frame {
    /// A frame right beside the quotation.
    pub(crate) fn new(rule: Rule, source: Source) -> Self {
        Self { rule, source, via: None, says: true, beside: true, reflexive: false }
    }

    /// The same, not beside it.
    pub(crate) fn aside(mut self) -> Self {
        self.beside = false;
        self
    }

    /// True when a phrase is told.
    pub(crate) fn is_told(&self) -> bool {
        matches!(self.source, Source::Noun(_))
    }
}

/// A sentence and the chunk of the quotation in it.
#[derive(Clone, Copy)]
pub(crate) struct Place<'p, 'd> {
    /// The text.
    pub(crate) text: &'p Text<'d>,
    /// The chunks of the sentence.
    pub(crate) chunks: &'p [Chunk],
    /// The quotation's chunk.
    pub(crate) at: usize,
    /// The chunks of the sentence behind.
    pub(crate) next: Option<&'p [Chunk]>,
    /// The paragraph begins with the sentence and is short: a headline or a label.
    pub(crate) opens: bool,
}

/// Chunks on either side of a quotation in which its frames are looked for: more than the longest sentence of news has, so
/// that a sentence without end takes no more work for each of its quotations.
const WINDOW: usize = 128;

impl<'p> Place<'p, '_> {
    /// The same without the chunks farther from the quotation than [`WINDOW`].
    #[must_use]
    pub(crate) fn within_reach(self) -> Self {
        let start = self.at.saturating_sub(WINDOW).min(self.chunks.len());
        let end = self.chunks.len().min(self.at + WINDOW);
        let next = self.next.map(|next| next.get(..next.len().min(WINDOW)).unwrap_or_default());
        let chunks = self.chunks.get(start..end).unwrap_or_default();
        Self { chunks, at: self.at - start, next, ..self }
    }

    /// The chunk at `at`.
    pub(crate) fn chunk(&self, at: usize) -> Option<&'p Chunk> {
        self.text.stream().steps.take(1);
        self.chunks.get(at)
    }

    /// True when the chunk at `at` is the mark `mark`.
    pub(crate) fn is(&self, at: usize, mark: char) -> bool {
        self.chunk(at).is_some_and(|chunk| chunk.is(mark))
    }

    /// True when the chunk at `at` is a dash.
    pub(crate) fn is_dash(&self, at: usize) -> bool {
        ['—', '–', '-', '―'].iter().any(|mark| self.is(at, *mark))
    }

    /// True when the marked words begin with a small letter.
    pub(crate) fn begins_small(&self) -> bool {
        let token = self.chunk(self.at).map_or(0, |chunk| chunk.tokens.start);
        self.text.marked_at(token).is_some_and(|words| words.starts_with(char::is_lowercase))
    }

    /// How many words stand in the marks.
    pub(crate) fn words(&self) -> usize {
        let token = self.chunk(self.at).map_or(0, |chunk| chunk.tokens.start);
        self.text.marked_at(token).map_or(0, |words| words.split_whitespace().count())
    }

    /// True when the marked words end as a question or a call does.
    pub(crate) fn ends_spoken(&self) -> bool {
        let token = self.chunk(self.at).map_or(0, |chunk| chunk.tokens.start);
        self.text.marked_at(token).is_some_and(|words| words.trim_end().ends_with(['?', '!', '…', ',']))
    }

    /// The noun phrase that is the chunk at `at`.
    pub(crate) fn noun(&self, at: usize) -> Option<&'p Noun> {
        match self.chunk(at).map(|chunk| &chunk.part) {
            Some(Part::Noun(noun)) => Some(noun),
            _ => None,
        }
    }
}

/// The verb of the main clause before `end`: the last with a subject that no conjunction and no relative pronoun governs.
pub(crate) fn main_verb(place: Place, end: usize) -> Option<usize> {
    let mut found = None;
    let mut governed = false;
    for at in 0..end {
        let chunk = place.chunk(at)?;
        match chunk.part {
            Part::Subordinate | Part::Relative => governed = true,
            Part::Mark(';' | ':') => governed = false,
            _ if chunk.is_main_verb() && !leads(place, at) => {
                if !governed {
                    found = Some(at);
                }
                governed = false;
            }
            _ => {}
        }
    }
    found
}

/// True for an auxiliary before its participle.
pub(crate) fn leads(place: Place, at: usize) -> bool {
    let next = (at + 1..at + 1 + GROUP).find(|at| !place.chunk(*at).is_some_and(is_within_group));
    place.chunk(at).is_some_and(|chunk| chunk.class.any(Class::HELPER))
        && next.is_some_and(|at| place.chunk(at).is_some_and(|chunk| chunk.is_verb(Class::PARTICIPLE)))
}

/// True for the small words of a group of verbs.
pub(crate) fn is_within_group(chunk: &Chunk) -> bool {
    matches!(chunk.part, Part::Aside) || chunk.is_verb(Class::HELPER)
}

/// True unless verb and noun are of two genders.
pub(crate) fn agrees(verb: Class, noun: &Noun) -> bool {
    // a participle that is a noun, too, has the noun's gender
    if verb.any(Class::NOUN) {
        return true;
    }
    let verb = verb.intersection(Class::GENDER);
    // an office of a man's gender is also a woman's
    let office = !matches!(noun.sort, Sort::Document | Sort::Utterance | Sort::Thing);
    let noun = noun.class.intersection(Class::GENDER);
    verb == Class::NONE || noun == Class::NONE || verb.any(noun) || noun.any(Class::MALE) && office
}

/// Chunks of an apposition of two parts.
const APPOSED: usize = 8;

/// `Through leaflets and Chirper came word`: what the conjunction at `and` joins to a phrase behind a preposition, before any
/// verb, is no subject, where order tells subjects.
pub(crate) fn is_governed_list(place: Place, and: usize) -> bool {
    let governed = and.checked_sub(1).and_then(|at| place.chunk(at));
    let bare = place.noun(and + 1).is_some_and(|noun| noun.determiner == Class::NONE && !noun.is_human());
    let verb = (0..and).any(|at| place.chunk(at).is_some_and(Chunk::is_finite));
    let led = governed.is_some_and(|chunk| matches!(chunk.part, Part::Governed(_)));
    place.text.grammar.by_order() && bare && led && !verb
}

/// `Ana Porto, one of the founders and member of the choir, said`: Ana Porto, where the conjunction at `and` joins what she
/// is to the phrase behind it.
pub(crate) fn apposed_before<'p>(
    place: Place<'p, '_>,
    and: usize,
    behind: &Noun,
) -> Option<(usize, &'p Noun)> {
    let what = |noun: &Noun| matches!(noun.sort, Sort::Role | Sort::Open) && noun.name.is_none();
    let bare = what(behind) && behind.determiner == Class::NONE && place.text.grammar.by_order();
    // the first part read as one phrase with the name
    let whole = and.checked_sub(1).and_then(|at| Some((at, place.noun(at)?)));
    let named = |noun: &Noun| noun.name.as_ref().is_some_and(|name| name.end < noun.tokens.end);
    if let Some(found) = whole.filter(|(_, noun)| bare && noun.sort == Sort::Person && named(noun)) {
        return Some(found);
    }
    let comma = (0..and).rev().take(APPOSED).find(|at| {
        let part = place.chunk(*at).map(|chunk| &chunk.part);
        !matches!(part, Some(Part::Noun(_) | Part::Governed(_) | Part::Aside))
    })?;
    let at = comma.checked_sub(1).filter(|_| bare && place.is(comma, ','))?;
    place.noun(at).filter(|noun| noun.sort == Sort::Person).map(|noun| (at, noun))
}

/// `said the first violin, Ana Porto`: a noun nobody knows, and the full name behind its comma.
pub(super) fn named_behind(place: Place, at: usize) -> Option<Noun> {
    let noun = place.noun(at)?;
    let known = place.text.grammar.by_order() && noun.determiner.any(Class::THE.or(Class::OWNER));
    let name = place.noun(at + 2).filter(|_| known && place.is(at + 1, ','))?;
    let plain = name.sort == Sort::Person && name.role.is_empty() && name.name_is_full(place.text);
    plain.then(|| Noun { tokens: noun.tokens.start..name.tokens.end, ..name.clone() })
}

/// `says lowering her voice`: a thing right behind a gerund.
pub(super) fn is_object_of_gerund(place: Place, at: usize) -> bool {
    let gerund = |chunk: &Chunk| chunk.is_verb(Class::GERUND) && !chunk.class.any(Class::FINITE);
    place.text.grammar.by_order() && at > 0 && place.chunk(at - 1).is_some_and(gerund)
}

/// True for a noun nobody knows; initials are a body's, which speaks.
#[must_use]
pub(crate) fn is_thing(place: Place, source: &Source) -> bool {
    let thing = |noun: &Noun| noun.sort == Sort::Thing && !place.text.has(noun.head, Class::UPPER);
    matches!(source, Source::Noun(noun) if thing(noun))
}

/// True for a phrase that can be the subject of a verb of saying.
pub(crate) fn subject_like(noun: &Noun) -> bool {
    let text = matches!(noun.sort, Sort::Document | Sort::Utterance) && noun.may_be_subject;
    noun.can_speak() && noun.may_be_subject || text
}

/// True for a gerund, and for a participle without an auxiliary where order tells subjects.
#[must_use]
pub(crate) fn opens_aside(place: Place, chunk: &Chunk) -> bool {
    let bare = chunk.class.any(Class::PARTICIPLE) && !chunk.is_finite();
    chunk.class.any(Class::GERUND) || bare && place.text.grammar.by_order()
}
