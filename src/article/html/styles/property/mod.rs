//! Properties of styles that hide text, show it again, or strike it out.

pub(super) mod kinds;
mod known;
mod one;

use super::values::{Color, Length, lengths, plain};
pub(super) use kinds::{Property, Value};
use one::one;

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
    let found = match value.as_str() {
        "" => Vec::new(),
        "inherit" => longhand(name).map(|property| (property, Value::Inherit)).into_iter().collect(),
        _ => values(name, &value),
    };
    found.into_iter().map(|(property, value)| Declaration { property, value, important }).collect()
}

/// What a declaration says whose value could not be read: that it hides.
pub(super) fn undecided(name: &str, important: bool) -> Vec<Declaration> {
    let value = match name {
        "font" => return undecided("font-size", important),
        "margin" | "margin-inline" | "margin-block" => return undecided("margin-left", important),
        "inset" | "inset-inline" | "inset-block" => return undecided("left", important),
        _ => longhand(name).map(|property| match property {
            Property::Color | Property::Fill => Value::Color(Some(Color::NONE)),
            Property::Background => Value::Color(None),
            Property::FontSize
            | Property::Width
            | Property::Height
            | Property::MaxWidth
            | Property::MaxHeight => Value::Length(Length::Pixels(0.0)),
            Property::Indent
            | Property::Left
            | Property::Right
            | Property::Top
            | Property::Bottom
            | Property::MarginLeft
            | Property::MarginTop => Value::Length(Length::Pixels(f32::MIN)),
            _ => Value::Hides,
        }),
    };
    let property = longhand(name);
    property
        .zip(value)
        .map(|(property, value)| Declaration { property, value, important })
        .into_iter()
        .collect()
}

impl Declaration {
    /// Whether it may hide an element or its words, by itself or with others.
    pub(super) fn may_hide(&self) -> bool {
        match self.value {
            Value::Hides => !matches!(self.property, Property::Animation | Property::Transition),
            Value::Afloat | Value::Part(_) => true,
            Value::Length(length) => length.is_nothing() || length.is_far(),
            Value::Color(color) => color.is_some(),
            Value::Shows | Value::Inherit => false,
        }
    }
}

/// Whether [`declared`] may say anything of a property of this name.
pub(super) fn matters(name: &str) -> bool {
    const SHORTHANDS: [&str; 7] =
        ["font", "margin", "inset", "margin-block", "margin-inline", "inset-block", "inset-inline"];
    SHORTHANDS.contains(&name) || longhand(name).is_some()
}

fn longhand(name: &str) -> Option<Property> {
    Some(match name {
        "display" => Property::Display,
        "visibility" => Property::Visibility,
        "opacity" => Property::Opacity,
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
        "filter" => Property::Filter,
        "mask" | "mask-image" | "mask-size" | "-webkit-mask" | "-webkit-mask-image" | "-webkit-mask-size" => {
            Property::Mask
        }
        "letter-spacing" => Property::Spacing,
        "word-spacing" => Property::Gap,
        "zoom" => Property::Zoom,
        "overflow" | "overflow-x" | "overflow-y" | "overflow-block" | "overflow-inline" => Property::Overflow,
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
    match name {
        "font" => font(value),
        "margin" => sides(value, [Some(Property::MarginTop), None, None, Some(Property::MarginLeft)]),
        "margin-block" => ends(value, [Some(Property::MarginTop), None]),
        "margin-inline" => ends(value, [Some(Property::MarginLeft), None]),
        "inset-block" => ends(value, [Property::Top, Property::Bottom].map(Some)),
        "inset-inline" => ends(value, [Property::Left, Property::Right].map(Some)),
        "inset" => sides(value, [Property::Top, Property::Right, Property::Bottom, Property::Left].map(Some)),
        _ => {
            longhand(name).and_then(|property| Some((property, one(property, value)?))).into_iter().collect()
        }
    }
}

/// The size of a font within the shorthand: the first length, before a stroke.
fn font(value: &str) -> Vec<(Property, Value)> {
    let size = lengths(value).into_iter().flatten().find(|size| !is_boldness(*size));
    size.map(|size| (Property::FontSize, Value::Length(size))).into_iter().collect()
}

fn is_boldness(size: Length) -> bool {
    matches!(size, Length::Pixels(pixels) if pixels >= 100.0 && pixels % 100.0 == 0.0)
}

/// One to four values, for the sides from the top on clockwise.
fn sides(value: &str, properties: [Option<Property>; 4]) -> Vec<(Property, Value)> {
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
