//! What the three shapes have in common: a request, an answer, and how firmly its form is asked for.

use serde_json::{Value, json};

use crate::model::{Provider, Question, Turn};

/// How firmly the shape of the answer is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::model) enum Rung {
    /// The server holds the model to the schema.
    Schema,
    /// The server holds the model to JSON; the schema stands in the prompt.
    Object,
    /// Nothing but the prompt.
    Prompt,
}

impl Rung {
    /// The next lower rung of a provider.
    pub(in crate::model) fn below(self, provider: Provider) -> Option<Self> {
        match (self, provider) {
            (Self::Schema, Provider::Anthropic) | (Self::Object, _) => Some(Self::Prompt),
            (Self::Schema, _) => Some(Self::Object),
            (Self::Prompt, _) => None,
        }
    }
}

/// A request, but for the key's value.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::model) struct Request {
    /// Path below the base URL.
    pub(in crate::model) path: String,
    /// Header the key goes into, and what stands before it.
    pub(in crate::model) key_header: (&'static str, &'static str),
    /// Other headers.
    pub(in crate::model) headers: &'static [(&'static str, &'static str)],
    /// The body.
    pub(in crate::model) body: Value,
}

/// What an answer holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::model) struct Answer {
    pub(in crate::model) text: String,
    pub(in crate::model) tokens_in: u64,
    pub(in crate::model) tokens_out: u64,
    /// The server says the answer is whole.
    pub(in crate::model) ending: Ending,
}

/// Why a model stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::model) enum Ending {
    #[default]
    Whole,
    CutOff,
    Declined,
}

/// The rules, with the schema in them when the server does not hold the model to it.
pub(super) fn system(question: &Question, rung: Rung) -> String {
    if rung == Rung::Schema {
        return question.system.clone();
    }
    format!("{}\nThe JSON object must fit this JSON schema: {}", question.system, question.schema)
}

/// The sum of the numbers at `pointers`.
pub(super) fn count(body: &Value, pointers: &[&str]) -> u64 {
    pointers.iter().filter_map(|pointer| body.pointer(pointer)?.as_u64()).sum()
}

/// The turns of a question; `model` is what the provider calls its own.
pub(super) fn roles(question: &Question, model: &str, put: impl Fn(&str, &str) -> Value) -> Value {
    let turns = question.turns.iter().map(|turn| match turn {
        Turn::User(text) => put("user", text),
        Turn::Model(text) => put(model, text),
    });
    json!(turns.collect::<Vec<_>>())
}
