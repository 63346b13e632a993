//! Noun phrases in which a title stands before its complement and both before the name: `minister of X NAME`.
//!
//! The article tells a complement or an adjective from a name; a title without it must have a complement.

use super::called::{behind_owner, called, is_named_by_child, is_somebody, is_then, of_somebody};
use super::names::{self, NAMED_THINGS, before_object, is_led, name_words, thing};
use super::titles::titled;
use crate::brief::quotes::caseless::naming::latin;
use crate::brief::quotes::caseless::naming::phrase::{Holder, Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::callings::Calling;
use crate::brief::quotes::caseless::words::classes::ends;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{Shape, Token};
use crate::text::Span;

/// Words of a name in marks.
const LONGEST_MARKED: usize = 4;
/// Nouns that may have a complement.
const HEADS: Tags = Tags::OFFICE.or(Tags::BODY).or(Tags::PERSON).or(Tags::ANONYMOUS).or(Tags::ARTICLE);

/// One past the last token of the noun phrase that begins at `from`.
#[must_use]
pub(crate) fn end(tokens: &[Token], from: usize, to: usize) -> usize {
    let mut at = from;
    while at < to {
        let Some(token) = tokens.get(at) else { break };
        let inside = at > from;
        let before = if inside { tags(tokens, at - 1) } else { Tags::NONE };
        let titled = tags(tokens, from).any(Tags::OFFICE);
        let next = tokens.get(at + 1).filter(|_| at + 1 < to);
        // with whose it is, a remark, the name of a body, a body the title is of
        let goes_on = token.has(Tags::OF) && token.has(Tags::OWNED)
            || token.shape == Shape::Bracket
            || titled && token.quotation().is_some() && before.any(NAMED_THINGS)
            || titled && token.has(Tags::BODY) && token.has(Tags::GLUED);
        let ties = token.has(Tags::OF) && (before.any(HEADS) || titled) && next.is_some_and(is_plain);
        if inside && goes_on {
            at += 1;
        } else if inside && ties || inside && titled && is_then(tokens, at, to) {
            at += 2;
        } else if inside && titled && token.quotation().is_some() {
            let short = token.form.split_whitespace().count() <= LONGEST_MARKED;
            return if short { at + 1 } else { at };
        } else if inside
            && token.is_mark(&['-', '–'])
            && next.is_some_and(|next| next.is_unknown() || next.has(Tags::NAME))
        {
            at += 2;
        } else if inside && token.has(Tags::GLUED) {
            let complement = token.has(Tags::ARTICLE) && before.any(HEADS);
            // `company X for transport`
            let people = token.has(Tags::PERSON.or(Tags::CROWD).or(Tags::ANONYMOUS));
            let whole = !tags(tokens, from).any(Tags::ARTICLE) || !before.any(Tags::COUNTRY) && !people;
            let body = tags(tokens, from).any(Tags::BODY) && whole;
            let purpose = complement && body && at > from + 1 && !token.has(Tags::AGENCY);
            if !(purpose
                || complement && next.is_some_and(|next| next.is_unknown() && !next.has(Tags::GLUED)))
            {
                break;
            }
            at += 1;
        } else if ends(token) || inside && is_clause_pronoun(token) {
            break;
        } else {
            at += 1;
        }
    }
    at
}

/// `and he`: it opens what somebody does meanwhile.
fn is_clause_pronoun(token: &Token) -> bool {
    token.has(Tags::HE.or(Tags::SHE).or(Tags::THEY)) && !token.has(Tags::NAME.or(Tags::GIVEN))
}

fn is_plain(token: &Token) -> bool {
    matches!(token.shape, Shape::Unknown | Shape::Known | Shape::Name)
        && !token.has(Tags::THAT.or(Tags::VERB))
}

/// Whether an object may follow the subject of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Object {
    /// None does.
    None,
    /// It may: names are two words.
    Perhaps,
    /// It must: what follows a title is a name only where words enough for both stand there.
    Sure,
}

impl Object {
    /// What follows the subject of the verb at the token `at`: nothing where its object is glued behind it.
    #[must_use]
    pub(crate) fn of(page: &Page, tokens: &[Token], at: usize) -> Self {
        let verb = tags(tokens, at);
        let own = || tokens.get(at).is_some_and(|verb| page.lexicon.with_object(&verb.form).is_some());
        match verb {
            _ if verb.any(Tags::VERB) => Self::None,
            _ if verb.any(Tags::WEAK) && own() => Self::None,
            _ if verb.any(Tags::WEAK) => Self::Sure,
            _ if verb.any(Tags::OTHER_VERB) => Self::Perhaps,
            // a verb no table knows
            _ if tokens.get(at).is_some_and(|verb| verb.is_unknown() && !verb.has(Tags::ARTICLE)) => {
                Self::Perhaps
            }
            _ => Self::None,
        }
    }
}

