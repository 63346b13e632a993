//! HTML: a page made safe to parse, its lines, and how much text its elements hold.

pub(super) mod density;
pub(super) mod elements;
pub(super) mod inner_text;
mod line;
mod line_reader;
pub(super) mod lines;
pub(super) mod prose;
pub(super) mod runs;
pub(super) mod sanitizer;
pub(super) mod styles;
