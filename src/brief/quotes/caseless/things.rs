//! Words in marks that name a thing, are called by a verb or written on something, where the verb opens the sentence.

use super::page::tags;
use super::place::Place;
use super::unsaid::phrases::opens_with_denial;
use super::words::tags::Tags;
use super::words::token::{COLONS, COMMAS, Token};
use crate::languages::Order;

/// Words from which a sentence in marks is a statement.
pub(crate) const STATEMENT: usize = 4;
/// Words of the longest name of a thing.
const LONGEST_THING: usize = 6;
/// Verbs of all kinds.
const VERBS: Tags = Tags::CUE.or(Tags::OTHER_VERB);

/// True for words that a verb of calling makes a quote: `the word “x”`, `what it called “x”`.
#[must_use]
pub(crate) fn is_called(place: &Place, before: Option<&Token>) -> bool {
    let word = before.is_some_and(|before| before.has(Tags::NAMING) && before.has(Tags::SPEECH_NOUN));
    let what = place.at.checked_sub(2).is_some_and(|at| tags(place.tokens, at).any(Tags::WHO));
    let plain = |at: &usize| place.tokens.get(*at).is_some_and(|token| token.quotation().is_none());
    let clause = || (place.start..place.at).rev().take_while(plain).map(|at| tags(place.tokens, at));
    let verbs = || clause().filter(|tags| tags.any(VERBS));
    word && verbs().next().is_some() && !verbs().any(|verb| verb.any(Tags::NAMING))
        || what
            && before
                .is_some_and(|before| before.has(Tags::NAMING.or(Tags::WEAK)) && !before.form.contains(' '))
}

/// True for words behind a noun whose name they are, or that an outlet is told.
#[must_use]
pub(crate) fn names_thing(place: &Place, before: Option<&Token>) -> bool {
    const THINGS: Tags =
        Tags::NAMING.or(Tags::WORK).or(Tags::BODY).or(Tags::COUNTRY).or(Tags::OFFICE).or(Tags::AGENCY);
    const NAMED: Tags = Tags::NAMING.or(Tags::WORK).or(Tags::AGENCY);
    let Some(before) = before else { return false };
    let opens = Tags::THAT.or(Tags::CUE);
    // a body with the article behind a verb or a conjunction is a subject
    let led = place
        .at
        .checked_sub(2)
        .is_some_and(|at| tags(place.tokens, at).any(opens.or(Tags::OTHER_VERB).or(Tags::CONJUNCTION)));
    let subject = before.has(Tags::ARTICLE.or(Tags::COUNTRY).or(Tags::OWNED)) && led;
    let outlet = place.touches(Tags::PREPOSITION) && place.spaced_words() < STATEMENT && opens_behind(place);
    let told = before.has(Tags::BODY)
        && !before.has(Tags::NAMING.or(Tags::WORK))
        && opens_with_denial(place.page.language, place.page.lexicon, place.words);
    // a whole sentence behind a noun of what is said is no name
    let that = (place.start..place.at).any(|at| tags(place.tokens, at).any(Tags::THAT));
    let office = before.has(Tags::OFFICE) && before.has(Tags::ARTICLE) && !before.has(Tags::BODY);
    let fewest = if office { STATEMENT - 1 } else { STATEMENT };
    let said = that && place.spaced_words() >= fewest && !before.has(NAMED);
    // a place that a preposition leads has no name behind it
    let from = place.at.checked_sub(2).is_some_and(|at| tags(place.tokens, at).any(Tags::PREPOSITION));
    let named = if from && before.has(Tags::COUNTRY) { THINGS.without(Tags::COUNTRY) } else { THINGS };
    // `known as “x”`
    let known = place.at.checked_sub(2).map_or(Tags::NONE, |at| tags(place.tokens, at));
    let adjunct = !before.has(NAMED) && place.opens_adjunct();
    // no name of a thing is as long as what somebody says in the sentence
    let says = |at: usize| tags(place.tokens, at).any(Tags::VERB.or(Tags::PARTICIPLE));
    let long = !before.has(Tags::NAMING.or(Tags::WORK)) && place.spaced_words() > LONGEST_THING;
    let told = told || long && (place.start..place.at).any(says);
    let known = known.any(Tags::NAMING)
        && !known.any(Tags::SPEECH_NOUN.or(opens))
        && place.touches(Tags::PREPOSITION);
    known
        || before.has(named) && !before.has(opens) && !subject && !told && !said && !adjunct
        || outlet
        || is_outlet_spoken_to(place, before)
        || is_described_work(place, before)
}

/// `in a call by phone with “X”, that`: a few words behind a noun for talk and a preposition, and what opens reported words
/// behind them.
fn is_outlet_spoken_to(place: &Place, before: &Token) -> bool {
    let talk =
        |at: usize| place.at.checked_sub(at).is_some_and(|at| tags(place.tokens, at).any(Tags::SPEECH_NOUN));
    let adjective =
        place.at.checked_sub(2).and_then(|at| place.tokens.get(at)).is_some_and(Token::is_unknown);
    let with = before.has(Tags::PREPOSITION) && (talk(2) || adjective && talk(3));
    with && place.spaced_words() < STATEMENT && opens_behind(place)
}

/// What opens reported words stands behind it, a comma between or none.
fn opens_behind(place: &Place) -> bool {
    let comma = usize::from(place.next().is_some_and(|next| next.is_mark(&COMMAS)));
    tags(place.tokens, place.at + 1 + comma).any(Tags::THAT.or(Tags::RELAY_OF))
}

/// True for the name of a work behind the noun for it and an adjective: `the new novel “…”`.
fn is_described_work(place: &Place, before: &Token) -> bool {
    let noun = place.at.checked_sub(2).map_or(Tags::NONE, |at| tags(place.tokens, at));
    let adjective = before.is_unknown() && before.has(Tags::ARTICLE) && !before.has(Tags::GLUED);
    // what is reported of it stands in the marks
    let that = place.at.checked_sub(3).is_some_and(|at| tags(place.tokens, at).any(Tags::THAT));
    adjective
        && !that
        && noun.any(Tags::WORK)
        && noun.any(Tags::ARTICLE.or(Tags::OWNED))
        && !noun.any(Tags::CUE)
}

/// Words written on something: a banner stands between the verb and them.
#[must_use]
pub(crate) fn is_written(place: &Place) -> bool {
    // where the verb is last, what it is written on stands before it
    let last = place.page.lexicon.order == Some(Order::ClauseFinal);
    let before = place.before().is_some_and(|before| before.is_mark(&COLONS));
    let verb = place.at.checked_sub(2).filter(|at| last && before && tags(place.tokens, *at).any(Tags::VERB));
    let led = |at: usize| at == place.start || tags(place.tokens, at - 1).any(Tags::PREPOSITION);
    let heads = tags(place.tokens, place.start).any(Tags::PREPOSITION.or(Tags::SIGN));
    if let Some(verb) = verb.filter(|_| heads) {
        let verbs = |at: &usize| !tags(place.tokens, *at).any(VERBS);
        let mut clause = (place.start..verb).rev().take_while(verbs);
        return clause.any(|at| tags(place.tokens, at).any(Tags::SIGN) && led(at));
    }
    (place.start..place.at)
        .rev()
        .take_while(|at| {
            !tags(place.tokens, *at).any(Tags::VERB.or(Tags::THAT)) || tags(place.tokens, *at).any(Tags::SIGN)
        })
        .any(|at| tags(place.tokens, at).any(Tags::SIGN))
}
