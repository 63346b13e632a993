//! A cue: a verb that reports speech, and how its subject stands to it.

use super::noun_phrase::Phrase;
use crate::people::lexicon::Keyword;
use crate::people::stream::Stream;

/// A verb of saying and who its subject is.
#[derive(Debug, Clone)]
pub(crate) struct Cue {
    /// Token of the verb.
    pub(crate) verb: usize,
    /// A verb of saying; a weak one only may report speech.
    pub(crate) strong: bool,
    /// False where the text tells of nothing that was said: see `unsaid`.
    pub(crate) asserted: bool,
    /// True for `did not say`.
    pub(crate) denied: bool,
    /// How subject and verb stand.
    pub(crate) form: Form,
    /// Who speaks.
    pub(crate) subject: Phrase,
}

/// How subject and verb stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// X said.
    Plain,
    /// said X.
    Inverted,
    /// saying, adding: the subject is the sentence's.
    Participle,
    /// was told by X.
    Passive,
    /// smiled and said: the subject stands before another verb.
    Shared,
    /// X, who said.
    Relative,
    /// Y quoted X as saying.
    Cited,
}

/// True for `saying`, `adding`.
pub(crate) fn participle(stream: &Stream, at: usize) -> bool {
    stream.ends_as(at, Keyword::ParticipleEnding)
}
