//! Common words of two letters, by which the end of a name is told, and which of them are verbs.

use crate::brief::quotes::caseless::words::lexicon::Lexicon;
use crate::languages::{ByLanguage, caseless};
use crate::text::{FastSet, Language};

#[derive(Debug, Default)]
struct Vocabulary {
    pairs: FastSet<(char, char)>,
    /// Of one letter, too.
    verbs: FastSet<String>,
}

static VOCABULARIES: ByLanguage<Vocabulary> = ByLanguage::new(Vocabulary::read);

impl Vocabulary {
    fn read(language: Language) -> Self {
        let lexicon = Lexicon::of(language);
        let forms = |section| language.words(section).map(|word| lexicon.form(&word)).collect::<Vec<_>>();
        let verbs: FastSet<String> = forms(caseless::COMMON_VERB).into_iter().collect();
        let words = forms(caseless::VOCABULARY);
        let pair = |word: &String| word.chars().next().zip(word.chars().nth(1));
        Self { pairs: words.iter().chain(&verbs).filter_map(pair).collect(), verbs }
    }
}

impl Lexicon {
    /// True for two letters that are a common word.
    #[must_use]
    pub(crate) fn is_common(&self, first: char, second: char) -> bool {
        VOCABULARIES.of(self.language).pairs.contains(&(first, second))
    }

    /// True for letters that begin with a common verb.
    #[must_use]
    pub(crate) fn opens_with_verb(&self, form: &str) -> bool {
        let head = |letters: usize| form.chars().take(letters).collect::<String>();
        let mut two = form.chars();
        let common = two.next().zip(two.next()).is_some_and(|(one, next)| self.is_common(one, next));
        VOCABULARIES.of(self.language).verbs.contains(&head(if common { 2 } else { 1 }))
    }
}
