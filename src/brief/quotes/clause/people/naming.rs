//! Names as they stand: what makes one, its words, how it is shown.

use std::ops::Range;

use super::someone::{Gender, Someone};
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort, Text};
use crate::brief::quotes::clause::words::Class;
use crate::text::without_invisible;

/// True for a name by more than its capitals, where every noun has one: a first name, an office before it, a verb of saying
/// beside it. Elsewhere any is.
#[must_use]
pub(crate) fn is_proven(text: &Text, noun: &Noun, says: bool) -> bool {
    let Some(name) = noun.name.clone().filter(|_| text.grammar.capital_nouns) else { return true };
    let given = name.clone().any(|at| text.has(at, Class::FIRST_NAME));
    let titled = text.has(noun.head, Class::ROLE.or(Class::OPEN))
        || name.start > 0 && text.has(name.start - 1, Class::ADDRESS.or(Class::ROLE));
    let opens = text.has(name.start, Class::OPENS) && name.len() == 1;
    let common = name.clone().any(|at| text.grammar.is_feminine(text.lower(at)));
    let called = is_called(text, noun, &name);
    let bare = noun.determiner == Class::NONE && !opens;
    // `Ana Porto, 68,`, `Ana Porto, the coach of the team,`: what stands behind the comma tells of a person
    let told_of = name.len() == FULL
        && noun.determiner == Class::NONE
        && text.is(name.end, ',')
        && noun.tokens.end > name.end + 1;
    given
        || titled
        || told_of && noun.sort == Sort::Person
        || noun.sort == Sort::Body
        || says && !common && (bare || called)
}

/// `der Hydrologe Onno Unger`: an article, a noun nobody knows and two capitals, where every noun has a capital.
fn is_called(text: &Text, noun: &Noun, name: &Range<usize>) -> bool {
    let article = noun.determiner.any(Class::THE.or(Class::FEMALE_CASE).or(Class::ONE));
    let alone = noun.role.len() == CALLED && noun.role.end == name.start;
    let called = name.start.checked_sub(1).is_some_and(|at| text.has(at, Class::CAPITAL));
    article && alone && called && name.len() == FULL && name.clone().all(|at| text.is_name_word(at))
}

/// Words of a full name.
const FULL: usize = 2;

/// Words of an article and of what somebody is.
const CALLED: usize = 2;

/// Full names are noted first, so that surnames find them.
pub(super) fn full(noun: &Noun) -> bool {
    noun.sort == Sort::Person && noun.name.as_ref().is_some_and(|name| name.len() > 1)
}

/// `Mme Porto`: a surname behind a title of courtesy, which is of somebody told of before.
pub(super) fn addressed(text: &Text, noun: &Noun) -> bool {
    let title = |at: usize| text.has(at, Class::ADDRESS);
    text.grammar.by_order() && noun.sort == Sort::Person && noun.role.clone().any(title)
}

/// The gender that the first name of a full name tells; behind a title, `Sister Agnes Porto`, where order tells subjects.
pub(super) fn given_gender(text: &Text, range: &Range<usize>) -> Option<Gender> {
    let second = text.grammar.by_order() && range.len() > 2 && !text.has(range.start, Class::FIRST_NAME);
    let first = range.start + usize::from(second);
    Gender::of(text.class(first)).filter(|_| range.len() > 1 && text.has(first, Class::FIRST_NAME))
}

/// True for a name of no person: of a country, a paper, a body.
pub(super) fn is_body(text: &Text, noun: &Noun) -> bool {
    let told = text.grammar.gendered_verbs && noun.sort == Sort::Body;
    // `segundo o KTUU`
    let initials =
        text.grammar.by_order() && noun.determiner.any(Class::THE) && text.has(noun.head, Class::UPPER);
    told || initials || noun.class.any(Class::PLACE.or(Class::OUTLET).or(Class::BODY))
}

/// «…, пані Анно?»: a title of courtesy between a comma and a mark: whoever is spoken to.
pub(super) fn is_called_upon(text: &Text, noun: &Noun) -> bool {
    let (start, end) = (noun.tokens.start, noun.tokens.end);
    let marks = [',', '.', '?', '!'];
    text.has(start, Class::ADDRESS)
        && text.grammar.gendered_verbs
        && start > 0
        && text.is(start - 1, ',')
        && marks.iter().any(|mark| text.is(end, *mark))
}

/// Sentences between an office and the name of whoever holds it.
const BRIDGE: usize = 2;

/// One more where order tells subjects.
const FARTHER: usize = 1;

