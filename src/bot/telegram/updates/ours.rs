//! What a pressed message of ours shows, and which buttons it has.

use serde_json::Value;

/// What a message of ours shows, as [`Message::shows`](crate::view::Message::shows) tells it.
pub(super) fn shows(text: &str, markup: Option<&Value>) -> String {
    let buttons = buttons(markup).map(|button| {
        let word = |key: &str| button.get(key).and_then(Value::as_str).unwrap_or_default();
        (word("text"), if button.get("url").is_some() { word("url") } else { word("callback_data") })
    });
    crate::view::shown(text, buttons)
}

/// Whether a message of ours has a button with these data.
pub(super) fn carries(markup: Option<&Value>, data: &str) -> bool {
    buttons(markup).any(|button| button.get("callback_data").and_then(Value::as_str) == Some(data))
}

fn buttons(markup: Option<&Value>) -> impl Iterator<Item = &Value> {
    let rows = markup.and_then(|markup| markup.get("inline_keyboard")?.as_array());
    rows.into_iter().flatten().filter_map(Value::as_array).flatten()
}
