//! Subjects that stand behind their verb or, behind a conjunction, before it.

use super::construct::{self, Object};
use super::named_so::called_by_name;
use super::names::{ACCUSATIVE, is_untold};
use crate::brief::quotes::caseless::naming::held::is_asked;
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::rules::complements;
use crate::brief::quotes::caseless::words::classes::VERBS;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COLONS, COMMAS, Shape, Token};

/// Tokens of the longest phrase.
pub(super) const PHRASE_REACH: usize = 24;
/// Verbs of one sentence looked at.
pub(crate) const MOST_VERBS: usize = 8;
/// Words of the longest label.
pub(crate) const LONGEST_LABEL: usize = 6;
/// Words of the longest name in marks.
const LONGEST_MARKED: usize = 3;

/// True for a verb that has a subject of its own.
#[must_use]
pub(crate) fn is_verb(tokens: &[Token], at: usize) -> bool {
    tags(tokens, at).any(VERBS) && !tags(tokens, at).any(Tags::PARTICIPLE)
}

/// The subject behind a verb, from the token `from` on, an apposition that names it included.
#[must_use]
pub(crate) fn subject(
    page: &Page,
    tokens: &[Token],
    from: usize,
    to: usize,
    object: Object,
) -> Option<Phrase> {
    let loose = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            // `of her`: who is spoken of, before the subject
            let object = token.has(Tags::PREPOSITION) && token.has(Tags::HE.or(Tags::SHE));
            token.has(Tags::ADVERB) && !token.has(Tags::NAME)
                || object && at + 1 < to
                || at > from && token.has(Tags::OTHER_PRONOUN) && tags(tokens, at - 1).any(Tags::PREPOSITION)
                || token.has(Tags::PREPOSITION)
                    && at + 2 < to
                    && tags(tokens, at + 1).any(Tags::OTHER_PRONOUN)
                || token.has(Tags::TIME)
                || at > from && describes_manner(page, tokens, at, to)
                || token.shape == Shape::Bracket
                // `said, speaking on the air`: the sign of an adverb, which no subject has
                || page.of(token.span).contains(ACCUSATIVE) && !tags(tokens, at + 1).any(Tags::OF)
        })
    };
    let verb = from
        .checked_sub(1)
        .is_some_and(|verb| is_verb(tokens, verb) && !tags(tokens, verb).any(Tags::ACCORD));
    let from = (from..to).take(PHRASE_REACH).find(|at| !loose(*at))?;
    let to = to.min(from + PHRASE_REACH);
    // `whispered to-her-daughter X`: whoever a preposition is glued to is no subject
    let glued = |at: usize| {
        verb && tokens.get(at).is_some_and(|token| token.has(Tags::GLUED) && !token.has(Tags::THAT))
    };
    let from = if glued(from) { construct::end(tokens, from, to) } else { from };
    if let Some(marked) = named_in_marks(page, tokens, from, to) {
        return Some(marked);
    }
    let end = construct::end(tokens, from, to);
    let end = if is_asked(page, tokens, from) { from + 1 } else { end };
    let who = construct::read(page, tokens.get(from..end)?, object)?;
    if let Some(named) = behind_calling(page, tokens, &who, end, to) {
        return Some(named);
    }
    if !matches!(who.referent, Referent::Office(..) | Referent::Anonymous | Referent::Unsure) {
        return Some(who);
    }
    // two words no table knows before an office behind a comma are a name
    let comma = tokens.get(end).filter(|_| end + 1 < to).is_some_and(|token| token.is_mark(&COMMAS));
    let office =
        comma && tags(tokens, end + 1).any(Tags::OFFICE) && !tags(tokens, end + 1).any(VERBS.or(Tags::GLUED));
    let words = tokens.get(from..end).filter(|words| words.len() > 1 && words.iter().all(Token::is_unknown));
    if who.referent == Referent::Unsure && office && words.is_some() {
        return Some(Phrase { span: who.span, referent: Referent::Person(None), name: Some(who.span) });
    }
    if let Some(named) = called_by_name(page, tokens, end, to) {
        return Some(Phrase { span: who.span, ..named });
    }
    // an adjunct may stand between the title and the comma
    let comma = complements::comma(tokens, end, to, construct::end).unwrap_or(end);
    Some(
        apposition(page, tokens, comma, to)
            .map_or_else(|| who.clone(), |named| Phrase { span: who.span, ..named }),
    )
}

