//! Weighs whom words mean.

use super::anaphor::{Anaphor, Quoted};
use super::candidate::{Candidate, Weighed};
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
        told: (&Registry, &Discourse),
        anaphor: &Anaphor,
        ruled: Meant,
    ) -> Meant {
        weights::chosen(anaphor.kind, &self.candidates(text, told, anaphor, ruled), ruled)
    }

    /// The same for the words beside a quotation; what was weighed is kept if that is asked for.
    pub(crate) fn speaker(
        &mut self,
        text: &Text,
        told: (&Registry, &Discourse),
        anaphor: &Anaphor,
        ruled: Meant,
    ) -> Meant {
        let candidates = self.candidates(text, told, anaphor, ruled);
        let meant = weights::chosen(anaphor.kind, &candidates, ruled);
        let (kind, tokens) = (anaphor.kind, anaphor.tokens.clone());
        if let Some(kept) = &mut self.kept {
            kept.push(Weighed { quote: self.quoted.number, kind, tokens, candidates });
        }
        meant
    }

    fn candidates(
        &self,
        text: &Text,
        (people, discourse): (&Registry, &Discourse),
        anaphor: &Anaphor,
        ruled: Meant,
    ) -> Vec<Candidate> {
        Scene { text, people, discourse, quoted: &self.quoted, anaphor, ruled }.candidates()
    }
}
