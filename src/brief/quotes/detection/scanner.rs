//! One pass over a paragraph: a stack pairs its quotation marks.

use super::apostrophes::Apostrophes;
use super::quotation::Style;
use crate::text::{is_letter, is_letter_or_digit};

#[derive(Debug, Clone, Copy)]
struct Open {
    style: Style,
    at: usize,
    len: usize,
    /// Sentences that had ended before it.
    sentences: usize,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair {
    pub(crate) style: Style,
    pub(crate) open: usize,
    pub(crate) open_len: usize,
    pub(crate) end: usize,
    /// 0 where the marks are not closed.
    pub(crate) close_len: usize,
}

/// One pass over one paragraph.
pub(crate) struct Scan {
    stack: Vec<Open>,
    /// Open marks of each style, so that a closer looks down the stack only when it will find its opener.
    open: [usize; 9],
    pairs: Vec<Pair>,
    len: usize,
    /// Sentences that have ended so far.
    sentences: usize,
    apostrophes: Apostrophes,
}

/// A character between its neighbours.
#[derive(Clone, Copy)]
struct Place {
    before: Option<char>,
    after: Option<char>,
    at: usize,
    len: usize,
    /// The last character before it that is no space, and where that ends.
    solid: Option<(char, usize)>,
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
        self.before.is_some_and(|c| !c.is_whitespace()) && self.after.is_none_or(|c| !is_letter_or_digit(c))
    }
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…')
}

impl Scan {
    /// Reads a paragraph; `reopened` where a closing mark at its head goes on with the words of the one before.
    pub(crate) fn of(paragraph: &str, reversed: bool, reopened: bool) -> Self {
        let mut scan = Self {
            stack: Vec::new(),
            open: [0; 9],
            pairs: Vec::new(),
            len: paragraph.len(),
            sentences: 0,
            apostrophes: Apostrophes::of(paragraph),
        };
        let (mut before, mut solid) = (None, None);
        let mut rest = paragraph.char_indices().peekable();
        while let Some((at, c)) = rest.next() {
            let after = rest.peek().map(|next| next.1);
            let mut place = Place { before, after, at, len: c.len_utf8(), solid };
            scan.sentences += usize::from(c.is_whitespace() && before.is_some_and(ends_sentence));
            before = Some(c);
            solid = if c.is_whitespace() { solid } else { Some((c, at + c.len_utf8())) };
            if matches!(c, '\'' | '`') && place.after == Some(c) {
                rest.next();
                place.len = 2;
                place.after = rest.peek().map(|next| next.1);
                scan.doubled(place);
            } else if reopened && at == 0 && c == '»' {
                scan.push(Style::Guillemet, place);
            } else {
                scan.mark(c, place, reversed);
            }
        }
        scan
    }

    fn mark(&mut self, c: char, place: Place, reversed: bool) {
        match c {
            '"' if self.apostrophes.hold(place.at) => {}
            '"' | '＂' => self.straight(place),
            '“' | '‟' => self.left_curly(place),
            '”' => self.right_curly(place),
            '„' => self.push(Style::Low, place),
            '«' if reversed => self.close(&[Style::Guillemet], place),
            '«' => self.push(Style::Guillemet, place),
            '»' if reversed => self.push(Style::Guillemet, place),
            '»' => self.right_guillemet(place),
            '‹' if reversed => self.close(&[Style::SingleGuillemet], place),
            '‹' => self.push(Style::SingleGuillemet, place),
            '›' if reversed => self.push(Style::SingleGuillemet, place),
            '›' => self.close(&[Style::SingleGuillemet], place),
            '‘' if !place.before.is_some_and(is_letter_or_digit) => self.push(Style::SingleCurly, place),
            '’' => self.single(Style::SingleCurly, place),
            '\'' => self.single(Style::SingleStraight, place),
            _ => {}
        }
    }

