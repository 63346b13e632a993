//! Where a quote stands among the tokens of its article.

use std::ops::Range;

use super::document::Document;

/// Where a quote stands among the tokens.
#[derive(Debug, Clone)]
pub struct Place {
    /// Index of the quote among the marked stretches.
    pub quote: usize,
    /// Its token.
    pub at: usize,
    /// Its sentence.
    pub sentence: Range<usize>,
    /// Its paragraph.
    pub paragraph: Range<usize>,
    /// Last sign inside the marks: a comma, stop, question mark…; `None` for a letter.
    pub ending: Option<char>,
}

impl Place {
    /// Places the quote with index `quote`.
    #[must_use]
    pub fn of(document: &Document, quote: usize) -> Option<Self> {
        let at = *document.stream.quote_tokens.get(quote)?;
        let inner = document.marked.get(quote)?.inner.of(document.text);
        let last = inner.trim_end_matches(['\'', '’', '”', '"', ')']).chars().next_back();
        Some(Self {
            quote,
            at,
            sentence: document.stream.sentence_of(at),
            paragraph: document.stream.paragraph_of(at),
            ending: last.filter(|c| !c.is_alphanumeric()),
        })
    }

    /// The first token behind the quote that is not a comma or dash.
    #[must_use]
    pub fn behind(&self, document: &Document) -> usize {
        let mut at = self.at + 1;
        let told = !document.cues_in(&(self.sentence.start..self.at)).is_empty();
        let joins: &[&str] = if told { &["as"] } else { &["as", "and", "but"] };
        while at < self.paragraph.end
            && ([',', '—', '–', '-', '―', '.', '…'].iter().any(|mark| document.stream.is(at, *mark))
                || joins.iter().any(|word| document.stream.is_the_word(at, word)) && at <= self.at + 2)
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
