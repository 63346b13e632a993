//! Who holds an office that stands without a name.

use crate::brief::quotes::caseless::alone::only_speaker;
use crate::brief::quotes::caseless::discourse::{Discourse, Voice};
use crate::brief::quotes::caseless::naming::origin::Natives;
use crate::brief::quotes::caseless::naming::other_office::is_other;
use crate::brief::quotes::caseless::naming::people::Person;
use crate::brief::quotes::caseless::naming::phrase::Holder;
use crate::brief::quotes::caseless::page::Page;
use crate::brief::quotes::caseless::whom::Asked;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::text::Span;

impl Discourse {
    /// Who holds an office: the only one the text names with it, else whoever is spoken of. Where several hold it, only
    /// whoever is spoken of and the one of them who was quoted: two who may be meant are not named.
    pub(crate) fn holder(&mut self, page: &Page, plain: Voice, office: &str, holder: Holder) -> Voice {
        let asked = Asked::noun(page, office).or(Asked::noun(page, page.of(plain.span)));
        let natives = Natives::of(page, plain.span);
        let fits = |holder: &usize| {
            natives.may_be(*holder)
                && page.people.get(*holder).is_some_and(|known| asked.may_be(page, plain.span, known))
        };
        if Asked::has_name_behind(page, plain.span) {
            return plain;
        }
        let holders: Vec<usize> = page.people.holders(office).filter(fits).take(2).collect();
        let spoken = self.focus.as_ref().and_then(|focus| focus.person);
        let person = match *holders.as_slice() {
            [only] => Some(only).filter(|only| holder != Holder::Another || spoken != Some(*only)),
            [] => self
                .untold_holder(page, &asked, (office, holder), plain.span)
                .filter(|person| natives.may_be(*person))
                .or_else(|| natives.counterpart(page, &asked)),
            _ => {
                let mut quoted = page.people.holders(office).filter(|holder| self.quoted.contains(holder));
                quoted.next().filter(|person| quoted.next().is_none() && spoken == Some(*person))
            }
        };
        let here = |known: &&Person| !known.role.is_some_and(|role| is_other(page, role, plain.span));
        let Some(known) = person.and_then(|person| page.people.get(person)).filter(here) else {
            if asked.is_anyone() {
                self.met.note_stranger(asked);
            }
            if holder != Holder::Another {
                self.wait(asked, office, plain.span);
            }
            return plain;
        };
        let voice = Voice { person, name: Some(known.name.clone()), ..plain };
        self.look_at(&voice);
        voice
    }

    /// `the same chairman`, in one word that is a pronoun elsewhere: whoever holds that office, of several whoever is spoken of.
    pub(crate) fn same_office(&mut self, page: &Page, plain: &Voice) -> Option<Voice> {
        let words = page.lexicon.folded(page.of(plain.span));
        let office = words.char_indices().nth(1).and_then(|(at, _)| words.get(at..)).unwrap_or_default();
        let known = page.lexicon.word(office).is_some_and(|tags| tags.any(Tags::OFFICE));
        let office = page.lexicon.office(office);
        let holders: Vec<usize> =
            page.people.holders(&office).filter(|_| known && page.lexicon.unspaced).take(2).collect();
        let spoken = self.focus.as_ref().and_then(|focus| focus.person);
        let voice = match *holders.as_slice() {
            // whoever has another office is not meant
            [] => {
                let offices = spoken.and_then(|spoken| page.people.get(spoken)).map(|known| &known.offices);
                let other = known
                    && offices.is_some_and(|offices| offices.iter().any(|held| page.lexicon.is_office(held)));
                return other.then(|| plain.clone());
            }
            [only] => Voice::known(page, plain, only)?,
            _ if spoken.is_some_and(|spoken| holders.contains(&spoken)) => return None,
            _ => return Some(plain.clone()),
        };
        self.look_at(&voice);
        Some(voice)
    }

    /// Who may hold an office at `span` that the text names nobody with.
    fn untold_holder(
        &self,
        page: &Page,
        asked: &Asked,
        (office, holder): (&str, Holder),
        span: Span,
    ) -> Option<usize> {
        let spoken = self.focus.as_ref().and_then(|focus| focus.person);
        let accused = self.met.accused().filter(|_| page.lexicon.is_accused(office));
        let here = |told: &Option<Span>| !told.is_some_and(|told| is_other(page, told, span));
        let held = self.holds.as_ref().filter(|(held, _, at)| held == office && here(at));
        let held = held.map(|(_, person, _)| *person);
        let free = |person: &usize| {
            holder == Holder::Spoken
                && page.people.get(*person).is_some_and(|known| !asked.clashes(page, known))
        };
        let sole = || {
            let known = holder != Holder::Another && asked.is_definite(page, span, office);
            if known { self.met.sole(page, asked) } else { None }
        };
        let alone = || only_speaker(page, &self.quoted, asked, office, holder, span);
        held.or(accused).or_else(|| spoken.filter(free)).or_else(sole).or_else(alone)
    }
}
