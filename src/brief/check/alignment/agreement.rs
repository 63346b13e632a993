//! Whether two words are one, and stand in the same way to what is around them.

use super::words::item::{Item, Kind};
use super::words::lists::Lists;
use super::words::meanings;
use crate::brief::check::names::same;
use crate::brief::check::words::LISTS;
use crate::languages::section;
use crate::text::Language;

/// Whether two words mean the same: a name in two forms, a number with its unit, one word in forms that say the same.
pub(super) fn same_word(own: &Item, row: &Item, language: Language) -> bool {
    if own.left != row.left {
        return false;
    }
    if own.equal.iter().any(|line| row.equal.contains(line)) {
        return true;
    }
    if (own.kept() || row.kept()) && mean_the_same(own, row) {
        return true;
    }
    match (own.kind, row.kind) {
        (Kind::Word, Kind::Word) => {
            let lists = Lists::of(language);
            if own.turned || row.turned {
                let one = own.key == row.key || Lists::of(language).is_one_verb(&own.form, &row.form);
                return one && !own.name && !row.name || mean_the_same(own, row);
            }
            let alias = own.key == row.key && own.key.starts_with('@');
            alias
                || mean_the_same(own, row)
                || same_form(own, row, lists) && (own.key == row.key || is_one_name(own, row, language))
        }
        (one, other) => one == other && own.key == row.key,
    }
}

/// Whether two nouns are one, for one or for several.
pub(super) fn one_noun(own: &Item, row: &Item, language: Language) -> bool {
    own.key == row.key || same_word(own, row, language)
}

/// Whether two words mean the same by the language's tables, in whatever form where one was made active; whose word
/// something is is never told by another word.
fn mean_the_same(own: &Item, row: &Item) -> bool {
    let common = |item: &Item| !item.name && !item.time && !item.token.quoted;
    let turned = || (own.turned || row.turned) && meanings::verbs_alike(&own.senses, &row.senses);
    common(own)
        && common(row)
        && own.reports == row.reports
        && (meanings::alike(&own.senses, &row.senses) || turned())
}

/// Whether two words name the same whatever their case.
pub(super) fn is_one(one: &Item, other: &Item, language: Language) -> bool {
    let noun = !one.name && !other.name && one.key == other.key;
    let name = one.name && other.name && same(&one.token, &other.token, language);
    noun || name || same_word(one, other, language)
}

fn is_one_name(own: &Item, row: &Item, language: Language) -> bool {
    own.token.folded == row.token.folded || own.name && row.name && same(&own.token, &row.token, language)
}

fn same_form(own: &Item, row: &Item, lists: &Lists) -> bool {
    if own.name && row.name && lists.plain {
        return true;
    }
    // “a minister” is not “ministers”
    let bare = |item: &Item| !item.before.determined && item.before.preposition.is_none();
    own.form == row.form || bare(own) && bare(row) && lists.one_word(&own.form, &row.form)
}

/// Whether a word has the same place in its clause: behind the same preposition, in the same case where articles tell it,
/// and done or suffered alike.
pub(super) fn same_role(own: &Item, lists: &Lists, (preposition, article): (&Place, &Place)) -> bool {
    let plain = |class: Option<&str>| class.is_none_or(|class| lists.time_prepositions.contains(class));
    let timed = own.time && plain(preposition.own) && plain(preposition.row);
    let prepositions = timed || preposition.own == preposition.row;
    let articles = match (article.own, article.row) {
        (Some(own), Some(row)) => own == row,
        _ => true,
    };
    prepositions && articles
}

/// A preposition or an article that stands before a word and before its counterpart, if any does.
pub(super) struct Place<'a> {
    pub(super) own: Option<&'a str>,
    pub(super) row: Option<&'a str>,
}

/// Whether something is done, or suffered, in both.
pub(super) fn same_voice(own: &Item, row: &Item, agent_behind: bool) -> bool {
    own.before.passive == row.before.passive || own.name && row.name || agent_behind
}

/// Whether a word is a name, or an office or a body as part of one.
pub(super) fn is_of_a_name(item: &Item) -> bool {
    let word = &item.token.folded;
    item.kind == Kind::Word && (item.name || item.office || LISTS.has(section::INSTITUTIONS, word))
}
