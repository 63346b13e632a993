//! Which quotes are told, and words as they are compared.

use crate::brief::Quote;
use crate::text::{Span, fold, words};

/// Whether a quote is worth telling: somebody named or described said it.
pub(super) fn is_sure(quote: &Quote) -> bool {
    let speaker = quote.speaker.as_ref();
    quote.key.is_some() && speaker.is_some_and(|one| one.name.is_some() || one.mention.is_some())
}

/// Words without marks, case and accents.
pub(super) fn plain(text: &str) -> String {
    let folded = fold(text);
    words(&folded, Span::whole(&folded)).map(|span| span.of(&folded)).collect::<Vec<_>>().join(" ")
}
