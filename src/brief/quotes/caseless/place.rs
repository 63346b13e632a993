//! Where a marked stretch stands in its line.

use super::page::{Page, sentence_start, tags};
use super::unsaid::phrases::opens_with_denial;
use super::words::marks::Marked;
use super::words::tags::Tags;
use super::words::token::{COMMAS, STOPS, Token};
use crate::text::{is_letter, is_letter_or_digit};

/// Letters of the longest term.
const TERM_LETTERS: usize = 8;
/// Letters of the longest term that may open as a denial does.
const SHORT_TERM: usize = 5;
/// Tokens of the longest list of stretches.
const LONGEST_LIST: usize = 12;
/// Words of the longest name of a thing.
const LONGEST_THING: usize = 4;
/// Lines of words that go on over lines.
const MOST_PARTS: usize = 24;
/// Fewest letters of the name of a body.
const BODY_LETTERS: usize = 6;
/// Letters of a short name.
const SHORT_NAME: usize = 4;
/// Words of the longest term.
const TERM_WORDS: usize = 3;

/// A marked stretch among the tokens of its line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'p> {
    /// The page.
    pub(crate) page: &'p Page<'p>,
    /// The number of the line.
    pub(crate) line: usize,
    /// Its tokens.
    pub(crate) tokens: &'p [Token],
    /// Which of them the stretch is.
    pub(crate) at: usize,
    /// The first token of its sentence.
    pub(crate) start: usize,
    /// The stretch.
    pub(crate) marked: Marked,
    /// The words in it, folded.
    pub(crate) words: &'p str,
}

impl<'p> Place<'p> {
    /// The place of the token `at` of the line `line`, if it is a marked stretch.
    #[must_use]
    pub(crate) fn of(page: &'p Page<'p>, line: usize, at: usize) -> Option<Self> {
        let tokens = page.lines.get(line)?.tokens.as_slice();
        let token = tokens.get(at)?;
        let marked = *page.mark(token.quotation()?)?;
        let start = sentence_start(tokens, at);
        page.steps.take(at - start + 1);
        Some(Self { page, line, tokens, at, start, marked, words: &token.form })
    }

