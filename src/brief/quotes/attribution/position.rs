//! Where a quote stands among the tokens of its article.

use crate::text::is_letter_or_digit;
use std::ops::Range;

use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::cue::Cue;
use crate::brief::quotes::syntax::noun_phrase::Phrase;
use crate::people::lexicon::{Keyword, Tags};

/// The phrase that stands for a speaker, if one was found.
pub(crate) type Found = Option<Phrase>;

/// Where a quote stands among the tokens.
#[derive(Debug, Clone)]
pub(crate) struct Position {
    /// Index of the quote among the marked stretches.
    pub(crate) quote: usize,
    /// Its token.
    pub(crate) at: usize,
    /// Its sentence.
    pub(crate) sentence: Range<usize>,
    /// Its paragraph.
    pub(crate) paragraph: Range<usize>,
    /// Last sign inside the marks: a comma, stop, question mark…; `None` for a letter.
    pub(crate) ending: Option<char>,
}

impl Position {
    /// Places the quote with index `quote`.
    #[must_use]
    pub(crate) fn of(document: &Document, quote: usize) -> Option<Self> {
        let at = *document.stream.quote_tokens.get(quote)?;
        let inner = document.marked.get(quote)?.inner.of(document.text);
        let last = inner.trim_end_matches(['\'', '’', '”', '"', ')']).chars().next_back();
        Some(Self {
            quote,
            at,
            sentence: document.stream.sentence_of(at),
            paragraph: document.stream.paragraph_of(at),
            ending: last.filter(|c| !is_letter_or_digit(*c)),
        })
    }

    /// True for `A banner reads: “…”`: the sentence itself tells whose words they are, though not a speaker's.
    #[must_use]
    pub(crate) fn is_introduced(&self, document: &Document) -> bool {
        let stream = &document.stream;
        // `Of X: “…”` goes on from what was said
        let goes_on = stream.has(self.sentence.start, Tags::PREPOSITION);
        self.at > self.sentence.start + 1 && stream.is(self.at - 1, ':') && !goes_on
    }

    /// The first token behind the quote that is not a comma or dash.
    #[must_use]
    pub(crate) fn behind(&self, document: &Document) -> usize {
        let mut at = self.at + 1;
        let told = !document.cues_in(&(self.sentence.start..self.at)).is_empty();
        let joins: &[Keyword] =
            if told { &[Keyword::As] } else { &[Keyword::As, Keyword::And, Keyword::But] };
        while at < self.paragraph.end
            && ([',', '—', '–', '-', '―', '.', '…'].iter().any(|mark| document.stream.is(at, *mark))
                || joins.iter().any(|word| document.stream.is_keyword(at, *word)) && at <= self.at + 2)
        {
            if document.stream.is(at, '.')
                && document.stream.get(at + 1).is_some_and(|next| {
                    next.sentence != document.stream.get(at).map_or(0, |token| token.sentence)
                })
            {
                return self.paragraph.end;
            }
            at += 1;
        }
        at
    }
}

/// Tokens looked at on one side of a quote for words that name its source.
pub(crate) const REACH: usize = 120;

/// True when no other quote stands in the tokens `range`.
pub(crate) fn free(document: &Document, range: Range<usize>) -> bool {
    !document.stream.holds_quote(&range)
}

/// True when the cue may serve the quote: what stands in brackets serves only quotes in brackets.
pub(crate) fn serves(document: &Document, cue: &Cue, place: &Position) -> bool {
    let bracketed = |at: usize| document.stream.get(at).is_some_and(|token| token.bracketed);
    !bracketed(cue.verb) || bracketed(place.at)
}

/// The cues behind the quote in its sentence that may serve it.
pub(crate) fn sentence_behind<'d>(
    document: &'d Document,
    place: &Position,
) -> impl Iterator<Item = &'d Cue> + Clone {
    let quote = place.at;
    let bracketed = move |at: usize| document.stream.get(at).is_some_and(|token| token.bracketed);
    let cues = document.first_cues_in(&(place.at + 1..place.sentence.end)).iter();
    cues.filter(move |cue| !bracketed(cue.verb) || bracketed(quote))
}
