//! The words of an article outside its quotation marks, each with its classes.
//!
//! In: a text, its paragraphs and the marked stretches. Out: tokens in order; a marked stretch is one token, so that
//! a name inside marks is never seen. Invariant: every span lies on character boundaries of the text.

use std::borrow::Cow;
use std::ops::Range;

use super::lexicon::{Lexicon, Tags};
use super::spelling::{case, elision, with_full_stop, word_length};
use crate::text::{Span, is_invisible, is_letter_or_digit, without_possessive};

pub use super::spelling::{Case, is_site, lower_into};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A word.
    Word,
    /// A number.
    Number,
    /// One mark of punctuation.
    Punctuation(char),
    /// A marked stretch, by its index.
    Quote(usize),
}

/// A word, a number, a mark of punctuation or a whole marked stretch.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// The same without a possessive ending.
    pub core: Span,
    /// What it is.
    pub kind: Kind,
    /// Its word classes.
    pub tags: Tags,
    /// How it is capitalised.
    pub case: Case,
    /// Ends in 's, or in s with an apostrophe after it.
    pub possessive: bool,
    /// Stands in round or square brackets.
    pub bracketed: bool,
    /// Number of its sentence, counted through the text.
    pub sentence: usize,
    /// Index of its paragraph.
    pub paragraph: usize,
}

impl Token {
    /// True for a word.
    #[must_use]
    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    /// True for a word with a capital.
    #[must_use]
    pub fn is_capital(&self) -> bool {
        self.kind == Kind::Word && self.case != Case::Lower
    }

    /// True for a capitalised word that is no article, pronoun or the like at the head of a sentence.
    #[must_use]
    pub fn is_capital_name(&self) -> bool {
        let small = Tags::STOP
            .or(Tags::PREPOSITION)
            .or(Tags::CONJUNCTION)
            .or(Tags::DETERMINER)
            .or(Tags::PRONOUN)
            .or(Tags::OTHER_PRONOUN)
            .or(Tags::AUX);
        self.is_capital() && (!self.has(small) || self.has(Tags::FIRST_NAME))
    }

    /// True for the mark of punctuation `c`.
    #[must_use]
    pub fn is(&self, c: char) -> bool {
        self.kind == Kind::Punctuation(c)
    }

    /// True when any class of `tags` is the word's.
    #[must_use]
    pub fn has(&self, tags: Tags) -> bool {
        self.tags.any(tags)
    }
}

/// Cuts `paragraph` (number `number`) into tokens appended to `tokens`; `marked` are its marked stretches with their indexes.
pub fn read(
    text: &str,
    paragraph: Span,
    number: usize,
    marked: &[(usize, Span)],
    lexicon: &Lexicon,
    tokens: &mut Vec<Token>,
) -> Range<usize> {
    let first = tokens.len();
    let mut reader = Reader { text, lexicon, paragraph: number, brackets: 0, lower: String::new(), tokens };
    let mut at = paragraph.start;
    for (index, span) in marked {
        // words in marks may begin in the line before
        reader.stretch(Span::new(at, span.start.max(at)));
        reader.push(*span, *span, Kind::Quote(*index), Tags::NONE, Case::Lower, false);
        at = span.end;
    }
    reader.stretch(Span::new(at, paragraph.end));
    first..tokens.len()
}

struct Reader<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    paragraph: usize,
    brackets: usize,
    lower: String,
    tokens: &'a mut Vec<Token>,
}

