//! What a page's own styles hide from its readers, and what it has struck out.
//!
//! In: a parsed page and the style sheets that stood in it. Out: the same page without the text nobody sees. Sheets are
//! read as far as hiding goes, at a window of `WINDOW` pixels. What stands in another file is not known: an attribute
//! or a sheet in the page counts as if nothing else were said.
//!
//! What hides for a moment stays: an element that a control of the page, another state in its sheets, or a library of
//! moving pictures shows, and whatever holds most of the page's text. Struck-out text goes always.
//! Fails closed: where a reading stops before it can tell whether a rule hides an element, it does.
//! Invariant: matching is bounded by `STEPS` counted steps, whatever the sheets hold.

mod bounds;
mod hiding;
mod linked;
mod looks;
mod media;
mod property;
mod quirks;
mod sheets;
mod values;
mod walk;
mod winning;

#[cfg(test)]
mod tests;

use dom_query::{Document, NodeRef};

use super::elements;
use bounds::Surroundings;
use hiding::Cut;
use sheets::sheet::Sheet;

pub(in crate::article) use linked::{Source, linked_source, own_source};

/// The style sheets of a page.
pub(in crate::article) struct Styles {
    sheet: Sheet,
    surroundings: Surroundings,
}

impl Styles {
    /// Reads the sheets that stand in a page, whose source is `html`.
    pub(in crate::article) fn read(sheets: &[Source], html: &str) -> Self {
        let surroundings =
            Surroundings { scripts: html.contains("<script"), sheets: html.contains("stylesheet") };
        let (all, unread) = linked::with_imported(sheets);
        let quirky = quirks::is_quirky(html);
        let lowered = |css: &str| if quirky { css.to_ascii_lowercase() } else { css.to_owned() };
        let all: Vec<(String, bool)> = all.iter().map(|one| (lowered(&one.css), one.doubtful)).collect();
        let mut sheet = Sheet::read(all.iter().map(|(css, doubtful)| (css.as_str(), *doubtful)), quirky);
        sheet.leave_unread(unread);
        Self { sheet, surroundings }
    }

    /// Takes out of a page what its readers do not see or what is struck out. Tells whether anything went.
    pub(in crate::article) fn take_out_hidden(&self, page: &Document) -> bool {
        let Some(body) = page.body() else { return false };
        if self.sheet.is_unread() {
            // any of it may be hidden
            body.children_it(false).collect::<Vec<_>>().iter().for_each(NodeRef::remove_from_parent);
            return true;
        }
        if self.sheet.is_quirky() {
            quirks::lower_words(page);
        }
        let found = walk::cascade::cuts(&body, &self.sheet, self.surroundings);
        let doomed: Vec<&Cut> = {
            let undone = self.surroundings.scripts || self.surroundings.sheets;
            hiding::certain(&found.cuts, found.running, &found.seen, undone)
        };
        let opened = found.cuts.iter().filter(|cut| cut.opens && cut.way != hiding::Way::Struck);
        opened.flat_map(|cut| &cut.nodes).filter(|node| node.is_element()).for_each(show);
        for cut in &doomed {
            for node in &cut.nodes {
                let around =
                    if cut.unsure && (cut.way == hiding::Way::Worded || !node.text().trim().is_empty()) {
                        paragraph_around(node)
                    } else {
                        Vec::new()
                    };
                around.iter().for_each(NodeRef::remove_from_parent);
                node.remove_from_parent();
            }
        }
        !doomed.is_empty()
    }
}

/// What stands in one line of text with words that may be hidden or not: with them or without, it may say what the page
/// does not.
fn paragraph_around<'a>(node: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    let is_block = |node: &NodeRef| {
        node.is_element() && node.qual_name_ref().is_some_and(|name| elements::is_block(&name.local))
    };
    if node.parent().is_none() {
        return Vec::new();
    }
    let mut top = *node;
    while !is_block(&top)
        && let Some(above) = top.parent().filter(|above| above.is_element() && !is_block(above))
    {
        top = above;
    }
    let beside = |first: Option<NodeRef<'a>>, next: fn(&NodeRef<'a>) -> Option<NodeRef<'a>>| {
        std::iter::successors(first, next).take_while(|node| !is_block(node)).collect::<Vec<_>>()
    };
    let mut found = beside(top.prev_sibling(), NodeRef::prev_sibling);
    found.extend(beside(top.next_sibling(), NodeRef::next_sibling));
    found.push(top);
    found
}

/// Lets an element that readers can open be read by the steps to come.
fn show(node: &NodeRef) {
    node.remove_attrs(&["style", "hidden"]);
}
