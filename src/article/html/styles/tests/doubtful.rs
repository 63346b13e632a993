//! Words of which it hangs on how browsers read a style whether they are seen: a sentence is read as it is shown or not at
//! all.

use super::{SECRET, is_seen, left};

/// Whether the words are gone from a sentence that stays.
fn cuts(head: &str, word: &str) -> bool {
    let text = left(head, &format!("<div class=w><p class=s>“We will {word}close,” she said.</p></div>"));
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").contains("“We will close,” she said.")
}

fn sheet(css: &str) -> String {
    format!("<style>{css}</style>")
}

#[test]
fn words_that_browsers_show_are_not_cut_out_of_a_sentence() {
    for style in [
        "display:none;display:var(--no)",
        "display:var(--d);--d:inline",
        "display:none;--d:block;display:var(--d)",
        "display:none;all:unset",
        "display:none;all:initial",
        "display:none;all:revert",
        "display:none;display:revert",
        "transform:scale(0)",
        "scale:0",
        "translate:-9999px",
        "transform:translateX(-9999px)",
        "height:0;overflow:hidden",
        "width:0;max-height:0;overflow:hidden",
        "text-indent:-9999px",
        "margin-top:-9999px",
        "content-visibility:hidden",
        "display:inline-block;height:0;min-height:2em;overflow:hidden",
        "display:inline-block;height:0;padding-bottom:2em;overflow:hidden",
        "display:inline-block;height:0%;overflow:hidden",
        "color:rgb(from white 0 0 0)",
        "color:#fff;color:oklch(from white 0 c h)",
        "font-size:0;font:initial",
        "font-size:0;font:caption",
        "color:transparent;text-shadow:0 0 0 #000",
        "color:transparent;-webkit-text-stroke:1px #000",
        "color:transparent;background-clip:text;background-image:linear-gradient(#000,#000)",
        "position:sticky;left:-9999px",
        "zoom:0",
        "display:none;display:grid-lanes",
        "display:none;display:if(style(--x:1):none;else:inline)",
    ] {
        assert!(!cuts("", &format!("<span style=\"{style}\">never</span> ")), "{style}");
        assert!(
            !cuts(&sheet(&format!("p .k{{{style}}}")), "<span class=k>never</span> "),
            "{style}, in a sheet"
        );
    }
}

#[test]
fn rules_that_browsers_pass_over_cut_nothing() {
    for css in [
        "@scope (.other){.k{display:none}}",
        "@container (min-width:9000px){.k{display:none}}",
        "@namespace url(http://example.org/x);span{display:none}",
        "@unheard-of x{.k{display:none}}",
        ".k,p:unheard-of{display:none}",
        ".k%{display:none}",
        ".k:not(:contains('x')){display:none}",
        "@media not all{.k{display:none}}",
        ".k{display:none;&{display:inline}}",
        ".k{--D:none;display:var(--d)}",
        ":root{--d:none}.k{--d:inline;display:var(--d)}",
        ".w{--d:inline}:root{--d:none}.k{display:var(--d)}",
        ".k{display:none;display:var(--a,inline)}",
        ":root{--a:bogus}.k{display:none;display:var(--a)}",
        ".k:checked{display:none}",
        "@keyframes a{to{opacity:1}}.k{opacity:0;animation:a 1s forwards}",
        "@layer a{.k{display:inline}}@layer b{.k{display:none;display:revert-layer}}",
    ] {
        assert!(!cuts(&sheet(css), "<span class=k>never</span> "), "{css}");
    }
    let nested = "<span style='position:relative;left:9999px'><span style='position:relative;left:-9999px'>never</span></span> ";
    assert!(!cuts("", nested));
    assert!(!cuts(&sheet(".s::before{content:'It is a lie that '}"), ""));
    assert!(!cuts(&sheet(".k::after{content:'never '}"), "<i class=k></i>"));
}

#[test]
fn a_sentence_outside_of_paragraphs_goes_whole() {
    let style = "mix-blend-mode:screen";
    let text = left(
        "",
        &format!("</article>“We will <span style='{style}'>never</span> close,” she said.<article>"),
    );
    assert!(
        !text.contains("“We will close,”")
            && !text.split_whitespace().collect::<Vec<_>>().join(" ").contains("We will close"),
        "{text}"
    );
    let text = left("", &format!("<div>“We will <div style='{style}'>never</div> close,” she said.</div>"));
    assert!(!text.contains("“We will"), "{text}");
}

