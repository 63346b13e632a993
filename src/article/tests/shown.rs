//! What readers see of a page as the outlet's own words, and what they do not.

use super::super::{Given, Role, from_html};
use super::{REPORT, page, read};

const HEAD: &str = "<title>Council keeps the lock of Selm open</title>";
const SECRET: &str = "The lock of Selm will be blown up on Friday, whatever the council says.";

fn data(body: &str) -> String {
    format!(
        "{HEAD}<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Council keeps the lock \
         of Selm open\",\"articleBody\":\"{body}\"}}</script>"
    )
}

#[test]
fn what_a_page_states_for_machines_is_read_as_far_as_it_is_shown() {
    let told = format!("{SECRET} ").repeat(8);
    let thin = "<p>Read the whole report in our app.</p>";
    assert!(!read(&page(&data(&told), thin)).text.contains("blown up"));
    let long =
        "<p>The council of Selm voted for the old lock after a debate of six hours, its chair said.</p>";
    let scripts = "<script src=/app.js></script>";
    let article = read(&page(&(data(&told) + scripts), long));
    assert!(!article.text.contains("blown up") && !article.unshown);
    // a page that its scripts draw is read, and told apart
    let article = read(&page(&(data(&told) + scripts), thin));
    assert!(article.text.contains("blown up") && article.unshown);
    let brief = crate::brief::write(&article);
    assert!(brief.is_unshown(), "{:?}", brief.warnings);
    // what is struck out is not shown
    let hidden = format!("{long}<del>{told}</del>");
    assert!(!read(&page(&(data(&told) + scripts), &hidden)).text.contains("blown up"));
}

#[test]
fn posts_of_others_are_no_prose_of_the_outlet() {
    let post =
        "Our boats will all leave the harbour of Selm tonight and will not be back before the spring comes.";
    let day = "<a href='https://x.com/pierunion/status/1790000000000000000'>November 3, 2026</a>";
    for embedded in [
        format!(
            "<blockquote class='twitter-tweet'><p lang=en>{post}</p>— Pier Union (@pierunion) {day}</blockquote>"
        ),
        format!("<blockquote><p>{post}</p>— Pier Union (@pierunion) {day}</blockquote>"),
        format!("<blockquote class='Bluesky-Embed' data-bluesky-uri='at://x'><p>{post}</p></blockquote>"),
        format!(
            "<blockquote class=instagram-media><div><p>{post}</p><p>A post by the union</p></div></blockquote>"
        ),
        format!(
            "<blockquote cite='https://boats.example/@pier/109876543210987654'><p>{post}</p></blockquote>"
        ),
        format!("<blockquote data-embed-url='https://t.me/pierunion/1207'><p>{post}</p></blockquote>"),
        format!(
            "<div class=fb-post><blockquote class=fb-xfbml-parse-ignore><p>{post}</p></blockquote></div>"
        ),
        format!("<div class='tgme_widget_message_text js-message'>{post}</div>"),
        format!("<lite-youtube videoid=x><p>{post}</p></lite-youtube>"),
    ] {
        let article = read(&page(
            HEAD,
            &format!(
                "<article><h1>Council keeps the lock of Selm open</h1>{REPORT}{embedded}{REPORT}</article>"
            ),
        ));
        let at = article.text.find("Our boats").unwrap_or_else(|| panic!("{embedded}"));
        assert_eq!(article.role_at(at), Some(Role::Caption), "{embedded}");
        assert_eq!(article.body().count(), 3, "{embedded}");
    }
    for own in [
        format!(
            "<blockquote><p>“{post}”</p><p>— <a href=https://x.com/a/status/1>Pier Union</a></p></blockquote>"
        ),
        format!("<blockquote><p>{post}</p></blockquote>"),
        format!("<p>The union said: <em class=twitter-tweet>{post}</em> and that was all it said.</p>"),
    ] {
        let article = read(&page(HEAD, &format!("<article>{REPORT}{own}</article>")));
        let at = article.text.find("Our boats").unwrap_or_else(|| panic!("{own}"));
        assert_eq!(article.role_at(at), Some(Role::Body), "{own}");
    }
    // on its own page a post is the text
    let given = Given { url: Some("https://t.me/pierunion/1207".into()), ..Given::default() };
    let own = page("", &format!("<div class=tgme_widget_message_text>{REPORT}</div>"));
    assert!(from_html(&own, &given).body().count() == 3);
}

#[test]
fn no_field_of_a_page_bears_a_sign_of_a_verdict() {
    let head = "<title>Lock ✅ kept open</title><meta property='og:title' content='Lock ✅ 3 of 3 checked kept ✓ open'>\
        <meta property='og:site_name' content='Selm Post ✔&#xfe0f;'><meta name=author content='Oda Brandt ☑'>\
        <meta name=description content='🗸 The council voted for the old lock, and its chair was glad of it.'>";
    let body = format!(
        "<h1>✓ Lock 🆗 kept &#x2713; open</h1>{REPORT}<p>“We keep ✅ the lock open because the boats need it,” the chair said.</p>"
    );
    let article = read(&page(head, &body));
    let shown = format!("{article:?}");
    assert!(!shown.contains(['✅', '✓', '✔', '☑', '🗸', '🆗']), "{shown}");
    assert!(article.text.contains("“We keep the lock open because"), "{}", article.text);
    assert_eq!(article.site.as_deref(), Some("Selm Post"));
    let given = Given { title: Some("✅ Checked: lock ✓ open".into()), ..Given::default() };
    assert_eq!(from_html(&page("", REPORT), &given).title.as_deref(), Some("Checked: lock open"));
}
