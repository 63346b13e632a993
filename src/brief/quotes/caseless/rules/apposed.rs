//! Noun phrases without an article in which title, complement and name stand side by side, the name first with its title
//! behind a comma or the title first with the name behind: `NAME, minister of X,`, `minister of X NAME`.

use super::complements;
use super::untitled::{LONGEST_NAME, before_its_office, name_alone, untitled};
use crate::brief::quotes::caseless::naming::latin;
use crate::brief::quotes::caseless::naming::phrase::{Holder, Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::classes::ends;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COMMAS, Shape, Token};
use crate::text::Span;

/// Tokens of the longest phrase with its apposition.
const LONGEST_WHOLE: usize = 40;
/// Words of the longest name behind a title.
const LONGEST_BEHIND: usize = 3;
/// One past the last token of the noun phrase that begins at `from`.
#[must_use]
pub(crate) fn end(tokens: &[Token], from: usize, to: usize) -> usize {
    let named = |at: usize| {
        let before = at.checked_sub(1).filter(|before| *before >= from);
        let thing =
            before.is_some_and(|before| tags(tokens, before).any(Tags::BODY.or(Tags::WORK).or(Tags::AGENCY)));
        thing && tokens.get(at).is_some_and(|token| token.quotation().is_some())
    };
    let plain = |at: usize| {
        named(at) || tokens.get(at).is_some_and(|token| !ends(token) && token.shape != Shape::Bracket)
    };
    let mut at = from;
    while plain(at) && at < to
        || at > from && at < to && tokens.get(at).is_some_and(|token| token.shape == Shape::Bracket)
    {
        at += 1;
    }
    // two bodies that speak together, with nothing but a frame behind them
    let titled = (from..at).any(|at| tags(tokens, at).any(Tags::OFFICE.or(Tags::DEFINITE)));
    let and = tags(tokens, at);
    let joins = and.any(Tags::CONJUNCTION) && !and.any(Tags::THAT.or(Tags::WHO));
    if at > from && at < to && joins && !titled {
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
    if let Some(author) = author(page, tokens) {
        return Some(author);
    }
    let tokens: Vec<&Token> =
        tokens.iter().filter(|token| !matches!(token.shape, Shape::Bracket | Shape::Mark(_))).collect();
    let (first, last) = (*tokens.first()?, *tokens.last()?);
    page.steps.take(tokens.len());
    let span = Span::new(first.span.start, last.span.end);
    let plain = |referent: Referent| Some(Phrase { span, referent, name: None });
    if let Some(referent) = complements::of_another(page, &tokens) {
        return plain(referent);
    }
    let last_name = || tokens.iter().rev().find(|token| token.has(Tags::NAME)).copied();
    if let Some(known) = before_its_office(&tokens).or_else(last_name) {
        let referent = Referent::Person(page.people.whom(&known.form));
        return Some(Phrase { span, referent, name: Some(known.span) });
    }
    if let Some(name) = latin::name(page, &tokens) {
        let span = Span::new(span.start, name.end);
        return Some(Phrase { span, referent: Referent::Person(None), name: Some(name) });
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
    if definite && head.has(Tags::NUMERAL.or(Tags::NUMBER)) {
        return plain(Referent::Anonymous);
    }
    if let Some(kin) = complements::named_kin(page, words) {
        return Some(Phrase { span, ..kin });
    }
    if definite && head.has(Tags::ANONYMOUS.or(Tags::PERSON)) {
        return plain(Referent::Same);
    }
    let Some((office, rest, placed)) = titled(page, words) else {
        // `this lady poet`: whoever is spoken of
        if definite && words.iter().any(|word| word.has(Tags::PERSON.or(Tags::TITLE).or(Tags::ANONYMOUS))) {
            return plain(Referent::Same);
        }
        let alone = words.first().filter(|_| words.len() == 1).and_then(|word| page.people.first(&word.form));
        if alone.is_some() {
            return Some(Phrase { span, referent: Referent::Person(alone), name: Some(span) });
        }
        let (referent, name) = untitled(page, words, definite);
        // what somebody is may stand before the first name
        let given = words.iter().rposition(|word| word.has(Tags::GIVEN)).filter(|at| *at + 1 < words.len());
        let start = given.and_then(|at| words.get(at)).map_or(span.start, |given| given.span.start);
        let last = name.and_then(|words_of| words.get(words_of.checked_sub(1)?));
        let name = last.map(|last| Span::new(start.min(last.span.start), last.span.end));
        let span = Span::new(span.start, name.map_or(span.end, |name| name.end));
        return Some(Phrase { span, referent, name });
    };
    let behind = words.get(rest..).unwrap_or_default();
    if let Some(name) = name_behind(page, behind, placed, head) {
        return Some(Phrase { span, referent: Referent::Person(None), name: Some(name) });
    }
    // an office that somebody unnamed may have, too, is one with its complement
    let whose = head.has(Tags::OFFICE) && words.len() > 2;
    let nobody = head.has(Tags::ANONYMOUS) && !page.lexicon.is_office(&head.form) && !whose;
    let owned = words.iter().any(|word| word.has(Tags::OWNED.or(Tags::HE).or(Tags::THEY)));
    let holder = match (owned, definite) {
        (true, _) => Holder::Another,
        (_, true) => Holder::Spoken,
        _ => Holder::Known,
    };
    plain(if nobody { Referent::Anonymous } else { Referent::Office(office, holder) })
}

/// Whose document a phrase tells of: `the ministry's statement`.
fn author(page: &Page, tokens: &[Token]) -> Option<Phrase> {
    let document = tokens.first().filter(|first| first.has(Tags::DOCUMENT) && !first.has(Tags::BODY))?;
    let at = tokens.iter().position(|token| token.has(Tags::BODY.or(Tags::OFFICE).or(Tags::NAME)))?;
    let who = read(page, tokens.get(at..)?).filter(|_| !document.has(Tags::OFFICE))?;
    matches!(who.referent, Referent::Person(_) | Referent::Office(..) | Referent::Body).then_some(who)
}

/// The name in the words behind a title.
fn name_behind(page: &Page, words: &[&Token], placed: Placed, head: &Token) -> Option<Span> {
    // what stands behind a title that says it all is no complement
    let complete = page.lexicon.is_office(&head.form) || head.has(Tags::HONORIFIC);
    let told = words.last().is_some_and(|last| page.is_often(&last.form));
    let given = words.iter().rposition(|word| word.has(Tags::GIVEN));
    let given = given.filter(|at| *at + 1 < words.len() || placed == Placed::Courtesy);
    // of several first names side by side the first
    let given = given.map(|last| {
        let run = words.get(..last).unwrap_or_default().iter().rev().take_while(|word| word.has(Tags::GIVEN));
        last - run.count()
    });
    let from = match (placed, words.len()) {
        _ if given.is_some() => given?,
        _ if !words.iter().all(|word| word.is_unknown()) => return None,
        (Placed::Courtesy, 1..=LONGEST_BEHIND) | (Placed::Country, 2..=LONGEST_BEHIND) => 0,
        (Placed::Open, 1) if complete && words.iter().all(|word| page.is_said(&word.form)) => 0,
        (Placed::Open, 2) if complete || told => 0,
        (Placed::Body, 2) if told => 0,
        // the first of them is the complement
        (Placed::Open | Placed::Body, 3..=LONGEST_BEHIND) if told => 1,
        _ => return None,
    };
    let name = words.get(from..)?;
    let plain = name.iter().all(|word| word.is_unknown() || word.has(Tags::GIVEN.or(Tags::TITLE)));
    let name = name.get(..name.len().min(LONGEST_NAME)).filter(|_| plain)?;
    Some(Span::new(name.first()?.span.start, name.last()?.span.end))
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
    /// A body or another complement, which may go on.
    Body,
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
                let next = words.get(at + 1).copied();
                office = Some(known.unwrap_or_else(|| {
                    if courtesy { String::new() } else { page.lexicon.office_of(word, next) }
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
        } else if word.has(Tags::GIVEN) {
            break;
        } else if word.has(Tags::BODY.or(Tags::COMPOUND).or(Tags::DOCUMENT).or(Tags::AGENCY).or(Tags::WORK))
            || word.has(Tags::OWNED.or(Tags::HE).or(Tags::PERSON).or(Tags::CROWD))
            || word.quotation().is_some()
        {
            placed = Placed::Body;
        } else {
            break;
        }
        at += 1;
    }
    office.map(|office| (office, at, placed))
}

/// The title, and the first and last name behind it, at the head of words that end with an object: what stands between is
/// no name.
fn title_alone(page: &Page, words: &[Token]) -> Option<Phrase> {
    if words.iter().any(|word| word.has(Tags::NAME)) {
        return None;
    }
    let all: Vec<&Token> = words.iter().collect();
    let (office, rest, placed) = titled(page, &all).filter(|(_, rest, _)| *rest < all.len())?;
    let behind = all.get(rest..).unwrap_or_default();
    let given = behind.first().is_some_and(|first| first.has(Tags::GIVEN)) && behind.len() > 2;
    let courtesy = placed == Placed::Courtesy && behind.len() == 3;
    let start = words.first()?.span.start;
    if given || courtesy {
        let name = Span::new(behind.first()?.span.start, behind.get(1)?.span.end);
        let span = Span::new(start, name.end);
        return Some(Phrase { span, referent: Referent::Person(None), name: Some(name) });
    }
    // the name may follow: it is told, not taken for one
    let last = words.get(rest.checked_sub(1)?)?.span.end;
    Some(Phrase {
        span: Span::new(start, last),
        referent: Referent::Office(office, Holder::Known),
        name: None,
    })
}

/// The noun phrase at `from` with an apposition that names it or tells its office, and one past its last token.
#[must_use]
pub(crate) fn whole(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<(Phrase, usize)> {
    let to = to.min(from + LONGEST_WHOLE);
    let past = end(tokens, from, to);
    let words = tokens.get(from..past)?;
    // before a verb that says nothing, what stands behind a first name may belong to the verb: `nod` is `give the head a shake`
    let light = tags(tokens, past).any(Tags::OTHER_VERB) && !tags(tokens, past).any(Tags::CUE);
    let loose = light && words.len() > 2 && words.iter().all(Token::is_unknown);
    let words = if loose && tags(tokens, from).any(Tags::GIVEN) { words.get(..1)? } else { words };
    let object = tags(tokens, past).any(Tags::OBJECT);
    let who = if object { title_alone(page, words).or_else(|| name_alone(page, words)) } else { None };
    let who = who.or_else(|| read(page, words))?;
    // an adjunct may stand between the title and the comma
    let titled = matches!(who.referent, Referent::Office(..) | Referent::Anonymous);
    let told = !matches!(who.referent, Referent::Person(_));
    let past = if told { complements::comma(tokens, past, to, end).unwrap_or(past) } else { past };
    let comma = past < to && tokens.get(past).is_some_and(|token| token.is_mark(&COMMAS));
    // `, known as NAME,`
    let from = past + 1 + usize::from(tags(tokens, past + 1).any(Tags::NAMING) && past + 1 < to);
    let behind = end(tokens, from, to);
    let inner = tokens.get(from..behind).filter(|_| comma).unwrap_or_default();
    let plain = || complements::plain_name(inner).filter(|_| titled);
    let apposed = plain().or_else(|| read(page, inner));
    let Some(apposed) = apposed else { return Some((who, past)) };
    let closed = behind < to && tokens.get(behind).is_some_and(|token| token.is_mark(&COMMAS));
    match (&who.referent, &apposed.referent) {
        (Referent::Office(..) | Referent::Anonymous, Referent::Person(_)) if closed => {
            Some((Phrase { span: who.span, ..apposed }, behind))
        }
        // `her climbing mate, NAME,`, `another guest, the writer NAME,`
        (Referent::Other | Referent::Unsure, Referent::Person(_))
            if closed
                && (words.last().is_some_and(|last| last.has(Tags::HE))
                    || complements::is_owned(page, words)
                    || inner.first().is_some_and(|first| {
                        first.has(Tags::TITLE) || first.has(Tags::GIVEN.or(Tags::NAME)) && words.len() > 1
                    })) =>
        {
            Some((Phrase { span: who.span, ..apposed }, behind))
        }
        // words no table knows before a first name: what somebody is
        (Referent::Person(None), Referent::Person(_))
            if closed
                && inner.first().is_some_and(|first| first.has(Tags::GIVEN.or(Tags::NAME)))
                && !words.first().is_some_and(|first| first.has(Tags::GIVEN.or(Tags::NAME)))
                && !words.iter().any(|word| page.is_often(&word.form)) =>
        {
            Some((Phrase { span: who.span, ..apposed }, behind))
        }
        (Referent::Body | Referent::Unsure, Referent::Office(..))
            if tokens.get(from).is_some_and(Token::is_unknown) =>
        {
            let span = who.span;
            Some((Phrase { span, referent: Referent::Person(None), name: Some(span) }, behind))
        }
        (_, Referent::Office(..)) => Some((who, behind)),
        _ => Some((who, past)),
    }
}
