//! Words typed while the keyboard was set to another language.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::languages::{Language, section};

/// The layouts: what one types for what the other has on the same key, in small letters.
static LAYOUTS: LazyLock<Vec<HashMap<char, char>>> = LazyLock::new(|| {
    let of = |language: Language| -> Vec<(char, char)> {
        let pairs = language.pairs(section::KEYBOARD);
        pairs.filter_map(|(key, letter)| Some((key.chars().next()?, letter.chars().next()?))).collect()
    };
    let keys = Language::all().map(of).filter(|keys| !keys.is_empty());
    keys.flat_map(|keys| {
        let back = keys.iter().map(|(key, letter)| (*letter, *key)).collect();
        [keys.into_iter().collect(), back]
    })
    .collect()
});

/// The text as the same keys give it in other layouts, each once, in the text's case; none where it has no letter of the
/// layout it would come from.
#[must_use]
pub fn in_other_layouts(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for layout in LAYOUTS.iter() {
        let mut letters = 0;
        let other: String = text
            .chars()
            .map(|typed| {
                let small = typed.to_lowercase().next().unwrap_or(typed);
                let Some(key) = layout.get(&small) else { return typed };
                letters += usize::from(typed.is_alphabetic());
                if typed.is_uppercase() { key.to_uppercase().next().unwrap_or(*key) } else { *key }
            })
            .collect();
        if letters > 0 && !found.contains(&other) {
            found.push(other);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::in_other_layouts;

    #[test]
    fn the_same_keys_are_read_in_another_layout() {
        for (typed, meant) in [
            ("Kfdhjd", "Лавров"),
            ("Дфмкщм", "Lavrov"),
            ("йгщеуы", "quotes"),
            ("rkbvtyrj", "клименко"),
            ("Cvbhyjd", "Смирнов"),
        ] {
            assert!(
                in_other_layouts(typed).contains(&meant.to_owned()),
                "{typed}: {:?}",
                in_other_layouts(typed)
            );
        }
        assert_eq!(in_other_layouts("2026"), Vec::<String>::new());
        assert_eq!(in_other_layouts("北京"), Vec::<String>::new());
    }
}
