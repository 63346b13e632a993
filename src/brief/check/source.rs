//! The article as the checks see it: its sentences as tokens, without those that speak to a machine.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization as _;

use crate::article::{Article, Role};
use crate::languages::section;
use crate::text::{self, Language, Span, fold};

use super::numbers::numbers;
use super::words::{LISTS, Token, marks, tokens, words_of};

/// What a summary may be made of.
pub(super) struct Source {
    pub(super) language: Language,
    pub(super) sentences: Vec<Sentence>,
    /// Stems of all words.
    pub(super) stems: HashSet<String>,
    /// Stems of words that are written small.
    pub(super) small: HashSet<String>,
    /// Words written with a capital that stand not at the head of a sentence, folded.
    pub(super) capitals: HashSet<String>,
    /// All words, folded.
    pub(super) words: HashSet<String>,
    /// All words in small letters, their accents kept, each a letter (NFC).
    pub(super) written: HashSet<String>,
    /// Headline, dek and body, folded.
    pub(super) folded: String,
    /// The same as they are; the tokens' spans are of it.
    pub(super) text: String,
}

/// The most letters of a word that no other begins with by chance.
const SHORT: usize = 3;

/// The most words of a dateline, and the marks that part it from what it stands before.
const DATELINE: usize = 9;
const DASHES: [&str; 4] = [" - ", " – ", "—", ") –"];

/// A sentence of the article.
pub(super) struct Sentence {
    /// It begins inside quotation marks that an earlier sentence of its line has opened.
    pub(super) inside: bool,
    pub(super) tokens: Vec<Token>,
    pub(super) stems: HashSet<String>,
    /// Its numbers, and days with their months.
    pub(super) numbers: HashSet<String>,
}

impl Source {
    pub(super) fn read(article: &Article) -> Self {
        let language = article.language;
        let buffer = readable(article);
        let mut source = Self {
            language,
            sentences: Vec::new(),
            stems: HashSet::new(),
            small: HashSet::new(),
            capitals: HashSet::new(),
            words: HashSet::new(),
            written: HashSet::new(),
            folded: fold(&buffer),
            text: String::new(),
        };
        let mut start = 0;
        for line in buffer.split_inclusive('\n') {
            let (mut read, mut inside) = (start, false);
            for span in
                text::sentences(&buffer, Span::new(start, start + line.len()).trimmed(&buffer), language)
            {
                inside = marks(Span::new(read, span.start.max(read)).of(&buffer), inside);
                read = span.start.max(read);
                source.add(&buffer, span, inside);
            }
            start += line.len();
        }
        let composed = buffer.nfc().collect::<String>().to_lowercase();
        source.written.extend(words_of(&composed).map(str::to_owned));
        source.text = buffer;
        source
    }

    fn add(&mut self, buffer: &str, span: Span, inside: bool) {
        let tokens = tokens(buffer, span, self.language);
        let numbers = numbers(buffer, &tokens).into_iter().collect();
        let stems: HashSet<String> = tokens.iter().map(|token| token.stem.clone()).collect();
        self.stems.extend(stems.iter().cloned());
        self.small.extend(tokens.iter().filter(|token| !token.capital).map(|token| token.stem.clone()));
        let capitals = tokens.iter().filter(|token| token.capital && !token.first);
        self.capitals.extend(capitals.map(|token| token.folded.clone()));
        self.words.extend(tokens.iter().map(|token| token.folded.clone()));
        let tokens = without_dateline(buffer, span, tokens);
        self.sentences.push(Sentence { inside, tokens, stems, numbers });
    }

    /// Indexes of the sentence nearest to `stems` and of the one that adds most to it; none when nothing is shared.
    pub(super) fn nearest(&self, stems: &HashSet<&str>) -> Option<(usize, usize)> {
        let best = self.most(stems)?;
        let first = self.sentences.get(best)?;
        let rest: HashSet<&str> = stems.iter().copied().filter(|stem| !first.stems.contains(*stem)).collect();
        Some((best, self.most(&rest).unwrap_or(best)))
    }

    fn most(&self, stems: &HashSet<&str>) -> Option<usize> {
        // A word that few sentences hold tells more about where another comes from.
        let weight = |stem: &str| {
            let held = self.sentences.iter().filter(|sentence| sentence.stems.contains(stem)).count();
            1_000_usize.checked_div(held).unwrap_or(0)
        };
        let weights: Vec<(&str, usize)> = stems.iter().map(|&stem| (stem, weight(stem))).collect();
        let shared = |sentence: &Sentence| -> usize {
            weights.iter().filter(|(stem, _)| sentence.stems.contains(*stem)).map(|(_, weight)| weight).sum()
        };
        let best = self.sentences.iter().map(shared).max().filter(|&shared| shared > 0)?;
        self.sentences.iter().position(|sentence| shared(sentence) == best)
    }

