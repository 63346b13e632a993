//! A message, its buttons, and what a button sends back.
//!
//! Invariants: a message holds at most [`MESSAGE_UNITS`] UTF-16 units; callback data fit in [`CALLBACK_BYTES`] bytes and
//! are read as they were written, and those of a message about another chat than its own name that chat.

mod citation_form;
mod feed_do;
mod file;
mod mode;
mod setting;
mod press;
mod press_read;
mod sent;
mod drawn_for;
mod that_fits;
mod turner;

pub use citation_form::CitationForm;
pub use drawn_for::looks_headed;
pub use feed_do::FeedDo;
pub use file::File;
pub(in crate::view) use file::caption_of;
pub use mode::Mode;
pub use press::{CALLBACK_BYTES, Press};
pub use sent::{Action, Beneath, Button, MESSAGE_UNITS, Message, shown};
pub use setting::Setting;
pub(in crate::view) use that_fits::that_fits;
pub(crate) use turner::turner;
