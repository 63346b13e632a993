//! The words of a language whose script has no capitals, each with what it may be in a sentence.
//!
//! In: a language's tables. Out: the longest known word at the head of a text. Letters that writers use for one another
//! count as one ([`Lexicon::folded`]).

use super::heads::Heads;
use super::letters::told_by_letters;
use super::tags::{SECTIONS, Tags};
use super::token::Token;
use crate::languages::{ByLanguage, Order, Section, caseless, section};
use crate::text::{FastMap, FastSet, Language};

/// What may be glued before a word.
#[derive(Debug, Default)]
pub(crate) struct Glue {
    /// Articles.
    pub(crate) articles: Vec<String>,
    /// Articles with a preposition before them.
    pub(crate) led_articles: Vec<String>,
    /// Conjunctions and signs of time.
    pub(crate) joined: Vec<String>,
    /// Prepositions.
    pub(crate) leading: Vec<String>,
    /// Pronouns behind a noun, that tell whose it is, each with the ending that the noun has without it.
    pub(crate) owners: Vec<(String, String)>,
    /// Ends of a noun before its complement, each with the ending of the noun alone.
    pub(crate) complements: Vec<(String, String)>,
    /// Pronouns behind a verb, that tell its object, each with the ending that the verb has without it.
    pub(crate) objects: Vec<(String, String)>,
    /// What verbs that tell what is to come begin with, each with what those of what is going on begin with.
    pub(crate) futures: Vec<(String, String)>,
}

/// Known words and lists of one language.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    /// How its sentences are built; `None` for languages with capitals.
    pub(crate) order: Option<Order>,
    /// Its words stand without spaces between them.
    pub(crate) unspaced: bool,
    /// Letters foreign names are written in.
    pub(crate) name_letters: FastSet<char>,
    /// Marks of a verb's form: what holds one is no noun.
    pub(crate) verb_marks: FastSet<char>,
    /// Beginnings of what a passive verb ends with.
    passive_ends: Vec<String>,
    /// The language.
    pub(crate) language: Language,
    /// Letters that nouns end with and names do not.
    pub(crate) noun_ends: FastSet<char>,
    /// Ends of words for where somebody is from.
    pub(super) family_ends: Vec<String>,
    /// Ends of adverbs before a verb.
    pub(crate) adverb_ends: FastSet<char>,
    /// What is glued to words.
    pub(crate) glue: Glue,
    /// Small words within names.
    pub(crate) particles: FastSet<String>,
    /// Letters before a surname that make a familiar name of it.
    pub(crate) prefixes: FastSet<char>,
    /// Words for how or when an office is held, a past one above all.
    pub(crate) past: FastSet<String>,
    /// Words behind a verb of saying and a colon are speech without marks.
    pub(crate) speaks_unmarked: bool,
    /// Names that are small words where writers use one letter for another, each with the letters that tell them apart.
    pub(crate) written_names: Vec<(String, Vec<char>)>,
    phrases: FastMap<String, Tags>,
    /// Words of a language without spaces.
    forms: Heads<Tags>,
    same: FastMap<char, char>,
    offices: FastMap<String, String>,
    surnames: Heads<()>,
    neighbours: Heads<()>,
}

static LEXICONS: ByLanguage<Lexicon> = ByLanguage::new(Lexicon::read);

