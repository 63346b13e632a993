//! The words of a stretch of text, levelled, and the phrases of the tables that may stand among them.

use std::ops::Range;

use crate::languages::{Language, Section};
use crate::text::{Span, fold, words};

/// A text in one form for comparing, and where its words stand in that.
#[derive(Debug)]
pub(super) struct Words {
    folded: String,
    spans: Vec<Span>,
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let folded = fold(text);
        let spans = words(&folded, Span::whole(&folded)).collect();
        Self { folded, spans }
    }

    /// The word `at`; empty where there is none.
    pub(super) fn word(&self, at: usize) -> &str {
        self.spans.get(at).map_or("", |span| span.of(&self.folded))
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.spans.len()
    }

    /// How many words the longest of `phrases` has that stands at `at`.
    pub(super) fn longest(&self, at: usize, phrases: &[Vec<String>]) -> Option<usize> {
        let stands = |phrase: &&Vec<String>| {
            phrase.iter().enumerate().all(|(offset, word)| self.word(at + offset) == word)
        };
        phrases.iter().filter(stands).map(Vec::len).max()
    }

    /// The text behind the word `at`, without white space.
    pub(super) fn behind(&self, at: usize) -> &str {
        let end = self.spans.get(at).map_or(self.folded.len(), |span| span.end);
        self.folded.get(end..).unwrap_or_default().trim()
    }
}

/// The phrases of a section, each word by word.
pub(super) fn phrases(language: Language, section: Section) -> Vec<Vec<String>> {
    let words = |phrase: &str| {
        let words = Words::of(phrase);
        (0..words.len()).map(|at| words.word(at).to_owned()).collect()
    };
    language.words(section).map(|phrase| words(&phrase)).collect()
}

/// Most words that a gap of a pattern stands for.
const GAP: usize = 3;

/// A pattern of words: a line of the tables, whose slots are parted by spaces. A slot holds words to choose from, parted by
/// `/`, `_` between the words of one, `*` for any ending; with `?` before it, it may be left out; `@` is the name of whoever
/// is said to speak, `…` up to three words.
#[derive(Debug)]
pub(super) struct Pattern {
    slots: Vec<Slot>,
}

#[derive(Debug)]
struct Slot {
    choices: Vec<Choice>,
    optional: bool,
}

#[derive(Debug)]
enum Choice {
    Words(Vec<Letters>),
    Name,
    Gap,
}

/// A word, or the beginning of one.
#[derive(Debug)]
struct Letters {
    word: String,
    stem: bool,
}

impl Letters {
    fn fit(&self, word: &str) -> bool {
        if self.stem { word.starts_with(&self.word) } else { word == self.word }
    }
}

/// The patterns of a section.
pub(super) fn patterns(language: Language, section: Section) -> Vec<Pattern> {
    let slot = |slot: &str| {
        let bare = slot.strip_prefix('?');
        let choices = bare.unwrap_or(slot).split('/').map(choice).collect();
        Slot { choices, optional: bare.is_some() }
    };
    let pattern = |line: &str| Pattern { slots: line.split_whitespace().map(slot).collect() };
    language.lines(section).map(pattern).collect()
}

fn choice(choice: &str) -> Choice {
    match choice {
        "@" => Choice::Name,
        "…" => Choice::Gap,
        words => Choice::Words(words.split('_').flat_map(letters).collect()),
    }
}

fn letters(part: &str) -> Vec<Letters> {
    let words = Words::of(part);
    let stem = part.ends_with('*');
    let last = words.len();
    (0..last).map(|at| Letters { word: words.word(at).to_owned(), stem: stem && at + 1 == last }).collect()
}

impl Pattern {
    /// True where the words `range` are those of the pattern, `name` being the name's.
    pub(super) fn fits(&self, words: &Words, range: Range<usize>, name: &[&str]) -> bool {
        fits(&self.slots, words, range, name)
    }
}

fn fits(slots: &[Slot], words: &Words, range: Range<usize>, name: &[&str]) -> bool {
    let Some((slot, rest)) = slots.split_first() else { return range.is_empty() };
    let behind =
        |length: usize| length <= range.len() && fits(rest, words, range.start + length..range.end, name);
    let same = |word: &str, at: usize| words.word(range.start + at) == word;
    let stands = |choice: &Choice| match choice {
        Choice::Gap => (0..=GAP).any(behind),
        // the name, or its end
        Choice::Name => (0..name.len()).any(|cut| {
            let name = name.get(cut..).unwrap_or_default();
            name.iter().enumerate().all(|(at, word)| same(word, at)) && behind(name.len())
        }),
        Choice::Words(choice) => {
            let fits = |(at, letters): (usize, &Letters)| letters.fit(words.word(range.start + at));
            choice.iter().enumerate().all(fits) && behind(choice.len())
        }
    };
    slot.optional && behind(0) || slot.choices.iter().any(stands)
}
