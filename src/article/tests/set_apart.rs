//! What a page sets apart: quotations with the name behind them, and what is not the article's.

use super::{REPORT, page, read};

fn told(body: &str) -> String {
    let text = read(&page(
        "<title>Talks resume</title>",
        &format!("<article><h1>Talks resume on Monday</h1>{REPORT}{body}</article>"),
    ));
    assert!(text.text.contains("better than in March"), "{body}");
    text.text
}

const WORDS: &str = "“We leave at dawn, and nobody stays behind in the harbour.”";

#[test]
fn a_name_behind_a_quotation_is_a_line_right_behind_it() {
    for block in [
        "<figure><blockquote><p>§</p></blockquote><figcaption>— Ana Porto, deputy minister</figcaption></figure>",
        "<blockquote><p>§</p><footer>— Ana Porto, deputy minister</footer></blockquote>",
        "<blockquote><p>§</p><footer>— <cite>Ana Porto</cite>, deputy minister</footer></blockquote>",
        "<blockquote>§<cite>— Ana Porto, deputy minister</cite></blockquote>",
        "<div class=quote><p>§</p><div class=quote-author>— Ana Porto, deputy minister</div></div>",
        "<div><p>§</p><p class='quote__name'>— Ana Porto, deputy minister</p></div>",
    ] {
        let signed = format!("{WORDS}\n\n— Ana Porto, deputy minister");
        for behind in ["", REPORT] {
            let text = told(&format!("{}{behind}", block.replace('§', WORDS)));
            assert!(text.contains(&signed), "{block}\n{text}");
        }
        // without marks of its own it is not whoever spoke above
        let bare = block.replace('§', WORDS.trim_matches(['“', '”']));
        let text = told(&format!("<p>The mayor said:</p>{bare}"));
        assert!(!bare.contains("blockquote") || !text.contains('“'), "{block}\n{text}");
    }
}

#[test]
fn what_is_no_name_behind_a_quotation_stays_what_it_is() {
    for (block, gone) in [
        (
            "<figure><img src=x.png><figcaption>Boats in the harbour, seen from the west</figcaption></figure>",
            "Boats in the harbour",
        ),
        ("<aside>Boats in the harbour are for sale. Read on.</aside>", "for sale"),
        ("<div class=share>Share this</div>", "Share this"),
    ] {
        let text = told(&format!("<p>{WORDS}</p>{block}{REPORT}"));
        assert!(text.contains(WORDS) && !text.contains(gone), "{block}\n{text}");
    }
}

#[test]
fn what_others_say_among_the_article_goes() {
    let said = "<p>“The lock will be blown up on Friday,” the deputy minister said.</p>";
    for block in [
        "<div class=wp-caption><img src=x><p class=wp-caption-text>§</p></div>",
        "<div id=comments><ol class=comment-list><li><article class=comment-body><footer>Gull says:</footer>§</article></li></ol></div>",
        "<ol class=comment-list><li class=comment><div class=comment-content>§</div></li></ol>",
        "<div class=sponsored-content><p>Advertisement</p>§</div>",
        "<div class=most-read><ol><li>§</li></ol></div>",
        "<div class=read-more>§</div>",
        "<div id=CybotCookiebotDialog role=dialog>§</div>",
        "<div role=alertdialog>§</div>",
        "<div class=poll>§<button>Yes</button></div>",
        "<form>§<input></form>",
    ] {
        let block = block.replace('§', said);
        let text = told(&format!("{block}{REPORT}"));
        assert!(!text.contains("blown up"), "{block}\n{text}");
    }
}

#[test]
fn an_article_in_such_a_box_stays() {
    for (open, close) in [
        ("<form id=aspnet>", "</form>"),
        ("<div class=poll>", "</div>"),
        ("<div class='read-more'>", "</div>"),
        ("<div id=comments><article>", "</article></div>"),
    ] {
        let text = read(&page("", &format!("{open}<h1>Talks resume on Monday</h1>{REPORT}{close}"))).text;
        assert!(text.contains("better than in March"), "{open}\n{text}");
    }
}

/// What is seen of an element with a tree of its own is that tree (declarative shadow DOM).
#[test]
fn a_tree_within_a_page_stands_in_place_of_what_is_in_its_element() {
    let light = "<p>The lock will be blown up on Friday, the deputy minister told the harbour council.</p>";
    let tree = "<p>The lock will be kept for another year, the deputy minister told the harbour council.</p>";
    for (shadow, lit, shown) in [
        (tree, false, true),
        ("", false, false),
        ("<slot></slot>", true, false),
        (&*format!("{tree}<slot>Nothing.</slot>"), true, true),
        ("<slot name=x></slot>", false, false),
        ("<style>::slotted(p){display:none}</style><slot></slot>", false, false),
        (&*format!("<div><template shadowrootmode=open>{tree}</template>{light}</div>"), false, true),
    ] {
        let host = format!("<div><template shadowrootmode=open>{shadow}</template>{light}</div>");
        let text = told(&format!("{host}{REPORT}"));
        assert_eq!(text.contains("blown up"), lit, "{host}\n{text}");
        assert_eq!(text.contains("kept for another year"), shown, "{host}\n{text}");
    }
    let word = "<p>“We will <span><template shadowrootmode=open><style>b{color:red}</style>not</template></span> sign,” she said.</p>";
    assert!(!told(&format!("{word}{REPORT}")).contains("sign,"));
}

#[test]
fn very_many_trees_are_left_out() {
    let tree = "<div><template shadowrootmode=open><p>x</p></template>";
    let text = told(&format!("{}{REPORT}", tree.repeat(3_000)));
    assert!(!text.contains('x') || text.len() < 20_000);
}
