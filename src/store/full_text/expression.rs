//! What is asked for, as FTS5 expressions.

use super::stems::{self, Match};
use super::terms::Terms;
use crate::text::{Language, Span, is_stop, is_unspaced, words};

/// From this many letters on a word also finds what begins with it, where nothing has the word itself.
const LONG: usize = 3;

/// What is asked for, as expressions for the tables of stems and of exact words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) struct Expression {
    /// For the table of stems: every word in any form, none of those that must not be there.
    pub(in crate::store) stems: String,
    /// The same where words may go on.
    pub(in crate::store) beginnings: String,
    /// For the table of exact words: every phrase but those in letters without spaces; `None` without one.
    pub(in crate::store) phrases: Option<String>,
    /// For the table of exact words, as long as there are articles without stems: all of it.
    pub(in crate::store) exact: String,
}

/// Turns what is asked for into expressions; `None` when there is no word that must be there.
///
/// Words too common to mean much are asked for only where there are no others, or in a phrase.
pub(in crate::store) fn expression(terms: &Terms) -> Option<Expression> {
    let typed = terms.wanted();
    let language = Language::of_text(&typed).unwrap_or_default();
    let all: Vec<&str> = terms.words.iter().flat_map(|words| cut(words)).collect();
    let telling: Vec<&str> = all.iter().copied().filter(|word| !is_stop(word, language)).collect();
    let words = if telling.is_empty() && terms.phrases.is_empty() { all } else { telling };
    let inside: Vec<&str> = terms.phrases.iter().flat_map(|phrase| cut(phrase)).collect();
    let every: Vec<&str> = words.iter().chain(&inside).copied().collect();
    if every.is_empty() {
        return None;
    }
    let without: Vec<String> = terms.without.iter().flat_map(|words| stems::in_a_row(words)).collect();
    let without: Vec<String> = without.iter().map(|stems| literal(stems)).collect();
    let (unspaced, spaced): (Vec<&str>, Vec<&str>) =
        terms.phrases.iter().map(String::as_str).partition(|phrase| phrase.contains(is_unspaced));
    let joined = |form: fn(&str) -> String| {
        let words = every.iter().map(|word| form(word));
        words.chain(unspaced.iter().map(|phrase| adjacent(phrase))).collect::<Vec<_>>().join(" AND ")
    };
    let phrases: Vec<String> = spaced.into_iter().filter_map(exactly).collect();
    let exact = words
        .iter()
        .map(|word| literal(word))
        .chain(terms.phrases.iter().filter_map(|phrase| exactly(phrase)));
    let without_exact: Vec<String> = terms.without.iter().filter_map(|words| exactly(words)).collect();
    Some(Expression {
        stems: less(joined(any_form), &without),
        beginnings: less(joined(any_beginning), &without),
        exact: less(exact.collect::<Vec<_>>().join(" AND "), &without_exact),
        phrases: (!phrases.is_empty()).then(|| phrases.join(" AND ")),
    })
}

fn cut(typed: &str) -> impl Iterator<Item = &str> {
    words(typed, Span::whole(typed)).map(move |span| span.of(typed))
}

fn less(wanted: String, without: &[String]) -> String {
    if without.is_empty() { wanted } else { format!("({wanted}) NOT ({})", without.join(" OR ")) }
}

/// A word in any form it could have.
fn any_form(word: &str) -> String {
    alternatives(stems::of_query(word))
}

/// A word, and whatever begins with it.
fn any_beginning(word: &str) -> String {
    let long = word.chars().count() >= LONG;
    let found = stems::of_query(word).into_iter();
    alternatives(found.map(|(stem, how)| (stem, if long { Match::Beginning } else { how })).collect())
}

fn alternatives(found: Vec<(String, Match)>) -> String {
    let one = |(stem, how): (String, Match)| match how {
        Match::Whole => literal(&stem),
        Match::Beginning => format!("{}*", literal(&stem)),
    };
    let found: Vec<String> = found.into_iter().map(one).collect();
    format!("({})", found.join(" OR "))
}

/// A phrase in letters without spaces, each of which is a word of the table of stems; for the table of exact words a whole
/// sentence is one.
fn adjacent(phrase: &str) -> String {
    let found: Vec<String> = stems::in_a_row(phrase).iter().map(|stems| literal(stems)).collect();
    format!("({})", found.join(" OR "))
}

/// Words as they stand, one after the other. The index parts at more than [`words`] does, so FTS5 is given the whole.
fn exactly(phrase: &str) -> Option<String> {
    phrase.contains(char::is_alphanumeric).then(|| literal(phrase))
}

/// A string of FTS5: nothing in it is syntax.
fn literal(words: &str) -> String {
    format!("\"{}\"", words.replace(['"', '\0'], " ").trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_is_syntax_and_words_are_asked_for_in_each_language() {
        let read = |typed: &str| expression(&Terms::read(typed));
        for typed in ["", " *\"() ", "-only", "-\"two words\" -x"] {
            assert_eq!(read(typed), None, "{typed}");
        }
        let found = read("title: MATCH(санкциями) -\"two x\" \"a OR b\"").unwrap();
        assert!(found.stems.contains(r#"("ruсанкц" OR "xxсанкция"*)"#), "{}", found.stems);
        assert!(found.stems.contains(r#""enmatch""#), "{}", found.stems);
        assert_eq!(found.phrases.as_deref(), Some(r#""a OR b""#));
        assert!(found.exact.ends_with(r#"NOT ("two x")"#), "{}", found.exact);
    }

    #[test]
    fn common_words_count_only_where_there_are_no_others() {
        let read = |typed: &str| expression(&Terms::read(typed)).unwrap().exact;
        assert_eq!(read("the treaty of Hale"), r#""treaty" AND "Hale""#);
        assert_eq!(read("the"), r#""the""#);
    }
}
