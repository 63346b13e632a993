//! Gemini's `generateContent`.

use serde_json::{Value, json};

use super::exchange::{Answer, Ending, Request, Rung, count, roles, system};
use crate::model::Question;

pub(super) fn request(model: &str, question: &Question, rung: Rung) -> Request {
    let mut generation = json!({"maxOutputTokens": question.max_tokens, "temperature": 0});
    if let Some(map) = generation.as_object_mut() {
        if rung != Rung::Prompt {
            map.insert("responseMimeType".to_owned(), json!("application/json"));
        }
        if rung == Rung::Schema {
            map.insert("responseJsonSchema".to_owned(), question.schema.clone());
        }
    }
    let body = json!({
        "systemInstruction": {"parts": [{"text": system(question, rung)}]},
        "contents": roles(question, "model", |role, text| json!({"role": role, "parts": [{"text": text}]})),
        "generationConfig": generation,
    });
    let model = model.strip_prefix("models/").unwrap_or(model);
    Request {
        path: format!("v1beta/models/{model}:generateContent"),
        key_header: ("x-goog-api-key", ""),
        headers: &[],
        body,
    }
}

pub(super) fn answer(body: &Value) -> Option<Answer> {
    let tokens_in = count(body, &["/usageMetadata/promptTokenCount"]);
    let tokens_out =
        count(body, &["/usageMetadata/candidatesTokenCount", "/usageMetadata/thoughtsTokenCount"]);
    if body.pointer("/promptFeedback/blockReason").is_some() {
        return Some(Answer { tokens_in, tokens_out, ending: Ending::Declined, ..Answer::default() });
    }
    let candidate = body.pointer("/candidates/0")?;
    let parts = candidate.pointer("/content/parts").and_then(Value::as_array);
    let text = parts
        .into_iter()
        .flatten()
        .filter(|part| part.get("thought") != Some(&Value::Bool(true)))
        .filter_map(|part| part.get("text")?.as_str())
        .collect();
    let ending = match candidate.get("finishReason").and_then(Value::as_str) {
        Some("MAX_TOKENS") => Ending::CutOff,
        None | Some("STOP" | "FINISH_REASON_UNSPECIFIED") => Ending::Whole,
        Some(_) => Ending::Declined,
    };
    Some(Answer { text, tokens_in, tokens_out, ending })
}
