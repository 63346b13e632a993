//! The statements of a style sheet: which rules it has, under which conditions, in which layers.

use cssparser::{ParseError, Parser, Token};

use super::layers::Layers;
use super::media;
use super::property::{declared, matters};

/// The most rules that are kept; of 410 pages measured none had a tenth of it.
pub(super) const RULES: usize = 60_000;
/// The deepest nesting of blocks that is read.
const NESTED: u8 = 48;
/// The longest selector made of nested ones, in bytes.
const LONG: usize = 1_000;

/// A rule before its values are read.
pub(super) struct Raw<'a> {
    pub(super) selectors: Vec<String>,
    pub(super) declared: Vec<(String, &'a str, bool)>,
    pub(super) doubtful: bool,
    /// Number of its layer.
    pub(super) layer: usize,
}

/// What is read of the sheets of a page.
#[derive(Default)]
pub(super) struct Reading<'a> {
    pub(super) rules: Vec<Raw<'a>>,
    pub(super) unread: bool,
    pub(super) layers: Layers,
}

/// Reads the sheets of a page, in order.
pub(super) fn read<'a>(sheets: impl IntoIterator<Item = &'a str>) -> Reading<'a> {
    let mut reading = Reading::default();
    for sheet in sheets {
        walk(&mut Parser::new(sheet), &mut Vec::new(), Place::default(), &mut reading);
    }
    reading
}

/// A statement of a sheet: what stands before its block or its end, and whether it has a block.
pub(super) fn statement<'a>(css: &mut Parser<'a>) -> Option<(&'a str, bool)> {
    css.skip_whitespace();
    let start = css.position();
    loop {
        let before = css.position();
        match css.next() {
            Ok(Token::Semicolon) => return Some((css.slice(start..before), false)),
            Ok(Token::CurlyBracketBlock) => return Some((css.slice(start..before), true)),
            Ok(Token::Function(_) | Token::ParenthesisBlock | Token::SquareBracketBlock) => skip_block(css),
            Ok(_) => {}
            Err(_) => {
                let rest = css.slice_from(start);
                return (!rest.trim().is_empty()).then_some((rest, false));
            }
        }
    }
}

/// Skips the block that was just entered, so that what comes next stands behind it.
fn skip_block(css: &mut Parser) {
    let skipped: Result<(), ParseError<()>> = css.parse_nested_block(|css| {
        while css.next().is_ok() {}
        Ok(())
    });
    skipped.unwrap_or_default();
}

/// Where in a sheet a block stands.
#[derive(Clone, Copy, Default)]
struct Place {
    /// In how many others.
    depth: u8,
    /// Under a condition that is not understood.
    doubtful: bool,
    /// Number of the layer.
    layer: usize,
}

/// Reads what stands in the block of a rule within others, whose selectors are `heads` from the outermost in, or in a
/// sheet.
fn walk<'a>(css: &mut Parser<'a>, heads: &mut Vec<&'a str>, place: Place, found: &mut Reading<'a>) {
    let mut declared = Vec::new();
    while let Some((head, block)) = statement(css) {
        if found.rules.len() >= RULES || block && place.depth >= NESTED {
            found.unread = true;
            return;
        }
        let (chooses, holds) = match (head.strip_prefix('@'), block) {
            (None, false) => {
                let told = declaration(head).filter(|(name, _, _)| !heads.is_empty() && is_told(name));
                declared.extend(told);
                continue;
            }
            (Some(rule), true) => (false, entered(rule)),
            (None, true) => (true, Some(true)),
            (Some(rule), false) => {
                for name in of_layer(rule).into_iter().flat_map(|names| names.split(',')) {
                    found.layers.named(place.layer, name);
                }
                continue;
            }
        };
        if holds == Some(false) {
            continue;
        }
        heads.extend(chooses.then_some(head));
        let named = head.strip_prefix('@').and_then(of_layer);
        let layer = named.map_or(place.layer, |name| found.layers.named(place.layer, name));
        let inside = Place { depth: place.depth + 1, doubtful: place.doubtful || holds.is_none(), layer };
        let read: Result<(), ParseError<()>> = css.parse_nested_block(|css| {
            walk(css, heads, inside, found);
            Ok(())
        });
        read.unwrap_or_default();
        heads.truncate(heads.len() - usize::from(chooses));
    }
    if !declared.is_empty() {
        let selectors = heads.iter().fold(Vec::new(), |outer, head| nested(head, &outer));
        found.rules.push(Raw { selectors, declared, doubtful: place.doubtful, layer: place.layer });
    }
}

