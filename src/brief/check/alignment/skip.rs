//! What of a row may be left out of a statement.

use super::agreement::is_of_a_name;
use super::sides::Sides;
use super::words::item::{Before, Item, Kind};
use crate::brief::check::words::LISTS;
use crate::languages::section;

/// The letters by which two verbs are known to have one form.
const ENDING: usize = 2;
/// The most words between an article and the noun it stands before.
const CALLED: usize = 3;

impl Sides<'_> {
    /// Whether the words of the row behind `last` and before `place`, where the word at `at` stands, may be left out.
    pub(super) fn may_skip(&self, at: usize, last: Option<usize>, place: usize) -> bool {
        let items = &self.row.items;
        let opens = |at: usize| items.get(at).is_some_and(Item::opens);
        let Some(last) = last else { return self.may_begin(place) };
        let timed = (last + 1..place).all(|at| items.get(at).is_some_and(|item| item.time));
        // who says what stands behind it is told apart
        let said = self.statement.speaker.is_some()
            && self.row.sayings.iter().any(|saying| saying.chunk == (last + 1..place));
        // “and Mila Tornow” as “and Tornow”
        let joint = |item: Option<&Item>| item.is_some_and(|item| item.before.joint);
        let given =
            items.get(last + 1..=place).unwrap_or_default().iter().all(|item| item.name && !item.time)
                && items.get(place).is_some_and(|item| item.before == Before::default())
                && joint(self.own.get(at))
                && joint(items.get(last + 1));
        if place == last + 1 || timed || said || given {
            return true;
        }
        // “exports of wool fell”
        let of = |item: &Item| self.lists.of.is_some() && item.before.preposition == self.lists.of;
        if items.get(last).is_some_and(|sum| self.lists.is_sum(sum)) && items.get(last + 1).is_some_and(of) {
            return false;
        }
        // “boats and helicopters brought”
        let acts = items
            .get(place)
            .is_some_and(|item| item.verb || item.kept() || item.said() || item.before.helped);
        let parallel = |at: usize| acts && self.is_parallel(at);
        let inner = (last + 1..place).filter(|at| opens(*at) && !parallel(*at)).count();
        let aside =
            opens(last + 1) && opens(place) && !items.get(last + 1).is_some_and(|item| item.before.joint);
        // “Varnia, which …, regretted it”
        let relative = aside
            && items.get(last + 1).is_some_and(|item| item.before.opened && item.before.parted)
            && items.get(place).is_some_and(|item| item.before.parted);
        if relative && !(last + 1..place).any(|at| items.get(at).is_some_and(Item::is_condition)) {
            return true;
        }
        let negated = (self.row.clause_start(last)..=last).any(|at| self.is_no(at));
        let joined = (last + 2..place).any(|at| opens(at) && !parallel(at));
        let coordinated = items.get(place).is_some_and(|item| item.before.joint && !item.binds())
            && !joined
            && !items.get(place).is_some_and(|item| item.name || item.before.determined);
        let plain = inner == 0 && !negated && (!opens(place) || self.is_adverbial(last + 1..place));
        let between = coordinated && self.is_second_verb(last + 1, place)
            || (last + 1..place).all(|at| self.may_leave_out(at, last, place, coordinated || aside));
        (aside || plain && self.statement.verb != Some(at) || coordinated) && between
    }

    /// Whether a statement may begin at a place of the row: before it in its clause stands nothing but who says it, times,
    /// and phrases behind prepositions.
    fn may_begin(&self, place: usize) -> bool {
        let start = self.row.clause_start(place);
        let items = &self.row.items;
        // “of rebels and soldiers”: the soldiers are not whom it is about
        let joined = items.get(place).is_some_and(|item| {
            item.before.joint && !item.before.parted && !item.before.determined && !item.name
        });
        let tied = place
            .checked_sub(1)
            .and_then(|at| items.get(at))
            .is_some_and(|item| item.before.preposition.is_some());
        if joined && tied {
            return false;
        }
        if !self.is_complement_told(start) {
            return false;
        }
        let fact = items.get(start).is_some_and(Item::binds_a_fact) && place > start;
        let said = (start..place).rev().find(|at| items.get(*at).is_some_and(Item::said));
        let from = said.map_or(if fact { start + 1 } else { start }, |said| said + 1);
        let mut behind = false;
        (from..place).all(|at| {
            let Some(item) = items.get(at) else { return true };
            behind = item.before.preposition.is_some() || behind && !item.before.determined && !item.opens();
            let bare = (!item.kept() || item.measures) && !item.claimed && !item.said();
            let aside = behind && !item.kept()
                || item.time
                || self.statement.undone
                || self.is_title(at, place)
                || self.is_count(at, place)
                || self.is_told_of(at, place);
            self.is_small(item) || bare && aside
        })
    }

    /// Whether what “that” opens at `start` is opened by somebody's saying and nothing else: “denied that” is more.
    fn is_complement_told(&self, start: usize) -> bool {
        let items = &self.row.items;
        let opened = items.get(start).is_some_and(|first| first.before.opened && !first.before.parted);
        let said = (0..start).rev().find(|at| items.get(*at).is_some_and(|item| item.said() || item.reports));
        let plain = |said: usize| {
            (said + 1..start).all(|at| items.get(at).is_some_and(|item| !item.kept() && !item.claimed))
        };
        !opened || said.is_some_and(plain)
    }

    /// Whether a word only stands for whose it is, or for whom something is said to.
    fn is_small(&self, item: &Item) -> bool {
        let word = &item.token.folded;
        self.lists.addressees.contains(word)
            || self.lists.stand_ins.contains(word)
            || self.lists.stand_ins_of_two.contains(word)
    }

    /// Whether the words from `at` on are an office or a name before the name at `place`.
    fn is_title(&self, at: usize, place: usize) -> bool {
        (at..=place).all(|at| self.row.items.get(at).is_some_and(is_of_a_name))
            && (at + 1..=place).all(|at| !self.row.items.get(at).is_some_and(Item::opens))
    }

    /// Whether the words from `at` on only count the noun at `place`: “about 500 people”.
    fn is_count(&self, at: usize, place: usize) -> bool {
        let counts =
            |at: usize| self.row.items.get(at).is_some_and(|item| item.kind == Kind::Number || item.measures);
        let number = place.checked_sub(1).and_then(|at| self.row.items.get(at));
        let bare = self
            .row
            .items
            .get(place)
            .is_some_and(|item| item.before == Before::default() && item.kind == Kind::Word);
        bare && number.is_some_and(|item| item.kind == Kind::Number && !item.time) && (at..place).all(counts)
    }

    /// Whether a word is the only one between an article and the noun at `place`.
    fn is_told_of(&self, at: usize, place: usize) -> bool {
        let word = |at: usize| self.row.items.get(at);
        at + 1 == place
            && word(at).is_some_and(|word| {
                word.before.determined && matches!(word.kind, Kind::Word | Kind::Number) && !word.claimed
            })
            && word(place).is_some_and(|noun| {
                noun.kind == Kind::Word
                    && !noun.before.determined
                    && noun.before.preposition.is_none()
                    && !noun.opens()
            })
    }

    /// Whether the verb at `place` is joined to the one at `first`, of the same subject: “accused … and ordered”.
    fn is_second_verb(&self, first: usize, place: usize) -> bool {
        let form = |at: usize| self.row.items.get(at).map(|item| item.form.as_str()).unwrap_or_default();
        let ending = |form: &str| form.chars().rev().take(ENDING).collect::<String>();
        let told = |at: usize| self.row.items.get(at).is_some_and(|item| item.kept() || item.said());
        let verb = |at: usize| self.row.items.get(at).is_some_and(|item| item.verb);
        let alike = verb(first) && verb(place) || ending(form(first)) == ending(form(place));
        alike && !(first..place).any(told)
    }

    fn may_leave_out(&self, at: usize, last: usize, place: usize, aside: bool) -> bool {
        let Some(item) = self.row.items.get(at) else { return true };
        let number = item.kind == Kind::Number
            && !item.time
            && self.row.items.get(place).is_some_and(|next| {
                // “from 2 to 3” as “to 3”
                let (own, next_own) = (&item.before.preposition, &next.before.preposition);
                next.kind == Kind::Number && (own.is_none() || next_own.is_none() || own == next_own)
            });
        let doer = item.name
            && !item.time
            && !aside
            && !item.token.owner
            && item.before.preposition.is_none()
            && !self.is_adjective(at)
            && !self.is_called(at, last)
            && !self.is_tied(at)
            && !self.is_joined(at, last, place);
        let claimed = item.claimed && !self.is_participle(at, place);
        !item.kept() && !claimed && !item.said() && !number && !doer || self.is_small(item)
    }

    /// Whether places hold phrases behind prepositions and times alone.
    fn is_adverbial(&self, mut places: std::ops::Range<usize>) -> bool {
        let mut behind = false;
        places.all(|at| {
            self.row.items.get(at).is_some_and(|item| {
                behind = item.before.preposition.is_some() || behind && item.before == Before::default();
                item.time || behind && !item.verb && !item.kept()
            })
        })
    }

    /// Whether a word is joined to the one before it, which is of its kind: “boats and helicopters”.
    fn is_parallel(&self, at: usize) -> bool {
        let (Some(item), Some(before)) =
            (self.row.items.get(at), at.checked_sub(1).and_then(|at| self.row.items.get(at)))
        else {
            return false;
        };
        let last = |item: &Item| item.form.chars().next_back();
        item.before == Before { joint: true, ..Before::default() }
            && item.kind == before.kind
            && item.name == before.name
            && item.verb == before.verb
            && (item.name || item.kind == Kind::Number || last(item) == last(before))
    }

    /// Whether the name at `at` is only how what is told at `last` is called: “the newspaper Kurier”.
    fn is_called(&self, at: usize, last: usize) -> bool {
        let items = &self.row.items;
        let bare = |at: usize| {
            items
                .get(at)
                .is_some_and(|item| item.name && !item.token.owner && item.before == Before::default())
        };
        let noun = items.get(last).is_some_and(|noun| noun.kind == Kind::Word && !noun.name && !noun.time);
        let start = (last.saturating_sub(CALLED)..=last).rev().find(|at| {
            items.get(*at).is_some_and(|item| item.before != Before::default() || item.kind != Kind::Word)
        });
        let determined =
            start.and_then(|start| items.get(start)).is_some_and(|first| first.before.determined);
        noun && determined && (last + 1..=at).all(bare)
    }

    /// Whether a verb before that at `place`, which nothing joins to it, tells more of its noun: “the minister accused of
    /// lying left”.
    fn is_participle(&self, at: usize, place: usize) -> bool {
        let item = |at: usize| self.row.items.get(at);
        let tied = item(at + 1).is_some_and(|next| next.before.preposition.is_some() && at + 1 < place);
        let acts = item(place).is_some_and(|next| next.verb && !next.opens() && !next.before.helped);
        let first =
            at.checked_sub(1).and_then(item).is_some_and(|noun| noun.kind == Kind::Word && !noun.verb);
        let plain =
            (at + 1..place).all(|at| item(at).is_some_and(|item| !item.verb && !item.before.determined));
        let bare = item(at).is_some_and(|item| item.verb && item.before == Before::default());
        tied && acts && first && plain && bare
    }

    /// Whether a name only says of which place the noun behind it is: “Ostrean waters”.
    fn is_adjective(&self, at: usize) -> bool {
        let ends = |item: &Item| {
            let mut endings = LISTS.parts(section::PLACE_ADJECTIVE_ENDING).iter();
            endings.any(|ending| item.token.folded.ends_with(ending.as_str()))
        };
        let noun = |item: &Item| item.kind == Kind::Word && !item.opens() && !item.claimed;
        self.row.items.get(at).is_some_and(ends) && self.row.items.get(at + 1).is_some_and(noun)
    }

    /// Whether a name tells more of the noun before it, which hangs on a preposition: “by the institute Norda”.
    fn is_tied(&self, at: usize) -> bool {
        let noun = at.checked_sub(1).and_then(|before| self.row.items.get(before));
        let bare = self.row.items.get(at).is_some_and(|item| item.before == Before::default());
        bare && noun.is_some_and(|noun| noun.before.preposition.is_some())
    }

    /// Whether a name is part of the name at `place`, or of the one at `last`.
    fn is_joined(&self, at: usize, last: usize, place: usize) -> bool {
        let names = |mut range: std::ops::RangeInclusive<usize>| {
            range.all(|at| self.row.items.get(at).is_some_and(|item| item.name && !item.opens()))
        };
        names(at + 1..=place) || last < at && names(last..=at)
    }
}
