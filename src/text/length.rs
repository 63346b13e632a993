//! How long a text is, in words, wherever it was written.

use super::Span;

/// Letters of a word where no spaces part them.
const LETTERS_A_WORD: usize = 2;

/// Characters of a word where spaces part them, with its space.
const SPELT_WORD: usize = 6;

/// Counts words as readers do: runs between white space, of scripts without spaces every two letters.
///
/// Whatever is measured in words is measured by this: white space alone makes a Chinese paragraph one word.
#[must_use]
pub fn count_words(text: &str) -> usize {
    let unspaced = text.chars().filter(|letter| is_unspaced(*letter)).count();
    if unspaced == 0 {
        return text.split_whitespace().count();
    }
    let spaced = text.split_whitespace().filter(|run| !run.contains(is_unspaced)).count();
    unspaced.div_ceil(LETTERS_A_WORD) + spaced
}

/// Characters a text would have in a script with spaces: those it has, or of a script without six for each word.
#[must_use]
pub fn spelt_length(text: &str) -> usize {
    let characters = text.chars().count();
    if text.contains(is_unspaced) { characters.max(SPELT_WORD * count_words(text)) } else { characters }
}

/// True for letters of scripts without spaces.
#[must_use]
pub fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

/// The longest beginning of `within` that has `most` words at most.
#[must_use]
pub fn first_words(text: &str, within: Span, most: usize) -> Span {
    let within = within.trimmed(text);
    let mut inside = false;
    let mut count = 0;
    let mut unspaced = 0;
    for (at, letter) in within.of(text).char_indices() {
        let space = letter.is_whitespace();
        unspaced += usize::from(is_unspaced(letter));
        if unspaced > LETTERS_A_WORD * most || space && count == most {
            return Span::new(within.start, within.start + at);
        }
        count += usize::from(!space && !inside);
        inside = !space;
    }
    within
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_spaces_has_as_many_words_as_its_translation() {
        let english = "Bread must not be a weapon, and from Monday on it is none any more.";
        for (text, fewest, most) in [
            (english, 15, 15),
            ("面包不应成为武器，从星期一起它就不再是武器。", 9, 20),
            ("パンは武器であってはならない。月曜日からはもう武器ではない。", 9, 20),
            ("Der Satz über 面包 hat sechs Wörter.", 6, 7),
            ("", 0, 0),
            (" \n ", 0, 0),
        ] {
            let count = count_words(text);
            assert!((fewest..=most).contains(&count), "{text}: {count}");
        }
    }

    #[test]
    fn a_text_without_spaces_is_as_long_as_its_translation() {
        let english = "Bread must not be a weapon, and from Monday on it is none any more.";
        assert_eq!(spelt_length(english), english.len());
        assert!((50..=90).contains(&spelt_length("面包不应成为武器，从星期一起它就不再是武器。")));
    }

    #[test]
    fn the_first_words_are_as_many_as_asked_for_in_any_script() {
        for text in [
            "one two three four five",
            "面包不应成为武器，从星期一起它就不再是武器。",
            "  one  two 面包不应成为武器 ",
        ] {
            for most in 1..=4 {
                let first = first_words(text, Span::whole(text), most);
                assert!(count_words(first.of(text)) <= most + 2, "{}", first.of(text));
                assert!(!first.of(text).is_empty());
            }
            assert_eq!(first_words(text, Span::whole(text), 99).of(text), text.trim());
        }
    }
}
