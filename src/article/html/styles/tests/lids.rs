//! What lies over the words of a page, wherever it stands in it, and what only seems to.

use super::is_seen;

const LID: &str = "position:absolute;inset:0;background:#fff";

#[test]
fn what_lies_under_a_box_is_left_out() {
    let sheet = |css: &str| format!("<style>.r{{position:relative}}{css}</style>");
    for body in [
        format!("<div class=r><div><p>§</p></div><section><div style='{LID}'></div></section></div>"),
        format!("<div class=r><section><section><div style='{LID}'></div></section></section><div><p>§</p></div></div>"),
        "<div class=r><div><p>§</p></div><b style='position:absolute;left:0;top:0;width:100%;height:100%;background:white'></b></div>".to_owned(),
        "<div><div class=r><p>§</p></div></div><div style='position:relative;margin-top:-300px;background:white'>x</div>".to_owned(),
    ] {
        assert!(!is_seen(&sheet(""), &body), "{body}");
    }
    for css in [
        ".r::after{content:'';position:absolute;inset:0;background:#fff}",
        ".r::before{content:'';position:absolute;top:0;left:0;width:100%;height:100%;background:white;z-index:9}",
    ] {
        assert!(!is_seen(&sheet(css), "<div class=r><div><div><p>§</p></div></div></div>"), "{css}");
    }
}

#[test]
fn what_lies_under_or_beside_the_words_hides_none() {
    let sheet = |css: &str| format!("<style>.r{{position:relative}}{css}</style>");
    for body in [
        format!("<div class=r><div style='{LID};z-index:-1'></div><div><p>§</p></div></div>"),
        format!("<div class=r><section><div style='{LID}'></div></section><div class=r><p>§</p></div></div>"),
        format!(
            "<div class=r><section><div style='{LID};opacity:0'></div></section><div><p>§</p></div></div>"
        ),
        format!("<div class=r><p>x</p><section><div style='{LID}'></div></section></div><p>§</p>"),
        "<div class=r><div><p>§</p></div><section><b style='position:absolute;inset:0'></b></section></div>"
            .to_owned(),
    ] {
        assert!(is_seen(&sheet(""), &body), "{body}");
    }
    for css in [
        ".r::after{content:'';position:absolute;inset:0;background:#fff;z-index:-1}",
        ".r::after{content:'';position:absolute;inset:0;background:#fff;transform:scale(0)}",
        ".r::after{content:'';position:absolute;inset:0;background:linear-gradient(transparent,white)}",
    ] {
        assert!(is_seen(&sheet(css), "<div class=r><div><div><p>§</p></div></div></div>"), "{css}");
    }
}

#[test]
fn words_in_another_order_than_the_pages_are_left_out() {
    for style in ["display:flex;flex-direction:row-reverse", "display:flex;flex-flow:row-reverse"] {
        assert!(
            !is_seen("", &format!("<p style='{style}'><span>§,</span><span> she said.</span></p>")),
            "{style}"
        );
    }
    let child =
        "<p style='display:flex'><span style='order:2'>§</span><span style='order:1'>Never</span></p>";
    assert!(!is_seen("", child));
    assert!(!is_seen("", "<p><bdo dir=rtl>§</bdo></p>"));
    // columns in another order hold paragraphs as they are
    let columns =
        "<div style='display:flex;flex-direction:row-reverse'><div><p>§</p></div><div><p>x</p></div></div>";
    assert!(is_seen("", columns));
}

#[test]
fn many_lids_let_none_through() {
    let decoys = format!("<div class=r><div style='{LID}'></div></div>").repeat(40);
    let sheet = "<style>.r{position:relative}</style>";
    let last =
        format!("{decoys}<div class=r><div><p>§</p></div><section><div style='{LID}'></div></section></div>");
    assert!(!is_seen(sheet, &last));
    assert!(is_seen(sheet, &format!("{decoys}<p>§</p>")));
}
