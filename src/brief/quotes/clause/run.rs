//! What one reading of a document works with.

use super::frames::{Frame, Frames};
use super::people::{Discourse, Registry};
use super::phrases::{Chunk, Text};
use super::told::{Told, of_source};
use crate::brief::quotes::detection::scare_quotes::Verdict;
use crate::brief::quotes::finding::Finding;
use crate::brief::quotes::rule::RuleSet;

/// One run.
pub(super) struct Reader<'r, 'd> {
    /// The classed words.
    pub(super) text: &'r Text<'d>,
    /// The chunks of each sentence.
    pub(super) sentences: &'r [Vec<Chunk>],
    /// Who is named.
    pub(super) people: &'r Registry,
    /// What was told so far.
    pub(super) discourse: Discourse,
    /// Rules that do not count.
    pub(super) without: RuleSet,
    /// What was found so far.
    pub(super) findings: Vec<Finding>,
    /// Paragraph and place among the findings of whoever spoke last.
    pub(super) spoke: Option<(usize, usize)>,
}

/// A marked stretch with its frames.
pub(super) struct Seen {
    /// Its number.
    pub(super) quote: usize,
    /// Its token.
    pub(super) token: usize,
    /// Number of its sentence.
    pub(super) sentence: usize,
    /// What the frames tell.
    pub(super) frames: Frames,
    /// What the words are.
    pub(super) verdict: Verdict,
}

impl Reader<'_, '_> {
    /// Who speaks in the frame, and the person's number.
    pub(super) fn told(&mut self, one: &Seen, frame: &Frame) -> (Told, Option<usize>) {
        of_source(self.text, self.people, &mut self.discourse, one.sentence, frame)
    }
}
