//! Properties of styles that hide text, show it again, or strike it out.

pub(super) mod kinds;
mod font;
mod known;
mod one;

use super::values::{is_bare, lengths, plain};
use font::font;
pub(super) use kinds::{Property, Value};
use one::one;
pub(super) use one::threatens;

/// A declaration that matters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Declaration {
    pub(super) property: Property,
    pub(super) value: Value,
    pub(super) important: bool,
}

/// What a declaration says of properties that matter: `name` in lower case.
pub(super) fn declared(name: &str, value: &str, important: bool) -> Vec<Declaration> {
    let value = plain(value).trim().to_ascii_lowercase();
    let of_all = |given: Value| named(name).into_iter().map(|property| (property, given)).collect();
    let found = match value.as_str() {
        "" => Vec::new(),
        "inherit" => of_all(Value::Inherit),
        "initial" => of_all(Value::Initial),
        "unset" => of_all(Value::Unset),
        "revert" => of_all(Value::Revert),
        "revert-layer" => of_all(Value::RevertLayer),
        _ => match values(name, &value) {
            found if !found.is_empty() => found,
            // a function that is not known here may be known to browsers
            _ if value.contains('(') => of_all(Value::Unknown),
            found => found,
        },
    };
    found.into_iter().map(|(property, value)| Declaration { property, value, important }).collect()
}

/// What a declaration says whose value could not be read: that it may hide.
pub(super) fn undecided(name: &str, important: bool) -> Vec<Declaration> {
    given(name, Value::Unknown, important)
}

/// What a declaration says whose value has a variable without a value.
pub(super) fn unset(name: &str, important: bool) -> Vec<Declaration> {
    given(name, Value::Unset, important)
}

fn given(name: &str, value: Value, important: bool) -> Vec<Declaration> {
    named(name).into_iter().map(|property| Declaration { property, value, important }).collect()
}

/// The properties that a declaration of this name is about.
fn named(name: &str) -> Vec<Property> {
    match name {
        "all" => Property::ALL.to_vec(),
        "font" => vec![Property::FontSize, Property::LineHeight],
        "margin" => vec![Property::MarginTop, Property::MarginLeft],
        "margin-block" => vec![Property::MarginTop],
        "margin-inline" => vec![Property::MarginLeft],
        "inset" => vec![Property::Top, Property::Right, Property::Bottom, Property::Left],
        "inset-block" => vec![Property::Top, Property::Bottom],
        "inset-inline" => vec![Property::Left, Property::Right],
        "overflow" => vec![Property::Overflow, Property::OverflowDown],
        "background" => vec![Property::Background, Property::Drawn],
        _ => longhand(name).into_iter().collect(),
    }
}

impl Declaration {
    /// Whether it may hide an element or its words, by itself or with others.
    pub(super) fn may_hide(&self) -> bool {
        match self.value {
            Value::Hides => !matches!(
                self.property,
                Property::Animation
                    | Property::Transition
                    | Property::Room
                    | Property::Float
                    | Property::Drawn
                    | Property::Layer
            ),
            Value::Afloat | Value::Fixed | Value::Part(_) | Value::RevertLayer => true,
            Value::Unknown => !matches!(self.property, Property::Background),
            Value::Length(length) => length.is_nothing() || length.is_far() || self.threatens(),
            Value::Color(color) => color.is_some(),
            _ => false,
        }
    }

    /// Whether a length is one that may hide where it is not surely so.
    fn threatens(&self) -> bool {
        threatens(self.property, self.value)
    }
}

/// Whether [`declared`] may say anything of a property of this name.
pub(super) fn matters(name: &str) -> bool {
    !named(name).is_empty()
}

