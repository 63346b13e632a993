//! Notes in which an outlet tells what it changed in its own article, or speaks to its readers: `Correction: An earlier
//! version of this article quoted X as saying “…”`.
//!
//! In: an article. Out: where its notes stand, and whether words in one are withdrawn. A note opens with a label at the
//! head of a line, and goes on to its end, or with the sentence in which the article speaks of itself, and the next belongs
//! to it; that it was changed is told in a sentence. So do those behind it that withdraw words. An
//! article about somebody else's correction has none: it says `its article`, or says it in marks. The words are the
//! language's tables; a language without them has no notes. Linear.

mod wording;

use crate::article::Article;
use crate::text::{Span, sentences};
use wording::{WORDING, Wording};

/// Most bytes looked at on either side of words in a note.
const NEAR: usize = 400;

/// Most bytes before the phrase of a line that opens with it.
const HEAD: usize = 60;

/// Marks around words.
const MARKS: [char; 11] = ['"', '“', '”', '„', '‟', '«', '»', '「', '」', '『', '』'];

/// Where the notes of an article stand, in order and apart.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<Span>);

impl Notes {
    /// Looks for the notes of `article`.
    pub(super) fn of(article: &Article) -> Self {
        let (text, wording) = (article.text.as_str(), WORDING.of(article.language));
        let mut found: Vec<Span> = labelled(text, wording);
        for (at_head, further, phrases) in
            [(false, 1, &wording.itself), (false, 0, &wording.changed), (true, 1, &wording.at_head)]
        {
            let (mut end, mut line) = (0, Span::default());
            for phrase in phrases.find_in(text) {
                if phrase.start() >= line.end {
                    line = line_at(text, phrase.start());
                }
                if phrase.start() < end || is_marked(text, Span::new(line.start, phrase.start())) {
                    continue;
                }
                let sentences = sentences(text, line, article.language);
                let own = sentences.iter().rposition(|sentence| sentence.start <= phrase.start());
                let start = own.and_then(|own| sentences.get(own)).map_or(line.start, |own| own.start);
                let behind = sentences.iter().skip(own.map_or(0, |own| own + 1 + further));
                let more = behind.take_while(|next| wording.withdraws(next.of(text))).count();
                let last = own.and_then(|own| sentences.get((own + further + more).min(sentences.len() - 1)));
                end = last.map_or(line.end, |last| last.end);
                let opens = start == sentences.first().map_or(line.start, |first| first.start);
                if !at_head || opens && phrase.start() - start <= HEAD {
                    found.push(Span::new(start, end));
                }
            }
        }
        found.sort_by_key(|note| note.start);
        found.dedup_by(|next, note| {
            let joined = next.start <= note.end;
            note.end = if joined { note.end.max(next.end) } else { note.end };
            joined
        });
        Self(found)
    }

    /// True where the byte `at` stands in a note.
    pub(super) fn hold(&self, at: usize) -> bool {
        let next = self.0.partition_point(|note| note.end <= at);
        self.0.get(next).is_some_and(|note| note.start <= at)
    }
}

/// The lines that open with a label, and those below a label alone.
fn labelled(text: &str, wording: &Wording) -> Vec<Span> {
    let labels = wording.label.iter().flat_map(|label| label.find_iter(text));
    let note = |label: regex::Match| {
        let own = line_at(text, label.end());
        let rest = Span::new(label.end(), own.end);
        let below = rest.of(text).trim().is_empty().then(|| {
            let behind = text.get(own.end..).unwrap_or_default();
            line_at(text, text.len() - behind.trim_start().len()).end
        });
        Span::new(label.start(), below.unwrap_or(own.end))
    };
    labels.map(note).collect()
}

/// The line that the byte `at` stands in.
fn line_at(text: &str, at: usize) -> Span {
    let (before, behind) = text.split_at_checked(at).unwrap_or((text, ""));
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    Span::new(start, behind.find('\n').map_or(text.len(), |length| at + length))
}

/// True where words in marks are open at the end of `before`.
fn is_marked(text: &str, before: Span) -> bool {
    let start = text.ceil_char_boundary(before.end.saturating_sub(NEAR).max(before.start));
    let near = Span::new(start, before.end).of(text);
    near.chars().filter(|letter| MARKS.contains(letter)).count() % 2 != 0
}

/// True where the words at `quote`, in `sentence` of a note, are told to be withdrawn.
///
/// They are where a phrase for that stands before them and nothing turns to what is right, or right behind them; and
/// wherever they are what somebody did not say.
pub(super) fn are_withdrawn(article: &Article, sentence: Span, quote: Span) -> bool {
    let (text, wording) = (article.text.as_str(), WORDING.of(article.language));
    let start = text.ceil_char_boundary(sentence.start.max(quote.start.saturating_sub(NEAR)));
    let end = text.floor_char_boundary(sentence.end.min(quote.end + NEAR));
    let before = Span::new(start.min(quote.start), quote.start).of(text);
    let behind = Span::new(quote.end, end.max(quote.end)).of(text);
    if wording.denies(before, behind) {
        return true;
    }
    match wording.last_withdrawing(before) {
        Some(end) => !wording.turns(before.get(end..).unwrap_or_default()),
        None => wording.first_withdrawing(behind).is_some_and(|start| {
            let between = behind.get(..start).unwrap_or_default();
            !wording.turns(between) && !wording.has_denied(between)
        }),
    }
}

#[cfg(test)]
mod tests;
