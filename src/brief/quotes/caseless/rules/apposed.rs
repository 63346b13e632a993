//! Noun phrases without an article in which title, complement and name stand side by side, the name first with its title
//! behind a comma or the title first with the name behind: `NAME, minister of X,`, `minister of X NAME`.

use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COMMAS, Shape, Token};
use crate::text::Span;

/// Words of the longest name.
const LONGEST_NAME: usize = 4;
/// Tokens of the longest phrase with its apposition.
const LONGEST_WHOLE: usize = 40;
/// Words of the longest name behind a title.
const LONGEST_BEHIND: usize = 3;
/// What ends a noun phrase.
const ENDS: Tags = Tags::PREPOSITION
    .or(Tags::THAT)
    .or(Tags::TIME)
    .or(Tags::CUE)
    .or(Tags::OTHER_VERB)
    .or(Tags::ADVERB)
    .or(Tags::CONJUNCTION)
    .or(Tags::RELAY)
    .or(Tags::ACCORD)
    .or(Tags::POSTPOSITION)
    .or(Tags::OBJECT)
    .or(Tags::OTHER_PRONOUN);
/// What is a noun although it may end a phrase elsewhere.
const NOUNS: Tags = Tags::OFFICE
    .or(Tags::ANONYMOUS)
    .or(Tags::BODY)
    .or(Tags::HONORIFIC)
    .or(Tags::PERSON)
    .or(Tags::NAME)
    .or(Tags::COUNTRY);
/// Verbs of all kinds.
const VERBS: Tags = Tags::CUE.or(Tags::OTHER_VERB);

/// True for what ends a noun phrase.
#[must_use]
pub(crate) fn ends(token: &Token) -> bool {
    matches!(token.shape, Shape::Mark(_) | Shape::Quotation(_))
        || token.has(ENDS) && !token.has(NOUNS)
        || token.has(VERBS) && !token.has(Tags::OFFICE.or(Tags::BODY))
}

/// One past the last token of the noun phrase that begins at `from`.
#[must_use]
pub(crate) fn end(tokens: &[Token], from: usize, to: usize) -> usize {
    let plain = |at: usize| tokens.get(at).is_some_and(|token| !ends(token) && token.shape != Shape::Bracket);
    let mut at = from;
    while plain(at) && at < to
        || at > from && at < to && tokens.get(at).is_some_and(|token| token.shape == Shape::Bracket)
    {
        at += 1;
    }
    // two bodies that speak together, with nothing but a frame behind them
    let titled = (from..at).any(|at| tags(tokens, at).any(Tags::OFFICE.or(Tags::DEFINITE)));
    if at > from && at < to && tags(tokens, at).any(Tags::CONJUNCTION) && !titled {
        let past = (at + 1..to).find(|at| !plain(*at)).unwrap_or(to);
        let framed = past < to && tags(tokens, past).any(Tags::PREPOSITION.or(Tags::CUE).or(Tags::TIME));
        if past > at + 1 && framed {
            return past;
        }
    }
    at
}

/// Reads the tokens of a noun phrase.
#[must_use]
pub(crate) fn read(page: &Page, tokens: &[Token]) -> Option<Phrase> {
    let tokens: Vec<&Token> =
        tokens.iter().filter(|token| !matches!(token.shape, Shape::Bracket | Shape::Mark(_))).collect();
    let (first, last) = (*tokens.first()?, *tokens.last()?);
    page.steps.take(tokens.len());
    let span = Span::new(first.span.start, last.span.end);
    let plain = |referent: Referent| Some(Phrase { span, referent, name: None });
    if let Some(known) = tokens.iter().rev().find(|token| token.has(Tags::NAME)) {
        let referent = Referent::Person(page.people.whom(&known.form));
        return Some(Phrase { span, referent, name: Some(known.span) });
    }
    match first {
        _ if first.has(Tags::HE.or(Tags::SHE)) => return plain(Referent::Pronoun),
        _ if first.has(Tags::THEY) => return plain(Referent::It),
        _ if first.has(Tags::INDEFINITE) => return plain(Referent::Anonymous),
        _ => {}
    }
    let definite = first.has(Tags::DEFINITE);
    let words = tokens.get(usize::from(definite)..)?;
    let head = *words.first()?;
    let Some((office, rest, placed)) = titled(page, words) else {
        let (referent, name) = untitled(words, definite);
        return Some(Phrase { span, referent, name: name.then_some(span) });
    };
    let rest =
        words.get(rest..).filter(|rest| rest.iter().all(|token| token.is_unknown())).unwrap_or_default();
    let name = match (placed, rest.len()) {
        (Placed::Courtesy, 1..=LONGEST_BEHIND) | (Placed::Country, 2..=LONGEST_BEHIND) => rest,
        (Placed::Open, 2) if !head.has(Tags::ANONYMOUS) => rest,
        // the first of them is the complement
        (Placed::Open, 3..) => rest.get(1..rest.len().min(LONGEST_NAME)).unwrap_or_default(),
        _ => &[],
    };
    if let (Some(one), Some(end)) = (name.first(), name.last()) {
        let name = Span::new(one.span.start, end.span.end);
        return Some(Phrase { span, referent: Referent::Person(None), name: Some(name) });
    }
    let nobody = head.has(Tags::ANONYMOUS) && !page.lexicon.is_office(&head.form);
    plain(if nobody { Referent::Anonymous } else { Referent::Office(office, definite) })
}

