//! The gender that words in marks tell of who says them: `я устала`, `je suis née`, `mio marito`.

use crate::brief::quotes::clause::people::Gender;
use crate::languages::{ByLanguage, section};
use crate::text::{Language, is_letter};

/// Words behind the one that brings in the speaker within which the gender is told.
const REACH: usize = 3;

/// Letters of the shortest word with an ending that tells.
const SHORTEST: usize = 3;

/// A word of whoever speaks, none for any place, with the words and the endings that tell the gender behind it.
struct Telling {
    leader: Option<&'static str>,
    forms: Vec<(&'static str, Gender)>,
}

static TELLING: ByLanguage<Vec<Telling>> = ByLanguage::new(read);

fn read(language: Language) -> Vec<Telling> {
    let parts = language.lines(section::OWN_GENDER).filter_map(|line| line.split_once(':'));
    parts
        .flat_map(|(leaders, forms)| {
            let forms: Vec<(&str, Gender)> = forms.split_whitespace().filter_map(form).collect();
            leaders.split_whitespace().map(move |leader| Telling {
                leader: (leader != "-").then_some(leader),
                forms: forms.clone(),
            })
        })
        .collect()
}

fn form(cell: &'static str) -> Option<(&'static str, Gender)> {
    let (form, gender) = cell.split_once('=')?;
    Some((form, if gender == "f" { Gender::Female } else { Gender::Male }))
}

/// The gender of whoever says the words, if they tell one and never the other.
#[must_use]
pub(crate) fn own_gender(language: Language, words: &str) -> Option<Gender> {
    let telling = TELLING.of(language);
    if telling.is_empty() {
        return None;
    }
    let lower = words.to_lowercase();
    let breaks = |letter: char| !is_letter(letter) && letter != ' ' && letter != '-';
    let told = lower.split(breaks).flat_map(|clause| of_clause(telling, clause));
    let mut genders = told.collect::<Vec<Gender>>();
    genders.dedup();
    genders.first().copied().filter(|_| genders.len() == 1)
}

/// True for words in which one person speaks of himself or herself: `я`, `моя`.
#[must_use]
pub(crate) fn speaks_as_one(language: Language, words: &str) -> bool {
    let lower = words.to_lowercase();
    let mut words = lower.split(|letter: char| !is_letter(letter));
    let leads = |word: &str| TELLING.of(language).iter().any(|one| one.leader == Some(word));
    words.any(leads)
}

fn of_clause(telling: &[Telling], clause: &str) -> Vec<Gender> {
    let words: Vec<&str> = clause.split_whitespace().collect();
    let behind = |place: usize, forms: &[(&'static str, Gender)]| {
        words.iter().skip(place).take(REACH).find_map(|word| gender_of(word, forms))
    };
    let of = |one: &Telling| match one.leader {
        None => words.iter().find_map(|word| gender_of(word, &one.forms)),
        Some(leader) => {
            let at = words.iter().position(|word| *word == leader)?;
            behind(at + 1, &one.forms)
        }
    };
    telling.iter().filter_map(of).collect()
}

/// What a word tells by one of the forms, the longest first; a form with a hyphen before it is an ending.
fn gender_of(word: &str, forms: &[(&'static str, Gender)]) -> Option<Gender> {
    let fits = |form: &&(&'static str, Gender)| match form.0.strip_prefix('-') {
        Some(ending) => word.ends_with(ending) && word.chars().count() >= SHORTEST,
        None => word == form.0,
    };
    forms.iter().filter(fits).max_by_key(|(form, _)| form.len()).map(|(_, gender)| *gender)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_speaks_tells_the_own_gender() {
        for (code, words, gender) in [
            ("ru", "Я вчера купила хлеб", Some(Gender::Female)),
            ("ru", "Мы видели, что я ничего не забыл", Some(Gender::Male)),
            ("ru", "Я вижу, она пришла", None),
            ("ru", "Мой муж не пьёт", Some(Gender::Female)),
            ("uk", "Я тричі писав до міністерства", Some(Gender::Male)),
            ("uk", "Моя дружина співає", Some(Gender::Male)),
            ("pl", "Wróciłam o świcie", Some(Gender::Female)),
            ("pl", "Nigdy tego nie widziałem", Some(Gender::Male)),
            ("pl", "Widziała mnie w oknie", None),
            ("fr", "Je suis née dans ce village", Some(Gender::Female)),
            ("fr", "Ma femme ne dort plus", Some(Gender::Male)),
            ("it", "Non sono mai stata pagata", Some(Gender::Female)),
            ("es", "Estoy muy contenta con el fallo", Some(Gender::Female)),
            ("pt", "Fui criado nesta rua", Some(Gender::Male)),
            ("de", "Mein Mann hat den Ofen gebaut", Some(Gender::Female)),
            ("tr", "Kocam bu köyde doğdu", Some(Gender::Female)),
            ("de", "Ich habe nichts gehört", None),
        ] {
            assert_eq!(own_gender(Language::coded(code), words), gender, "{words}");
        }
    }
}
