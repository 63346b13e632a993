//! How much text each element of a page holds, in one pass.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use dom_query::{NodeId, NodeRef};

/// A shorter run of text, in bytes, is a label and not running text.
const RUNNING: usize = 40;

/// What an element holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Weight {
    /// Bytes of text within `p` elements.
    pub(super) paragraphs: usize,
    /// Bytes of running text outside links.
    pub(super) running: usize,
    /// Whether it is or holds a `main`, an `article` or an `h1`.
    pub(super) holds_article: bool,
}

/// The weights of a page's elements.
#[derive(Default)]
pub(super) struct Weights(HashMap<NodeId, Weight, BuildHasherDefault<Spread>>);

impl Weights {
    /// The weight of an element; nothing for one that was not weighed.
    pub(super) fn of(&self, node: &NodeRef) -> Weight {
        self.0.get(&node.id).copied().unwrap_or_default()
    }
}

/// Spreads node numbers, which are small and dense, over a hash table.
#[derive(Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u32(u32::from(*byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        // Fibonacci hashing: 2^64 divided by the golden ratio
        self.0 = (self.0 ^ u64::from(number)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// Weighs every element under `root`, and `root` itself.
pub(super) fn weigh(root: &NodeRef) -> Weights {
    let mut weights = Weights::default();
    let mut open = vec![(*root, Weight::default())];
    let mut within = Within::default();
    let mut next = root.first_child();
    while let Some((parent, weight)) = open.last_mut() {
        let Some(node) = next else {
            let (node, weight) = (*parent, *weight);
            open.pop();
            within.leave(&node);
            weights.0.insert(node.id, weight);
            if let Some((_, above)) = open.last_mut() {
                above.paragraphs += weight.paragraphs;
                above.running += weight.running;
                above.holds_article |= weight.holds_article;
            }
            next = if open.is_empty() { None } else { node.next_sibling() };
            continue;
        };
        if node.is_text() {
            let length = node.text().trim().len();
            weight.paragraphs += if within.paragraph > 0 { length } else { 0 };
            weight.running += if within.label == 0 && length >= RUNNING { length } else { 0 };
            next = node.next_sibling();
        } else if node.is_element() {
            within.enter(&node);
            let holds_article = ["main", "article", "h1"].iter().any(|name| node.has_name(name));
            open.push((node, Weight { holds_article, ..Weight::default() }));
            next = node.first_child();
        } else {
            next = node.next_sibling();
        }
    }
    weights
}

/// How many elements of a kind stand open.
#[derive(Default)]
struct Within {
    paragraph: usize,
    label: usize,
}

impl Within {
    fn enter(&mut self, node: &NodeRef) {
        self.paragraph += usize::from(node.has_name("p"));
        self.label += usize::from(is_label(node));
    }

    fn leave(&mut self, node: &NodeRef) {
        self.paragraph = self.paragraph.saturating_sub(usize::from(node.has_name("p")));
        self.label = self.label.saturating_sub(usize::from(is_label(node)));
    }
}

/// Whether the text under `node` is no running text.
fn is_label(node: &NodeRef) -> bool {
    let Some(name) = node.qual_name_ref() else { return false };
    matches!(
        name.local.as_ref(),
        "a" | "script" | "style" | "noscript" | "button" | "option" | "template" | "textarea" | "svg"
    )
}
