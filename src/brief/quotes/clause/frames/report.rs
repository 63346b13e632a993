//! `X said his organisation considers it “…”`: who reports what another clause tells.

use crate::brief::quotes::clause::antecedent::speaks_as_one;
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort, is_surname_elsewhere};
use crate::brief::quotes::clause::subjects::{self as subject, Place, Source};
use crate::brief::quotes::clause::words::Class;

/// Chunks between a verb and the conjunction that opens its clause.
const NEAR: usize = 8;

/// Chunks between an auxiliary and its participle.
const STATE: usize = 4;

/// `X said his organisation considers it “…”`: X.
#[must_use]
pub(super) fn whole_report(place: Place, verb: usize, source: Source) -> Source {
    // `X said his men are worried: “…”`: X; `X said Y is worried: “…”`: Y
    let named = matches!(&source, Source::Noun(noun) if noun.name.is_some());
    let state = state(place, verb).filter(|_| !named);
    // `X said Y had told them: “…”`: Y
    let says = place.chunk(verb).is_some_and(|chunk| chunk.class.any(Class::SAY));
    let told = place.is(place.at - 1, ':') && says && state.is_none();
    let verb = state.unwrap_or(verb);
    // «X сообщил, что Y недоволен: „…“»: Y
    let feels = named && place.chunk(verb).is_some_and(|chunk| chunk.class.any(Class::FEEL));
    let inner = match &source {
        Source::Noun(noun) if feels || told && noun.is_human() => return source,
        Source::Noun(noun) => {
            noun.determiner.any(Class::OWNER) && noun.name.is_none() && !tells_of(place, verb)
        }
        // `X said she meant “…”`
        Source::Silent(class, _) => {
            place.text.grammar.by_order() && class.any(Class::SUBJECT) && !tells_of_thing(place, verb)
        }
        Source::Document(..) => false,
    } || is_reported(place, verb)
        || named && told && is_place_in_first_person(place, &source);
    let land = is_land_that_judges(place, verb, &source);
    let outer = subject::outer(place, reported_from(place, verb, &source)).filter(|outer| {
        (inner || land) && place.chunk(*outer).is_some_and(|chunk| chunk.class.any(Class::SAY))
    });
    let human = matches!(&source, Source::Noun(noun) if noun.is_human());
    if human && let Some(text) = text_that_tells(place, verb) {
        return text;
    }
    let somebody = |teller: &Source| matches!(teller, Source::Noun(noun) if noun.is_human());
    let teller = outer.and_then(|outer| subject::of(place, outer, verb));
    teller.filter(|teller| inner || somebody(teller)).unwrap_or(source)
}

/// `X asked about a letter in which he wanted “…”`: the verb stands in a clause that a relative pronoun behind a preposition
/// opens.
fn tells_of_thing(place: Place, verb: usize) -> bool {
    let opens = (0..verb).rev().take(NEAR).find(|at| {
        place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::Subordinate | Part::Relative))
    });
    let Some((opens, chunk)) = opens.and_then(|at| Some((at, place.chunk(at)?))) else { return false };
    let at = chunk.tokens.start;
    let tie = |at: usize| place.text.has(at, Class::PREPOSITION.or(Class::OF));
    let plain = |at: usize| tie(at) && place.text.lower(at) != place.text.grammar.owner_preposition;
    let that = chunk.class.any(Class::THAT);
    // `warned of that`, `until that`: a conjunction
    let noun = |at: usize| {
        let part = place.chunk(at).map(|chunk| &chunk.part);
        matches!(part, Some(Part::Noun(_) | Part::Governed(_)))
    };
    let led = at > 0 && plain(at - 1) && (!that || opens > 1 && noun(opens - 2));
    let article = at > 1 && place.text.has(at - 1, Class::THE) && tie(at - 2);
    chunk.class.any(Class::RELATIVE) && (led || article || tie(at) && !that)
}

/// `X said the country had taken “…”`: where the verb of a body that only judges begins, with its auxiliary.
fn reported_from(place: Place, verb: usize, source: &Source) -> usize {
    let place_name = |noun: &Noun| noun.sort == Sort::Capital && place.text.has(noun.head, Class::PLACE);
    let body = matches!(source, Source::Noun(noun) if noun.sort == Sort::Body || place_name(noun));
    let judges = place.chunk(verb).is_some_and(|chunk| chunk.class.any(Class::CALL));
    let group = |at: &usize| place.chunk(*at).is_some_and(subject::is_within_group);
    let length = (0..verb).rev().take_while(group).count();
    if body && judges && place.text.grammar.by_order() { verb - length } else { verb }
}

/// The auxiliary of the passive before a participle that tells how somebody is: `are worried`.
fn state(place: Place, verb: usize) -> Option<usize> {
    let class = place.chunk(verb)?.class;
    let participle = class.any(Class::PARTICIPLE);
    let small = |at: &usize| {
        place.chunk(*at).is_some_and(|chunk| match &chunk.part {
            Part::Aside => true,
            Part::Noun(noun) => noun.sort == Sort::Thing,
            _ => false,
        })
    };
    let helper = (0..verb).rev().take(STATE).find(|at| !small(at)).filter(|_| participle)?;
    let first = place.chunk(helper)?.tokens.start;
    let passive = place.text.has(first, Class::PASSIVE_HELPER) && place.text.has(first, Class::FINITE);
    (place.text.grammar.by_order() && passive).then_some(helper)
}

