//! Shortening a sentence without changing a word: what is left is always pieces of the original, in order.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::article::Article;
use crate::languages::{self, section, shared};
use crate::people::lexicon::{Lexicon, Tags};
use crate::text::{FastSet, Language, Span, count_words, is_letter, is_speech_verb, words};

use super::lexicon::{self, kind};
use super::remarks::without_remarks;
use crate::brief::datelines;

/// A place line or agency ends within so many bytes of the paragraph's head.
const DATELINE_REACH: usize = 120;
/// Paragraphs that may open with a dateline.
const DATELINE_PARAGRAPHS: usize = 3;

/// Gives `paragraph` (the `number`th of the body) without the dateline at its head.
pub(super) fn without_dateline(article: &Article, paragraph: Span, number: usize) -> Span {
    let known = article.dateline.as_ref().map(|dateline| dateline.span).unwrap_or_default();
    if !known.is_empty() && known.overlaps(paragraph) {
        return after_agency(&article.text, after_dashes(&article.text, Span::new(known.end, paragraph.end)));
    }
    if number >= DATELINE_PARAGRAPHS {
        return paragraph;
    }
    let head = paragraph.of(&article.text);
    let found = if article.language.profile().order.is_some() {
        datelines::len(head, article.language)
    } else {
        dateline_len(head)
    };
    if found == 0 {
        paragraph
    } else {
        after_dashes(&article.text, Span::new(paragraph.start + found, paragraph.end))
    }
}

/// Fewest words behind a label that make a sentence.
const FEWEST_BEHIND_LABEL: usize = 4;

/// Gives `sentence` without the label at its head, if it has one: `What we know so far: the wall gave way.`
pub(super) fn without_label(text: &str, sentence: Span, language: Language) -> Option<Span> {
    let inner = sentence.of(text);
    let lists = lexicon::of(language);
    inner.chars().take(LONGEST_LABEL).find(|letter| LABEL_ENDS.contains(letter))?;
    let lower: String = inner.chars().take(LONGEST_LABEL).flat_map(char::to_lowercase).collect();
    let lower = lower.replace('’', "'");
    let label = lists.labels.iter().find_map(|label| {
        let behind = lower.strip_prefix(label.as_str())?.trim_start();
        behind.starts_with(LABEL_ENDS).then_some(label)
    })?;
    let at = inner.char_indices().nth(label.chars().count())?.0;
    let rest = inner.get(at..)?.trim_start();
    let kept = rest.get(rest.chars().next()?.len_utf8()..)?.trim_start();
    let words = count_words(kept);
    (words >= FEWEST_BEHIND_LABEL).then(|| Span::new(sentence.end - kept.len(), sentence.end))
}

/// Marks that end a label.
const LABEL_ENDS: [char; 2] = [':', '：'];

/// Letters of the longest label.
const LONGEST_LABEL: usize = 60;

/// The pieces of `sentence` that are shown.
pub(super) fn pieces(text: &str, sentence: Span, language: Language) -> Vec<Span> {
    let head = without_opener(text, sentence, language);
    let mut kept = without_remarks(text, head);
    if let Some(occasion) = occasion(text, head, language) {
        for piece in &mut kept {
            piece.end = if piece.end > occasion.start {
                piece.end.min(occasion.start).max(piece.start)
            } else {
                piece.end
            };
        }
        kept.push(Span::new(occasion.end, head.end));
    }
    kept.retain(|piece| !piece.is_empty());
    kept
}

fn after_dashes(text: &str, rest: Span) -> Span {
    let inner = rest.of(text);
    let cut = inner.trim_start_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, '-' | '–' | '—' | '.' | ':' | ',')
    });
    Span::new(rest.end - cut.len(), rest.end)
}

/// Leaves out an agency's name that stands as a sentence of its own: `РИА Новости. `
fn after_agency(text: &str, rest: Span) -> Span {
    match rest.of(text).split_once(". ") {
        Some((agency, _)) if is_agency(agency) => {
            after_dashes(text, Span::new(rest.start + agency.len(), rest.end))
        }
        _ => rest,
    }
}

