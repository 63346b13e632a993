//! Who a verb can have for its subject beside what stands behind it: before a relative pronoun, in front of the sentence.

use super::behind_verb::{MOST_VERBS, is_verb, subject, subject_before};
use super::called::may_be_surname;
use super::construct::{self, Object};
use super::first_verb::first_subject;
use super::names::NAMED_THINGS;
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::classes::{VERBS, ends};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COMMAS, Shape, Token};

/// Words from a relative pronoun back to the title of whom it means.
const ANTECEDENT_REACH: usize = 8;
/// Auxiliaries between a relative pronoun and its verb.
const MOST_AUXILIARIES: usize = 2;
/// Words of what stands in front of a sentence.
const LONGEST_FRONT: usize = 16;

/// True when what stands behind a verb at the tokens from `from` on is judged: a thing or a document before what a
/// preposition is glued to that opens the judgement, or right before the words of the judgement.
#[must_use]
pub(super) fn is_judged(page: &Page, tokens: &[Token], from: usize, who: &Phrase) -> bool {
    let end = construct::end(tokens, from, tokens.len());
    let opens = tokens.get(end).filter(|opens| opens.has(Tags::THAT));
    let glued =
        |opens: &Token| page.lexicon.glue.leading.iter().any(|sign| opens.form.starts_with(sign.as_str()));
    let words = tokens.get(end).is_some_and(|token| token.quotation().is_some());
    let thing = matches!(who.referent, Referent::Document | Referent::Unsure)
        || tags(tokens, from).any(Tags::DOCUMENT.or(Tags::SPEECH_NOUN));
    thing && (words || opens.is_some_and(glued))
}

/// Whom a relative pronoun before the verb `at` means: the name before it, or the title nearest to it.
#[must_use]
pub(super) fn antecedent(page: &Page, tokens: &[Token], start: usize, at: usize) -> Option<Phrase> {
    // an auxiliary may stand between
    let auxiliary = |at: &usize| tags(tokens, *at).any(Tags::OTHER_VERB.or(Tags::CONJUNCTION));
    let between = (start..at).rev().take(MOST_AUXILIARIES).take_while(auxiliary).count();
    let near = at.checked_sub(between + 1).filter(|who| tags(tokens, *who).any(Tags::WHO));
    let who = near.or_else(|| joined_to(page, tokens, start, at - between)).filter(|who| *who > start)?;
    // a comma parts it from whom it means
    let who =
        who - usize::from(who > start + 1 && tokens.get(who - 1).is_some_and(|comma| comma.is_mark(&COMMAS)));
    let floor = start.max(who.saturating_sub(ANTECEDENT_REACH));
    let first = (floor..who).rev().find(|at| tokens.get(*at).is_some_and(ends)).map_or(floor, |at| at + 1);
    let heads = Tags::TITLE.or(Tags::NAME).or(Tags::BODY).or(Tags::PERSON).or(Tags::ANONYMOUS);
    let head = (first..who).rev().find(|at| tags(tokens, *at).any(heads))?;
    // `the film of X, which`: the pronoun may mean either
    let thing = head.checked_sub(1).filter(|before| *before >= first).and_then(|before| tokens.get(before));
    let thing = thing.is_some_and(|thing| {
        thing.has(Tags::WORK.or(Tags::DOCUMENT)) && !thing.has(Tags::TITLE.or(Tags::BODY))
    });
    if thing && tags(tokens, head).any(Tags::NAME) {
        return None;
    }
    let inner =
        |at: &usize| *at >= first && tags(tokens, *at).any(heads) && !tags(tokens, *at).any(Tags::NAME);
    let mut from = head;
    while let Some(before) = from.checked_sub(1).filter(inner) {
        from = before;
    }
    let phrase = construct::read(page, tokens.get(from..who)?, Object::None)?;
    let speaks = matches!(
        phrase.referent,
        Referent::Person(_) | Referent::Office(..) | Referent::Body | Referent::Anonymous
    );
    (speaks && phrase.agrees(page, tokens.get(at))).then_some(phrase)
}

