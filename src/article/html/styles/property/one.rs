//! What a value gives one property; none for what browsers do not know of it, so that what stood before counts.

use super::kinds::{Property, Value};
use super::known::{display, is_keyword, is_size_word};
use crate::article::html::styles::looks::shape;
use crate::article::html::styles::values::{Color, EM, Length, color, colors_of, is_bare, lengths, number};

pub(super) fn one(property: Property, value: &str) -> Option<Value> {
    let hides = |is: bool| Some(if is { Value::Hides } else { Value::Shows });
    match property {
        Property::Display => display(value),
        Property::Visibility => hides(matches!(is_keyword(property, value)?, "hidden" | "collapse")),
        Property::Content => hides(is_keyword(property, value)? == "hidden"),
        Property::Overflow | Property::OverflowDown => hides(is_keyword(property, value)? != "visible"),
        Property::Opacity => Some(match number(value)? {
            part if part < 0.1 => Value::Hides,
            part if part < 1.0 => Value::Part(part),
            _ => Value::Shows,
        }),
        Property::Zoom if matches!(value, "normal" | "reset") => hides(false),
        Property::Zoom => match number(value)? {
            // browsers differ in what nothing is
            zoom if zoom <= 0.0 => Some(Value::Unknown),
            zoom => hides(zoom < TINY),
        },
        Property::Position => position(value),
        Property::Animation | Property::Transition => hides(!value.starts_with("none")),
        Property::Decoration => hides(decoration(value)?),
        Property::Color | Property::Fill => match color(value) {
            None if value == "currentcolor" => Some(Value::Inherit),
            None => value.contains('(').then_some(Value::Unknown),
            found => Some(Value::Color(found)),
        },
        Property::Background => background(value),
        Property::Filter | Property::Transform | Property::Clip | Property::ClipPath | Property::Mask => {
            shape::hides(property, value)
        }
        Property::Scale => hides(factors(value)?.iter().any(|factor| is_tiny(*factor))),
        Property::Rotate => hides(is_on_edge(value)?),
        Property::Translate => Some(shape::moved(&many(value)?)),
        Property::Spacing => hides(many(value)?.iter().any(|gap| gap.of_font(EM) <= -EM / 4.0)),
        Property::Gap => Some(match many(value)?.iter().map(|gap| gap.of_font(EM)).fold(0.0, f32::min) {
            gap if gap <= -30.0 * EM => Value::Hides,
            gap if gap <= -EM => Value::Unknown,
            _ => Value::Shows,
        }),
        _ => manner(property, value).or_else(|| size(property, value)),
    }
}

/// So small a factor leaves nothing to be read.
const TINY: f32 = 0.15;

fn is_tiny(factor: Length) -> bool {
    matches!(factor, Length::Pixels(number) | Length::Share(number) if number.abs() < TINY)
}

/// What is given to a property whose ordinary values are known and whose others may hide; none for other properties.
fn manner(property: Property, value: &str) -> Option<Value> {
    let other = |ordinary: bool, strange: Value| Some(if ordinary { Value::Shows } else { strange });
    let nothing = || lengths(value).iter().flatten().all(|length| length.of_font(EM) == 0.0);
    match property {
        Property::Room => {
            let open = matches!(value, "auto" | "none" | "initial" | "content" | "min-content") || nothing();
            other(open, Value::Hides)
        }
        Property::Order => {
            let turned = value.contains("reverse") || number(value).is_some_and(|order| order != 0.0);
            other(!turned, Value::Hides)
        }
        Property::Layer => other(!number(value).is_some_and(|layer| layer < 0.0), Value::Hides),
        Property::Float | Property::Security => other(value == "none", Value::Hides),
        Property::Blend => other(matches!(value, "normal" | "isolate"), Value::Unknown),
        Property::Bidi => other(!value.contains("override"), Value::Unknown),
        Property::Offset => other(matches!(value, "none" | "normal" | "auto"), Value::Unknown),
        Property::Contain => {
            let sized = |word: &str| matches!(word, "strict" | "size");
            other(!value.split_whitespace().any(sized), Value::Unknown)
        }
        Property::Drawn => {
            let bare = !value.contains(' ') && value != "text" && nothing();
            other(value.ends_with("-box") || value == "none" || bare, Value::Hides)
        }
        Property::LineHeight => {
            let low = |length: &Length| length.of_font(EM) < 0.3 * EM;
            let bare = value.parse::<f32>().ok();
            let low = bare.map_or_else(|| lengths(value).iter().flatten().any(low), |number| number < 0.3);
            other(!low, Value::Unknown)
        }
        _ => None,
    }
}

/// Whether a length may hide, but not surely: how it is measured, or what else stands around it, is not known.
pub(in super::super) fn threatens(property: Property, value: Value) -> bool {
    let Value::Length(length) = value else { return false };
    let share = match length {
        Length::Share(share) => share,
        _ => 0.0,
    };
    let pixels = length.of_font(EM);
    match property {
        Property::Left | Property::Top | Property::MarginLeft | Property::MarginTop => {
            share <= -0.8
                || share >= 1.0 && property != Property::Top
                || !matches!(length, Length::Share(_)) && pixels <= -250.0
        }
        Property::Right | Property::Bottom => {
            share >= 1.0 || share <= -0.8 || !matches!(length, Length::Share(_)) && pixels >= 500.0
        }
        Property::Width | Property::Height | Property::MaxWidth | Property::MaxHeight => match length {
            Length::Share(share) => share < 0.05,
            other => other.of_font(EM) <= 8.0,
        },
        Property::Indent => share <= -0.2 || share >= 0.8 || pixels <= -100.0,
        Property::FontSize => matches!(length, Length::Share(share) | Length::Ems(share) if share < 0.3),
        _ => false,
    }
}

