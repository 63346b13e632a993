//! What a person sees: cards, digests, lists, settings and plain lines, in the chat's language.
//!
//! In: facts (a [`Card`], a [`Digest`], …) and a [`Look`] (language, zone, now). Out: a [`Message`]: styled text
//! and buttons, drawn as Telegram HTML or as terminal text. Pure. Invariants: HTML is made of escaped text only
//! and is balanced; a link is http(s); a message holds at most [`MESSAGE_UNITS`] UTF-16 units; callback data fit
//! in [`CALLBACK_BYTES`] bytes; words in quotation marks are words of the article.

mod message;
mod rich;
mod html;
mod terminal;
mod press;
mod words;
mod fault;
mod look;
mod quote;
mod card;
mod digest;
mod list;
mod feeds;
mod settings;
mod texts;
mod topic;

pub use card::{Card, Label, Source};
pub use digest::{Digest, Story, Turning, digest_page};
pub use fault::Fault;
pub use feeds::{Candidate, FeedLine, Mode, candidates, feed_card, feeds, sample, sample_rows};
pub use list::{ListLine, QUOTES_A_PAGE, SaidLine, articles, list, quotes};
pub use look::Look;
pub use message::{Action, Beneath, Button, CALLBACK_BYTES, MESSAGE_UNITS, Message, shown};
pub use press::{FeedDo, Press};
pub use rich::{Piece, Rich};
pub use settings::{SETTINGS, Settings};
pub use terminal::Screen;
pub use texts::{HELP_TOPICS, bare_link, help, line, privacy, start, zone_confirmation};
pub use topic::{Numbered, Topic};
pub use words::{Fill, Tongue};

#[cfg(test)]
mod tests;
