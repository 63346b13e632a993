//! Which rules choose an element, and what they say of it.

use dom_query::NodeRef;

use super::lids::is_lid;
use super::page::{Above, Spoken, Walk};
use crate::article::html::styles::property::{Property, Value};
use crate::article::html::styles::sheets::said::Said;
use crate::article::html::styles::sheets::selector::{Choice, Part};
use crate::article::html::styles::sheets::sheet::Rule;
use crate::article::html::styles::winning::won::{Speaking, Won};

impl Walk<'_, '_> {
    /// What is said of an element below `above`.
    pub(in crate::article::html::styles) fn spoken(
        &self,
        node: &NodeRef,
        words: &[String],
        above: &Above,
    ) -> Spoken {
        if self.steps.spent() {
            return Spoken {
                won: Won::untold(),
                variables: above.variables.clone(),
                written: false,
                lid: false,
            };
        }
        let own = node.attr("style").map(|style| self.sheet.of_attribute(&style)).unwrap_or_default();
        let candidates = self.sheet.candidates(words);
        let named = candidates.filter(|rule| rule.selector.keys.iter().all(|key| words.contains(key)));
        let mut rules: Vec<(Choice, &Rule)> = named
            .map(|rule| (self.chooses(rule, node, above.depth, above.beside), rule))
            .filter(|(choice, _)| *choice != Choice::No)
            .collect();
        let all = rules.len();
        let lid = is_lid(|property| laid(&rules, property));
        rules.retain(|(_, rule)| rule.selector.part != Part::Written);
        let written = rules.len() < all;
        let speaking = Speaking { rules, own: &own, sheet: self.sheet, elsewhere: self.surroundings.sheets };
        let (won, variables) = speaking.won(&above.variables, &self.steps);
        Spoken { won, variables, written, lid }
    }

    /// Whether a rule chooses the element that is next to be open; steps are counted, and when there are no more it cannot
    /// be told.
    pub(in crate::article::html::styles) fn chooses(
        &self,
        rule: &Rule,
        node: &NodeRef,
        depth: usize,
        beside: usize,
    ) -> Choice {
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
    pub(in crate::article::html::styles) fn children(&self, node: &NodeRef) -> usize {
        if self.sheet.looks_sideways() { node.children_it(false).count() } else { 0 }
    }
}

/// What the rules say last of a property of what is written before or behind an element.
fn laid(rules: &[(Choice, &Rule)], property: Property) -> Option<Value> {
    let written = rules.iter().filter(|(_, rule)| rule.selector.part == Part::Written).map(|(_, rule)| *rule);
    let told = written.flat_map(|rule| rule.said.iter()).filter_map(|said| match said {
        Said::Told(told) if told.property == property => Some(told.value),
        _ => None,
    });
    told.reduce(|_, later| later)
}
