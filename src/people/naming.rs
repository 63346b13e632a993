//! From the words of an article to who is named in it.
//!
//! In: a [`Stream`]. Out: an [`Index`].

use super::index::Index;
use super::link::link;
use super::stream::Stream;
use super::{facts, gender, names};

impl Index {
    /// Reads the names of a stream and links them.
    #[must_use]
    pub fn read(stream: &Stream) -> Self {
        let mut index = Self::new(names::find(stream), stream.tokens.len());
        link(stream, &mut index);
        index.note_first_mentions();
        facts::collect(stream, &mut index);
        gender::settle(stream, &mut index);
        index.note_described();
        index
    }
}
