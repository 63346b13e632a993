//! Whether two words, or two verbs, say the same.

use super::super::agreement::same_word;
use super::super::grammar::class::is_verbal;
use super::super::words::item::{Item, Kind};
use super::super::words::lists::Lists;
use super::super::words::meanings;
use super::frame::Frame;
use crate::brief::check::names;
use crate::text::Language;

/// Whether a word of a phrase is that of another.
pub(super) fn same_noun(own: &Item, row: &Item, language: Language) -> bool {
    let quoted = own.token.quoted == row.token.quoted;
    if own.name && row.name && (own.key.starts_with('@') || row.key.starts_with('@')) {
        return own.key == row.key;
    }
    quoted
        && (same_word(own, row, language)
            || own.name && row.name && names::same(&own.token, &row.token, language))
        || own.kind == row.kind && own.key == row.key && own.form == row.form
}

/// Whether the verbs of two clauses tell the same, whatever their forms.
pub(super) fn same_verb(own: &Frame, row: &Frame, language: Language) -> bool {
    let (Some(one), Some(other)) = (&own.verb, &row.verb) else {
        return own.verb.is_none() && row.verb.is_none();
    };
    if one.left != other.left {
        return false;
    }
    if one.reports && is_plain_saying(other) || one.reports && other.reports {
        return true;
    }
    if is_plain_saying(one) {
        return is_plain_saying(other) || other.reports || is_telling(other);
    }
    if meanings::verbs_alike(&one.senses, &other.senses) {
        return true;
    }
    if one.kept() || other.kept() {
        return one.key == other.key && one.kept() == other.kept();
    }
    let lists = Lists::of(language);
    one.key == other.key && one.kind == other.kind
        || lists.is_one_verb(&one.form, &other.form)
        || one.equal.iter().any(|line| other.equal.contains(line))
}

/// Whether a verb, or “according to”, says no more than that something is somebody's word.
fn is_plain_saying(item: &Item) -> bool {
    item.said() || item.according
}

/// Whether a verb tells how something is said that is said all the same.
fn is_telling(item: &Item) -> bool {
    item.claimed && item.kind == Kind::Word && item.reports
}

/// Whether a clause turns round, doubts or only wishes what hangs on it.
pub(super) fn turns(frame: &Frame) -> bool {
    frame.kept.iter().any(|class| class == super::super::words::item::NO)
        || frame.verb.as_ref().is_some_and(is_verbal)
}
