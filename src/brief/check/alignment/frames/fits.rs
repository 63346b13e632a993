//! Whether the article has each clause of a sentence.

use std::cell::OnceCell;

use super::super::grammar::chunk::Chunk;
use super::super::grammar::class;
use super::super::words::item::{Item, Kind, NO};
use super::super::words::lists::Lists;
use super::frame::{Argument, Frame, Link, Role};

use super::nearby::{Around, are_in_order};
use super::same::{same_verb, turns};
use super::sides::Sides;
use crate::brief::check::words::LISTS;
use crate::languages::section;

use crate::text::{Language, Steps};

/// The most clauses on which one may hang.
const DEEP: usize = 8;

/// Whether each clause of a sentence is one of the article's, under the same speakers and conditions.
pub(in crate::brief::check::alignment) fn is_told(
    own: &[Frame],
    told: &[Vec<Frame>],
    language: Language,
    steps: &Steps,
) -> bool {
    let sides = Sides { own, language, lists: Lists::of(language), steps, told, initials: OnceCell::new() };
    !own.is_empty()
        && own.iter().enumerate().all(|(at, frame)| {
            (0..told.len()).any(|sentence| sides.is_told_in(at, told, sentence))
                || sides.is_office(frame, told)
        })
}

/// The clauses without which one is not told, nearest first, with what ties it to each.
fn holders(frames: &[Frame], at: usize) -> Vec<(&str, usize)> {
    let mut found = Vec::new();
    let mut at = at;
    for _ in 0..DEEP {
        let Some(frame) = frames.get(at) else { break };
        let Some(parent) = frame.parent else { break };
        if let Link::Held(class) = &frame.link {
            found.push((class.as_str(), parent));
        }
        at = parent;
    }
    found
}

