//! The turns of a talk behind labels: `Question:`, `R.`, `ANA PORTO. —`, `Porto –`.
//!
//! Many lines open with a label: boxes, lists, datelines. A name is a speaker's only where its lines follow questions.

use super::words::is_question;
use crate::people::lexicon::{Lexicon, Tags};
use crate::text::{FastMap, Span, Steps, lower};

/// Bytes of the longest label.
const LONGEST: usize = 80;

/// Most words of a label.
const WORDS: usize = 5;

/// What a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    /// One of the language's words for who asks.
    Question,
    /// One of its words for who answers.
    Answer,
    /// Words with capitals.
    Name,
}

/// A line that opens with a label.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent observation")]
struct Turn {
    name: String,
    label: Label,
    words: Span,
    /// No small letter stands in the label.
    capitals: bool,
    /// The line before asks.
    asked: bool,
    /// Who says the line before has a label in capitals, or one of the language's words.
    paired: bool,
    /// It asks itself.
    asks: bool,
    /// A dash ends the label.
    dash: bool,
}

/// How many lines one label opens.
#[derive(Debug, Clone, Copy, Default)]
struct Lines {
    all: usize,
    /// The line before asks.
    asked: usize,
    /// They ask themselves.
    ask: usize,
}

/// The words of each line that is a labelled turn of whoever answers.
#[must_use]
pub(super) fn answers(
    text: &str,
    paragraphs: &[Span],
    lexicon: &Lexicon,
    steps: &Steps,
) -> Vec<Option<Span>> {
    let mut turns: Vec<Option<Turn>> = Vec::with_capacity(paragraphs.len());
    for (at, span) in paragraphs.iter().enumerate() {
        let mut turn = turn(text, *span, lexicon);
        if let (Some(turn), Some(before)) = (turn.as_mut(), at.checked_sub(1)) {
            let other = turns.get(before).and_then(Option::as_ref);
            let question = other.is_some_and(|other| other.label == Label::Question);
            turn.asked = question || paragraphs.get(before).is_some_and(|span| is_question(span.of(text)));
            turn.paired = other.is_some_and(|other| other.label == Label::Question || other.capitals);
        }
        turns.push(turn);
    }
    let all = || turns.iter().flatten().inspect(|_| steps.take(1));
    let mut of_names: FastMap<&str, Lines> = FastMap::default();
    for turn in all() {
        let lines = of_names.entry(turn.name.as_str()).or_default();
        lines.all += 1;
        lines.asked += usize::from(turn.asked);
        lines.ask += usize::from(turn.asks);
    }
    let questions = all().any(|turn| turn.label == Label::Question);
    let dashed = all().any(|turn| turn.label == Label::Question && turn.dash);
    let names = all().filter(|turn| turn.label == Label::Name && turn.asked && !turn.asks).count();
    let speaks = |turn: &Turn| {
        steps.take(1);
        let own = of_names.get(turn.name.as_str()).copied().unwrap_or_default();
        let answers = own.asked * 2 >= own.all && own.ask * 2 <= own.all && !(own.ask == 1 && own.all == 1);
        let talk = questions || names > 1 || turn.capitals && turn.paired;
        answers && talk && (!turn.dash || dashed || turn.capitals)
    };
    let answers = |turn: &Turn| match turn.label {
        Label::Question => false,
        Label::Answer => questions || turn.asked,
        Label::Name => speaks(turn),
    };
    turns.iter().map(|turn| turn.as_ref().filter(|turn| answers(turn)).map(|turn| turn.words)).collect()
}

/// Reads the label at the head of a line.
fn turn(text: &str, span: Span, lexicon: &Lexicon) -> Option<Turn> {
    let line = span.of(text);
    let head = line.get(..line.floor_char_boundary(LONGEST))?;
    let word = |label: &str| lexicon.tags(&lower(label.trim_end_matches(['.', ' ', '\u{A0}'])));
    let labels = Tags::QUESTION_LABEL.or(Tags::ANSWER_LABEL);
    let stop = head.find('.').filter(|at| head.get(..*at).is_some_and(|label| word(label).any(labels)));
    let mark = |c: char| matches!(c, ':' | '—' | '–');
    let (at, mark) = head.char_indices().find(|(_, c)| mark(*c)).unwrap_or((usize::MAX, ' '));
    let (label, from) = match stop {
        // `R. –`
        Some(stop) if head.get(stop + 1..at.min(head.len())).is_none_or(|rest| !rest.trim().is_empty()) => {
            (head.get(..stop)?, stop + 1)
        }
        _ => (head.get(..at)?, at + mark.len_utf8()),
    };
    let words = Span::new(span.start + from, span.end).trimmed(text);
    let apart = line.get(from..)?.starts_with(char::is_whitespace);
    let marked = words.of(text).starts_with(['"', '“', '„', '«', '»', '‘', '\'']);
    let dash = line.get(..from)?.ends_with(['—', '–']);
    let spaced = !dash || label.ends_with(char::is_whitespace);
    if !apart || marked || !spaced || words.is_empty() {
        return None;
    }
    let label = label.trim();
    let tags = word(label);
    let kind = if tags.any(Tags::QUESTION_LABEL) {
        Label::Question
    } else if tags.any(Tags::ANSWER_LABEL) {
        Label::Answer
    } else {
        Label::Name
    };
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let named = label.split_whitespace().all(|word| capital(word) || lexicon.tags(word).any(Tags::PARTICLE));
    let count = label.split_whitespace().count();
    (capital(label) && named && (1..=WORDS).contains(&count)).then(|| Turn {
        name: lower(label),
        label: kind,
        words,
        capitals: !label.chars().any(char::is_lowercase),
        asked: false,
        paired: false,
        asks: is_question(words.of(text)),
        dash,
    })
}
