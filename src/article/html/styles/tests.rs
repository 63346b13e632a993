//! Pages that hide text from their readers, and pages that only seem to.

use dom_query::Document;

use super::super::sanitizer::sanitized;
use super::Styles;

const VISIBLE: &str = "<p>The harbour council of Selm voted on Tuesday to keep the old lock open for another year.</p>\
    <p>Its chair Oda Brandt told reporters that nobody had asked for more than that, and that the engineers agree.</p>";

/// The text that is left of a page.
fn left(head: &str, body: &str) -> String {
    let html = format!("<html><head>{head}</head><body><article>{VISIBLE}{body}</article></body></html>");
    let safe = sanitized(&html);
    let page = Document::from(safe.html.as_str());
    Styles::read(safe.styles.iter().copied(), &safe.html).take_out_hidden(&page);
    page.text().to_string()
}

const SECRET: &str = "The lock will be blown up on Friday, whatever the council says";

fn is_seen(head: &str, body: &str) -> bool {
    let text = left(head, &body.replace('§', SECRET));
    assert!(text.contains("Oda Brandt told reporters"), "{head} {body}: {text}");
    text.contains("blown up on Friday")
}

#[test]
fn what_a_style_hides_is_taken_out() {
    for style in [
        "display:none",
        "display: NONE !important",
        "d\\69splay:none",
        "visibility:hidden",
        "opacity:0",
        "opacity:.01;position:absolute",
        "font-size:0",
        "font-size:1px",
        "font:0/0 a",
        "color:transparent",
        "color:#fff",
        "color:white;background:#FEFEFE",
        "color:rgba(0,0,0,.01)",
        "-webkit-text-fill-color:transparent",
        "position:absolute;left:-9999px",
        "position:fixed;top:-200vh",
        "position:relative;left:-80em",
        "margin-left:-5000px",
        "text-indent:-9999px",
        "text-indent:100%;white-space:nowrap;overflow:hidden",
        "transform:scale(0)",
        "transform:translateX(-9999px)",
        "height:0;overflow:hidden",
        "max-height:0;overflow:hidden",
        "width:1px;overflow:hidden",
        "position:absolute;clip:rect(0 0 0 0)",
        "clip-path:inset(100%)",
        "clip-path:polygon(0 0,0 0,0 0)",
        "filter:opacity(0)",
        "content-visibility:hidden",
        "text-decoration:line-through",
    ] {
        assert!(!is_seen("", &format!("<p style=\"{style}\">§</p>")), "{style}");
        assert!(
            !is_seen("", &format!("<div style=\"{style}\"><div><p>§</p></div></div>")),
            "{style}, within"
        );
        let sheet = format!("<style>.k > p, #none {{ {style} }}</style>");
        assert!(!is_seen(&sheet, "<div class=k><p>§</p></div>"), "{style}, in a sheet");
        assert!(is_seen(&sheet, "<div class=l><p>§</p></div>"), "{style}, of others");
    }
}

#[test]
fn what_elements_hide_or_strike_out_is_taken_out() {
    for body in [
        "<p hidden>§</p>",
        "<dialog><p>§</p></dialog>",
        "<div popover><p>§</p></div>",
        "<p><del>§</del></p>",
        "<p>So <s>§</s> said Oda Brandt told reporters.</p>",
        "<p><strike>§</strike></p>",
        "<p><font color=white>§</font></p>",
        "<table bgcolor=black><tr><td><font color=\"#000000\">§</font></td></tr></table>",
    ] {
        assert!(!is_seen("", body), "{body}");
    }
    assert!(is_seen("<style>s{text-decoration:none}</style>", "<p><s>§</s></p>"));
    assert!(is_seen("", "<dialog open><p>§</p></dialog>"));
    assert!(is_seen("<style>[hidden]{display:block}</style>", "<p hidden>§</p>"));
}

