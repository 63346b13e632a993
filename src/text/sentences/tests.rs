use proptest::prelude::*;

use super::*;

/// Each case is a text with `|` where a sentence ends; the marks are taken out before cutting.
fn check(language: Language, cases: &[&str]) {
    for case in cases {
        let text = case.replace('|', "");
        let found: Vec<_> = sentences(&text, Span::whole(&text), language)
            .iter()
            .map(|span| span.of(&text).to_owned())
            .collect();
        let due: Vec<_> = case.split('|').map(str::trim).collect();
        assert_eq!(found, due, "{case}");
    }
}

#[test]
fn english() {
    check(
        Language::coded("en"),
        &[
            "The talks ended. |Nobody signed.",
            "Mr. Halden met Gen. Ruiz and Dr. A. B. Ostrov on Jan. 5. |They spoke for an hour.",
            "The U.S. Navy left. |They left the U.S. |The ships followed.",
            "He lives in the U.S. |He said so.",
            "It cost $3.5 million. |That was in 2014. |Prices rose.",
            "“We will sign. |We must,” he said. |Then he left.",
            "“Will you sign?” Petrov asked. |“No!” she said. |Silence.",
            "\"Is it over?\" |\"Not yet.\" |The crowd went home.",
            "It ended.|Then they left. |See www.example.org. |Bye.",
            "He came at 5 p.m. on Monday. |She came at 6 p.m. |It rained.",
            "Acme Inc. said so. |Hail Acme Inc. |The firm denied it.",
            "Vote no. |It matters. |See No. 5 there.",
            "What... |Never mind, she said... and left.",
            "1. Opening remarks were short. |2. Questions followed.",
            "(The text was leaked.) |The ministry was silent.",
            "George W. Harlan spoke. |Plan B. |It failed.",
            "Ministers agreed (see annex 2). |The rest is open.",
        ],
    );
}

#[test]
fn russian() {
    check(
        Language::coded("ru"),
        &[
            "С. В. Громов прибыл в Москву. |А.Б. Лесин остался.",
            "Встреча прошла в 2014 г. в Вене. |Её итоги неизвестны.",
            "Ущерб составил 5 млн руб. |Это много.",
            "Он жил на ул. Садовой в г. Туле. |Потом уехал.",
            "«Мы готовы», — сказал он. |«Ждём ответа».",
            "— Вы готовы? — спросил он. |— Да! |— Хорошо.",
            "Обсуждались нефть, газ и т. д. |Решений нет.",
            "Зачем? |Никто не знает… |Время идёт.",
        ],
    );
}

#[test]
fn german() {
    check(
        Language::coded("de"),
        &[
            "Am 3. Oktober sprach Dr. Weiler. |Der Saal war voll.",
            "Es waren 12. |Der Rest fehlte.",
            "„Wir gehen.“ |Dann ging er.",
            "„Kommt ihr?“ fragte Frau Lenz. |Niemand sprach.",
            "Das gilt z. B. für Wien, d. h. für alle. |Punkt.",
            "Der 2. Weltkrieg endete 1945. |Danach wurde verhandelt.",
        ],
    );
}

#[test]
fn french() {
    check(
        Language::coded("fr"),
        &[
            "M. Durel a parlé. |Mme Vasse a répondu à 15 h. |Fin.",
            "« Nous partons. |Rien ne change », a-t-il dit. |Le reste suit.",
            "« Pourquoi ? » a demandé Mme Vasse. |Personne n’a répondu.",
            "J.-P. Morel est venu. |Les É.-U. |Les alliés suivent.",
        ],
    );
}

#[test]
fn spanish() {
    check(
        Language::coded("es"),
        &[
            "El Sr. Luján habló con la Dra. Prieto. |¿Por qué? |No se sabe.",
            "EE.UU. enviará ayuda. |¡Bien! |Llegará el 3 de mayo.",
            "«Nos vamos.» |Después se fue.",
        ],
    );
}

#[test]
fn italian() {
    check(
        Language::coded("it"),
        &[
            "Ha parlato l'ing. Feldi. |Poi è partito.",
            "Lo dice l’avv. Omar Lindi. |Nessuno risponde.",
            "La nomina dell'on. Porto è di ieri. |Si vota lunedì.",
            "È tornato l'anno. |Il porto riapre.",
        ],
    );
}

#[test]
fn what_is_no_word_is_an_abbreviation_in_any_language() {
    check(
        Language::coded("de"),
        &[
            "Boote der Kl. Vier und Fünf fahren nachts. |Die Gebühr bleibt.",
            "Die Str. Nord ist zu. |Der Hafen auch.",
        ],
    );
    check(
        Language::coded("es"),
        &[
            "El Gobierno de EE. UU. cerrará su consulado. |Otros dos países ya lo hicieron.",
            "Viajó a EE. UU. |El viaje duró un mes.",
            "Las FF. AA. Navales zarparon. |Nadie habló.",
        ],
    );
    check(Language::coded("ru"), &["См. стр. Пять и гл. Шестую договора. |Там всё сказано."]);
    check(
        Language::coded("en"),
        &[
            "Yahoo! Inc. will close its office. |The court acted for a bank.",
            "Vrbl. Harbour is shut. |It was the BBC. |Nobody else came.",
            "Stop! |Nobody moved.",
        ],
    );
}

#[test]
fn lines() {
    check(
        Language::coded("en"),
        &[
            "Short heading |\nThe body follows here",
            "A line that is wrapped by the sender because it is long\ngoes on below. |\nNext one.",
            "No stop here but a blank line stands after this long enough line |\n\nSo it ends.",
            "会议结束。|没有签字。",
        ],
    );
}

#[test]
fn stays_inside_the_given_span() {
    let text = "One. Two. Three.";
    assert_eq!(sentences(text, Span::new(5, 9), Language::coded("en")), [Span::new(5, 9)]);
    assert!(sentences(text, Span::new(3, 900), Language::coded("en")).is_empty());
    assert!(sentences("", Span::whole(""), Language::coded("en")).is_empty());
}

proptest! {
    #[test]
    fn every_letter_is_in_just_one_sentence(text in "(\\PC|[.?!\"“” A-Za-z]){0,80}") {
        for language in [Language::coded("en"), Language::coded("ru"), Language::coded("de"), Language::coded("fi")] {
            let found = sentences(&text, Span::whole(&text), language);
            let mut last = 0;
            let mut kept = String::new();
            for span in found {
                prop_assert!(span.start >= last && span.end > span.start);
                kept.push_str(span.of(&text));
                last = span.end;
            }
            let dense = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(dense(&kept), dense(&text));
        }
    }
}
