//! Nouns with a pronoun glued behind them, that tells whose they are: `her spokesman` in one word.

use super::lexicon::Lexicon;
use super::tags::Tags;

/// Letters of the longest title looked for.
const LONGEST_TITLE: usize = 8;
/// Letters of the longest such ending.
const LONGEST_CLEFT: usize = 2;

impl Lexicon {
    /// True for letters of endings the last of which make a verb the topic.
    #[must_use]
    pub(crate) fn ends_cleft(&self, form: &str) -> bool {
        let word = |(at, _): (usize, char)| {
            let tail = form.get(at..).unwrap_or_default();
            self.longest(tail).is_some_and(|(len, tags)| len == tail.len() && tags.any(Tags::CLEFT))
        };
        form.char_indices().rev().take(LONGEST_CLEFT).any(word)
    }

    /// True for words without spaces that end with a title: somebody, though no table knows who.
    #[must_use]
    pub(crate) fn ends_with_title(&self, words: &str) -> bool {
        let words = self.folded(words);
        let title = |(at, _): (usize, char)| {
            let tail = words.get(at..).unwrap_or_default();
            self.longest(tail).is_some_and(|(len, tags)| len == tail.len() && tags.any(Tags::TITLE))
        };
        self.unspaced && words.char_indices().rev().take(LONGEST_TITLE).any(title)
    }

    /// True for a word that ends as nouns do and names do not.
    #[must_use]
    pub(crate) fn ends_as_noun(&self, form: &str) -> bool {
        form.ends_with(|letter| self.noun_ends.contains(&letter))
    }

    /// True for a word with a pronoun glued behind it that tells whose it is.
    #[must_use]
    pub(crate) fn ends_owned(&self, form: &str) -> bool {
        let long = |owner: &str| owner.chars().nth(1).is_some();
        let owners = self.glue.owners.iter().filter(|(owner, _)| long(owner));
        owners.filter_map(|(owner, _)| form.strip_suffix(owner.as_str())).any(is_stem)
    }

    /// The classes of a noun with a pronoun glued behind it, and the noun: `her spokesman` in one word.
    #[must_use]
    pub(crate) fn owned(&self, word: &str) -> Option<(String, Tags)> {
        const NOUNS: Tags = Tags::OFFICE
            .or(Tags::BODY)
            .or(Tags::PERSON)
            .or(Tags::ANONYMOUS)
            .or(Tags::DOCUMENT)
            .or(Tags::WORK)
            .or(Tags::OF);
        self.glue.owners.iter().find_map(|(owner, ending)| {
            let stem = word.strip_suffix(owner.as_str()).filter(|stem| is_stem(stem))?;
            let form = format!("{stem}{ending}");
            let tags = self.phrase(&form).filter(|tags| tags.any(NOUNS))?;
            Some((form, tags.without(Tags::CUE.or(Tags::OTHER_VERB)).or(Tags::OWNED)))
        })
    }
}

/// True for what is long enough to be a noun.
fn is_stem(word: &str) -> bool {
    word.chars().nth(2).is_some()
}
