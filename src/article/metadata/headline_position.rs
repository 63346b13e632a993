//! Where the headline stands on a page, and what else belongs to its article.

use std::collections::HashSet;
use std::sync::LazyLock;

use dom_query::{NodeId, NodeRef};

use super::candidates::{Candidates, Marked};
use super::title;
use crate::article::rules::marks;

static FRAME: LazyLock<&[&str]> = LazyLock::new(|| marks("frame"));
static FRAME_FIRST: LazyLock<&[&str]> = LazyLock::new(|| marks("frame-first"));

/// How many elements before the headline are as good as those behind it.
const ABOVE: usize = 30;
/// How many elements those farther up count as farther off.
const APART: usize = 60;

/// The headline and the elements it stands in.
pub(super) struct HeadlinePosition {
    at: Option<usize>,
    within: HashSet<NodeId>,
    in_article: bool,
}

impl HeadlinePosition {
    pub(super) fn new(headline: Option<Marked<'_>>) -> Self {
        let above: Vec<_> = headline.into_iter().flat_map(|headline| headline.node.ancestors(None)).collect();
        Self {
            at: headline.map(|headline| headline.at),
            within: above.iter().map(|above| above.id).collect(),
            in_article: above.iter().any(|above| above.has_name("article")),
        }
    }

    /// How far the element at `at` is from the headline, in elements; what stands well above it counts as farther.
    pub(super) fn distance(&self, at: usize) -> usize {
        match self.at {
            Some(head) if at < head && head - at <= ABOVE => 2 * (head - at),
            Some(head) if at < head => 4 * (head - at) + APART,
            Some(head) => at - head,
            None => at,
        }
    }

    /// Whether the headline stands in an element.
    pub(super) fn is_within(&self, node: &NodeRef) -> bool {
        self.within.contains(&node.id)
    }

    /// Whether an element belongs to another article than the headline does.
    pub(super) fn is_in_other(&self, node: &NodeRef) -> bool {
        let mut own = node.ancestors_it(None).take_while(|above| !self.within.contains(&above.id));
        self.in_article && own.any(|above| above.has_name("article"))
    }

    /// Whether an element belongs to another article than the headline does, to readers' comments or to the frame.
    pub(super) fn is_elsewhere(&self, node: &NodeRef) -> bool {
        let mut own = node.ancestors_it(None).take_while(|above| !self.within.contains(&above.id));
        own.any(|above| is_frame(&above) || self.in_article && above.has_name("article"))
    }
}

/// Whether an element set apart is marked as the lines under a headline.
fn is_of_headline(node: &NodeRef) -> bool {
    node.attr("class").is_some_and(|class| {
        let class = class.to_ascii_lowercase();
        class
            .split(|c: char| !c.is_ascii_alphanumeric())
            .any(|word| matches!(word, "meta" | "byline" | "dateline" | "masthead"))
    })
}

/// Whether an element holds navigation, other articles or comments.
fn is_frame(node: &NodeRef) -> bool {
    let Some(name) = node.qual_name_ref() else { return false };
    match name.local.as_ref() {
        "nav" => true,
        "aside" => !is_of_headline(node),
        "html" | "body" | "main" => false,
        _ => ["class", "id"].iter().filter_map(|name| node.attr(name)).any(|value| {
            let value = value.to_ascii_lowercase();
            value.split_whitespace().any(|class| {
                let mut words = class.split(|c: char| !c.is_ascii_alphanumeric());
                let first = words.clone().next().is_some_and(|word| FRAME_FIRST.contains(&word));
                first || words.any(|word| FRAME.contains(&word))
            })
        }),
    }
}

/// The element of the headline: the `h1` that says what `headline` says, or else the only one of some length.
pub(super) fn headline_element<'a>(
    candidates: &Candidates<'a>,
    headline: Option<&str>,
    site: Option<&str>,
) -> Option<Marked<'a>> {
    let said = title::heading(&candidates.headings, headline, candidates.window.as_deref(), site);
    let mut long = candidates.headings.iter().filter(|text| text.chars().count() >= 12);
    let only = long.next().filter(|_| long.next().is_none()).map(String::as_str);
    let wanted = said.or(only)?;
    candidates
        .headings
        .iter()
        .position(|text| text == wanted)
        .and_then(|index| candidates.placed.get(index))
        .copied()
}
