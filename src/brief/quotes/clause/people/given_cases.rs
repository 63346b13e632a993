//! First names that no table knows, in another case: what they are in the first, where the surname beside them tells the case.

use crate::languages::{ByLanguage, section};
use crate::text::Language;

static CASES: ByLanguage<GivenCases> = ByLanguage::new(GivenCases::read);

/// The name `given` in the first case, beside the surname `told` that is `plain` in the first, all in lower case; of a
/// `woman` beside a surname without other cases.
#[must_use]
pub(crate) fn given_in_first_case(
    language: Language,
    given: &str,
    [told, plain]: [&str; 2],
    woman: bool,
) -> Option<String> {
    CASES.of(language).first_case(given, [told, plain], woman)
}

/// Endings of first names by the endings of the surnames beside them.
#[derive(Debug, Default)]
struct GivenCases(Vec<Case>);

#[derive(Debug)]
struct Case {
    /// Endings of the surname; none where it has no other cases.
    surname: Vec<String>,
    /// Endings of the first name, each with the one in the first case; none where that is not certain.
    given: Vec<(String, Option<String>)>,
}

impl GivenCases {
    /// Those of `language`.
    fn read(language: Language) -> Self {
        Self(language.lines(section::GIVEN_CASE).filter_map(case).collect())
    }

    fn first_case(&self, given: &str, [told, plain]: [&str; 2], woman: bool) -> Option<String> {
        let shared = told.chars().zip(plain.chars()).take_while(|(one, other)| one == other);
        let len: usize = shared.map(|(letter, _)| letter.len_utf8()).sum();
        let ending = told.get(len..)?;
        let fits = |case: &&Case| match ending {
            "" => case.surname.is_empty() && woman,
            _ => case.surname.iter().any(|own| own == ending),
        };
        let endings = self.0.iter().filter(fits).flat_map(|case| &case.given);
        let (ending, first) = endings
            .filter(|(ending, _)| given.ends_with(ending.as_str()))
            .max_by_key(|(ending, _)| ending.len())?;
        Some(format!("{}{}", given.strip_suffix(ending.as_str())?, first.as_deref()?))
    }
}

/// `а ого: а=0 ея=ей`.
fn case(line: &str) -> Option<Case> {
    let (surname, given) = line.split_once(':')?;
    let ending = |written: &str| if written == "0" { String::new() } else { written.to_owned() };
    let pair = |word: &str| {
        let (own, first) = word.split_once('=')?;
        Some((own.to_owned(), Some(ending(first)).filter(|_| first != "?")))
    };
    Some(Case {
        surname: surname.split_whitespace().map(ending).filter(|ending| !ending.is_empty()).collect(),
        given: given.split_whitespace().filter_map(pair).collect(),
    })
}
