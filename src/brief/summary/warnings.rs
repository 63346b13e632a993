//! What a reader is told where no clean summary could be made.

pub(super) const ONE_SENTENCE: &str = "only one sentence of the article can stand alone";
pub(super) const DEK: &str = "no sentence of the article can stand alone: the deck is shown instead";
pub(super) const FIRST: &str = "no sentence of the article can stand alone: the first is shown as it stands";
pub(super) const SPOKEN: &str = "the article is somebody's words: its headline is shown instead";
pub(super) const BEGINNING: &str = "the article has no sentence short enough: its beginning is shown";
pub(super) const NO_TEXT: &str = "the article has no text to summarise";
