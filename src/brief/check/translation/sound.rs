//! Names in two scripts: whether they sound alike.

use super::super::words::LISTS;
use crate::languages::{self, section};

/// True when two folded words, in the same script or not, may be one name.
pub(super) fn alike(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let forms = |word: &str| -> Vec<String> {
        let mut forms = vec![consonants(word)];
        let bare = bare(word).unwrap_or_else(|| word.to_owned());
        forms.push(consonants(&bare));
        forms.extend(of_a_place(&bare).map(consonants));
        forms
    };
    let (ones, others) = (forms(one), forms(other));
    ones.iter().any(|one| others.iter().any(|other| close(one, other)))
}

/// A word without its case ending.
fn bare(word: &str) -> Option<String> {
    let cut = LISTS.parts(section::CASE_ENDING).iter().find_map(|ending| word.strip_suffix(ending.as_str()));
    cut.filter(|rest| rest.chars().count() >= 3).map(str::to_owned)
}

/// The root of what is of a place: `karel` of `karelian` and of `карельск`.
fn of_a_place(word: &str) -> Option<&str> {
    let mut ends = LISTS.parts(section::PLACE_ADJECTIVE_ENDING).iter();
    let cut = ends.find_map(|end| word.strip_suffix(end.as_str()));
    cut.filter(|root| root.chars().count() >= 4)
}

/// The consonants of a word in one alphabet, doubled ones once, with the vowel it begins with as `a`.
fn consonants(word: &str) -> String {
    let sound = |c: char| match c {
        'a'..='z' | '0'..='9' => c.to_string(),
        c => languages::sound(c).unwrap_or_default().to_owned(),
    };
    let latin: String = word.chars().map(sound).collect();
    let mut latin = latin.replace("sch", "S").replace("tch", "C");
    for (from, to) in [
        ("sh", "S"),
        ("zh", "Z"),
        ("kh", "h"),
        ("ch", "C"),
        ("ph", "f"),
        ("th", "t"),
        ("gh", "g"),
        ("ck", "k"),
        ("dj", "j"),
        ("dZ", "j"),
        ("tz", "s"),
        ("ts", "s"),
        ("qu", "k"),
        ("ce", "se"),
        ("ci", "si"),
        ("cy", "sy"),
        ("x", "ks"),
        ("c", "k"),
        ("q", "k"),
        ("w", "v"),
        ("z", "s"),
    ] {
        latin = latin.replace(from, to);
    }
    let mut out = String::new();
    for (at, c) in latin.chars().enumerate() {
        let vowel = "aeiouy".contains(c);
        let letter = if vowel && at == 0 { 'a' } else { c };
        if (vowel && at > 0) || !c.is_alphanumeric() || out.ends_with(letter) {
            continue;
        }
        out.push(letter);
    }
    out
}

/// Equal, or for longer ones one letter apart.
fn close(one: &str, other: &str) -> bool {
    if one.is_empty() || other.is_empty() {
        return false;
    }
    let least = one.len().min(other.len());
    one == other || (least >= 4 && one.get(..1) == other.get(..1) && strsim::levenshtein(one, other) <= 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_in_two_scripts_sounds_alike_and_two_do_not() {
        for (latin, cyrillic, due) in [
            ("lavrov", "лаврова", true),
            ("lavrov", "лавровым", true),
            ("halvorsen", "халворсен", true),
            ("zelenskyy", "зеленского", true),
            ("washington", "вашингтоне", true),
            ("harstad", "харстада", true),
            ("tolvanen", "толванен", true),
            ("varna", "варну", true),
            ("erik", "эрик", true),
            ("mira", "мирой", true),
            ("tallinn", "таллине", true),
            ("karelia", "карелия", true),
            ("karelian", "карельским", true),
            ("scholz", "шольц", true),
            ("lavrov", "петров", false),
            ("halvorsen", "толванен", false),
            ("varna", "вена", false),
            ("ivan", "иванов", false),
            ("oslo", "таллин", false),
            ("putin", "пушков", false),
        ] {
            assert_eq!(alike(latin, cyrillic), due, "{latin} {cyrillic}");
            assert_eq!(alike(cyrillic, latin), due, "{cyrillic} {latin}");
        }
    }
}
