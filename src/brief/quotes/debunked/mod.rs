//! Words in marks of which the text around their sentence tells that nobody said them, as a fact-check does.
//!
//! In: an article and its quotes. Out: the quotes without those; whoever was only taken to go on speaking from them is not
//! named for what stands behind. Each judge looks at a place: [`labels`] at what stands before the sentence, [`disowned`] at the
//! sentence behind, [`forged`] at the sentence itself, [`notes`] at what the outlet withdraws in a note of its own. The words
//! are the language's tables; a language without them keeps all. Linear: no more than a few hundred bytes around a quote.

mod disowned;
mod forged;
mod labels;
mod place;

use std::ops::Range;

use super::rule::Rule;
use crate::article::Article;
use crate::brief::Quote;
use crate::brief::notes::{self, Notes};
use crate::text::Span;
use place::{Line, Place};

/// Most quotes left out, counted back, from which somebody may go on.
const LEFT: usize = 8;

/// Leaves out the quotes that the text tells to be nobody's.
pub(super) fn leave_out(article: &Article, quotes: &mut Vec<Quote>) {
    let mut line = Line::default();
    let mut left: Vec<(Span, Range<usize>)> = Vec::new();
    let noted = if quotes.is_empty() { Notes::default() } else { Notes::of(article) };
    quotes.retain_mut(|quote| {
        let noted = noted.hold(quote.span.start);
        if quote.speaker.is_none() && !noted {
            return true;
        }
        line.reach(article, quote.span.start);
        let mention = quote.speaker.as_ref().and_then(|speaker| speaker.span);
        let Some(place) = Place::of(article, &line, quote) else { return true };
        let sentence = place.sentence();
        if noted && notes::are_withdrawn(article, Span::new(sentence.start, sentence.end), quote.span) {
            left.extend(mention.map(|mention| (mention, sentence)));
            return false;
        }
        if forged::is_forged(&place) {
            return false;
        }
        if labels::is_labelled(&place) || disowned::is_disowned(&place) {
            left.extend(mention.map(|mention| (mention, place.sentence())));
            return false;
        }
        // whoever the words left out were said to be of does not go on
        let goes_on =
            |(other, own): &(Span, Range<usize>)| Some(*other) == mention && !own.contains(&quote.span.start);
        if left.iter().rev().take(LEFT).any(goes_on) {
            quote.speaker = None;
            quote.confidence = 0.0;
            Rule::Nobody.name().clone_into(&mut quote.rule);
        }
        true
    });
}