/// «X сказал, что Мерия ждёт „…“»: a country or a town that is told to judge, to wait, to see so: X says it.
fn is_land_that_judges(place: Place, verb: usize, source: &Source) -> bool {
    let class = place.chunk(verb).map_or(Class::NONE, |chunk| chunk.class);
    let Source::Noun(noun) = source else { return false };
    let land = noun.tokens.clone().any(|at| place.text.has(at, Class::PLACE))
        && !noun.tokens.clone().any(|at| place.text.has(at, Class::NOUN));
    // «X сказал, что Мерия назвала это „…“»: what a country said by then is its own
    let judges = class.any(Class::CALL) && !class.any(Class::SAY.or(Class::GENDER));
    place.text.grammar.gendered_verbs && judges && land && !noun.is_human()
}

/// `The verdict holds that X ordered the transfers “with full knowledge of their end”`: the text that tells what somebody did,
/// where small words behind an object tell how.
fn text_that_tells(place: Place, verb: usize) -> Option<Source> {
    let object = |noun: &Noun| !noun.is_human() && noun.sort != Sort::Capital;
    let done = place.noun(verb + 1).is_some_and(object) && verb + 2 == place.at && place.begins_small();
    let group = |at: &usize| place.chunk(*at).is_some_and(subject::is_within_group);
    let first = verb - (0..verb).rev().take_while(group).count();
    let outer = subject::outer(place, first).filter(|_| done && is_reported(place, verb))?;
    subject::of(place, outer, verb).filter(|teller| matches!(teller, Source::Document(..)))
}

/// «X сказал, что Мерия говорит об этом: „Я …“»: a place that is told to speak of itself as one person speaks: X does.
fn is_place_in_first_person(place: Place, source: &Source) -> bool {
    let token = place.chunk(place.at).map_or(0, |chunk| chunk.tokens.start);
    let language = place.text.document.language;
    let own = || place.text.marked_at(token).is_some_and(|words| speaks_as_one(language, words));
    let land =
        |noun: &Noun| place.text.has(noun.head, Class::PLACE) && !is_surname_elsewhere(place.text, noun.head);
    matches!(source, Source::Noun(noun) if land(noun)) && own()
}

/// `X keeps the rate with a measure that Y calls “…”`: the verb before the conjunction at `that` has a thing as its object,
/// so that the clause behind tells of another phrase, where order tells subjects.
pub(super) fn has_object(place: Place, that: usize) -> bool {
    let thing = |noun: &Noun| noun.sort == Sort::Thing && noun.determiner.any(Class::THE.or(Class::ONE));
    let verb =
        (0..that).rev().find(|at| place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::Verb)));
    let object = |verb: usize| {
        matches!(place.chunk(that - 1).map(|chunk| &chunk.part), Some(Part::Governed(_)))
            && place.noun(verb + 1).is_some_and(thing)
    };
    place.text.grammar.by_order() && verb.is_some_and(object)
}

/// `X said that Y plans “…”`: a verb in a clause that a verb of saying opens.
pub(super) fn is_reported(place: Place, verb: usize) -> bool {
    let opens = (0..verb).rev().take(NEAR).find(|at| {
        place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::Subordinate | Part::Relative))
    });
    // `a measure that the union called “…”`: the clause tells more of a thing
    let of_thing = |at: usize| {
        tells_of_thing(place, verb)
            || at > 0 && place.noun(at - 1).is_some_and(|noun| !noun.can_speak())
            || has_object(place, at)
    };
    let that = opens.filter(|at| place.chunk(*at).is_some_and(|chunk| chunk.class.any(Class::THAT)));
    // «сообщил, что жители недовольны: „…“»: who is told to feel so says nothing
    let class = place.chunk(verb).map_or(Class::NONE, |chunk| chunk.class);
    let feels = class.any(Class::FEEL) && place.is(place.at - 1, ':');
    (place.text.grammar.by_order() || feels) && that.is_some_and(|at| !of_thing(at)) && !tells_of(place, verb)
}

/// `the rival, whom his opponents call “…”`: a conjunction behind a comma tells of the phrase before it, where order tells
/// subjects.
pub(super) fn tells_of(place: Place, verb: usize) -> bool {
    let opens = (0..verb).rev().take(NEAR).find(|at| {
        place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::Subordinate | Part::Relative))
    });
    let phrase = |chunk: &Chunk| matches!(chunk.part, Part::Noun(_) | Part::Governed(_));
    // `told the minister, Ana Porto, that the army needs “…”`
    let told = |at: usize| matches!(place.chunk(at - 2).map(|chunk| &chunk.part), Some(Part::Governed(noun)) if noun.is_human());
    let own = |at: usize| told(at) && place.noun(at + 1).is_some();
    let tied = |at: usize| place.is(at - 1, ',') && place.chunk(at - 2).is_some_and(phrase) && !own(at);
    let behind = |at: usize| at > 1 && tied(at);
    place.text.grammar.by_order() && opens.is_some_and(behind)
}
