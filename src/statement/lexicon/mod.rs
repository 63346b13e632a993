//! What is known of a language for comparing statements, read once from `statements.txt` of its folder.
//!
//! In `[concepts]` and `[parties]` a line is `key: words`;
//! a word stands for all that begins with it and ends as words of the language do, `word=` for itself alone,
//! `stem+ending` for an inflected name whose first case is `stem` and `ending` together, `one_two` for two words in a
//! row. A party's line has nouns, adjectives with people, and capitals with seats, parted by ` / `. The other sections
//! are lists of small words, or of endings where the name says so.

mod languages;
mod list;
mod section;
mod sense;
mod shared;
mod table;

pub(super) use languages::of;
pub(super) use section::{Endings, Words};
pub(super) use sense::{Naming, Sense};
pub(super) use shared::{
    akin, class, exclude, fraction, is_actor, is_light, is_place, is_refusing, is_restrictive, is_standin,
    is_title, is_turning,
};
pub(super) use table::{Apostrophe, Lexicon};
