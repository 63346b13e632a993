//! A speaker, as the reading goes on.

use super::page::Page;
use super::whom::Asked;
use crate::text::Span;

/// A speaker: the words that stand for one, and who it is.
#[derive(Debug, Clone)]
pub(crate) struct Voice {
    /// The words.
    pub(crate) span: Span,
    /// The person, if it is one the text names.
    pub(crate) person: Option<usize>,
    /// The name shown.
    pub(crate) name: Option<String>,
}

impl Voice {
    /// The words with whoever they mean, if that is told.
    #[must_use]
    pub(super) fn meant(plain: Self, whom: Option<&Self>) -> Self {
        let Some(whom) = whom else { return plain };
        Self { person: whom.person, name: whom.name.clone(), ..plain }
    }

    /// A voice with the name of somebody the text knows.
    #[must_use]
    pub(super) fn known(page: &Page, plain: &Voice, person: usize) -> Option<Voice> {
        let known = page.people.get(person)?;
        Some(Voice { person: Some(person), name: Some(known.name.clone()), ..plain.clone() })
    }
}

/// An office that nobody was named for yet.
#[derive(Debug)]
pub(super) struct Untold {
    pub(super) office: String,
    pub(super) asked: Asked,
    pub(super) spans: Vec<Span>,
}
