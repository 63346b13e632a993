//! What was weighed where words other than a name stand for a speaker: what the weights are learnt from.

use super::clause::{self, Weighed};
use super::document::Document;
use crate::article::Article;
use crate::text::{Span, Steps};

/// Everybody who may be meant by the words for the speaker of one quotation.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighing {
    /// The quotation.
    pub quote: Span,
    /// What the words are: `Pronoun`, `Silent`, `Description`, `Bare`.
    pub kind: &'static str,
    /// The words; empty where there are none.
    pub words: String,
    /// The names, the last without: nobody of those named; with what tells for each.
    pub candidates: Vec<(String, Vec<(&'static str, f32)>)>,
}

/// Everything weighed in an article; empty in languages that are not read by clauses.
#[must_use]
pub fn weighings(article: &Article) -> Vec<Weighing> {
    if !clause::reads(article.language) {
        return Vec::new();
    }
    let document = Document::read(article, article.text.len(), Steps::most(super::MOST_STEPS));
    let all = clause::weighed(&document);
    all.into_iter().filter_map(|(one, names)| weighing(&document, &one, names)).collect()
}

fn weighing(document: &Document, one: &Weighed, names: Vec<String>) -> Option<Weighing> {
    let features = one.candidates.iter().map(|candidate| {
        candidate.features.iter().map(|(feature, value)| (feature.name(), *value)).collect::<Vec<_>>()
    });
    let words = (!one.tokens.is_empty()).then(|| document.stream.span(&one.tokens).of(document.text));
    Some(Weighing {
        quote: document.marked.get(one.quote)?.inner,
        kind: one.kind.name(),
        words: words.unwrap_or_default().to_owned(),
        candidates: names.into_iter().zip(features).collect(),
    })
}
