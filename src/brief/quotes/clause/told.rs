//! Who is told to have said a stretch of words: from what a frame found to what the output shows.

use std::ops::Range;

use super::acronym;
use super::office::office;
use super::people::{Gender, Registry, Someone, given_in_first_case, shown};
use super::phrases::{Noun, Sort, Text};
use super::words::Class;
use crate::brief::Speaker;
use crate::text::without_invisible;

/// Who said a stretch of words, as the output shows it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Told {
    /// Who speaks.
    pub(crate) speaker: Speaker,
    /// The outlet the words came through.
    pub(crate) via: Option<String>,
    /// How sure the person is, 0 to 1.
    pub(crate) sure: f32,
}

/// Somebody without a name, or a body: the phrase of the text.
pub(super) fn of_unnamed(text: &Text, noun: &Noun) -> Told {
    let mut found = told(text, None, noun.tokens.clone(), 0.7, None);
    found.speaker.name = (noun.sort == Sort::Body && proper(text, noun)).then(|| bare(text, noun));
    found
}

/// A person, for whom the tokens `mention` stand.
#[must_use]
pub(super) fn of_person(text: &Text, people: &Registry, person: usize, mention: Range<usize>) -> Told {
    let known = people.all.get(person);
    told(text, known, mention, 0.75, None)
}

/// What is told of somebody `known`, for whom the tokens `mention` stand; `gender` is what the words tell of it.
#[must_use]
pub(super) fn told(
    text: &Text,
    known: Option<&Someone>,
    mention: Range<usize>,
    sure: f32,
    gender: Option<Gender>,
) -> Told {
    let span = (!mention.is_empty()).then(|| text.stream().span(&mention));
    let name = known.map(|known| named(text, known, gender));
    let role = known.and_then(|known| known.role.clone()).map(|role| office(text, &role));
    let mention = span.map(|span| span.of(text.document.text).to_owned()).or_else(|| name.clone());
    Told { speaker: Speaker { name, role, mention, span }, via: None, sure }
}

/// The name in the form of a subject, as far as the article or the language's rules tell it.
pub(super) fn named(text: &Text, known: &Someone, gender: Option<Gender>) -> String {
    let gender = known.gender.or(gender).or_else(|| given(text, known));
    let male = gender != Some(Gender::Female);
    if known.first_case || !text.grammar.cases || gender.is_none() {
        let owner = if known.owned { text.grammar.owner_in_first_case(&known.name) } else { None };
        let owner = owner.filter(|_| !known.first_case).or_else(|| by_surname(text, known, !male));
        return owner.unwrap_or_else(|| known.name.clone());
    }
    let first_case = |word: &str| text.grammar.first_case(word, male).unwrap_or_else(|| word.to_owned());
    // a first name nobody knows in this form may not be one: then the name stays as the text has it
    let mut words: Vec<&str> = known.name.split(' ').collect();
    let last = words.pop().unwrap_or_default();
    let given: Option<Vec<String>> = words.iter().map(|word| given_name(text, word, male)).collect();
    match given {
        Some(given) => {
            let last = known.surname.clone().unwrap_or_else(|| first_case(last));
            given.into_iter().chain([last]).collect::<Vec<_>>().join(" ")
        }
        None => by_surname(text, known, !male).unwrap_or_else(|| known.name.clone()),
    }
}

/// The name in the form of a subject where the text has the surname so: with first names whose case the surname's tells,
/// else the surname alone.
fn by_surname(text: &Text, known: &Someone, woman: bool) -> Option<String> {
    let surname = known.surname.clone().filter(|_| text.grammar.gendered_verbs && !known.first_case)?;
    let words: Vec<&str> = known.name.split(' ').collect();
    let (last, given) = words.split_last()?;
    let (told, plain) = (last.to_lowercase(), surname.to_lowercase());
    let language = text.document.language;
    let first = |word: &&str| {
        given_name(text, word, !woman).or_else(|| {
            let found = given_in_first_case(language, &word.to_lowercase(), [&told, &plain], woman);
            found.map(|found| with_capital(&found))
        })
    };
    let given: Option<Vec<String>> = given.iter().map(first).collect();
    match given {
        Some(given) => Some(given.into_iter().chain([surname]).collect::<Vec<_>>().join(" ")),
        None => (told != plain).then_some(surname),
    }
}

