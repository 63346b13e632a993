//! Counting: passages, their gold and the answers in; counts by language and by rule out.

use std::collections::BTreeMap;

use super::answers::{Answer, Answers};
use super::matching::{bare, cut, pairs};
use super::passages::{Gold, Passage};
use super::speakers::{Verdict, judge, needs_resolving};
use crate::brief::Kind;
use crate::text::Span;

/// Counts of a set of passages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) passages: usize,
    /// Quotes of the gold.
    pub(super) gold: usize,
    /// Of these, found.
    pub(super) found: usize,
    /// Direct ones, and of these found.
    pub(super) direct: (usize, usize),
    /// Fragments, and of these found.
    pub(super) mixed: (usize, usize),
    /// Answered and in no gold.
    pub(super) false_quotes: usize,
    /// Words in marks that nobody said.
    pub(super) not_quotes: usize,
    /// Of these, answered as quotes.
    pub(super) not_quotes_taken: usize,
    /// Found with the right speaker.
    pub(super) right: usize,
    /// Found with another's name.
    pub(super) wrong_names: usize,
    /// Pronouns and roles of somebody named elsewhere, among the found ones.
    pub(super) to_resolve: usize,
    /// Of these, resolved.
    pub(super) resolved: usize,
}

/// Quotes that a rule gave a speaker: all, with the right one, with another's name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct OfRule {
    pub(super) quotes: usize,
    pub(super) right: usize,
    pub(super) wrong_names: usize,
}

/// The whole score.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) all: Counts,
    pub(super) languages: BTreeMap<String, Counts>,
    pub(super) rules: BTreeMap<String, OfRule>,
    /// What went wrong, a line each; empty unless asked for.
    pub(super) misses: Vec<String>,
}

impl Counts {
    /// Share of the answered quotes that are gold.
    pub(super) fn precision(&self) -> f64 {
        ratio(self.found, self.found + self.false_quotes)
    }

    /// Share of the gold that was found.
    pub(super) fn recall(&self) -> f64 {
        ratio(self.found, self.gold)
    }

    /// F1 of the spans.
    pub(super) fn span_f1(&self) -> f64 {
        ratio(2 * self.found, self.gold + self.found + self.false_quotes)
    }

    /// F1 where only a quote with its right speaker is a hit.
    pub(super) fn end_to_end(&self) -> f64 {
        ratio(2 * self.right, self.gold + self.found + self.false_quotes)
    }

    fn add(&mut self, other: &Self) {
        let pair = |one: &mut (usize, usize), other: (usize, usize)| {
            one.0 += other.0;
            one.1 += other.1;
        };
        self.passages += other.passages;
        self.gold += other.gold;
        self.found += other.found;
        pair(&mut self.direct, other.direct);
        pair(&mut self.mixed, other.mixed);
        self.false_quotes += other.false_quotes;
        self.not_quotes += other.not_quotes;
        self.not_quotes_taken += other.not_quotes_taken;
        self.right += other.right;
        self.wrong_names += other.wrong_names;
        self.to_resolve += other.to_resolve;
        self.resolved += other.resolved;
    }
}

/// A part of a whole; 0 of nothing.
pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Scores the answers; `misses` asks for a line a fault.
pub(super) fn score(passages: &[Passage], answers: &Answers, misses: bool) -> Tally {
    let mut tally = Tally::default();
    for passage in passages {
        let none = Vec::new();
        let mut of_passage = OfPassage::new(passage, answers.get(&passage.id).unwrap_or(&none));
        of_passage.gold(&mut tally.rules);
        of_passage.false_quotes();
        let counts = Counts { passages: 1, not_quotes: passage.not_quotes.len(), ..of_passage.counts };
        tally.all.add(&counts);
        tally.languages.entry(passage.language.code()).or_default().add(&counts);
        if misses {
            tally.misses.append(&mut of_passage.misses);
        }
    }
    tally
}

