//! Somebody new without a name as the subject of a sentence, where every noun has a capital: `Ein Schlosser winkt ab`, `legt
//! eine ältere Frau Blumen nieder`.
//!
//! In: a noun phrase. Out: the phrase as that of somebody with the gender its words tell, for one with the article of what is
//! new whose noun no table knows but ends as words for people do, or that only looks like the name of somebody.

use super::people::{Registry, is_plural_only};
use super::phrases::{Noun, Sort, Text};
use super::words::Class;

/// Somebody new, if the phrase tells of one.
#[must_use]
pub(super) fn newcomer(text: &Text, people: &Registry, noun: &Noun) -> Option<Noun> {
    if !text.grammar.capital_nouns || !noun.is_indefinite() || !noun.may_be_subject || is_plural_only(noun) {
        return None;
    }
    match noun.sort {
        Sort::Thing => {
            let of = text.grammar.demonym(text.lower(noun.head))?.intersection(Class::GENDER);
            let told = if noun.class.any(Class::GENDER) { Class::NONE } else { of };
            Some(Noun { sort: Sort::Role, class: noun.class.or(told), ..noun.clone() })
        }
        Sort::Person if people.named(text, noun).is_none() => {
            Some(Noun { sort: Sort::Role, name: None, ..noun.clone() })
        }
        _ => None,
    }
}
