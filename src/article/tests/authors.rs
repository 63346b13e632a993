//! Who wrote an article: JSON-LD, tags, marked elements and lines, and what is no author.

use super::{REPORT, page, read};

const HEADLINE: &str = "<h1>Talks resume on Monday</h1>";

fn byline_of(head: &str, body: &str) -> Option<String> {
    read(&page(head, &format!("{body}{REPORT}"))).byline
}

fn linked(json: &str) -> String {
    format!("<script type='application/ld+json'>{json}</script>")
}

#[test]
fn json_ld_names_authors_in_every_nesting() {
    for (json, byline) in [
        (r#"{"@type":"NewsArticle","author":"Nadia Feld"}"#, Some("Nadia Feld")),
        (
            r#"[{"@type":["Article","X"],"author":[{"name":"Nadia Feld"},{"name":"Omar Lindt"}]}]"#,
            Some("Nadia Feld, Omar Lindt"),
        ),
        (r#"{"@type":"http://schema.org/NewsArticle","creator":["Nadia Feld"]}"#, Some("Nadia Feld")),
        (
            r##"{"@graph":[{"@type":"Article","author":{"@id":"#n"}},{"@type":"Person","@id":"#n","name":"Nadia Feld"}]}"##,
            Some("Nadia Feld"),
        ),
        (
            r#"{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","author":{"name":"Nadia Feld"}}}"#,
            Some("Nadia Feld"),
        ),
        (
            r#"{"@type":"Report","author":{"@type":"Person","givenName":"Nadia","familyName":"Feld"}}"#,
            Some("Nadia Feld"),
        ),
        (r#"{"@type":"NewsArticle","author":{"name":["Nadia Feld"]},}"#, Some("Nadia Feld")),
        // a house, whether it is said to be one or bears the outlet's name
        (
            r#"{"@type":"NewsArticle","author":{"@type":"NewsMediaOrganization","name":"Harbour Union"}}"#,
            None,
        ),
        (
            r#"{"@type":"NewsArticle","author":{"name":"Port Gazette"},"publisher":{"name":"Port Gazette"}}"#,
            None,
        ),
        (
            r##"{"@graph":[{"@type":"Article","author":{"@id":"#o"}},{"@type":"Organization","@id":"#o","name":"Nadia Feld"}]}"##,
            None,
        ),
        // who set a page up
        (r#"{"@type":"WebPage","author":{"name":"Nadia Feld"}}"#, None),
        // names that name one another
        (r##"{"@type":"Article","@id":"#a","name":{"@id":"#a"},"author":{"@id":"#a"}}"##, None),
    ] {
        assert_eq!(byline_of(&linked(json), HEADLINE).as_deref(), byline, "{json}");
    }
}

#[test]
fn an_author_who_gives_a_page_its_name_is_a_person_all_the_same() {
    let json = r#"{"@type":"BlogPosting","author":{"@type":"Person","name":"Anna Feld"},"publisher":{"name":"Anna Feld"}}"#;
    assert_eq!(byline_of(&linked(json), HEADLINE).as_deref(), Some("Anna Feld"));
}

#[test]
fn tags_of_every_vocabulary_name_authors() {
    for tag in [
        "name=author",
        "name='parsely-author'",
        "name='DC.creator'",
        "property='dc:creator'",
        "name='sailthru.author'",
        "property='article:author'",
        "property='og:article:author'",
        "itemprop=author",
        "name=byl",
        "name=citation_author",
    ] {
        let head = format!("<meta {tag} content='Nadia Feld'>");
        assert_eq!(byline_of(&head, HEADLINE).as_deref(), Some("Nadia Feld"), "{tag}");
    }
    let two = "<meta property='article:author' content='Nadia Feld'><meta property='article:author' content='Omar Lindt'>";
    assert_eq!(byline_of(two, HEADLINE).as_deref(), Some("Nadia Feld, Omar Lindt"));
    let profile = "<meta property='article:author' content='https://social.example/nadia'>";
    assert_eq!(byline_of(profile, HEADLINE), None);
}

#[test]
fn a_source_that_names_no_person_leaves_it_to_the_next() {
    let body = format!("{HEADLINE}<p class=meta><a rel=author href='/x'>Nadia Feld</a></p>");
    for author in [
        "Port Gazette",
        "Gazette Newsroom",
        "nfeld",
        "Reuters",
        "admin",
        "@portgazette",
        "desk@gazette.example",
    ] {
        let head = format!(
            "<meta property='og:site_name' content='Port Gazette'><meta name=author content='{author}'>"
        );
        assert_eq!(byline_of(&head, &body).as_deref(), Some("Nadia Feld"), "{author}");
    }
}

#[test]
fn desks_houses_and_accounts_are_no_people() {
    for author in [
        "Newsroom",
        "News Desk",
        "Editorial Staff",
        "Staff Writer",
        "The Editors",
        "Redaktion",
        "Von Redaktion",
        "La rédaction",
        "Redacción",
        "Редакция",
        "Пресс-служба",
        "Written by",
        "AFP",
        "Reuters/AP",
        "dpa",
        "desk@gazette.example",
        "www.gazette.example",
        "gazetteadmin",
        "user2026",
        "@nfeld",
    ] {
        let head = format!("<meta name=author content='{author}'>");
        assert_eq!(byline_of(&head, HEADLINE), None, "{author}");
    }
}

#[test]
fn roles_places_and_agencies_around_a_name_are_cut() {
    for (author, name) in [
        ("By Nadia Feld", "Nadia Feld"),
        ("Story by: Nadia Feld", "Nadia Feld"),
        ("Nadia Feld, political correspondent", "Nadia Feld"),
        ("Nadia Feld, PhD", "Nadia Feld, PhD"),
        ("Nadia Feld Senior Reporter", "Nadia Feld"),
        ("Staff Writer Nadia Feld", "Nadia Feld"),
        ("Nadia Feld in Limburg", "Nadia Feld"),
        ("Nadia Feld für die Gazette", "Nadia Feld"),
        ("Nadia Feld (AFP)", "Nadia Feld"),
        ("Nadia Feld/AFP", "Nadia Feld"),
        ("Nadia Feld, Associated Press", "Nadia Feld"),
        ("Nadia Feld @nfeld", "Nadia Feld"),
        ("Nadia Feld | Port Gazette", "Nadia Feld"),
        ("Nadia Feld 14 May 2026", "Nadia Feld"),
        ("Nadia Feld and Omar Lindt", "Nadia Feld and Omar Lindt"),
        ("Ольга Марн, корреспондент", "Ольга Марн"),
        ("María de la Fuente", "María de la Fuente"),
    ] {
        let head = format!(
            "<meta property='og:site_name' content='Port Gazette'><meta name=author content='{author}'>"
        );
        assert_eq!(byline_of(&head, HEADLINE).as_deref(), Some(name), "{author}");
    }
}

#[test]
fn marked_elements_name_authors() {
    for (body, byline) in [
        (
            "<div itemprop=author itemscope><span itemprop=name>Nadia Feld</span> writes</div>",
            Some("Nadia Feld"),
        ),
        ("<span property='schema:author'>Nadia Feld</span>", Some("Nadia Feld")),
        ("<div class='h-entry'><a class='p-author h-card'>Nadia Feld</a></div>", Some("Nadia Feld")),
        ("<span class='author vcard'><a class='url fn n'>Nadia Feld</a></span>", Some("Nadia Feld")),
        ("<p class=Story_author__x1>Written By <span>Nadia Feld*</span></p>", Some("Nadia Feld")),
        ("<p class='date-author'>Nadia Feld, 01.12.2025</p>", Some("Nadia Feld")),
        ("<div class=byline>By <address>Nadia Feld</address>, harbour reporter</div>", Some("Nadia Feld")),
        ("<a class=author-link><h2>Nadia Feld</h2><p>Harbours and fleets</p></a>", Some("Nadia Feld")),
        ("<p><a href='/author/nfeld/'>Nadia Feld</a> / 14.05.2026</p>", Some("Nadia Feld")),
        ("<p>14 May 2026</p><span>by</span> <a href='/writers/nf/'>Nadia Feld</a>", Some("Nadia Feld")),
        ("<span class='author vcard'><a rel=author>nfeld</a></span>", Some("nfeld")),
        // what is said of an author, when, where a sentence leads, and other articles
        ("<div class='author-bio'>Nadia Feld</div>", None),
        ("<div class=author-org>Harbour Union</div>", None),
        ("<div class=byline>Sat, 20 Dec, 2025</div>", None),
        (
            "<p>The minister praised <a href='/author/nfeld/'>Nadia Feld</a>, who had told of the talks in March when all others were silent.</p>",
            None,
        ),
        ("<div class=related-stories><span class=author>Nadia Feld</span></div>", None),
        ("<div class=comments><span class=author>Nadia Feld</span></div>", None),
        ("<nav><a rel=author>Nadia Feld</a></nav>", None),
    ] {
        assert_eq!(byline_of("", &format!("{HEADLINE}{body}")).as_deref(), byline, "{body}");
    }
}

#[test]
fn the_author_of_another_article_is_not_this_ones() {
    let other = "<article><h2>Quotas</h2><span class=author>Omar Lindt</span></article>";
    let own =
        format!("{other}<article>{HEADLINE}<span class=author>Nadia Feld</span>{REPORT}</article>{other}");
    assert_eq!(byline_of("", &own).as_deref(), Some("Nadia Feld"));
    assert_eq!(byline_of("", &format!("<article>{HEADLINE}{REPORT}</article>{other}")), None);
    let wrapped = format!("<div id=sidebar>{HEADLINE}<span class=author>Nadia Feld</span></div>");
    assert_eq!(byline_of("", &wrapped).as_deref(), Some("Nadia Feld"), "the headline stands there, too");
}

#[test]
fn lines_with_by_name_authors_in_five_languages() {
    for (line, byline) in [
        ("By Nadia Feld", Some("Nadia Feld")),
        ("14 May 2026 by Nadia Feld and Omar Lindt | World", Some("Nadia Feld and Omar Lindt")),
        (
            "By Nadia Feld, Omar Lindt and Ida J. Brandt, Updated 8 am",
            Some("Nadia Feld, Omar Lindt and Ida J. Brandt"),
        ),
        ("By NADIA FELD in Limburg", Some("NADIA FELD")),
        ("Von Jonas Brink und Ida Brandt, Limburg", Some("Jonas Brink und Ida Brandt")),
        ("14.05.2026 • von Jonas van der Brink", Some("Jonas van der Brink")),
        ("Ein Gastbeitrag von Jonas Brink", Some("Jonas Brink")),
        ("Par Élise Morvan avec AFP", Some("Élise Morvan")),
        ("Par Élise Morvan, le 14 mai 2026", Some("Élise Morvan")),
        ("Propos recueillis par Élise Morvan", Some("Élise Morvan")),
        ("Por Marta Solís y Juan Peral", Some("Marta Solís y Juan Peral")),
        ("Автор: Ольга Марн", Some("Ольга Марн")),
        ("Текст: Ольга Марн, 14 мая 2026", Some("Ольга Марн")),
        // sentences, pictures, editors, days
        ("Von Anna Brink bis Jonas Feld: die lange Reihe", None),
        ("Photo by Nadia Feld", None),
        ("Edited by Nadia Feld", None),
        ("By Monday the talks may resume", None),
        ("By May 2026", None),
    ] {
        let body = format!("{HEADLINE}<p>{line}</p>");
        assert_eq!(byline_of("", &body).as_deref(), byline, "{line}");
    }
}

#[test]
fn a_desk_signs_only_what_nobody_else_does() {
    let head = "<meta name=author content='Harbour Editorial Team'>";
    assert_eq!(byline_of(head, HEADLINE).as_deref(), Some("Harbour Editorial Team"));
    let body = format!("{HEADLINE}<p>By Nadia Feld</p>");
    assert_eq!(byline_of(head, &body).as_deref(), Some("Nadia Feld"));
    let own = "<meta property='og:site_name' content='Harbour'><meta name=author content='Harbour Staff'>";
    assert_eq!(byline_of(own, HEADLINE), None);
}
