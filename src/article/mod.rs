//! The Article: what a page or a pasted text says, and which lines of it are the article.
//!
//! In: HTML or plain text, with what the caller knows already. Out: an [`Article`]. Total: a broken page gives
//! an emptier article, never an error. Invariant: every block is a span of `text`, blocks do not overlap and
//! stand in the order of the text.
//!
//! `html` makes a page safe and reads its lines, `extraction` tells which of them are the article, `metadata` reads what
//! the page says of it.

mod canonical_url;
pub mod document;
mod entries;
mod extraction;
mod from_html;
mod from_text;
mod html;
mod metadata;
mod own_claims;
mod parts;
mod rules;

#[cfg(test)]
mod tests;

pub use canonical_url::{canonical, only_tracks};
pub use entries::hour_before;
pub use from_html::from_html;
pub use from_text::from_text;
pub use metadata::dateline::dateline;
pub use own_claims::claims_our_checks;
pub use parts::{Article, Block, Dateline, Given, Role, Standing};
