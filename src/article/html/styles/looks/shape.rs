//! Transforms and shapes that leave nothing to be seen.

use crate::article::html::styles::property::kinds::{Property, Value};
use crate::article::html::styles::values::{EM, Length, color, functions, lengths, split};

/// Whether a value of such a property leaves nothing to be seen; none where browsers do not know it.
pub(in crate::article::html::styles) fn hides(property: Property, value: &str) -> Option<Value> {
    if matches!(value, "none" | "auto") {
        return Some(Value::Shows);
    }
    let applied = functions(value);
    let all = |known: &[&str]| {
        !applied.is_empty() && applied.iter().all(|(name, _)| known.contains(&name.as_str()))
    };
    match property {
        Property::Filter => (all(&FILTERS) || value.contains("url(")).then(|| worst(&applied, filters)),
        Property::Transform => all(&TRANSFORMS).then(|| transforms(&applied)),
        Property::Clip => all(&["rect"]).then(|| worst(&applied, |_, parts| clips(parts))),
        Property::ClipPath => {
            // how big what such a shape leaves is cannot be told without drawing it
            let drawn = value.starts_with("url(")
                || applied.iter().any(|(name, _)| matches!(name.as_str(), "path" | "shape"));
            let boxes = value.ends_with("-box");
            if drawn || boxes && applied.is_empty() {
                return Some(if drawn { Value::Unknown } else { Value::Shows });
            }
            all(&SHAPES).then(|| worst(&applied, cuts))
        }
        _ => Some(masks(value)),
    }
}

/// The worst of what functions do.
fn worst(applied: &[(String, Vec<Option<Length>>)], one: fn(&str, &[Option<Length>]) -> Value) -> Value {
    let found: Vec<Value> = applied.iter().map(|(name, parts)| one(name, parts)).collect();
    match () {
        () if found.contains(&Value::Hides) => Value::Hides,
        () if found.contains(&Value::Unknown) => Value::Unknown,
        () => Value::Shows,
    }
}

/// True for a filter that may leave words hard to tell from their ground.
fn changes(name: &str, number: f32) -> bool {
    match name {
        "opacity" | "contrast" => number < 0.5,
        "blur" => number > 2.0,
        "brightness" => !(0.5..=1.5).contains(&number),
        "invert" => number > 0.2,
        _ => name == "url",
    }
}

/// What a filter does to words: one that turns colours round may leave them in that of the page.
fn filters(name: &str, parts: &[Option<Length>]) -> Value {
    let number = match parts.first().copied().flatten() {
        Some(Length::Pixels(number) | Length::Share(number)) => number,
        Some(Length::Ems(ems)) => ems * EM,
        None => return if parts.is_empty() && name != "invert" { Value::Shows } else { Value::Unknown },
    };
    match name {
        "opacity" if number < 0.1 => Value::Hides,
        "blur" if number >= EM / 2.0 => Value::Hides,
        _ if changes(name, number) => Value::Unknown,
        _ => Value::Shows,
    }
}

fn transforms(applied: &[(String, Vec<Option<Length>>)]) -> Value {
    let moves: Vec<Length> = applied
        .iter()
        .filter(|(name, _)| name.starts_with("translate"))
        .flat_map(|(_, parts)| parts.iter().take(2).flatten().copied())
        .collect();
    if applied.iter().any(|(name, parts)| removes(name, parts)) {
        return Value::Hides;
    }
    let in_plane = |parts: &[Option<Length>]| parts.iter().take(2).flatten().all(|axis| is_zero(*axis));
    let read = |(name, parts): &(String, Vec<Option<Length>>)| {
        name == "rotate3d" && in_plane(parts)
            || parts.iter().all(Option::is_some)
                && !matches!(name.as_str(), "matrix3d" | "perspective")
                && !(matches!(name.as_str(), "rotatex" | "rotatey" | "rotate3d") || name.starts_with("skew"))
            || parts.iter().flatten().all(|length| length.of_font(EM).abs() < 45.0)
                && parts.iter().all(Option::is_some)
    };
    let factors = applied.iter().filter(|(name, _)| name.starts_with("scale"));
    let factor: f32 = factors.filter_map(|(_, parts)| parts.first().copied().flatten()).map(factor).product();
    let strange = !applied.iter().all(read) || factor.abs() < 0.15;
    match moved(&moves) {
        Value::Shows if strange => Value::Unknown,
        found => found,
    }
}

