//! Numbers as values with units, so that `3.5 million`, `3,500,000` and `three hundred` compare.

use std::ops::Range;

use crate::languages::section;
use crate::text::Span;

use super::figures::{Figure, MARKS};
use super::words::{LISTS, Token};

/// The numbers of one sentence, each as `value unit`, with the months that stand beside them.
pub(super) fn numbers(whole: &str, tokens: &[Token]) -> Vec<String> {
    located(whole, tokens).into_iter().map(|(_, number)| number).collect()
}

/// The same, so that those of one language are as those of another where the marks of each are read its own way.
pub(super) fn across(whole: &str, tokens: &[Token]) -> Vec<String> {
    read(whole, tokens, Figure::across).into_iter().map(|(_, number)| number).collect()
}

/// The numbers, each with the tokens it is written in.
pub(super) fn located(whole: &str, tokens: &[Token]) -> Vec<(Range<usize>, String)> {
    read(whole, tokens, Figure::key)
}

fn read(whole: &str, tokens: &[Token], key: fn(&Figure) -> String) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let Some((mut figure, mut ended)) = head(token, tokens, at) else {
            at += 1;
            continue;
        };
        let start = at;
        at += 1;
        while let Some(next) = tokens.get(at).filter(|next| !ended && touches(whole, tokens, at, next)) {
            if let Some(scale) =
                LISTS.map(section::SCALES, &next.folded).and_then(|scale| scale.parse::<f64>().ok())
            {
                figure.scale(scale);
            } else if let Some(more) = next.counts().filter(|more| figure.takes(*more)) {
                figure.value += more;
            } else if let Some(more) = joined(whole, tokens, (start, at)).filter(|more| figure.takes(*more)) {
                figure.value += more;
                at += 1;
            } else {
                break;
            }
            at += 1;
            ended = false;
        }
        // The 20 of a date is no 20 of anything else.
        let value = key(&figure);
        match month(tokens, start, at).next() {
            Some(month) => found.push((start..at, format!("{month} {value}"))),
            None => found.push((start..at, format!("{value} {}", unit(whole, tokens, start, at)))),
        }
    }
    found
}

/// The value a token begins a number with; the flag says that nothing may follow it.
fn head(token: &Token, tokens: &[Token], at: usize) -> Option<(Figure, bool)> {
    let folded = token.folded.as_str();
    if !folded.starts_with(|c: char| c.is_ascii_digit()) {
        let value = token.counts()?;
        // the “cento” of “por cento” is no number
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let unit = before.map(|before| format!("{} {folded}", before.folded));
        if unit.is_some_and(|unit| LISTS.map(section::UNITS, &unit).is_some()) {
            return None;
        }
        // “one of the” counts nothing.
        let phrase = || tokens.get(at + 1).map(|next| format!("{folded} {}", next.folded));
        let may_count =
            !LISTS.parts(section::ONE_OF).iter().any(|phrase| phrase.split(' ').next() == Some(folded));
        let counts =
            may_count || phrase().is_some_and(|phrase| !LISTS.parts(section::ONE_OF).contains(&phrase));
        return counts.then_some((Figure::of(value), false));
    }
    let digits_end =
        folded.find(|c: char| !(c.is_ascii_digit() || MARKS.contains(&c))).unwrap_or(folded.len());
    let (digits, suffix) = folded.split_at_checked(digits_end)?;
    let mut figure = Figure::read(digits, token.language)?;
    match LISTS.map(section::SCALES, suffix).and_then(|scale| scale.parse::<f64>().ok()) {
        Some(scale) => {
            figure.scale(scale);
            Some((figure, true))
        }
        None => Some((figure, false)),
    }
}

/// The value behind a word that joins it to the number in words that began at `start`: “quarenta e sete”.
fn joined(whole: &str, tokens: &[Token], (start, at): (usize, usize)) -> Option<f64> {
    let first = tokens.get(start)?;
    let joint = tokens.get(at).filter(|joint| joint.joins_numbers());
    let more = tokens.get(at + 1).filter(|more| touches(whole, tokens, at + 1, more));
    more.filter(|_| first.counts().is_some() && joint.is_some())?.counts()
}

