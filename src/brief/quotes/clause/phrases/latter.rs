//! Pronouns for whoever was named last, or first or second of two: `ce dernier`, `la première`.

use std::ops::Range;

use super::made::pronoun;
use super::noun::Noun;
use super::text::Text;
use crate::brief::quotes::clause::words::Class;

/// `the latter`, `this one`: whoever was named last, where a verb or a mark follows.
#[must_use]
pub(super) fn latter(text: &Text, at: usize, end: usize) -> Option<Noun> {
    let fits =
        |words: &Vec<String>| words.iter().enumerate().all(|(offset, word)| text.lower(at + offset) == word);
    let (words, of) = text.grammar.naming.latter.iter().find(|(words, _)| fits(words))?;
    let behind = at + words.len();
    if of.any(Class::FORMER.or(Class::SECOND)) {
        return of_two(text, at..behind, end)
            .then(|| Noun { tokens: at..behind, ..pronoun(at, Class::SUBJECT.or(Class::LATTER).or(*of)) });
    }
    let small = Class::SELF.or(Class::OBJECT).or(Class::NOT).or(Class::HELPER);
    let noun = Class::NOUN.or(Class::CAPITAL);
    let article = text.has(at, Class::THE.or(Class::RELATIVE));
    // `sagte dieser am Montag`, `so dieser dem Sender`: where every noun has a capital, none follows
    let adjunct = Class::PREPOSITION.or(Class::TIME).or(Class::ASIDE).or(Class::CASE);
    let told = text.grammar.capital_nouns && !article && text.has(behind, adjunct);
    // `Die „Rundschau“ nannte`
    let title = article && text.is_quote(behind);
    let closed = behind >= end
        || !text.is_word(behind) && !title
        || (told || text.has(behind, small.or(Class::ANY_VERB))) && !text.has(behind, noun)
        || words.len() > 1 && !(text.grammar.by_order() && text.has(behind, noun));
    let alone = words.len() > 1 || !article || text.has(at, Class::OPENS);
    let class = Class::SUBJECT.or(Class::LATTER).or(*of);
    (closed && alone).then(|| Noun { tokens: at..behind, ..pronoun(at, class) })
}

/// `the first said`, `“…”, said the second.`: no noun follows.
fn of_two(text: &Text, words: Range<usize>, end: usize) -> bool {
    let small = Class::SELF.or(Class::OBJECT).or(Class::NOT).or(Class::HELPER);
    let next = words.end;
    let verb = text.has(next, small.or(Class::ANY_VERB)) && !text.has(next, Class::NOUN.or(Class::CAPITAL));
    let said = words.start.checked_sub(1).is_some_and(|at| text.has(at, Class::CUE));
    let adjunct = said && text.has(next, Class::PREPOSITION.or(Class::TIME)) && !text.has(next, Class::OF);
    next >= end || !text.is_word(next) && !text.is_quote(next) || verb || adjunct
}
