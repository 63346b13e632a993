//! A message, its buttons, and what a button sends back.
//!
//! Invariants: a message holds at most [`MESSAGE_UNITS`] UTF-16 units; callback data fit in [`CALLBACK_BYTES`] bytes and
//! are read as they were written.

mod mode;
mod setting;
mod press;
mod message;
mod turner;

pub use message::{Action, Beneath, Button, MESSAGE_UNITS, Message, shown};
pub use mode::Mode;
pub use press::{CALLBACK_BYTES, FeedDo, Press};
pub use setting::Setting;
pub(crate) use turner::turner;
