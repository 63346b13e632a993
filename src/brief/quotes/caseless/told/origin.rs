//! Where somebody is told to be from, where words are parted by spaces and the article leads them: by an adjective beside
//! the name, `her French counterpart NAME`, and by one behind an office, `the French minister`.

use crate::brief::quotes::caseless::naming::people::Person;
use crate::brief::quotes::caseless::page::Page;
use crate::brief::quotes::caseless::whom::Asked;
use crate::brief::quotes::caseless::words::classes::VERBS;
use crate::brief::quotes::caseless::words::lexicon::Lexicon;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COMMAS, Token};
use crate::text::Span;

/// Words looked at before a name.
const REACH: usize = 6;
/// Fewest letters of a word that tells where somebody is from without its ending.
const STEM: usize = 3;
/// Words of an office and what tells whose it is.
const LONGEST_OFFICE: usize = 3;

/// The words before the name at `at` that may tell where its bearer is from, without their articles.
pub(crate) fn origins(page: &Page, tokens: &[Token], at: usize) -> Vec<String> {
    if page.lexicon.glue.articles.is_empty() {
        return Vec::new();
    }
    let inner =
        |token: &&Token| !(token.has(VERBS.or(Tags::THAT)) || token.is_edge() && !token.is_mark(&COMMAS));
    let before = tokens.get(at.saturating_sub(REACH)..at).unwrap_or_default();
    let run = before.iter().rev().take_while(inner);
    let tells = |token: &&Token| token.is_unknown() || token.has(Tags::COUNTRY);
    run.filter(tells).map(|token| page.lexicon.plain_noun(&token.form)).collect()
}

/// The stem of the adjective behind an office that tells where whoever holds it is from; `words` begin with the office.
#[must_use]
fn told(page: &Page, words: Span) -> Option<String> {
    let all = page.of(words).split_whitespace();
    let alone = all.clone().nth(1).is_none();
    let mut all = all.take(LONGEST_OFFICE).skip(usize::from(!alone));
    all.find_map(|word| stem(page.lexicon, word))
}

/// The adjective without its article and ending.
fn stem(lexicon: &Lexicon, word: &str) -> Option<String> {
    let word = lexicon.bare(word);
    let plain = lexicon.glue.articles.iter().find_map(|article| word.strip_prefix(article.as_str()))?;
    lexicon.origin_stem(plain).filter(|stem| stem.chars().count() >= STEM).map(str::to_owned)
}

/// Those whom an adjective behind an office tells the country of: nobody else is meant by it.
#[derive(Debug)]
pub(crate) struct Natives(Vec<usize>);

impl Natives {
    /// Those of the country that the words for an office at `span` tell; nobody where they tell none.
    #[must_use]
    pub(crate) fn of(page: &Page, span: Span) -> Self {
        let Some(stem) = told(page, span) else { return Self(Vec::new()) };
        let from = |(_, known): &(usize, &Person)| known.origins.iter().any(|word| word.starts_with(&stem));
        Self(page.people.all.iter().enumerate().filter(from).map(|(at, _)| at).collect())
    }

    /// Those of the country that one word tells somebody to be of.
    #[must_use]
    pub(crate) fn called(page: &Page, span: Span) -> Self {
        let alone = !page.of(span).contains(char::is_whitespace);
        if alone { Self::of(page, span) } else { Self(Vec::new()) }
    }

    /// False for somebody else than those, where there are any.
    #[must_use]
    pub(crate) fn may_be(&self, person: usize) -> bool {
        self.0.is_empty() || self.0.contains(&person)
    }

    /// The only one of them.
    #[must_use]
    pub(crate) fn only(&self) -> Option<usize> {
        if let [only] = *self.0.as_slice() { Some(only) } else { None }
    }

    /// The only one of them, who has the office that somebody else of the text has elsewhere.
    #[must_use]
    pub(crate) fn counterpart(&self, page: &Page, asked: &Asked) -> Option<usize> {
        let only = self.only()?;
        let known = page.people.get(only).filter(|known| !asked.is_other_gender(known))?;
        known.offices.iter().any(|office| page.lexicon.is_counterpart(office)).then_some(only)
    }
}
