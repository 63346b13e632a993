//! `Fake: X said “…”`, and `Claim: X said “…”` with the verdict `False` behind it: what a label tells of its sentence.
//!
//! A label is the first words of the sentence, with a colon, or a line of its own. One that only judges what is told, as
//! `False` does, may judge what X said and not whether X said it: `False: “…,” X said` stays X's.

use super::place::Place;
use super::words::{Words, phrases};
use crate::languages::{ByLanguage, Language, section};
use crate::text::is_letter;

/// Lines behind the sentence in which its verdict may stand.
const VERDICT: usize = 3;

/// The labels of a language.
#[derive(Debug)]
struct Labels {
    /// Of words that nobody said.
    forged: Vec<Vec<String>>,
    /// Of what is not so.
    untrue: Vec<Vec<String>>,
    /// Of what somebody claims.
    claim: Vec<Vec<String>>,
    /// Of how that is judged.
    verdict: Vec<Vec<String>>,
}

static LABELS: ByLanguage<Labels> = ByLanguage::new(read);

fn read(language: Language) -> Labels {
    Labels {
        forged: phrases(language, section::FORGED_LABEL),
        untrue: phrases(language, section::UNTRUE_LABEL),
        claim: phrases(language, section::CLAIM_LABEL),
        verdict: phrases(language, section::VERDICT_LABEL),
    }
}

/// True where a label tells that nobody said the words.
pub(super) fn is_labelled(place: &Place) -> bool {
    let labels = LABELS.of(place.language);
    let head = Words::of(place.head());
    let above = place.line_before().map(Words::of);
    let stands = |phrases: &[Vec<String>]| {
        let within = head.longest(0, phrases).filter(|length| is_marked(head.behind(length - 1)));
        let alone = above.as_ref().is_some_and(|above| is_whole(above, phrases));
        within.or(alone.then_some(0))
    };
    if stands(&labels.forged).is_some() {
        return true;
    }
    // who says it stands before the words: what is judged is that they were said
    let told = |length: usize| head.len() > length;
    let untrue = stands(&labels.untrue).is_some_and(told);
    untrue || stands(&labels.claim).is_some_and(told) && is_judged(place, labels)
}

/// True where the text begins with a colon.
fn is_marked(text: &str) -> bool {
    text.starts_with([':', '：'])
}

/// True for a text of nothing but one of the phrases.
fn is_whole(text: &Words, phrases: &[Vec<String>]) -> bool {
    text.longest(0, phrases) == Some(text.len())
}

/// True where the verdict behind the sentence is that it is not so.
fn is_judged(place: &Place, labels: &Labels) -> bool {
    let judges = |text: &Words, from: usize| {
        let length = text.longest(from, &labels.untrue).or_else(|| text.longest(from, &labels.forged));
        length.is_some_and(|length| !text.behind(from + length - 1).starts_with(is_letter))
    };
    let mut labelled = false;
    place.lines_behind(VERDICT).map(Words::of).any(|line| {
        let length = line.longest(0, &labels.verdict);
        let marked = length.is_some_and(|length| is_marked(line.behind(length - 1)));
        let found = length.filter(|_| marked).is_some_and(|length| judges(&line, length));
        let alone = (labelled && judges(&line, 0)) || is_whole(&line, &labels.untrue);
        labelled = length == Some(line.len());
        found || alone
    })
}
