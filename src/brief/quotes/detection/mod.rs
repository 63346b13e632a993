//! Which words of an article are quotes: words in marks, lines of dialogue, turns of an interview; and which words in
//! marks are none.

mod apostrophes;
mod asides;
mod attributions;
mod capitals;
pub(crate) mod dialogue;
pub(crate) mod interview;
mod labels;
mod lines;
pub(crate) mod marked_answers;
pub(crate) mod quotation;
pub(crate) mod quotation_marks;
mod scanner;
pub(crate) mod scare_quotes;
mod turns;
pub(crate) mod words;
