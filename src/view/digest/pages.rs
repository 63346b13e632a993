//! Pages of a digest: parts put together until a page is full.

use serde::{Deserialize, Deserializer, Serialize};

use crate::view::message::turner;
use crate::view::{Button, MESSAGE_UNITS, Message, Press, RenderOptions, Rich};

/// Most pieces with a style on a page; Telegram keeps at most 100 (Bot API server, `fix_formatted_text`).
const STYLED: usize = 95;

/// A page of a digest, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Page {
    /// Its words.
    pub text: Rich,
    /// What its lines open where words cannot be links: label and callback data.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opens: Vec<(String, String)>,
}

impl<'de> Deserialize<'de> for Page {
    /// Reads a page; one stored by an older program was the text alone.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Stored {
            Whole {
                text: Rich,
                #[serde(default)]
                opens: Vec<(String, String)>,
            },
            Text(Rich),
        }
        Ok(match Stored::deserialize(from)? {
            Stored::Whole { text, opens } => Self { text, opens },
            Stored::Text(text) => Self { text, opens: Vec::new() },
        })
    }
}

/// Pages being filled.
#[derive(Debug)]
pub(super) struct Pages {
    full: Vec<Page>,
    open: Page,
}

impl Pages {
    /// Begins with a head that fits one page.
    pub(super) fn begin(head: Rich) -> Self {
        Self { full: Vec::new(), open: Page { text: head, opens: Vec::new() } }
    }

    /// Adds a part after `between`, on a new page when the open one has no room for it.
    pub(super) fn add(&mut self, between: &str, part: Rich, opens: Option<(String, String)>) {
        let units = self.open.text.utf16_len() + between.encode_utf16().count() + part.utf16_len();
        let fits = units <= MESSAGE_UNITS && self.open.text.styled() + part.styled() <= STYLED;
        if fits {
            self.open.text = std::mem::take(&mut self.open.text).plain(between).then(part);
        } else {
            let next = Page { text: part, opens: Vec::new() };
            self.full.push(std::mem::replace(&mut self.open, next));
        }
        self.open.opens.extend(opens);
    }

    /// All pages.
    pub(super) fn end(mut self) -> Vec<Page> {
        self.full.push(self.open);
        self.full
    }
}

/// Where a digest's page is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turning {
    /// In a private chat or the terminal: buttons turn the page in place.
    InPlace {
        /// Id of the stored digest.
        digest: i64,
    },
    /// In a private chat, for a digest made for another: buttons turn the page in place.
    ByToken {
        /// The digest's unguessable token.
        token: String,
    },
    /// In a group or channel: the first page, and a deep link to the whole.
    DeepLink {
        /// The digest's unguessable token.
        token: String,
    },
}

/// Puts a page (from 1) of a stored digest into a message, with what opens its lines and turns the pages.
#[must_use]
pub fn digest_page(pages: &[Page], page: usize, turning: &Turning, options: &RenderOptions) -> Message {
    let page = page.clamp(1, pages.len().max(1));
    let shown = pages.get(page - 1).cloned().unwrap_or_default();
    let message = Message::new(shown.text);
    let opens: Vec<Button> = match options.bot {
        Some(_) => Vec::new(),
        None => shown.opens.into_iter().map(|(label, data)| Button::data(label, data)).collect(),
    };
    let message = opens.chunks(8).fold(message, |message, row| message.row(row.to_vec()));
    let message =
        if pages.len() < 2 { message } else { turned(message, (page, pages.len()), turning, options) };
    match turning {
        Turning::InPlace { digest } => {
            message.row(vec![Button::press(options.locale.word("button-review"), &Press::Review(*digest))])
        }
        Turning::ByToken { .. } | Turning::DeepLink { .. } => message,
    }
}

/// Adds what turns the pages of a digest.
fn turned(
    message: Message,
    (page, pages): (usize, usize),
    turning: &Turning,
    options: &RenderOptions,
) -> Message {
    match (turning, &options.bot) {
        (Turning::InPlace { digest }, _) => message.row(turner(page, pages, options.locale, |page| {
            Press::DigestPage(*digest, u32::try_from(page).unwrap_or(1))
        })),
        (Turning::ByToken { token }, _) => message.row(turner(page, pages, options.locale, |page| {
            Press::DigestOf(token.clone(), u32::try_from(page).unwrap_or(1))
        })),
        (Turning::DeepLink { token }, Some(bot)) => {
            let link = format!("https://t.me/{bot}?start=dg_{token}_1");
            message.row(vec![Button::url(options.locale.word("button-full-digest"), link)])
        }
        (Turning::DeepLink { .. }, None) => message,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_stored_before_is_read() {
        let text = Rich::new().bold("a").plain("b");
        let old = serde_json::to_string(&[&text]).unwrap();
        let page = Page { text, opens: vec![("1".into(), "a:1".into())] };
        assert_eq!(
            serde_json::from_str::<Vec<Page>>(&old).unwrap(),
            [Page { opens: Vec::new(), ..page.clone() }]
        );
        let new = serde_json::to_string(&[&page]).unwrap();
        assert_eq!(serde_json::from_str::<Vec<Page>>(&new).unwrap(), [page]);
    }

    #[test]
    fn a_page_has_no_more_styles_than_telegram_keeps() {
        let mut pages = Pages::begin(Rich::new().bold("head"));
        for number in 0..300 {
            pages.add("\n", Rich::new().bold(number.to_string()).link("x", "https://example.org/"), None);
        }
        let pages = pages.end();
        assert!(pages.len() > 5 && pages.iter().all(|page| page.text.styled() <= STYLED));
    }
}
