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
        let (candidates, ruled) = self.candidates(text, told, anaphor, ruled);
        weights::chosen(anaphor.kind, &candidates, ruled)
    }

    /// The same for the words beside a quotation; what was weighed is kept if that is asked for.
    pub(crate) fn speaker(
        &mut self,
        text: &Text,
        told: (&Registry, &Discourse),
        anaphor: &Anaphor,
        ruled: Meant,
    ) -> Meant {
        let (candidates, ruled) = self.candidates(text, told, anaphor, ruled);
        let meant = weights::chosen(anaphor.kind, &candidates, ruled);
        let (kind, tokens) = (anaphor.kind, anaphor.tokens.clone());
        if let Some(kept) = &mut self.kept {
            kept.push(Weighed { quote: self.quoted.number, kind, tokens, candidates });
        }
        meant
    }

    /// Everybody who may be meant, and whom the rules take the words for: nobody whom the words' own clause names
    /// and no capitals that nothing tells to be a person.
    fn candidates(
        &self,
        text: &Text,
        (people, discourse): (&Registry, &Discourse),
        anaphor: &Anaphor,
        ruled: Meant,
    ) -> (Vec<Candidate>, Meant) {
        let scene = Scene { text, people, discourse, quoted: &self.quoted, anaphor, ruled };
        let named = ruled.person.is_some_and(|at| scene.is_told_of(at) || scene.is_doubtful(at));
        let ruled = if named { Meant::NOBODY } else { ruled };
        (Scene { ruled, ..scene }.candidates(), ruled)
    }
}
