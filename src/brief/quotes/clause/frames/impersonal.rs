//! Verbs without a subject, and where or in which text it is said: `In the ministry they confirmed “…”`, `In the report it
//! says: “…”`.

use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort};
use crate::brief::quotes::clause::subjects::{Place, Source, noun_source, of_text, owner};
use crate::brief::quotes::clause::words::Class;

/// `In the ministry they confirmed that “…”`: a verb of several without a subject, or with a pronoun that is nobody's, and
/// where it is said at the head of the sentence.
pub(super) fn in_body(place: Place, verb: usize, source: &Source) -> Option<Source> {
    let Part::Governed(noun) = &place.chunk(0)?.part else { return None };
    // `En un correo que ha visto este diario se habla de “…”`
    let outlet = matches!(source, Source::Noun(noun) if matches!(noun.sort, Sort::Outlet | Sort::Thing));
    if outlet && of_itself(place, verb) && noun.sort == Sort::Document {
        return Some(Source::Document(owner(place, noun), place.chunk(0)?.tokens.clone()));
    }
    let Source::Silent(class, _) = source else { return None };
    let several = class.any(Class::PLURAL) && !class.any(Class::SINGULAR) && place.text.grammar.cases;
    let anybody = class.any(Class::SUBJECT) && !class.any(Class::GENDER.or(Class::PLURAL));
    let helper = |at: &usize| place.chunk(*at).is_some_and(|chunk| chunk.is_verb(Class::HELPER));
    let group = (0..verb).rev().take_while(helper).last().unwrap_or(verb);
    let first = !(0..group).any(|at| place.chunk(at).is_some_and(Chunk::is_main_verb));
    let fits = if class.any(Class::SUBJECT) { anybody } else { several };
    let reads = place.chunk(verb)?.class.any(Class::READ) && noun.sort == Sort::Utterance;
    if (fits || of_itself(place, verb)) && first && (reads || noun.sort == Sort::Document) {
        return Some(Source::Document(owner(place, noun), place.chunk(0)?.tokens.clone()));
    }
    let sort = match noun.sort {
        Sort::Body | Sort::Outlet | Sort::Open => noun.sort,
        Sort::Role if place.text.grammar.cases && noun.name.is_none() => Sort::Open,
        _ => return None,
    };
    (fits && first).then(|| Source::Noun(Noun { sort, ..noun.clone() }))
}

/// `si legge`, `fala-se`: a reflexive pronoun beside a verb of one that is told of nobody, where order tells subjects.
pub(super) fn of_itself(place: Place, verb: usize) -> bool {
    let Some(chunk) = place.chunk(verb).filter(|chunk| chunk.is_finite()) else { return false };
    let behind = place.text.lower(chunk.tokens.start).rsplit_once('-').map_or("", |(_, last)| last);
    let before = verb.checked_sub(1).and_then(|at| place.chunk(at));
    let itself = |class: Class| class.any(Class::SELF);
    place.text.grammar.by_order()
        && (itself(place.text.grammar.class(behind)) || before.is_some_and(|chunk| itself(chunk.class)))
}

/// `Sur le site il est écrit`, `Está escrito en la carta`: the participle at `verb` of a verb of saying behind the
/// auxiliary of a state, and the text at the head of the sentence or right behind.
pub(super) fn written_in(place: Place, verb: usize) -> Option<Source> {
    let helper = verb.checked_sub(1).and_then(|at| place.chunk(at))?;
    if !place.text.grammar.by_order() || !helper.class.any(Class::PASSIVE_HELPER) {
        return None;
    }
    let pronoun = |noun: &Noun| noun.sort == Sort::Pronoun;
    let other = |at: usize| place.noun(at).is_some_and(|noun| !pronoun(noun) && noun.may_be_subject);
    if (0..verb).any(other) {
        return None;
    }
    [0, verb + 1].into_iter().find_map(|at| {
        let chunk = place.chunk(at)?;
        match &chunk.part {
            Part::Governed(noun) if matches!(noun.sort, Sort::Document | Sort::Outlet) => {
                Some(Source::Document(owner(place, noun), chunk.tokens.clone()))
            }
            _ => None,
        }
    })
}

/// Tokens between a noun for a text and the verb of the clause that tells what it says.
const CLAUSE: usize = 7;

