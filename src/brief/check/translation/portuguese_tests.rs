//! Translations of invented Portuguese quotes into English that may be shown, and such as may not.

use super::*;
use crate::article::{Given, from_text};

/// Quotes of a Portuguese page, each with what a translation says it is and what becomes of that.
fn of_portuguese(cases: &[(&str, &str, &'static str)]) -> Vec<String> {
    let fate = |(of, text, due): &(&str, &str, &'static str)| {
        let article = Article { language: Language::coded("pt"), ..from_text(of, &Given::default()) };
        let translations = Translations::of(&article, Language::coded("en")).unwrap();
        let reject = translations.fault(of, text, false);
        let got = reject.as_ref().map_or("kept", Reject::code);
        (got != *due).then(|| format!("{text}: {due} was due, {reject:?}"))
    };
    cases.iter().filter_map(fate).collect()
}

#[test]
fn quotes_in_portuguese_are_compared_with_english() {
    let cases = [
        ("Nunca aceitámos nada disso.", "We never accepted any of that.", "kept"),
        ("Nunca aceitámos nada disso.", "We always accepted that.", "negation"),
        ("Não sairemos de Genebra sem um acordo.", "We will not leave Geneva without a deal.", "kept"),
        ("Não saímos, não pagamos e não cedemos.", "We do not leave, do not pay and do not give in.", "kept"),
        ("Não saímos, não pagamos e não cedemos.", "We do not leave, we pay and we give in.", "negation"),
        ("Não sairemos de Genebra sem um acordo.", "We will not leave Geneva with a deal.", "negation"),
        ("Não sairemos de Genebra sem um acordo.", "We will not leave Munich without a deal.", "name"),
        (
            "Gastámos 4,5 mil milhões de euros em trinta e dois navios.",
            "We spent 4.5 billion euros on 32 ships.",
            "kept",
        ),
        (
            "Gastámos 4,5 mil milhões de euros em trinta e dois navios.",
            "We spent 4.5 million euros on 32 ships.",
            "number",
        ),
        (
            "Gastámos 4,5 mil milhões de euros em trinta e dois navios.",
            "We spent 4.5 billion euros on 30 ships.",
            "number",
        ),
        (
            "Gastámos 4,5 mil milhões de euros em trinta e dois navios.",
            "We spent 4.5 billion dollars on 32 ships.",
            "number",
        ),
        (
            "A Noruega vai retirar as tropas na quinta-feira.",
            "Norway will withdraw its troops on Thursday.",
            "kept",
        ),
        (
            "A Noruega vai retirar as tropas na quinta-feira.",
            "Norway will withdraw its troops on Friday.",
            "exact",
        ),
        (
            "A Noruega vai retirar as tropas na quinta-feira.",
            "Sweden will withdraw its troops on Thursday.",
            "name",
        ),
        ("Halvorsen quer um cessar-fogo.", "Halvorsen wants a ceasefire.", "kept"),
        ("Halvorsen quer um cessar-fogo.", "Tolvanen wants a ceasefire.", "name"),
        ("A fronteira abre amanhã. Ninguém duvida.", "The border opens tomorrow. No one doubts it.", "kept"),
        (
            "A fronteira abre amanhã. Ninguém duvida.",
            "The border closes tomorrow. No one doubts it.",
            "opposite",
        ),
        ("O bombardeamento tem de parar.", "The bombardment must stop.", "kept"),
        ("O ruído tem de parar.", "The bombardment must stop.", "novel"),
        ("As negociações vão continuar.", "The negotiations will be accepted.", "kept"),
        ("Pedimos 200 milhões de euros.", "We ask for EUR 200 million.", "kept"),
        (
            "Pedimos 200 milhões de euros para que as escolas não fechem.",
            "Pedimos 200 milhões de euros para que as escolas não fechem neste inverno.",
            "language",
        ),
    ];
    assert_eq!(of_portuguese(&cases), Vec::<String>::new());
}

#[test]
fn of_several_sentences_each_is_held_against_its_own() {
    let two = "Mandámos 40 camiões na terça-feira. Pedimos 40 milhões de euros e não recebemos nada.";
    let three = "Ninguém pediu isto. Não é um castigo. A porta não está fechada.";
    let cases = [
        (
            two,
            "We sent 40 lorries on Tuesday. We asked for 40 million euros and did not get anything.",
            "kept",
        ),
        (two, "We sent lorries on Tuesday. We asked for 40 million euros and did not get 40.", "number"),
        (
            two,
            "We sent 40 million lorries. On Tuesday we asked for 40 euros and did not get anything.",
            "number",
        ),
        (
            two,
            "We sent 40 lorries. On Tuesday we asked for 40 million euros and did not get anything.",
            "exact",
        ),
        (
            two,
            "We did not send 40 lorries on Tuesday. We asked for 40 million euros and got something.",
            "negation",
        ),
        (three, "No one asked for this. It is not a punishment. The door is not closed.", "kept"),
        (
            three,
            "No one asked for this. It is a punishment. The door is not, and never was, closed.",
            "negation",
        ),
        // a sentence made of two: as wholes
        (three, "No one asked for this, and it is not a punishment. The door is not closed.", "kept"),
        (three, "No one asked for this, and it is a punishment. The door is not closed.", "negation"),
        (
            "Vieram 3 navios. Ficaram 3 navios. Partiram 2.",
            "Three ships came and ships stayed. Two left.",
            "number",
        ),
        ("A Noruega assinou. A Suécia recusou o texto.", "Sweden signed. Norway refused the text.", "name"),
    ];
    assert_eq!(of_portuguese(&cases), Vec::<String>::new());
}
