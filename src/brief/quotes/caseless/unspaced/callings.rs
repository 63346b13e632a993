//! Nouns for what somebody does that no table knows, told by what such nouns end with: letters before that end, and behind it a
//! name or what a speaker does.

use crate::brief::quotes::caseless::naming::people::Forms;
use crate::brief::quotes::caseless::words::letters::{Letters, letters};
use crate::brief::quotes::caseless::words::lexicon::Lexicon;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{Shape, Token};
use crate::languages::{ByLanguage, Language, caseless};
use crate::text::Span;

/// Letters before the end of such a noun.
const STEM: usize = 2;
/// Letters of a first name.
const MOST_GIVEN: usize = 2;

/// The ends of such nouns, the longest first.
static ENDS: ByLanguage<Vec<String>> = ByLanguage::new(read);

fn read(language: Language) -> Vec<String> {
    let lexicon = Lexicon::of(language);
    let mut ends: Vec<String> =
        language.words(caseless::CALLING_ENDING).map(|word| lexicon.form(&word)).collect();
    ends.sort_by_key(|end| std::cmp::Reverse(end.len()));
    ends
}

/// The length of the end of a noun for what somebody does at the head of `rest`: letters no table knows stand before it, and
/// a name or a verb of saying behind.
pub(super) fn end(lexicon: &Lexicon, names: &Forms, before: &[Token], rest: &str) -> Option<usize> {
    let (stem, before) = before.split_last()?;
    if stem.has(Tags::COUNTRY) {
        // `this Dane`
        let led = before.last().is_some_and(|before| before.has(Tags::DEFINITE));
        let end = ENDS.of(lexicon.language).iter().find(|end| rest.starts_with(end.as_str()));
        return end.filter(|_| led).map(String::len);
    }
    if stem.shape != Shape::Unknown || stem.tags != Tags::NONE {
        return None;
    }
    stem.form.chars().nth(STEM - 1)?;
    let end = ENDS.of(lexicon.language).iter().find(|end| rest.starts_with(end.as_str()))?.len();
    let longer = lexicon.longest(rest).is_some_and(|(len, _)| len > end);
    let behind = rest.get(end..).filter(|_| !longer)?;
    let says = lexicon.longest(behind).is_some_and(|(_, tags)| tags.any(Tags::CUE));
    (says || opens_name(lexicon, names, behind)).then_some(end)
}

/// True where a name stands at the head of `rest`, with a word or nothing more behind it.
fn opens_name(lexicon: &Lexicon, names: &Forms, rest: &str) -> bool {
    if rest.trim_start().starts_with(char::is_uppercase) {
        return true;
    }
    if names.longest(rest).is_some() || lexicon.foreign_name(rest).is_some() {
        return true;
    }
    let Some(surname) = lexicon.surname(rest) else { return false };
    if lexicon.longest(rest).is_some_and(|(len, _)| len > surname) {
        return false;
    }
    let given = rest.get(surname..).unwrap_or_default();
    let mut ends = given.char_indices().map(|(at, letter)| at + letter.len_utf8()).take(MOST_GIVEN);
    ends.any(|end| {
        let behind = given.get(end..).unwrap_or_default();
        let more = behind.chars().next().is_some_and(|next| letters(next) == Letters::Ideograph);
        !more || lexicon.longest(behind).is_some()
    })
}

/// The last letters of `stem` with the `len` bytes behind them as a word for what somebody does, and what is left of it.
pub(super) fn closed(stem: &Token, folded: &str, len: usize) -> (Option<Token>, Token) {
    let abroad = stem.has(Tags::COUNTRY);
    let head = stem.form.char_indices().rev().nth(STEM - 1).filter(|_| !abroad).map_or(0, |(at, _)| at);
    let span = Span::new(stem.span.start + head, stem.span.end + len);
    let form = span.of(folded).to_owned();
    let calling =
        Token { shape: Shape::Known, span, tags: if abroad { Tags::PERSON } else { Tags::OFFICE }, form };
    let left = stem.form.get(..head).unwrap_or_default().to_owned();
    let left = Token { span: Span::new(stem.span.start, span.start), form: left, ..stem.clone() };
    ((head > 0).then_some(left), calling)
}
