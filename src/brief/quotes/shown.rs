//! What the sieve found, as the output and the explanation show it.

use super::attribute;
use super::document::Document;
use super::explanation::{Candidate, Explanation};
use super::filter::Verdict;
use super::phrase::{Phrase, PhraseKind};
use super::place::Place;
use super::resolve::Voice;
use super::rule::Rule;
use super::sieve::{Finding, Sieve};
use super::transcript;
use crate::brief::{Kind, Quote, Speaker};
use crate::people::index::{self, Person};
use crate::people::lexicon::Tags;
use crate::people::names::Sort;

impl Sieve<'_, '_> {
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
            .map(|(rule, phrase)| Candidate { rule, words: words(&phrase) })
            .collect();
        let shown = finding.voice.as_ref().map(|voice| speaker(self.document, voice));
        let (name, mention) = shown.map_or((None, None), |shown| (shown.name, shown.mention));
        let rival = finding.voice.as_ref().and_then(|voice| self.document.index.get(voice.rival?));
        Some(Explanation {
            text: self.document.marked.get(finding.quote)?.inner.of(self.document.text).to_owned(),
            verdict: match finding.verdict {
                Verdict::Quote(Kind::Direct) => "a whole statement".to_owned(),
                Verdict::Quote(Kind::Mixed) => "a fragment".to_owned(),
                Verdict::Written => "no quote: words written on a thing".to_owned(),
                Verdict::Not(why) => format!("no quote: {why}"),
            },
            rule: finding.rule,
            mention: mention.clone().filter(|mention| Some(mention) != name.as_ref()),
            speaker: name.or(mention),
            rival: rival.map(|rival| rival.name.clone()),
            confidence: sureness(finding),
            candidates,
        })
    }

    pub(super) fn quote(&self, finding: &Finding) -> Option<Quote> {
        let kind = match finding.verdict {
            Verdict::Quote(kind) => kind,
            Verdict::Written | Verdict::Not(_) => return None,
        };
        let span = self.document.marked.get(finding.quote)?.inner;
        let speaker = finding.voice.as_ref().map(|voice| speaker(self.document, voice));
        Some(Quote {
            span,
            text: span.of(self.document.text).to_owned(),
            kind,
            speaker,
            quoted_from: finding.quoted_from.clone(),
            confidence: sureness(finding),
            rule: finding.rule.name().to_owned(),
            key: None,
        })
    }

    /// A turn of a transcript as a quote.
    pub(super) fn turn(&self, turn: &transcript::Turn, turns: &[transcript::Turn]) -> Option<Quote> {
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

/// How sure the speaker of a finding is: the rule and the person together.
fn sureness(finding: &Finding) -> f32 {
    finding.rule.confidence() * finding.voice.as_ref().map_or(0.0, |voice| voice.sure)
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
