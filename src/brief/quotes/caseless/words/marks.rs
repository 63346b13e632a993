//! Quotation marks of scripts without capitals: which words of each line stand in marks.
//!
//! In: a text and its lines. Out: the outermost marked stretches, in order, none overlapping another. Marks inside others
//! are inner. One that its line does not close goes on in the next when that opens with it again, or closes it first.
//! Linear: no line is read more than a few times.

use super::pairs::{Open, begins, closer, ends_words, scan};
use super::token::{COMMAS, STOPS};
use crate::text::{Span, is_invisible, is_letter_or_digit};

/// Lines within which a mark that a line leaves open must be closed.
const REACH: usize = 3;

/// Words in marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Marked {
    /// Index of the line they begin in.
    pub(crate) line: usize,
    /// With the marks.
    pub(crate) outer: Span,
    /// Without them, and without white space at the ends.
    pub(crate) inner: Span,
    /// True when the next stretch goes on with the same words.
    pub(crate) continues: bool,
}

/// Finds the marked stretches of the lines of `text`.
#[must_use]
pub(crate) fn find(text: &str, lines: &[Span]) -> Vec<Marked> {
    let mut found = Vec::new();
    let mut from = 0;
    for (number, line) in lines.iter().enumerate() {
        let within = Span::new(line.start.max(from), line.end);
        if within.is_empty() {
            continue;
        }
        let (mut pairs, open) = scan(text, within, true);
        let beyond = open.and_then(|open| beyond(text, lines, number, open).map(|end| (open, end)));
        if pairs.is_empty() && open.is_some() && beyond.is_none() {
            pairs = scan(text, within, false).0;
        }
        let last = |open: &Open| pairs.iter().all(|(outer, _)| outer.end <= open.at);
        let left = open.filter(|open| beyond.is_none() && last(open));
        pairs.extend(left.and_then(|open| unclosed(text, within, open)));
        let limit = beyond.map_or(usize::MAX, |(open, _)| open.at);
        let whole = pairs.into_iter().filter(|(outer, _)| outer.start < limit);
        found.extend(whole.map(|(outer, inner)| Marked { line: number, outer, inner, continues: false }));
        if let Some((open, end)) = beyond {
            from = go_on(text, lines, number, open, end, &mut found);
        }
    }
    found.retain(|marked| !marked.inner.is_empty());
    found.sort_by_key(|marked| marked.outer.start);
    found
}

/// Where words go on to that their line leaves open.
#[derive(Debug, Clone, Copy)]
enum Beyond {
    /// The next line opens with the mark again.
    Reopened,
    /// The line of that number closes it at that byte.
    Closed(usize, usize),
}

fn beyond(text: &str, lines: &[Span], number: usize, open: Open) -> Option<Beyond> {
    let next = lines.get(number + 1)?.of(text).trim_start_matches(is_invisible);
    // a mark that closes as well opens again where words touch it
    let touches = next.strip_prefix(open.mark).is_some_and(|rest| rest.starts_with(is_letter_or_digit));
    if next.starts_with(open.mark) && (closer(open.mark) != Some(open.mark) || touches) {
        return Some(Beyond::Reopened);
    }
    let close = closer(open.mark)?;
    for (at, line) in lines.iter().enumerate().skip(number + 1).take(REACH) {
        let words = line.of(text);
        let ends = |byte: usize| open.mark != '”' && ends_words(words, byte);
        let closes = |(byte, letter): (usize, char)| {
            letter == close && !begins(words, byte, letter) || letter != close && ends(byte)
        };
        let mut marks = words.char_indices();
        match marks.find(|(byte, letter)| *letter == close || *letter == open.mark || ends(*byte)) {
            Some(mark) if closes(mark) => return Some(Beyond::Closed(at, line.start + mark.0)),
            Some(_) => return None,
            None => {}
        }
    }
    None
}

/// Words that their line opens and does not close with the pair of the mark: to another mark that ends something, or,
/// behind a colon or comma, to the stop that ends the line.
fn unclosed(text: &str, within: Span, open: Open) -> Option<(Span, Span)> {
    let first = open.at + open.mark.len_utf8();
    let rest = text.get(first..within.end).filter(|_| !matches!(open.mark, '「' | '『'))?;
    let closes = |(at, letter): &(usize, char)| {
        let next = rest.get(at + letter.len_utf8()..).and_then(|rest| rest.chars().next());
        let ends =
            next.is_none_or(|next| next.is_whitespace() || STOPS.contains(&next) || COMMAS.contains(&next));
        let apart = rest.get(..*at).is_some_and(|head| head.ends_with(' '));
        let closed = next.is_none_or(|next| STOPS.contains(&next) || COMMAS.contains(&next));
        matches!(letter, '"' | '”' | '“' | '»') && ends && (!apart || closed)
    };
    if let Some((at, letter)) = rest.char_indices().find(closes) {
        let outer = Span::new(open.at, first + at + letter.len_utf8());
        return Some((outer, Span::new(first, first + at).trimmed(text)));
    }
    let announced = text.get(within.start..open.at)?.trim_end().ends_with([':', '：', '،']);
    let inner = Span::new(first, within.end).trimmed(text);
    let whole = inner.of(text).ends_with(STOPS) && !inner.of(text).contains(open.mark);
    (matches!(open.mark, '"' | '«') && announced && whole).then_some((Span::new(open.at, within.end), inner))
}

