//! Older words said again, and going on.

use crate::text::{Span, fold, words};

/// Fewest words that are told apart from chance, and fewest more that go on.
const AGAIN: usize = 4;
const MORE: usize = 4;

/// Whether `new` holds the words of `old` in one run, whatever the marks and capitals, and goes on: four words or more.
#[must_use]
pub fn goes_on(old: &str, new: &str) -> bool {
    let (old, new) = (plain_words(old), plain_words(new));
    old.len() >= AGAIN && new.len() >= old.len() + MORE && new.windows(old.len()).any(|run| run == old)
}

fn plain_words(text: &str) -> Vec<String> {
    let folded = fold(text);
    words(&folded, Span::whole(&folded)).map(|span| span.of(&folded).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_on_where_they_hold_the_older_ones_and_more() {
        let old = "Lakeland does not bargain over bread.";
        for (new, due) in [
            ("I said that Lakeland does not bargain over bread. It does over cake", true),
            ("“Lakeland does not bargain over bread”, as I said yesterday", true),
            ("LAKELAND DOES NOT BARGAIN OVER BREAD", false),
            ("Lakeland does not bargain over bread, he said", false),
            ("does not bargain over bread", false),
            ("Lakeland does bargain over bread, and it does over cake", false),
        ] {
            assert_eq!(goes_on(old, new), due, "{new}");
        }
        assert!(!goes_on("We will see.", "We will see. It is a long way to go"));
    }
}
