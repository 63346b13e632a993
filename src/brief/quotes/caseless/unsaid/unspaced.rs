//! Words without spaces: what stands before a verb of saying in its clause, or behind one that marked words stand before.

use super::lists::Lists;
use crate::brief::quotes::caseless::words::token::COMMAS;

/// Letters before what governs a verb in which it may be denied.
const DENIED: usize = 5;

/// What may stand for what is between two parts.
const GAP: char = '…';

/// True where the words before the marked ones end with a verb of saying and what governs it tells that they were not said.
pub(super) fn is_governed(before: &str, behind: &str, lists: &Lists) -> bool {
    let Some(verb) =
        lists.say.iter().filter(|say| before.ends_with(say.as_str())).max_by_key(|say| say.len())
    else {
        return false;
    };
    let before = before.strip_suffix(verb.as_str()).unwrap_or_default();
    let (led, clause) = before.rsplit_once(COMMAS).unwrap_or(("", before));
    let adverbials = lists.joint.iter().filter_map(|end| clause.rfind(end.as_str()).map(|at| at + end.len()));
    let clause = clause.get(adverbials.max().unwrap_or(0)..).unwrap_or_default();
    let has = |list: &[String]| list.iter().any(|word| clause.contains(word.as_str()));
    let within = lists.that.iter().any(|end| led.ends_with(end.as_str()));
    let made_up = |text: &str| lists.made_up.iter().any(|word| text.contains(word.as_str()));
    let untrue = behind.split(COMMAS).next().unwrap_or_default();
    has(&lists.open)
        || has(&lists.alleged)
        || made_up(clause)
        || within && made_up(led)
        || withheld(
            lists.owned.iter().fold(clause, |clause, of| clause.rsplit(of.as_str()).next().unwrap_or(clause)),
            lists,
        )
        || lists.unreal.iter().any(|end| clause.ends_with(end.as_str()))
        || lists.never.iter().any(|word| untrue.starts_with(word.as_str()))
}

/// True for a clause in which what governs the verb is of what is not done, and is not denied itself.
fn withheld(clause: &str, lists: &Lists) -> bool {
    lists.withholds.iter().any(|word| {
        clause.rfind(word.as_str()).is_some_and(|at| {
            let before: String = clause.get(..at).unwrap_or_default().chars().rev().take(DENIED).collect();
            let before: String = before.chars().rev().collect();
            let nobody = |not: &String| not.chars().count() > 2 && clause.starts_with(not.as_str());
            !lists.not.iter().any(|not| before.ends_with(not.as_str()) || nobody(not))
        })
    })
}

/// True where a verb of saying stands behind the marked words and it, or what stands behind it, tells that they were not
/// said; or a made-up thing is the subject before them.
pub(super) fn is_denied_behind(before: &str, behind: &str, lists: &Lists) -> bool {
    let clause = behind.split(COMMAS).next().unwrap_or_default();
    let stem = |text: &str| {
        let stems = lists.to_say.iter().filter_map(|stem| Some((text.find(stem.as_str())?, stem)));
        stems.min_by_key(|(at, stem)| (*at, std::cmp::Reverse(stem.len()))).map(|(at, stem)| at + stem.len())
    };
    let Some(end) = stem(clause) else { return false };
    let rest = clause.get(end..).unwrap_or_default();
    if lists.only.iter().any(|form| rest.starts_with(form.as_str())) {
        return false;
    }
    let ends = lists.endings.iter().filter_map(|ending| rest.strip_prefix(ending.as_str()));
    let subject = before.rsplit(COMMAS).next().unwrap_or_default();
    let made_up = |word: &String| {
        subject.find(word.as_str()).is_some_and(|at| {
            let rest = subject.get(at + word.len()..).unwrap_or_default();
            !lists.joint.iter().any(|joint| rest.contains(joint.as_str()))
        })
    };
    lists.never.iter().any(|form| led_by(rest, form))
        || ends.into_iter().any(|rest| lists.open.iter().any(|form| led_by(rest, form)))
        || lists.made_up.iter().any(made_up)
}

/// True where the text begins with the first part of the phrase and the others stand behind it in their order.
fn led_by(text: &str, phrase: &str) -> bool {
    let mut parts = phrase.split(GAP);
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else { return false };
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = rest.get(at + part.len()..).unwrap_or_default();
    }
    true
}
