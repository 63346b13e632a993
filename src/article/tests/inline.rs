//! What stands within a sentence is the article's, whatever its class says.

use super::{REPORT, page, read};

/// The text of a page with one more paragraph among those of the report.
fn told(paragraph: &str) -> String {
    read(&page(
        "<title>Talks resume</title>",
        &format!("<article><h1>Talks resume on Monday</h1>{REPORT}{paragraph}{REPORT}</article>"),
    ))
    .text
}

#[test]
fn inline_elements_are_words_whatever_their_class() {
    for (paragraph, words) in [
        (
            "<p>“We will <em class=social>not</em> sign this paper in the harbour,” the deputy minister said.</p>",
            "We will not sign this paper",
        ),
        (
            "<p>The port bought a <span class='share promo'>fifth of the shares</span> of its neighbour for two million crowns.</p>",
            "bought a fifth of the shares of its neighbour",
        ),
        (
            "<p>Das Abkommen gilt <b class=\"newsletter\">nur</b> bis zum Ende der Saison, sagte der Sprecher der Hafenbehörde am Abend.</p>",
            "gilt nur bis zum Ende",
        ),
        (
            "<p>Договор действует <strong class=related>только</strong> до конца сезона, сообщили вечером в управлении порта.</p>",
            "действует только до конца",
        ),
        (
            "<p><span class=sponsored>No</span> ferry will sail before the talks are over, the union said on Tuesday evening.</p>",
            "No ferry will sail",
        ),
        (
            "<p>The treaty ends in <a class=recommended href=/treaty>the spring of next year</a> and may be renewed once.</p>",
            "in the spring of next year and may",
        ),
        (
            "<p><em class=subscribe>Nobody left the room this time, and that alone was better than in March, said the envoy.</em></p>",
            "Nobody left the room",
        ),
        (
            "<p><span class='promo lettrine'>L</span>e port a rouvert lundi aux bateaux de pêche après quatre mois de travaux.</p>",
            "Le port a rouvert lundi",
        ),
        (
            "<div class=text><div class=dropcap>T</div>he port reopened on Monday to fishing boats after four months of work.</div>",
            "The port reopened on Monday",
        ),
        (
            "<p>Nor<b>thern</b> boats may sail from Monday with up to ten lor<i>ri</i>es on board, the harbour office said.</p>",
            "Northern boats may sail from Monday with up to ten lorries",
        ),
        (
            "<p>The fish<wbr>ing&shy;quotas of the south<wbr>ern banks are not on the table, the minister&#8203; said.</p>",
            "The fishingquotas of the southern banks are not on the table, the minister said.",
        ),
        (
            "<p><q>We leave at dawn and nobody stays behind</q>, said Ana Porto, who leads the dockers.</p>",
            "“We leave at dawn and nobody stays behind”, said Ana Porto",
        ),
        (
            "<p><q>«Nous partons à l’aube»</q>, a dit Ana Porto, qui dirige les dockers du port de commerce.</p>",
            "«Nous partons à l’aube», a dit",
        ),
        (
            "<p>The quota is ten tons<sup class=reference><a href='#fn1'>[1]</a></sup> a boat, and nobody<a href='#fn2'>[2]</a> wants it to be lower.</p>",
            "ten tons a boat, and nobody wants",
        ),
    ] {
        let text = told(paragraph);
        assert!(text.contains(words), "{paragraph}\n{text}");
    }
}

/// A text has nothing but marks for what a page sets apart as somebody's words.
#[test]
fn words_in_a_block_behind_a_colon_are_in_marks() {
    const SAYS: &str = "<p>The speaker of the harbour office, Ana Porto, said on Monday:</p>";
    for (block, words) in [
        (
            "<blockquote><p>We leave at dawn. Nobody stays behind.</p></blockquote>",
            Some("“We leave at dawn. Nobody stays behind.”"),
        ),
        (
            "<blockquote>We leave at dawn and nobody stays behind.</blockquote>",
            Some("“We leave at dawn and nobody stays behind.”"),
        ),
        (
            "<blockquote><p>We leave at dawn.</p><p>Nobody stays behind.</p></blockquote>",
            Some("“We leave at dawn.”\n\n“Nobody stays behind.”"),
        ),
        (
            "<blockquote><p>«We leave at dawn and nobody stays behind.»</p></blockquote>",
            Some("«We leave at dawn and nobody stays behind.»"),
        ),
        ("<blockquote><p>We leave at dawn, says the harbour.</p><cite>The Gull</cite></blockquote>", None),
        (
            "<blockquote><p>We leave at dawn.</p><p>— Lars Berg, in a letter</p></blockquote><p>She said no more that day to the people of the harbour.</p>",
            Some("“We leave at dawn.”\n\nShe said no more"),
        ),
        (
            "<blockquote cite='https://gull.example/1'><p>We leave at dawn and nobody stays behind.</p></blockquote>",
            None,
        ),
        (
            "<blockquote><p>We leave at dawn.</p><p>Porto (@porto) <a href='https://gull.example/porto/1'>May 5</a></p></blockquote>",
            None,
        ),
        ("<p>We leave at dawn and nobody stays behind.</p>", None),
        (
            "<p>She said no more.</p><blockquote><p>We leave at dawn and nobody stays behind.</p></blockquote>",
            None,
        ),
    ] {
        let text = told(&format!("{SAYS}{block}"));
        match words {
            Some(words) => assert!(text.contains(&format!("Monday:\n\n{words}")), "{block}\n{text}"),
            None => assert!(!text.contains('“'), "{block}\n{text}"),
        }
    }
}

