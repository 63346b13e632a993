//! The rules of a page's style sheets, as far as they hide or show.

use cssparser::{ParseError, Parser, Token};

use super::media;
use super::property::{Declaration, declared, matters};
use super::selector::Selector;
use crate::text::FastMap;

/// The most rules that are kept.
const RULES: usize = 6_000;
/// The deepest nesting of blocks that is read.
const NESTED: u8 = 8;
/// The longest value after variables are filled in, in bytes.
const LONGEST: usize = 400;

/// The rules of all sheets of a page.
#[derive(Default)]
pub(super) struct Sheet {
    rules: Vec<Rule>,
    /// Rules by the rarest word of what they choose.
    by_key: FastMap<String, Vec<usize>>,
    /// Rules that may choose any element.
    any: Vec<usize>,
    sideways: bool,
    /// Rules by every class and id of what they choose.
    by_word: FastMap<String, Vec<usize>>,
}

/// What one selector says of what it chooses.
pub(super) struct Rule {
    pub(super) selector: Selector,
    pub(super) declarations: Vec<Declaration>,
    /// Place among all rules: of two that weigh the same the later one wins.
    pub(super) order: usize,
}

/// A rule before its values are read.
struct Raw<'a> {
    selectors: Vec<String>,
    declared: Vec<(String, &'a str, bool)>,
}

impl Sheet {
    /// Reads the sheets of a page, in order.
    pub(super) fn read<'a>(sheets: impl IntoIterator<Item = &'a str>) -> Self {
        let mut raw = Vec::new();
        for sheet in sheets {
            walk(&mut Parser::new(sheet), &mut Vec::new(), 0, &mut raw);
        }
        let variables: FastMap<&str, &str> = raw
            .iter()
            .flat_map(|rule| &rule.declared)
            .filter(|(name, _, _)| name.starts_with("--"))
            .map(|(name, value, _)| (name.as_str(), *value))
            .collect();
        let mut found = Self::default();
        for rule in &raw {
            let all = rule
                .declared
                .iter()
                .flat_map(|(name, value, important)| declared(name, &filled(value, &variables), *important));
            let declarations: Vec<Declaration> = all.collect();
            if !declarations.is_empty() {
                rule.selectors.iter().for_each(|selector| found.add(selector, &declarations));
            }
        }
        found
    }

    fn add(&mut self, selector: &str, declarations: &[Declaration]) {
        let Some(selector) = Selector::read(selector).filter(|_| self.rules.len() < RULES) else { return };
        let index = self.rules.len();
        self.sideways |= selector.sideways;
        match selector.keys.first() {
            Some(key) => self.by_key.entry(key.clone()).or_default().push(index),
            None => self.any.push(index),
        }
        for word in selector.keys.iter().filter(|key| key.starts_with(['.', '#'])) {
            self.by_word.entry(word.clone()).or_default().push(index);
        }
        self.rules.push(Rule { selector, declarations: declarations.to_vec(), order: index });
    }

    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// Whether a rule looks at what stands beside an element.
    pub(super) fn looks_sideways(&self) -> bool {
        self.sideways
    }

    /// The rules that may choose an element of these words: its name, `.class` for each class, `#id`.
    pub(super) fn candidates<'a>(&'a self, words: &'a [String]) -> impl Iterator<Item = &'a Rule> {
        let keyed = words.iter().filter_map(|word| self.by_key.get(word)).flatten();
        keyed.chain(&self.any).filter_map(|&index| self.rules.get(index))
    }

    /// The rules for elements of one of these words in some state.
    pub(super) fn of_words<'a>(&'a self, words: &'a [String]) -> impl Iterator<Item = &'a Rule> {
        let found = words.iter().filter_map(|word| self.by_word.get(word)).flatten();
        found.filter_map(|&index| self.rules.get(index))
    }
}

