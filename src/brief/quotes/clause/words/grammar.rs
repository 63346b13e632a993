//! The grammar of a language: what its `clause.txt` says, looked up by word.

use super::class::Class;
use super::naming::{Endings, Naming};
use crate::text::{FastMap, FastSet, WordMap};

/// Letters before the noun a compound ends with.
const SHORTEST_HEAD: usize = 3;

/// Ends of compounds have more letters: shorter ones end names, too.
const SHORTEST_END: usize = 5;

/// What is known of the clauses of a language.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent property of a language")]
pub(crate) struct Grammar {
    /// Words in lower case.
    pub(super) words: WordMap<Class>,
    /// Ends of compounds that are short, and yet no end of a name: `-chef`.
    pub(super) short_ends: Vec<String>,
    /// Classes of roles by word.
    pub(super) roles: WordMap<Vec<u16>>,
    /// Classes of roles by phrase: its first word, all its words.
    pub(super) role_phrases: FastMap<String, Vec<(Vec<String>, Vec<u16>)>>,
    /// Places with names of several words, in lower case: the first word, the words of each.
    pub(super) places: FastMap<String, Vec<Vec<String>>>,
    /// The class of people of no office.
    pub(super) ordinary: Option<u16>,
    /// Classes of offices that any body has.
    pub(super) of_any_body: Vec<u16>,
    /// The class of words for any person.
    pub(super) anyone: Option<u16>,
    /// The class of whoever held an office before somebody else.
    pub(super) predecessor: Option<u16>,
    /// The class of somebody's relatives.
    pub(super) kin: Option<u16>,
    /// Classes of callings that nobody has beside another.
    pub(super) callings: Vec<u16>,
    /// Classes of offices that one person holds at a time.
    pub(super) of_one: Vec<u16>,
    /// Classes that hold many offices and callings.
    pub(super) of_many: Vec<u16>,
    /// Classes of offices that lead a department each: who leads one leads no other.
    pub(super) of_departments: Vec<u16>,
    /// Classes of people who speak or stand for somebody else.
    pub(super) of_another: Vec<u16>,
    /// The class of callings without a class of their own.
    pub(super) any_calling: Option<u16>,
    /// The class of politicians, who may have any calling.
    pub(super) politician: Option<u16>,
    /// Classes of people at court.
    pub(super) court: Vec<u16>,
    /// Classes that no body has just one of.
    pub(super) free: Vec<u16>,
    /// The class of coaches.
    pub(super) coach: Option<u16>,
    /// The class of people in sport.
    pub(super) sport: Option<u16>,
    /// The class of guests and hosts.
    pub(super) guest: Option<u16>,
    /// Classes of callings by their field.
    pub(super) domains: Vec<u16>,
    /// Classes of offices of which one shuts the others out.
    pub(super) offices: Vec<u16>,
    /// Classes that whoever holds an office may have besides, and of callings that nobody takes up by the way.
    pub(super) apart: [Vec<u16>; 2],
    /// Phrases before whoever says so, by their first word, the longest first.
    pub(crate) according: FastMap<String, Vec<Vec<String>>>,
    /// Phrases before whoever lends another the voice.
    pub(crate) voice: FastMap<String, Vec<Vec<String>>>,
    /// Phrases that refer to whoever stands before them.
    pub(crate) according_relative: FastMap<String, Vec<Vec<String>>>,
    /// Endings of adverbs.
    pub(super) aside_endings: Vec<String>,
    /// Last letters of nouns in the first case that tell their gender, or none.
    pub(super) gender_endings: Vec<(String, Class)>,
    /// Phrases for that something is spoken of.
    pub(crate) spoken_of: FastMap<String, Vec<Vec<String>>>,
    /// Heads of sentences that tell who said the words before.
    pub(crate) this_said: FastMap<String, Vec<Vec<String>>>,
    /// Labels of words of whoever speaks.
    pub(crate) labelled: FastMap<String, Vec<Vec<String>>>,
    /// Endings of verbs that are not known.
    pub(crate) finite_endings: Vec<(String, Class)>,
    /// Endings of participles that are not known.
    pub(super) participle_endings: Vec<String>,
    /// Endings of small words where the verb is last: gerunds, participles before their noun, nouns in a case.
    pub(super) small_endings: Vec<(String, Class)>,
    /// Nouns in the first case with an ending of another, in lower case.
    pub(super) undeclined: FastSet<String>,
    /// Endings of infinitives before a pronoun.
    pub(super) infinitive_endings: Vec<String>,
    /// Nouns for any body in the owner's case, in lower case: the company's, the agency's.
    pub(crate) any_body: FastSet<String>,
    /// What stands before names.
    pub(crate) naming: Naming,
    /// Verbs in the mood of reported speech, in lower case.
    pub(crate) reported: FastSet<String>,
    /// Endings of verbs in that mood that are not known.
    pub(crate) reported_endings: Vec<String>,
    /// Endings of adverbs that are not known.
    pub(super) adverb_endings: Vec<String>,
    /// Endings of feminine nouns.
    pub(super) feminine_endings: Vec<String>,
    /// The preposition that ties an owner to what is owned.
    pub(crate) owner_preposition: String,
    /// Endings of words for somebody from a place, with their gender.
    pub(super) demonym_endings: Vec<(String, Class)>,
    /// Adjectives of countries where order tells subjects, each with how many letters may follow.
    pub(super) nations: Vec<(String, usize)>,
    /// Beginnings that make one office of another.
    pub(super) office_prefixes: Vec<String>,
    /// Beginnings of words for whoever held an office before.
    pub(super) former_prefixes: Vec<String>,
    /// Gender and number by determiner, in lower case.
    pub(crate) determiners: FastMap<String, Class>,
    /// Endings where the verb is last.
    pub(crate) last: Endings,
    /// Endings of names that are no subject.
    pub(super) oblique_endings: Vec<String>,
    /// Endings of names behind an apostrophe, with `=g` for the owner's.
    pub(super) case_suffixes: Vec<(String, bool)>,
    /// Gender, ending, ending in the first case.
    pub(super) name_cases: Vec<(char, String, String)>,
    /// First names by what they are in other cases, in lower case.
    pub(super) given: WordMap<std::borrow::Cow<'static, str>>,
    /// First names that have other cases, in lower case.
    pub(super) declined: WordMap<()>,
    /// `last_verb`: the verb ends its sentence.
    pub(crate) last_verb: bool,
    /// `cases`: nouns have cases.
    pub(crate) cases: bool,
    /// `capital_nouns`: every noun has a capital.
    pub(crate) capital_nouns: bool,
    /// `compounds`: nouns are written together.
    pub(crate) compounds: bool,
    /// `owner_behind`: a noun that owns stands behind without a preposition.
    pub(crate) owner_behind: bool,
    /// `apostrophe`: endings of names stand behind an apostrophe.
    pub(crate) apostrophe: bool,
    /// `clitics`: a pronoun stands behind its verb with a hyphen.
    pub(crate) clitics: bool,
    /// `silent`: a verb may stand without its subject, and pronouns are written behind it.
    pub(crate) silent: bool,
    /// `capital_demonyms`: a noun for somebody from a place has a capital.
    pub(crate) capital_demonyms: bool,
    /// `gendered_verbs`: verbs of the past tell the gender of their subject.
    pub(crate) gendered_verbs: bool,
}

