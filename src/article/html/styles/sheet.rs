//! The rules of a page's style sheets, as far as they hide or show.

use std::sync::Arc;

use cssparser::Parser;

use super::property::{Declaration, declared, undecided};
use super::reading::{self, RULES, declaration, statement};
use super::selector::Selector;
use super::values::filled;
use crate::text::FastMap;

/// The rules of all sheets of a page.
#[derive(Default)]
pub(super) struct Sheet {
    rules: Vec<Rule>,
    /// Rules by the rarest word of what they choose.
    by_key: FastMap<String, Vec<usize>>,
    /// Rules that may choose any element.
    any: Vec<usize>,
    sideways: bool,
    /// Rules by every class and id of what they choose.
    by_word: FastMap<String, Vec<usize>>,
    /// Whether something that may hide was not read.
    unread: bool,
    /// Its variables with their last values.
    variables: FastMap<String, String>,
}

/// What one selector says of what it chooses.
pub(super) struct Rule {
    pub(super) selector: Selector,
    pub(super) declarations: Arc<[Declaration]>,
    /// Whether one of them may hide.
    pub(super) hides: bool,
    /// It stands under a condition that is not understood.
    pub(super) conditional: bool,
    /// Rank of its layer: of two normal declarations the one of the higher rank wins, of two important ones the other.
    pub(super) layer: usize,
    /// Place among all rules: of two that weigh the same the later one wins.
    pub(super) order: usize,
}

impl Sheet {
    /// Reads the sheets of a page, in order.
    pub(super) fn read<'a>(sheets: impl IntoIterator<Item = &'a str>) -> Self {
        let reading = reading::read(sheets);
        let variables: FastMap<String, String> = reading
            .rules
            .iter()
            .flat_map(|rule| &rule.declared)
            .filter(|(name, _, _)| name.starts_with("--"))
            .map(|(name, value, _)| (name.clone(), (*value).to_owned()))
            .collect();
        let ranks = reading.layers.ranks();
        let mut found = Self { unread: reading.unread, ..Self::default() };
        for rule in &reading.rules {
            let all = rule.declared.iter().flat_map(|(name, value, important)| {
                filled(value, &[&variables])
                    .map_or_else(|| undecided(name, *important), |value| declared(name, &value, *important))
            });
            let declarations: Arc<[Declaration]> =
                all.filter(|declared| !rule.doubtful || declared.may_hide()).collect();
            if !declarations.is_empty() {
                let place = (ranks.get(rule.layer).copied().unwrap_or_default(), rule.doubtful);
                rule.selectors.iter().for_each(|selector| found.add(selector, &declarations, place));
            }
        }
        found.variables = variables;
        found
    }

    fn add(
        &mut self,
        selector: &str,
        declarations: &Arc<[Declaration]>,
        (layer, conditional): (usize, bool),
    ) {
        let hides = declarations.iter().any(Declaration::may_hide);
        if self.rules.len() >= RULES {
            self.unread |= hides;
            return;
        }
        let Some(selector) = Selector::read(selector) else { return };
        let index = self.rules.len();
        self.sideways |= selector.sideways;
        match selector.keys.first() {
            Some(key) => self.by_key.entry(key.clone()).or_default().push(index),
            None => self.any.push(index),
        }
        for word in selector.keys.iter().filter(|key| key.starts_with(['.', '#'])) {
            self.by_word.entry(word.clone()).or_default().push(index);
        }
        self.rules.push(Rule {
            selector,
            declarations: Arc::clone(declarations),
            hides,
            conditional,
            layer,
            order: index,
        });
    }

    /// Whether something that may hide any element was not read.
    pub(super) fn is_unread(&self) -> bool {
        self.unread
    }

    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// Whether a rule looks at what stands beside an element.
    pub(super) fn looks_sideways(&self) -> bool {
        self.sideways
    }

    /// The rules that may choose an element of these words: its name, `.class` for each class, `#id`.
    pub(super) fn candidates<'s, 'w>(
        &'s self,
        words: &'w [String],
    ) -> impl Iterator<Item = &'s Rule> + use<'s, 'w> {
        let keyed = words.iter().filter_map(|word| self.by_key.get(word)).flatten();
        keyed.chain(&self.any).filter_map(|&index| self.rules.get(index))
    }

    /// The rules for elements of one of these words in some state.
    pub(super) fn of_words<'a>(&'a self, words: &'a [String]) -> impl Iterator<Item = &'a Rule> {
        let found = words.iter().filter_map(|word| self.by_word.get(word)).flatten();
        found.filter_map(|&index| self.rules.get(index))
    }
}

impl Sheet {
    /// The declarations of a `style` attribute, its variables filled in by its own or those of the sheets.
    pub(super) fn of_attribute(&self, style: &str) -> Vec<Declaration> {
        let mut css = Parser::new(style);
        let mut told = Vec::new();
        while let Some((head, block)) = statement(&mut css) {
            told.extend(declaration(head).filter(|_| !block));
        }
        let own = told.iter().filter(|(name, _, _)| name.starts_with("--"));
        let own: FastMap<String, String> =
            own.map(|(name, value, _)| (name.clone(), (*value).to_owned())).collect();
        let all = told.iter().flat_map(|(name, value, important)| {
            filled(value, &[&own, &self.variables])
                .map_or_else(|| undecided(name, *important), |value| declared(name, &value, *important))
        });
        all.collect()
    }
}
