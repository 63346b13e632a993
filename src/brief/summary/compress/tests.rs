use crate::article::{Given, from_text};
use crate::text::Language;

use super::*;

fn shortened(sentence: &str, language: Language) -> String {
    let kept = pieces(sentence, Span::whole(sentence), language);
    kept.iter().map(|piece| piece.of(sentence)).collect()
}

#[test]
fn leaves_out_what_a_reader_does_not_miss() {
    for (language, given, due) in [
        (
            Language::coded("en"),
            "The dam (built in 1961) holds 40 million tonnes.",
            "The dam holds 40 million tonnes.",
        ),
        (
            Language::coded("en"),
            "However, Halmstad kept its border closed all week.",
            "Halmstad kept its border closed all week.",
        ),
        (Language::coded("en"), "But the two sides kept talking.", "But the two sides kept talking."),
        (
            Language::coded("en"),
            "The fleet will stay in port, Admiral Ruth Okello said at a briefing on Monday.",
            "The fleet will stay in port, Admiral Ruth Okello said.",
        ),
        (
            Language::coded("en"),
            "The fleet will stay in port, Admiral Ruth Okello said after she resigned.",
            "The fleet will stay in port, Admiral Ruth Okello said after she resigned.",
        ),
        (
            Language::coded("en"),
            "In a statement, the admiralty said on Monday the fleet would stay in port.",
            "In a statement, the admiralty said on Monday the fleet would stay in port.",
        ),
        (
            Language::coded("en"),
            "After the vote, the fleet will stay in port, Admiral Ruth Okello said at a briefing on Monday.",
            "After the vote, the fleet will stay in port, Admiral Ruth Okello said.",
        ),
        (
            Language::coded("fr"),
            "Lors d'une visite au port, l'amirale a déclaré lundi que la flotte resterait.",
            "Lors d'une visite au port, l'amirale a déclaré lundi que la flotte resterait.",
        ),
        (
            Language::coded("de"),
            "Nach der Sitzung in Kiel, sagte die Admiralin am Montag, werde die Flotte im Hafen bleiben.",
            "Nach der Sitzung in Kiel, sagte die Admiralin am Montag, werde die Flotte im Hafen bleiben.",
        ),
        (
            Language::coded("en"),
            "\"The dam (our dam) will hold for years,\" Ruth Okello said.",
            "\"The dam (our dam) will hold for years,\" Ruth Okello said.",
        ),
        (
            Language::coded("ru"),
            "Однако Громов не назвал сроков новой встречи.",
            "Громов не назвал сроков новой встречи.",
        ),
        (
            Language::coded("de"),
            "Allerdings Weiler (SPD) blieb der ganzen Sitzung fern.",
            "Weiler blieb der ganzen Sitzung fern.",
        ),
    ] {
        assert_eq!(shortened(given, language), due, "{given}");
    }
}

#[test]
fn cuts_datelines() {
    for (given, due) in [
        ("(CNN)The ferry sank.", "The ferry sank."),
        ("Port Ellis, Ontario (CNN) -- The ferry sank.", "The ferry sank."),
        ("HALMSTAD (Reuters) - The ferry sank.", "The ferry sank."),
        ("HALMSTAD, February 14. /TASS/. The ferry sank.", "The ferry sank."),
        ("HALMSTAD — The ferry sank.", "The ferry sank."),
        ("ХАЛЬМСТАД, 14 фев — РИА Новости. Паром затонул.", "Паром затонул."),
        ("Halmstad (dpa) - Die Fähre sank.", "Die Fähre sank."),
        ("Halmstad (npa) - Die Fähre sank.", "Die Fähre sank."),
        ("The ferry (Line A) sank.", "The ferry (Line A) sank."),
        ("Ellis Marine (NYSE) shares fell.", "Ellis Marine (NYSE) shares fell."),
        ("The ferry sank. The mayor (CNN) wept.", "The ferry sank. The mayor (CNN) wept."),
    ] {
        let article = from_text(given, &Given::default());
        let found = without_dateline(&article, Span::whole(given), 0);
        assert_eq!(found.of(given), due, "{given}");
    }
}
