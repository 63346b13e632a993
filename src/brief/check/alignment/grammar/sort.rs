//! What a word does in its clause.

use super::super::words::item::{Before, Item, Kind, NO};
use super::super::words::lists::Lists;
use super::super::words::meanings::{Form, Senses, Thesaurus};
use super::chunk::is_plain_word;
use super::class::{is_beside_the_noun, is_modal, is_of_a_way, is_of_several, is_verbal};
use super::look::{Look, bare};

/// What a verb's form makes of its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::brief::check::alignment) enum Shape {
    Finite,
    /// Of the past, without an auxiliary: it may tell more of the noun before it.
    Past,
    Infinitive,
    Gerund,
    /// A form of “be” or “have” stands before what is no verb.
    Copula,
}

/// What a word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::brief::check::alignment) enum Sort {
    Verb(Shape),
    /// It is of a noun phrase.
    Nominal,
    /// It counts or measures the noun behind it.
    Measure,
    /// It belongs to a verb: “will”, “not”, “again”.
    Adverb,
    /// It binds a clause, or ties a noun phrase.
    Tie,
}

/// What each word of a sentence does.
pub(in crate::brief::check::alignment) fn sorts(
    items: &[Item],
    lists: &Lists,
    thesaurus: &Thesaurus,
) -> Vec<Sort> {
    let look = Look { items, lists, thesaurus };
    let mut found: Vec<Sort> = Vec::with_capacity(items.len());
    let mut done = false;
    for (at, item) in items.iter().enumerate() {
        done &= !item.opens();
        let sort = look.sort(at, found.last().copied(), done);
        if matches!(sort, Sort::Verb(Shape::Finite | Shape::Past | Shape::Copula)) {
            done = !item.said();
        }
        found.push(sort);
    }
    found
}

