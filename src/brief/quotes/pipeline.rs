//! The sieve run over an article, paragraph by paragraph.

use std::ops::Range;

use super::attribution::interrupted::is_interrupted;
use super::attribution::position::Position;
use super::attribution::surroundings::{Source, Surroundings};
use super::attribution::{self, other_sentence, relay, second_hand};
use super::clause;
use super::coreference::{Discourse, Voice};
use super::detection::interview;
use super::detection::quotation::Style;
use super::detection::scare_quotes::{self, Verdict};
use super::document::Document;
use super::finding::Finding;
use super::rule::{Rule, RuleSet};
use super::syntax::noun_phrase::Phrase;
use super::syntax::phrase_finder::LONGEST;
use crate::article::Role;
use crate::brief::{Kind, Quote};
use crate::people::lexicon::Tags;

/// Finds the quotes of an article; no rule of `without` is tried.
#[must_use]
pub(crate) fn quotes(document: &Document, without: RuleSet) -> Vec<Quote> {
    let found = findings(document, without);
    let mut quotes: Vec<Quote> = found.iter().filter_map(|finding| finding.quote(document)).collect();
    if !without.holds(Rule::Transcript) {
        quotes.extend(interview::quotes(document));
    }
    quotes
}

/// Judges every marked stretch of an article, those that are no quotes too.
#[must_use]
pub(crate) fn findings(document: &Document, without: RuleSet) -> Vec<Finding> {
    if clause::reads(document.language) {
        return clause::read(document, without);
    }
    let mut sieve = Sieve {
        document,
        without,
        discourse: Discourse::default(),
        running: None,
        findings: Vec::new(),
        voiced: None,
    };
    sieve.run();
    sieve.findings
}

/// One run.
struct Sieve<'d> {
    document: &'d Document<'d>,
    without: RuleSet,
    discourse: Discourse,
    /// Who goes on speaking.
    running: Option<Voice>,
    findings: Vec<Finding>,
    /// The last finding that has a voice.
    voiced: Option<usize>,
}

/// What the quotes of one paragraph tell, each by itself.
struct Paragraph {
    number: usize,
    places: Vec<Position>,
    own: Vec<Option<(Rule, Phrase)>>,
    verdicts: Vec<Verdict>,
    /// For each quote the next one, itself or behind it, whose own sentence tells who speaks.
    next_own: Vec<Option<usize>>,
}

impl Paragraph {
    /// What the own sentence of the first quote behind the quote `order` tells, of those that tell anything.
    fn behind(&self, order: usize) -> Option<&Phrase> {
        let next = (*self.next_own.get(order + 1)?)?;
        self.own.get(next)?.as_ref().map(|(_, phrase)| phrase)
    }
}

