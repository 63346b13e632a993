//! Words that no table holds: verbs with a pronoun written behind them, words that lost their vowel, verbs that only a
//! pronoun before them tells.

use super::class::Class;
use super::grammar::Grammar;
use super::word::Word;
use crate::text::fold;

/// Letters of a verb without its pronoun.
const SHORTEST: usize = 5;

/// What a pronoun written behind its verb leaves of it: `queixou-se`, `quejarse`, `definirlo`.
#[must_use]
pub(super) fn with_pronoun(grammar: &Grammar, lower: &str) -> Class {
    let form = |verb: &str| grammar.class(verb).intersection(verb_forms());
    if let Some((verb, pronoun)) = lower.split_once('-') {
        let pronoun = pronoun.split('-').next().unwrap_or(pronoun);
        let object = grammar.class(pronoun).any(Class::OBJECT.or(Class::SELF));
        return if object { form(verb) } else { Class::NONE };
    }
    let cuts = lower.char_indices().rev().map(|(at, _)| at).skip(1).take(2);
    cuts.filter_map(|at| lower.split_at_checked(at))
        .filter(|(verb, pronoun)| verb.chars().count() >= SHORTEST && is_pronoun(grammar, pronoun))
        .map(|(verb, _)| match form(&fold(verb)).or(form(&format!("{verb}e"))) {
            Class::NONE
                if grammar.infinitive_endings.iter().any(|ending| verb.ends_with(ending.as_str())) =>
            {
                Class::VERB.or(Class::INFINITIVE)
            }
            known => known.intersection(Class::ANY_VERB.or(Class::INFINITIVE).or(Class::GERUND)),
        })
        .find(|class| class.any(Class::INFINITIVE.or(Class::GERUND)))
        .unwrap_or(Class::NONE)
}

/// A short word behind one that lost its vowel before it: `n'a`, `qu'un`, `d'un`.
#[must_use]
pub(super) fn elided(grammar: &Grammar, lower: &str) -> Class {
    let Some((head, tail)) = lower.split_once('\'') else { return Class::NONE };
    let (head, tail) = (grammar.class(head), grammar.class(tail));
    let ties = head.intersection(Class::PREPOSITION.or(Class::OF));
    if head.any(Class::SUBORDINATE) {
        Class::SUBORDINATE
    } else if ties != Class::NONE && !head.any(Class::OBJECT) {
        ties
    } else if head.any(Class::THE) && tail.any(Class::PAST) {
        // `l'ex`, too short to be two words
        Class::THE.or(tail)
    } else if head.any(Class::CLOSED) {
        tail
    } else {
        Class::NONE
    }
}

fn verb_forms() -> Class {
    Class::ANY_VERB
        .or(Class::FINITE)
        .or(Class::SINGULAR)
        .or(Class::PLURAL)
        .or(Class::INFINITIVE)
        .or(Class::GERUND)
        .or(Class::PARTICIPLE)
}

fn is_pronoun(grammar: &Grammar, word: &str) -> bool {
    word.len() > 1 && grammar.class(word).any(Class::OBJECT.or(Class::SELF))
}

/// `Some called it “…”`: a form that may be a verb of the number of such a pronoun right before it, which may be a
/// determiner, too.
#[must_use]
pub(super) fn has_anybody(words: &[Word], at: usize, grammar: &Grammar) -> bool {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let number = before.and_then(|word| grammar.naming.anybody.get(&word.lower));
    let own = words.get(at).map_or(Class::NONE, |word| word.class);
    number.is_some_and(|number| own.any(*number)) && own.any(Class::FINITE) && !own.any(Class::NOUN)
}

/// Most letters of what leads a name behind a hyphen.
const LEAD: usize = 3;

/// `al-Porto`: a name led by a small word.
#[must_use]
pub(super) fn is_led(word: &str) -> bool {
    word.split_once('-')
        .is_some_and(|(lead, name)| lead.chars().count() <= LEAD && name.starts_with(char::is_uppercase))
}
