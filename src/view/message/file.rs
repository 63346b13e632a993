//! A file that is sent.

use serde::{Deserialize, Serialize};

use super::sent::Button;
use crate::view::Rich;
use crate::view::text::fitting::fitted;

/// The most a caption may hold, in UTF-16 units (Bot API, sendPhoto and sendDocument).
const CAPTION: usize = 1_024;

/// A file to be sent; also the payload of an outbox row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What it holds: text, or of any other kind of file a character a byte.
    pub content: String,
    /// What is said with it, at most 1,024 UTF-16 units; nothing in it is live.
    pub caption: String,
    /// True where a character stands for a byte.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_binary: bool,
    /// True for a picture, which is shown at once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_picture: bool,
    /// Rows of buttons under it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keyboard: Vec<Vec<Button>>,
    /// The message it answers to, in a group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<i64>,
}

impl File {
    /// A picture; `address` stands below the caption, as far as there is room, and is live.
    #[must_use]
    pub fn picture(
        name: impl Into<String>,
        bytes: Vec<u8>,
        caption: impl AsRef<str>,
        address: Option<&str>,
    ) -> Self {
        let below = address.map(|address| format!("\n{address}")).unwrap_or_default();
        let room = CAPTION.saturating_sub(below.encode_utf16().count());
        let caption = fitted(&caption_of(caption), room) + &below;
        Self { is_picture: true, caption, ..Self::of_bytes(name, bytes, "") }
    }

    /// Adds a row of buttons.
    #[must_use]
    pub fn row(mut self, row: Vec<Button>) -> Self {
        self.keyboard.push(row);
        self
    }

    /// A file of text.
    #[must_use]
    pub fn text(name: impl Into<String>, content: impl Into<String>, caption: impl AsRef<str>) -> Self {
        Self {
            name: name.into(),
            content: content.into(),
            caption: fitted(&caption_of(caption), CAPTION),
            is_binary: false,
            is_picture: false,
            keyboard: Vec::new(),
            answers: None,
        }
    }

    /// A file of any bytes.
    #[must_use]
    pub fn of_bytes(name: impl Into<String>, bytes: Vec<u8>, caption: impl AsRef<str>) -> Self {
        match String::from_utf8(bytes) {
            Ok(content) => Self::text(name, content, caption),
            Err(other) => {
                let content: String = other.as_bytes().iter().map(|byte| char::from(*byte)).collect();
                Self { is_binary: true, ..Self::text(name, content, caption) }
            }
        }
    }

    /// What the file holds.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        if self.is_binary {
            return self.content.chars().filter_map(|c| u8::try_from(u32::from(c)).ok()).collect();
        }
        self.content.clone().into_bytes()
    }
}

/// A caption's words as they are sent: nothing in them is live.
pub(in crate::view) fn caption_of(words: impl AsRef<str>) -> String {
    Rich::new().plain(words).quiet_text()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_caption_is_live() {
        let caption = "• /stop now, says @someone #today (2)\nhttps://bad.example";
        let file = File::of_bytes("a", vec![0], caption);
        for live in ["/stop", "@someone", "#today", "bad.example"] {
            assert!(!file.caption.contains(live), "{}", file.caption);
        }
        assert_eq!(file.caption.replace('\u{2060}', ""), caption);
        assert_eq!(File::text("a", "b", &file.caption).caption, file.caption);
    }

    #[test]
    fn bytes_come_out_as_they_went_in() {
        for bytes in [b"plain".to_vec(), "сводка".into(), (0..=255).collect::<Vec<u8>>(), Vec::new()] {
            let file = File::of_bytes("a", bytes.clone(), "");
            let sent: File = serde_json::from_str(&serde_json::to_string(&file).unwrap()).unwrap();
            assert_eq!(sent.bytes(), bytes);
        }
        let old: File = serde_json::from_str(r#"{"name":"a","content":"b","caption":"c"}"#).unwrap();
        assert_eq!(old, File::text("a", "b", "c"));
    }
}
