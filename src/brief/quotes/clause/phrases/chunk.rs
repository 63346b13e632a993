//! A sentence as a list of chunks.

use std::ops::Range;

use super::according;
use super::apposition;
use super::boundary::{is_adverb, is_tied_to_name, spelling};
use super::made::anybody;
use super::noun::{Noun, Sort};
use super::somebody::{surname_with_particles, whoever};
use super::text::Text;
use super::trailing::restricts;
use super::verb::{is_verb, unknown_verb};
use crate::brief::quotes::clause::words::Class;
use crate::people::tokens::Kind;

/// What a chunk is.
#[derive(Debug, Clone)]
pub(crate) enum Part {
    /// A noun phrase without a preposition.
    Noun(Noun),
    /// One behind a preposition.
    Governed(Noun),
    /// Whoever says so, behind “according to”.
    According(Noun),
    /// “In whose opinion”.
    AccordingRelative,
    /// A verb.
    Verb,
    /// Opens a clause.
    Subordinate,
    /// A relative pronoun.
    Relative,
    /// A conjunction between equals.
    And,
    /// A mark of punctuation.
    Mark(char),
    /// A marked stretch, by its index.
    Quote,
    /// Small words and the rest.
    Aside,
}

/// A chunk of a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Chunk {
    /// What it is.
    pub(crate) part: Part,
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// The classes of its first token.
    pub(crate) class: Class,
}

impl Chunk {
    /// True for the mark `mark`.
    #[must_use]
    pub(crate) fn is(&self, mark: char) -> bool {
        matches!(self.part, Part::Mark(own) if own == mark)
    }

    /// True for a verb of one of `classes`.
    #[must_use]
    pub(crate) fn is_verb(&self, classes: Class) -> bool {
        matches!(self.part, Part::Verb) && self.class.any(classes)
    }

    /// True for a finite verb of any class.
    #[must_use]
    pub(crate) fn is_main_verb(&self) -> bool {
        self.is_finite() && self.class.any(Class::ANY_VERB)
    }

    /// True for a verb that has a subject.
    #[must_use]
    pub(crate) fn is_finite(&self) -> bool {
        matches!(self.part, Part::Verb) && self.class.any(Class::FINITE.or(Class::PASSIVE))
    }
}

/// The chunks of the tokens `range`.
#[must_use]
pub(crate) fn chunks(text: &Text, range: Range<usize>) -> Vec<Chunk> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end && !text.stream().steps.spent() {
        let chunk = chunk(text, at, range.end, range.start);
        at = chunk.tokens.end.max(at + 1);
        found.push(chunk);
    }
    found
}

fn chunk(text: &Text, at: usize, end: usize, start: usize) -> Chunk {
    let class = text.class(at);
    let one = |part: Part| Chunk { part, tokens: at..at + 1, class };
    if text.is_quote(at) {
        return one(Part::Quote);
    }
    if !class.any(Class::WORD.or(Class::NUMBER)) {
        return one(Part::Mark(mark_at(text, at)));
    }
    if let Some(close) = spelling(text, at, end) {
        return Chunk { part: Part::Aside, tokens: at..close, class: Class::NONE };
    }
    if let Some((tokens, noun)) = according::read(text, at, end, start) {
        return Chunk { part: noun.map_or(Part::AccordingRelative, Part::According), tokens, class };
    }
    if let Some(noun) = whoever(text, at, end, start) {
        return nominal(text, at, noun, class);
    }
    let noun = class.any(Class::NOUN) && !class.any(Class::FINITE);
    if class.any(Class::ANY_VERB) && !noun && !text.is_name_word(at) && is_verb(class) {
        return one(Part::Verb);
    }
    if text.is_opening_participle(at) {
        return one(Part::Aside);
    }
    if let Some(guess) = unknown_verb(text, at, start) {
        return Chunk { part: Part::Verb, tokens: at..at + 1, class: class.or(guess) };
    }
    if let Some(part) = joint(text, at, start) {
        return one(part);
    }
    if class.any(Class::DETERMINER) && is_time(text, at + 1) {
        return Chunk { part: Part::Aside, tokens: at..at + 2, class: Class::TIME };
    }
    if let Some(noun) = surname_with_particles(text, at, end) {
        return nominal(text, at, noun, class);
    }
    let office = text.opens_role_phrase(at);
    let preposition = !office && class.any(Class::PREPOSITION) && !is_article(text, at, start)
        || class.any(Class::OF) && !class.any(Class::DETERMINER.or(Class::PREPOSITION));
    if preposition
        && !text.is_name_word(at)
        && let Some(chunk) = governed(text, at, end)
    {
        return chunk;
    }
    if let Some(noun) = anybody(text, at, end) {
        return nominal(text, at, noun, class);
    }
    if is_small(text, at) && !office || is_adverb(text, at) {
        return one(Part::Aside);
    }
    match apposition::read(text, at, end, false) {
        Some(noun) => nominal(text, at, noun, class),
        None => one(Part::Aside),
    }
}