impl Lexicon {
    /// The words of `language`.
    #[must_use]
    pub(crate) fn of(language: Language) -> &'static Self {
        LEXICONS.of(language)
    }

    /// The longest known word at the head of `rest`, which is folded: its length in bytes and its classes.
    #[must_use]
    pub(crate) fn longest(&self, rest: &str) -> Option<(usize, Tags)> {
        self.forms.longest(rest)
    }

    /// The classes of a word, folded, where words are not parted.
    #[must_use]
    pub(crate) fn word(&self, word: &str) -> Option<Tags> {
        self.forms.get(word)
    }

    /// `text` with one letter for those that writers use for one another, byte for byte as long.
    #[must_use]
    pub(crate) fn folded(&self, text: &str) -> String {
        text.chars().map(|letter| self.fold(letter)).collect()
    }

    fn fold(&self, letter: char) -> char {
        let same = self.same.get(&letter).copied();
        same.filter(|same| same.len_utf8() == letter.len_utf8()).unwrap_or(letter)
    }

    /// `word` with one letter for those that writers use for one another, without its vowel signs and joins.
    #[must_use]
    pub(crate) fn bare(&self, word: &str) -> String {
        word.chars().filter(|letter| !is_sign(*letter)).map(|letter| self.fold(letter)).collect()
    }

    /// The classes of a word or of words with one space between them.
    #[must_use]
    pub(crate) fn phrase(&self, words: &str) -> Option<Tags> {
        self.phrases.get(words).copied()
    }

    /// True for a word that has a code for an office.
    #[must_use]
    pub(crate) fn is_office(&self, form: &str) -> bool {
        self.offices.contains_key(form)
    }

    /// True when the last of several words has the article.
    #[must_use]
    pub(crate) fn ends_definite(&self, form: &str) -> bool {
        let last = form.rsplit_once(' ').map(|(_, last)| last);
        last.is_some_and(|last| self.glue.articles.iter().any(|article| last.starts_with(article.as_str())))
    }

    /// True for a word that ends as those for where somebody is from do.
    #[must_use]
    pub(crate) fn ends_as_origin(&self, form: &str) -> bool {
        self.family_ends.iter().any(|end| form.ends_with(end.as_str()))
    }

    /// True for what a passive verb ends with.
    #[must_use]
    pub(crate) fn is_passive(&self, ending: &str) -> bool {
        self.passive_ends.iter().any(|begins| ending.starts_with(begins.as_str()))
    }

    /// True for a verb with the end of a passive.
    #[must_use]
    pub(crate) fn ends_passive(&self, verb: &str) -> bool {
        self.passive_ends.iter().any(|ends| verb.ends_with(ends.as_str()))
    }

    /// The code of the office `form` is a word for, else the word itself: two words for one office are one.
    #[must_use]
    pub(crate) fn office(&self, form: &str) -> String {
        self.offices.get(form).cloned().unwrap_or_else(|| form.to_owned())
    }

    /// The office of a title: with what stands behind it where that tells which, for the head of a company is not the
    /// president.
    #[must_use]
    pub(crate) fn office_of(&self, title: &Token, next: Option<&Token>) -> String {
        const WHICH: Tags = Tags::BODY.or(Tags::ARTICLE).or(Tags::WORK).or(Tags::DOCUMENT).or(Tags::COMPOUND);
        let no_which = Tags::TITLE.or(Tags::COUNTRY).or(Tags::NAME);
        let which = next.filter(|next| !self.unspaced && next.has(WHICH) && !next.has(no_which));
        let which = which.filter(|next| !self.past.contains(&next.form) && !title.has(Tags::ARTICLE));
        match which {
            Some(next) => format!("{} {}", title.form, next.form),
            None => self.office(&title.form),
        }
    }

    /// The surname at the head of `rest`, of several the longest: its length in bytes.
    #[must_use]
    pub(crate) fn surname(&self, rest: &str) -> Option<usize> {
        self.surnames.longest(rest).map(|(len, ())| len)
    }

    /// Bytes of the surname of a neighbouring people at the head of `rest`.
    #[must_use]
    pub(crate) fn neighbour(&self, rest: &str) -> Option<usize> {
        self.neighbours.longest(rest).map(|(len, ())| len)
    }

    fn read(language: Language) -> Self {
        let profile = language.profile();
        let mut read = Self {
            language,
            order: profile.order,
            unspaced: profile.unspaced,
            speaks_unmarked: profile.speaks_unmarked,
            same: profile.same_letters.iter().copied().collect(),
            ..Self::default()
        };
        let tagged = read.tagged(language);
        if read.unspaced {
            read.forms = Heads::of(tagged);
        } else {
            read.phrases = tagged;
        }
        read.lists(language);
        if !read.same.is_empty() {
            read.written_names = told_by_letters(language, &read.glue.joined, |word| read.bare(word));
        }
        for (name, _) in &read.written_names {
            let form = read.bare(name);
            read.phrases.entry(form).and_modify(|tags| *tags = tags.without(Tags::GIVEN));
        }
        read
    }

    /// Every word of the tables with its classes.
    fn tagged(&mut self, language: Language) -> FastMap<String, Tags> {
        let mut tagged: FastMap<String, Tags> = FastMap::default();
        let mut add = |form: String, tags: Tags| {
            let known = tagged.entry(form).or_default();
            *known = known.or(tags);
        };
        for (section, tags) in SECTIONS {
            language.words(*section).for_each(|word| add(self.form(&word), *tags));
        }
        for named in language.months().chain(language.weekdays()) {
            named.names.iter().for_each(|name| add(self.form(name), Tags::TIME));
        }
        for (_, name) in names_of(language.lines(caseless::COUNTRY_WORD)) {
            add(self.form(name), Tags::COUNTRY);
        }
        let mut offices = FastMap::default();
        for (code, phrase) in names_of(language.lines(caseless::OFFICE_WORD)) {
            let phrase = self.form(phrase);
            add(phrase.clone(), Tags::OFFICE);
            offices.insert(phrase, code.to_owned());
        }
        self.offices = offices;
        let lines = language.lines(caseless::CALLING).filter_map(|line| line.split_once(':'));
        for word in lines.flat_map(|(_, words)| words.split_whitespace()) {
            let form = self.form(&word.replace('_', " "));
            // a title of courtesy is no office
            let known = tagged.entry(form).or_default();
            *known = known.or(if known.any(Tags::HONORIFIC) { Tags::NONE } else { Tags::OFFICE });
        }
        tagged
    }

    /// A word of the tables as tokens have it.
    pub(crate) fn form(&self, word: &str) -> String {
        if self.unspaced { self.folded(word) } else { self.bare(word) }
    }

    fn lists(&mut self, language: Language) {
        let forms =
            |section: Section| language.words(section).map(|word| self.form(&word)).collect::<Vec<_>>();
        let pairs = |section: Section| -> Vec<(String, String)> {
            let pair = |word: String| match word.split_once('=') {
                Some((ending, plain)) => (ending.to_owned(), plain.to_owned()),
                None => (word, String::new()),
            };
            forms(section).into_iter().map(pair).collect()
        };
        let glue = Glue {
            articles: forms(section::ARTICLE),
            led_articles: forms(caseless::LED_ARTICLE),
            joined: forms(caseless::GLUED),
            leading: forms(caseless::GLUED_PREPOSITION),
            owners: pairs(caseless::OWNER),
            complements: pairs(caseless::EZAFE_ENDING),
            objects: pairs(caseless::OBJECT_ENDING),
            futures: pairs(caseless::FUTURE_BEGINNING),
        };
        let neighbours = forms(caseless::NEIGHBOUR_SURNAME);
        let own = forms(caseless::SURNAME).into_iter().chain(neighbours.iter().cloned());
        let surnames = Heads::of(own.map(|name| (name, ())).collect());
        let neighbours = Heads::of(neighbours.into_iter().map(|name| (name, ())).collect());
        let particles = forms(caseless::NAME_PARTICLE).into_iter().collect();
        let past = forms(section::PAST_OFFICE).into_iter().chain(forms(caseless::TENURE)).collect();
        let letters = |section: Section| forms(section).iter().flat_map(|word| word.chars()).collect();
        let prefixes = letters(caseless::NAME_PREFIX);
        let (name_letters, verb_marks) = (letters(caseless::NAME_LETTERS), letters(caseless::VERB_MARK));
        let family_ends = forms(caseless::FAMILY_ENDING);
        let (passive_ends, noun_ends) = (forms(caseless::PASSIVE_ENDING), letters(caseless::NOUN_ENDING));
        let adverb_ends = if self.unspaced { letters(section::ADVERB_ENDING) } else { FastSet::default() };
        (self.glue, self.particles, self.past, self.family_ends) = (glue, particles, past, family_ends);
        (self.prefixes, self.surnames, self.neighbours) = (prefixes, surnames, neighbours);
        (self.name_letters, self.verb_marks, self.adverb_ends) = (name_letters, verb_marks, adverb_ends);
        (self.passive_ends, self.noun_ends) = (passive_ends, noun_ends);
    }
}

/// True for a vowel sign, a stretch or a join without width.
fn is_sign(letter: char) -> bool {
    matches!(letter, '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{200C}'..='\u{200F}')
}

/// The names of a section whose lines are a code, a colon and names parted by semicolons.
fn names_of<'l>(lines: impl Iterator<Item = &'l str>) -> impl Iterator<Item = (&'l str, &'l str)> {
    lines.filter_map(|line| line.split_once(':')).flat_map(|(code, names)| {
        names.split(';').map(move |name| (code.trim(), name.trim())).filter(|(_, name)| !name.is_empty())
    })
}
