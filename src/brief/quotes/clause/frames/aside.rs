//! `X, said Y, lives “…”`, `— …, admitted X. — …`: a verb of saying set into the words it reports.

use super::behind;
use super::impersonal::of_itself;
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort};
use crate::brief::quotes::clause::subjects::{
    Frame, Place, Source, behind as behind_verb, is_within_group, noun_source,
};
use crate::brief::quotes::clause::words::{Class, Grammar};
use crate::brief::quotes::rule::Rule;

/// `— We stay — admitted X. — For good.`: a new sentence behind a dash goes on with whoever said the words before.
pub(super) fn resumed(place: Place) -> Option<Frame> {
    let end = place.at.checked_sub(2).filter(|end| place.is(*end, '.') && place.is_dash(end + 1))?;
    let first =
        (0..end).rev().find(|at| place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::Quote)))?;
    behind::find(Place { at: first, ..place }).filter(|frame| frame.beside)
}

/// `According to what X told the paper, the plan “…”`, with a verb right behind the preposition: X, or whoever spoke.
pub(super) fn as_was_said(place: Place) -> Option<Frame> {
    let first = place.chunk(0).filter(|_| place.text.grammar.by_order())?;
    let opens = matches!(first.part, Part::Aside) && first.class.any(Class::ACCORD_OPENS);
    let verb = place.chunk(1).filter(|verb| verb.is_finite() && verb.class.any(Class::SAY))?;
    let comma = (2..place.at).find(|at| place.is(*at, ','))?;
    let says = |at: usize| place.chunk(at).is_some_and(|chunk| chunk.is_verb(Class::SAY));
    let phrase = Grammar::phrase(&place.text.grammar.according, |offset| {
        place.text.lower(first.tokens.start + offset)
    });
    if !opens || phrase != first.tokens.len() || (comma..place.at).any(says) {
        return None;
    }
    let source = match behind_verb(place, 1, comma) {
        Some(noun) => noun_source(place, noun),
        None => Source::Silent(verb.class, verb.tokens.clone()),
    };
    Some(Frame { beside: false, ..Frame::new(Rule::According, source) })
}

/// `The minister, he said, lives “…”`: the verb of the clause behind the comma that ends what is said aside.
pub(super) fn reports_clause(place: Place, verb: usize) -> bool {
    let says = place.chunk(verb).is_some_and(|chunk| chunk.is_finite() && chunk.class.any(Class::SAY));
    let small = |at: &usize| place.chunk(*at).is_some_and(is_within_group);
    let next = (verb + 2..place.at).find(|at| !small(at) || place.chunk(*at).is_some_and(Chunk::is_finite));
    let main = next.and_then(|at| place.chunk(at)).is_some_and(Chunk::is_finite);
    let phrase = |chunk: &Chunk| matches!(chunk.part, Part::Noun(_) | Part::Governed(_));
    let subject = verb.checked_sub(2).and_then(|at| place.chunk(at)).is_some_and(phrase);
    place.text.grammar.by_order() && says && subject && main
}

/// `The protesters, said X, “…”`: whoever says so between commas.
pub(super) fn parenthetical<'p>(place: Place<'p, '_>, verb: usize) -> Option<&'p Noun> {
    let helper = |at: usize| place.chunk(at).is_some_and(|chunk| chunk.class.any(Class::HELPER));
    let head = (0..verb).rev().take_while(|at| helper(*at)).last().unwrap_or(verb);
    // `…, said X on Friday in the ministry, “…”`
    let small = |at: usize| {
        place.chunk(at).is_some_and(|chunk| matches!(chunk.part, Part::Aside | Part::Governed(_)))
    };
    let broken = (0..head).any(|at| place.chunk(at).is_some_and(Chunk::is_finite));
    let told = place.text.grammar.capital_nouns && broken && (verb + 2..place.at - 1).all(small);
    let ends = place.is(place.at - 1, ',') && verb + 3 <= place.at && (verb + 3 == place.at || told);
    let within = !place.text.grammar.by_order() && place.is(verb + 2, ',') && verb + 2 < place.at;
    // `…, so formulated it X, …`
    let thus = place.text.grammar.capital_nouns
        && head > 1
        && place.is(head - 2, ',')
        && place.chunk(head - 1).is_some_and(|chunk| chunk.class.any(Class::THUS));
    let it = thus && place.chunk(verb + 1).is_some_and(|chunk| chunk.class.any(Class::OBJECT));
    if it && place.is(verb + 3, ',') {
        return place.noun(verb + 2).filter(|noun| noun.can_speak() && noun.may_be_subject);
    }
    let between = head > 0 && place.is(head - 1, ',') && (ends || within);
    let somebody = |noun: &Noun| {
        noun.can_speak() || noun.sort == Sort::Thing && noun.determiner.any(Class::ONE.or(Class::THE))
    };
    place.noun(verb + 1).filter(|noun| between && somebody(noun) && noun.may_be_subject)
}

