//! The walk over a page: which declarations win for each element, and what they hide.

use std::cell::OnceCell;
use std::cmp::Reverse;

use dom_query::{NodeRef, local_name};

use super::ancestors::Ancestors;
use super::bounds::{STEPS, Surroundings};
use super::controls::{is_folded, is_moved, is_opened, opened};
use super::hiding::{Cut, Told, Way};
use super::look::{Look, Won};
use super::property::{Declaration, Property, Value};
use super::selector::Choice;
use super::sheet::{Rule, Sheet};
use crate::article::html::elements::{is_label, is_unread};
use crate::article::html::lines::with_text;
use crate::article::html::sanitizer::UNREAD;
use crate::text::{FastSet, Steps};

/// A shorter run of text, in bytes, is a label and not running text.
const RUNNING: usize = 40;
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
        found: Hidden { cuts: Vec::new(), running: 0, seen: Vec::new() },
    };
    walk.whole();
    walk.found
}

struct Walk<'a, 's> {
    sheet: &'s Sheet,
    surroundings: Surroundings,
    steps: Steps,
    /// Steps of looking at what is in an element.
    inward: Steps,
    /// How many nodes the page has.
    nodes: OnceCell<usize>,
    opened: Option<FastSet<String>>,
    /// The words of the elements that are open.
    above: Ancestors,
    body: NodeRef<'a>,
    found: Hidden<'a>,
}

/// What holds for the children of an element.
#[derive(Clone, Copy)]
struct Above {
    look: Look,
    /// The cut that words here belong to.
    cut: Option<usize>,
    label: bool,
    /// How many elements are open, the body being one.
    depth: usize,
    /// How many nodes stand beside a child.
    beside: usize,
}

impl<'a, 's> Walk<'a, 's> {
    fn whole(&mut self) {
        let page = self.body.parent().filter(NodeRef::is_element);
        let mut look = Look::PLAIN;
        for node in page.iter().chain([&self.body.clone()]) {
            let words = words(node);
            look = look.below(node, &self.won(node, &words, 2, 1));
            self.above.open(words);
        }
        let first = Above { look, cut: None, label: false, depth: 2, beside: self.children(&self.body) };
        let mut open = vec![(self.body.first_child(), first)];
        while let Some((next, above)) = open.last_mut() {
            let Some(node) = *next else {
                open.pop();
                self.above.close();
                continue;
            };
            *next = node.next_sibling();
            let above = *above;
            if node.is_text() {
                self.words(&node, above);
            } else if node.is_element()
                && let Some(inside) = self.element(&node, above)
            {
                open.push((node.first_child(), inside));
            }
        }
    }

    fn words(&mut self, node: &NodeRef<'a>, above: Above) {
        let length = with_text(node, |text| text.trim().len());
        let running = if above.label || length < RUNNING { 0 } else { length };
        self.found.running += running;
        if above.cut.is_none() && running >= TELLING && self.found.seen.len() < FIRST {
            let start = with_text(node, |text| text.trim().chars().take(TELLING / 2).collect());
            self.found.seen.push(start);
        }
        if let Some(cut) = above.cut.and_then(|index| self.found.cuts.get_mut(index)) {
            cut.running += running;
            cut.nodes.push(*node);
        }
    }

    /// Enters an element; none where all of it is hidden or unread.
    fn element(&mut self, node: &NodeRef<'a>, above: Above) -> Option<Above> {
        let name = node.qual_name_ref()?.local.clone();
        if is_unread(&name) {
            return None;
        }
        let words = words(node);
        let won = self.won(node, &words, above.depth, above.beside);
        if node.has_attr(UNREAD) {
            let running = running(node);
            self.found.running += running;
            self.cut(
                node,
                Way::NotShown,
                Told { opens: false, doubtful: true, unsure: true },
                vec![*node],
                running,
            );
            return None;
        }
        let way = if is_struck(node, &won) { Some(Way::Struck) } else { hides_all(node, &won) };
        if let Some(way) = way {
            let running = running(node);
            self.found.running += running;
            let told = self.told(node, &won, way, above);
            self.cut(node, way, told, vec![*node], running);
            return None;
        }
        let look = above.look.below(node, &won);
        let hides = look.hides_words();
        // a rule of the page alone cannot tell that a colour is lost where other sheets may say what is behind it
        let open = self.surroundings.sheets && !node.has_attr("style") && !node.has_name("font");
        let hides = hides.filter(|way| *way != Way::ColoredPerhaps || !open || above.cut.is_some());
        let cut = match (hides, above.look.hides_words()) {
            (Some(way), before) if before != Some(way) => {
                let told = self.told(node, &won, way, above);
                Some(self.cut(node, way, told, Vec::new(), 0))
            }
            (Some(_), _) => above.cut,
            (None, _) => None,
        };
        let label = above.label || is_label(&name);
        self.above.open(words);
        Some(Above { look, cut, label, depth: above.depth + 1, beside: self.children(node) })
    }

