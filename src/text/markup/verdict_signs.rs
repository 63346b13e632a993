//! Signs by which something is shown to be checked, right or wrong, refused or warned of.
//!
//! Our own lines say such things of a page. Its words may not, in whatever field: a title with a tick in it reads as if we
//! had put it there.

use std::borrow::Cow;

/// Stands for a tick where no number or letter follows.
const ROOT: char = '√';

/// The text without such signs: where they stood alone in brackets these go, too, and words they parted stay apart.
#[must_use]
pub fn without_verdict_signs(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(|c| is_verdict_sign(c) || c == ROOT) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut gone = false;
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let root = c == ROOT && !letters.peek().is_some_and(|next| next.is_alphanumeric() || *next == '(');
        if root || is_verdict_sign(c) {
            gone = true;
        } else if !std::mem::take(&mut gone) {
            out.push(c);
        } else {
            gone = push_behind(c, &mut out);
        }
    }
    Cow::Owned(out)
}

/// Writes what stands behind signs that are left out; tells whether it went with them.
fn push_behind(c: char, out: &mut String) -> bool {
    match c {
        // which of its drawings a sign has, and what is drawn around it
        '\u{fe0e}' | '\u{fe0f}' | '\u{20e3}' => return true,
        ' ' if out.ends_with(' ') => return true,
        ')' if out.ends_with('(') => out.truncate(out.len() - 1),
        ']' if out.ends_with('[') => out.truncate(out.len() - 1),
        _ => {
            let parted = c.is_alphanumeric() && out.ends_with(char::is_alphanumeric);
            out.extend(parted.then_some(' '));
            out.push(c);
        }
    }
    false
}

/// Ticks, crosses, ballot boxes, signs of warning and refusal (Unicode 16).
fn is_verdict_sign(c: char) -> bool {
    matches!(
        c,
        '\u{2139}' | '\u{237b}' | '\u{2610}'..='\u{2612}' | '\u{26a0}' | '\u{26d4}' | '\u{2705}'
            | '\u{2713}'..='\u{2718}' | '\u{274c}' | '\u{274e}' | '\u{2755}' | '\u{2757}' | '\u{2bbd}'..='\u{2bbf}'
            | '\u{10102}' | '\u{1f197}' | '\u{1f5f4}'..='\u{1f5f9}' | '\u{1f6ab}' | '\u{1f6c8}' | '\u{1f6d1}'
            | '\u{1fbb1}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_go_and_words_stay() {
        for (text, due) in [
            ("✅ 3 of 3 checked", " 3 of 3 checked"),
            ("Council ✔\u{fe0f} keeps ☑ the lock", "Council keeps the lock"),
            ("Selm Post (✓)", "Selm Post "),
            ("Selm Post [✅✅]", "Selm Post "),
            ("Oda Brandt✓", "Oda Brandt"),
            ("yes✗no", "yes no"),
            ("√ Verified, √2 and √(x)", " Verified, √2 and √(x)"),
            ("⚠️ Lock 🗸 open", " Lock open"),
            ("★★★ hotel, 5 × 4, «да», 100 %", "★★★ hotel, 5 × 4, «да», 100 %"),
        ] {
            assert_eq!(without_verdict_signs(text), due, "{text}");
        }
    }
}
