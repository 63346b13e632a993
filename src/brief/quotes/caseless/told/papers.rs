//! Whose a paper is that speaks: that of somebody named who was told shortly before to say something in one.

use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::voice::Voice;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{Shape, Token};
use crate::text::Span;

/// Letters that stand beside the noun for a paper where it is told of again.
const BESIDE: usize = 2;

/// The last paper somebody named spoke in.
#[derive(Debug, Default)]
pub(crate) struct Papers {
    last: Option<(String, Voice)>,
}

impl Papers {
    /// Notes the paper in the tokens `start..end` of a sentence about `voice`: `in a statement`.
    pub(crate) fn note(
        &mut self,
        page: &Page,
        (tokens, start, end): (&[Token], usize, usize),
        voice: &Voice,
    ) {
        if !page.lexicon.unspaced || voice.person.is_none() {
            return;
        }
        let own = |at: &usize| {
            let whose = at.checked_sub(1).is_some_and(|before| tags(tokens, before).any(Tags::OF));
            let within =
                tags(tokens, at + 1).any(Tags::POSTPOSITION) && !tags(tokens, at + 1).any(Tags::OBJECT);
            // a noun for one that is a verb, too: `he spoke to the people`
            let verb = tags(tokens, *at).any(Tags::VERB)
                && tokens.get(at + 1).is_some_and(|next| next.shape == Shape::Ending);
            tags(tokens, *at).any(Tags::DOCUMENT) && (within || verb) && !whose
        };
        let paper = (start..end).find(own).and_then(|at| tokens.get(at));
        if let Some(paper) = paper {
            self.last = Some((paper.form.clone(), voice.clone()));
        }
    }

    /// Whose the paper at `span` is.
    #[must_use]
    pub(crate) fn whose(&self, page: &Page, span: Span) -> Option<&Voice> {
        let words = page.lexicon.folded(page.of(span));
        let (noun, voice) = self.last.as_ref()?;
        let short = words.chars().count() <= noun.chars().count() + BESIDE;
        (short && words.contains(noun.as_str())).then_some(voice)
    }
}
