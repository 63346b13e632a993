//! What a person typed, as an expression of SQLite's full-text search (<https://sqlite.org/fts5.html>).

/// Turns what a person typed into an FTS5 expression: every word must appear, longer ones also as a beginning.
///
/// `None` when there is no word in it. Nothing typed is ever read as FTS5 syntax.
#[must_use]
pub(super) fn expression(typed: &str) -> Option<String> {
    /// From this many letters on a word also finds its longer forms (`sanction` finds `sanctions`).
    const LONG: usize = 3;
    let words: Vec<String> = typed
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| if word.chars().count() >= LONG { format!("\"{word}\"*") } else { format!("\"{word}\"") })
        .take(16)
        .collect();
    if words.is_empty() { None } else { Some(words.join(" ")) }
}

#[cfg(test)]
mod tests {
    use super::expression;

    #[test]
    fn typed_words_are_never_syntax() {
        let table = [
            ("", None),
            (" *\"() ", None),
            ("iran deal", Some(r#""iran"* "deal"*"#)),
            ("EU", Some(r#""EU""#)),
            ("title: NEAR(a b)", Some(r#""title"* "NEAR"* "a" "b""#)),
            ("санкции", Some(r#""санкции"*"#)),
        ];
        for (typed, wanted) in table {
            assert_eq!(expression(typed).as_deref(), wanted, "{typed}");
        }
    }
}
