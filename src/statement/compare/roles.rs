//! Who does what to whom: whether two quotes give the same parts to those they both name.

use super::super::lexicon;
use super::super::reading::Reading;
use super::super::unit::{Agent, Kind, Unit};
use super::alignment::{Pairs, excluding};
use super::company::{
    act_apart, beside, counts, is_content, is_number, is_somebody, joined, nearness, sole_agent, turned_voice,
};

/// How much better the crossed company must fit than the straight one, for those named and for things.
const ANY: f32 = 0.25;
const MARGIN: f32 = 1.2;

/// Things from one number to the next that go together with one deed.
const STEP: usize = 2;

/// What two quotes make of those they both name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parts {
    /// The same, as far as anything tells.
    Same,
    /// Perhaps not the same.
    Unsure,
    /// Somebody who acts in one is acted on in the other.
    Swapped,
}

/// Compares who does what to whom.
pub(super) fn parts(one: &Reading, other: &Reading, pairs: &Pairs) -> Parts {
    let lacking = lone(&one.units, pairs, |pair| pair.0).max(lone(&other.units, pairs, |pair| pair.1));
    let same_words = one.language == other.language && lacking * 10 <= pairs.len();
    let both = Both { one, other, pairs, same_words, turned_voice: turned_voice(one, other, pairs) };
    let mut found = Parts::Same;
    for (at, first) in pairs.iter().enumerate() {
        if both.turned(*first) {
            return Parts::Swapped;
        }
        if both.rehung(*first) || both.disowned(*first) || both.led_by_another(*first) {
            found = Parts::Unsure;
        }
        for second in pairs.iter().skip(at + 1) {
            match both.exchanged(*first, *second) {
                Parts::Same => {}
                Parts::Unsure => found = Parts::Unsure,
                Parts::Swapped => return Parts::Swapped,
            }
        }
    }
    found
}

/// How many units have no like in the other quote, those that name again what has one not counted.
fn lone(units: &[Unit], pairs: &Pairs, side: fn(&(usize, usize)) -> usize) -> usize {
    let again = |unit: &Unit| {
        pairs.iter().any(|pair| units.get(side(pair)).is_some_and(|first| first.shares_key(unit)))
    };
    let paired = |at: usize| pairs.iter().any(|pair| side(pair) == at);
    units.iter().enumerate().filter(|(at, unit)| !paired(*at) && !again(unit)).count()
}

struct Both<'a> {
    one: &'a Reading,
    other: &'a Reading,
    pairs: &'a Pairs,
    /// One language and the same words but for little: what stands elsewhere has another part.
    same_words: bool,
    /// Somebody acts in both and stands before the others in one, behind them in the other: a passive.
    turned_voice: bool,
}

