//! Single marks that may be apostrophes: a plural possessive (`the ministers' plan`) and an elision (`'em`).
//!
//! Where single marks are open, one behind a letter and before a space could close them; it does not when what follows
//! first is a mark that surely closes, because that one has no other opener.

use crate::text::is_letter_or_digit;

/// What a single mark is, by its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Opens: before a letter, behind a space.
    Opens,
    /// Closes: behind a mark of punctuation.
    Closes,
    /// Behind a letter and before none.
    Either,
}

/// The single marks of one paragraph that may be apostrophes.
pub(super) struct Apostrophes {
    /// Places of the marks behind a letter whose quotation a later mark surely closes, in order.
    inside: Vec<usize>,
}

impl Apostrophes {
    /// Looks at the single marks of `paragraph`.
    pub(super) fn of(paragraph: &str) -> Self {
        let mut marks: Vec<(usize, Class)> = Vec::new();
        let mut before = None;
        let mut rest = paragraph.char_indices().peekable();
        while let Some((at, c)) = rest.next() {
            let after = rest.peek().map(|next| next.1);
            if matches!(c, '\'' | '’' | '‘') {
                marks.extend(class(c, before, after).map(|class| (at, class)));
            }
            before = Some(c);
        }
        let mut inside = Vec::new();
        let mut next = None;
        for (at, class) in marks.into_iter().rev() {
            if class != Class::Either {
                next = Some(class);
            } else if next == Some(Class::Closes) {
                inside.push(at);
            }
        }
        inside.reverse();
        Self { inside }
    }

    /// True for the mark at `at` when it closes nothing.
    pub(super) fn hold(&self, at: usize) -> bool {
        self.inside.binary_search(&at).is_ok()
    }
}

fn class(mark: char, before: Option<char>, after: Option<char>) -> Option<Class> {
    let behind_space = before.is_none_or(|c| !is_letter_or_digit(c) && !is_stop(c));
    let before_letter = after.is_some_and(is_letter_or_digit);
    match before {
        _ if mark == '‘' || mark == '\'' && behind_space && before_letter => Some(Class::Opens),
        Some(c) if is_stop(c) && !before_letter => Some(Class::Closes),
        Some(c) if is_letter_or_digit(c) && after.is_some_and(char::is_whitespace) => Some(Class::Either),
        _ => None,
    }
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | ',' | '!' | '?' | '…' | ';' | ':')
}
