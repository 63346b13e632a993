//! Colours as CSS Color 4 and 5 write them, in the sRGB that screens show.

use cssparser::color::{parse_hash_color, parse_named_color};
use cssparser::{ParseError, Parser, Token};

use super::shade::Color;
use super::{Length, arguments};

/// The deepest nesting of mixed colours that is read.
const NESTED: u8 = 4;

/// What a colour is mixed with, and by how much.
type Parts = Vec<Option<Length>>;

/// The first colour in a value; none where it has none that is known.
pub(in super::super) fn color(value: &str) -> Option<Color> {
    within(value, NESTED)
}

/// The colour of a picture that is of one: of a gradient whose colours cannot be told apart.
pub(in super::super) fn colors_of(value: &str) -> Option<Color> {
    let (_, inside) = value.split_once("gradient(")?;
    let colors: Vec<Color> = split(inside.trim_end_matches(')')).into_iter().filter_map(color).collect();
    let first = *colors.first()?;
    colors.iter().all(|color| color.cover > 0.5 && color.is_lost_on(first)).then_some(first)
}

fn within(value: &str, depth: u8) -> Option<Color> {
    let mut css = Parser::new(value);
    while let Ok(token) = css.next() {
        match token.clone() {
            Token::Ident(name) => {
                if let Some(named) = named(&name.to_ascii_lowercase()) {
                    return Some(named);
                }
            }
            Token::Hash(hash) | Token::IDHash(hash) => {
                let (red, green, blue, cover) = parse_hash_color(hash.as_bytes()).ok()?;
                return Some(of([red, green, blue].map(f32::from), cover));
            }
            Token::Function(name) => {
                let name = name.to_ascii_lowercase();
                let inside: Result<&str, ParseError<()>> = css.parse_nested_block(|css| {
                    let start = css.position();
                    while css.next().is_ok() {}
                    Ok(css.slice_from(start))
                });
                return function(&name, inside.ok()?.trim(), depth.checked_sub(1)?);
            }
            _ => {}
        }
    }
    None
}

fn of([red, green, blue]: [f32; 3], cover: f32) -> Color {
    Color { red, green, blue, cover }
}

/// A colour by its name: of CSS, or of the system where nothing is set.
fn named(name: &str) -> Option<Color> {
    let grey = |shade: f32| Some(of([shade; 3], 1.0));
    match name {
        "transparent" => Some(of([0.0; 3], 0.0)),
        "canvas" | "field" | "window" | "infobackground" | "menu" | "selecteditemtext" | "highlighttext" => {
            grey(255.0)
        }
        "canvastext" | "fieldtext" | "buttontext" | "marktext" | "windowtext" | "infotext" | "menutext"
        | "captiontext" => grey(0.0),
        "buttonface" | "threedface" | "buttonhighlight" => grey(240.0),
        "graytext" => grey(109.0),
        "linktext" | "activetext" | "visitedtext" => Some(Color::LINK),
        _ => {
            parse_named_color(name).ok().map(|(red, green, blue)| of([red, green, blue].map(f32::from), 1.0))
        }
    }
}

