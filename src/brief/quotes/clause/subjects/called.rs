//! Pronouns behind their verb, where every noun has a capital: `Das Defizit nannte er „…“`, whose subject is the pronoun;
//! `Als „…“ verspottete sie das Blatt`: a pronoun behind the verb that may be an object is one where a phrase behind it surely
//! is the subject, where every noun has a capital.

use super::frame::Place;
use crate::brief::quotes::clause::phrases::{Noun, Part, Sort};
use crate::brief::quotes::clause::words::Class;

/// A pronoun right behind the verb that is a form of no object: its subject, whatever stands before.
pub(crate) fn he_behind(place: Place, verb: usize) -> Option<Noun> {
    let other = Class::FEMALE.or(Class::PLURAL).or(Class::OBJECT);
    let he = |noun: &&Noun| noun.class.any(Class::MALE) && !noun.class.any(other);
    let noun = place.noun(verb + 1).filter(|noun| noun.sort == Sort::Pronoun).filter(he)?;
    let second = place.text.grammar.capital_nouns && verb > 0 && !place.is(verb - 1, ',');
    (second && noun.class.any(Class::SUBJECT)).then(|| noun.clone())
}

/// Chunks behind the pronoun.
const NEAR: usize = 4;

/// The subject behind the pronoun `noun` that stands behind the verb at `verb`.
pub(crate) fn calls(place: Place, verb: usize, noun: &Noun) -> Option<Noun> {
    let opens = place.at == 1 && place.chunk(0).is_some_and(|chunk| matches!(chunk.part, Part::Subordinate));
    let either = noun.sort == Sort::Pronoun && !noun.class.any(Class::MALE);
    if !(place.text.grammar.capital_nouns && opens && either && verb == place.at + 1) {
        return None;
    }
    (verb + 2..place.chunks.len())
        .take(NEAR)
        .take_while(|at| !place.is(*at, ','))
        .find_map(|at| place.noun(at))
        .filter(|noun| is_subject(noun))
        .cloned()
}

/// True for a form with its article that is a subject: of a man's gender, or a paper or a body of no woman's.
fn is_subject(noun: &Noun) -> bool {
    let feminine = noun.class.any(Class::FEMALE) && !noun.class.any(Class::MALE);
    let paper = matches!(noun.sort, Sort::Outlet | Sort::Body);
    noun.may_be_subject
        && !feminine
        && (noun.determiner.any(Class::FEMALE_CASE) || paper && noun.determiner.any(Class::THE))
}

/// «Портов назвал Салова „…“»: a capital in another case right behind a verb that judges is whom it judges, where verbs tell
/// genders; not in «Портова назвал Сала „…“», where `before` the verb of a man stands a surname in the owner's case.
pub(super) fn judges_somebody(place: Place, verb: usize, before: &Noun) -> bool {
    let grammar = place.text.grammar;
    let Some(class) = place.chunk(verb).map(|chunk| chunk.class) else { return false };
    let judges = class.any(Class::CALL) && !class.any(Class::SAY);
    let man = class.any(Class::MALE) && !class.any(Class::FEMALE);
    let declined = |lower: &str| {
        [true, false]
            .into_iter()
            .any(|male| grammar.first_case(lower, male).is_some_and(|first| first != lower))
    };
    let judged = |noun: &Noun| {
        let name = noun.name.as_ref().filter(|_| noun.role.is_empty());
        let last = name.map(|name| place.text.lower(name.end - 1));
        matches!(noun.sort, Sort::Capital | Sort::Person) && last.is_some_and(declined)
    };
    let owner = man && grammar.is_surely_owner(place.text.lower(before.head));
    grammar.gendered_verbs && judges && !owner && place.noun(verb + 1).is_some_and(judged)
}