#[test]
fn sheets_are_read_as_browsers_read_them() {
    for (sheet, body, seen) in [
        ("article p:nth-child(3){display:none}", "<p>§</p>", false),
        ("p + p + p{display:none}", "<p>§</p>", false),
        ("@media screen{.k{display:none}}", "<p class=k>§</p>", false),
        ("@media print{.k{display:none}}", "<p class=k>§</p>", true),
        ("@media (max-width:500px){.k{display:none}}", "<p class=k>§</p>", true),
        ("@supports (display:grid){.k{opacity:0}}", "<p class=k>§</p>", false),
        (".k{display:none} .k{display:block}", "<p class=k>§</p>", true),
        (".k{display:block} .k{display:none}", "<p class=k>§</p>", false),
        ("#i{display:block} p.k{display:none}", "<p class=k id=i>§</p>", true),
        ("p{display:block} .k{display:none!important} #i{display:block}", "<p class=k id=i>§</p>", false),
        (".k{visibility:hidden} .k span{visibility:visible}", "<p class=k><span>§</span></p>", true),
        (".k{display:none} .k span{display:block}", "<p class=k><span>§</span></p>", false),
        (".k{font-size:0} .k b{font-size:14px}", "<p class=k><b>§</b></p>", true),
        (":root{--n:none} .k{display:var(--n)}", "<p class=k>§</p>", false),
        ("article{.k{display:none}}", "<p class=k>§</p>", false),
        ("<!-- /* p{ */ .k{/**/display:/**/none}", "<p class=k>§</p>", false),
        (".k::before{display:none}", "<p class=k>§</p>", true),
        ("body{background:#123} .k{color:#123}", "<p class=k>§</p>", false),
        ("body{background:#123} .k{color:#fff}", "<p class=k>§</p>", true),
        (".k{background:url(dark.png);color:#fff}", "<p class=k>§</p>", true),
        (".k{color:#fff} .k a{color:#00f}", "<p class=k><a href=/x>§</a></p>", true),
        ("} .j{ .k{display:none}", "<p class=k>§</p>", true),
    ] {
        assert_eq!(is_seen(&format!("<style>{sheet}</style>"), body), seen, "{sheet}");
    }
    assert!(is_seen("<style media=print>.k{display:none}</style>", "<p class=k>§</p>"));
    assert!(!is_seen("<style media=\"screen\">.k{display:none}</style>", "<p class=k>§</p>"));
    assert!(is_seen("<noscript><style>.k{display:none}</style></noscript>", "<p class=k>§</p>"));
}

#[test]
fn what_readers_can_open_or_will_see_stays() {
    for (head, body) in [
        ("<style>.pane{display:none} .pane.active{display:block}</style>", "<div class=pane><p>§</p></div>"),
        (
            "<style>.rest{max-height:0;overflow:hidden} #more:checked ~ .rest{max-height:90em}</style>",
            "<input type=checkbox id=more><div class=rest><p>§</p></div>",
        ),
        (
            "<style>.fold{height:0;overflow:hidden}</style>",
            "<button aria-controls=f1 aria-expanded=false>More</button><div class=fold id=f1><p>§</p></div>",
        ),
        ("", "<a data-toggle=collapse href=#c>More</a><div id=c style=display:none><p>§</p></div>"),
        ("", "<div role=tabpanel hidden><p>§</p></div>"),
        ("<style>.in{opacity:0;animation:come 1s forwards}</style>", "<p class=in>§</p>"),
        ("<script>go()</script><style>.in{opacity:0;transition:opacity .4s}</style>", "<p class=in>§</p>"),
        ("<script>go()</script><style>.wow{visibility:hidden}</style>", "<p class=wow>§</p>"),
        ("<script>go()</script><style>[data-aos]{opacity:0}</style>", "<p data-aos=fade>§</p>"),
        ("", "<details><summary>More</summary><p>§</p></details>"),
        ("", "<p style=\"color:#ddd\">§</p>"),
        ("", "<p style=\"opacity:.4;font-size:9px\">§</p>"),
        ("", "<p aria-hidden=true>§</p>"),
    ] {
        assert!(is_seen(head, body), "{head} {body}");
    }
}

#[test]
fn a_page_that_hides_most_of_its_text_shows_it_later() {
    let article =
        "<p>§ and so on, as the engineers of Selm have told the council for many years.</p>".repeat(6);
    assert!(is_seen("<style>.late{opacity:0}</style>", &format!("<div class=late>{article}</div>")));
    let each: String = (0..6).map(article_line).collect();
    assert!(is_seen("<style>.late{display:none}</style>", &each));
    assert!(!is_seen("", &format!("<del>{article}</del>")));
}

fn article_line(index: usize) -> String {
    let more = "again ".repeat(index);
    format!(
        "<p class=late>§ and so on, {more}as the engineers of Selm have told the council for many years.</p>"
    )
}

/// Each of these takes minutes where rules are tried without a count.
#[test]
fn many_rules_and_many_elements_end() {
    let rules: String =
        (0..1_500).map(|index| format!("div div .a{index} ~ * p:nth-child(2n){{opacity:0}}")).collect();
    let body = "<div><i class=a1></i><p>x</p>".repeat(1_000) + &"<p>y</p>".repeat(5_000);
    left(&format!("<style>{rules}</style>"), &body);
    left(&format!("<style>{}</style>", "a{".repeat(200_000)), "");
    left(&format!("<style>{}</style>", "a,b{a,b{a,b{a,b{a,b{a,b{a,b{opacity:0}}}}}}}".repeat(5_000)), "");
    let shut = "<p class=k>x</p>".repeat(4_000);
    left(&format!("<style>.k{{opacity:0}}{}</style>", ".k.z{opacity:1}".repeat(2_000)), &shut);
}
