//! Lines that open with a label, and what each label is: `Question:`, a person the page knows, or anything.

use std::ops::Range;

use super::capitals::{UNLISTED, in_capitals, is_of_asker};
use super::words::is_question;
use crate::article::Role;
use crate::brief::quotes::document::Document;
use crate::people::index::Person;
use crate::people::lexicon::Tags;
use crate::people::names::{Mention, Sort};
use crate::people::tokens::lower_into;
use crate::text::{FastSet, Span, is_letter};

/// Most tokens of a label.
const LONGEST_LABEL: usize = 8;

/// A line that opens with a label.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// What stands behind the label.
    pub(crate) words: Span,
    /// Tokens of the label.
    pub(crate) label: Range<usize>,
    /// What the label is.
    pub(crate) who: Label,
    /// It ends with a question mark.
    pub(crate) asks: bool,
    /// The paragraph before it ends with a question mark.
    pub(crate) asked: bool,
}

/// What a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// One of the language's words for who asks.
    Question,
    /// One of the language's words for who answers.
    Answer,
    /// A name, as far as the page tells a person's.
    Person {
        /// Index of the person.
        person: usize,
        /// The page says so outside its labels.
        known: bool,
        /// A given name tells in one of the labels.
        given: bool,
    },
    /// Anything else: an outlet, a heading.
    Other,
}

impl Label {
    /// The person.
    #[must_use]
    pub(crate) fn person(self) -> Option<usize> {
        match self {
            Self::Person { person, .. } => Some(person),
            _ => None,
        }
    }

    /// True for the label of `person`.
    #[must_use]
    pub(crate) fn is(self, person: usize) -> bool {
        self.person() == Some(person)
    }
}

/// Finds the labelled lines of an article, in order.
#[must_use]
pub(crate) fn lines(document: &Document) -> Vec<Line> {
    let colons: Vec<Option<usize>> =
        (0..document.paragraphs.len()).map(|number| colon_of(document, number)).collect();
    if colons.iter().flatten().count() == 0 {
        return Vec::new();
    }
    let labels: FastSet<usize> = colons.iter().flatten().map(|colon| colon - 1).collect();
    let mut known = Known::of(document, &labels);
    let of_colon = |colon: usize| document.stream.paragraph_of(colon).start..colon;
    known.labels = colons.iter().flatten().take(MOST_LABELS).map(|colon| of_colon(*colon)).collect();
    let mut asked = false;
    let mut lines = Vec::new();
    for (paragraph, colon) in document.paragraphs.iter().zip(colons) {
        let asks = is_question(paragraph.span.of(document.text));
        lines.extend(colon.and_then(|colon| {
            let label = document.stream.paragraph_of(colon).start..colon;
            let words = Span::new(document.stream.get(colon)?.span.end, paragraph.span.end);
            let who = label_of(document, &label, &known);
            Some(Line { words: words.trimmed(document.text), label, who, asks, asked })
        }));
        // what an embedded post or a picture's line puts between question and answer is no answer
        if paragraph.role == Role::Body || paragraph.role == Role::Heading {
            asked = asks || asked && colon.is_none() && paragraph.span.len() < SHORT;
        }
    }
    lines
}

/// Most labels that one in capitals is looked for among; it bounds the work.
const MOST_LABELS: usize = 200;

/// A line shorter than this, in bytes, may stand between a question and its answer.
const SHORT: usize = 40;

/// The colon that ends the label at the head of a paragraph, if there is one and words stand behind it.
fn colon_of(document: &Document, number: usize) -> Option<usize> {
    let stream = &document.stream;
    let paragraph = document.paragraphs.get(number)?;
    if !matches!(paragraph.role, Role::Body | Role::Heading) {
        return None;
    }
    let tokens = stream.paragraphs.get(number)?;
    let reach = tokens.end.min(tokens.start + LONGEST_LABEL + 1);
    let colon = (tokens.start + 1..reach).find(|at| stream.is(*at, ':'))?;
    let words = Span::new(stream.get(colon)?.span.end, paragraph.span.end).of(document.text);
    (stream.is_word(tokens.start)
        && (stream.is_word(colon - 1) || stream.is(colon - 1, ')'))
        && !stream.is_quote(colon + 1)
        && words.starts_with(char::is_whitespace)
        && words.chars().any(is_letter))
    .then_some(colon)
}