/// A statement of a sheet: what stands before its block or its end, and whether it has a block.
fn statement<'a>(css: &mut Parser<'a>) -> Option<(&'a str, bool)> {
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

/// Reads what stands in the block of a rule within others, whose selectors are `heads` from the outermost in, or in a
/// sheet.
fn walk<'a>(css: &mut Parser<'a>, heads: &mut Vec<&'a str>, depth: u8, found: &mut Vec<Raw<'a>>) {
    let mut declared = Vec::new();
    while let Some((head, block)) = statement(css) {
        if found.len() >= RULES {
            return;
        }
        let chooses = match (head.strip_prefix('@'), block) {
            (None, false) => {
                let told = declaration(head).filter(|(name, _, _)| !heads.is_empty() && is_told(name));
                declared.extend(told);
                continue;
            }
            (Some(rule), true) if is_entered(rule) => false,
            (None, true) => true,
            _ => continue,
        };
        if depth < NESTED {
            heads.extend(chooses.then_some(head));
            let read: Result<(), ParseError<()>> = css.parse_nested_block(|css| {
                walk(css, heads, depth + 1, found);
                Ok(())
            });
            read.unwrap_or_default();
            heads.truncate(heads.len() - usize::from(chooses));
        }
    }
    if !declared.is_empty() {
        let selectors = heads.iter().fold(Vec::new(), |outer, head| nested(head, &outer));
        found.push(Raw { selectors, declared });
    }
}

/// Whether a declaration of this name can hide, show or strike out, or gives a variable its value.
fn is_told(name: &str) -> bool {
    name.starts_with("--") || matters(name)
}

/// Whether what an at-rule holds is said of the page as it is looked at.
fn is_entered(rule: &str) -> bool {
    let split = rule.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(rule.len());
    let (name, rest) = rule.split_at_checked(split).unwrap_or((rule, ""));
    match name.to_ascii_lowercase().as_str() {
        "media" => media::holds(rest),
        "supports" => !rest.trim().to_ascii_lowercase().starts_with("not"),
        "layer" | "scope" | "container" | "-moz-document" => true,
        _ => false,
    }
}

/// The selectors of a rule within those of another.
fn nested(head: &str, outer: &[String]) -> Vec<String> {
    const MOST: usize = 200;
    let own = Parser::new(head.trim_start_matches("<!--")).parse_comma_separated(|css| {
        let start = css.position();
        while css.next().is_ok() {}
        Ok::<_, ParseError<()>>(css.slice_from(start).trim())
    });
    let own = own.unwrap_or_default();
    if outer.is_empty() {
        return own.into_iter().take(MOST).map(str::to_owned).collect();
    }
    let within = |above: &String, selector: &str| {
        if selector.contains('&') { selector.replace('&', above) } else { format!("{above} {selector}") }
    };
    outer
        .iter()
        .flat_map(|above| own.iter().map(move |selector| within(above, selector)))
        .take(MOST)
        .collect()
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

/// The declarations of a `style` attribute.
pub(super) fn of_attribute(style: &str) -> Vec<Declaration> {
    let mut css = Parser::new(style);
    let mut found = Vec::new();
    while let Some((head, block)) = statement(&mut css) {
        if let Some((name, value, important)) = declaration(head).filter(|_| !block) {
            found.extend(declared(&name, value, important));
        }
    }
    found
}

/// A value with its variables filled in.
fn filled(value: &str, variables: &FastMap<&str, &str>) -> String {
    const ROUNDS: usize = 4;
    let mut value = value.to_owned();
    for _ in 0..ROUNDS {
        let Some((before, rest)) = value.split_once("var(") else { break };
        let Some((inside, after)) = rest.split_once(')') else { break };
        let (name, instead) = inside.split_once(',').unwrap_or((inside, ""));
        let given = variables.get(name.trim().to_ascii_lowercase().as_str()).copied().unwrap_or(instead);
        value = format!("{before}{given}{after}");
        if value.len() > LONGEST {
            return String::new();
        }
    }
    value
}
