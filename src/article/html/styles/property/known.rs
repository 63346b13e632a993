//! Words that browsers know as values.

use super::kinds::{Property, Value};

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

/// The value, if browsers know it (CSS Overflow 3, CSS Containment 2).
pub(super) fn is_keyword(property: Property, value: &str) -> Option<&str> {
    let known = match property {
        Property::Visibility => matches!(value, "visible" | "hidden" | "collapse"),
        Property::Overflow | Property::OverflowDown => matches!(
            value,
            "visible" | "hidden" | "clip" | "scroll" | "auto" | "overlay" | "-moz-hidden-unscrollable"
        ),
        _ => matches!(value, "visible" | "hidden" | "auto"),
    };
    known.then_some(value)
}

/// What a value of `display` makes of an element (CSS Display 3); none for what no browser knows.
pub(super) fn display(value: &str) -> Option<Value> {
    Some(match value {
        // columns of a table show nothing of what is in them
        "none" | "table-column" | "table-column-group" => Value::Hides,
        "inline" | "ruby" | "ruby-text" | "ruby-base" | "contents" => Value::Inline,
        "flex"
        | "grid"
        | "inline-flex"
        | "inline-grid"
        | "-webkit-flex"
        | "-webkit-inline-flex"
        | "-webkit-box"
        | "-webkit-inline-box" => Value::Items,
        "block" | "flow-root" | "list-item" | "inline-block" => Value::Block,
        // a height is the least one here
        "table" | "inline-table" | "table-row" | "table-cell" | "table-caption" | "table-row-group"
        | "table-header-group" | "table-footer-group" => Value::Shows,
        "run-in" | "math" | "flow" => Value::Unknown,
        _ if value.starts_with("-moz-") || value.starts_with("-webkit-") || value.starts_with("grid-") => {
            Value::Unknown
        }
        _ if value.contains(' ') => words(value)?,
        _ => return None,
    })
}

/// A value of two words or three: how the box stands, and how its content.
fn words(value: &str) -> Option<Value> {
    const KNOWN: [&str; 11] = [
        "block",
        "inline",
        "run-in",
        "flow",
        "flow-root",
        "table",
        "flex",
        "grid",
        "ruby",
        "list-item",
        "math",
    ];
    let is_known = value.split_whitespace().all(|word| KNOWN.contains(&word));
    is_known.then_some(Value::Unknown)
}
