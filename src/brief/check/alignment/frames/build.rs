//! The frames of a sentence, found from its first word to its last.

use super::super::grammar::chunk::{Chunk, is_plain_word};
use super::super::grammar::class::{self, THAT};
use super::super::grammar::sort::{Shape, Sort, sorts};
use super::super::words::item::{Before, Item, Kind, NO};
use super::super::words::lists::Lists;
use super::super::words::meanings::{Form, Thesaurus};
use super::arguments;
use super::frame::{Frame, Link};
use super::state::Build;
use crate::text::Language;

/// The frames of a sentence, and whether each of its words stands in one. `generous` takes what stands behind a statement
/// and tells whose it is as told of its last clause alone, and what is joined to reported words as no part of them.
/// `high` takes what is joined to what somebody says as joined to his saying it: “said it would wait but left”.
pub(super) fn frames(
    items: &[Item],
    language: Language,
    (generous, high): (bool, bool),
) -> (Vec<Frame>, bool) {
    let lists = Lists::of(language);
    let sorts = sorts(items, lists, Thesaurus::of(language));
    let mut build = Build { items, sorts: &sorts, lists: Some(lists), generous, high, ..Build::default() };
    for at in 0..items.len() {
        build.step(at);
    }
    build.finish()
}

impl Build<'_> {
    fn step(&mut self, at: usize) {
        let (Some(item), Some(sort)) = (self.items.get(at), self.sorts.get(at).copied()) else { return };
        if item.token.quoted {
            self.quoted(item);
            return;
        }
        if item.token.halted {
            self.halt();
        }
        self.hung(item);
        self.object(at, item, sort);
        if sort == Sort::Tie {
            self.distance(item);
        }
        if item.before.opened {
            self.close();
            self.open(at);
        } else if item.opens() {
            self.close();
        }
        match sort {
            Sort::Verb(shape) => {
                self.close();
                self.verb(at, item, shape);
            }
            Sort::Tie => {
                self.close();
                // “the claims were without foundation”
                if item.before.passive && self.waits_for_a_verb() {
                    self.finite(item, Shape::Copula);
                }
                self.tie(at, item);
            }
            Sort::Measure => {
                let owned = self
                    .chunk
                    .as_ref()
                    .and_then(|chunk| chunk.words.last())
                    .is_some_and(|last| last.token.owner);
                let counted = class::is_beside_the_noun(&item.key) && !item.before.determined && {
                    let last = self.chunk.as_ref().and_then(|chunk| chunk.words.last());
                    last.is_some_and(|last| last.kind == Kind::Number)
                };
                // “by 4 percent at most”
                let next = self.items.get(at + 1);
                let trails = next.is_none_or(|next| next.opens() || next.before.preposition.is_some());
                let amount = |chunk: &Chunk| !chunk.counted().is_empty();
                let behind = trails && self.chunk.as_ref().is_some_and(amount);
                let joins = owned && !item.before.determined || counted || behind;
                if let Some(chunk) = self.chunk.as_mut().filter(|_| joins) {
                    chunk.kept.push(item.key.clone());
                    return;
                }
                self.close();
                self.lead.get_or_insert_with(|| item.before.clone());
                self.measures.push(item.key.clone());
            }
            Sort::Adverb => {
                self.close();
                self.adverb(at, item);
            }
            Sort::Nominal => {
                if item.before.parted {
                    self.group = Before::default();
                }
                if self.trails(at, item) {
                    self.close();
                }
                if item.before.opened && self.within.is_some() {
                    let before = Before { preposition: None, ..item.before.clone() };
                    self.nominal(&Item { before, ..item.clone() });
                } else {
                    self.nominal(item);
                }
            }
        }
    }

    /// “The explosion early on Friday”: an adverb behind a noun.
    fn trails(&self, at: usize, item: &Item) -> bool {
        let next = self.items.get(at + 1);
        let last = self.chunk.as_ref().and_then(|chunk| chunk.words.last());
        let noun = last.is_some_and(|last| !is_plain_word(last) && last.kind == Kind::Word);
        let ends = next.is_none_or(|next| next.opens() || next.before.preposition.is_some() || next.time);
        noun && ends && is_plain_word(item) && item.before == Before::default()
    }

    /// Words in marks are one phrase, whatever they are.
    fn quoted(&mut self, item: &Item) {
        if !self.chunk.as_ref().is_some_and(Chunk::is_quote) {
            self.close();
            let Before { joint, parted, preposition, .. } = item.before.clone();
            self.chunk = Some(Chunk { joint, parted, tied: preposition, ..Chunk::default() });
        }
        if let Some(chunk) = &mut self.chunk {
            chunk.words.push(item.clone());
        }
    }

    /// “Two days after”: how long before or after something happens is told of it.
    fn distance(&mut self, item: &Item) {
        let lists = self.lists;
        let timed = |chunk: &&Chunk| {
            matches!(chunk.words.as_slice(), [number, unit]
                if number.kind == Kind::Number && lists.is_some_and(|lists| lists.time_units.contains(&unit.key)))
        };
        let bare = item.before.preposition.is_none() && !item.opens_a_mark();
        let bare = bare && self.chunk.as_ref().is_some_and(|chunk| chunk.tied.is_none());
        if let Some(chunk) = self.chunk.as_ref().filter(timed).filter(|_| bare) {
            let told: Vec<&str> = chunk.words.iter().map(|word| word.key.as_str()).collect();
            self.distance = Some(class::manner(&told.join(" ")));
            self.chunk = None;
        }
    }

    /// A word that binds a clause where a verb follows, and ties a phrase where none does.
    fn tie(&mut self, at: usize, item: &Item) {
        let ends = |at: &usize| {
            self.items.get(*at).is_some_and(|item| item.before.parted || item.before.opened || item.binds())
        };
        let mut end = (at + 1..self.items.len()).find(ends).unwrap_or(self.items.len());
        // “after the operator, which …, lost”
        if self.items.get(end).is_some_and(|item| item.before.parted && item.before.relative) {
            end = (end + 1..self.items.len())
                .find(ends)
                .map_or(end, |closes| (closes + 1..self.items.len()).find(ends).unwrap_or(self.items.len()));
        }
        let verb = self.sorts.get(at + 1..end).unwrap_or_default().iter().any(|sort| {
            matches!(sort, Sort::Verb(Shape::Finite | Shape::Past | Shape::Copula | Shape::Gerund))
        });
        if (verb || item.is_condition()) && item.binds() {
            let link = if item.binds_a_fact() || class::is_time(&item.key) {
                Link::Bound(item.key.clone())
            } else {
                Link::Held(item.key.clone())
            };
            if item.before.parted && class::is_remark(&item.key) {
                self.current = self.current.map(|current| self.root(current));
            }
            self.wait(link);
            self.held.extend(self.distance.take());
        } else {
            self.measures.extend(self.distance.take());
            self.lead = Some(Before { preposition: Some(item.key.clone()), ..item.before.clone() });
        }
    }

    /// A clause opened by “that”, “which” and their kin: one that tells more of what is before it, or what somebody says.
    fn open(&mut self, at: usize) {
        let Some(item) = self.items.get(at) else { return };
        let verb = self.sorts.iter().skip(at).find(|sort| !matches!(sort, Sort::Adverb));
        let direct = matches!(verb, Some(Sort::Verb(_))) && item.before.stands.is_none();
        let last = self.last_chunk();
        let parted = item.before.parted
            || self.items.get(at).is_some_and(|item| item.before.relative && !direct && item.before.parted);
        // “a group that claimed it”
        let told = self.pending.is_empty()
            && self.current.and_then(|current| self.frames.get(current)).is_some_and(|frame| {
                frame.says() || frame.verb.as_ref().is_some_and(Item::kept) || frame.arguments.is_empty()
            });
        let relative = item.before.relative
            || direct && !told && !item.before.parted && item.before.preposition.is_none();
        // “a raid in which guards crossed the river”
        let within = item.before.preposition.clone().filter(|_| item.before.relative && !direct);
        if within.is_some() && last.is_some() {
            self.keep_waiting();
            self.wait(Link::Aside);
            self.within = within.zip(last);
            return;
        }
        if relative && last.is_some() && (direct || parted) {
            let of = |item: &Item| {
                self.lists.is_some_and(|lists| lists.of.is_some() && item.before.preposition == lists.of)
            };
            // “the head of the union, which …”: nobody knows which
            self.antecedent =
                last.filter(|last| !(last.words.iter().any(of) && last.words.iter().any(|word| word.office)));
            self.keep_waiting();
            self.wait(Link::Aside);
        } else {
            // “said that …, once …, and that …”
            let that = |frame: &&Frame| frame.link == Link::Held(THAT.to_owned());
            let holder = self.frames.iter().rev().find(that).and_then(|frame| frame.parent);
            self.current = holder.filter(|_| item.before.joint).or(self.current);
            self.wait(Link::Held(THAT.to_owned()));
        }
    }

    fn adverb(&mut self, at: usize, item: &Item) {
        let next = self.sorts.iter().skip(at + 1).find(|sort| !matches!(sort, Sort::Adverb));
        let modal = class::is_modal(item);
        let waits =
            modal || matches!(next, Some(Sort::Verb(_))) || self.current.is_none() || self.opened.is_some();
        if item.before.opened || item.before.joint || item.before.preposition.is_some() || item.before.parted
        {
            self.lead.get_or_insert_with(|| item.before.clone());
        }
        let Before { joint, parted, stands, passive, .. } = item.before;
        self.group.joint |= joint;
        self.group.parted |= parted;
        self.group.passive |= passive;
        self.group.stands = stands.or(self.group.stands);
        let end = (at + 1..self.items.len())
            .find(|at| self.items.get(*at).is_some_and(Item::opens))
            .unwrap_or(self.items.len());
        let verb = self
            .sorts
            .get(at + 1..end)
            .unwrap_or_default()
            .iter()
            .any(|sort| matches!(sort, Sort::Verb(Shape::Finite | Shape::Copula)));
        let says = self.current.and_then(|current| self.frames.get(current)).is_some_and(Frame::says);
        // “largely” and “mostly”
        let same = item.senses.iter().find(|sense| sense.shared && sense.form == Form::Plain && !sense.said);
        let class = match same.filter(|_| !item.kept()) {
            Some(sense) => sense.line.to_string(),
            None if !item.kept() && is_plain_word(item) => class::manner(&item.key),
            None => item.key.clone(),
        };
        let verb_behind = self.items.get(at + 1).is_some_and(|next| next.before.helped);
        let modal = self.held.iter().any(|held| class::modal(held));
        self.nobody |= item.key == NO && !item.before.helped && verb_behind && !modal;
        // “but no buyer has come”
        let fresh =
            item.key == NO && verb && !item.before.helped && (item.before.parted || item.before.joint);
        self.fresh |= fresh;
        let aside = fresh || item.key == NO && (!self.pending.is_empty() || verb && says);
        match self.current.filter(|_| !waits && !aside).and_then(|current| self.frames.get_mut(current)) {
            Some(frame) => frame.kept.push(class),
            None => self.held.push(class),
        }
    }

    fn finish(mut self) -> (Vec<Frame>, bool) {
        self.close();
        let whole = !self.broken
            && self.pending.is_empty()
            && self.outer.is_empty()
            && self.measures.is_empty()
            && self.held.is_empty();
        let held: Vec<(usize, String)> = self
            .frames
            .iter()
            .filter_map(|frame| match &frame.link {
                Link::Held(class) => frame.parent.map(|parent| (parent, class.clone())),
                _ => None,
            })
            .collect();
        for (parent, class) in held {
            if let Some(frame) = self.frames.get_mut(parent) {
                frame.holds.push(class);
            }
        }
        let naming = |frame: &mut Frame| arguments::named(frame, self.lists);
        self.frames.iter_mut().for_each(naming);
        arguments::settle(&mut self.frames, self.generous, self.lists);
        (self.frames, whole && self.orphans.is_empty())
    }
}