fn label_of(document: &Document, label: &Range<usize>, known: &Known) -> Label {
    let stream = &document.stream;
    let one = label.len() == 1 || stream.is(label.start + 1, '(') || is_of_asker(document, label);
    let one = one && stream.is_capital(label.start);
    let mut lower = String::new();
    lower_into(stream.word(label.start).trim_end_matches('.'), &mut lower);
    let tags = stream.lexicon.tags(&lower);
    if one && tags.any(Tags::QUESTION_LABEL) {
        return Label::Question;
    }
    if one && tags.any(Tags::ANSWER_LABEL) {
        return Label::Answer;
    }
    if let Some(first) = in_capitals(document, label) {
        let person = UNLISTED + known.first_label(document, label).unwrap_or(first);
        return Label::Person { person, known: true, given: true };
    }
    if let Some(person) = by_initials(document, label) {
        return Label::Person { person, known: true, given: true };
    }
    let named = document.index.mention_at(label.end - 1).filter(|mention| {
        mention.from == label.start && mention.name.end == label.end && mention.sort == Sort::Person
    });
    let Some((mention, person)) = named.and_then(|mention| Some((mention, mention.person?))) else {
        return Label::Other;
    };
    let titled = mention.from < mention.name.start && mention.title.any(Tags::TITLE.or(Tags::OFFICE));
    // J. Smith, О.А.Бражин
    let initials = label.clone().any(|at| stream.word(at).contains('.') && stream.is_capital(at));
    let given = known.given.contains(&person);
    let surely = titled || initials || known.surely.contains(&person);
    let perhaps = given || known.perhaps.contains(&person) || known.is_part(stream.word(mention.name.start));
    if surely || perhaps { Label::Person { person, known: surely, given } } else { Label::Other }
}

/// The person whose name has the initials of the label: `A.P.:` for Ana Porto.
fn by_initials(document: &Document, label: &Range<usize>) -> Option<usize> {
    if !document.stream.lexicon.dashes || label.len() > 2 {
        return None;
    }
    let written = document.stream.span(label).of(document.text);
    let initials: Vec<char> =
        written.chars().filter(|c| is_letter(*c)).flat_map(char::to_lowercase).collect();
    if initials.len() < 2 || written.chars().any(char::is_lowercase) || !written.contains('.') {
        return None;
    }
    document.index.persons.iter().position(|person| {
        let own = person.words.iter().filter_map(|word| word.chars().next());
        person.words.len() > 1 && own.eq(initials.iter().copied())
    })
}

/// Whom the page knows as persons, by what stands outside its labels.
#[derive(Default)]
struct Known {
    /// A given name, a title, an office or a verb of saying tells.
    surely: FastSet<usize>,
    /// Two words with capitals, or a name in the headline, the deck or the byline.
    perhaps: FastSet<usize>,
    /// First and last words of names of several words.
    parts: FastSet<String>,
    /// A label gives a given name and a surname.
    given: FastSet<usize>,
    /// The first labels of the page, in order.
    labels: Vec<Range<usize>>,
}

impl Known {
    fn of(document: &Document, labels: &FastSet<usize>) -> Self {
        let index = &document.index;
        let mut known = Self::default();
        for mention in &index.mentions {
            let Some(person) = mention.person.filter(|_| mention.sort == Sort::Person) else { continue };
            if labels.contains(&(mention.name.end - 1)) {
                if has_given_name(document, mention) {
                    known.given.insert(person);
                }
                continue;
            }
            if is_told(document, mention) {
                known.surely.insert(person);
            }
            if mention.name.len() > 1 {
                known.perhaps.insert(person);
                let words = index.get(person).map(|person| person.words.as_slice()).unwrap_or_default();
                known.parts.extend([words.first(), words.last()].into_iter().flatten().cloned());
            }
        }
        for (number, person) in index.persons.iter().enumerate() {
            document.stream.steps.take(1);
            if person.roles.iter().any(|role| role.person) {
                known.surely.insert(number);
            }
            if document.head.iter().any(|line| stands_in(person, line)) {
                known.perhaps.insert(number);
            }
        }
        known
    }

    /// The first token of the first label with the same words.
    fn first_label(&self, document: &Document, label: &Range<usize>) -> Option<usize> {
        let words = |label: &Range<usize>| document.stream.span(label).of(document.text);
        self.labels.iter().find(|other| words(other) == words(label)).map(|other| other.start)
    }

    /// True for the first or last word of a name that stands elsewhere in full.
    fn is_part(&self, word: &str) -> bool {
        let mut lower = String::new();
        lower_into(word, &mut lower);
        self.parts.contains(&lower)
    }
}

/// True when the words at a mention tell that it is a person's.
fn is_told(document: &Document, mention: &Mention) -> bool {
    let stream = &document.stream;
    let titled = mention.title.any(Tags::TITLE.or(Tags::OFFICE));
    let says = |at: usize| stream.has(at, Tags::STRONG) && !stream.has(at, Tags::AMBIGUOUS);
    has_given_name(document, mention) || titled || says(mention.name.end)
}

fn has_given_name(document: &Document, mention: &Mention) -> bool {
    mention.name.len() > 1 && document.stream.has(mention.name.start, Tags::FIRST_NAME)
}

/// True when first and last word of a person's name stand in a line given as words in lower case.
fn stands_in(person: &Person, line: &FastSet<String>) -> bool {
    person.words.len() > 1
        && [person.words.first(), person.words.last()].into_iter().flatten().all(|word| line.contains(word))
}
