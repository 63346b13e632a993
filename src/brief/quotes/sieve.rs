//! The sieve run over an article, paragraph by paragraph.

use super::attribute;
use super::document::Document;
use super::explanation::{Candidate, Explanation};
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
use crate::brief::{Kind, Quote, Speaker};
use crate::people::index::{self, Person};
use crate::people::lexicon::Tags;
use crate::people::names::Sort;

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
    document: &'d Document<'a>,
    history: History,
    running: Option<Voice>,
    findings: Vec<Finding>,
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
            self.history.note(voice.phrase.tokens.start, person);
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
                Some((rule, phrase)) => (rule, Some(self.history.resolve(self.document, phrase))),
                None => self.borrowed(number, place, &local, at),
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

    /// The speaker of a quote whose own sentence names nobody.
    fn borrowed(
        &mut self,
        number: usize,
        place: &Place,
        local: &[Option<(Rule, Phrase)>],
        at: usize,
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
        if at > 0
            && let Some(voice) = self.neighbour(number)
        {
            return (Rule::Neighbour, Some(voice));
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

    /// Accounts for every finding.
    #[must_use]
    pub fn account(&self) -> Vec<Explanation> {
        self.findings.iter().filter_map(|finding| self.explain(finding)).collect()
    }

    fn explain(&self, finding: &Finding) -> Option<Explanation> {
        let place = Place::of(self.document, finding.quote)?;
        let words =
            |phrase: &Phrase| self.document.stream.span(&phrase.tokens).of(self.document.text).to_owned();
        let winner = finding.voice.as_ref().map(|voice| &voice.phrase);
        let candidates = attribute::all(self.document, &place)
            .into_iter()
            .filter(|(rule, phrase)| *rule != finding.rule && Some(phrase) != winner)
            .map(|(rule, phrase)| Candidate {
                rule: rule.name(),
                words: words(&phrase),
                lost: if winner.is_some() {
                    "a rule that comes before it fired"
                } else {
                    "the words are no quote"
                },
            })
            .collect();
        let named = finding.voice.as_ref().map(|voice| speaker(self.document, voice));
        Some(Explanation {
            text: self.document.marked.get(finding.quote)?.inner.of(self.document.text).to_owned(),
            verdict: match finding.verdict {
                Verdict::Quote(Kind::Direct) => "direct".to_owned(),
                Verdict::Quote(Kind::Mixed) => "mixed".to_owned(),
                Verdict::Written => "words written on a thing".to_owned(),
                Verdict::Not(why) => format!("no quote, {why}"),
            },
            rule: finding.rule.name(),
            speaker: named.and_then(|speaker| match (speaker.name, speaker.mention) {
                (Some(name), Some(mention)) if name != mention => Some(format!("{name} (“{mention}”)")),
                (name, mention) => name.or(mention),
            }),
            candidates,
        })
    }

    fn quote(&self, finding: &Finding) -> Option<Quote> {
        let kind = match finding.verdict {
            Verdict::Quote(kind) => kind,
            Verdict::Written | Verdict::Not(_) => return None,
        };
        let span = self.document.marked.get(finding.quote)?.inner;
        let speaker = finding.voice.as_ref().map(|voice| speaker(self.document, voice));
        let sure = finding.voice.as_ref().map_or(0.0, |voice| voice.sure);
        Some(Quote {
            span,
            text: span.of(self.document.text).to_owned(),
            kind,
            speaker,
            quoted_from: finding.quoted_from.clone(),
            confidence: finding.rule.confidence() * sure,
            rule: finding.rule.name().to_owned(),
            key: None,
        })
    }

    /// A turn of a transcript as a quote.
    fn turn(&self, turn: &transcript::Turn, turns: &[transcript::Turn]) -> Option<Quote> {
        if turn.question {
            return None;
        }
        let mention = self.document.stream.span(&turn.label);
        let person = if turn.answer { self.interviewee(turns) } else { self.labelled(turn) };
        let named = person.and_then(|person| self.document.index.get(person));
        let speaker = Speaker {
            name: named.map(|person| person.name.clone()),
            role: named.and_then(|person| role(person, self.document.text)),
            mention: Some(mention.of(self.document.text).to_owned()),
            span: Some(mention),
        };
        Some(Quote {
            span: turn.words,
            text: turn.words.of(self.document.text).to_owned(),
            kind: Kind::Direct,
            speaker: Some(speaker),
            quoted_from: None,
            confidence: Rule::Transcript.confidence(),
            rule: Rule::Transcript.name().to_owned(),
            key: None,
        })
    }

    fn labelled(&self, turn: &transcript::Turn) -> Option<usize> {
        turn.label.clone().rev().find_map(|at| self.document.index.person_at(at)).filter(|person| {
            self.document.index.get(*person).is_some_and(|person| person.sort == Sort::Person)
        })
    }

    /// The first person named before the first turn.
    fn interviewee(&self, turns: &[transcript::Turn]) -> Option<usize> {
        let first = turns.first()?.label.start;
        self.document
            .index
            .mentions_in(0..first)
            .filter_map(|mention| mention.person)
            .find(|person| self.document.index.is_human(*person))
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

/// The speaker as the output shows it.
fn speaker(document: &Document, voice: &Voice) -> Speaker {
    let span = document.stream.span(&voice.phrase.tokens);
    let person = voice.person.and_then(|person| document.index.get(person));
    let body = matches!(voice.phrase.kind, PhraseKind::Body(_)).then(|| body_name(document, &voice.phrase));
    Speaker {
        name: body
            .or_else(|| person.map(|person| person.name.clone()))
            .or_else(|| voice.holder.map(|holder| holder.name.to_owned())),
        role: person.and_then(|person| role(person, document.text)),
        mention: Some(span.of(document.text).to_owned()),
        span: Some(span),
    }
}

/// The name of a body as written, without its article and complements.
fn body_name(document: &Document, phrase: &Phrase) -> String {
    let stream = &document.stream;
    let mut tokens = phrase.tokens.clone();
    if stream.has(tokens.start, Tags::DEFINITE) && tokens.len() > 1 {
        tokens.start += 1;
    }
    stream.span(&tokens).of(document.text).to_owned()
}

fn role(person: &Person, text: &str) -> Option<String> {
    index::role_of(person).map(|role| role.span.of(text).to_owned())
}