impl Both<'_> {
    fn units(&self, pair: (usize, usize)) -> Option<(&Unit, &Unit)> {
        Some((self.one.units.get(pair.0)?, self.other.units.get(pair.1)?))
    }

    /// Acts here, is acted on there; or something comes from it here and goes to it there.
    fn turned(&self, pair: (usize, usize)) -> bool {
        let acted_on = |unit: &Unit| unit.agent == Agent::No && !unit.adjective;
        self.units(pair).is_some_and(|(here, there)| {
            let named = is_somebody(here, there);
            let acts =
                here.agent == Agent::Yes && acted_on(there) || there.agent == Agent::Yes && acted_on(here);
            let elsewhere = here.from.zip(there.from).is_some_and(|(here, there)| here != there);
            let sided = here.favoured.zip(there.favoured).is_some_and(|(here, there)| here != there);
            named && acts || sided || (named || is_number(here)) && elsewhere
        })
    }

    /// A deed that somebody does here, who only owns something there, where another does it.
    fn led_by_another(&self, pair: (usize, usize)) -> bool {
        let deed = |unit: &Unit| unit.kind == Kind::Thing && !unit.is_light() && !unit.can_act();
        if !self.units(pair).is_some_and(|(here, there)| deed(here) && deed(there)) {
            return false;
        }
        let (here, there) = (sole_agent(self.one, pair.0), sole_agent(self.other, pair.1));
        let Some((one, other)) = here.zip(there).filter(|agents| !self.pairs.contains(agents)) else {
            return false;
        };
        let idle = |reading: &Reading, at: usize, deed: usize| {
            let clause = reading.units.get(deed).map(|unit| unit.clause);
            reading
                .units
                .get(at)
                .is_some_and(|unit| unit.owning && !unit.adjective && Some(unit.clause) == clause)
        };
        self.pairs.iter().any(|(a, b)| {
            *a == one && idle(self.other, *b, pair.1) || *b == other && idle(self.one, *a, pair.0)
        })
    }

    /// What is the speaker's here is another's there, where the speaker's stands for itself: our pilots, ours.
    fn disowned(&self, pair: (usize, usize)) -> bool {
        let Some((here, there)) = self.units(pair) else { return false };
        if here.kind != Kind::Own || there.kind != Kind::Own || here.adjective == there.adjective {
            return false;
        }
        let owned = |(x, y): &(usize, usize)| {
            let (own, other) = if here.adjective { (pair.0, *x) } else { (pair.1, *y) };
            let apart = if here.adjective { pair.1.abs_diff(*y) } else { pair.0.abs_diff(*x) };
            other == own + 1 && apart > 1
        };
        self.pairs.iter().any(owned)
    }

    /// A word that says whose, which or how many stands with one thing here and with another there, though both
    /// quotes name both things: our problem, the others' affair.
    fn rehung(&self, pair: (usize, usize)) -> bool {
        let Some((here, there)) = self.units(pair) else { return false };
        let says_which = |unit: &Unit| {
            let ordinal = unit.senses.iter().any(|sense| lexicon::class(sense.key) == Some("ordinal"));
            unit.adjective || ordinal || counts(unit)
        };
        if !says_which(here) && !says_which(there) {
            return false;
        }
        let behind_only = counts(here);
        let (left, right) = (beside(self.one, pair.0, behind_only), beside(self.other, pair.1, behind_only));
        let together = left.iter().any(|a| right.iter().any(|b| self.pairs.contains(&(*a, *b))));
        let elsewhere = |a: &usize| self.pairs.iter().any(|(x, y)| x == a && !right.contains(y));
        let astray = |b: &usize| self.pairs.iter().any(|(x, y)| y == b && !left.contains(x));
        !together && left.iter().any(elsewhere) && right.iter().any(astray)
    }

    /// Two have changed their parts: the other acts, the other stands under the condition, or each keeps the
    /// company that the other has there.
    fn exchanged(&self, first: (usize, usize), second: (usize, usize)) -> Parts {
        let (Some((x, p)), Some((y, q))) = (self.units(first), self.units(second)) else {
            return Parts::Same;
        };
        if act_apart(self.one, self.other, first, second) {
            return Parts::Unsure;
        }
        let all = [x, p, y, q];
        if all.into_iter().all(is_number) {
            return self.counted_otherwise(first, second);
        }
        let opposed = excluding(x, y) && excluding(p, q);
        let named = all.into_iter().all(Unit::can_act);
        let somebody = is_somebody(x, p) && is_somebody(y, q);
        let things = all.into_iter().all(|unit| is_content(unit) || unit.is_named());
        if !somebody && !things && !opposed {
            return Parts::Same;
        }
        let apart = |x: bool, y: bool| i8::from(x) - i8::from(y);
        let given = apart(x.given, y.given) * apart(p.given, q.given);
        let lead = x.agent.cmp(&y.agent) as i8 * p.agent.cmp(&q.agent) as i8;
        let low = apart(x.under, y.under) * apart(p.under, q.under);
        let which = apart(x.adjective, y.adjective) * apart(p.adjective, q.adjective);
        if somebody && lead < 0 || named && low < 0 {
            return Parts::Swapped;
        }
        if given < 0 || named && which < 0 {
            return Parts::Unsure;
        }
        let both = joined(self.one, first.0, second.0) && joined(self.other, first.1, second.1);
        if both || named && (lead > 0 || low > 0) {
            return Parts::Same;
        }
        let odd = self.ordered_otherwise(first, second, named)
            || (named || !x.is_named() && !y.is_named())
                && self.keep_other_company(first, second, named, opposed);
        if odd { Parts::Unsure } else { Parts::Same }
    }

    /// Two numbers that stand with each other's deeds: from three to five, from five to three. A year or a share is no
    /// part of another number.
    fn counted_otherwise(&self, first: (usize, usize), second: (usize, usize)) -> Parts {
        let (Some((x, p)), Some((y, q))) = (self.units(first), self.units(second)) else {
            return Parts::Same;
        };
        if x.is_year() != y.is_year() || x.measure != y.measure {
            return Parts::Same;
        }
        let near = first.0.abs_diff(second.0).max(first.1.abs_diff(second.1)) <= STEP;
        let turned = (x.at < y.at) != (p.at < q.at);
        let odd = if near { turned } else { self.crossed(first, second) > ANY };
        if odd { Parts::Unsure } else { Parts::Same }
    }

    /// Two stand the other way round where order tells the parts: in one language, but for a passive, in which by whom
    /// it is done tells them.
    fn ordered_otherwise(&self, first: (usize, usize), second: (usize, usize), named: bool) -> bool {
        let (Some((x, p)), Some((y, q))) = (self.units(first), self.units(second)) else { return false };
        let leads = |unit: &Unit, facing: &Unit| unit.agent == Agent::Yes && facing.agent == Agent::Yes;
        let told = leads(x, p) || leads(y, q) || self.turned_voice && !named;
        let turned = (x.at < y.at) != (p.at < q.at);
        turned && !told && (self.same_words || named && self.one.language == self.other.language)
    }

    /// Two keep better the company that the other has in the other quote. Who has a name seldom changes places with who
    /// has none: the Americans, the soldiers.
    fn keep_other_company(
        &self,
        first: (usize, usize),
        second: (usize, usize),
        named: bool,
        opposed: bool,
    ) -> bool {
        let (Some((x, p)), Some((y, q))) = (self.units(first), self.units(second)) else { return false };
        let crossed = self.crossed(first, second);
        let of_a_kind = named && x.is_named() == y.is_named() && p.is_named() == q.is_named();
        let turned = (x.at < y.at) != (p.at < q.at);
        if of_a_kind {
            crossed > ANY || turned && crossed > -ANY
        } else {
            crossed > if opposed { ANY } else { MARGIN }
        }
    }

    /// How much better each keeps the company that the other has in the other quote than its own.
    fn crossed(&self, first: (usize, usize), second: (usize, usize)) -> f32 {
        let without = [first, second];
        let straight = self.company(first.0, first.1, &without) + self.company(second.0, second.1, &without);
        let cross = self.company(first.0, second.1, &without) + self.company(second.0, first.1, &without);
        cross - straight
    }

    /// How much of what stands around one unit stands around a unit of the other quote too.
    fn company(&self, at: usize, place: usize, without: &[(usize, usize)]) -> f32 {
        let near = |pair: &&(usize, usize)| !without.contains(pair);
        let weigh = |(a, b): &(usize, usize)| nearness(self.one, at, *a) * nearness(self.other, place, *b);
        self.pairs.iter().filter(near).map(weigh).sum()
    }
}
