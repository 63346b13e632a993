//! The words by which a language without capitals tells that something was not said: those of `clause.txt`.

use crate::brief::quotes::caseless::words::lexicon::Lexicon;
use crate::languages::{ByLanguage, Language, Section, section};

/// Lists of words, with one letter for those that writers use for one another.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// Verbs that tell nothing but that something is said.
    pub(super) say: Vec<String>,
    /// Stems of such verbs, where what is said stands before them.
    pub(super) to_say: Vec<String>,
    /// Endings of these that tell that it is so.
    pub(super) endings: Vec<String>,
    /// What stands behind a stem or its ending and tells that it was not said.
    pub(super) never: Vec<String>,
    /// What stands there and tells that it was, though a denial is in it.
    pub(super) only: Vec<String>,
    /// Such verbs in forms that tell what will or would be said.
    pub(super) unreal: Vec<String>,
    /// Denials before a verb.
    pub(super) not: Vec<String>,
    /// Denials behind one.
    pub(super) not_behind: Vec<String>,
    /// What governs what was not done.
    pub(super) withholds: Vec<String>,
    /// What governs what may be done or not.
    pub(super) open: Vec<String>,
    /// What governs what was done.
    pub(super) brings: Vec<String>,
    /// What opens a clause of what may not be so.
    pub(super) unless: Vec<String>,
    /// What opens a clause that is told by another verb.
    pub(super) that: Vec<String>,
    /// What ties a relative clause to the noun behind it.
    pub(super) owned: Vec<String>,
    /// What is not what it seems.
    pub(super) made_up: Vec<String>,
    /// What makes a clause something others tell.
    pub(super) alleged: Vec<String>,
    /// What words stand in.
    pub(super) within: Vec<String>,
    /// What tells who hears something, not who says it.
    pub(super) hears: Vec<String>,
    /// What joins a clause to the one before.
    pub(super) joint: Vec<String>,
}

pub(super) static LISTS: ByLanguage<Lists> = ByLanguage::new(read);

fn read(language: Language) -> Lists {
    let lexicon = Lexicon::of(language);
    let words = |section: Section| -> Vec<String> {
        language.words(section).flat_map(|word| alternatives(&lexicon.bare(&word))).collect()
    };
    Lists {
        say: words(section::PLAIN_SAY),
        to_say: words(section::TO_SAY),
        endings: words(section::SAY_ENDING),
        never: words(section::NEVER_SAYS),
        only: words(section::NOT_ONLY),
        unreal: words(section::UNREAL_SAY),
        not: words(section::NOT_BEFORE_VERB),
        not_behind: words(section::NOT_BEHIND_VERB),
        withholds: words(section::WITHHOLDS),
        open: words(section::LEAVES_OPEN),
        brings: words(section::BRINGS_ABOUT),
        unless: words(section::UNLESS),
        that: words(section::REPORTED_BY),
        owned: words(section::OF_NOUN),
        made_up: words(section::MADE_UP),
        alleged: words(section::ALLEGED),
        within: words(section::WITHIN),
        hears: words(section::HEARS),
        joint: words(section::CONTRAST),
    }
}

/// `(a|b)c(d|e)` as `acd`, `ace`, `bcd`, `bce`.
fn alternatives(word: &str) -> Vec<String> {
    let Some((head, rest)) = word.split_once('(') else { return vec![word.to_owned()] };
    let Some((choices, tail)) = rest.split_once(')') else { return vec![word.to_owned()] };
    let tails = alternatives(tail);
    let one = |choice: &str| tails.iter().map(|tail| format!("{head}{choice}{tail}")).collect::<Vec<_>>();
    choices.split('|').flat_map(one).collect()
}
