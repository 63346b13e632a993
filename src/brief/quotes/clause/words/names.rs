//! First names, countries and agencies, in the forms a language gives them; names that are also another word.

use std::borrow::Cow;

use super::class::Class;
use super::grammar::Grammar;
use super::word::Word;
use crate::languages::inflection::NounCase;
use crate::languages::section;
use crate::languages::shared;
use crate::text::{FastSet, Language, lower};

/// Reads the names that `language` may hold; a small `belga` is no agency's.
pub(super) fn read(grammar: &mut Grammar, language: Language) {
    given(grammar, language);
    for word in shared::NAMES.words("particle") {
        grammar.add(&word, Class::PARTICLE);
    }
    places(grammar, language);
    for line in ["agency anywhere", "agency"].into_iter().flat_map(|name| shared::AGENCIES.lines(name)) {
        if !line.contains(' ') && !grammar.is_of_nation(&lower(line)) {
            grammar.add(line, Class::OUTLET);
        }
    }
}

/// Letters of an ending that only adjectives and surnames like them have.
const LONG_ENDING: usize = 5;

/// Letters of a form that is too short to be that of a place.
const SHORT: usize = 2;

/// Letters that end a form without an ending.
const SOFT: [char; 2] = ['ь', 'й'];

/// First names but those that are another word in the language; in their cases where it has any and writes their letters.
fn given(grammar: &mut Grammar, language: Language) {
    let none: FastSet<String> = language.words(section::NO_NAME).map(|word| lower(&word)).collect();
    let women = shared::NAMES.words("f").map(|word| (word, Class::FEMALE));
    let men = shared::NAMES.words("m").map(|word| (word, Class::MALE));
    let names: Vec<_> = women.chain(men).filter(|(word, _)| !none.contains(&lower(word))).collect();
    for (word, gender) in &names {
        grammar.add(word, Class::FIRST_NAME.or(*gender));
    }
    if !grammar.cases || grammar.last_verb {
        return;
    }
    let own = |word: &str| word.chars().all(|letter| language.writes(letter));
    let women_named: FastSet<String> =
        names.iter().filter(|(_, gender)| *gender == Class::FEMALE).map(|(word, _)| lower(word)).collect();
    let known: FastSet<String> = names.iter().map(|(word, _)| lower(word)).collect();
    for (word, gender) in names.iter().filter(|(word, _)| own(word)) {
        let forms = language.noun_forms(word);
        // a woman's name that ends as a man's does keeps its form
        let kept = *gender == Class::FEMALE && forms.iter().all(|(form, _)| form.starts_with(word.as_ref()));
        for (form, case) in forms.into_iter().filter(|_| !kept) {
            let form = lower(&form);
            // a woman's name that is a man's in the owner's case, too
            if case == NounCase::Other && *gender == Class::MALE && women_named.contains(&form) {
                grammar.given.update(&form, |known| shorter(known, word.clone()));
            }
            // «Ион», «Алесь»: of several of a name that ends in a vowel, which nobody writes of
            let stem = form.trim_end_matches(SOFT);
            let bare = stem.len() < word.len() && lower(word).starts_with(stem) && form.len() <= word.len();
            // the first case of another name, a small word: left as they are
            if case == NounCase::Other && !bare && !known.contains(&form) && !grammar.is_small(&form) {
                grammar.add(&form, Class::FIRST_NAME.or(*gender).or(Class::OTHER_CASE));
                grammar.declined.update(&lower(word), |_| ());
                grammar.given.update(&form, |known| shorter(known, word.clone()));
            }
        }
    }
}

/// The name of which a form is, of two that share it: `Mariana` is of Marian rather than of Mariano.
fn shorter(known: Option<&Cow<'static, str>>, word: Cow<'static, str>) -> Cow<'static, str> {
    known.filter(|known| known.len() <= word.len()).cloned().unwrap_or(word)
}

fn places(grammar: &mut Grammar, language: Language) {
    for line in language.lines(section::PLACE) {
        let (country, words) = line.split_once(':').unwrap_or((line, ""));
        for word in
            std::iter::once(country).chain(words.split_whitespace()).filter(|word| !word.contains('_'))
        {
            grammar.add(word, Class::PLACE);
        }
    }
    for line in language.lines(section::COUNTRY) {
        let words = line.split_once(':').map_or("", |(_, words)| words);
        // a small word there is an adjective: with a capital it is somebody from the country, where that has one
        let adjective = |word: &str| grammar.capital_demonyms && word.starts_with(char::is_lowercase);
        let names = words.split(';').map(str::trim);
        let names: Vec<&str> = names.filter(|word| !word.contains([' ', '*']) && !adjective(word)).collect();
        for word in names {
            grammar.add(word, Class::PLACE);
        }
    }
}

impl Grammar {
    /// The first case of a first name that stands in another, in lower case.
    #[must_use]
    pub(crate) fn given_name(&self, lower: &str) -> Option<&str> {
        self.given.get(lower).map(AsRef::as_ref)
    }

