//! What a word tells of whether a woman or a man is meant: the form of a verb, a noun for people, the letters of a name.

use super::callings::Calling;
use super::lexicon::Lexicon;
use super::tags::Tags;
use super::token::NAME_POINTS;
use crate::languages::{ByLanguage, Order, caseless, section};
use crate::text::{FastSet, Language};

/// Letters of the longest name that tells it.
const LONGEST_NAME: usize = 3;
/// Words whose forms tell it.
const VERBAL: Tags = Tags::CUE.or(Tags::OTHER_VERB).or(Tags::PARTICIPLE).or(Tags::RELAY_END);
/// Nouns whose forms tell it.
const NOUNS: Tags = Tags::TITLE.or(Tags::PERSON).or(Tags::ANONYMOUS);

/// Who is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gender {
    /// A woman.
    Her,
    /// A man.
    His,
}

/// What the tables of one language tell of it.
#[derive(Debug, Default)]
struct Genders {
    letters: (FastSet<char>, FastSet<char>),
    names: (FastSet<String>, FastSet<String>),
    nouns: (FastSet<String>, FastSet<String>),
    ends: Vec<(String, String)>,
    noun_ends: Vec<(String, String)>,
    /// The ends of a woman's noun as they are written.
    written_ends: Vec<String>,
    begins: Vec<(String, String)>,
    plural_ends: Vec<String>,
    /// One pronoun stands for women and men.
    one_pronoun: bool,
}

static GENDERS: ByLanguage<Genders> = ByLanguage::new(Genders::read);

impl Genders {
    fn read(language: Language) -> Self {
        let lexicon = Lexicon::of(language);
        let form = |word: &str| lexicon.form(word);
        let words =
            |section| -> FastSet<String> { language.words(section).map(|word| form(&word)).collect() };
        let letters = |section| words(section).iter().flat_map(|word| word.chars()).collect();
        let pairs = |section| {
            let words = language.words(section).map(std::borrow::Cow::into_owned).collect::<Vec<_>>();
            let pair = |word: &String| word.split_once('=').map(|(hers, his)| (form(hers), form(his)));
            words.iter().filter_map(pair).collect()
        };
        Self {
            letters: (letters(caseless::HER_LETTERS), letters(caseless::HIS_LETTERS)),
            names: (words(caseless::HER_NAME), words(caseless::HIS_NAME)),
            nouns: (words(section::FEMALE_NOUN), words(section::MALE_NOUN)),
            ends: pairs(caseless::HER_ENDING),
            noun_ends: pairs(caseless::HER_NOUN_ENDING),
            written_ends: language.pairs(caseless::HER_NOUN_ENDING).map(|(hers, _)| hers).collect(),
            begins: pairs(caseless::HER_BEGINNING),
            plural_ends: language
                .words(caseless::HER_PLURAL_ENDING)
                .map(std::borrow::Cow::into_owned)
                .collect(),
            one_pronoun: language.words(section::SHE).next().is_none(),
        }
    }
}