    fn straight(&mut self, place: Place) {
        let opening = place.opens()
            && place.touches_next()
            && !place.after.is_some_and(|c| matches!(c, '.' | ',' | ';' | ':' | ')' | '?' | '!'));
        let inches = place.before.is_some_and(|c| c.is_ascii_digit());
        if self.has(Style::Straight) {
            if opening && place.before.is_some_and(char::is_whitespace) {
                self.break_off(Style::Straight, place);
                self.push(Style::Straight, place);
            } else {
                self.close(&[Style::Straight], place);
            }
        } else if place.closes() && (self.has(Style::Curly) || self.has(Style::Low)) {
            self.close(&[Style::Curly, Style::Low], place);
        } else if place.closes() && !place.opens() && !inches && self.has(Style::Guillemet) {
            self.close(&[Style::Guillemet], place);
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
            self.break_off(Style::Curly, place);
            self.push(Style::Curly, place);
        }
    }

    fn right_curly(&mut self, place: Place) {
        let any = self.has(Style::Curly) || self.has(Style::Low) || self.has(Style::Straight);
        if any {
            self.close(&[Style::Curly, Style::Low, Style::Straight], place);
        } else if self.has(Style::Guillemet) && place.closes() && !place.opens() {
            self.close(&[Style::Guillemet], place);
        } else if place.opens() && place.touches_next() {
            self.push(Style::Curly, place);
        }
    }

    /// `"One», she said`: writers mix marks; one that closes what its own mark did not open closes another's words.
    fn right_guillemet(&mut self, place: Place) {
        if self.has(Style::Guillemet) {
            self.close(&[Style::Guillemet], place);
        } else if place.closes() {
            self.close(&[Style::Straight, Style::Curly, Style::Low], place);
        }
    }

    fn single(&mut self, style: Style, place: Place) {
        let letters =
            place.before.is_some_and(is_letter_or_digit) && place.after.is_some_and(is_letter_or_digit);
        if letters {
            return;
        }
        let top = self.stack.last().map(|open| open.style);
        let elision = place.opens() && place.after.is_some_and(char::is_lowercase);
        if self.apostrophes.hold(place.at) || elision && top == Some(style) {
            return;
        }
        if place.closes() && top.is_some_and(Style::is_single) {
            self.close(&[Style::SingleCurly, Style::SingleStraight], place);
        } else if style == Style::SingleStraight && place.opens() && place.after.is_some_and(is_letter) {
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
        self.stack.push(Open { style, at: place.at, len: place.len, sentences: self.sentences });
        self.count(style, 1);
    }

    /// `“We came. “We saw,” she said`: a mark that opens behind the end of a sentence goes on with the words opened last,
    /// as it does at the head of the next paragraph.
    fn break_off(&mut self, style: Style, place: Place) {
        let ended = place.solid.filter(|(last, _)| ends_sentence(*last));
        let goes_on =
            place.before.is_some_and(char::is_whitespace) && place.after.is_some_and(char::is_uppercase);
        let Some((_, end)) = ended.filter(|_| goes_on) else { return };
        // more sentences may be the reporter's, behind a mark that was lost
        let one = |open: &mut Open| open.style == style && self.sentences <= open.sentences + 1;
        let Some(open) = self.stack.pop_if(one) else { return };
        self.count(style, -1);
        self.pairs.push(Pair { style, open: open.at, open_len: open.len, end, close_len: 0 });
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

    /// The last mark that nothing closes and that stands behind all pairs.
    pub(crate) fn left_open(&self) -> Option<Pair> {
        let open = self.stack.iter().rev().find(|open| !open.style.is_single())?;
        let last = self.pairs.iter().map(|pair| pair.end).max().unwrap_or_default();
        let pair = Pair { style: open.style, open: open.at, open_len: open.len, end: self.len, close_len: 0 };
        (last <= open.at).then_some(pair)
    }

    /// The pairs that lie in no other, with what is left open mended where the marks themselves tell how.
    pub(crate) fn outermost(mut self, reopens: impl Fn(Style) -> bool) -> Vec<Pair> {
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
