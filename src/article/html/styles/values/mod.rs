//! Values of style properties: lengths, colours and transforms.

mod colors;
mod shade;
mod spelling;

use cssparser::{ParseError, Parser, Token};

use super::bounds::WINDOW;
pub(super) use colors::{color, colors_of, split};
pub(super) use shade::Color;
pub(super) use spelling::plain;

/// Pixels of a line of text where nothing else is said.
pub(super) const EM: f32 = 16.0;
/// So far to the left or above, in pixels, nothing of a text is seen.
const FAR: f32 = 600.0;
/// The deepest nesting of sums that is read.
const NESTED: u8 = 16;
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

    fn times(self, factor: f32) -> Self {
        match self {
            Self::Pixels(pixels) => Self::Pixels(pixels * factor),
            Self::Ems(ems) => Self::Ems(ems * factor),
            Self::Share(share) => Self::Share(share * factor),
        }
    }

    /// In pixels where it is measured by a column of text.
    fn across(self) -> f32 {
        const COLUMN: f32 = 1_000.0;
        match self {
            Self::Share(share) => share * COLUMN,
            other => other.of_font(EM),
        }
    }

    fn plus(self, other: Self) -> Self {
        match (self, other) {
            (Self::Share(one), Self::Share(other)) => Self::Share(one + other),
            (one, other) => Self::Pixels(one.across() + other.across()),
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
                // angles, in degrees
                "turn" => 360.0,
                "grad" => 0.9,
                "rad" => 57.295_78,
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
        match token.clone() {
            Token::Delim(_) | Token::Comma => {}
            Token::Function(name) => found.push(math(&name.to_ascii_lowercase(), &mut css, NESTED)),
            token => found.push(length(&token)),
        }
    }
    found
}

/// What a function of CSS Values 4 comes to whose name was read last: sums, products, the least, the most.
fn math(name: &str, css: &mut Parser, depth: u8) -> Option<Length> {
    let deeper = depth.checked_sub(1)?;
    let read: Result<Vec<Option<Length>>, ParseError<()>> =
        css.parse_nested_block(|css| css.parse_comma_separated(|css| Ok(sum(css, deeper))));
    let parts: Vec<Length> = read.ok()?.into_iter().collect::<Option<_>>()?;
    let by_size = |one: &Length, other: &Length| one.of_font(EM).total_cmp(&other.of_font(EM));
    match (name, parts.as_slice()) {
        ("calc", [only]) => Some(*only),
        ("min", all) => all.iter().copied().min_by(by_size),
        ("max", all) => all.iter().copied().max_by(by_size),
        ("clamp", [least, own, most]) => {
            let capped = [*own, *most].into_iter().min_by(by_size)?;
            [*least, capped].into_iter().max_by(by_size)
        }
        _ => None,
    }
}

/// A sum of products up to the end.
fn sum(css: &mut Parser, depth: u8) -> Option<Length> {
    let (mut total, mut sign): (Option<Length>, f32) = (None, 1.0);
    let mut times = None;
    while let Ok(token) = css.next().cloned() {
        let part = match token {
            Token::Delim(mark @ ('*' | '/')) => {
                times = Some(mark);
                continue;
            }
            Token::Delim(mark) => {
                sign = if mark == '-' { -1.0 } else { 1.0 };
                continue;
            }
            Token::Function(name) => math(&name.to_ascii_lowercase(), css, depth)?,
            Token::ParenthesisBlock => {
                let deeper = depth.checked_sub(1)?;
                let inside: Result<_, ParseError<()>> = css.parse_nested_block(|css| Ok(sum(css, deeper)));
                inside.ok()??
            }
            token => length(&token)?,
        };
        total = match (total, times.take()) {
            (None, _) => Some(part.times(sign)),
            (Some(before), Some('*')) => Some(before.times(part.of_font(EM))),
            (Some(before), Some(_)) => Some(before.times(1.0 / part.of_font(EM))),
            (Some(before), None) => Some(before.plus(part.times(sign))),
        };
        sign = 1.0;
    }
    total
}

/// The numbers up to the end: of the brackets of a function, or of a value.
fn arguments(css: &mut Parser) -> Vec<Option<Length>> {
    let mut found = Vec::new();
    while let Ok(token) = css.next() {
        match token.clone() {
            Token::Comma | Token::Delim(_) => {}
            Token::Ident(name) if name.eq_ignore_ascii_case("none") => found.push(Some(Length::Pixels(0.0))),
            Token::Function(name) => found.push(math(&name.to_ascii_lowercase(), css, NESTED)),
            token => found.push(length(&token)),
        }
    }
    found
}

/// The functions of a value with the numbers in their brackets.
pub(super) fn functions(value: &str) -> Vec<(String, Vec<Option<Length>>)> {
    let mut css = Parser::new(value);
    let mut found = Vec::new();
    while let Ok(token) = css.next() {
        if let Token::Function(name) = token.clone() {
            let name = name.to_ascii_lowercase();
            let inside: Result<_, ParseError<()>> = css.parse_nested_block(|css| Ok(arguments(css)));
            found.push((name, inside.unwrap_or_default()));
        }
    }
    found
}

/// Whether a number that is not zero stands in a value without a unit.
pub(super) fn is_bare(value: &str) -> bool {
    let mut css = Parser::new(value);
    while let Ok(token) = css.next() {
        match token {
            Token::Number { value, .. } if *value != 0.0 => return true,
            _ => {}
        }
    }
    false
}

/// The number or share that is all of a value.
pub(super) fn number(value: &str) -> Option<f32> {
    let mut css = Parser::new(value);
    let found = match css.next().ok()?.clone() {
        Token::Number { value, .. } => value,
        Token::Percentage { unit_value, .. } => unit_value,
        Token::Function(name) => match math(&name.to_ascii_lowercase(), &mut css, NESTED)? {
            Length::Pixels(number) | Length::Share(number) => number,
            Length::Ems(_) => return None,
        },
        _ => return None,
    };
    css.is_exhausted().then_some(found)
}

#[cfg(test)]
mod tests;
