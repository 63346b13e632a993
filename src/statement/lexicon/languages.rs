//! The languages there are tables of.

use std::sync::LazyLock;

use super::table::Lexicon;
use crate::text::{FastMap, Language};

static LEXICONS: LazyLock<FastMap<&'static str, Lexicon>> = LazyLock::new(|| {
    let files = [
        ("en", include_str!("en.txt")),
        ("ru", include_str!("ru.txt")),
        ("de", include_str!("de.txt")),
        ("fr", include_str!("fr.txt")),
        ("es", include_str!("es.txt")),
        ("uk", include_str!("uk.txt")),
        ("it", include_str!("it.txt")),
        ("pl", include_str!("pl.txt")),
        ("tr", include_str!("tr.txt")),
    ];
    files.into_iter().map(|(code, file)| (code, Lexicon::read(file))).collect()
});

/// The table of `language`; an empty one where there is none.
pub(crate) fn of(language: Language) -> &'static Lexicon {
    static NONE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(""));
    LEXICONS.get(language.code().as_str()).unwrap_or(&NONE)
}
