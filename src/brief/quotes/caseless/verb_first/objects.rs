//! What stands behind a verb and is its object, so that its subject is not told.

use super::{construct, names};
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COMMAS, Shape, Token};

/// True when what stands behind a verb is its object: in the case of one, or somebody of whoever does it, with nothing else
/// behind: `addressed her followers: “…”`.
#[must_use]
pub(super) fn is_object(page: &Page, tokens: &[Token], at: usize, who: &Phrase, to: usize) -> bool {
    if is_sole(page, tokens, at, who, to) {
        return true;
    }
    // a name may stand behind it
    let named = who.name.is_some_and(|name| name.start > who.span.start);
    let plain =
        matches!(who.referent, Referent::Unsure | Referent::Crowd | Referent::Other | Referent::Anonymous);
    if !plain && !named {
        return false;
    }
    let Some(verb) = tokens.get(at) else { return false };
    // it has its object already
    if page.lexicon.with_object(&verb.form).is_some() {
        return false;
    }
    let first =
        (at + 1..to).find(|at| tokens.get(*at).is_some_and(|token| token.span.start >= who.span.start));
    let Some((first, token)) = first.and_then(|at| Some((at, tokens.get(at)?))) else { return false };
    let owned = token.has(Tags::OWNED) || token.is_unknown() && is_owned(page, &token.form);
    let alone = (first..to)
        .all(|at| tokens.get(at).is_some_and(|token| !matches!(token.shape, Shape::Quotation(_))))
        && !(first + 1..to).any(|at| tags(tokens, at).any(Tags::THAT) && !is_led(page, tokens, at));
    // a name behind it that another noun follows is the subject's
    let last =
        (first + 1..to).find(|at| tags(tokens, *at).any(Tags::THAT)).and_then(|that| tokens.get(that - 1));
    let closed = last.is_some_and(|last| last.is_mark(&COMMAS) || last.has(Tags::NAME));
    let owned = owned && (plain || closed);
    let case = page.lexicon.ends_as_noun(&token.form) && token.is_unknown() && !token.has(Tags::ARTICLE);
    // several with the article
    let several = token.has(Tags::ARTICLE)
        && !token.has(Tags::GIVEN.or(Tags::NAME).or(Tags::OFFICE))
        && page.lexicon.ends_as_object(&token.form);
    plain && (case && first == at + 1 && !page.is_often(&token.form) || several)
        || owned && alone && page.lexicon.takes_somebody(&verb.form)
}

/// True when what stands behind a verb that always has an object is all there is before a preposition or what opens words:
/// whoever says it was told before, `a report in which it accused X of`.
fn is_sole(page: &Page, tokens: &[Token], at: usize, who: &Phrase, to: usize) -> bool {
    const OTHERS: Tags = Tags::BODY.or(Tags::TITLE).or(Tags::PERSON).or(Tags::CROWD).or(Tags::ANONYMOUS);
    if !tokens.get(at).is_some_and(|verb| page.lexicon.needs_somebody(&verb.form)) {
        return false;
    }
    let first =
        (at + 1..to).find(|at| tokens.get(*at).is_some_and(|token| token.span.start >= who.span.start));
    let Some(first) = first else { return false };
    let end = construct::end(tokens, first, to);
    // a preposition glued before a word no table knows ends it, too
    let led = |at: &usize| {
        tokens.get(*at).is_some_and(|token| names::is_led(page, token) && !token.has(Tags::ARTICLE))
    };
    let end = (first + 1..end).find(led).unwrap_or(end);
    let Some(([head, rest @ ..], last)) = tokens.get(first..end).map(|words| (words, words.last())) else {
        return false;
    };
    let whole = last.is_some_and(|last| last.span.end <= who.span.end);
    let closes = tokens.get(end).filter(|_| end < to).is_none_or(|next| {
        next.has(Tags::PREPOSITION.or(Tags::GLUED).or(Tags::THAT))
            || next.quotation().is_some()
            || names::is_led(page, next)
    });
    let adjectives = || rest.iter().all(|word| word.has(Tags::ARTICLE) && !word.has(OTHERS));
    let named = matches!(who.referent, Referent::Person(_))
        && who.name.is_some_and(|name| name.start == who.span.start);
    let one = rest.is_empty() || named || (rest.len() == 1 || head.has(Tags::ARTICLE)) && adjectives();
    whole && closes && one
}

/// True for people left unnamed behind a verb that may have somebody for its object.
#[must_use]
pub(super) fn is_asked(page: &Page, tokens: &[Token], at: usize, who: &Phrase) -> bool {
    let plain = matches!(who.referent, Referent::Unsure | Referent::Crowd | Referent::Anonymous);
    plain
        && tokens.get(at).is_some_and(|verb| verb.has(Tags::VERB) && page.lexicon.takes_somebody(&verb.form))
}

/// True for what opens reported words with a preposition glued before it: `of that`.
fn is_led(page: &Page, tokens: &[Token], at: usize) -> bool {
    let form = tokens.get(at).map(|token| token.form.as_str()).unwrap_or_default();
    page.lexicon.glue.leading.iter().any(|sign| form.starts_with(sign.as_str()))
}

/// True for a word with a pronoun glued behind it.
fn is_owned(page: &Page, word: &str) -> bool {
    let stem = |owner: &str| word.strip_suffix(owner).is_some_and(|stem| stem.chars().nth(2).is_some());
    page.lexicon.glue.owners.iter().any(|(owner, _)| stem(owner.as_str()))
}