impl Sides<'_> {
    fn is_told_in(&self, at: usize, told: &[Vec<Frame>], sentence: usize) -> bool {
        let row = |sentence: Option<usize>| {
            sentence.and_then(|at| told.get(at)).map(Vec::as_slice).unwrap_or_default()
        };
        let (own, before) = (row(Some(sentence)), row(sentence.checked_sub(1)));
        (0..own.len()).any(|place| self.is_one(at, (own, place), before))
    }

    fn is_one(&self, at: usize, (row, place): (&[Frame], usize), before: &[Frame]) -> bool {
        let (Some(own), Some(there)) = (self.own.get(at), row.get(place)) else { return false };
        self.steps.take(1);
        let strict = is_turned(row, place);
        let around = Around { row, place, before };
        let infinitive = self.as_infinitive(own, there);
        let compared = infinitive.as_ref().unwrap_or(own);
        if self.steps.spent() || !self.agrees_in(compared, there, strict, Some(&around)) {
            return false;
        }
        let (mut mine, mut theirs) = (holders(self.own, at), holders(row, place));
        // what is told beside a noun is told by the article itself
        if own.link == Link::Aside && there.link == Link::Aside && theirs.is_empty() {
            mine.clear();
        }
        if there.lead && there.kept.is_empty() && mine.len() + 1 == theirs.len() && is_official(&theirs, row)
        {
            theirs.pop();
        }
        // “said it hoped to” of whoever hopes to
        let mine_says = mine.first().filter(|_| mine.len() == theirs.len() + 1).map(|(_, holder)| *holder);
        if mine_says.is_some_and(|holder| self.only_says_what_it_thinks(at, holder)) {
            mine.remove(0);
        }
        let held = mine.len() == theirs.len()
            && mine.iter().zip(&theirs).all(|((class, at), (other, place))| {
                let alike = class == other || self.is_going_on((class, *at), (other, row, *place));
                (alike || infinitive.is_some() && *place == there.parent.unwrap_or(usize::MAX))
                    && self.are_alike(*at, row, *place)
            });
        held && self.is_bound_alike(own, row, there) && self.has_conditions((at, own), row, place)
    }

    /// “Promised that it would rebuild the wall” as “promised to rebuild the wall”.
    fn as_infinitive(&self, own: &Frame, there: &Frame) -> Option<Frame> {
        let to = matches!(&there.link, Link::Held(class) if self.lists.infinitives.contains(class));
        let that = own.link == Link::Held(class::THAT.to_owned())
            && own.kept.iter().any(|class| class == class::WILL);
        let parent = self.own.get(own.parent?).filter(|_| to && that && !there.finite)?;
        if parent.verb.as_ref().is_none_or(Item::said) {
            return None;
        }
        let whole = |role: &Role| parent.arguments.iter().find(|argument| argument.role == *role);
        let controller = whole(&Role::Object).or_else(|| whole(&Role::Subject))?;
        let same = |subject: &Chunk| self.is_same(subject, &controller.chunk, false);
        if own.subject().is_some_and(|subject| !same(subject)) {
            return None;
        }
        let mut turned = own.clone();
        turned.kept.retain(|class| class != class::WILL);
        turned.arguments.retain(|argument| argument.role != Role::Subject);
        Some(turned)
    }

    /// Whether a clause tells what somebody hopes, plans or claims, and the one it hangs on that the same says so.
    fn only_says_what_it_thinks(&self, at: usize, holder: usize) -> bool {
        let (Some(own), Some(says)) = (self.own.get(at), self.own.get(holder)) else { return false };
        let thinks = own.verb.as_ref().is_some_and(|verb| class::is_verbal(verb) || verb.claimed);
        let told = |chunk: &Chunk| {
            if chunk.is_pronoun() { chunk.stands_for.as_deref().cloned() } else { Some(chunk.clone()) }
        };
        let same = own.subject().and_then(told).zip(says.subject());
        thinks
            && own.link == Link::Held(class::THAT.to_owned())
            && says.verb.as_ref().is_some_and(Item::said)
            && says.kept.is_empty()
            && same.is_some_and(|(who, says)| self.is_same(&who, says, false))
    }

    /// Whether both only tell that something begins or goes on: “began to fill” and “began filling”.
    fn is_going_on(&self, (class, at): (&str, usize), (other, row, place): (&str, &[Frame], usize)) -> bool {
        let bare = |class: &str| class.is_empty() || self.lists.infinitives.contains(class);
        let aspect = |frames: &[Frame], at: usize| {
            frames.get(at).and_then(|frame| frame.verb.as_ref()).is_some_and(|verb| verb.aspect)
        };
        bare(class) && bare(other) && aspect(self.own, at) && aspect(row, place)
    }

    /// Whether what is told under a condition is told under it.
    fn has_conditions(&self, (at, _): (usize, &Frame), row: &[Frame], place: usize) -> bool {
        let under = |frames: &[Frame], at: usize| -> Vec<usize> {
            let is = |frame: &Frame| {
                frame.parent == Some(at)
                    && matches!(&frame.link, Link::Held(class) if class::is_condition(class))
            };
            frames.iter().enumerate().filter(|(_, frame)| is(frame)).map(|(at, _)| at).collect()
        };
        let mine = under(self.own, at);
        under(row, place).iter().all(|place| mine.iter().any(|at| self.are_alike(*at, row, *place)))
    }

    fn are_alike(&self, at: usize, row: &[Frame], place: usize) -> bool {
        match (self.own.get(at), row.get(place)) {
            (Some(own), Some(there)) => {
                let infinitive = self.as_infinitive(own, there);
                self.agrees(infinitive.as_ref().unwrap_or(own), there, is_turned(row, place))
            }
            _ => false,
        }
    }

    /// Whether what is told of a time or a cause is told of the same in the article.
    fn is_bound_alike(&self, own: &Frame, row: &[Frame], there: &Frame) -> bool {
        let (Link::Bound(class), Some(parent)) = (&own.link, own.parent) else { return true };
        let Link::Bound(other) = &there.link else { return false };
        class == other && there.parent.is_some_and(|place| self.are_alike(parent, row, place))
    }

    /// Whether two clauses tell the same; `strict` allows for nothing to be left out.
    fn agrees(&self, own: &Frame, there: &Frame, strict: bool) -> bool {
        self.agrees_in(own, there, strict, None)
    }

    /// The same, with what stands around the clause of the article.
    fn agrees_in(&self, own: &Frame, there: &Frame, strict: bool, around: Option<&Around>) -> bool {
        if !is_kept_alike(own, there, strict) || !same_verb(own, there, self.language) {
            return false;
        }
        let mut places: Vec<Option<usize>> = Vec::with_capacity(own.arguments.len());
        for argument in &own.arguments {
            let place = there.arguments.iter().enumerate().position(|(place, other)| {
                let several =
                    other.chunk.words.iter().filter(|word| word.name && word.before.joint).count() > 0;
                (several || !places.contains(&Some(place)))
                    && is_one_role(argument, other)
                    && are_in_order((argument, place), there, &places)
                    && is_hosted(argument, other, (own, there), &places)
                    && self.is_same(&argument.chunk, &other.chunk, strict)
            });
            let place = place.or_else(|| self.hosting((argument, own), there, &places, strict));
            let place =
                place.or_else(|| around.and_then(|around| self.speaking((argument, own), there, around)));
            if place.is_none() && !around.is_some_and(|around| self.is_around(argument, around)) {
                return false;
            }
            places.push(place);
        }
        let left = there.arguments.iter().enumerate().filter(|(place, _)| !places.contains(&Some(*place)));
        { left }.all(|(_, argument)| self.may_leave_out(argument, own, there, strict))
    }

    fn may_leave_out(&self, argument: &Argument, own: &Frame, there: &Frame, strict: bool) -> bool {
        let whole = argument
            .host
            .and_then(|host| there.arguments.get(host))
            .is_some_and(|host| host.chunk.kept.iter().any(|class| class::is_whole(class)));
        match &argument.role {
            Role::Subject => own.passive || !own.finite || argument.chunk.joint && !strict,
            Role::Time(_) => !strict,
            Role::Tied(class) => {
                let kept = self.lists.kept.values().any(|kept| kept == class);
                let fact = class::is_beside(class);
                !strict && !whole && (!kept || fact)
            }
            Role::Object => {
                let joint = argument.chunk.joint && !strict;
                let addressed = own.verb.as_ref().is_some_and(Item::said) && !argument.chunk.is_quote();
                let remark = argument.chunk.is_quote() && !strict && own.arguments.len() > 1;
                joint || addressed || remark
            }
        }
    }
}

