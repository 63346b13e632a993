//! Single marks that may be apostrophes: a plural possessive (`the ministers' plan`) and an elision (`'em`); and double ones
//! that stand for one in French, Italian and Ukrainian feeds: `l"économie`, `інтерв"ю`.
//!
//! Where single marks are open, one behind a letter and before a space could close them; it does not when what follows
//! first is a mark that surely closes, because that one has no other opener.

use unicode_normalization::UnicodeNormalization as _;

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
    /// Places of the straight double marks of an elision or within a word, in order.
    elided: Vec<usize>,
}

impl Apostrophes {
    /// Looks at the single marks of `paragraph`.
    pub(super) fn of(paragraph: &str) -> Self {
        let mut marks: Vec<(usize, Class)> = Vec::new();
        let mut elided = Vec::new();
        let mut before = None;
        let mut word = 0;
        let mut rest = paragraph.char_indices().peekable();
        while let Some((at, c)) = rest.next() {
            let after = rest.peek().map(|next| next.1);
            if matches!(c, '\'' | '’' | '‘') {
                marks.extend(class(c, before, after).map(|class| (at, class)));
            } else if c == '"'
                && (paragraph.get(word..at).is_some_and(is_elided) && after.is_some_and(is_vowel)
                    || before.is_some_and(is_hard) && after.is_some_and(is_parted))
            {
                elided.push(at);
            }
            before = Some(c);
            word = if is_letter_or_digit(c) { word } else { at + c.len_utf8() };
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
        Self { inside, elided }
    }

    /// True for the mark at `at` when it closes nothing.
    pub(super) fn hold(&self, at: usize) -> bool {
        self.inside.binary_search(&at).is_ok() || self.elided.binary_search(&at).is_ok()
    }
}

/// True for what an article, a pronoun or a preposition keeps before a vowel: `l`, `d`, `qu`.
fn is_elided(word: &str) -> bool {
    let mut letters = word.chars().map(|c| c.to_ascii_lowercase());
    match (letters.next(), letters.next(), letters.next()) {
        (Some(one), None, None) => "cdjlmnst".contains(one),
        (Some('q'), Some('u'), None) => true,
        _ => false,
    }
}

/// True for a Cyrillic consonant, behind which an apostrophe keeps a vowel apart: `п'ять`, `з'їзд`.
fn is_hard(c: char) -> bool {
    c.to_lowercase().next().is_some_and(|c| "бвгґджзклмнпрстфхцчшщ".contains(c))
}

/// True for such a vowel.
fn is_parted(c: char) -> bool {
    c.to_lowercase().next().is_some_and(|c| "яюєї".contains(c))
}

/// True for a vowel of Latin letters, with whatever sign on it, and for the `h` that may be silent.
fn is_vowel(c: char) -> bool {
    let plain = c.to_lowercase().nfd().next();
    plain.is_some_and(|c| "aeiouyhœæ".contains(c))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_double_mark_may_be_the_apostrophe_of_an_elision() {
        let held =
            |text: &str| text.match_indices('"').filter(|(at, _)| Apostrophes::of(text).hold(*at)).count();
        assert_eq!(held("mineur d\"âge, il parle de l\"économie, dit qu\"il ira et L\"Œuvre s\"habille"), 5);
        assert_eq!(
            held("le plan \"B\" et \"l'économie\", \"Evet\"in, \"o\"nun, Plan C\"est, vitamine \"D\""),
            1
        );
        assert_eq!(held("l\"Un\" d\"0\" 「\"な\"」"), 1);
    }

    #[test]
    fn a_double_mark_may_be_the_apostrophe_within_a_ukrainian_word() {
        let held =
            |text: &str| text.match_indices('"').filter(|(at, _)| Apostrophes::of(text).hold(*at)).count();
        assert_eq!(held("в інтерв\"ю п\"ятьом об\"єднанням про з\"їзд і Мар\"яну"), 5);
        assert_eq!(held("\"Яна\" з \"Юності\", (\"їхати\") і \"Обрій\"ів, \"Обрій\" як \"є\""), 0);
    }
}
