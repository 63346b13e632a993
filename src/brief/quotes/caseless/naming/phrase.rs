//! What a noun phrase stands for: a person, a pronoun, an office, a body, a paper, people left unnamed.

use super::around::{Others, around};
use super::looks::{is_native_name, is_surnamed};
use super::within::{before_point, called, name_behind, surname_before_title};
use crate::brief::quotes::caseless::page::Page;
use crate::brief::quotes::caseless::words::callings::Calling;
use crate::brief::quotes::caseless::words::gender::Gender;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{Shape, Token};
use crate::languages::Order;
use crate::text::Span;

/// Letters of the longest name of a body behind a country, where no noun for its kind ends it.
const LONGEST_BODY: usize = 5;

/// What a phrase stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Referent {
    /// Somebody named; the index where the text's people hold the name.
    Person(Option<usize>),
    /// He or she.
    Pronoun,
    /// It, the ministry; or they.
    It,
    /// An office without a name: its code or word, and whose it may be.
    Office(String, Holder),
    /// A body.
    Body,
    /// A document that speaks for its author.
    Document,
    /// An agency or outlet.
    Agency,
    /// People left unnamed.
    Anonymous,
    /// Many people at once.
    Crowd,
    /// Somebody or a body no table knows: told as written, never named.
    Unsure,
    /// The one who was spoken of as this, or speaks: `this diplomat`.
    Same,
    /// Anything else.
    Other,
}

/// Who may hold an office that stands without a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holder {
    /// Whoever the text names with it.
    Known,
    /// Whoever is spoken of, too: `this minister`.
    Spoken,
    /// Somebody else than is spoken of: `her spokesman`.
    Another,
}

/// A phrase and what it stands for.
#[derive(Debug, Clone)]
pub(crate) struct Phrase {
    /// Where it stands.
    pub(crate) span: Span,
    /// What it stands for.
    pub(crate) referent: Referent,
    /// The name in it.
    pub(crate) name: Option<Span>,
}

impl Phrase {
    /// True for words for somebody without a name whom the next pronoun may mean.
    #[must_use]
    pub(crate) fn stands_alone(&self) -> bool {
        matches!(self.referent, Referent::Office(..) | Referent::Unsure | Referent::Anonymous)
    }

    /// True unless the form of the verb is another gender's than a person's or body's: then what stands behind it is its object.
    #[must_use]
    pub(crate) fn agrees(&self, page: &Page, verb: Option<&Token>) -> bool {
        let Some(asked) = verb.and_then(|verb| page.lexicon.verb_gender(&verb.form)) else { return true };
        let form = page.lexicon.plain_noun(page.of(self.span));
        let noun = || page.lexicon.noun_gender(&form, page.of(self.span));
        let known = match &self.referent {
            _ if page.lexicon.is_kin(&form) => noun(),
            Referent::Person(person) => {
                let known = person.and_then(|person| page.people.get(person)).and_then(|known| known.gender);
                known.map(|(_, gender)| gender)
            }
            Referent::Office(..) => noun(),
            // the verb of a body that is no feminine may be one
            Referent::Body => {
                let first = page.of(self.span).split(' ').next().unwrap_or_default();
                let hers = page.lexicon.is_her_plural(first) || page.lexicon.is_written_hers(first);
                noun().filter(|gender| *gender == Gender::Her).or(hers.then_some(Gender::Her))
            }
            Referent::Unsure | Referent::Document => {
                let first = page.lexicon.bare(page.of(self.span).split(' ').next().unwrap_or_default());
                let led =
                    page.lexicon.glue.articles.iter().any(|article| first.starts_with(article.as_str()));
                (led && page.lexicon.ends_as_hers(&first)).then_some(Gender::Her)
            }
            _ => None,
        };
        known.is_none_or(|known| known == asked)
    }
}

/// Reads the tokens of a noun phrase; `None` when nothing is left of it.
#[must_use]
pub(crate) fn read(page: &Page, tokens: &[Token]) -> Option<Phrase> {
    let leads = |token: &Token| {
        matches!(token.shape, Shape::Mark(_))
            || token.has(Tags::CONJUNCTION)
            || token.has(Tags::ADVERB.or(Tags::TIME))
                && !token.has(Tags::INDEFINITE.or(Tags::DEFINITE).or(Tags::NAME))
    };
    let from = tokens.iter().position(|token| !leads(token))?;
    let to = tokens.iter().rposition(|token| token.shape != Shape::Bracket)? + 1;
    let tokens = tokens.get(from..to)?;
    let span = Span::new(tokens.first()?.span.start, tokens.last()?.span.end);
    let plain = |token: &&Token| !matches!(token.shape, Shape::Bracket | Shape::Quotation(_));
    let core: Vec<&Token> = tokens.iter().filter(plain).collect();
    page.steps.take(core.len());
    let (referent, name) = named(page, &core).unwrap_or_else(|| {
        let referent = unnamed(page, &core);
        let name = if referent == Referent::Other { unknown_tail(&core) } else { None };
        (referent, name)
    });
    // a clause before a paper tells of it
    let told = |at: usize| {
        !core.iter().take(at).all(|token| token.is_unknown() || token.has(Tags::NOMINAL.or(Tags::OF)))
    };
    let of = core
        .iter()
        .rposition(|token| token.has(Tags::OF))
        .filter(|of| referent == Referent::Document && told(*of));
    let start = of.and_then(|of| core.get(of + 1)).map_or(span.start, |head| head.span.start);
    Some(Phrase { span: Span::new(start, span.end), referent, name })
}