fn longhand(name: &str) -> Option<Property> {
    Some(match name {
        "display" => Property::Display,
        "visibility" => Property::Visibility,
        "opacity" | "-webkit-opacity" => Property::Opacity,
        "content-visibility" => Property::Content,
        "font-size" => Property::FontSize,
        "color" => Property::Color,
        "-webkit-text-fill-color" => Property::Fill,
        "background" | "background-color" => Property::Background,
        "text-indent" => Property::Indent,
        "position" => Property::Position,
        "left" | "inset-inline-start" => Property::Left,
        "right" | "inset-inline-end" => Property::Right,
        "top" | "inset-block-start" => Property::Top,
        "bottom" | "inset-block-end" => Property::Bottom,
        "margin-left" | "margin-inline-start" => Property::MarginLeft,
        "margin-top" | "margin-block-start" => Property::MarginTop,
        "transform" | "-webkit-transform" => Property::Transform,
        "translate" => Property::Translate,
        "scale" => Property::Scale,
        "rotate" => Property::Rotate,
        "clip" => Property::Clip,
        "clip-path" | "-webkit-clip-path" => Property::ClipPath,
        "filter" | "-webkit-filter" => Property::Filter,
        "mask" | "mask-image" | "mask-size" | "-webkit-mask" | "-webkit-mask-image" | "-webkit-mask-size" => {
            Property::Mask
        }
        "letter-spacing" => Property::Spacing,
        "word-spacing" => Property::Gap,
        "zoom" => Property::Zoom,
        "overflow-x" | "overflow-inline" => Property::Overflow,
        "overflow-y" | "overflow-block" => Property::OverflowDown,
        "padding" | "padding-top" | "padding-bottom" | "padding-left" | "padding-right" | "padding-block"
        | "padding-block-end" | "padding-inline" | "min-width" | "min-height" | "min-inline-size"
        | "min-block-size" | "flex" | "flex-grow" | "flex-basis" => Property::Room,
        "float" => Property::Float,
        "mix-blend-mode" => Property::Blend,
        "-webkit-text-security" => Property::Security,
        "unicode-bidi" => Property::Bidi,
        "offset" | "offset-path" => Property::Offset,
        "contain" => Property::Contain,
        "text-shadow"
        | "-webkit-text-stroke"
        | "-webkit-text-stroke-width"
        | "background-clip"
        | "-webkit-background-clip" => Property::Drawn,
        "line-height" => Property::LineHeight,
        "order" | "flex-direction" | "flex-flow" | "flex-wrap" => Property::Order,
        "z-index" => Property::Layer,
        "width" | "inline-size" => Property::Width,
        "height" | "block-size" => Property::Height,
        "max-width" | "max-inline-size" => Property::MaxWidth,
        "max-height" | "max-block-size" => Property::MaxHeight,
        "text-decoration" | "text-decoration-line" => Property::Decoration,
        "animation" | "animation-name" | "-webkit-animation" | "-webkit-animation-name" => {
            Property::Animation
        }
        "transition" | "transition-property" | "-webkit-transition" => Property::Transition,
        _ => return None,
    })
}

fn values(name: &str, value: &str) -> Vec<(Property, Value)> {
    let both = |first: Property, second: Property| {
        let found = one(first, value).map(|value| vec![(first, value), (second, value)]);
        found.unwrap_or_default()
    };
    match name {
        "font" => font(value),
        "margin" => sides(value, [Some(Property::MarginTop), None, None, Some(Property::MarginLeft)]),
        "margin-block" => ends(value, [Some(Property::MarginTop), None]),
        "margin-inline" => ends(value, [Some(Property::MarginLeft), None]),
        "inset-block" => ends(value, [Property::Top, Property::Bottom].map(Some)),
        "inset-inline" => ends(value, [Property::Left, Property::Right].map(Some)),
        "inset" => sides(value, [Property::Top, Property::Right, Property::Bottom, Property::Left].map(Some)),
        "overflow" => match value.split_once(' ') {
            Some((across, down)) => one(Property::Overflow, across)
                .zip(one(Property::OverflowDown, down.trim()))
                .map(|(across, down)| vec![(Property::Overflow, across), (Property::OverflowDown, down)])
                .unwrap_or_default(),
            None => both(Property::Overflow, Property::OverflowDown),
        },
        "background" if value.split([' ', ',']).any(|word| word == "text") => {
            vec![(Property::Background, Value::Color(None)), (Property::Drawn, Value::Hides)]
        }
        _ => {
            longhand(name).and_then(|property| Some((property, one(property, value)?))).into_iter().collect()
        }
    }
}

/// One to four values, for the sides from the top on clockwise.
fn sides(value: &str, properties: [Option<Property>; 4]) -> Vec<(Property, Value)> {
    if is_bare(value) {
        return Vec::new();
    }
    let given = lengths(value);
    let of = |side: usize| {
        let at = match (given.len(), side) {
            (1, _) => 0,
            (2, side) => side % 2,
            (3, 3) => 1,
            (_, side) => side,
        };
        given.get(at).copied().flatten().map_or(Value::Shows, Value::Length)
    };
    let sides = properties.into_iter().enumerate();
    sides.filter_map(|(side, property)| Some((property?, of(side)))).collect()
}

/// One or two values, for the beginning and the end.
fn ends(value: &str, properties: [Option<Property>; 2]) -> Vec<(Property, Value)> {
    let given = lengths(value);
    let of =
        |end: usize| given.get(end).or(given.first()).copied().flatten().map_or(Value::Shows, Value::Length);
    properties.into_iter().enumerate().filter_map(|(end, property)| Some((property?, of(end)))).collect()
}

#[cfg(test)]
mod tests;
