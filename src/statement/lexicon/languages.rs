//! What is known of each language for comparing statements.

use std::sync::LazyLock;

use super::table::Lexicon;
use crate::languages::{Table, statements};
use crate::text::{FastMap, Language};

static LEXICONS: LazyLock<FastMap<Language, Lexicon>> =
    LazyLock::new(|| statements().map(|(language, table)| (language, Lexicon::read(table))).collect());

/// The table of `language`; an empty one where there is none.
pub(crate) fn of(language: Language) -> &'static Lexicon {
    static NONE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(&Table::new("")));
    LEXICONS.get(&language).unwrap_or(&NONE)
}