/// Somebody left unnamed who heads the sentence of the verb at `at`, which no other subject has: `there stood a girl, saying`.
#[must_use]
pub(super) fn stranger(page: &Page, tokens: &[Token], start: usize, at: usize) -> Option<Phrase> {
    let who = first_subject(page, tokens, start, at).filter(|who| who.referent == Referent::Anonymous)?;
    who.agrees(page, tokens.get(at)).then_some(who)
}

/// The relative pronoun whose clause a verb at the token `at` goes on with, which a conjunction is glued before:
/// `who did not weep and said`.
fn joined_to(page: &Page, tokens: &[Token], start: usize, at: usize) -> Option<usize> {
    tokens.get(at).filter(|token| page.lexicon.is_joined(page.of(token.span), &token.form))?;
    let last = at - usize::from(at > start && tokens.get(at - 1).is_some_and(|comma| comma.is_mark(&COMMAS)));
    let floor = start.max(at.saturating_sub(ANTECEDENT_REACH));
    let parts = |at: &usize| {
        tokens.get(*at).is_some_and(|token| matches!(token.shape, Shape::Mark(_) | Shape::Quotation(_)))
    };
    let first = (floor..last).rev().find(parts).map_or(floor, |at| at + 1);
    (first..last).rev().find(|at| tags(tokens, *at).any(Tags::WHO))
}

/// True for a verb that has an object glued behind it and stands in a clause that tells more of a noun, with a relative
/// pronoun before it or none.
#[must_use]
pub(super) fn has_object(page: &Page, tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|_| at > 0) else { return false };
    let before = at.checked_sub(1).map_or(Tags::NONE, |before| tags(tokens, before));
    let noun = tokens.get(at - 1).is_some_and(|before| !ends(before));
    let joined = page.lexicon.is_joined(page.of(token.span), &token.form);
    page.lexicon.with_object(&token.form).is_some() && (before.any(Tags::WHO) || noun && !joined)
}

/// The subject of the verb before the token `at` that a conjunction ties to it, where no quotation stands between the two.
#[must_use]
pub(super) fn coordinated(page: &Page, tokens: &[Token], start: usize, at: usize) -> Option<Phrase> {
    let quoted = |at: &usize| {
        let named = at.checked_sub(1).is_some_and(|before| tags(tokens, before).any(NAMED_THINGS));
        let words = |token: &Token| token.quotation().is_some() && token.form.contains(' ');
        tokens.get(*at).is_some_and(words) && !named
    };
    let from = (start..at).rev().find(quoted).map_or(start, |at| at + 1);
    let speaks =
        |who: &Phrase| matches!(who.referent, Referent::Person(_) | Referent::Office(..) | Referent::Body);
    let says = |verb: &usize| is_verb(tokens, *verb) && tags(tokens, *verb).any(Tags::VERB);
    let verbs = (from..at).rev().filter(says).take(MOST_VERBS);
    // `X asked her and so she answered`: whoever is asked
    let answers = tokens.get(at).is_some_and(|token| {
        let written = page.lexicon.bare(page.of(token.span));
        let sign = written.strip_suffix(token.form.as_str());
        sign.is_some_and(|sign| {
            !sign.is_empty() && !page.lexicon.phrase(sign).is_some_and(|tags| tags.any(Tags::CONJUNCTION))
        })
    });
    let asks = |verb: usize| {
        answers && tokens.get(verb).is_some_and(|verb| page.lexicon.with_object(&verb.form).is_some())
    };
    if (from..at).rev().find(|at| is_verb(tokens, *at)).is_some_and(asks) {
        return None;
    }
    let subjects = verbs.filter_map(|verb| {
        let who = subject(page, tokens, verb + 1, at, Object::of(page, tokens, verb));
        who.filter(|who| speaks(who) && who.agrees(page, tokens.get(verb)))
    });
    let mut subjects = subjects.filter(|who| who.agrees(page, tokens.get(at)));
    let told = subjects.next().or_else(|| {
        let who = first_subject(page, tokens, from, at).filter(|_| from == start)?;
        (speaks(&who) && who.agrees(page, tokens.get(at))).then_some(who)
    });
    let told = told.or_else(|| {
        // a noun phrase heads the sentence, its verbs behind it
        let first = (from..at).find(|at| is_verb(tokens, *at))?;
        let who = subject_before(page, tokens, from, first).filter(|_| from == start)?;
        (speaks(&who) && who.agrees(page, tokens.get(at))).then_some(who)
    });
    told.or_else(|| {
        // `NEWNAME blamed her rival and called him`: nobody who was told of before
        let verb = (from..at).rev().find(|verb| says(verb))?;
        let one = tokens.get(verb + 1).filter(|one| may_be_surname(page, one))?;
        Some(Phrase { span: one.span, referent: Referent::Unsure, name: None })
    })
}

