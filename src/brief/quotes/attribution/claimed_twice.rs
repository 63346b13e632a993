//! Words that two are told to have said: `“…,” said X said Y`.
//!
//! No writer writes so; a page may, with one of the two in letters so small that its readers pass over them. Who spoke cannot
//! be told.

use crate::brief::quotes::attribution::position::Position;
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::reporting_verbs;
use crate::people::lexicon::Tags;
use crate::people::tokens::Token;

/// The most tokens of a name between two verbs.
const NAME: usize = 6;

/// Whether a verb of saying, a name and another such verb stand behind the quote with nothing between them.
#[must_use]
pub(crate) fn claimed_twice(document: &Document, place: &Position) -> bool {
    let stream = &document.stream;
    let behind = place.behind(document);
    let is_verb =
        |at: usize| stream.has(at, Tags::STRONG) && reporting_verbs::is_verb(stream, &document.index, at);
    if !is_verb(behind) {
        return false;
    }
    let name = (behind + 1..place.sentence.end)
        .take(NAME)
        .take_while(|at| stream.get(*at).is_some_and(Token::is_capital_name));
    let end = behind + 1 + name.count();
    end > behind + 1 && is_verb(end)
}
