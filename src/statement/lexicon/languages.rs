//! The languages there are tables of.

use std::sync::LazyLock;

use super::table::Lexicon;
use crate::languages::Table;
use crate::text::{FastMap, Language};

static LEXICONS: LazyLock<FastMap<&'static str, Lexicon>> =
    LazyLock::new(|| TABLES.iter().map(|(code, table)| (*code, Lexicon::read(table))).collect());

macro_rules! tables {
    ($($code:literal,)*) => {
        /// A table a language, in its folder.
        pub(super) static TABLES: [(&str, Table); 9] =
            [$(($code, Table::new(include_str!(concat!("../../languages/", $code, "/statements.txt")))),)*];
    };
}

tables! { "en", "ru", "de", "fr", "es", "uk", "it", "pl", "tr", }

/// The table of `language`; an empty one where there is none.
pub(crate) fn of(language: Language) -> &'static Lexicon {
    static NONE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(&Table::new("")));
    LEXICONS.get(language.code().as_str()).unwrap_or(&NONE)
}
