//! Numbers by day and by source, each named beside its bar.

use super::draw::{MEASURED_AT, png, widths};
use super::flow::flowing;
use super::look::{Family, Look, Run, is_rtl};
use super::svg::{Anchor, filled, line};

/// What a chart shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chart {
    /// What is counted.
    pub title: String,
    /// Of what, since when, how many.
    pub facts: String,
    /// Days in order, with their numbers.
    pub days: Vec<(String, u32)>,
    /// Sources, the largest first, with their numbers; the last may stand for all others.
    pub sources: Vec<(String, u32)>,
}

const INK: Look = Look { is_bold: false, is_slanted: false, color: "#1f2328" };
const TITLE: Look = Look { is_bold: true, ..INK };
const GREY: Look = Look { color: "#5d5a54", ..INK };

const TEMPLATE: &str = include_str!("templates/chart.svg");
const BAR: &str = "#9d2b22";
const SOURCE_BAR: &str = "#6f7f94";

/// Left edge, width and height of the bars of days.
const DAYS: (f32, f32, f32) = (60.0, 720.0, 330.0);
/// Left edge and width of the sources, and the height of one.
const SOURCES: (f32, f32, f32) = (836.0, 304.0, 58.0);
/// Size of the name of a source.
const NAME: f32 = 20.0;
/// Days with a number of their own on every bar; of more only the highest and the last have one.
const FEW: usize = 16;

impl Chart {
    /// Draws the chart as PNG; `None` where a letter has no glyph.
    #[must_use]
    pub fn png(&self) -> Option<Vec<u8>> {
        png(&self.svg()?)
    }

    /// The chart as SVG.
    pub(super) fn svg(&self) -> Option<String> {
        let names = self.sources.iter().map(|(name, _)| name).chain([&self.title, &self.facts]);
        if !names.clone().all(|words| super::can_draw(words)) {
            return None;
        }
        let title = flowing(&[Run { words: self.title.clone(), look: TITLE }], 1_080.0, 40.0)?;
        let facts = flowing(&[Run { words: self.facts.clone(), look: GREY }], 1_080.0, 24.0)?;
        let below = 44.0 + title.height() + facts.height();
        let head = title.svg((60.0, 40.0), 1_080.0) + &facts.svg((60.0, 44.0 + title.height()), 1_080.0);
        let base = below + 50.0 + DAYS.2;
        let rows = self.sources.len() as f32 * SOURCES.2 + below + 40.0;
        Some(filled(
            TEMPLATE,
            &[
                ("height", (base + 64.0).max(rows + 16.0).round().to_string()),
                ("base", base.to_string()),
                ("head", head),
                ("days", self.days(base)),
                ("sources", self.sources(below + 40.0)?),
            ],
        ))
    }

    fn days(&self, base: f32) -> String {
        let (left, width, height) = DAYS;
        let count = self.days.len().max(1);
        let (step, most) = (width / count as f32, most(&self.days));
        let labelled = count.div_ceil(6).max(1);
        let mut out = String::new();
        for (at, (day, number)) in self.days.iter().enumerate() {
            let x = left + step * at as f32;
            let tall = height * *number as f32 / most;
            out += &bar((x + step * 0.12, base - tall), (step * 0.76, tall), BAR);
            let middle = (x + step / 2.0, base + 32.0);
            let from_end = self.days.len() - 1 - at;
            if from_end.is_multiple_of(labelled) {
                out += &line(day, middle, (19.0, Family::Latin), GREY, (Anchor::Middle, false));
            }
            let is_named = *number > 0 && (count <= FEW || *number as f32 >= most || from_end == 0);
            if is_named {
                out += &line(
                    &number.to_string(),
                    (middle.0, base - tall - 8.0),
                    (20.0, Family::Latin),
                    INK,
                    (Anchor::Middle, false),
                );
            }
        }
        out
    }

    fn sources(&self, top: f32) -> Option<String> {
        let (left, width, height) = SOURCES;
        let most = most(&self.sources);
        let mut out = String::new();
        for (at, (name, number)) in self.sources.iter().enumerate() {
            let y = top + height * at as f32;
            out += &line(
                &short(name, width)?,
                (left, y + 18.0),
                (NAME, Family::of(name)),
                INK,
                (Anchor::Start, is_rtl(name)),
            );
            let long = (width - 60.0) * *number as f32 / most;
            out += &bar((left, y + 28.0), (long.max(2.0), 14.0), SOURCE_BAR);
            let beside = (left + long.max(2.0) + 10.0, y + 42.0);
            out += &line(&number.to_string(), beside, (20.0, Family::Latin), INK, (Anchor::Start, false));
        }
        Some(out)
    }
}

fn most(numbers: &[(String, u32)]) -> f32 {
    numbers.iter().map(|(_, number)| *number).max().unwrap_or(1).max(1) as f32
}

fn bar((x, y): (f32, f32), (width, height): (f32, f32), color: &str) -> String {
    if height < 0.5 {
        return String::new();
    }
    format!("<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"{color}\"/>")
}

/// The longest beginning of a name that is at most `room` pixels wide, with an ellipsis where it is not the whole.
fn short(name: &str, room: f32) -> Option<String> {
    let letters: Vec<char> = name.chars().collect();
    let cut = |count: &usize| {
        let begun: String = letters.iter().take(*count).collect();
        if *count == letters.len() { begun } else { format!("{}…", begun.trim_end()) }
    };
    let cuts: Vec<String> = (1..=letters.len()).rev().map(|count| cut(&count)).collect();
    let measured: Vec<_> = cuts.iter().map(|words| (words.as_str(), INK, Family::of(words))).collect();
    let fits = widths(&measured)?.into_iter().position(|width| width * NAME / MEASURED_AT <= room);
    Some(fits.and_then(|at| cuts.get(at).cloned()).unwrap_or_default())
}

#[cfg(test)]
#[cfg(feature = "pictures")]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_cut_where_its_room_ends() {
        let room = SOURCES.1;
        for (name, is_cut) in [
            ("Harbour Herald", false),
            ("illimitable filial Lillith Ill", false),
            ("WWWWWWWWWWWWWWWWWWWWWWWWWWWW", true),
            ("Российская газета «Мировая Мозаика»", true),
            ("国际在线新闻网国际在线新闻网国际在线新闻网", true),
            ("صحيفة الميناء اليومية لأخبار البحر والموانئ والسفن والتجارة الدولية", true),
        ] {
            let cut = short(name, room).unwrap();
            let width =
                |words: &str| widths(&[(words, INK, Family::of(words))]).unwrap()[0] * NAME / MEASURED_AT;
            assert!(width(&cut) <= room, "{cut} {}", width(&cut));
            assert_eq!(cut != name, is_cut, "{cut}");
            // no letter more would do
            let more: String = name.chars().take(cut.chars().count()).collect();
            assert!(!is_cut || width(&format!("{more}…")) > room, "{cut}");
        }
    }
}