fn factor(length: Length) -> f32 {
    match length {
        Length::Pixels(number) | Length::Share(number) | Length::Ems(number) => number,
    }
}

/// What moving by these leaves: shares are of the element itself, so that where it comes to lie is not known.
pub(in crate::article::html::styles) fn moved(by: &[Length]) -> Value {
    let pixels = |length: &Length| match length {
        Length::Share(_) => 0.0,
        other => other.of_font(EM).abs(),
    };
    let far = |length: &Length| !matches!(length, Length::Share(_)) && length.is_far();
    let share = by.iter().any(|length| matches!(length, Length::Share(share) if share.abs() >= 0.8));
    match () {
        () if by.iter().any(far) => Value::Hides,
        () if share || by.iter().map(pixels).sum::<f32>() >= 250.0 => Value::Unknown,
        () => Value::Shows,
    }
}

/// What `clip: rect(…)` leaves.
fn clips(parts: &[Option<Length>]) -> Value {
    match () {
        () if is_empty_rectangle(parts) => Value::Hides,
        () if parts.iter().all(Option::is_some) && !is_within(parts, 60.0) => Value::Shows,
        () if parts.iter().all(Option::is_none) => Value::Shows,
        () => Value::Unknown,
    }
}

/// Whether a side of `rect(top, right, bottom, left)` is shorter than `least` pixels.
fn is_within(parts: &[Option<Length>], least: f32) -> bool {
    let pixels = |at: usize| parts.get(at).copied().flatten().map(|length| length.of_font(EM));
    let short = |from: Option<f32>, to: Option<f32>| from.zip(to).is_some_and(|(from, to)| to - from < least);
    short(pixels(0), pixels(2)) || short(pixels(3), pixels(1))
}

/// What a shape of `clip-path` leaves: of most it cannot be told whether a word is cut.
fn cuts(name: &str, parts: &[Option<Length>]) -> Value {
    let small = |part: &Option<Length>| match part {
        Some(Length::Share(share)) => *share <= 0.1,
        Some(other) => other.of_font(EM) <= 12.0,
        None => true,
    };
    match name {
        _ if is_empty_shape(name, parts) => Value::Hides,
        // what follows the four sides is how round its corners are
        "inset" if parts.iter().take(4).all(small) => Value::Shows,
        "polygon" if area(parts) >= 16_000.0 && parts.iter().all(|part| is_of_box(part.as_ref())) => {
            Value::Shows
        }
        "circle" | "ellipse"
            if parts.iter().flatten().all(|part| matches!(part, Length::Share(share) if *share >= 0.5)) =>
        {
            Value::Shows
        }
        _ => Value::Unknown,
    }
}

/// Whether a corner of a polygon is in parts of the box, and within it.
fn is_of_box(part: Option<&Length>) -> bool {
    match part {
        Some(Length::Share(share)) => (-0.2..=1.2).contains(share),
        other => matches!(other, Some(Length::Pixels(pixels)) if *pixels == 0.0),
    }
}

const FILTERS: [&str; 10] = [
    "opacity",
    "blur",
    "brightness",
    "contrast",
    "drop-shadow",
    "grayscale",
    "hue-rotate",
    "invert",
    "saturate",
    "sepia",
];
const TRANSFORMS: [&str; 21] = [
    "matrix",
    "matrix3d",
    "perspective",
    "rotate",
    "rotate3d",
    "rotatex",
    "rotatey",
    "rotatez",
    "scale",
    "scale3d",
    "scalex",
    "scaley",
    "scalez",
    "skew",
    "skewx",
    "skewy",
    "translate",
    "translate3d",
    "translatex",
    "translatey",
    "translatez",
];
const SHAPES: [&str; 6] = ["inset", "circle", "ellipse", "xywh", "rect", "polygon"];

/// Whether a mask, its picture or its size leaves nothing: no picture can be told of, all of it is clear, or its size is
/// nothing.
fn masks(value: &str) -> Value {
    let sized = value.rsplit_once('/').map_or(value, |(_, size)| size);
    let empty = !sized.contains('(')
        && lengths(sized).first().copied().flatten().is_some_and(
            |length| matches!(length, Length::Pixels(n) | Length::Share(n) | Length::Ems(n) if n <= 0.0),
        );
    let pictured = value.contains("url(") || value.matches("gradient(").count() > 1 || value.contains('/');
    match () {
        () if empty || value.contains("gradient(") && is_clear_gradient(value) => Value::Hides,
        () if value.starts_with("url(#") || pictured => Value::Unknown,
        () => Value::Shows,
    }
}

