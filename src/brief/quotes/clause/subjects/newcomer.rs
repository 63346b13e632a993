//! Somebody no table knows as the subject of a verb of saying: `A voice from the last row said`, «Рецензент похвалил …».

use super::frame::{Place, is_within_group};
use super::inserted::insertion;
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort};
use crate::brief::quotes::clause::words::Class;

/// Chunks between such a noun and its verb.
const REACH: usize = 6;

/// Words of such a phrase.
const LONGEST: usize = 5;

/// A noun nobody knows at the head of the clause of the verb of saying at `verb`, over what tells where it is: with an
/// article, or where nouns have cases with the ending of the verb's gender.
pub(crate) fn newcomer(place: Place, verb: usize) -> Option<Noun> {
    let chunk = place.chunk(verb).filter(|chunk| chunk.class.any(Class::SAY.or(Class::CALL)))?;
    let between = |at: &usize| {
        place.chunk(*at).is_some_and(|chunk| {
            is_within_group(chunk)
                || matches!(&chunk.part, Part::Governed(noun) if noun.sort != Sort::Pronoun)
        })
    };
    let at = (0..verb).rev().take(REACH).find(|at| !between(at))?;
    // «Гардеробщица, проработавшая в театре полвека, сказала»
    let told_of = place.is(at, ',').then(|| insertion(place, at)).flatten();
    let at = told_of.and_then(|open| open.checked_sub(1)).unwrap_or(at);
    let noun = place.noun(at).filter(|noun| noun.sort == Sort::Thing && noun.may_be_subject)?;
    let opens = at == 0 || place.chunk(at - 1).is_some_and(opens_clause);
    let able = !place.text.has(noun.head, Class::TIME) && noun.tokens.len() <= LONGEST && opens;
    let article = noun.determiner.any(Class::ONE.or(Class::THE).or(Class::FEMALE_CASE));
    let grammar = place.text.grammar;
    let told = if grammar.last_verb {
        false
    } else if grammar.cases && !grammar.capital_nouns {
        has_object(place, verb, chunk) && is_of_gender(place, chunk.class, noun)
    } else {
        article
    };
    (able && told).then(|| noun.clone())
}

/// True for what stands before a clause.
fn opens_clause(chunk: &Chunk) -> bool {
    let mark = [',', '.', ';', ':', '—', '–'].iter().any(|mark| chunk.is(*mark));
    mark || matches!(chunk.part, Part::And | Part::Subordinate)
}

/// True for a verb that brings statements, and for one that judges with whom it judges behind it.
fn has_object(place: Place, verb: usize, chunk: &Chunk) -> bool {
    let says = chunk.class.any(Class::SAY) && !chunk.class.any(Class::CALL);
    says || (verb + 1..place.at).any(|at| place.noun(at).is_some())
}

/// An unknown noun that may be somebody behind a verb of the class `verb`: one small word or two.
pub(super) fn plain(place: Place, verb: Class, noun: &Noun) -> bool {
    // what it belongs to may be long: `said the family of one of the workers`
    let own = noun.tokens.start..noun.owner.as_ref().map_or(noun.tokens.end, |owner| owner.start);
    let words = own.clone().filter(|at| place.text.is_word(*at)).count();
    let oblique =
        place.text.grammar.cases && own.clone().any(|at| place.text.grammar.is_oblique(place.text.lower(at)));
    // «ковельчанка Мотря»: what somebody is, and a name that nobody knows
    let named = words == 2 && !place.text.grammar.last_verb && place.text.is_name_word(noun.tokens.end - 1);
    let determined = noun.determiner.any(Class::THE.or(Class::ONE).or(Class::OWNER))
        || place.text.grammar.cases && (words == 1 || named)
        || place.text.grammar.owner_behind
            && !verb.any(Class::CALL)
            && words == 2
            && is_of_gender(place, verb, noun);
    noun.sort == Sort::Thing && words <= 5 && determined && !oblique
}

/// True for a small word in the first case that ends as nouns of the verb's gender do.
fn is_of_gender(place: Place, verb: Class, noun: &Noun) -> bool {
    let text = place.text;
    let word = text.lower(noun.head);
    let vowel = word.ends_with(|letter: char| VOWELS.contains(letter));
    let woman = word.ends_with(|letter: char| OF_A_WOMAN.contains(letter));
    let known = Class::CLOSED.or(Class::ANY_VERB).or(Class::CAPITAL);
    let open = text.has(noun.head, Class::OPENS) || !text.has(noun.head, Class::CAPITAL);
    let plain = !text.has(noun.head, known.without(Class::CAPITAL)) && open;
    let formed = match (verb.any(Class::MALE), verb.any(Class::FEMALE)) {
        (true, false) => !vowel,
        (false, true) => woman,
        _ => !vowel || woman,
    };
    let of_one = verb.any(Class::SINGULAR) || !verb.any(Class::PLURAL);
    plain
        && formed
        && of_one
        && !verb.any(Class::NEUTER)
        && !noun.determiner.any(Class::OWNER)
        && !text.grammar.is_oblique(word)
}

/// Letters that end nouns of a woman's gender.
const OF_A_WOMAN: &str = "aаяь";

/// Letters that end no noun of a man's gender.
const VOWELS: &str = "aeiouyąęóаеёиоуыэюяієї";
