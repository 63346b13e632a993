//! The search for the words of a part in a sentence of the article, in their order.

use super::item::{Item, Kind};
use crate::brief::check::names::same;
use crate::brief::check::words::LISTS;
use crate::languages::section;
use crate::text::{Language, Steps};

/// How far from a verb of saying the one who says may stand, in words.
const SPEAKER: usize = 6;

/// What the article tells.
pub(super) struct Told<'a> {
    pub(super) sentences: &'a [Vec<Item>],
    pub(super) language: Language,
    pub(super) steps: Steps,
}

/// Where a part was found: the sentence, and the place there of each word that has one.
pub(super) struct Found {
    sentence: usize,
    places: Vec<usize>,
}

/// Finds a part that comes behind what was found `before`.
pub(super) fn find(part: &[Item], before: Option<&Found>, told: &Told) -> Option<Found> {
    let subject = part.first().is_some_and(|first| first.name || first.kind != Kind::Word);
    told.sentences.iter().enumerate().find_map(|(sentence, row)| {
        let goes_on = before.is_some_and(|before| {
            before.sentence == sentence
                || before.sentence + 1 == sentence && row.first().is_some_and(|first| first.pronoun)
        });
        if before.is_some() && !subject && !goes_on {
            return None;
        }
        let above = sentence.checked_sub(1).and_then(|above| told.sentences.get(above)).map(Vec::as_slice);
        let known =
            before.filter(|before| before.sentence == sentence).map(|before| before.places.as_slice());
        let search = Search { part, row, above, known: known.unwrap_or_default(), told };
        let mut places = Vec::new();
        search
            .from(0, &mut places)
            .then(|| Found { sentence, places: places.into_iter().map(|(_, place)| place).collect() })
    })
}

struct Search<'a> {
    part: &'a [Item],
    row: &'a [Item],
    /// The sentence above, which tells who a pronoun is.
    above: Option<&'a [Item]>,
    /// Places that the part before has found.
    known: &'a [usize],
    told: &'a Told<'a>,
}