fn touches(whole: &str, tokens: &[Token], at: usize, next: &Token) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    before.is_some_and(|last| {
        matches!(Span::new(last.span.end, next.span.start).of(whole), " " | "-" | "\u{a0}")
    })
}

fn unit(whole: &str, tokens: &[Token], start: usize, end: usize) -> String {
    let before = tokens.get(start).and_then(|token| whole.get(..token.span.start)).unwrap_or_default();
    // “EUR 200 million”
    let named = start.checked_sub(1).and_then(|before| tokens.get(before)).filter(|before| before.capital);
    if let Some(unit) = named.and_then(|named| LISTS.map(section::UNITS, &named.folded)) {
        return unit.to_owned();
    }
    let last = end.checked_sub(1).and_then(|last| tokens.get(last));
    let after = last.and_then(|token| whole.get(token.span.end..)).unwrap_or_default();
    if after.trim_start().starts_with('%') {
        return "%".to_owned();
    }
    if let Some(sign) = before.trim_end().chars().next_back().filter(|sign| "$€£¥₽".contains(*sign)) {
        return sign.to_string();
    }
    if let Some(sign) = after.trim_start().chars().next().filter(|sign| "$€£¥₽".contains(*sign)) {
        return sign.to_string();
    }
    let next = tokens.get(end).map(|token| token.folded.as_str()).unwrap_or_default();
    let two = || tokens.get(end + 1).map(|then| format!("{next} {}", then.folded));
    if let Some(unit) = two().and_then(|two| LISTS.map(section::UNITS, &two)) {
        return unit.to_owned();
    }
    LISTS.map(section::UNITS, next).unwrap_or_default().to_owned()
}

fn month(tokens: &[Token], start: usize, end: usize) -> impl Iterator<Item = &str> {
    let before = start.checked_sub(1).and_then(|at| tokens.get(at));
    let after = tokens.get(end);
    let beside = [before, after].into_iter().flatten().map(|token| token.folded.as_str());
    beside.filter(|word| LISTS.is_month(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::check::words::tokens;
    use crate::text::Language;

    #[test]
    fn numbers_are_values_with_units() {
        for (text, language, due) in [
            ("It cost $3.5 million.", Language::coded("en"), vec!["3500000 $"]),
            ("It cost 3,500,000 dollars.", Language::coded("en"), vec!["3500000 $"]),
            ("Twenty-five ships and 1,200 men", Language::coded("en"), vec!["25 ", "1200 "]),
            ("up 5 percent, 5.5% and 6 per cent", Language::coded("en"), vec!["5 %", "5.5 %", "6 %"]),
            ("two hundred and one of them", Language::coded("en"), vec!["200 "]),
            ("on February 14, 2022", Language::coded("en"), vec!["february 14", "2022 "]),
            ("14 февраля погибли двадцать пять человек", Language::coded("ru"), vec!["февраля 14", "25 "]),
            ("quarenta e sete por cento", Language::coded("pt"), vec!["47 %"]),
            ("duzentos e cinquenta e três navios", Language::coded("pt"), vec!["253 "]),
            ("cento e vinte soldados", Language::coded("pt"), vec!["120 "]),
            ("sete e oito", Language::coded("pt"), vec!["7 ", "8 "]),
            ("treinta y dos", Language::coded("es"), vec!["32 "]),
            ("vinte e 5", Language::coded("pt"), vec!["20 ", "5 "]),
            ("3,5 mil milhões de dólares", Language::coded("pt"), vec!["3500000000 $"]),
            ("1.200 soldados", Language::coded("pt"), vec!["1200 "]),
            ("5bn euros", Language::coded("en"), vec!["5000000000 €"]),
            ("3 млн рублей", Language::coded("ru"), vec!["3000000 ₽"]),
            ("the 14th day of the 1990s", Language::coded("en"), vec!["14 ", "1990 "]),
        ] {
            let cut = tokens(text, Span::whole(text), language);
            let got = numbers(text, &cut);
            let due: Vec<String> = due.into_iter().map(str::to_owned).collect();
            assert_eq!(got, due, "{text}");
        }
    }
}
