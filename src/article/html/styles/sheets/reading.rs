//! The statements of a style sheet: which rules it has, under which conditions, in which layers.

use cssparser::{ParseError, Parser, Token};

use super::layers::Layers;
use super::said::is_told;
use crate::article::html::styles::media;
use crate::article::html::styles::property::declared;

/// The most rules that are kept; of 410 pages measured none had a tenth of it.
pub(in crate::article::html::styles) const RULES: usize = 60_000;
/// The deepest nesting of blocks that is read.
const NESTED: u8 = 48;
/// The longest selector made of nested ones, in bytes.
const LONG: usize = 1_000;

/// A declaration: its name, its value, and whether it is marked as important.
pub(in crate::article::html::styles) type Declared<'a> = (String, &'a str, bool);

/// A rule before its values are read.
pub(in crate::article::html::styles) struct Raw<'a> {
    pub(in crate::article::html::styles) selectors: Vec<String>,
    pub(in crate::article::html::styles) declared: Vec<Declared<'a>>,
    pub(in crate::article::html::styles) doubtful: bool,
    /// Number of its layer.
    pub(in crate::article::html::styles) layer: usize,
}

/// An animation before its frames' values are read.
pub(in crate::article::html::styles) struct RawFrames<'a> {
    pub(in crate::article::html::styles) name: String,
    /// What each frame says, and whether it is the last.
    pub(in crate::article::html::styles) frames: Vec<(bool, Vec<Declared<'a>>)>,
    pub(in crate::article::html::styles) doubtful: bool,
}

/// What is read of the sheets of a page.
#[derive(Default)]
pub(in crate::article::html::styles) struct Reading<'a> {
    pub(in crate::article::html::styles) rules: Vec<Raw<'a>>,
    pub(in crate::article::html::styles) frames: Vec<RawFrames<'a>>,
    /// Names of variables with a type, whose values browsers check.
    pub(in crate::article::html::styles) typed: Vec<String>,
    pub(in crate::article::html::styles) unread: bool,
    pub(in crate::article::html::styles) layers: Layers,
}

/// Reads the sheets of a page, in order.
pub(in crate::article::html::styles) fn read<'a>(
    sheets: impl IntoIterator<Item = (&'a str, bool)>,
) -> Reading<'a> {
    let mut reading = Reading::default();
    for (sheet, doubtful) in sheets {
        // names of elements may be of something else than HTML
        let foreign = sheet.to_ascii_lowercase().contains("@namespace");
        let place = Place { doubtful: doubtful || foreign, ..Place::default() };
        walk(&mut Parser::new(sheet), &mut Vec::new(), place, &mut reading);
    }
    reading
}

/// A statement of a sheet: what stands before its block or its end, and whether it has a block.
pub(in crate::article::html::styles) fn statement<'a>(css: &mut Parser<'a>) -> Option<(&'a str, bool)> {
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
pub(in crate::article::html::styles) fn skip_block(css: &mut Parser) {
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
        let rule = head.strip_prefix('@');
        match (rule, block) {
            (None, false) => {
                let told = declaration(head).filter(|(name, _, _)| !heads.is_empty() && is_told(name));
                declared.extend(told);
                continue;
            }
            (Some(rule), false) => {
                for name in of_layer(rule).into_iter().flat_map(|names| names.split(',')) {
                    found.layers.named(place.layer, name);
                }
                continue;
            }
            _ => {}
        }
        if rule.is_some_and(|rule| takes_whole(rule, css, place, found)) {
            continue;
        }
        let holds = rule.map_or(Some(true), entered);
        if holds == Some(false) {
            continue;
        }
        // what stands before a block within weighs less than what is in it
        end_rule(&mut declared, heads, place, found);
        heads.extend(rule.is_none().then_some(head));
        let layer = rule.and_then(of_layer).map_or(place.layer, |name| found.layers.named(place.layer, name));
        let inside = Place { depth: place.depth + 1, doubtful: place.doubtful || holds.is_none(), layer };
        let read: Result<(), ParseError<()>> = css.parse_nested_block(|css| {
            walk(css, heads, inside, found);
            Ok(())
        });
        read.unwrap_or_default();
        heads.truncate(heads.len() - usize::from(rule.is_none()));
    }
    end_rule(&mut declared, heads, place, found);
}