/// The letter that Swiss papers write as two.
const SHARP: char = 'ß';

impl Grammar {
    /// True where neither cases nor capitals tell nouns apart and the verb stands behind its subject: order tells both.
    #[must_use]
    pub(crate) fn by_order(&self) -> bool {
        !(self.cases || self.capital_nouns || self.last_verb)
    }

    /// True for a verb alone, of these classes, in a language in which every verb has a subject.
    #[must_use]
    pub(crate) fn needs_subject(&self, class: Class) -> bool {
        self.capital_nouns && !class.any(Class::SUBJECT.or(Class::OBJECT))
    }

    /// True where the verb is last or order tells subjects: there whoever has no name is kept in mind, too.
    #[must_use]
    pub(crate) fn marks_no_case(&self) -> bool {
        self.by_order() || self.last_verb
    }

    /// The classes of a word in lower case; compounds have those of their last part.
    #[must_use]
    pub(crate) fn class(&self, lower: &str) -> Class {
        if let Some(class) = self.words.get(lower) {
            return *class;
        }
        if let Some(class) = self.former(lower).and_then(|office| self.words.get(office)) {
            return class.or(Class::PAST);
        }
        let nouns = Class::NOUN.or(Class::GENDER).or(Class::PLURAL).or(Class::OTHER_CASE);
        if let Some((_, last)) = lower.rsplit_once('-')
            && let Some(class) = self.words.get(last).filter(|class| class.any(Class::NOUN))
        {
            return class.intersection(nouns);
        }
        if let Some(class) = Class::of_double_name(lower, |part| self.words.get(part).copied()) {
            return class;
        }
        self.end_of(lower)
            .and_then(|end| self.words.get(end))
            .or_else(|| self.lower_office(lower))
            .map_or(Class::NONE, |class| class.intersection(nouns))
    }

