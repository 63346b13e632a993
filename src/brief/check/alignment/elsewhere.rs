//! Words of a statement that the row has elsewhere, or that the article tells in another sentence.

use super::agreement::{is_of_a_name, is_one, same_word};
use super::sides::{Found, REACH, Sides};
use super::words::item::{Before, Item, Kind};

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
            { near }.any(|at| {
                items.get(at).is_some_and(|item| item.said() || item.claimed && !item.kept() || item.reports)
            })
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

    /// How many words from `at` on are those of a preposition that stand elsewhere in the clause of the row; none where they
    /// do not, or where there are two such.
    pub(super) fn moved(&self, at: usize, found: &[Found]) -> Option<usize> {
        let items = &self.row.items;
        let class = self
            .own
            .get(at)?
            .before
            .preposition
            .as_ref()
            .filter(|class| self.lists.movable.contains(*class))?;
        let clause = self.row.clauses.get(found.last()?.1)?;
        let len = phrase_len(self.own, at)?;
        let own = self.own.get(at..at + len)?;
        let tied = |item: &Item| item.before.preposition.as_ref() == Some(class);
        let mut places = items
            .iter()
            .enumerate()
            .filter(|(place, item)| tied(item) && self.row.clauses.get(*place) == Some(clause));
        let (place, _) = places.next()?;
        let there = items.get(place..place + len)?;
        let alike = there.iter().zip(own).all(|(item, own)| same_word(own, item, self.told.language));
        let free = !found.iter().any(|(_, used)| (place..place + len).contains(used));
        let own_only = self.own.iter().filter(|item| tied(item)).count() == 1;
        (places.next().is_none() && own_only && alike && free && phrase_len(items, place) == Some(len))
            .then_some(len)
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
        // “the Supreme Court” is not what “an appeals court” is
        let is_named = |item: &Item| item.name && same_word(noun, item, self.told.language);
        let named = noun.name && words.iter().all(is_of_a_name) && self.row.items.iter().any(is_named);
        // “the agency” here, “the refugee agency” elsewhere
        let here = |item: &Item| item.before.determined && same_word(noun, item, self.told.language);
        let told = !noun.name && !words.iter().any(|word| word.name) && self.row.items.iter().any(here);
        (named || told) && self.told.is_run(run)
    }

    /// Whether a name behind a noun only says more of it: “the port” here, “the port of Varna” elsewhere.
    pub(super) fn is_told_behind(&self, at: usize, found: &[Found]) -> bool {
        let Some((before, noun)) = found.last().filter(|(before, _)| before + 1 == at) else { return false };
        let here = self.row.items.get(*noun).is_some_and(|noun| {
            !noun.before.indefinite
                && (noun.before.determined || noun.is_several() && self.lists.of.is_some())
        });
        let follows = self.row.items.get(noun + 1).is_some_and(|next| {
            next.before.preposition == self.lists.of
                || self.own.get(at).is_some_and(|of| next.before.preposition == of.before.preposition)
        });
        let own = self.own.get(*before).filter(|own| !own.name && own.kind == Kind::Word);
        match (own, self.own.get(at)) {
            (Some(own), Some(of))
                if of.name && of.before.preposition.is_some() && self.lists.of.is_some() =>
            {
                here && !follows && self.told.is_of(own, of)
            }
            _ => false,
        }
    }

    /// Whether one word stands for the other by what the article calls it: “the tanker” for “the Marisol”, “the minister” for
    /// “Ada Lind”.
    pub(super) fn stands_for(&self, own: &Item, row: &Item) -> bool {
        let noun = |item: &Item| {
            item.kind == Kind::Word
                && !item.name
                && !item.time
                && item.before.determined
                && !item.before.indefinite
        };
        let name = |item: &Item| item.name && !item.time;
        let (noun, name) = match () {
            () if noun(own) && name(row) => (own, row),
            () if name(own) && noun(row) => (row, own),
            () => return false,
        };
        self.told.is_called(noun, name) || self.told.is_office(noun, name)
    }

    /// Whether a word names whoever a pronoun at the head of this row stands for.
    pub(super) fn is_antecedent(&self, at: usize) -> bool {
        let Some(own) = self.own.get(at) else { return false };
        self.told.antecedent(self.sentence).iter().any(|name| is_one(own, name, self.told.language))
            && own.before.preposition.as_deref().is_none_or(|class| self.lists.of.as_deref() == Some(class))
    }
}

/// How many words belong to the preposition before the one at `at`: names, numbers and nouns alone.
fn phrase_len(items: &[Item], at: usize) -> Option<usize> {
    let plain = |item: &&Item| matches!(item.kind, Kind::Word | Kind::Number) && !item.claimed && !item.verb;
    let joins = |item: &&Item| plain(item) && item.before == Before::default();
    items.get(at).filter(plain)?;
    Some(1 + items.iter().skip(at + 1).take_while(joins).count())
}
