//! Words of scripts that put no spaces between them: the longest word of the tables, and runs of letters no table knows.
//!
//! In: a line, its marked stretches, the names the text is known to hold. Out: its tokens, in order. A small word of one
//! letter counts only where it cannot be part of a longer one that no table knows.

mod brackets;
mod callings;
mod counting;
mod cover;
mod foreign;
mod singles;
mod vocabulary;

use crate::brief::quotes::caseless::naming::people::Forms;
use crate::brief::quotes::caseless::words::letters::{Letters, ends_in_ideograph, foreign, latin, letters};
use crate::brief::quotes::caseless::words::lexicon::Lexicon;
use crate::brief::quotes::caseless::words::marks::Marked;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{Shape, Token};
use crate::text::{Span, Steps};
use brackets::bracket;
use singles::{Place, spoken_name};

/// One pass over a line.
pub(crate) struct Cutter<'a> {
    /// The folded text.
    pub(crate) folded: &'a str,
    /// The words of its language.
    pub(crate) lexicon: &'static Lexicon,
    /// The names it is known to hold.
    pub(crate) names: &'a Forms,
    /// Counts the work.
    pub(crate) steps: &'a Steps,
}

/// Where a cutter is in its line.
struct Cut {
    tokens: Vec<Token>,
    at: usize,
    /// A preposition stands before it in its clause.
    led: bool,
}

impl Cut {
    /// The token that ends where the cutter is.
    fn touching(&self) -> Option<&Token> {
        self.tokens.last().filter(|token| token.span.end == self.at)
    }

    /// Adds a token; letters no table knows join those before them.
    fn push(&mut self, folded: &str, shape: Shape, len: usize, tags: Tags) {
        let span = Span::new(self.at, self.at + len);
        self.led = !matches!(shape, Shape::Mark(_)) && (self.led || tags.any(LEADING));
        self.at = span.end;
        let joins = matches!(shape, Shape::Unknown | Shape::Ending) && tags == Tags::NONE;
        let same = self
            .tokens
            .last_mut()
            .filter(|last| joins && last.shape == shape && last.span.end == span.start && last.tags == tags);
        match same {
            Some(last) => {
                last.span.end = span.end;
                last.form.push_str(span.of(folded));
            }
            None => self.tokens.push(Token { shape, span, tags, form: span.of(folded).to_owned() }),
        }
    }
}

/// What opens a phrase that a word behind it closes.
const LEADING: Tags = Tags::PREPOSITION.or(Tags::ACCORD);

