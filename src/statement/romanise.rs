//! Names over scripts: one spelling in Latin letters, and how far two spellings are apart.

use crate::text::fold;

/// Cyrillic letters and what they sound like.
const CYRILLIC: [(char, &str); 36] = [
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('ґ', "g"),
    ('д', "d"),
    ('е', "e"),
    ('є', "ie"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('і', "i"),
    ('ї', "i"),
    ('й', "i"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ф', "f"),
    ('х', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "sh"),
    ('ъ', ""),
    ('ы', "i"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "iu"),
    ('я', "ia"),
];
/// Arabic letters for consonants and what they sound like in names; the others stand for vowels, or for none.
const ARABIC: [(char, &str); 30] = [
    ('ب', "b"),
    ('پ', "p"),
    ('ت', "t"),
    ('ث', "t"),
    ('ج', "j"),
    ('چ', "ch"),
    ('ح', "h"),
    ('خ', "kh"),
    ('د', "d"),
    ('ذ', "d"),
    ('ر', "r"),
    ('ز', "z"),
    ('ژ', "zh"),
    ('س', "s"),
    ('ش', "sh"),
    ('ص', "s"),
    ('ض', "d"),
    ('ط', "t"),
    ('ظ', "z"),
    ('غ', "gh"),
    ('ف', "f"),
    ('ق', "q"),
    ('ك', "k"),
    ('گ', "g"),
    ('ل', "l"),
    ('م', "m"),
    ('ن', "n"),
    ('ه', "h"),
    ('ع', ""),
    ('ء', ""),
];
/// The same, which stand for vowels within a word.
const LONG: [(char, &str); 3] = [('ا', "a"), ('و', "v"), ('ي', "y")];
/// The article written to a surname.
const ARTICLE: &str = "ال";
/// Letters that languages write for one another's sounds; what stands together is close.
const CLOSE: [&str; 8] = ["aeiouy", "vwfu", "iyj", "szcxj", "kcqgh", "hgxj", "dt", "bp"];
/// What it costs to read one letter for a close one, to leave out a letter that is often silent, and any other change.
const NEAR: f32 = 0.3;
const SILENT: f32 = 0.3;
const FAR: f32 = 1.0;
/// Letters of a name that are compared.
const COMPARED: usize = 24;

/// Writes a word in plain Latin letters, small.
pub(super) fn romanised(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for letter in fold(word).chars() {
        match CYRILLIC.iter().find(|(cyrillic, _)| *cyrillic == letter) {
            Some((_, latin)) => out.push_str(latin),
            None if letter.is_alphanumeric() => out.push(letter),
            None => {}
        }
    }
    out
}

/// The consonants of a word in Arabic letters, its own article left out, in Latin ones; `None` for a word of others.
pub(super) fn consonants(word: &str) -> Option<String> {
    let is_arabic = word.chars().all(|letter| matches!(letter, '\u{620}'..='\u{6FF}'));
    if !is_arabic || word.is_empty() {
        return None;
    }
    let bare = word.strip_prefix(ARTICLE).filter(|rest| rest.chars().count() > 2).unwrap_or(word);
    let mut out = String::new();
    for (at, letter) in bare.chars().enumerate() {
        let table: &[(char, &str)] =
            if at == 0 && LONG.iter().any(|(long, _)| *long == letter) { &LONG } else { &ARABIC };
        out.extend(table.iter().find(|(arabic, _)| *arabic == letter).map(|(_, latin)| *latin));
    }
    Some(out)
}

/// How far two romanised words are apart, as a share of the longer one: 0 the same, 1 nothing alike.
pub(super) fn apart(one: &str, other: &str) -> f32 {
    let one: Vec<char> = one.chars().take(COMPARED).collect();
    let other: Vec<char> = other.chars().take(COMPARED).collect();
    let longer = one.len().max(other.len());
    if longer == 0 {
        return 0.0;
    }
    let mut row: Vec<f32> = Vec::with_capacity(other.len() + 1);
    row.push(0.0);
    for (at, letter) in other.iter().enumerate() {
        let before = row.last().copied().unwrap_or_default();
        row.push(
            before + left_out(*letter, at.checked_sub(1).and_then(|at| other.get(at)), other.get(at + 1)),
        );
    }
    for (at, letter) in one.iter().enumerate() {
        let skip = left_out(*letter, at.checked_sub(1).and_then(|at| one.get(at)), one.get(at + 1));
        let mut corner = row.first().copied().unwrap_or_default();
        if let Some(first) = row.first_mut() {
            *first += skip;
        }
        let mut left = row.first().copied().unwrap_or_default();
        for (place, (cell, facing)) in row.iter_mut().skip(1).zip(&other).enumerate() {
            let add =
                left_out(*facing, place.checked_sub(1).and_then(|at| other.get(at)), other.get(place + 1));
            let best = (corner + read_for(*letter, *facing)).min(*cell + skip).min(left + add);
            corner = *cell;
            *cell = best;
            left = best;
        }
    }
    row.last().copied().unwrap_or_default() / longer as f32
}

/// Cost of reading one letter for another.
fn read_for(one: char, other: char) -> f32 {
    if one == other {
        return 0.0;
    }
    let close = CLOSE.iter().any(|set| set.contains(one) && set.contains(other));
    if close { NEAR } else { FAR }
}

/// Cost of a letter the other spelling does not have: little within `sch`, `kh`, `ou` and the like.
fn left_out(letter: char, before: Option<&char>, after: Option<&char>) -> f32 {
    let doubled = before == Some(&letter);
    let next_to =
        |set: &str| before.is_some_and(|c| set.contains(*c)) || after.is_some_and(|c| set.contains(*c));
    let silent = match letter {
        'h' | 'y' | 'j' | 'i' | 'e' => true,
        'c' | 's' | 't' | 'k' | 'd' | 'z' => next_to("hcszj"),
        'o' | 'u' => next_to("ou"),
        'g' => next_to("h"),
        _ => false,
    };
    if doubled || silent { SILENT } else { FAR }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_in_many_spellings_is_near_and_another_is_far() {
        let near = |one: &str, other: &str| apart(&romanised(one), &romanised(other));
        for row in [
            "Лавров Lavrov Lawrow Lavrof",
            "Щербаков Shcherbakov Schtscherbakow Chtcherbakov Szczerbakow",
            "Йылмаз Yılmaz Yilmaz",
            "Жуковский Zhukovsky Joukovski Schukowski",
            "Хасан Hasan Khasan Jasan Hassan",
            "Чечулин Chechulin Tschetschulin Tchetchouline Czeczulin",
            "Зеленський Zelensky Selenskyj Zelenski",
        ] {
            let names: Vec<&str> = row.split(' ').collect();
            for one in &names {
                for other in &names {
                    assert!(near(one, other) <= 0.3, "{one} {other} {}", near(one, other));
                }
            }
        }
        for (one, other) in
            [("Lavrov", "Orlov"), ("Brandt", "Brook"), ("Hasan", "Nasser"), ("Odessa", "Izmail")]
        {
            assert!(near(one, other) > 0.3, "{one} {other} {}", near(one, other));
        }
    }
}
