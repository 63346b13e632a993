//! Words that complete a noun for something said: `Auf den Vorwurf von X, die Regierung habe „…“, antwortete Y`. They are
//! whose the noun is, whatever verb of saying stands behind them.

mod tie;

use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort, is_genitive, noun_at};
use crate::brief::quotes::clause::subjects::{self as subject, Frame, Place, Source};
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::rule::Rule;
use tie::{Tie, tie};

/// Tokens between such a noun and the words.
const REACH: usize = 30;

/// Whose words are that complete a noun.
pub(crate) enum Completed {
    /// Whoever owns the noun.
    Owner(Box<Frame>),
    /// The sentence does not tell.
    Nobody,
}

/// Whose the noun is that the words complete, where they complete one.
#[must_use]
pub(crate) fn find(place: Place) -> Option<Completed> {
    let text = place.text;
    let quote = place.chunk(place.at)?.tokens.start;
    let stops = |at: &usize| {
        place.is(*at, ':')
            || place.is(*at, ';')
            || place.chunk(*at).is_none_or(|chunk| says(chunk, Class::CUE))
    };
    let first = (0..place.at).rev().take_while(|at| !stops(at)).last()?;
    let floor = place.chunk(first)?.tokens.start.max(quote.saturating_sub(REACH));
    let noun = (floor..quote).rev().find(|at| is_said(place, *at) && !text.is_quote(*at))?;
    let at = place.chunks.partition_point(|chunk| chunk.tokens.end <= noun);
    let owner = owner(place, noun, quote);
    let behind = owner.as_ref().map_or(noun + 1, |owner| owner.tokens.end);
    let (tie, inside) = tie(place, behind, quote)?;
    let commas = inside.clone().filter(|at| text.is(*at, ',')).count();
    // `wies den Vorwurf von X zurück, …`: no verb of saying
    let closed = (behind..inside.start).any(|at| text.grammar.naming.separable.contains(text.lower(at)));
    let before = |classes: Class| (0..at).any(|at| place.chunk(at).is_some_and(|chunk| says(chunk, classes)));
    let told = !closed && before(Class::SAY);
    // where nouns have cases what any verb before the noun tells may be the whole clause
    let led = text.grammar.cases && before(Class::ANY_VERB);
    let subject = place
        .chunk(0)
        .is_some_and(|chunk| chunk.tokens.contains(&noun) && matches!(chunk.part, Part::Noun(_)));
    let aside = inside.is_empty() || commas == 0 && !(text.grammar.by_order() && (told || subject));
    let fits = match tie {
        Tie::Sure => aside,
        Tie::Report => {
            aside && !told && !led && (owner.is_some() || text.grammar.cases || text.grammar.capital_nouns)
        }
        Tie::Comma => {
            let ordered = text.grammar.by_order() && says_more(place);
            !told && owner.is_some() && (text.grammar.capital_nouns || ordered)
        }
    };
    match owner.filter(|_| fits) {
        Some(owner) => {
            let frame = Frame::new(Rule::Noun, subject::noun_source(place, owner));
            Some(Completed::Owner(Box::new(frame)))
        }
        None => (fits && !subject).then_some(Completed::Nobody),
    }
}

/// True for a speaker who stands behind the words.
#[must_use]
pub(crate) fn is_behind(place: Place, frame: &Frame) -> bool {
    let tokens = match &frame.source {
        Source::Noun(noun) => &noun.tokens,
        Source::Silent(_, tokens) | Source::Document(_, tokens) => tokens,
    };
    place.chunk(place.at).is_some_and(|quote| tokens.start > quote.tokens.start)
}

/// True for a verb of `classes` that has a subject.
fn says(chunk: &Chunk, classes: Class) -> bool {
    chunk.is_verb(classes) && chunk.class.any(Class::FINITE) && !chunk.class.any(Class::HELPER)
}

/// `…, „…“, sagte Y: „…“`: the clause behind the words has words of its own.
fn says_more(place: Place) -> bool {
    (place.at + 1..place.chunks.len()).any(|at| {
        let part = place.chunk(at).map(|chunk| &chunk.part);
        matches!(part, Some(Part::Quote | Part::Mark(':') | Part::Subordinate))
    })
}

/// True for a noun for something said that a clause completes.
fn is_said(place: Place, at: usize) -> bool {
    place.text.grammar.naming.said.contains(place.text.lower(at))
}

/// Whoever the noun at `noun` is of, or by whom it is.
fn owner(place: Place, noun: usize, quote: usize) -> Option<Noun> {
    let text = place.text;
    let tie = noun + 1;
    let determined = text.has(tie, Class::DETERMINER);
    let small = text.has(tie, Class::OF.or(Class::PREPOSITION).or(Class::AGENT));
    let of =
        text.has(tie, Class::OF) && (is_genitive(text, tie) || determined) || text.has(tie, Class::AGENT);
    let alone = !small && (text.grammar.cases || text.grammar.capital_nouns);
    if !of && !alone || !text.is_word(tie) {
        return None;
    }
    let start = if small && !determined { tie + 1 } else { tie };
    let found = noun_at(text, start, quote)?;
    let told = matches!(
        found.sort,
        Sort::Person | Sort::Role | Sort::Capital | Sort::Body | Sort::Outlet | Sort::Open
    );
    // «ответ министру»: whom it is to
    let to = alone && text.grammar.gendered_verbs && text.grammar.is_object(text.lower(found.head));
    (told && !to).then_some(found)
}