impl Reader<'_> {
    fn stretch(&mut self, span: Span) {
        let text = span.of(self.text);
        let mut at = 0;
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let len = if is_letter_or_digit(c) {
                self.word(text, at, span.start)
            } else {
                // what nobody sees parts no words: it is as if it were not there
                if !c.is_whitespace() && !is_invisible(c) {
                    self.punctuation(c, Span::new(span.start + at, span.start + at + c.len_utf8()));
                }
                c.len_utf8()
            };
            at += len;
        }
    }

    fn punctuation(&mut self, c: char, span: Span) {
        let closing = matches!(c, ')' | ']');
        if matches!(c, '(' | '[') {
            self.brackets += 1;
        }
        self.push(span, span, Kind::Punctuation(c), Tags::NONE, Case::Lower, false);
        if closing {
            self.brackets = self.brackets.saturating_sub(1);
        }
    }

    /// Reads the word at `at` of `text` and returns its length.
    fn word(&mut self, text: &str, at: usize, offset: usize) -> usize {
        let rest = text.get(at..).unwrap_or_default();
        let len = word_length(rest);
        let mut word = rest.get(..len).unwrap_or_default();
        let elided = elision(word);
        let len = elided.unwrap_or_else(|| with_full_stop(rest, len, self.lexicon, &mut self.lower));
        word = rest.get(..len).unwrap_or_default();
        let core = Some(without_possessive(word)).filter(|core| core.len() < word.len());
        let after = rest.get(len..).unwrap_or_default();
        let plural = (word.ends_with('s') || word.ends_with('z'))
            && after.starts_with(['’', '\''])
            && !after.chars().nth(1).is_some_and(is_letter_or_digit);
        let possessive = (core.is_some() && len > 2) || plural;
        let core_len = core.map_or(len, str::len);
        let start = offset + at;
        let core_word = rest.get(..core_len).unwrap_or_default().trim_end_matches(['\'', '’']);
        let kind = if core_word.starts_with(|c: char| c.is_numeric()) { Kind::Number } else { Kind::Word };
        let tags = self.letters(core_word, after).unwrap_or_else(|| self.tags(core_word));
        let span = Span::new(start, start + len);
        self.push(span, Span::new(start, start + core_word.len()), kind, tags, case(core_word), possessive);
        len
    }

    /// The classes of `MP` and of `MPs`; not of `AM` behind a number. Initials have none.
    fn letters(&self, word: &str, after: &str) -> Option<Tags> {
        let letters = &self.lexicon.letters;
        let timed = self.tokens.last().is_some_and(|before| before.kind == Kind::Number);
        if letters.contains(word) && !timed {
            let initials = self.are_initials(word, after);
            return Some(if initials { Tags::NONE } else { Tags::OFFICE.or(Tags::PERSON) });
        }
        let several = word.strip_suffix('s').is_some_and(|one| letters.contains(one));
        several.then_some(Tags::PERSON)
    }

    /// `JP Rot`, `PC Rot`: before a capital word only some letters tell what somebody is, and of those some only before a
    /// full name, or behind an article or a name: `PC Karl Rot`, `the PC Rot`.
    fn are_initials(&self, word: &str, after: &str) -> bool {
        let is_capital = |word: &&str| word.starts_with(char::is_uppercase);
        let mut words = after.strip_prefix([' ', '\u{a0}']).unwrap_or_default().split([' ', '\u{a0}']);
        let Some(name) = words.next().filter(is_capital) else { return false };
        let lettered = self.lexicon.letters.contains(name.trim_end_matches(|c| !is_letter_or_digit(c)));
        if lettered || self.lexicon.fore_letters.contains(word) {
            return false;
        }
        let full = name.ends_with(is_letter_or_digit) && words.next().is_some_and(|next| is_capital(&next));
        let called = Tags::OFFICE.or(Tags::TITLE);
        let led = self.tokens.last().is_some_and(|before| {
            before.has(Tags::DETERMINER) || before.is_capital_name() && !before.has(called)
        });
        !(full || led) || !self.lexicon.full_letters.contains(word)
    }

    fn tags(&mut self, word: &str) -> Tags {
        lower_into(word, &mut self.lower);
        let tags = self.lexicon.tags(&self.lower);
        let ends = |endings: &[Cow<'static, str>]| {
            endings.iter().any(|ending| self.lower.ends_with(ending.as_ref()))
        };
        if tags == Tags::NONE && self.lower.len() > 4 && ends(&self.lexicon.adverb_endings) {
            return Tags::ADVERB;
        }
        // you're, I'm, don't: a small word with the rest of another glued to it is no name
        if tags == Tags::NONE && self.is_contraction() {
            return Tags::STOP;
        }
        // dit-il, affirme-t-elle: the verb with its pronoun
        if tags == Tags::NONE && ends(&self.lexicon.clitic_endings) {
            let verb = self.lower.split('-').next().unwrap_or_default();
            return self.lexicon.tags(verb).or(Tags::CLITIC);
        }
        // compounds take the classes of their last part: co-chairman, vice-chancellor, US-Präsident
        match self.lower.rsplit_once('-') {
            Some((_, last)) if tags == Tags::NONE => {
                let last = self.lexicon.tags(last);
                if last.any(Tags::PERSON.or(Tags::OFFICE)) { last } else { tags }
            }
            _ => tags,
        }
    }

    /// True for a small word, an apostrophe and at most two letters.
    fn is_contraction(&self) -> bool {
        let small = Tags::PRONOUN.or(Tags::OTHER_PRONOUN).or(Tags::IT).or(Tags::AUX).or(Tags::STOP);
        self.lower.split_once('\'').is_some_and(|(head, tail)| {
            let denied = self.lexicon.tags(head.strip_suffix('n').unwrap_or(head)).any(Tags::AUX);
            tail.chars().nth(2).is_none() && (denied || self.lexicon.tags(head).any(small))
        })
    }

    fn push(&mut self, span: Span, core: Span, kind: Kind, tags: Tags, case: Case, possessive: bool) {
        let bracketed = self.brackets > 0;
        let paragraph = self.paragraph;
        self.tokens.push(Token {
            span,
            core,
            kind,
            tags,
            case,
            possessive,
            bracketed,
            sentence: 0,
            paragraph,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn words(text: &str) -> Vec<String> {
        let mut tokens = Vec::new();
        read(text, Span::whole(text), 0, &[], Lexicon::of(Language::coded("en")), &mut tokens);
        tokens
            .iter()
            .map(|token| format!("{}{}", token.core.of(text), if token.possessive { "+" } else { "" }))
            .collect()
    }

    #[test]
    fn words_keep_their_stops_hyphens_and_apostrophes() {
        for (text, due) in [
            ("Mr. Smith left.", "Mr.|Smith|left|."),
            ("the U.S. envoy", "the|U.S.|envoy"),
            ("Trump’s aide didn't", "Trump+|aide|didn't"),
            ("the ministers’ plan", "the|ministers+|’|plan"),
            ("J. K. Kallas-Reim, 3.5", "J.|K.|Kallas-Reim|,|3.5"),
        ] {
            assert_eq!(words(text).join("|"), due);
        }
    }

    #[test]
    fn a_compound_is_what_its_last_part_is() {
        let text = "co-chairman";
        let mut tokens = Vec::new();
        read(text, Span::whole(text), 0, &[], Lexicon::of(Language::coded("en")), &mut tokens);
        assert!(tokens[0].has(Tags::PERSON));
    }
}
