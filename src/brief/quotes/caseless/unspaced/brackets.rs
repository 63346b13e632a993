//! Remarks in brackets or between dashes, which are no part of the sentence they stand in.

/// Longest bracket taken for a remark, in bytes.
const LONGEST_BRACKET: usize = 150;

/// Length of a remark between double dashes.
fn aside(rest: &str, dash: char) -> Option<usize> {
    let mark = String::from_iter([dash, dash]);
    let head = rest.get(..rest.floor_char_boundary(LONGEST_BRACKET)).unwrap_or(rest);
    let behind = head.strip_prefix(mark.as_str())?;
    let end = behind.find(mark.as_str()).filter(|end| *end > 0)?;
    let inside = behind.get(..end)?;
    (!inside.contains(['。', '？', '！'])).then_some(2 * mark.len() + end)
}

/// Length of a remark in round brackets.
#[must_use]
pub(super) fn bracket(rest: &str, first: char) -> Option<usize> {
    let close = match first {
        '（' => '）',
        '(' => ')',
        '＝' => '＝',
        '—' | '―' | '─' => return aside(rest, first),
        _ => return None,
    };
    let head = rest.get(..rest.floor_char_boundary(LONGEST_BRACKET)).unwrap_or(rest);
    let behind = head.get(first.len_utf8()..)?;
    let inside = |at: &usize| first != close || !behind.get(..*at).is_some_and(|words| words.contains('。'));
    behind.find(close).filter(inside).map(|at| first.len_utf8() + at + close.len_utf8())
}