/// Whether a factor or share is nothing, or next to it.
pub(in crate::article::html::styles) fn is_zero(factor: Length) -> bool {
    matches!(factor, Length::Pixels(number) | Length::Share(number) if number.abs() < 0.1)
}

/// Whether a function of `transform` leaves nothing to be seen.
pub(in crate::article::html::styles) fn removes(name: &str, parts: &[Option<Length>]) -> bool {
    let nothing = |at: usize| parts.get(at).copied().flatten().is_some_and(is_zero);
    let by_quarter = |at: usize| matches!(parts.get(at), Some(Some(Length::Pixels(angle))) if (angle.abs() % 180.0 - 90.0).abs() < 1.0);
    let quarter = by_quarter(0);
    match name {
        "scale" | "scalex" | "scaley" | "scale3d" => {
            nothing(0) || name != "scalex" && name != "scaley" && nothing(1)
        }
        "rotate3d" => by_quarter(3) && nothing(2),
        "skewx" | "skewy" | "skew" | "rotatex" | "rotatey" => quarter,
        "matrix"
            if parts.get(4..6).is_some_and(|moved| moved.iter().flatten().any(|length| length.is_far())) =>
        {
            true
        }
        "matrix" => nothing(0) && nothing(1) || nothing(2) && nothing(3),
        "matrix3d" => nothing(0) || nothing(5),
        _ => false,
    }
}

/// Whether `rect(top, right, bottom, left)` is empty or next to it.
pub(in crate::article::html::styles) fn is_empty_rectangle(parts: &[Option<Length>]) -> bool {
    let pixels = |at: usize| parts.get(at).copied().flatten().map(|length| length.of_font(16.0));
    let thin = |from: Option<f32>, to: Option<f32>| from.zip(to).is_some_and(|(from, to)| to - from <= 1.0);
    thin(pixels(0), pixels(2)) || thin(pixels(3), pixels(1))
}

/// Whether a shape of `clip-path` is empty.
pub(in crate::article::html::styles) fn is_empty_shape(name: &str, parts: &[Option<Length>]) -> bool {
    let share = |at: usize| match parts.get(at).copied().flatten() {
        Some(Length::Share(share)) => share,
        Some(length) if length.is_far() => 1.0,
        _ => 0.0,
    };
    let nothing = |at: usize| parts.get(at).copied().flatten().is_some_and(Length::is_nothing);
    match name {
        "inset" => {
            let parts = parts.get(..parts.len().min(4)).unwrap_or_default();
            let (top, right) = (share(0), if parts.len() > 1 { share(1) } else { share(0) });
            let (bottom, left) = (
                if parts.len() > 2 { share(2) } else { top },
                if parts.len() > 3 { share(3) } else { right },
            );
            top + bottom >= 0.99 || left + right >= 0.99
        }
        "circle" => nothing(0),
        "ellipse" => nothing(0) || nothing(1),
        "xywh" => nothing(2) || nothing(3),
        "rect" => is_empty_rectangle(parts),
        "polygon" => area(parts) < 1.0,
        _ => false,
    }
}

/// Twice the area of a polygon, where shares are in hundredths.
fn area(parts: &[Option<Length>]) -> f32 {
    let numbers: Vec<f32> = parts
        .iter()
        .flatten()
        .map(|length| match length {
            Length::Share(share) => share * 100.0,
            other => other.of_font(16.0),
        })
        .collect();
    let corners: Vec<(f32, f32)> =
        numbers.chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect();
    let next = corners.iter().cycle().skip(1);
    corners.iter().zip(next).map(|(one, other)| one.0 * other.1 - other.0 * one.1).sum::<f32>().abs()
}

/// Whether all colours of a gradient are clear.
fn is_clear_gradient(value: &str) -> bool {
    let Some((_, inside)) = value.split_once("gradient(") else { return false };
    let colors: Vec<_> = split(inside.trim_end_matches(')')).into_iter().filter_map(color).collect();
    !colors.is_empty() && colors.iter().all(|color| color.cover < 0.1)
}
