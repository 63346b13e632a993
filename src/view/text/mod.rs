//! Words with styles, and the interface's own words.
//!
//! In: text of articles and strings of the interface. Out: [`Rich`] text, drawn as Telegram HTML or for a terminal, and
//! text cut to its room. Nothing here knows what a message is about.

mod quiet;
mod rich;
mod cut;
mod html;
mod terminal;
pub(crate) mod fitting;
mod locale;

pub use locale::{Fill, Locale};
pub(super) use quiet::unmarked;
pub(super) use rich::web_address;
pub use rich::{Piece, Rich};
pub use terminal::Screen;
