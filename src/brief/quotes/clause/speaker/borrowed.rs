//! The speaker of a quotation whose own sentence tells nobody: another quotation's, the sentence before's, whoever goes on.

use crate::brief::quotes::clause::frames::{self, Frame, Place, Source};
use crate::brief::quotes::clause::people::Meant;
use crate::brief::quotes::clause::phrases::{Noun, Part, Sort};
use crate::brief::quotes::clause::run::{Reader, Seen};
use crate::brief::quotes::clause::told::{Told, of_person, of_unnamed};
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::detection::quotation::Style;
use crate::brief::quotes::detection::scare_quotes::Verdict;
use crate::brief::quotes::rule::Rule;

/// Paragraphs a statement may stand behind whoever goes on speaking.
const RUNNING: usize = 2;

/// Stretches ahead whose frame is looked at.
const AHEAD: usize = 64;

/// Chunks before a colon in which somebody is looked for.
const LED: usize = 128;

/// Several of a noun nobody knows: they may be people.
fn is_crowd(noun: &Noun) -> bool {
    noun.sort == Sort::Thing && noun.class.any(Class::PLURAL) && noun.determiner.any(Class::THE)
}

impl Reader<'_, '_> {
    /// The speaker of a stretch whose own sentence tells nobody.
    pub(crate) fn borrowed(
        &mut self,
        paragraph: usize,
        one: &Seen,
        rest: &[Seen],
    ) -> Option<(Rule, (Told, Option<usize>))> {
        let document = self.text.document;
        let marked = document.marked.get(one.quote).filter(|marked| !marked.answers)?;
        let first = document.stream.paragraph_of(one.token).start;
        if marked.style == Style::Unmarked && one.token <= first + 1 {
            if let Some(told) = self.in_turn(paragraph, one) {
                return Some((Rule::Transcript, (told, None)));
            }
            if let Some(frame) = self.introduced(one, first) {
                return Some((Rule::Introduced, self.told(one, &frame)));
            }
            return self.answer(one).map(|person| (Rule::Transcript, self.as_person(person, one)));
        }
        if let Some(person) = self.foretold(one, first) {
            return Some((Rule::SentenceBefore, self.as_person(person, one)));
        }
        if let Some(frame) = self.shared(one, rest) {
            return Some((Rule::Neighbour, self.told(one, &frame)));
        }
        if self.led_by_another(one) {
            return None;
        }
        if let Some(frame) = self.introduced(one, first).filter(|_| self.text.grammar.by_order()) {
            return Some((Rule::Introduced, self.told(one, &frame)));
        }
        if let Some((before, at)) = self.spoke
            && before == paragraph
            && let Some(told) = self.findings.get(at).and_then(|finding| finding.told.clone())
        {
            let between = self.subject_between(at, one);
            if between.is_none() {
                return Some((Rule::Neighbour, (told, None)));
            }
        }
        if let Some(told) = self.subject_before(one).and_then(|meant| self.as_meant(meant, one)) {
            return Some((Rule::SentenceBefore, told));
        }
        let next = self
            .ahead(rest)
            .filter(|other| matches!(other.verdict, Verdict::Quote(_)))
            .find(|other| other.frames.own.is_some())
            .filter(|other| !self.other_between(one, other))
            .and_then(|other| other.frames.own.clone());
        if let Some(frame) = next {
            return Some((Rule::Neighbour, self.told(one, &frame)));
        }
        if let Some(frame) = self.introduced(one, first) {
            return Some((Rule::Introduced, self.told(one, &frame)));
        }
        let (before, at) = self.spoke?;
        let told = self.findings.get(at)?.told.clone()?;
        let close = paragraph - before <= RUNNING && one.token == first;
        close.then_some((Rule::Running, (told, None)))
    }

