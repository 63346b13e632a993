//! Trees of their own within a page (declarative shadow DOM), taken into it: what is seen of an element that has one is that
//! tree, and of what stands in the element itself only what a slot of the tree takes in.
//!
//! In: a page made safe. Out: the same page without such trees; none where it has none. What is in an element whose tree
//! brings styles, or more than one slot, cannot be told apart, and goes. The result is to be made safe again.
//! Invariant: no more is read than a small multiple of the page.

use dom_query::{Document, NodeRef};

/// The attribute of such a tree.
const MODE: &str = "shadowrootmode";
/// The most such trees.
const TREES: usize = 64;
/// How many times the length of a page is read again.
const AGAIN: usize = 4;

/// Whether a page may have trees of their own in it.
pub(in crate::article) fn has_trees(html: &str) -> bool {
    html.to_ascii_lowercase().contains(MODE)
}

/// The page in one tree.
pub(in crate::article) fn flattened(html: &str) -> Option<String> {
    if !has_trees(html) {
        return None;
    }
    let page = Document::from(html);
    let mut left = AGAIN * html.len();
    for tree in 0.. {
        let found =
            page.root().descendants_it().find_map(|node| is_tree(&node).then(|| node.parent()).flatten());
        let Some(host) = found else { break };
        let seen = seen_in(&host).filter(|seen| tree < TREES && seen.len() <= left);
        left = left.saturating_sub(seen.as_ref().map_or(0, String::len));
        host.children_it(false).collect::<Vec<_>>().iter().for_each(NodeRef::remove_from_parent);
        match seen {
            Some(seen) => host.set_html(seen),
            // words of a line go with the line
            None => super::unspoken::paragraph_around(&host).iter().for_each(NodeRef::remove_from_parent),
        }
    }
    Some(page.html().to_string())
}

fn is_tree(node: &NodeRef) -> bool {
    node.has_name("template") && node.has_attr(MODE)
}

/// What is seen in an element with a tree of its own, as far as that can be told.
fn seen_in(host: &NodeRef) -> Option<String> {
    let tree = host.children_it(false).find(is_tree)?;
    // the parser keeps what is in a template beside the page, and writes it out with it
    tree.remove_all_attrs();
    let whole = tree.html().to_string();
    let seen = whole.strip_prefix("<template>")?.strip_suffix("</template>")?.to_owned();
    let lower = seen.to_ascii_lowercase();
    if lower.contains("<style") || lower.contains("<link") || lower.matches("<slot").count() > 1 {
        return None;
    }
    let Some(from) = lower.find("<slot") else { return Some(seen) };
    let to = lower.find("</slot>")? + "</slot>".len();
    let (before, slot, after) = (seen.get(..from)?, seen.get(from..to)?, seen.get(to..)?);
    let own: Vec<_> = host.children_it(false).filter(|child| child.id != tree.id).collect();
    let named = slot.split('>').next()?.contains("name") || own.iter().any(|child| child.has_attr("slot"));
    let taken: String = own.iter().map(|child| child.html().to_string()).collect();
    (!named).then(|| [before, &taken, after].concat())
}
