//! Words of a statement that the row has elsewhere, or that the article tells in another sentence.

use super::agreement::{is_of_a_name, is_one, same_word};
use super::item::{Item, Kind};
use super::sides::{Found, REACH, Sides};

/// How far a time may stand from a verb of saying that it belongs to, in words.
const BESIDE: usize = 2;

impl Sides<'_> {
    /// Whether a time that stands elsewhere in the row is of the same clause there, and of the same verb.
    pub(super) fn is_timed(&self, at: usize, found: &[Found]) -> bool {
        let Some(own) = self.own.get(at) else { return false };
        let items = &self.row.items;
        let mut places = items.iter().enumerate().filter(|(_, item)| item.time && item.key == own.key);
        let (Some((place, _)), None) = (places.next(), places.next()) else { return false };
        let says = |items: &[Item], at: usize| {
            let near = at.saturating_sub(BESIDE)..=at + BESIDE;
            { near }.any(|at| items.get(at).is_some_and(|item| item.said() || item.claimed || item.reports))
        };
        let clause = self.row.clauses.get(place);
        // words before it have been found there, or words behind it must be
        let beside = match found.last() {
            Some((_, last)) => self.row.clauses.get(*last) == clause,
            None => self.own.get(at + 1).is_some_and(|next| {
                let place = items.iter().position(|item| same_word(next, item, self.told.language));
                place.is_some_and(|place| self.row.clauses.get(place) == clause)
            }),
        };
        beside && says(self.own, at) == says(items, place)
    }

    /// Whether a word only says more of the noun or the name behind it, as the article does elsewhere and nowhere else.
    pub(super) fn is_expanded(&self, at: usize) -> bool {
        let words = |at: &usize| {
            self.own.get(*at).is_some_and(|item| {
                item.kind == Kind::Word && item.before.preposition.is_none() && !item.opens()
            })
        };
        let telling = self.own.get(at).is_some_and(|own| own.kind == Kind::Word && !own.time);
        telling && (at + 1..=at + REACH).take_while(words).any(|head| self.is_expansion(at, head))
    }

    fn is_expansion(&self, at: usize, head: usize) -> bool {
        let run = self.own.get(at..=head).unwrap_or_default();
        let Some((noun, words)) = run.split_last() else { return false };
        let named = noun.name && words.iter().all(is_of_a_name);
        // “the agency” here, “the refugee agency” elsewhere
        let here = |item: &Item| item.before.determined && same_word(noun, item, self.told.language);
        let told = !noun.name && !words.iter().any(|word| word.name) && self.row.items.iter().any(here);
        (named || told) && self.told.is_run(run)
    }

    /// Whether a word names whoever a pronoun at the head of this row stands for.
    pub(super) fn is_antecedent(&self, at: usize) -> bool {
        let Some(own) = self.own.get(at) else { return false };
        self.told.antecedent(self.sentence).iter().any(|name| is_one(own, name, self.told.language))
            && own.before.preposition.as_deref().is_none_or(|class| self.lists.of.as_deref() == Some(class))
    }
}
