//! Lengths that are worked out.

use cssparser::{ParseError, Parser, Token};

use super::{EM, Length, length};

/// What a function of CSS Values 4 comes to whose name was read last: sums, products, the least, the most.
pub(super) fn math(name: &str, css: &mut Parser) -> Option<Length> {
    let read: Result<Vec<Option<Length>>, ParseError<()>> =
        css.parse_nested_block(|css| css.parse_comma_separated(|css| Ok(sum(css))));
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
fn sum(css: &mut Parser) -> Option<Length> {
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
            Token::Function(name) => math(&name.to_ascii_lowercase(), css)?,
            Token::ParenthesisBlock => {
                let inside: Result<_, ParseError<()>> = css.parse_nested_block(|css| Ok(sum(css)));
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
