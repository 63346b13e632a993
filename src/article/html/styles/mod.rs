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

mod ancestors;
mod bounds;
mod cascade;
mod controls;
mod hiding;
mod layers;
mod look;
mod media;
mod property;
mod reading;
mod selector;
mod shape;
mod sheet;
mod values;

#[cfg(test)]
mod tests;

use dom_query::{Document, NodeRef};

use super::elements;
use bounds::Surroundings;
use hiding::Cut;
use sheet::Sheet;

pub(super) use media::holds as media_holds;

/// The style sheets of a page.
pub(in crate::article) struct Styles {
    sheet: Sheet,
    surroundings: Surroundings,
}

impl Styles {
    /// Reads the sheets that stand in a page, whose source is `html`.
    pub(in crate::article) fn read<'a>(sheets: impl IntoIterator<Item = &'a str>, html: &str) -> Self {
        let surroundings =
            Surroundings { scripts: html.contains("<script"), sheets: html.contains("stylesheet") };
        Self { sheet: Sheet::read(sheets), surroundings }
    }

    /// Takes out of a page what its readers do not see or what is struck out. Tells whether anything went.
    pub(in crate::article) fn take_out_hidden(&self, page: &Document) -> bool {
        let Some(body) = page.body() else { return false };
        if self.sheet.is_unread() {
            // any of it may be hidden
            body.children_it(false).collect::<Vec<_>>().iter().for_each(NodeRef::remove_from_parent);
            return true;
        }
        let found = cascade::cuts(&body, &self.sheet, self.surroundings);
        let doomed: Vec<&Cut> = {
            let undone = self.surroundings.scripts || self.surroundings.sheets;
            hiding::certain(&found.cuts, found.running, &found.seen, undone)
        };
        let opened = found.cuts.iter().filter(|cut| cut.opens && cut.way != hiding::Way::Struck);
        opened.flat_map(|cut| &cut.nodes).filter(|node| node.is_element()).for_each(show);
        for cut in &doomed {
            for node in &cut.nodes {
                let around = if cut.unsure { block_around(node) } else { None };
                around.as_ref().unwrap_or(node).remove_from_parent();
            }
        }
        !doomed.is_empty()
    }
}

/// The block whose sentence holds words that may be hidden or not: with them or without, it may say what the page does not.
fn block_around<'a>(node: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    let is_block = |node: &NodeRef| node.qual_name_ref().is_some_and(|name| elements::is_block(&name.local));
    if is_block(node) || node.text().trim().is_empty() {
        return None;
    }
    node.ancestors_it(None).find(|above| is_block(above)).filter(|above| !above.has_name("body"))
}

/// Lets an element that readers can open be read by the steps to come.
fn show(node: &NodeRef) {
    node.remove_attrs(&["style", "hidden"]);
}
