//! Who signs an article beside the people whom metadata names: houses, accounts, several authors, unlabelled names.

use super::super::{Given, from_html};
use super::{REPORT, page};

const HEADLINE: &str = "<h1>Talks resume on Monday</h1>";
const SITE: &str = "<meta property='og:site_name' content='Harbour Union'>";

fn byline(head: &str, body: &str) -> Option<String> {
    let given = Given { url: Some("https://harbour.example/talks".to_owned()), ..Given::default() };
    from_html(&page(head, &format!("{body}{REPORT}")), &given).byline
}

#[test]
fn a_house_signs_where_readers_see_it_and_something_vouches_for_it() {
    let tagged = "<meta name='author' content='Pilothouse'>";
    for (head, mark, signed) in [
        (SITE, "<p>By <a class='author' href='/author/union'>Harbour Union</a></p>", Some("Harbour Union")),
        (SITE, "<p>14 February 2026 by Harbour Union</p>", Some("Harbour Union")),
        (SITE, "<p>Von Harbour Union</p>", Some("Harbour Union")),
        (SITE, "<span itemprop='author'>Harbour Union</span>", Some("Harbour Union")),
        (SITE, "<p>14 February 2026</p><p>Harbour Union</p>", Some("Harbour Union")),
        (tagged, "<p>14 февраля 2026 | Pilothouse</p>", Some("Pilothouse")),
        (tagged, "<p>Publié par Pilothouse</p>", Some("Pilothouse")),
        ("", "<p>Por EFE | 14 de febrero de 2026</p>", Some("EFE")),
        ("", "<p class='author'><a href='/author/x'>AFP/The Harbour</a></p>", Some("AFP/The Harbour")),
        // what nobody vouches for, and what no reader sees
        ("", "<p>14 February 2026</p><p>Harbour Union</p>", None),
        (SITE, "<p>Harbour Union</p>", None),
        (tagged, "", None),
        (SITE, "<p style='display:none' class='author'>Harbour Union</p>", None),
        (SITE, "<p class='author hidden'>Harbour Union</p>", None),
        (SITE, "<meta itemprop='author' content='Harbour Union'>", None),
    ] {
        assert_eq!(byline(head, &format!("{HEADLINE}{mark}")).as_deref(), signed, "{head} {mark}");
    }
}

#[test]
fn all_authors_count_whom_readers_see_where_metadata_names_one() {
    let head = "<meta name='author' content='Nadia Feld'>";
    for (line, names) in [
        ("<p class='author'>By Nadia Feld and Omar Lindt</p>", "Nadia Feld and Omar Lindt"),
        (
            "<p class='author'>Von Nadia Feld, Omar Lindt und Ida Brack</p>",
            "Nadia Feld, Omar Lindt und Ida Brack",
        ),
        ("<p class='author'>Par Nadia Feld et Omar Lindt</p>", "Nadia Feld et Omar Lindt"),
        // one more word behind a name is no second author, and other people are others
        ("<p class='author'>By Nadia Feld Harbour Desk</p>", "Nadia Feld"),
        ("<p class='author'>By Omar Lindt and Ida Brack</p>", "Nadia Feld"),
    ] {
        assert_eq!(byline(head, &format!("{HEADLINE}{line}")).as_deref(), Some(names), "{line}");
    }
}

#[test]
fn degrees_stand_behind_a_name_as_written() {
    for (line, name) in [
        ("By Nadia Feld, R.D.", "Nadia Feld, R.D."),
        ("By Nadia Feld, E-RYT 200", "Nadia Feld, E-RYT 200"),
        ("Written by Nadia Feld, MD*", "Nadia Feld, MD"),
        ("Von Nadia Feld, Ph.D., und Omar Lindt", "Nadia Feld, Ph.D. und Omar Lindt"),
        ("By Nadia Feld, MD, and Omar Lindt", "Nadia Feld, MD and Omar Lindt"),
    ] {
        assert_eq!(byline("", &format!("{HEADLINE}<p>{line}</p>")).as_deref(), Some(name), "{line}");
    }
}

#[test]
fn a_name_beside_the_day_signs_without_a_label() {
    for (lines, name) in [
        ("<p>14 February 2026 • Maria Feld in Harbours</p>", Some("Maria Feld")),
        ("<ul><li>Anna Feld</li><li>14.02.2026</li></ul>", Some("Anna Feld")),
        ("<p>14 février 2026 - Claire Vasseur</p>", Some("Claire Vasseur")),
        ("<p>14 февраля 2026</p><p>Анна Белова</p>", Some("Анна Белова")),
        // a picture's maker, a column, a place
        ("<figure><figcaption>14 February 2026 / Anna Feld / Pool</figcaption></figure>", None),
        ("<p>14 February 2026 • Harbour News</p>", None),
        ("<p>14 February 2026 • New York</p>", None),
        ("<p>Anna Feld</p>", None),
    ] {
        assert_eq!(byline("", &format!("{HEADLINE}{lines}")).as_deref(), name, "{lines}");
    }
}

#[test]
fn the_deck_may_end_with_the_author_in_capitals() {
    for (deck, name) in [
        ("Nobody left the room this time and the ferry ran again, writes OLIVE FELD.", Some("Olive Feld")),
        ("Niemand verließ den Saal, und die Fähre fuhr wieder, berichtet ANNA FELD", Some("Anna Feld")),
        (
            "Personne n'a quitté la salle et le bac est reparti, raconte CLAIRE O'BRIEN",
            Some("Claire O'Brien"),
        ),
        ("Nobody left the room this time and the ferry ran again to NEW YORK", None),
        ("Nobody left the room this time and the ferry ran again for the UN", None),
    ] {
        let body = format!("{HEADLINE}<p class='dek'>{deck}</p>");
        assert_eq!(byline("", &body).as_deref(), name, "{deck}");
    }
}

#[test]
fn who_gave_the_site_a_name_signs_what_bears_it() {
    let head = "<meta name='author' content='Anna Feld'><meta property='og:site_name' content='Anna Feld'>";
    assert_eq!(
        byline(head, &format!("{HEADLINE}<p class='author'>By Anna Feld</p>")).as_deref(),
        Some("Anna Feld")
    );
    assert_eq!(byline(head, HEADLINE), None, "the tag of every page of the site");
}

#[test]
fn a_source_within_the_text_is_no_author() {
    let cited = "<p>Autorin: Anna Feld, Institut am Hafen, Oktober 2008</p>";
    assert_eq!(byline("", &format!("{HEADLINE}{REPORT}{cited}")), None);
    let signed = "<p>Autorin: Anna Feld</p>";
    assert_eq!(byline("", &format!("{HEADLINE}{REPORT}{signed}")).as_deref(), Some("Anna Feld"));
}
