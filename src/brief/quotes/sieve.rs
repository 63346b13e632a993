//! The sieve run over an article, paragraph by paragraph.

use super::attribute;
use super::document::Document;
use super::filter::{self, Verdict};
use super::marks::Style;
use super::phrase::{Phrase, PhraseKind};
use super::place::Place;
use super::relay;
use super::resolve::{History, Voice};
use super::rule::Rule;
use super::transcript;
use super::wider;
use crate::article::Role;
use crate::brief::{Kind, Quote};
use crate::people::lexicon::Tags;

/// A quote with the rule and voice found for it.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Index of the marked stretch.
    pub quote: usize,
    /// The rule that fired.
    pub rule: Rule,
    /// Who speaks.
    pub voice: Option<Voice>,
    /// What the words are.
    pub verdict: Verdict,
    /// Who said it first.
    pub quoted_from: Option<String>,
}

/// One run.
#[derive(Debug)]
pub struct Sieve<'d, 'a> {
    pub(super) document: &'d Document<'a>,
    history: History,
    running: Option<Voice>,
    pub(super) findings: Vec<Finding>,
}

impl<'d, 'a> Sieve<'d, 'a> {
    /// Makes ready to sieve `document`.
    #[must_use]
    pub fn new(document: &'d Document<'a>) -> Self {
        Self { document, history: History::default(), running: None, findings: Vec::new() }
    }

    /// Finds the quotes.
    #[must_use]
    pub fn run(mut self) -> Vec<Quote> {
        self.sieve();
        let mut quotes: Vec<Quote> = self.findings.iter().filter_map(|finding| self.quote(finding)).collect();
        let turns = transcript::turns(self.document);
        quotes.extend(turns.iter().filter_map(|turn| self.turn(turn, &turns)));
        quotes.sort_by_key(|quote| (quote.span.start, quote.span.end));
        let mut reached = 0;
        quotes.retain(|quote| {
            let apart = quote.span.start >= reached;
            reached = reached.max(quote.span.end);
            apart
        });
        quotes
    }

    /// Judges every marked stretch; the findings stay for an explanation.
    pub fn sieve(&mut self) {
        let mut next = 0;
        for number in 0..self.document.paragraphs.len() {
            let first = next;
            while self.document.marked.get(next).is_some_and(|marked| marked.paragraph == number) {
                next += 1;
            }
            if first == next {
                self.listen(number);
            } else {
                self.paragraph(number, first..next);
            }
        }
        self.hand_back();
    }

    /// Words that the next paragraph goes on with are said by whoever says those.
    fn hand_back(&mut self) {
        for at in (1..self.findings.len()).rev() {
            let Some([one, next]) = self.findings.get_mut(at - 1..=at) else { continue };
            let goes_on = self.document.marked.get(one.quote).is_some_and(|marked| marked.continues)
                && next.quote == one.quote + 1;
            if goes_on && matches!(one.rule, Rule::Nobody | Rule::Running) && next.voice.is_some() {
                one.voice.clone_from(&next.voice);
                one.rule = Rule::Continued;
            }
        }
    }

    /// A paragraph without quotes: whoever reports or is its subject is who goes on speaking.
    fn listen(&mut self, number: usize) {
        let Some(paragraph) = self.document.paragraphs.get(number) else { return };
        if paragraph.role == Role::Heading {
            self.running = None;
        }
        let Some(tokens) = self.document.stream.paragraphs.get(number).cloned() else { return };
        if !paragraph.speaks || tokens.is_empty() {
            return;
        }
        let cues = self.document.cues_in(&tokens);
        let strong =
            cues.iter().rev().find(|cue| cue.strong && named_or_pronoun(self.document, &cue.subject));
        let subject =
            strong.map(|cue| cue.subject.clone()).or_else(|| wider::subject_of(self.document, tokens));
        if let Some(phrase) = subject {
            let voice = self.history.resolve(self.document, phrase);
            self.spoke(&voice);
            self.running = Some(voice);
        }
    }

    fn spoke(&mut self, voice: &Voice) {
        if let Some(person) = voice.person {
            let at = voice.phrase.tokens.start;
            let asks = self.document.cues_in(&self.document.stream.sentence_of(at)).iter().any(|cue| {
                cue.subject == voice.phrase && self.document.stream.has(cue.verb, Tags::ADDRESSED)
            });
            if asks {
                self.history.note_question(at, person);
            } else {
                self.history.note(at, person);
            }
        }
    }

