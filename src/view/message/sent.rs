//! A message and its buttons.

use serde::{Deserialize, Serialize};

use super::feed_do::FeedDo;
use super::press::Press;
use crate::view::text::{Rich, unmarked};

/// The most a message may hold, in UTF-16 units after entity parsing (Bot API, sendMessage).
pub const MESSAGE_UNITS: usize = 4_096;

/// What is sent to a chat; also the payload of an outbox row.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Message {
    /// The words.
    pub text: Rich,
    /// Rows of buttons under it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keyboard: Vec<Vec<Button>>,
    /// Whether Telegram shows a picture of the first link.
    #[serde(default)]
    pub preview: bool,
    /// What lies where a person types; only for a new message without buttons of its own, in a private chat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beneath: Option<Beneath>,
    /// The message it answers to, in a group: there others write in between, and a comment under a channel's post is seen
    /// there only as an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<i64>,
}

/// What lies where a person types (Bot API, `ReplyKeyboardMarkup`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Beneath {
    /// A button of this label with which the person chooses a channel to be run from here.
    ChooseChannel(String),
    /// Nothing any more.
    Nothing,
}

/// A button under a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    /// The words on it.
    pub label: String,
    /// What a press does.
    pub action: Action,
}

/// What a press does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// Sends these data back to the bot, 1 to 64 bytes.
    Callback(String),
    /// Opens an http(s) address.
    Url(String),
}

/// Characters of a label that a phone shows whole in a row of three, of four, of five, and of more buttons.
const SHOWN_OF_LABEL: [usize; 4] = [13, 9, 6, 4];

fn is_whole_on_a_phone(row: &[Button]) -> bool {
    let share = row.len().saturating_sub(3).min(SHOWN_OF_LABEL.len() - 1);
    let most = SHOWN_OF_LABEL.get(share).copied().unwrap_or_default();
    row.iter().all(|button| button.label.chars().count() <= most)
}

impl Message {
    /// Makes a message without buttons.
    #[must_use]
    pub fn new(text: impl Into<Rich>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Adds a row of buttons; an empty row is left out, and one of three or more that a phone would cut becomes several.
    #[must_use]
    pub fn row(mut self, row: Vec<Button>) -> Self {
        if row.len() > 2 && !is_whole_on_a_phone(&row) {
            let mut rows: Vec<Vec<Button>> = Vec::new();
            for button in row {
                let longer =
                    rows.last().map(|last| [last.as_slice(), std::slice::from_ref(&button)].concat());
                match rows.last_mut().zip(longer) {
                    Some((last, longer)) if longer.len() < 3 || is_whole_on_a_phone(&longer) => {
                        *last = longer;
                    }
                    _ => rows.push(vec![button]),
                }
            }
            self.keyboard.extend(rows);
        } else if !row.is_empty() {
            self.keyboard.push(row);
        }
        self
    }
}

impl Message {
    /// What a person sees of it: its words, then each button's label and what it does; for comparing.
    #[must_use]
    pub fn shows(&self) -> String {
        let buttons = self.keyboard.iter().flatten().map(|button| {
            let (Action::Callback(does) | Action::Url(does)) = &button.action;
            (button.label.as_str(), does.as_str())
        });
        shown(&self.text.text(), buttons)
    }

    /// The same under a bold heading, where there is room for one.
    #[must_use]
    pub fn headed(mut self, heading: &str) -> Self {
        let head = Rich::new().bold(heading).plain("\n");
        if head.utf16_len() + self.text.utf16_len() <= MESSAGE_UNITS {
            self.text = head.then(self.text);
        }
        self
    }

    /// The same for a channel, where a press would be answered to all readers: a button that shows something opens it
    /// in a private chat with `bot`, every other is left out.
    #[must_use]
    pub fn in_channel(mut self, bot: Option<&str>) -> Self {
        let mut seen = Vec::new();
        let rows = std::mem::take(&mut self.keyboard).into_iter().map(|row| {
            let links = row.into_iter().filter_map(|button| {
                let url = match &button.action {
                    Action::Url(url) => url.clone(),
                    Action::Callback(data) => {
                        format!("https://t.me/{}?start={}", bot?, Press::read(data)?.payload()?)
                    }
                };
                let is_new = !seen.contains(&url);
                seen.push(url.clone());
                is_new.then(|| Button::url(button.label, url))
            });
            links.collect()
        });
        let rows: Vec<Vec<Button>> = rows.collect();
        rows.into_iter().fold(self, Self::row)
    }
}

/// See [`Message::shows`]; `buttons` are labels and what they do. Marks that keep words quiet are not seen, nor is what
/// stands behind the last word.
pub fn shown<'a>(text: &str, buttons: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let text = unmarked(text).trim_end().to_owned();
    buttons.fold(text, |all, (label, does)| format!("{all}\n[{} → {does}]", unmarked(label)))
}

impl Message {
    /// The article it is the card of, whose citation one of its buttons gives, and the chat which that button carries.
    #[must_use]
    pub fn card_of(&self) -> Option<(i64, Option<i64>)> {
        self.keyboard.iter().flatten().find_map(|button| match &button.action {
            Action::Callback(data) => match Press::read(data)? {
                Press::Cite(article) => Some((article, Press::chat(data))),
                _ => None,
            },
            Action::Url(_) => None,
        })
    }
}

impl Message {
    /// The new subscription it announces: the one its only button takes back.
    #[must_use]
    pub fn announces(&self) -> Option<i64> {
        let [row] = self.keyboard.as_slice() else { return None };
        let [Button { action: Action::Callback(data), .. }] = row.as_slice() else { return None };
        match Press::read(data)? {
            Press::FeedDo(FeedDo::Remove, subscription) => Some(subscription),
            _ => None,
        }
    }
}

impl Button {
    /// Makes a button that sends `press` back.
    #[must_use]
    pub fn press(label: impl Into<String>, press: &Press) -> Self {
        Self { label: label.into(), action: Action::Callback(press.data()) }
    }

    /// Makes a button that sends `data` back, as [`Press::data`] wrote them.
    #[must_use]
    pub fn data(label: impl Into<String>, data: impl Into<String>) -> Self {
        Self { label: label.into(), action: Action::Callback(data.into()) }
    }

    /// Makes a button that opens `url`.
    #[must_use]
    pub fn url(label: impl Into<String>, url: impl Into<String>) -> Self {
        Self { label: label.into(), action: Action::Url(url.into()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_is_cut_where_a_row_has_many() {
        let rows = |labels: &[&str]| -> Vec<Vec<String>> {
            let row = labels.iter().map(|label| Button::data(*label, "x")).collect();
            let made = Message::new("").row(row);
            made.keyboard
                .into_iter()
                .map(|row| row.into_iter().map(|button| button.label).collect())
                .collect()
        };
        let mute = "Заглушить ленту";
        assert_eq!(rows(&["Cite", "Save", "Mute feed"]), [vec!["Cite", "Save", "Mute feed"]]);
        assert_eq!(
            rows(&["Ещё источники: 4", "Цитировать", "Сохранить", mute]),
            [vec!["Ещё источники: 4", "Цитировать"], vec!["Сохранить", mute]]
        );
        assert_eq!(rows(&["1", "2", "3", "4", "5", "6", "7", "8"]).len(), 1);
        assert_eq!(rows(&["a long label of a story", "another long label of one"]).len(), 1);
        assert_eq!(rows(&[]).len(), 0);
    }
}
