//! Values of style properties: lengths, colours and transforms.

use cssparser::color::{parse_hash_color, parse_named_color};
use cssparser::{ParseError, Parser, Token};

use super::bounds::WINDOW;
use crate::text::FastMap;

/// Pixels of a line of text where nothing else is said.
pub(super) const EM: f32 = 16.0;
/// So far to the left or above, in pixels, nothing of a text is seen.
const FAR: f32 = 600.0;
/// So far to the right or below.
const FAR_AFTER: f32 = 2_500.0;

/// A length.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Length {
    /// In pixels.
    Pixels(f32),
    /// In heights of the font above.
    Ems(f32),
    /// In parts of what it is measured by; 1 is the whole.
    Share(f32),
}

impl Length {
    /// Whether it is nothing, or next to nothing.
    pub(super) fn is_nothing(self) -> bool {
        match self {
            Self::Pixels(pixels) => pixels <= 1.0,
            Self::Ems(ems) => ems * EM <= 1.0,
            Self::Share(share) => share <= 0.0,
        }
    }

    /// Whether what is moved by so much is out of sight: to the left or above by its negative.
    pub(super) fn is_far(self) -> bool {
        match self {
            Self::Pixels(pixels) => is_far(pixels),
            Self::Ems(ems) => is_far(ems * EM),
            Self::Share(share) => share <= -1.0 || share >= 1.5,
        }
    }

    /// In pixels where a font above is `font` pixels high.
    pub(super) fn of_font(self, font: f32) -> f32 {
        match self {
            Self::Pixels(pixels) => pixels,
            Self::Ems(times) | Self::Share(times) => times * font,
        }
    }
}

fn is_far(pixels: f32) -> bool {
    pixels <= -FAR || pixels >= FAR_AFTER
}

/// The length a token is; a bare number counts as pixels.
pub(super) fn length(token: &Token) -> Option<Length> {
    match token {
        Token::Number { value, .. } => Some(Length::Pixels(*value)),
        Token::Percentage { unit_value, .. } => Some(Length::Share(*unit_value)),
        Token::Dimension { value, unit, .. } => {
            let pixels = match unit.to_ascii_lowercase().as_str() {
                "em" | "ex" | "ch" | "lh" => return Some(Length::Ems(*value)),
                "rem" | "rlh" => EM,
                "vw" | "vi" | "vmax" | "dvw" | "svw" | "lvw" => WINDOW / 100.0,
                "vh" | "vb" | "vmin" | "dvh" | "svh" | "lvh" => 8.0,
                "pt" => 4.0 / 3.0,
                "pc" => 16.0,
                "in" => 96.0,
                "cm" => 37.8,
                "mm" => 3.78,
                _ => 1.0,
            };
            Some(Length::Pixels(value * pixels))
        }
        _ => None,
    }
}

/// All lengths in a value, in order; words such as `auto` are none. What stands in brackets is not looked at.
pub(super) fn lengths(value: &str) -> Vec<Option<Length>> {
    let mut css = Parser::new(value);
    let mut found = Vec::new();
    while let Ok(token) = css.next() {
        match token {
            Token::Delim(_) | Token::Comma => {}
            token => found.push(length(token)),
        }
    }
    found
}

/// A colour with how much of what is below it can be seen (0) or not (1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Color {
    pub(super) red: f32,
    pub(super) green: f32,
    pub(super) blue: f32,
    pub(super) cover: f32,
}

impl Color {
    pub(super) const BLACK: Self = Self { red: 0.0, green: 0.0, blue: 0.0, cover: 1.0 };
    pub(super) const NONE: Self = Self { cover: 0.0, ..Self::BLACK };
    pub(super) const WHITE: Self = Self { red: 255.0, green: 255.0, blue: 255.0, cover: 1.0 };
    /// Of links where nothing else is said.
    pub(super) const LINK: Self = Self { red: 0.0, green: 0.0, blue: 238.0, cover: 1.0 };

    /// Whether words of this colour cannot be made out on `ground`: a contrast below 1.2 as WCAG 2 counts it.
    pub(super) fn is_lost_on(self, ground: Self) -> bool {
        let mixed = |own: f32, below: f32| own * self.cover + below * (1.0 - self.cover);
        let seen = Self {
            red: mixed(self.red, ground.red),
            green: mixed(self.green, ground.green),
            blue: mixed(self.blue, ground.blue),
            cover: 1.0,
        };
        let (one, other) = (seen.luminance() + 0.05, ground.luminance() + 0.05);
        let near = [(seen.red, ground.red), (seen.green, ground.green), (seen.blue, ground.blue)];
        one.max(other) / one.min(other) < 1.2 && near.iter().all(|(a, b)| (a - b).abs() < 40.0)
    }

