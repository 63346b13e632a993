//! Light stems: what stands before and behind a word is cut off by the lists of its language.

use super::Language;
use crate::languages::{ByLanguage, section};

static AFFIXES: ByLanguage<Affixes> = ByLanguage::new(Affixes::of);

/// What is cut off words, line by line, and what is made of what is left.
#[derive(Debug)]
struct Affixes {
    /// Each with the fewest letters it leaves.
    heads: Vec<Vec<(&'static str, usize)>>,
    endings: Vec<Vec<&'static str>>,
    changes: Vec<(&'static str, &'static str)>,
}

impl Affixes {
    fn of(language: Language) -> Self {
        let heads = language.lines(section::STEM_HEAD).map(|line| {
            let heads = line.split_whitespace().filter_map(|head| head.split_once('='));
            heads.filter_map(|(head, least)| Some((head, least.parse().ok()?))).collect()
        });
        let endings = language.lines(section::STEM_ENDING).map(|line| line.split_whitespace().collect());
        let changes = language.lines(section::STEM_CHANGE).flat_map(str::split_whitespace);
        Self {
            heads: heads.collect(),
            endings: endings.collect(),
            changes: changes.filter_map(|change| change.split_once('=')).collect(),
        }
    }
}

/// The stem of a word in lower case, its letters levelled, of which an ending leaves `least` letters.
pub(super) fn light_stem(word: &str, language: Language, least: usize) -> String {
    let affixes = AFFIXES.of(language);
    let leaves = |rest: &&str, least: usize| rest.chars().count() >= least;
    let mut rest = word;
    for line in &affixes.heads {
        let cut = line
            .iter()
            .filter_map(|(head, least)| rest.strip_prefix(head).filter(|rest| leaves(rest, *least)));
        rest = cut.min_by_key(|rest| rest.len()).unwrap_or(rest);
    }
    for line in &affixes.endings {
        let cut =
            line.iter().filter_map(|ending| rest.strip_suffix(ending).filter(|rest| leaves(rest, least)));
        rest = cut.min_by_key(|rest| rest.len()).unwrap_or(rest);
    }
    let changed =
        affixes.changes.iter().find_map(|(end, becomes)| Some(rest.strip_suffix(end)?.to_owned() + becomes));
    changed.unwrap_or_else(|| rest.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::text::{Language, stem};

    /// Each row the forms of one word; no two rows have a stem in common.
    fn check(language: &str, rows: &[&str]) {
        let language = Language::coded(language);
        let mut seen: Vec<String> = Vec::new();
        for row in rows {
            let mut stems: Vec<String> =
                row.split(' ').map(|word| stem(word, language).into_owned()).collect();
            stems.dedup();
            assert_eq!(stems.len(), 1, "{row}: {stems:?}");
            assert!(!seen.contains(&stems[0]), "{row}: {stems:?}");
            seen.append(&mut stems);
        }
    }

    #[test]
    fn arabic_words_are_one_with_and_without_the_article_and_what_is_written_to_it() {
        check(
            "ar",
            &[
                "محادثات المحادثات والمحادثات بالمحادثات للمحادثات محادثة",
                "اتفاق الاتفاق والاتفاق بالاتفاق للاتفاق اتفاقها",
                "سفينة السفينة بالسفينة سفينه والسفينة",
                "ناقلة الناقلة ناقلات الناقلات",
                "وزير الوزير وزيرة والوزير",
                "أسعار الأسعار اسعار بالأسعار",
                "ولد",
                "حزب",
            ],
        );
    }

    #[test]
    fn polish_words_are_one_in_every_case_and_number() {
        check(
            "pl",
            &[
                "umowa umowy umowie umowę umową umów umowom umowami umowach",
                "tankowiec tankowca tankowcowi tankowcem tankowcu tankowce tankowców tankowcom tankowcach",
                "rozmowa rozmowy rozmów rozmowach rozmowie",
                "polska polskiego polskim polskiej polsce polską Polskę",
                "minister ministra ministrze ministrem ministrów",
                "statek statku statki statków statkiem",
                "sankcja sankcje sankcji sankcjami",
                "wojna wojny wojen wojnie",
                "poseł posła posłowie posłów",
                "wolność wolności wolnością",
                "wybory wyborów wyborach",
                "prezydent prezydenta prezydencie prezydentowi",
                "rząd rządu rządzie rządowy",
                "port portu portem",
            ],
        );
    }

    #[test]
    fn of_a_short_word_enough_is_left() {
        for (word, language) in [("ona", "pl"), ("oko", "pl"), ("ها", "ar"), ("ال", "ar"), ("", "pl")] {
            assert_eq!(stem(word, Language::coded(language)), word, "{word}");
        }
    }
}
