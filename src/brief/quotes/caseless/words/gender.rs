//! What the letters of a first name tell of whoever has it.

use super::lexicon::Lexicon;
use super::tags::Tags;
use super::token::NAME_POINTS;
use crate::text::FastSet;

/// Letters of the longest name that tells it.
const LONGEST_NAME: usize = 3;

impl Lexicon {
    /// True for a name whose letters are those of the other gender than a pronoun with these classes.
    #[must_use]
    pub(crate) fn is_other_gender(&self, name: &str, pronoun: Tags) -> bool {
        // the letters of a foreign name only sound
        if name.contains(NAME_POINTS) || name.chars().nth(LONGEST_NAME).is_some() {
            return false;
        }
        let (women, men) = (&self.gendered.0, &self.gendered.1);
        let holds = |letters: &FastSet<char>| name.chars().skip(1).any(|letter| letters.contains(&letter));
        match (pronoun.any(Tags::SHE), pronoun.any(Tags::HE)) {
            (true, false) => holds(men) && !holds(women),
            (false, true) => holds(women) && !holds(men),
            _ => false,
        }
    }
}
