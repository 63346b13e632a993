//! From the phrase that stands for a speaker to the person (stage S5).
//!
//! In: a phrase and what has been told so far. Out: the person, or nobody: two equal candidates, a description nobody
//! in the article fits, and “a/one/some official” are never given a name.

mod descriptions;
mod pronouns;

use std::cell::OnceCell;

use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::noun_phrase::{Phrase, PhraseKind};
use crate::people::index::Gender;
use crate::people::lexicon::Tags;
use crate::people::offices::{Holder, read_role};
use descriptions::{description, holder, incumbents, namesake};
use pronouns::History;

/// A phrase with the person it stands for.
#[derive(Debug, Clone)]
pub(crate) struct Voice {
    /// The phrase.
    pub(crate) phrase: Phrase,
    /// The person of the article, if known.
    pub(crate) person: Option<usize>,
    /// The holder of the office by the dated table, when the article names none.
    pub(crate) holder: Option<&'static Holder>,
    /// Whom else a pronoun could mean, the likeliest.
    pub(crate) rival: Option<usize>,
    /// How sure the person is, 0 to 1.
    pub(crate) sure: f32,
}

/// What has been told so far, by which pronouns and descriptions are given their persons.
#[derive(Debug, Default)]
pub(crate) struct Discourse {
    history: History,
    /// Persons of the article who held an office of the dated table when it was published.
    incumbents: OnceCell<Vec<(usize, &'static Holder)>>,
}

impl Discourse {
    /// Remembers that `person` spoke at the token `at`.
    pub(crate) fn note(&mut self, at: usize, person: usize) {
        self.history.note(at, person);
    }

    /// Remembers that `person` asked at the token `at`: another will answer.
    pub(crate) fn note_question(&mut self, at: usize, person: usize) {
        self.history.note_question(at, person);
    }

    /// Finds who `phrase` stands for.
    #[must_use]
    pub(crate) fn resolve(&mut self, document: &Document, phrase: Phrase) -> Voice {
        if matches!(phrase.kind, PhraseKind::Pronoun(_)) {
            self.history.follow(document, phrase.tokens.start);
        }
        let (person, rival, sure) = match phrase.kind {
            PhraseKind::Named(person) => (Some(person), None, 1.0),
            PhraseKind::Body(person) => (Some(person), None, 0.95),
            PhraseKind::Pronoun(tags) => self.pronoun(document, &phrase, tags),
            PhraseKind::Definite => {
                (description(document, &phrase).or_else(|| self.incumbent(document, &phrase)), None, 0.85)
            }
            PhraseKind::Indefinite | PhraseKind::Bare => (None, None, 0.9),
        };
        let holder = match (person, phrase.kind) {
            (None, PhraseKind::Definite) => holder(document, &phrase),
            _ => None,
        };
        let person = person.or_else(|| holder.and_then(|holder| namesake(document, holder)));
        let known = person.is_some() || holder.is_some();
        Voice { phrase, person, holder, rival, sure: if known { sure } else { sure.min(0.6) } }
    }

    /// “The president”, with no country: the one person of the article who holds such an office by the dated table.
    fn incumbent(&self, document: &Document, phrase: &Phrase) -> Option<usize> {
        let stream = &document.stream;
        let bare = phrase.tokens.start + usize::from(stream.has(phrase.tokens.start, Tags::DEFINITE));
        let office = (bare..phrase.tokens.end).any(|at| stream.has(at, Tags::OFFICE));
        if !office || phrase.tokens.end - bare > 3 {
            return None;
        }
        let words = stream.span(&(bare..phrase.tokens.end)).of(document.text);
        let holds = |holder: &Holder| {
            read_role(&format!("{} {words}", holder.country.name())) == Some((holder.country, holder.office))
        };
        let incumbents = self.incumbents.get_or_init(|| incumbents(document));
        let mut found = incumbents.iter().filter(|(_, holder)| holds(holder)).map(|(person, _)| *person);
        let first = found.next()?;
        found.all(|person| person == first).then_some(first)
    }

    /// The person a pronoun means, the next likeliest, and how sure the first is.
    fn pronoun(
        &self,
        document: &Document,
        phrase: &Phrase,
        tags: Tags,
    ) -> (Option<usize>, Option<usize>, f32) {
        let gender = match (tags.any(Tags::HE), tags.any(Tags::SHE)) {
            (true, false) => Gender::Male,
            (false, true) => Gender::Female,
            _ => return (None, None, 0.5),
        };
        let at = phrase.tokens.start;
        let scored = self.history.candidates(document, at, gender);
        let Some((best, person)) = scored.first().copied() else { return (None, None, 0.5) };
        let rival = scored.get(1).map(|other| other.1);
        let second = scored.get(1).map_or(0.0, |other| other.0);
        let sure = if best - second > 1.0 { 0.95 } else { 0.8 };
        (Some(person), rival, sure)
    }
}