#[test]
fn what_may_be_hidden_is_not_read() {
    for style in [
        "mix-blend-mode:screen",
        "position:absolute;right:100%",
        "position:absolute;inset:0 100% auto auto",
        "position:absolute;right:9999px",
        "position:fixed;bottom:100%",
        "content-visibility:hidden",
        "clip-path:inset(0 0 95% 0)",
        "clip-path:inset(60px)",
        "clip-path:circle(1px at 0 0)",
        "clip-path:polygon(0 0,1px 0,0 1px)",
        "filter:opacity(0)",
        "filter:opacity(.2) opacity(.2)",
        "filter:brightness(0) invert(1)",
        "filter:invert(1)",
        "filter:contrast(0)",
        "font:0/0 a",
        "font-size:0;font:10px",
        "zoom:0",
        "zoom:.05",
        "scale:0",
        "scale:.05",
        "transform:scale(.1)",
        "transform:rotateX(88deg)",
        "translate:-9999px",
        "translate:0 -5000px",
        "color:rgb(from black 255 255 255)",
        "color:rgb(from white r g b)",
        "color:color-mix(in srgb,white,white)",
        "color:color-mix(in srgb,currentcolor 0%,white)",
        "color:hsl(from black h s 100%)",
        "-webkit-text-security:disc",
        "unicode-bidi:bidi-override;direction:rtl",
        "display:table-column",
        "display:none;display:-ms-flexbox",
        "offset-path:path('M -9999 0')",
        "contain:strict",
        "contain:size;overflow:hidden",
        "line-height:0;overflow:hidden",
        "height:5px;overflow:hidden",
        "overflow:hidden;overflow-x:visible;height:0",
        "background:linear-gradient(#fff,#fff);color:#fff",
        "position:absolute;left:anchor(right)",
        "display:attr(data-d type(*))",
    ] {
        assert!(!is_seen("", &format!("<p style=\"{style}\">§</p>")), "{style}");
        assert!(!is_seen(&sheet(&format!(".k{{{style}}}")), "<p class=k>§</p>"), "{style}, in a sheet");
    }
}

#[test]
fn rules_that_may_hide_hide() {
    for css in [
        ".k{visibility:hidden}.k span{visibility:unset}",
        ".k{visibility:hidden}.k span{visibility:revert}",
        "@layer a{.k{display:none}}@layer b{.k{display:block;display:revert-layer}}",
        "@layer a{.k{display:none}}@layer b{.k{display:block}.k{all:revert-layer}}",
        "@keyframes a{to{opacity:0}}.k{animation:a 1s forwards}",
        "@keyframes a{to{visibility:hidden}}.k{animation-name:a;animation-duration:1s;animation-fill-mode:both}",
        "@-webkit-keyframes a{0%{opacity:1}100%{opacity:0}}.k{-webkit-animation:1s a both}",
        "@keyframes a{0%,99%{opacity:0}to{opacity:1}}.k{animation:a 1s infinite}",
        "@keyframes a{from{opacity:0}to{opacity:1}}.k{animation:a 1s 999999s both}",
        "@keyframes a{from{opacity:0}to{opacity:1}}.k{animation:a 1s reverse forwards}",
        "@keyframes a{from{opacity:0}to{opacity:1}}.k{animation:a 1s paused}",
        "@keyframes a{to{color:#fff}}.k{animation:a 1s forwards}",
        ".k{opacity:0;animation:nowhere 1s forwards}",
        "@keyframes a{to{opacity:1}}.k{opacity:0;animation:a 1s}",
        ".k::first-line{color:transparent}",
        ".k:first-letter{font-size:0}",
        ".k::first-line{color:#fff}",
        "@container (min-width:1px){.k{display:none}}",
        "@scope (article){.k{display:none}}",
        "@scope (article){:scope p.k{opacity:0}}",
        ".k{position:relative}.k::after{content:'';position:absolute;inset:0;background:#fff}",
        "@import url(\"data:text/css,.k%7Bdisplay:none%7D\");",
        "@import 'data:text/css;base64,Lmt7ZGlzcGxheTpub25lfQ==';",
        "@charset 'utf-8';@import url(data:text/css,.k{display:none});",
        ".k{display:none}.k,p:unheard-of{display:block}",
        ".k{display:none}.k:not(:contains('zz')){display:block}",
        ":root{--d:none}.k{display:VAR(--d)}",
        ".w{--d:none}:root{--d:block}.k{display:var(--d)}",
        "html{color-scheme:light}.k{color:Canvas}",
        "@medi\\61 screen{.k{display:none}}",
    ] {
        assert!(!is_seen(&sheet(css), "<div class=w><p class=k><span>§</span></p></div>"), "{css}");
    }
    for (head, body) in [
        ("<link rel=stylesheet href='data:text/css,.k{display:none}'>", "<p class=k>§</p>"),
        (
            "<link rel=StyleSheet href='&#100;ata:text/css;base64,Lmt7ZGlzcGxheTpub25lfQ=='>",
            "<p class=k>§</p>",
        ),
        ("<style title=x data-x=' type=text/plain'>.k{display:none}</style>", "<p class=k>§</p>"),
        ("<style type='&#116;ext/css'>.k{display:none}</style>", "<p class=k>§</p>"),
        (
            "<style>.k{display:none}</style><style media='&#112;rint'>.k{display:block}</style>",
            "<p class=k>§</p>",
        ),
        ("<style>input:checked~.k{display:none}</style>", "<input type=checkbox checked><p class=k>§</p>"),
        (
            "<style>details[open]~.k,.r:required~.k{display:none}</style>",
            "<input class=r required><p class=k>§</p>",
        ),
        ("", "<p><template shadowrootmode=open></template>§</p>"),
        (
            "",
            "<div><p>§</p><div style='position:absolute;top:0;left:0;width:900px;height:90px;background:#fff'></div></div>",
        ),
        ("", "<div><p>§</p><div style='margin-top:-60px;height:90px;background:#fff'></div></div>"),
    ] {
        assert!(!is_seen(head, body), "{head} {body}");
    }
    assert!(is_seen(
        "<link rel=stylesheet media=print href='data:text/css,.k{display:none}'>",
        "<p class=k>§</p>"
    ));
}

