//! The walk over a page: what is said of each element, and what is hidden by it.

use std::cell::OnceCell;
use std::rc::Rc;

use dom_query::NodeRef;

use super::ancestors::Ancestors;
use super::lids::is_lid;
use super::page::{Above, Hidden, Spoken, Walk};
use crate::article::html::elements::{is_label, is_unread};
use crate::article::html::lines::with_text;
use crate::article::html::styles::bounds::{STEPS, Surroundings};
use crate::article::html::styles::hiding::Way;
use crate::article::html::styles::looks::look::Look;
use crate::article::html::styles::looks::marks::{RUNNING, has_shadow, running, words};
use crate::article::html::styles::looks::view::View;
use crate::article::html::styles::property::Property;
use crate::article::html::styles::sheets::sheet::Sheet;
use crate::article::html::styles::winning::variables::Variables;
use crate::text::{FastSet, Steps};

/// So long a text, in bytes, stands on a page twice only as a copy.
const TELLING: usize = 100;
/// How many of those that are seen are kept.
const FIRST: usize = 12;

/// Finds what is hidden under `body`.
pub(in crate::article::html::styles) fn cuts<'a>(
    body: &NodeRef<'a>,
    sheet: &Sheet,
    surroundings: Surroundings,
) -> Hidden<'a> {
    let mut walk = Walk {
        sheet,
        surroundings,
        steps: Steps::most(STEPS),
        inward: Steps::most(STEPS),
        nodes: OnceCell::new(),
        opened: None,
        above: Ancestors::default(),
        body: *body,
        doubted: FastSet::default(),
        lids: Vec::new(),
        placed: FastSet::default(),
        found: Hidden { cuts: Vec::new(), running: 0, seen: Vec::new() },
    };
    walk.whole();
    walk.look_under_lids();
    walk.found
}

impl<'a> Walk<'a, '_> {
    fn whole(&mut self) {
        let page = self.body.parent().filter(NodeRef::is_element);
        let mut above = Above {
            light: Look::PLAIN,
            dark: Look::PLAIN,
            won: Rc::default(),
            variables: Variables::default(),
            items: false,
            cut: None,
            label: false,
            holder: None,
            depth: 0,
            beside: 1,
        };
        for node in page.iter().chain([&self.body.clone()]) {
            let words = words(node);
            let Spoken { won, variables, .. } =
                self.spoken(node, &words, &Above { depth: 2, ..above.clone() });
            above = above.below(node, won, variables);
            self.above.open(words);
        }
        let first = Above { depth: 2, beside: self.children(&self.body), ..above };
        let mut open = vec![(self.body.first_child(), first)];
        while let Some((next, above)) = open.last_mut() {
            let Some(node) = *next else {
                open.pop();
                self.above.close();
                continue;
            };
            *next = node.next_sibling();
            if node.is_text() {
                let (cut, label) = (above.cut, above.label);
                self.words(&node, cut, label);
            } else if node.is_element() {
                let above = above.clone();
                if let Some(inside) = self.element(&node, &above) {
                    open.push((node.first_child(), inside));
                }
            }
        }
    }

    fn words(&mut self, node: &NodeRef<'a>, cut: Option<usize>, label: bool) {
        let length = with_text(node, |text| text.trim().len());
        let running = if label || length < RUNNING { 0 } else { length };
        self.found.running += running;
        if cut.is_none() && running >= TELLING && self.found.seen.len() < FIRST {
            let start = with_text(node, |text| text.trim().chars().take(TELLING / 2).collect());
            self.found.seen.push(start);
        }
        if let Some(cut) = cut.and_then(|index| self.found.cuts.get_mut(index)) {
            cut.running += running;
            cut.nodes.push(*node);
        }
    }

    /// Enters an element; none where all of it is hidden or unread.
    fn element(&mut self, node: &NodeRef<'a>, above: &Above) -> Option<Above> {
        let name = node.qual_name_ref()?.local.clone();
        if is_unread(&name) {
            return None;
        }
        let words = words(node);
        let Spoken { won, variables, written, lid } = self.spoken(node, &words, above);
        let found = self.hiding(node, &won, above);
        if let Some((way, unsure)) = found {
            // drawn so far back that it may be out of sight, or over what stands before it
            let view = View { won: &won, above: &above.won, dark: false };
            if unsure && way == Way::Away && view.covers(node) {
                self.doubt_before(node, &view);
            }
            let running = running(node);
            self.found.running += running;
            let told = self.told(node, &won, (way, unsure), above);
            self.cut(node, way, told, vec![*node], running);
            return None;
        }
        if written || has_shadow(node) {
            self.doubt_own(node);
        }
        let view = View { won: &won, above: &above.won, dark: false };
        if view.covers(node) {
            self.doubt_beside(node);
            self.doubt_before(node, &view);
        }
        if is_lid(|property| view.of(property)) {
            self.lay(above.holder, Some(node.id));
        }
        if view.hides(Property::Order) {
            let turned = if above.items { node.parent() } else { None };
            self.doubt_own(&turned.unwrap_or(*node));
        }
        let placed = view.is_placed();
        if placed {
            self.placed.insert(node.id);
        }
        let holder = if placed { Some(node.id) } else { above.holder };
        if lid {
            self.lay(holder, None);
        }
        let mut inside = above.below(node, won, variables);
        inside.cut = self.cut_of_words(node, above, &inside);
        inside.label = above.label || is_label(&name);
        inside.holder = holder;
        self.above.open(words);
        inside.beside = self.children(node);
        Some(inside)
    }
}
