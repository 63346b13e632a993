//! Whether the article has each clause of a sentence.

use super::super::words::item::{Item, Kind, NO};
use super::super::words::lists::Lists;
use super::chunk::Chunk;
use super::class;
use super::frame::{Argument, Frame, Link, Role};
use super::same::{same_noun, same_verb, turns};
use crate::text::{Language, Steps};

/// The most clauses on which one may hang.
const DEEP: usize = 8;

/// What is laid beside one another.
struct Sides<'a> {
    own: &'a [Frame],
    language: Language,
    lists: &'static Lists,
    steps: &'a Steps,
}

/// Whether each clause of a sentence is one of the article's, under the same speakers and conditions.
pub(in crate::brief::check::alignment) fn is_told(
    own: &[Frame],
    told: &[Vec<Frame>],
    language: Language,
    steps: &Steps,
) -> bool {
    let sides = Sides { own, language, lists: Lists::of(language), steps };
    !own.is_empty()
        && (0..own.len())
            .all(|at| told.iter().any(|row| (0..row.len()).any(|place| sides.is_one(at, row, place))))
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
    fn is_one(&self, at: usize, row: &[Frame], place: usize) -> bool {
        let (Some(own), Some(there)) = (self.own.get(at), row.get(place)) else { return false };
        self.steps.take(1);
        if self.steps.spent() || !self.agrees(own, there, is_turned(row, place)) {
            return false;
        }
        let (mine, theirs) = (holders(self.own, at), holders(row, place));
        let held = mine.len() == theirs.len()
            && mine
                .iter()
                .zip(&theirs)
                .all(|((class, at), (other, place))| class == other && self.are_alike(*at, row, *place));
        held && self.is_bound_alike(own, row, there) && self.has_conditions((at, own), row, place)
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
            (Some(own), Some(there)) => self.agrees(own, there, is_turned(row, place)),
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
        if own.kept != there.kept || !same_verb(own, there, self.language) {
            return false;
        }
        let mut places: Vec<Option<usize>> = Vec::with_capacity(own.arguments.len());
        for argument in &own.arguments {
            let place = there.arguments.iter().enumerate().position(|(place, other)| {
                let several =
                    other.chunk.words.iter().filter(|word| word.name && word.before.joint).count() > 0;
                (several || !places.contains(&Some(place)))
                    && argument.role == other.role
                    && is_hosted(argument, other, (own, there), &places)
                    && self.is_same(&argument.chunk, &other.chunk, strict)
            });
            let Some(place) = place else { return false };
            places.push(Some(place));
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
                joint || addressed
            }
        }
    }

    /// Whether a phrase names or describes what another does, and no more.
    fn is_same(&self, own: &Chunk, there: &Chunk, strict: bool) -> bool {
        if own.is_pronoun() {
            return match (&own.stands_for, there.is_pronoun()) {
                (Some(own), _) => self.is_same(own, there, false),
                (None, true) => own.pronoun == there.pronoun && there.stands_for.is_none(),
                (None, false) => false,
            };
        }
        if there.is_pronoun() {
            return there.stands_for.as_deref().is_some_and(|there| self.is_same(own, there, strict));
        }
        if own.is_quote() && there.is_quote() {
            return own.words.iter().all(|word| there.words.iter().any(|row| word.form == row.form));
        }
        let Some(head) = own.head(self.lists) else { return false };
        let same = |own: &Item, row: &Item| same_noun(own, row, self.language);
        let heads = |chunk: &Chunk| {
            let all = std::iter::once(chunk).chain(&chunk.apposed).filter_map(|chunk| chunk.head(self.lists));
            all.cloned().collect::<Vec<_>>()
        };
        let direct = heads(there).iter().any(|row| same(head, row));
        let known = there.stands_for.as_deref();
        let by_name = || known.is_some_and(|known| heads(known).iter().any(|row| same(head, row)));
        let own_name = || {
            own.apposed
                .iter()
                .filter_map(|other| other.head(self.lists))
                .any(|name| heads(there).iter().any(|row| same(name, row)))
        };
        if !direct && !by_name() && !own_name() && !self.is_called(own, there) {
            return false;
        }
        let pool: Vec<&Item> = there
            .all_words()
            .chain(known.into_iter().flat_map(Chunk::all_words))
            .chain(there.whose.iter().flat_map(|whose| whose.all_words()))
            .collect();
        let all = own.all_words().all(|word| pool.iter().any(|row| same(word, row)));
        all && self.is_measured(own, there)
            && self.is_owned(own, there)
            && !(strict && !self.is_whole(own, there))
    }

    /// Whether one is what the other is called: “the tanker” and “the oil tanker Selma”, “Arlon” and “the city of Arlon”.
    fn is_called(&self, own: &Chunk, there: &Chunk) -> bool {
        let (Some(head), Some(other)) = (own.head(self.lists), there.head(self.lists)) else { return false };
        let same = |row: &Item| same_noun(head, row, self.language);
        let definite =
            own.words.first().is_some_and(|first| first.before.determined && !first.before.indefinite);
        let place =
            head.name && self.lists.places.contains(&other.form) && there.words.last().is_some_and(same);
        let noun = !head.name
            && definite
            && other.name
            && there.words.iter().any(|row| !row.name && !row.token.owner && same(row));
        noun || place
    }

    /// Whether nothing of a phrase is left out.
    fn is_whole(&self, own: &Chunk, there: &Chunk) -> bool {
        there
            .words
            .iter()
            .all(|row| row.name || own.all_words().any(|word| same_noun(word, row, self.language)))
    }

    /// Whether a phrase is counted and measured as another.
    fn is_measured(&self, own: &Chunk, there: &Chunk) -> bool {
        let counted = |chunk: &Chunk| chunk.words.iter().any(|word| word.kind == Kind::Number && !word.time);
        if !self.is_counted(own, there) {
            return false;
        }
        let office = own.words.iter().any(|word| word.office);
        let name = own.head(self.lists).is_some_and(|head| head.name);
        let known = there.stands_for.as_deref().map(|known| known.kept.as_slice()).unwrap_or_default();
        own.kept.iter().all(|class| there.kept.contains(class) || known.contains(class))
            && (there.kept.iter().all(|class| own.kept.contains(class) || class::is_beside_the_noun(class))
                || name && !office
                || counted(there) && !counted(own))
    }

    /// Whether each number counts the noun that it counts in the other.
    fn is_counted(&self, own: &Chunk, there: &Chunk) -> bool {
        let counted = there.counted();
        own.counted().iter().all(|(number, noun)| {
            counted.iter().any(|(other, what)| {
                let alike = noun.zip(*what).is_none_or(|(noun, what)| same_noun(noun, what, self.language));
                number.key == other.key && alike
            })
        })
    }

    /// Whether what is theirs is the same ones'.
    fn is_owned(&self, own: &Chunk, there: &Chunk) -> bool {
        if own.pronoun.is_none() {
            return true;
        }
        let whose = own.whose.as_deref();
        match (whose, there.pronoun.is_some()) {
            (Some(whose), true) => {
                there.whose.as_deref().is_none_or(|other| self.is_same(whose, other, false))
            }
            (Some(whose), false) => whose
                .head(self.lists)
                .is_some_and(|head| there.words.iter().any(|row| same_noun(head, row, self.language))),
            (None, same) => same,
        }
    }
}

/// Whether a clause says no, or hangs on one that does: less of it would be more.
fn is_turned(frames: &[Frame], at: usize) -> bool {
    let no = |at: usize| frames.get(at).is_some_and(|frame| frame.kept.iter().any(|class| class == NO));
    no(at)
        || holders(frames, at).iter().any(|(_, holder)| no(*holder) || frames.get(*holder).is_some_and(turns))
}

/// Whether what hangs on a noun hangs on the same in the article, where more than one thing could.
fn is_hosted(
    argument: &Argument,
    other: &Argument,
    (own, there): (&Frame, &Frame),
    places: &[Option<usize>],
) -> bool {
    let Role::Tied(_) = &argument.role else { return true };
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
