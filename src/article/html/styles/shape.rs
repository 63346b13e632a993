//! Transforms and shapes that leave nothing to be seen.

use super::values::Length;

/// Whether a factor or share is nothing, or next to it.
pub(super) fn is_zero(factor: Length) -> bool {
    matches!(factor, Length::Pixels(number) | Length::Share(number) if number.abs() < 0.02)
}

/// Whether a function of `transform` leaves nothing to be seen.
pub(super) fn removes(name: &str, parts: &[Option<Length>]) -> bool {
    let nothing = |at: usize| parts.get(at).copied().flatten().is_some_and(is_zero);
    let quarter = matches!(parts.first(), Some(Some(Length::Pixels(angle))) if (angle.abs() % 180.0 - 90.0).abs() < 1.0);
    match name {
        "scale" | "scalex" | "scaley" | "scale3d" => {
            nothing(0) || name != "scalex" && name != "scaley" && nothing(1)
        }
        "matrix" => nothing(0) && nothing(1) || nothing(2) && nothing(3),
        "matrix3d" => nothing(0) || nothing(5),
        "rotatex" | "rotatey" => quarter,
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
pub(super) fn is_clear_gradient(value: &str) -> bool {
    let colors = value.split(['(', ',', ')', ' ']).filter(|word| {
        word.starts_with('#') || cssparser::color::parse_named_color(word).is_ok() || word.starts_with("rgb")
    });
    value.contains("gradient(") && value.contains("transparent") && colors.count() == 0
}
