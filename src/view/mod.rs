//! What a person sees: cards, digests, lists, settings and plain lines, in the chat's language.
//!
//! In: facts (a [`Card`], a [`Digest`], …) and a [`RenderOptions`] (language, zone, now). Out: a [`Message`]: styled text
//! and buttons, drawn as Telegram HTML or as terminal text. Pure. Invariants: HTML is made of escaped text only
//! and is balanced; a link is http(s); a message holds at most [`MESSAGE_UNITS`] UTF-16 units; callback data fit
//! in [`CALLBACK_BYTES`] bytes; words in quotation marks are words of the article.

pub(crate) mod text;
mod options;
mod fault;
pub(crate) mod message;
mod source;
mod quote;
mod told;
mod card;
mod key_quotes;
mod citation;
mod picture;
mod digest;
mod list;
mod feeds;
mod sample;
mod settings;
mod texts;
mod topic;
mod document;
mod record;
mod review;

pub use card::Card;
pub use citation::bibtex;
pub use digest::{Correction, Digest, Further, Opens, Page, Said, Story, Turning, digest_page, failing};
pub use document::{Document, DocumentFormat};
pub use fault::Fault;
pub use feeds::{Candidate, FeedLine, Topic as ForumTopic, candidates, feed_card, feeds};
pub use list::{ListLine, QUOTES_A_PAGE, SaidLine, articles, list, quotes};
pub use message::{
    Action, Beneath, Button, CALLBACK_BYTES, CitationForm, FeedDo, File, MESSAGE_UNITS, Message, Mode, Press,
    Setting, looks_headed, shown,
};
pub use options::RenderOptions;
pub use picture::{Mentions, first_page, picture_of};
pub use quote::{Translation, Translations, has_picture};
pub use record::{PersonRecord, Saying};
pub use review::PressReview;
pub use sample::{no_sample, sample, sample_rows, unread_sample};
pub use settings::{Settings, choice, choices_named};
pub use source::{Label, Outlet, Source};
pub use text::fitting::shortened;
pub use text::{Fill, Locale, Piece, Rich, Screen};
pub use texts::{Asker, HELP_TOPICS, Place, bare_link, help, line, links, privacy, start, zone_confirmation};
pub use told::{is_told, untold};
pub use topic::{Numbered, Topic};

#[cfg(test)]
mod tests;