fn with_capital(lower: &str) -> String {
    let mut letters = lower.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A first name in the first case, if it is known.
fn given_name(text: &Text, word: &str, male: bool) -> Option<String> {
    let lower = word.to_lowercase();
    let is_given = |lower: &str| text.grammar.class(lower).any(Class::FIRST_NAME);
    // a woman's name may be a man's in another case
    let woman = !male && is_given(&lower) && !text.grammar.class(&lower).any(Class::OTHER_CASE);
    if let Some(name) = text.grammar.given_name(&lower).filter(|_| !woman) {
        return Some(name.to_owned());
    }
    if is_given(&lower) {
        return Some(word.to_owned());
    }
    text.grammar.first_case(word, male).filter(|name| is_given(&name.to_lowercase()))
}

/// The gender a first name tells once its case is taken off.
pub(super) fn given(text: &Text, known: &Someone) -> Option<Gender> {
    let first = known.words.first().filter(|_| known.words.len() > 1 || !text.grammar.gendered_verbs)?;
    if let Some(gender) = Gender::of(text.grammar.class(first)) {
        return Some(gender);
    }
    [Gender::Male, Gender::Female].into_iter().find(|gender| {
        let plain = text.grammar.first_case(first, *gender == Gender::Male);
        plain.is_some_and(|name| {
            let class = text.grammar.class(&name);
            class.any(Class::FIRST_NAME) && Gender::of(class) == Some(*gender)
        })
    })
}

/// True for a phrase that tells which body it is: a name, initials or more than one word, no person's name among them.
#[must_use]
pub(super) fn tells_body(text: &Text, noun: &Noun) -> bool {
    let words = noun.tokens.clone().filter(|at| !text.has(*at, Class::DETERMINER)).count();
    let person = noun.tokens.clone().any(|at| text.has(at, Class::FIRST_NAME));
    !person && (words > 1 || text.has(noun.head, Class::UPPER) || proper(text, noun))
}

/// True for the name of a body, not a word for its kind.
#[must_use]
pub(super) fn proper(text: &Text, noun: &Noun) -> bool {
    let words = noun.tokens.clone().filter(|at| !text.has(*at, Class::DETERMINER)).count();
    let led = text.grammar.last_verb && noun.tokens.clone().any(|at| text.is_name_word(at));
    let short = words == 1 && (text.has(noun.tokens.end - 1, Class::UPPER) || noun.is_epithet(text));
    let cased = text.grammar.gendered_verbs && words > 1 && noun.may_be_subject;
    let capital = |at: usize| text.has(at, Class::CAPITAL) && !text.has(at, Class::OPENS);
    let led = led || cased && noun.tokens.clone().next().is_some_and(capital);
    (noun.name.is_some() || led || text.has(noun.head, Class::PLACE)) && !short && !noun.is_indefinite()
}

/// The words of a body without its article.
#[must_use]
pub(super) fn bare(text: &Text, noun: &Noun) -> String {
    let article = Class::THE.or(Class::ONE).or(Class::CASE).or(Class::FEMALE_CASE);
    let start = noun.tokens.clone().find(|at| !text.has(*at, article)).unwrap_or(noun.tokens.start);
    if start + 1 == noun.tokens.end
        && let Some(words) = acronym::words_for(text, start).filter(|_| text.grammar.by_order())
    {
        return without_invisible(&text.words(&words)).into_owned();
    }
    shown(text, &(start..noun.tokens.end))
}
