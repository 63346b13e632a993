//! HTML: a page made safe to parse, its lines, and how much text its elements hold.

pub(super) mod density;
mod elements;
pub(super) mod lines;
pub(super) mod prose;
pub(super) mod sanitizer;
