//! How a word stands to those around it, on both sides: behind which preposition, joined to what, of which noun.

use super::agreement::one_noun;
use super::sides::{Found, REACH, Sides};
use super::words::item::{Before, Item, Kind};
use super::words::meanings;
use crate::brief::check::words::LISTS;
use crate::languages::section;

impl Sides<'_> {
    /// Whether what opens at a place tells more of one noun only: in “the head of the union, which …” who knows of which.
    pub(super) fn is_of_one(&self, own: &Item, place: usize) -> bool {
        let items = &self.row.items;
        let relative = items.get(place).is_some_and(|item| item.before.relative && item.before.parted);
        let Some(last) = place.checked_sub(1).filter(|_| relative && !own.before.opened) else { return true };
        let noun = self.row.clause_start(last)..=last;
        !{ noun }.any(|at| items.get(at).is_some_and(|item| item.before.preposition.is_some() && !item.name))
    }

    /// Whether a word is joined to the one found before it on both sides: “of Varnia and Ostrea” as “Varnia and Ostrea”.
    pub(super) fn is_joined_alike(&self, at: usize, place: usize, found: &[Found]) -> bool {
        let joined = |items: &[Item], at: usize| {
            items.get(at.saturating_sub(1)..=at).is_some_and(|pair| match pair {
                [before, item] => {
                    item.before.joint
                        && item.name
                        && before.name
                        && item.before.preposition == before.before.preposition
                }
                _ => false,
            })
        };
        found.last().is_some_and(|last| *last == (at.wrapping_sub(1), place.wrapping_sub(1)))
            && joined(self.own, at)
            && joined(&self.row.items, place)
    }

    /// Whether a name behind a preposition ends its phrase: “voters in Varnia believe”, but “in Varnian waters”.
    fn is_behind_a_place(&self, before: &Item, item: &Item) -> bool {
        let adjective = || {
            let mut endings = LISTS.parts(section::PLACE_ADJECTIVE_ENDING).iter();
            endings.any(|ending| before.token.folded.ends_with(ending.as_str()))
        };
        let plain = item.before == Before::default() && !item.name && !item.office;
        plain && before.name && !before.token.owner && before.before.preposition.is_some() && !adjective()
            || plain && self.lists.marks_nouns() && (before.name || before.before.determined)
    }

    /// Whether both are what the verb before them needs: “keep rising” as “continue to rise”.
    pub(super) fn is_complement_alike(&self, at: usize, place: usize, found: &[Found]) -> bool {
        let (Some(own), Some(row)) = (self.own.get(at), self.row.items.get(place)) else { return false };
        let verbs = found.last().is_some_and(|last| {
            *last == (at.wrapping_sub(1), place.wrapping_sub(1))
                && self.own.get(last.0).is_some_and(|item| item.aspect)
                && self.row.items.get(last.1).is_some_and(|item| item.aspect)
        });
        verbs && own.is_going() != row.is_going() && meanings::verbs_alike(&own.senses, &row.senses)
    }

    /// Whether two words are nouns of which one tells more of the other: “cod stocks”, “stocks of cod”.
    pub(super) fn is_compound(&self, pair: &[Item]) -> bool {
        let noun =
            |item: &Item| item.kind == Kind::Word && !item.name && !item.time && !item.verb && !item.claimed;
        let [first, second] = pair else { return false };
        let tie = &second.before.preposition;
        let bare = Before { preposition: tie.clone(), ..Before::default() };
        let tied = tie
            .as_ref()
            .is_none_or(|class| self.lists.whence.contains(class) || self.lists.speaking_for.contains(class));
        noun(first) && noun(second) && tied && second.before == bare
    }

    /// Whether two such words at a place of the row are those at `at` in the other order, behind the same preposition.
    pub(super) fn is_crossed(&self, at: usize, place: usize, found: &[Found]) -> bool {
        let (Some([own, own_next]), Some([row, row_next])) =
            (self.own.get(at..at + 2), self.row.items.get(place..place + 2))
        else {
            return false;
        };
        let tied = |item: &Item| item.before.preposition.is_some();
        let class = |first: Option<&Item>| first.and_then(|item| item.before.preposition.clone());
        let language = self.told.language;
        tied(own_next) != tied(row_next)
            && class(self.own_before(at, found)) == class(self.row_before(place, found))
            && one_noun(own, row_next, language)
            && one_noun(own_next, row, language)
    }

    /// The preposition of a row, or “of” where it says no more of an owner: “the election in Varnia”, “a spokesman for …”.
    pub(super) fn owning<'p>(&'p self, own: &Item, row: &'p str, place: usize, found: &[Found]) -> &'p str {
        let noun = found
            .last()
            .filter(|(_, last)| last + 1 == place)
            .and_then(|(_, last)| self.row.items.get(*last));
        let office = noun.is_some_and(|noun| noun.office);
        let owning = if office { &self.lists.speaking_for } else { &self.lists.owning };
        match &self.lists.of {
            Some(of) if own.whence && noun.is_some() && self.is_whence(own, row, place) => of.as_str(),
            Some(of) if own.moved && noun.is_some() && owning.contains(row) => of.as_str(),
            Some(of) if row == of && own.name => self.located(place, found).unwrap_or(row),
            _ => row,
        }
    }

    /// Whether a name before its noun tells what stands behind a preposition: “Varnian gas” for “gas from Varnia”, and “the Brask
    /// festival” for “the festival in Brask”, where the name is the same.
    fn is_whence(&self, own: &Item, class: &str, place: usize) -> bool {
        let one = self.row.items.get(place).is_some_and(|item| item.token.folded == own.token.folded);
        self.lists.whence.contains(class) || one && self.lists.owning.contains(class)
    }

    /// The preposition of the noun before a name that only tells what it is: “in the port of Varna” as “in Varna”.
    fn located(&self, place: usize, found: &[Found]) -> Option<&str> {
        let last = found.last().map_or(0, |(_, last)| last + 1);
        let noun = place.checked_sub(1).filter(|noun| *noun >= last)?;
        let item = self.row.items.get(noun).filter(|noun| self.lists.places.contains(&noun.form))?;
        let start = if item.before == Before::default() {
            noun.checked_sub(1).filter(|start| *start >= last)
        } else {
            Some(noun)
        };
        let first = start.and_then(|start| self.row.items.get(start)).unwrap_or(item);
        first.before.preposition.as_deref()
    }

    /// Whether what is left out before a place only tells what it is: “the northern province of Varna” as “northern Varna”.
    pub(super) fn is_place_left_out(&self, at: usize, place: usize, found: &[Found]) -> bool {
        let bare = self.own.get(at).is_some_and(|own| own.name && own.before == Before::default());
        let of = self.row.items.get(place).is_some_and(|row| row.before.preposition == self.lists.of);
        let noun = place.checked_sub(1).and_then(|noun| self.row.items.get(noun));
        let left = found.last().is_some_and(|last| *last == (at.wrapping_sub(1), place.wrapping_sub(2)));
        bare && of
            && left
            && noun.is_some_and(|noun| {
                self.lists.places.contains(&noun.form) && noun.before == Before::default()
            })
    }

    /// The word of the statement's noun phrase before which the small words stand: the first of those not found.
    pub(super) fn own_before(&self, at: usize, found: &[Found]) -> Option<&Item> {
        let last = found.last().map_or(0, |(last, _)| last + 1);
        self.phrase_start(self.own, at, last)
    }

    /// The same in the row: the first word of the phrase that is left out before `place`.
    pub(super) fn row_before(&self, place: usize, found: &[Found]) -> Option<&Item> {
        let last = found.last().map_or_else(|| self.row.clause_start(place), |(_, last)| last + 1);
        self.phrase_start(&self.row.items, place, last)
    }

    fn phrase_start<'i>(&self, items: &'i [Item], at: usize, least: usize) -> Option<&'i Item> {
        let mut start = at;
        while start > least.max(at.saturating_sub(REACH)) {
            let (Some(item), Some(before)) = (items.get(start), items.get(start - 1)) else { break };
            let begins = item.before.preposition.is_some() || item.before.determined || item.opens();
            let verb = item.verb || item.kept() || item.said();
            let apart = before.time && !item.time || self.is_behind_a_place(before, item);
            if begins || verb || apart || before.kind != Kind::Word && before.kind != Kind::Number {
                break;
            }
            start -= 1;
        }
        // without a small word before the phrase, the word stands for itself
        let first = items.get(start).filter(|first| first.before.preposition.is_some())?;
        let stand_in =
            start.checked_sub(1).filter(|before| *before >= least).and_then(|before| items.get(before));
        let two = items.get(start + 1).is_some_and(|next| next.before.joint && next.name);
        let stand_in = stand_in.filter(|before| {
            let word = &before.token.folded;
            self.lists.stand_ins.contains(word) || two && self.lists.stand_ins_of_two.contains(word)
        });
        Some(stand_in.filter(|_| first.before.preposition == self.lists.of).unwrap_or(first))
    }
}
