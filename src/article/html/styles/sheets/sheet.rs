//! The rules of a page's style sheets, as far as they hide or show.

use std::borrow::Cow;
use std::sync::Arc;

use cssparser::Parser;

use super::reading::{self, Declared, RULES, declaration, statement};
use super::said::{Frames, Said, has_letters, said};
use super::selector::{Part, Selector};
use crate::article::html::styles::property::{Declaration, Property, Value};
use crate::article::html::styles::quirks;
use crate::article::html::styles::values::{EM, Length, plain};
use crate::text::FastMap;

/// The rules of all sheets of a page.
#[derive(Default)]
pub(in crate::article::html::styles) struct Sheet {
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
    /// Whether browsers read the page as they read those of the nineties.
    quirky: bool,
    frames: FastMap<String, Frames>,
    /// Its variables, and whether a value of each has letters.
    lettered: FastMap<Arc<str>, bool>,
}

/// What one selector says of what it chooses.
pub(in crate::article::html::styles) struct Rule {
    pub(in crate::article::html::styles) selector: Selector,
    pub(in crate::article::html::styles) said: Arc<[Said]>,
    /// It stands under a condition that is not understood.
    pub(in crate::article::html::styles) conditional: bool,
    /// Rank of its layer: of two normal declarations the one of the higher rank wins, of two important ones the other.
    pub(in crate::article::html::styles) layer: usize,
    /// Place among all rules: of two that weigh the same the later one wins.
    pub(in crate::article::html::styles) order: usize,
}

impl Sheet {
    /// Reads the sheets of a page, in order; each may be one of which it is not known whether it applies.
    pub(in crate::article::html::styles) fn read<'a>(
        sheets: impl IntoIterator<Item = (&'a str, bool)>,
        quirky: bool,
    ) -> Self {
        let reading = reading::read(sheets);
        let ranks = reading.layers.ranks();
        let mut found =
            Self { unread: reading.unread || !reading.layers.are_known(), quirky, ..Self::default() };
        for frames in &reading.frames {
            let read =
                frames.frames.iter().map(|(last, declared)| (*last, all_said(declared, quirky))).collect();
            let read = Frames { frames: read, conditional: frames.doubtful };
            found.frames.insert(frames.name.clone(), read);
        }
        for (name, value, _) in reading.rules.iter().flat_map(|rule| &rule.declared) {
            if name.starts_with("--") {
                *found.lettered.entry(name.as_str().into()).or_default() |= has_letters(&plain(value));
            }
        }
        for rule in &reading.rules {
            let all = all_said(&rule.declared, quirky);
            // the values of a variable with a type are checked
            let typed = |name: &str| reading.typed.iter().take(TYPED).any(|typed| typed == name);
            let checked = all.iter().any(|said| matches!(said, Said::Variable(open) if typed(&open.name)));
            let selectors: Vec<Option<Selector>> =
                rule.selectors.iter().map(|selector| Selector::read(selector)).collect();
            // browsers pass over a rule of which they do not know one selector
            let conditional = rule.doubtful || checked || selectors.iter().any(Option::is_none);
            let all: Arc<[Said]> = all.into();
            let layer = ranks.get(rule.layer).copied().unwrap_or_default();
            for selector in selectors.into_iter().flatten().filter(|_| !all.is_empty()) {
                found.add(selector, &all, (layer, conditional));
            }
        }
        found
    }

    fn add(&mut self, selector: Selector, said: &Arc<[Said]>, (layer, conditional): (usize, bool)) {
        let written = selector.part == Part::Written;
        if selector.part == Part::Other || written && !self.writes(said) {
            return;
        }
        if self.rules.len() >= RULES {
            self.unread |= said.iter().any(Said::may_hide);
            return;
        }
        let index = self.rules.len();
        self.sideways |= selector.sideways;
        match selector.keys.first() {
            Some(key) => self.by_key.entry(key.clone()).or_default().push(index),
            None => self.any.push(index),
        }
        for word in selector.keys.iter().filter(|key| key.starts_with(['.', '#'])) {
            self.by_word.entry(word.clone()).or_default().push(index);
        }
        let conditional = conditional || selector.part != Part::Whole;
        self.rules.push(Rule { selector, said: Arc::clone(said), conditional, layer, order: index });
    }

    /// The frames of an animation.
    pub(in crate::article::html::styles) fn frames(&self, name: &str) -> Option<&Frames> {
        self.frames.get(name)
    }

