//! What a person typed, as an expression of SQLite's full-text search (<https://sqlite.org/fts5.html>).

use crate::text::{Language, is_stop};

/// From this many letters on a word also finds its longer forms (`sanction` finds `sanctions`).
const LONG: usize = 3;

/// Most words of what is typed that count.
const MOST: usize = 16;

/// Turns what a person typed into an FTS5 expression: every word must appear, longer ones also as a beginning, unless
/// they are among the commonest of their language.
///
/// `None` when there is no word in it. Nothing typed is ever read as FTS5 syntax.
pub(super) fn expression(typed: &str) -> Option<String> {
    let language = Language::of_text(typed).unwrap_or_default();
    written(typed, |word| word.chars().count() >= LONG && !is_stop(word, language))
}

/// The same, with every word as it stands.
pub(super) fn whole_words(typed: &str) -> Option<String> {
    written(typed, |_| false)
}

fn written(typed: &str, is_beginning: impl Fn(&str) -> bool) -> Option<String> {
    let words = typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words =
        words.map(|word| if is_beginning(word) { format!("\"{word}\"*") } else { format!("\"{word}\"") });
    let words: Vec<String> = words.take(MOST).collect();
    if words.is_empty() { None } else { Some(words.join(" ")) }
}

#[cfg(test)]
mod tests {
    use super::{expression, whole_words};

    #[test]
    fn typed_words_are_never_syntax() {
        let table = [
            ("", None),
            (" *\"() ", None),
            ("iran deal", Some(r#""iran"* "deal"*"#)),
            ("EU", Some(r#""EU""#)),
            ("title: NEAR(a b)", Some(r#""title"* "NEAR" "a" "b""#)),
            ("санкции", Some(r#""санкции"*"#)),
            ("the treaty", Some(r#""the" "treaty"*"#)),
        ];
        for (typed, wanted) in table {
            assert_eq!(expression(typed).as_deref(), wanted, "{typed}");
            assert_eq!(whole_words(typed), wanted.map(|words| words.replace('*', "")), "{typed}");
        }
    }
}
