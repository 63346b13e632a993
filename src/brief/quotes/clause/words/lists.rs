//! Reads the grammar of a language from its tables.

use super::class::Class;
use super::grammar::Grammar;
use super::{names, roles};
use crate::languages::section::{self, Section};
use crate::languages::{caseless, inflection::NounCase};
use crate::text::{FastMap, Language};

/// Sections of plain words, with their class.
const WORDS: [(Section, Class); 20] = [
    (section::SPEAKING, Class::SPEAKING),
    (section::PASSIVE_HELPER, Class::PASSIVE_HELPER),
    (section::AS_FOR, Class::AS_FOR),
    (section::WANTS, Class::WANTS),
    (section::OTHER_ONE, Class::OTHER),
    (section::SELF, Class::SELF),
    (section::CASE_ARTICLE, Class::CASE),
    (section::FEMALE_CASE_ARTICLE, Class::FEMALE_CASE),
    (section::OF_NOUN, Class::OF),
    (section::BEFORE_NOUN, Class::PREPOSITION),
    (section::SUBORDINATE, Class::SUBORDINATE),
    (section::RELATIVE, Class::RELATIVE),
    (section::COORDINATE, Class::COORDINATE),
    (section::ASIDE, Class::ASIDE),
    (section::WHEN, Class::TIME),
    (section::NOT, Class::NOT),
    (section::SO_CALLED, Class::SO_CALLED),
    (section::THUS, Class::THUS),
    (section::ACCORDING_BEHIND, Class::BEHIND),
    (caseless::POSTPOSITION, Class::POSTPOSED),
];

/// Sections of nouns, with their class.
const NOUNS: [(Section, Class); 6] = [
    (section::OPEN_SOURCE, Class::OPEN),
    (section::BODY, Class::BODY),
    (section::OUTLET, Class::OUTLET),
    (section::DOCUMENT, Class::DOCUMENT),
    (section::UTTERANCE, Class::UTTERANCE),
    (section::TITLED, Class::TITLED),
];

/// Sections of verbs, with their class.
const VERBS: [(Section, Class); 7] = [
    (section::SAY, Class::SAY),
    (section::CALL, Class::CALL),
    (section::FEEL, Class::CALL.or(Class::FEEL)),
    (section::CITE, Class::CITE),
    (section::READ, Class::READ),
    (section::VERB, Class::VERB),
    (section::HELPER, Class::HELPER),
];

/// Reads the tables of `language`.
pub(super) fn read(language: Language) -> Grammar {
    let mut grammar = Grammar::default();
    read_order(&mut grammar, language);
    for (section, class) in WORDS {
        grammar.add_words(language, section, class);
    }
    grammar.add_words(language, section::QUOTED_BY, Class::QUOTED_BY);
    grammar.add_words(language, section::OWNED, Class::OWNED);
    grammar.add_words(language, section::ACCORD_FIRST, Class::ACCORD_FIRST);
    grammar.add_words(language, section::THAT, Class::THAT);
    grammar.add_words(language, section::AGENT, Class::AGENT);
    grammar.add_words(language, section::PAST_OFFICE, Class::PAST);
    names::read_places(&mut grammar, language);
    grammar.add_words(language, section::ASKS, Class::ASKS);
    grammar.add_words(language, section::QUESTION_LABEL, Class::ASKS);
    names::read_titles(&mut grammar, language);
    for named in language.months().chain(language.weekdays()) {
        for word in named.names.into_iter().chain(named.short) {
            grammar.add(&word, Class::TIME);
        }
    }
    read_pronouns(&mut grammar, language);
    read_determiners(&mut grammar, language);
    for (section, class) in VERBS {
        for (word, form) in language.verbs(section) {
            grammar.add(&word, class.or(class_of(form)));
        }
    }
    roles::read(&mut grammar, language);
    for (section, class) in NOUNS {
        for word in language.words(section) {
            grammar.add_noun(language, &word, class);
        }
    }
    names::read(&mut grammar, language);
    read_phrases(&mut grammar, language);
    read_latter(&mut grammar, language);
    grammar.naming.read_anybody(language);
    read_endings(&mut grammar, language);
    grammar
}

