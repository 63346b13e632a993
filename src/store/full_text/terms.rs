//! What is looked for, as a person typed it.

use serde::{Deserialize, Serialize};

/// Most words and phrases that count.
const MOST: usize = 16;

/// Words, phrases, and what must not be there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// In any form, each of them.
    pub words: Vec<String>,
    /// Exactly so, each of them.
    #[serde(default)]
    pub phrases: Vec<String>,
    /// None of these, words in any form and phrases.
    #[serde(default)]
    pub without: Vec<String>,
}

impl Terms {
    /// Reads words, `"a phrase"` in any quotation marks, `-word` and `-"a phrase"`. A mark that is never closed is no mark.
    #[must_use]
    pub fn read(typed: &str) -> Self {
        let mut terms = Self::default();
        for token in tokens(typed).take(MOST) {
            terms.add(&token);
        }
        terms
    }

    /// Adds a token as [`tokens`] cuts them.
    pub fn add(&mut self, token: &str) {
        let (negative, rest) = match token.strip_prefix(['-', '−', '–']) {
            Some(rest) => (true, rest),
            None => (false, token),
        };
        let inside = quoted(rest);
        let words = inside.unwrap_or(rest).trim();
        if !words.contains(char::is_alphanumeric) {
            return;
        }
        match (negative, inside.is_some()) {
            (true, _) => self.without.push(words.to_owned()),
            (false, true) => self.phrases.push(words.to_owned()),
            (false, false) => self.words.push(words.to_owned()),
        }
    }

    /// True when nothing is asked for: what must not be there alone finds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty()
    }

    /// What was typed, in one form.
    #[must_use]
    pub fn typed(&self) -> String {
        let words = self.words.iter().cloned();
        let phrases = self.phrases.iter().map(|phrase| format!("\"{phrase}\""));
        let without = self.without.iter().map(|words| {
            if words.contains(char::is_whitespace) { format!("-\"{words}\"") } else { format!("-{words}") }
        });
        words.chain(phrases).chain(without).collect::<Vec<_>>().join(" ")
    }

    /// Words and phrases that must be there, without the marks.
    #[must_use]
    pub fn wanted(&self) -> String {
        self.words.iter().chain(&self.phrases).cloned().collect::<Vec<_>>().join(" ")
    }
}

/// Cuts what is typed at its spaces, but not inside quotation marks that are closed again.
pub fn tokens(typed: &str) -> impl Iterator<Item = String> {
    let mut rest = typed.trim_start();
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = token_end(rest);
        let (token, after) = rest.split_at_checked(end)?;
        rest = after.trim_start();
        Some(token.to_owned())
    })
}

/// Where the first token of `rest` ends: `in:"a b"` and `-"a b"` are one token each.
fn token_end(rest: &str) -> usize {
    let space = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let Some(open) = rest.find(is_opening).filter(|&at| at < space) else { return space };
    let before = rest.get(..open).unwrap_or_default();
    // a mark inside a word is an inch or an apostrophe
    if !(before.is_empty() || before.ends_with([':', '-', '−', '–'])) {
        return space;
    }
    let mut letters = rest.get(open..).unwrap_or_default().char_indices();
    let Some((_, mark)) = letters.next() else { return space };
    letters
        .find(|(_, letter)| closes(mark, *letter))
        .map_or(space, |(at, letter)| open + at + letter.len_utf8())
}

fn is_opening(letter: char) -> bool {
    matches!(letter, '"' | '«' | '“' | '„' | '”')
}

fn closes(mark: char, letter: char) -> bool {
    match mark {
        '«' => letter == '»',
        '"' => letter == '"',
        _ => matches!(letter, '”' | '“' | '"'),
    }
}

/// What stands in quotation marks, when all of it does.
#[must_use]
pub fn quoted(token: &str) -> Option<&str> {
    let mark = token.chars().next().filter(|mark| is_opening(*mark))?;
    let inside = token.strip_prefix(mark)?;
    let last = inside.chars().next_back().filter(|last| closes(mark, *last))?;
    inside.strip_suffix(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_read_as_words_phrases_and_what_must_not_be_there() {
        for (typed, words, phrases, without) in [
            ("grain corridor", &["grain", "corridor"][..], &[][..], &[][..]),
            ("grain -corridor", &["grain"], &[], &["corridor"]),
            ("\"grain corridor\" deal", &["deal"], &["grain corridor"], &[]),
            (
                "«зерновой коридор» -«две недели» –сделка",
                &[],
                &["зерновой коридор"],
                &["две недели", "сделка"],
            ),
            ("„zwei Wochen“ “two weeks”", &[], &["zwei Wochen", "two weeks"], &[]),
            ("\"never closed", &["\"never", "closed"], &[], &[]),
            ("cease-fire 5\" pipe - \"\" -", &["cease-fire", "5\"", "pipe"], &[], &[]),
            ("-only", &[], &[], &["only"]),
            ("", &[], &[], &[]),
        ] {
            let read = Terms::read(typed);
            assert_eq!(
                (&*read.words, &*read.phrases, &*read.without),
                (
                    &*words.iter().map(ToString::to_string).collect::<Vec<_>>(),
                    &*phrases.iter().map(ToString::to_string).collect::<Vec<_>>(),
                    &*without.iter().map(ToString::to_string).collect::<Vec<_>>(),
                ),
                "{typed}"
            );
            assert_eq!(Terms::read(&read.typed()), read, "{typed}");
        }
    }

    #[test]
    fn what_follows_a_colon_in_marks_is_one_token() {
        let cut: Vec<String> = tokens(r#" in:"New Tavria" deal -"two words" x"#).collect();
        assert_eq!(cut, ["in:\"New Tavria\"", "deal", "-\"two words\"", "x"]);
    }
}
