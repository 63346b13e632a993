//! What stands between a title and the comma before the name: complements that go on over prepositions, conjunctions and
//! names in marks; and what the name behind the comma may be.

use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COMMAS, Shape, Token};
use crate::text::Span;

/// Complements of one title.
const MOST_PARTS: usize = 4;
/// Words of a name of which a common word is the first.
const LONGEST_PLAIN: usize = 3;
/// Somebody.
const SOMEBODY: Tags =
    Tags::TITLE.or(Tags::ANONYMOUS).or(Tags::PERSON).or(Tags::NAME).or(Tags::GIVEN).or(Tags::CROWD);

/// The comma behind the complements of a title, of which the token `past` opens the next: no preposition leads somebody
/// else there, whose name would stand behind it.
#[must_use]
pub(crate) fn comma(
    tokens: &[Token],
    past: usize,
    to: usize,
    phrase_end: fn(&[Token], usize, usize) -> usize,
) -> Option<usize> {
    let mut at = past;
    for _ in 0..MOST_PARTS {
        let token = tokens.get(at).filter(|_| at + 1 < to)?;
        if token.is_mark(&COMMAS) {
            return Some(at);
        }
        let led = token.has(Tags::PREPOSITION.or(Tags::GLUED));
        if !led && !token.has(Tags::CONJUNCTION.or(Tags::ADVERB)) && token.quotation().is_none() {
            return None;
        }
        let behind = phrase_end(tokens, at + 1, to);
        if led && (at..behind).any(|at| tags(tokens, at).any(SOMEBODY)) {
            return None;
        }
        at = behind;
    }
    None
}

/// The name that words between two commas are behind a title, of which the first is a common word, too.
#[must_use]
pub(super) fn plain_name(words: &[Token]) -> Option<Phrase> {
    const COMMON: Tags = Tags::DOCUMENT.or(Tags::WORK).or(Tags::SPEECH_NOUN).or(Tags::GIVEN);
    let (first, rest) = words.split_first()?;
    let common = first.shape == Shape::Known && first.has(COMMON) && !first.form.contains(' ');
    let name =
        common && !rest.is_empty() && words.len() <= LONGEST_PLAIN && rest.iter().all(Token::is_unknown);
    let span = Span::new(first.span.start, rest.last()?.span.end);
    name.then_some(Phrase { span, referent: Referent::Person(None), name: Some(span) })
}

/// True for one word with a pronoun glued behind it, whatever it is: `her pupil`.
#[must_use]
pub(super) fn is_owned(page: &Page, words: &[Token]) -> bool {
    let [word] = words else { return false };
    let stem = |owner: &str| word.form.strip_suffix(owner).is_some_and(|stem| stem.chars().nth(2).is_some());
    word.has(Tags::OWNED)
        || word.is_unknown() && page.lexicon.glue.owners.iter().any(|(owner, _)| stem(owner.as_str()))
}

/// `her son NAME`: one first name behind a noun with a pronoun glued to it.
#[must_use]
pub(super) fn named_kin(page: &Page, words: &[&Token]) -> Option<Phrase> {
    let [kin, name] = words else { return None };
    let owned = kin.has(Tags::OWNED.or(Tags::PERSON)) || is_owned(page, std::slice::from_ref(*kin));
    let named = owned && name.has(Tags::GIVEN) && name.is_unknown();
    let span = Span::new(kin.span.start, name.span.end);
    named.then_some(Phrase { span, referent: Referent::Person(None), name: Some(name.span) })
}

/// `the sister of NAME`, `one of the friends of NAME`: whoever is told by somebody else's name.
#[must_use]
pub(super) fn of_another(page: &Page, tokens: &[&Token]) -> Option<Referent> {
    let (first, rest) = tokens.split_first()?;
    let named = rest.iter().position(|token| token.has(Tags::NAME))?;
    let called = tokens.iter().any(|token| token.has(Tags::NAMING));
    // `one of her grandchildren, NAME` without its comma
    let lexicon = page.lexicon;
    let unknown = |form: &str| lexicon.phrase(form).is_none() && !lexicon.is_relation(form);
    let glued = |form: &str| lexicon.glue.owners.iter().any(|(owner, _)| form.ends_with(owner.as_str()));
    let owned = named.checked_sub(1).and_then(|before| rest.get(before)).is_some_and(|before| {
        before.has(Tags::HE.or(Tags::OWNED)) || unknown(&before.form) && glued(&before.form)
    });
    let one = first.has(Tags::INDEFINITE) && !called && !owned;
    let relation = named == 0 && lexicon.is_relation(&first.form) && !first.has(Tags::OWNED);
    match (one, relation) {
        (_, true) if first.has(Tags::BODY) => Some(Referent::Body),
        (true, _) | (_, true) => Some(Referent::Anonymous),
        _ => None,
    }
}
