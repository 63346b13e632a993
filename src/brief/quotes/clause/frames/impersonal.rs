//! Verbs without a subject, and where or in which text it is said: `In the ministry they confirmed “…”`, `In the report it
//! says: “…”`.

use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort};
use crate::brief::quotes::clause::subjects::{Place, Source, of_text};
use crate::brief::quotes::clause::words::Class;

/// `In the ministry they confirmed that “…”`: a verb of several without a subject, or with a pronoun that is nobody's, and
/// where it is said at the head of the sentence.
pub(super) fn in_body(place: Place, verb: usize, source: &Source) -> Option<Source> {
    let Source::Silent(class, _) = source else { return None };
    let Part::Governed(noun) = &place.chunk(0)?.part else { return None };
    let several = class.any(Class::PLURAL) && !class.any(Class::SINGULAR) && place.text.grammar.cases;
    let anybody = class.any(Class::SUBJECT) && !class.any(Class::GENDER.or(Class::PLURAL));
    let first = !(0..verb).any(|at| place.chunk(at).is_some_and(Chunk::is_main_verb));
    let fits = if class.any(Class::SUBJECT) { anybody } else { several };
    let sort = match noun.sort {
        Sort::Body | Sort::Outlet | Sort::Open => noun.sort,
        Sort::Role if place.text.grammar.cases && noun.name.is_none() => Sort::Open,
        _ => return None,
    };
    (fits && first).then(|| Source::Noun(Noun { sort, ..noun.clone() }))
}

/// What is told to say it right before the verb at `verb` or, where it is read, at the head of the sentence.
pub(super) fn impersonal(place: Place, verb: usize) -> Option<Source> {
    let class = place.chunk(verb)?.class;
    let several =
        class.any(Class::PLURAL) && !class.any(Class::SINGULAR) || class.any(Class::NEUTER.or(Class::READ));
    let near = (0..place.at).rev().filter(|at| at + 3 >= verb).find_map(|at| {
        let chunk = place.chunk(at)?;
        match &chunk.part {
            Part::Noun(noun) if class.any(Class::READ) && noun.sort == Sort::Document && at < verb => {
                Some(of_text(place, noun, chunk))
            }
            Part::Governed(noun)
                if several && matches!(noun.sort, Sort::Body | Sort::Document | Sort::Open)
                    || class.any(Class::READ) && noun.sort == Sort::Utterance =>
            {
                Some(of_text(place, noun, chunk))
            }
            _ => None,
        }
    });
    // `In the agency's report it says there: “…”`
    let reads = class.any(Class::READ) && place.text.grammar.capital_nouns;
    let first = || {
        let chunk = place.chunk(0).filter(|_| reads)?;
        let Part::Governed(noun) = &chunk.part else { return None };
        let told = matches!(noun.sort, Sort::Body | Sort::Document | Sort::Outlet);
        Some(if told { of_text(place, noun, chunk) } else { Source::Document(None, chunk.tokens.clone()) })
    };
    near.or_else(first)
}
