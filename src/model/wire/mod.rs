//! The three shapes of language-model APIs, as pure functions: question → request, response → text.

use serde_json::Value;

use super::{Error, Provider, Question};

mod anthropic;
mod exchange;
mod gemini;
mod openai;

pub(super) use exchange::{Answer, Ending, Request, Rung};

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

#[cfg(test)]
mod tests;
