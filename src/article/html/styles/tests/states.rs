//! States that nothing on a page leads to.

use super::is_seen;

#[test]
fn a_state_that_nothing_leads_to_shows_nothing() {
    for (sheet, body) in [
        (".k{display:none}.k.active{display:block}", "<p class=k>§</p>"),
        (".k{display:none}.open .k{display:block}", "<p class=k>§</p>"),
        (".k{display:none}.k:target{display:block}", "<p class=k id=z>§</p>"),
        (".k{display:none}.k:target{display:block}", "<a href=#y>on</a><p class=k id=z>§</p>"),
        (".k{display:none}.k:hover{display:block}", "<p class=k>§</p>"),
        (".k{display:none}#x:checked~.k{display:block}", "<div class=k><p>§</p></div>"),
        (
            ".k{display:none}#x:checked~.k{display:block}",
            "<input type=checkbox id=x disabled><div class=k><p>§</p></div>",
        ),
        ("", "<div role=tabpanel hidden><p>§</p></div>"),
        ("", "<button aria-controls=f>More</button><div id=f hidden><p>§</p></div>"),
        (
            "",
            "<script>1</script><button aria-controls=f hidden>More</button><div id=f style='display:none'><p>§</p></div>",
        ),
        ("summary{display:none}", "<details><summary>More</summary><p>§</p></details>"),
        ("", "<details><summary hidden>More</summary><p>§</p></details>"),
        (
            ".k{display:none}.k.active{display:block}",
            "<script type='application/ld+json'>{}</script><p class=k>§</p>",
        ),
    ] {
        assert!(!is_seen(&format!("<style>{sheet}</style>"), body), "{sheet} {body}");
    }
}

#[test]
fn a_state_that_something_leads_to_shows_what_is_hidden() {
    for (sheet, body) in [
        (".k{display:none}.k.active{display:block}", "<script>1</script><p class=k>§</p>"),
        (".k{display:none}.k:target{display:block}", "<a href=#z>on</a><p class=k id=z>§</p>"),
        (".k{display:none}.m:hover .k{display:block}", "<div class=m>More<p class=k>§</p></div>"),
        (
            ".k{display:none}#x:checked~.k{display:block}",
            "<input type=checkbox id=x><div class=k><p>§</p></div>",
        ),
        ("", "<script>1</script><div role=tabpanel hidden><p>§</p></div>"),
        ("", "<button popovertarget=f>More</button><div id=f popover><p>§</p></div>"),
        ("", "<details><summary>More</summary><p>§</p></details>"),
        ("summary{display:none}", "<details open><summary>More</summary><p>§</p></details>"),
    ] {
        assert!(is_seen(&format!("<style>{sheet}</style>"), body), "{sheet} {body}");
    }
}