/// The colour that a function makes of what stands in its brackets.
fn function(name: &str, inside: &str, depth: u8) -> Option<Color> {
    match name {
        "color-mix" => return mixed(inside, depth),
        // a page is looked at in light
        "contrast-color" => {
            let ground = within(inside, depth)?;
            return Some(if ground.is_light() { Color::BLACK } else { Color::WHITE });
        }
        "light-dark" => return within(split(inside).first()?, depth),
        _ => {}
    }
    let parts = numbers(inside);
    if let Some(origin) = inside.strip_prefix("from ") {
        // only its own channels in their order, which leave it as it is, are followed
        let channels = inside.split('/').next().unwrap_or_default();
        let same = ["r g b", "h s l", "h w b", "l a b", "l c h"]
            .iter()
            .any(|own| channels.trim_end().ends_with(own));
        if !same {
            return None;
        }
        let cover = inside.rsplit_once('/').map(|(_, cover)| share(&numbers(cover), 0, 1.0));
        let origin = within(origin, depth)?;
        // a share that is not understood leaves the colour unknown
        let cover = cover.map_or(Some(origin.cover), |cover| cover)?;
        return Some(Color { cover, ..origin });
    }
    let at = |index: usize, whole: f32| share(&parts, index, whole);
    let cover = |index: usize| if parts.len() > index { at(index, 1.0) } else { Some(1.0) };
    let found = match name {
        "rgb" | "rgba" => [at(0, 255.0)?, at(1, 255.0)?, at(2, 255.0)?],
        "hsl" | "hsla" => hsl(at(0, 360.0)?, percent(&parts, 1)?, percent(&parts, 2)?),
        "hwb" => hwb(at(0, 360.0)?, percent(&parts, 1)?, percent(&parts, 2)?),
        "oklab" => oklab(at(0, 1.0)?, at(1, 0.4)?, at(2, 0.4)?),
        "oklch" => {
            let (a, b) = polar(at(1, 0.4)?, at(2, 360.0)?);
            oklab(at(0, 1.0)?, a, b)
        }
        "lab" => lab(at(0, 100.0)?, at(1, 125.0)?, at(2, 125.0)?),
        "lch" => {
            let (a, b) = polar(at(1, 150.0)?, at(2, 360.0)?);
            lab(at(0, 100.0)?, a, b)
        }
        "color" => {
            let space = inside.split_whitespace().next()?;
            let found = in_space(space, [at(1, 1.0)?, at(2, 1.0)?, at(3, 1.0)?]);
            return Some(of(found, cover(4)?));
        }
        _ => return None,
    };
    Some(of(found, cover(3)?))
}

fn numbers(inside: &str) -> Parts {
    arguments(&mut Parser::new(inside))
}

fn share(parts: &[Option<Length>], at: usize, whole: f32) -> Option<f32> {
    match parts.get(at).copied().flatten()? {
        Length::Share(share) => Some(share * whole),
        Length::Pixels(number) => Some(number),
        Length::Ems(_) => None,
    }
}

/// A share that may be written as a number of hundredths.
fn percent(parts: &[Option<Length>], at: usize) -> Option<f32> {
    match parts.get(at).copied().flatten()? {
        Length::Share(share) => Some(share),
        Length::Pixels(number) => Some(number / 100.0),
        Length::Ems(_) => None,
    }
}

/// `in SPACE, COLOUR SHARE, COLOUR SHARE`; mixed in sRGB, which is near enough to tell what is lost on what.
fn mixed(inside: &str, depth: u8) -> Option<Color> {
    let parts = split(inside);
    let [_, one, other] = parts.as_slice() else { return None };
    let part = |text: &str| {
        numbers(&text.replace('(', " ")).into_iter().flatten().find_map(|length| match length {
            Length::Share(share) if !text.contains('(') => Some(share),
            _ => None,
        })
    };
    let (first, second) = match (part(one), part(other)) {
        (None, None) => (0.5, 0.5),
        (Some(first), None) => (first, 1.0 - first),
        (None, Some(second)) => (1.0 - second, second),
        (Some(first), Some(second)) => (first, second),
    };
    let (one, other) = (within(one, depth)?, within(other, depth)?);
    let sum = (first + second).max(f32::EPSILON);
    let of_two = |a: f32, b: f32| (a * first + b * second) / sum;
    let cover = of_two(one.cover, other.cover);
    let channel = |a: f32, b: f32| of_two(a * one.cover, b * other.cover) / cover.max(f32::EPSILON);
    let found = [channel(one.red, other.red), channel(one.green, other.green), channel(one.blue, other.blue)];
    Some(of(found, cover * sum.min(1.0)))
}

