//! Authors in the harder places: degrees, accounts, houses with a seat, labels far down, names below the text.

use super::{REPORT, page, read};

const HEADLINE: &str = "<h1>Talks resume on Monday</h1>";

fn byline_of(head: &str, body: &str) -> Option<String> {
    read(&page(head, &format!("{body}{REPORT}"))).byline
}

#[test]
fn a_degree_is_of_the_name_it_stands_behind() {
    for (content, byline) in [
        ("Nadia Feld, MD", "Nadia Feld, MD"),
        ("Nadia Feld, Omar Lindt", "Nadia Feld, Omar Lindt"),
        ("Nadia Feld, political editor", "Nadia Feld"),
        ("Yo-Yo Ma", "Yo-Yo Ma"),
    ] {
        let head = format!("<meta name=author content='{content}'>");
        assert_eq!(byline_of(&head, HEADLINE).as_deref(), Some(byline), "{content}");
    }
}

#[test]
fn an_account_signs_only_where_readers_see_it() {
    let head = r#"<script type='application/ld+json'>{"@type":"NewsArticle","author":{"@type":"Person","name":"nfeld"}}</script><meta name=author content=NFeldt>"#;
    assert_eq!(byline_of(head, HEADLINE), None);
    let hidden = "<div style='display:none' class='author vcard'><a href='/author/nfeld/'>nfeld</a></div>";
    assert_eq!(byline_of(head, &format!("{HEADLINE}{hidden}")), None);
    let seen = "<div class='author vcard'><a rel=author href='/author/nfeld/'>nfeld</a></div>";
    assert_eq!(byline_of("", &format!("{HEADLINE}{seen}")).as_deref(), Some("nfeld"));
}

#[test]
fn a_label_names_the_author_wherever_it_stands() {
    for line in [
        "<p>Written by Nadia Feld</p>",
        "<p>Author: Nadia Feld, 14 February 2026</p>",
        "<p>Verfasst von Nadia Feld</p>",
        "<p>Автор: Надя Фельд</p>",
    ] {
        let byline = byline_of("", &format!("{HEADLINE}{REPORT}{REPORT}{line}"));
        let name = if line.contains('А') { "Надя Фельд" } else { "Nadia Feld" };
        assert_eq!(byline.as_deref(), Some(name), "{line}");
    }
    let by = "<p><strong>By</strong></p><p class=full-name>Nadia Feld</p>";
    assert_eq!(byline_of("", &format!("{HEADLINE}{by}")).as_deref(), Some("Nadia Feld"));
}

#[test]
fn the_windows_title_a_licence_and_a_line_of_several_name_authors() {
    let title = "<title>Talks resume on Monday | by Nadia Feld | Gazette</title>";
    assert_eq!(byline_of(title, HEADLINE).as_deref(), Some("Nadia Feld"));
    assert_eq!(byline_of("<title>Talks resume on Monday | Stand by Nadia | Gazette</title>", HEADLINE), None);
    let licence = "<p>Licensed: <a rel='cc:attributionURL' href='https://a.example/'>Nadia Feld</a></p>";
    assert_eq!(byline_of("", &format!("{HEADLINE}{licence}")).as_deref(), Some("Nadia Feld"));
    let several = "<p>Naftu Orlo, Anna C. Feld, Omri Lindt</p><time>14 February 2026</time>";
    assert_eq!(
        byline_of("", &format!("{HEADLINE}{several}")).as_deref(),
        Some("Naftu Orlo, Anna C. Feld, Omri Lindt")
    );
    assert_eq!(
        byline_of("<meta name=author content='Robert I. Feld'>", HEADLINE).as_deref(),
        Some("Robert I. Feld")
    );
}

#[test]
fn names_of_other_items_and_sources_are_no_authors() {
    let crumbs = "<div itemprop=author><a rel=author href=/imprint>Gazette staff</a><ul itemscope><li itemprop=name>Harbour Lines</li><li itemprop=name>Ferry Tests</li></ul></div>";
    assert_eq!(byline_of("", &format!("{HEADLINE}{crumbs}")), None);
    let source = "<p>Author: Sylvia Lindt, Harbour Institute, October 2008</p>";
    assert_eq!(byline_of("", &format!("{HEADLINE}{source}")), None);
    let site = "<meta property='og:site_name' content='Anna in the Harbour'><meta name=author content='Anna in the Harbour'>";
    assert_eq!(byline_of(site, HEADLINE), None);
}

#[test]
fn a_name_alone_below_the_text_signs_it() {
    let signed = |last: &str| read(&page("", &format!("<article>{HEADLINE}{REPORT}{last}</article>"))).byline;
    assert_eq!(signed("<p align=right><em>Anna Feld</em></p>").as_deref(), Some("Anna Feld"));
    assert_eq!(signed("<p>— Marina Lindt</p>").as_deref(), Some("Marina Lindt"));
    assert_eq!(signed("<p>Anna Feld</p><p>(1) The figures are of the harbour office and end with the month of January, it says.</p>").as_deref(), Some("Anna Feld"));
    assert_eq!(signed("<p>Blessing, 816 pages</p><p><b>Anna Feld</b></p>").as_deref(), Some("Anna Feld"));
    assert_eq!(signed("<p>Port Isola</p>"), None);
    assert_eq!(signed("<p>The next talks are in June.</p>"), None);
}