/// `a report in which it is stressed that “…”`: the noun for a text before the relative clause of a reflexive verb of saying.
pub(super) fn in_which(place: Place, verb: usize) -> Option<Source> {
    let text = place.text;
    let token = place.chunk(verb)?.tokens.start;
    let small = Class::SELF.or(Class::NOT).or(Class::ASIDE).or(Class::HELPER).or(Class::RELATIVE);
    let small = small.or(Class::SUBORDINATE).or(Class::PREPOSITION).or(Class::THE);
    let first = (token.saturating_sub(CLAUSE)..token).rev().take_while(|at| text.has(*at, small)).last()?;
    let itself = of_itself(place, verb) || (first..token).any(|at| text.has(at, Class::SELF));
    let joined = (first..token).any(|at| {
        text.has(at, Class::RELATIVE) || text.has(at, Class::SUBORDINATE) && !text.has(at, Class::THAT)
    });
    let at = (0..verb).rev().find(|at| place.chunk(*at).is_some_and(|chunk| chunk.tokens.start < first))?;
    let noun = place.noun(at).filter(|noun| noun.sort == Sort::Document && noun.tokens.end == first);
    let noun = noun.filter(|_| itself && joined && text.grammar.by_order())?;
    Some(Source::Document(owner(place, noun), noun.tokens.clone()))
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
            Part::Governed(noun) if of_itself(place, verb) && noun.sort == Sort::Document => {
                Some(of_text(place, noun, chunk))
            }
            Part::Governed(noun)
                if several && matches!(noun.sort, Sort::Body | Sort::Document | Sort::Open)
                    || class.any(Class::READ) && noun.sort == Sort::Utterance =>
            {
                let (noun, chunk) = seated(place, at, noun).unwrap_or((noun, chunk));
                Some(of_text(place, noun, chunk))
            }
            _ => None,
        }
    });
    // `In the agency's report it says there: “…”`
    let reads = class.any(Class::READ) && !class.any(Class::SAY) || of_itself(place, verb);
    let first = || {
        let chunk = place.chunk(0).filter(|_| reads)?;
        let Part::Governed(noun) = &chunk.part else { return None };
        let told = matches!(noun.sort, Sort::Body | Sort::Document | Sort::Outlet);
        if !told && !place.text.grammar.capital_nouns {
            return None;
        }
        Some(if told { of_text(place, noun, chunk) } else { Source::Document(None, chunk.tokens.clone()) })
    };
    near.or_else(first)
}

/// «В посольстве в Мерии сказали»: the body, of the two phrases behind prepositions the one before its place.
fn seated<'p>(place: Place<'p, '_>, at: usize, town: &Noun) -> Option<(&'p Noun, &'p Chunk)> {
    let named = place.text.has(town.head, Class::PLACE) || town.sort == Sort::Capital;
    let chunk =
        at.checked_sub(1).filter(|_| named && place.text.grammar.cases).and_then(|at| place.chunk(at))?;
    match &chunk.part {
        Part::Governed(noun) if matches!(noun.sort, Sort::Body | Sort::Outlet) && noun.name.is_none() => {
            Some((noun, chunk))
        }
        _ => None,
    }
}

/// «В послании главе Мерии Марку Портову говорится: „…“»: somebody in the clause of a verb that tells what a text says, who
/// does not say it.
pub(super) fn is_beside_text(place: Place, verb: usize, source: &Source) -> bool {
    let Some(chunk) = place.chunk(verb).filter(|_| place.text.grammar.gendered_verbs) else { return false };
    let Source::Noun(noun) = source else { return false };
    let reads = chunk.class.any(Class::READ) && !chunk.class.any(Class::SAY) && noun.is_human();
    let within = |at: &usize| place.chunk(*at).is_some_and(|chunk| chunk.tokens.start > noun.tokens.start);
    let that = |at: usize| place.chunk(at).is_some_and(|chunk| matches!(chunk.part, Part::Subordinate));
    reads && !(0..verb).rev().take_while(within).any(that)
}

/// `they say from the town hall`: a verb of several right before what it is said from, where order tells subjects.
pub(super) fn from_body(place: Place, verb: usize) -> Option<Noun> {
    let class = place.chunk(verb)?.class;
    let several = class.any(Class::PLURAL) && !class.any(Class::SINGULAR) && class.any(Class::SAY);
    let chunk = place.chunk(verb + 1).filter(|chunk| chunk.class.any(Class::AGENT))?;
    let Part::Governed(noun) = &chunk.part else { return None };
    // `they say from home, X and Y`, but `from the office of the lawyer X`
    let whose = place.text.has(noun.tokens.end - 1, Class::ROLE);
    let somebody = place.noun(verb + 2).is_some_and(|noun| noun.is_human() && !whose);
    let place_of = noun.sort != Sort::Person && noun.sort != Sort::Role && !somebody;
    let body = Noun { sort: Sort::Body, name: None, ..noun.clone() };
    (place.text.grammar.by_order() && several && place_of).then_some(body)
}

/// `as is read in the words of X: “…”`: X, or the text right behind a verb that tells of nobody who reads.
pub(super) fn read_in(place: Place, verb: usize) -> Option<Source> {
    let read = place.chunk(verb)?.class.any(Class::READ) && of_itself(place, verb);
    let chunk = place.chunk(verb + 1).filter(|_| read)?;
    match &chunk.part {
        Part::Governed(noun) if noun.sort == Sort::Utterance => {
            owner(place, noun).map(|owner| noun_source(place, owner))
        }
        Part::Governed(noun) if noun.sort == Sort::Document && owner(place, noun).is_none() => {
            Some(of_text(place, noun, chunk))
        }
        _ => None,
    }
}

/// «сообщили в министерстве»: a verb of several without a subject, and a body behind a preposition.
pub(super) fn said_in(place: Place, verb: usize, start: usize) -> Option<Source> {
    let class = place.chunk(verb)?.class;
    let several = class.any(Class::PLURAL) && !class.any(Class::SINGULAR)
        || class.any(Class::READ.or(Class::PASSIVE))
        || class.any(Class::NEUTER);
    let behind = verb + 1..place.chunks.len().min(verb + 4);
    behind.chain(start..verb).find_map(|at| match &place.chunk(at)?.part {
        Part::Governed(noun) if several && matches!(noun.sort, Sort::Body | Sort::Open) => {
            Some(Source::Noun(noun.clone()))
        }
        _ => None,
    })
}
