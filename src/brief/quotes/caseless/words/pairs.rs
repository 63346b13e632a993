//! Which marks of a line belong together, where writers mix them up: `“…，“ X said`, `"…。”`, `”…“`.
//!
//! In: a line. Out: the outermost pairs, and the first mark left open. Marks that pair as they should are taken at their
//! word; among others one behind a stop closes, whatever its form.

use crate::text::{Span, is_invisible};

/// Marks open at a time; it bounds the work.
const MOST_OPEN: usize = 8;

/// A mark that opens words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open {
    /// The mark.
    pub(super) mark: char,
    /// Where it stands.
    pub(super) at: usize,
}

/// The mark that closes what `open` opens.
pub(super) fn closer(open: char) -> Option<char> {
    Some(match open {
        '“' | '„' => '”',
        '”' => '“',
        '‹' => '›',
        '「' => '」',
        '『' => '』',
        '«' => '»',
        '〝' => '〟',
        '"' | '＂' => open,
        _ => return None,
    })
}

/// True for a mark that writers take for the others of its kind.
fn is_double(letter: char) -> bool {
    matches!(letter, '“' | '”' | '„') || is_straight(letter)
}

fn is_straight(letter: char) -> bool {
    matches!(letter, '"' | '＂')
}

fn is_stop(letter: char) -> bool {
    matches!(letter, '。' | '，' | ',' | '.' | '；' | '）' | ')' | '！' | '？' | '、' | '،' | '؛' | '؟')
}

/// True for what ends words in front of the mark that closes them.
fn is_end(letter: char) -> bool {
    matches!(letter, '。' | '，' | ',' | '.' | '！' | '？' | '!' | '?' | '…' | '،' | '؟')
}

/// True for a double mark at the byte `at` that closes words whatever its form: at the end of its line, behind a stop.
pub(super) fn ends_words(line: &str, at: usize) -> bool {
    let Some((head, tail)) = line.split_at_checked(at) else { return false };
    let mut tail = tail.chars();
    tail.next().is_some_and(is_double)
        && tail.as_str().trim().is_empty()
        && head.ends_with(is_end)
        && !head.contains(is_double)
}

/// True for a mark that opens and closes alike and stands as one that opens: behind a space, before a letter.
pub(super) fn begins(line: &str, at: usize, mark: char) -> bool {
    let before = line.get(..at).and_then(|before| before.trim_end_matches(is_invisible).chars().next_back());
    let next = line.get(at + mark.len_utf8()..).and_then(|rest| rest.chars().next());
    closer(mark) == Some(mark)
        && before.is_none_or(char::is_whitespace)
        && next.is_some_and(|next| !next.is_whitespace() && !is_stop(next))
}

/// How a line uses its double marks.
#[derive(Debug, Clone, Copy)]
struct Habit {
    /// They pair as they should.
    fair: bool,
    /// Each pair is the other way round: `”…“`.
    reversed: bool,
    /// One of the straight marks has another for its pair.
    odd: bool,
}

impl Habit {
    fn of(line: &str) -> Self {
        let mut depth = 0_usize;
        let (mut fair, mut reversed, mut straight, mut last) = (true, true, 0_usize, '“');
        for letter in line.chars().filter(|letter| is_double(*letter)) {
            match letter {
                '”' if depth == 0 => fair = false,
                '”' => depth -= 1,
                '“' | '„' => depth += 1,
                _ => straight += 1,
            }
            reversed &= !is_straight(letter) && letter != last;
            last = letter;
        }
        let odd = straight % 2 == 1;
        Self { fair: fair && depth == 0 && !odd, reversed: reversed && last == '“', odd }
    }

    /// True when `letter` closes what another mark than its pair opens.
    fn mixes(self, open: char, mark: &Mark) -> bool {
        let ends = mark.ends || mark.behind_stop;
        if self.fair || !is_double(open) || !is_double(mark.letter) {
            return false;
        }
        match mark.letter {
            '“' | '„' => ends && mark.next_double != Some('”'),
            _ if is_straight(open) == is_straight(mark.letter) => mark.behind_stop && open != mark.letter,
            _ => self.odd || ends,
        }
    }
}