impl Lexicon {
    fn genders(&self) -> &'static Genders {
        GENDERS.of(self.language)
    }

    /// The classes of a pronoun, or of the longest known word at the head of others.
    #[must_use]
    pub(crate) fn pronoun_tags(&self, words: &str) -> Tags {
        let known = if self.unspaced { self.longest(&self.folded(words)) } else { None };
        let bare = || self.phrase(&self.bare(words)).unwrap_or_default();
        known.map_or_else(bare, |(_, tags)| tags)
    }

    /// Whose name that is, folded: by its first word, or by the letters of a short one.
    #[must_use]
    pub(crate) fn name_gender(&self, name: &str) -> Option<Gender> {
        let first = name.split(' ').next().unwrap_or_default();
        let known = |words: &(FastSet<String>, FastSet<String>)| {
            one(words.0.contains(first), words.1.contains(first))
        };
        // the letters of a foreign name only sound
        let sounds = name.contains(NAME_POINTS) || name.chars().nth(LONGEST_NAME).is_some();
        let (women, men) = &self.genders().letters;
        let holds = |letters: &FastSet<char>| name.chars().skip(1).any(|letter| letters.contains(&letter));
        // `Abu NAME`
        let kin = || if name.contains(' ') { known(&self.genders().nouns) } else { None };
        known(&self.genders().names)
            .or_else(kin)
            .or_else(|| if sounds { None } else { one(holds(women), holds(men)) })
    }

    /// Whom the form of a verb or participle has for its subject.
    #[must_use]
    pub(crate) fn verb_gender(&self, form: &str) -> Option<Gender> {
        let of = |form: &str| self.form_gender(form, VERBAL, &self.genders().ends);
        of(form).or_else(|| self.with_object(form).and_then(|(stem, _)| of(&stem)))
    }

    /// Who is meant by a noun for people: that of women stands beside that of men in the tables. The form is folded: what is
    /// written tells the end of a woman's noun from a pronoun glued behind a man's.
    #[must_use]
    pub(crate) fn noun_gender(&self, form: &str, written: &str) -> Option<Gender> {
        let Genders { nouns: (women, men), noun_ends, written_ends, .. } = self.genders();
        let first = form.split(' ').next().unwrap_or(form);
        let written = written.split_whitespace().next().unwrap_or_default();
        let ends = noun_ends.iter().any(|(hers, _)| first.ends_with(hers.as_str()));
        let owned = ends && !written_ends.iter().any(|hers| written.ends_with(hers.as_str()));
        let told = one(women.contains(first), men.contains(first));
        told.or_else(|| if owned { None } else { self.form_gender(first, NOUNS, noun_ends) })
    }

    /// True for a word that ends as nouns of women and many things do.
    #[must_use]
    pub(crate) fn ends_as_hers(&self, form: &str) -> bool {
        self.genders().noun_ends.iter().any(|(hers, _)| form.ends_with(hers.as_str()))
    }

    /// An adjective for where somebody is from without its ending, a woman's too.
    #[must_use]
    pub(crate) fn origin_stem<'w>(&self, form: &'w str) -> Option<&'w str> {
        let mut plain = self.genders().noun_ends.iter().filter(|(_, his)| his.is_empty());
        let his = plain.find_map(|(hers, _)| form.strip_suffix(hers.as_str())).unwrap_or(form);
        self.family_ends.iter().find_map(|end| his.strip_suffix(end.as_str()))
    }

    /// True for a word written with the end of a woman's noun, which no verb has.
    #[must_use]
    pub(crate) fn is_written_hers(&self, written: &str) -> bool {
        self.genders().written_ends.iter().any(|hers| written.ends_with(hers.as_str()))
    }

    /// True for a noun for several that a verb of women's form goes with: `companies`.
    #[must_use]
    pub(crate) fn is_her_plural(&self, form: &str) -> bool {
        let stem =
            |end: &String| form.strip_suffix(end.as_str()).is_some_and(|stem| stem.chars().nth(1).is_some());
        self.genders().plural_ends.iter().any(stem)
    }

    /// True for a noun that no ending tells the gender of: husband, wife, mother.
    #[must_use]
    pub(crate) fn is_kin(&self, form: &str) -> bool {
        let (women, men) = &self.genders().nouns;
        !self.unspaced && (women.contains(form) || men.contains(form))
    }

    /// True for a noun of one gender that not any person may be meant by: mother, son.
    #[must_use]
    pub(crate) fn is_relative(&self, form: &str) -> bool {
        let (women, men) = &self.genders().nouns;
        (women.contains(form) || men.contains(form)) && !self.callings(form).contains(&Calling::Anyone)
    }

    /// True where an outlet may speak for itself: where a verb in front of it tells so.
    #[must_use]
    pub(crate) fn tells_outlets(&self) -> bool {
        self.order == Some(Order::VerbFirst)
    }

    /// Whom a pronoun with these classes stands for.
    #[must_use]
    pub(crate) fn pronoun_gender(&self, pronoun: Tags) -> Option<Gender> {
        one(pronoun.any(Tags::SHE), pronoun.any(Tags::HE)).filter(|_| !self.genders().one_pronoun)
    }

    /// Whose a form is, where the tables hold that of the other gender, too.
    fn form_gender(&self, form: &str, classes: Tags, ends: &[(String, String)]) -> Option<Gender> {
        let known = |word: String| self.phrase(&word).is_some_and(|tags| tags.any(classes));
        let begins = &self.genders().begins;
        let end = |from: &str, to: &str| form.strip_suffix(from).map(|stem| format!("{stem}{to}"));
        let begin = |from: &str, to: &str| form.strip_prefix(from).map(|stem| format!("{to}{stem}"));
        let hers = ends.iter().filter_map(|(hers, his)| end(hers, his)).any(known)
            || begins.iter().filter_map(|(hers, his)| begin(hers, his)).any(known);
        let his = || {
            ends.iter().filter_map(|(hers, his)| end(his, hers)).any(known)
                || begins.iter().filter_map(|(hers, his)| begin(his, hers)).any(known)
        };
        // a form may be a woman's of one verb and a man's of another
        one(hers, his())
    }
}

/// The gender that alone is told.
fn one(hers: bool, his: bool) -> Option<Gender> {
    match (hers, his) {
        (true, false) => Some(Gender::Her),
        (false, true) => Some(Gender::His),
        _ => None,
    }
}
