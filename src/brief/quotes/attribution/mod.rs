//! Who said a quote, as the words around it tell (stage S4).
//!
//! In: a [`Document`] and a quote of it. Out: the phrase that stands for the speaker and the rule that found it. The
//! rules are tried in a fixed order and the first that fires wins; [`all`] runs every one, to explain. A rule that is
//! switched off is passed over.

mod able;
pub(crate) mod asked;
mod claimed_twice;
pub(crate) mod completed;
pub(crate) mod heard;
pub(crate) mod interrupted;
pub(crate) mod other_sentence;
pub(crate) mod position;
pub(crate) mod relay;
mod rules;
pub(crate) mod second_hand;
pub(crate) mod surroundings;
pub(crate) mod unsaid;

pub(crate) use able::can_speak;
pub(crate) use claimed_twice::claimed_twice;

use super::document::Document;
use super::rule::{Rule, RuleSet};
use super::syntax::noun_phrase::Phrase;
use position::{Found, Position};
use rules::{
    according_to, after, before, continued, headline, introduced, inverted, label, later, neighbour,
    own_subject, running, sentence_before, signed, speech_noun,
};
use surroundings::{Source, Surroundings};

type Own = fn(&Document, &Position) -> Found;
type Borrowed = fn(&Surroundings) -> Option<Source>;

/// The rules that read only the quote's own sentence, in the order they are tried.
const OWN: [(Rule, Own); 10] = [
    (Rule::Noun, completed::owner),
    (Rule::After, after::find),
    (Rule::Inverted, inverted::find),
    (Rule::Label, label::find),
    (Rule::Signed, signed::find),
    (Rule::Before, before::find),
    (Rule::According, according_to::find),
    (Rule::Noun, speech_noun::find),
    (Rule::Later, later::find),
    (Rule::Headline, headline::find),
];

/// The rules for a quote whose own sentence names nobody, in the order they are tried.
const NEAR: [(Rule, Borrowed); 4] = [
    (Rule::Continued, continued::find),
    (Rule::SentenceBefore, sentence_before::between),
    (Rule::Subject, own_subject::find),
    (Rule::Neighbour, neighbour::before),
];

/// The rules after those; a fragment inside a sentence of its own is none of theirs.
const FAR: [(Rule, Borrowed); 4] = [
    (Rule::SentenceBefore, sentence_before::find),
    (Rule::Neighbour, neighbour::behind),
    (Rule::Introduced, introduced::find),
    (Rule::Running, running::find),
];

/// The first rule that fires on the quote's own sentence.
#[must_use]
pub(crate) fn own(document: &Document, place: &Position, without: RuleSet) -> Option<(Rule, Phrase)> {
    let mut rules = OWN.iter().filter(|(rule, _)| !without.holds(*rule));
    let (rule, found) = rules.find_map(|(rule, finds)| Some((*rule, finds(document, place)?)))?;
    // `“…,” X reported, citing Y`: Y speaks
    Some((rule, relay::relayed(document, place, &found).unwrap_or(found)))
}

/// What every rule on the quote's own sentence finds.
#[must_use]
pub(crate) fn all(document: &Document, place: &Position) -> Vec<(Rule, Phrase)> {
    OWN.iter().filter_map(|(rule, finds)| finds(document, place).map(|phrase| (*rule, phrase))).collect()
}

/// The first rule that fires on what stands around the quote's own sentence.
#[must_use]
pub(crate) fn near(around: &Surroundings, without: RuleSet) -> Option<(Rule, Source)> {
    borrowed(&NEAR, around, without)
}

/// The first rule that fires on the rest of the paragraph and what came before it.
#[must_use]
pub(crate) fn far(around: &Surroundings, without: RuleSet) -> Option<(Rule, Source)> {
    borrowed(&FAR, around, without)
}

fn borrowed(rules: &[(Rule, Borrowed)], around: &Surroundings, without: RuleSet) -> Option<(Rule, Source)> {
    let mut rules = rules.iter().filter(|(rule, _)| !without.holds(*rule));
    rules.find_map(|(rule, finds)| Some((*rule, finds(around)?)))
}