/// The office, of those without a name in the sentences told of with them, that somebody named in the sentence `number` may
/// hold: the last, or where that is of another gender the last of that person's.
pub(super) fn bridged<'n>(
    text: &Text,
    open: &[(usize, &'n Noun)],
    number: usize,
    known: Option<&Someone>,
) -> Option<&'n Noun> {
    let reach = BRIDGE + if text.grammar.by_order() { FARTHER } else { 0 };
    let (_, last) = *open.last().filter(|(from, _)| number <= from + reach)?;
    let own = known.and_then(|known| known.gender);
    let differs = own.is_some() && Gender::of(last.class).is_some_and(|gender| Some(gender) != own);
    if !differs {
        return Some(last);
    }
    let same = |noun: &Noun| Gender::of(noun.class) == own;
    open.iter().rev().find(|(from, noun)| number <= from + reach && same(noun)).map(|(_, noun)| *noun)
}

/// True for a phrase that a verb of saying brings or that stands before any verb of its sentence: who is told of in an inner
/// clause or as an object is not whoever an office before meant.
pub(super) fn leads_clause(chunks: &[Chunk], at: usize) -> bool {
    let before = chunks.get(..at).unwrap_or_default();
    let said = before.last().is_some_and(|chunk| chunk.is_verb(Class::CUE));
    let opened =
        |chunk: &Chunk| chunk.is_finite() || matches!(chunk.part, Part::Subordinate | Part::Relative);
    said || !before.iter().any(opened)
}

/// A first name and the capitals behind it, within a phrase for anything but a body.
pub(super) fn full_name_within(text: &Text, noun: &Noun) -> Option<Range<usize>> {
    let capital =
        |at: &usize| text.has(*at, Class::CAPITAL) && text.is_word(*at) && !text.has(*at, Class::PLACE);
    // `der Roman von Ana Porto`: a first name that is another word ends no run
    let given = |at: &usize| capital(at) && text.has(*at, Class::FIRST_NAME) && capital(&(at + 1));
    let start = noun.tokens.clone().find(given)?;
    let led = start > noun.tokens.start && text.has(start - 1, Class::CAPITAL);
    let end = start + (start..noun.tokens.end).take_while(capital).count();
    // `the team of Ana Porto`, not `the Ana Porto foundation`
    let behind = start > noun.tokens.start && text.has(start - 1, Class::OF);
    let tied = noun.sort == Sort::Body && text.grammar.by_order() && behind;
    let other = matches!(noun.sort, Sort::Body | Sort::Outlet | Sort::Person) && !tied;
    (end > start + 1 && !led && !other).then_some(start..end)
}

/// `Ana Porto and Bruno Lima`: the first of two in one phrase, where order tells subjects.
pub(super) fn first_of_two(text: &Text, noun: &Noun) -> Option<Noun> {
    let second = noun.name.as_ref().filter(|_| noun.sort == Sort::Person)?.start;
    let and = second.checked_sub(1).filter(|and| *and > noun.tokens.start)?;
    let joined = text.grammar.by_order() && text.has(and, Class::COORDINATE);
    let own = (noun.tokens.start..and).rev().take_while(|at| text.is_name_word(*at)).count();
    let name = and - own..and;
    (joined && name.len() == FULL).then(|| Noun {
        tokens: name.clone(),
        head: name.start,
        role: name.start..name.start,
        owner: None,
        class: text.class(name.start),
        determiner: Class::NONE,
        name: Some(name),
        ..noun.clone()
    })
}

/// True for a name in a case of no subject.
pub(super) fn oblique(text: &Text, range: &Range<usize>) -> bool {
    text.grammar.cases && !text.grammar.apostrophe && text.is_oblique_name(range.clone())
        || text.grammar.apostrophe && text.has(range.end - 1, Class::OTHER_CASE)
}

/// The words of a name in lower case; of a very long one the first and the last.
#[must_use]
pub(super) fn name_words(text: &Text, range: &Range<usize>) -> Vec<String> {
    text.lowers(range.clone()).map(str::to_owned).collect()
}

/// A name as shown: without an ending behind an apostrophe.
pub(crate) fn shown(text: &Text, range: &Range<usize>) -> String {
    let words = text.words(range);
    let words = without_invisible(&words);
    if text.grammar.apostrophe && text.has(range.end - 1, Class::OTHER_CASE) {
        let cut = words.rfind(['\'', '’']).unwrap_or(words.len());
        return words.get(..cut).unwrap_or(&words).to_owned();
    }
    words.into_owned()
}

/// `the bishop of Altapiana Porto`: an office that ends in two capitals may have its holder's name in them.
#[must_use]
pub(super) fn ends_in_name(text: &Text, noun: &Noun) -> bool {
    let end = noun.tokens.end;
    let capital = |at: usize| text.is_name_word(at) && !text.has(at, Class::PLACE.or(Class::UPPER));
    noun.tokens.len() > 2 && capital(end - 1) && capital(end - 2)
}

/// Somebody new.
pub(super) fn someone(text: &Text, noun: &Noun, range: &Range<usize>, words: Vec<String>) -> Someone {
    Someone {
        words,
        name: shown(text, range),
        human: noun.sort == Sort::Person,
        proven: text.has(range.start, Class::FIRST_NAME),
        first: range.start,
        ..Someone::default()
    }
}
