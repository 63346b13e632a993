//! Subjects of clauses where they stand before their verb.

use super::parts::{is_former, is_inner_verb, joins};
use crate::brief::quotes::caseless::naming::looks;
use crate::brief::quotes::caseless::naming::phrase::{self, Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::unsaid::phrases::opens_with_denial;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COLONS, Shape, Token};

pub(crate) use super::parts::{is_inner_name, is_nominal};

/// Tokens of a relative clause before its noun.
const LONGEST_RELATIVE: usize = 12;
/// What a relative clause may belong to.
const HEAD: Tags = Tags::OFFICE.or(Tags::PERSON).or(Tags::NAME).or(Tags::ANONYMOUS).or(Tags::BODY);

/// The clauses of the tokens `start..end`, the last first.
#[must_use]
pub(crate) fn clauses(tokens: &[Token], start: usize, end: usize) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = start;
    for at in start..end {
        let parts = tokens
            .get(at)
            .is_some_and(|token| token.is_mark(&['，', ',', '；', ';']) || token.is_mark(&COLONS));
        if parts {
            found.push((from, at));
            from = at + 1;
        }
    }
    found.push((from, end));
    found.reverse();
    found
}

/// True for a clause with nothing behind its verb of saying.
#[must_use]
pub(crate) fn closes_with_saying(tokens: &[Token], (from, to): (usize, usize)) -> bool {
    // behind what ties a complement to it it is a noun
    from + 1 < to && tags(tokens, to - 1).any(Tags::VERB) && !tags(tokens, to - 2).any(Tags::OF)
}

/// The subject of the clause `from..to`, if one stands there.
#[must_use]
pub(crate) fn of(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    let start = skip(tokens, from, to);
    // a verb no table knows is no subject
    let acts = tokens.get(start).is_some_and(|first| {
        let named = looks::is_foreign_name(page, first) || looks::is_native_name(page, first);
        first.is_unknown() && page.lexicon.opens_with_verb(&first.form) && !named
    });
    phrase(page, tokens, start, to)
        .filter(|who| !(acts && matches!(who.referent, Referent::Other | Referent::Unsure)))
}

/// Whom the clause `from..to` tells of: somebody it presents, its subject, somebody behind the mark of a passive.
#[must_use]
pub(crate) fn told(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    let known = |who: &Phrase| !matches!(who.referent, Referent::Other | Referent::Unsure);
    presented(page, tokens, from, to)
        .or_else(|| of(page, tokens, from, to).filter(known))
        .or_else(|| agent(page, tokens, from, to))
}

/// `who follows him is to be X`: somebody named whom a verb behind what ties a clause to its noun presents.
#[must_use]
fn presented(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    let verb = (from + 1..to).find(|at| tags(tokens, *at).any(Tags::OTHER_VERB))?;
    let loose = Tags::PREPOSITION.or(Tags::ADVERB);
    let of = (from..verb).rev().find(|at| !tags(tokens, *at).any(loose))?;
    let past = end(tokens, page, verb + 1, to);
    let whole = past == to && tags(tokens, of).any(Tags::OF);
    phrase(page, tokens, verb + 1, to)
        .filter(|who| whole && matches!(who.referent, Referent::Person(Some(_))))
}

/// Somebody behind the mark of a passive in the clause `from..to`: `the ceremony, chaired by X`.
#[must_use]
fn agent(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    let mark = (from..to).find(|at| tags(tokens, *at).any(Tags::PASSIVE))?;
    phrase(page, tokens, mark + 1, to).filter(|who| matches!(who.referent, Referent::Person(_)))
}

/// The noun phrase that begins at `from`.
#[must_use]
pub(crate) fn phrase(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    let past = end(tokens, page, from, to);
    phrase::read(page, tokens.get(from..past)?)
}

/// The first token behind the adjuncts at the head of a clause.
#[must_use]
pub(crate) fn skip(tokens: &[Token], from: usize, to: usize) -> usize {
    let mut at = from;
    while at < to {
        let Some(token) = tokens.get(at) else { break };
        let loose = token.has(Tags::CONJUNCTION.or(Tags::ADVERB)) && !token.has(Tags::DEFINITE);
        let frame = at == from && token.has(Tags::ACCORD) && !token.has(Tags::VERB);
        // behind words in marks that open the clause stands who says them
        let quoted = at == from && token.quotation().is_some() && !is_inner_name(tokens, at);
        if matches!(token.shape, Shape::Mark(_))
            || quoted
            || loose
            || frame
            || token.has(Tags::TIME) && !token.has(Tags::BODY)
        {
            at += 1;
        } else if token.has(Tags::PREPOSITION) {
            at = past_adjunct(tokens, at, to);
        } else if let Some(behind) = occasion(tokens, at, to) {
            at = behind + 1;
        } else {
            break;
        }
    }
    at
}