#[test]
fn blocks_and_controls_still_go() {
    for (paragraph, words) in [
        (
            "<div class='share-bar social'><a href=#>Tweet</a> <a href=#>Tell your friends of this story</a></div>",
            "Tell your friends",
        ),
        (
            "<div class=newsletter-box><p>Get our morning letter from the harbour in your inbox.</p></div>",
            "morning letter",
        ),
        (
            "<p>The boats sail at dawn<button class=copy>Copy this sentence</button> when the wind is from the west.</p>",
            "Copy this sentence",
        ),
        (
            "<p>The boats sail <span class=sr-only>opens in a new window</span>at dawn when the wind is from the west.</p>",
            "new window",
        ),
        (
            "<p>The boats sail <span style='display:none'>never again</span>at dawn when the wind is from the west.</p>",
            "never again",
        ),
        (
            "<p>The boats sail at dawn when the wind is from the west. <a class=related href=/x>More on the boats of the west</a></p>",
            "More on the boats",
        ),
    ] {
        let text = told(paragraph);
        assert!(!text.contains(words), "{paragraph}\n{text}");
        assert!(text.contains("better than in March"), "{paragraph}");
    }
}

#[test]
fn what_a_headline_sets_apart_is_apart() {
    for (h1, title) in [
        ("Talks resume<br>in the harbour", "Talks resume in the harbour"),
        ("<span>Talks resume</span><span>in the harbour</span>", "Talks resume in the harbour"),
        (
            "<span class=kicker>Fischerei</span><span>Gespräche gehen weiter</span>",
            "Fischerei Gespräche gehen weiter",
        ),
        ("<div>Talks resume</div><div>in the harbour</div>", "Talks resume in the harbour"),
        ("Har<b>bour</b> talks re<i>su</i>me today", "Harbour talks resume today"),
        ("<span>T</span><span>alks resume in the harbour</span>", "Talks resume in the harbour"),
        (
            "Hafen&shy;gespräche gehen in die nächste Runde&#8203;",
            "Hafengespräche gehen in die nächste Runde",
        ),
    ] {
        let article = read(&page("", &format!("<h1>{h1}</h1>{REPORT}")));
        assert_eq!(article.title.as_deref(), Some(title), "{h1}");
    }
}

#[test]
fn a_window_that_names_the_site_alone_gives_way_to_the_headline() {
    for (window, header) in [
        ("Port Gazette", "<header><a href=/>Port Gazette</a></header>"),
        ("Вестник гавани", "<header><a href='/index.html'>Вестник гавани</a></header>"),
        ("Le Phare", ""),
    ] {
        let html = page(
            &format!("<title>{window}</title>"),
            &format!("{header}<h1>Envoys meet in the harbour again</h1>{REPORT}"),
        );
        assert_eq!(read(&html).title.as_deref(), Some("Envoys meet in the harbour again"), "{window}");
    }
}

#[test]
fn a_link_in_a_block_of_its_own_parts_no_sentence() {
    for (html, words) in [
        (
            "<p>The two coastal states will resume talks on Monday, said</p><p><a href=/x>Reuters</a></p><p>after a pause of three weeks, as officials of both sides told it in the town hall.</p>",
            "Reuters",
        ),
        (
            "<div>The two coastal states, led by <div><a href=/x>Norland</a></div>, will resume talks on fishing quotas on Monday after a pause of three weeks.</div>",
            "Norland",
        ),
    ] {
        let text = read(&page("", &format!("<article><h1>Talks resume</h1>{html}{REPORT}</article>"))).text;
        assert!(text.contains(words) && text.contains("The two coastal states"), "{text}");
    }
    // a label is no half of a sentence
    let label = "<div>World news</div><p>iPhones were taken from officials of both sides before they went into the harbour office on Monday.</p>";
    assert!(
        !read(&page("", &format!("<article><h1>Talks resume</h1>{label}{REPORT}</article>")))
            .text
            .contains("World news")
    );
}

#[test]
fn raised_numbers_are_read_where_they_are_no_marks_of_notes() {
    for (within, words) in [
        ("a quota of ten tons<sup>1</sup>, the office said", "of ten tons, the office"),
        ("the quota ended.<sup>12</sup> The office", "quota ended. The office"),
        ("the quota of 2019<sup>3</sup> and that of spring", "of 2019 and that"),
        ("the quota <sup>*</sup> and that of spring", "the quota and that"),
        ("the whole bank<sup>[4]</sup> and that of spring", "whole bank and that"),
        ("a bank of 40 km<sup>2</sup> and that of spring", "40 km2 and that"),
        ("a bank of 40 metres<sup>2</sup> and that of spring", "40 metres2 and that"),
        ("some 10<sup>-3</sup> grams and 10<sup>6</sup> fish", "some 10-3 grams and 106 fish"),
        ("la 1<sup>re</sup> zone du XIX<sup>e</sup> siècle", "la 1re zone du XIXe siècle"),
        ("of <sup>235</sup>U in the water off the bank", "of 235U in the water"),
        ("a <ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>町 by the sea", "a 港町 by the sea"),
    ] {
        let text = told(&format!(
            "<p>The two coastal states will talk about {within} on Monday, officials said.</p>"
        ));
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn a_button_within_a_sentence_is_no_word_of_it_and_every_other_element_is() {
    let text = told(
        "<p>“We will <b class=ad>never</b> close every pier <a class=share href=/s>Share</a> tomorrow,” the deputy minister told \
         reporters outside the harbour office.</p>",
    );
    assert!(text.contains("will never close every pier tomorrow"), "{text}");
}
