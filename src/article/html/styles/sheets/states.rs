//! The states of elements that selectors ask for (Selectors 4): which nothing is in when a page opens, and by which
//! attributes others are told.

/// Those nothing is in when a page opens.
pub(in crate::article::html::styles) const PASSING: [&str; 26] = [
    "hover",
    "focus",
    "focus-within",
    "focus-visible",
    "active",
    "target",
    "target-within",
    "target-current",
    "visited",
    "local-link",
    "fullscreen",
    "popover-open",
    "modal",
    "autofill",
    "-webkit-autofill",
    "blank",
    "-moz-placeholder",
    "-ms-input-placeholder",
    "user-valid",
    "user-invalid",
    "playing",
    "seeking",
    "buffering",
    "stalled",
    "current",
    "past",
];

/// Those of elements of a page at rest, and functions of selectors.
pub(in crate::article::html::styles) const LASTING: [&str; 26] = [
    "is",
    "where",
    "not",
    "has",
    "-webkit-any",
    "-moz-any",
    "matches",
    "lang",
    "dir",
    "scope",
    "empty",
    "defined",
    "host",
    "host-context",
    "link",
    "any-link",
    "-webkit-any-link",
    "-moz-any-link",
    "first-child",
    "last-child",
    "only-child",
    "first-of-type",
    "last-of-type",
    "only-of-type",
    "state",
    "future",
];

/// A state that is told by attributes and names, as a selector of those, and whether that is all there is to it.
pub(in crate::article::html::styles) fn standing(name: &str) -> Option<(&'static str, bool)> {
    Some(match name {
        "root" => (":is(html)", true),
        "checked" => (":is([checked],[selected])", true),
        "required" => ("[required]", true),
        "optional" => (":is(input,select,textarea):not([required])", true),
        "disabled" => ("[disabled]", true),
        "enabled" => (":is(input,select,textarea,button,option,fieldset):not([disabled])", true),
        "open" => ("[open]", true),
        "read-write" => (":is(input,textarea,[contenteditable])", false),
        "read-only" => (":not(input,textarea,[contenteditable])", false),
        "default" => (":is([checked],[selected],button,input)", false),
        "placeholder-shown" => ("[placeholder]", false),
        "valid" | "invalid" | "in-range" | "out-of-range" | "indeterminate" => {
            (":is(input,select,textarea,form,fieldset,progress)", false)
        }
        "paused" | "muted" => (":is(video,audio)", false),
        _ => return None,
    })
}

/// A selector with its states written as what tells them, and whether one of them may be or not.
pub(in crate::article::html::styles) fn settled(text: &str) -> (String, bool) {
    let (mut found, mut maybe, mut rest, mut bracket) =
        (String::with_capacity(text.len()), false, text, false);
    while let Some(at) = rest.find([':', '[', ']']) {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        found.push_str(before);
        let name_end =
            |name: &str| name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(name.len());
        let inside = from.get(1..).unwrap_or_default();
        let (name, after) = inside.split_at_checked(name_end(inside)).unwrap_or((inside, ""));
        let lower = name.to_ascii_lowercase();
        bracket = match from.as_bytes().first() {
            Some(b'[') => true,
            Some(b']') => false,
            _ => bracket,
        };
        let state = from.starts_with(':') && !bracket && !after.starts_with('(');
        match standing(&lower).filter(|_| state) {
            Some((instead, whole)) => {
                found.push_str(instead);
                maybe |= !whole;
                rest = after;
            }
            None if state && PASSING.contains(&lower.as_str()) => {
                found.push_str(":not(*)");
                rest = after;
            }
            None => {
                found.extend(from.chars().next());
                rest = inside;
            }
        }
    }
    // what no browser knows, but what reads selectors here
    maybe |= [":contains(", ":has-text(", ":only-text"].iter().any(|own| text.contains(own));
    (found + rest, maybe)
}
