//! One article taken apart for the sieve: paragraphs, marked stretches, tokens, names, and the cues of every sentence.

use std::ops::Range;

use chrono::NaiveDate;

use super::clause;
use super::detection::quotation::{Marked, Style};
use super::detection::{dialogue, marked_answers, quotation_marks};
use super::syntax::cue::Cue;
use super::syntax::cue_finder;
use crate::article::{Article, Role};
use crate::people::index::Index;
use crate::people::lexicon::{Lexicon, Tags};
use crate::people::stream::{Stream, Stretch};
use crate::people::tokens::lower_into;
use crate::text::{FastSet, Language, Span, Steps, is_letter_or_digit, words};

/// Verbs of saying looked at on one side of a place; news has no sentence with so many, and it bounds the work.
const MOST_CUES: usize = 40;

/// One line of the article.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Paragraph {
    /// Where it stands.
    pub(crate) span: Span,
    /// What its block is.
    pub(crate) role: Role,
    /// False for captions, credits and boilerplate: names there count, quotes do not.
    pub(crate) speaks: bool,
}

/// An article taken apart.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    /// The text all spans point into.
    pub(crate) text: &'a str,
    /// The language it is in.
    pub(crate) language: Language,
    /// The day it was published; picks the holders of offices.
    pub(crate) published: Option<NaiveDate>,
    /// The headline.
    pub(crate) title: Option<&'a str>,
    /// The words of headline, deck and byline, each in lower case.
    pub(crate) head: Vec<FastSet<String>>,
    /// Its lines.
    pub(crate) paragraphs: Vec<Paragraph>,
    /// The marked stretches and lines of dialogue, in order.
    pub(crate) marked: Vec<Marked>,
    /// Of each line whether it answers in marks a question of a talk.
    answering: Vec<bool>,
    /// The first that does.
    first_answer: Option<usize>,
    /// The words outside them.
    pub(crate) stream: Stream<'a>,
    /// Who is named.
    pub(crate) index: Index,
    /// Verbs that report speech with their subjects, in order; none in languages of which the clause reader reads all.
    pub(crate) cues: Vec<Cue>,
}

impl<'a> Document<'a> {
    /// Takes the first `length` bytes of `article` apart; no further than `steps` go.
    #[must_use]
    pub(crate) fn read(article: &'a Article, length: usize, steps: Steps) -> Self {
        let text = article.text.as_str();
        let lexicon = Lexicon::of(article.language);
        let paragraphs = lines(article, length);
        let spans: Vec<_> = paragraphs
            .iter()
            .map(|line| if line.speaks { line.span } else { Span::new(line.span.start, line.span.start) })
            .collect();
        let mut marked = quotation_marks::find(text, &spans, lexicon.dashes);
        marked.retain(|marked| !(marked.continues && ends_attributed(marked.inner.of(text), lexicon)));
        let marked = marked.into_iter().map(|marked| past_label(text, marked)).collect();
        let marked = dialogue::part(text, &spans, marked, lexicon, &steps);
        let answering = answering(text, &spans, &marked);
        let first_answer = answering.iter().position(|answers| *answers);
        let stretches: Vec<_> = marked
            .iter()
            .map(|marked| Stretch { outer: marked.outer, inner: marked.inner, paragraph: marked.paragraph })
            .collect();
        let whole: Vec<_> = paragraphs.iter().map(|line| line.span).collect();
        let stream = Stream::read(text, lexicon, &whole, &stretches, steps);
        let index = Index::read(&stream);
        let cues =
            if clause::reads(article.language) { Vec::new() } else { cue_finder::find(&stream, &index) };
        let published = article.published.map(|at| at.date_naive());
        let head = [&article.title, &article.dek, &article.byline].into_iter().flatten();
        let head = head.map(|line| words_of(line)).collect();
        Self {
            text,
            language: article.language,
            published,
            title: article.title.as_deref(),
            head,
            paragraphs,
            marked,
            answering,
            first_answer,
            stream,
            index,
            cues,
        }
    }

    /// Where the line `number` answers in marks a question of a talk: the token behind the first question, and the tokens of
    /// the one it answers.
    #[must_use]
    pub(crate) fn asked(&self, number: usize) -> Option<(usize, Range<usize>)> {
        self.answering.get(number).filter(|answers| **answers)?;
        let first = self.first_answer?.checked_sub(1)?;
        let own = (first..number).rev().find(|at| self.answering.get(*at) == Some(&false))?;
        let tokens = |at: usize| self.stream.paragraphs.get(at).cloned();
        Some((tokens(first)?.end, tokens(own)?))
    }

    /// True where the line `number` answers in marks a question of a talk.
    #[must_use]
    pub(crate) fn answers_in_marks(&self, number: usize) -> bool {
        self.answering.get(number).is_some_and(|answers| *answers)
    }

