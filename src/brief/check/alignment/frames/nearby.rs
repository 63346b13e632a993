//! What hangs on a phrase or a clause in the article in another way than in the sentence.
//!
//! In: an argument of a clause that the clause of the article lacks, and what stands around that. Out: whether the article
//! tells it all the same: the name before a noun behind it, whoever speaks for somebody, what hangs on a clause beside it,
//! and what a phrase with “the” points back to.

use super::super::grammar::chunk::Chunk;
use super::super::grammar::class;
use super::super::words::item::{Item, Kind};
use super::frame::{Argument, Frame, Link, Role};
use super::same::same_noun;
use super::sides::Sides;

/// What stands around a clause of the article: its sentence, its place there, and the sentence before.
pub(super) struct Around<'a> {
    pub(super) row: &'a [Frame],
    pub(super) place: usize,
    pub(super) before: &'a [Frame],
}

impl Sides<'_> {
    /// The argument that tells what one does in another way: “companies in Varnia” and “Varnian companies”, and who speaks
    /// for whoever is said to speak.
    pub(super) fn hosting(
        &self,
        (argument, own): (&Argument, &Frame),
        there: &Frame,
        places: &[Option<usize>],
        strict: bool,
    ) -> Option<usize> {
        let hosted = argument.host.and_then(|host| places.get(host).copied().flatten());
        if let (Role::Tied(class), Some(host)) = (&argument.role, hosted)
            && self.tells_whose(class)
        {
            let words = there.arguments.get(host).map(|other| &other.chunk.words);
            let holds = |word: &Item| {
                let name = |row: &&Item| row.name && same_noun(word, row, self.language);
                word.name && words.is_some_and(|words| words.iter().any(|row| name(&row)))
            };
            let bare = own.arguments.get(argument.host.unwrap_or_default());
            let bare = bare.is_some_and(|host| !host.chunk.words.iter().any(|word| word.name));
            if bare && argument.chunk.words.iter().all(holds) && argument.chunk.kept.is_empty() {
                return Some(host);
            }
        }
        there.arguments.iter().enumerate().position(|(place, other)| {
            if places.contains(&Some(place)) || argument.role != other.role {
                return false;
            }
            let whole = with_hosted(there, place, |class| self.tells_whose(class));
            let speaks = argument.role == Role::Subject
                && own.says()
                && there.says()
                && self.speaks_for(&argument.chunk, &whole);
            speaks
                || whole.apposed.len() > other.chunk.apposed.len()
                    && self.is_same(&argument.chunk, &whole, strict)
        })
    }

    /// The pronoun for whoever speaks, or is spoken of, where both say “said it would …”.
    pub(super) fn speaking(
        &self,
        (argument, own): (&Argument, &Frame),
        there: &Frame,
        around: &Around,
    ) -> Option<usize> {
        let chunk = &argument.chunk;
        let says = |frame: &Frame, row: &[Frame]| {
            let that = matches!(&frame.link, Link::Held(class) if class == class::THAT);
            let parent = frame.parent.and_then(|parent| row.get(parent));
            that && parent.is_some_and(|parent| parent.says() && parent.verb.as_ref().is_some_and(Item::said))
        };
        if argument.role != Role::Subject
            || !chunk.is_pronoun()
            || !says(own, self.own)
            || !says(there, around.row)
        {
            return None;
        }
        there.arguments.iter().position(|other| {
            other.role == Role::Subject && other.chunk.is_pronoun() && other.chunk.pronoun == chunk.pronoun
        })
    }

    /// Whether a preposition ties what something is of to it.
    fn tells_whose(&self, class: &str) -> bool {
        let lists = self.lists;
        lists.whence.contains(class) || lists.owning.contains(class) || lists.speaking_for.contains(class)
    }

    /// Whether one is a body for which the other speaks: “the bank” and “the bank's spokeswoman Ada Lind”.
    fn speaks_for(&self, own: &Chunk, there: &Chunk) -> bool {
        let Some(head) = own.head(self.lists).filter(|head| head.name) else { return false };
        let is = |row: &Item| same_noun(head, row, self.language);
        let office = there.all_words().any(|word| word.office);
        let spokesman = there.words.iter().any(|word| self.lists.stand_ins.contains(&word.form));
        let person = |known: Option<&Chunk>| known.is_some_and(Chunk::is_known_person);
        let owner = spokesman
            && !person(there.of_known.as_deref())
            && there.words.iter().any(|row| row.name && !row.office && is(row));
        let its = there.pronoun.is_some_and(|pronoun| pronoun.owns && !pronoun.person);
        let body = its && there.whose.as_deref().and_then(|whose| whose.head(self.lists)).is_some_and(is);
        let hosted = |other: &Chunk| {
            other.tied.is_some()
                && !person(other.stands_for.as_deref())
                && (other.head(self.lists).is_some_and(is)
                    || other.stands_for.as_deref().and_then(|known| known.head(self.lists)).is_some_and(is))
        };
        let hosted = spokesman && there.apposed.iter().any(hosted);
        let one = own.words.iter().all(|word| word.name && !word.office) && own.kept.is_empty();
        one && office && there.kept.is_empty() && (owner || body || hosted)
    }

    /// Whether what hangs on a clause hangs on one beside it in the article, or is told of nearby with “the”.
    pub(super) fn is_around(&self, argument: &Argument, around: &Around) -> bool {
        let (chunk, frames) = (&argument.chunk, around.row);
        if !matches!(argument.role, Role::Tied(_) | Role::Time(_)) || chunk.is_pronoun() || chunk.is_quote() {
            return false;
        }
        let beside = frames.iter().enumerate().filter(|(at, frame)| {
            let parent = frames.get(around.place).and_then(|there| there.parent);
            let told = |frame: &Frame| !matches!(&frame.link, Link::Held(class) if class == class::THAT);
            frame.parent == Some(around.place) && told(frame)
                || parent == Some(*at) && frames.get(around.place).is_some_and(told)
        });
        let mut hanging = beside.flat_map(|(_, frame)| frame.arguments.iter().skip(frame.before));
        if hanging.any(|other| other.role == argument.role && self.is_same(chunk, &other.chunk, true)) {
            return true;
        }
        let definite =
            chunk.words.first().is_some_and(|first| first.before.determined && !first.before.indefinite);
        let plain = |word: &Item| word.kind == Kind::Word && !word.name && !word.time && !word.office;
        let there = frames.get(around.place).map(|there| there.arguments.as_slice()).unwrap_or_default();
        let alone = there.iter().all(|other| other.role != argument.role);
        let tied = matches!(&argument.role, Role::Tied(class) if !self.lists.kept.values().any(|kept| kept == class));
        let near = || frames.iter().chain(around.before);
        let words =
            || near().flat_map(|frame| &frame.arguments).flat_map(|argument| argument.chunk.all_words());
        definite
            && tied
            && alone
            && chunk.kept.is_empty()
            && chunk
                .words
                .iter()
                .all(|word| plain(word) && words().any(|row| same_noun(word, row, self.language)))
    }
}

