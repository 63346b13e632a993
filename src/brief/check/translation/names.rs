//! The names of a sentence and of its translation: each must have its like in the other.

use std::borrow::Cow;

use crate::brief::summary::idf;
use crate::languages::section;
use crate::people::offices::{Country, countries_in};
use crate::text::{self, Language, Span, fold};

use super::super::Reject;
use super::super::names::{canonical, is_name};
use super::super::source::Source;
use super::super::words::{LISTS, Token, tokens};
use super::sound::alike;

/// Most words in quotation marks that are a name: «Роснефть».
const NAME_WORDS: usize = 3;
/// A sentence and its translation.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(super) before: &'a [Token],
    pub(super) after: &'a [Token],
    pub(super) source: &'a Source,
    pub(super) to: Language,
}

impl Pair<'_> {
    /// The first name that one has and the other has not.
    pub(super) fn fault(&self) -> Option<Reject> {
        let new = self
            .after
            .iter()
            .filter(|token| self.is_new_name(token))
            .find(|token| !found(token, self.before));
        let lost = self
            .before
            .iter()
            .enumerate()
            .filter(|(at, token)| self.is_old_name(*at, token))
            .map(|(_, token)| token)
            .find(|token| !found(token, self.after));
        new.or(lost).map(|token| Reject::Name(token.folded.clone()))
    }

    /// True when what stands in quotation marks is no more than a name of the original.
    pub(super) fn is_only_a_name(&self, piece: &str) -> bool {
        let words = tokens(piece, Span::whole(piece), self.to);
        !words.is_empty()
            && words.len() <= NAME_WORDS
            && words.iter().all(|word| word.capital && found(word, self.before))
    }

    /// At the head of the original, and anywhere in German, a common word has a capital and is no name for it, unless
    /// the article or what follows it says so. Any word is common there in a language whose common ones nobody counted.
    fn is_old_name(&self, at: usize, token: &Token) -> bool {
        let language = self.source.language;
        let elsewhere = || {
            let mut all = self.source.sentences.iter().flat_map(|sentence| sentence.tokens.iter());
            all.any(|other| !other.first && other.capital && other.stem == token.stem)
        };
        let follows = || {
            let next = self.before.get(at + 1);
            next.is_some_and(|next| next.capital || text::is_speech_verb(&next.folded, language))
        };
        let common = || {
            (token.first || language.profile().capital_nouns)
                && (idf::of(language).is_empty()
                    || idf::of(language).knows(&text::stem(&token.folded, language)))
                && !(token.first && (elsewhere() || follows()))
        };
        is_name(token, self.source) && is_own(token, language) && !common()
    }

    fn is_new_name(&self, token: &Token) -> bool {
        let ends = |end: Cow<'static, str>| token.folded.ends_with(end.as_ref());
        let surname = || self.to.words(section::SURNAME_ENDING).any(ends) && token.folded.chars().count() > 4;
        // Where nobody counted the words of the original its first one is no name, so the translation's is looked at.
        let uncommon = || {
            let counted = idf::of(self.to);
            idf::of(self.source.language).is_empty()
                && !counted.is_empty()
                && !counted.knows(&text::stem(&token.folded, self.to))
        };
        token.capital
            && token.folded.chars().count() > 1
            && !text::is_stop(&token.folded, self.to)
            && is_own(token, self.to)
            // At the head of a sentence any word has a capital.
            && (!token.first || surname() || uncommon())
    }
}

/// True for a name proper: no country, office, institution or day, which have their words in every language.
fn is_own(token: &Token, language: Language) -> bool {
    let general = [section::ROLES, section::INSTITUTIONS].into_iter().any(|list| {
        LISTS.has(list, &token.folded)
            || LISTS.all(list).any(|word| fold(&text::stem(word, language)) == token.stem)
    });
    !(general
        || LISTS.calendar(&token.folded).is_some()
        || LISTS.map(section::UNITS, &token.folded).is_some()
        || text::is_speech_verb(&token.folded, language)
        || !countries(token).is_empty())
}

/// The countries one word names.
pub(super) fn countries(token: &Token) -> Vec<Country> {
    countries_in(&capital(&token.folded)).into_iter().map(|(country, _)| country).collect()
}

pub(super) fn found(name: &Token, others: &[Token]) -> bool {
    let known = canonical(&name.folded);
    others.iter().any(|other| {
        (known.is_some() && known == canonical(&other.folded)) || alike(&name.folded, &other.folded)
    })
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
