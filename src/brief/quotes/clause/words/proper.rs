//! Names told by the words around them: places whose name has more words than one, `Corea del Norte`, surnames that are words,
//! too, `explica Reis`; foreign words that begin names of papers.

use std::sync::LazyLock;

use super::class::Class;
use super::grammar::Grammar;
use super::word::Word;
use crate::languages::{section, shared};
use crate::text::{FastMap, FastSet, Language};

/// Foreign articles, with which names of papers and bodies begin and nobody's.
static ARTICLES: LazyLock<FastSet<String>> =
    LazyLock::new(|| shared::NAMES.words("foreign article").map(std::borrow::Cow::into_owned).collect());

/// True for a foreign article, in lower case: `The Courier`.
#[must_use]
pub(crate) fn is_foreign_article(lower: &str) -> bool {
    ARTICLES.contains(lower)
}

/// Reads the countries and the places of `language` that have such a name.
#[must_use]
pub(super) fn read(language: Language) -> FastMap<String, Vec<Vec<String>>> {
    let mut places = FastMap::<String, Vec<Vec<String>>>::default();
    let countries = language.lines(section::COUNTRY).filter_map(|line| line.split_once(':'));
    let named = countries.flat_map(|(_, names)| names.split(';')).map(str::to_owned);
    let others = language.words(section::PLACE_NAME).map(|word| word.replace('_', " "));
    for name in named.chain(others).filter(|name| name.trim().starts_with(char::is_uppercase)) {
        let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
        if let Some(first) = words.first().filter(|_| words.len() > 1 && !name.contains('*')).cloned() {
            places.entry(first).or_default().push(words);
        }
    }
    places
}

/// `Premier Węgier Ferenc Nagy`: a country in the owner's case that has the form of a man from there: behind what it owns,
/// or an adjective in that case, it is the country.
pub(super) fn owners(words: &mut [Word], grammar: &Grammar) {
    if !(grammar.cases && grammar.owner_behind) {
        return;
    }
    for at in 1..words.len() {
        let Some([before, word]) = words.get_mut(at - 1..=at) else { continue };
        let both = word.class.any(Class::PLACE) && word.class.any(Class::ROLE);
        let owned = before.class.any(Class::NOUN) && !before.class.any(Class::FIRST_NAME.or(Class::PLACE));
        let small = !before.class.any(Class::CAPITAL.or(Class::CLOSED));
        let adjective = small && grammar.naming.is_owner_adjective(&before.lower, true);
        if both && word.class.any(Class::CAPITAL) && (owned || adjective) {
            let person = Class::NOUN.or(Class::FIRST_CASE).or(Class::GENDER).or(Class::SURELY_MALE);
            word.class = word.class.without(person).or(Class::OTHER_CASE);
        }
    }
}

/// Takes the words of such a name, the first of which has a capital, for those of a place and nobody's.
pub(super) fn tell(words: &mut [Word], grammar: &Grammar) {
    for at in 0..words.len() {
        let Some(rest) = words.get(at..) else { continue };
        let first = rest.first().filter(|word| word.class.any(Class::CAPITAL)).map(|word| &word.lower);
        let names = first.and_then(|first| grammar.places.get(first)).map(Vec::as_slice).unwrap_or_default();
        let stands = |name: &&Vec<String>| {
            rest.len() >= name.len() && rest.iter().zip(name.iter()).all(|(word, own)| word.lower == *own)
        };
        let length = names.iter().filter(stands).map(Vec::len).max().unwrap_or_default();
        for word in words.get_mut(at..at + length).unwrap_or_default() {
            word.class = word.class.without(Class::FIRST_NAME).or(Class::PLACE);
        }
    }
}

/// `explica Reis`, `António Dias`: words for several people are surnames right behind a verb of saying, without an article,
/// and, as words for times, behind a first name; so they are wherever they stand with a capital.
pub(super) fn surnames(words: &mut [Word]) {
    let found: FastSet<String> = (1..words.len())
        .filter(|at| is_surname(words, *at))
        .filter_map(|at| words.get(at))
        .map(|word| word.lower.clone())
        .collect();
    let own = Class::TIME.or(Class::ROLE).or(Class::NOUN).or(Class::PLURAL).or(Class::GENDER);
    for at in 0..words.len() {
        let says =
            words.get(at + 1).is_some_and(|next| next.class.any(Class::SAY) && next.class.any(Class::FINITE));
        let Some(word) = words.get_mut(at).filter(|word| found.contains(&word.lower)) else { continue };
        let within = word.class.any(Class::CAPITAL) && (says || !word.class.any(Class::OPENS));
        if within {
            word.class = word.class.without(own);
        }
    }
}

/// True for a capital within a sentence that is a word for a time or for several people, where such a word cannot stand.
fn is_surname(words: &[Word], at: usize) -> bool {
    let class = |at: usize| words.get(at).map_or(Class::NONE, |word| word.class);
    let (before, own) = (class(at - 1), class(at));
    let several = own.any(Class::ROLE) && own.any(Class::PLURAL) && !own.any(Class::SINGULAR);
    let word = own.any(Class::CAPITAL) && !own.any(Class::OPENS);
    let one = before.any(Class::SINGULAR) || !before.any(Class::PLURAL);
    let says = before.any(Class::SAY) && before.any(Class::FINITE) && one;
    let given = before.any(Class::FIRST_NAME) && before.any(Class::CAPITAL);
    // `disse Domingo o ministro`: a time alone behind the verb is no surname
    let surname = several && (says || given) || own.any(Class::TIME) && given;
    word && surname && !class(at + 1).any(Class::CAPITAL.or(Class::NUMBER))
}
