//! Where a quote stands: its line, the sentences of the line, what is before it and behind.

use std::ops::Range;

use crate::article::Article;
use crate::brief::Quote;
use crate::languages::section;
use crate::text::{Language, Span, fold, sentences};

/// Most bytes of a line's end, and of other lines, that are looked at.
const NEAR: usize = 400;

/// As often as that a line may be long for marks in it to be counted.
const LINE: usize = 10;

/// What opens a turn of speech, or parts words from who says them.
const DASHES: [char; 4] = ['–', '—', '―', '‒'];

/// Marks around words, and those that may be.
const MARKS: [char; 15] = ['"', '“', '”', '„', '‟', '«', '»', '「', '」', '『', '』', '‘', '‚', '‹', '›'];

/// True for a mark around words; an apostrophe may be none.
fn is_mark(letter: char) -> bool {
    MARKS.contains(&letter)
}

/// A line of the text and its sentences, cut once for all quotes in it.
#[derive(Debug, Default)]
pub(super) struct Line {
    span: Span,
    sentences: Vec<Span>,
}

impl Line {
    /// Goes on to the line of the byte `at`.
    pub(super) fn reach(&mut self, article: &Article, at: usize) {
        if self.span.start <= at && at < self.span.end {
            return;
        }
        let text = article.text.as_str();
        let before = text.get(..at).unwrap_or_default();
        let behind = text.get(at..).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let end = behind.find('\n').map_or(text.len(), |length| at + length);
        self.span = Span::new(start, end);
        self.sentences = sentences(text, self.span, article.language);
    }
}

/// Where a quote stands.
pub(super) struct Place<'p> {
    text: &'p str,
    /// The language of the text.
    pub(super) language: Language,
    /// The quote.
    pub(super) quote: &'p Quote,
    line: &'p Line,
    /// The sentence that its first byte stands in.
    first: Span,
    /// Which sentence of the line its end stands in.
    last: usize,
}

impl<'p> Place<'p> {
    /// None where the line has no such sentence.
    pub(super) fn of(article: &'p Article, line: &'p Line, quote: &'p Quote) -> Option<Self> {
        let text = article.text.as_str();
        let of = |at: usize| line.sentences.partition_point(|sentence| sentence.end <= at);
        let first = *line.sentences.get(of(quote.span.start))?;
        let last = of(quote.span.end.min(line.sentences.last()?.end - 1));
        Some(Self { text, language: article.language, quote, line, first, last })
    }

    /// Where its sentence stands.
    pub(super) fn sentence(&self) -> Range<usize> {
        let end = self.line.sentences.get(self.last).map_or(self.first.end, |last| last.end);
        self.first.start..end
    }

    /// The sentence up to the quote, or as much of its head as is looked at.
    pub(super) fn head(&self) -> &'p str {
        self.near(Span::new(self.first.start, self.quote.span.start))
    }

    /// The words of the quote, or as many as are looked at.
    pub(super) fn inner(&self) -> &'p str {
        self.near(self.quote.span)
    }

    /// The name of whoever is said to speak.
    pub(super) fn name(&self) -> &'p str {
        let speaker = self.quote.speaker.as_ref();
        speaker.and_then(|speaker| speaker.name.as_deref().or(speaker.mention.as_deref())).unwrap_or_default()
    }

    /// Where whoever is said to speak is told of.
    pub(super) fn mention(&self) -> Option<Span> {
        self.quote.speaker.as_ref()?.span
    }

    /// The words for the speaker at `span`.
    pub(super) fn words_at(&self, span: Span) -> &'p str {
        self.near(span)
    }

    /// The office by which the text tells of the speaker.
    pub(super) fn role(&self) -> &'p str {
        self.quote.speaker.as_ref().and_then(|speaker| speaker.role.as_deref()).unwrap_or_default()
    }

    /// What stands before the words at `span` in the sentence.
    pub(super) fn before(&self, span: Span) -> &'p str {
        let start = self.first.start.max(self.text.floor_char_boundary(span.start.saturating_sub(NEAR)));
        Span::new(start, span.start).of(self.text)
    }

    /// What stands in the sentence before the name in the words at `mention`, and before the office with it, levelled.
    pub(super) fn before_name(&self, mention: Span) -> String {
        let led = self.words_at(mention).rfind(self.name()).unwrap_or(0);
        let before = fold(self.before(Span::new(mention.start + led, mention.end)));
        let whole = before.trim_end();
        let role = fold(self.role());
        // what stands before the name may be a verb: `fake quotes from fans anger coach X`
        let office = whole.strip_suffix(role.as_str()).filter(|_| self.is_office(&role));
        let kept = office.unwrap_or(whole);
        let last = kept.rfind(char::is_whitespace).map_or(0, |space| space + 1);
        let (rest, word) = kept.split_at(last);
        if kept.len() == whole.len() && self.is_role(word) { rest.to_owned() } else { kept.to_owned() }
    }

    /// True for a word that is the speaker's office, or that in another case.
    pub(super) fn is_role(&self, word: &str) -> bool {
        let role = fold(self.role());
        let stem = role.char_indices().next_back().and_then(|(last, _)| role.get(..last)).unwrap_or_default();
        stem.chars().count() > 1 && !role.contains(char::is_whitespace) && word.starts_with(stem)
    }

    /// True for one word, or where each is a word of an office.
    fn is_office(&self, role: &str) -> bool {
        let is = |word: &str| self.language.words(section::OFFICE).any(|office| office == word);
        role.split_whitespace().count() < 2 || role.split_whitespace().all(is)
    }

    /// What stands between the words at `span` and the quote; not what is left of their last word.
    pub(super) fn until(&self, span: Span) -> &'p str {
        let between = self.near(Span::new(span.end, self.quote.span.start));
        if self.language.profile().order.is_some() {
            return between;
        }
        between.trim_start_matches(|letter: char| letter.is_alphabetic() || matches!(letter, '\'' | '’'))
    }

    /// The sentence behind its own in the line, where whoever writes tells it: no mark or dash stands in it, and no words in
    /// marks are open.
    pub(super) fn told_behind(&self) -> Option<&'p str> {
        let next = self.line.sentences.get(self.last + 1).filter(|next| next.len() <= NEAR)?;
        let words = next.of(self.text).trim();
        let before = Span::new(self.line.span.start, next.start);
        let before = Some(before).filter(|before| before.len() <= NEAR * LINE)?.of(self.text);
        let open = before.chars().filter(|letter| is_mark(*letter)).count() % 2 != 0;
        let spoken = before.trim_start().starts_with(DASHES) || words.starts_with(['-', '\'']);
        (!open && !spoken && !words.contains(DASHES) && !words.contains(is_mark)).then_some(words)
    }

    /// The head of the stretch.
    fn near(&self, span: Span) -> &'p str {
        let text = span.of(self.text);
        text.get(..text.floor_char_boundary(NEAR)).unwrap_or_default()
    }
}