    /// The lines of a talk whose answers stand in marks, from its first question on.
    #[must_use]
    pub(crate) fn talk(&self) -> Option<Range<usize>> {
        let first = self.first_answer?.checked_sub(1)?;
        let last = self.answering.iter().rposition(|answers| *answers)?;
        Some(first..last + 1)
    }

    /// True for a question that may speak to somebody by name: `Mr Senn, and you?`.
    #[must_use]
    pub(crate) fn may_address(&self, question: &Range<usize>) -> bool {
        question.len() <= LONGEST_ADDRESS && question.clone().any(|at| self.stream.is(at, ','))
    }

    /// The cues whose verb stands in the tokens `range`, in order; of very many the last.
    #[must_use]
    pub(crate) fn cues_in(&self, range: &Range<usize>) -> &[Cue] {
        let cues = self.all_cues(range);
        self.looked_at(cues.get(cues.len().saturating_sub(MOST_CUES)..).unwrap_or(cues))
    }

    /// The same; of very many the first.
    #[must_use]
    pub(crate) fn first_cues_in(&self, range: &Range<usize>) -> &[Cue] {
        let cues = self.all_cues(range);
        self.looked_at(cues.get(..MOST_CUES).unwrap_or(cues))
    }

    fn looked_at<'c>(&self, cues: &'c [Cue]) -> &'c [Cue] {
        self.stream.steps.take(cues.len());
        cues
    }

    fn all_cues(&self, range: &Range<usize>) -> &[Cue] {
        let from = self.cues.partition_point(|cue| cue.verb < range.start);
        let to = self.cues.partition_point(|cue| cue.verb < range.end);
        self.cues.get(from..to.max(from)).unwrap_or_default()
    }
}

/// Tokens of the longest question that speaks to somebody by name.
const LONGEST_ADDRESS: usize = 12;

/// Of each line whether it answers in marks a question of a talk.
fn answering(text: &str, paragraphs: &[Span], marked: &[Marked]) -> Vec<bool> {
    let in_marks = marked.iter().filter(|one| one.style != Style::Unmarked);
    let stretches: Vec<_> = in_marks.map(|one| (one.outer, one.inner)).collect();
    marked_answers::answering(text, paragraphs, &stretches)
}

/// The words of a line in lower case.
fn words_of(line: &str) -> FastSet<String> {
    words(line, Span::whole(line)).map(|span| span.of(line).to_lowercase()).collect()
}

/// Most words of a speaker's label.
const LONGEST_LABEL: usize = 4;

/// `“MINISTER NAME: We agree.”`: the label inside the marks tells who speaks and is no part of the words.
fn past_label(text: &str, marked: Marked) -> Marked {
    let inner = marked.inner.of(text);
    let Some((label, words)) = inner.split_once(": ") else { return marked };
    let capitals = label.len() > 2
        && label.split_whitespace().count() <= LONGEST_LABEL
        && label
            .chars()
            .all(|c| c.is_uppercase() || c.is_whitespace() || matches!(c, '.' | '-' | '\'' | '’'));
    let inner = Span::new(marked.inner.end - words.len(), marked.inner.end).trimmed(text);
    if !capitals || inner.is_empty() {
        return marked;
    }
    Marked { outer: Span::new(inner.start, marked.outer.end), inner, ..marked }
}

/// True when words in open marks end with `, X said.`: the closing mark is missing, nothing goes on.
fn ends_attributed(words: &str, lexicon: &Lexicon) -> bool {
    let Some((_, tail)) = words.rsplit_once(',') else { return false };
    let mut lower = String::new();
    let cue = tail.split_whitespace().next_back().is_some_and(|word| {
        lower_into(word.trim_matches(|c: char| !is_letter_or_digit(c)), &mut lower);
        lexicon.tags(&lower).any(Tags::STRONG)
    });
    cue && tail.split_whitespace().count() < 8
}

/// The lines of the first `length` bytes.
fn lines(article: &Article, length: usize) -> Vec<Paragraph> {
    let mut lines = Vec::new();
    let length = article.text.floor_char_boundary(length);
    for block in article.blocks.iter().take_while(|block| block.span.start < length) {
        let speaks = matches!(block.role, Role::Body | Role::Heading | Role::Headline | Role::Dek);
        let mut start = block.span.start;
        for line in block.span.of(&article.text).split_inclusive(['\n', '\u{2028}', '\u{2029}']) {
            // a line that does not end in time is left out, unless it is all there is
            let end = start + line.len();
            let end = if end <= length || lines.is_empty() { end.min(length) } else { start };
            let span = Span::new(start, end).trimmed(&article.text);
            if !span.is_empty() {
                lines.push(Paragraph { span, role: block.role, speaks });
            }
            start += line.len();
        }
    }
    lines
}