    fn paragraph(&mut self, number: usize, quotes: std::ops::Range<usize>) {
        let places: Vec<Place> = quotes.clone().filter_map(|quote| Place::of(self.document, quote)).collect();
        let mut local: Vec<Option<(Rule, Phrase)>> =
            places.iter().map(|place| attribute::first(self.document, place)).collect();
        let verdicts: Vec<Verdict> = places
            .iter()
            .zip(&local)
            .map(|(place, found)| filter::judge(self.document, place, found.as_ref().map(|found| found.0)))
            .collect();
        for (at, place) in places.iter().enumerate() {
            let verdict = verdicts.get(at).copied().unwrap_or(Verdict::Not("no place"));
            if matches!(verdict, Verdict::Not(_)) {
                self.findings.push(Finding {
                    quote: place.quote,
                    rule: Rule::Nobody,
                    voice: None,
                    verdict,
                    quoted_from: None,
                });
                continue;
            }
            let own = local.get_mut(at).and_then(Option::take);
            let (rule, voice) = match own {
                _ if filter::chanted(self.document, place) => (Rule::Chant, None),
                Some((rule, phrase)) => (rule, Some(self.history.resolve(self.document, phrase))),
                None => self.borrowed(number, place, &local, at, verdict),
            };
            let verdict = if self.unsaid(place, rule) {
                Verdict::Not("nobody is told to have said it")
            } else {
                verdict
            };
            if let Some(voice) = &voice {
                self.spoke(voice);
            }
            let quoted_from = match &voice {
                Some(voice) => relay::source(self.document, place, voice, &mut self.history),
                None => None,
            };
            if voice.is_some() {
                self.running.clone_from(&voice);
            }
            self.findings.push(Finding { quote: place.quote, rule, voice, verdict, quoted_from });
        }
    }

    /// True for marked words nobody says, as far as the language is known.
    fn unsaid(&self, place: &Place, rule: Rule) -> bool {
        let marked = self.document.marked.get(place.quote);
        let kept = marked.is_none_or(|marked| marked.continues || marked.style == Style::Unmarked);
        rule == Rule::Nobody && self.document.stream.lexicon.full && !kept
    }

    /// The speaker of a quote whose own sentence names nobody.
    fn borrowed(
        &mut self,
        number: usize,
        place: &Place,
        local: &[Option<(Rule, Phrase)>],
        at: usize,
        verdict: Verdict,
    ) -> (Rule, Option<Voice>) {
        let spoken =
            self.document.marked.get(place.quote).is_some_and(|marked| marked.style == Style::Unmarked);
        if spoken && at == 0 {
            return (Rule::Nobody, None);
        }
        let continued = place.quote.checked_sub(1).is_some_and(|before| {
            self.document
                .marked
                .get(before)
                .is_some_and(|marked| marked.continues && marked.paragraph + 1 == number)
        });
        if continued
            && at == 0
            && let Some(voice) = self.running.clone()
        {
            return (Rule::Continued, Some(voice));
        }
        let before =
            place.quote.checked_sub(1).filter(|_| at > 0).and_then(|quote| Place::of(self.document, quote));
        if let Some(before) = before
            && let Some(phrase) = wider::between(self.document, &before, place)
        {
            return (Rule::SentenceBefore, Some(self.history.resolve(self.document, phrase)));
        }
        if let Some(phrase) = wider::own_sentence(self.document, place) {
            return (Rule::Subject, Some(self.history.resolve(self.document, phrase)));
        }
        if at > 0
            && let Some(voice) = self.neighbour(number)
        {
            return (Rule::Neighbour, Some(voice));
        }
        // a fragment belongs to its own sentence: whoever spoke elsewhere did not say it here
        let inside = (place.sentence.start..place.at).any(|at| self.document.stream.is_word(at));
        if inside && verdict == Verdict::Quote(Kind::Mixed) && self.document.stream.lexicon.full {
            return (Rule::Nobody, None);
        }
        if let Some(phrase) = wider::sentence_before(self.document, place) {
            return (Rule::SentenceBefore, Some(self.history.resolve(self.document, phrase)));
        }
        if let Some((_, phrase)) = local.iter().skip(at + 1).flatten().next() {
            return (Rule::Neighbour, Some(self.history.resolve(self.document, phrase.clone())));
        }
        if let Some(phrase) = self.introduced(number) {
            return (Rule::Introduced, Some(self.history.resolve(self.document, phrase)));
        }
        match self.running.clone() {
            Some(voice) => (Rule::Running, Some(voice)),
            None => (Rule::Nobody, None),
        }
    }

    /// The voice of the quote before in the same paragraph.
    fn neighbour(&self, number: usize) -> Option<Voice> {
        let before = self.findings.iter().rev().find(|finding| finding.voice.is_some())?;
        let marked = self.document.marked.get(before.quote)?;
        (marked.paragraph == number).then(|| before.voice.clone()).flatten()
    }

    /// The last cue of the paragraph before, when that ends with a colon.
    fn introduced(&self, number: usize) -> Option<Phrase> {
        let tokens = self.document.stream.paragraphs.get(number.checked_sub(1)?)?.clone();
        let last = tokens.end.checked_sub(1).filter(|last| tokens.contains(last))?;
        if !self.document.stream.is(last, ':') {
            return None;
        }
        let cues = self.document.cues_in(&tokens);
        cues.iter().rev().find(|cue| cue.strong).or(cues.last()).map(|cue| cue.subject.clone())
    }
}

fn named_or_pronoun(document: &Document, phrase: &Phrase) -> bool {
    match phrase.kind {
        PhraseKind::Named(_) => true,
        PhraseKind::Pronoun(tags) => tags.any(Tags::HE.or(Tags::SHE)),
        PhraseKind::Body(_) | PhraseKind::Definite | PhraseKind::Indefinite => {
            document.stream.has(phrase.tokens.end - 1, Tags::PERSON)
        }
        PhraseKind::Bare => false,
    }
}
