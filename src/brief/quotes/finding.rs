//! What the sieve found for one stretch of marked words, and how the output shows it.

use crate::brief::quotes::attribution::relay;
use crate::brief::quotes::clause::Told;
use crate::brief::quotes::coreference::Voice;
use crate::brief::quotes::detection::scare_quotes::Verdict;
use crate::brief::quotes::document::Document;
use crate::brief::quotes::rule::Rule;
use crate::brief::quotes::syntax::noun_phrase::{Phrase, PhraseKind};
use crate::brief::{Quote, Speaker};
use crate::people::index::{self, Person};
use crate::people::lexicon::Tags;
use crate::text::without_invisible;

/// A quote with the rule and voice found for it.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    /// Index of the marked stretch.
    pub(crate) quote: usize,
    /// The rule that fired.
    pub(crate) rule: Rule,
    /// Who speaks.
    pub(crate) voice: Option<Voice>,
    /// What the words are.
    pub(crate) verdict: Verdict,
    /// Who said it first.
    pub(crate) quoted_from: Option<String>,
    /// The outlet the words came through.
    pub(crate) via: Option<String>,
    /// Who speaks, where the clause reader tells.
    pub(crate) told: Option<Told>,
}

impl Finding {
    /// Words in marks that are no quote.
    #[must_use]
    pub(crate) fn none(quote: usize, verdict: Verdict) -> Self {
        Self { quote, rule: Rule::Nobody, voice: None, verdict, quoted_from: None, via: None, told: None }
    }

    /// The quote, if the words are one.
    #[must_use]
    pub(crate) fn quote(&self, document: &Document) -> Option<Quote> {
        let kind = match self.verdict {
            Verdict::Quote(kind) => kind,
            Verdict::Written | Verdict::Not(_) => return None,
        };
        let span = document.marked.get(self.quote)?.inner;
        Some(Quote {
            span,
            text: span.of(document.text).to_owned(),
            kind,
            speaker: self.speaker(document),
            quoted_from: self.quoted_from.clone(),
            via: self.told.as_ref().map_or_else(|| self.via.clone(), |told| told.via.clone()),
            confidence: self.sureness(),
            rule: self.rule.name().to_owned(),
            key: None,
        })
    }

    /// The speaker as the output shows it.
    #[must_use]
    pub(crate) fn speaker(&self, document: &Document) -> Option<Speaker> {
        let told = self.told.as_ref().map(|told| told.speaker.clone());
        told.or_else(|| self.voice.as_ref().map(|voice| speaker(document, voice)))
    }

    /// How sure the speaker is: the rule and the person together.
    #[must_use]
    pub(crate) fn sureness(&self) -> f32 {
        let told = self.told.as_ref().map(|told| told.sure);
        self.rule.confidence() * told.or(self.voice.as_ref().map(|voice| voice.sure)).unwrap_or_default()
    }
}

/// The speaker as the output shows it.
fn speaker(document: &Document, voice: &Voice) -> Speaker {
    let span = document.stream.span(&voice.phrase.tokens);
    let person = voice.person.and_then(|person| document.index.get(person));
    let mention = Some(span.of(document.text).to_owned());
    if relay::is_document(document, &voice.phrase) {
        return Speaker { mention, span: Some(span), ..Speaker::default() };
    }
    let body = matches!(voice.phrase.kind, PhraseKind::Body(_)).then(|| body_name(document, &voice.phrase));
    Speaker {
        name: body
            .or_else(|| person.map(|person| person.name.clone()))
            .or_else(|| voice.holder.map(|holder| holder.name.to_owned()))
            .map(|name| without_invisible(&name).into_owned()),
        role: person.and_then(|person| role(person, document.text)).or_else(|| stale_office(document, voice)),
        mention,
        span: Some(span),
    }
}

/// The office of a speaker whom the dated table names, where nobody has looked for over a year whether that still holds:
/// with the year of which it is known.
fn stale_office(document: &Document, voice: &Voice) -> Option<String> {
    let (holder, published) = (voice.holder.filter(|_| voice.person.is_none())?, document.published?);
    holder.is_stale(published).then(|| holder.label_on(published))
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

/// The words of the text for what a person is.
#[must_use]
pub(crate) fn role(person: &Person, text: &str) -> Option<String> {
    index::role_of(person).filter(|role| role.person || role.office.is_some()).map(|role| {
        let of = role.of.map(|of| format!(" {}", of.of(text))).unwrap_or_default();
        without_invisible(&format!("{}{of}", role.span.of(text))).into_owned()
    })
}