impl Cutter<'_> {
    /// The tokens of `line`; `marked` are its marked stretches with their indexes.
    #[must_use]
    pub(crate) fn cut(&self, line: Span, marked: &[(usize, Marked)]) -> Vec<Token> {
        let mut cut = Cut { tokens: Vec::new(), at: line.start, led: false };
        for (index, one) in marked {
            self.stretch(&mut cut, one.outer.start);
            let form = one.inner.of(self.folded).to_owned();
            let shape = Shape::Quotation(*index);
            cut.tokens.push(Token { shape, span: one.outer, tags: Tags::NONE, form });
            cut.at = one.outer.end.max(cut.at);
        }
        self.stretch(&mut cut, line.end);
        cut.tokens
    }

    fn stretch(&self, cut: &mut Cut, end: usize) {
        while cut.at < end {
            let rest = Span::new(cut.at, end).of(self.folded);
            let Some(first) = rest.chars().next() else { return };
            self.steps.take(1);
            if first.is_whitespace() {
                cut.at += first.len_utf8();
                continue;
            }
            let touching = if cut.touching().is_some() { cut.tokens.as_slice() } else { &[] };
            let calling = callings::end(self.lexicon, self.names, touching, rest);
            if let Some((len, stem)) = calling.and_then(|len| Some((len, cut.tokens.pop()?))) {
                let (left, calling) = callings::closed(&stem, self.folded, len);
                cut.at = calling.span.end;
                cut.tokens.extend(left.into_iter().chain([calling]));
                continue;
            }
            let (shape, len, tags) = self.token(cut, rest, first);
            cut.push(self.folded, shape, len, tags);
        }
    }

    fn token(&self, cut: &Cut, rest: &str, first: char) -> (Shape, usize, Tags) {
        if let Some(len) = self.names.longest(rest) {
            return (Shape::Name, len, Tags::NAME);
        }
        // a line of its own is no remark
        let apart = |len: &usize| !cut.tokens.is_empty() || *len < rest.len() || first == '＝';
        if let Some(len) = bracket(rest, first).filter(apart) {
            return (Shape::Bracket, len, Tags::NONE);
        }
        let class = letters(first);
        let mut known = self.lexicon.longest(rest);
        if class == Letters::Digit {
            return known.map_or_else(|| self.lexicon.number(rest), |(len, tags)| (Shape::Known, len, tags));
        }
        let after_ending =
            class == Letters::Ending && cut.touching().is_some_and(|token| token.shape == Shape::Ending);
        let titled = cut.touching().is_some_and(|token| token.has(Tags::TITLE));
        let inside = cut.touching().is_some_and(|token| ends_in_ideograph(&token.form));
        if class == Letters::Ideograph && (titled || !inside) {
            let surname = self.lexicon.surname(rest).filter(|len| *len > first.len_utf8());
            let names = if self.lexicon.name_letters.is_empty() { !inside } else { titled };
            if names && surname > known.map(|(len, _)| len) {
                return (Shape::Unknown, surname.unwrap_or_default(), Tags::NONE);
            }
        }
        if let Some(len) = self.lexicon.foreign_name(rest) {
            return (Shape::Name, len, Tags::NAME);
        }
        let opens = cut.tokens.last().is_none_or(Token::is_edge);
        if let Some(len) =
            spoken_name(self.lexicon, rest).filter(|len| opens && known.is_none_or(|(known, _)| known < *len))
        {
            return (Shape::Unknown, len, Tags::NONE);
        }
        // `Mr So-and-so`: a surname and the word for a name left out
        let surname = cut.touching().filter(|token| {
            token.shape == Shape::Unknown && self.lexicon.surname(&token.form) == Some(token.form.len())
        });
        let left_out = |word: Option<&str>| word.is_some_and(|word| self.lexicon.particles.contains(word));
        if surname.is_some() && left_out(known.and_then(|(len, _)| rest.get(..len))) {
            return (Shape::Unknown, known.map_or(first.len_utf8(), |(len, _)| len), Tags::NONE);
        }
        known = known.and_then(|(len, _)| self.lexicon.covers(rest, len)).or(known);
        known = known.and_then(|(len, _)| self.before_surname(rest, len)).or(known).filter(|(len, tags)| {
            let single = *len == first.len_utf8() && !self.single_counts(cut, rest, *tags);
            !(after_ending || single || self.cuts_foreign(rest, *len) || self.cuts_title(cut, rest, *len))
        });
        if let Some((len, tags)) = known {
            return (Shape::Known, len, tags);
        }
        if let Some(len) = self.marked_verb(rest, first) {
            return (Shape::Known, len, Tags::OTHER_VERB);
        }
        if let Some(number) = self.lexicon.number_in_words(rest, cut.touching()) {
            return number;
        }
        match class {
            Letters::Foreign => (Shape::Foreign, foreign(rest), Tags::NONE),
            Letters::Latin => (Shape::Unknown, latin(rest), Tags::LATIN),
            Letters::Ending => (Shape::Ending, first.len_utf8(), Tags::NONE),
            Letters::Ideograph => (Shape::Unknown, first.len_utf8(), Tags::NONE),
            _ => (Shape::Mark(first), first.len_utf8(), Tags::NONE),
        }
    }

    /// Whether a word of one letter is one here.
    fn single_counts(&self, cut: &Cut, rest: &str, tags: Tags) -> bool {
        let outer = cut.tokens.len().checked_sub(2).and_then(|at| cut.tokens.get(at));
        let place = Place { lexicon: self.lexicon, before: cut.touching(), outer, led: cut.led };
        singles::counts(&place, rest, tags)
    }

    /// The word of one letter of kana at the head of a longer one of `len` bytes, whose others begin a longer surname:
    /// `の前|田` is `の|前田`.
    fn before_surname(&self, rest: &str, len: usize) -> Option<(usize, Tags)> {
        let (first, behind) = rest.split_at_checked(rest.chars().next()?.len_utf8())?;
        let kana = letters(first.chars().next()?) == Letters::Ending && len > first.len();
        let name = self.names.longest(behind).max(self.lexicon.surname(behind));
        name.filter(|name| kana && first.len() + name > len)?;
        self.lexicon.longest(first)
    }

    /// True for a word whose first letter ends a name or is the short name of a country, and whose others begin a longer
    /// title or body: `喜|大会|長` is `喜大|会長`, `米国|務省` is `米|国務省`.
    fn cuts_title(&self, cut: &Cut, rest: &str, len: usize) -> bool {
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let country = |word: Option<&str>| {
            word.is_some_and(|word| {
                self.lexicon
                    .longest(word)
                    .is_some_and(|(all, tags)| all == word.len() && tags.any(Tags::COUNTRY))
            })
        };
        let abroad = country(rest.get(..first)) && country(rest.get(..len));
        let named = cut
            .touching()
            .is_some_and(|token| token.is_unknown() && self.lexicon.surname(&token.form).is_some());
        let behind = rest.get(first..).filter(|_| first < len && (named || abroad));
        let behind = behind.and_then(|behind| self.lexicon.longest(behind));
        behind.is_some_and(|(longer, tags)| {
            first + longer > len && (tags.any(Tags::OFFICE) || abroad && tags.any(Tags::BODY))
        })
    }

    /// True for a word that is only the beginning of a longer foreign one: what follows it there is no word.
    fn cuts_foreign(&self, rest: &str, len: usize) -> bool {
        let foreign = |letter: char| letters(letter) == Letters::Foreign;
        let inside = rest.get(..len).is_some_and(|word| word.ends_with(foreign));
        let behind = rest.get(len..).filter(|behind| inside && behind.starts_with(foreign));
        behind.is_some_and(|behind| self.lexicon.longest(behind).is_none())
    }

    /// A letter with the mark of a verb's form behind it.
    fn marked_verb(&self, rest: &str, first: char) -> Option<usize> {
        let mark = rest.chars().nth(1).filter(|mark| self.lexicon.verb_marks.contains(mark))?;
        (letters(first) == Letters::Ideograph).then_some(first.len_utf8() + mark.len_utf8())
    }
}
