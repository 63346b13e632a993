//! Paragraphs of links, teasers of other pages, and pages of several parts.

use super::{page, read};
use crate::article::{Article, Role};

fn body(article: &Article) -> String {
    let body = article.blocks.iter().filter(|block| !matches!(block.role, Role::Boilerplate | Role::Caption));
    body.map(|block| block.span.of(&article.text)).collect::<Vec<_>>().join("\n")
}

/// Paragraphs in blocks of their own, as many systems write them.
fn blocks(paragraphs: &[&str]) -> String {
    paragraphs.iter().map(|one| format!("<div class=b-text>{one}</div>")).collect()
}

const PLAIN: [&str; 3] = [
    "<p>The two coastal states will resume talks on fishing quotas on Monday after a pause of three weeks, officials on both sides said.</p>",
    "<p>The deputy minister told reporters outside the harbour office that nobody had left the room this time, which was better than in March.</p>",
    "<p>Her counterpart was more cautious and warned that the question of the southern banks remained open until the ministers meet in June.</p>",
];

#[test]
fn sentences_of_links_among_paragraphs_are_the_articles() {
    for linked in [
        "<p>Minister <a href=/p>Nadia Feld</a>, <a href=/1>who had closed the banks in April against the advice of her own office</a>, said they would open again.</p>",
        "<p><a href=/1>Beide Küstenstaaten einigten sich am Montag darauf,</a> <a href=/2>die südlichen Bänke</a> wieder zu öffnen.</p>",
        "<p><a href=/1>Обе прибрежные страны договорились в понедельник открыть южные банки</a> для рыбаков.</p>",
        "<p><a href=/1>The ministry has published the whole text of the treaty on its own pages.</a></p>",
    ] {
        let (first, last) = PLAIN.split_at(1);
        let html = blocks(&[first, &[linked], last].concat());
        let article = read(&page("", &format!("<article><h1>Banks to be opened</h1>{html}</article>")));
        let words = linked.replace("</a>", "").replace("<p>", "").replace("</p>", "");
        let words: String =
            words.split('<').map(|part| part.split_once('>').map_or(part, |(_, rest)| rest)).collect();
        assert!(body(&article).contains(&words), "{words}\n{}", body(&article));
    }
    // a lead of links stands beside one paragraph only
    let lead = "<p><a href=/1>Les deux États côtiers sont convenus lundi de rouvrir</a> <a href=/2>les bancs du sud</a> aux pêcheurs.</p>";
    let html = blocks(&[&[lead], &PLAIN[..]].concat());
    let article = read(&page("", &format!("<article><h1>Les bancs rouvrent</h1>{html}</article>")));
    assert!(body(&article).contains("convenus lundi de rouvrir les bancs du sud aux pêcheurs"));
}

#[test]
fn links_that_lead_on_still_go() {
    let more = "<div class=more><p>Read more: <a href=/1>How the banks were closed</a></p></div>";
    let list = "<div><ul><li><a href=/2>The dockers who stayed behind</a></li><li><a href=/3>Ten years of quarrel over the banks</a></li></ul></div>";
    let html = format!("{}{more}{}{list}", blocks(&PLAIN[..2]), blocks(&PLAIN[2..]));
    let article = read(&page("", &format!("<article><h1>Banks to be opened</h1>{html}</article>")));
    let body = body(&article);
    assert!(body.contains("until the ministers meet in June"), "{body}");
    assert!(
        !body.contains("How the banks") && !body.contains("The dockers") && !body.contains("Ten years"),
        "{body}"
    );
}

/// Teasers of other pages; `{}` stands for their tag's attributes.
fn teasers(attributes: &str) -> String {
    let teaser = |at: usize, headline: &str, words: &str| {
        format!("<article{attributes}><h2><a href=/t{at}>{headline}</a></h2><p>{words}</p></article>")
    };
    [
        teaser(0, "Le prix du pain baisse", "Les boulangers de trois villes ont baissé le prix du pain vendredi, après une récolte meilleure que personne ne l’attendait, et la farine restera bon marché jusqu’au printemps."),
        teaser(1, "Choir wins prize", "The choir of the dockers’ union sang in the capital and came home with the silver cup, the first since it was founded by four crane drivers who had nothing to do but to sing."),
    ]
    .concat()
}

#[test]
fn teasers_of_other_pages_are_not_the_article() {
    let paragraphs = PLAIN.concat();
    for html in [
        format!("<h1>Banks to be opened</h1><article>{paragraphs}</article>{}", teasers("")),
        format!("<h1>Banks to be opened</h1><article>{paragraphs}</article>{}", teasers(" class=card")),
        format!(
            "<h1>Banks to be opened</h1><article>{}{}{}</article>",
            PLAIN[0],
            teasers(""),
            PLAIN[1..].concat()
        ),
        format!(
            "<article><h1>Banks to be opened</h1>{paragraphs}</article><section>{}</section>",
            teasers("")
        ),
    ] {
        let article = read(&page("", &html));
        let body = body(&article);
        assert!(body.contains("three weeks") && body.contains("in June"), "{body}");
        assert!(!body.contains("boulangers") && !body.contains("silver cup"), "{body}");
    }
}

#[test]
fn parts_of_a_page_stay() {
    let part = |head: &str, paragraphs: &[&str]| format!("<article>{head}{}</article>", paragraphs.concat());
    for html in [
        [part("<h2>How it began</h2>", &PLAIN[..1]), part("<h2>How it ends</h2>", &PLAIN[1..])].concat(),
        [part("", &PLAIN[..1]), part("", &PLAIN[1..2]), part("", &PLAIN[2..])].concat(),
        format!(
            "<article><section>{}</section><section>{}</section></article><section class=text>{}</section>",
            PLAIN[0], PLAIN[1], PLAIN[2]
        ),
        // a heading that leads to a place on the page, and one to the page itself
        [
            part("<h2><a href='#one'>One</a></h2>", &PLAIN[..2]),
            part("<h2><a href='#two'>Two</a></h2>", &PLAIN[2..]),
        ]
        .concat(),
    ] {
        let article = read(&page("", &format!("<h1>Two years of closed banks</h1>{html}")));
        let body = body(&article);
        for words in ["three weeks", "better than in March", "in June"] {
            assert!(body.contains(words), "{html}\n{body}");
        }
    }
}

#[test]
fn a_list_of_teasers_is_no_article_of_none() {
    let html = page("", &format!("<h1>All our stories</h1>{}", teasers("")));
    assert!(!read(&html).text.is_empty());
}
