//! What a value gives one property; none for what browsers do not know of it, so that what stood before counts.

use super::kinds::{Property, Value};
use super::known::{is_common, is_keyword, is_size_word};
use crate::article::html::styles::shape::{self, is_zero};
use crate::article::html::styles::values::{Color, EM, Length, color, is_bare, is_strange, lengths, number};

pub(super) fn one(property: Property, value: &str) -> Option<Value> {
    let hides = |is: bool| Some(if is { Value::Hides } else { Value::Shows });
    if is_common(value) {
        return Some(Value::Shows);
    }
    match property {
        Property::Display => hides(is_keyword(property, value)? == "none"),
        Property::Visibility => hides(matches!(is_keyword(property, value)?, "hidden" | "collapse")),
        Property::Content => hides(is_keyword(property, value)? == "hidden"),
        Property::Overflow => {
            is_keyword(property, value)?;
            hides(!value.starts_with("visible"))
        }
        Property::Opacity => Some(match number(value)? {
            part if part < 0.1 => Value::Hides,
            part if part < 1.0 => Value::Part(part),
            _ => Value::Shows,
        }),
        Property::Zoom => hides(!matches!(value, "normal" | "reset") && number(value)? < 0.05),
        Property::Position => position(value),
        Property::Animation | Property::Transition => hides(!value.starts_with("none")),
        Property::Decoration => hides(decoration(value)?),
        Property::Color | Property::Fill => match color(value) {
            None if value == "currentcolor" => Some(Value::Inherit),
            None => is_strange(value).then_some(Value::Color(None)),
            found => Some(Value::Color(found)),
        },
        Property::Background => background(value),
        Property::Filter | Property::Transform | Property::Clip | Property::ClipPath | Property::Mask => {
            hides(shape::hides(property, value)?)
        }
        Property::Scale => hides(factors(value)?.iter().any(|factor| is_zero(*factor))),
        Property::Rotate => hides(is_on_edge(value)?),
        Property::Translate => hides(many(value)?.into_iter().any(Length::is_far)),
        Property::Spacing => hides(many(value)?.iter().any(|gap| gap.of_font(EM) <= -EM / 2.0)),
        Property::Gap => hides(many(value)?.iter().any(|gap| gap.of_font(EM) <= -30.0 * EM)),
        _ => size(property, value),
    }
}

fn position(value: &str) -> Option<Value> {
    match value {
        "absolute" | "fixed" => Some(Value::Afloat),
        "relative" | "sticky" | "-webkit-sticky" => Some(Value::Hides),
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
        [None] => (value.contains('(') || is_size_word(value)).then_some(Value::Shows),
        [Some(length), ..] if property == Property::Indent => Some(Value::Length(*length)),
        _ => None,
    }
}

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
    if PICTURES.iter().any(|picture| value.contains(picture)) {
        return Some(Value::Color(None));
    }
    if let Some(found) = color(value) {
        return Some(Value::Color(Some(found)));
    }
    if value.contains('(') {
        return Some(Value::Color(None));
    }
    let known = |word: &str| BACKGROUND_WORDS.contains(&word) || lengths(word).iter().any(Option::is_some);
    match value {
        "currentcolor" => Some(Value::Color(None)),
        value => value.split([' ', ',']).all(known).then_some(Value::Color(Some(Color::NONE))),
    }
}
