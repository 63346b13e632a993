//! What stands behind a verb and is its object, so that its subject is not told.

use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COMMAS, Shape, Token};

/// True when what stands behind a verb is its object: in the case of one, or somebody of whoever does it, with nothing else
/// behind: `addressed her followers: “…”`.
#[must_use]
pub(super) fn is_object(page: &Page, tokens: &[Token], at: usize, who: &Phrase, to: usize) -> bool {
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
    plain && case && first == at + 1 && !page.is_often(&token.form)
        || owned && alone && page.lexicon.takes_somebody(&verb.form)
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