    /// The name in the first case, where its ending tells of which it is; `male` where that is known.
    #[must_use]
    pub(crate) fn first_case(&self, word: &str, male: bool) -> Option<String> {
        let gender = if male { 'm' } else { 'f' };
        let rule = self
            .name_cases
            .iter()
            .filter(|(own, ending, _)| *own == gender && word.ends_with(ending.as_str()))
            .max_by_key(|(_, ending, _)| ending.len())?;
        Some(format!("{}{}", word.strip_suffix(rule.1.as_str())?, rule.2))
    }

    /// True for a word that ends as no name does in the owner's case, nor in the first: in one letter of other cases.
    #[must_use]
    pub(crate) fn is_object(&self, lower: &str) -> bool {
        let one = |ending: &&String| ending.chars().nth(1).is_none();
        self.oblique_endings.iter().filter(one).any(|ending| lower.ends_with(ending.as_str()))
    }

    /// True for a name in another case that may be the owner's.
    #[must_use]
    pub(crate) fn may_own(&self, lower: &str) -> bool {
        self.is_oblique(lower) && !self.is_object(lower)
    }

    /// True for a man's surname with the long ending of an adjective in another case, which no name has in the first.
    #[must_use]
    pub(crate) fn is_surely_owner(&self, lower: &str) -> bool {
        self.name_cases.iter().any(|(own, ending, _)| {
            *own == 'm' && ending.chars().count() >= LONG_ENDING && lower.ends_with(ending.as_str())
        })
    }

    /// A man's full name in the first case, of a full name in the owner's case that no table knows: both words have the
    /// owner's ending behind a consonant, the first of the table that leaves nothing.
    #[must_use]
    pub(crate) fn owner_in_first_case(&self, name: &str) -> Option<String> {
        let plain = |(own, _, first): &&(char, String, String)| *own == 'm' && first.is_empty();
        let (_, ending, _) = self.name_cases.iter().find(plain)?;
        let word = |word: &str| {
            let own = word.strip_suffix(ending.as_str())?;
            self.first_case(word, true).filter(|first| *first == own)
        };
        let words: Option<Vec<String>> = name.split(' ').map(word).collect();
        words.filter(|words| words.len() > 1).map(|words| words.join(" "))
    }

    /// True for a first name, in lower case, of which other cases are known.
    #[must_use]
    pub(crate) fn declines(&self, lower: &str) -> bool {
        self.declined.contains(lower)
    }

    /// True for a word that is known and no name.
    fn is_small(&self, lower: &str) -> bool {
        self.words.get(lower).is_some_and(|class| !class.any(Class::FIRST_NAME))
    }
}

/// Titles of courtesy, English ones, too, in their cases where the language has any but behind an apostrophe.
pub(super) fn read_titles(grammar: &mut Grammar, language: Language) {
    for (section, gender) in [(section::MISTER, Class::MALE), (section::MISSUS, Class::FEMALE)] {
        let shared = if gender == Class::MALE { "mister" } else { "missus" };
        for word in language.words(section).chain(shared::NAMES.words(shared)) {
            grammar.add(&word, Class::ADDRESS.or(gender));
            let cases = grammar.cases && !grammar.apostrophe;
            for (form, case) in language.noun_forms(&word).into_iter().filter(|_| cases) {
                if case == NounCase::Other && form != word.as_ref() {
                    grammar.add(&form, Class::ADDRESS.or(gender).or(Class::OTHER_CASE));
                }
            }
        }
    }
}

/// Countries and cities, in their cases where the language has any but those behind an apostrophe.
pub(super) fn read_places(grammar: &mut Grammar, language: Language) {
    for word in language.words(section::PLACE_NAME) {
        grammar.add(&word, Class::PLACE);
        if !grammar.cases || grammar.apostrophe {
            continue;
        }
        for (form, case) in language.noun_forms(&word) {
            // «Ри» is nobody's Rio
            if case == NounCase::Other && form.chars().count() > SHORT {
                grammar.add(&form, Class::PLACE.or(Class::OTHER_CASE));
            }
        }
    }
}

/// Tells which first names are a man's in the owner's case, of those that are a woman's in the first, too: `Mariana`,
/// «Александра»; by what stands before them and by the surname behind them; alone by the name elsewhere in the first case,
/// where the text has no woman of that name with a surname.
pub(super) fn tell_owners(words: &mut [Word], grammar: &Grammar) {
    let found: Vec<usize> = (0..words.len()).filter(|at| is_either(words, *at, grammar)).collect();
    if found.is_empty() {
        return;
    }
    let capitals: FastSet<&str> =
        words.iter().filter(|word| word.class.any(Class::CAPITAL)).map(|word| word.lower.as_str()).collect();
    let (mut owners, rest): (Vec<usize>, Vec<usize>) =
        found.into_iter().partition(|at| is_owner(words, *at, grammar, &capitals));
    let word = |at: usize| words.get(at).map_or("", |word| word.lower.as_str());
    let surname = |at: usize| words.get(at + 1).is_some_and(|word| word.class.any(Class::CAPITAL));
    let women: FastSet<&str> = rest.iter().filter(|at| surname(**at)).map(|at| word(*at)).collect();
    let named = |at: &usize| {
        let name = grammar.given_name(word(*at));
        name.is_some_and(|name| capitals.contains(name.to_lowercase().as_str()))
    };
    owners.extend(rest.iter().filter(|at| !surname(**at) && !women.contains(word(**at)) && named(at)));
    for at in owners {
        if let Some(word) = words.get_mut(at) {
            word.class =
                word.class.without(Class::GENDER.or(Class::FIRST_CASE)).or(Class::MALE).or(Class::OTHER_CASE);
        }
    }
}

