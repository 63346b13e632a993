//! The numbers of a text, in digits and words of any language, for comparing whole reports.

use super::lexicon::{self, class};
use super::numbers::number;
use super::tokens::cut;
use crate::text::Language;

/// The values of the numbers in a text, in order, each as often as it stands there; days of a month are left out.
#[must_use]
pub fn figures(text: &str, language: Language) -> Vec<f64> {
    let lexicon = lexicon::of(language);
    let tokens = cut(text, lexicon);
    let is_month = |at: Option<usize>| {
        let word = at.and_then(|at| tokens.get(at)).map(|token| token.word.as_str()).unwrap_or_default();
        lexicon.senses(word).iter().flatten().any(|sense| class(sense.key) == Some("month"))
    };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = tokens.get(at..).filter(|rest| !rest.is_empty()) {
        let Some((value, taken)) = number(text, rest, (lexicon, language)) else {
            at += 1;
            continue;
        };
        // December 14, 14 de diciembre
        let beside = [at.checked_sub(1), Some(at + taken), Some(at + taken + 1)];
        if value > 31.0 || !beside.into_iter().any(is_month) {
            found.push(value);
        }
        at += taken;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_a_text_have_one_value_in_every_language_and_days_have_none() {
        for (code, text) in [
            ("en", "On December 14, after fourteen months, 40 ships and 30,000 tonnes passed."),
            ("de", "Am 14. Dezember passierten nach vierzehn Monaten 40 Schiffe mit 30.000 Tonnen."),
            ("ru", "14 декабря, через четырнадцать месяцев, прошли 40 судов с 30 тысячами тонн."),
            ("es", "El 14 de diciembre, tras catorce meses, pasaron cuarenta barcos con 30.000 toneladas."),
        ] {
            let language = Language::from_tag(code).unwrap();
            assert_eq!(figures(text, language), [14.0, 40.0, 30_000.0], "{code}");
        }
    }
}
