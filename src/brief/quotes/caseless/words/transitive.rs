//! What tells the object of a verb of saying from its subject: the verbs that must have somebody for their object, how a
//! noun in the plural ends that is one, indefinite nouns that end as adverbs do.
//!
//! In: the tables of a language. Out: whether a word is one of them.

use super::lexicon::Lexicon;
use super::tags::Tags;
use crate::languages::{ByLanguage, caseless};
use crate::text::{FastSet, Language};

#[derive(Debug, Default)]
struct Objects {
    verbs: FastSet<String>,
    ends: Vec<String>,
    ties: Vec<String>,
}

static OBJECTS: ByLanguage<Objects> = ByLanguage::new(Objects::read);

impl Objects {
    fn read(language: Language) -> Self {
        let lexicon = Lexicon::of(language);
        let forms = |section| language.words(section).map(|word| lexicon.form(&word));
        Self {
            verbs: forms(caseless::NEEDS_OBJECT).collect(),
            ends: forms(caseless::OBJECT_PLURAL).collect(),
            ties: forms(caseless::TIED_OBJECT).collect(),
        }
    }
}

/// Nouns for people and bodies.
const SOMEBODY: Tags = Tags::OFFICE.or(Tags::PERSON).or(Tags::ANONYMOUS).or(Tags::BODY);

impl Lexicon {
    /// True for a verb that is never without somebody for its object.
    #[must_use]
    pub(crate) fn needs_somebody(&self, verb: &str) -> bool {
        OBJECTS.of(self.language).verbs.contains(verb)
    }

    /// True for a noun with the article that ends as several do that are no subject.
    #[must_use]
    pub(crate) fn ends_as_object(&self, form: &str) -> bool {
        OBJECTS.of(self.language).ends.iter().any(|end| form.ends_with(end.as_str()))
    }

    /// True for a noun for people with such an ending before what belongs to it: `the-two-parties of the war`.
    #[must_use]
    pub(crate) fn is_tied_object(&self, form: &str) -> bool {
        let stems = OBJECTS.of(self.language).ties.iter().filter_map(|end| form.strip_suffix(end.as_str()));
        let known = |stem: &str| self.phrase(stem).is_some_and(|tags| tags.any(SOMEBODY));
        self.phrase(form).is_none() && stems.filter(|stem| stem.chars().nth(2).is_some()).any(known)
    }

    /// True for a word as written with a preposition and the article glued before it as one.
    #[must_use]
    pub(crate) fn opens_with_led_article(&self, written: &str) -> bool {
        let word = self.bare(written);
        self.glue.led_articles.iter().any(|led| word.starts_with(led.as_str()))
    }

    /// A noun for somebody left unnamed or for a document, with the ending that adverbs and objects have: the classes of both.
    #[must_use]
    pub(crate) fn indefinite(&self, word: &str) -> Option<Tags> {
        const NOUNS: Tags = SOMEBODY.or(Tags::DOCUMENT);
        let ending =
            word.chars().next_back().filter(|last| self.noun_ends.contains(last) && !self.unspaced)?;
        let stem = word.strip_suffix(ending).filter(|stem| stem.chars().nth(2).is_some())?;
        let tags =
            self.phrase(stem).filter(|tags| tags.any(NOUNS) && !tags.any(Tags::GIVEN.or(Tags::CUE)))?;
        let people = if tags.any(SOMEBODY.without(Tags::BODY)) { Tags::ANONYMOUS } else { Tags::NONE };
        let kept = [Tags::OFFICE, Tags::PERSON, Tags::BODY, Tags::DOCUMENT].into_iter();
        Some(kept.filter(|kind| tags.any(*kind)).fold(people, Tags::or))
    }
}
