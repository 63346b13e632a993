//! Whether a word of one letter is one where no spaces part words, or part of a longer one that no table knows.

use super::tags::Tags;
use super::token::Token;
use super::unspaced::{Cut, Cutter, Letters, ends_in_ideograph, letters};

/// Nouns of one letter that other nouns end with.
const NOUNS: Tags = Tags::BODY
    .or(Tags::AGENCY)
    .or(Tags::WORK)
    .or(Tags::SPEECH_NOUN)
    .or(Tags::PERSON)
    .or(Tags::ANONYMOUS)
    .or(Tags::WORK_BEHIND);
/// Small words whose letters also write names.
const SMALL: Tags = Tags::ADVERB.or(Tags::CONJUNCTION);

impl Cutter<'_> {
    /// Whether the word of one letter at the head of `rest`, with these classes, is one here.
    #[must_use]
    pub(super) fn single_counts(&self, cut: &Cut, rest: &str, tags: Tags) -> bool {
        let mut ahead = rest.chars();
        let class = letters(ahead.next().unwrap_or_default());
        let next = ahead.as_str();
        let after = next.chars().next().map(letters);
        if tags.within(Tags::WORK_BEHIND) || class == Letters::Foreign && after == Some(Letters::Foreign) {
            return false;
        }
        if class != Letters::Ideograph {
            return true;
        }
        if tags.any(SMALL) && self.writes_name(cut, rest, next) {
            return false;
        }
        if tags.any(Tags::POSTPOSITION) {
            let ends = after.is_none_or(|after| after == Letters::None);
            let titled = self.lexicon.longest(next).is_some_and(|(_, tags)| tags.any(Tags::OFFICE));
            return cut.led || ends || titled;
        }
        if tags.within(NOUNS) {
            let before = cut.touching().is_some_and(|token| ends_in_ideograph(&token.form));
            let alone = tags.any(Tags::PERSON.or(Tags::BODY)) && !before && after != Some(Letters::Ideograph);
            return alone || cut.touching().is_some_and(Token::is_unknown);
        }
        true
    }

    /// True for the first letter of a name behind a title, or the second behind a surname there: no word begins behind it.
    fn writes_name(&self, cut: &Cut, rest: &str, next: &str) -> bool {
        let more = next.chars().next().is_some_and(|next| letters(next) == Letters::Ideograph);
        if !more || self.lexicon.longest(next).is_some() {
            return false;
        }
        let titled = |token: &Token| token.has(Tags::TITLE.or(Tags::OF));
        let Some(before) = cut.touching() else { return false };
        let surname = before.is_unknown() && self.lexicon.surname(&before.form) == Some(before.form.len());
        let outer = cut.tokens.len().checked_sub(2).and_then(|at| cut.tokens.get(at));
        let opens = outer.is_none_or(|outer| titled(outer) || outer.is_edge());
        titled(before) && self.lexicon.surname(rest).is_some() || surname && opens
    }
}