#[test]
fn plain_styles_of_news_pages_hide_nothing() {
    for css in [
        "@keyframes in{from{opacity:0}to{opacity:1}}.k{animation:in .4s ease both}",
        "@keyframes in{from{opacity:0;transform:translateY(20px)}to{opacity:1;transform:none}}.k{animation:in 1s}",
        "@keyframes start{from{visibility:hidden}to{visibility:visible}}body{animation:start 8s steps(1,end) 0s 1 normal both}",
        ":root{--bg:#fff;--fg:#111}.dark{--bg:#111;--fg:#fff}body{background:var(--bg);color:var(--fg)}",
        "@media (color-gamut:p3){:root{--fg:color(display-p3 .1 .1 .1)}}:root{--fg:#111}.k{color:var(--fg)}",
        "*,::before{--tw-x:0;--tw-y:0}.k{transform:translate(var(--tw-x),var(--tw-y))}",
        ".k::first-letter{font-size:3em;color:#a00;float:left}",
        ".k::before{content:'\\201C'}",
        ".k::after{content:'';position:absolute;width:40px;height:3px;background:#c00}",
        ".k{position:relative;overflow:hidden;width:100%;padding:0 1em}",
        ".k{font:italic 700 1.1rem/1.5 Georgia,serif}",
        ".k{font:400 17px/26px var(--serif,serif)}",
        ".k{display:-webkit-box;display:-ms-flexbox;display:flex}",
        ".k{filter:drop-shadow(0 0 1px #000)}",
        ".k{line-height:1.5;text-shadow:0 1px 1px #eee}",
        ".k{all:unset;display:block}",
        ".k{background-color:color-mix(in srgb,red,blue)}",
        ".k{clip-path:inset(0 round 8px)}",
        ".k{flex:1;width:0;display:block}",
        ".k{text-decoration:inherit;opacity:inherit;height:inherit}",
        "@container (max-width:1px){.other{display:none}}",
        ".k:focus-within{opacity:0}.k:not(:hover){opacity:1}",
        ".k .spinner,.x::-moz-focus-inner{display:none}",
        ".k{padding-left:env(safe-area-inset-left);width:calc(100% - env(safe-area-inset-left))}",
    ] {
        let body = "<p class=k>§</p>";
        assert!(is_seen(&sheet(css), body), "{css}");
        assert!(
            is_seen(&format!("<link rel=stylesheet href=/s.css>{}", sheet(css)), body),
            "{css}, beside others"
        );
    }
    let hidden = "<span class=sr style='position:absolute;width:1px;height:1px;padding:0;margin:-1px;overflow:hidden;clip:rect(0,0,0,0);border:0'>Opens in a new window</span>";
    let text = left("<link rel=stylesheet href=/s.css>", &format!("<p>{SECRET} {hidden} and so on.</p>"));
    assert!(text.contains("blown up on Friday") && !text.contains("new window"), "{text}");
}

#[test]
fn a_sentence_reads_as_it_is_shown_or_not_at_all() {
    let long = format!("<b{}>never</b> ", (0..150).map(|n| format!(" d{n}=x")).collect::<String>());
    for (sheet, word, whole) in [
        ("", "<span hidden>never</span> ", true),
        ("", "<b style='display:none'>never</b> ", true),
        (".k{font-size:0}", "<i class=k>never</i> ", true),
        (".k:lang(xx){display:none}", "<i class=k>never</i> ", false),
        ("@supports (foo: bar){.k{display:none}}", "<i class=k>never</i> ", false),
        ("", long.as_str(), false),
    ] {
        let text =
            left(&format!("<style>{sheet}</style>"), &format!("<p>“We will {word}close,” she said.</p>"));
        let words: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(words.join(" ").contains("“We will close,” she said."), whole, "{sheet}: {text}");
        assert!(!text.contains("never"), "{sheet}: {text}");
    }
}
