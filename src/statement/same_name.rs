//! Whether two names as they are written are one name: over scripts and transliterations, with or without what stands in
//! the middle.
//!
//! Stricter than [`Name::can_be`](super::Name::can_be), which compares two who are known to have said the same: whoever is
//! taken for another here is shown under the other's name.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::romanise::{apart, consonants, romanised};
use crate::languages::{self, caseless};
use crate::text::{fold, is_unspaced, one_letter};

/// How far two spellings of one word may be apart over scripts, as a share of the longer one.
const OVER_SCRIPTS: f32 = 0.2;

/// From this many letters on a first name may have other vowels inside: Mohammed, Muhammad.
const LONG: usize = 7;

/// Letters of a surname before a first name that is written to it; of one letter too many names have the same.
const SURNAME: std::ops::RangeInclusive<usize> = 2..=3;

/// Such surnames.
static SURNAMES: LazyLock<HashSet<Cow<'static, str>>> = LazyLock::new(|| {
    let listed = languages::words(caseless::SURNAME);
    listed.filter(|name| name.chars().all(is_unspaced) && SURNAME.contains(&name.chars().count())).collect()
});

/// What two names have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// The same first name and surname.
    Same,
    /// One of them is the surname of the other alone, or has an initial for the first name.
    Short,
    /// They are two.
    Other,
}

/// Compares two names.
#[must_use]
pub fn likeness(one: &str, other: &str) -> Likeness {
    let (one, other) = (words(one), words(other));
    let (Some((family, before)), Some((surname, given))) = (one.split_last(), other.split_last()) else {
        return Likeness::Other;
    };
    if before.is_empty()
        && given.is_empty()
        && (family.is_surname_of(surname) || surname.is_surname_of(family))
    {
        return Likeness::Short;
    }
    if !family.is(surname) {
        return Likeness::Other;
    }
    match (before.split_first(), given.split_first()) {
        (None, None) => Likeness::Same,
        (None, Some(_)) | (Some(_), None) => Likeness::Short,
        (Some((first, middle)), Some((name, between))) => {
            if first.is_initial() || name.is_initial() {
                return if first.begins_like(name) { Likeness::Short } else { Likeness::Other };
            }
            let whole = middle.is_empty() || between.is_empty();
            let alike = || middle.len() == between.len() && middle.iter().zip(between).all(|(a, b)| a.is(b));
            if first.is_first_name(name) && (whole || alike()) { Likeness::Same } else { Likeness::Other }
        }
    }
}

/// What all spellings of a surname have in common: its consonants, levelled. Names of other sounds may have it too.
///
/// Of letters that write consonants alone it tells who may be meant, and never who is: [`likeness`] does not compare
/// them with those of another script.
#[must_use]
pub fn sound(name: &str) -> String {
    let words = words(name);
    let Some(family) = words.last() else { return String::new() };
    if let Some(surname) = surname(&family.written) {
        return surname.to_owned();
    }
    family.bones()
}

/// Whether two names, one in letters that write consonants alone and one in others, have the same consonants in their first
/// name and in their surname: one person perhaps, who is asked about and not taken for the other.
#[must_use]
pub fn may_be_one(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let (Some((family, before)), Some((surname, given))) = (one.split_last(), other.split_last()) else {
        return false;
    };
    let (Some(first), Some(name)) = (before.first(), given.first()) else { return false };
    consonants(&family.written).is_some() != consonants(&surname.written).is_some()
        && family.bones() == surname.bones()
        && first.bones() == name.bones()
}

/// True for a first name written to its surname without a space.
#[must_use]
pub fn is_run_together(name: &str) -> bool {
    surname(name).is_some_and(|surname| surname.len() < name.len())
}

/// The surname that a name in letters without spaces begins with, or is.
fn surname(name: &str) -> Option<&str> {
    let ends = name.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let heads = ends.take(*SURNAME.end()).filter_map(|end| name.get(..end));
    heads.filter(|head| SURNAMES.contains(*head)).last()
}

/// A word of a name.
struct Word {
    /// As it is written, folded.
    written: String,
    /// In Latin letters.
    latin: String,
}

fn words(name: &str) -> Vec<Word> {
    let folded: String = fold(name).replace(['\'', '`'], "").chars().map(one_letter).collect();
    let cut = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    cut.map(|word| Word { written: word.to_owned(), latin: romanised(word) }).collect()
}

impl Word {
    fn is(&self, other: &Self) -> bool {
        if self.written == other.written {
            return true;
        }
        if self.is_latin() == other.is_latin() {
            return self.is_latin() && levelled(&self.latin) == levelled(&other.latin);
        }
        let (one, two) = (levelled(&self.latin), levelled(&other.latin));
        let longer = one.chars().count().max(two.chars().count()) as f32;
        let far = apart(&one, &two);
        // less than one letter that sounds quite otherwise, and no ending that makes another's name of it
        far <= OVER_SCRIPTS && far * longer < 1.0 && one.ends_with('a') == two.ends_with('a')
    }

    /// Its consonants, levelled.
    fn bones(&self) -> String {
        skeleton(consonants(&self.written).as_ref().unwrap_or(&self.latin))
    }

    fn is_surname_of(&self, whole: &Self) -> bool {
        is_run_together(&whole.written) && surname(&whole.written) == Some(&self.written)
    }

    fn is_first_name(&self, other: &Self) -> bool {
        let (one, two) = (&self.latin, &other.latin);
        let long = one.len() >= LONG && two.len() >= LONG;
        let ends = one.chars().next_back() == two.chars().next_back();
        self.is(other) || long && ends && skeleton(one) == skeleton(two)
    }