/// The token behind a phrase that a preposition opens.
fn past_adjunct(tokens: &[Token], at: usize, to: usize) -> usize {
    let has = |place: usize, wanted: Tags| tags(tokens, place).any(wanted);
    let noun = (at + 1..to.saturating_sub(1))
        .rev()
        .find(|place| has(*place, Tags::OF) && has(place + 1, HEAD.or(Tags::DEFINITE)));
    let behind = (at + 1..to).rev().find(|place| has(*place, Tags::POSTPOSITION));
    match (noun, behind) {
        (Some(noun), behind) if behind.is_none_or(|behind| noun > behind) => noun + 1,
        (_, Some(behind)) => behind + 1,
        _ => (at + 1..to)
            .find(|place| {
                let nominal =
                    tokens.get(*place).is_some_and(is_nominal) || has(*place, Tags::OF.or(Tags::ADVERB));
                !nominal || has(*place, Tags::PREPOSITION)
            })
            .unwrap_or(to),
    }
}

/// The word that closes an occasion without a preposition: `after the talks`.
fn occasion(tokens: &[Token], at: usize, to: usize) -> Option<usize> {
    const NO_OCCASION: Tags = Tags::DEFINITE
        .or(Tags::INDEFINITE)
        .or(Tags::OFFICE)
        .or(Tags::BODY)
        .or(Tags::NAME)
        .or(Tags::POSTPOSITION);
    let somebody = Tags::OFFICE.or(Tags::HONORIFIC).or(Tags::NAME).or(Tags::HE).or(Tags::SHE);
    let mut head = tokens.get(at..to)?.iter().take_while(|token| is_nominal(token));
    if tags(tokens, at).any(NO_OCCASION) || head.any(|token| token.has(somebody)) {
        return None;
    }
    let behind = (at..to)
        .find(|place| tags(tokens, *place).any(Tags::POSTPOSITION) && !tags(tokens, *place).any(Tags::HE))?;
    // somebody named stands before a word for the occasion that is an adverb, too
    let speaks = Tags::NAME.or(Tags::BODY);
    let named = behind.checked_sub(1).is_some_and(|before| tags(tokens, before).any(speaks));
    if named && tags(tokens, behind).any(Tags::ADVERB.or(Tags::TIME)) {
        return None;
    }
    // a body that says something on the occasion
    let says =
        (at + 1..behind).any(|at| tags(tokens, at).any(Tags::CUE) && tags(tokens, at - 1).any(Tags::BODY));
    if says {
        return None;
    }
    // `the side of X` is a body
    let side = tags(tokens, behind).any(Tags::BODY)
        && behind.checked_sub(1).is_some_and(|before| tags(tokens, before).any(Tags::COUNTRY.or(Tags::BODY)));
    if side {
        return None;
    }
    let led = (at..behind).any(|place| tags(tokens, place).any(Tags::PREPOSITION.or(Tags::PASSIVE)));
    (!led).then_some(behind)
}

/// One past the last token of the noun phrase that begins at `from`.
#[must_use]
pub(crate) fn end(tokens: &[Token], page: &Page, from: usize, to: usize) -> usize {
    let mut at = from;
    while at < to {
        let Some(token) = tokens.get(at) else { break };
        let marked =
            token.is_unknown() && token.form.contains(|letter| page.lexicon.verb_marks.contains(&letter));
        let adverb = token.is_unknown()
            && token.form.ends_with(|letter| page.lexicon.adverb_ends.contains(&letter))
            && tags(tokens, at + 1).any(Tags::CUE);
        let verb = token.has(Tags::OTHER_VERB) && token.has(Tags::COMPOUND);
        let day = at > from
            && token.shape == Shape::Number
            && token.has(Tags::TIME)
            && !tags(tokens, at + 1).any(Tags::OF);
        // `an official refused to comment on X`
        let denies = at > from
            && tags(tokens, at - 1).any(HEAD.without(Tags::BODY))
            && token.is_unknown()
            && opens_with_denial(page.language, page.lexicon, &token.form);
        let part = is_nominal(token) && !marked && !adverb && !verb && !day && !denies
            || token.has(Tags::OF)
            || token.shape == Shape::Bracket
            || token.is_mark(&['、', '《', '》']);
        // `there is X who …`
        let there = at == from && token.has(Tags::INDEFINITE);
        let name = there || is_inner_name(tokens, at) || is_inner_verb(tokens, at, from);
        let led = || {
            let verb = at == from && token.is_unknown() && page.lexicon.opens_with_verb(&token.form);
            if verb { relative(page, tokens, at, from, to) } else { None }
        };
        if let Some(noun) = led() {
            at = noun;
        } else if part || name || is_former(tokens, at) || joins(tokens, at, from, to) {
            at += 1;
        } else if let Some(noun) = relative(page, tokens, at, from, to) {
            at = noun;
        } else {
            break;
        }
    }
    let loose = |place: usize| {
        tokens.get(place).is_some_and(|token| token.has(Tags::OF) || matches!(token.shape, Shape::Mark(_)))
    };
    while at > from && loose(at - 1) {
        at -= 1;
    }
    at
}