/// A letter of a line that may be a mark.
#[derive(Debug, Clone, Copy)]
struct Mark {
    letter: char,
    /// The letter before it.
    before: Option<char>,
    /// White space, a stop or nothing stands behind it.
    ends: bool,
    /// A stop stands before it.
    behind_stop: bool,
    /// The next double mark behind it.
    next_double: Option<char>,
}

/// The outermost pairs of one line, each with and without its marks, and the mark it leaves open: the first, or the last
/// such where nothing is closed and it opens and closes alike. With `shaped`, a mark that opens and closes alike opens behind a space and before a letter,
/// whatever stands open.
pub(super) fn scan(text: &str, within: Span, shaped: bool) -> (Vec<(Span, Span)>, Option<Open>) {
    let line = within.of(text);
    let habit = Habit::of(line);
    let mut doubles = line.chars().filter(|letter| is_double(*letter));
    let mut stack: Vec<Open> = Vec::new();
    let mut pairs: Vec<(Span, Span)> = Vec::new();
    let mut letters = line.char_indices().filter(|(_, letter)| !is_invisible(*letter)).peekable();
    let mut last = None;
    let mut next_double = doubles.next();
    while let Some((at, letter)) = letters.next() {
        let at = within.start + at;
        let before = last.replace(letter);
        if is_double(letter) {
            next_double = doubles.next();
        } else if closer(letter).is_none() && !matches!(letter, '›' | '」' | '』' | '»' | '〟') {
            continue;
        }
        let ends = letters.peek().is_none_or(|(_, next)| next.is_whitespace() || is_stop(*next));
        let mark = Mark { letter, before, ends, behind_stop: before.is_some_and(is_end), next_double };
        let alike = shaped && closer(letter) == Some(letter);
        let opens_anew = alike && !ends && before.is_none_or(char::is_whitespace);
        let closed = stack.iter().rposition(|open| !opens_anew && closes(habit, open.mark, &mark));
        // «… ".»: a straight one before a stop opens nothing
        let astray = is_straight(letter) && mark.ends && stack.last().is_some_and(|open| open.mark == '«');
        if let Some((place, open)) = closed.and_then(|place| Some((place, *stack.get(place)?))) {
            stack.truncate(place);
            let outer = Span::new(open.at, at + letter.len_utf8());
            let inner = Span::new(open.at + open.mark.len_utf8(), at).trimmed(text);
            while pairs.last().is_some_and(|(before, _)| before.start > outer.start) {
                pairs.pop();
            }
            pairs.push((outer, inner));
        } else if closer(letter).is_some() && !astray && opens(habit, &mark) && stack.len() < MOST_OPEN {
            stack.push(Open { mark: letter, at });
        }
    }
    let alike = |open: &&Open| shaped && pairs.is_empty() && closer(open.mark) == Some(open.mark);
    let open = stack.last().filter(alike).or(stack.first()).copied();
    (pairs, open)
}

/// True when the mark closes what `open` opens.
fn closes(habit: Habit, open: char, mark: &Mark) -> bool {
    // an opening one does so only at the end of something, where writers take it for its pair
    let turned = habit.reversed && open == '”' && mark.letter == '“';
    let may = !matches!(mark.letter, '“' | '„' | '「' | '『' | '«' | '〝')
        || turned
        || mark.letter == '“' && mark.ends;
    let pair = closer(open) == Some(mark.letter) || open == mark.letter && mark.ends;
    may && pair || habit.mixes(open, mark)
}

/// True for a mark that may open: a closing one does only at the head of words, where writers take it for its pair.
fn opens(habit: Habit, mark: &Mark) -> bool {
    let head = mark.before.is_none_or(char::is_whitespace) || habit.reversed && !mark.behind_stop;
    mark.letter != '”' || !mark.ends && head
}
