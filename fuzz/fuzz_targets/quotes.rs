//! Plain text → quotes, in a language that the first byte chooses by its words: nothing panics, every quote is the text at its
//! offsets, quotes stand in order, and what was counted stays within the budget of an article.

#![no_main]

use attache::article::{Given, from_text};
use attache::brief::quotes;
use libfuzzer_sys::fuzz_target;

/// Sentences that tell the language of what follows.
const HEADS: [&str; 14] = [
    "The minister of the coast said on Monday that the talks with the islands would go on. ",
    "Der Minister der Küste sagte am Montag, dass die Gespräche mit den Inseln weitergehen. ",
    "Le ministre de la côte a déclaré lundi que les entretiens avec les îles se poursuivraient. ",
    "El ministro de la costa dijo el lunes que las conversaciones con las islas seguirían. ",
    "Министр побережья сказал в понедельник, что переговоры с островами продолжатся. ",
    "Il ministro della costa ha detto lunedì che i colloqui con le isole andranno avanti. ",
    "O ministro da costa disse na segunda-feira que as conversações com as ilhas vão continuar. ",
    "Minister wybrzeża powiedział w poniedziałek, że rozmowy z wyspami będą kontynuowane. ",
    "Міністр узбережжя сказав у понеділок, що переговори з островами триватимуть. ",
    "Kıyı bakanı pazartesi günü adalarla görüşmelerin süreceğini söyledi. ",
    "قال وزير الساحل يوم الاثنين إن المحادثات مع الجزر ستستمر. ",
    "وزیر ساحل روز دوشنبه گفت که گفتگوها با جزیره‌ها ادامه خواهد یافت. ",
    "海岸部长星期一表示，与各岛的会谈将继续进行。",
    "海岸大臣は月曜日、島々との協議は続くと述べた。",
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