    /// The next stretches of `rest`, each look counted.
    fn ahead<'s>(&self, rest: &'s [Seen]) -> impl Iterator<Item = &'s Seen> {
        rest.iter().take(AHEAD).inspect(|_| self.text.stream().steps.take(1))
    }

    /// True when somebody else than whoever says the words of `other` stands between them and those of `one`.
    fn other_between(&self, one: &Seen, other: &Seen) -> bool {
        let own = match other.frames.own.as_ref().map(|frame| &frame.source) {
            Some(Source::Noun(noun)) => noun.tokens.clone(),
            _ => 0..0,
        };
        let between = |noun: &Noun| {
            noun.tokens.start > one.token
                && noun.tokens.end <= other.token
                && !own.contains(&noun.tokens.start)
        };
        let sentences = self.sentences.get(one.sentence..=other.sentence).unwrap_or_default();
        let mut chunks = sentences.iter().flat_map(|chunks| {
            let from = chunks.partition_point(|chunk| chunk.tokens.end <= one.token);
            let to = chunks.partition_point(|chunk| chunk.tokens.start < other.token);
            chunks.get(from..to.max(from)).unwrap_or_default()
        });
        self.text.grammar.by_order()
            && chunks.any(|chunk| {
                self.text.stream().steps.take(1);
                matches!(&chunk.part, Part::Noun(noun) if noun.is_human() && between(noun))
            })
    }

    /// True when somebody stands before the colon that opens the words, in a clause that does not tell who says them: it is
    /// not whoever spoke before.
    fn led_by_another(&self, one: &Seen) -> bool {
        let stream = &self.text.document.stream;
        let start = stream.sentence_of(one.token).start;
        let colon = one.token > start && self.text.is(one.token - 1, ':');
        let chunks = self.sentences.get(one.sentence).map(Vec::as_slice).unwrap_or_default();
        let end = chunks.partition_point(|chunk| chunk.tokens.end <= one.token);
        let before = chunks.get(end.saturating_sub(LED)..end).unwrap_or_default();
        let body =
            |noun: &Noun| noun.sort == Sort::Body && noun.may_be_subject && self.text.grammar.last_verb;
        let speaks = |noun: &Noun| noun.is_human() || noun.name.is_some() || is_crowd(noun) || body(noun);
        let somebody = |part: &Part| matches!(part, Part::Noun(noun) if speaks(noun));
        colon
            && before.iter().any(|chunk| {
                self.text.stream().steps.take(1);
                somebody(&chunk.part)
            })
    }

    /// A line without a question behind one that asks: whoever was spoken of before the talk.
    fn answer(&self, one: &Seen) -> Option<usize> {
        let document = self.text.document;
        let asks = |quote: usize| {
            let marked = document.marked.get(quote)?;
            Some(marked.style == Style::Unmarked && marked.inner.of(document.text).ends_with('?'))
        };
        let asked = one.quote.checked_sub(1).and_then(asks)?;
        let own = asks(one.quote)?;
        (asked && !own).then(|| self.discourse.latest(self.people, one.sentence, None, false).person)?
    }

    /// The frame of a quotation behind it in the same clause: `“…” and “…”, said X`.
    pub(crate) fn shared(&self, one: &Seen, rest: &[Seen]) -> Option<Frame> {
        let other = self
            .ahead(rest)
            .find(|other| other.frames.own.is_some())
            .filter(|other| other.sentence == one.sentence)?;
        let parted = (one.token..other.token).any(|at| self.text.is(at, ';'));
        other
            .frames
            .own
            .clone()
            .filter(|frame| !parted && matches!(frame.rule, Rule::Inverted | Rule::After | Rule::Later))
    }

    fn subject_between(&self, finding: usize, one: &Seen) -> Option<Meant> {
        let quote = self.findings.get(finding)?.quote;
        let token = *self.text.document.stream.quote_tokens.get(quote)?;
        let sentence = self.text.document.stream.get(token)?.sentence;
        (sentence + 1 < one.sentence).then(|| self.subject_before(one)).flatten()
    }

    /// The person who is the subject of the sentence before in the paragraph, or of the one a dash behind its stop ends.
    fn subject_before(&self, one: &Seen) -> Option<Meant> {
        let stream = &self.text.document.stream;
        let start = stream.sentence_of(one.token).start;
        let dash =
            one.token > start + 1 && self.text.is_dash(one.token - 1) && self.text.is(one.token - 2, '.');
        let before = if dash { one.sentence } else { one.sentence.checked_sub(1)? };
        let opens = start == one.token || start + 1 == one.token && self.text.is_dash(start);
        let same = dash || opens && stream.sentence(before).start >= stream.paragraph_of(one.token).start;
        let meant = self.discourse.latest(self.people, one.sentence, None, dash);
        let noun = self.sentences.get(before)?.iter().find_map(|chunk| match &chunk.part {
            Part::Noun(noun) if noun.may_be_subject && (noun.is_human() || self.is_surname(noun)) => {
                Some(noun)
            }
            _ => None,
        });
        (meant.is_somebody() && same && noun.is_some()).then_some(meant)
    }

    /// True for one word that names somebody known.
    fn is_surname(&self, noun: &Noun) -> bool {
        let person = self.people.named(self.text, noun).filter(|_| noun.sort == Sort::Capital);
        let by_order = self.text.grammar.by_order();
        let known = person.and_then(|person| self.people.all.get(person));
        known.is_some_and(|known| by_order || known.human && known.proven)
    }

    fn as_meant(&self, meant: Meant, one: &Seen) -> Option<(Told, Option<usize>)> {
        match meant.person {
            Some(person) => Some(self.as_person(person, one)),
            None => self.discourse.phrase(meant).map(|noun| (of_unnamed(self.text, noun), None)),
        }
    }

    pub(crate) fn as_person(&self, person: usize, one: &Seen) -> (Told, Option<usize>) {
        let told = of_person(self.text, self.people, person, one.token..one.token);
        (told, Some(person))
    }

    /// `X spoke as follows:` in the line before.
    fn introduced(&self, one: &Seen, first: usize) -> Option<Frame> {
        if one.token > first + 1 {
            return None;
        }
        let before = one.sentence.checked_sub(1)?;
        let chunks = self.sentences.get(before)?;
        chunks.last().filter(|chunk| chunk.is(':'))?;
        let place = Place { text: self.text, chunks, at: chunks.len(), next: None, opens: false };
        frames::read(place).own
    }
}