/// The parts between commas outside brackets.
pub(in super::super) fn split(inside: &str) -> Vec<&str> {
    let (mut found, mut start, mut open) = (Vec::new(), 0, 0_u8);
    for (at, c) in inside.char_indices() {
        match c {
            '(' => open = open.saturating_add(1),
            ')' => open = open.saturating_sub(1),
            ',' if open == 0 => {
                found.push(inside.get(start..at).unwrap_or_default().trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(inside.get(start..).unwrap_or_default().trim());
    found
}

fn polar(chroma: f32, hue: f32) -> (f32, f32) {
    let (sine, cosine) = hue.to_radians().sin_cos();
    (chroma * cosine, chroma * sine)
}

fn hsl(hue: f32, full: f32, light: f32) -> [f32; 3] {
    let amplitude = full * light.min(1.0 - light);
    [0.0, 8.0, 4.0].map(|shift| {
        let at = (shift + hue / 30.0_f32).rem_euclid(12.0);
        255.0 * (light - amplitude * (at - 3.0).min(9.0 - at).clamp(-1.0, 1.0))
    })
}

fn hwb(hue: f32, white: f32, black: f32) -> [f32; 3] {
    if white + black >= 1.0 {
        return [255.0 * white / (white + black); 3];
    }
    hsl(hue, 1.0, 0.5).map(|channel| channel * (1.0 - white - black) + 255.0 * white)
}

/// A channel of sRGB from its linear light, 0 to 255.
fn shown(light: f32) -> f32 {
    let light = light.clamp(0.0, 1.0);
    255.0 * if light <= 0.003_130_8 { 12.92 * light } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 }
}

fn times(matrix: [[f32; 3]; 3], [x, y, z]: [f32; 3]) -> [f32; 3] {
    matrix.map(|[a, b, c]| a * x + b * y + c * z)
}

fn oklab(light: f32, a: f32, b: f32) -> [f32; 3] {
    let cones = times(
        [
            [1.0, 0.396_337_78, 0.215_803_76],
            [1.0, -0.105_561_346, -0.063_854_17],
            [1.0, -0.089_484_18, -1.291_485_5],
        ],
        [light, a, b],
    );
    let linear = times(
        [
            [4.076_741_7, -3.307_711_6, 0.230_969_94],
            [-1.268_438, 2.609_757_4, -0.341_319_4],
            [-0.004_196_086_3, -0.703_418_6, 1.707_614_7],
        ],
        cones.map(|cone| cone * cone * cone),
    );
    linear.map(shown)
}

fn lab(light: f32, green_red: f32, blue_yellow: f32) -> [f32; 3] {
    const WHITE: [f32; 3] = [0.964_22, 1.0, 0.825_21];
    let gray = (light + 16.0) / 116.0;
    let back =
        |cone: f32| if cone > 6.0 / 29.0 { cone.powi(3) } else { (116.0 * cone - 16.0) * 27.0 / 24_389.0 };
    let [red, green, blue] = [gray + green_red / 500.0, gray, gray - blue_yellow / 200.0].map(back);
    from_xyz_50([red * WHITE[0], green, blue * WHITE[2]])
}

fn from_xyz_50(xyz: [f32; 3]) -> [f32; 3] {
    times(
        [
            [3.133_856, -1.616_866_7, -0.490_614_6],
            [-0.978_768_4, 1.916_141_5, 0.033_454],
            [0.071_945_3, -0.228_991_4, 1.405_242_7],
        ],
        xyz,
    )
    .map(shown)
}

/// A colour of `color()`; wider spaces than sRGB as if they were it.
fn in_space(space: &str, parts: [f32; 3]) -> [f32; 3] {
    match space.to_ascii_lowercase().as_str() {
        "srgb-linear" => parts.map(shown),
        "xyz-d50" => from_xyz_50(parts),
        "xyz" | "xyz-d65" => times(
            [
                [3.240_454_2, -1.537_138_5, -0.498_531_4],
                [-0.969_266, 1.876_010_8, 0.041_556],
                [0.055_643_4, -0.204_025_9, 1.057_225_2],
            ],
            parts,
        )
        .map(shown),
        _ => parts.map(|part| 255.0 * part.clamp(0.0, 1.0)),
    }
}
