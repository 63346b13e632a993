//! The winning declarations of an element seen in one of two ways: where it is in doubt what wins or what it does, as if it
//! hid, and as if it did not.

use dom_query::{NodeRef, local_name};

use crate::article::html::elements::is_block;
use crate::article::html::styles::hiding::Way;
use crate::article::html::styles::property::{Property, Value, threatens};
use crate::article::html::styles::values::Length;
use crate::article::html::styles::winning::won::Won;

/// How an element stands among others, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::article::html::styles) enum Stand {
    /// In a line of text: its size does not count, and nothing can turn it.
    Line,
    /// As a box of its own.
    Own,
    /// As a part of a table, whose height is the least one.
    Table,
    Unknown,
}

/// The winning declarations of an element.
#[derive(Clone, Copy)]
pub(in crate::article::html::styles) struct View<'w> {
    pub(in crate::article::html::styles) won: &'w Won,
    /// Those of the element above.
    pub(in crate::article::html::styles) above: &'w Won,
    /// As if what is in doubt hid.
    pub(in crate::article::html::styles) dark: bool,
}

impl View<'_> {
    /// What may be given to a property.
    pub(in crate::article::html::styles) fn options(&self, property: Property) -> Vec<Value> {
        self.won.options(property).map(|value| self.plain(property, value)).collect()
    }

    /// A value without the words that any property takes.
    fn plain(&self, property: Property, value: Value) -> Value {
        match value {
            Value::Unset if property.is_inherited() => Value::Inherit,
            Value::Unset => Value::Initial,
            Value::Inherit if !property.is_inherited() && property != Property::Background => {
                let mut above = self.above.options(property);
                match (above.next(), above.next()) {
                    (None, _) => Value::Initial,
                    (Some(Value::Inherit | Value::Unset | Value::Revert), _) | (_, Some(_)) => Value::Unknown,
                    (Some(value), None) => value,
                }
            }
            other => other,
        }
    }

    /// What is given to a property; of several the one that hides most, or least.
    pub(in crate::article::html::styles) fn of(&self, property: Property) -> Option<Value> {
        let all = self.won.options(property).map(|value| self.plain(property, value));
        let chosen = if self.dark {
            all.max_by_key(|value| danger(property, *value, true))
        } else {
            all.min_by_key(|value| danger(property, *value, false))
        };
        match chosen? {
            Value::Unknown if self.dark => Some(Value::Hides),
            Value::Unknown => Some(Value::Shows),
            Value::Revert => None,
            value => Some(value),
        }
    }

    pub(in crate::article::html::styles) fn hides(&self, property: Property) -> bool {
        self.of(property) == Some(Value::Hides)
    }

    /// Whether one of what may be given to a property is the value that hides or that counts.
    pub(in crate::article::html::styles) fn may(&self, property: Property) -> bool {
        self.won.options(property).any(|value| matches!(value, Value::Hides | Value::Unknown))
    }

    fn far(&self, property: Property) -> bool {
        match self.of(property) {
            Some(Value::Length(length)) => {
                length.is_far() || self.dark && threatens(property, Value::Length(length))
            }
            found => self.dark && found == Some(Value::Hides),
        }
    }

    fn empty(&self, property: Property) -> bool {
        let down = matches!(property, Property::Height | Property::MaxHeight);
        match self.of(property) {
            // a share of a height that is not set is none
            Some(Value::Length(Length::Share(_))) if down && !self.dark => false,
            Some(Value::Length(length)) => {
                length.is_nothing() || self.dark && threatens(property, Value::Length(length))
            }
            found => self.dark && found == Some(Value::Hides),
        }
    }

    /// How an element stands: `items` tells whether the element above makes boxes of its children.
    pub(in crate::article::html::styles) fn stand(
        &self,
        node: &NodeRef,
        items: bool,
        elsewhere: bool,
    ) -> Stand {
        let only = |property: Property| {
            let mut all = self.won.options(property).map(|value| self.plain(property, value));
            let first = all.next();
            if all.next().is_some() { Some(Value::Unknown) } else { first }
        };
        let position = only(Property::Position);
        let float = only(Property::Float);
        match (position, float) {
            (Some(Value::Afloat | Value::Fixed), _) | (_, Some(Value::Hides)) => return Stand::Own,
            (Some(Value::Unknown), _) | (_, Some(Value::Unknown)) => return Stand::Unknown,
            _ => {}
        }
        let stand = match only(Property::Display) {
            Some(Value::Inline | Value::Initial) => Stand::Line,
            Some(Value::Block | Value::Items) => Stand::Own,
            Some(Value::Shows) => Stand::Table,
            Some(Value::Unknown | Value::Hides) => Stand::Unknown,
            _ => by_name(node, elsewhere),
        };
        if stand == Stand::Line && items { Stand::Own } else { stand }
    }

    /// Whether an element may be a block.
    pub(in crate::article::html::styles) fn is_block(&self, node: &NodeRef) -> bool {
        let named = node.qual_name_ref().is_some_and(|name| is_block(&name.local));
        named || self.won.options(Property::Display).any(|value| matches!(value, Value::Block | Value::Items))
    }

    /// Whether its children are boxes, whatever they are.
    pub(in crate::article::html::styles) fn makes_items(&self) -> bool {
        self.won.options(Property::Display).any(|value| value == Value::Items)
    }

    /// How it hides an element with all that is in it.
    pub(in crate::article::html::styles) fn hides_all(&self, stand: Stand) -> Option<Way> {
        let any = |properties: &[Property]| properties.iter().any(|property| self.hides(*property));
        let boxed = if self.dark { stand != Stand::Line } else { matches!(stand, Stand::Own | Stand::Table) };
        let roomy = self.may(Property::Room);
        let sized = if self.dark { stand != Stand::Line } else { stand == Stand::Own && !roomy };
        let sides = [Property::Left, Property::Right, Property::Top, Property::Bottom];
        let sizes = [Property::Width, Property::Height, Property::MaxWidth, Property::MaxHeight];
        let clips = any(&[Property::Overflow, Property::OverflowDown]);
        let indent = match self.of(Property::Indent) {
            Some(Value::Length(length)) => Some(length),
            _ => None,
        };
        let pushed = |share: f32| share >= 1.0 && clips;
        match () {
            () if self.hides(Property::Display) || boxed && self.hides(Property::Content) => {
                Some(Way::NotShown)
            }
            () if any(&[Property::Opacity, Property::Filter, Property::Mask]) => Some(Way::Clear),
            () if boxed
                && any(&[Property::Transform, Property::Translate, Property::Scale, Property::Rotate])
                || any(&[Property::Spacing, Property::Gap, Property::Zoom]) =>
            {
                Some(Way::Transformed)
            }
            () if any(&[Property::Blend, Property::Bidi]) => Some(Way::Blended),
            () if sized && clips && sizes.iter().any(|size| self.empty(*size))
                || sized && self.dark && self.hides(Property::Contain) =>
            {
                Some(Way::Sized)
            }
            () if self.is_placed() && sides.iter().any(|side| self.far(*side)) => Some(Way::Away),
            () if self.far(Property::MarginLeft) || boxed && self.far(Property::MarginTop) => Some(Way::Away),
            () if boxed && self.hides(Property::Offset) => Some(Way::Away),
            () if boxed && (self.far(Property::Indent) || indent.is_some_and(Length::is_far)) => {
                Some(Way::Away)
            }
            () if matches!(indent, Some(Length::Share(share)) if boxed && pushed(share)) => Some(Way::Away),
            () if self.is_clipped() => Some(Way::Clipped),
            () => None,
        }
    }

    /// Whether an element may lie over what stands beside it: a box out of its place whose ground cannot be seen through.
    pub(in crate::article::html::styles) fn covers(&self, node: &NodeRef) -> bool {
        let opaque = match self.of(Property::Background) {
            Some(Value::Color(Some(color))) => color.cover > 0.9,
            _ => false,
        };
        let small = |property: Property| matches!(self.of(property), Some(Value::Length(length)) if !matches!(length, Length::Share(_)) && length.of_font(16.0) <= 12.0);
        let moved = [Property::Top, Property::Left, Property::Bottom, Property::Right];
        let moved = moved.iter().any(|side| matches!(self.of(*side), Some(Value::Length(length)) if length.of_font(100.0).abs() >= 8.0));
        let back = matches!(self.of(Property::MarginTop), Some(Value::Length(length)) if length.of_font(100.0) <= -8.0);
        let placed = match self.of(Property::Position) {
            Some(Value::Afloat) => true,
            Some(Value::Fixed) => false,
            Some(Value::Hides) => moved || back,
            _ => back,
        };
        opaque
            && placed
            && !small(Property::Height)
            && !small(Property::Width)
            && node.has_name("body").eq(&false)
    }

    pub(in crate::article::html::styles) fn is_placed(&self) -> bool {
        matches!(self.of(Property::Position), Some(Value::Afloat | Value::Fixed | Value::Hides))
    }

    fn is_clipped(&self) -> bool {
        let afloat = match self.of(Property::Position) {
            Some(Value::Afloat | Value::Fixed) => true,
            found => self.dark && found == Some(Value::Hides),
        };
        afloat && self.hides(Property::Clip) || self.hides(Property::ClipPath)
    }
}

