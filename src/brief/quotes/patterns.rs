//! The words of a stretch of text, levelled, and the phrases of the tables that may stand among them.

use std::ops::Range;

use crate::languages::{Language, Section};
use crate::text::{Span, fold, words};

/// A text in one form for comparing, and where its words stand in that.
#[derive(Debug)]
pub(crate) struct Words {
    folded: String,
    spans: Vec<Span>,
}

impl Words {
    pub(crate) fn of(text: &str) -> Self {
        let folded = fold(text);
        let spans = words(&folded, Span::whole(&folded)).collect();
        Self { folded, spans }
    }

    /// The words as they are given, levelled before.
    pub(crate) fn joined(words: &[String]) -> Self {
        let mut folded = String::new();
        let span = |word: &String| {
            let start = folded.len();
            folded.push_str(word);
            let span = Span::new(start, folded.len());
            folded.push(' ');
            span
        };
        let spans = words.iter().map(span).collect();
        Self { folded, spans }
    }

    /// The word `at`; empty where there is none.
    pub(crate) fn word(&self, at: usize) -> &str {
        self.spans.get(at).map_or("", |span| span.of(&self.folded))
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.spans.len()
    }

    /// True where no comma, colon or semicolon parts the words `range`, nor the last from what stands behind.
    pub(crate) fn is_unbroken(&self, range: Range<usize>) -> bool {
        let start = self.spans.get(range.start).map_or(self.folded.len(), |span| span.start);
        let end = self.spans.get(range.end).map_or(self.folded.len(), |span| span.start);
        let between = self.folded.get(start..end).unwrap_or_default();
        !between.contains([',', ':', ';', '،', '؛', '：', '，', '、'])
    }

    /// How many words the longest of `phrases` has that stands at `at`.
    pub(crate) fn longest(&self, at: usize, phrases: &[Vec<String>]) -> Option<usize> {
        let stands = |phrase: &&Vec<String>| {
            phrase.iter().enumerate().all(|(offset, word)| self.word(at + offset) == word)
        };
        phrases.iter().filter(stands).map(Vec::len).max()
    }

    /// The text behind the word `at`, without white space.
    pub(crate) fn behind(&self, at: usize) -> &str {
        let end = self.spans.get(at).map_or(self.folded.len(), |span| span.end);
        self.folded.get(end..).unwrap_or_default().trim()
    }
}

/// The phrases of a section, each word by word.
pub(crate) fn phrases(language: Language, section: Section) -> Vec<Vec<String>> {
    let words = |phrase: &str| {
        let words = Words::of(phrase);
        (0..words.len()).map(|at| words.word(at).to_owned()).collect()
    };
    language.words(section).map(|phrase| words(&phrase)).collect()
}

/// A pattern of words: a line of the tables, whose slots are parted by spaces. A slot holds words to choose from, parted by
/// `/`, `_` between the words of one, `*` for any ending; with `?` before it, it may be left out; `@` is the name of whoever
/// is said to speak, `@*` that in a case but the first; `…` any words between two marks, `:` a colon, where words are given with
/// their marks.
#[derive(Debug)]
pub(crate) struct Pattern {
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
    NameInCase,
    /// Words between two marks.
    Gap,
}

/// A mark among words given with their marks.
pub(crate) const MARK: &str = "|";

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

/// A pattern parted at the name in it.
#[derive(Debug)]
pub(crate) struct Around {
    /// What stands before the name.
    pub(crate) before: Pattern,
    /// The name is in a case but the first.
    pub(crate) in_case: bool,
    /// What stands behind it.
    pub(crate) behind: Pattern,
}

/// The patterns of a section.
pub(crate) fn patterns(language: Language, section: Section) -> Vec<Pattern> {
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
        "@*" => Choice::NameInCase,
        "…" => Choice::Gap,
        ":" => Choice::Words(vec![Letters { word: ":".to_owned(), stem: false }]),
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
    /// What stands before the name and behind it.
    pub(crate) fn around(mut self) -> Around {
        let in_case = |slot: &Slot| slot.choices.iter().any(|choice| matches!(choice, Choice::NameInCase));
        let name =
            |slot: &Slot| in_case(slot) || slot.choices.iter().any(|choice| matches!(choice, Choice::Name));
        let at = self.slots.iter().position(name).unwrap_or(self.slots.len());
        let mut last = self.slots.split_off(at).into_iter();
        let in_case = last.next().is_some_and(|slot| in_case(&slot));
        Around { before: self, in_case, behind: Self { slots: last.collect() } }
    }

    /// True for a pattern of nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// True where the words `range` are those of the pattern, `name` being the name's.
    pub(crate) fn fits(&self, words: &Words, range: Range<usize>, name: &[&str]) -> bool {
        fits(&self.slots, words, range, name)
    }
}

fn fits(slots: &[Slot], words: &Words, range: Range<usize>, name: &[&str]) -> bool {
    let Some((slot, rest)) = slots.split_first() else { return range.is_empty() };
    let behind =
        |length: usize| length <= range.len() && fits(rest, words, range.start + length..range.end, name);
    let same = |word: &str, at: usize| words.word(range.start + at) == word;
    let stands = |choice: &Choice| match choice {
        Choice::NameInCase => false,
        Choice::Gap => {
            let open = (0..range.len()).take_while(|at| !same(MARK, *at) && !same(":", *at)).count();
            (0..=open).any(behind)
        }
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