impl Search<'_> {
    /// Finds the words of the part from `at` on; `places` are those found: in the part, and in the row.
    fn from(&self, at: usize, places: &mut Vec<(usize, usize)>) -> bool {
        self.told.steps.take(1);
        if self.told.steps.spent() {
            return false;
        }
        let Some(item) = self.part.get(at) else { return self.is_whole(places) };
        if item.kind == Kind::Free || self.is_its_day(item) {
            return self.from(at + 1, places);
        }
        let start = places.last().map_or(0, |(_, place)| place + 1);
        for place in start..self.row.len() {
            self.told.steps.take(1);
            if self.matches(item, place) && self.may_skip(start, place, item, !places.is_empty()) {
                places.push((at, place));
                if self.from(at + 1, places) {
                    return true;
                }
                places.pop();
            }
        }
        places.is_empty() && self.is_antecedent(item) && self.from(at + 1, places)
    }

    /// Whether a word is the one day of the week that the row names: it may stand anywhere.
    fn is_its_day(&self, item: &Item) -> bool {
        let day = |item: &Item| item.day.clone();
        let mut days = self.row.iter().filter_map(day);
        item.day.is_some() && days.next() == item.day && days.next().is_none()
    }

    fn matches(&self, item: &Item, place: usize) -> bool {
        let Some(other) = self.row.get(place).filter(|other| other.kind == item.kind) else { return false };
        item.key == other.key
            || item.kind == Kind::Word && item.name && same(&item.token, &other.token, self.told.language)
    }

    /// Whether the words from `start` up to `place` may be left out before `item`; `behind` tells that words were found
    /// before them.
    fn may_skip(&self, start: usize, place: usize, item: &Item, behind: bool) -> bool {
        let from = if behind { start } else { self.clause_start(place) };
        let aside = behind && self.is_parted(start) && self.is_parted(place) && place > start;
        let skipped = (from..place).all(|at| {
            let Some(other) = self.row.get(at) else { return true };
            let number = other.kind == Kind::Number && item.kind == Kind::Number;
            let doer = other.name
                && other.day.is_none()
                && !self.is_adjective(at)
                && !self.is_tied(at)
                && !self.is_joined(at, start, place);
            !other.kept() && !other.claimed && !number && !(doer && !self.known.contains(&at))
        });
        // what somebody claimed is somebody's word to its end
        let claimed = !behind
            && self
                .row
                .iter()
                .take(place)
                .enumerate()
                .any(|(at, other)| other.claimed && !self.known.contains(&at));
        (aside || skipped) && !claimed
    }

    fn is_parted(&self, at: usize) -> bool {
        self.row.get(at).is_some_and(|item| item.parted)
    }

    fn clause_start(&self, place: usize) -> usize {
        (0..=place).rev().find(|at| self.is_parted(*at)).unwrap_or(0)
    }

    /// Whether a name only says of which place the noun behind it is: “Ostrean waters”.
    fn is_adjective(&self, at: usize) -> bool {
        let ends = |item: &Item| {
            let mut endings = LISTS.parts(section::PLACE_ADJECTIVE_ENDING).iter();
            endings.any(|ending| item.token.folded.ends_with(ending.as_str()))
        };
        let noun = |item: &Item| item.kind == Kind::Word && !item.name && !item.claimed;
        self.row.get(at).is_some_and(ends) && self.row.get(at + 1).is_some_and(noun)
    }

    /// Whether a name hangs on the noun before it: “in the harbour of Talvin”.
    fn is_tied(&self, at: usize) -> bool {
        let before = (0..at).rev().filter_map(|before| self.row.get(before)).take(4);
        let mut before = before.skip_while(|item| item.name);
        let near = [before.next(), before.next()];
        near.iter().flatten().any(|item| item.preposition)
    }

    /// Whether a name is part of the name at `place`, or of the one before `start`.
    fn is_joined(&self, at: usize, start: usize, place: usize) -> bool {
        let names = |mut range: std::ops::Range<usize>| {
            range.all(|at| self.row.get(at).is_some_and(|item| item.name && !item.parted))
        };
        names(at + 1..place + 1)
            || start > 0 && names(start..at + 1) && self.row.get(start - 1).is_some_and(|item| item.name)
    }

    /// Whether a word names whoever a pronoun of this sentence stands for: the first that the sentence above names.
    fn is_antecedent(&self, item: &Item) -> bool {
        let Some(above) = self.above else { return false };
        let begins = self.row.iter().take(2).any(|word| word.pronoun);
        let says = self
            .row
            .windows(2)
            .any(|pair| pair.iter().any(|word| word.said) && pair.iter().any(|word| word.person));
        let mut named = above.iter().skip_while(|word| !word.name).take_while(|word| word.name);
        let is = |word: &Item| word.key == item.key || same(&item.token, &word.token, self.told.language);
        (begins || says) && item.name && named.any(is)
    }

    /// Whether nothing that bounds what was found is left out.
    fn is_whole(&self, places: &[(usize, usize)]) -> bool {
        let Some((_, last)) = places.last() else { return false };
        let placed = |at: usize| places.iter().any(|(_, place)| *place == at) || self.known.contains(&at);
        let tail =
            self.row.iter().enumerate().skip(last + 1).take_while(|(_, item)| !item.parted && !item.joint);
        let bounds = |item: &Item| item.kept() && matches!(item.key.as_str(), "if" | "unless" | "no");
        let cut = { tail }.any(|(_, item)| bounds(item));
        let condition = self
            .row
            .iter()
            .enumerate()
            .any(|(at, item)| item.kept() && matches!(item.key.as_str(), "if" | "unless") && !placed(at));
        places.len() >= 2 && !cut && !condition && self.is_attributed(places)
    }

    /// Whether what somebody said is said by the same again.
    fn is_attributed(&self, places: &[(usize, usize)]) -> bool {
        let said: Vec<usize> = (0..self.row.len())
            .filter(|at| self.row.get(*at).is_some_and(|item| item.said) && self.is_of_somebody(*at))
            .collect();
        let own = self.part.iter().position(|item| item.said);
        match (said.is_empty(), own) {
            (true, None) => true,
            (true, Some(_)) => false,
            (false, None) => said.iter().all(|at| self.known.contains(at)),
            (false, Some(own)) => said.iter().any(|said| self.is_speaker(own, *said, places)),
        }
    }

    /// Whether a word of saying stands with somebody who says it: “according to the results” nobody does.
    fn is_of_somebody(&self, at: usize) -> bool {
        let behind = self.row.iter().skip(at + 1).take(4);
        let body = |item: &Item| {
            item.name
                || item.pronoun
                || LISTS.has(section::ROLES, &item.token.folded)
                || LISTS.has(section::INSTITUTIONS, &item.token.folded)
        };
        let verb = self.row.get(at).is_some_and(|item| !item.according);
        verb || { behind }.any(body)
    }

    /// Whether the word that the part has for its speaker stands with the article's verb of saying.
    fn is_speaker(&self, own: usize, said: usize, places: &[(usize, usize)]) -> bool {
        let mut near: Vec<(usize, usize)> =
            places.iter().copied().filter(|(at, _)| at.abs_diff(own) <= SPEAKER).collect();
        near.sort_by_key(|(at, _)| (at.abs_diff(own), *at > own));
        let beside = |(at, place): &(usize, usize)| {
            let between = (*place.min(&said) + 1)..*place.max(&said);
            let other = { between }.any(|at| {
                self.row.get(at).is_some_and(|item| item.name)
                    && !places.iter().any(|(_, place)| *place == at)
                    && !self.is_joined(at, 0, *place)
            });
            at.abs_diff(own) <= SPEAKER && place.abs_diff(said) <= SPEAKER && !other
        };
        match near.first() {
            Some(first) => beside(first),
            // who is named here is a pronoun there
            None => self.row.iter().skip(said.saturating_sub(2)).take(4).any(|item| item.person),
        }
    }
}
