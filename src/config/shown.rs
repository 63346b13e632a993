//! The effective configuration for people, secrets masked.

use std::fmt::{Display, Write};

use crate::digest;

use super::{Access, Config, LogFormat, Provider};

/// Writes the effective configuration, a key a line, secrets masked.
#[must_use]
pub fn shown(config: &Config) -> String {
    let mut lines = Lines(String::new());
    telegram(&mut lines, config);
    lines.put("database.path", config.database_path.display());
    lines.maybe("data.folder", config.data_folder.as_ref().map(|folder| folder.display()));
    lines.maybe("models.folder", config.models_folder.as_ref().map(|folder| folder.display()));
    lines.maybe("keep.articles_days", config.keep.articles_days);
    lines.put("keep.daily_copies", config.keep.daily_copies);
    web(&mut lines, config);
    lines.put("poll.min_seconds", config.poll.min_seconds);
    lines.put("poll.default_seconds", config.poll.default_seconds);
    lines.put("poll.max_seconds", config.poll.max_seconds);
    lines.put("digest.default_time", digest::write_minute(config.digest.default_time));
    lines.put("digest.default_zone", config.digest.default_zone);
    llm(&mut lines, config);
    service(&mut lines, config);
    lines.0
}

struct Lines(String);

impl Lines {
    fn put(&mut self, key: &str, value: impl Display) {
        // writing to a String cannot fail
        writeln!(self.0, "{key} = {value}").unwrap_or_default();
    }

    fn maybe(&mut self, key: &str, value: Option<impl Display>) {
        match value {
            Some(value) => self.put(key, value),
            None => self.put(key, "(not set)"),
        }
    }

    fn secret(&mut self, key: &str, is_set: bool) {
        self.put(key, if is_set { "(set, hidden)" } else { "(not set)" });
    }

    fn list(&mut self, key: &str, values: &[impl Display]) {
        let joined = values.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
        self.put(key, if joined.is_empty() { "(none)".to_owned() } else { joined });
    }
}

fn telegram(lines: &mut Lines, config: &Config) {
    let telegram = &config.telegram;
    lines.secret("telegram.token", telegram.token.is_some());
    lines.put("telegram.api_url", &telegram.api_url);
    lines.maybe("telegram.webhook_url", telegram.webhook_url.as_ref());
    lines.maybe("telegram.webhook_listen", telegram.webhook_listen);
    lines.put("telegram.messages_per_second", telegram.messages_per_second);
    lines.put("telegram.messages_per_chat_per_second", telegram.messages_per_chat_per_second);
    lines.put("telegram.messages_per_group_per_minute", telegram.messages_per_group_per_minute);
}

fn web(lines: &mut Lines, config: &Config) {
    let web = &config.web;
    lines.list("web.allow_nets", &web.allow_nets);
    lines.maybe("web.user_agent_contact", web.user_agent_contact.as_ref());
    lines.put("web.max_feed_bytes", web.max_feed_bytes);
    lines.put("web.max_page_bytes", web.max_page_bytes);
    lines.put("web.timeout_seconds", web.timeout_seconds);
}

fn llm(lines: &mut Lines, config: &Config) {
    let llm = &config.llm;
    let provider = llm.provider.map(|provider| match provider {
        Provider::Openai => "openai",
        Provider::Anthropic => "anthropic",
        Provider::Gemini => "gemini",
    });
    lines.maybe("llm.provider", provider);
    lines.maybe("llm.base_url", llm.base_url.as_ref());
    lines.maybe("llm.model", llm.model.as_ref());
    lines.secret("llm.api_key", llm.api_key.is_some());
    lines.put("llm.daily_tokens", llm.daily_tokens);
    lines.put("llm.price_in", llm.price_in);
    lines.put("llm.price_out", llm.price_out);
    lines.put("llm.timeout_seconds", llm.timeout_seconds);
}

fn service(lines: &mut Lines, config: &Config) {
    let service = &config.service;
    lines.list("operator.chats", &service.operator_chats);
    lines.put("access.mode", if service.access_mode == Access::Open { "open" } else { "invite" });
    lines.maybe("http.listen", service.http_listen);
    lines.put("log.format", if service.log_format == LogFormat::Text { "text" } else { "json" });
}
