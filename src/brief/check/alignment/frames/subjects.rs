//! Who stands before a verb before which nobody waits: taken from the clause before it.

use super::super::grammar::chunk::Chunk;
use super::super::grammar::class::{self, THAT};
use super::super::words::item::Item;
use super::arguments::plain;
use super::frame::{Argument, Link, Role};
use super::state::Build;

/// Who stands before a verb, and how its clause is tied to another.
pub(super) type Clause = (Vec<Argument>, (Link, Option<usize>));

impl Build<'_> {
    /// The subject of a verb before which none is waiting, and how its clause is tied.
    pub(super) fn taken(&mut self, item: &Item, joint: bool) -> Option<Clause> {
        let current = self.current?;
        if item.according {
            return None;
        }
        if joint {
            let current = self.closed(current, item.before.parted);
            let frame = self.frames.get(current)?;
            // “said it knew of nothing and accused …”
            let holder = frame
                .parent
                .filter(|_| frame.about().is_some_and(Chunk::is_pronoun) || self.generous)
                .filter(|_| item.claimed || item.kept());
            let holder = holder.or_else(|| self.speaker_above(current));
            let (current, frame) = match holder.and_then(|holder| Some((holder, self.frames.get(holder)?))) {
                Some((holder, says)) if says.says() => (holder, says),
                _ => (current, frame),
            };
            let link = (frame.link.clone(), frame.parent);
            let subject = self.doer(current).into_iter().map(as_subject).collect();
            return Some((subject, link));
        }
        // “the group, which had claimed the attack, said”
        let waits = self.outer.last().is_some_and(|outer| outer.iter().any(plain));
        if item.before.parted && waits {
            return self.outer.pop().map(|outer| (outer, (Link::Free, None)));
        }
        if let Some(stolen) = self.steal(current) {
            return Some(stolen);
        }
        self.outer.pop().map(|outer| (outer, (Link::Free, None)))
    }

    /// The phrase behind the verb of `current` that begins another clause, with what hangs on it.
    fn steal(&mut self, current: usize) -> Option<Clause> {
        let (generous, high) = (self.generous, self.high);
        let waiting = self.outer.last().is_some_and(|outer| outer.iter().any(plain));
        let base = self.finite_above(current);
        let frame = self.frames.get_mut(current)?;
        let begins = |at: usize| {
            frame.arguments.get(at).is_some_and(|argument| plain(argument) && argument.chunk.parted)
        };
        // “according to Varnia, the ship …”: Varnia tells it
        // “as a drought drove up prices”
        let last = frame.arguments.len().checked_sub(1).filter(|at| *at >= frame.before);
        let during = |at: &usize| {
            let told = frame.arguments.get(*at);
            told.is_some_and(|last| {
                matches!(&last.role, Role::Tied(class) if class == class::AS) && !last.chunk.is_quote()
            })
        };
        if let Some(at) = last.filter(during) {
            let link = Link::Bound(class::AS.to_owned());
            let taken = frame.arguments.split_off(at).into_iter().map(|argument| as_subject(argument.chunk));
            return Some((taken.collect(), (link, Some(current))));
        }
        let teller = usize::from(frame.verb.as_ref().is_some_and(|verb| verb.according));
        let mut at = frame.arguments.iter().rposition(plain).filter(|at| *at >= frame.before + teller)?;
        while at > frame.before && begins(at) && begins(at - 1) {
            at -= 1;
        }
        let chunk = &frame.arguments.get(at)?.chunk;
        let says = frame.says() || frame.verb.as_ref().is_some_and(Item::kept);
        let link = if says && !chunk.parted {
            (Link::Held(THAT.to_owned()), Some(current))
        } else if let Some(base) = base.filter(|_| chunk.joint && !(chunk.parted && generous) && !high) {
            base
        } else if chunk.parted && !waiting || chunk.joint {
            (Link::Free, None)
        } else {
            return None;
        };
        let mut arguments = frame.arguments.split_off(at);
        for argument in &mut arguments {
            argument.host = argument.host.and_then(|host| host.checked_sub(at));
        }
        if let Some(first) = arguments.first_mut() {
            self.joined = first.chunk.joint;
            (first.chunk.parted, first.chunk.joint) = (false, false);
        }
        if !waiting && let Some(outer) = self.outer.pop() {
            for argument in &mut arguments {
                argument.host = argument.host.map(|host| host + outer.len());
            }
            arguments = [outer, arguments].concat();
        }
        Some((arguments, link))
    }

    /// The clause that goes on behind a mark that closes what was told of a noun: “the missile, which …, and demanded”.
    fn closed(&self, from: usize, parted: bool) -> usize {
        let aside = self.frames.get(from).filter(|frame| parted && frame.link == Link::Aside);
        aside.and_then(|frame| frame.parent).filter(|parent| *parent < from).unwrap_or(from)
    }

    /// The clause that tells who says what a clause tells, where what is joined is joined to that.
    fn speaker_above(&self, from: usize) -> Option<usize> {
        let parent = self.frames.get(from)?.parent.filter(|_| self.high)?;
        Some(self.root(parent))
    }

    /// The clause on which all others hang.
    pub(super) fn root(&self, from: usize) -> usize {
        let parent = |at: usize| {
            let frame = self.frames.get(at).filter(|frame| !matches!(frame.link, Link::Bound(_)))?;
            frame.parent.filter(|parent| *parent < at)
        };
        std::iter::successors(Some(from), |at| parent(*at)).last().unwrap_or(from)
    }

    /// How the nearest clause with a subject hangs on who says it, if it does.
    fn finite_above(&self, from: usize) -> Option<(Link, Option<usize>)> {
        let mut at = Some(from);
        while let Some(frame) = at.and_then(|at| self.frames.get(at)) {
            if frame.finite && frame.link != Link::Aside {
                return Some((frame.link.clone(), frame.parent))
                    .filter(|(link, _)| matches!(link, Link::Held(_)));
            }
            at = frame.parent;
        }
        None
    }

    /// “Said it would …”: what is said stands behind the verb of saying.
    pub(super) fn said_before(&self, item: &Item) -> Option<(Link, Option<usize>)> {
        let current = self.current?;
        let frame = self.frames.get(current)?;
        let says = frame.says() || frame.verb.as_ref().is_some_and(Item::kept);
        if says && !item.before.parted && !item.before.joint {
            return Some((Link::Held(THAT.to_owned()), Some(current)));
        }
        None
    }

    /// Who does what the nearest clause with a subject tells.
    pub(super) fn doer(&self, from: usize) -> Option<Chunk> {
        let mut at = Some(from);
        while let Some(frame) = at.and_then(|at| self.frames.get(at)) {
            if let Some(chunk) = frame.about().filter(|_| frame.finite) {
                return Some(chunk.clone());
            }
            at = frame.parent;
        }
        None
    }
}

/// A phrase as what a verb is about.
pub(super) fn as_subject(chunk: Chunk) -> Argument {
    let chunk = Chunk { joint: false, parted: false, tied: None, ..chunk };
    Argument { role: Role::Object, chunk, host: None }
}