/// Whether nothing but the word of a public body stands behind a clause.
fn is_official(holders: &[(&str, usize)], row: &[Frame]) -> bool {
    let body = |word: &Item| !word.token.quoted && LISTS.has(section::INSTITUTIONS, &word.token.folded);
    let Some((_, holder)) = holders.last() else { return false };
    row.get(*holder).is_some_and(|frame| {
        let who = frame.subject();
        let public =
            |who: &Chunk| who.words.iter().any(|word| body(word) || word.office && !word.token.quoted);
        frame.verb.as_ref().is_some_and(Item::said) && frame.kept.is_empty() && who.is_some_and(public)
    })
}

/// Whether two clauses have the same negations, modals and hedges; how something is done may be left out.
fn is_kept_alike(own: &Frame, there: &Frame, strict: bool) -> bool {
    let more = there.kept.iter().filter(|class| !own.kept.contains(class));
    own.kept.iter().all(|class| there.kept.contains(class))
        && more.into_iter().all(|class| !strict && class::is_manner(class))
}

/// Whether a clause says no, or hangs on one that does: less of it would be more.
fn is_turned(frames: &[Frame], at: usize) -> bool {
    let no = |at: usize| frames.get(at).is_some_and(|frame| frame.kept.iter().any(|class| class == NO));
    no(at)
        || holders(frames, at).iter().any(|(_, holder)| no(*holder) || frames.get(*holder).is_some_and(turns))
}

/// Whether two phrases have the same role: “fell 7 percent” and “fell by 7 percent” have.
fn is_one_role(argument: &Argument, other: &Argument) -> bool {
    let amount = |argument: &Argument| {
        !argument.chunk.words.is_empty()
            && argument.chunk.words.iter().all(|word| word.kind == Kind::Number && !word.time)
    };
    let by = |role: &Role| matches!(role, Role::Tied(class) if class == class::BY);
    let amounts = || amount(argument) && amount(other);
    argument.role == other.role
        || argument.role == Role::Object && by(&other.role) && amounts()
        || other.role == Role::Object && by(&argument.role) && amounts()
}

/// Whether what hangs on a noun hangs on the same in the article, where more than one thing could.
fn is_hosted(
    argument: &Argument,
    other: &Argument,
    (own, there): (&Frame, &Frame),
    places: &[Option<usize>],
) -> bool {
    let Role::Tied(_) = &argument.role else { return true };
    // “80 tonnes, a fifth of it in Varnia”: not all of them are
    let part =
        other.host.filter(|host| there.arguments.get(*host).is_some_and(|host| host.chunk.is_pronoun()));
    if part
        .is_some_and(|part| argument.host.and_then(|host| places.get(host).copied().flatten()) != Some(part))
    {
        return false;
    }
    let count = |frame: &Frame| frame.arguments.iter().filter(|one| one.role == argument.role).count();
    if count(own) == 1 && count(there) == 1 {
        return true;
    }
    let free = |host: Option<usize>, frame: &Frame| {
        host.and_then(|host| frame.arguments.get(host)).is_some_and(Argument::is_amount)
    };
    if free(argument.host, own) || free(other.host, there) {
        return true;
    }
    match (argument.host, other.host) {
        (Some(host), Some(place)) => places.get(host).copied().flatten() == Some(place),
        _ => true,
    }
}