/// Keeps what was declared so far as a rule.
fn end_rule<'a>(declared: &mut Vec<Declared<'a>>, heads: &[&str], place: Place, found: &mut Reading<'a>) {
    if !declared.is_empty() {
        let selectors = heads.iter().fold(Vec::new(), |outer, head| nested(head, &outer));
        let declared = std::mem::take(declared);
        found.rules.push(Raw { selectors, declared, doubtful: place.doubtful, layer: place.layer });
    }
}

/// Reads a rule that holds no rules about elements: an animation, or a variable with a type. False for any other.
fn takes_whole<'a>(rule: &'a str, css: &mut Parser<'a>, place: Place, found: &mut Reading<'a>) -> bool {
    let (name, rest) = rule.split_once(|c: char| c.is_whitespace() || c == '/').unwrap_or((rule, ""));
    match name.to_ascii_lowercase().as_str() {
        "keyframes" | "-webkit-keyframes" => {
            let name =
                crate::article::html::styles::values::plain(rest).trim().trim_matches(['"', '\'']).to_owned();
            let frames: Result<_, ParseError<()>> = css.parse_nested_block(|css| Ok(frames(css)));
            let frames = frames.unwrap_or_default();
            found.frames.push(RawFrames { name, frames, doubtful: place.doubtful });
            true
        }
        "property" => {
            found.typed.push(crate::article::html::styles::values::plain(rest).trim().to_owned());
            true
        }
        _ => false,
    }
}

fn frames<'a>(css: &mut Parser<'a>) -> Vec<(bool, Vec<Declared<'a>>)> {
    let mut found = Vec::new();
    while let Some((head, block)) = statement(css) {
        if !block {
            continue;
        }
        let last = head.split(',').any(|at| matches!(at.trim().to_ascii_lowercase().as_str(), "to" | "100%"));
        let read: Result<_, ParseError<()>> = css.parse_nested_block(|css| {
            let mut declared = Vec::new();
            while let Some((head, block)) = statement(css) {
                declared.extend(declaration(head).filter(|(name, _, _)| !block && is_told(name)));
            }
            Ok(declared)
        });
        found.push((last, read.unwrap_or_default()));
    }
    found
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
    if rest.starts_with('\\') {
        return None;
    }
    match name.to_ascii_lowercase().as_str() {
        "media" => media::answer(rest),
        "supports" => media::condition(&rest.to_ascii_lowercase(), &is_supported),
        "layer" => Some(true),
        "font-face"
        | "page"
        | "starting-style"
        | "counter-style"
        | "position-try"
        | "view-transition"
        | "font-feature-values"
        | "font-palette-values"
        | "viewport"
        | "charset" => Some(false),
        name if ["-ms-", "-o-", "-moz-k"].iter().any(|maker| name.starts_with(maker)) => Some(false),
        // what hangs on where an element stands or how big it is, and what is not known
        _ => None,
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
    let within = |above: &str, selector: &str| match selector.find('&') {
        Some(0) if !selector.get(1..).is_some_and(|rest| rest.contains('&')) => {
            selector.replacen('&', above, 1)
        }
        Some(_) => selector.replace('&', &format!(":is({above})")),
        None => format!("{above} {selector}"),
    };
    let longest = outer.iter().map(String::len).max().unwrap_or_default();
    let long = |selector: &str| selector.len() + (1 + selector.matches('&').count()) * longest > LONG;
    if outer.len() * own.len() > MOST || own.iter().any(|selector| long(selector)) {
        let alone = own.into_iter().map(|selector| within("*", selector));
        return alone.map(|selector| selector.chars().take(LONG).collect()).collect();
    }
    outer.iter().flat_map(|above| own.iter().map(move |selector| within(above, selector))).collect()
}

/// Reads a declaration: its name in lower case, its value, and whether it is marked as important.
pub(in crate::article::html::styles) fn declaration(text: &str) -> Option<Declared<'_>> {
    let mut css = Parser::new(text);
    let name = css.expect_ident().ok()?.to_string();
    // names of variables are told apart by case
    let name = if name.starts_with("--") { name } else { name.to_ascii_lowercase() };
    css.expect_colon().ok()?;
    css.skip_whitespace();
    let start = css.position();
    while css.next().is_ok() {}
    let value = css.slice_from(start).trim();
    let important = value.rsplit_once('!').filter(|(_, mark)| mark.trim().eq_ignore_ascii_case("important"));
    Some((name, important.map_or(value, |(value, _)| value.trim_end()), important.is_some()))
}
