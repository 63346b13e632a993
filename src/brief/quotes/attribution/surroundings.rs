//! What stands around a quote whose own sentence names nobody.

use super::position::Position;
use crate::brief::quotes::coreference::Voice;
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::noun_phrase::Phrase;

/// A quote among the quotes of its paragraph.
#[derive(Debug)]
pub(crate) struct Surroundings<'s, 'd> {
    /// The article.
    pub(crate) document: &'d Document<'d>,
    /// Where the quote stands.
    pub(crate) place: &'s Position,
    /// Index of its paragraph.
    pub(crate) paragraph: usize,
    /// How many quotes of the paragraph stand before it.
    pub(crate) order: usize,
    /// What the own sentence of the first quote behind it in the paragraph tells, of those that tell anything.
    pub(crate) behind: Option<&'s Phrase>,
    /// The last speaker named before it, when the quote with that speaker stands in the paragraph.
    pub(crate) neighbour: Option<&'s Voice>,
    /// Who goes on speaking.
    pub(crate) running: Option<&'s Voice>,
    /// Words of its own sentence and a colon lead to it: whoever spoke elsewhere did not say it.
    pub(crate) introduced: bool,
}

/// What a rule finds: a phrase whose person is still to be told, or somebody already known.
#[derive(Debug, Clone)]
pub(crate) enum Source {
    /// Words of the text.
    Phrase(Phrase),
    /// Whoever spoke elsewhere.
    Voice(Voice),
}

impl Surroundings<'_, '_> {
    /// The stretch of marked words before this one.
    #[must_use]
    pub(crate) fn before(&self) -> Option<usize> {
        self.place.quote.checked_sub(1)
    }
}
