//! Properties of styles that hide text, show it again, or strike it out.

use super::shape::{is_clear_gradient, is_empty_rectangle, is_empty_shape, is_zero, removes};
use super::values::{Color, EM, Length, color, functions, lengths, number, plain};

/// A property that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Property {
    Display,
    Visibility,
    Opacity,
    Content,
    FontSize,
    Color,
    Fill,
    Background,
    Indent,
    Position,
    Left,
    Right,
    Top,
    Bottom,
    MarginLeft,
    MarginTop,
    Transform,
    Translate,
    Scale,
    Rotate,
    Clip,
    ClipPath,
    Filter,
    Mask,
    Spacing,
    Zoom,
    Overflow,
    Width,
    Height,
    MaxWidth,
    MaxHeight,
    Decoration,
    Animation,
    Transition,
}

/// What a declaration gives a property.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Value {
    /// What hides all there is.
    Hides,
    /// What does not.
    Shows,
    /// The same as above it.
    Inherit,
    /// Out of the flow of the page, so that it can be clipped.
    Afloat,
    Length(Length),
    /// It can be seen in part; 1 is the whole.
    Part(f32),
    /// A colour; none for one that is not known, or a picture.
    Color(Option<Color>),
}

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
        "margin" => return undecided("margin-left", important),
        "inset" => return undecided("left", important),
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
    matches!(name, "font" | "margin" | "inset") || longhand(name).is_some()
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
        "mask" | "mask-image" | "-webkit-mask" | "-webkit-mask-image" => Property::Mask,
        "letter-spacing" => Property::Spacing,
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

fn one(property: Property, value: &str) -> Option<Value> {
    let hides = |is: bool| Some(if is { Value::Hides } else { Value::Shows });
    match property {
        Property::Display => hides(is_keyword(property, value)? == "none"),
        Property::Visibility => hides(matches!(is_keyword(property, value)?, "hidden" | "collapse")),
        Property::Content => hides(is_keyword(property, value)? == "hidden"),
        Property::Opacity => Some(match number(value)? {
            part if part < 0.1 => Value::Hides,
            part if part < 1.0 => Value::Part(part),
            _ => Value::Shows,
        }),
        Property::Zoom => hides(value != "normal" && number(value)? < 0.05),
        Property::Spacing => hides(lengths(value).iter().flatten().any(|gap| gap.of_font(EM) <= -EM / 2.0)),
        Property::Mask => hides(is_clear_gradient(value)),
        Property::Scale => hides(lengths(value).iter().flatten().any(|factor| is_zero(*factor))),
        Property::Rotate => hides(value.starts_with(['x', 'y']) && value.contains("90deg")),
        Property::Filter => {
            let mut applied = functions(value).into_iter();
            hides(applied.any(|(name, parts)| {
                let part = parts.first().copied().flatten();
                name == "opacity" && part.is_some_and(is_zero)
                    || name == "blur" && part.is_some_and(|radius| radius.of_font(EM) >= EM / 2.0)
            }))
        }
        Property::Position if matches!(value, "absolute" | "fixed") => Some(Value::Afloat),
        Property::Position => hides(matches!(value, "relative" | "sticky")),
        Property::Transform => hides(functions(value).iter().any(|(name, parts)| removes(name, parts))),
        Property::Translate => hides(lengths(value).iter().flatten().any(|length| length.is_far())),
        Property::Clip => hides(functions(value).iter().any(|(_, parts)| is_empty_rectangle(parts))),
        Property::ClipPath => hides(functions(value).iter().any(|(name, parts)| is_empty_shape(name, parts))),
        Property::Overflow => hides(!value.starts_with("visible")),
        Property::Decoration => hides(value.contains("line-through")),
        Property::Animation | Property::Transition => hides(!value.starts_with("none")),
        Property::Color | Property::Fill => Some(Value::Color(color(value))),
        Property::Background => {
            let picture =
                value.contains("url(") || value.contains("gradient(") || value.contains("image-set(");
            let plain = color(value).or_else(|| (!value.contains('(')).then_some(Color::NONE));
            Some(Value::Color(plain.filter(|_| !picture)))
        }
        _ => Some(match lengths(value).first() {
            Some(Some(length)) => Value::Length(*length),
            _ => Value::Shows,
        }),
    }
}

/// The value, if browsers know it (CSS Display 3, CSS Containment 2).
fn is_keyword(property: Property, value: &str) -> Option<&str> {
    const DISPLAY: [&str; 21] = [
        "none",
        "block",
        "inline",
        "flow",
        "flow-root",
        "table",
        "flex",
        "grid",
        "ruby",
        "list-item",
        "contents",
        "inline-block",
        "inline-table",
        "inline-flex",
        "inline-grid",
        "run-in",
        "math",
        "-webkit-box",
        "-webkit-flex",
        "-ms-flexbox",
        "-webkit-inline-box",
    ];
    let common = matches!(value, "initial" | "unset" | "revert" | "revert-layer");
    let known = match property {
        Property::Display => value
            .split_whitespace()
            .all(|word| DISPLAY.contains(&word) || word.starts_with("table-") || word.starts_with("ruby-")),
        Property::Visibility => matches!(value, "visible" | "hidden" | "collapse"),
        _ => matches!(value, "visible" | "hidden" | "auto"),
    };
    (common || known).then_some(value)
}

#[cfg(test)]
mod tests;
