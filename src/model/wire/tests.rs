use serde_json::json;

use super::*;
use crate::model::Turn;

fn question() -> Question {
    Question {
        system: "Rules.".to_owned(),
        turns: vec![Turn::User("Q".to_owned()), Turn::Model("A".to_owned()), Turn::User("Again".to_owned())],
        schema_name: "summary",
        schema: json!({"type": "object"}),
        max_tokens: 400,
    }
}

#[test]
fn each_provider_gets_its_own_shape() {
    for (provider, path, system, schema) in [
        (Provider::Openai, "chat/completions", "/messages/0/content", "/response_format/json_schema/schema"),
        (Provider::Anthropic, "v1/messages", "/system", "/output_config/format/schema"),
        (
            Provider::Gemini,
            "v1beta/models/m:generateContent",
            "/systemInstruction/parts/0/text",
            "/generationConfig/responseJsonSchema",
        ),
    ] {
        let asked = request(provider, "m", false, &question(), Rung::Schema);
        assert_eq!(asked.path, path);
        assert_eq!(asked.body.pointer(system), Some(&json!("Rules.")));
        assert_eq!(asked.body.pointer(schema), Some(&json!({"type": "object"})), "{provider:?}");
        let plain = request(provider, "m", false, &question(), Rung::Prompt);
        assert_eq!(plain.body.pointer(schema), None);
        assert!(plain.body.pointer(system).unwrap().as_str().unwrap().contains(r#"{"type":"object"}"#));
        assert!(!plain.body.to_string().contains("tools"), "no tools are ever offered");
    }
    assert_eq!(
        request(Provider::Gemini, "models/m", true, &question(), Rung::Object).path,
        "v1beta/models/m:generateContent"
    );
    let own = request(Provider::Openai, "m", true, &question(), Rung::Object).body;
    assert_eq!((own.get("max_completion_tokens"), own.get("max_tokens")), (Some(&json!(400)), None));
}

#[test]
fn answers_are_read_with_their_ending_and_cost() {
    let openai = |reason: &str| json!({"choices": [{"message": {"content": "T"}, "finish_reason": reason}], "usage": {"prompt_tokens": 7, "completion_tokens": 3}});
    let anthropic = |reason: &str| json!({"content": [{"type": "thinking", "thinking": "x"}, {"type": "text", "text": "T"}], "stop_reason": reason, "usage": {"input_tokens": 7, "output_tokens": 3}});
    let gemini = |reason: &str| json!({"candidates": [{"content": {"parts": [{"text": "x", "thought": true}, {"text": "T"}]}, "finishReason": reason}], "usageMetadata": {"promptTokenCount": 7, "candidatesTokenCount": 2, "thoughtsTokenCount": 1}});
    let whole = Answer { text: "T".to_owned(), tokens_in: 7, tokens_out: 3, ending: Ending::Whole };
    for (provider, body, due) in [
        (Provider::Openai, openai("stop"), Ok(whole.clone())),
        (Provider::Openai, openai("length"), Err(Error::Truncated)),
        (Provider::Openai, openai("content_filter"), Err(Error::Declined)),
        (Provider::Anthropic, anthropic("end_turn"), Ok(whole.clone())),
        (Provider::Anthropic, anthropic("max_tokens"), Err(Error::Truncated)),
        (Provider::Anthropic, anthropic("refusal"), Err(Error::Declined)),
        (Provider::Gemini, gemini("STOP"), Ok(whole)),
        (Provider::Gemini, gemini("MAX_TOKENS"), Err(Error::Truncated)),
        (Provider::Gemini, gemini("SAFETY"), Err(Error::Declined)),
        (Provider::Gemini, json!({"promptFeedback": {"blockReason": "OTHER"}}), Err(Error::Declined)),
        (Provider::Openai, json!({"error": "x"}), Err(Error::Unreadable("not the shape of this API"))),
        (Provider::Anthropic, json!([]), Err(Error::Unreadable("not the shape of this API"))),
        (Provider::Gemini, json!(null), Err(Error::Unreadable("not the shape of this API"))),
    ] {
        assert_eq!(answer(provider, &body), due, "{provider:?} {body}");
    }
}
