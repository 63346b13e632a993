//! The grammar of each language, read once.

use super::grammar::Grammar;
use super::lists;
use super::proper;
use crate::languages::{ByLanguage, section};
use crate::text::Language;

static GRAMMARS: ByLanguage<Grammar> = ByLanguage::new(read);

/// True when quotations of `language` are read by clauses.
#[must_use]
pub(crate) fn reads(language: Language) -> bool {
    language.has(section::SAY)
}

/// The grammar of `language`.
#[must_use]
pub(crate) fn grammar_of(language: Language) -> &'static Grammar {
    GRAMMARS.of(language)
}

fn read(language: Language) -> Grammar {
    let mut grammar = lists::read(language);
    grammar.places = proper::read(language);
    grammar.words.shrink();
    grammar.roles.shrink();
    grammar.given.shrink();
    grammar.declined.shrink();
    grammar
}
