//! Transforms and shapes that leave nothing to be seen.

use super::property::kinds::Property;
use super::values::{EM, Length, color, functions, lengths, split};

/// Whether a value of such a property leaves nothing to be seen; none where browsers do not know it.
pub(super) fn hides(property: Property, value: &str) -> Option<bool> {
    if matches!(value, "none" | "auto") {
        return Some(false);
    }
    let applied = functions(value);
    let all = |known: &[&str]| {
        !applied.is_empty() && applied.iter().all(|(name, _)| known.contains(&name.as_str()))
    };
    let any =
        |hides: fn(&str, &[Option<Length>]) -> bool| applied.iter().any(|(name, parts)| hides(name, parts));
    match property {
        Property::Filter => (all(&FILTERS) || value.contains("url(")).then(|| {
            any(|name, parts| {
                let part = parts.first().copied().flatten();
                name == "opacity"
                    && part.is_some_and(|part| {
                        is_zero(part) || matches!(part, Length::Pixels(n) | Length::Share(n) if n < 0.1)
                    })
                    || name == "blur" && part.is_some_and(|radius| radius.of_font(EM) >= EM / 2.0)
            })
        }),
        Property::Transform => all(&TRANSFORMS).then(|| any(removes)),
        Property::Clip => all(&["rect"]).then(|| any(|_, parts| is_empty_rectangle(parts))),
        Property::ClipPath => {
            // how big what such a shape leaves is cannot be told without drawing it
            let drawn = value.starts_with("url(")
                || applied.iter().any(|(name, _)| matches!(name.as_str(), "path" | "shape"));
            let boxes = value.ends_with("-box");
            if drawn || boxes && applied.is_empty() {
                return Some(drawn);
            }
            all(&SHAPES).then(|| any(is_empty_shape))
        }
        _ => Some(masks(value)),
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
fn masks(value: &str) -> bool {
    let sized = value.rsplit_once('/').map_or(value, |(_, size)| size);
    let empty = !sized.contains('(')
        && lengths(sized).first().copied().flatten().is_some_and(
            |length| matches!(length, Length::Pixels(n) | Length::Share(n) | Length::Ems(n) if n <= 0.0),
        );
    value.starts_with("url(#") || empty || is_clear_gradient(value)
}

/// Whether a factor or share is nothing, or next to it.
pub(super) fn is_zero(factor: Length) -> bool {
    matches!(factor, Length::Pixels(number) | Length::Share(number) if number.abs() < 0.02)
}

/// Whether a function of `transform` leaves nothing to be seen.
pub(super) fn removes(name: &str, parts: &[Option<Length>]) -> bool {
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
        _ if name.starts_with("translate") => parts.iter().take(2).flatten().any(|length| length.is_far()),
        _ => false,
    }
}

/// Whether `rect(top, right, bottom, left)` is empty or next to it.
pub(super) fn is_empty_rectangle(parts: &[Option<Length>]) -> bool {
    let pixels = |at: usize| parts.get(at).copied().flatten().map(|length| length.of_font(16.0));
    let thin = |from: Option<f32>, to: Option<f32>| from.zip(to).is_some_and(|(from, to)| to - from <= 1.0);
    thin(pixels(0), pixels(2)) || thin(pixels(3), pixels(1))
}

/// Whether a shape of `clip-path` is empty.
pub(super) fn is_empty_shape(name: &str, parts: &[Option<Length>]) -> bool {
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