    /// Tells whether something else that may hide was not read.
    pub(in crate::article::html::styles) fn leave_unread(&mut self, unread: bool) {
        self.unread |= unread;
    }

    /// Whether something that may hide any element was not read.
    pub(in crate::article::html::styles) fn is_unread(&self) -> bool {
        self.unread
    }

    /// Whether browsers read the page as they read those of the nineties.
    pub(in crate::article::html::styles) fn is_quirky(&self) -> bool {
        self.quirky
    }

    /// Whether a rule looks at what stands beside an element.
    pub(in crate::article::html::styles) fn looks_sideways(&self) -> bool {
        self.sideways
    }

    /// The rules that may choose an element of these words: its name, `.class` for each class, `#id`.
    pub(in crate::article::html::styles) fn candidates<'s, 'w>(
        &'s self,
        words: &'w [String],
    ) -> impl Iterator<Item = &'s Rule> + use<'s, 'w> {
        let keyed = words.iter().filter_map(|word| self.by_key.get(word)).flatten();
        keyed.chain(&self.any).filter_map(|&index| self.rules.get(index))
    }

    /// The rules for elements of one of these words in some state.
    pub(in crate::article::html::styles) fn of_words<'a>(
        &'a self,
        words: &'a [String],
    ) -> impl Iterator<Item = &'a Rule> {
        let found = words.iter().filter_map(|word| self.by_word.get(word)).flatten();
        found.filter_map(|&index| self.rules.get(index))
    }
}

impl Sheet {
    /// Whether a part that is written before or behind an element has words, or lies over those of the element.
    fn writes(&self, all: &[Said]) -> bool {
        let told = |is: fn(&Declaration) -> bool| {
            all.iter().any(|said| matches!(said, Said::Told(told) if is(told)))
        };
        let afloat = told(|told| told.property == Property::Position && told.value == Value::Afloat);
        let opaque = told(
            |told| matches!((told.property, told.value), (Property::Background, Value::Color(Some(color))) if color.cover > 0.9),
        );
        // a bar or a dot is no cover
        let small = told(|told| {
            let sized = matches!(told.property, Property::Width | Property::Height);
            sized
                && matches!(told.value, Value::Length(length) if !matches!(length, Length::Share(_)) && length.of_font(EM) <= 40.0)
        });
        let lettered = |said: &Said| match said {
            Said::Written(lettered) => *lettered,
            Said::WrittenBy(open) => self.may_have_letters(&open.value),
            _ => false,
        };
        all.iter().any(lettered) || afloat && opaque && !small
    }

    /// Whether a value that hangs on variables may have letters: one of them is not of the sheets, or has some.
    fn may_have_letters(&self, value: &str) -> bool {
        let names = value.match_indices("--").map(|(at, _)| {
            let name = value.get(at..).unwrap_or_default();
            name.split(|c: char| matches!(c, ',' | ')') || c.is_whitespace()).next().unwrap_or_default()
        });
        names.into_iter().any(|name| self.lettered.get(name).is_none_or(|lettered| *lettered))
    }

    /// What a `style` attribute says.
    pub(in crate::article::html::styles) fn of_attribute(&self, style: &str) -> Vec<Said> {
        let mut css = Parser::new(style);
        let mut told = Vec::new();
        while let Some((head, block)) = statement(&mut css) {
            told.extend(declaration(head).filter(|_| !block));
        }
        all_said(&told, self.quirky)
    }
}

/// The most variables with a type that are looked for.
const TYPED: usize = 256;

/// What declarations say: of those about the same only the last counts.
fn all_said(declared: &[Declared], quirky: bool) -> Vec<Said> {
    let mut found: Vec<Option<Said>> = Vec::new();
    let mut places: FastMap<(String, bool), usize> = FastMap::default();
    for (name, value, important) in declared {
        let value = if quirky { quirks::value(name, value) } else { Cow::Borrowed(*value) };
        for one in said(name, &value, *important) {
            let key = match &one {
                Said::Written(_) | Said::WrittenBy(_) => String::new(),
                Said::Told(told) => format!("{:?}", told.property),
                Said::Open(open) | Said::Variable(open) | Said::Moves(open) => open.name.to_string(),
            };
            if let Some(before) =
                places.insert((key, *important), found.len()).and_then(|at| found.get_mut(at))
            {
                *before = None;
            }
            found.push(Some(one));
        }
    }
    found.into_iter().flatten().collect()
}