/// What stands between a title and what may be the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Placed {
    /// Nothing, behind a title of courtesy.
    Courtesy,
    /// A country, or a word for what is past.
    Country,
    /// Perhaps a complement no table knows.
    Open,
}

/// The office of the title at the head of `words`, the first word behind it and its complements, and what these are.
fn titled(page: &Page, words: &[&Token]) -> Option<(String, usize, Placed)> {
    let mut office: Option<String> = None;
    let mut placed = Placed::Open;
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if word.has(Tags::TITLE) {
            let courtesy = word.has(Tags::HONORIFIC) && !word.has(Tags::OFFICE);
            if !courtesy || office.is_none() {
                let known = office.take().filter(|office| !office.is_empty());
                office = Some(known.unwrap_or_else(|| {
                    if courtesy { String::new() } else { page.lexicon.office(&word.form) }
                }));
            }
            if courtesy {
                placed = Placed::Courtesy;
            } else if placed == Placed::Courtesy {
                placed = Placed::Open;
            }
        } else if office.is_none() {
            return None;
        } else if word.has(Tags::COUNTRY) || page.lexicon.past.contains(&word.form) {
            placed = Placed::Country;
        } else if word.has(Tags::BODY.or(Tags::COMPOUND).or(Tags::DOCUMENT)) {
            placed = if placed == Placed::Country { placed } else { Placed::Open };
        } else {
            break;
        }
        at += 1;
    }
    office.map(|office| (office, at, placed))
}

/// What words without a title stand for, and whether they are a name.
fn untitled(words: &[&Token], definite: bool) -> (Referent, bool) {
    let Some(first) = words.first() else { return (Referent::Other, false) };
    // a surname may be a title's word
    let plain = |word: &&Token| word.is_unknown() || word.has(Tags::TITLE) && !word.form.contains(' ');
    let unknown = words.iter().all(plain);
    let both = words.iter().any(|word| word.has(Tags::CONJUNCTION));
    let referent = match first {
        _ if first.has(Tags::AGENCY) => Referent::Agency,
        _ if first.has(Tags::DOCUMENT) => Referent::Document,
        _ if first.has(Tags::ANONYMOUS) => Referent::Anonymous,
        _ if first.has(Tags::BODY) => Referent::Body,
        _ if first.has(Tags::CROWD) => Referent::Crowd,
        _ if first.has(Tags::PERSON) => Referent::Anonymous,
        _ if definite => Referent::Other,
        _ if first.is_unknown() && words.iter().any(|word| word.has(Tags::BODY)) => Referent::Body,
        _ if first.has(Tags::COUNTRY) || both => Referent::Body,
        _ if unknown && (2..=LONGEST_NAME).contains(&words.len()) => return (Referent::Person(None), true),
        _ if unknown && words.len() == 1 => Referent::Body,
        _ => Referent::Other,
    };
    (referent, false)
}

/// The title at the head of words that end with an object: what stands between is no name.
fn title_alone(page: &Page, words: &[Token]) -> Option<Phrase> {
    if words.iter().any(|word| word.has(Tags::NAME)) {
        return None;
    }
    let all: Vec<&Token> = words.iter().collect();
    let (office, rest, _) = titled(page, &all).filter(|(_, rest, _)| *rest < all.len())?;
    let span = Span::new(words.first()?.span.start, words.get(rest.checked_sub(1)?)?.span.end);
    Some(Phrase { span, referent: Referent::Office(office, false), name: None })
}

/// The noun phrase at `from` with an apposition that names it or tells its office, and one past its last token.
#[must_use]
pub(crate) fn whole(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<(Phrase, usize)> {
    let to = to.min(from + LONGEST_WHOLE);
    let past = end(tokens, from, to);
    let words = tokens.get(from..past)?;
    let object = tags(tokens, past).any(Tags::OBJECT);
    let who = if object { title_alone(page, words) } else { None };
    let who = who.or_else(|| read(page, words))?;
    let comma = past < to && tokens.get(past).is_some_and(|token| token.is_mark(&COMMAS));
    let behind = end(tokens, past + 1, to);
    let apposed = tokens.get(past + 1..behind).filter(|_| comma).and_then(|words| read(page, words));
    let Some(apposed) = apposed else { return Some((who, past)) };
    let closed = behind >= to || tokens.get(behind).is_some_and(ends);
    match (&who.referent, &apposed.referent) {
        (Referent::Office(..) | Referent::Anonymous, Referent::Person(_)) if closed => {
            Some((Phrase { span: who.span, ..apposed }, behind))
        }
        (Referent::Body, Referent::Office(..)) if tokens.get(from).is_some_and(Token::is_unknown) => {
            let span = who.span;
            Some((Phrase { span, referent: Referent::Person(None), name: Some(span) }, behind))
        }
        (_, Referent::Office(..)) => Some((who, behind)),
        _ => Some((who, past)),
    }
}
