//! The walk over a page: which declarations win for each element, and what they hide.

use std::cell::OnceCell;
use std::rc::Rc;

use dom_query::{NodeRef, local_name};

use super::ancestors::Ancestors;
use super::bounds::{STEPS, Surroundings};
use super::controls::{is_folded, is_moved, is_opened, opened};
use super::hiding::{Cut, Told, Way};
use super::look::Look;
use super::property::{Property, Value};
use super::selector::{Choice, Part};
use super::sheet::{Rule, Sheet};
use super::variables::Variables;
use super::view::{Stand, View};
use super::winning::{Speaking, Won};
use crate::article::html::elements::{is_block, is_label, is_unread};
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
#[derive(Clone)]
struct Above {
    /// How it looks if what is in doubt does not hide, and if it does.
    light: Look,
    dark: Look,
    won: Rc<Won>,
    variables: Variables,
    /// Its children are boxes, whatever they are.
    items: bool,
    /// The cut that words here belong to.
    cut: Option<usize>,
    label: bool,
    /// How many elements are open, the body being one.
    depth: usize,
    /// How many nodes stand beside a child.
    beside: usize,
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

    /// How an element is hidden with all that is in it, and whether that is in doubt.
    fn hiding(&self, node: &NodeRef<'a>, won: &Won, above: &Above) -> Option<(Way, bool)> {
        if node.has_attr(UNREAD) {
            return Some((Way::NotShown, true));
        }
        let view = |dark| View { won, above: &above.won, dark };
        if is_struck(node, &view(true)) {
            return Some((Way::Struck, !is_struck(node, &view(false))));
        }
        let stand = view(true).stand(node, above.items, self.surroundings.sheets);
        let way = hides_all(node, &view(true), stand)?;
        let sure = hides_all(node, &view(false), stand).is_some();
        // what is in it may be moved back into sight
        let placed = matches!(way, Way::Away | Way::Transformed | Way::Sized | Way::Clipped);
        Some((way, !sure || placed && node.children_it(false).any(|child| child.is_element())))
    }

    /// The cut that the words of an element belong to that looks like `inside`.
    fn cut_of_words(&mut self, node: &NodeRef<'a>, above: &Above, inside: &Above) -> Option<usize> {
        let hides = |above: &Above| {
            let way = above.dark.hides_words()?;
            let drawn = matches!(way, Way::Colored | Way::ColoredPerhaps) && above.light.is_drawn();
            Some((way, drawn || above.light.hides_words().is_none()))
        };
        // a rule of the page alone cannot tell that a colour is lost where other sheets may say what is behind it
        let open = self.surroundings.sheets && !node.has_attr("style") && !node.has_name("font");
        let found =
            hides(inside).filter(|(way, _)| *way != Way::ColoredPerhaps || !open || above.cut.is_some())?;
        if hides(above) == Some(found) && above.cut.is_some() {
            return above.cut;
        }
        let won = Rc::clone(&inside.won);
        let told = self.told(node, &won, found, above);
        Some(self.cut(node, found.0, told, Vec::new(), 0))
    }

    /// Doubts the words of an element among which others may stand.
    fn doubt_own(&mut self, node: &NodeRef<'a>) {
        let inline = |child: &NodeRef| !child.qual_name_ref().is_some_and(|name| is_block(&name.local));
        if node.children_it(false).all(|child| inline(&child)) {
            let told = Told { opens: false, doubtful: false, unsure: true };
            self.cut(node, Way::Worded, told, vec![*node], running(node));
        }
    }

    /// Doubts what stands beside an element that may lie over it.
    fn doubt_beside(&mut self, node: &NodeRef<'a>) {
        let beside = node.parent().filter(|parent| parent.id != self.body.id);
        let inline = |child: &NodeRef| !child.qual_name_ref().is_some_and(|name| is_block(&name.local));
        // words, and elements of nothing but words
        let wordy = |child: &NodeRef| {
            child.id != node.id && (child.is_text() || child.children_it(false).all(|child| inline(&child)))
        };
        let all = beside.iter().flat_map(|parent| parent.children_it(false));
        let nodes: Vec<_> = all.filter(wordy).collect();
        self.inward.take(nodes.len());
        let running = nodes.iter().map(running).sum();
        let told = Told { opens: false, doubtful: false, unsure: true };
        self.cut(node, Way::Covered, told, nodes, running);
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
    fn told(&mut self, node: &NodeRef, won: &Won, (way, unsure): (Way, bool), above: &Above) -> Told {
        let doubtful = unsure && (won.doubtful || node.has_attr(UNREAD));
        Told { opens: self.opens(node, won, way, above), doubtful, unsure }
    }

    /// Whether readers can open what is hidden in this way, or it opens by itself.
    fn opens(&mut self, node: &NodeRef, won: &Won, way: Way, above: &Above) -> bool {
        if matches!(
            way,
            Way::Small | Way::Colored | Way::ColoredPerhaps | Way::Struck | Way::Masked | Way::Low
        ) {
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
            self.steps.take(rule.said.len());
            let shows = !self.steps.spent() && Won::of_said(&rule.said).shows(way);
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

fn is_struck(node: &NodeRef, view: &View) -> bool {
    let marked = node.qual_name_ref().is_some_and(|name| {
        matches!(name.local, local_name!("del") | local_name!("s") | local_name!("strike"))
    });
    match view.of(Property::Decoration) {
        Some(value) => value == Value::Hides,
        None => marked,
    }
}

/// Whether what is in an element is shown only as far as a tree of its own takes it in.
fn has_shadow(node: &NodeRef) -> bool {
    node.children_it(false).any(|child| child.has_name("template") && child.has_attr("shadowrootmode"))
}

/// How an element is hidden with all that is in it.
fn hides_all(node: &NodeRef, view: &View, stand: Stand) -> Option<Way> {
    let shut = node.has_attr("hidden")
        || node.has_attr("popover")
        || node.has_name("dialog") && !node.has_attr("open");
    // any way of being shown outweighs what the browser says
    let shut = shut && view.of(Property::Display).is_none();
    if shut { Some(Way::NotShown) } else { view.hides_all(stand) }
}

/// Bytes of running text under an element.
fn running(node: &NodeRef) -> usize {
    let texts = node.descendants_it().filter(NodeRef::is_text);
    texts.map(|text| with_text(&text, |text| text.trim().len())).filter(|length| *length >= RUNNING).sum()
}