    /// The token behind it.
    #[must_use]
    pub(crate) fn next(&self) -> Option<&'p Token> {
        self.tokens.get(self.at + 1)
    }

    /// The token before it in its line.
    #[must_use]
    pub(crate) fn before(&self) -> Option<&'p Token> {
        self.tokens.get(self.at.checked_sub(1)?)
    }

    /// True when the token before touches it and has one of these classes.
    #[must_use]
    pub(crate) fn touches(&self, tags: Tags) -> bool {
        self.before().is_some_and(|before| before.span.end == self.marked.outer.start && before.has(tags))
    }

    /// True when it opens its sentence.
    #[must_use]
    pub(crate) fn opens(&self) -> bool {
        self.at == self.start
    }

    /// True when it is all there is in its line but for a stop behind it.
    #[must_use]
    pub(crate) fn is_line(&self) -> bool {
        let stop = self.next().is_none_or(|next| next.is_mark(&STOPS));
        self.at == 0 && stop && self.tokens.get(2).is_none()
    }

    /// Words parted by spaces in it.
    #[must_use]
    pub(crate) fn spaced_words(&self) -> usize {
        self.words
            .split(|letter: char| letter.is_whitespace() || letter == '-')
            .filter(|word| word.contains(is_letter_or_digit))
            .count()
    }

    /// True for a few words in foreign letters alone: the name of a thing.
    #[must_use]
    pub(crate) fn is_foreign(&self) -> bool {
        let latin = self.words.contains(|letter: char| letter.is_ascii_alphabetic());
        latin
            && !self.words.contains(|letter: char| is_letter(letter) && !letter.is_ascii())
            && self.spaced_words() <= LONGEST_THING
    }

    /// True for the name of an outlet or a work as a place: `wrote in “The Daily”:`.
    #[must_use]
    pub(crate) fn is_thing(&self, before: Option<&Token>) -> bool {
        let preposition = before.is_some_and(|before| before.has(Tags::PREPOSITION));
        let led = preposition && !self.touches(Tags::PREPOSITION)
            || before.is_some_and(|before| before.has(Tags::AGENCY.or(Tags::WORK)));
        let first = self.words.split_whitespace().next().map(|word| self.page.lexicon.bare(word));
        let outlet = first.and_then(|first| self.page.lexicon.phrase(&first));
        led && self.spaced_words() <= LONGEST_THING
            && outlet.is_some_and(|outlet| {
                outlet.any(Tags::AGENCY) || outlet.any(Tags::WORK) && !self.is_accused()
            })
    }

    /// `of “playing for time” accused`: a verb of saying right behind it, before which the sign of the object stands.
    fn is_accused(&self) -> bool {
        let object = (self.start..self.at).any(|at| tags(self.tokens, at).any(Tags::OBJECT));
        object && self.next().is_some_and(|next| next.has(Tags::VERB))
    }

    /// True when a word behind it makes it the name of a thing: `“…” plan`.
    #[must_use]
    pub(crate) fn leads_thing(&self) -> bool {
        let Some(next) = self.next().filter(|_| !self.is_whole()) else { return false };
        let one = next.is_unknown().then(|| next.form.chars().next()).flatten();
        let head = one.and_then(|letter| self.page.lexicon.longest(letter.encode_utf8(&mut [0; 4])));
        let single = head.is_some_and(|(_, tags)| tags.within(Tags::WORK_BEHIND) && tags != Tags::NONE);
        next.has(Tags::WORK_BEHIND) && !next.has(Tags::VERB) || single
    }

    /// True for a part of a sentence, not a name: a verb's mark stands in it, or an adverb or a preposition opens it.
    #[must_use]
    pub(crate) fn is_predicate(&self) -> bool {
        let opened = self.opens_within();
        let acts = self.letters() > SHORT_NAME && self.page.lexicon.opens_with_verb(self.words);
        opened || acts || self.words.contains(|letter| self.page.lexicon.verb_marks.contains(&letter))
    }

    /// True when a word that stands within a sentence opens it: an adverb, a preposition.
    #[must_use]
    pub(crate) fn opens_within(&self) -> bool {
        let opens = Tags::ADVERB.or(Tags::PREPOSITION).or(Tags::CONJUNCTION);
        self.page.lexicon.longest(self.words).is_some_and(|(_, tags)| tags.any(opens))
    }

    /// True for a noun for an outlet, or the name of a body: many letters, the last of them a noun for one, and nothing that ties or tells.
    #[must_use]
    pub(crate) fn names_body(&self) -> bool {
        // classes of a clause's words: those of one letter may be part of a noun
        const SMALL: Tags = Tags::HE.or(Tags::SHE).or(Tags::THEY).or(Tags::IT).or(Tags::OTHER_VERB);
        const TOLD: Tags = Tags::OTHER_PRONOUN.or(Tags::INDEFINITE).or(Tags::ADVERB).or(Tags::VERB);
        const ALWAYS: Tags = Tags::OF.or(Tags::DEFINITE);
        let kana = |letter: char| matches!(letter, '\u{3041}'..='\u{309f}');
        if !self.page.lexicon.unspaced || self.words.contains(kana) {
            return false;
        }
        let noun = self.page.lexicon.longest(self.words).filter(|(len, _)| *len == self.words.len());
        if self.letters() < BODY_LETTERS {
            return noun.is_some_and(|(_, tags)| tags.within(Tags::AGENCY) && tags != Tags::NONE);
        }
        let (mut rest, mut last) = (self.words, Tags::NONE);
        while let Some(first) = rest.chars().next() {
            let known = self.page.lexicon.longest(rest);
            let (len, tags) = known.unwrap_or((first.len_utf8(), Tags::NONE));
            let told = if len > first.len_utf8() { TOLD } else { SMALL };
            if tags.any(told.or(ALWAYS)) && !tags.any(Tags::BODY) {
                return false;
            }
            last = if len > first.len_utf8() { tags } else { Tags::NONE };
            rest = rest.get(len..).unwrap_or_default();
        }
        last.any(Tags::BODY) && !self.is_predicate()
    }

    /// True when a mark that ends sentences ends it.
    #[must_use]
    pub(crate) fn is_whole(&self) -> bool {
        self.words.ends_with(['。', '！', '？', '!', '?', '…'])
    }

    /// True when another stretch touches it.
    #[must_use]
    pub(crate) fn in_list(&self) -> bool {
        let marked = |token: Option<&Token>| token.is_some_and(|token| token.quotation().is_some());
        marked(self.next()) || marked(self.before())
    }

    /// The last of the stretches that stand side by side with it: `“…” and “…”`.
    #[must_use]
    pub(crate) fn list_end(&self) -> usize {
        let mut last = self.at;
        for at in (self.at + 1..self.tokens.len()).take(LONGEST_LIST) {
            let Some(token) = self.tokens.get(at) else { break };
            if token.quotation().is_some() {
                last = at;
            } else if !(token.has(Tags::CONJUNCTION) || token.is_mark(&COMMAS)) {
                break;
            }
        }
        last
    }

    /// True when its first words are a preposition: part of a sentence, no name.
    #[must_use]
    pub(crate) fn opens_adjunct(&self) -> bool {
        let words: Vec<String> =
            self.words.split_whitespace().take(3).map(|word| self.page.lexicon.bare(word)).collect();
        let phrase = |len: usize| self.page.lexicon.phrase(&words.get(..len)?.join(" "));
        let opens = Tags::PREPOSITION.or(Tags::ADVERB);
        (1..=words.len()).any(|len| phrase(len).is_some_and(|tags| tags.any(opens)))
            && self.spaced_words() > 2
    }

    /// True where the sentence goes on behind a comma, so that it may tell who said the words.
    #[must_use]
    pub(crate) fn goes_on_behind(&self) -> bool {
        let comma = self.next().is_some_and(|next| next.is_mark(&COMMAS));
        comma && self.tokens.get(self.at + 2).is_some_and(|next| !next.is_edge())
    }

    /// True for a term: a few words that stand in marks more than once.
    #[must_use]
    pub(crate) fn is_term(&self) -> bool {
        let short = if self.page.lexicon.unspaced {
            self.letters() <= TERM_LETTERS
        } else {
            self.spaced_words() <= TERM_WORDS
        };
        // what a headline has, too, is no term where a denial opens it
        let told = self.page.lexicon.unspaced
            && self.letters() > SHORT_TERM
            && opens_with_denial(self.page.language, self.page.lexicon, self.words);
        short && !told && self.page.terms.contains(&self.page.lexicon.bare(self.words))
    }

    /// Letters of its words.
    #[must_use]
    pub(crate) fn letters(&self) -> usize {
        self.words.chars().count()
    }

    /// Tokens of the line above.
    #[must_use]
    pub(crate) fn above(&self) -> Option<&'p [Token]> {
        self.page.lines.get(self.line.checked_sub(1)?).map(|line| line.tokens.as_slice())
    }

    /// Tokens of the line below.
    #[must_use]
    pub(crate) fn below(&self) -> Option<&'p [Token]> {
        self.page.lines.get(self.line + 1).map(|line| line.tokens.as_slice())
    }

    /// The last part of the words that begin in it and go on over lines.
    #[must_use]
    pub(crate) fn last_part(&self) -> Option<Self> {
        let first = self.tokens.get(self.at)?.quotation()?;
        let goes_on = |index: &usize| self.page.mark(*index).is_some_and(|marked| marked.continues);
        let last = (first..).take(MOST_PARTS).find(|index| !goes_on(index)).filter(|last| *last > first)?;
        let line = self.page.mark(last)?.line;
        let tokens = self.page.lines.get(line)?.tokens.as_slice();
        let at = tokens.iter().position(|token| token.quotation() == Some(last))?;
        Self::of(self.page, line, at)
    }

    /// True when the words before it go on in it.
    #[must_use]
    pub(crate) fn goes_on(&self) -> bool {
        let index = self.tokens.get(self.at).and_then(Token::quotation);
        let before = index.and_then(|index| self.page.mark(index.checked_sub(1)?));
        before.is_some_and(|before| before.continues && before.line + 1 == self.marked.line)
    }
}
