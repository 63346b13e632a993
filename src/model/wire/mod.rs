//! The three shapes of language-model APIs, as pure functions: question → request, response → text.

use serde_json::{Value, json};

use super::{Error, Provider, Question};

mod anthropic;
mod gemini;
mod openai;

/// How firmly the shape of the answer is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rung {
    /// The server holds the model to the schema.
    Schema,
    /// The server holds the model to JSON; the schema stands in the prompt.
    Object,
    /// Nothing but the prompt.
    Prompt,
}

impl Rung {
    /// The next lower rung of a provider.
    pub(super) fn below(self, provider: Provider) -> Option<Self> {
        match (self, provider) {
            (Self::Schema, Provider::Anthropic) | (Self::Object, _) => Some(Self::Prompt),
            (Self::Schema, _) => Some(Self::Object),
            (Self::Prompt, _) => None,
        }
    }
}

/// A request, but for the key's value.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Request {
    /// Path below the base URL.
    pub(super) path: String,
    /// Header the key goes into, and what stands before it.
    pub(super) key_header: (&'static str, &'static str),
    /// Other headers.
    pub(super) headers: &'static [(&'static str, &'static str)],
    /// The body.
    pub(super) body: Value,
}

/// What an answer holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Answer {
    pub(super) text: String,
    pub(super) tokens_in: u64,
    pub(super) tokens_out: u64,
    /// The server says the answer is whole.
    pub(super) ending: Ending,
}

/// Why a model stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Ending {
    #[default]
    Whole,
    CutOff,
    Declined,
}

/// The provider's own base URL.
pub(super) fn own_base(provider: Provider) -> &'static str {
    match provider {
        Provider::Openai => "https://api.openai.com/v1",
        Provider::Anthropic => "https://api.anthropic.com",
        Provider::Gemini => "https://generativelanguage.googleapis.com",
    }
}

/// Puts a question into the provider's words.
pub(super) fn request(
    provider: Provider,
    model: &str,
    own: bool,
    question: &Question,
    rung: Rung,
) -> Request {
    match provider {
        Provider::Openai => openai::request(model, own, question, rung),
        Provider::Anthropic => anthropic::request(model, question, rung),
        Provider::Gemini => gemini::request(model, question, rung),
    }
}

/// Reads the provider's response.
pub(super) fn answer(provider: Provider, body: &Value) -> Result<Answer, Error> {
    let answer = match provider {
        Provider::Openai => openai::answer(body),
        Provider::Anthropic => anthropic::answer(body),
        Provider::Gemini => gemini::answer(body),
    };
    let answer = answer.ok_or(Error::Unreadable("not the shape of this API"))?;
    match answer.ending {
        Ending::Whole => Ok(answer),
        Ending::CutOff => Err(Error::Truncated),
        Ending::Declined => Err(Error::Declined),
    }
}

/// The rules, with the schema in them when the server does not hold the model to it.
fn system(question: &Question, rung: Rung) -> String {
    if rung == Rung::Schema {
        return question.system.clone();
    }
    format!("{}\nThe JSON object must fit this JSON schema: {}", question.system, question.schema)
}

fn count(body: &Value, pointers: &[&str]) -> u64 {
    pointers.iter().filter_map(|pointer| body.pointer(pointer)?.as_u64()).sum()
}

fn roles(question: &Question, model: &str, put: impl Fn(&str, &str) -> Value) -> Value {
    let turns = question.turns.iter().map(|turn| match turn {
        super::Turn::User(text) => put("user", text),
        super::Turn::Model(text) => put(model, text),
    });
    json!(turns.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests;
