//! `The website Q reported that X said: “…” A spokesman called the report false.`: words an outlet relays, of which the
//! article itself tells right behind them that they were not said.
//!
//! Both must stand: the outlet before the words, in their sentence, and the denial of the report, of the quotation or of its
//! having been said in one of the sentences behind it. A fragment stays, and words that are themselves a denial or speak of a
//! report.

use regex::Regex;

use super::disowned::speaks_of_words;
use super::place::Place;
use crate::brief::Kind;
use crate::languages::{ByLanguage, Language, Section, section};
use crate::text::{Span, lower, words};

static RELAYED: ByLanguage<Vec<Regex>> = ByLanguage::new(|language| read(language, section::RELAYED));
static DENIED: ByLanguage<Vec<Regex>> = ByLanguage::new(|language| read(language, section::RELAY_DENIED));

fn read(language: Language, section: Section) -> Vec<Regex> {
    language.lines(section).filter_map(|form| Regex::new(&format!("(?i){form}")).ok()).collect()
}

/// True where an outlet relays the words and the sentences behind deny it.
pub(super) fn is_denied(place: &Place) -> bool {
    let has = |forms: &[Regex], text: &str| forms.iter().any(|form| denies(form, text, place.language));
    let denied = DENIED.of(place.language);
    place.quote.kind == Kind::Direct
        && has(RELAYED.of(place.language), place.head())
        && !has(denied, place.head())
        && !has(denied, place.inner())
        && !speaks_of_words(place)
        && !speaks_of_report(place)
        && place.behind().into_iter().any(|sentence| has(denied, sentence))
}

/// Words before a form within which a negation turns it round: `did not deny the report`.
const NEGATED: usize = 3;

/// True where the form stands in the text and nothing turns it round.
fn denies(form: &Regex, text: &str, language: Language) -> bool {
    let Some(found) = form.find(text) else { return false };
    let before = text.get(..found.start()).unwrap_or_default();
    let negates = |word: &str| {
        let word = lower(word);
        language.words(section::NEGATION).any(|negation| negation == word) || word.ends_with("n't")
    };
    !before.split_whitespace().rev().take(NEGATED).any(negates)
}

/// True where the words themselves speak of a report.
fn speaks_of_report(place: &Place) -> bool {
    let inner = lower(place.inner());
    let of_report = |word: &str| {
        if place.language.profile().unspaced {
            return inner.contains(word);
        }
        words(&inner, Span::whole(&inner)).any(|span| span.of(&inner) == word)
    };
    place.language.words(section::REPORT_WORD).any(|word| of_report(&word))
}

#[cfg(test)]
mod tests {
    use crate::article::{Given, from_text};
    use crate::brief::quotes::find;

    fn said(text: &str) -> Vec<String> {
        find(&from_text(text, &Given::default())).into_iter().map(|quote| quote.text).collect()
    }

    #[test]
    fn relayed_words_that_are_denied_are_nobodys() {
        for text in [
            "The ministry denied a report on Monday that its minister had offered to close the port of Harton.\n\nThe website Quayside reported that Minister Piet Osten told the envoy: “The port can close if the ships stay.” Spokesperson Arne Mitby called the report false. “The minister said no such thing,” Mitby said.",
            "According to the newspaper Kurier, Leonie Strand said at a dinner: “Rates will be at four by Easter, trust me.” The bank said the quotation was invented.",
            "Das Portal Quayside hatte gemeldet, Minister Piet Osten habe dem Botschafter gesagt: „Der Hafen kann schließen, wenn die Schiffe bleiben.“ Ein Sprecher nannte den Bericht falsch.",
            "По данным портала «Причал», министр Пётр Остин сказал послу: «Порт может закрыться, если корабли останутся». Пресс-секретарь назвал сообщение ложным.",
        ] {
            let found = said(text);
            assert!(
                !found.iter().any(|quote| quote.contains("close if")
                    || quote.contains("four by")
                    || quote.contains("schließen")
                    || quote.contains("закрыться")),
                "{found:?}"
            );
        }
    }

    #[test]
    fn other_words_stay() {
        for (text, kept) in [
            (
                "The website Quayside reported that Minister Piet Osten had taken money. “I took nothing,” Osten said. He called the report false.",
                "I took nothing",
            ),
            (
                "The website Quayside reported that Minister Piet Osten told the envoy: “The port can close if the ships stay.” Osten confirmed the report on Monday.",
                "The port can close",
            ),
            (
                "According to the newspaper Kurier, Minister Piet Osten said: “The wall is safe for ten years.” Engineers denied that the wall was safe.",
                "The wall is safe",
            ),
            (
                "According to the newspaper Kurier, Minister Piet Osten said: “The story is invented from end to end.” His office called the report false, too.",
                "The story is invented",
            ),
            (
                "Minister Piet Osten told the envoy: “The port can close if the ships stay.” He called a report on his health false.",
                "The port can close",
            ),
        ] {
            assert!(said(text).iter().any(|quote| quote.contains(kept)), "{text}");
        }
    }
}
