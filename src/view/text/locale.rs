//! The interface's words, one Fluent file a language in `strings/`.
//!
//! A string may mark words `__bold__` or `` `code` ``; what is put into a string is never read for marks.
//! To add a language: its file in `strings/` and a line in `FILES`.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::fitting::shortened;
use super::quiet::unmarked;
use super::rich::{Piece, Rich};

const FILES: &[(&str, &str)] =
    &[("en", include_str!("../strings/en.ftl")), ("ru", include_str!("../strings/ru.ftl"))];

static BUNDLES: LazyLock<Vec<FluentBundle<FluentResource>>> =
    LazyLock::new(|| FILES.iter().map(|(code, file)| bundle(code, file)).collect());

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Locale(usize);

/// Characters of words put into a string, so that what a person wrote, said back, still fits one message.
const LONGEST_WORDS: usize = 1_300;

/// What is put into a string.
#[derive(Debug, Clone)]
pub enum Fill {
    /// Words as they are.
    Words(String),
    /// A number; it chooses the plural form.
    Number(i64),
    /// Styled text.
    Styled(Rich),
}

impl Locale {
    /// All languages, the one assumed first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..FILES.len()).map(Self)
    }

    /// Finds the language of a tag such as `ru` or `ru-RU`; `None` when there is no file for it.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        FILES.iter().position(|(code, _)| *code == primary).map(Self)
    }

    /// The ISO 639-1 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        FILES.get(self.0).map_or("en", |(code, _)| *code)
    }

    /// The string of `key` without styles; the key itself when there is none.
    #[must_use]
    pub fn say(self, key: &str, fills: &[(&str, Fill)]) -> String {
        self.rich(key, fills).text()
    }

    /// The string of `key` if there is one.
    #[must_use]
    pub fn known(self, key: &str) -> Option<String> {
        BUNDLES.get(self.0)?.has_message(key).then(|| self.word(key))
    }

    /// What the string of `key` advises to do, if anything.
    pub(crate) fn hint(self, key: &str) -> Option<String> {
        self.attribute(key, "hint")
    }

    /// What to do about `key` where a feed was looked for.
    pub(crate) fn hint_of_feed(self, key: &str) -> Option<String> {
        self.attribute(key, "feed").or_else(|| self.hint(key))
    }

    fn attribute(self, key: &str, name: &str) -> Option<String> {
        let bundle = BUNDLES.get(self.0)?;
        let hint = bundle.get_message(key)?.get_attribute(name)?;
        Some(bundle.format_pattern(hint.value(), None, &mut Vec::new()).into_owned())
    }

    /// The string of `key` that needs nothing put in.
    #[must_use]
    pub fn word(self, key: &str) -> String {
        self.say(key, &[])
    }

    /// The string of `key` with its marks as styles; the key itself when there is none.
    #[must_use]
    pub fn rich(self, key: &str, fills: &[(&str, Fill)]) -> Rich {
        let (pattern, styled) = self.format(key, fills);
        marked(&pattern, &styled)
    }

    fn format(self, key: &str, fills: &[(&str, Fill)]) -> (String, Vec<Rich>) {
        let mut args = FluentArgs::new();
        let mut styled = Vec::new();
        for (name, fill) in fills {
            let value = match fill {
                Fill::Number(number) => FluentValue::from(*number),
                Fill::Words(words) if words.chars().count() > LONGEST_WORDS => {
                    stand_in(&mut styled, Rich::new().plain(shortened(words, LONGEST_WORDS)))
                }
                Fill::Words(words) => stand_in(&mut styled, Rich::new().plain(words)),
                Fill::Styled(rich) => stand_in(&mut styled, rich.clone()),
            };
            args.set((*name).to_owned(), value);
        }
        let pattern = BUNDLES.get(self.0).and_then(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            Some(bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
        });
        (pattern.unwrap_or_else(|| key.to_owned()), styled)
    }
}

impl From<&str> for Fill {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<String> for Fill {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<i64> for Fill {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Fill {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Fill {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<Rich> for Fill {
    fn from(rich: Rich) -> Self {
        Self::Styled(rich)
    }
}

fn bundle(code: &str, file: &str) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = code.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    let resource = match FluentResource::try_new(file.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle.add_resource_overriding(resource);
    bundle
}

/// First of the private characters that stand for what is put in while the marks are read.
const FIRST_STAND_IN: u32 = 0xF_0000;

fn stand_in(styled: &mut Vec<Rich>, rich: Rich) -> FluentValue<'static> {
    let at = FIRST_STAND_IN + u32::try_from(styled.len()).unwrap_or_default();
    styled.push(rich);
    FluentValue::from(char::from_u32(at).unwrap_or_default().to_string())
}

fn marked(pattern: &str, styled: &[Rich]) -> Rich {
    let mut rich = Rich::new();
    for (at, part) in pattern.split("__").enumerate() {
        for (within, run) in part.split('`').enumerate() {
            let style: fn(String) -> Piece = match (at % 2, within % 2) {
                (_, 1) => Piece::Code,
                (1, _) => Piece::Bold,
                _ => Piece::Plain,
            };
            rich = filled(rich, run, style, styled);
        }
    }
    rich
}

fn filled(mut rich: Rich, run: &str, style: fn(String) -> Piece, styled: &[Rich]) -> Rich {
    let mut rest = run;
    // what is to be copied has no marks in it that nobody sees
    let copied = matches!(style(String::new()), Piece::Code(_));
    while let Some((at, c)) = rest.char_indices().find(|(_, c)| u32::from(*c) >= FIRST_STAND_IN) {
        let (before, after) = rest.split_at(at);
        rich = rich.with(before, style);
        let index = (u32::from(c) - FIRST_STAND_IN) as usize;
        rich = match styled.get(index).map(|rich| (rich, rich.pieces())) {
            Some((_, [Piece::Plain(words)])) if copied => rich.with(&unmarked(words), style),
            // plain words put into bold ones are bold
            Some((_, [Piece::Plain(words)])) => rich.with(words, style),
            Some((other, _)) => rich.then(other.clone()),
            None => rich,
        };
        rest = after.get(c.len_utf8()..).unwrap_or_default();
    }
    rich.with(rest, style)
}

#[cfg(test)]
mod tests;
