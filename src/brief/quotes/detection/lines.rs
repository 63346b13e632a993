//! Lines without marks that are spoken: dialogue behind dashes, and the answers of an interview between its questions.

use super::asides::next_aside;
use super::attributions::{Commas, attribution};
use super::turns;
use super::words::{is_question, is_sentence};
use crate::people::lexicon::Lexicon;
use crate::text::{Span, Steps, lower, words};

/// A spoken line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spoken {
    /// Its words, with what is told of them.
    pub(super) words: Span,
    /// It answers a question of an interview.
    pub(super) answers: bool,
}

/// The words of each spoken line.
///
/// Lists, signatures and links begin with a dash too. Lines that do are dialogue where they are told to be said, one of
/// the article at least, where one of those side by side asks and another does not, or alone behind a colon or where
/// another line has speech behind a dash (`within`). Where questions and answers alternate only the answers are spoken.
#[must_use]
pub(super) fn spoken_lines(
    text: &str,
    paragraphs: &[Span],
    within: bool,
    lexicon: &Lexicon,
    steps: &Steps,
) -> Vec<Option<Spoken>> {
    let mut lines: Vec<Option<Spoken>> = paragraphs
        .iter()
        .map(|span| line_of_dialogue(text, *span, lexicon.dashes))
        .map(|line| line.map(|words| Spoken { words, answers: false }))
        .collect();
    let told: Vec<bool> =
        lines.iter().map(|line| line.is_some_and(|line| is_told(text, line.words, lexicon))).collect();
    let dialogue = told.contains(&true);
    if !dialogue && answered_behind_dashes(text, paragraphs, &mut lines) {
        return lines;
    }
    let mut start = 0;
    while start < lines.len() {
        let run = lines.iter().skip(start).take_while(|line| line.is_some()).count();
        let before = start.checked_sub(1).and_then(|before| paragraphs.get(before));
        let announced =
            before.is_some_and(|before| before.of(text).trim_end().ends_with(':')) || within && run == 1;
        let told = told.iter().skip(start).take(run).any(|told| *told);
        if let Some(own) = lines.get_mut(start..start + run).filter(|_| !told) {
            untold(text, own, announced, dialogue);
        }
        start += run + 1;
    }
    if !dialogue {
        answered(text, paragraphs, &mut lines, lexicon);
    }
    if lexicon.dashes {
        for (line, words) in lines.iter_mut().zip(turns::answers(text, paragraphs, lexicon, steps)) {
            *line = words.map(|words| Spoken { words, answers: true }).or(*line);
        }
    }
    lines
}

/// Keeps of lines behind dashes side by side, of which none is told to be said, those that are spoken.
fn untold(text: &str, lines: &mut [Option<Spoken>], announced: bool, dialogue: bool) {
    let asks: Vec<bool> =
        lines.iter().flatten().map(|line| line.words.of(text).trim_end().ends_with('?')).collect();
    let asking = asks.iter().filter(|asks| **asks).count();
    let whole = lines.iter().flatten().all(|line| is_sentence(line.words.of(text)));
    let alone = lines.len() == 1 && (announced || dialogue) && whole;
    let spoken = dialogue && whole && !announced || alone || asking > 0 && asking < lines.len();
    // whoever asks may state something in between, but then whoever answers asks nothing back
    let even = || asks.iter().step_by(2);
    let asked = even().filter(|asks| **asks).count();
    let asks_back = asks.iter().skip(1).step_by(2).any(|asks| *asks);
    let mixed = !asks_back && asks.first() == Some(&true) && asked * 2 >= even().count();
    let turns = asks.len() >= 2 * FEWEST && (mixed || even().all(|asks| *asks));
    for (at, line) in lines.iter_mut().enumerate() {
        let question = turns && !dialogue && at % 2 == 0;
        *line = line.filter(|_| spoken && !question);
        if let Some(line) = line {
            line.answers = turns && !dialogue;
        }
    }
}

/// Fewest questions of an interview.
const FEWEST: usize = 2;

/// Longest question that does not end with its mark, in bytes.
const LONGEST: usize = 300;

/// Answers behind dashes, questions without: true where there are some, and no other line is spoken then.
fn answered_behind_dashes(text: &str, paragraphs: &[Span], lines: &mut [Option<Spoken>]) -> bool {
    let asks = |span: &Span| {
        let words = span.of(text);
        is_question(words) || words.contains("? ") && words.len() < LONGEST && is_sentence(words)
    };
    let answers: Vec<bool> = (0..lines.len())
        .map(|at| {
            let line = lines.get(at).copied().flatten();
            let before = at.checked_sub(1).filter(|before| lines.get(*before).is_some_and(Option::is_none));
            let question = before.and_then(|before| paragraphs.get(before)).is_some_and(asks);
            question && line.is_some_and(|line| is_sentence(line.words.of(text)))
        })
        .collect();
    let found = answers.iter().filter(|answers| **answers).count() >= FEWEST;
    if found {
        for (line, answers) in lines.iter_mut().zip(answers) {
            *line = line.filter(|_| answers).map(|line| Spoken { answers, ..line });
        }
    }
    found
}

