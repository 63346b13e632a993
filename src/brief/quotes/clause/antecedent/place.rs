//! Where somebody is named and what that person did so far.

use super::anaphor::Kind;
use super::feature::{Feature, Found};
use super::scene::{Named, Scene};
use crate::brief::quotes::clause::people::{ACTED, Event, NAMED, SPOKE};

/// Sentences back in which somebody without a name may be meant instead.
const UNNAMED: usize = 2;

impl Scene<'_, '_> {
    /// Where `one`, the `rank`th of those `named` by how lately, is named.
    pub(super) fn place(&self, one: &Named, rank: usize, named: &[Named], found: &mut Found) {
        let Some(last) = one.before.last() else {
            // whoever is told of by an office before is not new behind the words
            let told = self.discourse.recent().any(|event| event.is(one.person) && event.weight > NAMED);
            return found.add(Feature::NamedBehind, !told);
        };
        let ago = self.anaphor.sentence.saturating_sub(self.sentence_of(*last));
        found.add(
            match ago {
                0 => Feature::NamedHere,
                1 => Feature::NamedOneBack,
                2 => Feature::NamedTwoBack,
                3..=5 => Feature::NamedFiveBack,
                _ => Feature::NamedLongAgo,
            },
            true,
        );
        found.add(
            match rank {
                0 => Feature::NamedLast,
                1 => Feature::NamedSecondLast,
                _ => Feature::NamedEarlier,
            },
            true,
        );
        let there = self.sentence_of(*last);
        let acts = |event: &&Event| event.sentence == there && event.is(one.person) && event.weight >= ACTED;
        found.add(Feature::SubjectThere, self.discourse.recent().any(|event| acts(&event)));
        let first =
            named.iter().flat_map(|one| &one.before).filter(|at| self.sentence_of(**at) == there).min();
        found.add(Feature::FirstThere, first == one.before.iter().find(|at| self.sentence_of(**at) == there));
        let earliest = named.iter().filter_map(|one| one.before.first()).min();
        found.add(Feature::NamedFirst, one.before.first() == earliest);
        let start = self.text.stream().paragraph_of(self.anaphor.tokens.start).start;
        let opens = self.sentence_of(start) == self.anaphor.sentence;
        found.add(Feature::OpensParagraph, opens && *last < start);
        let in_paragraph = |one: &Named| one.before.iter().copied().find(|token| *token >= start);
        let own = in_paragraph(one);
        found.add(Feature::NamedInParagraph, own.is_some());
        let first = named.iter().filter_map(in_paragraph).min();
        found.add(Feature::HeadsParagraph, own.is_some() && own == first);
        found.0.push((Feature::Mentions, (one.before.len() as f32).ln_1p()));
    }

    /// True for whoever the rules mean, where that one spoke, was the last to do anything, and nobody else who can be meant
    /// was named from there on: `“…”, said X. He told us … . “…”, he said`. What is no pronoun means whoever takes a turn,
    /// too: only where X alone can be meant.
    pub(super) fn goes_on(&self, one: &Named, named: &[Named], open: &[usize]) -> bool {
        let alone = self.anaphor.kind == Kind::Pronoun || open.len() == 1;
        let ruled = self.ruled.person == Some(one.person) && open.contains(&one.person);
        if self.anaphor.kind == Kind::Description || !ruled || !alone {
            return false;
        }
        let mut did = self.discourse.recent().filter(|event| event.weight > NAMED);
        let Some(last) = did.next().filter(|event| event.is(one.person)) else { return false };
        let spoke = last.weight >= SPOKE || did.any(|event| event.is(one.person) && event.weight >= SPOKE);
        let start = self.text.stream().sentence(last.sentence).start;
        let since = |other: &Named| other.before.last().is_some_and(|token| *token >= start);
        let other =
            |other: &Named| other.person != one.person && open.contains(&other.person) && since(other);
        let unnamed = self.discourse.unnamed_near(self.anaphor.sentence, UNNAMED, self.anaphor.gender);
        spoke && !unnamed && !named.iter().any(other)
    }

    /// What the person did so far.
    pub(super) fn deeds(&self, person: usize, found: &mut Found) {
        let did = || self.discourse.recent().filter(|event| event.weight > NAMED);
        let just_now = |sentence: usize| self.anaphor.sentence.saturating_sub(sentence) <= 1;
        found.add(Feature::LastActor, did().next().is_some_and(|event| event.is(person)));
        let mut spoke = did().filter(|event| event.weight >= SPOKE);
        found.add(Feature::LastSpeaker, spoke.next().is_some_and(|event| event.is(person)));
        let last = did().find(|event| event.weight >= SPOKE);
        let speaker = last.filter(|event| event.is(person));
        found.add(Feature::Asked, speaker.is_some() && self.quoted.asked_before);
        found.add(Feature::AsksAgain, speaker.is_some() && self.quoted.asks);
        found.add(Feature::SpokeHere, speaker.is_some_and(|event| event.sentence == self.anaphor.sentence));
        let start = self.text.stream().paragraph_of(self.anaphor.tokens.start).start;
        let opens = self.sentence_of(start);
        found.add(Feature::SpokeInEarlierParagraph, speaker.is_some_and(|event| event.sentence < opens));
        let mut others = did().filter(|event| {
            event.weight >= SPOKE && last.is_some_and(|last| last.person() != event.person())
        });
        found.add(Feature::SecondLastSpeaker, others.next().is_some_and(|event| event.is(person)));
        let own = || did().filter(|event| event.is(person));
        let spoke =
            |near: bool| own().any(|event| event.weight >= SPOKE && (!near || just_now(event.sentence)));
        found.add(Feature::Spoke, spoke(false));
        found.add(Feature::SpokeJustNow, spoke(true));
        let acted =
            own().any(|event| event.weight >= ACTED && event.weight < SPOKE && just_now(event.sentence));
        found.add(Feature::ActedJustNow, acted);
    }
}
