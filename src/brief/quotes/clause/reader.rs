//! One reading: the frames of every marked stretch, then who each phrase means.

use std::cell::OnceCell;
use std::ops::Range;

use super::antecedent::{Scale, Weighed};
use super::frames::{self, Frame, Frames, Place, Source};
use super::interposed;
use super::people::{Discourse, Registry};
use super::phrases::{Chunk, Part, Text, chunks};
use super::run::{Reader, Seen};
use super::stand::{Stand, is_parted};
use super::unsaid::{contrasted, disowns, is_hearsay, is_term, is_unsaid};
use super::verdict;
use super::words::Class;
use super::work;
use super::written::is_written;
use crate::article::Role;
use crate::brief::Kind;
use crate::brief::quotes::detection::quotation::Style;
use crate::brief::quotes::detection::scare_quotes::Verdict;
use crate::brief::quotes::document::Document;
use crate::brief::quotes::finding::Finding;
use crate::brief::quotes::rule::{Rule, RuleSet};
use crate::text::Span;

/// Tokens of a line that may be a headline.
const HEADLINE: usize = 24;

/// Reads every marked stretch of a document; no rule of `without` counts.
#[must_use]
pub(crate) fn read(document: &Document, without: RuleSet) -> Vec<Finding> {
    with_reader(document, without, |mut reader| {
        reader.run();
        reader.findings
    })
}

/// Everybody who may be meant by the words for the speaker of each quotation, with their names.
#[must_use]
pub(crate) fn weighed(document: &Document) -> Vec<(Weighed, Vec<String>)> {
    with_reader(document, RuleSet::default(), |mut reader| {
        reader.scale.kept = Some(Vec::new());
        reader.run();
        let name = |person: Option<usize>| {
            let known = person.and_then(|at| reader.people.all.get(at));
            known.map(|known| known.name.clone()).unwrap_or_default()
        };
        let kept = reader.scale.kept.take().unwrap_or_default();
        let names = |one: &Weighed| one.candidates.iter().map(|one| name(one.person)).collect();
        kept.into_iter().map(|one| (one.clone(), names(&one))).collect()
    })
}

fn with_reader<T>(document: &Document, without: RuleSet, reads: impl FnOnce(Reader) -> T) -> T {
    let text = Text::of(document);
    let count = document.stream.sentences.len().saturating_sub(1);
    let sentences: Vec<Vec<Chunk>> =
        (0..count).map(|number| sentence(&text, document.stream.sentence(number))).collect();
    let people = Registry::of(&text, &sentences);
    reads(Reader {
        text: &text,
        sentences: &sentences,
        people: &people,
        discourse: Discourse::default(),
        scale: Scale::default(),
        without,
        findings: Vec::new(),
        spoke: None,
        interviewee: OnceCell::new(),
        guest: OnceCell::new(),
    })
}

/// The chunks of a sentence.
fn sentence(text: &Text, tokens: Range<usize>) -> Vec<Chunk> {
    let mut found = chunks(text, tokens);
    work::set_aside(text, &mut found);
    interposed::set_aside(text, &mut found);
    contrasted::set_aside(text, &mut found);
    found
}

/// Most words that a verb without a subject leaves in doubt.
const DOUBTED: usize = 5;

impl Reader<'_, '_> {
    fn run(&mut self) {
        let document = self.text.document;
        for number in 0..document.paragraphs.len() {
            if document.stream.steps.spent() {
                break;
            }
            self.paragraph(number);
        }
        self.hand_over();
        self.leave_out();
    }

    fn paragraph(&mut self, number: usize) {
        let document = self.text.document;
        let Some(tokens) = document.stream.paragraphs.get(number).cloned() else { return };
        let Some(paragraph) = document.paragraphs.get(number) else { return };
        if tokens.is_empty() || !paragraph.speaks {
            return;
        }
        if paragraph.role == Role::Heading {
            self.spoke = None;
        }
        let left = |_: &usize| !document.stream.steps.spent();
        let quotes = self.quotes_in(&tokens).into_iter().take_while(left);
        let seen: Vec<Seen> = quotes.filter_map(|quote| self.see(quote, &tokens)).collect();
        let first = document.stream.get(tokens.start).map_or(0, |token| token.sentence);
        let last = document.stream.get(tokens.end - 1).map_or(0, |token| token.sentence);
        let mut next = 0;
        for sentence in first..=last {
            let from = seen.partition_point(|one| one.sentence < sentence);
            let own = seen.get(from..).unwrap_or_default();
            let own = own.get(..own.partition_point(|one| one.sentence == sentence)).unwrap_or_default();
            self.act(sentence, own);
            while let Some(one) = seen.get(next).filter(|one| one.sentence <= sentence) {
                let rest = seen.get(next + 1..).unwrap_or_default();
                self.tell(number, one, rest);
                next += 1;
            }
            self.mention(sentence);
        }
    }

