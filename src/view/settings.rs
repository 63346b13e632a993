//! The settings message, a row a setting, and the choices of each row.

use chrono_tz::Tz;

use super::Mode;
use super::text::Locale;
use super::{Button, DocumentFormat, Message, Press, RenderOptions, Rich, Setting};
use crate::digest::{Quiet, Slot, zone_label};
use crate::text::Language;

/// A chat's settings as they are shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Digest times; none is off.
    pub slots: Vec<Slot>,
    /// Times of press reviews; none is off.
    pub review: Vec<Slot>,
    /// Their format.
    pub review_format: DocumentFormat,
    /// Zone of all times.
    pub zone: Tz,
    /// Mode of new subscriptions.
    pub mode: Mode,
    /// Most quotes on a card.
    pub quotes: usize,
    /// Hours in which nothing is sent at once.
    pub quiet: Option<Quiet>,
    /// Language of the interface.
    pub locale: Locale,
    /// Whether summaries may be a model's.
    pub by_model: bool,
    /// Name of the model, when the operator has set one.
    pub model: Option<String>,
    /// Whether a digest with nothing new says so.
    pub say_nothing_new: bool,
    /// The languages that are read; none: quotes are not translated.
    pub reads: Vec<Language>,
    /// Whether the host has placed models that translate.
    pub translates: bool,
    /// Whether everything is held.
    pub paused: bool,
}

impl Settings {
    /// Draws all settings with a button a row.
    #[must_use]
    pub fn message(&self, options: &RenderOptions) -> Message {
        let locale = options.locale;
        let mut text = Rich::new().bold(locale.word("settings-title"));
        if self.paused {
            text = text.plain("\n").then(locale.rich("settings-paused", &[]));
        }
        for name in self.rows() {
            let label = locale.word(&format!("setting-{}", name.word()));
            text = text.plain(format!("\n{label}: ")).bold(self.value(name, options));
        }
        let fills = [("time", options.time(options.now).into())];
        text = text.plain("\n\n").then(locale.rich("settings-hint", &fills));
        let buttons: Vec<Button> = self.rows().map(|name| self.row_button(name, options)).collect();
        buttons.chunks(2).fold(Message::new(text), |message, row| message.row(row.to_vec()))
    }

    /// Draws the choices of one setting.
    #[must_use]
    pub fn choices(&self, name: Setting, options: &RenderOptions) -> Message {
        let locale = options.locale;
        let label = locale.word(&format!("setting-{}", name.word()));
        let value = self.value(name, options);
        let text = Rich::new().bold(format!("{label}: {value}")).plain("\n\n");
        let text = text.then(locale.rich(&format!("setting-{}-how", name.word()), &[]));
        let values = choice_values(name);
        let buttons: Vec<Button> = values
            .iter()
            .map(|value| Button::press(choice_label(name, value, options), &Press::Set(name, value.clone())))
            .collect();
        let wide = if name == Setting::Zone { 2 } else { 3 };
        let message = buttons.chunks(wide).fold(Message::new(text), |message, row| message.row(row.to_vec()));
        message.row(vec![Button::press(locale.word("button-back-to-settings"), &Press::Settings)])
    }

    /// The settings that mean something here.
    fn rows(&self) -> impl Iterator<Item = Setting> + use<> {
        Setting::ALL.into_iter().chain(self.translates.then_some(Setting::Read))
    }

    fn row_button(&self, name: Setting, options: &RenderOptions) -> Button {
        let label = options.locale.word(&format!("setting-{}", name.word()));
        Button::press(format!("{label}: {}", self.value(name, options)), &Press::Setting(name))
    }

    /// The value of one setting, in words.
    #[must_use]
    pub fn value(&self, name: Setting, options: &RenderOptions) -> String {
        let locale = options.locale;
        let on = |on: bool| locale.word(if on { "on" } else { "off" });
        match name {
            Setting::Digest if self.slots.is_empty() => on(false),
            Setting::Digest => options.times(&self.slots),
            Setting::Review => {
                let times = if self.review.is_empty() { on(false) } else { options.times(&self.review) };
                format!("{times} · {}", self.review_format.word())
            }
            Setting::Zone => zone_label(self.zone),
            Setting::Mode => locale.word(&format!("mode-{}", self.mode.word())),
            Setting::Quotes => self.quotes.to_string(),
            Setting::Quiet => self.quiet.map_or_else(|| on(false), |quiet| quiet.to_string()),
            Setting::Language => self.locale.word("language-name"),
            Setting::Summary => match (&self.model, self.by_model) {
                (Some(model), true) => model.clone(),
                _ => locale.word("summary-extractive"),
            },
            Setting::Empty => on(self.say_nothing_new),
            Setting::Read if self.reads.is_empty() => on(false),
            Setting::Read => {
                let codes: Vec<String> = self.reads.iter().map(|language| language.code()).collect();
                choice_label(name, &codes.join(","), options)
            }
        }
    }
}

/// The value a choice stands for, by the words on its button in any language; `None` for other words.
#[must_use]
pub fn choice(name: Setting, typed: &str, options: &RenderOptions) -> Option<String> {
    let typed = typed.trim().to_lowercase();
    choice_values(name).into_iter().find(|value| {
        Locale::all().any(|locale| {
            let options = RenderOptions { locale, ..options.clone() };
            choice_label(name, value, &options).to_lowercase() == typed
        })
    })
}

/// The values of a setting that work, in the words of its buttons.
#[must_use]
pub fn choices_named(name: Setting, options: &RenderOptions) -> String {
    let values = choice_values(name).into_iter().filter(|value| name != Setting::Digest || value != "off");
    values.map(|value| choice_label(name, &value, options)).collect::<Vec<_>>().join(" · ")
}

fn choice_values(name: Setting) -> Vec<String> {
    let values: &[&str] = match name {
        Setting::Digest => &["07:00", "08:00", "09:00", "18:00", "08:00 18:30", "off"],
        Setting::Review => &["07:30", "08:00", "18:00", "off", "format html", "format docx", "format md"],
        Setting::Zone => &[
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
        Setting::Mode => &["digest", "instant", "both"],
        Setting::Quotes => &["0", "1", "2", "3", "5"],
        Setting::Quiet => &["22:00-07:00", "23:00-07:00", "00:00-08:00", "off"],
        Setting::Summary => &["extractive", "llm"],
        Setting::Empty => &["on", "off"],
        Setting::Read => &["en", "ru", "en,ru", "off"],
        Setting::Language => return Locale::all().map(|locale| locale.code().to_owned()).collect(),
    };
    values.iter().map(|value| (*value).to_owned()).collect()
}

fn choice_label(name: Setting, value: &str, options: &RenderOptions) -> String {
    let locale = options.locale;
    match (name, value) {
        (_, "on" | "off") => locale.word(value),
        (Setting::Review, value) => value.trim_start_matches("format ").to_owned(),
        (Setting::Mode, mode) => locale.word(&format!("mode-{mode}")),
        (Setting::Language, code) => Locale::of_tag(code).unwrap_or_default().word("language-name"),
        (Setting::Read, codes) => {
            let name = |code: &str| locale.known(&format!("language-{code}")).unwrap_or(code.to_owned());
            codes.split(',').map(name).collect::<Vec<_>>().join(", ")
        }
        (Setting::Summary, method) => locale.word(&format!("summary-{method}")),
        (Setting::Zone, zone) => zone.rsplit('/').next().unwrap_or(zone).replace('_', " "),
        (_, value) => value.to_owned(),
    }
}