/// Reads the tokens of a noun phrase behind a verb with whatever object.
#[must_use]
pub(crate) fn read(page: &Page, tokens: &[Token], object: Object) -> Option<Phrase> {
    if let Some(author) = author(page, tokens) {
        return Some(author);
    }
    let tokens = behind_owner(tokens);
    let tokens: Vec<&Token> = tokens.iter().filter(|token| token.shape != Shape::Bracket).collect();
    let (first, last) = (*tokens.first()?, *tokens.last()?);
    page.steps.take(tokens.len());
    let span = |to: &Token| Span::new(first.span.start, to.span.end);
    let plain = |referent: Referent, to: &Token| Some(Phrase { span: span(to), referent, name: None });
    if let Some(owned) = of_somebody(page, &tokens) {
        return Some(owned);
    }
    if let Some(known) = tokens.iter().find(|token| token.has(Tags::NAME)) {
        let referent = Referent::Person(page.people.whom(&known.form));
        return Some(Phrase { span: span(known), referent, name: Some(known.span) });
    }
    if let Some(name) = latin::name(page, &tokens) {
        let span = Span::new(first.span.start, name.end);
        return Some(Phrase { span, referent: Referent::Person(None), name: Some(name) });
    }
    if let Some(referent) = pronoun(first, last, tokens.len()) {
        return plain(referent, last);
    }
    let Some(titled) = titled(page, &tokens) else {
        return untitled(page, &tokens, object);
    };
    let rest = tokens.get(titled.rest..).unwrap_or_default();
    let bare = rest.len() < 3 && !rest.first().is_some_and(|first| first.has(Tags::GIVEN));
    let rest = if object == Object::Sure && bare { &[] } else { rest };
    let name = before_object(page, name_words(page, rest), rest, object != Object::None);
    // one word behind a title is as often how somebody speaks
    let certain = |one: &Token| {
        let plain = !page.lexicon.ends_as_noun(&one.form);
        let kin = titled.owned && plain && !page.lexicon.ends_owned(&one.form) || page.is_said(&one.form);
        first.has(Tags::HONORIFIC) || one.has(Tags::GIVEN.or(Tags::ARTICLE)) || kin
    };
    if let (Some(one), Some(end)) = (name.first(), name.last())
        && (name.len() > 1 || !titled.needs && rest.len() == 1 && certain(one))
    {
        let name = Span::new(one.span.start, end.span.end);
        return Some(Phrase { span: span(end), referent: Referent::Person(None), name: Some(name) });
    }
    let nobody = first.has(Tags::ANONYMOUS) && !page.lexicon.is_office(&first.form);
    let adjectives = tokens.get(1..titled.rest).unwrap_or_default();
    let same = nobody && adjectives.iter().chain([&first]).all(|word| word.has(Tags::ARTICLE));
    let referent = match titled.owned {
        _ if same => Referent::Same,
        _ if nobody && !first.has(Tags::ARTICLE) => Referent::Anonymous,
        true => Referent::Office(titled.office, Holder::Another),
        false => Referent::Office(titled.office, Holder::Known),
    };
    // what no table knows may be the name: it is told, not taken for one
    let end = titled.rest.max(tokens.len().min(titled.rest + UNSURE_NAME)).checked_sub(1);
    plain(referent, end.and_then(|at| tokens.get(at)).copied().unwrap_or(last))
}

/// What a phrase of `words` words between `first` and `last` stands for that a pronoun or a determiner tells.
fn pronoun(first: &Token, last: &Token, words: usize) -> Option<Referent> {
    let it =
        last.has(Tags::IT) && words == 1 || first.has(Tags::DEFINITE) && last.has(Tags::BODY.or(Tags::IT));
    match first {
        _ if first.has(Tags::HE.or(Tags::SHE)) => Some(Referent::Pronoun),
        _ if it => Some(Referent::It),
        _ if first.has(Tags::INDEFINITE) && !first.has(Tags::OFFICE) => Some(Referent::Anonymous),
        _ => None,
    }
}

/// Whose document a phrase tells of: `the ministry's statement`.
fn author(page: &Page, tokens: &[Token]) -> Option<Phrase> {
    let (document, rest) = tokens.split_first()?;
    let named = Tags::BODY.or(Tags::OFFICE).or(Tags::NAME);
    let at = rest.iter().position(|token| token.has(named))?;
    let who = read(page, rest.get(at..)?, Object::None)?;
    let speaks = matches!(who.referent, Referent::Person(_) | Referent::Office(..) | Referent::Body);
    (speaks && document.has(Tags::DOCUMENT) && !document.has(named)).then_some(who)
}

/// Words behind a title shown with it where they may be the name.
const UNSURE_NAME: usize = 2;