/// Who stands in front of a sentence, its verb behind a sign glued to it, and nobody has another verb before the token `to`:
/// `as for X, so he …`.
#[must_use]
pub(super) fn fronted(page: &Page, tokens: &[Token], start: usize, to: usize) -> Option<Phrase> {
    let from = Some(start + 1).filter(|_| tags(tokens, start).any(Tags::CONJUNCTION))?;
    let joined = |at: &usize| {
        tokens.get(*at).is_some_and(|token| {
            let signs = page.lexicon.glue.joined.iter();
            let glued = signs.filter_map(|sign| page.of(token.span).strip_prefix(sign.as_str()));
            let verb = token.is_unknown() && !token.has(Tags::ARTICLE.or(Tags::GIVEN)) || token.has(VERBS);
            // a sign that is no conjunction opens the clause, whatever it is glued to
            let small = || {
                let signs = page.lexicon.glue.joined.iter();
                let mut signs =
                    signs.filter(|sign| page.of(token.span).strip_prefix(sign.as_str()) == Some(&token.form));
                token.has(Tags::PREPOSITION)
                    && signs.any(|sign| {
                        !page.lexicon.phrase(sign).is_some_and(|tags| tags.any(Tags::CONJUNCTION))
                    })
            };
            verb && glued.count() > 0 || small()
        })
    };
    let verb = (from + 1..to.min(from + LONGEST_FRONT)).find(joined)?;
    let other = (verb + 1..to).any(|at| is_verb(tokens, at) && joined(&at));
    let who = subject(page, tokens, from, verb, Object::None).filter(|_| !other)?;
    matches!(who.referent, Referent::Person(_) | Referent::Office(..) | Referent::Body).then_some(who)
}

/// True for a verb of a clause that tells more of a noun, where another verb of the sentence brings what is said: behind a
/// noun without the article, or, with its object glued behind, behind a relative pronoun and before what that other is
/// judged to be.
#[must_use]
pub(super) fn is_attribute(
    page: &Page,
    tokens: &[Token],
    start: usize,
    at: usize,
    near: Option<usize>,
) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before > start) else { return false };
    let Some(verb) = tokens.get(at) else { return false };
    let noun = tokens.get(before).is_some_and(|noun| {
        noun.has(Tags::PERSON.or(Tags::ANONYMOUS).or(Tags::COUNTRY))
            && !noun.has(Tags::ARTICLE.or(Tags::NAME))
    });
    let says = |classes: Tags| (start..before).any(|at| is_verb(tokens, at) && tags(tokens, at).any(classes));
    let joined = page.lexicon.is_joined(page.of(verb.span), &verb.form);
    let loose = noun && !joined && verb.has(Tags::OTHER_VERB) && says(Tags::VERB);
    let own = !verb.has(Tags::WEAK) && page.lexicon.with_object(&verb.form).is_some();
    let judged = near != Some(at)
        && tokens
            .get(at + 1..)
            .unwrap_or_default()
            .iter()
            .take_while(|token| token.quotation().is_none())
            .any(|opens| {
                opens.has(Tags::THAT)
                    && page.lexicon.glue.leading.iter().any(|sign| opens.form.starts_with(sign.as_str()))
            });
    // `a report that it published`
    let thing = tokens.get(before).is_some_and(|noun| {
        !ends(noun) && !noun.has(Tags::ARTICLE.or(Tags::NAME).or(Tags::GIVEN)) && noun.shape == Shape::Known
    });
    let told = own && thing && !joined && says(Tags::VERB);
    loose || told || own && judged_by(tokens, before, judged) && says(Tags::WEAK)
}

