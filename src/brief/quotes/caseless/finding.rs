//! What a rule finds for a marked stretch.

use super::discourse::Voice;
use crate::brief::Kind;
use crate::brief::quotes::rule::Rule;

/// A quote: how its words read, and who said them.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    /// The rule that fired.
    pub(crate) rule: Rule,
    /// A whole statement or a fragment.
    pub(crate) kind: Kind,
    /// Who speaks.
    pub(crate) voice: Option<Voice>,
    /// Somebody else than the sentence is about: the word stays with whoever has it.
    pub(crate) aside: bool,
}

impl Finding {
    /// A whole statement.
    #[must_use]
    pub(crate) fn direct(rule: Rule, voice: Option<Voice>) -> Self {
        Self { rule, kind: Kind::Direct, voice, aside: false }
    }

    /// A whole statement where `whole`, else a fragment.
    #[must_use]
    pub(crate) fn of(whole: bool, rule: Rule, voice: Option<Voice>) -> Self {
        Self { rule, kind: if whole { Kind::Direct } else { Kind::Mixed }, voice, aside: false }
    }
}
