//! What a verb tells of its subject: its number and its gender, and that two say it together: `X and Y said`, «заявили X и
//! Y», of whom neither alone is who said it.

use super::frame::Place;
use crate::brief::quotes::clause::phrases::{Noun, Part, Sort};
use crate::brief::quotes::clause::words::Class;

/// Somebody without a name with the number and the gender of the verb, where nouns have cases and a form may be of one or
/// of several, an office of a man or of a woman.
pub(crate) fn formed_by(place: Place, verb: Class, noun: Noun) -> Noun {
    let text = place.text;
    let noun = together(place, verb, noun);
    let somebody = matches!(noun.sort, Sort::Role | Sort::Open);
    // `riefen Demonstranten`: where every noun has a capital the verb tells only of how many
    if text.grammar.capital_nouns {
        let of_several =
            somebody && noun.name.is_none() && verb.any(Class::PLURAL) && !verb.any(Class::SINGULAR);
        let class = noun.class.or(Class::PLURAL).without(Class::SINGULAR);
        return if of_several { Noun { class, ..noun } } else { noun };
    }
    let told = text.grammar.cases && somebody;
    // «сказала Портова»: the verb tells the gender of a name
    let named = text.grammar.gendered_verbs && matches!(noun.sort, Sort::Person | Sort::Capital);
    if named
        && noun.class.intersection(Class::GENDER) == Class::NONE
        && !verb.any(Class::PLURAL.or(Class::NOUN))
    {
        let gender = verb.intersection(Class::MALE.or(Class::FEMALE));
        return Noun { class: noun.class.or(gender), ..noun };
    }
    // «głowa państwa»: a phrase for an office has the gender of its noun
    let phrase = text.grammar.is_role_phrase(|offset| text.lower(noun.head + offset));
    if !told || phrase || verb.any(Class::NOUN) {
        return noun;
    }
    let several = verb.any(Class::PLURAL) && !verb.any(Class::SINGULAR) && noun.class.any(Class::PLURAL);
    let only = |own: Class, other: Class| verb.any(own) && !verb.any(other);
    let (man, woman) = (noun.class.any(Class::MALE), noun.class.any(Class::FEMALE));
    let class = if several {
        noun.class.without(Class::SINGULAR)
    } else if man && only(Class::FEMALE, Class::MALE) {
        noun.class.without(Class::MALE).or(Class::FEMALE)
    } else if man && only(Class::MALE, Class::FEMALE) && text.grammar.gendered_verbs {
        noun.class.without(Class::FEMALE).or(Class::SURELY_MALE)
    } else if man && woman && only(Class::MALE, Class::FEMALE) {
        noun.class.without(Class::FEMALE)
    } else {
        noun.class
    };
    Noun { class, ..noun }
}

/// Both of the two that a conjunction joins beside a verb of several, where verbs tell how many: nobody who can be named.
fn together(place: Place, verb: Class, noun: Noun) -> Noun {
    let several = verb.any(Class::PLURAL) && !verb.any(Class::SINGULAR);
    let grammar = &place.text.grammar;
    if !(several && grammar.gendered_verbs && is_one(&noun)) {
        return noun;
    }
    let at = place.chunks.partition_point(|chunk| chunk.tokens.start < noun.tokens.start);
    let and = |at: usize| matches!(place.chunk(at).map(|chunk| &chunk.part), Some(Part::And));
    let other = |at: usize| place.noun(at).filter(|other| other.may_be_subject && other.can_speak());
    let before = at.checked_sub(2).filter(|_| and(at - 1)).and_then(other);
    let behind = other(at + 2).filter(|_| and(at + 1));
    let tokens = match (before, behind) {
        (Some(first), _) => first.tokens.start..noun.tokens.end,
        (None, Some(last)) => noun.tokens.start..last.tokens.end,
        (None, None) => return noun,
    };
    let class = noun.class.without(Class::SINGULAR.or(Class::GENDER)).or(Class::PLURAL);
    let role = tokens.start..tokens.start;
    Noun { tokens, sort: Sort::Open, name: None, role, owner: None, class, ..noun }
}

/// True for somebody who is one.
fn is_one(noun: &Noun) -> bool {
    let several = noun.class.any(Class::PLURAL) && !noun.class.any(Class::SINGULAR);
    matches!(noun.sort, Sort::Person | Sort::Capital | Sort::Role) && !several
}
