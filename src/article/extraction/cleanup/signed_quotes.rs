//! Who is named right behind words that a page sets apart as a quotation: in the caption of its figure, a footer, a box of
//! its own.
//!
//! In: the runs of a page. Out: the same page, in which such a name is a `cite`, so that it stands behind those words as a
//! line of its own, and no later step takes it for a caption or the byline of the page.

use dom_query::NodeRef;

use super::marks::is_marked;
use crate::article::extraction::boilerplate::{Wording, wording};
use crate::article::html::prose::ends_sentence;
use crate::article::html::runs::Run;

/// A longer line tells more than a name and an office, in characters.
const LONGEST: usize = 120;
/// Marks around the whole of a quotation.
const OPENING: [char; 5] = ['“', '„', '«', '"', '「'];
const CLOSING: [char; 6] = ['”', '“', '»', '"', '」', '’'];
/// Words of the class of an element that names who said what stands above it.
const SIGNS: [&str; 7] = ["author", "attribution", "source", "cite", "credit", "name", "byline"];

/// Keeps the names behind quotations.
pub(super) fn keep(runs: &[Run]) {
    for pair in runs.windows(2) {
        let [quote, line] = pair else { continue };
        let block = block_of(&quote.block);
        let set_apart = block.is_some() || is_in_marks(quote.text.trim());
        let Some(node) = signature(line).filter(|node| set_apart && is_beside(node, &quote.block)) else {
            continue;
        };
        let own = line.text.trim();
        let told = wording(own).is_some_and(|told| matches!(told, Wording::Boilerplate | Wording::Tail));
        let fits = own.chars().nth(LONGEST).is_none() && !ends_sentence(own) && !own.contains(OPENING);
        if !fits || told || line.linked * 2 > own.len() && block.is_none() {
            continue;
        }
        let inner: Vec<_> = node.descendants_it().filter(NodeRef::is_element).collect();
        for inner in inner.iter().filter(|inner| !inner.has_name("a")) {
            inner.remove_attrs(&["class", "id", "role"]);
            inner.rename("span");
        }
        node.remove_attrs(&["class", "id", "role"]);
        node.rename("cite");
        // a box of nothing but the words and the name
        let boxed = node.parent().filter(|parent| parent.has_name("div") || parent.has_name("figure"));
        let both = quote.text.trim().len() + own.len() + 1;
        if let Some(boxed) = boxed.filter(|boxed| block.is_none() && folded_length(boxed) <= both) {
            boxed.rename("blockquote");
        }
        if let Some(block) = block.filter(|block| node.ancestors_it(None).all(|above| above.id != block.id)) {
            block.append_child(&node);
        }
    }
}

/// The quotation block around an element.
fn block_of<'a>(node: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    std::iter::once(*node).chain(node.ancestors_it(Some(4))).find(|node| node.has_name("blockquote"))
}

fn is_in_marks(text: &str) -> bool {
    text.starts_with(OPENING) && text.trim_end_matches(['.', ',']).ends_with(CLOSING)
}

/// Bytes of the words of an element, one space between them.
fn folded_length(node: &NodeRef) -> usize {
    node.text().split_whitespace().map(|word| word.len() + 1).sum::<usize>().saturating_sub(1)
}

/// The outermost element that is all of a line and says that it names somebody.
fn signature<'a>(line: &Run<'a>) -> Option<NodeRef<'a>> {
    let length = line.text.trim().len();
    let whole = |node: &NodeRef| folded_length(node) <= length;
    let above = std::iter::once(line.block).chain(line.block.ancestors_it(Some(3)));
    above.take_while(whole).filter(is_signature).last()
}

fn is_signature(node: &NodeRef) -> bool {
    ["figcaption", "footer", "aside"].iter().any(|name| node.has_name(name))
        || ["div", "p", "span"].iter().any(|name| node.has_name(name))
            && is_marked(node, |word| SIGNS.contains(&word))
}

/// Whether a signature stands in the same quotation block, figure or box as the words above it, right behind them.
fn is_beside(node: &NodeRef, words: &NodeRef) -> bool {
    let parent = node.parent();
    let figure = parent.filter(|parent| parent.has_name("figure"));
    if figure.is_some_and(|figure| figure.descendants_it().any(|inner| inner.has_name("img"))) {
        return false;
    }
    let before = std::iter::successors(node.prev_sibling(), NodeRef::prev_sibling)
        .find(|before| !before.text().trim().is_empty());
    before.is_some_and(|before| {
        before.id == words.id || words.ancestors_it(Some(4)).any(|above| above.id == before.id)
    })
}