/// The name in a phrase, of several the last.
fn named(page: &Page, core: &[&Token]) -> Option<(Referent, Option<Span>)> {
    let person = |(person, name): (Option<usize>, Span)| (Referent::Person(person), Some(name));
    if let Some(called) = called(page, core) {
        return Some(person(called));
    }
    let tail = core.iter().rposition(|token| token.has(Tags::OF)).map_or(0, |at| at + 1);
    let tail = core.get(tail..)?;
    let tail = before_point(tail);
    if let Some(others) = around(page, tail) {
        let body = others == Others::Body;
        return Some((if body { Referent::Body } else { Referent::Anonymous }, None));
    }
    if let Some(token) = tail.iter().rev().find(|token| token.has(Tags::NAME)) {
        return Some((Referent::Person(page.people.whom(&token.form)), Some(token.span)));
    }
    if let Some(called) = name_behind(page, core) {
        return Some(person(called));
    }
    let first = tail.first()?;
    let titled = tail.get(1).is_some_and(|next| next.has(Tags::TITLE));
    let courtesy = tail.get(1).is_some_and(|next| !next.has(Tags::OFFICE.or(Tags::PERSON)));
    if page.is_place(&first.form) && !courtesy {
        return None;
    }
    if let Some(called) = surname_before_title(page, tail) {
        return Some(person(called));
    }
    if page.lexicon.order == Some(Order::Topical) && first.is_unknown() && titled {
        // letters before an office may be part of it, unless they begin with a surname
        let known = page.people.whom(&first.form).is_some();
        let certain = courtesy || known || first.shape == Shape::Foreign || is_surnamed(page, first);
        let referent =
            if certain { Referent::Person(page.people.whom(&first.form)) } else { Referent::Unsure };
        return Some((referent, certain.then_some(first.span)));
    }
    None
}

/// What no table knows behind the last complement: as likely a name as anything.
fn unknown_tail(core: &[&Token]) -> Option<Span> {
    let of = core.iter().rposition(|token| token.has(Tags::OF))?;
    let tail = core.get(of + 1..).filter(|tail| tail.iter().all(|token| token.is_unknown()))?;
    Some(Span::new(tail.first()?.span.start, tail.last()?.span.end))
}

fn unnamed(page: &Page, core: &[&Token]) -> Referent {
    let (Some(first), Some(last)) = (core.first(), core.last()) else { return Referent::Other };
    let led = core.get(..core.len() - 1).unwrap_or_default();
    let owned = led.iter().any(|token| token.has(Tags::HE.or(Tags::SHE).or(Tags::THEY).or(Tags::IT)));
    let office = |holder: Holder| Referent::Office(page.lexicon.office(&last.form), holder);
    // what no table knows behind a pronoun is what somebody does
    let is_alone = core.iter().skip(1).take(1).all(|token| token.is_unknown());
    match last {
        _ if last.has(Tags::HE.or(Tags::SHE)) => Referent::Pronoun,
        _ if last.has(Tags::IT.or(Tags::THEY)) => Referent::It,
        _ if owned && last.has(Tags::OFFICE) && !last.has(Tags::CROWD) => office(Holder::Another),
        _ if first.has(Tags::HE.or(Tags::SHE)) && is_alone => Referent::Pronoun,
        _ if first.has(Tags::INDEFINITE) => Referent::Anonymous,
        _ if last.has(Tags::AGENCY) => Referent::Agency,
        _ if last.has(Tags::DOCUMENT) => Referent::Document,
        _ if first.has(Tags::DEFINITE) && last.has(Tags::ANONYMOUS.or(Tags::PERSON)) => Referent::Same,
        // `the old man`, alone: whoever was told of before
        _ if core.len() == 1 && page.lexicon.callings(&last.form).contains(&Calling::Anyone) => {
            office(Holder::Known)
        }
        _ if last.has(Tags::ANONYMOUS) => Referent::Anonymous,
        _ if first.has(Tags::DEFINITE) && last.has(Tags::BODY) && core.len() == 2 => Referent::It,
        // `the party he belongs to`
        _ if last.has(Tags::BODY) && owned && page.lexicon.unspaced => Referent::Unsure,
        _ if last.has(Tags::BODY) => Referent::Body,
        _ if last.has(Tags::TITLE) && !last.has(Tags::CROWD) => {
            office(if first.has(Tags::DEFINITE) { Holder::Spoken } else { Holder::Known })
        }
        _ if last.has(Tags::CROWD) => Referent::Crowd,
        _ if last.has(Tags::PERSON) => Referent::Anonymous,
        _ if is_native_name(page, last) && core.len() == 1 => {
            let surname = page.lexicon.surname(&last.form) == Some(last.form.len());
            match page.people.whom(&last.form) {
                None if !(surname && page.lexicon.order == Some(Order::Topical)) => Referent::Unsure,
                known => Referent::Person(known),
            }
        }
        _ if core.iter().any(|token| token.has(Tags::TITLE)) => Referent::Unsure,
        // `a Japanese chess player NAME`: too many letters behind a country for the name of a body alone
        _ if page.lexicon.order == Some(Order::VerbMedial)
            && first.has(Tags::COUNTRY)
            && last.is_unknown()
            && last.form.chars().nth(LONGEST_BODY).is_some() =>
        {
            Referent::Unsure
        }
        _ if core.iter().any(|token| token.has(Tags::COUNTRY)) => Referent::Body,
        // foreign letters are more often a name than not, Latin ones a firm's
        _ if core.iter().any(|token| token.shape == Shape::Foreign) => Referent::Unsure,
        _ if page.lexicon.unspaced && last.has(Tags::LATIN) => Referent::Unsure,
        _ => Referent::Other,
    }
}