/// Adds words that go on beyond their line; gives the byte from which marks are looked for again.
fn go_on(
    text: &str,
    lines: &[Span],
    number: usize,
    open: Open,
    end: Beyond,
    found: &mut Vec<Marked>,
) -> usize {
    let Some(line) = lines.get(number) else { return 0 };
    let first = open.at + open.mark.len_utf8();
    let part = |line: usize, outer: Span, inner: Span, continues: bool| Marked {
        line,
        outer,
        inner: inner.trimmed(text),
        continues,
    };
    match end {
        Beyond::Reopened => {
            found.push(part(number, Span::new(open.at, line.end), Span::new(first, line.end), true));
            line.end
        }
        Beyond::Closed(last, byte) => {
            let after =
                byte + text.get(byte..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            let between = Span::new(line.end, lines.get(last).map_or(line.end, |line| line.start)).of(text);
            if !between.contains("\n\n") {
                found.push(part(number, Span::new(open.at, after), Span::new(first, byte), false));
                return after;
            }
            found.push(part(number, Span::new(open.at, line.end), Span::new(first, line.end), true));
            for (at, whole) in lines.iter().enumerate().take(last).skip(number + 1) {
                found.push(part(at, *whole, *whole, true));
            }
            let start = lines.get(last).map_or(byte, |line| line.start);
            found.push(part(last, Span::new(start, after), Span::new(start, byte), false));
            after
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let mut lines = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            lines.push(Span::new(start, start + line.len()).trimmed(text));
            start += line.len();
        }
        lines.retain(|line| !line.is_empty());
        find(text, &lines).iter().map(|marked| marked.inner.of(text)).collect()
    }

    #[test]
    fn marks_are_paired_within_a_line() {
        for (text, due) in [
            ("「甲『乙』丙」と言う。", vec!["甲『乙』丙"]),
            ("他说：“甲‘乙’丙。”", vec!["甲‘乙’丙。"]),
            ("警告“局势升级“。她说：“不。”", vec!["局势升级", "不。"]),
            ("«ذهب» ثم \"عاد\"", vec!["ذهب", "عاد"]),
            ("قال: ”ذهب.“ ثم ”عاد“.", vec!["ذهب.", "عاد"]),
            ("قال: ”ذهب.” ثم ‹عاد›.", vec!["ذهب.", "عاد"]),
            ("他说“没有", vec![]),
            ("“不会拖，“船长说，“绝不。”", vec!["不会拖，", "绝不。"]),
            ("\"不会拖，“船长说。", vec!["不会拖，"]),
            ("“不会拖，\"船长说。", vec!["不会拖，"]),
            ("\"不会拖，”船长说。", vec!["不会拖，"]),
            ("船长说：\"不会拖。“", vec!["不会拖。"]),
            ("这件事”并不难，“船长说。", vec!["并不难，"]),
            ("他问她，“你说，“明天”，是吗。", vec!["明天"]),
            ("他说，“船长讲，“明天走”，就这样。”", vec!["船长讲，“明天走”，就这样。"]),
            ("走了”他说，“丁。”", vec!["丁。"]),
            ("「」", vec![]),
        ] {
            assert_eq!(found(text), due, "{text}");
        }
    }

    #[test]
    fn a_mark_too_many_takes_no_other_words() {
        for (text, due) in [
            ("\"وقال سمير: \"نعم هنا\"، ثم خرج", vec!["نعم هنا"]),
            ("قال \"نعم هنا\" وقال \"لا هناك", vec!["نعم هنا"]),
            ("قال \"قالوا \"نعم هنا\" وذهبوا\" ورحل", vec!["قالوا \"نعم هنا\" وذهبوا"]),
            ("\"وقال سمير \"نعم.\n\n\"ثم لا.\"", vec!["نعم.", "ثم لا."]),
            ("وقال سمير: \"نعم هنا.", vec!["نعم هنا."]),
            ("وقال سمير: ”نعم هنا\"، ثم خرج «لا هنا\".", vec!["نعم هنا", "لا هنا"]),
            ("وتابع سمير، \"نعم هنا.", vec!["نعم هنا."]),
            ("وقال سمير: \"نعم هنا وذهب", vec![]),
            ("قال \"نعم.\n\nوتابع سمير، \"لا هناك\".", vec!["لا هناك"]),
            ("قال \"نعم.\n\nثم عاد.\n\nقال: \"لا\" ورحل.", vec!["لا"]),
        ] {
            assert_eq!(found(text), due, "{text}");
        }
    }

    #[test]
    fn words_go_on_over_lines() {
        assert_eq!(found("他说：“甲。\n乙。”丙"), ["甲。\n乙。"]);
        assert_eq!(found("他说：\n\n“甲。\n\n“乙。”"), ["甲。", "乙。"]);
        assert_eq!(found("\"أ ب.\n\n\"ج د\"، قال \"هـ\"."), ["أ ب.", "ج د", "هـ"]);
        assert_eq!(found("«أ.\n\nب».\n\nج"), ["أ.", "ب"]);
        assert_eq!(found("他说：\"甲。\n乙。“\n丙"), ["甲。\n乙。"]);
        assert_eq!(found("「甲。\n乙。\n丙。\n丁。\n戊」"), Vec::<&str>::new());
    }
}
