//! A quote as a card: the words, who said them in which role, the outlet with its owner and the day, the way there.

use super::code::code;
use super::coverage::can_draw;
use super::draw::png;
use super::flow::{LEADING, Lines, fitted};
use super::look::{Look, Run, is_rtl};
use super::svg::filled;

/// Everything a card shows, as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuoteCard {
    /// The words in their marks: the whole quote, then shorter ones to be taken where it does not fit.
    pub words: Vec<String>,
    /// Who said them.
    pub name: String,
    /// In which role.
    pub role: Option<String>,
    /// Outlet, owner and day.
    pub facts: String,
    /// Address of the article.
    pub link: Option<String>,
}

/// The form of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// 1,200 × 630 pixels.
    Wide,
    /// 1,080 × 1,350 pixels.
    Tall,
}

/// Where things stand on a card, in pixels.
struct Plan {
    template: &'static str,
    width: f32,
    margin: f32,
    /// Top and height of the words, and their sizes.
    words: (f32, f32, &'static [f32]),
    /// Top of the name, the sizes of name, role and facts, and the lines a name may have.
    who: (f32, [f32; 3], f32),
    /// Place from the top and side of the code.
    code: (f32, f32),
}

static WIDE: Plan = Plan {
    template: include_str!("templates/quote_wide.svg"),
    width: 1_200.0,
    margin: 72.0,
    words: (56.0, 356.0, &[84.0, 76.0, 68.0, 60.0, 54.0, 48.0, 44.0, 40.0, 36.0, 33.0, 30.0, 27.0, 25.0]),
    who: (458.0, [34.0, 25.0, 23.0], 1.0),
    code: (458.0, 132.0),
};

static TALL: Plan = Plan {
    template: include_str!("templates/quote_tall.svg"),
    width: 1_080.0,
    margin: 84.0,
    words: (96.0, 920.0, &[104.0, 92.0, 80.0, 70.0, 62.0, 56.0, 50.0, 45.0, 41.0, 37.0, 34.0, 31.0, 28.0]),
    who: (1_086.0, [42.0, 30.0, 26.0], 2.0),
    code: (1_100.0, 166.0),
};

const INK: Look = Look { is_bold: false, is_slanted: false, color: "#1f2328" };
const NAME: Look = Look { is_bold: true, ..INK };
const GREY: Look = Look { color: "#5d5a54", ..INK };

impl QuoteCard {
    /// Draws the card as PNG; `None` where a letter has no glyph, or even the shortest words do not fit.
    #[must_use]
    pub fn png(&self, shape: Shape) -> Option<Vec<u8>> {
        png(&self.svg(shape)?)
    }

    /// The card as SVG.
    pub(super) fn svg(&self, shape: Shape) -> Option<String> {
        let plan = match shape {
            Shape::Wide => &WIDE,
            Shape::Tall => &TALL,
        };
        let (top, height, sizes) = plan.words;
        let room = plan.width - 2.0 * plan.margin;
        let mut drawable = self.words.iter().filter(|words| can_draw(words));
        let words = drawable.find_map(|words| one(words, INK, (room, height), sizes))?;
        let is_rtl = words.is_rtl;
        let above = top + (height - words.height()) / 2.0;
        let code = self.code(plan, is_rtl);
        let narrowed = if code.is_empty() { 0.0 } else { plan.code.1 + 40.0 };
        let who = self.who(plan, is_rtl, narrowed)?;
        let mirrored = |x: f32, width: f32| if is_rtl { plan.width - x - width } else { x };
        Some(filled(
            plan.template,
            &[
                ("bar", mirrored(0.0, 15.0).to_string()),
                ("rule", mirrored(plan.margin, 80.0).to_string()),
                ("words", words.svg((plan.margin, above), room)),
                ("who", who),
                ("code", code),
            ],
        ))
    }

    /// Name, role and facts, below one another.
    fn who(&self, plan: &Plan, is_rtl: bool, narrowed: f32) -> Option<String> {
        let (mut y, [name, role, facts], rows) = plan.who;
        let width = plan.width - 2.0 * plan.margin - narrowed;
        let x = if is_rtl { plan.margin + narrowed } else { plan.margin };
        let mut out = String::new();
        let mut put = |words: &str, look: Look, size: f32, rows: f32| {
            if words.is_empty() || !can_draw(words) {
                return words.is_empty().then_some(());
            }
            let sizes = [size, size * 0.88, size * 0.76, size * 0.66];
            let height = size * rows * LEADING;
            let mut lines = one(words, look, (width, height), &sizes)
                .or_else(|| cut(words, look, (width, height), &sizes))?;
            // all of a card runs the way its quote does
            lines.is_rtl |= is_rtl && is_rtl_or_plain(words);
            out += &aligned(&lines, is_rtl, (x, y), width);
            y += lines.height() + size * 0.12;
            Some(())
        };
        put(&self.name, NAME, name, rows)?;
        put(self.role.as_deref().unwrap_or_default(), GREY, role, 2.0)?;
        put(&self.facts, GREY, facts, 1.0)?;
        Some(out)
    }

    fn code(&self, plan: &Plan, is_rtl: bool) -> String {
        let (y, side) = plan.code;
        let x = if is_rtl { plan.margin } else { plan.width - plan.margin - side };
        self.link.as_ref().map_or_else(String::new, |link| code(link, (x, y), side))
    }
}

/// Lines against the edge of the card's direction, whatever their own.
fn aligned(lines: &Lines, is_rtl: bool, (x, y): (f32, f32), width: f32) -> String {
    match (lines.is_rtl, is_rtl) {
        (false, true) => lines.svg((x + width - lines.width(), y), lines.width()),
        (true, false) => lines.svg((x, y), lines.width()),
        _ => lines.svg((x, y), width),
    }
}

fn is_rtl_or_plain(words: &str) -> bool {
    is_rtl(words) || !words.chars().any(char::is_alphabetic)
}

fn one(words: &str, look: Look, room: (f32, f32), sizes: &[f32]) -> Option<Lines> {
    fitted(&[Run { words: words.to_owned(), look }], room, sizes)
}

/// The longest beginning that fits, with “…”; for names and facts, never for a quote.
fn cut(words: &str, look: Look, room: (f32, f32), sizes: &[f32]) -> Option<Lines> {
    let letters: Vec<char> = words.chars().collect();
    (1..20).rev().find_map(|part| {
        let head: String = letters.iter().take(letters.len() * part / 20).collect();
        one(&format!("{}…", head.trim_end()), look, room, sizes)
    })
}
