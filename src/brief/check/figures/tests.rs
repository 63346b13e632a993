//! Numbers in digits of invented sentences, each in the way of its language.

use crate::article::{Given, from_text};
use crate::brief::check::numbers::{across, numbers};
use crate::brief::check::single::Against;
use crate::brief::check::words::tokens;
use crate::text::{Language, Span};

/// The numbers of a text.
fn number(text: &str, language: &str) -> String {
    let cut = tokens(text, Span::whole(text), Language::coded(language));
    numbers(text, &cut).iter().map(|number| number.trim()).collect::<Vec<_>>().join("; ")
}

#[test]
fn the_marks_of_a_number_are_those_of_its_language() {
    for (language, text, due) in [
        ("en", "2.375 percent", "2.375 %"),
        ("en", "2,375 percent", "2375 %"),
        ("en", "1.125 million", "1125000"),
        ("en", "8.2 million", "8200000"),
        ("en", "4.000 troops", "“4.000”"),
        ("en", "2.500 million", "“2.500”×1000000"),
        ("en", "0.375", "0.375"),
        ("en", "5.50 euros", "5.5 €"),
        ("en", "1,234,567.89", "1234567.89"),
        ("en", "12,34,567", "1234567"),
        ("en", "1,00,000", "100000"),
        ("en", "1234.567", "1234.567"),
        ("en", "2027", "2027"),
        ("en", "the 14th", "14"),
        ("en", "4:12", "4.12"),
        ("en", "12.03.2024", "“12.03.2024”"),
        ("en", "from 10-12", "10; 12"),
        ("en", "On February 14 200 people", "february 14; 200"),
        ("de", "4.000 Soldaten", "4000"),
        ("de", "4,000 Soldaten", "“4,000”"),
        ("de", "1,125 Kronen", "1.125"),
        ("de", "1.234.567,89", "1234567.89"),
        ("de", "16.30 Uhr", "16.3"),
        ("de", "3\u{202f}500 Soldaten", "3500"),
        ("de", "1’250’000 Franken", "1250000"),
        ("fr", "3\u{a0}500,5", "3500.5"),
        ("ru", "12 345 человек", "12345"),
        ("ru", "1,125", "1.125"),
        ("ru", "1.125", "“1.125”"),
        ("es", "1.125 coronas", "“1.125”"),
        ("es", "1,125 coronas", "“1,125”"),
        ("es", "3,5 y 3.5", "3.5; 3.5"),
        ("fa", "۲٫۳۷۵", "2.375"),
        ("fa", "۴٬۰۰۰", "4000"),
        ("fa", "۴,۰۰۰", "4000"),
        ("ar", "٢٫٣٧٥", "2.375"),
        ("ar", "٤٬٠٠٠", "4000"),
        ("ar", "٢٠٢٧", "2027"),
        ("ar", "1.125", "“1.125”"),
    ] {
        assert_eq!(number(text, language), due, "{language}: {text}");
    }
}

#[test]
fn marks_of_thousands_are_told() {
    for (text, due) in [("2027", true), ("2,027 men", false), ("2\u{a0}027 hommes", false)] {
        assert_eq!(tokens(text, Span::whole(text), Language::coded("en"))[0].unmarked(), due, "{text}");
    }
}

#[test]
fn in_another_language_the_marks_are_those_of_that_language() {
    let read = |text: &str, language: &str| {
        across(text, &tokens(text, Span::whole(text), Language::coded(language)))
    };
    for (from, one, to, other, same) in [
        ("en", "2.375", "de", "2,375", true),
        ("en", "2.375", "de", "2.375", false),
        ("en", "4,000", "de", "4.000", true),
        ("en", "4,000", "de", "4,000", false),
        ("en", "4,000", "ru", "4 000", true),
        ("en", "4,000", "ru", "4000", true),
        ("en", "4.000", "de", "4,000", true),
        ("en", "4.000", "de", "4", false),
        ("en", "4.000", "de", "4.000", false),
        ("es", "1.125", "en", "1,125", true),
        ("es", "1,200", "en", "1,200", true),
        ("es", "1.200", "en", "1,200", true),
        ("pt", "1.200", "en", "1.200", false),
        ("en", "12.03.2024", "de", "12.03.2024", true),
    ] {
        assert_eq!(read(one, from) == read(other, to), same, "{from} {one}, {to} {other}");
    }
}

#[test]
fn a_sentence_with_another_value_is_not_shown() {
    for (language, text, number, others) in [
        (
            "en",
            "The central bank of Norland raised its key rate to NUMBER percent on Tuesday after a long meeting in Harstad.",
            "2.375",
            &["2,375", "2375"][..],
        ),
        (
            "en",
            "The shipyard in Harstad paid every welder a bonus of NUMBER crowns for the work of the whole winter.",
            "1,125",
            &["1.125"],
        ),
        (
            "en",
            "The government of Norland sent NUMBER troops to the border with Karelia on Tuesday after the talks had failed.",
            "4,000",
            &["4.000", "4"],
        ),
        (
            "en",
            "The government of Norland sent NUMBER troops to the border with Karelia on Tuesday after the talks had failed.",
            "4.000",
            &["4,000", "4"],
        ),
        (
            "de",
            "Die Regierung von Norland hat am Dienstag nach den Gesprächen NUMBER Soldaten an die Grenze zu Karelien geschickt.",
            "4.000",
            &["4,000", "4"],
        ),
        (
            "fr",
            "Le gouvernement de la Norlande a envoyé mardi NUMBER soldats à la frontière avec la Carélie après les pourparlers.",
            "3 500",
            &["500", "3,500", "3"],
        ),
        (
            "es",
            "El gobierno de Norlandia envió el martes NUMBER soldados a la frontera con Carelia después de las conversaciones.",
            "1.125",
            &["1,125", "1125"],
        ),
    ] {
        let (told, language) = (text.replace("NUMBER", number), Language::coded(language));
        let article = from_text(&told, &Given::default());
        assert_eq!(article.language, language, "{told}");
        let against = Against::of(&article, &[]);
        // in other words than the article's sentence, sign for sign
        let said =
            |number: &str| text.replace("NUMBER", number).replace(" long ", " ").replace(" whole ", " ");
        assert_eq!(against.fault(&said(number)), None, "{told}");
        for other in others {
            assert!(against.fault(&said(other)).is_some(), "{told} {other}");
        }
    }
}