    fn is_latin(&self) -> bool {
        self.written.is_ascii()
    }

    fn is_initial(&self) -> bool {
        self.written.chars().count() == 1
    }

    fn begins_like(&self, other: &Self) -> bool {
        levelled(&self.latin).chars().next() == levelled(&other.latin).chars().next()
    }
}

/// One spelling for what languages write in different letters: `Lawrow`, `Lavrov`; `Sergey`, `Serguei`.
fn levelled(latin: &str) -> String {
    const SAME: [(&str, &str); 18] = [
        ("tsch", "ch"),
        ("sch", "sh"),
        ("tch", "ch"),
        ("cz", "ch"),
        ("sz", "sh"),
        ("ou", "u"),
        ("oo", "u"),
        ("kh", "h"),
        ("ck", "k"),
        ("ph", "f"),
        ("gue", "ge"),
        ("gui", "gi"),
        ("w", "v"),
        ("x", "ks"),
        ("ts", "s"),
        ("z", "s"),
        ("y", "i"),
        ("j", "i"),
    ];
    let same = SAME.iter().fold(latin.to_owned(), |word, (from, to)| word.replace(from, to));
    let mut out = String::with_capacity(same.len());
    for letter in same.chars() {
        match out.chars().next_back() {
            Some(before) if before == letter => {}
            Some('e') if letter == 'i' => {
                out.pop();
                out.push('i');
            }
            _ => out.push(letter),
        }
    }
    out
}

/// The consonants of a word, those of like sound as one.
fn skeleton(latin: &str) -> String {
    let mut out = String::new();
    for letter in levelled(latin).chars() {
        let letter = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'h' => continue,
            'f' => 'v',
            'c' | 'q' => 'k',
            other => other,
        };
        if !out.ends_with(letter) {
            out.push(letter);
        }
    }
    if out.is_empty() { levelled(latin) } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_in_other_letters_is_the_same_and_another_name_is_not() {
        for (one, other, wanted) in [
            ("Сергей Лавров", "Sergey Lavrov", Likeness::Same),
            ("Sergei Lavrov", "Sergej Lawrow", Likeness::Same),
            ("Сергей Викторович Лавров", "Serguei Lavrov", Likeness::Same),
            ("Volodymyr Zelensky", "Volodymyr Zelenskyy", Likeness::Same),
            ("Mohammed Hassan", "Muhammad Hasan", Likeness::Same),
            ("Дональд Трамп", "Donald Trump", Likeness::Same),
            ("José Álvarez", "Jose Alvarez", Likeness::Same),
            ("Trump", "Donald Trump", Likeness::Short),
            ("Лавров", "Sergey Lavrov", Likeness::Short),
            ("S. Lavrov", "Sergey Lavrov", Likeness::Short),
            ("A. Lavrov", "Sergey Lavrov", Likeness::Other),
            ("Mario Rossi", "Maria Rossi", Likeness::Other),
            ("Марио Росси", "Maria Rossi", Likeness::Other),
            ("Ivan Petrov", "Ivana Petrova", Likeness::Other),
            ("Александр Александров", "Александра Александрова", Likeness::Other),
            ("Anna Orlo", "Anton Orlo", Likeness::Other),
            ("Anna Orlo", "Oskar Lindt", Likeness::Other),
            ("Donald Trump", "Donald Trump Jr.", Likeness::Other),
            ("Jan Berg", "Jon Berg", Likeness::Other),
            ("فرهاد مرادی", "فرهاد مرادي", Likeness::Same),
            ("أسامة حمزة", "اسامه حمزه", Likeness::Same),
            ("مرادي", "فرهاد مرادی", Likeness::Short),
            ("فرهاد مرادی", "Farhad Moradi", Likeness::Other),
            ("مراد", "مرادی", Likeness::Other),
            ("高橋", "高橋小百合", Likeness::Short),
            ("長谷川", "長谷川隆一", Likeness::Short),
            ("高橋健", "高橋小百合", Likeness::Other),
            ("林", "林浩宇", Likeness::Other),
            ("", "Anna", Likeness::Other),
        ] {
            assert_eq!(likeness(one, other), wanted, "{one} {other}");
            assert_eq!(likeness(other, one), wanted, "{other} {one}");
        }
    }

    #[test]
    fn names_with_and_without_vowels_may_be_one() {
        for (one, other, wanted) in [
            ("Farhad Moradi", "فرهاد مرادی", true),
            ("Фархад Моради", "فرهاد مرادي", true),
            ("Salim al-Harthi", "سالم الحارثي", true),
            ("Reza Moradi", "فرهاد مرادی", false),
            ("Moradi", "مرادی", false),
            ("فرهاد مرادي", "فرهاد مرادی", false),
            ("Farhad Moradi", "Farhad Moradi", false),
        ] {
            assert_eq!(may_be_one(one, other), wanted, "{one} {other}");
        }
    }

    #[test]
    fn spellings_of_a_surname_have_one_sound() {
        for row in [
            "Лавров Lavrov Lawrow لافروف",
            "Трамп Trump",
            "Макрон Macron",
            "Шольц Scholz",
            "Зеленский Zelenskyy",
            "Moradi مرادي مرادی Моради",
            "Halvorsen هالفورسن",
            "Kazemi کاظمی كاظمي",
        ] {
            let mut sounds: Vec<String> = row.split(' ').map(sound).collect();
            sounds.dedup();
            assert_eq!(sounds.len(), 1, "{row}: {sounds:?}");
        }
        assert_ne!(sound("Lavrov"), sound("Lindt"));
        assert_eq!(sound(""), "");
    }
}