/// `the asker, the deputy NAME`: words that no table knows are what somebody is where a title and a name stand behind the
/// comma.
fn behind_calling(page: &Page, tokens: &[Token], who: &Phrase, end: usize, to: usize) -> Option<Phrase> {
    let comma = tokens.get(end).filter(|_| end + 1 < to)?.is_mark(&COMMAS);
    let titled = comma && tags(tokens, end + 1).any(Tags::TITLE) && who.referent == Referent::Person(None);
    let words = page.of(who.name.filter(|_| titled)?).split_whitespace().map(|word| page.lexicon.bare(word));
    let known = |word: String| {
        page.is_often(&word) || page.lexicon.phrase(&word).is_some_and(|tags| tags.any(Tags::GIVEN))
    };
    if words.into_iter().any(known) {
        return None;
    }
    apposition(page, tokens, end, to).map(|named| Phrase { span: who.span, ..named })
}

/// `with a smile, broad`: one word, the last of its clause, behind an adverb that is a noun with a preposition glued before.
fn describes_manner(page: &Page, tokens: &[Token], at: usize, to: usize) -> bool {
    let signs = &page.lexicon.glue.leading;
    let led = |token: &Token| signs.iter().any(|sign| token.form.starts_with(sign.as_str()));
    let manner = |token: &&Token| token.has(Tags::ADVERB) && led(token);
    let adverb = at.checked_sub(1).and_then(|at| tokens.get(at)).filter(manner);
    let last = at + 1 >= to || tokens.get(at + 1).is_none_or(|next| matches!(next.shape, Shape::Mark(_)));
    let plain = |token: &Token| token.is_unknown() && !token.has(Tags::GIVEN.or(Tags::ARTICLE));
    last && adverb.is_some() && tokens.get(at).is_some_and(plain)
}

/// `, NAME,` behind a title.
fn apposition(page: &Page, tokens: &[Token], comma: usize, to: usize) -> Option<Phrase> {
    let from = comma + 1;
    let parted = comma < to && tokens.get(comma)?.is_mark(&COMMAS);
    let end = construct::end(tokens, from, to);
    let words = tokens.get(from..end).filter(|_| parted)?;
    let plain = |token: &Token| {
        token.is_unknown() || token.has(Tags::NAME.or(Tags::GIVEN)) || matches!(token.shape, Shape::Mark(_))
    };
    let (first, rest) = words.split_first()?;
    // what somebody is, before the name: `, the Swede NAME,`
    let kind = first.has(Tags::ARTICLE)
        && !first.has(Tags::TITLE)
        && (rest.len() > 1 || rest.iter().any(|word| word.has(Tags::NAME)))
        && rest.iter().all(plain);
    let words = if kind { rest } else { words };
    let (head, tail) = words.split_first()?;
    // a surname may be a title's word with the article
    let surname = |token: &Token| plain(token) || token.has(Tags::ARTICLE) && token.has(Tags::TITLE);
    let particle = page.lexicon.particles.contains(&head.form) && !tail.is_empty();
    let alone = !head.has(Tags::ARTICLE) && (plain(head) || particle) && tail.iter().all(surname);
    let known = words.len() <= LONGEST_LABEL && words.last().is_some_and(|last| last.has(Tags::NAME));
    let name = words.len() <= LONGEST_LABEL && alone || first.has(Tags::TITLE) || known && !first.has(VERBS);
    construct::read(page, words, Object::None)
        .filter(|who| name && matches!(who.referent, Referent::Person(_)))
}

/// A subject that stands in marks: `said “X” that`.
fn named_in_marks(page: &Page, tokens: &[Token], at: usize, to: usize) -> Option<Phrase> {
    let token = tokens.get(at).filter(|_| at < to)?;
    let marked = page.mark(token.quotation()?)?;
    let short = token.form.split_whitespace().count() <= LONGEST_MARKED;
    let behind = at.checked_sub(1).is_some_and(|before| tags(tokens, before).any(VERBS));
    let led = tags(tokens, at + 1).any(Tags::PREPOSITION.or(Tags::GLUED));
    (short && behind && led).then_some(Phrase { span: marked.inner, referent: Referent::Body, name: None })
}

