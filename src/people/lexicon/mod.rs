//! The words by which news in one language names people and reports speech.
//!
//! In: a language's tables. Out: for any word, the classes it belongs to. A language without tables has an empty lexicon.

mod keywords;
mod tags;

use std::borrow::Cow;

use crate::languages::{self, ByLanguage, section, shared};
use crate::text::{FastSet, Language, WordMap, lower};

pub use keywords::{Keyword, Keywords};
pub use tags::Tags;

use tags::SECTIONS;

/// The word classes of one language.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: WordMap<Tags>,
    /// True when there are words for the language.
    pub known: bool,
    /// True when nouns have articles, so that one without is not definite.
    pub articles: bool,
    /// True when the words are full enough that marked words nobody is told to have said are no quotes.
    pub full: bool,
    /// True when every noun has a capital, so that a capital tells no name.
    pub capital_nouns: bool,
    /// True when the subject may follow its verb in any sentence: „Danach sagte X“.
    pub inverts: bool,
    /// True when commas part a verb of saying from words within marks: « We, said X, go ».
    pub comma_inquits: bool,
    /// True when dashes and hyphens open and part direct speech, within marks too.
    pub dashes: bool,
    /// Endings of words between a subject and its verb.
    pub adverb_endings: Vec<Cow<'static, str>>,
    /// Endings of participles that may open a sentence.
    pub participle_endings: Vec<Cow<'static, str>>,
    /// Single words and endings that a rule looks for.
    pub keywords: Keywords,
    /// Pronouns as endings of the verb: `dit-il`.
    pub clitic_endings: Vec<Cow<'static, str>>,
    /// Pronouns and possessives of whoever speaks.
    pub answering: FastSet<Cow<'static, str>>,
    /// Words behind speech that point back to it: `so`.
    pub thus: FastSet<Cow<'static, str>>,
    /// Abbreviated ranks and degrees before a name, without their stop.
    pub titles: FastSet<Cow<'static, str>>,
    /// Letters in capitals for what somebody is: `MP`.
    pub letters: FastSet<Cow<'static, str>>,
    /// Those of them that stand before any name, too: `MP X`.
    pub fore_letters: FastSet<Cow<'static, str>>,
    /// Those of them that stand before a full name, too: `PC X Y`.
    pub full_letters: FastSet<Cow<'static, str>>,
    /// Endings of verbs that are not known.
    pub finite_endings: Vec<Cow<'static, str>>,
}

static LEXICONS: ByLanguage<Lexicon> = ByLanguage::new(Lexicon::read);

