//! What newer parts of CSS hide: layers, colours of other spaces, and what browsers pass over.

use super::{SECRET, is_seen, left};

#[test]
fn layers_come_in_the_order_in_which_they_are_named() {
    for (sheet, seen) in [
        ("@layer a,b;@layer b{.k{display:none}}@layer a{p.k{display:block}}", false),
        ("@layer a,b;@layer b{.k{display:block}}@layer a{p.k{display:none}}", true),
        (".k{display:none}@layer a{p.k{display:block}}", false),
        (".k{display:block}@layer a{p.k{display:none}}", true),
        ("@layer a,b;@layer a{.k{display:none!important}}@layer b{.k{display:block!important}}", false),
        ("@layer x{@layer a,b;@layer b{.k{display:none}}@layer a{p.k{display:block}}}", false),
        ("@layer x{.k{display:none}@layer a{p.k{display:block}}}", false),
        ("@layer x.b,x.a;@layer x{@layer a{.k{display:none}}@layer b{p.k{display:block}}}", false),
        ("@layer{p.k{display:block}}@layer{.k{display:none}}", false),
    ] {
        assert_eq!(is_seen(&format!("<style>{sheet}</style>"), "<p class=k>§</p>"), seen, "{sheet}");
    }
}

#[test]
fn colours_of_every_space_are_lost_on_white() {
    for color in [
        "oklch(100% 0 0)",
        "oklab(1 0 0)",
        "lab(100 0 0)",
        "lch(100% 0 none)",
        "hwb(0 100% 0)",
        "hsl(none 0 100%)",
        "color(srgb 1 1 1)",
        "color(display-p3 1 1 1 / 1)",
        "color(xyz .95 1 1.09)",
        "color-mix(in srgb, white, white)",
        "color-mix(in oklab, white 99%, black)",
        "light-dark(white, black)",
        "rgb(from white r g b)",
        "oklch(40% .1 200 / 0)",
        "Canvas",
    ] {
        assert!(!is_seen("", &format!("<p style=\"color:{color}\">§</p>")), "{color}");
    }
    for color in [
        "oklch(40% .1 200)",
        "lab(30 10 10)",
        "hwb(200 10% 60%)",
        "color(srgb .2 .2 .2)",
        "color-mix(in srgb, black, white 20%)",
        "light-dark(#222, #eee)",
        "CanvasText",
        "contrast-color(white)",
        "currentcolor",
    ] {
        assert!(is_seen("", &format!("<p style=\"color:{color}\">§</p>")), "{color}");
    }
}

#[test]
fn what_browsers_do_not_know_leaves_what_stood_before() {
    for style in [
        "display:none;display:none none",
        "opacity:0;opacity:1 1",
        "opacity:0;opacity:1px",
        "font-size:0;font-size:big huge",
        "font-size:0;font-size:-3px",
        "color:#fff;color:notacolor",
        "color:#fff;color:rgb(1,2",
        "position:absolute;left:-9999px;left:12",
        "left:-9999px;position:absolute;position:abs",
        "height:0;overflow:hidden;height:12",
        "height:0;overflow:hidden;overflow:nope",
        "text-indent:-9999px;text-indent:12",
        "transform:scale(0);transform:grow(2)",
        "clip-path:inset(100%);clip-path:none none",
        "filter:opacity(0);filter:nope",
        "letter-spacing:-40px;letter-spacing:4",
        "text-decoration:line-through;text-decoration:bogus",
        "scale:0;scale:x",
        "background:#000;background:bogus;color:#000",
    ] {
        assert!(!is_seen("", &format!("<p style=\"{style}\">§</p>")), "{style}");
    }
    for style in [
        "opacity:0;opacity:1",
        "font-size:0;font-size:larger",
        "left:-9999px;position:absolute;left:auto",
        "height:0;overflow:hidden;height:fit-content",
        "transform:scale(0);transform:none",
        "color:#fff;color:inherit",
        "text-decoration:line-through;text-decoration:underline dotted",
    ] {
        assert!(is_seen("", &format!("<p style=\"{style}\">§</p>")), "{style}");
    }
}

#[test]
fn shapes_masks_and_turns_that_leave_nothing_hide() {
    for style in [
        "mask-image:linear-gradient(#0000,#0000)",
        "mask:linear-gradient(rgba(0,0,0,0),rgba(0,0,0,0))",
        "mask-size:0",
        "clip-path:url(#c)",
        "clip-path:path('M0 0')",
        "rotate:y .25turn",
        "rotate:1 0 0 90deg",
        "transform:rotate3d(1,0,0,90deg)",
        "transform:matrix(1,0,0,1,-9999,0)",
        "transform:translateX(calc(-100vw - 100%))",
        "word-spacing:-9999px",
        "margin-inline:-9999px 0",
        "position:absolute;inset-inline:-9999px auto",
    ] {
        assert!(!is_seen("", &format!("<p style=\"{style}\">§</p>")), "{style}");
    }
    for style in [
        "mask-image:linear-gradient(#000,transparent)",
        "mask-size:cover",
        "rotate:45deg",
        "transform:rotate3d(0,0,1,90deg)",
        "clip-path:border-box",
        "word-spacing:.1em",
        "margin-inline:auto",
    ] {
        assert!(is_seen("", &format!("<p style=\"{style}\">§</p>")), "{style}");
    }
}

#[test]
fn conditions_may_nest_as_deep_as_a_page_likes() {
    let deep = format!("{}width:1px{}", "(".repeat(20_000), ")".repeat(20_000));
    let not = "not ".repeat(20_000);
    for sheet in [
        format!("@media {deep}{{.k{{display:none}}}}"),
        format!("@supports {deep}{{.k{{display:none}}}}"),
        format!("@media {not}all{{.k{{display:none}}}}"),
        format!("@supports {not}(display:none){{.k{{display:none}}}}"),
    ] {
        // it is not known whether the rule holds: the words may be hidden
        assert!(!is_seen(&format!("<style>{sheet}</style>"), "<p class=k>§</p>"));
    }
    assert!(is_seen(&format!("<style media='{deep}'>.x{{display:none}}</style>"), "<p class=k>§</p>"));
}

#[test]
fn what_outweighs_the_rest_is_hidden_for_good_where_nothing_can_undo_it() {
    let much =
        format!("<p>{SECRET}. {}</p>", "Nobody on the council had heard of it before that day. ".repeat(40));
    for style in [
        "color:#fff;background:#fff",
        "opacity:0",
        "display:none",
        "font-size:0",
        "position:absolute;left:-9999px",
    ] {
        let hidden = format!("<div style=\"{style}\">{much}</div>");
        assert!(!left("", &hidden).contains("blown up on Friday"), "{style}");
    }
    let waiting = format!("<div style=\"opacity:0\">{much}</div>");
    assert!(left("<link rel=stylesheet href=/s.css>", &waiting).contains("blown up on Friday"));
}