    pub(super) fn quotes_in(&self, tokens: &Range<usize>) -> Vec<usize> {
        let all = &self.text.document.stream.quote_tokens;
        let from = all.partition_point(|at| *at < tokens.start);
        let to = all.partition_point(|at| *at < tokens.end);
        (from..to).collect()
    }

    pub(super) fn see(&self, quote: usize, paragraph: &Range<usize>) -> Option<Seen> {
        let document = self.text.document;
        let token = *document.stream.quote_tokens.get(quote)?;
        let sentence = document.stream.get(token)?.sentence;
        let chunks = self.sentences.get(sentence)?;
        let at = chunks.partition_point(|chunk| chunk.tokens.end <= token);
        let range = document.stream.sentence(sentence);
        let stand = Stand {
            token,
            start: range.start,
            end: range.end,
            behind_quote: document.stream.holds_quote(&(paragraph.start..token)),
            inside_noun: chunks.get(at).is_some_and(|chunk| !matches!(chunk.part, Part::Quote)),
        };
        let next = self.sentences.get(sentence + 1).filter(|_| range.end < paragraph.end).map(Vec::as_slice);
        let opens = range.start == paragraph.start && paragraph.len() <= HEADLINE;
        let place = Place { text: self.text, chunks, at, next, opens };
        let mut frames = if stand.inside_noun { Frames::default() } else { frames::read(place) };
        if frames.own.as_ref().is_some_and(|frame| self.without.holds(frame.rule)) {
            frames = Frames::default();
        }
        let marked = document.marked.get(quote)?;
        // another quotation of the clause may have the frame
        let shares = chunks.iter().skip(at + 1).any(|chunk| matches!(chunk.part, Part::Quote));
        let verdict = verdict::judge(self.text, marked, &stand, frames.own.as_ref(), shares);
        let open = marked.style != Style::Unmarked && is_written(self.text, &stand);
        let verdict = if open { Verdict::Not("written on a thing") } else { verdict };
        let term = marked.style != Style::Unmarked && is_term(self.text, &stand, frames.own.as_ref());
        let mut verdict = if term { Verdict::Not("scare quotes") } else { verdict };
        let unsaid = frames.completes && frames.own.is_none()
            || is_unsaid(self.text, &stand, frames.own.as_ref())
            || range.end < paragraph.end && disowns(self.text, document.stream.sentence(sentence + 1));
        if unsaid {
            frames = Frames::default();
            // hearsay is somebody's words, though nobody is named for them
            if !is_hearsay(self.text, &stand) {
                verdict = verdict::NOBODY;
            }
        }
        Some(Seen { quote, token, sentence, frames, verdict, unsaid })
    }

