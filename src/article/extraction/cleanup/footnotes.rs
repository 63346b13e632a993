//! The marks of footnotes in running text, told from powers, ordinals and abbreviations that are raised, too.

use dom_query::NodeRef;

use crate::article::html::runs::{Inline, Run};

/// A longer element is no mark, in bytes.
const LONGEST: usize = 6;

/// Whether an element is the mark of a footnote: a raised link to a place on the page, a bracketed number that is one, or
/// a raised number that belongs to no unit and no formula.
pub(super) fn is_footnote_mark(run: &Run, inline: &Inline) -> bool {
    let (before, own, after) = run.around(inline);
    let own = own.trim();
    let number = own.trim_matches(['[', ']', '(', ')']);
    let bracketed = own.starts_with(['[', '(']) && own.ends_with([']', ')']);
    let counts = number.bytes().all(|byte| byte.is_ascii_digit()) || number.chars().count() == 1;
    if own.is_empty() || own.len() > LONGEST || !counts {
        return false;
    }
    if inline.node.has_name("a") {
        return bracketed && leads_down(&inline.node);
    }
    let mut around = inline.node.descendants_it().chain(inline.node.ancestors_it(Some(1)));
    inline.node.has_name("sup")
        && (around.any(|node| leads_down(&node)) || bracketed || is_raised_mark(before, number, after))
}

fn leads_down(node: &NodeRef) -> bool {
    node.attr("href").is_some_and(|href| href.contains('#'))
}

/// Whether a raised number or sign marks a note to the words before it.
fn is_raised_mark(before: &str, own: &str, after: &str) -> bool {
    if matches!(own, "*" | "†" | "‡" | "§" | "¶") {
        return true;
    }
    let counts = own.bytes().all(|byte| byte.is_ascii_digit()) && !own.starts_with('0');
    // ²³⁵U
    if !counts || after.starts_with(char::is_alphanumeric) {
        return false;
    }
    let apart = before.trim_end();
    let rest = apart.trim_end_matches(char::is_alphabetic);
    let letters = apart.get(rest.len()..).map_or(0, |word| word.chars().count());
    if letters == 0 {
        let digits = apart.chars().rev().take_while(char::is_ascii_digit).count();
        // 10³, but behind a year; (a + b)²
        return match digits {
            0 => apart.ends_with(['.', ',', '!', '?', ';', ':', '…', '”', '"', '»', '’', '。', '、', '」']),
            _ => digits == YEAR,
        };
    }
    // km², 40 metres³: a second or third power of a unit, behind its number or short as signs are
    let power = matches!(own, "2" | "3");
    let measures = rest.trim_end().ends_with(|c: char| c.is_numeric());
    !(power && (measures || letters <= SIGN))
}

/// Digits of a year.
const YEAR: usize = 4;
/// Letters of the sign of a unit.
const SIGN: usize = 2;
