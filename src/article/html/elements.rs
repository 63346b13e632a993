//! The elements of HTML by what they do to text.

use dom_query::{LocalName, NodeRef, local_name};

/// Whether nothing within such an element is read.
pub(in crate::article) fn is_unread(local: &LocalName) -> bool {
    matches!(
        *local,
        local_name!("script")
            | local_name!("style")
            | local_name!("noscript")
            | local_name!("template")
            | local_name!("svg")
            | local_name!("math")
            | local_name!("iframe")
            | local_name!("object")
            | local_name!("head")
            | local_name!("select")
            | local_name!("button")
            | local_name!("textarea")
            | local_name!("video")
            | local_name!("audio")
            | local_name!("canvas")
            | local_name!("meter")
            | local_name!("progress")
            | local_name!("datalist")
            | local_name!("rp")
            | local_name!("rt")
            | local_name!("rtc")
    )
}

/// Whether the text in such an element is no running text.
pub(super) fn is_label(local: &LocalName) -> bool {
    matches!(
        *local,
        local_name!("a")
            | local_name!("script")
            | local_name!("style")
            | local_name!("noscript")
            | local_name!("button")
            | local_name!("option")
            | local_name!("template")
            | local_name!("textarea")
            | local_name!("svg")
    )
}

/// Whether such an element begins and ends a line.
pub(in crate::article) fn is_block(local: &LocalName) -> bool {
    matches!(
        *local,
        local_name!("address")
            | local_name!("article")
            | local_name!("aside")
            | local_name!("blockquote")
            | local_name!("body")
            | local_name!("caption")
            | local_name!("center")
            | local_name!("dd")
            | local_name!("details")
            | local_name!("dialog")
            | local_name!("dir")
            | local_name!("div")
            | local_name!("dl")
            | local_name!("dt")
            | local_name!("fieldset")
            | local_name!("figcaption")
            | local_name!("figure")
            | local_name!("footer")
            | local_name!("form")
            | local_name!("h1")
            | local_name!("h2")
            | local_name!("h3")
            | local_name!("h4")
            | local_name!("h5")
            | local_name!("h6")
            | local_name!("header")
            | local_name!("hgroup")
            | local_name!("hr")
            | local_name!("li")
            | local_name!("main")
            | local_name!("menu")
            | local_name!("nav")
            | local_name!("ol")
            | local_name!("p")
            | local_name!("pre")
            | local_name!("section")
            | local_name!("summary")
            | local_name!("table")
            | local_name!("tbody")
            | local_name!("tfoot")
            | local_name!("thead")
            | local_name!("tr")
            | local_name!("ul")
    )
}

/// Whether the page itself hides the element.
pub(in crate::article) fn is_hidden(node: &NodeRef) -> bool {
    node.has_attr("hidden")
        || node.attr("style").is_some_and(|style| {
            let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
            let style = style.to_ascii_lowercase();
            style.contains("display:none") || style.contains("visibility:hidden")
        })
}
