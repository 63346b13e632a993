//! Who is spoken of and who speaks, as the reading goes on.

use std::collections::BTreeSet;

use super::naming::doubt::is_no_name;
use super::naming::other_office::names_counterpart;
use super::naming::phrase::{Holder, Phrase, Referent};
use super::page::Page;
use super::told::bodies::Bodies;
use super::told::offices::{Held, SameOffice, SoFar, same_office};
use super::told::origin::Natives;
use super::told::papers::Papers;
use super::told::speakers::is_far;
use super::voice::Untold;
pub(crate) use super::voice::Voice;
use super::whom::{Asked, Met};
use super::words::gender::Gender;
use super::words::tags::Tags;
use super::words::token::Token;
use crate::text::{FastMap, Span};

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
    /// Who was met so far.
    pub(super) met: Met,
    /// Papers that speak.
    pub(super) papers: Papers,
    /// Bodies and outlets told so far.
    bodies: Bodies,
    /// The last phrase for somebody left unnamed.
    stranger: Option<Span>,
    /// The office that was told before anybody was named, and the first one named, who has no other.
    untold: Option<Untold>,
    holds: Option<Held>,
    /// Phrases for an office with whom a name behind them told to hold it.
    told_later: FastMap<Span, usize>,
}

impl Discourse {
    /// Finds whom `phrase` means; `None` for what is no speaker.
    pub(crate) fn resolve(&mut self, page: &Page, phrase: &Phrase) -> Option<Voice> {
        let plain = Voice { span: phrase.span, person: None, name: None };
        let voice = match &phrase.referent {
            Referent::Agency if !page.lexicon.tells_outlets() => return None,
            Referent::Agency => {
                let voice = Voice { name: self.bodies.outlet(page, phrase.span), ..plain };
                self.issuer = Some(voice.clone());
                voice
            }
            Referent::Person(person) if Asked::is_another(page, phrase, *person) => plain,
            Referent::Person(None) if phrase.name.is_some_and(|name| is_no_name(page, name)) => plain,
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
                // a name with a title of its own tells of that title alone
                let bare = phrase.name.is_some_and(|name| name.start == phrase.span.start);
                let untold = self.untold.take().filter(|_| bare);
                if let (Some(person), Some(untold)) = (person.filter(plain), untold) {
                    self.tell(page, untold, person, phrase.span);
                }
                self.look_at(&voice);
                self.issuer = Some(voice.clone());
                voice
            }
            Referent::Pronoun => {
                let spoken = self.focus.as_ref().and_then(|focus| focus.person);
                match same_office(page, plain.span, spoken) {
                    Some(SameOffice::Only(only)) => {
                        let voice = Voice::known(page, &plain, only)?;
                        self.look_at(&voice);
                        return Some(voice);
                    }
                    Some(SameOffice::Nobody) => return Some(plain),
                    None => {}
                }
                let asked = Asked::pronoun(page, phrase);
                let fits = |voice: &&Voice| !asked.clashes_with(page, voice.person);
                let whom = self.focus.iter().chain(&self.before).find(fits).cloned();
                let nearer = whom.as_ref().and_then(|whom| self.met.nearer(page, &asked, whom.person?));
                let nearer = nearer.and_then(|nearer| Voice::known(page, &plain, nearer));
                let whom = nearer.or(whom);
                let only = || self.met.sole(page, &asked).and_then(|only| Voice::known(page, &plain, only));
                let whom = whom.or_else(only);
                Voice::meant(plain.clone(), whom.as_ref())
            }
            Referent::It => {
                Voice::meant(plain, self.issuer.as_ref().filter(|issuer| issuer.person.is_none()))
            }
            Referent::Office(office, holder) => self.in_office(page, plain, office, *holder),
            Referent::Same => {
                let asked = Asked::noun(page, page.of(phrase.span));
                if self.met.is_stranger(&page.lexicon.folded(page.of(phrase.span))) {
                    return Some(plain);
                }
                let fits = |voice: &&Voice| voice.person.is_some() && !asked.clashes_with(page, voice.person);
                let only = || self.met.sole(page, &asked).and_then(|only| Voice::known(page, &plain, only));
                let whom = self.voice.as_ref().filter(fits).cloned().or_else(only);
                Voice::meant(plain.clone(), whom.as_ref())
            }
            // `his office`, and nothing more
            Referent::Body if page.lexicon.owned(&page.lexicon.bare(page.of(phrase.span))).is_some() => plain,
            Referent::Body => {
                let voice = Voice { name: self.bodies.name(page, phrase.span), ..plain };
                self.issuer = Some(voice.clone());
                voice
            }
            Referent::Anonymous => {
                self.stranger = Some(phrase.span);
                self.met.note_stranger(Asked::noun(page, page.of(phrase.span)));
                plain
            }
            Referent::Document => Voice::meant(plain, self.papers.whose(page, phrase.span)),
            Referent::Unsure => {
                let only = Natives::called(page, phrase.span).only();
                only.and_then(|only| Voice::known(page, &plain, only)).unwrap_or(plain)
            }
            Referent::Crowd | Referent::Other => plain,
        };
        Some(voice)
    }

    /// Whoever holds an office, who is spoken of from then on.
    fn in_office(&mut self, page: &Page, plain: Voice, office: &str, holder: Holder) -> Voice {
        if Asked::has_name_behind(page, plain.span) {
            return plain;
        }
        let asked = Asked::noun(page, office).or(Asked::noun(page, page.of(plain.span)));
        let spoken = self.focus.as_ref().and_then(|focus| focus.person);
        let so_far = SoFar { spoken, quoted: &self.quoted, met: &self.met, holds: self.holds.as_ref() };
        let person = so_far.who_holds(page, &asked, (office, holder), plain.span);
        let Some(voice) = person.and_then(|person| Voice::known(page, &plain, person)) else {
            if asked.is_anyone() {
                self.met.note_stranger(asked);
            }
            if holder != Holder::Another {
                self.wait(asked, office, plain.span);
            }
            return plain;
        };
        self.look_at(&voice);
        voice
    }

    /// Takes down an office that is told before anybody is named.
    fn wait(&mut self, asked: Asked, office: &str, span: Span) {
        let mut spans = self.untold.take().filter(|untold| untold.office == office);
        let nobody = |voice: &Voice| voice.person.is_none() && voice.name.is_none();
        let first = [&self.focus, &self.before].iter().all(|told| told.as_ref().is_none_or(nobody));
        if !first {
            return;
        }
        let mut known = spans.take().map_or_else(Vec::new, |untold| untold.spans);
        known.push(span);
        self.untold = Some(Untold { office: office.to_owned(), asked, spans: known });
    }

    /// Takes down that the first one named, who has no other office, holds the one told before.
    fn tell(&mut self, page: &Page, untold: Untold, person: usize, at: Span) {
        let Some(known) = page.people.get(person) else { return };
        // `X and Y` in two words is no name
        let joined = |word: &str| page.lexicon.glue.joined.iter().any(|sign| word.starts_with(sign.as_str()));
        let given = |word: &str| page.lexicon.phrase(word).is_some_and(|tags| tags.any(Tags::GIVEN));
        let named = known.key.split(' ').skip(1).all(|word| given(word) || !joined(word));
        let named = named && !is_far(page, &untold.spans, at);
        if !named || untold.asked.is_other_gender(known) || names_counterpart(page, &untold.spans, at) {
            return;
        }
        // where words are not parted, a title stands beside the name of whoever holds it
        if !page.lexicon.unspaced {
            self.told_later.extend(untold.spans.iter().map(|span| (*span, person)));
        }
        self.holds = Some((untold.office, person, untold.spans.first().copied()));
    }

    /// Who holds the office at `span`, where a name behind it told that.
    #[must_use]
    pub(crate) fn told_later(&self, span: Span) -> Option<usize> {
        self.told_later.get(&span).copied()
    }

    /// Notes who is spoken of.
    fn look_at(&mut self, voice: &Voice) {
        if self.focus.as_ref().is_some_and(|focus| focus.person != voice.person) {
            self.before = self.focus.take();
        }
        self.focus = Some(voice.clone());
    }

    /// Notes a body wherever it stands.
    pub(crate) fn note_body(&mut self, page: &Page, span: Span) {
        self.bodies.name(page, span);
    }

    /// Notes the subject of a sentence: one about a body that does not `say` anything leaves the word with whoever has it.
    pub(crate) fn note_subject(&mut self, page: &Page, phrase: &Phrase, says: bool) {
        if phrase.referent == Referent::Body {
            self.bodies.name(page, phrase.span);
        } else if phrase.referent == Referent::Agency {
            self.bodies.outlet(page, phrase.span);
        }
        let told = match phrase.referent {
            // `By the railing stood a neighbour. He said: …`
            Referent::Person(_) | Referent::Office(..) | Referent::Anonymous => true,
            Referent::Body => says,
            Referent::Unsure => page.lexicon.ends_with_title(page.of(phrase.span)),
            _ => false,
        };
        if let Some(voice) = told.then(|| self.resolve(page, phrase)).flatten()
            && (voice.name.is_some() || phrase.stands_alone())
        {
            // whoever holds an office the text names nobody for may be whom a pronoun means next
            if voice.name.is_none() {
                self.look_at(&voice);
            }
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

    /// Who answers whoever spoke last: the one before, with a verb of that gender.
    #[must_use]
    pub(crate) fn asked(&self, page: &Page, verb: &Token) -> Option<Voice> {
        let asked = Asked::verb(page.lexicon.verb_gender(&verb.form));
        let spoke = self.voice.as_ref().and_then(|voice| voice.person);
        let fits = |voice: &&Voice| {
            voice.person.is_some_and(|person| Some(person) != spoke)
                && !asked.clashes_with(page, voice.person)
        };
        let other = self.focus.iter().chain(&self.before).find(fits).cloned();
        other.or(Some(Voice { span: verb.span, person: None, name: None }))
    }

    /// Who is meant where a verb at `span` has no subject, whose form tells a gender: nobody where it shuts out everybody.
    #[must_use]
    pub(crate) fn unsaid_by(&self, page: &Page, gender: Option<Gender>, span: Span) -> Option<Voice> {
        let asked = Asked::verb(gender);
        let Some(said) = self.unsaid() else {
            let plain = Voice { span, person: None, name: None };
            let only = self.met.sole(page, &asked).filter(|_| gender.is_some());
            return only.and_then(|only| Voice::known(page, &plain, only));
        };
        let fits = |voice: &&Voice| !asked.clashes_with(page, voice.person);
        if fits(&&said) {
            return Some(said);
        }
        let plain = Voice { span, person: None, name: None };
        let other = self.focus.iter().chain(&self.before).find(fits).cloned();
        let only = || self.met.sole(page, &asked).and_then(|only| Voice::known(page, &plain, only));
        other.or_else(only).or(Some(plain))
    }
}