fn read_order(grammar: &mut Grammar, language: Language) {
    for word in language.words(section::ORDER) {
        match word.as_ref() {
            "last verb" => grammar.last_verb = true,
            "cases" => grammar.cases = true,
            "compounds" => grammar.compounds = true,
            "owner behind" => grammar.owner_behind = true,
            "apostrophe" => grammar.apostrophe = true,
            "clitics" => grammar.clitics = true,
            "capital demonyms" => grammar.capital_demonyms = true,
            "silent" => grammar.silent = true,
            "gendered verbs" => grammar.gendered_verbs = true,
            _ => {}
        }
    }
    grammar.capital_nouns = language.profile().capital_nouns;
}

fn read_pronouns(grammar: &mut Grammar, language: Language) {
    let sections = [
        (section::SUBJECT, Class::SUBJECT),
        (section::OBJECT, Class::OBJECT),
        (section::OWNER, Class::OWNER),
    ];
    for (section, class) in sections {
        for word in language.words(section) {
            let (word, gender) = word.split_once('=').unwrap_or((&word, ""));
            let of = gender.chars().fold(Class::NONE, |of, letter| of.or(gender_of(letter)));
            grammar.add(word, class.or(of));
        }
    }
}

/// Articles and the like, each with `=m`, `=f` or `=p` where it tells the gender or the number of its noun.
fn read_determiners(grammar: &mut Grammar, language: Language) {
    for (section, class) in [(section::ONE, Class::ONE), (section::THE, Class::THE)] {
        for word in language.words(section) {
            let (word, form) = word.split_once('=').unwrap_or((&word, ""));
            let of = form.chars().fold(Class::NONE, |of, letter| of.or(gender_of(letter)));
            grammar.add(word, class);
            if of != Class::NONE {
                grammar.determiners.insert(word.to_lowercase(), of);
            }
        }
    }
}

fn read_phrases(grammar: &mut Grammar, language: Language) {
    grammar.according = phrases(language, section::ACCORDING);
    grammar.according_relative = phrases(language, section::ACCORDING_RELATIVE);
    grammar.voice = phrases(language, section::VOICE);
    grammar.naming.known_as = phrases(language, section::KNOWN_AS);
    grammar.spoken_of = phrases(language, section::SPOKEN_OF);
    grammar.this_said = phrases(language, section::THIS_SAID);
    grammar.labelled = phrases(language, section::LABELLED);
    let first: Vec<_> = grammar.according.keys().cloned().collect();
    for word in first {
        grammar.add(&word, Class::ACCORD_OPENS);
    }
}

fn read_latter(grammar: &mut Grammar, language: Language) {
    for (gender, phrases) in language.lines(section::LATTER).filter_map(|line| line.split_once(':')) {
        let of = gender.chars().fold(Class::NONE, |of, letter| of.or(gender_of(letter)));
        for phrase in phrases.split(';') {
            grammar.naming.latter.push((phrase.split_whitespace().map(str::to_owned).collect(), of));
        }
    }
    grammar.naming.latter.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
}

fn read_endings(grammar: &mut Grammar, language: Language) {
    let words = |section| language.words(section).map(std::borrow::Cow::into_owned).collect::<Vec<_>>();
    for ending in words(section::FINITE_ENDING) {
        match ending.split_once('=') {
            Some((_, "g" | "r")) => {}
            Some((ending, "q")) => grammar.participle_endings.push(ending.to_owned()),
            Some((ending, "i")) => grammar.infinitive_endings.push(ending.to_owned()),
            Some((ending, form)) => {
                let form = form.chars().next().map_or(Class::NONE, class_of);
                grammar.finite_endings.push((ending.to_owned(), form));
            }
            None => grammar.finite_endings.push((ending, Class::NONE)),
        }
    }
    grammar.read_small_endings(language);
    grammar.office_prefixes = words(section::OFFICE_PREFIX);
    grammar.aside_endings = words(section::ASIDE_ENDING);
    grammar.owner_preposition = words(section::OF_NOUN).into_iter().next().unwrap_or_default();
    grammar.any_body = words(section::ANY_BODY).into_iter().collect();
    grammar.reported = words(section::REPORTED).into_iter().collect();
    grammar.reported_endings = words(section::REPORTED_ENDING);
    grammar.naming.ranks = words(section::RANK).into_iter().collect();
    grammar.naming.adjective_endings = words(section::ADJECTIVE_ENDING);
    grammar.naming.opening_participles = words(section::OPENING_PARTICIPLE);
    grammar.adverb_endings = words(section::MANNER_ENDING);
    grammar.feminine_endings = words(section::FEMININE_ENDING);
    grammar.oblique_endings = words(section::OBLIQUE_ENDING);
    grammar.last = super::naming::Endings::of(language);
    let suffix = |word: String| match word.split_once('=') {
        Some((word, _)) => (word.to_owned(), true),
        None => (word, false),
    };
    grammar.case_suffixes = words(section::CASE_SUFFIX).into_iter().map(suffix).collect();
    for line in language.lines(section::NAME_CASE) {
        let mut parts = line.split_whitespace();
        if let (Some(gender), Some(ending), Some(first)) = (parts.next(), parts.next(), parts.next()) {
            let first = if first == "0" { "" } else { first };
            grammar.name_cases.push((
                gender.chars().next().unwrap_or('m'),
                ending.to_owned(),
                first.to_owned(),
            ));
        }
    }
}