impl Sieve<'_> {
    fn run(&mut self) {
        let mut next = 0;
        for number in 0..self.document.paragraphs.len() {
            if self.document.stream.steps.spent() {
                break;
            }
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
        if !self.without.holds(Rule::Continued) {
            self.hand_back();
        }
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
        let strong = cues
            .iter()
            .rev()
            .find(|cue| cue.strong && other_sentence::named_or_pronoun(self.document, &cue.subject));
        let subject = strong
            .map(|cue| cue.subject.clone())
            .or_else(|| other_sentence::subject_of(self.document, tokens));
        if let Some(phrase) = subject {
            let voice = self.discourse.resolve(self.document, phrase);
            self.spoke(&voice);
            self.running = Some(voice);
        }
    }

    fn spoke(&mut self, voice: &Voice) {
        if let Some(person) = voice.person {
            let at = voice.phrase.tokens.start;
            let sentence = self.document.stream.sentence_of(at);
            let near = sentence.start.max(at.saturating_sub(LONGEST))..sentence.end.min(at + LONGEST);
            let asks = self.document.cues_in(&near).iter().any(|cue| {
                cue.subject == voice.phrase && self.document.stream.has(cue.verb, Tags::ADDRESSED)
            });
            if asks {
                self.discourse.note_question(at, person);
            } else {
                self.discourse.note(at, person);
            }
        }
    }

    fn paragraph(&mut self, number: usize, quotes: Range<usize>) {
        let places: Vec<Position> = quotes.filter_map(|quote| Position::of(self.document, quote)).collect();
        let (own, verdicts): (Vec<_>, Vec<_>) = places.iter().map(|place| self.own(place)).unzip();
        let mut next_own = vec![None; own.len()];
        let mut next = None;
        for (at, (place, own)) in next_own.iter_mut().zip(&own).enumerate().rev() {
            next = own.as_ref().map(|_| at).or(next);
            *place = next;
        }
        let paragraph = Paragraph { number, places, own, verdicts, next_own };
        for order in 0..paragraph.places.len() {
            if self.document.stream.steps.spent() {
                break;
            }
            if let Some(finding) = self.finding(&paragraph, order) {
                self.voiced = finding.voice.as_ref().map(|_| self.findings.len()).or(self.voiced);
                self.findings.push(finding);
            }
        }
    }

    fn finding(&mut self, paragraph: &Paragraph, order: usize) -> Option<Finding> {
        let place = paragraph.places.get(order)?;
        let verdict = *paragraph.verdicts.get(order)?;
        if matches!(verdict, Verdict::Not(_)) {
            return Some(Finding::none(place.quote, verdict));
        }
        let chanted = !self.without.holds(Rule::Chant) && scare_quotes::chanted(self.document, place);
        let (rule, voice) = match paragraph.own.get(order)? {
            _ if chanted => (Rule::Chant, None),
            Some((rule, phrase)) => (*rule, Some(self.discourse.resolve(self.document, phrase.clone()))),
            None if attribution::heard::is_only_heard(self.document, place) => (Rule::Nobody, None),
            None => {
                let (rule, voice) = self.borrowed(paragraph, order, place, verdict);
                let asked = |voice: &Voice| {
                    attribution::asked::is_only_asked_about(self.document, paragraph.number, voice)
                };
                (rule, voice.filter(|voice| !asked(voice)))
            }
        };
        let twice = attribution::claimed_twice(self.document, place);
        let able = |voice: &Voice| !twice && attribution::can_speak(self.document, voice, rule);
        let unsaid = self.unsaid(place, rule);
        let verdict = if unsaid { Verdict::Not("nobody is told to have said it") } else { verdict };
        let (mut quoted_from, mut via) = (None, None);
        let voice = voice.filter(able);
        // whose words are only spoken of goes on with nothing
        if rule == Rule::Noun && attribution::completed::owner(self.document, place).is_some() {
            return Some(Finding { rule, voice, ..Finding::none(place.quote, verdict) });
        }
        if let Some(voice) = &voice {
            self.spoke(voice);
            quoted_from = second_hand::source(self.document, place, voice, &mut self.discourse);
            via = relay::outlet(self.document, place, voice);
            // a sign tells no more than stands on it
            if !voice.phrase.tokens.clone().any(|at| self.document.stream.has(at, Tags::SIGN)) {
                self.running = Some(voice.clone());
            }
        }
        Some(Finding { quote: place.quote, rule, voice, verdict, quoted_from, via, told: None })
    }

    /// What the quote's own sentence tells: who speaks, and what the words are.
    fn own(&self, place: &Position) -> (Option<(Rule, Phrase)>, Verdict) {
        let own = attribution::own(self.document, place, self.without);
        let rule = own.as_ref().map(|own| own.0);
        if self.unsaid_there(place, rule) {
            return (None, Verdict::Not("the text does not tell that it was said"));
        }
        (own, scare_quotes::judge(self.document, place, rule))
    }

    /// True for words of which their own sentence tells that nobody said them, or nobody yet.
    fn unsaid_there(&self, place: &Position, rule: Option<Rule>) -> bool {
        let marked = self.document.marked.get(place.quote);
        marked.is_some_and(|marked| marked.style != Style::Unmarked)
            && attribution::unsaid::unsaid(self.document, place, rule).is_some()
    }

    /// True for marked words nobody says, as far as the language is known.
    fn unsaid(&self, place: &Position, rule: Rule) -> bool {
        let marked = self.document.marked.get(place.quote);
        let kept = marked.is_none_or(|marked| marked.continues || marked.style == Style::Unmarked)
            || place.is_introduced(self.document);
        rule == Rule::Nobody && self.document.stream.lexicon.full && !kept
    }

    /// The speaker of a quote whose own sentence names nobody.
    fn borrowed(
        &mut self,
        paragraph: &Paragraph,
        order: usize,
        place: &Position,
        verdict: Verdict,
    ) -> (Rule, Option<Voice>) {
        let marked = self.document.marked.get(place.quote);
        if order == 0 && marked.is_some_and(|marked| marked.style == Style::Unmarked) {
            return (Rule::Nobody, None);
        }
        let around = Surroundings {
            document: self.document,
            place,
            paragraph: paragraph.number,
            order,
            behind: paragraph.behind(order),
            neighbour: self.neighbour(paragraph.number),
            running: self.running.as_ref(),
            introduced: place.is_introduced(self.document),
        };
        // a fragment belongs to its own sentence: whoever spoke elsewhere did not say it here
        let inside = self.document.stream.words_in(&(place.sentence.start..place.at)) > 0;
        let fragment = inside && verdict == Verdict::Quote(Kind::Mixed) && self.document.stream.lexicon.full;
        let own = fragment || around.introduced;
        let near = attribution::near(&around, self.without);
        let found = near.or_else(|| if own { None } else { attribution::far(&around, self.without) });
        let Some((rule, source)) = found else { return (Rule::Nobody, None) };
        let voice = match source {
            Source::Phrase(phrase) => self.discourse.resolve(self.document, phrase),
            Source::Voice(voice) => voice,
        };
        let goes_on = !is_interrupted(self.document, &voice, rule, place);
        (rule, Some(voice).filter(|_| goes_on))
    }

    /// The voice of the last quote before that has one, if that stands in the paragraph.
    fn neighbour(&self, paragraph: usize) -> Option<&Voice> {
        let before = self.findings.get(self.voiced?)?;
        let marked = self.document.marked.get(before.quote)?;
        before.voice.as_ref().filter(|_| marked.paragraph == paragraph)
    }
}