/// One passage under the count.
struct OfPassage<'a> {
    passage: &'a Passage,
    /// The answers, cut at the gold, with their bare spans.
    answered: Vec<(Span, &'a Answer)>,
    /// For each gold quote the answer that is it.
    pairs: Vec<Option<usize>>,
    counts: Counts,
    misses: Vec<String>,
}

impl<'a> OfPassage<'a> {
    fn new(passage: &'a Passage, answers: &'a [Answer]) -> Self {
        let gold: Vec<Span> = passage.quotes.iter().map(|quote| bare(&passage.text, quote.span)).collect();
        let mut answered = Vec::new();
        for answer in answers {
            let span = bare(&passage.text, answer.span);
            answered.extend(
                cut(span, &gold).into_iter().filter(|span| !span.is_empty()).map(|span| (span, answer)),
            );
        }
        let spans: Vec<Span> = answered.iter().map(|(span, _)| *span).collect();
        let pairs = pairs(&gold, &spans);
        Self { passage, answered, pairs, counts: Counts::default(), misses: Vec::new() }
    }

    fn gold(&mut self, rules: &mut BTreeMap<String, OfRule>) {
        let passage = self.passage;
        for (quote, pair) in
            passage.quotes.iter().zip(self.pairs.clone()).filter(|(quote, _)| !quote.optional)
        {
            let answer = pair.and_then(|at| self.answered.get(at)).map(|(_, answer)| *answer);
            let kind = match quote.kind {
                Kind::Direct => &mut self.counts.direct,
                Kind::Mixed => &mut self.counts.mixed,
            };
            kind.0 += 1;
            kind.1 += usize::from(answer.is_some());
            self.counts.gold += 1;
            match answer {
                Some(answer) => self.found(quote, answer, rules),
                None => self.miss("missed", quote.span, &format!("due {:?}", quote.voice)),
            }
        }
    }

    fn found(&mut self, quote: &Gold, answer: &Answer, rules: &mut BTreeMap<String, OfRule>) {
        let verdict = judge(&quote.voice, answer, self.passage.language);
        let (right, wrong) = (verdict == Verdict::Right, verdict == Verdict::WrongName);
        self.counts.found += 1;
        self.counts.right += usize::from(right);
        self.counts.wrong_names += usize::from(wrong);
        if needs_resolving(&quote.voice) {
            self.counts.to_resolve += 1;
            self.counts.resolved += usize::from(right);
        }
        if let Some(rule) = &answer.rule {
            let of_rule = rules.entry(rule.clone()).or_default();
            of_rule.quotes += 1;
            of_rule.right += usize::from(right);
            of_rule.wrong_names += usize::from(wrong);
        }
        if !right {
            let told = format!("got {:?} / {:?}, due {:?}", answer.name, answer.mention, quote.voice);
            self.miss(if wrong { "wrong name" } else { "not named" }, quote.span, &told);
        }
    }

    fn false_quotes(&mut self) {
        let optional =
            |span: Span| self.passage.quotes.iter().any(|quote| quote.optional && quote.span.overlaps(span));
        let taken: Vec<(Span, &Answer)> = self
            .answered
            .iter()
            .enumerate()
            .filter(|(at, (span, _))| !self.pairs.contains(&Some(*at)) && !optional(*span))
            .map(|(_, answered)| *answered)
            .collect();
        for (span, answer) in taken {
            self.counts.false_quotes += 1;
            self.counts.not_quotes_taken +=
                usize::from(self.passage.not_quotes.iter().any(|words| words.overlaps(span)));
            let told = format!("said by {:?} / {:?}", answer.name, answer.mention);
            self.miss("false", span, &told);
        }
    }

    fn miss(&mut self, what: &str, span: Span, told: &str) {
        self.misses.push(format!("{} {what}: “{}” {told}", self.passage.id, span.of(&self.passage.text)));
    }
}

impl Tally {
    /// The languages with their counts, then all.
    pub(super) fn rows(&self) -> impl Iterator<Item = (&str, &Counts)> {
        self.languages
            .iter()
            .map(|(language, counts)| (language.as_str(), counts))
            .chain([("all", &self.all)])
    }
}
