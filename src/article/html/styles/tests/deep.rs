//! Styles that nest as deep as a page likes.

use super::left;

fn sheet(css: &str) -> String {
    format!("<style>{css}</style>")
}

/// A hundred thousand brackets, functions or blocks in every place where the grammar lets them nest.
#[test]
fn whatever_nests_deep_ends() {
    const DEEP: usize = 100_000;
    let deep =
        |open: &str, inner: &str, close: &str| format!("{}{inner}{}", open.repeat(DEEP), close.repeat(DEEP));
    for css in [
        format!("{}{{display:none}}", deep(":not(", ".k", ")")),
        format!("{}{{display:none}}", deep(":is(", ".k", ")")),
        format!("{}{{display:none}}", deep(":has(", ".k", ")")),
        format!("{}{{display:none}}", deep("[", "k", "]")),
        format!("{}{{display:none}}", "k ".repeat(DEEP)),
        format!("@media {}{{.k{{display:none}}}}", deep("(", "width", ")")),
        format!("@media {}{{.k{{display:none}}}}", deep("not (", "width", ")")),
        format!("@media {}{{.k{{display:none}}}}", "(width) and ".repeat(DEEP)),
        format!("@supports {}{{.k{{display:none}}}}", deep("(", "display:none", ")")),
        format!("@layer {}{{.k{{display:none}}}}", "a.".repeat(DEEP)),
        format!("@layer {};", "a,".repeat(DEEP)),
        deep("@layer a{", ".k{display:none}", "}"),
        deep("@scope (a){", ".k{display:none}", "}"),
        deep(".k{&", "display:none", "}"),
        format!("@keyframes a{{{}}}", deep("to{", "opacity:0", "}")),
        format!("@import {};", deep("url(", "x", ")")),
        format!(".k{{opacity:{}}}", deep("calc(", "0", ")")),
        format!(".k{{width:{};overflow:hidden}}", deep("(", "0", ")")),
        format!(".k{{left:{}}}", deep("min(", "0", ")")),
        format!(".k{{display:{}}}", deep("var(--a,", "none", ")")),
        format!(".k{{--a:{};display:var(--a)}}", deep("var(--b,", "none", ")")),
        format!(".k{{color:{}}}", deep("color-mix(in srgb,", "white", ",red)")),
        format!(".k{{color:{}}}", deep("rgb(from ", "white", " r g b)")),
        format!(".k{{background:{}}}", deep("linear-gradient(", "white", ")")),
        format!(".k{{transform:{}}}", deep("scale(", "0", ")")),
        format!(".k{{clip-path:{}}}", deep("inset(", "0", ")")),
        format!(".k{{font:{}/1 a}}", deep("calc(", "0", ")")),
        format!(".k{{animation:{}}}", deep("steps(", "1", ")")),
        format!(".k{{content:{}}}", deep("attr(", "x", ")")),
        deep("{", "", "}"),
        deep("(", "", ")"),
        "@import url(data:text/css,".repeat(1_000),
    ] {
        let start: String = css.chars().take(40).collect();
        let text = left(&sheet(&css), "<p class=k>Words.</p>");
        assert!(text.len() < 1_000, "{start}");
        let attribute = css.split_once('{').map_or("", |(_, rest)| rest).replace('"', "'");
        left("", &format!("<p style=\"{attribute}\">Words.</p>"));
        left(&format!("<style media=\"{}\"></style>", attribute.replace(['{', '}'], " ")), "");
    }
}
