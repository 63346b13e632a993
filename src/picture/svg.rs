//! SVG: templates that are filled, lines of words.

use super::look::{Family, Look};
use crate::text::markup::escaped;

/// Where a line stands against its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// Fills the places `{name}` of a template, in order; what is filled in is not looked at again.
pub(super) fn filled(template: &str, fills: &[(&str, String)]) -> String {
    let mut parts = template.split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or((part, ""));
        let fill = fills.iter().find(|(known, _)| *known == name);
        out.push_str(fill.map_or("", |(_, words)| words));
        out.push_str(rest);
    }
    out
}

/// Words on one line; right-to-left ones in their own direction.
pub(super) fn line(
    words: &str,
    (x, y): (f32, f32),
    (size, family): (f32, Family),
    look: Look,
    (anchor, is_rtl): (Anchor, bool),
) -> String {
    let anchor = match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let weight = if look.is_bold { "bold" } else { "normal" };
    // no font here slants, so the words are pushed over
    let place = if look.is_slanted {
        format!("transform=\"translate({x:.1} {y:.1}) skewX(-11)\"")
    } else {
        format!("x=\"{x:.1}\" y=\"{y:.1}\"")
    };
    format!(
        "<text {place} font-family=\"{}\" font-size=\"{size:.1}\" font-weight=\"{weight}\" fill=\"{}\" \
         text-anchor=\"{anchor}\" xml:space=\"preserve\">{}</text>",
        family.name(),
        look.color,
        directed(&escaped(words), is_rtl)
    )
}

/// Words embedded in their direction (U+202B … U+202C): the drawer takes a line to run from the left.
pub(super) fn directed(words: &str, is_rtl: bool) -> String {
    // marks of direction of the words' own could turn the rest of the line around, and XML holds no controls
    let turns = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') || c.is_control();
    let words: String = words.chars().filter(|c| !turns(c)).collect();
    if is_rtl { format!("\u{202b}{words}\u{202c}") } else { words }
}
