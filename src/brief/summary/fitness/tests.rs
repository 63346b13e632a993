use crate::text::Language::{English, French, German, Russian, Spanish};

use super::*;

#[test]
fn lets_clean_sentences_through() {
    for (language, sentence) in [
        (English, "The two ministers signed a treaty on fishing rights in Halmstad on Friday."),
        (English, "\"The treaty is a beginning,\" Prime Minister Ruth Okello said on Friday."),
        (English, "Okello said she would send the treaty to parliament before the summer."),
        (English, "The ministry said it had received the letter."),
        (Russian, "Министры двух стран подписали в пятницу договор о рыболовстве."),
        (Russian, "«Договор станет началом», — сказал министр Громов."),
        (German, "„Der Vertrag ist ein Anfang“, sagte die Ministerin Weiler am Freitag."),
        (French, "Les deux ministres ont signé vendredi un accord sur la pêche."),
        (Spanish, "Los ministros de los dos países firmaron el viernes un acuerdo de pesca."),
    ] {
        let found = judge(sentence, language);
        assert!(found.fit && !found.leans && !found.noise, "{sentence} {found:?}");
    }
}

#[test]
fn refuses_what_no_reader_should_get() {
    for (why, language, sentence) in [
        ("half of a quotation", English, "\"We will sign the treaty, Okello said on Friday."),
        ("half of a quotation", English, "The treaty is done,” Okello said on Friday evening."),
        ("a bare quotation", English, "\"The treaty is only a beginning for all.\""),
        ("half of a quotation", Russian, "«Мы подписали договор о рыболовстве. "),
        ("half of a quotation", German, "„Der Vertrag ist nur ein Anfang, sagte Weiler."),
        ("first person", English, "In Halmstad we watched the boats come home."),
        ("first person", English, "I’ve covered these talks for eleven years now."),
        ("first person", Russian, "В порту мы видели десятки старых лодок."),
        ("first person", German, "Im Hafen sahen wir Dutzende alter Boote."),
        ("first person", French, "Au port, nous avons vu des dizaines de bateaux."),
        ("first person", Spanish, "En el puerto, nosotros vimos decenas de barcos."),
        ("a question", English, "Will the treaty hold until the next election?"),
        ("a question", Spanish, "¿Resistirá el acuerdo hasta las próximas elecciones?"),
        ("promotion", English, "Sign up for the morning letter on the talks here."),
        ("promotion", German, "Lesen Sie hier alles über die Gespräche im Hafen."),
        ("a credit", English, "Ruth Okello contributed to this report from the port."),
        ("an address", English, "Details stand on www.example.org for all to read."),
        ("shouting", English, "WATCH THE BOATS COME HOME TONIGHT."),
        ("no end", English, "Fishing boats in the port of Halmstad on Friday"),
        ("a parted stop", English, "Fishing boats sail home from the port of Halmstad ."),
        ("a scrap", English, "The boats sailed."),
        ("an open bracket", English, "The boats (some of them old sailed home on Friday."),
        ("no beginning", English, "and the boats sailed home on Friday night."),
    ] {
        assert!(!judge(sentence, language).fit, "{why}: {sentence}");
    }
}

#[test]
fn sees_what_points_back() {
    for (language, sentence) in [
        (English, "He signed the treaty on fishing rights on Friday."),
        (English, "It's the first treaty of its kind in the region."),
        (English, "That led both sides to close the port."),
        (English, "The latter closed the port for eleven days."),
        (English, "The two have closed the port for eleven days."),
        (English, "On Friday, he signed the treaty on fishing rights."),
        (English, "In Halmstad, she spoke to the crews for an hour."),
        (English, "In a statement, it denied that the port was closed."),
        (English, "Officials said he had left the port at night."),
        (English, "\"She is the best captain,\" Okello said of the winner."),
        (Russian, "Он подписал договор о рыболовстве в пятницу."),
        (Russian, "По его словам, порт останется закрыт до весны."),
        (German, "Er unterschrieb den Vertrag am Freitag im Hafen."),
        (French, "Il a signé vendredi un accord sur la pêche."),
        (Spanish, "Ella firmó el viernes un acuerdo de pesca."),
    ] {
        assert!(judge(sentence, language).leans, "{sentence}");
    }
}

#[test]
fn acronyms_initials_and_numerals_are_no_pronouns() {
    for (language, sentence) in [
        (English, "The US closed its port to foreign boats on Friday."),
        (English, "Officers of the C.I.A. closed the port to foreign boats on Friday."),
        (English, "The boats had lain in the port since World War I and were sold."),
        (English, "IT workers of the port walked out over their pay on Friday."),
        (Spanish, "El MI cerró el viernes el puerto a los barcos extranjeros."),
        (German, "Der Sender WIR hat am Freitag seinen Betrieb im Hafen eingestellt."),
    ] {
        let judged = judge(sentence, language);
        assert!(judged.fit && !judged.leans, "{sentence}: {judged:?}");
    }
    for (language, sentence) in [
        (English, "I closed the port to foreign boats on Friday night."),
        (English, "On Friday I closed the port to all foreign boats."),
        (English, "They told us to leave the port before dawn on Friday."),
        (German, "Am Freitag haben wir den Hafen für alle geschlossen."),
    ] {
        assert!(!judge(sentence, language).fit, "{sentence}");
    }
}
