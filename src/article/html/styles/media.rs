//! Media queries, answered for a window on a screen.

use super::bounds::WINDOW;

/// Height of the window, in pixels.
const HEIGHT: f32 = 800.0;

/// Whether a list of media queries holds; an empty one does. What is not known is taken to hold.
pub(in crate::article::html) fn holds(list: &str) -> bool {
    list.trim().is_empty() || list.to_ascii_lowercase().split(',').any(|query| query_holds(query.trim()))
}

fn query_holds(query: &str) -> bool {
    match query.strip_prefix("not ") {
        Some(other) => !parts_hold(other),
        None => parts_hold(query.trim_start_matches("only ")),
    }
}

fn parts_hold(query: &str) -> bool {
    query.split(" and ").all(|part| {
        let part = part.trim();
        part.strip_prefix('(')
            .map_or_else(|| medium_holds(part), |rest| feature_holds(rest.trim_end_matches(')')))
    })
}

fn medium_holds(medium: &str) -> bool {
    !matches!(
        medium,
        "print" | "speech" | "aural" | "braille" | "embossed" | "handheld" | "projection" | "tty" | "tv"
    )
}

fn feature_holds(feature: &str) -> bool {
    let Some((name, value)) = feature.split_once(':') else { return true };
    let value = value.trim();
    match name.trim() {
        "min-width" | "min-device-width" => pixels(value).is_none_or(|least| WINDOW >= least),
        "max-width" | "max-device-width" => pixels(value).is_none_or(|most| WINDOW <= most),
        "min-height" | "min-device-height" => pixels(value).is_none_or(|least| HEIGHT >= least),
        "max-height" | "max-device-height" => pixels(value).is_none_or(|most| HEIGHT <= most),
        "orientation" => value == "landscape",
        "prefers-color-scheme" => value == "light",
        "prefers-reduced-motion" | "prefers-reduced-data" | "prefers-contrast" => value == "no-preference",
        "scripting" => value == "enabled",
        "hover" | "any-hover" => value == "hover",
        "forced-colors" | "inverted-colors" => value == "none",
        _ => true,
    }
}

fn pixels(value: &str) -> Option<f32> {
    let split = value.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(value.len());
    let (number, unit) = value.split_at_checked(split)?;
    let number: f32 = number.trim().parse().ok()?;
    Some(if matches!(unit, "em" | "rem") { number * 16.0 } else { number })
}

#[cfg(test)]
mod tests {
    use super::holds;

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
        ] {
            assert_eq!(holds(query), due, "{query}");
        }
    }
}
