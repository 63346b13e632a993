//! Words within a sentence that readers of a page see: they are read, or nothing is left of the sentence.

use super::{REPORT, page, read};

/// The text of a page with one more paragraph, within whose only quotation a piece of a page stands.
fn told(head: &str, within: &str) -> String {
    let said =
        format!("<p>“We will {within} sign the treaty before the spring,” the deputy minister said.</p>");
    let body = format!("<article><h1>Talks resume on Monday</h1>{REPORT}{said}{REPORT}</article>");
    let text = read(&page(&format!("<title>Talks resume</title>{head}"), &body)).text;
    assert!(text.contains("better than in March"), "{within}");
    text
}

#[test]
fn words_that_cannot_be_read_leave_nothing_of_their_quotation() {
    for (head, within) in [
        ("", "<button>not</button>"),
        ("", "<select><option>not</option></select>"),
        ("", "<textarea rows=1>not</textarea>"),
        ("", "<math><mtext>not</mtext></math>"),
        ("", "<svg width=30 height=20><text y=15>not</text></svg>"),
        ("", "<svg><foreignObject width=40 height=20><span>not</span></foreignObject></svg>"),
        ("", "<iframe srcdoc=not width=40 height=20></iframe>"),
        ("", "<object data='data:text/html,not' width=30></object>"),
        ("", "<img alt=not src=not.png>"),
        ("", "<img src=not.png>"),
        ("", "<input value=not readonly>"),
        ("", "<input placeholder=not>"),
        ("", "<bdo dir=rtl>ton</bdo>"),
        ("<link rel=stylesheet href=/x.css>", "<span class=sr-only>not</span>"),
        (
            "<style>@counter-style n{system:cyclic;symbols:\"not\"}.n::before{content:counter(a,n)}</style>",
            "<span class=n></span>",
        ),
        ("<style>q{quotes:\"not \" \"\"}</style>", "<q>surely</q>"),
        ("<style>.n{quotes:\"not\" \"\"}.n::before{content:open-quote}</style>", "<span class=n></span>"),
    ] {
        let text = told(head, within);
        assert!(!text.contains("sign the treaty"), "{head}{within}\n{text}");
    }
}

#[test]
fn words_in_strange_elements_are_words_of_the_sentence() {
    for (head, within) in [
        ("", "<span aria-hidden=true>not</span>"),
        ("", "<span role=navigation>not</span>"),
        ("", "<span class=sr-only>not</span>"),
        ("<style>[hidden]{display:inline}</style>", "<span hidden>not</span>"),
        ("<style>i{display:inline!important}</style>", "<i style='display:none'>not</i>"),
        ("", "<aside style='display:inline'>not</aside>"),
        ("", "<nav style='display:inline'>not</nav>"),
        ("", "<form style='display:inline'>not</form>"),
        ("", "<footer style='display:inline'>not</footer>"),
        ("", "<figcaption style='display:inline'>not</figcaption>"),
        ("", "<fieldset><legend>not</legend></fieldset>"),
        ("", "<xmp style='display:inline'>not</xmp>"),
    ] {
        let text = told(head, within).replace("\n\n", " ");
        assert!(text.contains("We will not sign the treaty"), "{head}{within}\n{text}");
    }
}

#[test]
fn what_shows_no_word_of_the_sentence_leaves_it_whole() {
    for (head, within) in [
        ("", "<svg><title>Link</title><path d=M0/></svg>"),
        ("", "<img alt='👍' src=up.png>"),
        ("", "<img width=1 height=1 src=count.gif>"),
        ("", "<input type=hidden value=not>"),
        ("", "<button hidden>not</button>"),
        ("<style>.n::before{content:counter(note)}</style>", "<sup class=n></sup>"),
        ("<style>q::before{content:open-quote}</style>", ""),
    ] {
        let text = told(head, within);
        assert!(text.contains("We will sign the treaty"), "{head}{within}\n{text}");
    }
    let hidden = "<link rel=stylesheet href=/x.css><style>.k{display:none}</style>";
    for within in
        ["<button class=k>not</button>", "<iframe class=k src=/x></iframe>", "<img class=k src=x.png>"]
    {
        assert!(told(hidden, within).contains("We will sign the treaty"), "{within}");
    }
    let window = "<p>The boats sail <span class=sr-only>opens in a new window</span>at dawn when the wind is from the west.</p>";
    let text =
        read(&page("<link rel=stylesheet href=/x.css>", &format!("<h1>Talks</h1>{REPORT}{window}{REPORT}")))
            .text;
    assert!(text.contains("sail at dawn"), "{text}");
    let share = "<p>“We leave at dawn,” she said. <button>Share</button></p><p><img src=x.png alt=Boats>“Nobody stays behind,” he said.</p>";
    let text = read(&page("", &format!("<h1>Talks resume on Monday</h1>{REPORT}{share}{REPORT}"))).text;
    assert!(text.contains("We leave at dawn") && text.contains("Nobody stays behind"), "{text}");
}