/// A subject before its verb, behind whatever opens the clause.
#[must_use]
pub(crate) fn subject_before(page: &Page, tokens: &[Token], start: usize, verb: usize) -> Option<Phrase> {
    // a place or a label before a colon is no subject
    let colon = |at: &usize| tokens.get(*at).is_some_and(|token| token.is_mark(&COLONS));
    let start = (start..verb).rev().find(colon).map_or(start, |at| at + 1);
    // `but she`, right before the verb
    let small = Tags::ADVERB.or(Tags::TIME);
    let last = (start..verb).rev().find(|at| !tags(tokens, *at).any(small));
    let he = Tags::HE.or(Tags::SHE);
    if let Some(but) =
        last.and_then(|at| tokens.get(at)).filter(|but| but.has(Tags::CONJUNCTION) && but.has(he))
    {
        return Some(Phrase { span: but.span, referent: Referent::Pronoun, name: None });
    }
    let opens = |at: &usize| {
        let next = tags(tokens, at + 1);
        let clause =
            at + 1 < verb && !next.any(VERBS.or(Tags::ADVERB).or(Tags::CONJUNCTION).or(Tags::PREPOSITION));
        tags(tokens, *at).any(Tags::THAT) || tags(tokens, *at).any(Tags::CONJUNCTION) && clause
    };
    let opening = (start..verb).rev().find(opens);
    let from = opening.map_or(start, |at| at + 1);
    let loose = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            let small = token.has(Tags::CONJUNCTION.or(Tags::ADVERB).or(Tags::TIME));
            matches!(token.shape, Shape::Mark(_)) || small && !token.has(Tags::OFFICE.or(Tags::BODY))
        })
    };
    let from = (from..verb).find(|at| !loose(*at))?;
    // an auxiliary may open the sentence, its subject between it and the verb
    let headed = tags(tokens, from).any(Tags::OTHER_VERB) && !tags(tokens, from).any(Tags::CUE);
    let from = from + usize::from(headed && from + 1 < verb);
    // a sentence opens with its verb, though no table knows it
    let unknown = tokens.get(from).is_some_and(|token| {
        from == start && token.is_unknown() && !token.has(Tags::ARTICLE.or(Tags::GIVEN).or(Tags::NAME))
    });
    if tags(tokens, from).any(VERBS.or(Tags::PREPOSITION)) || unknown {
        return None;
    }
    let end = construct::end(tokens, from, verb);
    let small = Tags::CONJUNCTION.or(Tags::ADVERB).or(Tags::TIME);
    if headed && !(end..verb).all(|at| tags(tokens, at).any(small)) {
        return None;
    }
    // another verb between is another clause's, unless a relative clause or an auxiliary stands there
    let other = (end..verb).rev().find(|at| tags(tokens, *at).any(VERBS));
    let relative = (end..verb).any(|at| tags(tokens, at).any(Tags::WHO.or(Tags::OTHER_PRONOUN)));
    let auxiliary =
        |other: usize| (other + 1..verb).all(|at| tags(tokens, at).any(Tags::CONJUNCTION.or(Tags::ADVERB)));
    // a clause between two commas tells more of the subject
    let comma = |at: usize| tokens.get(at).is_some_and(|token| token.is_mark(&COMMAS));
    let led = tags(tokens, end).any(Tags::PREPOSITION) && end + 1 < verb;
    let past = if led { construct::end(tokens, end + 1, verb) } else { end };
    let closed = comma(past) && (past + 1..verb).rev().find(|at| comma(*at)).is_some_and(auxiliary);
    if other.is_some_and(|other| !auxiliary(other)) && !relative && !closed {
        return None;
    }
    let who = construct::read(page, tokens.get(from..end)?, Object::None)?;
    // words no table knows behind a conjunction are as often a verb and its object
    let joined = opening
        .is_some_and(|at| tags(tokens, at).any(Tags::CONJUNCTION) && !tags(tokens, at).any(Tags::THAT));
    if joined && who.referent == Referent::Person(None) && is_untold(page, tokens.get(from..end)?) {
        return None;
    }
    match who.referent {
        Referent::Other => None,
        Referent::Office(..) | Referent::Anonymous | Referent::Unsure => {
            subject(page, tokens, from, verb, Object::None).or(Some(who))
        }
        _ => Some(who),
    }
}