fn mark_at(text: &Text, at: usize) -> char {
    match text.stream().get(at).map(|token| token.kind) {
        Some(Kind::Punctuation(mark)) => mark,
        _ => ' ',
    }
}

/// A conjunction or a relative pronoun, not `se` in `depois de se reunir`; a word that is both is the latter behind a comma,
/// an article or a preposition.
fn joint(text: &Text, at: usize, start: usize) -> Option<Part> {
    let class = text.class(at);
    let small = !class.any(Class::CAPITAL) || class.any(Class::OPENS);
    let before = at.checked_sub(1).filter(|before| *before >= start);
    let tied = before.is_some_and(|before| {
        text.is(before, ',') || text.has(before, Class::DETERMINER.or(Class::PREPOSITION).or(Class::OF))
    });
    let both = class.any(Class::SUBORDINATE) && class.any(Class::RELATIVE);
    let itself = class.any(Class::SELF) && before.is_some_and(|before| text.has(before, Class::OF));
    if class.any(Class::SUBORDINATE) && small && !itself && !(both && (tied || restricts(text, at, start))) {
        return Some(Part::Subordinate);
    }
    if class.any(Class::RELATIVE) && relative(text, at, start) {
        return Some(Part::Relative);
    }
    class.any(Class::COORDINATE).then_some(Part::And)
}

fn is_time(text: &Text, at: usize) -> bool {
    text.has(at, Class::TIME) && !text.has(at, Class::NOUN) && !text.is_name_word(at)
}

fn is_small(text: &Text, at: usize) -> bool {
    let small = Class::ASIDE
        .or(Class::TIME)
        .or(Class::OBJECT)
        .or(Class::SELF)
        .or(Class::NOT)
        .or(Class::THUS)
        .or(Class::QUOTED_BY)
        .or(Class::BEHIND);
    let other = text.has(at, Class::NOUN.or(Class::SUBJECT)) || text.is_name_word(at) || determines(text, at);
    text.has(at, small) && !other
}

/// A word that is a preposition and an article is an article before a noun of its gender, and at the head of a clause.
fn is_article(text: &Text, at: usize, start: usize) -> bool {
    if !text.has(at, Class::THE.or(Class::ONE)) {
        return false;
    }
    if is_tied_to_name(text, at, start) {
        return false;
    }
    let next = text.class(at + 1);
    // `A este propósito`
    let other = Class::OWNER.or(Class::PREPOSITION).or(Class::OBJECT).or(Class::NUMBER);
    let before = next.any(Class::THE.or(Class::ONE)) && !next.any(other);
    if text.has(at, Class::PREPOSITION) && before {
        return false;
    }
    let several = at > start
        && text.has(at - 1, Class::CUE)
        && text.has(at - 1, Class::PLURAL)
        && !text.has(at - 1, Class::SINGULAR);
    if text.has(at, Class::ONE) && several && next.any(Class::SPEAKER) {
        return true;
    }
    let opens = at == start
        || at > start
            && (text.is(at - 1, ',')
                || text.is_quote(at - 1)
                || text.has(at - 1, Class::COORDINATE.or(Class::SUBORDINATE)));
    // `a jornalistas`: an article of one stands before no noun of several
    let several = |class: Class| class.any(Class::PLURAL) && !class.any(Class::SINGULAR);
    let one = text.grammar.determined(text.lower(at));
    if text.has(at, Class::THE) && several(next) && one.any(Class::GENDER) && !one.any(Class::PLURAL) {
        return false;
    }
    let woman = |class: Class| class.any(Class::SPEAKER) && class.any(Class::FEMALE);
    let adjective =
        text.grammar.by_order() && !next.any(Class::CLOSED.or(Class::ANY_VERB).or(Class::CAPITAL));
    text.has(at, Class::THE) && (woman(next) || adjective && woman(text.class(at + 2)))
        || opens && text.is_word(at + 1) && !next.any(Class::INFINITIVE)
}