fn position(value: &str) -> Option<Value> {
    match value {
        "absolute" => Some(Value::Afloat),
        "fixed" => Some(Value::Fixed),
        "relative" => Some(Value::Hides),
        // it holds to an edge, and may not move at all
        "sticky" | "-webkit-sticky" => Some(Value::Unknown),
        "static" => Some(Value::Shows),
        _ => None,
    }
}

/// A length or a word for one; a bare number that is not zero is none, nor is a size below zero.
fn size(property: Property, value: &str) -> Option<Value> {
    let lengths = lengths(value);
    let negative =
        |length: &Length| matches!(length, Length::Pixels(n) | Length::Ems(n) | Length::Share(n) if *n < 0.0);
    let sized = matches!(
        property,
        Property::FontSize | Property::Width | Property::Height | Property::MaxWidth | Property::MaxHeight
    );
    match lengths.as_slice() {
        _ if is_bare(value) => None,
        [Some(length)] if sized && negative(length) => None,
        [Some(length)] => Some(Value::Length(*length)),
        // a sum that is not understood, or a word
        [None] if value.contains('(') => Some(if KNOWN_SIZES.iter().any(|known| value.starts_with(known)) {
            Value::Shows
        } else {
            Value::Unknown
        }),
        [None] => is_size_word(value).then_some(Value::Shows),
        [Some(length), ..] if property == Property::Indent => Some(Value::Length(*length)),
        _ => None,
    }
}

/// Functions that are as big as what is in them.
const KNOWN_SIZES: [&str; 2] = ["fit-content(", "-moz-fit-content("];

/// All lengths of a value that is made of nothing else, or of a word that stands for none.
fn many(value: &str) -> Option<Vec<Length>> {
    if matches!(value, "none" | "normal") {
        return Some(Vec::new());
    }
    let found: Option<Vec<Length>> = lengths(value).into_iter().collect();
    found.filter(|found| (1..=3).contains(&found.len()) && !is_bare(value))
}

/// The numbers of a value that is made of nothing else.
fn factors(value: &str) -> Option<Vec<Length>> {
    if value == "none" {
        return Some(Vec::new());
    }
    let found: Option<Vec<Length>> = lengths(value).into_iter().collect();
    found.filter(|found| (1..=3).contains(&found.len()))
}

/// Whether a turn leaves only the edge of a page to be seen: around an axis in its plane by a quarter.
fn is_on_edge(value: &str) -> Option<bool> {
    if value == "none" {
        return Some(false);
    }
    let found = lengths(value);
    let quarter = |angle: f32| (angle.abs() % 180.0 - 90.0).abs() < 1.0;
    match found.as_slice() {
        [Some(_)] => Some(false),
        [None, Some(Length::Pixels(angle))] | [Some(Length::Pixels(angle)), None] => {
            Some(value.contains(['x', 'y']) && quarter(*angle))
        }
        [Some(_), Some(_), Some(Length::Pixels(deep)), Some(Length::Pixels(angle))] => {
            Some(deep.abs() < 0.5 && quarter(*angle))
        }
        _ => None,
    }
}

/// Whether a line through the words is drawn; none for what is no decoration (CSS Text Decoration 4).
fn decoration(value: &str) -> Option<bool> {
    const KNOWN: [&str; 16] = [
        "none",
        "underline",
        "overline",
        "line-through",
        "blink",
        "spelling-error",
        "grammar-error",
        "solid",
        "double",
        "dotted",
        "dashed",
        "wavy",
        "auto",
        "from-font",
        "currentcolor",
        "skip",
    ];
    let mut words = value.split_whitespace();
    let known = |word: &str| {
        KNOWN.contains(&word)
            || word.contains('(')
            || color(word).is_some()
            || lengths(word).iter().any(Option::is_some)
    };
    (value.contains('(') || words.all(known)).then(|| value.contains("line-through"))
}

/// Words of a background that tell no colour.
const BACKGROUND_WORDS: [&str; 22] = [
    "none",
    "repeat",
    "no-repeat",
    "repeat-x",
    "repeat-y",
    "round",
    "space",
    "scroll",
    "fixed",
    "local",
    "center",
    "top",
    "bottom",
    "left",
    "right",
    "cover",
    "contain",
    "auto",
    "border-box",
    "padding-box",
    "content-box",
    "/",
];

fn background(value: &str) -> Option<Value> {
    const PICTURES: [&str; 4] = ["url(", "gradient(", "image-set(", "image("];
    if value.contains("gradient(") && !value.contains("url(") {
        return Some(Value::Color(colors_of(value)));
    }
    if PICTURES.iter().any(|picture| value.contains(picture)) {
        return Some(Value::Color(None));
    }
    if let Some(found) = color(value) {
        return Some(Value::Color(Some(found)));
    }
    if value.contains('(') {
        return Some(Value::Unknown);
    }
    let known = |word: &str| BACKGROUND_WORDS.contains(&word) || lengths(word).iter().any(Option::is_some);
    match value {
        "currentcolor" => Some(Value::Color(None)),
        value => value.split([' ', ',']).all(known).then_some(Value::Color(Some(Color::NONE))),
    }
}