    /// The sentences within two of `index`.
    pub(super) fn around(&self, index: usize) -> impl Iterator<Item = &Sentence> {
        self.sentences.iter().skip(index.saturating_sub(2)).take(5)
    }
}

/// The words of a sentence without the place and the agency that a dash parts from it: “PORT ARN, Vell (Agency) — A ship …”.
fn without_dateline(buffer: &str, span: Span, mut tokens: Vec<Token>) -> Vec<Token> {
    let gap = |at: usize| {
        let (before, behind) = (tokens.get(at.checked_sub(1)?)?, tokens.get(at)?);
        buffer.get(before.span.end..behind.span.start)
    };
    let dash = |at: &usize| gap(*at).is_some_and(|gap| DASHES.iter().any(|dash| gap.contains(dash)));
    let Some(end) = (1..tokens.len().min(DATELINE)).find(dash) else { return tokens };
    let head = tokens.get(..end).unwrap_or_default();
    let named = |token: &Token| {
        token.capital
            || LISTS.is_month(&token.folded)
            || token.folded.starts_with(|c: char| c.is_ascii_digit())
    };
    let place = tokens.first().map(|first| first.span.of(buffer)).unwrap_or_default();
    let shouted = place.chars().count() > 2 && !place.chars().any(char::is_lowercase);
    let agency = (1..=end).any(|at| gap(at).is_some_and(|gap| gap.contains([')', '/'])));
    let begins = tokens
        .get(end)
        .is_some_and(|next| next.capital || next.folded.starts_with(|c: char| c.is_ascii_digit()));
    let starts = buffer.get(..span.start).is_none_or(|before| before.is_empty() || before.ends_with('\n'));
    if starts && begins && (shouted || agency) && head.iter().all(named) {
        tokens.drain(..end);
        if let Some(first) = tokens.first_mut() {
            (first.first, first.parted) = (true, false);
        }
    }
    tokens
}

/// True when a sentence of a page speaks to a machine that summarises it rather than to a reader.
#[must_use]
pub fn speaks_to_a_machine(sentence: &str) -> bool {
    let folded = fold(sentence).replace([',', ';', '*', '_'], " ");
    let folded = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    LISTS.all(section::INSTRUCTIONS).any(|phrase| has_phrase(&folded, phrase))
}

/// Whether a text has a phrase whose last word is whole where it is short: “to the ai” is not in “to the airport”.
fn has_phrase(text: &str, phrase: &str) -> bool {
    let last = phrase.rsplit(' ').next().unwrap_or_default();
    let whole = phrase.is_ascii() && last.len() <= SHORT;
    let ends = |at: usize| {
        let behind = text.get(at + phrase.len()..).and_then(|rest| rest.chars().next());
        !whole || !behind.is_some_and(char::is_alphanumeric)
    };
    text.match_indices(phrase).any(|(at, _)| ends(at))
}

/// Headline, dek, dateline and body, a paragraph a line, without the sentences that speak to a machine.
#[must_use]
pub fn readable(article: &Article) -> String {
    let mut out = String::new();
    let dateline = article.dateline.as_ref();
    let date = dateline.and_then(|dateline| dateline.date.as_deref());
    let agency = dateline.and_then(|dateline| dateline.agency.as_deref());
    let place = dateline.map(|dateline| dateline.place.as_str());
    for heading in
        [article.title.as_deref(), article.dek.as_deref(), place, date, agency].into_iter().flatten()
    {
        push(&mut out, heading, Span::whole(heading), article.language);
    }
    for block in article.blocks.iter().filter(|block| block.role == Role::Body) {
        push(&mut out, &article.text, block.span, article.language);
    }
    out
}

fn push(out: &mut String, whole: &str, within: Span, language: Language) {
    // One that tells a machine what to write is often followed by what to write: its line goes with it.
    for line in within.of(whole).lines() {
        if speaks_to_a_machine(line) {
            let kept = text::sentences(line, Span::whole(line), language);
            let told = kept.iter().take_while(|span| !speaks_to_a_machine(span.of(line)));
            out.extend(told.map(|span| format!("{} ", span.of(line))));
        } else {
            out.push_str(line);
        }
        out.push('\n');
    }
}