/// An argument with the names that hang on it, as told beside it.
fn with_hosted(frame: &Frame, place: usize, ties: impl Fn(&str) -> bool) -> Chunk {
    let mut whole = frame.arguments.get(place).map(|argument| argument.chunk.clone()).unwrap_or_default();
    let named = whole.words.iter().any(|word| word.name);
    for other in frame.arguments.iter().filter(|_| !named) {
        let Role::Tied(class) = &other.role else { continue };
        let names = |chunk: &Chunk| chunk.all_words().any(|word| word.name);
        let known = other.chunk.stands_for.as_deref().filter(|known| names(known));
        let names = names(&other.chunk) || known.is_some();
        if other.host == Some(place) && ties(class) && names && other.chunk.kept.is_empty() {
            // “a spokesman for the company”
            whole.apposed.extend(known.cloned().map(|known| Chunk { tied: Some(class.clone()), ..known }));
            whole.apposed.push(Chunk { tied: Some(class.clone()), ..other.chunk.clone() });
        }
    }
    whole
}

/// Whether of two objects the first is the first in the article too: “called the ruling a disgrace”.
pub(super) fn are_in_order(
    (argument, place): (&Argument, usize),
    there: &Frame,
    places: &[Option<usize>],
) -> bool {
    let apart = |argument: &Argument| {
        argument.role == Role::Object && !argument.chunk.joint && !argument.chunk.is_quote()
    };
    let later = |at: &usize| *at > place && there.arguments.get(*at).is_some_and(apart);
    !apart(argument) || !places.iter().flatten().any(later)
}
