//! Names told by what stands around them: behind a kin word, a noun no table knows, a word for then.

use super::names::{ACCUSATIVE, is_led, name_words};
use crate::brief::quotes::caseless::naming::phrase::{Holder, Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::Token;
use crate::text::Span;

/// `then` between a title and two words of a name.
#[must_use]
pub(super) fn is_then(tokens: &[Token], at: usize, to: usize) -> bool {
    let part = |at: usize| {
        at < to
            && tokens.get(at).is_some_and(|token| {
                (token.is_unknown() || token.has(Tags::NAME)) && !token.has(Tags::ARTICLE.or(Tags::GLUED))
            })
    };
    let known = tags(tokens, at + 1).any(Tags::NAME) || part(at + 2);
    tags(tokens, at).any(Tags::ADVERB) && part(at + 1) && known
}

/// A kin word that is a particle of names, too, and one first name.
#[must_use]
pub(super) fn is_named_by_child(page: &Page, tokens: &[&Token]) -> bool {
    let (Some(first), Some(name)) = (tokens.first(), tokens.get(1)) else { return false };
    // what has the article behind is the object
    let object = tokens.get(2).is_none_or(|next| next.has(Tags::ARTICLE));
    object
        && first.has(Tags::PERSON)
        && page.lexicon.particles.contains(&first.form)
        && name.has(Tags::GIVEN)
        && !name.has(Tags::ARTICLE)
}

/// True for a word with the article for somebody of a country: `the Frenchman`, no country itself, nor somebody's last name.
#[must_use]
pub(super) fn is_somebody(page: &Page, token: &Token) -> bool {
    let borne =
        |pair: &[Token]| matches!(pair, [name, last] if name.has(Tags::NAME) && last.form == token.form);
    let last_name = || page.lines.iter().any(|line| line.tokens.windows(2).any(borne));
    token.has(Tags::ARTICLE) && page.lexicon.ends_as_origin(&token.form) && !last_name()
}

/// `the archer, Omani, NAME`, `the Omani NAME`: a noun no table knows and where somebody is from, or the noun and a first name, before a
/// last name; `alone` where no object stands behind it.
#[must_use]
pub(super) fn called(page: &Page, tokens: &[&Token], alone: bool) -> Option<Phrase> {
    let somebody = |first: &Token| first.has(Tags::COUNTRY) && is_somebody(page, first);
    let (first, rest) = tokens.split_first().filter(|(first, _)| first.is_unknown() || somebody(first))?;
    let adjectives = rest
        .iter()
        .take_while(|token| {
            token.has(Tags::ARTICLE) && (token.is_unknown() || token.has(Tags::COUNTRY.or(Tags::NAMING)))
        })
        .count();
    let native = tokens.get(..=adjectives)?.iter().any(|token| token.has(Tags::COUNTRY));
    let name = name_words(page, rest.get(adjectives..)?);
    let (one, end) = (name.first()?, name.last()?);
    // behind the adjective a noun for somebody, or what is somebody's, is no name
    let noun = one.has(Tags::OFFICE.or(Tags::PERSON))
        || !page.lexicon.callings(&one.form).is_empty()
        || page.lexicon.ends_owned(&end.form);
    let whole = !somebody(first) || !one.has(Tags::ARTICLE) && (one.has(Tags::GIVEN) || !noun);
    let kunya = page.lexicon.particles.contains(&one.form) && !one.has(Tags::ARTICLE);
    let sure = whole && name.len() > 1 && (alone && (native || one.has(Tags::GIVEN)) || kunya);
    let named = Span::new(one.span.start, end.span.end);
    let span = Span::new(first.span.start, end.span.end);
    sure.then_some(Phrase { span, referent: Referent::Person(None), name: Some(named) })
}

/// `a source close to the actor NAME`, `a friend of NAME`, `one of the aides of President NAME`: somebody left unnamed, whom
/// somebody named is told beside.
fn beside_somebody(tokens: &[&Token]) -> Option<Phrase> {
    const PEOPLE: Tags = Tags::ANONYMOUS.or(Tags::PERSON).or(Tags::OFFICE).or(Tags::INDEFINITE);
    const NAMED: Tags = Tags::NAME.or(Tags::GIVEN);
    let first = *tokens.first()?;
    if !first.has(PEOPLE) || first.has(NAMED.or(Tags::ARTICLE)) {
        return None;
    }
    let named = |at: &usize| tokens.get(*at).is_some_and(|token| token.has(NAMED.or(Tags::TITLE)));
    let last = if first.has(Tags::INDEFINITE) && !first.has(Tags::OFFICE) {
        (1..tokens.len()).find(named)?
    } else {
        let of = tokens.iter().position(|token| token.has(Tags::PREPOSITION))?;
        let nobody = first.has(Tags::ANONYMOUS) && !first.has(Tags::OFFICE);
        let mut behind = (of + 1..tokens.len()).filter(named);
        behind.next().filter(|at| nobody || *at == of + 1)?;
        of
    };
    let last = tokens.get(last.checked_sub(1)?)?;
    let named = tokens.iter().any(|token| token.has(NAMED));
    let span = Span::new(first.span.start, last.span.end);
    named.then_some(Phrase { span, referent: Referent::Anonymous, name: None })
}

/// `adviser NAME`: a title of one word that needs a complement has the name right behind it for that, so somebody else is
/// told; and so is `a source close to NAME`.
#[must_use]
pub(super) fn of_somebody(page: &Page, tokens: &[&Token]) -> Option<Phrase> {
    const WHOLE: Tags = Tags::ARTICLE.or(Tags::HONORIFIC).or(Tags::OWNED).or(Tags::GLUED).or(Tags::NAME);
    if let Some(unnamed) = beside_somebody(tokens) {
        return Some(unnamed);
    }
    let (title, name) = (tokens.first()?, tokens.get(1)?);
    let short = !name.form.contains(' ')
        && !title.form.contains(' ')
        && tokens.get(2).is_none_or(|next| next.has(Tags::OF));
    let whose =
        title.has(Tags::OFFICE) && !title.has(WHOLE) && name.has(Tags::NAME) && !name.has(Tags::GLUED);
    let span = Span::new(title.span.start, name.span.end);
    let office = page.lexicon.office(&title.form);
    (short && whose).then_some(Phrase {
        span,
        referent: Referent::Office(office, Holder::Another),
        name: None,
    })
}

/// `adviser of NAME, Dr NAME`: the words from the title of courtesy on; else all.
#[must_use]
pub(super) fn behind_owner(tokens: &[Token]) -> &[Token] {
    let owned = matches!(tokens, [title, owner, courtesy, ..]
        if title.has(Tags::OFFICE) && !title.has(Tags::ARTICLE) && owner.has(Tags::NAME) && courtesy.has(Tags::HONORIFIC));
    tokens.get(if owned { 2 } else { 0 }..).unwrap_or(tokens)
}

/// True for one word that no table knows and that may be a surname: no object, no adverb, nothing that is led.
#[must_use]
pub(super) fn may_be_surname(page: &Page, token: &Token) -> bool {
    let noun = page.lexicon.ends_as_noun(&token.form) || page.lexicon.ends_as_hers(&token.form);
    token.is_unknown()
        && !token.has(Tags::ARTICLE.or(Tags::GLUED).or(Tags::OWNED))
        && !noun
        && !page.of(token.span).contains(ACCUSATIVE)
        && !page.lexicon.ends_owned(&token.form)
        && !is_led(page, token)
}
