//! Anthropic's messages.

use serde_json::{Value, json};

use super::exchange::{Answer, Ending, Request, Rung, count, roles, system};
use crate::model::Question;

pub(super) fn request(model: &str, question: &Question, rung: Rung) -> Request {
    let mut body = json!({
        "model": model,
        "max_tokens": question.max_tokens,
        "system": system(question, rung),
        "messages": roles(question, "assistant", |role, text| json!({"role": role, "content": text})),
    });
    if let (Rung::Schema, Some(map)) = (rung, body.as_object_mut()) {
        let format = json!({"format": {"type": "json_schema", "schema": question.schema}});
        map.insert("output_config".to_owned(), format);
    }
    Request {
        path: "v1/messages".to_owned(),
        key_header: ("x-api-key", ""),
        headers: &[("anthropic-version", "2023-06-01")],
        body,
    }
}

pub(super) fn answer(body: &Value) -> Option<Answer> {
    let parts = body.get("content")?.as_array()?;
    let text = parts
        .iter()
        .filter(|part| part.get("type").and_then(Value::as_str) == Some("text"))
        .filter_map(|part| part.get("text")?.as_str())
        .collect();
    let ending = match body.get("stop_reason").and_then(Value::as_str) {
        Some("max_tokens" | "model_context_window_exceeded") => Ending::CutOff,
        Some("refusal") => Ending::Declined,
        _ => Ending::Whole,
    };
    let tokens_in = count(
        body,
        &["/usage/input_tokens", "/usage/cache_creation_input_tokens", "/usage/cache_read_input_tokens"],
    );
    Some(Answer { text, tokens_in, tokens_out: count(body, &["/usage/output_tokens"]), ending })
}
