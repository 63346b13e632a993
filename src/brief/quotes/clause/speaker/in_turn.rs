//! Words nobody near them is told to have said: lines of a talk, in which two speak in turn, and words that open a text,
//! before whoever said them is named.

use crate::brief::quotes::clause::phrases::Part;
use crate::brief::quotes::clause::run::{Reader, Seen};
use crate::brief::quotes::clause::told::Told;

/// Marked stretches back in which the lines of a talk are looked for.
const LINES: usize = 12;

impl Reader<'_, '_> {
    /// `– …, asks X. – …, answers Y. – …`: X again, where each line is a paragraph behind a dash.
    pub(crate) fn in_turn(&self, paragraph: usize, one: &Seen) -> Option<Told> {
        let paragraphs = &self.text.stream().paragraphs;
        let line = |back: usize| {
            let tokens = paragraphs.get(paragraph.checked_sub(back)?)?;
            self.text.is_dash(tokens.start).then_some(tokens)
        };
        let opens = line(0).is_some_and(|tokens| one.token <= tokens.start + 1);
        let (before, first) = (self.told_within(line(1)?), self.told_within(line(2)?));
        let (before, first) = (before?, first.filter(|_| opens)?);
        let other = before.speaker.name != first.speaker.name;
        let known = first.speaker.name.is_some() && before.speaker.mention.is_some();
        (other && known).then_some(first)
    }

    /// Whoever is told to say the last marked words of a paragraph.
    fn told_within(&self, tokens: &std::ops::Range<usize>) -> Option<Told> {
        let stream = self.text.stream();
        let last = self.findings.iter().rev().take(LINES).find(|finding| {
            stream.quote_tokens.get(finding.quote).is_some_and(|token| tokens.contains(token))
        })?;
        last.told.clone()
    }

    /// `“…” X did not look for excuses`: whoever the next sentence names first, where the words open the paragraph and
    /// nobody is known before.
    pub(crate) fn foretold(&self, one: &Seen, first: usize) -> Option<usize> {
        let stream = &self.text.document.stream;
        let known = self.discourse.latest(self.people, one.sentence, None, false).is_somebody();
        let opens = stream.sentence_of(one.token).start == one.token;
        let next = stream.sentence(one.sentence + 1);
        let same = !next.is_empty() && stream.paragraph_of(next.start).start == first;
        if known || self.spoke.is_some() || !opens || !same {
            return None;
        }
        let chunks = self.sentences.get(one.sentence + 1)?;
        let own = chunks.iter().take_while(|chunk| !matches!(chunk.part, Part::Quote));
        own.filter_map(|chunk| match &chunk.part {
            Part::Noun(noun) if noun.is_human() && noun.may_be_subject && noun.name.is_some() => Some(noun),
            _ => None,
        })
        .find_map(|noun| self.people.named(self.text, noun))
    }
}
