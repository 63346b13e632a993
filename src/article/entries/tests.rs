use super::*;
use crate::article::{Given, from_text};

/// The first letters of each paragraph of the body.
fn heads(text: &str) -> Vec<String> {
    let article = from_text(text, &Given::default());
    article.body().map(|span| span.of(text).chars().take(12).collect()).collect()
}

/// What is left of a line in an article with two such.
fn left(language: &str, line: &str) -> String {
    let text = format!("{line}\n\n{line} ");
    let split = text.find('\n').unwrap_or_default();
    let mut blocks =
        [Span::new(0, split), Span::new(split + 2, text.len())].map(|span| Block { span, role: Role::Body });
    leave_out_hours(&text, &mut blocks, Language::coded(language));
    blocks[0].span.of(&text).to_owned()
}

#[test]
fn an_hour_at_the_head_is_cut() {
    for (language, line, due) in [
        ("en", "19:12 The dam gave way.", "The dam gave way."),
        ("en", "14:10 GMT Union leader Bo Krog spoke.", "Union leader Bo Krog spoke."),
        ("en", "7.12pm The dam gave way.", "The dam gave way."),
        ("en", "7:12 p.m. ET: The dam gave way.", "The dam gave way."),
        ("en", "[19:12] The dam gave way.", "The dam gave way."),
        ("en", "19:45 – “We stop,” she said.", "“We stop,” she said."),
        ("de", "19.12 Uhr: Der Damm ist gebrochen.", "Der Damm ist gebrochen."),
        ("de", "19:12 Uhr MEZ – Der Damm ist gebrochen.", "Der Damm ist gebrochen."),
        ("fr", "19h12 - Le barrage a cédé.", "Le barrage a cédé."),
        ("fr", "19 h 12 Le barrage a cédé.", "Le barrage a cédé."),
        ("es", "19:12 h. ", "19:12 h. "),
        ("es", "19:12 h La presa ha cedido.", "La presa ha cedido."),
        ("it", "Ore 19:12 - La diga ha ceduto.", "La diga ha ceduto."),
        ("pt", "19h12 — A barragem cedeu.", "A barragem cedeu."),
        ("pl", "Godz. 19:12. ", "Godz. 19:12. "),
        ("pl", "godz. 19.12 – Tama pękła.", "Tama pękła."),
        ("ru", "18:40 МСК Плотина прорвана.", "Плотина прорвана."),
        ("ru", "18:40 (мск) Плотина прорвана.", "Плотина прорвана."),
        ("uk", "18:40 (за Києвом) Греблю прорвало.", "Греблю прорвало."),
        ("tr", "Saat 19.12 - Baraj yıkıldı.", "Baraj yıkıldı."),
        ("ar", "19:12 بتوقيت غرينتش: انهار السد.", "انهار السد."),
        ("fa", "۱۹:۱۲ سد شکست.", "سد شکست."),
        ("zh", "19:12 大坝决口。", "大坝决口。"),
        ("ja", "19:12　ダムが決壊した。", "ダムが決壊した。"),
    ] {
        assert_eq!(left(language, line).trim(), due.trim(), "{line}");
    }
}

#[test]
fn an_hour_of_the_sentence_stays() {
    for (language, line) in [
        ("en", "19:12 was the last minute of the game."),
        ("en", "9:30 - 10:15 Registration"),
        ("en", "3.45 million people live there."),
        ("en", "19.12 Million people live there."),
        ("en", "25:10 The psalm goes on."),
        ("en", "1:0 Harton wins."),
        ("de", "Um 19:12 Uhr brach der Damm."),
        ("de", "19.12 Der Tag im Rückblick"),
        ("ru", "19.12 Президент подписал указ."),
        ("ru", "В 18:40 плотина была прорвана."),
        ("tr", "19.12'de baraj yıkıldı."),
        ("zh", "15时20分，大坝决口。"),
        ("zh", "北京时间19:12，大坝决口。"),
        ("zh", "15时20分大坝决口。"),
    ] {
        assert_eq!(left(language, line).trim(), line, "{line}");
    }
}

#[test]
fn one_line_alone_needs_a_mark_or_a_zone() {
    let lead = "The council met on Monday to speak of the dam and of the money.\n\n";
    assert_eq!(
        heads(&format!("{lead}20:20 Vision is the name of the plan of the council.\n"))[1],
        "20:20 Vision"
    );
    assert_eq!(
        heads(&format!("{lead}20:20 GMT The dam gave way on Monday, police said.\n"))[1],
        "The dam gave"
    );
    assert_eq!(
        heads(&format!("{lead}20:20 – The dam gave way on Monday, police said.\n"))[1],
        "The dam gave"
    );
}

#[test]
fn the_hour_before_a_line_is_told() {
    let text =
        "18:05 The dam gave way on Monday, police said.\n\n17:40 The wall was wet on Monday, police said.\n";
    let article = from_text(text, &Given::default());
    let hours: Vec<_> = article.body().map(|span| hour_before(text, span, article.language)).collect();
    assert_eq!(hours, [Some(1085), Some(1060)]);
}

#[test]
fn a_short_entry_is_a_paragraph_and_a_line_of_a_list_is_none() {
    let text = "Bridge in Harton: updates\n\n18:20 Divers have found a third car in the river.\n\n17:40 Trains stop at Harton.\n\n\
16:40 The middle arch of the Old Bridge fell into the river.\n\n15:10 Harbour opens in May\n";
    assert_eq!(heads(text), ["Divers have ", "Trains stop ", "The middle a"]);
}
