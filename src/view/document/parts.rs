//! What a document is made of.

use crate::text::is_right_to_left;
use crate::view::text::{Piece, Rich, web_address};

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// Code of the language of its own words.
    pub language: &'static str,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A format a document is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DocumentFormat {
    /// One HTML file.
    #[default]
    Html,
    /// A Word document.
    Docx,
    /// Markdown.
    Markdown,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading: 2 of a part, 3 of a story.
    Heading {
        /// 2 or 3.
        level: u8,
        /// Number of the story it heads, which indices lead to.
        story: Option<usize>,
        /// Its words.
        text: Inline,
    },
    /// A paragraph.
    Paragraph(Inline),
    /// A paragraph in small letters: facts about what stands around it.
    Small(Inline),
    /// Somebody's words, and below them whose they are.
    Quote {
        /// The wordings, a paragraph each.
        words: Vec<Inline>,
        /// Whose they are.
        by: Inline,
    },
    /// Points.
    List(Vec<Inline>),
    /// The sources, numbered from 1.
    Sources(Vec<Inline>),
}

/// Words in a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inline(pub(super) Vec<Run>);

/// Whether the first letter of these texts is of a script that is read from right to left.
pub(super) fn begins_right_to_left<'a>(mut texts: impl Iterator<Item = &'a str>) -> bool {
    texts.find_map(|text| text.chars().find(|c| c.is_alphabetic())).is_some_and(is_right_to_left)
}

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Run {
    Plain(String),
    Strong(String),
    Emphasis(String),
    /// Words that differ from others.
    Marked(String),
    Link {
        text: String,
        url: String,
    },
    /// A new line within the paragraph.
    Break,
    /// A number that leads to a source.
    Source(usize),
    /// A number that leads to a story.
    Story(usize),
}

/// How words of a document look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::view) enum Styled {
    Plain,
    Strong,
    Emphasis,
    Marked,
    Link,
}

impl DocumentFormat {
    /// The formats.
    pub const ALL: [Self; 3] = [Self::Html, Self::Docx, Self::Markdown];

    /// The word for it, which is also the ending of its files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Markdown => "md",
        }
    }

    /// Reads that word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }
}

impl Inline {
    /// Whether the words are read from right to left: their first letter tells (Unicode Bidirectional Algorithm, P2).
    pub(super) fn is_right_to_left(&self) -> bool {
        let texts = self.0.iter().map(|run| match run {
            Run::Plain(text) | Run::Strong(text) | Run::Emphasis(text) | Run::Marked(text) => text.as_str(),
            Run::Link { text, .. } => text,
            Run::Break | Run::Source(_) | Run::Story(_) => "",
        });
        begins_right_to_left(texts)
    }

    /// No words.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds words.
    #[must_use]
    pub fn plain(self, text: impl AsRef<str>) -> Self {
        self.with(text.as_ref(), Run::Plain)
    }

    /// Adds words that stand out.
    #[must_use]
    pub fn strong(self, text: impl AsRef<str>) -> Self {
        self.with(text.as_ref(), Run::Strong)
    }

    /// Adds words in italics.
    #[must_use]
    pub fn emphasis(self, text: impl AsRef<str>) -> Self {
        self.with(text.as_ref(), Run::Emphasis)
    }

    /// Adds words that are marked as different.
    #[must_use]
    pub fn marked(self, text: impl AsRef<str>) -> Self {
        self.with(text.as_ref(), Run::Marked)
    }

    /// Adds a link; words alone where `url` is no http(s) address.
    #[must_use]
    pub fn link(mut self, text: impl AsRef<str>, url: &str) -> Self {
        let Some(url) = web_address(url) else { return self.plain(text) };
        let text = clean(text.as_ref());
        if !text.is_empty() {
            self.0.push(Run::Link { text, url });
        }
        self
    }

    /// Adds ` [1, 3, 5–8]`, each number leading to its source; nothing where there are none.
    #[must_use]
    pub fn sources(self, numbers: &[usize]) -> Self {
        if numbers.is_empty() { self } else { self.plain("\u{a0}[").numbers(numbers, Run::Source).plain("]") }
    }

    /// Adds `1, 3, 5–8`, each number leading to its story.
    #[must_use]
    pub fn stories(self, numbers: &[usize]) -> Self {
        self.numbers(numbers, Run::Story)
    }

    /// Goes on in a new line.
    #[must_use]
    pub fn line_break(mut self) -> Self {
        self.0.push(Run::Break);
        self
    }

    /// Adds all runs of another.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Its words in order, each with how they look.
    pub(in crate::view) fn styled(&self) -> impl Iterator<Item = (String, Styled)> {
        self.0.iter().map(|run| match run {
            Run::Plain(text) => (text.clone(), Styled::Plain),
            Run::Strong(text) => (text.clone(), Styled::Strong),
            Run::Emphasis(text) => (text.clone(), Styled::Emphasis),
            Run::Marked(text) => (text.clone(), Styled::Marked),
            Run::Link { text, .. } => (text.clone(), Styled::Link),
            Run::Break => ("\n".to_owned(), Styled::Plain),
            Run::Source(number) | Run::Story(number) => (number.to_string(), Styled::Link),
        })
    }

    fn numbers(mut self, numbers: &[usize], run: fn(usize) -> Run) -> Self {
        let rows = numbers.chunk_by(|one, next| *next == one + 1);
        // of three and more in a row the first and the last stand for all
        let parts = rows.flat_map(|row| match row {
            [first, .., last] if row.len() > 2 => vec![(*first, Some(*last))],
            few => few.iter().map(|number| (*number, None)).collect(),
        });
        for (at, (first, last)) in parts.enumerate() {
            if at > 0 {
                self = self.plain(", ");
            }
            self.0.push(run(first));
            if let Some(last) = last {
                self = self.plain("–");
                self.0.push(run(last));
            }
        }
        self
    }

    fn with(mut self, text: &str, run: fn(String) -> Run) -> Self {
        let text = clean(text);
        if !text.is_empty() {
            self.0.push(run(text));
        }
        self
    }
}

impl From<&str> for Inline {
    fn from(text: &str) -> Self {
        Self::new().plain(text)
    }
}

impl From<String> for Inline {
    fn from(text: String) -> Self {
        Self::new().plain(text)
    }
}

impl From<Rich> for Inline {
    fn from(rich: Rich) -> Self {
        rich.pieces().iter().fold(Self::new(), |inline, piece| match piece {
            Piece::Bold(text) => inline.strong(text),
            Piece::Italic(text) => inline.emphasis(text),
            Piece::Link { text, url } => inline.link(text, url),
            other => inline.plain(other.words()),
        })
    }
}

/// One line, without what XML cannot hold and what turns the direction of a line around.
pub(super) fn clean(text: &str) -> String {
    let kept = |c: char| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{fffe}' | '\u{ffff}');
    text.chars()
        .filter(|c| kept(*c))
        .map(|c| if c.is_control() || c == '\u{2028}' || c == '\u{2029}' { ' ' } else { c })
        .collect()
}