    fn cut(
        &mut self,
        node: &NodeRef,
        way: Way,
        told: Told,
        nodes: Vec<NodeRef<'a>>,
        running: usize,
    ) -> usize {
        let class = node.attr("class").map(|class| class.to_string()).unwrap_or_default();
        let Told { opens, doubtful, unsure } = told;
        self.found.cuts.push(Cut { nodes, way, class, running, opens, doubtful, unsure });
        self.found.cuts.len() - 1
    }

    fn won(&self, node: &NodeRef, words: &[String], depth: usize, beside: usize) -> Won {
        let own = node.attr("style").map(|style| self.sheet.of_attribute(&style)).unwrap_or_default();
        if self.sheet.is_empty() {
            return Won::new(&own.iter());
        }
        let candidates = self.sheet.candidates(words);
        let named = candidates.filter(|rule| rule.selector.keys.iter().all(|key| words.contains(key)));
        let mut rules: Vec<(Choice, &Rule)> = named
            .map(|rule| (self.chooses(rule, node, depth, beside), rule))
            .filter(|(choice, rule)| *choice == Choice::Yes || *choice == Choice::Perhaps && rule.hides)
            .collect();
        rules.sort_by_key(|(_, rule)| (rule.layer, rule.selector.weight, rule.order));
        let (mut sure, perhaps): (Vec<_>, Vec<_>) =
            rules.into_iter().partition(|(choice, _)| *choice == Choice::Yes);
        let declared = |(_, rule): &(Choice, &'s Rule)| rule.declarations.iter().copied();
        let mut all: Vec<Declaration> =
            sure.iter().flat_map(declared).filter(|told| !told.important).collect();
        // of important ones the first layer's win
        sure.sort_by_key(|(_, rule)| (Reverse(rule.layer), rule.selector.weight, rule.order));
        all.extend(sure.iter().flat_map(declared).filter(|told| told.important).chain(own));
        let hiding = perhaps.iter().flat_map(declared).filter(Declaration::may_hide);
        all.extend(hiding.map(|declared| Declaration { important: true, ..declared }));
        let mut won = Won::new(&all.iter());
        won.doubtful = !perhaps.is_empty();
        won.unsure = won.doubtful || sure.iter().any(|(_, rule)| rule.conditional && rule.hides);
        won
    }

    /// Whether a rule chooses the element that is next to be open; steps are counted, and when there are no more it cannot
    /// be told.
    fn chooses(&self, rule: &Rule, node: &NodeRef, depth: usize, beside: usize) -> Choice {
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

    /// What is told of a piece that is hidden.
    fn told(&mut self, node: &NodeRef, won: &Won, way: Way, above: Above) -> Told {
        Told { opens: self.opens(node, won, way, above), doubtful: won.doubtful, unsure: won.unsure }
    }

    /// Whether readers can open what is hidden in this way, or it opens by itself.
    fn opens(&mut self, node: &NodeRef, won: &Won, way: Way, above: Above) -> bool {
        if matches!(way, Way::Small | Way::Colored | Way::ColoredPerhaps | Way::Struck) {
            return false;
        }
        let folds = self.surroundings.scripts && matches!(way, Way::NotShown | Way::Sized) && is_folded(node);
        if folds || is_moved(node, won, way, self.surroundings.scripts) {
            return true;
        }
        let body = self.body;
        if is_opened(node, self.opened.get_or_insert_with(|| opened(&body))) {
            return true;
        }
        let words: Vec<String> =
            words(node).into_iter().filter(|word| word.starts_with(['.', '#'])).collect();
        let mut states = self.sheet.of_words(&words);
        states.any(|rule| {
            self.steps.take(rule.declarations.len());
            let shows = Won::new(&rule.declarations.iter()).shows(way);
            shows && !self.steps.spent() && self.chooses(rule, node, above.depth, above.beside) == Choice::No
        })
    }
}

/// The words by which rules may choose an element.
fn words(node: &NodeRef) -> Vec<String> {
    let mut found = Vec::new();
    found.extend(node.attr("id").map(|id| format!("#{id}")));
    if let Some(classes) = node.attr("class") {
        found.extend(classes.split_ascii_whitespace().map(|class| format!(".{class}")));
    }
    found.extend(node.qual_name_ref().map(|name| name.local.to_string()));
    found
}

fn is_struck(node: &NodeRef, won: &Won) -> bool {
    let marked = node.qual_name_ref().is_some_and(|name| {
        matches!(name.local, local_name!("del") | local_name!("s") | local_name!("strike"))
    });
    match won.of(Property::Decoration) {
        Some(value) => value == Value::Hides,
        None => marked,
    }
}

/// How an element is hidden with all that is in it.
fn hides_all(node: &NodeRef, won: &Won) -> Option<Way> {
    let shut = node.has_attr("hidden")
        || node.has_attr("popover")
        || node.has_name("dialog") && !node.has_attr("open");
    let shut = shut && won.of(Property::Display) != Some(Value::Shows);
    if shut { Some(Way::NotShown) } else { won.hides_all() }
}

/// Bytes of running text under an element.
fn running(node: &NodeRef) -> usize {
    let texts = node.descendants_it().filter(NodeRef::is_text);
    texts.map(|text| with_text(&text, |text| text.trim().len())).filter(|length| *length >= RUNNING).sum()
}