fn judged_by(tokens: &[Token], before: usize, judged: bool) -> bool {
    judged && tags(tokens, before).any(Tags::WHO)
}

/// True for a verb behind a relative pronoun between two commas, where a verb of saying stands before: `the paper, which an
/// agency saw, says`; or before a comma where a source is told: `according to the paper that an agency saw, …`.
#[must_use]
pub(super) fn is_set_in(tokens: &[Token], start: usize, at: usize, end: usize) -> bool {
    let comma = |at: usize| tokens.get(at).is_some_and(|token| token.is_mark(&COMMAS));
    let behind = at > start + 1 && tags(tokens, at - 1).any(Tags::WHO);
    let opens = behind && comma(at - 2);
    // `that what X said is “…”`
    let what = behind && tags(tokens, at - 2).any(Tags::THAT);
    let closes = (at + 1..end.saturating_sub(1)).any(comma);
    let says = |at: usize| {
        tags(tokens, at).any(Tags::PARTICIPLE) || is_verb(tokens, at) && tags(tokens, at).any(Tags::CUE)
    };
    let source = |at: usize| tags(tokens, at).any(Tags::ACCORD) && !tags(tokens, at).any(Tags::VERB);
    let told = behind && closes && (start..at - 1).any(source);
    told || (opens && closes || what) && (start..at - 2).any(says)
}

/// Who does what a verb at the token `at` tells that has no subject of its own, in a clause that another verb brings: the
/// subject of that clause, `an outlet revealed that X wrote a letter, warning in it`.
#[must_use]
pub(super) fn within_clause(page: &Page, tokens: &[Token], start: usize, at: usize) -> Option<Phrase> {
    let parts = |at: &usize| tokens.get(*at).is_some_and(|token| token.quotation().is_some());
    let from = (start..at).rev().find(parts).map_or(start, |at| at + 1);
    let that = (from..at).rev().find(|at| tags(tokens, *at).any(Tags::THAT))?;
    let opens = tokens.get(that).filter(|that| !page.lexicon.ends_owned(&that.form));
    let verb = tokens.get(at).filter(|_| opens.is_some())?;
    let joined = page.lexicon.is_joined(page.of(verb.span), &verb.form);
    let who = subject(page, tokens, that + 1, at, Object::Perhaps).filter(|_| !joined)?;
    let speaks = matches!(who.referent, Referent::Person(_) | Referent::Office(..));
    (speaks && who.agrees(page, Some(verb))).then_some(who)
}

/// True for a verb of a clause of when or how, behind the verb of saying of the sentence: `and he reads …`,
/// `before they break in …`.
#[must_use]
pub(super) fn is_aside(page: &Page, tokens: &[Token], start: usize, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before > start) else { return false };
    let joined = |token: &Token| {
        let written = page.lexicon.bare(page.of(token.span));
        let signs = page.lexicon.glue.joined.iter();
        signs.filter_map(|sign| written.strip_prefix(sign.as_str())).any(|rest| rest == token.form)
    };
    let he = tokens
        .get(before)
        .is_some_and(|token| token.has(Tags::HE.or(Tags::SHE).or(Tags::THEY)) && joined(token));
    let when = tags(tokens, before).any(Tags::THAT) && tags(tokens, before - 1).any(Tags::PREPOSITION);
    let says = (start..before).any(|at| is_verb(tokens, at) && tags(tokens, at).any(Tags::VERB));
    (he || when) && says
}
