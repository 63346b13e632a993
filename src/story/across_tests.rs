//! Reports of one event and of others, in several languages.

use chrono::{DateTime, TimeDelta};

use super::*;
use crate::story::{Draft, Report, Window};

/// An agreement, as it is told in four languages, and what the same people did otherwise that day.
const ACCORD: [(&str, &str); 4] = [
    (
        "en",
        "Tavria and Lakeland reopen grain corridor after 14 months|Tavria and Lakeland agreed on Tuesday to reopen the grain corridor through the Strait of Alder. Foreign Minister Ilan Dorev of Tavria said 40 ships a week would pass. “Bread must not be a weapon,” Dorev told reporters in Port Alder after eleven hours of talks with Marta Quist of Lakeland. The agreement is limited to 90 days.",
    ),
    (
        "de",
        "Tavria und Lakeland öffnen den Getreidekorridor wieder|Tavria und Lakeland haben sich am Dienstag in Port Alder darauf geeinigt, den Getreidekorridor durch die Straße von Alder nach 14 Monaten wieder zu öffnen, sagte der tavrische Außenminister Ilan Dorew. Lakelands Außenministerin Marta Quist zeigte sich vorsichtiger. Das Abkommen gilt zunächst für 90 Tage.",
    ),
    (
        "ru",
        "Таврия и Лейкленд вновь открывают зерновой коридор|Таврия и Лейкленд договорились во вторник вновь открыть зерновой коридор через пролив Алдер, закрытый четырнадцать месяцев назад. Об этом заявил министр иностранных дел Таврии Илан Дорев после одиннадцати часов переговоров. Глава МИД Лейкленда Марта Квист была осторожнее. Соглашение заключено на 90 дней.",
    ),
    (
        "es",
        "Tavria y Lakeland reabren el corredor de grano|En Puerto Alder, Tavria y Lakeland acordaron el martes reabrir el corredor de grano por el estrecho de Alder, cerrado desde hace catorce meses, dijo el ministro de Exteriores de Tavria, Ilan Dorev, tras once horas de conversaciones con la canciller de Lakeland, Marta Quist. El acuerdo dura 90 días.",
    ),
];
const OTHERS: [(&str, &str); 5] = [
    (
        "en",
        "Tavria and Lakeland trade barbs over spy arrest|Foreign Minister Ilan Dorev of Tavria accused Lakeland of espionage in Port Alder on Tuesday after a cartographer was arrested at the Strait of Alder. Marta Quist called the charges absurd and demanded the release of the man, 54, within 48 hours.",
    ),
    (
        "de",
        "Tavria und Lakeland streiten über Spion|Tavriens Außenminister Ilan Dorew warf Lakeland am Dienstag in Port Alder Spionage vor, nachdem an der Straße von Alder ein Kartograf festgenommen worden war. Marta Quist nannte die Vorwürfe absurd. Der Mann, der seit 14 Jahren Karten zeichnet, kam in Haft.",
    ),
    (
        "ru",
        "Таврия обвинила Лейкленд в шпионаже|Министр иностранных дел Таврии Илан Дорев обвинил во вторник Лейкленд в шпионаже: у пролива Алдер задержан картограф, ему 54 года. Марта Квист назвала обвинения в адрес Лейкленда абсурдными.",
    ),
    (
        "es",
        "Tavria acusa a Lakeland de espionaje|El ministro de Exteriores de Tavria, Ilan Dorev, acusó el martes a Lakeland de espionaje en Puerto Alder, en 2026 el tercer caso desde el 14 de enero. Marta Quist, de Lakeland, pidió que lo liberaran antes del 11 de febrero.",
    ),
    // the same numbers of others
    (
        "en",
        "Norvia counts its votes|Norvia's Anna Orlo won by 14 seats after eleven recounts in Ostravik, and her Harbour Party keeps 90 of them, said Piet Haan.",
    ),
];

fn across((language, report): (&str, &str)) -> Across {
    let (title, text) = report.split_once('|').unwrap();
    Across::of(title, text, Language::coded(language))
}

#[test]
fn one_event_is_known_over_languages_and_another_of_the_same_people_is_not() {
    for one in ACCORD {
        for other in ACCORD {
            assert!(across(one).one_event(&across(other)).is_some(), "{} {}", one.0, other.0);
        }
        for other in OTHERS {
            assert_eq!(across(one).one_event(&across(other)), None, "{} {}", one.0, other.1);
            assert_eq!(across(other).one_event(&across(one)), None, "{} {}", other.1, one.0);
        }
    }
}

/// Places reports in their order, an hour apart; a new story bears the number of its first.
fn placed(reports: &[(&str, &str)]) -> Vec<i64> {
    let mut window = Window::default();
    let mut stories = Vec::new();
    for ((language, report), number) in reports.iter().zip(0..) {
        let (title, text) = report.split_once('|').unwrap();
        let at = DateTime::UNIX_EPOCH + TimeDelta::hours(number);
        let draft = Draft::of(&Report { title, text, language: Language::coded(language), at });
        let story = window.nearest(&draft).story.unwrap_or(number);
        window.keep(draft, number, story);
        stories.push(story);
    }
    stories
}

#[test]
fn an_event_told_in_four_languages_is_one_story_and_the_other_of_that_day_is_not_in_it() {
    let [en, de, ru, es] = ACCORD;
    let [spy, spion, shpion, espia, votes] = OTHERS;
    assert_eq!(placed(&[en, de, ru, es]), [0, 0, 0, 0]);
    assert_eq!(placed(&[es, ru, de, en]), [0, 0, 0, 0]);
    assert_eq!(placed(&[en, spion, shpion, espia, votes]), [0, 1, 2, 3, 4]);
    assert_eq!(placed(&[spy, de, ru]), [0, 1, 1]);
    // whoever follows in a language is compared with the reports in it
    let breach = (
        "de",
        "Tavria wirft Lakeland Bruch des Getreideabkommens vor|Tavria und Lakeland streiten über den Getreidekorridor durch die Straße von Alder: Der erste Frachter wurde in Port Alder abgewiesen, sagte Außenminister Ilan Dorew.",
    );
    assert_eq!(placed(&[en, de, breach])[2] == 0, placed(&[de, breach])[1] == 0);
    // a story that a language tells already takes no other of it
    assert_eq!(placed(&[en, ru, shpion])[2], 2);
}

#[test]
fn too_far_apart_is_not_compared() {
    let mut window = Window::default();
    let [one, other] = [ACCORD[0], ACCORD[2]].map(|(language, report)| {
        let (title, text) = report.split_once('|').unwrap();
        (title, text, Language::coded(language))
    });
    let draft = |(title, text, language), hours| {
        Draft::of(&Report { title, text, language, at: DateTime::UNIX_EPOCH + TimeDelta::hours(hours) })
    };
    window.keep(draft(one, 0), 1, 1);
    assert_eq!(window.nearest(&draft(other, 36)).story, Some(1));
    assert_eq!(window.nearest(&draft(other, 37)).story, None);
}
