//! Datelines of the agencies, in five languages.

use super::super::dateline;

#[test]
fn datelines_give_place_date_and_agency() {
    let table: [(&str, &str, Option<&str>, Option<&str>); 44] = [
        ("MOSCOW, February 14. /TASS/. Russia will", "MOSCOW", Some("February 14"), Some("TASS")),
        ("BEIJING, Feb. 14 (Xinhua) -- China has", "BEIJING", Some("Feb. 14"), Some("Xinhua")),
        ("MOSCOW. Feb 14 (Interfax) - The ministry", "MOSCOW", Some("Feb 14"), Some("Interfax")),
        ("LONDON (Reuters) - Ministers met", "LONDON", None, Some("Reuters")),
        ("LONDON/PARIS, Feb 14 (Reuters) - Ministers met", "LONDON/PARIS", Some("Feb 14"), Some("Reuters")),
        ("PARIS, Feb 14, 2026 (AFP) - Ministers met", "PARIS", Some("Feb 14, 2026"), Some("AFP")),
        ("Washington (AFP) – The president said", "Washington", None, Some("AFP")),
        ("WASHINGTON (AP) — The president said", "WASHINGTON", None, Some("AP")),
        ("KYIV, Ukraine (AP) — The president said", "KYIV, Ukraine", None, Some("AP")),
        ("Berlin (dpa) - The chancellor said", "Berlin", None, Some("dpa")),
        ("Madrid, Feb 14 (EFE).- The minister said", "Madrid", Some("Feb 14"), Some("EFE")),
        ("TOKYO, Feb. 14, Kyodo - The cabinet decided", "TOKYO", Some("Feb. 14"), Some("Kyodo")),
        ("TOKYO (Kyodo) -- The cabinet decided", "TOKYO", None, Some("Kyodo")),
        ("WASHINGTON, Aug. 24 (UPI) — Half of", "WASHINGTON", Some("Aug. 24"), Some("UPI")),
        ("NEW DELHI, February 14 — The ministers met", "NEW DELHI", Some("February 14"), None),
        ("GELMA, April 2, 2026 — The bridge", "GELMA", Some("April 2, 2026"), None),
        ("MEXICO CITY — The bridge", "MEXICO CITY", None, None),
        ("MYRTLE BEACH, S.C. - The senator said", "MYRTLE BEACH, S.C", None, None),
        ("МОСКВА, 14 февраля. /ТАСС/. Министр заявил", "МОСКВА", Some("14 февраля"), Some("ТАСС")),
        ("МОСКВА, 14 фев — РИА Новости. Министр заявил", "МОСКВА", Some("14 фев"), Some("РИА Новости")),
        (
            "Москва. 14 февраля. ИНТЕРФАКС.RU - Министр заявил",
            "Москва",
            Some("14 февраля"),
            Some("ИНТЕРФАКС.RU"),
        ),
        ("ПЕКИН, 14 февраля /Синьхуа/ -- Министр заявил", "ПЕКИН", Some("14 февраля"), Some("Синьхуа")),
        ("ПАРИЖ, 14 февраля (АФП) - Министр заявил", "ПАРИЖ", Some("14 февраля"), Some("АФП")),
        ("ЖЕНЕВА, 14 февраля — Министр заявил", "ЖЕНЕВА", Some("14 февраля"), None),
        ("MOSKAU, 14. Februar. /TASS/. Russland werde", "MOSKAU", Some("14. Februar"), Some("TASS")),
        ("BERLIN, 14. Februar (Reuters) - Die Minister", "BERLIN", Some("14. Februar"), Some("Reuters")),
        ("Berlin/Brüssel (dpa) - Die Minister", "Berlin/Brüssel", None, Some("dpa")),
        ("Frankfurt am Main (dpa) - Die Minister", "Frankfurt am Main", None, Some("dpa")),
        ("Wien (APA) - Die Minister", "Wien", None, Some("APA")),
        ("Paris (AFP) – Die Minister", "Paris", None, Some("AFP")),
        ("BEIJING, 14. Februar (Xinhua) -- Die Minister", "BEIJING", Some("14. Februar"), Some("Xinhua")),
        ("MOSCOU, 14 février. /TASS/. La Russie", "MOSCOU", Some("14 février"), Some("TASS")),
        ("PARIS, 14 fév (AFP) – Les ministres", "PARIS", Some("14 fév"), Some("AFP")),
        ("BEIJING, 14 février (Xinhua) -- La Chine", "BEIJING", Some("14 février"), Some("Xinhua")),
        ("PARIS, 1er mars (Reuters) - Les ministres", "PARIS", Some("1er mars"), Some("Reuters")),
        ("Genève (AFP) - Les ministres", "Genève", None, Some("AFP")),
        ("PORT-AU-PRINCE, 14 février — Les ministres", "PORT-AU-PRINCE", Some("14 février"), None),
        ("MOSCÚ, 14 de febrero. /TASS/. Rusia seguirá", "MOSCÚ", Some("14 de febrero"), Some("TASS")),
        ("Madrid, 14 feb (EFE).- El ministro dijo", "Madrid", Some("14 feb"), Some("EFE")),
        ("MADRID, 14 Feb. (Europa Press) - El ministro dijo", "MADRID", Some("14 Feb"), Some("Europa Press")),
        ("BEIJING, 14 feb (Xinhua) -- China ha", "BEIJING", Some("14 feb"), Some("Xinhua")),
        ("La Paz, 14 feb (AFP) - El ministro dijo", "La Paz", Some("14 feb"), Some("AFP")),
        ("BUENOS AIRES (AP) — El ministro dijo", "BUENOS AIRES", None, Some("AP")),
        ("LIMA, 14 de febrero — El ministro dijo", "LIMA", Some("14 de febrero"), None),
    ];
    let mut wrong = Vec::new();
    for (text, place, date, agency) in table {
        let Some(found) = dateline(text) else {
            wrong.push(format!("{text}: none"));
            continue;
        };
        let told = (found.place.as_str(), found.date.as_deref(), found.agency.as_deref());
        let rest = text.get(found.span.end..).unwrap_or_default().trim_start();
        if told != (place, date, agency)
            || !rest.starts_with(char::is_uppercase)
            || rest.split(' ').count() < 2
        {
            wrong.push(format!("{text}: {told:?}, then {rest}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn an_agency_in_brackets_is_a_dateline_without_dash_or_place() {
    for (text, place, agency, rest) in [
        ("(CNN)The minister said", "", "CNN", "The minister said"),
        ("(CNN) — The minister said", "", "CNN", "The minister said"),
        ("(Reuters) - The minister said", "", "Reuters", "The minister said"),
        ("(AP) “Nobody left,” she said", "", "AP", "“Nobody left,” she said"),
        ("(UPI) -- Half of the fleet", "", "UPI", "Half of the fleet"),
        ("London (CNN)The minister said", "London", "CNN", "The minister said"),
        ("London (CNN) Foreign Minister Ana Porto said", "London", "CNN", "Foreign Minister Ana Porto said"),
        ("(EFE).- El ministro dijo", "", "EFE", "El ministro dijo"),
        ("(dpa) Die Minister trafen", "", "dpa", "Die Minister trafen"),
    ] {
        let found = dateline(text).unwrap_or_else(|| panic!("{text}"));
        let behind = text.get(found.span.end..).unwrap().trim_start();
        assert_eq!((found.place.as_str(), found.agency.as_deref(), behind), (place, Some(agency), rest));
    }
    for text in [
        "(Monday) The minister said",
        "(see map) The minister said",
        "The reporters of the agency (AP) met",
        "(CNN) and others said so",
        "Harbour Lines (HBL) The company said",
    ] {
        assert_eq!(dateline(text), None, "{text}");
    }
}

#[test]
fn sentences_are_no_datelines() {
    for text in [
        "The two states will resume talks on Monday - officials said.",
        "“Nobody left the room,” she said.",
        "CSU-Politiker fordern eine Entscheidung.",
        "On February 14 the ministers met in Geneva.",
        "President Olga Marn: Good morning.",
        "Berlin ist die Hauptstadt. Das weiß jeder.",
        "Paris, London and Rome agreed on Tuesday (see map) - so did Madrid.",
        "LONDON (Reuters) -",
        "",
    ] {
        assert_eq!(dateline(text), None, "{text}");
    }
}

/// How an agency closes its dateline.
enum Style {
    /// `CITY, date. /AGENCY/.`
    Slashed,
    /// `CITY, date (AGENCY) --`
    Dashes,
    /// `CITY (AGENCY) -`, and with the date
    Hyphen,
    /// `CITY, date (AGENCY).-`
    Point,
    /// `CITY, date, AGENCY -`
    Comma,
    /// `CITY. date (AGENCY) -`
    Stop,
}

#[test]
fn every_agency_in_every_language() {
    let languages = [
        ("MOSCOW", "February 14", "The ministers met on Monday"),
        ("MOSCOW", "Feb. 14", "The ministers met on Monday"),
        ("МОСКВА", "14 февраля", "Министры встретились в понедельник"),
        ("МОСКВА", "14 фев", "Министры встретились в понедельник"),
        ("MOSKAU", "14. Februar", "Die Minister trafen sich am Montag"),
        ("MOSCOU", "14 février", "Les ministres se sont réunis lundi"),
        ("MOSCÚ", "14 de febrero", "Los ministros se reunieron el lunes"),
        ("MOSCÚ", "14 feb", "Los ministros se reunieron el lunes"),
    ];
    let agencies = [
        ("TASS", Style::Slashed),
        ("ТАСС", Style::Slashed),
        ("Xinhua", Style::Dashes),
        ("Синьхуа", Style::Dashes),
        ("AFP", Style::Hyphen),
        ("АФП", Style::Hyphen),
        ("AP", Style::Hyphen),
        ("Reuters", Style::Hyphen),
        ("Рейтер", Style::Hyphen),
        ("dpa", Style::Hyphen),
        ("Interfax", Style::Stop),
        ("Интерфакс", Style::Stop),
        ("EFE", Style::Point),
        ("Kyodo", Style::Comma),
    ];
    let mut wrong = Vec::new();
    for (place, date, sentence) in languages {
        for (agency, style) in &agencies {
            let dated = match style {
                Style::Slashed => format!("{place}, {date}. /{agency}/. "),
                Style::Dashes => format!("{place}, {date} ({agency}) -- "),
                Style::Hyphen => format!("{place}, {date} ({agency}) - "),
                Style::Point => format!("{place}, {date} ({agency}).- "),
                Style::Comma => format!("{place}, {date}, {agency} - "),
                Style::Stop => format!("{place}. {date} ({agency}) - "),
            };
            let bare = [format!("{place} ({agency}) - "), format!("{place} ({agency}) — ")];
            for (head, day) in [(dated, Some(date)), (bare[0].clone(), None), (bare[1].clone(), None)] {
                let text = format!("{head}{sentence}.");
                let found = dateline(&text);
                let told = found.as_ref().map(|found| {
                    let day = found.date.as_deref().map(|day| day.trim_end_matches('.'));
                    (
                        found.place.as_str(),
                        day,
                        found.agency.as_deref(),
                        text.get(found.span.end..).unwrap_or_default().trim_start(),
                    )
                });
                let due = (place, day.map(|day| day.trim_end_matches('.')), Some(*agency));
                if told.map(|(place, day, agency, _)| (place, day, agency)) != Some(due)
                    || told.is_some_and(|(.., rest)| !rest.starts_with(sentence))
                {
                    wrong.push(format!("{text}: {told:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn plain_datelines_in_five_languages() {
    for (head, place, date) in [
        ("LISBON, May 1 — ", "LISBON", "May 1"),
        ("ЛИССАБОН, 1 мая — ", "ЛИССАБОН", "1 мая"),
        ("LISSABON, 1. Mai – ", "LISSABON", "1. Mai"),
        ("LISBONNE, 1er mai — ", "LISBONNE", "1er mai"),
        ("LISBOA, 1 de mayo — ", "LISBOA", "1 de mayo"),
        ("Lisbon, May 1, 2026 — ", "Lisbon", "May 1, 2026"),
        ("Лиссабон, 1 мая 2026 года — ", "Лиссабон", "1 мая 2026 года"),
        ("Lissabon, 1. Mai 2026 – ", "Lissabon", "1. Mai 2026"),
        ("Lisbonne, 1er mai 2026 — ", "Lisbonne", "1er mai 2026"),
        ("Lisboa, 1 de mayo de 2026 — ", "Lisboa", "1 de mayo de 2026"),
    ] {
        let text = format!("{head}Nobody left the room on Monday.");
        let found = dateline(&text).unwrap_or_else(|| panic!("none in {text}"));
        assert_eq!((found.place.as_str(), found.date.as_deref()), (place, Some(date)), "{text}");
        assert_eq!(
            text.get(found.span.end..).unwrap_or_default().trim_start(),
            "Nobody left the room on Monday."
        );
    }
}