/// True for what a relative clause may belong to, known or, where the clause `opens` the phrase, with its verb behind it.
fn is_head(tokens: &[Token], at: usize, opens: bool) -> bool {
    // `the agency's report of May says`: the report does
    let paper =
        (at..at + 2).find(|at| tags(tokens, *at).any(Tags::DOCUMENT) && tags(tokens, at + 1).any(Tags::CUE));
    if paper.is_some_and(|paper| (at..paper).all(|at| tokens.get(at).is_some_and(Token::is_unknown))) {
        return true;
    }
    let unknown = opens && tokens.get(at).is_some_and(Token::is_unknown);
    // `the … of X's scholar NAME`, `the old fisherman`: a country or what no table knows before a title
    let qualified = tags(tokens, at).any(Tags::COUNTRY) || tokens.get(at).is_some_and(Token::is_unknown);
    let qualified = qualified && tags(tokens, at + 1).any(HEAD);
    tags(tokens, at).any(HEAD) || qualified || unknown && tags(tokens, at + 1).any(Tags::ADVERB.or(Tags::CUE))
}

/// The noun a relative clause from `at` on belongs to.
fn relative(page: &Page, tokens: &[Token], at: usize, from: usize, to: usize) -> Option<usize> {
    let unlisted = || {
        tokens.get(at).is_some_and(|token| token.is_unknown() && page.lexicon.opens_with_verb(&token.form))
    };
    if at == from && !tags(tokens, at).any(Tags::VERB.or(Tags::OTHER_VERB)) && !unlisted() {
        return None;
    }
    let reach = to.saturating_sub(1).min(at + LONGEST_RELATIVE);
    let of = (at..reach)
        .rev()
        .find(|place| tags(tokens, *place).any(Tags::OF) && is_head(tokens, place + 1, at == from))?;
    let somebody = Tags::NAME.or(Tags::HE).or(Tags::SHE).or(Tags::TITLE).or(Tags::PERSON);
    let led = tags(tokens, at).any(Tags::PREPOSITION) || (from..at).any(|at| tags(tokens, at).any(somebody));
    if led && (of + 1..of + 3).any(|at| tags(tokens, at).any(Tags::DOCUMENT)) {
        return None;
    }
    let plain =
        (at..of).all(|place| tokens.get(place).is_some_and(|token| !matches!(token.shape, Shape::Mark(_))));
    // `X, on meeting the visiting envoy, said`: the clause of an occasion
    let behind = (of + 1..to).find(|at| !tokens.get(*at).is_some_and(is_nominal));
    let named = at > from && tags(tokens, at - 1).any(Tags::NAME.or(Tags::TIME));
    let occasion = named && behind.is_some_and(|behind| tags(tokens, behind).any(Tags::POSTPOSITION));
    // `X, to the passing reporters, added`: whom somebody named turns to
    let told = at > from && tags(tokens, at - 1).any(Tags::NAME.or(Tags::HE).or(Tags::SHE));
    let turned = told
        && tags(tokens, at).any(Tags::PREPOSITION)
        && !(of + 1..behind.unwrap_or(to)).any(|at| tags(tokens, at).any(Tags::NAME));
    (plain && !occasion && !turned).then_some(of + 1)
}

/// Of the subjects of clauses, each with its number from the words on, the one who speaks: a paper is that of whoever the
/// sentence is about, and a clause without a subject that of somebody who can speak.
#[must_use]
pub(crate) fn outermost(all: Vec<(usize, Phrase)>) -> Option<Phrase> {
    let paper = |who: &Phrase| who.referent == Referent::Document;
    let speaks = |who: &Phrase| !paper(who) && !matches!(who.referent, Referent::Other | Referent::Unsure);
    let own = all.first().is_some_and(|(order, who)| *order == 0 && !paper(who));
    let known = all.iter().position(|(_, who)| speaks(who)).filter(|_| !own);
    let other = all.iter().position(|(_, who)| !paper(who));
    all.into_iter().nth(known.or(other).unwrap_or(0)).map(|(_, who)| who)
}
