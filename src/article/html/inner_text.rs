//! The words in a piece of HTML.

use std::borrow::Cow;

use dom_query::Document;

/// The words of a fragment of text that may hold entities and tags, white space folded.
pub(in crate::article) fn plain(text: &str) -> String {
    let text: Cow<'_, str> = if text.contains(['&', '<']) {
        Cow::Owned(Document::fragment(text).text().to_string())
    } else {
        Cow::Borrowed(text)
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
