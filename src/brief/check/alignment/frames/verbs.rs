//! A verb: the frame it begins, with who stands before it.

use super::super::grammar::chunk::Chunk;
use super::super::grammar::class::{self, DUE};
use super::super::grammar::sort::{Shape, Sort};
use super::super::words::item::Item;
use super::arguments::{self, plain};
use super::frame::{Argument, Frame, Link, Role};
use super::state::Build;
use super::subjects::as_subject;

impl Build<'_> {
    pub(super) fn verb(&mut self, at: usize, item: &Item, shape: Shape) {
        match shape {
            // “the accounts are to be frozen”
            Shape::Infinitive if item.before.helped && self.waits_for_a_verb() => {
                self.held.push(DUE.to_owned());
                self.finite(item, Shape::Finite);
            }
            Shape::Infinitive => {
                self.bound(item, Link::Held(item.before.preposition.clone().unwrap_or_default()));
            }
            Shape::Gerund if self.opened.is_some() && self.pending.is_empty() => self.finite(item, shape),
            Shape::Gerund => match &item.before.preposition {
                Some(class) => self.bound(item, Link::Held(class.clone())),
                None if item.before.parted || item.before.joint => self.beside(item),
                None => self.bound(item, Link::Held(String::new())),
            },
            Shape::Past if self.completes(item) => self.predicate(item),
            Shape::Past if self.tells_more(at, item) => self.participle(item),
            Shape::Finite if item.said() && self.tells_more(at, item) => self.participle(item),
            _ => self.finite(item, shape),
        }
    }

    /// Whether somebody stands before a verb that is to come, and no other clause is open.
    pub(super) fn waits_for_a_verb(&self) -> bool {
        self.pending.iter().any(plain) && (self.current.is_none() || self.opened.is_some())
    }

    /// Whether a form of the past only completes the verb before it: “stay closed”.
    fn completes(&self, item: &Item) -> bool {
        let current = self.current.filter(|_| self.opened.is_none() && self.pending.is_empty());
        let bare = !item.said() && !item.opens() && item.before.stands.is_none() && !item.claimed;
        current.and_then(|current| self.frames.get(current)).is_some_and(|frame| {
            bare && frame.finite
                && frame.verb.is_some()
                && !frame.says()
                && frame.arguments.len() == frame.before
                && frame.before > 0
        })
    }

    /// Whether a form of the past tells more of the noun before it: “a banker wanted for fraud”.
    fn tells_more(&self, at: usize, item: &Item) -> bool {
        // “Selma, told to leave, …”
        let addressed = item.said() && item.before.parted && self.is_aside(at);
        if item.said() && !addressed
            || item.before.parted && item.claimed && !addressed
            || item.before.joint
            || item.before.stands.is_some()
        {
            return false;
        }
        let waits = !self.pending.is_empty();
        if waits || self.opened.is_some() {
            let tied = self
                .items
                .get(at + 1)
                .is_some_and(|next| next.before.preposition.is_some() || next.before.agent || next.time);
            let end = (at + 1..self.items.len()).find(|at| self.items.get(*at).is_some_and(Item::opens));
            let rest = self.sorts.get(at + 1..end.unwrap_or(self.sorts.len())).unwrap_or_default();
            let other = rest
                .iter()
                .any(|sort| matches!(sort, Sort::Verb(Shape::Finite | Shape::Copula | Shape::Past)));
            let verbs = self.sorts.get(at + 1..).unwrap_or_default();
            let later = verbs
                .iter()
                .any(|sort| matches!(sort, Sort::Verb(Shape::Finite | Shape::Copula | Shape::Past)));
            let aside = item.before.parted && tied && later && self.opened.is_none();
            return waits && (tied && other || aside) && (!item.claimed || addressed) && !item.kept();
        }
        let current = self.current.and_then(|current| self.frames.get(current));
        current.is_some_and(|frame| {
            let last = frame.arguments.last();
            let during =
                last.is_some_and(|last| matches!(&last.role, Role::Tied(class) if class == class::AS));
            let subject =
                during || last.is_some_and(|last| plain(last) && (last.chunk.parted || last.chunk.joint));
            frame.arguments.len() > frame.before && !frame.says() && !subject && self.outer.is_empty()
        })
    }

    /// Whether a mark closes what is told from a place on before the verb of the clause.
    fn is_aside(&self, at: usize) -> bool {
        let closes =
            (at + 1..self.items.len()).find(|at| self.items.get(*at).is_some_and(|item| item.before.parted));
        let tied = self.items.get(at + 1).is_some_and(|next| next.before.preposition.is_some());
        let verb = |at: usize| {
            matches!(self.sorts.get(at), Some(Sort::Verb(Shape::Finite | Shape::Past | Shape::Copula)))
        };
        tied && self.current.is_none() && closes.is_some_and(verb)
    }

    /// A clause that hangs on the one before it.
    fn bound(&mut self, item: &Item, link: Link) {
        if !self.pending.is_empty() {
            self.outer.push(std::mem::take(&mut self.pending));
        }
        let parent = if self.opened.is_some() { None } else { self.current };
        let id = self.begin(item, Vec::new(), (link, parent));
        if let Some(frame) = self.frames.get_mut(id) {
            frame.finite = false;
        }
    }

    /// “…, accusing them of lying”: what else the same does.
    fn beside(&mut self, item: &Item) {
        let subject = self.current.and_then(|current| self.doer(current));
        let subject = subject.map(|chunk| Argument { role: Role::Subject, chunk, host: None });
        let parent = self.current;
        self.begin(item, subject.into_iter().collect(), (Link::Aside, parent));
    }

    fn participle(&mut self, item: &Item) {
        let whom = self.last_chunk().map(|chunk| Chunk { joint: false, parted: false, tied: None, ..chunk });
        let whom = whom.map(|chunk| Argument { role: Role::Object, chunk, host: None });
        if !self.pending.is_empty() {
            self.outer.push(std::mem::take(&mut self.pending));
        }
        let parent = self.current;
        let id = self.begin(item, whom.into_iter().collect(), (Link::Aside, parent));
        if let Some(frame) = self.frames.get_mut(id) {
            frame.passive = true;
        }
    }

    pub(super) fn finite(&mut self, item: &Item, shape: Shape) {
        let opened = self.opened.take();
        let nobody = std::mem::take(&mut self.nobody);
        let group = self.take_group();
        let joint = item.before.joint || group.joint;
        let mut subject = std::mem::take(&mut self.pending);
        let mut link = opened.clone().unwrap_or((Link::Free, None));
        let relative = self.antecedent.take().filter(|_| link.0 == Link::Aside);
        let pronoun = item
            .before
            .stands
            .filter(|pronoun| !pronoun.owns)
            .or(group.stands.filter(|pronoun| !pronoun.owns));
        let has = |arguments: &[Argument]| arguments.iter().any(plain);
        let object = relative.clone().filter(|_| has(&subject) && pronoun.is_none());
        if let Some(pronoun) = pronoun {
            let chunk = Chunk { pronoun: Some(pronoun), ..Chunk::default() };
            subject.insert(0, Argument { role: Role::Object, chunk, host: None });
            for argument in &mut subject {
                argument.host = argument.host.map(|host| host + 1);
            }
        } else if !has(&subject) && relative.is_some() {
            subject.extend(relative.clone().map(as_subject));
        } else if !has(&subject)
            && opened.is_none()
            && !nobody
            && let Some((taken, tied)) = self.taken(item, joint)
        {
            (subject, link) = (taken, tied);
        }
        if opened.is_none() && pronoun.is_some() && link.0 == Link::Free {
            link = self.said_before(item).unwrap_or(link);
        }
        let id = self.begin(item, Vec::new(), link.clone());
        let joined = std::mem::take(&mut self.joined);
        let Some(frame) = self.frames.get_mut(id) else { return };
        if shape == Shape::Copula {
            frame.verb = None;
        }
        frame.passive |= group.passive && !item.is_going() && shape != Shape::Copula && !Self::is_base(item);
        frame.arguments = arguments::of_subject(subject, frame.passive);
        frame.before = frame.arguments.len();
        frame.coordinated = joint || joined;
        frame.arguments.extend(object.map(as_subject));
        let shared = self.inside.take().filter(|(last, ..)| frame.coordinated && last + 1 == id);
        let within = self.within.take().or(shared.map(|(_, class, chunk)| (class, chunk)));
        if let Some((class, chunk)) = within {
            let chunk = Chunk { joint: false, parted: false, tied: None, ..chunk };
            self.inside = Some((id, class.clone(), chunk.clone()));
            frame.arguments.push(Argument { role: Role::Tied(class), chunk, host: None });
        }
        if link.0 == Link::Free && link.1.is_none() {
            for orphan in std::mem::take(&mut self.orphans) {
                if let Some(orphan) = self.frames.get_mut(orphan) {
                    orphan.parent = Some(id);
                }
            }
        }
        if shape == Shape::Copula && !item.ties {
            self.predicate(item);
        }
    }

    fn begin(
        &mut self,
        item: &Item,
        arguments: Vec<Argument>,
        (link, parent): (Link, Option<usize>),
    ) -> usize {
        let id = self.frames.len();
        self.opened = None;
        let before = arguments.len();
        let kept = std::mem::take(&mut self.held);
        let passive = item.before.passive && !item.is_going();
        self.frames.push(Frame {
            verb: Some(item.clone()),
            kept,
            arguments,
            passive,
            finite: true,
            link: link.clone(),
            parent,
            before,
            holds: Vec::new(),
            coordinated: false,
            lead: false,
        });
        self.current = Some(id);
        if parent.is_none() && link != Link::Free {
            self.orphans.push(id);
        }
        self.take_group();
        id
    }
}
