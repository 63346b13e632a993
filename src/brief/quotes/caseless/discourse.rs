//! Who is spoken of and who speaks, as the reading goes on.

use std::collections::BTreeSet;

use super::naming::phrase::{Phrase, Referent};
use super::page::Page;
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

/// What has been read so far.
#[derive(Debug, Default)]
pub(crate) struct Discourse {
    /// Who speaks or was the subject last.
    voice: Option<Voice>,
    /// The person who was.
    focus: Option<Voice>,
    /// Whose document is spoken of: the last subject.
    issuer: Option<Voice>,
    /// Everybody who was quoted.
    quoted: BTreeSet<usize>,
}

impl Discourse {
    /// Finds whom `phrase` means; `None` for what is no speaker.
    pub(crate) fn resolve(&mut self, page: &Page, phrase: &Phrase) -> Option<Voice> {
        let plain = Voice { span: phrase.span, person: None, name: None };
        let voice = match &phrase.referent {
            Referent::Agency => return None,
            Referent::Person(person) => {
                let known =
                    person.and_then(|person| page.people.get(person)).map(|person| person.name.clone());
                let written = || phrase.name.map(|span| page.of(span).to_owned());
                let voice = Voice {
                    person: *person,
                    name: known.or_else(written).or_else(|| Some(page.of(phrase.span).to_owned())),
                    ..plain
                };
                self.focus = Some(voice.clone());
                self.issuer = Some(voice.clone());
                voice
            }
            Referent::Pronoun => Self::meant(plain, self.focus.as_ref()),
            Referent::It => Self::meant(plain, self.issuer.as_ref().filter(|issuer| issuer.person.is_none())),
            Referent::Document => Self::meant(plain, self.issuer.as_ref()),
            Referent::Office(office, definite) => self.holder(page, plain, office, *definite),
            Referent::Body => {
                let voice = Voice { name: Some(page.of(phrase.span).to_owned()), ..plain };
                self.issuer = Some(voice.clone());
                voice
            }
            Referent::Other => {
                Voice { name: Some(page.of(phrase.name.unwrap_or(phrase.span)).to_owned()), ..plain }
            }
            Referent::Anonymous | Referent::Crowd => plain,
        };
        Some(voice)
    }

    fn meant(plain: Voice, whom: Option<&Voice>) -> Voice {
        let Some(whom) = whom else { return plain };
        Voice { person: whom.person, name: whom.name.clone(), ..plain }
    }

    /// Who holds an office: the only one the text names with it, else whoever is spoken of. Where several hold it, only
    /// whoever is spoken of and the one of them who was quoted: two who may be meant are not named.
    fn holder(&mut self, page: &Page, plain: Voice, office: &str, definite: bool) -> Voice {
        let holders: Vec<usize> = page.people.holders(office).take(2).collect();
        let spoken = self.focus.as_ref().and_then(|focus| focus.person);
        let person = match *holders.as_slice() {
            [only] => Some(only),
            [] if definite => spoken,
            // the text has told the office before the name
            [] => spoken.filter(|person| {
                page.lexicon.is_code(office)
                    && page.people.get(*person).is_some_and(|person| person.offices.is_empty())
            }),
            _ => {
                let mut quoted = page.people.holders(office).filter(|holder| self.quoted.contains(holder));
                quoted.next().filter(|person| quoted.next().is_none() && spoken == Some(*person))
            }
        };
        let Some(known) = person.and_then(|person| page.people.get(person)) else { return plain };
        let voice = Voice { person, name: Some(known.name.clone()), ..plain };
        self.focus = Some(voice.clone());
        voice
    }

    /// Notes the subject of a sentence.
    pub(crate) fn note_subject(&mut self, page: &Page, phrase: &Phrase) {
        let told = matches!(phrase.referent, Referent::Person(_) | Referent::Office(..) | Referent::Body);
        if let Some(voice) = told.then(|| self.resolve(page, phrase)).flatten()
            && voice.name.is_some()
        {
            self.voice = Some(voice);
        }
    }

    /// Notes who said a quote.
    pub(crate) fn note_voice(&mut self, voice: &Voice) {
        self.quoted.extend(voice.person);
        self.voice = Some(voice.clone());
    }

    /// Who is meant where a sentence names no subject.
    #[must_use]
    pub(crate) fn unsaid(&self) -> Option<Voice> {
        self.voice.clone().or_else(|| self.focus.clone())
    }
}
