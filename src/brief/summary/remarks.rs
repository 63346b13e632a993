//! Bracketed remarks, left out of a sentence that is shown.

use crate::text::Span;

/// Longest bracketed remark that is left out, in bytes.
const LONGEST_REMARK: usize = 120;

/// Leaves out bracketed remarks.
pub(super) fn without_remarks(text: &str, sentence: Span) -> Vec<Span> {
    let inner = sentence.of(text);
    let mut kept = Vec::new();
    let mut start = 0;
    let mut search = 0;
    let mut marks = Marks::default();
    while let Some(open) = inner.get(search..).and_then(|rest| rest.find('(')).map(|at| search + at) {
        let Some(close) = inner.get(open..).and_then(|rest| rest.find(')')).map(|at| open + at + 1) else {
            break;
        };
        let head = inner.get(start..open).unwrap_or_default();
        marks.read(inner.get(search..open).unwrap_or_default());
        let quoted = marks.are_open();
        marks.read(inner.get(open..close).unwrap_or_default());
        search = close;
        if head.ends_with(' ') && close - open <= LONGEST_REMARK && !quoted {
            let head = head.trim_end();
            if !head.is_empty() {
                kept.push(Span::new(sentence.start + start, sentence.start + start + head.len()));
            }
            start = close;
        }
    }
    kept.push(Span::new(sentence.start + start, sentence.end));
    kept
}

/// Quotation marks counted from the head of a sentence: words of a quotation are never left out.
#[derive(Default)]
struct Marks {
    straight: usize,
    curly: isize,
    guillemets: isize,
}

impl Marks {
    fn read(&mut self, words: &str) {
        for letter in words.chars() {
            match letter {
                '"' => self.straight += 1,
                '“' | '„' => self.curly += 1,
                '”' => self.curly -= 1,
                '«' => self.guillemets += 1,
                '»' => self.guillemets -= 1,
                _ => {}
            }
        }
    }

    /// True when a quotation is left open.
    fn are_open(&self) -> bool {
        self.straight % 2 == 1 || self.curly > 0 || self.guillemets > 0
    }
}
