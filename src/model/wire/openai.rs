//! Chat completions: OpenAI, Ollama, llama.cpp, vLLM, `OpenRouter`, Mistral, Groq and others.

use serde_json::{Value, json};

use super::exchange::{Answer, Ending, Request, Rung, count, roles, system};
use crate::model::Question;

pub(super) fn request(model: &str, own: bool, question: &Question, rung: Rung) -> Request {
    let mut messages = vec![json!({"role": "system", "content": system(question, rung)})];
    if let Value::Array(turns) =
        roles(question, "assistant", |role, text| json!({"role": role, "content": text}))
    {
        messages.extend(turns);
    }
    // OpenAI's newer models take neither `max_tokens` nor a temperature; other servers know no other word.
    let mut body = if own {
        json!({"model": model, "messages": messages, "max_completion_tokens": question.max_tokens})
    } else {
        json!({"model": model, "messages": messages, "max_tokens": question.max_tokens, "temperature": 0})
    };
    let format = match rung {
        Rung::Schema => Some(json!({
            "type": "json_schema",
            "json_schema": {"name": question.schema_name, "strict": true, "schema": question.schema},
        })),
        Rung::Object => Some(json!({"type": "json_object"})),
        Rung::Prompt => None,
    };
    if let (Some(format), Some(map)) = (format, body.as_object_mut()) {
        map.insert("response_format".to_owned(), format);
    }
    Request {
        path: "chat/completions".to_owned(),
        key_header: ("authorization", "Bearer "),
        headers: &[],
        body,
    }
}

pub(super) fn answer(body: &Value) -> Option<Answer> {
    let choice = body.pointer("/choices/0")?;
    let message = choice.get("message")?;
    let text = message.get("content").and_then(Value::as_str).unwrap_or_default().to_owned();
    let refused = message.get("refusal").is_some_and(Value::is_string);
    let ending = match choice.get("finish_reason").and_then(Value::as_str) {
        Some("length") => Ending::CutOff,
        Some("content_filter") => Ending::Declined,
        _ if refused => Ending::Declined,
        _ => Ending::Whole,
    };
    Some(Answer {
        text,
        tokens_in: count(body, &["/usage/prompt_tokens"]),
        tokens_out: count(body, &["/usage/completion_tokens"]),
        ending,
    })
}
