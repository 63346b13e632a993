//! The shorthand of fonts (CSS Fonts 4, section 2.7).

use super::kinds::{Property, Value};
use super::known::is_size_word;
use super::one::one;

/// The size of a font and the height of its lines; nothing where browsers do not know the value: it needs a size and a
/// family.
pub(super) fn font(value: &str) -> Vec<(Property, Value)> {
    const OF_SYSTEM: [&str; 6] = ["caption", "icon", "menu", "message-box", "small-caption", "status-bar"];
    if OF_SYSTEM.contains(&value) {
        return vec![(Property::FontSize, Value::Initial), (Property::LineHeight, Value::Shows)];
    }
    let words = words(value);
    let Some(at) = words.iter().position(|word| is_size(word)) else { return Vec::new() };
    let rest = words.get(at + 1..).unwrap_or_default();
    let text = words.get(at).copied().unwrap_or_default();
    let (size, height) = text.split_once('/').map_or((text, None), |(size, height)| (size, Some(height)));
    // the stroke may stand by itself
    let (height, family) = match (height, rest) {
        (Some(""), [height, family @ ..]) | (None, ["/", height, family @ ..]) => (Some(*height), family),
        (None, [first, family @ ..]) if first.starts_with('/') => (first.strip_prefix('/'), family),
        apart => apart,
    };
    if family.is_empty() {
        return Vec::new();
    }
    let Some(size) = one(Property::FontSize, size) else { return Vec::new() };
    let height = height.map_or(Some(Value::Shows), |height| one(Property::LineHeight, height));
    height.map_or_else(Vec::new, |height| vec![(Property::FontSize, size), (Property::LineHeight, height)])
}

/// Whether a word of the shorthand is its size: a number alone is a boldness, but for nothing.
fn is_size(word: &str) -> bool {
    let size = word.split('/').next().unwrap_or_default();
    let bold = size.parse::<f32>().is_ok_and(|number| number >= 1.0);
    let digit = size.trim_start_matches(['.', '-', '+']).starts_with(|c: char| c.is_ascii_digit());
    !bold
        && (digit || size.contains('(') || is_size_word(size) && !matches!(size, "normal" | "none" | "auto"))
}

/// The words of a value; what stands in brackets is of one.
fn words(value: &str) -> Vec<&str> {
    let (mut found, mut start, mut open) = (Vec::new(), 0, 0_usize);
    for (at, c) in value.char_indices() {
        match c {
            '(' => open += 1,
            ')' => open = open.saturating_sub(1),
            ' ' | '\t' | '\n' | '\r' if open == 0 => {
                found.extend(value.get(start..at).filter(|word| !word.is_empty()));
                start = at + 1;
            }
            _ => {}
        }
    }
    found.extend(value.get(start..).filter(|word| !word.is_empty()));
    found
}
