//! What readers write below an article, and articles in elements that are marked like it.

use super::{REPORT, page, read};

const SPOKEN: &str =
    "“The southern banks are closed from tomorrow,” the deputy minister said, or so my neighbour heard it.";
const SCRIPT: &str =
    "var told = ['The banks are closed from tomorrow, said nobody in particular.', 'And so on.'].length;";
const MARKS: [&str; 5] = [
    "itemprop=comment itemscope itemtype='https://schema.org/Comment'",
    "itemscope itemtype='http://schema.org/UserComments'",
    "typeof='sioc:Post sioct:Comment'",
    "typeof='schema:Comment'",
    "role=comment",
];

fn told(body: &str) -> String {
    read(&page("<title>Talks resume</title>", body)).text
}

/// What readers say, each in an element with these attributes.
fn each(attributes: &str, count: usize) -> String {
    (0..count)
        .map(|at| format!("<div {attributes}><div class=usr>Reader {at}</div><p>{SPOKEN} ({at})</p></div>"))
        .collect()
}

#[test]
fn what_readers_write_below_is_known_by_its_marks() {
    let tools = ["id=disqus_thread", "id=isso-thread"];
    let marked = MARKS.map(|mark| ("class=list", mark)).into_iter();
    for (all, one) in marked.chain(tools.map(|tool| (tool, "class=row"))) {
        for count in [1, 3, 30] {
            let readers = format!("<div {all}>{}</div>", each(one, count));
            for body in [
                format!("<article><h1>Talks resume on Monday</h1>{REPORT}{readers}</article>"),
                format!(
                    "<article><h1>Talks resume on Monday</h1>{REPORT}</article>{readers}<footer>{REPORT}</footer>"
                ),
                format!(
                    "<h1>Talks resume on Monday</h1><div>{REPORT}</div>{readers}<script>{SCRIPT}</script><div id=footer>Selm Post</div>"
                ),
            ] {
                let text = told(&body);
                assert!(text.contains("after a pause of three weeks"), "{all} {one} {count}: {text}");
                assert!(text.contains("until the ministers meet in June"), "{all} {one} {count}: {text}");
                assert!(!text.contains("neighbour"), "{all} {one} {count}: {text}");
            }
        }
    }
}

#[test]
fn what_the_article_goes_on_behind_is_a_part_of_it() {
    let behind =
        "Nobody in the harbour office wanted to say on Friday how long the talks would take this time.";
    for mark in MARKS {
        for rest in [
            format!("<p>{behind}</p>"),
            "<p>That was all she said.</p>".to_owned(),
            format!("<section><h2>The banks</h2><div><span>{behind}</span></div></section>"),
            format!("<ul><li>{behind}</li></ul>"),
            format!("{behind}<br><br>"),
            format!("<blockquote>{behind}</blockquote>"),
        ] {
            for pages in [
                [mark, "data-plain"].map(|mark| {
                    format!("<article><h1>Talks resume</h1>{REPORT}{}{rest}</article>", each(mark, 1))
                }),
                [mark, "data-plain"].map(|mark| {
                    format!("<div><h1>Talks resume</h1>{REPORT}{}</div><div>{rest}</div>", each(mark, 2))
                }),
            ] {
                let [marked, plain] = pages.each_ref().map(|body| told(body));
                assert_eq!(marked, plain, "{pages:?}");
            }
        }
    }
}

#[test]
fn an_article_so_marked_stays() {
    let head = "<p class=dek>The harbour belongs to all of us, writes our columnist, and the council of Selm should remember that.</p>";
    for mark in MARKS {
        for body in [
            format!("<div {mark}><h1>Open the banks</h1>{REPORT}</div>"),
            format!("<h1>Open the banks</h1>{head}<div {mark}>{REPORT}</div>"),
            format!("<div><h1>Open the banks</h1>{head}</div><article {mark}>{REPORT}</article>"),
            format!("<h1>Open the banks</h1><div {mark}>12 Comments</div>{REPORT}"),
            format!("<h1>Letters</h1>{head}{}", REPORT.replace("<p>", &format!("</div><div {mark}><p>"))),
        ] {
            let text = told(&body);
            for words in ["after a pause of three weeks", "better than in March", "meet in June"] {
                assert!(text.contains(words), "{body}\n{text}");
            }
        }
    }
    let name = "<div class=comment-list><div id=comment-1 class=comment>";
    let live = told(&format!("<h1>The vote as it happens</h1>{REPORT}{name}<p>{SPOKEN}</p></div></div>"));
    assert!(live.contains("neighbour heard it"), "a name of a class says nothing: {live}");
}

/// Nothing is timed: a search that went back for each of them would take minutes.
#[test]
fn very_many_words_of_readers_are_looked_through_once() {
    for body in [
        format!("{REPORT}{}", each("role=comment", 12_000)),
        each("role=comment", 12_000),
        format!("{REPORT}{}", "<div role=comment><p>Nice.</p>".repeat(12_000)),
        format!("{REPORT}{}", "<div role=comment>Nice.</div><p>So she said to all of us.</p>".repeat(12_000)),
    ] {
        told(&body);
    }
}
