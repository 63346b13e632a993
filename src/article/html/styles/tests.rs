//! Pages that hide text from their readers, and pages that only seem to.

mod deep;
mod doubtful;
mod lids;
mod newer;
mod quirks;

use dom_query::Document;

use super::super::sanitizer::sanitized;
use super::Styles;

const VISIBLE: &str = "<p>The harbour council of Selm voted on Tuesday to keep the old lock open for another year.</p>\
    <p>Its chair Oda Brandt told reporters that nobody had asked for more than that, and that the engineers agree.</p>";

/// The text that is left of a page.
fn left(head: &str, body: &str) -> String {
    left_of("<!doctype html>", head, body)
}

/// The same of a page with this document type.
fn left_of(kind: &str, head: &str, body: &str) -> String {
    let html =
        format!("{kind}<html><head>{head}</head><body><article>{VISIBLE}{body}</article></body></html>");
    let safe = sanitized(&html);
    let page = Document::from(safe.html.as_str());
    Styles::read(&safe.styles, &safe.html).take_out_hidden(&page);
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
        "display:no\\6e e",
        "display:none;display:bogus",
        "--d:none;display:var(--d)",
        "display:var(--nowhere, none)",
        "font-size:calc(1px - 1px)",
        "font-size:clamp(0px, 0px, 3px)",
        "position:absolute;left:calc(-100vw - 100%)",
        "filter:blur(40px)",
        "mask:linear-gradient(transparent,transparent)",
        "letter-spacing:-40px",
        "zoom:0",
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
        ("div{opacity:.25}", "<div><div><p>§</p></div></div>", false),
        ("div{opacity:.8}", "<div><div><p>§</p></div></div>", true),
        (".k{font-size:calc(1rem + .1vw);width:min(100%,60em)}", "<p class=k>§</p>", true),
        (".k{font-size:clamp(14px,2vw,20px);letter-spacing:-.02em}", "<p class=k>§</p>", true),
        (".k{mask:linear-gradient(#000,transparent)}", "<p class=k>§</p>", true),
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
        (
            "<style>@keyframes come{to{opacity:1}}.in{opacity:0;animation:come 1s forwards}</style>",
            "<p class=in>§</p>",
        ),
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
    let scripted = |style: &str| format!("<script>go()</script><style>.late{{{style}}}</style>");
    assert!(is_seen(&scripted("opacity:0"), &format!("<div class=late>{article}</div>")));
    let each: String = (0..6).map(article_line).collect();
    assert!(is_seen(&scripted("display:none"), &each));
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

/// Each page here once had its hidden text read because a budget of the reading ended before what hides it.
#[test]
fn what_is_not_read_counts_as_hiding() {
    let names: String = (0..140).map(|index| format!("q{index}=1 ")).collect();
    let classes: String = (0..5_000).map(|index| format!("w{index} ")).collect();
    let style = "color:red;".repeat(4_000);
    let chain: String = (0..12).map(|index| format!("--c{index}:var(--c{});", index + 1)).collect();
    let others: String = (0..9_000).map(|index| format!(".o{index}{{color:red}}")).collect();
    let listed: String = (0..300).map(|index| format!(".o{index},")).collect();
    let (divs, nots) = ("div ".repeat(20), ":not(.n)".repeat(200));
    let (deep, opened, closed) = ("<div>".repeat(170), "@supports (color:red){".repeat(20), "}".repeat(20));
    for (sheet, body) in [
        (String::new(), format!("<p {names} hidden>§</p>")),
        ("p{display:block}".to_owned(), format!("<p {names} style=display:none>§</p>")),
        (String::new(), format!("<p style=\"{style}display:none\">§</p>")),
        (".k{display:none}".to_owned(), format!("<p class=\"{classes}k\">§</p>")),
        (String::new(), format!("{deep}<div hidden><p>§</p></div>")),
        (String::new(), format!("<p>{}<i style=display:none>§</i></p>", "<b>".repeat(9))),
        (format!("{others}.k{{display:none}}"), "<p class=k>§</p>".to_owned()),
        (format!("{listed}.k{{display:none}}"), "<p class=k>§</p>".to_owned()),
        (format!("{divs}.k{{display:none}}"), format!("{}<p class=k>§</p>", "<div>".repeat(20))),
        (format!("p{nots}.k{{display:none}}"), "<p class=k>§</p>".to_owned()),
        (format!("{opened}.k{{display:none}}{closed}"), "<p class=k>§</p>".to_owned()),
        (format!("html{{{chain}--c12:none}}.k{{display:var(--c0)}}"), "<p class=k>§</p>".to_owned()),
        (".k:lang(en){opacity:0}".to_owned(), "<p class=k>§</p>".to_owned()),
        (".k:dir(ltr){display:none}".to_owned(), "<p class=k>§</p>".to_owned()),
        ("p:has(u){display:none}".to_owned(), "<p><u>§</u></p>".to_owned()),
        (".k:nth-child(1 of .k){display:none}".to_owned(), "<p class=k>§</p>".to_owned()),
        ("@media not all and (monochrome){.k{display:none}}".to_owned(), "<p class=k>§</p>".to_owned()),
        ("@supports not (unheard-of:1){.k{display:none}}".to_owned(), "<p class=k>§</p>".to_owned()),
        (
            ".k{display:none}@supports (unheard-of:1){.k{display:block}}".to_owned(),
            "<p class=k>§</p>".to_owned(),
        ),
    ] {
        let text = left(&format!("<style>{sheet}</style>"), &body.replace('§', SECRET));
        let start: String = sheet.chars().take(60).chain(body.chars().take(60)).collect();
        assert!(!text.contains("blown up on Friday"), "{start}");
        assert!(text.contains("Oda Brandt told reporters"), "{start}");
    }
    let drawn = "<svg><style>.k{display:none}</style></svg><p class=k>§</p>";
    assert!(!is_seen("", drawn));
}

/// Sheets too big to be read leave nothing: any of the text may be hidden.
#[test]
fn a_page_of_unread_sheets_says_nothing() {
    let rules: String = (0..61_000).map(|index| format!(".o{index}{{top:0}}")).collect();
    let all = format!("<style>{rules}.k{{display:none}}</style>");
    assert!(!left(&all, &format!("<p class=k>{SECRET}</p>")).contains("Selm"));
    let nested = format!("<style>{}.k{{display:none}}{}</style>", "@media all{".repeat(60), "}".repeat(60));
    assert!(!left(&nested, &format!("<p class=k>{SECRET}</p>")).contains("Selm"));
}

#[test]
fn what_ordinary_sheets_say_of_others_hides_nothing() {
    for sheet in [
        "@media print{body *{display:none}}",
        "@media print{.k,p{visibility:hidden}}",
        "@media only screen and (max-width:640px){.k{display:none}}",
        "@media (width<640px){.k{display:none}}",
        "@media all and (-ms-high-contrast:none){.k{display:none}}",
        "@supports not (display:grid){.k{display:none}}",
        "::-webkit-scrollbar{display:none}",
        ".k::after{opacity:0}",
        "input:placeholder-shown~.k{opacity:0}",
        "p:has(video){display:none}",
        ".sr-only,.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}",
        ".k:hover{opacity:0}",
        ".k:not(.shown) .spinner{display:none}",
        ".k{color:var(--text-of-another-file)}",
        ".k{display:var(--of-another-file)}",
    ] {
        let body = "<p class=k>§ <span class=sr-only>Opens in a new window</span></p>";
        assert!(is_seen(&format!("<style>{sheet}</style>"), body), "{sheet}");
    }
    let wide = "style=\"background:url(data:image/png;base64,QUJD)\"";
    assert!(is_seen("", &format!("<p {wide} data-x=\"{}\">§</p>", "x".repeat(20_000))));
    assert!(is_seen("", &format!("<p>{}§</p>", "<font face=serif size=2>".repeat(12))));
}
