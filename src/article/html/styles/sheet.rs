//! The rules of a page's style sheets, as far as they hide or show.

use std::sync::Arc;

use cssparser::{ParseError, Parser, Token};

use super::media;
use super::property::{Declaration, declared, matters, undecided};
use super::selector::Selector;
use super::values::filled;
use crate::text::FastMap;

/// The most rules that are kept; of 410 pages measured none had a tenth of it.
const RULES: usize = 60_000;
/// The deepest nesting of blocks that is read.
const NESTED: u8 = 48;
/// The longest selector made of nested ones, in bytes.
const LONG: usize = 1_000;
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
    /// Whether something that may hide was not read.
    unread: bool,
    /// Its variables with their last values.
    variables: FastMap<String, String>,
}

/// What one selector says of what it chooses.
pub(super) struct Rule {
    pub(super) selector: Selector,
    pub(super) declarations: Arc<[Declaration]>,
    /// Whether one of them may hide.
    pub(super) hides: bool,
    /// It stands under a condition that is not understood.
    pub(super) conditional: bool,
    /// Place among all rules: of two that weigh the same the later one wins.
    pub(super) order: usize,
}

/// A rule before its values are read.
struct Raw<'a> {
    selectors: Vec<String>,
    declared: Vec<(String, &'a str, bool)>,
    doubtful: bool,
}

/// What is read of the sheets of a page.
#[derive(Default)]
struct Reading<'a> {
    rules: Vec<Raw<'a>>,
    unread: bool,
}

impl Sheet {
    /// Reads the sheets of a page, in order.
    pub(super) fn read<'a>(sheets: impl IntoIterator<Item = &'a str>) -> Self {
        let mut reading = Reading::default();
        for sheet in sheets {
            walk(&mut Parser::new(sheet), &mut Vec::new(), Place::default(), &mut reading);
        }
        let variables: FastMap<String, String> = reading
            .rules
            .iter()
            .flat_map(|rule| &rule.declared)
            .filter(|(name, _, _)| name.starts_with("--"))
            .map(|(name, value, _)| (name.clone(), (*value).to_owned()))
            .collect();
        let mut found = Self { unread: reading.unread, ..Self::default() };
        for rule in &reading.rules {
            let all = rule.declared.iter().flat_map(|(name, value, important)| {
                filled(value, &[&variables])
                    .map_or_else(|| undecided(name, *important), |value| declared(name, &value, *important))
            });
            let declarations: Arc<[Declaration]> =
                all.filter(|declared| !rule.doubtful || declared.may_hide()).collect();
            if !declarations.is_empty() {
                rule.selectors.iter().for_each(|selector| found.add(selector, &declarations, rule.doubtful));
            }
        }
        found.variables = variables;
        found
    }

    fn add(&mut self, selector: &str, declarations: &Arc<[Declaration]>, conditional: bool) {
        let hides = declarations.iter().any(Declaration::may_hide);
        if self.rules.len() >= RULES {
            self.unread |= hides;
            return;
        }
        let Some(selector) = Selector::read(selector) else { return };
        let index = self.rules.len();
        self.sideways |= selector.sideways;
        match selector.keys.first() {
            Some(key) => self.by_key.entry(key.clone()).or_default().push(index),
            None => self.any.push(index),
        }
        for word in selector.keys.iter().filter(|key| key.starts_with(['.', '#'])) {
            self.by_word.entry(word.clone()).or_default().push(index);
        }
        self.rules.push(Rule {
            selector,
            declarations: Arc::clone(declarations),
            hides,
            conditional,
            order: index,
        });
    }

    /// Whether something that may hide any element was not read.
    pub(super) fn is_unread(&self) -> bool {
        self.unread
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
    pub(super) fn candidates<'s, 'w>(
        &'s self,
        words: &'w [String],
    ) -> impl Iterator<Item = &'s Rule> + use<'s, 'w> {
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

/// Where in a sheet a block stands.
#[derive(Clone, Copy, Default)]
struct Place {
    /// In how many others.
    depth: u8,
    /// Under a condition that is not understood.
    doubtful: bool,
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
            (Some(_), false) => continue,
        };
        if holds == Some(false) {
            continue;
        }
        heads.extend(chooses.then_some(head));
        let inside = Place { depth: place.depth + 1, doubtful: place.doubtful || holds.is_none() };
        let read: Result<(), ParseError<()>> = css.parse_nested_block(|css| {
            walk(css, heads, inside, found);
            Ok(())
        });
        read.unwrap_or_default();
        heads.truncate(heads.len() - usize::from(chooses));
    }
    if !declared.is_empty() {
        let selectors = heads.iter().fold(Vec::new(), |outer, head| nested(head, &outer));
        found.rules.push(Raw { selectors, declared, doubtful: place.doubtful });
    }
}

/// Whether a declaration of this name can hide, show or strike out, or gives a variable its value.
fn is_told(name: &str) -> bool {
    name.starts_with("--") || matters(name)
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

impl Sheet {
    /// The declarations of a `style` attribute, its variables filled in by its own or those of the sheets.
    pub(super) fn of_attribute(&self, style: &str) -> Vec<Declaration> {
        let mut css = Parser::new(style);
        let mut told = Vec::new();
        while let Some((head, block)) = statement(&mut css) {
            told.extend(declaration(head).filter(|_| !block));
        }
        let own = told.iter().filter(|(name, _, _)| name.starts_with("--"));
        let own: FastMap<String, String> =
            own.map(|(name, value, _)| (name.clone(), (*value).to_owned())).collect();
        let all = told.iter().flat_map(|(name, value, important)| {
            filled(value, &[&own, &self.variables])
                .map_or_else(|| undecided(name, *important), |value| declared(name, &value, *important))
        });
        all.collect()
    }
}