impl Look<'_> {
    /// What the word at a place does; `done` tells that its clause has its verb.
    fn sort(&self, at: usize, last: Option<Sort>, done: bool) -> Sort {
        let Some(item) = self.items.get(at) else { return Sort::Nominal };
        let next = self.items.get(at + 1);
        let counted = next.is_some_and(|next| next.kind == Kind::Number);
        // “4 percent at most”
        let trails = next.is_none_or(|next| next.opens() || next.before.preposition.is_some());
        match () {
            () if item.token.quoted => Sort::Nominal,
            () if item.binds() || item.kept() && item.ties && !(item.measures && (counted || trails)) => {
                Sort::Tie
            }
            () if self.lists.amounts.contains(&item.form) && (counted || self.is_measured(at + 1)) => {
                Sort::Tie
            }
            () if item.kept() && item.measures && self.is_alone(item, at) => Sort::Nominal,
            () if item.kept() && (item.measures || self.is_attributive(item, at)) => Sort::Measure,
            () if item.kept()
                && is_of_a_way(&item.key)
                && self.helped(at).1
                && next.is_none_or(Item::opens) =>
            {
                Sort::Verb(Shape::Copula)
            }
            () if item.kept() && !is_verbal(item) => Sort::Adverb,
            () => match self.shape(item, at, last).filter(|shape| {
                let alone = self.lists.is_told_alone(&item.form);
                !(done && *shape == Shape::Finite && !alone && self.is_weak(item, at))
            }) {
                Some(shape) => Sort::Verb(shape),
                None if last != Some(Sort::Verb(Shape::Copula)) && self.is_copular(item, at) => {
                    Sort::Verb(Shape::Copula)
                }
                None if self.is_of_a_verb(item, at) => Sort::Adverb,
                None if item.kept() && self.senses(item).iter().all(|sense| sense.form == Form::Plain) => {
                    Sort::Adverb
                }
                None => Sort::Nominal,
            },
        }
    }

    /// “Four others could not …”: a word that measures a noun, without one.
    fn is_alone(&self, item: &Item, at: usize) -> bool {
        let next = self.items.get(at + 1);
        let verb = |next: &Item| is_modal(next) || next.before.helped || next.said();
        is_of_several(&item.key) && next.is_some_and(verb)
    }

    /// “Two earlier attacks”: a kept word that tells which.
    fn is_attributive(&self, item: &Item, at: usize) -> bool {
        let counted = self.before(at).is_some_and(|before| before.kind == Kind::Number && !before.time);
        let noun = |next: &Item| bare(next) && next.kind == Kind::Word && !next.verb && !next.time;
        let one = item.before.determined || counted && bare(item);
        is_beside_the_noun(&item.key) && one && self.items.get(at + 1).is_some_and(noun)
    }

    /// Whether a word is as well a noun, and nothing before it helps it to be a verb.
    fn is_weak(&self, item: &Item, at: usize) -> bool {
        let has = |form: Form| item.senses.iter().any(|sense| sense.form == form);
        let modal = self.is_behind_a_modal(at);
        let helped = self.helped(at).0 || modal || item.before.stands.is_some();
        !helped && !item.said() && (has(Form::Several) || has(Form::One))
    }

    /// Whether a modal or a negation stands before a word, or before words that belong to it: “must first leave”.
    fn is_behind_a_modal(&self, at: usize) -> bool {
        let before = (0..at).rev().filter_map(|at| self.items.get(at));
        let between = |(at, item): &(usize, &Item)| {
            bare(item) && (is_plain_word(item) || *at == 0 && item.kind == Kind::Word && !item.verb)
        };
        let mut before = before.enumerate().skip_while(between).map(|(_, item)| item);
        match before.next() {
            // “would not leave”
            Some(no) if no.key == NO => no.before.helped || before.next().is_some_and(is_modal),
            before => before.is_some_and(is_modal),
        }
    }

    /// Whether the word at a place measures the number behind it.
    fn is_measured(&self, at: usize) -> bool {
        let number = self.items.get(at + 1).is_some_and(|next| next.kind == Kind::Number);
        number && self.items.get(at).is_some_and(|item| item.kept() && item.measures)
    }

    /// Whether a word that is no noun stands before a verb: “largely holds”.
    fn is_of_a_verb(&self, item: &Item, at: usize) -> bool {
        let next = self.items.get(at + 1);
        let shape = next.and_then(|next| self.shape(next, at + 1, Some(Sort::Nominal)));
        let small = !item.before.determined && item.before.preposition.is_none();
        let verb = next.is_some_and(bare) && matches!(shape, Some(Shape::Finite | Shape::Past));
        at > 0 && small && verb && is_plain_word(item)
    }

    /// The auxiliaries before a word, and before what stands between: helped, and passive.
    fn helped(&self, at: usize) -> (bool, bool) {
        let mut found = (false, false);
        for at in (0..=at).rev() {
            let Some(item) = self.items.get(at) else { break };
            found.0 |= item.before.helped;
            found.1 |= item.before.passive;
            let goes_on = self.before(at).is_some_and(|before| {
                before.kept() && !is_verbal(before) && !before.ties || self.is_adverb(before, item)
            });
            if item.before.helped || !goes_on {
                break;
            }
        }
        found
    }

    /// “Largely” in “is largely holding”.
    fn is_adverb(&self, item: &Item, next: &Item) -> bool {
        let senses = self.senses(item);
        let small = !item.name && item.kind == Kind::Word && item.before.helped;
        small && bare(next) && !senses.is_empty() && senses.iter().all(|sense| sense.form == Form::Plain)
    }

    fn senses(&self, item: &Item) -> Senses {
        if item.kind == Kind::Word { item.senses.clone() } else { self.thesaurus.senses(&item.form) }
    }

    fn shape(&self, item: &Item, at: usize, last: Option<Sort>) -> Option<Shape> {
        let owned = item.before.stands.is_some_and(|pronoun| pronoun.owns)
            || self.before(at).is_some_and(|before| before.token.owner && bare(item));
        // “seven engineers”
        let counted = self.before(at).is_some_and(|before| before.kind == Kind::Number && !before.time)
            && bare(item)
            && self.senses(item).iter().any(|sense| sense.form == Form::Several);
        let noun =
            counted || item.name || item.time || item.kind == Kind::Number || item.before.determined || owned;
        if item.according {
            return Some(Shape::Finite);
        }
        if noun {
            return None;
        }
        let senses = self.senses(item);
        let has = |form: Form| senses.iter().any(|sense| sense.form == form);
        let (helped, passive) = self.helped(at);
        let modal = self.is_behind_a_modal(at);
        let past = has(Form::Past) || self.lists.is_past(&item.form);
        let base = has(Form::Base);
        let tied = item.before.preposition.as_deref();
        // “to have paid”
        if tied.is_some_and(|class| self.lists.infinitives.contains(class)) && (base || helped && past) {
            return Some(Shape::Infinitive);
        }
        // “for having ignored”
        if tied.is_some() && helped && past {
            return Some(Shape::Gerund);
        }
        if tied.is_none() && (helped && (past || has(Form::Going)) || (helped && !passive || modal) && base) {
            return Some(Shape::Finite);
        }
        if item.said() && tied.is_none() {
            return Some(if has(Form::Going) { Shape::Gerund } else { Shape::Finite });
        }
        if has(Form::Going) {
            return self.is_gerund(item, at, last, has(Form::One)).then_some(Shape::Gerund);
        }
        if tied.is_some() {
            return None;
        }
        let bare_noun = |next: &Item| bare(next) && next.kind == Kind::Word && !next.verb && !next.name;
        let behind = self.items.get(at + 1);
        let opens = at == 0
            || item.opens()
            || last == Some(Sort::Measure)
            || self.before(at).is_some_and(|before| before.kind == Kind::Number && !before.time);
        if past {
            let of_noun = opens
                && !item.before.joint
                && !item.before.opened
                && item.before.stands.is_none()
                && behind.is_some_and(bare_noun);
            // “Ada Lind, the mayor, went home”
            let shape = if self.lists.is_told_alone(&item.form) { Shape::Finite } else { Shape::Past };
            return (!of_noun).then_some(shape);
        }
        (item.before.stands.is_some() && base
            || self.is_present(item, at, last == Some(Sort::Nominal), &senses))
        .then_some(Shape::Finite)
    }

    fn is_gerund(&self, item: &Item, at: usize, last: Option<Sort>, noun: bool) -> bool {
        let behind = self.items.get(at + 1);
        // “refused, arguing that”
        if item.before.parted && behind.is_some_and(|next| next.before.opened && !next.before.parted) {
            return at > 0;
        }
        // “from neighbouring Varnia”
        let adjective = self.senses(item).iter().any(|sense| sense.form == Form::Plain);
        let clause = item.before.parted && !item.before.opened;
        let before = self.before(at).filter(|_| bare(item));
        let counted = before.is_some_and(|before| before.kind == Kind::Number && !before.time);
        if adjective && (counted || behind.is_some_and(|next| next.name && bare(next)) && !clause) {
            return false;
        }
        // “a new building”
        let described = before.is_some_and(|before| before.before.determined && is_plain_word(before));
        if noun && described && item.before == Before::default() {
            return false;
        }
        let object = behind.filter(|next| !next.opens()).is_some_and(|next| {
            next.before.determined
                || next.name
                || next.kind == Kind::Number
                || bare(next) && next.kind == Kind::Word && !next.verb
        });
        let tied = item.before.preposition.is_some();
        let aside = item.before.parted || matches!(last, Some(Sort::Verb(_) | Sort::Tie | Sort::Nominal));
        let verb = self.before(at).is_some_and(|before| !before.aspect);
        let named = self.items.get(at + 1).is_some_and(|next| next.name && bare(next));
        if !tied && !item.before.parted && verb && named && matches!(last, Some(Sort::Verb(_) | Sort::Tie)) {
            return false;
        }
        at > 0 && (tied && (object || !noun) || !tied && aside && (object || !noun))
    }

    /// Whether a form of “be” or “have” stands before a word that is no verb, and none behind it is helped by it.
    fn is_copular(&self, item: &Item, at: usize) -> bool {
        let adverb = self.items.get(at + 1).is_some_and(|next| {
            self.is_adverb(item, next) && self.shape(next, at + 1, Some(Sort::Nominal)).is_some()
        });
        item.kind != Kind::Kept && self.helped(at).0 && !adverb
    }
}
