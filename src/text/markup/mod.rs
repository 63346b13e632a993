//! Marked-up text, well formed or not: tags, attributes, character references, and the words between them.
//!
//! In: HTML or XML. Out: its tokens, or its words alone. Total and linear.

mod plain;
mod references;
mod tokens;
mod verdict_signs;

pub use plain::{plain_line, plain_text};
pub use references::{escaped, legal, unescape};
pub use tokens::{Token, Tokens, attributes, tokens};
pub use verdict_signs::without_verdict_signs;
