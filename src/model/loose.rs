//! A JSON object out of whatever a model wrote around it.

use serde_json::Value;

use crate::text::lenient_json;

/// Bytes of an answer that are looked at.
const LONGEST: usize = 64 << 10;

/// The first JSON object in `text` that has the key `key`; prose and code fences around it are passed over.
pub(super) fn object(text: &str, key: &str) -> Option<Value> {
    let text = text.get(..LONGEST).unwrap_or(text);
    let holds = |value: &Value| value.get(key).is_some();
    if let Some(value) = lenient_json(text)
        && holds(&value)
    {
        return Some(value);
    }
    // Few starts are tried, so that a text full of braces stays linear.
    text.match_indices('{').take(20).find_map(|(at, _)| {
        let rest = text.get(at..)?;
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
        values.next()?.ok().filter(holds)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_is_found_in_prose_and_fences_and_half_ones_are_not() {
        for (text, found) in [
            (r#"{"sentences": []}"#, true),
            ("Sure! Here it is:\n```json\n{\"sentences\": [\"A\"]}\n```\nAnything else?", true),
            (r#"<think>{"plan": 1}</think> {"sentences": ["A"]}"#, true),
            (r#"{"sentences": ["A"#, false),
            (r#"{"summary": "A"}"#, false),
            (r#"["sentences"]"#, false),
            ("", false),
            ("{{{{{{{{{{", false),
        ] {
            assert_eq!(object(text, "sentences").is_some(), found, "{text}");
        }
    }
}