    /// Tells who said one stretch; `rest` are those behind it in its paragraph.
    fn tell(&mut self, paragraph: usize, one: &Seen, rest: &[Seen]) {
        if let Some((rule, (told, person))) = self.carried(one) {
            self.spoke = Some((paragraph, self.findings.len()));
            if let Some(person) = person {
                self.discourse.spoke(one.sentence, person);
            }
            let verdict = Verdict::Quote(Kind::Mixed);
            self.findings.push(Finding { rule, told: Some(told), ..Finding::none(one.quote, verdict) });
            return;
        }
        if matches!(one.verdict, Verdict::Not(_)) {
            self.findings.push(Finding::none(one.quote, one.verdict));
            return;
        }
        let doubtful = one.frames.own.is_none() && one.verdict == verdict::SHARED;
        if doubtful && self.shared(one, rest).is_none() {
            self.findings.push(Finding::none(one.quote, verdict::NOBODY));
            return;
        }
        if one.unsaid {
            self.findings.push(Finding::none(one.quote, one.verdict));
            return;
        }
        self.scale.quoted = self.quoted(one.quote);
        let own = self.answered(one).or_else(|| self.guest_says(paragraph, one));
        let own = own.or_else(|| one.frames.own.as_ref().map(|frame| (frame.rule, self.told(one, frame))));
        if let Some((_, (told, _))) = own.as_ref().filter(|_| self.is_of_nobody(one))
            && told.speaker.name.is_none()
            && told.speaker.span == one.frames.own.as_ref().and_then(|frame| self.verb_alone(frame))
        {
            self.findings.push(Finding::none(one.quote, Verdict::Not("scare quotes")));
            return;
        }
        let framed = one.frames.own.is_some();
        let parted = !framed && self.goes_on_unknown(one);
        let found = own.or_else(|| if parted { None } else { self.bare(paragraph, one, rest) });
        let found =
            found.filter(|(_, told)| one.frames.own.is_some() || !self.is_only_asked_about(paragraph, told));
        let mut finding = Finding::none(one.quote, one.verdict);
        let speaker = found.as_ref().and_then(|(_, (_, person))| *person);
        if let Some((rule, (told, _))) = found {
            finding.rule = rule;
            finding.told = Some(told);
            let goes_on = !one.frames.completes;
            if let Some(person) = speaker.filter(|_| goes_on) {
                self.discourse.spoke(one.sentence, person);
            }
            self.spoke = if goes_on { Some((paragraph, self.findings.len())) } else { self.spoke };
        }
        finding.quoted_from = one.frames.from.as_ref().and_then(|noun| self.other(noun, speaker));
        self.findings.push(finding);
    }

    /// True for words at the head of a sentence that goes on in no way that is known: who says them stands there.
    fn goes_on_unknown(&self, one: &Seen) -> bool {
        let marked = self.text.marked_at(one.token).unwrap_or_default();
        let stream = &self.text.document.stream;
        let sentence = stream.sentence_of(one.token);
        let style = self.text.document.marked.get(one.quote).map(|marked| marked.style);
        // a verb alone, or a pronoun, goes on with whoever spoke
        let somebody = Class::CAPITAL.or(Class::FIRST_NAME).or(Class::ROLE).or(Class::OPEN).or(Class::BODY);
        sentence.start == one.token
            && (one.token + 1..sentence.end).any(|at| self.text.has(at, somebody))
            && style != Some(Style::Unmarked)
            && one.token + 1 < sentence.end
            && is_parted(self.text, one.token, marked)
    }

    /// True for few words within a sentence that a verb without a subject brings: `they call it “…”`.
    fn is_of_nobody(&self, one: &Seen) -> bool {
        let stream = &self.text.document.stream;
        let marked = self.text.marked_at(one.token).unwrap_or_default();
        let opens = stream.sentence_of(one.token).start == one.token || self.text.is(one.token - 1, ':');
        let few =
            marked.split_whitespace().count() <= DOUBTED && !marked.ends_with(['.', '!', '?', '…', ',']);
        let that = one.token > 0 && self.text.has(one.token - 1, Class::THAT);
        let says = one.frames.own.as_ref().is_some_and(|frame| frame.says && frame.beside);
        self.text.grammar.by_order() && few && !opens && !(that && says)
    }

    /// The place of a verb that stands for whoever speaks.
    fn verb_alone(&self, frame: &Frame) -> Option<Span> {
        match &frame.source {
            Source::Silent(_, tokens) => Some(self.text.stream().span(tokens)),
            _ => None,
        }
    }

    /// Words that the next paragraph goes on with are said by whoever says those, and the other way round.
    fn hand_over(&mut self) {
        if self.without.holds(Rule::Continued) {
            return;
        }
        let goes_on =
            |quote: usize| self.text.document.marked.get(quote).is_some_and(|marked| marked.continues);
        let pairs: Vec<usize> = (1..self.findings.len())
            .filter(|at| self.findings.get(at - 1).is_some_and(|one| goes_on(one.quote)))
            .collect();
        for at in pairs.iter().rev().copied() {
            let Some([one, next]) = self.findings.get_mut(at - 1..=at) else { continue };
            let weak = |finding: &Finding| {
                matches!(finding.rule, Rule::Nobody | Rule::Running | Rule::SentenceBefore | Rule::Neighbour)
            };
            if weak(one) && next.told.is_some() {
                one.told.clone_from(&next.told);
                one.rule = Rule::Continued;
            } else if weak(next) && one.told.is_some() {
                next.told.clone_from(&one.told);
                next.rule = Rule::Continued;
            }
        }
    }
}
