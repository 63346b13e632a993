//! How words look that are no names: by what they begin or end with, or by their shape.
//!
//! In: the tables of a language. Out: whether a word is one of them.

use super::lexicon::Lexicon;
use crate::languages::{ByLanguage, caseless};
use crate::text::{FastSet, Language};

#[derive(Debug, Default)]
struct NoNames {
    beginnings: Vec<String>,
    ends: Vec<String>,
    initials: Vec<String>,
    shapes: Vec<String>,
    places: FastSet<String>,
    relations: FastSet<String>,
    counterparts: FastSet<String>,
}

static NO_NAMES: ByLanguage<NoNames> = ByLanguage::new(NoNames::read);

/// Letters from which a word is more than its beginning.
const LONG: usize = 4;

impl NoNames {
    fn read(language: Language) -> Self {
        let form = |word: std::borrow::Cow<str>| Lexicon::of(language).form(&word);
        let forms = |section| language.words(section).map(form).collect();
        let written = |section| language.words(section).map(std::borrow::Cow::into_owned).collect();
        Self {
            beginnings: written(caseless::NO_NAME_BEGINNING),
            ends: written(caseless::NO_NAME_ENDING),
            initials: written(caseless::INITIAL),
            shapes: written(caseless::NO_NAME_SHAPE),
            places: forms(caseless::PLACE_NAME),
            relations: forms(caseless::RELATION),
            counterparts: forms(caseless::COUNTERPART),
        }
    }
}

impl Lexicon {
    /// True for a word as written that ends as no name does.
    #[must_use]
    pub(crate) fn ends_as_no_name(&self, written: &str) -> bool {
        NO_NAMES.of(self.language).ends.iter().any(|end| written.ends_with(end.as_str()))
    }

    /// True for a word as written that begins as verbs do and no name does.
    #[must_use]
    pub(crate) fn opens_as_no_name(&self, written: &str) -> bool {
        let begins = |sign: &String| written.starts_with(sign.as_str());
        NO_NAMES.of(self.language).beginnings.iter().any(begins) && written.chars().nth(LONG).is_some()
    }

    /// True for letters with which words begin, and which rarely stand within.
    #[must_use]
    pub(crate) fn opens_word(&self, letters: &str) -> bool {
        NO_NAMES.of(self.language).initials.iter().any(|initial| letters.starts_with(initial.as_str()))
    }

    /// True for what somebody is to whoever is named right behind it: `the sister of`.
    #[must_use]
    pub(crate) fn is_relation(&self, word: &str) -> bool {
        NO_NAMES.of(self.language).relations.contains(word)
    }

    /// True for whoever has the same office elsewhere.
    #[must_use]
    pub(crate) fn is_counterpart(&self, word: &str) -> bool {
        NO_NAMES.of(self.language).counterparts.contains(word)
    }

    /// True for such a noun with a pronoun glued behind it: `her arrest`.
    #[must_use]
    pub(crate) fn is_owned_deed(&self, word: &str) -> bool {
        let stems = self.glue.owners.iter().filter_map(|(owner, _)| word.strip_suffix(owner.as_str()));
        stems.into_iter().any(|stem| self.has_no_name_shape(stem))
    }

    /// True for a first name that is a place, too, where no family's name stands behind it: `the governor of PLACE`.
    #[must_use]
    pub(crate) fn is_place_before(&self, name: &str, next: Option<&str>) -> bool {
        let led = |next: &str| self.glue.articles.iter().any(|article| next.starts_with(article.as_str()));
        let family = |next: &str| led(next) || self.particles.contains(next);
        NO_NAMES.of(self.language).places.contains(name) && !next.is_some_and(family)
    }

    /// True for a word with the shape of verbal nouns and plurals.
    #[must_use]
    pub(crate) fn has_no_name_shape(&self, word: &str) -> bool {
        NO_NAMES.of(self.language).shapes.iter().any(|shape| has_shape(word, shape))
    }
}

/// True for a word of that shape: `.` is any letter, `*` at its head any letters.
fn has_shape(word: &str, shape: &str) -> bool {
    let (loose, shape) = shape.strip_prefix('*').map_or((false, shape), |shape| (true, shape));
    let (long, most) = (word.chars().count(), shape.chars().count());
    let fits = if loose { long >= most } else { long == most };
    fits && word.chars().rev().zip(shape.chars().rev()).all(|(letter, due)| due == '.' || due == letter)
}

#[cfg(test)]
mod tests {
    use super::has_shape;

    #[test]
    fn a_shape_tells_letters_and_how_many() {
        for (word, shape, due) in [
            ("abcd", "a..d", true),
            ("abcde", "a..d", false),
            ("abce", "a..d", false),
            ("xyzen", "*...en", true),
            ("xyen", "*...en", false),
        ] {
            assert_eq!(has_shape(word, shape), due, "{word} {shape}");
        }
    }
}
