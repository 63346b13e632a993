//! What one reading of a document works with.

use std::cell::OnceCell;

use super::antecedent::Scale;
use super::frames::Frames;
use super::people::{Discourse, Registry, Someone};
use super::phrases::{Chunk, Part, Text};
use super::verdict;
use super::words::Class;
use crate::brief::quotes::detection::quotation::Style;
use crate::brief::quotes::detection::scare_quotes::Verdict;
use crate::brief::quotes::detection::words::Words;
use crate::brief::quotes::finding::Finding;
use crate::brief::quotes::rule::RuleSet;

/// One run.
pub(super) struct Reader<'r, 'd> {
    /// The classed words.
    pub(super) text: &'r Text<'d>,
    /// The chunks of each sentence.
    pub(super) sentences: &'r [Vec<Chunk>],
    /// Who is named.
    pub(super) people: &'r Registry,
    /// What was told so far.
    pub(super) discourse: Discourse,
    /// Weighs whom words mean.
    pub(super) scale: Scale,
    /// Rules that do not count.
    pub(super) without: RuleSet,
    /// What was found so far.
    pub(super) findings: Vec<Finding>,
    /// Paragraph and place among the findings of whoever spoke last.
    pub(super) spoke: Option<(usize, usize)>,
    /// Whoever answers in an interview, once somebody asked for that.
    pub(super) interviewee: OnceCell<Option<usize>>,
    /// Whom the lead tells a talk in marks to be with, once somebody asked for that.
    pub(super) guest: OnceCell<Option<Guest>>,
}

/// Who a talk is with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Guest {
    /// The person, by number.
    pub(super) person: usize,
    /// The paragraph from which on another may answer.
    pub(super) until: usize,
}

/// A marked stretch with its frames.
pub(super) struct Seen {
    /// Its number.
    pub(super) quote: usize,
    /// Its token.
    pub(super) token: usize,
    /// Number of its sentence.
    pub(super) sentence: usize,
    /// What the frames tell.
    pub(super) frames: Frames,
    /// What the words are.
    pub(super) verdict: Verdict,
    /// The sentence tells that nobody said the words: no speaker is looked for.
    pub(super) unsaid: bool,
}

/// Fewest words of a sentence in marks that somebody will have said, whoever that is.
const WHOLE: usize = 6;

impl Reader<'_, '_> {
    /// Notes who is named in a sentence in any place.
    pub(super) fn mention(&mut self, sentence: usize) {
        let Some(chunks) = self.sentences.get(sentence) else { return };
        if self.text.grammar.by_order() || self.text.grammar.last_verb {
            return;
        }
        for chunk in chunks {
            let (Part::Noun(noun) | Part::Governed(noun)) = &chunk.part else { continue };
            let known = self.people.named(self.text, noun).filter(|_| noun.name.is_some());
            let person = known.filter(|at| self.people.all.get(*at).is_some_and(Someone::is_surely_human));
            if let Some(person) = person {
                self.discourse.mentioned(sentence, person);
            }
        }
    }

    /// Where the text lets nobody speak, words in marks of which nothing tells who says them are nobody's: an essay, a recipe;
    /// but for whole sentences behind one that tells of somebody.
    pub(super) fn leave_out(&mut self) {
        let speaks = |one: &Finding| one.told.is_some() && matches!(one.verdict, Verdict::Quote(_));
        if self.findings.iter().any(speaks) {
            return;
        }
        let (text, document) = (self.text, self.text.document);
        let in_marks = |quote: usize| {
            document.marked.get(quote).is_some_and(|marked| {
                let inner = marked.inner.of(document.text);
                let whole = inner.ends_with(['.', '!', '…']) && Words::of(inner).count >= WHOLE;
                // so many small words are no name
                let long = inner.starts_with(char::is_lowercase) && Words::of(inner).count >= WHOLE;
                let kept = whole && follows_somebody(text, quote) || long && text.grammar.by_order();
                marked.style != Style::Unmarked && !marked.continues && !kept
            })
        };
        for one in self.findings.iter_mut().filter(|one| in_marks(one.quote)) {
            if matches!(one.verdict, Verdict::Quote(_)) {
                one.verdict = verdict::NOBODY;
            }
        }
    }
}

/// True for a quotation behind a sentence with a noun for a person or a body.
fn follows_somebody(text: &Text, quote: usize) -> bool {
    let stream = &text.document.stream;
    let somebody = Class::ROLE.or(Class::OPEN).or(Class::BODY).or(Class::FIRST_NAME);
    let own = stream.quote_tokens.get(quote).map(|token| stream.sentence_of(*token).start);
    own.and_then(|start| start.checked_sub(1))
        .is_some_and(|last| stream.sentence_of(last).any(|at| text.has(at, somebody)))
}
