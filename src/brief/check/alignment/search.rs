//! The search for the words of a statement in a row of the article, in their order.

use super::agreement::{Place, same_role, same_voice, same_word};
use super::clauses::Row;
use super::sides::{Found, Sides};
use super::speaker::is_speaker;
use super::told::{Statement, Told};
use super::words::item::{Item, Kind, NO};
use super::words::lists::Lists;

/// Fewest words of a part of a sentence.
const LEAST_PART: usize = 3;
/// The longest run of quoted words that may be told without marks.
const SCARE: usize = 4;

/// Whether the row at `row` of the sentence at `sentence` says the statement.
pub(super) fn is_found(statement: &Statement, row: &Row, sentence: usize, told: &Told) -> bool {
    let lists = Lists::of(told.language);
    let sides = Sides { statement, own: &statement.words, row, sentence, told, lists };
    !statement.words.is_empty() && sides.from(0, &mut Vec::new())
}

impl Sides<'_> {
    /// Finds the words of the statement from `at` on; `found` are those found.
    fn from(&self, at: usize, found: &mut Vec<Found>) -> bool {
        self.told.steps.take(1);
        if self.told.steps.spent() {
            return false;
        }
        let Some(item) = self.own.get(at) else { return self.is_whole(found) };
        let start = found.last().map_or(0, |(_, place)| place + 1);
        for place in start..self.row.items.len() {
            self.told.steps.take(1);
            if self.matches(at, place, found) && self.may_skip(at, found.last().map(|last| last.1), place) {
                found.push((at, place));
                if self.from(at + 1, found) {
                    return true;
                }
                found.pop();
            }
        }
        let elsewhere = item.time && self.is_timed(at, found) || self.is_expanded(at);
        // “her party”, “the party of Ada Lind”
        let of = match &self.lists.of {
            Some(of) => item.before.preposition.as_ref() == Some(of),
            // names have the case of owners
            None => item.name && item.before.preposition.is_none(),
        };
        let whose = self
            .row
            .items
            .first()
            .is_some_and(|first| first.before.stands.is_some_and(|pronoun| pronoun.owns));
        let owned = found.iter().all(|(_, place)| *place == 0)
            && (found.is_empty() && (!whose || item.token.owner) || of);
        let antecedent = owned && self.row.pronoun && self.is_antecedent(at);
        let behind = self.is_told_behind(at, found);
        (elsewhere || antecedent || behind) && self.from(at + 1, found)
            || self.moved(at, found).is_some_and(|len| self.from(at + len, found))
            || self.compounded(at, found)
    }

    /// Finds “cod stocks” as “stocks of cod”, and the other way.
    fn compounded(&self, at: usize, found: &mut Vec<Found>) -> bool {
        let start = found.last().map_or(0, |(_, place)| place + 1);
        if !self.own.get(at..at + 2).is_some_and(|pair| self.is_compound(pair)) {
            return false;
        }
        (start..self.row.items.len().saturating_sub(1)).any(|place| {
            let pair = self.row.items.get(place..place + 2).unwrap_or_default();
            let fits = self.is_compound(pair) && self.is_crossed(at, place, found);
            fits && self.may_skip(at, found.last().map(|last| last.1), place) && {
                found.extend([(at, place + 1), (at + 1, place + 1)]);
                let whole = self.from(at + 2, found);
                if !whole {
                    found.truncate(found.len() - 2);
                }
                whole
            }
        })
    }

    fn matches(&self, at: usize, place: usize, found: &[Found]) -> bool {
        let (Some(own), Some(row)) = (self.own.get(at), self.row.items.get(place)) else { return false };
        let complement = self.is_complement_alike(at, place, found);
        if !complement && !same_word(own, row, self.told.language) && !self.stands_for(own, row) {
            return false;
        }
        if own.within && !row.token.owner {
            return false;
        }
        let (own_before, row_before) = (self.own_before(at, found), self.row_before(place, found));
        let preposition = Place {
            own: own_before.and_then(|item| item.before.preposition.as_deref()),
            row: row_before.and_then(|item| item.before.preposition.as_deref()),
        };
        let preposition =
            Place { row: preposition.row.map(|row| self.owning(own, row, place, found)), ..preposition };
        let article = Place { own: own.before.article.as_deref(), row: row.before.article.as_deref() };
        let agent = self.row.items.get(place + 1).is_some_and(|next| next.before.agent)
            && self.own.get(at + 1).is_some_and(|next| next.before.agent);
        // “the pact, signed in Oslo, …” as “the pact was signed in Oslo”
        let tied = |next: Option<&Item>| next.is_some_and(|next| next.before.preposition.is_some());
        let reduced = row.before.parted
            && !row.before.passive
            && found.last().is_some_and(|(_, last)| last + 1 == place)
            && tied(self.row.items.get(place + 1))
            && tied(self.own.get(at + 1));
        // a form of the passive tells of what happened, or of what its modal tells
        let modal = at.checked_sub(1).is_some_and(|before| {
            self.own.get(before).is_some_and(Item::kept)
                && found.last() == Some(&(before, place.wrapping_sub(1)))
        });
        let told = !own.turned || own.form == row.form || row.verb || modal;
        let joined = self.is_joined_alike(at, place, found);
        let is_only = own.before.helped && !row.before.helped && !own.verb;
        let acts = |at: usize| {
            self.row.items.get(at).is_some_and(|item| {
                item.kind == Kind::Word && item.before.preposition.is_none() && !item.time && !item.name
            })
        };
        let start = found.last().map_or(place, |(_, last)| last + 1);
        (joined
            || self.is_place_left_out(at, place, found)
            || complement
            || same_role(own, self.lists, (&preposition, &article)))
            && same_voice(own, row, agent || reduced)
            && told
            && self.is_of_one(own, place)
            && !(is_only && (start..place).any(acts))
    }

    /// Whether nothing that bounds what was found is left out, and it is said by whoever says it.
    fn is_whole(&self, found: &[Found]) -> bool {
        let (Some((_, first)), Some((_, last))) = (found.first(), found.last()) else { return false };
        let items = &self.row.items;
        let placed = |at: usize| found.iter().any(|(_, place)| *place == at);
        let tail = last + 1..self.row.clause_end(*last);
        let negated = (self.row.clause_start(*last)..=*last).any(|at| self.is_no(at) && placed(at));
        let bounded = { tail }.any(|at| {
            items.get(at).is_some_and(|item| item.kept() && item.key == NO || negated && !item.time)
        });
        // of “a child was hurt” more is told than “a child”
        let rest = last + 1..self.row.clause_end(*last);
        let adverbial = |item: &Item| item.time || item.before.preposition.is_some();
        let cut = self.statement.part
            && items.get(rest).is_some_and(|rest| rest.first().is_some_and(|item| !adverbial(item)));
        let condition = (0..items.len()).any(|at| !placed(at) && self.bounds(at, *last));
        let quoted = |at: &usize| items.get(*at).is_some_and(|item| item.token.quoted) || self.row.inside;
        let marked = |at: &usize| self.own.get(*at).is_some_and(|item| item.token.quoted);
        let bare = found.iter().filter(|(own, place)| quoted(place) && !marked(own)).count();
        let run = items.iter().filter(|item| item.token.quoted).count();
        let short = !self.statement.part || self.statement.speaker.is_some();
        found.len() >= if short { 2 } else { LEAST_PART }
            && !cut
            && !bounded
            && !condition
            && (bare == 0 || bare * 2 <= found.len() && run <= SCARE && !self.row.inside)
            && self.is_attributed(*first, *last, found)
    }

    /// Whether a condition of the row at `at` is one of what ends at `last`: no other clause is joined between them.
    fn bounds(&self, at: usize, last: usize) -> bool {
        let items = &self.row.items;
        let acts = |item: &Item| item.verb || item.said() || item.claimed;
        // “Varnia left and Ostrea stayed if …”, but “the merger of Varnia and Ostrea if …”
        let joined = |joint: usize| {
            items.get(joint).is_some_and(|item| item.before.joint && item.opens())
                && items.get(joint..at).unwrap_or_default().iter().any(acts)
        };
        items.get(at).is_some_and(Item::is_condition) && !(last + 1..at).any(joined)
    }

    fn is_attributed(&self, first: usize, last: usize, found: &[Found]) -> bool {
        match (self.row.governing(first, last), &self.statement.speaker) {
            (None, None) => true,
            (None, Some(_)) | (Some(_), None) => false,
            (Some(saying), Some(speaker)) => {
                let used: Vec<usize> = found.iter().map(|(_, place)| *place).collect();
                is_speaker(speaker, (self.row, saying, self.sentence), &used, self.told)
            }
        }
    }
}
