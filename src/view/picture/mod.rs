//! What is shown as a picture: a quote as a card, mentions as a chart, a message or a page as it is read.
//!
//! In: the facts of cards and lists. Out: files with a caption that says the same in words. Where a picture cannot be
//! drawn there is none.

mod as_read;
mod mentions;
mod quote;

pub use as_read::{first_page, picture_of};
pub use mentions::Mentions;

#[cfg(test)]
#[cfg(feature = "pictures")]
mod tests;