impl Lexicon {
    /// The lexicon of `language`.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        LEXICONS.of(language)
    }

    /// The classes of a word given in lower case; two first names tied by a hyphen are one.
    #[must_use]
    pub fn tags(&self, lower: &str) -> Tags {
        let known = |word: &str| self.words.get(word).copied();
        known(lower).unwrap_or_else(|| match lower.split_once('-') {
            Some((one, other))
                if [one, other]
                    .iter()
                    .all(|word| known(word).is_some_and(|tags| tags.any(Tags::FIRST_NAME))) =>
            {
                Tags::FIRST_NAME
            }
            _ => self.several(lower, known),
        })
    }

    /// The class of a noun for several people, whose singular is known: traders.
    fn several(&self, lower: &str, known: impl Fn(&str) -> Option<Tags>) -> Tags {
        let endings =
            [Keyword::PluralEnding, Keyword::SingularEnding].map(|end| self.keywords.end(end, lower));
        let one = lower.get(..lower.len().saturating_sub(1)).filter(|_| endings == [true, false]);
        let person =
            one.and_then(known).is_some_and(|one| one.any(Tags::PERSON) && !one.any(Tags::FIRST_NAME));
        if person && !self.inverts { Tags::PERSON } else { Tags::NONE }
    }

    fn read(language: Language) -> Self {
        if !SECTIONS.iter().any(|(section, _)| language.has(*section)) {
            return Self::default();
        }
        let profile = language.profile();
        let mut lexicon = Self {
            known: true,
            articles: [section::ARTICLE, section::DEFINITE].into_iter().any(|section| language.has(section)),
            full: profile.full,
            capital_nouns: profile.capital_nouns,
            inverts: profile.inverts,
            comma_inquits: profile.comma_inquits,
            dashes: language.has(section::SAY),
            keywords: Keywords::read(language),
            adverb_endings: language.words(section::ADVERB_ENDING).collect(),
            participle_endings: language.words(section::PARTICIPLE_ENDING).collect(),
            answering: language.words(section::ANSWERING).collect(),
            clitic_endings: language.words(section::CLITIC_ENDING).collect(),
            thus: language
                .lines(section::THIS_SAID)
                .filter(|line| !line.contains(' '))
                .map(Into::into)
                .collect(),
            titles: titles(language),
            letters: language.words(section::RANK_LETTERS).collect(),
            fore_letters: language.words(section::FORE_LETTERS).collect(),
            full_letters: language.words(section::FULL_LETTERS).collect(),
            finite_endings: language
                .words(section::FINITE_ENDING)
                .filter_map(|ending| match ending.split_once('=') {
                    None => Some(ending),
                    Some((_, "q" | "i")) => None,
                    Some((ending, _)) => Some(ending.to_owned().into()),
                })
                .collect(),
            ..Self::default()
        };
        for (section, tags) in SECTIONS {
            lexicon.add_all(language.words(*section), *tags);
        }
        for month in language.months() {
            lexicon.add_all(month.names.into_iter().chain(month.short), Tags::TIME);
        }
        for day in language.weekdays() {
            lexicon.add_all(day.names.into_iter().chain(day.short), Tags::TIME.or(Tags::WEEKDAY));
        }
        for (word, form) in language.verbs(section::SAY).into_iter().filter(|(_, form)| *form != 'i') {
            let class = if form == 'g' { Tags::STRONG.or(Tags::GERUND) } else { Tags::STRONG };
            lexicon.add_all(std::iter::once(word.into()), class);
        }
        if !language.has(section::OFFICE) {
            lexicon.add_roles(language, Tags::OFFICE.or(Tags::PERSON));
        } else if lexicon.comma_inquits {
            lexicon.add_roles(language, Tags::ROLE);
        }
        lexicon.add_all(shared::NAMES.words("particle"), Tags::PARTICLE);
        lexicon.add_all(shared::NAMES.words("mister"), Tags::MISTER);
        lexicon.add_all(shared::NAMES.words("missus"), Tags::MISSUS);
        lexicon.add_all(shared::NAMES.words("f"), Tags::FIRST_SHE);
        lexicon.add_all(shared::NAMES.words("m"), Tags::FIRST_HE);
        lexicon.add_places();
        if lexicon.inverts {
            lexicon.add_countries(language);
        }
        for calling in language.callings() {
            if lexicon.tags(calling) == Tags::NONE {
                lexicon.add_all(std::iter::once(calling.into()), Tags::PERSON.or(Tags::CALLING));
            }
        }
        lexicon.words.shrink();
        lexicon
    }

    /// Offices and bodies, from what is known of clauses.
    fn add_roles(&mut self, language: Language, class: Tags) {
        let roles = language.lines(section::ROLE).filter_map(|line| line.split_once(':'));
        for word in roles.flat_map(|(_, words)| words.split_whitespace()) {
            let word = word.split('/').next().unwrap_or(word);
            let forms = language.noun_forms(word).into_iter().map(|(form, _)| Cow::Owned(form));
            self.add_all(forms, class);
        }
        for word in language.words(section::BODY).filter(|_| class.any(Tags::OFFICE)) {
            let word = word.split('/').next().unwrap_or(&word).to_owned();
            self.add_all(std::iter::once(Cow::Owned(word)), Tags::ORGANISATION);
        }
    }

    /// The places of every language, but for the words of those that have two.
    fn add_places(&mut self) {
        for line in languages::lines(section::PLACE) {
            let (country, words) = line.split_once(':').unwrap_or((line, ""));
            let words = std::iter::once(country).chain(words.split_whitespace());
            self.add_all(words.filter(|word| !word.contains('_')).map(Cow::Borrowed), Tags::PLACE);
        }
    }

    /// The countries and seats of the language's own table: behind an office they tell whose it is and name nobody.
    fn add_countries(&mut self, language: Language) {
        let names = language.lines(section::COUNTRY).filter_map(|line| line.split_once(": "));
        let names = names.flat_map(|(_, names)| names.split(';')).map(str::trim);
        for name in names.filter(|name| !name.contains([' ', '*'])) {
            self.words.update(&lower(name), |known| {
                let tags = known.copied().unwrap_or_default();
                if tags.any(Tags::ORGANISATION.or(Tags::FIRST_NAME)) { tags } else { tags.or(Tags::PLACE) }
            });
        }
    }

    fn add_all(&mut self, words: impl Iterator<Item = Cow<'static, str>>, class: Tags) {
        for word in words {
            self.words.update(&lower(&word), |known| known.copied().unwrap_or_default().or(class));
        }
    }
}

/// The abbreviations that are ranks or degrees, too.
fn titles(language: Language) -> FastSet<Cow<'static, str>> {
    let ranks: FastSet<_> = language.words(section::RANK).collect();
    language.words(section::ABBREVIATION).filter(|word| ranks.contains(word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_behind_an_office_names_nobody() {
        for (code, word) in [("ru", "китая"), ("ru", "кремля"), ("fr", "chine"), ("es", "francia")]
        {
            assert!(Lexicon::of(Language::coded(code)).tags(word).any(Tags::PLACE), "{code} {word}");
        }
        // who can speak is no place
        assert!(!Lexicon::of(Language::coded("ru")).tags("кремль").any(Tags::PLACE));
    }

    #[test]
    fn a_word_may_have_several_classes() {
        let tags = Lexicon::of(Language::coded("en")).tags("president");
        assert!(tags.any(Tags::OFFICE) && tags.any(Tags::PERSON));
        assert_eq!(Lexicon::of(Language::coded("en")).tags("xyzzy"), Tags::NONE);
    }
}
