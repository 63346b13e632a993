//! Which declarations win for an element: of the rules that choose it, of its animations, and of its own.

use std::cmp::Reverse;
use std::sync::Arc;

use super::motion::Motion;
use super::variables::{Filled, VALUES, Variables};
use crate::article::html::styles::hiding::Way;
use crate::article::html::styles::property::{Declaration, Property, Value, declared, undecided, unset};
use crate::article::html::styles::sheets::said::{Open, Said};
use crate::article::html::styles::sheets::selector::Choice;
use crate::article::html::styles::sheets::sheet::{Rule, Sheet};
use crate::text::{FastMap, Steps};

/// The most values of a property that are kept where it is in doubt which one wins.
const OPTIONS: usize = 8;

/// The declarations that won for an element. Of a property whose winner is in doubt there are several.
#[derive(Debug, Default, Clone)]
pub(in crate::article::html::styles) struct Won {
    values: Vec<(Property, Value)>,
    /// It cannot be told of a rule whether it chooses the element.
    pub(in crate::article::html::styles) doubtful: bool,
}

/// What speaks of an element.
pub(in crate::article::html::styles) struct Speaking<'a, 's> {
    pub(in crate::article::html::styles) rules: Vec<(Choice, &'s Rule)>,
    pub(in crate::article::html::styles) own: &'a [Said],
    pub(in crate::article::html::styles) sheet: &'s Sheet,
    /// Sheets in other files may give a variable its value.
    pub(in crate::article::html::styles) elsewhere: bool,
}

impl Speaking<'_, '_> {
    /// The declarations that win, and the variables of the element, which has those of `above`.
    pub(in crate::article::html::styles) fn won(
        mut self,
        above: &Variables,
        steps: &Steps,
    ) -> (Won, Variables) {
        let all = self.rules.iter().flat_map(|(_, rule)| rule.said.iter()).chain(self.own);
        steps.take(all.map(Said::cost).sum());
        if steps.spent() {
            return (Won::untold(), above.clone());
        }
        self.rules.sort_by_key(|(_, rule)| (rule.layer, rule.selector.weight, rule.order));
        let sure = |(choice, rule): &(Choice, &Rule)| *choice == Choice::Yes && !rule.conditional;
        let normal = |said: &&Said| !said.is_important();
        let mut all: Vec<(&Said, bool)> = Vec::new();
        for told in &self.rules {
            all.extend(told.1.said.iter().filter(normal).map(|said| (said, sure(told))));
        }
        all.extend(self.own.iter().filter(normal).map(|said| (said, true)));
        let weighty = all.len();
        // of important ones the first layer's win
        self.rules.sort_by_key(|(_, rule)| (Reverse(rule.layer), rule.selector.weight, rule.order));
        for told in &self.rules {
            all.extend(told.1.said.iter().filter(|said| said.is_important()).map(|said| (said, sure(told))));
        }
        all.extend(self.own.iter().filter(|said| said.is_important()).map(|said| (said, true)));
        let variables = above.with(own_variables(&all));
        let mut won = Won {
            doubtful: self.rules.iter().any(|(choice, _)| *choice == Choice::Perhaps),
            ..Won::default()
        };
        let (first, last) = all.split_at_checked(weighty).unwrap_or((&all, &[]));
        self.tell(first, &variables, &mut won);
        let motion = self.motion(&all, &variables);
        self.tell(&motion.ends(self.sheet), &variables, &mut won);
        self.tell(last, &variables, &mut won);
        (won, variables)
    }

    fn motion(&self, all: &[(&Said, bool)], variables: &Variables) -> Motion {
        let mut motion = Motion::default();
        for (said, sure) in all {
            let Said::Moves(open) = said else { continue };
            match variables.filled(&open.value) {
                Filled::Known(values) => {
                    let sure = *sure && values.len() == 1;
                    values.iter().for_each(|value| motion.take(open, value, sure, self.sheet));
                }
                Filled::Invalid | Filled::Undecided => {}
            }
        }
        motion
    }

    fn tell(&self, all: &[(&Said, bool)], variables: &Variables, won: &mut Won) {
        for (said, sure) in all {
            match said {
                Said::Told(declaration) => won.take(*declaration, *sure),
                Said::Open(open) => self.fill(open, *sure, variables, won),
                Said::Variable(_) | Said::Moves(_) | Said::Written(_) | Said::WrittenBy(_) => {}
            }
        }
    }

