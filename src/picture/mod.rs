//! Pictures: a quote as a card, mentions as a chart, a message or a page as they are read.
//!
//! In: plain words and numbers. Out: PNG. SVG templates (`templates`) are filled; words are wrapped and fitted to their
//! room by the widths of the shipped fonts (`fonts`), right-to-left ones from the right. Invariants: words are escaped;
//! nothing is drawn where a letter has no glyph in the fonts, so that text can be sent instead; without the feature
//! `pictures` nothing is drawn at all.

mod bubble;
mod chart;
mod code;
mod coverage;
mod draw;
mod flow;
mod look;
mod quote_card;
mod svg;

pub use bubble::{Paragraph, bubble, sheet};
pub use chart::Chart;
pub use coverage::can_draw;
pub use look::{Look, Run};
pub use quote_card::{QuoteCard, Shape};

#[cfg(test)]
#[cfg(feature = "pictures")]
mod tests;
