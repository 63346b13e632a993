//! Numbers in digits and words, in any of the languages, as values.

use super::lexicon::{Lexicon, Words};
use super::tokens::Token;
use crate::brief::check::figure;
use crate::text::Language;

/// Reads the number that begins at the head of `rest`: its value and how many words it takes.
///
/// A one written as a word alone is no number: it may be an article.
pub(super) fn number(
    text: &str,
    rest: &[Token],
    (lexicon, language): (&Lexicon, Language),
) -> Option<(f64, usize)> {
    let first = rest.first()?;
    if first.word.starts_with(|letter: char| letter.is_ascii_digit()) {
        let (value, mut taken, scaled) = digits(text, rest, (lexicon, language))?;
        if scaled {
            return Some((value, taken));
        }
        let mut value = value + half(rest, taken, lexicon, &mut taken);
        while let Some(scale) = rest.get(taken).and_then(|token| scale(&token.word, lexicon)) {
            value *= scale;
            taken += 1;
        }
        return Some((value, taken));
    }
    in_words(rest, lexicon)
}

/// Digits with their groups of thousands, and letters right behind them: `411mila`, `500 000`, `3,5`.
fn digits(
    text: &str,
    rest: &[Token],
    (lexicon, language): (&Lexicon, Language),
) -> Option<(f64, usize, bool)> {
    let first = rest.first()?;
    let end =
        first.word.find(|letter: char| !matches!(letter, '0'..='9' | '.' | ',')).unwrap_or(first.word.len());
    let (written, letters) = first.word.split_at_checked(end)?;
    let mut value = figure(written, language)?;
    if !letters.is_empty() {
        let scale = scale(letters, lexicon);
        // 5th, 1990s: still the number
        return (scale.is_some() || letters.chars().count() <= 3)
            .then(|| (value * scale.unwrap_or(1.0), 1, scale.is_some()));
    }
    let mut taken = 1;
    let mut last = first;
    if written.len() <= 3 && !written.contains(['.', ',']) {
        while let Some(next) = rest.get(taken) {
            let between = text.get(last.span.end..next.span.start).unwrap_or_default();
            let group = next.word.len() == 3 && next.word.bytes().all(|byte| byte.is_ascii_digit());
            if !group || between.chars().count() != 1 || !between.chars().all(char::is_whitespace) {
                break;
            }
            value = value * 1000.0 + next.word.parse::<f64>().unwrap_or_default();
            last = next;
            taken += 1;
        }
    }
    Some((value, taken, false))
}

/// A number in words: parts below a hundred add up, a hundred and what is above multiply what stands before.
fn in_words(rest: &[Token], lexicon: &Lexicon) -> Option<(f64, usize)> {
    let (mut total, mut current, mut taken) = (0.0, 0.0, 0);
    let mut lowest = f64::INFINITY;
    while let Some(token) = rest.get(taken) {
        let Some(parts) = lexicon.number(&token.word) else {
            let joins = taken > 0 && lexicon.has(Words::NumberJoint, &token.word);
            let more = rest.get(taken + 1).and_then(|next| lexicon.number(&next.word));
            let below =
                more.and_then(|more| more.first().copied()).is_some_and(|more| more < lowest && more < 100.0);
            if joins && below && current >= 20.0 {
                taken += 1;
                continue;
            }
            break;
        };
        let Some(first) = parts.first().copied() else { break };
        if taken > 0
            && first < 1000.0
            && first >= lowest
            && !is(first, 100.0)
            && !(is(current, 4.0) && is(first, 20.0))
            && !is_counted_by_twenties(current, first)
        {
            break;
        }
        for part in parts {
            if part >= 1000.0 {
                total += f64::max(current, 1.0) * part;
                current = 0.0;
                lowest = part;
            } else if is(part, 100.0) {
                current = f64::max(current, 1.0) * 100.0;
                lowest = 100.0;
            } else if is(current, 4.0) && is(part, 20.0) {
                current = 80.0;
                lowest = 20.0;
            } else {
                current += part;
                // behind a ten a unit may follow: twenty-one, dix-sept, on iki
                lowest = if part >= 100.0 {
                    100.0
                } else if part >= 10.0 && is(part % 10.0, 0.0) {
                    10.0
                } else {
                    1.0
                };
            }
        }
        taken += 1;
        current += half(rest, taken, lexicon, &mut taken);
    }
    let value = total + current;
    (taken > 0 && (!is(value, 1.0) || taken > 1)).then_some((value, taken))
}

/// Sixty or eighty before ten to nineteen: soixante-quinze, quatre-vingt-douze.
fn is_counted_by_twenties(current: f64, next: f64) -> bool {
    let tens = current % 100.0;
    (is(tens, 60.0) || is(tens, 80.0)) && (10.0..20.0).contains(&next)
}

fn is(value: f64, other: f64) -> bool {
    (value - other).abs() < 1e-9
}

/// “and a half” behind a number.
fn half(rest: &[Token], at: usize, lexicon: &Lexicon, taken: &mut usize) -> f64 {
    let words: Vec<&str> = rest.iter().skip(at).take(3).map(|token| token.word.as_str()).collect();
    let length = if at == 0 { 0 } else { lexicon.list(Words::Half).head(&words) };
    *taken += length;
    if length > 0 { 0.5 } else { 0.0 }
}

fn scale(word: &str, lexicon: &Lexicon) -> Option<f64> {
    match lexicon.number(word)?.as_slice() {
        [only] if *only >= 1000.0 => Some(*only),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::of;
    use super::super::tokens::cut;
    use super::*;

    #[test]
    fn numbers_have_one_value_in_every_language() {
        for (code, text, due) in [
            ("en", "411,000 barrels", 411_000.0),
            ("en", "five hundred and twenty men", 520.0),
            ("en", "seven and a half thousand", 7_500.0),
            ("en", "3.5 per cent", 3.5),
            ("en", "20 billion", 20e9),
            ("ru", "семь с половиной тысяч", 7_500.0),
            ("ru", "двести сорок пять", 245.0),
            ("ru", "4 000 человек", 4_000.0),
            ("de", "fünfhundertzwanzig Mann", 520.0),
            ("de", "einundzwanzig", 21.0),
            ("de", "zwei Milliarden", 2e9),
            ("fr", "quatre-vingt-dix-sept", 97.0),
            ("fr", "soixante-quinze", 75.0),
            ("es", "dos mil quinientos", 2_500.0),
            ("it", "411mila", 411_000.0),
            ("it", "ventisette", 27.0),
            ("uk", "п'ятсот", 500.0),
            ("pl", "pięć i pół tysiąca", 5_500.0),
            ("tr", "iki yüz elli bin", 250_000.0),
            ("en", "1,5", 1.5),
            ("en", "2.375 percent", 2.375),
            ("de", "2,375 Prozent", 2.375),
            ("de", "2.375 Soldaten", 2_375.0),
        ] {
            let language = Language::from_tag(code).unwrap();
            let lexicon = of(language);
            let found = number(text, &cut(text, lexicon), (lexicon, language));
            assert_eq!(found.map(|(value, _)| value), Some(due), "{code}: {text}");
        }
    }

    #[test]
    fn an_article_and_two_numbers_side_by_side_are_not_one() {
        for (code, text, due) in [
            ("en", "one of them", None),
            ("de", "ein Schiff", None),
            ("en", "12 81", Some((12.0, 1))),
            ("en", "twenty thirty", Some((20.0, 1))),
        ] {
            let language = Language::from_tag(code).unwrap();
            let lexicon = of(language);
            assert_eq!(number(text, &cut(text, lexicon), (lexicon, language)), due, "{text}");
        }
    }
}
