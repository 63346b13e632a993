//! Whom the words for a speaker may mean, with what tells for each and who is right: what weights are learnt from.

use serde_json::{Map, Value, json};

use super::answers::Answer;
use super::matching::{bare, pairs};
use super::passages::{Gold, Passage, Voice};
use super::speakers::{Verdict, judge};
use crate::article::{self, Given};
use crate::brief::quotes::{Weighing, weighings};
use crate::text::Span;

/// A JSON line for each quotation of the passages whose speaker is weighed and whose gold is found.
pub(super) fn lines(passages: &[Passage]) -> String {
    passages.iter().flat_map(of_passage).map(|line| format!("{line}\n")).collect()
}

fn of_passage(passage: &Passage) -> Vec<Value> {
    let article = article::from_text(&passage.text, &Given::default());
    let gold: Vec<Span> = passage.quotes.iter().map(|quote| bare(&passage.text, quote.span)).collect();
    let all = weighings(&article);
    let spans: Vec<Span> = all.iter().map(|one| bare(&passage.text, one.quote)).collect();
    let found = passage.quotes.iter().zip(pairs(&gold, &spans));
    found.filter_map(|(quote, at)| Some(line(passage, quote, all.get(at?)?))).collect()
}

fn line(passage: &Passage, quote: &Gold, one: &Weighing) -> Value {
    let named = matches!(quote.voice, Voice::Named { .. });
    let is_right = |name: &str| {
        if name.is_empty() {
            return !named;
        }
        let answer = Answer { span: quote.span, name: Some(name.to_owned()), mention: None, rule: None };
        named && judge(&quote.voice, &answer, passage.language) == Verdict::Right
    };
    let candidates: Vec<Value> = one
        .candidates
        .iter()
        .map(|(name, features)| {
            let features: Map<String, Value> =
                features.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
            json!({ "name": name, "right": is_right(name), "features": features })
        })
        .collect();
    json!({
        "id": passage.id, "lang": passage.language.code(), "kind": one.kind, "words": one.words,
        "quote": quote.span.of(&passage.text), "candidates": candidates,
    })
}
