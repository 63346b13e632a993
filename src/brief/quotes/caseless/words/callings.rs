//! Kinds of callings: who is a writer is not meant by the word for a player.

use super::lexicon::Lexicon;
use crate::languages::{ByLanguage, caseless};
use crate::text::{FastMap, Language};

/// Kinds of which a case or a body has one of its own: the words for them bring in somebody who was not named.
const OF_CASE: [&str; 5] = ["court", "law", "police", "soldier", "diplomat"];

/// The kind of whoever is accused.
const ACCUSED: &str = "accused";

/// The kind of calling a word tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Calling {
    /// Any person: `the old man`.
    Anyone,
    /// One of those of the tables, by its number.
    Kind(usize),
}

/// The kinds of each word.
#[derive(Debug, Default)]
struct Callings {
    words: FastMap<String, Vec<Calling>>,
    of_case: Vec<Calling>,
    accused: Option<Calling>,
}

static CALLINGS: ByLanguage<Callings> = ByLanguage::new(Callings::read);

impl Callings {
    fn read(language: Language) -> Self {
        let lexicon = Lexicon::of(language);
        let mut words: FastMap<String, Vec<Calling>> = FastMap::default();
        let mut of_case = Vec::new();
        let mut accused = None;
        let lines = language.lines(caseless::CALLING).filter_map(|line| line.split_once(':'));
        for (number, (name, callings)) in lines.enumerate() {
            let calling = Calling::Kind(number);
            accused = accused.or(Some(calling).filter(|_| name.trim() == ACCUSED));
            of_case.extend(OF_CASE.contains(&name.trim()).then_some(calling));
            for word in callings.split_whitespace() {
                words.entry(lexicon.form(&word.replace('_', " "))).or_default().push(calling);
            }
        }
        for word in language.words(caseless::ANYONE) {
            words.entry(lexicon.form(&word)).or_default().push(Calling::Anyone);
        }
        Self { words, of_case, accused }
    }
}

impl Lexicon {
    /// The first word of a noun phrase without its article; the whole where words are not parted.
    #[must_use]
    pub(crate) fn plain_noun(&self, words: &str) -> String {
        if self.unspaced {
            return self.folded(words);
        }
        let word = self.bare(words.split_whitespace().next().unwrap_or_default());
        let article = self.glue.articles.iter().find_map(|article| word.strip_prefix(article.as_str()));
        article.map_or_else(|| word.clone(), str::to_owned)
    }

    /// The kinds of calling a word or the first of several tells, its article left out.
    #[must_use]
    pub(crate) fn callings(&self, form: &str) -> &'static [Calling] {
        let known = CALLINGS.of(self.language);
        let first = || known.words.get(&self.plain_noun(form));
        known.words.get(form).or_else(first).map(Vec::as_slice).unwrap_or_default()
    }

    /// True for a word for whoever is accused.
    #[must_use]
    pub(crate) fn is_accused(&self, form: &str) -> bool {
        CALLINGS.of(self.language).accused.is_some_and(|accused| self.callings(form).contains(&accused))
    }

    /// True for a kind of which a case or a body has one of its own.
    #[must_use]
    pub(crate) fn is_of_case(&self, calling: Calling) -> bool {
        CALLINGS.of(self.language).of_case.contains(&calling)
    }
}
