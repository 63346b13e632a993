//! Words that browsers know as values.

use super::kinds::Property;

/// Words that any property takes.
pub(super) fn is_common(value: &str) -> bool {
    matches!(value, "initial" | "unset" | "revert" | "revert-layer")
}

/// Words for a size or a place (CSS Sizing 4, CSS Positioned Layout 4, CSS Fonts 4).
pub(super) fn is_size_word(value: &str) -> bool {
    const WORDS: [&str; 26] = [
        "auto",
        "none",
        "min-content",
        "max-content",
        "fit-content",
        "stretch",
        "contain",
        "normal",
        "small",
        "medium",
        "large",
        "x-small",
        "xx-small",
        "x-large",
        "xx-large",
        "xxx-large",
        "smaller",
        "larger",
        "math",
        "intrinsic",
        "min-intrinsic",
        "-webkit-fill-available",
        "-webkit-max-content",
        "-webkit-min-content",
        "-webkit-fit-content",
        "-moz-available",
    ];
    WORDS.contains(&value) || value.starts_with("-moz-")
}

/// The value, if browsers know it (CSS Display 3, CSS Containment 2).
pub(super) fn is_keyword(property: Property, value: &str) -> Option<&str> {
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
    let all = |known: &[&str]| value.split_whitespace().all(|word| known.contains(&word));
    let known = match property {
        Property::Display if value.split_whitespace().count() > 1 => {
            !value.contains("none") && is_display(value, &DISPLAY)
        }
        Property::Display => is_display(value, &DISPLAY),
        Property::Visibility => matches!(value, "visible" | "hidden" | "collapse"),
        Property::Overflow => {
            all(&["visible", "hidden", "clip", "scroll", "auto", "overlay", "-moz-hidden-unscrollable"])
        }
        _ => matches!(value, "visible" | "hidden" | "auto"),
    };
    known.then_some(value)
}

fn is_display(value: &str, known: &[&str]) -> bool {
    let is_known =
        |word: &str| known.contains(&word) || word.starts_with("table-") || word.starts_with("ruby-");
    value.split_whitespace().all(is_known)
}