    fn luminance(self) -> f32 {
        let linear = |part: f32| {
            let part = part / 255.0;
            if part <= 0.04 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

/// The first colour in a value; none where it has none that is known.
pub(super) fn color(value: &str) -> Option<Color> {
    let mut css = Parser::new(value);
    while let Ok(token) = css.next() {
        let of = |(red, green, blue): (u8, u8, u8), cover| Color {
            red: f32::from(red),
            green: f32::from(green),
            blue: f32::from(blue),
            cover,
        };
        match token.clone() {
            Token::Ident(name) if name.eq_ignore_ascii_case("transparent") => {
                return Some(of((0, 0, 0), 0.0));
            }
            Token::Ident(name) => {
                if let Ok(rgb) = parse_named_color(&name) {
                    return Some(of(rgb, 1.0));
                }
            }
            Token::Hash(hash) | Token::IDHash(hash) => {
                let (red, green, blue, cover) = parse_hash_color(hash.as_bytes()).ok()?;
                return Some(of((red, green, blue), cover));
            }
            Token::Function(name) => {
                let parts = arguments(&mut css);
                return function_color(&name.to_ascii_lowercase(), &parts);
            }
            _ => {}
        }
    }
    None
}

/// A colour written as `rgb()` or `hsl()`.
fn function_color(name: &str, parts: &[Option<Length>]) -> Option<Color> {
    let part = |at: usize, whole: f32| match parts.get(at) {
        Some(Some(Length::Share(share))) => Some(share * whole),
        Some(Some(Length::Pixels(number))) => Some(*number),
        _ => None,
    };
    let cover = part(3, 1.0).unwrap_or(1.0);
    match name {
        "rgb" | "rgba" => {
            Some(Color { red: part(0, 255.0)?, green: part(1, 255.0)?, blue: part(2, 255.0)?, cover })
        }
        "hsl" | "hsla" => {
            let (hue, full, light) = (part(0, 360.0)?, part(1, 1.0)?, part(2, 1.0)?);
            let amplitude = full * light.min(1.0 - light);
            let channel = |shift: f32| {
                let at = (shift + hue / 30.0).rem_euclid(12.0);
                255.0 * (light - amplitude * (at - 3.0).min(9.0 - at).clamp(-1.0, 1.0))
            };
            Some(Color { red: channel(0.0), green: channel(8.0), blue: channel(4.0), cover })
        }
        _ => None,
    }
}

/// The numbers in the brackets of the function whose name was read last.
fn arguments(css: &mut Parser) -> Vec<Option<Length>> {
    let read: Result<Vec<_>, ParseError<()>> = css.parse_nested_block(|css| {
        let mut found = Vec::new();
        while let Ok(token) = css.next() {
            match token {
                Token::Comma | Token::Delim(_) => {}
                token => found.push(length(token)),
            }
        }
        Ok(found)
    });
    read.unwrap_or_default()
}

/// The functions of a value with the numbers in their brackets.
pub(super) fn functions(value: &str) -> Vec<(String, Vec<Option<Length>>)> {
    let mut css = Parser::new(value);
    let mut found = Vec::new();
    while let Ok(token) = css.next() {
        if let Token::Function(name) = token.clone() {
            let name = name.to_ascii_lowercase();
            found.push((name, arguments(&mut css)));
        }
    }
    found
}

/// The number or share a value is.
pub(super) fn number(value: &str) -> Option<f32> {
    let mut css = Parser::new(value);
    match length(css.next().ok()?)? {
        Length::Pixels(number) | Length::Share(number) => Some(number),
        Length::Ems(_) => None,
    }
}

/// A value with its variables filled in; none where they are too many or the value gets too long.
pub(super) fn filled(value: &str, variables: &FastMap<&str, &str>) -> Option<String> {
    const ROUNDS: usize = 64;
    const LONGEST: usize = 400;
    let mut value = value.to_owned();
    for _ in 0..ROUNDS {
        let Some((before, rest)) = value.split_once("var(") else { return Some(value) };
        let (inside, after) = rest.split_once(')').unwrap_or((rest, ""));
        let (name, instead) = inside.split_once(',').unwrap_or((inside, ""));
        let given = variables.get(name.trim().to_ascii_lowercase().as_str()).copied().unwrap_or(instead);
        value = format!("{before}{given}{after}");
        if value.len() > LONGEST {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_in_every_spelling() {
        for text in
            ["#fff", "white", "#FFFFFFFF", "rgb(255,255,255)", "rgba(100%, 100%, 100%, 1)", "hsl(0 0% 100%)"]
        {
            assert_eq!(color(text), Some(Color::WHITE), "{text}");
        }
        assert_eq!(color("transparent").map(|color| color.cover), Some(0.0));
        assert_eq!(color("rgba(0,0,0,.02)").map(|color| color.cover), Some(0.02));
        assert_eq!(color("currentcolor"), None);
    }

    #[test]
    fn words_are_lost_on_nearly_their_own_colour() {
        let lost = |words, ground| color(words).unwrap().is_lost_on(color(ground).unwrap());
        assert!(lost("white", "#fefefe") && lost("#111", "black") && lost("rgba(0,0,0,.01)", "white"));
        assert!(!lost("#ccc", "white") && !lost("white", "navy") && !lost("#333", "#000"));
    }

    #[test]
    fn far_is_out_of_sight() {
        let far = |text| lengths(text)[0].unwrap().is_far();
        assert!(far("-9999px") && far("-100vw") && far("-80em") && far("-120%") && far("300vw"));
        assert!(!far("-20px") && !far("50%") && !far("100vw") && !far("0"));
    }
}
