//! The walk over a page: which declarations win for each element, and what they hide.

use std::cell::OnceCell;
use std::rc::Rc;

use dom_query::{NodeId, NodeRef};

use super::ancestors::Ancestors;
use super::bounds::{STEPS, Surroundings};
use super::hiding::Cut;
use super::look::Look;
use super::marks::{has_shadow, running, words};
use super::selector::{Choice, Part};
use super::sheet::{Rule, Sheet};
use super::variables::Variables;
use super::view::View;
use super::winning::{Speaking, Won};
use crate::article::html::elements::{is_label, is_unread};
use crate::article::html::lines::with_text;
use crate::text::{FastSet, Steps};

/// So long a text, in bytes, stands on a page twice only as a copy.
const TELLING: usize = 100;
/// How many of those that are seen are kept.
const FIRST: usize = 12;

/// What is hidden on a page.
pub(super) struct Hidden<'a> {
    pub(super) cuts: Vec<Cut<'a>>,
    /// Bytes of running text on the whole page.
    pub(super) running: usize,
    /// The beginnings of the first texts that are seen.
    pub(super) seen: Vec<String>,
}

/// Finds what is hidden under `body`.
pub(super) fn cuts<'a>(body: &NodeRef<'a>, sheet: &Sheet, surroundings: Surroundings) -> Hidden<'a> {
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
        found: Hidden { cuts: Vec::new(), running: 0, seen: Vec::new() },
    };
    walk.whole();
    walk.found
}

pub(super) struct Walk<'a, 's> {
    pub(super) sheet: &'s Sheet,
    pub(super) surroundings: Surroundings,
    pub(super) steps: Steps,
    /// Steps of looking at what is in an element.
    pub(super) inward: Steps,
    /// How many nodes the page has.
    pub(super) nodes: OnceCell<usize>,
    pub(super) opened: Option<FastSet<String>>,
    /// The words of the elements that are open.
    pub(super) above: Ancestors,
    pub(super) body: NodeRef<'a>,
    /// Elements whose words were doubted for what lies over them.
    pub(super) doubted: FastSet<NodeId>,
    pub(super) found: Hidden<'a>,
}

/// What holds for the children of an element.
#[derive(Clone)]
pub(super) struct Above {
    /// How it looks if what is in doubt does not hide, and if it does.
    pub(super) light: Look,
    pub(super) dark: Look,
    pub(super) won: Rc<Won>,
    pub(super) variables: Variables,
    /// Its children are boxes, whatever they are.
    pub(super) items: bool,
    /// The cut that words here belong to.
    pub(super) cut: Option<usize>,
    pub(super) label: bool,
    /// How many elements are open, the body being one.
    pub(super) depth: usize,
    /// How many nodes stand beside a child.
    pub(super) beside: usize,
}

impl Above {
    /// What holds below `node` by what won for it.
    fn below(&self, node: &NodeRef, won: Won, variables: Variables) -> Self {
        let view = |dark| View { won: &won, above: &self.won, dark };
        let (light, dark) = (self.light.below(node, &view(false)), self.dark.below(node, &view(true)));
        let items = view(false).makes_items();
        let depth = self.depth + 1;
        Self { light, dark, won: Rc::new(won), variables, items, depth, ..self.clone() }
    }
}

/// What is said of an element.
struct Spoken {
    won: Won,
    variables: Variables,
    /// A style writes words beside its own, or lays something over them.
    written: bool,
}

impl<'a, 's> Walk<'a, 's> {
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
        let running = if label || length < super::marks::RUNNING { 0 } else { length };
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
        let Spoken { won, variables, written } = self.spoken(node, &words, above);
        let found = self.hiding(node, &won, above);
        if let Some((way, unsure)) = found {
            let running = running(node);
            self.found.running += running;
            let told = self.told(node, &won, (way, unsure), above);
            self.cut(node, way, told, vec![*node], running);
            return None;
        }
        if written || has_shadow(node) {
            self.doubt_own(node);
        }
        if (View { won: &won, above: &above.won, dark: false }).covers(node) {
            self.doubt_beside(node);
        }
        let mut inside = above.below(node, won, variables);
        inside.cut = self.cut_of_words(node, above, &inside);
        inside.label = above.label || is_label(&name);
        self.above.open(words);
        inside.beside = self.children(node);
        Some(inside)
    }

    /// What is said of an element below `above`.
    fn spoken(&self, node: &NodeRef, words: &[String], above: &Above) -> Spoken {
        let own = node.attr("style").map(|style| Sheet::of_attribute(&style)).unwrap_or_default();
        let candidates = self.sheet.candidates(words);
        let named = candidates.filter(|rule| rule.selector.keys.iter().all(|key| words.contains(key)));
        let mut rules: Vec<(Choice, &Rule)> = named
            .map(|rule| (self.chooses(rule, node, above.depth, above.beside), rule))
            .filter(|(choice, _)| *choice != Choice::No)
            .collect();
        let all = rules.len();
        rules.retain(|(_, rule)| rule.selector.part != Part::Written);
        let written = rules.len() < all;
        let speaking = Speaking { rules, own: &own, sheet: self.sheet, elsewhere: self.surroundings.sheets };
        let (won, variables) = speaking.won(&above.variables, &self.steps);
        Spoken { won, variables, written }
    }

    /// Whether a rule chooses the element that is next to be open; steps are counted, and when there are no more it cannot
    /// be told.
    pub(super) fn chooses(&self, rule: &Rule, node: &NodeRef, depth: usize, beside: usize) -> Choice {
        if !self.above.have(&rule.selector.above) {
            return Choice::No;
        }
        let sideways = if rule.selector.sideways { beside } else { 0 };
        self.steps.take(rule.selector.cost * (depth + sideways));
        if rule.selector.inward {
            let nodes = *self.nodes.get_or_init(|| self.body.descendants_it().count());
            self.inward.take(nodes);
        }
        if self.steps.spent() || rule.selector.inward && self.inward.spent() {
            return rule.selector.unmatched();
        }
        rule.selector.chooses(node)
    }

    /// How many children an element has, where a rule may look at them.
    fn children(&self, node: &NodeRef) -> usize {
        if self.sheet.looks_sideways() { node.children_it(false).count() } else { 0 }
    }
}
