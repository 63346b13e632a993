//! How what people write reaches the bot, and whether it does: a bot that Telegram cannot reach is silent.

use serde_json::Value;
use url::Url;

use super::finding::Finding;

/// What Telegram says of a bot's webhook (Bot API, `WebhookInfo`).
#[derive(Debug, Default)]
pub(super) struct Webhook {
    url: String,
    waiting: u64,
    fault: Option<String>,
}

impl Webhook {
    /// Reads the answer of `getWebhookInfo`; `None` for anything else.
    pub(super) fn read(body: &Value) -> Option<Self> {
        let result = body.get("result")?;
        let word = |name: &str| result.get(name).and_then(Value::as_str).map(str::to_owned);
        Some(Self {
            url: word("url")?,
            waiting: result.get("pending_update_count").and_then(Value::as_u64).unwrap_or_default(),
            fault: word("last_error_message"),
        })
    }
}

/// Compares what is set here with what Telegram has. A fault is old news where nothing waits.
pub(super) fn updates(wanted: Option<&Url>, known: &Webhook) -> Finding {
    let host = |url: &str| {
        Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
    };
    match (wanted, known.url.as_str()) {
        (None, "") => Finding::Good(format!("long polling, {} waiting", known.waiting)),
        (None, other) => Finding::Note(format!(
            "Telegram sends them to a webhook at {}; `attache run` takes them by long polling instead, so nothing else may use this token",
            host(other)
        )),
        (Some(wanted), "") => Finding::Note(format!(
            "the webhook at {} is not known to Telegram yet; `attache run` sets it",
            wanted.host_str().unwrap_or_default()
        )),
        (Some(wanted), other) if host(other) != wanted.host_str().unwrap_or_default() => {
            Finding::Note(format!(
                "Telegram sends them to {}, not to {}; `attache run` changes that",
                host(other),
                wanted.host_str().unwrap_or_default()
            ))
        }
        (Some(wanted), _) => match known.fault.as_deref().filter(|_| known.waiting > 0) {
            Some(fault) => Finding::Bad(format!(
                "{} wait: Telegram cannot hand them to {} ({fault}); it must lead, by https, to telegram.webhook_listen",
                known.waiting,
                wanted.host_str().unwrap_or_default()
            )),
            None => Finding::Good(format!("webhook at {}", wanted.host_str().unwrap_or_default())),
        },
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_webhook_that_telegram_cannot_reach_is_told() {
        let said = |wanted: Option<&str>, url: &str, waiting: u64, fault: Option<&str>| {
            let mut result = json!({"url": url, "pending_update_count": waiting});
            if let Some(fault) = fault {
                result["last_error_message"] = json!(fault);
            }
            let wanted = wanted.map(|url| url.parse().unwrap());
            match updates(wanted.as_ref(), &Webhook::read(&json!({"ok": true, "result": result})).unwrap()) {
                Finding::Good(words) => format!("good {words}"),
                Finding::Note(words) => format!("note {words}"),
                Finding::Bad(words) => format!("bad {words}"),
            }
        };
        let ours = "https://bot.example/hook";
        for (wanted, url, waiting, fault, told) in [
            (None, "", 0, None, "good long polling"),
            (None, "https://old.example/x", 3, None, "note Telegram sends them to a webhook at old.example"),
            (Some(ours), "", 0, None, "note the webhook at bot.example"),
            (Some(ours), "https://old.example/x", 0, None, "note Telegram sends them to old.example"),
            (Some(ours), ours, 0, Some("Connection refused"), "good webhook at bot.example"),
            (Some(ours), ours, 7, Some("Connection refused"), "bad 7 wait"),
        ] {
            let said = said(wanted, url, waiting, fault);
            assert!(said.starts_with(told), "{said}");
        }
        assert!(Webhook::read(&json!({"ok": false})).is_none());
    }
}
