//! Classes of the words that are kept, as the tables of [`section::KEPT`](crate::languages::section::KEPT) name them.

use super::super::words::item::{Item, NO};
use crate::brief::check::polarity::is_negation;

/// What ties to a clause what somebody says, thinks or plans in it.
pub(in crate::brief::check::alignment) const THAT: &str = "that";

/// Of what is to be done.
pub(in crate::brief::check::alignment) const DUE: &str = "due";

/// Of what goes on meanwhile.
pub(in crate::brief::check::alignment) const AS: &str = "as";

/// Of by how much.
pub(in crate::brief::check::alignment) const BY: &str = "by";

/// Of what is to come.
pub(in crate::brief::check::alignment) const WILL: &str = "will";

/// Before a word that only tells how something is done.
const MANNER: char = '~';

/// Of a word that only tells how something is done, which is done all the same where that is left out.
pub(in crate::brief::check::alignment) fn manner(key: &str) -> String {
    format!("{MANNER}{key}")
}

/// Whether a class is one of those.
pub(in crate::brief::check::alignment) fn is_manner(class: &str) -> bool {
    class.starts_with(MANNER)
}

/// Of a modal.
pub(in crate::brief::check::alignment) fn modal(class: &str) -> bool {
    matches!(class, "may" | "must" | "will" | "should")
}

/// Of a verb or a noun for what is planned, hoped or thought.
fn is_thought(class: &str) -> bool {
    matches!(
        class,
        "plan"
            | "want"
            | "hope"
            | "fear"
            | "believe"
            | "consider"
            | "expect"
            | "threat"
            | "try"
            | "said"
            | "doubt"
    )
}

/// Of what must be so for the rest to be.
pub(in crate::brief::check::alignment) fn is_condition(class: &str) -> bool {
    matches!(class, "if" | "unless")
}

/// Of what is told beside a fact, which stands without it.
pub(in crate::brief::check::alignment) fn is_beside(class: &str) -> bool {
    matches!(class, "after" | "since" | "because" | "despite" | "before" | "until" | "without")
}

/// Of what is told beside all that was said, whoever said it.
pub(in crate::brief::check::alignment) fn is_remark(class: &str) -> bool {
    class == "although"
}

/// Of what counts a noun so that less said of it would be more.
pub(in crate::brief::check::alignment) fn is_whole(class: &str) -> bool {
    matches!(class, "all" | "every" | "each" | "only" | "most" | "few")
}

/// Of what tells how things stand as well: “the lines were down”.
pub(in crate::brief::check::alignment) fn is_of_a_way(class: &str) -> bool {
    matches!(class, "up" | "down" | "enough" | "possible" | "likely" | "unlikely" | "temporary")
}

/// Of what stands for several without a noun: “others”.
pub(in crate::brief::check::alignment) fn is_of_several(class: &str) -> bool {
    matches!(
        class,
        "other" | "another" | "both" | "all" | "some" | "many" | "several" | "few" | "most" | "each"
    ) || matches!(class, "hundreds" | "thousands" | "dozens" | "tens" | "scores" | "millions")
}

/// Of what tells which of several: what is told of it is told of one of them.
pub(in crate::brief::check::alignment) fn is_beside_the_noun(class: &str) -> bool {
    matches!(class, "earlier" | "later")
}

/// Of what compares a noun behind it.
pub(in crate::brief::check::alignment) fn compares(class: &str) -> bool {
    matches!(class, "more" | "less" | "about")
}

/// Of what opens a time that is a fact.
pub(in crate::brief::check::alignment) fn is_time(class: &str) -> bool {
    class == "when"
}

/// Whether a kept word is a modal.
pub(in crate::brief::check::alignment) fn is_modal(item: &Item) -> bool {
    item.kept() && modal(&item.key)
}

/// Whether a kept word is a verb in some form: one of plans, hopes and doubts, or one that says no.
pub(in crate::brief::check::alignment) fn is_verbal(item: &Item) -> bool {
    let hopes = is_thought(&item.key);
    let denies =
        item.key != NO && item.key == item.token.stem && is_negation(&item.token.folded, item.token.language);
    item.kept() && (hopes || denies)
}
