//! Somebody brought in without a name, of whom the text goes on to speak.

use super::events::{Discourse, NAMED};
use super::fitness::is_plural_only;
use crate::brief::quotes::clause::phrases::{Noun, Sort, Text};

/// Sentences between the two phrases.
const REACH: usize = 4;

impl Discourse {
    /// `A deputy left. … The deputy said`, `One of them called. … The same source said`: where order tells subjects, a phrase
    /// that takes up the one of the last who spoke or acted, by the same noun or by a word for any source.
    #[must_use]
    pub(crate) fn is_introduced(&self, text: &Text, noun: &Noun, sentence: usize) -> bool {
        let somebody = matches!(noun.sort, Sort::Role | Sort::Open) && noun.name.is_none();
        if !text.grammar.by_order() || !somebody || noun.is_indefinite() || is_plural_only(noun) {
            return false;
        }
        let last = self.last_unnamed(|event| event.weight > NAMED);
        let sentence_of =
            |noun: &Noun| text.stream().get(noun.tokens.start).map_or(0, |token| token.sentence);
        let near = |first: &&Noun| {
            first.tokens.end <= noun.tokens.start && sentence.saturating_sub(sentence_of(first)) <= REACH
        };
        let first = last.filter(near).filter(|first| first.is_indefinite());
        first.is_some_and(|first| noun.sort == Sort::Open || text.lower(first.head) == text.lower(noun.head))
    }
}