/// A word that is a determiner and a small word is a determiner before a noun.
fn determines(text: &Text, at: usize) -> bool {
    text.has(at, Class::DETERMINER)
        && text.is_word(at + 1)
        && (!text.has(at + 1, Class::ANY_VERB.or(Class::CLOSED))
            || text.grammar.by_order() && text.has(at + 1, Class::SPEAKER))
}

/// A relative pronoun that is an article too stands behind a comma or a preposition.
fn relative(text: &Text, at: usize, start: usize) -> bool {
    if !text.has(at, Class::DETERMINER.or(Class::SUBJECT)) {
        return at > start;
    }
    let before = at.checked_sub(1).filter(|before| *before >= start);
    // `X, der neue Minister, …`
    let adjective = !text.has(at + 1, Class::CLOSED.or(Class::ANY_VERB).or(Class::CAPITAL));
    let apposed = text.grammar.capital_nouns && adjective && text.has(at + 2, Class::ROLE);
    before.is_some_and(|before| text.is(before, ','))
        && !apposed
        && !text.has(at + 1, Class::SPEAKER)
        && !text.is_name_word(at + 1)
}

fn governed(text: &Text, at: usize, end: usize) -> Option<Chunk> {
    let class = text.class(at);
    let adverb = class.any(Class::ASIDE) && !class.any(Class::OF);
    let led = text.has(at + 1, Class::PREPOSITION.or(Class::OF));
    let tie = |at: &usize| text.has(*at, Class::PREPOSITION.or(Class::OF)) && !text.has(*at, Class::CAPITAL);
    let start = at + 1 + (at + 1..end.min(at + 3)).take_while(tie).count();
    let noun = apposition::read(text, start, end, true)?;
    // `Depois o homem`: an adverb that is a preposition only before another; «Стоящий рядом министр»: one that governs no
    // first case
    let alone = adverb && text.grammar.silent && !led && !according::governs(text, at, &noun);
    if alone || class.any(Class::ASIDE) && noun.head == start && noun.is_office_as_subject() {
        return None;
    }
    // a subject behind a preposition is none of its own
    if noun.sort == Sort::Pronoun
        && !text.has(start, Class::OBJECT)
        && noun.class.any(Class::SUBJECT)
        && text.has(at, Class::SUBORDINATE)
    {
        return None;
    }
    let (tokens, behind) = (at..noun.tokens.end, text.has(noun.tokens.end, Class::BEHIND));
    let part = if behind { Part::According(noun) } else { Part::Governed(noun) };
    Some(Chunk { tokens: tokens.start..tokens.end + usize::from(behind), part, class })
}

fn nominal(text: &Text, at: usize, noun: Noun, class: Class) -> Chunk {
    let (end, behind) = (noun.tokens.end, text.has(noun.tokens.end, Class::BEHIND));
    let tied = text.has(end, Class::POSTPOSED);
    let part = match (behind, tied) {
        (true, _) => Part::According(noun),
        (_, true) => Part::Governed(noun),
        _ => Part::Noun(noun),
    };
    Chunk { tokens: at..end + usize::from(behind || tied), part, class }
}

/// The noun phrase at the token `at`.
#[must_use]
pub(crate) fn noun_at(text: &Text, at: usize, end: usize) -> Option<Noun> {
    apposition::read(text, at, end, false)
}