fn is_agency(name: &str) -> bool {
    name.split_whitespace().count() <= 3 && KNOWN_AGENCIES.iter().any(|known| name.contains(known))
}

/// Length in bytes of the dateline at the head of `paragraph`, 0 for none.
fn dateline_len(paragraph: &str) -> usize {
    let reach =
        paragraph.char_indices().map(|(at, _)| at).take_while(|&at| at <= DATELINE_REACH).last().unwrap_or(0);
    let head = paragraph.get(..reach).unwrap_or_default();
    agency_end(head, '(', ')')
        .or_else(|| agency_end(head, '/', '/'))
        .or_else(|| capitals_end(head))
        .unwrap_or(0)
}

/// The end of an agency in brackets or slashes when only a place and a date stand before it.
fn agency_end(head: &str, open: char, close: char) -> Option<usize> {
    let (place, rest) = head.split_once(open)?;
    let (agency, after) = rest.split_once(close)?;
    let dash = after.trim_start().starts_with(['-', '–', '—']);
    let small = |known: &&&str| known.starts_with(char::is_lowercase) && agency.starts_with(**known);
    let name =
        agency.starts_with(char::is_uppercase) || KNOWN_AGENCIES.iter().any(|known| small(&known)) || dash;
    let capitals = agency.chars().filter(|letter| letter.is_uppercase()).count() >= 2
        || name && agency.split_whitespace().count() == 1;
    let short =
        agency.len() <= 40 && agency.split_whitespace().count() <= 4 && !agency.contains(['"', '“', ';']);
    let ends = place.trim_end().ends_with(['.', '!', '?']) && open == '(';
    let named = place.split_whitespace().all(|word| {
        let first = word.chars().next().unwrap_or(' ');
        first.is_uppercase() || !is_letter(first) || is_month_or_particle(word)
    });
    let words = place.split_whitespace().count();
    // “Acme (NYSE)” is no dateline: an agency or a bare bracket at the very head is.
    let agency_known = words == 0
        || dash && words <= 3
        || KNOWN_AGENCIES.iter().any(|known| agency.contains(known))
        || open == '/'
        || starts_in_capitals(place);
    (name && capitals && short && named && !ends && words <= 8 && agency_known)
        .then(|| place.len() + open.len_utf8() + agency.len() + close.len_utf8())
}

/// Agencies and broadcasters whose name in brackets ends a dateline.
static KNOWN_AGENCIES: LazyLock<Vec<&str>> =
    LazyLock::new(|| shared::AGENCIES.lines("agency anywhere").collect());

/// Words within a place that begin small.
static PLACE_WORDS: LazyLock<FastSet<Cow<str>>> =
    LazyLock::new(|| languages::words(section::PLACE_WORD).collect());

fn starts_in_capitals(place: &str) -> bool {
    let first = place.split([' ', ',']).next().unwrap_or_default();
    first.chars().count() >= 3 && first.chars().all(char::is_uppercase)
}

fn is_month_or_particle(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',']);
    Language::all().any(|language| {
        let lists = lexicon::of(language);
        lists.kind(word) & kind::CALENDAR != 0
            || word.chars().count() >= 3 && lists.calendar().any(|day| shares_stem(day, word))
    }) || PLACE_WORDS.contains(word)
}

/// True when the two share all but a short ending (“февраль”, “февраля”; “feb”, “febrero”).
fn shares_stem(day: &str, word: &str) -> bool {
    let stem: String = word.chars().take(word.chars().count().saturating_sub(1).max(3)).collect();
    day.starts_with(&stem)
}

