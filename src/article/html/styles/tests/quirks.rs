//! Pages without a document type, or with an old one, whose styles browsers read as they were written in the nineties.

use super::{SECRET, left_of};

const OLD: [&str; 3] = [
    "",
    "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 3.2 Final//EN\">",
    "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">",
];

fn is_seen(kind: &str, css: &str, tag: &str) -> bool {
    let text = left_of(kind, &format!("<style>{css}</style>"), &format!("<p {tag}>{SECRET}</p>"));
    assert!(text.contains("Oda Brandt told reporters"), "{css}: {text}");
    text.contains("blown up on Friday")
}

#[test]
fn what_only_such_a_page_hides_is_taken_out_of_it_and_of_no_other() {
    for (css, tag) in [
        (".Shut{display:none}", "class=sHUT"),
        ("#SHUT{display:none}", "id=shut"),
        (".s{color:ffffff}", "class=s"),
        (".s{color:fff}", "class=s"),
        (".s{height:1;overflow:hidden}", "class=s"),
        (".s{text-indent:-9999}", "class=s"),
        (".s{position:absolute;left:-9999}", "class=s"),
        (".s{margin-left:-9999}", "class=s"),
        (".s{margin:0 0 0 -9999}", "class=s"),
        (".s{font-size:1}", "class=s"),
        ("", "style=color:ffffff"),
    ] {
        for kind in OLD {
            assert!(!is_seen(kind, css, tag), "{kind} {css} {tag}");
        }
        assert!(is_seen("<!doctype html>", css, tag), "{css} {tag}");
    }
    for (css, tag) in
        [(".s{width:500}", "class=s"), (".t{display:none}", "class=s"), (".s{color:000}", "class=s")]
    {
        for kind in OLD {
            assert!(is_seen(kind, css, tag), "{kind} {css} {tag}");
        }
    }
}

#[test]
fn what_stands_before_the_document_type_changes_nothing() {
    let many = "<!---->".repeat(200);
    let before = [
        many.as_str(),
        "\u{feff}",
        " \n",
        "<!-- a > b -->",
        "<!-->",
        "<!--->",
        "<!-- c --!>",
        "<?xml version='1.0'?>\n",
        "<!-- a --> <!-- b -->\n",
    ];
    for before in before {
        let modern = format!("{before}<!DOCTYPE html>");
        assert!(is_seen(&modern, ".Shut{display:none}", "class=sHUT"), "{before}");
        for kind in OLD {
            let old = format!("{before}{kind}");
            assert!(!is_seen(&old, ".Shut{display:none}", "class=sHUT"), "{old}");
        }
    }
}
