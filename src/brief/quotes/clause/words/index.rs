//! Where the words of a text stand again, so that a look for them does not go over the whole text each time.

use super::class::Class;
use super::grammar::Grammar;
use super::word::Word;
use crate::people::stream::Stream;
use crate::text::{FastMap, FastSet};

/// Letters that words in two cases have in common at least.
const LETTERS: usize = 3;

/// Words alike that are looked at: it bounds the work for one.
const MOST: usize = 1_000;

/// The tokens of a text by their words.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// By their first letters in lower case.
    alike: FastMap<[char; LETTERS], Vec<usize>>,
    /// The first bracket around each word that stands alone in one, by its token.
    bracketed: FastMap<String, usize>,
}

impl Index {
    /// The words of a text.
    #[must_use]
    pub(crate) fn of(stream: &Stream, words: &[Word]) -> Self {
        let mut index = Self::default();
        for (at, word) in words.iter().enumerate() {
            stream.steps.take(1);
            let same = index.alike.entry(first_letters(&word.lower)).or_default();
            if same.len() < MOST {
                same.push(at);
            }
            let open = at.checked_sub(1).filter(|open| stream.is(*open, '(') && stream.is(at + 1, ')'));
            if let Some(open) = open {
                index.bracketed.entry(word.lower.clone()).or_insert(open);
            }
        }
        index
    }

    /// The tokens, in order, that begin as the word `lower` does: among them are all of that word, in whatever case, but
    /// where there are more than [`MOST`].
    #[must_use]
    pub(crate) fn alike(&self, lower: &str) -> &[usize] {
        self.alike.get(&first_letters(lower)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The first bracket that holds nothing but the word `lower`, by its token.
    #[must_use]
    pub(crate) fn bracket_of(&self, lower: &str) -> Option<usize> {
        self.bracketed.get(lower).copied()
    }
}

/// The first letters of a word; a shorter one is filled up.
fn first_letters(lower: &str) -> [char; LETTERS] {
    let mut letters = lower.chars();
    std::array::from_fn(|_| letters.next().unwrap_or_default())
}

/// The words behind a first name, in lower case; where order tells subjects, also those behind another capital.
#[must_use]
pub(crate) fn surnames(words: &[Word], grammar: &Grammar) -> FastSet<String> {
    let pairs = words.iter().zip(words.iter().skip(1));
    let other = Class::NOUN.or(Class::CLOSED).or(Class::ANY_VERB).or(Class::PLACE).or(Class::UPPER);
    let led = |class: Class| class.any(Class::FIRST_NAME) || grammar.by_order() && !class.any(other);
    let name = |(first, last): &(&Word, &Word)| {
        let own = !grammar.by_order() || !last.class.any(other);
        led(first.class) && first.class.any(Class::CAPITAL) && last.class.any(Class::CAPITAL) && own
    };
    let known = grammar.cases || !grammar.last_verb;
    pairs.filter(|pair| known && name(pair)).map(|(_, last)| last.lower.clone()).collect()
}
