//! Weighs whom words mean.

use super::anaphor::{Anaphor, Quoted};
use super::candidate::Weighed;
use super::scene::Scene;
use super::weights;
use crate::brief::quotes::clause::people::{Discourse, Meant, Registry};
use crate::brief::quotes::clause::phrases::Text;

/// Weighs whom words mean.
#[derive(Debug, Default)]
pub(crate) struct Scale {
    /// The words in marks looked at.
    pub(crate) quoted: Quoted,
    /// What was weighed for quotations so far, if that is kept.
    pub(crate) kept: Option<Vec<Weighed>>,
}

impl Scale {
    /// Whom the words mean, where the rules take them for `ruled`.
    #[must_use]
    pub(crate) fn meant(
        &self,
        text: &Text,
        (people, discourse): (&Registry, &Discourse),
        anaphor: &Anaphor,
        ruled: Meant,
    ) -> Meant {
        let quoted = &self.quoted;
        let candidates = Scene { text, people, discourse, quoted, anaphor, ruled }.candidates();
        weights::chosen(anaphor.kind, &candidates, ruled)
    }

    /// The same for the words beside a quotation; what was weighed is kept if that is asked for.
    pub(crate) fn speaker(
        &mut self,
        text: &Text,
        (people, discourse): (&Registry, &Discourse),
        anaphor: &Anaphor,
        ruled: Meant,
    ) -> Meant {
        let quoted = &self.quoted;
        let candidates = Scene { text, people, discourse, quoted, anaphor, ruled }.candidates();
        let meant = weights::chosen(anaphor.kind, &candidates, ruled);
        let (kind, tokens) = (anaphor.kind, anaphor.tokens.clone());
        if let Some(kept) = &mut self.kept {
            kept.push(Weighed { quote: self.quoted.number, kind, tokens, candidates });
        }
        meant
    }
}
