//! Answers in quotation marks between questions without: `What do you expect?` ¶ `“That people vote.” He laughs. “…”`.
//!
//! Such a talk strictly alternates: one paragraph that no mark opens, most of them questions, then what answers it, whole
//! sentences in marks. Essays ask their readers, and reports have paragraphs of quotation, but not in turn.

use super::words::{is_question, is_sentence};
use crate::text::Span;

/// Fewest questions of a talk.
const FEWEST: usize = 2;

/// Most paragraphs of one answer.
const LONGEST_ANSWER: usize = 4;

/// Longest paragraph of whoever asks, in bytes.
const LONGEST_QUESTION: usize = 400;

/// A paragraph of a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    /// A mark opens it, and what stands in it is a sentence or all of it.
    Answer,
    /// No mark opens it, and it ends as questions do.
    Question,
    /// Nothing opens it; whoever asks may state something.
    Other,
    /// Too long for a question.
    Prose,
}

/// Tells of each paragraph whether it answers a question of a talk; `marked` are the stretches in marks, in order, with their
/// marks and without.
#[must_use]
pub(crate) fn answering(text: &str, paragraphs: &[Span], marked: &[(Span, Span)]) -> Vec<bool> {
    let lines: Vec<Line> = paragraphs.iter().map(|span| line(text, *span, marked)).collect();
    let talk = talk(&lines).unwrap_or_default();
    lines.iter().enumerate().map(|(at, line)| talk.contains(&at) && *line == Line::Answer).collect()
}

fn line(text: &str, span: Span, marked: &[(Span, Span)]) -> Line {
    let first = marked.partition_point(|(outer, _)| outer.start < span.start);
    let opens = marked.get(first).is_some_and(|(outer, inner)| {
        let inner = inner.of(text);
        // `„I wait“.`, `“So they say”, she answers.`
        let behind = text.get(outer.end..span.end).unwrap_or_default();
        let ends = is_sentence(inner)
            || inner.ends_with(',')
            || behind.is_empty()
            || behind.starts_with(['.', ',', '!', '?', '…']);
        outer.start == span.start && ends
    });
    match span.of(text) {
        _ if opens => Line::Answer,
        words if words.len() > LONGEST_QUESTION => Line::Prose,
        words if is_question(words) => Line::Question,
        _ => Line::Other,
    }
}

/// The paragraphs of the talk: from the first question that words in marks answer to the last, as far as lines alternate.
fn talk(lines: &[Line]) -> Option<std::ops::Range<usize>> {
    let first = lines.windows(2).position(|pair| pair == [Line::Question, Line::Answer])?;
    let (mut at, mut end, mut asked, mut stated, mut open) = (first, first, 0, 0, 0);
    while let Some(asks) = lines.get(at).filter(|line| matches!(line, Line::Question | Line::Other)) {
        let rest = lines.get(at + 1..).unwrap_or_default();
        let answers = rest.iter().take_while(|line| **line == Line::Answer).count();
        if answers == 0 || answers > LONGEST_ANSWER {
            break;
        }
        at += 1 + answers;
        open += 1;
        if *asks == Line::Question {
            // what is stated behind the last question may open something else
            (end, asked, stated) = (at, asked + 1, stated + open - 1);
            open = 0;
        }
    }
    (asked >= FEWEST && asked >= stated).then_some(first..end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::quotes::detection::quotation_marks;

    /// The words flagged of a text, its paragraphs parted by lines.
    fn answers(text: &str) -> Vec<&str> {
        let mut start = 0;
        let spans: Vec<Span> = text
            .split('\n')
            .map(|line| {
                let span = Span::new(start, start + line.len());
                start = span.end + 1;
                span
            })
            .collect();
        let marked = quotation_marks::find(text, &spans, false);
        let stretches: Vec<(Span, Span)> = marked.iter().map(|one| (one.outer, one.inner)).collect();
        let answering = answering(text, &spans, &stretches);
        marked.iter().filter(|one| answering[one.paragraph]).map(|one| one.inner.of(text)).collect()
    }

    #[test]
    fn words_in_marks_below_questions_answer_them() {
        let talk = "Ana Porto received us.\nWhat now?\n“We vote.” She laughs. “Again.”\nThe polls favour “order”.\n\
                    “They would”, she says.\nAnd you?\n“I wait.”\nThe talk took an hour.";
        assert_eq!(answers(talk), ["We vote.", "Again.", "They would", "I wait."]);
        let behind = "Why?\n“One.”\nAnd how?\n“Two.”\nHer husband Bo Senna disagrees.\n“Never.”";
        assert_eq!(answers(behind), ["One.", "Two."]);
        let long = "Why?\n“One.”\n“Two.”\nAnd how?\n“Three.”";
        assert_eq!(answers(long), ["One.", "Two.", "Three."]);
    }

    #[test]
    fn lines_that_do_not_alternate_answer_nothing() {
        for text in [
            "What now?\n“We vote.”\nNobody knows.\nBo Senna spoke, too.\n“No.”\nWhy not?\n“Never.”",
            "What now?\n“We vote.”\nThe session ended.\n“It did.”\nThe harbour closed.\n“For good.”",
            "What now?\nNobody knows.\n“We vote.”",
            "What is “order”?\n“Law and order” is a motto.\nAnd “peace”?\n“Peace” is another.",
            "",
        ] {
            assert!(answers(text).is_empty(), "{text}");
        }
    }
}
