//! Speeches: `Address by Prime Minister X` over a text in the first person is X's words, paragraph by paragraph.
//!
//! In: an article and the quotes found in it. Out: those and a quote for each paragraph X speaks. Strict: a head of the form
//! of the tables that names one person, no author, no words in marks that anybody is told to say, nobody told to say
//! anything, X nowhere named in the text, and the first person throughout. What reports of a speech fails one of them.

mod speaker;
mod voice;

use regex::Regex;

use super::rule::Rule;
use crate::article::{Article, Role};
use crate::brief::{Kind, Quote, Speaker};
use crate::languages::{ByLanguage, section};
use crate::text::{Span, count_words, lower};

/// Lines of the body at the head of which one may tell whose speech it is.
const HEAD: usize = 2;
/// Bytes of the longest such line.
const LONGEST: usize = 300;
/// Fewest words of a paragraph that is quoted: a salutation has fewer.
const FEWEST_WORDS: usize = 4;
/// Fewest paragraphs of a speech.
const FEWEST: usize = 2;
/// How sure a speech's speaker is.
const SURE: f32 = 0.9;

static FORMS: ByLanguage<Vec<Regex>> = ByLanguage::new(|language| {
    let forms = language.lines(section::ADDRESS).map(|form| format!("^(?:{form})"));
    forms.filter_map(|form| Regex::new(&form).ok()).collect()
});

static NOTES: ByLanguage<Vec<String>> = ByLanguage::new(|language| {
    language.words(section::ADDRESS_NOTE).map(std::borrow::Cow::into_owned).collect()
});

/// A line that tells whose speech the text is.
struct Head {
    /// The words for the person.
    who: String,
    /// Where they stand in the text.
    span: Option<Span>,
}

/// Adds the paragraphs of a speech; `read` finds the quotes of an article.
pub(super) fn add(article: &Article, quotes: &mut Vec<Quote>, read: impl Fn(&Article) -> Vec<Quote>) {
    if article.byline.is_some() || quotes.iter().any(|quote| quote.speaker.is_some()) {
        return;
    }
    let mut heads = heads(article).peekable();
    if heads.peek().is_none() {
        return;
    }
    let paragraphs = paragraphs(article);
    if paragraphs.len() < FEWEST || !voice::is_own(article, &paragraphs) {
        return;
    }
    let words: String = paragraphs.iter().map(|span| span.of(&article.text)).collect::<Vec<_>>().join(" ");
    let told = |head: Head| Some((speaker::of(&head.who, &words, article.language, &read)?, head.span));
    let Some((speaker, span)) = heads.find_map(told) else { return };
    if speaker::is_told_of(&speaker, &paragraphs, &article.text, article.language) {
        return;
    }
    quotes.retain(|quote| !paragraphs.iter().any(|paragraph| paragraph.overlaps(quote.span)));
    let mention = span.map(|span| span.of(&article.text).to_owned());
    let speaker = Speaker { mention, span, ..speaker };
    quotes.extend(paragraphs.into_iter().map(|span| quote(article, span, &speaker)));
    quotes.sort_by_key(|quote| quote.span.start);
}

fn quote(article: &Article, span: Span, speaker: &Speaker) -> Quote {
    Quote {
        span,
        text: span.of(&article.text).to_owned(),
        kind: Kind::Direct,
        speaker: Some(speaker.clone()),
        quoted_from: None,
        via: None,
        confidence: SURE,
        rule: Rule::Transcript.name().to_owned(),
        key: None,
    }
}

/// The lines at the head that have the form; the headline and the deck may stand outside the text.
fn heads(article: &Article) -> impl Iterator<Item = Head> + '_ {
    let within = article.blocks.iter().filter(|block| block.role == Role::Body).take(HEAD);
    let above = article.blocks.iter().filter(|block| matches!(block.role, Role::Headline | Role::Dek));
    let lines = above.chain(within).map(move |block| (block.span.of(&article.text), Some(block.span.start)));
    let told = [&article.title, &article.dek].into_iter().flatten().map(|line| (line.as_str(), None));
    lines.chain(told).filter_map(move |(line, start)| {
        let who = who(article, line)?;
        let span = start.map(|start| Span::new(start + who.start, start + who.end));
        Some(Head { who: who.of(line).to_owned(), span })
    })
}

/// Where a line tells whose speech the text is.
fn who(article: &Article, line: &str) -> Option<Span> {
    let forms = FORMS.of(article.language);
    let found = forms.iter().filter(|_| line.len() <= LONGEST).find_map(|form| form.captures(line))?;
    let who = found.get(1)?;
    Some(Span::new(who.start(), who.end()).trimmed(line)).filter(|span| !span.is_empty())
}

/// The paragraphs that are spoken: those of whole sentences behind the head that are no note and no line of place and day.
fn paragraphs(article: &Article) -> Vec<Span> {
    let text = article.text.as_str();
    let mut begun = false;
    let mut found = Vec::new();
    for paragraph in article.body() {
        let words = paragraph.of(text);
        let opens = voice::speaks(words, article.language);
        let dated = !begun && !opens && words.contains(|letter: char| letter.is_numeric());
        let whole =
            words.trim_end().ends_with(['.', '!', '?', '。', '！', '？', '؟', '…', '”', '»', '"', '」']);
        if !whole || dated || is_note(article, words) || who(article, words).is_some() {
            continue;
        }
        begun |= opens;
        if count_words(words) >= FEWEST_WORDS {
            found.push(paragraph);
        }
    }
    found
}

/// True for a line that nobody says.
fn is_note(article: &Article, line: &str) -> bool {
    let bare = line.trim_start_matches(['(', '[', '*', '–', '—', '-', ' ']);
    let opened = lower(bare.get(..bare.floor_char_boundary(LONGEST)).unwrap_or(bare));
    let bracket = line.starts_with(['(', '[']) && line.trim_end().ends_with([')', ']']);
    bracket || NOTES.of(article.language).iter().any(|note| opened.starts_with(note.as_str()))
}

#[cfg(test)]
mod tests;
