//! The way back through a clause, over what is put in between two commas.

use super::Class;
use super::group::Group;

/// Tokens looked at before a verb.
const WAY: usize = 24;

/// Tokens of what is put in between two commas or dashes.
const INSERTED: usize = 10;

impl Group<'_, '_> {
    /// The tokens before `from`, the last first, up to where their clause begins, without what stands in between two commas
    /// or dashes; the marked words at `over` are no end of it.
    pub(super) fn path(&self, from: usize, over: Option<usize>) -> Vec<usize> {
        let mut found = Vec::new();
        let mut end = from;
        while end > self.start && found.len() < WAY {
            let at = end - 1;
            if over == Some(at) || self.text.is_word(at) {
                found.push(at);
                end = at;
            } else if self.is_hyphen(at) {
                end = at;
            } else if let Some(other) = self.inserted(at) {
                end = other;
            } else {
                break;
            }
        }
        found
    }

    /// The hyphen before a pronoun that is written behind its verb.
    fn is_hyphen(&self, at: usize) -> bool {
        self.text.is(at, '-') && self.text.touches(at) && self.text.touches(at + 1)
    }

    /// The mark that opens what is put in, where the mark at `close` closes it.
    pub(super) fn inserted(&self, close: usize) -> Option<usize> {
        let comma = self.text.is(close, ',');
        if !comma && !self.text.is_dash(close) {
            return None;
        }
        let alike = |at: usize| if comma { self.text.is(at, ',') } else { self.text.is_dash(at) };
        let mut within = (self.start + 1..close).rev().take(INSERTED);
        within.find(|at| !self.text.is_word(*at)).filter(|at| alike(*at))
    }

    /// The token behind what stands in between two commas right behind the marked words at `token`, where these stand in a
    /// clause that goes on there.
    pub(super) fn insertion_behind(&self, token: usize) -> Option<usize> {
        let within = token > self.start && self.text.is_word(token - 1);
        let open = Some(token + 1).filter(|at| within && self.text.is(*at, ','))?;
        let mut behind = (open + 1..self.end).take(INSERTED);
        let close = behind.find(|at| !self.text.is_word(*at)).filter(|at| self.text.is(*at, ','))?;
        Some(close + 1)
            .filter(|at| *at < self.end && !self.text.has(*at, Class::RELATIVE.or(Class::SUBORDINATE)))
    }

    /// The same straight back over so many commas, as an infinitive stands apart from what governs it.
    pub(super) fn straight(&self, from: usize, over: Option<usize>, mut commas: usize) -> Vec<usize> {
        let mut found = Vec::new();
        for at in (self.start..from).rev().take(WAY) {
            if over == Some(at) || self.text.is_word(at) {
                found.push(at);
            } else if self.is_hyphen(at) {
            } else if self.text.is(at, ',') && commas > 0 {
                commas -= 1;
            } else {
                break;
            }
        }
        found
    }
}
