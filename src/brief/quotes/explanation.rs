//! Why a quote has the speaker it has: the rule that fired, whom its words mean, and why the other candidates lost.

use std::fmt;

use super::attribution::position::Position;
use super::detection::scare_quotes::Verdict;
use super::document::Document;
use super::finding::Finding;
use super::rule::Rule;
use super::syntax::noun_phrase::Phrase;
use super::{attribution, clause};
use crate::brief::{Kind, Quote};

/// Most characters of a quotation that an account repeats.
const SHOWN: usize = 90;

/// The account of one stretch of words in marks.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The words.
    pub text: String,
    /// What they were judged to be: a whole statement, a fragment, or why they are no quote.
    pub verdict: String,
    /// The rule that named the speaker.
    pub rule: Rule,
    /// The speaker's name, or the words of the text where nobody can be named.
    pub speaker: Option<String>,
    /// The words of the text that stand for the speaker, when they are not the name.
    pub mention: Option<String>,
    /// Whom else a pronoun could have meant.
    pub rival: Option<String>,
    /// How sure the speaker is, 0 to 1.
    pub confidence: f32,
    /// What the other rules found.
    pub candidates: Vec<Candidate>,
}

/// What another rule found.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The rule.
    pub rule: Rule,
    /// The words it found.
    pub words: String,
}

/// Accounts for `finding`.
#[must_use]
pub(crate) fn explain(document: &Document, finding: &Finding) -> Option<Explanation> {
    let place = Position::of(document, finding.quote)?;
    let words = |phrase: &Phrase| document.stream.span(&phrase.tokens).of(document.text).to_owned();
    let winner = finding.voice.as_ref().map(|voice| &voice.phrase);
    let tried =
        if clause::reads(document.language) { Vec::new() } else { attribution::all(document, &place) };
    let candidates = tried
        .into_iter()
        .filter(|(rule, phrase)| *rule != finding.rule && Some(phrase) != winner)
        .map(|(rule, phrase)| Candidate { rule, words: words(&phrase) })
        .collect();
    let shown = finding.speaker(document);
    let (name, mention) = shown.map_or((None, None), |shown| (shown.name, shown.mention));
    let rival = finding.voice.as_ref().and_then(|voice| document.index.get(voice.rival?));
    Some(Explanation {
        text: document.marked.get(finding.quote)?.inner.of(document.text).to_owned(),
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
        confidence: finding.sureness(),
        candidates,
    })
}

/// Accounts for a quote by what it tells itself.
#[must_use]
pub(crate) fn of_quote(quote: &Quote) -> Explanation {
    let (name, mention) = quote
        .speaker
        .as_ref()
        .map_or((None, None), |speaker| (speaker.name.clone(), speaker.mention.clone()));
    Explanation {
        text: quote.text.clone(),
        verdict: match quote.kind {
            Kind::Direct => "a whole statement".to_owned(),
            Kind::Mixed => "a fragment".to_owned(),
        },
        rule: Rule::named(&quote.rule).unwrap_or(Rule::Nobody),
        mention: mention.clone().filter(|mention| Some(mention) != name.as_ref()),
        speaker: name.or(mention),
        rival: None,
        confidence: quote.confidence,
        candidates: Vec::new(),
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}”\n  {}", shortened(&self.text), self.verdict)?;
        if self.speaker.is_none() {
            for candidate in &self.candidates {
                write!(f, "\n  {} stands there as {}", quoted(&candidate.words), candidate.rule.reads())?;
            }
            return Ok(());
        }
        let speaker = self.speaker.as_deref().unwrap_or("nobody");
        let sure = (self.confidence * 100.0).round();
        write!(f, ", said by {speaker} ({sure} % sure)\n  because the text reads {}", self.rule.reads())?;
        match (&self.mention, &self.rival) {
            (Some(mention), Some(rival)) => {
                write!(f, "; {} is {speaker} rather than {rival}", quoted(mention))?;
            }
            (Some(mention), None) => write!(f, "; X is {}", quoted(mention))?,
            (None, _) => {}
        }
        for candidate in &self.candidates {
            let (words, rule) = (quoted(&candidate.words), candidate.rule.reads());
            write!(f, "\n  not {words}, read as {rule}: that counts only where the reading above fails")?;
        }
        Ok(())
    }
}

fn quoted(words: &str) -> String {
    format!("“{}”", shortened(words))
}

/// The beginning and the end of long words.
fn shortened(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let count = words.chars().count();
    if count <= SHOWN {
        return words;
    }
    let head: String = words.chars().take(SHOWN * 2 / 3).collect();
    let tail: String = words.chars().skip(count - SHOWN / 3).collect();
    format!("{} … {}", head.trim_end(), tail.trim_start())
}
