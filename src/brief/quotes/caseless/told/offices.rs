//! Who holds an office that stands without a name.

use std::collections::BTreeSet;

use crate::brief::quotes::caseless::alone::only_speaker;
use crate::brief::quotes::caseless::naming::other_office::is_other;
use crate::brief::quotes::caseless::naming::people::Person;
use crate::brief::quotes::caseless::naming::phrase::Holder;
use crate::brief::quotes::caseless::page::Page;
use crate::brief::quotes::caseless::told::origin::Natives;
use crate::brief::quotes::caseless::whom::{Asked, Met};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::text::Span;

/// An office with whoever was told to hold it, and where.
pub(crate) type Held = (String, usize, Option<Span>);

/// Who was told of so far.
#[derive(Debug)]
pub(crate) struct SoFar<'t> {
    /// Whoever is spoken of.
    pub(crate) spoken: Option<usize>,
    /// Everybody who was quoted.
    pub(crate) quoted: &'t BTreeSet<usize>,
    /// Who was met.
    pub(crate) met: &'t Met,
    /// The first one named, who has no office but the one told before.
    pub(crate) holds: Option<&'t Held>,
}

impl SoFar<'_> {
    /// Who holds an office: the only one the text names with it, else whoever is spoken of. Where several hold it, only
    /// whoever is spoken of and the one of them who was quoted: two who may be meant are not named.
    #[must_use]
    pub(crate) fn who_holds(
        &self,
        page: &Page,
        asked: &Asked,
        (office, holder): (&str, Holder),
        span: Span,
    ) -> Option<usize> {
        let natives = Natives::of(page, span);
        let fits = |holder: &usize| {
            natives.may_be(*holder)
                && page.people.get(*holder).is_some_and(|known| asked.may_be(page, span, known))
        };
        let holders: Vec<usize> = page.people.holders(office).filter(fits).take(2).collect();
        let person = match *holders.as_slice() {
            [only] => Some(only).filter(|only| holder != Holder::Another || self.spoken != Some(*only)),
            [] => self
                .untold_holder(page, asked, (office, holder), span)
                .filter(|person| natives.may_be(*person))
                .or_else(|| natives.counterpart(page, asked)),
            _ => {
                let mut quoted = page.people.holders(office).filter(|holder| self.quoted.contains(holder));
                quoted.next().filter(|person| quoted.next().is_none() && self.spoken == Some(*person))
            }
        };
        let here = |known: &Person| !known.role.is_some_and(|role| is_other(page, role, span));
        person.filter(|person| page.people.get(*person).is_some_and(here))
    }

    /// Who may hold an office at `span` that the text names nobody with.
    fn untold_holder(
        &self,
        page: &Page,
        asked: &Asked,
        (office, holder): (&str, Holder),
        span: Span,
    ) -> Option<usize> {
        let accused = self.met.accused().filter(|_| page.lexicon.is_accused(office));
        let here = |told: &Option<Span>| !told.is_some_and(|told| is_other(page, told, span));
        let held = self.holds.filter(|(held, _, at)| held == office && here(at));
        let held = held.map(|(_, person, _)| *person);
        let free = |person: &usize| {
            holder == Holder::Spoken
                && page.people.get(*person).is_some_and(|known| !asked.clashes(page, known))
        };
        let sole = || {
            let known = holder != Holder::Another && asked.is_definite(page, span, office);
            if known { self.met.sole(page, asked) } else { None }
        };
        let alone = || only_speaker(page, self.quoted, asked, office, holder, span);
        held.or(accused).or_else(|| self.spoken.filter(free)).or_else(sole).or_else(alone)
    }
}

/// Whom words for `the same chairman` mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SameOffice {
    /// The only one who holds it.
    Only(usize),
    /// One of several, or nobody who was named.
    Nobody,
}

/// `the same chairman`, in one word that is a pronoun elsewhere: whoever holds that office, of several whoever is spoken of.
#[must_use]
pub(crate) fn same_office(page: &Page, span: Span, spoken: Option<usize>) -> Option<SameOffice> {
    let words = page.lexicon.folded(page.of(span));
    let office = words.char_indices().nth(1).and_then(|(at, _)| words.get(at..)).unwrap_or_default();
    let known = page.lexicon.word(office).is_some_and(|tags| tags.any(Tags::OFFICE));
    let office = page.lexicon.office(office);
    let holders: Vec<usize> =
        page.people.holders(&office).filter(|_| known && page.lexicon.unspaced).take(2).collect();
    match *holders.as_slice() {
        // whoever has another office is not meant
        [] => {
            let offices = spoken.and_then(|spoken| page.people.get(spoken)).map(|known| &known.offices);
            let other = known
                && offices.is_some_and(|offices| offices.iter().any(|held| page.lexicon.is_office(held)));
            other.then_some(SameOffice::Nobody)
        }
        [only] => Some(SameOffice::Only(only)),
        _ if spoken.is_some_and(|spoken| holders.contains(&spoken)) => None,
        _ => Some(SameOffice::Nobody),
    }
}