/// The end of `PARIS — ` or `МОСКВА, 14 фев — РИА Новости. `: a place in capitals and a dash, an agency after it or not.
fn capitals_end(head: &str) -> Option<usize> {
    let dash = head.char_indices().find_map(|(at, letter)| {
        let width = match letter {
            '—' | '–' => letter.len_utf8(),
            '-' if head.get(..at)?.ends_with([' ', '-']) => 1,
            _ => return None,
        };
        Some((at, at + width))
    })?;
    let place = head.get(..dash.0)?;
    if !starts_in_capitals(place.trim_start())
        || place.split_whitespace().count() > 8
        || place.contains(['"', '“', '«'])
    {
        return None;
    }
    let rest = head.get(dash.1..)?;
    let agency = rest.split_once(". ").filter(|(agency, _)| is_agency(agency));
    Some(dash.1 + agency.map_or(0, |(agency, _)| agency.len() + 1))
}

/// Leaves out a connective at the head (“But”, “However,”) when a capital follows it.
fn without_opener(text: &str, sentence: Span, language: Language) -> Span {
    let inner = sentence.of(text);
    let lower: String = inner.chars().take(24).flat_map(char::to_lowercase).collect();
    for opener in &lexicon::of(language).opener {
        let Some(rest) = lower.strip_prefix(opener.as_str()) else { continue };
        if !rest.starts_with([' ', ',']) {
            continue;
        }
        let Some(after) = inner.get(opener.len()..) else { continue };
        let kept = after.trim_start_matches([',', ' ']);
        // “And” before a capital may join two names only inside a sentence, never at its head.
        if kept.starts_with(char::is_uppercase) && kept.split_whitespace().count() > 4 {
            return Span::new(sentence.end - kept.len(), sentence.end);
        }
    }
    sentence
}

/// Words of which a clause is made, not an occasion.
const CLAUSE: Tags = Tags::AUX.or(Tags::MODAL).or(Tags::THAT).or(Tags::WHO).or(Tags::WHICH);

/// Fewest words of what is said.
const FEWEST_SAID: usize = 4;

/// True when what stands before the clause of saying is what is said: more than the occasion at its head
/// (“In a statement, …”).
fn is_said(text: &str, before: Span, language: Language) -> bool {
    let first = words(text, before).next().map_or("", |span| span.of(text)).to_lowercase();
    let adjunct = lexicon::of(language).kind(&first) & kind::LEAN != 0
        || Lexicon::of(language).tags(&first).any(Tags::PREPOSITION);
    let inner = before.of(text);
    let said = if adjunct { inner.split_once(", ").map_or("", |(_, said)| said) } else { inner };
    said.split_whitespace().count() >= FEWEST_SAID
}

/// Where and when it was said, at the very end (“, X said ⟨at a meeting on Monday⟩.”): who said it stays, the occasion goes.
fn occasion(text: &str, sentence: Span, language: Language) -> Option<Span> {
    let inner = sentence.of(text);
    let body = inner.strip_suffix('.')?;
    let comma = body.rfind(", ")?;
    if !is_said(text, Span::new(sentence.start, sentence.start + comma), language) {
        return None;
    }
    let tail = Span::new(sentence.start + comma + 2, sentence.start + body.len());
    let lists = lexicon::of(language);
    let tail_words: Vec<Span> = words(text, tail).collect();
    let verb = tail_words.iter().position(|span| is_speech_verb(span.of(text), language))?;
    let next = tail_words.get(verb + 1)?.of(text).to_lowercase();
    let adjunct = lists.kind(&next) & (kind::LEAN | kind::CALENDAR) != 0;
    let subject = (1..=8).contains(&verb) && tail.of(text).split_whitespace().count() <= 24;
    // A clause (“after he resigned”) or a quotation in the tail may be the news itself.
    let plain = !tail.of(text).contains(['"', '“', '«', '('])
        && !tail_words.iter().skip(verb + 1).any(|span| {
            let word = span.of(text).to_lowercase();
            lists.kind(&word) & (kind::PERSONAL | kind::THING) != 0
                || is_speech_verb(&word, language)
                || Lexicon::of(language).tags(&word).any(CLAUSE)
        });
    let end = tail_words.get(verb)?.end;
    (adjunct && subject && plain).then(|| Span::new(end, tail.end))
}

#[cfg(test)]
mod tests;
