//! Names of a summary sentence against those of the article.

use std::collections::HashSet;

use crate::languages::{Section, section};
use crate::text::{self, Language};

use super::source::{Sentence, Source};
use super::words::{LISTS, Token};

/// The first name that does not stand in the article, or not where the sentence has it from.
pub(super) fn unknown(tokens: &[Token], source: &Source, near: &[&Sentence]) -> Option<String> {
    let names: Vec<(usize, &Token)> =
        tokens.iter().enumerate().filter(|(_, token)| is_name(token, source)).collect();
    for (at, name) in &names {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let after = tokens.get(at + 1);
        let known = |sentences: &mut dyn Iterator<Item = &Sentence>| {
            let mut all = sentences.flat_map(|sentence| sentence.tokens.iter());
            all.any(|token| same(name, token, source.language)) || alias(name, before, after, source)
        };
        if !known(&mut source.sentences.iter()) || !known(&mut near.iter().copied()) {
            return Some(name.folded.clone());
        }
    }
    tokens.windows(2).find_map(|pair| match pair {
        [one, other] if is_name(other, source) && is_of_a_person(one, source) => {
            (!stand_together(one, other, source)).then(|| format!("{} {}", one.folded, other.folded))
        }
        _ => None,
    })
}

/// True for a word that names somebody or something.
pub(super) fn is_name(token: &Token, source: &Source) -> bool {
    if !token.capital || token.folded.chars().count() < 2 || text::is_stop(&token.folded, source.language) {
        return false;
    }
    if !token.first {
        return true;
    }
    // At the head of a sentence any word has a capital: it is a name unless the article writes it small.
    !source.small.contains(&token.stem)
}

fn is_of_a_person(token: &Token, source: &Source) -> bool {
    LISTS.has(section::ROLES, &token.folded) || (is_name(token, source) && canonical(&token.folded).is_none())
}

/// True when the article has `other` close after `one`, or, for a role, close before it.
fn stand_together(one: &Token, other: &Token, source: &Source) -> bool {
    let role = LISTS.has(section::ROLES, &one.folded);
    let reach = if role { 6 } else { 4 };
    let country = source.sentences.iter().any(|sentence| {
        sentence.tokens.iter().any(|token| token.folded != one.folded && related(&token.folded, &one.folded))
    });
    country
        || LISTS.has(section::ROLES, &other.folded)
        || source.sentences.iter().any(|sentence| {
            let tokens = &sentence.tokens;
            tokens.iter().enumerate().any(|(at, token)| {
                same(one, token, source.language) && {
                    let from = if role { at.saturating_sub(reach) } else { at };
                    let close = tokens.iter().skip(from).take(at - from + reach + 1);
                    close.into_iter().any(|token| same(other, token, source.language))
                }
            })
        })
}

/// True when both name the same: one word in two cases, or a country and what is of it.
pub(super) fn same(one: &Token, other: &Token, language: Language) -> bool {
    if one.folded == other.folded || (one.stem == other.stem && other.capital) {
        return true;
    }
    if !other.capital {
        return false;
    }
    let both = (canonical(&one.folded), canonical(&other.folded));
    if let (Some(one), Some(other)) = both {
        return one == other;
    }
    let inflects = !language.profile().plain_names;
    related(&one.folded, &other.folded) || (inflects && one_word_in_two_cases(&one.folded, &other.folded))
}

fn alias(name: &Token, before: Option<&Token>, after: Option<&Token>, source: &Source) -> bool {
    let mut phrases = vec![name.folded.clone()];
    phrases.extend(after.map(|after| format!("{} {}", name.folded, after.folded)));
    phrases.extend(before.map(|before| format!("{} {}", before.folded, name.folded)));
    let ids: HashSet<&str> = phrases.iter().filter_map(|phrase| canonical(phrase)).collect();
    !ids.is_empty()
        && source.sentences.iter().any(|sentence| {
            let pairs = sentence.tokens.windows(2).filter_map(|pair| match pair {
                [one, other] => canonical(&format!("{} {}", one.folded, other.folded)),
                _ => None,
            });
            let singles = sentence
                .tokens
                .iter()
                .filter(|token| token.capital)
                .filter_map(|token| canonical(&token.folded));
            pairs.chain(singles).any(|id| ids.contains(id))
        })
}

pub(super) fn canonical(folded: &str) -> Option<&'static str> {
    LISTS.map(section::ALIASES, folded)
}

/// `Russia` and `Russian`, `Iraq` and `Iraqi`; not `Austria` and `Australia`, nor `Niger` and `Nigeria`.
fn related(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let without = LISTS.parts(section::NO_DEMONYM);
    if without.iter().any(|country| one.starts_with(country.as_str()) || other.starts_with(country.as_str()))
    {
        return false;
    }
    let of = |word: &str, endings: Section| -> HashSet<String> {
        let cut = LISTS.parts(endings).iter().filter_map(|ending| word.strip_suffix(ending.as_str()));
        cut.filter(|root| root.chars().count() >= 4).map(str::to_owned).collect()
    };
    let country = |word: &str| {
        let mut roots = of(word, section::COUNTRY_ENDING);
        roots.insert(word.to_owned());
        roots
    };
    let meets = |place: &str, of_it: &str| !country(place).is_disjoint(&of(of_it, section::DEMONYM_ENDING));
    meets(one, other) || meets(other, one)
}

/// A shared beginning and endings of at most three letters.
fn one_word_in_two_cases(one: &str, other: &str) -> bool {
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let rest = one.chars().count().max(other.chars().count()) - shared;
    shared >= 4 && rest <= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_and_their_people_are_related() {
        for (one, other, due) in [
            ("russia", "russian", true),
            ("ukraine", "ukrainians", true),
            ("bulgaria", "bulgarian", true),
            ("iran", "iranian", true),
            ("iraqi", "iraq", true),
            ("china", "chinese", true),
            ("austria", "australia", false),
            ("austrian", "australian", false),
            ("niger", "nigerian", false),
            ("slovakia", "slovenian", false),
            ("lavrov", "lavron", false),
        ] {
            assert_eq!(related(one, other), due, "{one} {other}");
        }
        assert!(one_word_in_two_cases("лавров", "лаврову"));
        assert!(!one_word_in_two_cases("иран", "ирак"));
    }
}