/// How much a value hides: the higher, the more.
fn danger(property: Property, value: Value, dark: bool) -> u8 {
    match value {
        Value::Afloat | Value::Fixed => 5,
        Value::Hides => 4,
        Value::Unknown if dark => 4,
        Value::Length(length) if length.is_nothing() || length.is_far() => 3,
        Value::Length(_) if threatens(property, value) => 2,
        Value::Part(_) => 1,
        _ => 0,
    }
}

/// How an element of this name stands where no style says how.
fn by_name(node: &NodeRef, elsewhere: bool) -> Stand {
    let Some(name) = node.qual_name_ref() else { return Stand::Unknown };
    match name.local {
        local_name!("td")
        | local_name!("th")
        | local_name!("tr")
        | local_name!("tbody")
        | local_name!("thead")
        | local_name!("tfoot")
        | local_name!("table")
        | local_name!("caption") => Stand::Table,
        ref local if is_block(local) => Stand::Own,
        local_name!("span")
        | local_name!("a")
        | local_name!("b")
        | local_name!("i")
        | local_name!("u")
        | local_name!("em")
        | local_name!("strong")
        | local_name!("small")
        | local_name!("big")
        | local_name!("font")
        | local_name!("cite")
        | local_name!("q")
        | local_name!("code")
        | local_name!("sub")
        | local_name!("sup")
        | local_name!("abbr")
        | local_name!("mark")
        | local_name!("time")
        | local_name!("label")
        | local_name!("ins")
        | local_name!("bdi")
            if !elsewhere =>
        {
            Stand::Line
        }
        _ => Stand::Unknown,
    }
}