fn is_either(words: &[Word], at: usize, grammar: &Grammar) -> bool {
    words.get(at).is_some_and(|word| {
        let woman = word.class.any(Class::FEMALE) && !word.class.any(Class::OTHER_CASE);
        woman && word.class.any(Class::CAPITAL) && grammar.given_name(&word.lower).is_some()
    })
}

/// Behind a preposition or a man's office in another case; before a surname that is a man's, or that the text has without
/// the owner's ending.
fn is_owner(words: &[Word], at: usize, grammar: &Grammar, capitals: &FastSet<&str>) -> bool {
    let before = at.checked_sub(1).and_then(|at| words.get(at)).map_or(Class::NONE, |word| word.class);
    let office = before.any(Class::ROLE) && before.any(Class::OTHER_CASE) && !before.any(Class::FIRST_CASE);
    let man = office && before.any(Class::MALE) && !before.any(Class::FEMALE);
    let surname = words.get(at + 1).filter(|word| word.class.any(Class::CAPITAL));
    let of_man = surname.is_some_and(|word| {
        let plain = grammar.first_case(&word.lower, true).filter(|plain| *plain != word.lower);
        grammar.is_surely_owner(&word.lower) || plain.is_some_and(|plain| capitals.contains(plain.as_str()))
    });
    before.any(Class::PREPOSITION) || man || of_man
}

/// A first name that is also a day or a book, and a surname that is also an office: “Domingo Rey”, «Роман Король».
pub(super) fn given_names(words: &mut [Word], grammar: &Grammar) {
    let common = Class::ROLE.or(Class::OPEN).or(Class::TITLED).or(Class::TIME);
    let other = Class::ROLE.or(Class::ADDRESS).or(Class::BODY).or(Class::OUTLET).or(Class::UPPER);
    let mut determined = false;
    for at in 1..words.len() {
        let Some([first, last]) = words.get_mut(at - 1..=at) else { continue };
        let other = if grammar.by_order() { other.without(Class::ROLE) } else { other };
        let given = first.class.any(Class::FIRST_NAME) && first.class.any(Class::CAPITAL);
        let behind = last.class.any(Class::CAPITAL) && !last.class.any(Class::OPENS.or(Class::UPPER));
        if given && behind && !determined && !first.class.any(other) {
            first.class = first.class.without(common);
            if !grammar.capital_nouns {
                last.class = last.class.without(common);
            }
        }
        determined = first.class.any(Class::DETERMINER) && !first.class.any(Class::CAPITAL);
    }
}

/// `Lale Yelkenci`, a sailor by her name alone: where the verb is last, a calling with a capital that stands behind a first
/// name or an unknown capital is no calling, nor is it anywhere else with a capital.
pub(super) fn surnames(words: &mut [Word], grammar: &Grammar) {
    if !grammar.last_verb {
        return;
    }
    let ends_name = |at: &usize| is_surname(words, *at, grammar);
    let found: FastSet<String> = (1..words.len())
        .filter(ends_name)
        .filter_map(|at| words.get(at))
        .map(|word| word.lower.clone())
        .collect();
    let capitals = words.iter_mut().filter(|word| word.class.any(Class::CAPITAL));
    for word in capitals.filter(|word| found.contains(&word.lower)) {
        word.class = word.class.without(Class::ROLE.or(Class::OPEN));
    }
}

/// True for a calling with a capital right behind a capital that is no office, no place and opens nothing, where no other
/// capital follows: `Genel Sekreter Ali Porto` is an office and a name.
fn is_surname(words: &[Word], at: usize, grammar: &Grammar) -> bool {
    let class = |at: usize| words.get(at).map_or(Class::NONE, |word| word.class);
    let (given, own) = (class(at - 1), class(at));
    let other = Class::NOUN.or(Class::PLACE).or(Class::UPPER).or(Class::CLOSED).or(Class::GENITIVE);
    let name = given.any(Class::CAPITAL)
        && !given.any(other)
        && (given.any(Class::FIRST_NAME) || !given.any(Class::OPENS));
    let calling = own.any(Class::ROLE) && own.any(Class::CAPITAL) && !own.any(Class::OPENS);
    let alone = !class(at + 1).any(Class::CAPITAL);
    let lower = |at: usize| words.get(at).map_or("", |word| word.lower.as_str());
    let office = grammar.is_role_phrase(|offset| lower(at - 1 + offset)) || grammar.is_possessed(lower(at));
    name && calling && alone && !office
}
