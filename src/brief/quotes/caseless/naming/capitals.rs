//! Names in Latin letters within a script without spaces: `探长 Brian Marlow 说`, `Brian Marlow氏は`.

use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::Token;
use crate::languages::{Language, Order, section, shared};
use crate::text::FastSet;
use std::sync::LazyLock;

/// Words of the longest name.
const LONGEST: usize = 5;

/// Letters of the longest small word inside a name: `van der`.
const LONGEST_SMALL: usize = 3;

/// Nouns for bodies, in small letters, of all languages written in Latin letters.
static BODIES: LazyLock<FastSet<String>> = LazyLock::new(|| {
    let latin = Language::all().filter(|language| language.is_written_everywhere());
    latin.flat_map(|language| language.words(section::ORGANISATION)).map(|word| word.to_string()).collect()
});

/// First names, in small letters, of women or of men: those of either are surnames, too, and begin the names of firms.
static FIRST: LazyLock<FastSet<String>> = LazyLock::new(|| {
    let [hers, his] =
        ["f", "m"].map(|of| shared::NAMES.words(of).map(|name| name.to_lowercase()).collect::<FastSet<_>>());
    hers.symmetric_difference(&his).cloned().collect()
});

/// Whom words in Latin letters may name by what stands beside them: with a title of courtesy any; else several words that
/// begin with a first name or stand right behind an office, for firms have such names and customers, too.
#[must_use]
pub(super) fn is_name(page: &Page, tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|token| token.has(Tags::LATIN) && is_capital(page, token)) else {
        return false;
    };
    let mut words = page.of(token.span).split_whitespace();
    let given = words.next().is_some_and(|first| FIRST.contains(&first.to_lowercase()));
    let several = words.next().is_some();
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    let next = tags(tokens, at + 1);
    let somebody = Tags::TITLE.or(Tags::PERSON);
    let led = before.filter(|before| before.has(somebody) && !before.has(Tags::BODY));
    let named = several && (given || led.is_some_and(|before| before.has(Tags::OFFICE)));
    match page.lexicon.order {
        _ if next.is_courtesy() => true,
        Some(Order::VerbMedial) => {
            let speaks = next.any(Tags::CUE.or(Tags::RELAY_END));
            let behind =
                speaks || next.any(Tags::ADVERB.or(Tags::PREPOSITION).or(Tags::TIME).or(Tags::POSTPOSITION));
            let opens = before.is_none_or(|before| before.is_edge() || before.has(Tags::OF));
            // `a woman called NAME`
            let called = before.is_some_and(|before| before.has(Tags::NAMING));
            let called = called && next.any(Tags::OF) && tags(tokens, at + 2).any(somebody);
            let ends = tokens.get(at + 1).is_none_or(Token::is_edge);
            called || named && (led.is_some() && (behind || ends) || opens && speaks)
        }
        Some(Order::Topical) => {
            let of = before.is_some_and(|before| before.has(Tags::OF));
            let office = at.checked_sub(2).is_some_and(|at| tags(tokens, at).any(somebody));
            named && next.any(Tags::TOPIC.or(Tags::SUBJECT)) && (led.is_some() || of && office)
        }
        _ => false,
    }
}

/// True for words that each begin with a capital and go on small, and of which none is a noun for a body.
fn is_capital(page: &Page, token: &Token) -> bool {
    let words: Vec<&str> = page.of(token.span).split_whitespace().collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let body = words.iter().any(|word| BODIES.contains(&word.to_lowercase()));
    let small = |word: &&str| word.len() <= LONGEST_SMALL && word.chars().all(char::is_lowercase);
    let inside = words.iter().all(|word| is_word(word) || is_initial(word) || small(word));
    let ends = (is_word(first) || is_initial(first)) && is_word(last);
    !body && words.len() <= LONGEST && inside && ends
}

/// True for a capital with small letters behind it.
fn is_word(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.any(char::is_lowercase)
        && !word.contains(['.', '&'])
}

/// True for the first letter of a first name.
fn is_initial(word: &str) -> bool {
    let letter = word.trim_end_matches('.');
    letter.chars().all(char::is_uppercase) && letter.chars().nth(1).is_none()
}
