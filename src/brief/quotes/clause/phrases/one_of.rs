//! Somebody of several: «один из ректоров», and somebody not known.

use super::core;
use super::noun::{Noun, Sort, attribute};
use super::text::Text;
use crate::brief::quotes::clause::words::Class;

/// «один из ректоров»: somebody of several, where nouns have cases.
pub(super) fn one_of(text: &Text, at: usize, end: usize, governed: bool) -> Option<Noun> {
    let class = text.class(at);
    let capital = text.grammar.capital_nouns;
    // `einer der Händler`, `eine von ihnen`
    let one = class.any(Class::ONE)
        || capital
            && class.any(Class::FEMALE_CASE)
            && !class.any(Class::OWNER.or(Class::SUBJECT).or(Class::THE));
    let of = if capital { Class::PREPOSITION.or(Class::OF) } else { Class::PREPOSITION };
    let opens = one && text.has(at + 1, of) && !text.has(at + 1, Class::OWNER) && at + 2 < end;
    // `der in Kiel lebende Autor`, `eine im Mai veröffentlichte Studie`
    let opens = opens && attribute(text, at + 1, end).is_none();
    if !opens || !(text.grammar.cases || capital) || text.grammar.last_verb {
        return None;
    }
    let grammar = text.grammar;
    let cased = grammar.is_oblique(text.lower(at)) || grammar.naming.is_owner_adjective(text.lower(at), true);
    let other = cased && grammar.gendered_verbs && !governed;
    let several = match core::read(text, at + 2, end, true) {
        // «сказала одной из газет Анна Портова»: a name of its own
        Some(noun) if other && full(&noun) => noun.name.map_or(noun.tokens.end, |name| name.start),
        Some(noun) => noun.tokens.end,
        None if text.has(at + 2, Class::OBJECT) => at + 3,
        None => return None,
    };
    Some(Noun {
        tokens: at..several,
        head: at,
        name: None,
        role: at..several,
        owner: None,
        sort: Sort::Open,
        class: Class::OPEN.or(Class::SINGULAR).or(class.intersection(Class::GENDER)),
        determiner: Class::ONE,
        may_be_subject: !other,
        first_case: !other,
    })
}

/// True for a phrase with a name of two words.
fn full(noun: &Noun) -> bool {
    noun.name.as_ref().is_some_and(|name| name.len() > 1)
}

/// `said another`, «сказал кто-то»: a pronoun for somebody not known that stands alone.
pub(super) fn somebody(text: &Text, at: usize) -> Option<Noun> {
    let class = text.class(at);
    let alone = class.any(Class::ONE) && !class.any(Class::ASIDE.or(Class::OF)) && !text.grammar.last_verb;
    let noun = Noun {
        tokens: at..at + 1,
        head: at,
        name: None,
        role: at..at + 1,
        owner: None,
        sort: Sort::Open,
        class: Class::OPEN.or(class.intersection(Class::GENDER.or(Class::PLURAL))),
        determiner: Class::ONE,
        may_be_subject: true,
        first_case: true,
    };
    (alone && (text.grammar.cases || text.grammar.capital_nouns)).then_some(noun)
}