/// The phrases of a section by their first word, the longest first.
fn phrases(language: Language, section: Section) -> FastMap<String, Vec<Vec<String>>> {
    let mut found: FastMap<String, Vec<Vec<String>>> = FastMap::default();
    for line in language.lines(section) {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        if let Some(first) = words.first().cloned() {
            found.entry(first).or_default().push(words);
        }
    }
    for phrases in found.values_mut() {
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    }
    found
}

fn class_of(form: char) -> Class {
    match form {
        'q' => Class::PARTICIPLE,
        'i' => Class::INFINITIVE,
        'g' => Class::GERUND,
        'z' => Class::PASSIVE,
        'r' => Class::ADNOMINAL,
        's' => Class::FINITE.or(Class::SINGULAR),
        'p' => Class::FINITE.or(Class::PLURAL),
        _ => Class::FINITE.or(gender_of(form)),
    }
}

/// The gender of a letter, and which of two one is.
pub(super) fn gender_of(letter: char) -> Class {
    match letter {
        'm' => Class::MALE.or(Class::SINGULAR),
        'f' => Class::FEMALE.or(Class::SINGULAR),
        'n' => Class::NEUTER.or(Class::SINGULAR),
        'p' => Class::PLURAL,
        '1' => Class::FORMER,
        '2' => Class::SECOND,
        _ => Class::NONE,
    }
}

/// Letters of a form of a noun that is too short to be one.
const SHORTEST: usize = 2;

impl Grammar {
    fn add_words(&mut self, language: Language, section: Section, class: Class) {
        for word in language.words(section) {
            self.add(&word, class);
        }
    }

    /// Adds a noun, `word/m` or `word/f`, in all its forms; gives the forms back. A hyphen before it says that it ends compounds
    /// although it is short.
    pub(super) fn add_noun(&mut self, language: Language, word: &str, class: Class) -> Vec<String> {
        let (word, gender) = word.split_once('/').unwrap_or((word, ""));
        let word = match word.strip_prefix('-') {
            Some(end) => {
                self.short_ends.push(end.to_lowercase());
                if self.cases {
                    self.short_ends.extend(language.noun_forms(end).into_iter().map(|one| one.0));
                }
                end
            }
            None => word,
        };
        let of = gender.chars().fold(Class::NONE, |of, letter| of.or(gender_of(letter)));
        // «РИА»: initials have no forms shorter than they are
        let mut forms = language.noun_forms(word);
        forms.retain(|(form, case)| *case == NounCase::One || form.chars().count() > SHORTEST);
        // without cases several are told of people alone, and `consigliere` is one man, not several women
        let free = |form: &str| of.any(Class::MALE) || !self.class(form).any(Class::SINGULAR);
        let told = class.any(Class::ROLE.or(Class::OPEN));
        forms.retain(|(form, case)| *case == NounCase::One || self.cases || told && free(form));
        for (form, case) in &forms {
            let of = if *case == NounCase::Several { of.without(Class::SINGULAR) } else { of };
            let case = match case {
                NounCase::One => Class::FIRST_CASE,
                NounCase::Several => Class::FIRST_CASE.or(Class::PLURAL),
                NounCase::Other => Class::OTHER_CASE,
            };
            let case = if self.cases { case } else { case.intersection(Class::PLURAL) };
            self.add(form, class.or(of).or(case));
        }
        forms.into_iter().map(|(form, _)| form).collect()
    }
}
