//! Quotation marks: which words of a paragraph stand in marks (stage S1).
//!
//! In: a text and its paragraphs. Out: the outermost marked stretches, in order, none overlapping another.
//! Marks of another style inside are inner and stay in the outer quote; an apostrophe is no mark, inches are none,
//! and a mark that nothing closes or continues is dropped. Linear in the text.

use crate::text::Span;

/// Words in marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marked {
    /// With the marks.
    pub outer: Span,
    /// Without them, and without white space at the ends.
    pub inner: Span,
    /// Index of the paragraph.
    pub paragraph: usize,
    /// The kind of marks.
    pub style: Style,
    /// True when the marks are not closed here and the next paragraph goes on.
    pub continues: bool,
}

/// A pair of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// “ ”
    Curly,
    /// „ “ and „ ”
    Low,
    /// « » and » «
    Guillemet,
    /// ‹ ›
    SingleGuillemet,
    /// " "
    Straight,
    /// Two single marks for a double one.
    Doubled,
    /// ‘ ’
    SingleCurly,
    /// ' '
    SingleStraight,
    /// No marks: a line of dialogue or a turn of a transcript.
    Unmarked,
}

impl Style {
    /// True for marks that look like apostrophes.
    #[must_use]
    pub fn is_single(self) -> bool {
        matches!(self, Self::SingleCurly | Self::SingleStraight)
    }
}

/// Finds the marked stretches of each paragraph of `text`.
#[must_use]
pub fn find(text: &str, paragraphs: &[Span]) -> Vec<Marked> {
    let reversed = guillemets_reversed(text);
    let mut found = Vec::new();
    for (paragraph, span) in paragraphs.iter().enumerate() {
        let scan = Scan::of(span.of(text), reversed);
        let next = paragraphs.get(paragraph + 1).map(|next| next.of(text)).unwrap_or_default();
        for pair in scan.outermost(|style| reopens(next, style, reversed)) {
            let outer = Span::new(span.start + pair.open, span.start + pair.end);
            let inner = Span::new(outer.start + pair.open_len, outer.end - pair.close_len).trimmed(text);
            if !inner.is_empty() {
                found.push(Marked {
                    outer,
                    inner,
                    paragraph,
                    style: pair.style,
                    continues: pair.close_len == 0,
                });
            }
        }
    }
    found
}

/// True when the first guillemet of `text` is », as in German books.
fn guillemets_reversed(text: &str) -> bool {
    text.chars().find(|c| matches!(c, '«' | '»')) == Some('»')
}

fn reopens(next: &str, style: Style, reversed: bool) -> bool {
    let first = next.trim_start().chars().next();
    match style {
        Style::Curly => matches!(first, Some('“' | '”' | '"')),
        Style::Straight => matches!(first, Some('"' | '“')),
        Style::Low => first == Some('„'),
        Style::Guillemet => matches!(first, Some('«')) && !reversed || first == Some('»'),
        Style::Doubled => next.trim_start().starts_with("''") || next.trim_start().starts_with("``"),
        Style::SingleCurly => first == Some('‘'),
        Style::SingleGuillemet | Style::SingleStraight | Style::Unmarked => false,
    }
}

#[derive(Debug, Clone, Copy)]
struct Open {
    style: Style,
    at: usize,
    len: usize,
}

#[derive(Debug, Clone, Copy)]
struct Pair {
    style: Style,
    open: usize,
    open_len: usize,
    end: usize,
    close_len: usize,
}

/// One pass over one paragraph.
struct Scan {
    stack: Vec<Open>,
    /// Open marks of each style, so that a closer looks down the stack only when it will find its opener.
    open: [usize; 9],
    pairs: Vec<Pair>,
    len: usize,
}

/// A character between its neighbours.
#[derive(Clone, Copy)]
struct Place {
    before: Option<char>,
    after: Option<char>,
    at: usize,
    len: usize,
}

impl Place {
    fn opens(self) -> bool {
        self.before.is_none_or(|c| {
            c.is_whitespace()
                || matches!(c, '(' | '[' | '—' | '–' | '-' | '/' | '“' | '‘' | '"' | '«' | '„' | '―')
        })
    }

