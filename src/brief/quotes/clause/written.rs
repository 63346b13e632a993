//! Words written on a thing: `a banner with “…”`, `on the door a sign: “…”`. Nobody says them.

use super::phrases::Text;
use super::stand::Stand;
use super::words::Class;
use crate::people::lexicon::Tags;

/// Tokens between a thing and the words written on it.
const REACH: usize = 8;

/// True where a thing that words are written on stands before them in their clause, and no verb of saying between.
#[must_use]
pub(super) fn is_written(text: &Text, stand: &Stand) -> bool {
    let floor = stand.start.max(stand.token.saturating_sub(REACH));
    for at in (floor..stand.token).rev() {
        let class = text.class(at);
        let finite = class.any(Class::FINITE) && !class.any(Class::NOUN);
        let says = class.any(Class::SAY.or(Class::CITE)) && !class.any(Class::READ) && finite;
        let parted = text.is(at, ';') || text.is(at, '.') || text.is(at, ':') && at + 1 < stand.token;
        if says || parted || class.any(Class::FIRST_NAME.or(Class::SUBJECT)) {
            return false;
        }
        if text.stream().has(at, Tags::SIGN) {
            return true;
        }
    }
    false
}