fn untitled(page: &Page, tokens: &[&Token], object: Object) -> Option<Phrase> {
    let (first, last) = (*tokens.first()?, *tokens.last()?);
    let plain = |referent: Referent, to: &Token| {
        Some(Phrase { span: Span::new(first.span.start, to.span.end), referent, name: None })
    };
    // a preposition glued before a word no table knows makes it no name where the article stands behind
    let led = first.is_unknown()
        && !first.has(Tags::GIVEN)
        && page.lexicon.glue.leading.iter().any(|sign| first.form.starts_with(sign.as_str()))
        && tokens.get(1).is_some_and(|next| next.has(Tags::ARTICLE.or(Tags::BODY).or(Tags::DOCUMENT)));
    // several who are the object of a verb
    let objects =
        page.lexicon.is_tied_object(&first.form) && tokens.get(1).is_some_and(|next| next.has(Tags::ARTICLE));
    match first {
        _ if led || objects => plain(Referent::Other, last),
        _ if first.has(Tags::AGENCY) && !first.has(Tags::CROWD) => plain(Referent::Agency, last),
        _ if first.has(Tags::DOCUMENT) => plain(Referent::Document, last),
        // `the man`: whoever was spoken of
        _ if first.has(Tags::ARTICLE) && page.lexicon.callings(&first.form).contains(&Calling::Anyone) => {
            plain(Referent::Office(first.form.clone(), Holder::Known), last)
        }
        _ if first.has(Tags::ANONYMOUS) => plain(Referent::Anonymous, last),
        _ if first.has(Tags::BODY) => {
            let of_it = |(at, token): (usize, &&Token)| {
                let complement = at == 0 && !first.has(Tags::ARTICLE);
                // people behind a noun with the article are its object
                if first.has(Tags::ARTICLE) && token.has(Tags::PERSON.or(Tags::CROWD)) {
                    return true;
                }
                // what a preposition other than that of the article's own is glued to is none of its
                let away = token.has(Tags::GLUED)
                    && !token.has(Tags::OF)
                    && !page.lexicon.opens_with_led_article(page.of(token.span));
                away || !(token.has(Tags::ARTICLE.or(Tags::COUNTRY).or(Tags::BODY).or(Tags::OF))
                    || complement)
            };
            let rest = tokens.get(1..).unwrap_or_default();
            let mut len = rest.iter().enumerate().position(of_it).unwrap_or(rest.len());
            // the last of several is the object
            len -= usize::from(object == Object::Sure && len > 1 && len == rest.len());
            let ties = |len: &usize| {
                len.checked_sub(1).is_some_and(|at| rest.get(at).is_some_and(|last| last.has(Tags::OF)))
            };
            len -= usize::from(ties(&len));
            plain(Referent::Body, tokens.get(len).copied().unwrap_or(first))
        }
        _ if first.has(Tags::CROWD) => plain(Referent::Crowd, last),
        // `Umm NAME`
        _ if is_named_by_child(page, tokens) => {
            let span = Span::new(first.span.start, tokens.get(1).map_or(last.span.end, |name| name.span.end));
            Some(Phrase { span, referent: Referent::Person(None), name: Some(span) })
        }
        _ if first.has(Tags::PERSON) => plain(Referent::Anonymous, last),
        _ if first.has(Tags::COUNTRY) && !is_somebody(page, first) => {
            let own = |token: &&&Token| token.has(Tags::ARTICLE.or(Tags::COUNTRY)) || !is_led(page, token);
            let len = tokens.iter().skip(1).take_while(own).count();
            plain(Referent::Body, tokens.get(len).copied().unwrap_or(first))
        }
        _ if first.has(Tags::ARTICLE.or(Tags::OWNED)) => {
            called(page, tokens, object == Object::None).or_else(|| plain(Referent::Unsure, last))
        }
        _ => {
            let name = before_object(page, name_words(page, tokens), tokens, object != Object::None);
            let (Some(one), Some(end)) = (name.first(), name.last()) else {
                return plain(Referent::Other, last);
            };
            let span = Span::new(one.span.start, end.span.end);
            if let Some(referent) = thing(page, tokens, &name, object != Object::None) {
                return plain(referent, last);
            }
            if names::is_head_of_another(page, tokens, &name) {
                return plain(Referent::Unsure, last);
            }
            let often = |word: &&Token| page.is_often(&word.form);
            let known =
                name.iter().any(|word| word.has(Tags::GIVEN) || page.lexicon.particles.contains(&word.form))
                    || if object == Object::Perhaps {
                        name.iter().all(|word| often(word) && !word.has(Tags::ARTICLE))
                    } else {
                        name.iter().any(often)
                    };
            // an object and its adjective end alike
            let object_case = |word: &&Token| {
                let joined = page.lexicon.glue.joined.iter().any(|sign| word.form.starts_with(sign.as_str()));
                page.lexicon.ends_as_noun(&word.form) && !joined && !word.has(Tags::GIVEN)
            };
            if name.len() > 1 && name.iter().all(object_case) {
                return plain(Referent::Other, last);
            }
            // behind a verb that says nothing, words no table knows are as often things
            let certain = name.len() > 1 && (known || object != Object::Perhaps)
                || one.has(Tags::GIVEN) && one.is_unknown();
            let alone = (name.len() == 1).then(|| page.people.first(&one.form)).flatten();
            if alone.is_some() {
                return Some(Phrase { span, referent: Referent::Person(alone), name: Some(span) });
            }
            let referent = if certain { Referent::Person(None) } else { Referent::Unsure };
            Some(Phrase { span, referent, name: certain.then_some(span) })
        }
    }
}
