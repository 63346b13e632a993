//! Who is spoken of and who speaks, as the reading goes on.

use std::collections::BTreeSet;

use super::naming::phrase::{Holder, Phrase, Referent};
use super::page::Page;
use super::words::tags::Tags;
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
    /// The one before, another.
    before: Option<Voice>,
    /// Whose document is spoken of: the last subject.
    issuer: Option<Voice>,
    /// Everybody who was quoted.
    quoted: BTreeSet<usize>,
    /// Everybody named so far.
    named: BTreeSet<usize>,
    /// The last phrase for somebody left unnamed.
    stranger: Option<Span>,
    /// The office that was told before anybody was named, and the first one named, who has no other.
    untold: Option<String>,
    holds: Option<(String, usize)>,
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
                let plain =
                    |person: &usize| page.people.get(*person).is_some_and(|known| known.offices.is_empty());
                if let (Some(person), Some(office)) = (person.filter(plain), self.untold.take()) {
                    self.holds = Some((office, person));
                }
                self.look_at(&voice);
                self.issuer = Some(voice.clone());
                voice
            }
            Referent::Pronoun => {
                let pronoun = page.lexicon.longest(&page.lexicon.folded(page.of(phrase.span)));
                let pronoun = pronoun.map_or(Tags::NONE, |(_, tags)| tags);
                let fits = |voice: &&Voice| {
                    let name = voice.name.as_deref().map(|name| page.lexicon.folded(name));
                    !name.is_some_and(|name| page.lexicon.is_other_gender(&name, pronoun))
                };
                let whom = self.focus.iter().chain(&self.before).find(fits);
                let nobody = whom.or(self.focus.as_ref()).is_none();
                let only = nobody.then(|| self.only_named(page, &plain)).flatten();
                only.unwrap_or_else(|| Self::meant(plain, whom))
            }
            Referent::It => Self::meant(plain, self.issuer.as_ref().filter(|issuer| issuer.person.is_none())),
            Referent::Office(office, holder) => self.holder(page, plain, office, *holder),
            Referent::Same => Self::meant(plain, self.voice.as_ref().filter(|voice| voice.person.is_some())),
            Referent::Body => {
                let voice = Voice { name: Some(page.of(phrase.span).to_owned()), ..plain };
                self.issuer = Some(voice.clone());
                voice
            }
            Referent::Anonymous => {
                self.stranger = Some(phrase.span);
                plain
            }
            // a paper is told as it is written: whose it is the text seldom tells
            Referent::Document | Referent::Crowd | Referent::Unsure | Referent::Other => plain,
        };
        Some(voice)
    }

    fn meant(plain: Voice, whom: Option<&Voice>) -> Voice {
        let Some(whom) = whom else { return plain };
        Voice { person: whom.person, name: whom.name.clone(), ..plain }
    }

    /// Who holds an office: the only one the text names with it, else whoever is spoken of. Where several hold it, only
    /// whoever is spoken of and the one of them who was quoted: two who may be meant are not named.
    fn holder(&mut self, page: &Page, plain: Voice, office: &str, holder: Holder) -> Voice {
        let holders: Vec<usize> = page.people.holders(office).take(2).collect();
        let spoken = self.focus.as_ref().and_then(|focus| focus.person);
        let person = match *holders.as_slice() {
            [only] => Some(only).filter(|only| holder != Holder::Another || spoken != Some(*only)),
            [] => {
                let held = self.holds.as_ref().filter(|(held, _)| held == office).map(|(_, person)| *person);
                let sole = || self.sole(page, plain.span, office).filter(|_| holder == Holder::Known);
                held.or_else(|| spoken.filter(|_| holder == Holder::Spoken)).or_else(sole)
            }
            _ => {
                let mut quoted = page.people.holders(office).filter(|holder| self.quoted.contains(holder));
                quoted.next().filter(|person| quoted.next().is_none() && spoken == Some(*person))
            }
        };
        let Some(known) = person.and_then(|person| page.people.get(person)) else {
            self.untold = self.focus.is_none().then(|| office.to_owned());
            return plain;
        };
        let voice = Voice { person, name: Some(known.name.clone()), ..plain };
        self.look_at(&voice);
        voice
    }

    /// The only person named so far, for a noun with its article alone that tells a calling and no office of state; not
    /// somebody whose calling is another. Without an article a noun may bring in somebody new.
    fn sole(&self, page: &Page, words: Span, calling: &str) -> Option<usize> {
        let words = page.lexicon.folded(page.of(words));
        let articles = &page.lexicon.glue.articles;
        let definite = articles.iter().any(|article| words.starts_with(article.as_str()));
        let plain = definite && !words.contains(char::is_whitespace) && !page.lexicon.is_office(calling);
        let only = self.only().filter(|_| plain)?;
        page.people.get(only).is_some_and(|known| known.offices.is_empty()).then_some(only)
    }

    /// The only person named so far.
    fn only(&self) -> Option<usize> {
        let mut named = self.named.iter().copied();
        named.next().filter(|_| named.next().is_none())
    }

    /// The only person named so far, for a pronoun where nobody has acted yet.
    fn only_named(&self, page: &Page, plain: &Voice) -> Option<Voice> {
        let only = self.only()?;
        let known = page.people.get(only)?;
        Some(Voice { person: Some(only), name: Some(known.name.clone()), ..plain.clone() })
    }

    /// Notes somebody named.
    pub(crate) fn note_named(&mut self, person: usize) {
        self.named.insert(person);
    }

    /// Notes who is spoken of.
    fn look_at(&mut self, voice: &Voice) {
        if self.focus.as_ref().is_some_and(|focus| focus.person != voice.person) {
            self.before = self.focus.take();
        }
        self.focus = Some(voice.clone());
    }

    /// Notes the subject of a sentence: one about a body that does not `say` anything leaves the word with whoever has it.
    pub(crate) fn note_subject(&mut self, page: &Page, phrase: &Phrase, says: bool) {
        let told = match phrase.referent {
            Referent::Person(_) | Referent::Office(..) => true,
            Referent::Body => says,
            _ => false,
        };
        if let Some(voice) = told.then(|| self.resolve(page, phrase)).flatten()
            && (voice.name.is_some() || matches!(phrase.referent, Referent::Office(..)))
        {
            self.voice = Some(voice);
        }
    }

    /// Notes who said a quote.
    pub(crate) fn note_voice(&mut self, voice: &Voice) {
        self.quoted.extend(voice.person);
        // somebody who is left unnamed may be whom a pronoun means next
        if voice.name.is_none() && self.stranger == Some(voice.span) {
            self.look_at(voice);
        }
        self.voice = Some(voice.clone());
    }

    /// Who is meant where a sentence names no subject.
    #[must_use]
    pub(crate) fn unsaid(&self) -> Option<Voice> {
        self.voice.clone().or_else(|| self.focus.clone())
    }
}
