//! Messages that stand in one chat and are about another: a channel run from a private chat.
//!
//! Each button of such a message carries the other chat before what it does (`@-1a2b:sv:7`), so that a press is never
//! guessed from words. The heading above it is for people only.

use super::file::File;
use super::press::{CALLBACK_BYTES, Press};
use super::sent::{Action, Button, Message};
use crate::view::text::unmarked;

/// What stands before the name of the other chat.
const HEADING: &str = "» ";

impl Message {
    /// The same about another chat of this number and name: headed by it, where there is room, and with its buttons for it.
    #[must_use]
    pub fn drawn_for(self, chat: i64, name: &str) -> Self {
        self.with_buttons_for(chat).headed(&format!("{HEADING}{name}"))
    }

    /// The same with buttons that say which chat they are for.
    #[must_use]
    pub fn with_buttons_for(mut self, chat: i64) -> Self {
        mark(&mut self.keyboard, chat);
        self
    }

    /// True when its first words look like the heading of [`Self::drawn_for`].
    #[must_use]
    pub fn looks_drawn_for_another(&self) -> bool {
        looks_headed(&unmarked(&self.text.text()))
    }
}

impl File {
    /// The same with buttons that say which chat they are for.
    #[must_use]
    pub fn with_buttons_for(mut self, chat: i64) -> Self {
        mark(&mut self.keyboard, chat);
        self
    }
}

/// True of words that begin as a message about another chat does.
#[must_use]
pub fn looks_headed(words: &str) -> bool {
    words.trim_start().starts_with(HEADING)
}

fn mark(keyboard: &mut [Vec<Button>], chat: i64) {
    for button in keyboard.iter_mut().flatten() {
        if let Action::Callback(data) = &mut button.action {
            let (_, does) = parted(data);
            let marked = format!("@{}:{does}", short(chat));
            *data = if marked.len() <= CALLBACK_BYTES { marked } else { Press::Nothing.data() };
        }
    }
}

/// Callback data as the chat they name and what they do.
pub(super) fn parted(data: &str) -> (Option<i64>, &str) {
    let named = data.strip_prefix('@').and_then(|rest| rest.split_once(':'));
    let named = named.and_then(|(chat, does)| Some((i64::from_str_radix(chat, 36).ok()?, does)));
    named.map_or((None, data), |(chat, does)| (Some(chat), does))
}

/// A number in 36 digits: at most 14 characters.
fn short(number: i64) -> String {
    let mut digits = Vec::new();
    let mut rest = number.unsigned_abs();
    while rest > 0 || digits.is_empty() {
        digits.extend(u32::try_from(rest % 36).ok().and_then(|digit| char::from_digit(digit, 36)));
        rest /= 36;
    }
    digits.extend((number < 0).then_some('-'));
    digits.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_number_is_read_as_it_was_written(number in any::<i64>()) {
            prop_assert!(short(number).len() <= 14);
            let data = format!("@{}:x", short(number));
            prop_assert_eq!(parted(&data), (Some(number), "x"));
        }
    }

    #[test]
    fn every_button_says_which_chat_it_is_for() {
        let long = Button::data("long", "x".repeat(CALLBACK_BYTES));
        let row = vec![Button::press("save", &Press::Save(7)), Button::url("go", "https://x.example"), long];
        let message = Message::new("Settings").row(row).drawn_for(-1_001_234_567_890, "Daily");
        let data: Vec<&str> = message
            .keyboard
            .iter()
            .flatten()
            .filter_map(|button| match &button.action {
                Action::Callback(data) => Some(data.as_str()),
                Action::Url(_) => None,
            })
            .collect();
        let [save, long] = data.as_slice() else { panic!("{data:?}") };
        assert_eq!(*save, format!("@{}:sv:7", short(-1_001_234_567_890)));
        assert_eq!((Press::chat(save), Press::read(save)), (Some(-1_001_234_567_890), Some(Press::Save(7))));
        assert_eq!(*long, "-");
        assert!(message.looks_drawn_for_another() && message.text.text().starts_with("» Daily\n"));
        // drawn once more it names the last chat alone
        assert_eq!(Press::chat(&first(&message.with_buttons_for(5))), Some(5));
    }

    fn first(message: &Message) -> String {
        match &message.keyboard[0][0].action {
            Action::Callback(data) => data.clone(),
            Action::Url(url) => url.clone(),
        }
    }

    #[test]
    fn the_name_of_a_chat_stands_in_no_button() {
        for name in ["Twin", "חדשות\u{200f} 24", "Soft\u{ad}hyphen", &"long ".repeat(2_000)] {
            let message = Message::new("x").row(vec![Button::press("a", &Press::Settings)]);
            let drawn = message.drawn_for(-100_900, name);
            assert_eq!(Press::chat(&first(&drawn)), Some(-100_900), "{name}");
        }
    }

    #[test]
    fn what_is_no_number_names_no_chat() {
        for data in ["sv:7", "@", "@:sv:7", "@zz", "@!:sv:7", "@zzzzzzzzzzzzzzzzz:s"] {
            assert_eq!(Press::chat(data), None, "{data}");
        }
        assert_eq!(Press::read("@!:sv:7"), None);
    }
}
