//! Media queries, answered for a window on a screen.

use super::bounds::WINDOW;

/// Height of the window, in pixels.
const HEIGHT: f32 = 800.0;

/// Whether a list of media queries holds; none where that is not known.
pub(super) fn answer(list: &str) -> Option<bool> {
    let list = list.trim().to_ascii_lowercase();
    if list.is_empty() {
        return Some(true);
    }
    any(list.split(',').map(|query| {
        let query = query.trim();
        condition(query.strip_prefix("only ").unwrap_or(query), &feature_holds)
    }))
}

/// How deep brackets and `not` may nest in a condition; what nests deeper is not known. No style sheet comes near, and a
/// page may not choose how deep the reading goes.
const MOST_DEPTH: usize = 32;

/// Answers a condition in lower case made of `not`, `and`, `or` and brackets; `leaf` answers what stands in the innermost
/// brackets. None where the answer hangs on what is not known.
pub(super) fn condition(text: &str, leaf: &dyn Fn(&str) -> Option<bool>) -> Option<bool> {
    nested(text, leaf, 0)
}

fn nested(text: &str, leaf: &dyn Fn(&str) -> Option<bool>, depth: usize) -> Option<bool> {
    if depth > MOST_DEPTH {
        return None;
    }
    let text = text.trim();
    let inner = |part| nested(part, leaf, depth + 1);
    if let Some(other) = text.strip_prefix("not").filter(|other| other.starts_with([' ', '('])) {
        return inner(other).map(|holds| !holds);
    }
    let (either, all) = (parts(text, " or "), parts(text, " and "));
    if either.len() > 1 {
        return any(either.into_iter().map(inner));
    }
    if all.len() > 1 {
        return any(all.into_iter().map(|part| inner(part).map(|holds| !holds))).map(|fails| !fails);
    }
    match text.strip_prefix('(').and_then(|inside| inside.strip_suffix(')')) {
        Some(inside) if inside.trim_start().starts_with(['(', 'n']) && inside.contains('(') => inner(inside),
        Some(inside) => leaf(inside.trim()),
        None => medium_holds(text),
    }
}

/// Whether one of these holds.
fn any(answers: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut found = Some(false);
    for answer in answers {
        match answer {
            Some(true) => return Some(true),
            Some(false) => {}
            None => found = None,
        }
    }
    found
}

/// The parts of a condition between these words outside brackets; few enough to look at each again.
fn parts<'t>(text: &'t str, between: &str) -> Vec<&'t str> {
    const MOST: usize = 16;
    let (mut found, mut from, mut open) = (Vec::new(), 0, 0_i64);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => open += 1,
            b')' => open -= 1,
            b' ' if open == 0
                && at >= from
                && found.len() < MOST
                && text.get(at..).is_some_and(|rest| rest.starts_with(between)) =>
            {
                found.push(text.get(from..at).unwrap_or_default());
                from = at + between.len();
            }
            _ => {}
        }
    }
    found.push(text.get(from..).unwrap_or_default());
    found
}

fn medium_holds(medium: &str) -> Option<bool> {
    match medium {
        "all" | "screen" => Some(true),
        "print" | "speech" | "aural" | "braille" | "embossed" | "handheld" | "projection" | "tty" | "tv" => {
            Some(false)
        }
        _ => None,
    }
}

fn feature_holds(feature: &str) -> Option<bool> {
    let Some((name, value)) = feature.split_once(':') else { return plain_holds(feature) };
    let value = value.trim();
    Some(match name.trim() {
        "min-width" | "min-device-width" => WINDOW >= pixels(value)?,
        "max-width" | "max-device-width" => WINDOW <= pixels(value)?,
        "min-height" | "min-device-height" => HEIGHT >= pixels(value)?,
        "max-height" | "max-device-height" => HEIGHT <= pixels(value)?,
        "orientation" => value == "landscape",
        "prefers-color-scheme" => value == "light",
        "prefers-reduced-motion" | "prefers-reduced-data" | "prefers-contrast" => value == "no-preference",
        "scripting" => value == "enabled",
        "hover" | "any-hover" => value == "hover",
        "pointer" | "any-pointer" => value == "fine",
        "forced-colors" | "inverted-colors" => value == "none",
        name if name.starts_with("-ms-") || name.starts_with("-moz-") => false,
        _ => return None,
    })
}

/// A feature without a value, or a comparison.
fn plain_holds(feature: &str) -> Option<bool> {
    match feature {
        "color" | "hover" | "any-hover" | "pointer" | "any-pointer" | "width" | "height" | "scripting"
        | "update" => return Some(true),
        "monochrome" | "grid" | "prefers-reduced-motion" | "prefers-contrast" | "forced-colors" => {
            return Some(false);
        }
        _ => {}
    }
    let at = feature.find(['<', '>', '='])?;
    let (left, rest) = feature.split_at_checked(at)?;
    let (least, right) = (rest.starts_with('>'), rest.trim_start_matches(['<', '>', '=']).trim());
    let (own, bound, least) = match left.trim() {
        "width" => (WINDOW, right, least),
        "height" => (HEIGHT, right, least),
        bound if right == "width" => (WINDOW, bound, !least),
        bound if right == "height" => (HEIGHT, bound, !least),
        _ => return None,
    };
    let bound = pixels(bound)?;
    Some(if least { own >= bound } else { own <= bound })
}

fn pixels(value: &str) -> Option<f32> {
    let split = value.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(value.len());
    let (number, unit) = value.split_at_checked(split)?;
    let number: f32 = number.trim().parse().ok()?;
    Some(if matches!(unit, "em" | "rem") { number * 16.0 } else { number })
}

#[cfg(test)]
mod tests {
    use super::answer;

    #[test]
    fn a_screen_of_usual_width_is_looked_at() {
        for (query, due) in [
            ("", true),
            ("screen", true),
            ("print", false),
            ("print, screen", true),
            ("not print", true),
            ("only screen and (min-width: 40em)", true),
            ("(max-width: 600px)", false),
            ("screen and (min-width:600px) and (max-width:900px)", false),
            ("(prefers-color-scheme: dark)", false),
            ("(min-resolution: 1dpi)", true),
            ("not all and (monochrome)", true),
            ("not (min-width: 10px)", false),
            ("not (unheard-of: 3)", true),
            ("(width >= 10px)", true),
            ("(width < 500px)", false),
            ("(500px >= width) or (orientation: portrait)", false),
            ("(not (hover)) and (min-width: 1px)", false),
        ] {
            assert_eq!(answer(query) != Some(false), due, "{query}");
        }
    }
}
