//! Words that stand for somebody.

use std::ops::Range;

use crate::brief::quotes::clause::people::{Gender, is_epithet, is_plural_only, loose};
use crate::brief::quotes::clause::phrases::{Noun, Sort, Text};
use crate::brief::quotes::clause::words::Class;

/// What stands for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// He, she.
    Pronoun,
    /// A verb without a subject.
    Silent,
    /// An office, a calling.
    Description,
    /// Nothing: words in marks of which no sentence tells who says them.
    Bare,
}

impl Kind {
    /// Every kind.
    pub(crate) const ALL: [Self; 4] = [Self::Pronoun, Self::Silent, Self::Description, Self::Bare];

    /// The name in the table of weights.
    #[must_use]
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Pronoun => "Pronoun",
            Self::Silent => "Silent",
            Self::Description => "Description",
            Self::Bare => "Bare",
        }
    }
}

/// Words that stand for somebody.
#[derive(Debug, Clone)]
pub(crate) struct Anaphor<'n> {
    pub(crate) kind: Kind,
    pub(super) gender: Option<Gender>,
    /// True for a word of a man's gender for people of either.
    pub(super) loose: bool,
    pub(crate) tokens: Range<usize>,
    pub(super) sentence: usize,
    pub(super) noun: Option<&'n Noun>,
    /// Classes of roles the words ask for.
    pub(super) asked: Vec<u16>,
    /// True for a calling that takes somebody up without an article.
    epithet: bool,
}

impl<'n> Anaphor<'n> {
    /// A phrase without a name.
    pub(crate) fn of_noun(text: &Text, noun: &'n Noun) -> Option<Self> {
        let kind = match noun.sort {
            Sort::Pronoun if !text.has(noun.head, Class::OTHER.or(Class::LATTER)) => Kind::Pronoun,
            // several are nobody who can be named
            Sort::Role | Sort::Open if noun.name.is_none() && !is_plural_only(noun) => Kind::Description,
            _ => return None,
        };
        let words: Vec<&str> = text.lowers(noun.role.clone()).collect();
        Some(Self {
            kind,
            gender: Gender::of(noun.class),
            loose: kind == Kind::Description && loose(text, noun),
            tokens: noun.tokens.clone(),
            sentence: text.stream().get(noun.tokens.start).map_or(0, |token| token.sentence),
            noun: Some(noun),
            asked: text.grammar.roles_asked(&words, text.lower(noun.head)),
            epithet: kind == Kind::Description && is_epithet(text, noun),
        })
    }

    /// The same words where a verb or a pronoun behind them tells a gender.
    pub(crate) fn of_gender(self, gender: Option<Gender>) -> Self {
        Self { gender: gender.or(self.gender), loose: self.loose && gender.is_none(), ..self }
    }

    /// True for words with a definite article and no possessive, or for a calling without one where the language has none.
    #[must_use]
    pub(super) fn is_definite(&self) -> bool {
        let article = Class::THE.or(Class::CASE).or(Class::FEMALE_CASE);
        let with_article = |noun: &Noun| noun.determiner.any(article) && !noun.determiner.any(Class::OWNER);
        self.epithet || self.noun.is_some_and(with_article)
    }

    /// A verb without a subject, or words without any.
    pub(crate) fn without(kind: Kind, class: Class, tokens: Range<usize>, sentence: usize) -> Self {
        let kind = if kind == Kind::Silent && class.any(Class::SUBJECT) { Kind::Pronoun } else { kind };
        Self {
            kind,
            gender: Gender::of(class),
            loose: false,
            tokens,
            sentence,
            noun: None,
            asked: Vec::new(),
            epithet: false,
        }
    }
}

/// What the words in marks themselves tell.
#[derive(Debug, Clone, Default)]
pub(crate) struct Quoted {
    /// The number of the marked stretch.
    pub(crate) number: usize,
    /// True where the words in marks before end with a question.
    pub(crate) asked_before: bool,
    /// True where these do.
    pub(crate) asks: bool,
    /// Words with a capital in them, in lower case.
    pub(crate) words: Vec<String>,
    /// The gender of who says them, where they tell it.
    pub(crate) gender: Option<Gender>,
}
