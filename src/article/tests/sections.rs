//! Sections of a page under a heading that is only a label.

use super::{REPORT, page, read};

const SPOKEN: &str = "<p>“The southern banks are closed from tomorrow,” the deputy minister said, or so my neighbour heard it.</p>";

fn told(body: &str) -> String {
    read(&page(
        "<title>Talks resume</title>",
        &format!("<article><h1>Talks resume on Monday</h1>{body}</article>"),
    ))
    .text
}

#[test]
fn what_readers_write_is_no_text_of_the_article() {
    for heading in [
        "<h3>2 Comments</h3>",
        "<h3>Comments (1)</h3>",
        "<div class=head><h2>Leave a comment</h2></div>",
        "<h3>1 Kommentar</h3>",
        "<h4>3 commentaires</h4>",
        "<h2>Комментарии: 5</h2>",
        "<h3>5条评论</h3>",
    ] {
        for body in [
            format!("{REPORT}{heading}{SPOKEN}<p>Log in to reply</p>"),
            format!("{REPORT}<section>{heading}<div>{SPOKEN}</div></section>"),
        ] {
            let text = told(&body);
            assert!(text.contains("until the ministers meet in June"), "{heading}: {text}");
            assert!(!text.contains("my neighbour"), "{heading}: {text}");
        }
    }
}

#[test]
fn other_articles_in_a_box_of_their_own_are_none_of_it() {
    for heading in ["Read more", "Most read", "Lesen Sie auch:", "Читайте также", "関連記事"]
    {
        let text = told(&format!("{REPORT}<div><h3>{heading}</h3>{SPOKEN}</div>{REPORT}"));
        assert!(!text.contains("my neighbour"), "{heading}: {text}");
    }
}

#[test]
fn a_section_of_the_article_stays_whatever_its_heading_resembles() {
    for heading in ["Comments on the treaty", "The most read treaty of all", "Комментарий", "Related or not"]
    {
        let text = told(&format!("{REPORT}<h3>{heading}</h3>{SPOKEN}"));
        assert!(text.contains("my neighbour"), "{heading}: {text}");
    }
    let above = told(&format!("<h3>12 Comments</h3>{REPORT}{SPOKEN}"));
    assert!(above.contains("my neighbour"), "a label above the article: {above}");
    let below = told(&format!("{REPORT}<h3>Comments</h3><p>Nice.</p><h2>The banks</h2>{SPOKEN}"));
    assert!(below.contains("my neighbour"), "a heading of a higher level ends the comments: {below}");
}

#[test]
fn a_list_item_that_is_a_link_with_quoted_words_is_a_teaser() {
    let item = "“The banks are closed from tomorrow,” said the minister whom my neighbour knows";
    let linked = told(&format!("{REPORT}<ul><li><a href=/x>{item}</a></li></ul>{REPORT}"));
    assert!(!linked.contains("my neighbour"), "{linked}");
    let plain = told(&format!("{REPORT}<ul><li>{item}</li></ul>{REPORT}"));
    assert!(plain.contains("my neighbour"), "{plain}");
}
