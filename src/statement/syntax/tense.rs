//! When what a quote says is: it was, or it will be.

use super::super::lexicon::{Endings, Lexicon, Words};
use super::super::tokens::Token;

/// Words before a participle that may say that it tells of no time: can be shot down.
const PASSIVE: usize = 3;

/// What the verbs of a quote tell of the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tense {
    /// Something was.
    past: bool,
    /// Something is or will be.
    present: bool,
    /// Something will be.
    coming: bool,
}

impl Tense {
    /// True when one tells only of what was and the other only of what is not yet.
    pub(crate) fn excludes(self, other: Self) -> bool {
        self.is_past() && other.is_ahead() || self.is_ahead() && other.is_past()
    }

    fn is_past(self) -> bool {
        self.past && !self.present && !self.coming
    }

    fn is_ahead(self) -> bool {
        !self.past && (self.present || self.coming)
    }
}

/// Reads the tense of each piece of the sentence: beside a word for what will be a participle tells of no past.
pub(crate) fn tense(tokens: &[Token], words: &[&str], lexicon: &Lexicon) -> Tense {
    let mut found = Tense::default();
    let mut from = 0;
    for piece in tokens.chunk_by(|one, next| one.clause == next.clause) {
        let piece =
            Piece { tokens: piece, words: words.get(from..from + piece.len()).unwrap_or_default(), lexicon };
        let coming = piece
            .any(|at, token| piece.tells(Words::Coming, at, token) || piece.is_verb(Endings::Coming, token));
        found.coming |= coming;
        found.present |= piece.any(|_, token| piece.is_verb(Endings::Present, token));
        found.past |= !coming && piece.any(|at, token| piece.was(at, token));
        from += piece.tokens.len();
    }
    found
}

/// True for a verb by its ending of time.
pub(super) fn is_finite(token: &Token, lexicon: &Lexicon) -> bool {
    let tenses = [Endings::Past, Endings::Present, Endings::Coming];
    let common = lexicon.has(Words::Stop, &token.word) || token.capital && !token.first;
    !common && tenses.into_iter().any(|tense| lexicon.is_form_of(tense, &token.written))
}

/// A piece of the sentence.
struct Piece<'a> {
    tokens: &'a [Token],
    words: &'a [&'a str],
    lexicon: &'a Lexicon,
}

impl Piece<'_> {
    fn any(&self, is: impl Fn(usize, &Token) -> bool) -> bool {
        self.tokens.iter().enumerate().any(|(at, token)| is(at, token))
    }

    /// True for a verb of the past, and for one that is so with a participle behind it.
    fn was(&self, at: usize, token: &Token) -> bool {
        let before = self.tokens.get(at.saturating_sub(PASSIVE)..at).unwrap_or_default();
        if before.iter().any(|other| self.lexicon.has(Words::Timeless, &other.word)) {
            return false;
        }
        let behind = self.tokens.get(at + 1..).unwrap_or_default();
        self.tells(Words::Past, at, token)
            || self.is_verb(Endings::Past, token)
            || self.is_verb(Endings::Auxiliary, token)
                && behind.iter().any(|token| self.is_verb(Endings::Participle, token))
    }

    fn tells(&self, list: Words, at: usize, token: &Token) -> bool {
        !is_noun(token) && self.lexicon.list(list).head(self.words.get(at..).unwrap_or_default()) > 0
    }

    fn is_verb(&self, section: Endings, token: &Token) -> bool {
        let whole = || {
            self.lexicon.endings(section).iter().any(|form| form.strip_prefix('=') == Some(&token.written))
        };
        let ends = || {
            !self.lexicon.has(Words::Stop, &token.word) && self.lexicon.is_form_of(section, &token.written)
        };
        !is_noun(token) && (whole() || ends())
    }
}

/// A capital inside a sentence.
fn is_noun(token: &Token) -> bool {
    token.capital && !token.first
}