    /// Takes a declaration whose value has variables.
    fn fill(&self, open: &Open, sure: bool, variables: &Variables, won: &mut Won) {
        let Open { name, value, important } = open;
        match variables.filled(value) {
            Filled::Known(values) => {
                for (place, value) in values.iter().enumerate() {
                    let mut found = declared(name, value, *important);
                    if found.is_empty() {
                        found = unset(name, *important);
                    }
                    found.into_iter().for_each(|told| won.take(told, sure && place == 0));
                }
            }
            Filled::Invalid => {
                unset(name, *important).into_iter().for_each(|told| won.take(told, sure && !self.elsewhere));
            }
            Filled::Undecided => {
                undecided(name, *important).into_iter().for_each(|told| won.take(told, sure));
            }
        }
    }
}

/// The variables that are set, each with its values where it is in doubt which one wins.
fn own_variables(all: &[(&Said, bool)]) -> FastMap<Arc<str>, Vec<Arc<str>>> {
    let mut found: FastMap<Arc<str>, Vec<Arc<str>>> = FastMap::default();
    for (said, sure) in all {
        let Said::Variable(Open { name, value, .. }) = said else { continue };
        let values = found.entry(Arc::clone(name)).or_default();
        if *sure {
            values.clear();
        }
        if values.len() < VALUES && !values.contains(value) {
            values.push(Arc::clone(value));
        }
    }
    found
}

impl Won {
    /// Of an element of which it is not read what is said.
    pub(in crate::article::html::styles) fn untold() -> Self {
        let values = vec![(Property::Display, Value::Revert), (Property::Display, Value::Unknown)];
        Self { values, doubtful: true }
    }

    /// What declarations say by themselves.
    pub(in crate::article::html::styles) fn of_said(all: &[Said]) -> Self {
        let mut won = Self::default();
        for important in [false, true] {
            for said in all {
                if let Said::Told(declaration) = said
                    && declaration.important == important
                {
                    won.take(*declaration, true);
                }
            }
        }
        won
    }

    /// Takes a declaration in, in rising order of weight.
    fn take(&mut self, Declaration { property, value, .. }: Declaration, sure: bool) {
        if value == Value::RevertLayer {
            // what is said in other layers comes back
            self.values.push((property, Value::Unknown));
            return;
        }
        if sure {
            self.values.retain(|(other, _)| *other != property);
        } else if !self.values.iter().any(|(other, _)| *other == property) {
            self.values.push((property, Value::Revert));
        }
        let options = self.options(property).count();
        if options < OPTIONS {
            self.values.push((property, value));
        } else if options == OPTIONS {
            self.values.push((property, Value::Unknown));
        }
    }

    /// The values that a property may have; none where nothing is said.
    pub(in crate::article::html::styles) fn options(
        &self,
        property: Property,
    ) -> impl Iterator<Item = Value> {
        self.values.iter().filter(move |(other, _)| *other == property).map(|(_, value)| *value)
    }

    /// Whether what is declared shows what was hidden in this way.
    pub(in crate::article::html::styles) fn shows(&self, way: Way) -> bool {
        let shown = |properties: &[Property]| {
            let is_shown = |value| match value {
                Value::Shows
                | Value::Part(_)
                | Value::Block
                | Value::Inline
                | Value::Items
                | Value::Initial => true,
                Value::Length(length) => !length.is_nothing() && !length.is_far(),
                _ => false,
            };
            properties.iter().any(|property| self.options(*property).any(is_shown))
        };
        match way {
            Way::NotShown => shown(&[Property::Display, Property::Content]),
            Way::Unseen => shown(&[Property::Visibility]),
            Way::Clear => shown(&[Property::Opacity, Property::Filter]),
            Way::Transformed => {
                shown(&[Property::Transform, Property::Translate, Property::Scale, Property::Rotate])
            }
            Way::Sized => shown(&[
                Property::Width,
                Property::Height,
                Property::MaxWidth,
                Property::MaxHeight,
                Property::Overflow,
            ]),
            Way::Away => shown(&[Property::Left, Property::Right, Property::Top, Property::MarginLeft]),
            Way::Clipped => shown(&[Property::Clip, Property::ClipPath]),
            _ => false,
        }
    }
}