/// Paragraphs of one answer: where more stand between two questions, an essay asks its reader.
const MOST: usize = 4;

/// Longest question of an interview without labels, in bytes; a paragraph of prose that ends with one is longer.
const SHORT: usize = 240;

/// Answers without marks or dashes: what stands behind paragraphs that ask, where whoever answers speaks of himself and
/// whoever asks does not.
fn answered(text: &str, paragraphs: &[Span], lines: &mut [Option<Spoken>], lexicon: &Lexicon) {
    let asking: Vec<usize> = (0..paragraphs.len())
        .filter(|at| lines.get(*at).is_some_and(Option::is_none))
        .filter(|at| {
            paragraphs.get(*at).is_some_and(|span| is_question(span.of(text)) && span.len() <= SHORT)
        })
        .collect();
    if asking.windows(2).any(|pair| matches!(pair, [one, next] if next - one > MOST + 1)) {
        return;
    }
    let (mut found, mut own, mut pairs, mut asked) = (Vec::new(), 0, 0, 0);
    for (number, question) in asking.iter().enumerate() {
        let end = asking.get(number + 1).copied().unwrap_or(question + 2).min(question + 1 + MOST);
        let answer = |at: usize| {
            let span = paragraphs.get(at)?;
            Some((at, words_of_answer(text, *span)?))
        };
        let answers: Vec<(usize, Span)> = (question + 1..end).map_while(answer).collect();
        let speaks = |span: Span| speaks_of_himself(text, span, lexicon);
        pairs += usize::from(!answers.is_empty());
        own += usize::from(answers.iter().any(|(_, words)| speaks(*words)));
        asked += usize::from(paragraphs.get(*question).is_some_and(|span| speaks(*span)));
        found.extend(answers);
    }
    if pairs < FEWEST || own * 2 < pairs || own <= asked {
        return;
    }
    for (at, words) in found {
        if let Some(line) = lines.get_mut(at).filter(|line| line.is_none()) {
            *line = Some(Spoken { words, answers: true });
        }
    }
}

/// The words of a paragraph that may be an answer: whole sentences that no marks, dash or label open, but for a name in capitals
/// and a dash.
fn words_of_answer(text: &str, span: Span) -> Option<Span> {
    let words = span.of(text);
    let open = words.starts_with(['"', '“', '„', '«', '»', '‘', '\'', '—', '–', '-', '•', '*']);
    if open || !is_sentence(words) {
        return None;
    }
    let Some((at, dash)) = words.match_indices(['—', '–', ':']).next() else { return Some(span) };
    let label = words.get(..at)?.trim_end();
    let capitals = label.chars().all(|c| !c.is_lowercase());
    let short = label.split_whitespace().count() <= LABEL;
    if dash == ":" && short {
        return None;
    }
    let behind = Span::new(span.start + at + dash.len(), span.end).trimmed(text);
    Some(if short && capitals && dash != ":" { behind } else { span })
}

/// Most words of a label.
const LABEL: usize = 5;

/// True where a pronoun or possessive of whoever speaks stands outside quotation marks.
fn speaks_of_himself(text: &str, span: Span, lexicon: &Lexicon) -> bool {
    let mut parts = words(text, span).flat_map(|word| word.of(text).split(['\'', '’']));
    parts.any(|part| lexicon.answering.contains(lower(part).as_str()))
}

/// True when words of a line tell who says it; where the verbs of the language are not known, when they stand as such
/// words do: behind a mark and a dash, in lower case.
fn is_told(text: &str, line: Span, lexicon: &Lexicon) -> bool {
    if lexicon.known {
        let by_place = || lexicon.dashes && next_aside(text, line, true, lexicon).is_some();
        return attribution(text, line, Commas::InLine, lexicon).is_some() || by_place();
    }
    let words = line.of(text);
    words.match_indices(['—', '–', '-']).any(|(at, dash)| {
        let before = words.get(..at).unwrap_or_default();
        let after = words.get(at + dash.len()..).unwrap_or_default();
        before.ends_with(char::is_whitespace)
            && before.trim_end().ends_with([',', '?', '!', '…'])
            && after.trim_start().starts_with(char::is_lowercase)
    })
}

/// The words of a line that begins with a dash.
fn line_of_dialogue(text: &str, span: Span, hyphens: bool) -> Option<Span> {
    let line = span.of(text);
    let hyphen = || line.strip_prefix('-').filter(|rest| hyphens && rest.starts_with(char::is_whitespace));
    let rest = line.strip_prefix(['—', '–']).or_else(hyphen)?;
    let body = Span::new(span.start + (line.len() - rest.len()), span.end).trimmed(text);
    let first = body.of(text).chars().next()?;
    // the Spanish dash stands close to its words
    let close = body.start == span.start + (line.len() - rest.len());
    ((!close || first.is_uppercase() || matches!(first, '¿' | '¡'))
        && (first.is_uppercase() || matches!(first, '…' | '¿' | '¡' | '«')))
    .then_some(body)
}
