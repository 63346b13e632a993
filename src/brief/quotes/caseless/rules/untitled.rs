//! What a noun phrase without a title stands for.

use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::Page;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::Token;
use crate::text::Span;

/// Words of the longest name.
pub(super) const LONGEST_NAME: usize = 4;

/// Bytes of the longest quotation mark.
const LONGEST_MARK: usize = 3;

/// Words of a name before what points at an object.
const LONGEST_POINTED: usize = 3;

/// What words without a title stand for, and how many of them are a name.
#[must_use]
pub(super) fn untitled(page: &Page, words: &[&Token], definite: bool) -> (Referent, Option<usize>) {
    let Some(first) = words.first() else { return (Referent::Other, None) };
    if let Some(len) = before_office(page, words) {
        return (Referent::Person(None), Some(len));
    }
    // a surname may be a title's word
    let plain = |word: &&Token| {
        let name = word.is_unknown() || word.has(Tags::GIVEN.or(Tags::TITLE)) && !word.form.contains(' ');
        name && !word.has(Tags::THAT)
    };
    // a first name and a word no table knows, with a noun for what that one is behind them
    let both = words.get(1).is_some_and(|next| next.is_unknown())
        && words.get(2).is_some_and(|next| {
            next.has(Tags::NUMERAL.or(Tags::PERSON).or(Tags::INDEFINITE).or(Tags::DEFINITE))
        });
    if first.has(Tags::GIVEN) && both {
        return (Referent::Person(None), Some(2));
    }
    // `NAME the free papers` before the sign of the object
    let ends = |word: &&Token| page.lexicon.ends_as_no_name(page.of(word.span));
    let end = words.iter().position(ends).filter(|end| (2..=LONGEST_NAME).contains(end));
    let head = end.and_then(|end| words.get(..end)).filter(|_| first.has(Tags::GIVEN));
    if let Some(head) = head.filter(|head| head.iter().all(plain)) {
        return (Referent::Person(None), Some(head.len().min(2)));
    }
    let numbers = words.iter().any(|word| word.has(Tags::NUMERAL.or(Tags::NUMBER)));
    let unknown = words.iter().all(plain) && !numbers;
    let certain = first.has(Tags::GIVEN);
    let both = words.iter().any(|word| word.has(Tags::CONJUNCTION));
    let referent = match first {
        _ if first.has(Tags::AGENCY) && !first.has(Tags::CROWD) => Referent::Agency,
        _ if first.has(Tags::DOCUMENT) => Referent::Document,
        _ if first.has(Tags::ANONYMOUS) => Referent::Anonymous,
        _ if first.has(Tags::BODY) => Referent::Body,
        _ if first.has(Tags::CROWD) => Referent::Crowd,
        _ if first.has(Tags::PERSON) => Referent::Anonymous,
        _ if definite || numbers => Referent::Other,
        _ if first.is_unknown() && words.iter().any(|word| word.has(Tags::BODY)) => Referent::Body,
        _ if first.has(Tags::COUNTRY) || both => Referent::Body,
        _ if unknown && is_somebodys(page, words) => Referent::Other,
        _ if unknown
            && !certain
            && (is_mixed(page, words)
                || words.iter().any(|word| page.lexicon.ends_as_no_name(page.of(word.span)))) =>
        {
            Referent::Unsure
        }
        _ if unknown && (2..=LONGEST_NAME).contains(&words.len()) => {
            return (Referent::Person(None), Some(words.len()));
        }
        _ if unknown && words.len() == 1 && certain => return (Referent::Person(None), Some(words.len())),
        _ if unknown && words.len() == 1 => Referent::Unsure,
        _ => Referent::Other,
    };
    (referent, None)
}

/// `NAME head of X` without a comma: the name.
#[must_use]
pub(super) fn before_its_office<'t>(tokens: &[&'t Token]) -> Option<&'t Token> {
    let [name, office, ..] = tokens else { return None };
    let whole = name.has(Tags::NAME) && office.has(Tags::OFFICE) && !office.has(Tags::NAME);
    whole.then_some(*name)
}

/// `NAME head of X` without a comma: how many words are the name, which begins with a first name or was set in marks.
fn before_office(page: &Page, words: &[&Token]) -> Option<usize> {
    let office = |word: &&Token| word.has(Tags::OFFICE) && !word.has(Tags::GIVEN.or(Tags::NAME));
    let at = words.iter().position(office).filter(|at| (2..=LONGEST_NAME).contains(at))?;
    let plain = |word: &&Token| word.is_unknown() || word.has(Tags::GIVEN);
    // a surname may be a title's word: an office has a complement
    let whole = words.len() > at + 1 || words.get(at)?.form.contains(' ');
    let start = words.first()?.span.start;
    let set_in = (1..=LONGEST_MARK).any(|len| start >= len && page.unmarked.contains(&(start - len)));
    let given = words.first()?.has(Tags::GIVEN) || set_in;
    (given && whole && words.get(..at)?.iter().all(plain)).then_some(at)
}

/// True for words of which some are in Latin letters and some are not: no name is written so.
fn is_mixed(page: &Page, words: &[&Token]) -> bool {
    let latin = |word: &&&Token| page.of(word.span).starts_with(|letter: char| letter < '\u{250}');
    let all = words.iter().filter(latin).count();
    all > 0 && all < words.len()
}

/// `his shop at the end of the lane`: words of which the first has a pronoun glued behind it, none a first name, the last
/// nobody who is told of elsewhere.
fn is_somebodys(page: &Page, words: &[&Token]) -> bool {
    let Some((first, last)) = words.first().zip(words.last()).filter(|_| words.len() > 1) else {
        return false;
    };
    let named = words.iter().any(|word| word.has(Tags::GIVEN)) || page.is_often(&last.form);
    let stem = |owner: &str| first.form.strip_suffix(owner).is_some_and(|stem| stem.chars().nth(2).is_some());
    !named && page.lexicon.glue.owners.iter().any(|(owner, _)| stem(owner.as_str()))
}

/// A first name and a family's at the head of words that end with an object, or all before what points at the object.
#[must_use]
pub(super) fn name_alone(page: &Page, words: &[Token]) -> Option<Phrase> {
    let (first, rest) =
        words.split_first().filter(|(first, _)| first.has(Tags::GIVEN) && first.is_unknown())?;
    if words.iter().any(|word| word.has(Tags::NAME)) {
        return None;
    }
    let pointed = words
        .iter()
        .position(|word| word.has(Tags::DEFINITE))
        .filter(|at| (2..=LONGEST_POINTED).contains(at));
    let family =
        rest.first().is_some_and(|next| next.is_unknown() && page.lexicon.ends_as_origin(&next.form));
    let len = pointed.or_else(|| (family && words.len() > 2).then_some(2))?;
    let name = words.get(..len).filter(|name| name.iter().all(Token::is_unknown))?;
    let span = Span::new(first.span.start, name.last()?.span.end);
    Some(Phrase { span, referent: Referent::Person(None), name: Some(span) })
}