/// `continúa “vendiendo humo”`: what somebody goes on doing is in the marks.
pub(super) fn goes_on_doing(place: Place, at: usize) -> bool {
    let token = place.chunk(place.at).map_or(0, |chunk| chunk.tokens.start);
    let first = place.text.marked_at(token).and_then(|marked| marked.split_whitespace().next());
    let gerund = first.is_some_and(|first| {
        let class = place.text.grammar.class(first);
        class.any(Class::GERUND) && !class.any(Class::FINITE)
    });
    let beside = (at + 1..place.at).all(|at| {
        matches!(place.chunk(at).map(|chunk| &chunk.part), Some(Part::Quote | Part::And | Part::Mark(',')))
    });
    place.text.grammar.by_order() && gerund && beside
}

/// `X, calling it “…”, left`: X, where a gerund stands behind a comma before any other verb.
pub(super) fn apposed(place: Place, verb: usize) -> Option<Noun> {
    let class = place.chunk(verb)?.class;
    let gerund = class.any(Class::GERUND) && !class.any(Class::FINITE) && place.text.grammar.by_order();
    let comma = verb.checked_sub(1).filter(|comma| gerund && place.is(*comma, ','))?;
    let first = (0..comma).all(|at| !place.chunk(at).is_some_and(Chunk::is_finite));
    // `The board “closed the shop”, regretting “…”`
    let quote = |at: usize| place.chunk(at).is_some_and(|chunk| matches!(chunk.part, Part::Quote));
    let at = comma.checked_sub(1).map(|at| if quote(at) { at.saturating_sub(1) } else { at });
    let noun = at.and_then(|at| place.noun(at)).filter(|_| first)?;
    (noun.can_speak() && noun.may_be_subject).then(|| noun.clone())
}

/// `Para justificar la multa, X deberá probar “…”`: behind a preposition at the head of the sentence.
pub(super) fn is_purpose(place: Place, verb: usize) -> bool {
    let token = place.chunk(verb).map_or(0, |chunk| chunk.tokens.start);
    verb == 1 && token > 0 && place.text.has(token - 1, Class::PREPOSITION.or(Class::OF))
}

/// `X said that the vote celebrates itself “…”`: a reflexive verb of a thing in what somebody says.
pub(super) fn happens(place: Place, verb: usize) -> bool {
    let small = |at: &usize| place.chunk(*at).is_some_and(is_within_group);
    let thing = (0..verb).rev().find(|at| !small(at)).and_then(|at| place.noun(at));
    let that = (0..verb).rev().find(|at| place.chunk(*at).is_some_and(|chunk| chunk.class.any(Class::THAT)));
    let opener = that.and_then(|that| (0..that).rev().find(|at| !small(at)));
    let reported = opener.and_then(|at| place.chunk(at)).is_some_and(|chunk| chunk.is_verb(Class::SAY));
    reported && thing.is_some_and(|noun| noun.sort == Sort::Thing) && of_itself(place, verb)
}

/// Chunks between somebody and the words that the verb of a clause before brings.
const SHARED: usize = 4;

/// `Of “…” spoke X, her colleague Y even of “…”`: somebody behind a comma, no verb between, and before it words in marks and
/// the verb of saying that brings them, where every noun has a capital.
pub(super) fn shares_verb(place: Place) -> Option<Frame> {
    // `von einem „…“`: a preposition and its article alone
    let tied = |at: usize, chunk: &Chunk| {
        at + 1 == place.at && matches!(chunk.part, Part::Governed(_)) && chunk.tokens.len() <= 2
    };
    let small =
        |at: usize| place.chunk(at).is_some_and(|chunk| matches!(chunk.part, Part::Aside) || tied(at, chunk));
    let at = (0..place.at).rev().take(SHARED).find(|at| !small(*at))?;
    let noun = place.noun(at).filter(|noun| noun.is_human() && noun.may_be_subject)?;
    let comma = at.checked_sub(1).filter(|at| place.is(*at, ',') || place.is(*at, ';'))?;
    let before = |wanted: fn(&Chunk) -> bool| (0..comma).any(|at| place.chunk(at).is_some_and(wanted));
    let quoted = before(|chunk| matches!(chunk.part, Part::Quote));
    let says = before(|chunk| chunk.is_finite() && chunk.class.any(Class::CUE));
    let shares = place.text.grammar.capital_nouns && quoted && says && noun.sort != Sort::Pronoun;
    shares.then(|| Frame { beside: false, ..Frame::new(Rule::Before, noun_source(place, noun.clone())) })
}