    /// The office somebody held before: `exalcalde`, `ex-gerente`.
    fn former<'w>(&self, lower: &'w str) -> Option<&'w str> {
        let office =
            |prefix: &String| lower.strip_prefix(prefix.as_str()).filter(|rest| self.roles.contains(rest));
        self.former_prefixes.iter().find_map(office)
    }

    /// What is known of the office that a beginning makes another of: `subdirector`.
    fn lower_office(&self, lower: &str) -> Option<&Class> {
        let office = |prefix: &String| self.words.get(lower.strip_prefix(prefix.as_str())?);
        self.office_prefixes.iter().filter_map(office).find(|class| class.any(Class::ROLE))
    }

    /// True for a word that is known only by the short end of a compound.
    #[must_use]
    pub(super) fn is_short_compound(&self, lower: &str) -> bool {
        !self.compounds && !self.words.contains(lower) && self.end_of(lower).is_some()
    }

    /// The noun a compound ends with, the longest.
    pub(super) fn end_of<'w>(&self, lower: &'w str) -> Option<&'w str> {
        if !self.compounds {
            let letters = |word: &str| word.chars().count();
            return self
                .short_ends
                .iter()
                .find(|end| lower.ends_with(end.as_str()) && letters(lower) > letters(end) + 1)
                .and_then(|end| lower.get(lower.len() - end.len()..));
        }
        let ends = lower.char_indices().skip(SHORTEST_HEAD).filter_map(|(at, _)| lower.get(at..));
        let mut long = ends.take_while(|end| end.len() > SHORTEST_END);
        long.find(|end| self.words.get(end).is_some_and(|class| class.any(Class::NOUN))).or_else(|| {
            let short = self
                .short_ends
                .iter()
                .find(|end| lower.len() > end.len() + SHORTEST_HEAD && lower.ends_with(end.as_str()))?;
            lower.get(lower.len() - short.len()..)
        })
    }

    pub(super) fn add(&mut self, word: &str, class: Class) {
        let word = crate::text::lower(word);
        self.words.update(&word, |known| known.copied().unwrap_or_default().or(class));
        // Swiss papers write the letter as two
        if word.contains(SHARP) {
            let swiss = word.replace(SHARP, "ss");
            self.words.update(&swiss, |known| known.copied().unwrap_or_default().or(class));
        }
    }

    /// Gender and number that a determiner in lower case tells of its noun.
    #[must_use]
    pub(crate) fn determined(&self, lower: &str) -> Class {
        self.determiners.get(lower).copied().unwrap_or(Class::NONE)
    }

    /// True where words for somebody from a place are told by their endings.
    pub(super) fn has_demonyms(&self) -> bool {
        !self.demonym_endings.is_empty()
    }

    /// True for the adjective of a country, in lower case, where order tells subjects.
    #[must_use]
    pub(super) fn is_of_nation(&self, lower: &str) -> bool {
        let rest = |stem: &String| lower.strip_prefix(stem.as_str()).map(str::len);
        self.nations.iter().any(|(stem, most)| rest(stem).is_some_and(|rest| rest <= *most))
    }

    /// The gender of a word for somebody from a place, by its ending, if it may be one.
    #[must_use]
    pub(crate) fn demonym(&self, lower: &str) -> Option<Class> {
        let ends = |ending: &str| {
            lower == ending || lower.len() > ending.len() + SHORTEST_HEAD && lower.ends_with(ending)
        };
        let by_ending = self.demonym_endings.iter().find(|(ending, _)| ends(ending)).map(|(_, of)| *of);
        by_ending.or_else(|| self.is_of_nation(lower).then_some(Class::MALE.or(Class::FEMALE)))
    }

    /// Classes of the roles of a word in lower case.
    #[must_use]
    pub(crate) fn roles(&self, lower: &str) -> &[u16] {
        let known = |word: &str| self.roles.get(word).map(Vec::as_slice);
        let last = || lower.rsplit_once('-').and_then(|(_, last)| known(last));
        let former = || self.former(lower).and_then(known);
        let found = known(lower).or_else(former).or_else(last).or_else(|| known(self.end_of(lower)?));
        match (found, &self.anyone) {
            (Some(found), _) => found,
            // somebody from a place may be anybody
            (None, Some(anyone)) if self.demonym(lower).is_some() => std::slice::from_ref(anyone),
            (None, _) => &[],
        }
    }

    /// The length of the longest phrase of `table` that the words at `at` make.
    pub(crate) fn phrase<'w>(
        table: &FastMap<String, Vec<Vec<String>>>,
        word: impl Fn(usize) -> &'w str,
    ) -> usize {
        let Some(phrases) = table.get(word(0)) else { return 0 };
        let fits = |phrase: &&Vec<String>| phrase.iter().enumerate().all(|(at, part)| word(at) == part);
        phrases.iter().find(fits).map_or(0, Vec::len)
    }
}
