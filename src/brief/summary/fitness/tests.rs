use super::*;

#[test]
fn lets_clean_sentences_through() {
    for (language, sentence) in [
        (Language::coded("en"), "The two ministers signed a treaty on fishing rights in Halmstad on Friday."),
        (Language::coded("en"), "\"The treaty is a beginning,\" Prime Minister Ruth Okello said on Friday."),
        (Language::coded("en"), "Okello said she would send the treaty to parliament before the summer."),
        (Language::coded("en"), "The ministry said it had received the letter."),
        (Language::coded("ru"), "Министры двух стран подписали в пятницу договор о рыболовстве."),
        (Language::coded("ru"), "«Договор станет началом», — сказал министр Громов."),
        (Language::coded("de"), "„Der Vertrag ist ein Anfang“, sagte die Ministerin Weiler am Freitag."),
        (Language::coded("fr"), "Les deux ministres ont signé vendredi un accord sur la pêche."),
        (Language::coded("es"), "Los ministros de los dos países firmaron el viernes un acuerdo de pesca."),
    ] {
        let found = judge(sentence, language);
        assert!(found.fit && !found.leans && !found.noise, "{sentence} {found:?}");
    }
}

#[test]
fn refuses_what_no_reader_should_get() {
    for (why, language, sentence) in [
        ("half of a quotation", Language::coded("en"), "\"We will sign the treaty, Okello said on Friday."),
        ("half of a quotation", Language::coded("en"), "The treaty is done,” Okello said on Friday evening."),
        ("a bare quotation", Language::coded("en"), "\"The treaty is only a beginning for all.\""),
        ("half of a quotation", Language::coded("ru"), "«Мы подписали договор о рыболовстве. "),
        ("half of a quotation", Language::coded("de"), "„Der Vertrag ist nur ein Anfang, sagte Weiler."),
        ("first person", Language::coded("en"), "In Halmstad we watched the boats come home."),
        ("first person", Language::coded("en"), "I’ve covered these talks for eleven years now."),
        ("first person", Language::coded("ru"), "В порту мы видели десятки старых лодок."),
        ("first person", Language::coded("de"), "Im Hafen sahen wir Dutzende alter Boote."),
        ("first person", Language::coded("fr"), "Au port, nous avons vu des dizaines de bateaux."),
        ("first person", Language::coded("es"), "En el puerto, nosotros vimos decenas de barcos."),
        ("a question", Language::coded("en"), "Will the treaty hold until the next election?"),
        ("a question", Language::coded("es"), "¿Resistirá el acuerdo hasta las próximas elecciones?"),
        ("promotion", Language::coded("en"), "Sign up for the morning letter on the talks here."),
        ("promotion", Language::coded("de"), "Lesen Sie hier alles über die Gespräche im Hafen."),
        ("a credit", Language::coded("en"), "Ruth Okello contributed to this report from the port."),
        ("an address", Language::coded("en"), "Details stand on www.example.org for all to read."),
        ("shouting", Language::coded("en"), "WATCH THE BOATS COME HOME TONIGHT."),
        ("no end", Language::coded("en"), "Fishing boats in the port of Halmstad on Friday"),
        ("a parted stop", Language::coded("en"), "Fishing boats sail home from the port of Halmstad ."),
        ("a scrap", Language::coded("en"), "The boats sailed."),
        ("an open bracket", Language::coded("en"), "The boats (some of them old sailed home on Friday."),
        ("no beginning", Language::coded("en"), "and the boats sailed home on Friday night."),
    ] {
        assert!(!judge(sentence, language).fit, "{why}: {sentence}");
    }
}

#[test]
fn sees_what_points_back() {
    for (language, sentence) in [
        (Language::coded("en"), "He signed the treaty on fishing rights on Friday."),
        (Language::coded("en"), "It's the first treaty of its kind in the region."),
        (Language::coded("en"), "That led both sides to close the port."),
        (Language::coded("en"), "The latter closed the port for eleven days."),
        (Language::coded("en"), "The two have closed the port for eleven days."),
        (Language::coded("en"), "On Friday, he signed the treaty on fishing rights."),
        (Language::coded("en"), "In Halmstad, she spoke to the crews for an hour."),
        (Language::coded("en"), "In a statement, it denied that the port was closed."),
        (Language::coded("en"), "Officials said he had left the port at night."),
        (Language::coded("en"), "\"She is the best captain,\" Okello said of the winner."),
        (Language::coded("ru"), "Он подписал договор о рыболовстве в пятницу."),
        (Language::coded("ru"), "По его словам, порт останется закрыт до весны."),
        (Language::coded("de"), "Er unterschrieb den Vertrag am Freitag im Hafen."),
        (Language::coded("fr"), "Il a signé vendredi un accord sur la pêche."),
        (Language::coded("es"), "Ella firmó el viernes un acuerdo de pesca."),
    ] {
        assert!(judge(sentence, language).leans, "{sentence}");
    }
}

#[test]
fn acronyms_initials_and_numerals_are_no_pronouns() {
    for (language, sentence) in [
        (Language::coded("en"), "The US closed its port to foreign boats on Friday."),
        (Language::coded("en"), "Officers of the C.I.A. closed the port to foreign boats on Friday."),
        (Language::coded("en"), "The boats had lain in the port since World War I and were sold."),
        (Language::coded("en"), "IT workers of the port walked out over their pay on Friday."),
        (Language::coded("es"), "El MI cerró el viernes el puerto a los barcos extranjeros."),
        (Language::coded("de"), "Der Sender WIR hat am Freitag seinen Betrieb im Hafen eingestellt."),
    ] {
        let judged = judge(sentence, language);
        assert!(judged.fit && !judged.leans, "{sentence}: {judged:?}");
    }
    for (language, sentence) in [
        (Language::coded("en"), "I closed the port to foreign boats on Friday night."),
        (Language::coded("en"), "On Friday I closed the port to all foreign boats."),
        (Language::coded("en"), "They told us to leave the port before dawn on Friday."),
        (Language::coded("de"), "Am Freitag haben wir den Hafen für alle geschlossen."),
    ] {
        assert!(!judge(sentence, language).fit, "{sentence}");
    }
}
