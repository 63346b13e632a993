//! Who can be shown as a speaker: a person, an office, or an organisation or paper that can speak.
//!
//! The rules find the phrase that stands where a speaker stands; what stands there may be a verb, an adverb, the
//! number of a year or “it”. Unsure means unnamed.

use crate::brief::quotes::coreference::Voice;
use crate::brief::quotes::document::Document;
use crate::brief::quotes::rule::Rule;
use crate::brief::quotes::syntax::noun_phrase::{Phrase, PhraseKind};
use crate::brief::quotes::syntax::phrase_finder::LONGEST;
use crate::people::lexicon::Tags;
use crate::people::names::Sort;
use crate::people::tokens::Kind;
use crate::text::is_letter;

/// True when the voice may be shown as the speaker that `rule` found.
#[must_use]
pub(crate) fn can_speak(document: &Document, voice: &Voice, rule: Rule) -> bool {
    let known = voice.person.is_some() || voice.holder.is_some();
    match voice.phrase.kind {
        PhraseKind::Named(person) => document.index.is_human(person) || is_name(document, person, rule),
        PhraseKind::Body(_) => true,
        PhraseKind::Pronoun(tags) => {
            let people = Tags::HE.or(Tags::SHE).or(Tags::THEY).or(Tags::WHO);
            known
                || tags.any(people)
                || tags.any(Tags::IT) && (beside(rule) || is_body(document, &voice.phrase))
        }
        PhraseKind::Definite | PhraseKind::Indefinite | PhraseKind::Bare => {
            known || is_somebody(document, &voice.phrase, rule)
        }
    }
}

/// True for the rules that read a verb of saying right beside the words.
fn beside(rule: Rule) -> bool {
    matches!(rule, Rule::After | Rule::Inverted | Rule::Neighbour | Rule::Continued | Rule::Running)
}

/// True when capitals that nothing else tells to be a person's may be a name: not for a rule that reads no verb of
/// saying, and not for one word that stands at the head of a sentence and nowhere else.
fn is_name(document: &Document, person: usize, rule: Rule) -> bool {
    let told = matches!(
        rule,
        Rule::After
            | Rule::Inverted
            | Rule::Label
            | Rule::Before
            | Rule::According
            | Rule::Noun
            | Rule::Later
            | Rule::Signed
            | Rule::Headline
            | Rule::Introduced
            | Rule::Neighbour
            | Rule::Continued
            | Rule::Running
    );
    let Some(known) = document.index.get(person) else { return false };
    let opener = known.count == 1
        && known.words.len() == 1
        && document.index.only_mention(person).is_some_and(|mention| {
            let at = mention.name.start;
            document.stream.sentence_of(at).start == at && !document.stream.has(at, Tags::FIRST_NAME)
        });
    told && (rule == Rule::Label || !opener)
}

/// Sentences before “it” in which the body stands that it means.
const REACH: usize = 3;

/// True when a body or a paper stands shortly before “it”.
fn is_body(document: &Document, phrase: &Phrase) -> bool {
    let stream = &document.stream;
    let at = phrase.tokens.start;
    let sentence = stream.get(at).map_or(0, |token| token.sentence);
    let start = stream.sentence(sentence.saturating_sub(REACH)).start.max(at.saturating_sub(2 * LONGEST));
    let noun = Tags::ORGANISATION.or(Tags::SPEECH_NOUN).or(Tags::PLACE);
    (start..at).any(|at| {
        let sort = document.index.mention_at(at).map(|mention| mention.sort);
        stream.is_word(at) && stream.has(at, noun) || matches!(sort, Some(Sort::Organisation | Sort::Place))
    })
}

/// True when the phrase turns on a noun that may be somebody's.
fn is_somebody(document: &Document, phrase: &Phrase, rule: Rule) -> bool {
    let stream = &document.stream;
    let someone = Tags::PERSON.or(Tags::OFFICE).or(Tags::ORGANISATION).or(Tags::SPEECH_NOUN);
    let noun =
        |at: usize| stream.has(at, someone) && stream.is_word(at) || document.index.mention_at(at).is_some();
    if phrase.tokens.clone().any(noun) || stands_for_somebody(document, phrase, rule) {
        return true;
    }
    let open = |at: usize| stream.is_word(at) && !stream.has(at, CLOSED);
    let mut nouns = phrase.tokens.clone().filter(|at| open(*at));
    if stream.lexicon.capital_nouns {
        let one = phrase.tokens.len() == 1;
        return nouns.any(|at| stream.is_capital(at) && (one || at > phrase.tokens.start));
    }
    match phrase.kind {
        PhraseKind::Bare => {
            // bottles that
            let relative = Tags::THAT.or(Tags::WHO).or(Tags::WHICH);
            let last = phrase.tokens.end - 1;
            let last = if stream.has(last, relative) { last.max(phrase.tokens.start + 1) - 1 } else { last };
            let plural = stream.word(last).ends_with(PLURAL) || !stream.lexicon.known;
            open(last) && !stream.has(last, Tags::STOP) && plural
        }
        _ => nouns.next().is_some(),
    }
}

/// Classes of words that are no nouns.
const CLOSED: Tags = Tags::DETERMINER
    .or(Tags::ADVERB)
    .or(Tags::NEGATION)
    .or(Tags::CONJUNCTION)
    .or(Tags::PREPOSITION)
    .or(Tags::AUX)
    .or(Tags::OTHER_PRONOUN)
    .or(Tags::IT)
    .or(Tags::TIME)
    .or(Tags::CUE);

/// True for words without a noun that stand for people: I, the two, the 46-year-old, 21 percent; and for a capital
/// beside the words.
fn stands_for_somebody(document: &Document, phrase: &Phrase, rule: Rule) -> bool {
    let stream = &document.stream;
    let (first, last) = (phrase.tokens.start, phrase.tokens.end - 1);
    if phrase.tokens.len() == 1 {
        let pointing = Tags::DETERMINER.or(Tags::THAT).or(Tags::WHICH).or(Tags::IT);
        let writer = stream.has(first, Tags::OTHER_PRONOUN) && !stream.has(first, pointing);
        let opens = stream.sentence_of(first).start == first;
        if writer || stream.is_capital(first) && (beside(rule) || !opens) {
            return true;
        }
    }
    let number = |at: usize| stream.get(at).is_some_and(|token| token.kind == Kind::Number);
    let aged = number(last) && stream.word(last).contains(is_letter);
    let some = |at: usize| stream.has(at, Tags::INDEFINITE) && stream.word(at).chars().nth(1).is_some();
    (aged || number(first)) && first < last
        || phrase.tokens.clone().all(|at| stream.has(at, Tags::DETERMINER)) && phrase.tokens.clone().any(some)
}

/// How the plural of nouns ends where a noun without an article can stand for people.
const PLURAL: char = 's';
