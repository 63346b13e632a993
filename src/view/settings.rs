//! The settings message, a row a setting, and the choices of each row.

use chrono_tz::Tz;

use super::feeds::Mode;
use super::words::Tongue;
use super::{Button, Look, Message, Press, Rich};
use crate::digest::{Quiet, Slot, write_slots, zone_label};

/// A chat's settings as they are shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Digest times; none is off.
    pub slots: Vec<Slot>,
    /// Zone of all times.
    pub zone: Tz,
    /// Mode of new subscriptions.
    pub mode: Mode,
    /// Most quotes on a card.
    pub quotes: usize,
    /// Hours in which nothing is sent at once.
    pub quiet: Option<Quiet>,
    /// Language of the interface.
    pub tongue: Tongue,
    /// Whether summaries may be a model's.
    pub by_model: bool,
    /// Name of the model, when the operator has set one.
    pub model: Option<String>,
    /// Whether a digest with nothing new says so.
    pub say_nothing_new: bool,
    /// Whether everything is held.
    pub paused: bool,
}

/// The names of the rows, in order, as `/settings` takes them.
pub const SETTINGS: [&str; 8] = ["digest", "zone", "mode", "quotes", "quiet", "language", "summary", "empty"];

impl Settings {
    /// Draws all settings with a button a row.
    #[must_use]
    pub fn message(&self, look: &Look) -> Message {
        let tongue = look.tongue;
        let mut text = Rich::new().bold(tongue.word("settings-title"));
        if self.paused {
            text = text.plain("\n").plain(tongue.word("settings-paused"));
        }
        for name in SETTINGS {
            let label = tongue.word(&format!("setting-{name}"));
            text = text.plain(format!("\n{label}: ")).bold(self.value(name, look));
        }
        let fills = [("time", look.time(look.now).into())];
        text = text.plain("\n\n").then(tongue.rich("settings-hint", &fills));
        let buttons: Vec<Button> = SETTINGS.iter().map(|name| self.row_button(name, look)).collect();
        buttons.chunks(2).fold(Message::new(text), |message, row| message.row(row.to_vec()))
    }

    /// Draws the choices of one setting; all settings for an unknown name.
    #[must_use]
    pub fn choices(&self, name: &str, look: &Look) -> Message {
        let tongue = look.tongue;
        if !SETTINGS.contains(&name) {
            return self.message(look);
        }
        let label = tongue.word(&format!("setting-{name}"));
        let value = self.value(name, look);
        let text = Rich::new().bold(format!("{label}: {value}")).plain("\n\n");
        let text = text.then(tongue.rich(&format!("setting-{name}-how"), &[]));
        let values = choice_values(name);
        let buttons: Vec<Button> = values
            .iter()
            .map(|value| {
                Button::press(choice_label(name, value, look), &Press::Set(name.to_owned(), value.clone()))
            })
            .collect();
        let wide = if name == "zone" { 2 } else { 3 };
        let message = buttons.chunks(wide).fold(Message::new(text), |message, row| message.row(row.to_vec()));
        message.row(vec![Button::press(tongue.word("button-back-to-settings"), &Press::Settings)])
    }

    fn row_button(&self, name: &str, look: &Look) -> Button {
        let label = look.tongue.word(&format!("setting-{name}"));
        Button::press(format!("{label}: {}", self.value(name, look)), &Press::Setting(name.to_owned()))
    }

    /// The value of one setting, in words.
    #[must_use]
    pub fn value(&self, name: &str, look: &Look) -> String {
        let tongue = look.tongue;
        let on = |on: bool| tongue.word(if on { "on" } else { "off" });
        match name {
            "digest" if self.slots.is_empty() => on(false),
            "digest" => write_slots(&self.slots),
            "zone" => zone_label(self.zone),
            "mode" => tongue.word(&format!("mode-{}", self.mode.word())),
            "quotes" => self.quotes.to_string(),
            "quiet" => self.quiet.map_or_else(|| on(false), |quiet| quiet.to_string()),
            "language" => self.tongue.word("language-name"),
            "summary" => match (&self.model, self.by_model) {
                (Some(model), true) => model.clone(),
                _ => tongue.word("summary-extractive"),
            },
            _ => on(self.say_nothing_new),
        }
    }
}

fn choice_values(name: &str) -> Vec<String> {
    let values: &[&str] = match name {
        "digest" => &["07:00", "08:00", "09:00", "18:00", "08:00 18:30", "off"],
        "zone" => &[
            "UTC",
            "Europe/London",
            "Europe/Berlin",
            "Europe/Kyiv",
            "Europe/Moscow",
            "Asia/Dubai",
            "Asia/Kolkata",
            "Asia/Shanghai",
            "Asia/Tokyo",
            "America/New_York",
            "America/Los_Angeles",
            "America/Sao_Paulo",
        ],
        "mode" => &["digest", "instant", "both"],
        "quotes" => &["0", "1", "2", "3", "5"],
        "quiet" => &["22:00-07:00", "23:00-07:00", "00:00-08:00", "off"],
        "summary" => &["extractive", "llm"],
        "empty" => &["on", "off"],
        _ => return Tongue::all().map(|tongue| tongue.code().to_owned()).collect(),
    };
    values.iter().map(|value| (*value).to_owned()).collect()
}

fn choice_label(name: &str, value: &str, look: &Look) -> String {
    let tongue = look.tongue;
    match (name, value) {
        (_, "on" | "off") => tongue.word(value),
        ("mode", mode) => tongue.word(&format!("mode-{mode}")),
        ("language", code) => Tongue::of_tag(code).unwrap_or_default().word("language-name"),
        ("summary", method) => tongue.word(&format!("summary-{method}")),
        ("zone", zone) => zone.rsplit('/').next().unwrap_or(zone).replace('_', " "),
        (_, value) => value.to_owned(),
    }
}
