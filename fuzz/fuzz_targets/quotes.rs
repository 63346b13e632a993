//! Plain text → quotes, in a language that the first byte chooses by its words: nothing panics, every quote is the text at its
//! offsets, quotes stand in order, and what was counted stays within the budget of an article.

#![no_main]

use attache::article::{Given, from_text};
use attache::brief::quotes;
use libfuzzer_sys::fuzz_target;

/// Sentences that tell the language of what follows.
const HEADS: [&str; 5] = [
    "The minister of the coast said on Monday that the talks with the islands would go on. ",
    "Der Minister der Küste sagte am Montag, dass die Gespräche mit den Inseln weitergehen. ",
    "Le ministre de la côte a déclaré lundi que les entretiens avec les îles se poursuivraient. ",
    "El ministro de la costa dijo el lunes que las conversaciones con las islas seguirían. ",
    "Министр побережья сказал в понедельник, что переговоры с островами продолжатся. ",
];

fuzz_target!(|data: (u8, &str)| {
    let (choice, rest) = data;
    let text = format!("{}{rest}", HEADS[usize::from(choice) % HEADS.len()]);
    let article = from_text(&text, &Given::default());
    let mut start = 0;
    for quote in quotes::find(&article) {
        assert_eq!(article.text.get(quote.span.start..quote.span.end), Some(quote.text.as_str()));
        assert!(quote.span.start >= start);
        start = quote.span.start;
    }
});
