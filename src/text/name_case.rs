//! Names in another case: what they may be in the first one.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::languages::{Language, section};

/// Fewest letters that are left of a name without its ending.
const STEM: usize = 3;

/// Most words of a name that are tried in all their cases.
const WORDS: usize = 3;

/// The endings of names in other cases with those they have in the first.
static ENDINGS: LazyLock<BTreeSet<(&'static str, &'static str)>> = LazyLock::new(|| {
    let lines = Language::all().flat_map(|language| language.lines(section::NAME_CASE));
    let read = |line: &'static str| {
        let mut parts = line.split_whitespace().skip(1);
        let (ending, first) = (parts.next()?, parts.next()?);
        Some((ending, if first == "0" { "" } else { first }))
    };
    lines.filter_map(read).collect()
});

/// What a name in small letters may be in the first case, its words in every combination; without the name itself.
#[must_use]
pub fn in_first_case(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    if words.len() > WORDS {
        return Vec::new();
    }
    let mut names = vec![String::new()];
    for word in words {
        let forms: Vec<String> = std::iter::once(word.to_owned()).chain(forms(word)).collect();
        let joined = |before: &String| {
            let gap = if before.is_empty() { "" } else { " " };
            forms.iter().map(|form| format!("{before}{gap}{form}")).collect::<Vec<_>>()
        };
        names = names.iter().flat_map(joined).collect();
    }
    names.retain(|form| form != name);
    names
}

fn forms(word: &str) -> BTreeSet<String> {
    let first = |(ending, first): &(&str, &str)| {
        let stem = word.strip_suffix(ending).filter(|stem| stem.chars().count() >= STEM)?;
        Some(format!("{stem}{first}"))
    };
    ENDINGS.iter().filter_map(first).collect()
}

#[cfg(test)]
mod tests {
    use super::in_first_case;

    #[test]
    fn a_name_is_led_back_to_the_first_case() {
        for (typed, first) in [
            ("лаврова", "лавров"),
            ("воронину", "воронина"),
            ("ворониной", "воронина"),
            ("халворсеном", "халворсен"),
            ("петра зайцева", "петр зайцев"),
            ("песковым", "песков"),
            ("белецкого", "белецкий"),
        ] {
            assert!(in_first_case(typed).contains(&first.to_owned()), "{typed}: {:?}", in_first_case(typed));
        }
        assert_eq!(in_first_case("orlo"), Vec::<String>::new());
        assert_eq!(in_first_case("а"), Vec::<String>::new());
    }
}
