//! Which of two known words at the head of a text leaves no letter behind that no table knows.

use crate::brief::quotes::caseless::words::letters::{Letters, letters};
use crate::brief::quotes::caseless::words::lexicon::Lexicon;
use crate::brief::quotes::caseless::words::tags::Tags;

impl Lexicon {
    /// A word shorter than `len` at the head of `rest`, when no word begins behind the longer one, and one begins behind the
    /// shorter that ends behind the longer: `则称|赞` is `则|称赞`.
    #[must_use]
    pub(super) fn covers(&self, rest: &str, len: usize) -> Option<(usize, Tags)> {
        let behind = rest.get(len..)?;
        let ideograph = |text: &str| text.chars().next().map(letters) == Some(Letters::Ideograph);
        if !ideograph(behind) || self.longest(behind).is_some() {
            return None;
        }
        let ends = rest.get(..len)?.char_indices().skip(1).map(|(at, _)| at);
        let over = |at: &usize| {
            let next = rest.get(*at..).filter(|next| ideograph(next));
            next.and_then(|next| self.longest(next)).is_some_and(|(longer, _)| at + longer > len)
        };
        ends.filter(over).find_map(|at| Some((at, self.word(rest.get(..at)?)?)))
    }
}
