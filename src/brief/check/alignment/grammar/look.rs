//! A word among those around it, and whether a form of the present is a verb where it could be a noun as well.

use super::super::words::item::{Item, Kind};
use super::super::words::lists::Lists;
use super::super::words::meanings::{Form, Sense, Thesaurus};

/// The words of a sentence.
pub(in crate::brief::check::alignment) struct Look<'a> {
    pub(in crate::brief::check::alignment) items: &'a [Item],
    pub(in crate::brief::check::alignment) lists: &'a Lists,
    pub(in crate::brief::check::alignment) thesaurus: &'a Thesaurus,
}

impl Look<'_> {
    pub(in crate::brief::check::alignment) fn before(&self, at: usize) -> Option<&Item> {
        at.checked_sub(1).and_then(|at| self.items.get(at))
    }

    /// Whether a verb that is no noun follows in the clause of a word, or behind an aside.
    pub(in crate::brief::check::alignment) fn is_before_a_verb(&self, at: usize) -> bool {
        let verb = |item: &Item| {
            item.before.stands.is_none()
                && (self.lists.is_past(&item.form) || item.before.helped)
                && !item.before.determined
        };
        let rest = self.items.get(at + 1..).unwrap_or_default();
        let own = rest.iter().take_while(|item| !item.opens()).any(verb);
        own || rest
            .iter()
            .any(|item| item.before.parted && !item.before.joint && !item.before.opened && verb(item))
    }

    /// Whether a form of the present is no noun: by who is before it and what is behind it.
    pub(in crate::brief::check::alignment) fn is_present(
        &self,
        item: &Item,
        at: usize,
        nominal: bool,
        senses: &[Sense],
    ) -> bool {
        let has = |form: Form| senses.iter().any(|sense| sense.form == form);
        let before = self.before(at);
        let somebody = nominal && before.is_some_and(|before| !before.token.owner)
            || item.before.joint
            || item.before.stands.is_some()
            || item.before.relative
            || item.before.parted && !has(Form::Several);
        let object = self.items.get(at + 1).is_some_and(|next| {
            let before = &next.before;
            let direct = before.preposition.is_none() && (!before.parted || before.opened);
            direct
                && (before.determined
                    || next.name
                    || next.kind == Kind::Number
                    || before.opened
                    || before.stands.is_some()
                    || next.kept() && next.measures)
                || before.preposition.as_ref().is_some_and(|class| self.lists.infinitives.contains(class))
        });
        let noun = has(Form::Several) || has(Form::One) || has(Form::Plain);
        let several =
            before.is_some_and(|before| before.is_several() && !before.name) || self.is_of_several(at);
        let apart = item.before.parted;
        let third =
            has(Form::Third) && (apart || !before.is_some_and(|before| before.is_several() && !before.name));
        let base = has(Form::Base) && (several || item.before.relative || item.before.joint);
        // “which side had left”
        let helped = self.items.get(at + 1).is_some_and(|next| next.before.helped && !next.opens());
        let verb = item.before.relative && !helped
            || third && nominal && self.is_without_object(at)
            || object
                && (item.claimed
                    || item.before.joint
                    || item.before.stands.is_some()
                    || !self.is_before_a_verb(at));
        // “promised that contracts worth … would be published”
        // “further increases could”
        if has(Form::Several) && bare(item) && before.is_some_and(|before| before.kept() && before.measures) {
            return false;
        }
        let opens = item.before.opened && !item.before.relative && has(Form::Several);
        if opens && self.is_before_a_verb(at) {
            return false;
        }
        somebody && (third || base) && (!noun || verb) || self.is_wanted(item, at, nominal, has(Form::Base))
    }

    /// Whether a phrase behind a preposition other than “of” follows, and no verb: “the mandate ends on Friday”.
    fn is_without_object(&self, at: usize) -> bool {
        let tied = self.items.get(at + 1).and_then(|next| next.before.preposition.as_ref());
        let other = tied.is_some_and(|class| self.lists.of.as_ref() != Some(class));
        let noun = self.before(at).is_some_and(|before| !before.name && !before.verb && !before.kept());
        other && noun && !self.is_before_a_verb(at)
    }

    /// Whether it is what is wanted of somebody: “demanded that Varnia pay compensation”.
    fn is_wanted(&self, item: &Item, at: usize, nominal: bool, base: bool) -> bool {
        let start = (0..at).rev().find(|at| self.items.get(*at).is_some_and(Item::opens));
        let opened = start.and_then(|start| self.items.get(start));
        let wants = start.and_then(|start| self.before(start));
        let that = opened.is_some_and(|first| first.before.opened && !first.before.parted)
            && wants.is_some_and(|wants| wants.claimed || wants.kept());
        let alone = |item: &Item| item.kind == Kind::Word && !item.verb && !item.before.helped;
        let whole = start.and_then(|start| self.items.get(start..at)).unwrap_or_default();
        let follows = self.items.get(at + 1).is_some_and(|next| !next.opens());
        let somebody = nominal && self.before(at).is_some_and(|before| !before.is_several());
        base && that
            && bare(item)
            && somebody
            && follows
            && whole.iter().all(alone)
            && !self.is_before_a_verb(at)
    }

    /// Whether a noun for several stands before a word in its clause, tied to nothing.
    fn is_of_several(&self, at: usize) -> bool {
        let start = (0..at).rev().find(|at| self.items.get(*at).is_some_and(Item::opens)).unwrap_or(0);
        let before = self.items.get(start..at).unwrap_or_default();
        let several =
            |item: &Item| item.kind == Kind::Number && !item.time || item.is_several() && !item.name;
        before.iter().any(|item| several(item) && item.before.preposition.is_none())
    }
}

/// Whether no small word stands before a word.
pub(in crate::brief::check::alignment) fn bare(item: &Item) -> bool {
    let before = &item.before;
    before.preposition.is_none()
        && !before.determined
        && !item.opens()
        && before.stands.is_none()
        && !before.helped
}
