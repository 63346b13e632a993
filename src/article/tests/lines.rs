//! Line rules: what a line of known wording is, and what it is not.

use super::super::extraction::boilerplate::{Wording, wording};
use super::super::{Given, Role, from_text};

#[test]
fn known_wording_is_recognised() {
    use Wording::{Boilerplate, Byline, Caption, Tail};
    for (wanted, lines) in [
        (
            Boilerplate,
            &[
                "All news",
                "Image 1 of 4",
                "Share this article",
                "Share on Facebook",
                "Advertisement",
                "READ MORE: Who owns the banks?",
                "Sign up for our newsletter",
                "Get the news in your inbox",
                "3 min read",
                "Updated 8 am, February 14, 2026",
                "© 2026 Port Gazette. All rights reserved.",
                "Reporting by Nadia Feld; Editing by Omar Lindt",
                "Our Standards: The Port Gazette Trust Principles.",
                "Nadia Feld contributed to this report.",
                "Follow us on Twitter",
                "Leave a comment",
                "Click here to share on social media",
                "Tags: fishing, talks",
                "Все новости",
                "Читайте также: Совет ответил",
                "Подписывайтесь на наш канал",
                "© ВТА, 2026. Все права защищены.",
                "Теги: Вальдория",
                "14 февраля 2026",
                "Lesen Sie auch: Wem gehört das Meer?",
                "Stand: 05.03.2026 18:30 Uhr",
                "Jetzt Newsletter abonnieren",
                "Alle Rechte vorbehalten",
                "À lire aussi : Qui possède la mer ?",
                "Publié le 5 mars 2026 à 18h30",
                "Tous droits réservés",
                "Abonnez-vous à notre lettre",
                "5 mars 2026",
                "Lea también: ¿De quién es el mar?",
                "Suscríbase a nuestro boletín",
                "Todos los derechos reservados",
                "5 de marzo de 2026",
            ][..],
        ),
        (
            Caption,
            &[
                "Photo: Ada Lund/Port Gazette",
                "Envoys at the harbour (Photo by Ada Lund)",
                "FILE PHOTO: Envoys at the harbour",
                "Envoys at the harbour. REUTERS/Ada Lund",
                "© Pavel Ostin/VTA",
                "Фото: Павел Остин/ВТА",
                "Foto: Küstenfunk/Mia Sand",
                "Bild: dpa",
                "Crédit : Le Quotidien",
                "Foto: El Faro/Luis Peña",
            ][..],
        ),
        (
            Byline,
            &["By Nadia Feld", "Von Jonas Brink", "Par Élise Morvan", "Por Marta Solís", "Автор: Ольга Марн"]
                [..],
        ),
        (
            Tail,
            &[
                "Related stories",
                "You may also like",
                "More from World",
                "About the author",
                "Читайте также",
                "Mehr zum Thema",
                "Sur le même sujet",
                "Noticias relacionadas",
            ][..],
        ),
    ] {
        let wrong: Vec<_> = lines.iter().filter(|line| wording(line) != Some(wanted)).collect();
        assert!(wrong.is_empty(), "no {wanted:?}: {wrong:#?}");
    }
}

#[test]
fn sentences_are_no_boilerplate() {
    let sentences = [
        "“Share the burden,” the minister said, “or lose the treaty.”",
        "The newsletter of the ministry said on Monday that the talks would resume.",
        "Read carefully, the treaty says something else, the envoy told reporters.",
        "Editing by hand takes years, the historian said.”",
        "By Monday, the ministers will have met twice.",
        "Home is where the harbour is, she said.",
        "The photo shows the envoys at the harbour office, officials said.",
        "Фотографию с переговоров опубликовало министерство.",
        "Von der Regierung kam bis Montag keine Antwort.",
        "Por ahora no hay acuerdo, dijo el ministro.",
        "Par ailleurs, les experts se réuniront lundi.",
        "Published accounts of the meeting differ, and neither side would comment on them when asked.",
        "Question: What do you propose with regard to the mission?",
        "Yes.",
    ];
    let wrong: Vec<_> = sentences.iter().filter_map(|line| Some((line, wording(line)?))).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_pasted_article_is_told_apart() {
    let text = "All news\n\nValdoria will keep asking the Council — Kestrov\n\nAccording to the minister, the mission must stay on the agenda\n\
        Minister Ilan Kestrov and President Olga Marn Pavel Ostin/Presidential Press Office/VTA\nMinister Ilan Kestrov and President Olga Marn\n\
        © Pavel Ostin/Presidential Press Office/VTA\n\nTESSALY, February 14. /VTA/. Valdoria will keep pressing the Council for written answers, the minister said.\n\n\
        \"We asked three questions,\" he said.\n\nA question of time\n\nTalks on trade continue on a separate track.\n\n# # #\n© 2026 VTA. All rights reserved.";
    let article = from_text(text, &Given::default());
    let told: Vec<_> = article
        .blocks
        .iter()
        .map(|block| (block.role, block.span.of(text).chars().take(24).collect::<String>()))
        .collect();
    insta::assert_debug_snapshot!(told);
    assert_eq!(article.title.as_deref(), Some("Valdoria will keep asking the Council — Kestrov"));
    assert_eq!(article.dateline.as_ref().map(|dateline| dateline.place.as_str()), Some("TESSALY"));
    assert_eq!(article.body().count(), 3);
}

#[test]
fn prose_alone_is_all_body() {
    let text =
        "The talks resume on Monday.\nNobody left the room.\n“Good,” she said.\n— Да, — сказал он.\nYes.";
    let article = from_text(text, &Given::default());
    assert!(article.blocks.iter().all(|block| block.role == Role::Body), "{:?}", article.blocks);
}