    fn touches_next(self) -> bool {
        self.after.is_some_and(|c| !c.is_whitespace())
    }

    fn closes(self) -> bool {
        self.before.is_some_and(|c| !c.is_whitespace()) && self.after.is_none_or(|c| !c.is_alphanumeric())
    }
}

impl Scan {
    fn of(paragraph: &str, reversed: bool) -> Self {
        let mut scan = Self { stack: Vec::new(), open: [0; 9], pairs: Vec::new(), len: paragraph.len() };
        let mut before = None;
        let mut rest = paragraph.char_indices().peekable();
        while let Some((at, c)) = rest.next() {
            let mut place = Place { before, after: rest.peek().map(|next| next.1), at, len: c.len_utf8() };
            before = Some(c);
            if matches!(c, '\'' | '`') && place.after == Some(c) {
                rest.next();
                place.len = 2;
                place.after = rest.peek().map(|next| next.1);
                scan.doubled(place);
            } else {
                scan.mark(c, place, reversed);
            }
        }
        scan
    }

    fn mark(&mut self, c: char, place: Place, reversed: bool) {
        match c {
            '"' | '＂' => self.straight(place),
            '“' | '‟' => self.left_curly(place),
            '”' => self.right_curly(place),
            '„' => self.push(Style::Low, place),
            '«' if reversed => self.close(&[Style::Guillemet], place),
            '«' => self.push(Style::Guillemet, place),
            '»' if reversed => self.push(Style::Guillemet, place),
            '»' => self.close(&[Style::Guillemet], place),
            '‹' if reversed => self.close(&[Style::SingleGuillemet], place),
            '‹' => self.push(Style::SingleGuillemet, place),
            '›' if reversed => self.push(Style::SingleGuillemet, place),
            '›' => self.close(&[Style::SingleGuillemet], place),
            '‘' if !place.before.is_some_and(char::is_alphanumeric) => self.push(Style::SingleCurly, place),
            '’' => self.single(Style::SingleCurly, place),
            '\'' => self.single(Style::SingleStraight, place),
            _ => {}
        }
    }

    fn straight(&mut self, place: Place) {
        let opening = place.opens()
            && place.touches_next()
            && !place.after.is_some_and(|c| matches!(c, '.' | ',' | '?' | '!'));
        let inches = place.before.is_some_and(|c| c.is_ascii_digit());
        if self.has(Style::Straight) {
            if opening && place.before.is_some_and(char::is_whitespace) {
                self.push(Style::Straight, place);
            } else {
                self.close(&[Style::Straight], place);
            }
        } else if place.closes() && (self.has(Style::Curly) || self.has(Style::Low)) {
            self.close(&[Style::Curly, Style::Low], place);
        } else if !inches && (place.opens() || !place.closes()) {
            self.push(Style::Straight, place);
        }
    }

    fn left_curly(&mut self, place: Place) {
        let closing = place.closes() && !place.opens();
        if self.has(Style::Low) {
            self.close(&[Style::Low], place);
        } else if closing && (self.has(Style::Curly) || self.has(Style::Straight)) {
            self.close(&[Style::Curly, Style::Straight], place);
        } else {
            self.push(Style::Curly, place);
        }
    }

    fn right_curly(&mut self, place: Place) {
        let any = self.has(Style::Curly) || self.has(Style::Low) || self.has(Style::Straight);
        if any {
            self.close(&[Style::Curly, Style::Low, Style::Straight], place);
        } else if place.opens() && place.touches_next() {
            self.push(Style::Curly, place);
        }
    }

    fn single(&mut self, style: Style, place: Place) {
        let letters =
            place.before.is_some_and(char::is_alphanumeric) && place.after.is_some_and(char::is_alphanumeric);
        if letters {
            return;
        }
        let top = self.stack.last().map(|open| open.style);
        if place.closes() && top.is_some_and(Style::is_single) {
            self.close(&[Style::SingleCurly, Style::SingleStraight], place);
        } else if style == Style::SingleStraight
            && place.opens()
            && place.after.is_some_and(char::is_alphabetic)
        {
            self.push(style, place);
        }
    }