/// Whether a declaration of this name can hide, show or strike out, or gives a variable its value.
fn is_told(name: &str) -> bool {
    name.starts_with("--") || matters(name)
}

/// The names in an at-rule of layers.
fn of_layer(rule: &str) -> Option<&str> {
    let name = rule.get(..5).filter(|name| name.eq_ignore_ascii_case("layer"));
    name.and_then(|_| rule.get(5..)).filter(|rest| !rest.starts_with(char::is_alphanumeric)).map(str::trim)
}

/// Whether what an at-rule holds is said of the page as it is looked at; none where that is not known.
fn entered(rule: &str) -> Option<bool> {
    let split = rule.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(rule.len());
    let (name, rest) = rule.split_at_checked(split).unwrap_or((rule, ""));
    match name.to_ascii_lowercase().as_str() {
        "media" => media::answer(rest),
        "supports" => media::condition(&rest.to_ascii_lowercase(), &is_supported),
        "layer" | "scope" | "container" | "-moz-document" => Some(true),
        _ => Some(false),
    }
}

/// Whether browsers know a declaration; none where it is not known here.
fn is_supported(text: &str) -> Option<bool> {
    let (name, value, important) = declaration(text)?;
    (!declared(&name, value, important).is_empty()).then_some(true)
}

/// The selectors of a rule within those of another. Where they are too many or too long, each chooses by itself.
fn nested(head: &str, outer: &[String]) -> Vec<String> {
    const MOST: usize = 200;
    let own = Parser::new(head.trim_start_matches("<!--").trim_start_matches("<![CDATA["))
        .parse_comma_separated(|css| {
            let start = css.position();
            while css.next().is_ok() {}
            Ok::<_, ParseError<()>>(css.slice_from(start).trim())
        });
    let own = own.unwrap_or_default();
    if outer.is_empty() {
        return own.into_iter().map(str::to_owned).collect();
    }
    let within = |above: &str, selector: &str| {
        if selector.contains('&') { selector.replace('&', above) } else { format!("{above} {selector}") }
    };
    let longest = outer.iter().map(String::len).max().unwrap_or_default();
    let long = |selector: &str| selector.len() + (1 + selector.matches('&').count()) * longest > LONG;
    if outer.len() * own.len() > MOST || own.iter().any(|selector| long(selector)) {
        let alone = own.into_iter().map(|selector| within("*", selector));
        return alone.map(|selector| selector.chars().take(LONG).collect()).collect();
    }
    outer.iter().flat_map(|above| own.iter().map(move |selector| within(above, selector))).collect()
}

/// A declaration: its name in lower case, its value, and whether it is marked as important.
pub(super) fn declaration(text: &str) -> Option<(String, &str, bool)> {
    let mut css = Parser::new(text);
    let name = css.expect_ident().ok()?.to_ascii_lowercase();
    css.expect_colon().ok()?;
    css.skip_whitespace();
    let start = css.position();
    while css.next().is_ok() {}
    let value = css.slice_from(start).trim();
    let important = value.rsplit_once('!').filter(|(_, mark)| mark.trim().eq_ignore_ascii_case("important"));
    Some((name, important.map_or(value, |(value, _)| value.trim_end()), important.is_some()))
}