    fn doubled(&mut self, place: Place) {
        if self.has(Style::Doubled) {
            self.close(&[Style::Doubled], place);
        } else if place.opens() && place.touches_next() {
            self.push(Style::Doubled, place);
        }
    }

    fn has(&self, style: Style) -> bool {
        self.open.get(style as usize).is_some_and(|count| *count > 0)
    }

    fn count(&mut self, style: Style, by: isize) {
        if let Some(count) = self.open.get_mut(style as usize) {
            *count = count.saturating_add_signed(by);
        }
    }

    fn push(&mut self, style: Style, place: Place) {
        self.stack.push(Open { style, at: place.at, len: place.len });
        self.count(style, 1);
    }

    fn close(&mut self, styles: &[Style], place: Place) {
        if !styles.iter().any(|style| self.has(*style)) {
            return;
        }
        while let Some(open) = self.stack.pop() {
            self.count(open.style, -1);
            if styles.contains(&open.style) {
                let (open_len, end) = (open.len, place.at + place.len);
                self.pairs.push(Pair {
                    style: open.style,
                    open: open.at,
                    open_len,
                    end,
                    close_len: place.len,
                });
                return;
            }
        }
    }

    /// The pairs that lie in no other, with what is left open mended where the marks themselves tell how.
    fn outermost(mut self, reopens: impl Fn(Style) -> bool) -> Vec<Pair> {
        self.pairs.sort_unstable_by_key(|pair| (pair.open, usize::MAX - pair.end));
        let unclosed = self.stack.iter().rev().find(|open| !open.style.is_single()).copied();
        if let Some(open) = unclosed {
            let last = self.pairs.iter().map(|pair| pair.end).max().unwrap_or_default();
            let whole =
                Pair { style: open.style, open: open.at, open_len: open.len, end: self.len, close_len: 0 };
            if last <= open.at {
                if reopens(open.style) {
                    self.pairs.push(whole);
                }
            } else if matches!(open.style, Style::Guillemet | Style::Low) {
                // «… «Name» closes with one mark where two are due
                let close_len = '»'.len_utf8();
                self.pairs.push(Pair { end: last, close_len, ..whole });
                self.pairs.sort_unstable_by_key(|pair| (pair.open, usize::MAX - pair.end));
            }
        }
        let mut reached = 0;
        self.pairs.retain(|pair| {
            let outermost = pair.open >= reached;
            if outermost {
                reached = pair.end;
            }
            outermost
        });
        self.pairs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let mut paragraphs = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            paragraphs.push(Span::new(start, start + line.len()).trimmed(text));
            start += line.len();
        }
        find(text, &paragraphs).iter().map(|marked| marked.inner.of(text)).collect()
    }

    #[test]
    fn marks_are_paired() {
        for (text, due) in [
            ("\"One,\" she said. \"Two.\"", vec!["One,", "Two."]),
            ("“He told us ‘not yet’ twice,” he said.", vec!["He told us ‘not yet’ twice,"]),
            ("« La porte », dit-il", vec!["La porte"]),
            ("„Nein“, sagte er. „Ja”", vec!["Nein", "Ja"]),
            ("»Nein«, sagte er", vec!["Nein"]),
            ("''No,'' he said, ``yes''", vec!["No,", "yes"]),
            ("The 6'2\" envoy's brother said the ministers' plan failed.", vec![]),
            ("Plan: ‘We will answer’", vec!["We will answer"]),
            ("'We will,' he said", vec!["We will,"]),
            ("“One,\" he said", vec!["One,"]),
            ("\"Lost in the wind. \"Found,\" he said", vec!["Found,"]),
            ("«Газета «Труд», — сказал он", vec!["Газета «Труд"]),
            ("(\"so it is\")", vec!["so it is"]),
            ("the '90s were good", vec![]),
        ] {
            assert_eq!(found(text), due, "{text}");
        }
    }

    #[test]
    fn a_paragraph_goes_on_only_when_the_next_reopens() {
        assert_eq!(found("“One.\n“Two.”"), ["One.", "Two."]);
        assert_eq!(found("“One.\nTwo said nothing."), Vec::<&str>::new());
    }
}
