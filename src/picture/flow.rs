//! Words in lines: wrapped at spaces, between the letters of scripts without spaces, and inside a word only where it
//! fills more than a line.

use super::draw::{MEASURED_AT, widths};
use super::look::{Family, Look, Run, is_rtl, is_wide};
use super::svg::{Anchor, line};

/// Lines of a paragraph, at the size they were fitted to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Lines {
    /// Height of the letters, in pixels.
    pub(super) size: f32,
    /// Whether they run from the right.
    pub(super) is_rtl: bool,
    rows: Vec<Vec<Segment>>,
}

/// Words of one look on one line.
#[derive(Debug, Clone, PartialEq)]
struct Segment {
    words: String,
    look: Look,
    family: Family,
    width: f32,
}

/// What is never parted, and its width at [`MEASURED_AT`].
#[derive(Debug, Clone)]
struct Unit {
    words: String,
    look: Look,
    family: Family,
    width: f32,
    /// What stands before it.
    before: Before,
}

/// What stands before a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing; a line may end here.
    Nothing,
    /// Nothing, and no line ends here.
    Glue,
    Space,
    Break,
}

/// Height of a line, of the size of its letters.
pub(super) const LEADING: f32 = 1.34;

/// The lines of words in a room, at the largest of these sizes with which they fit; `None` when none does.
pub(super) fn fitted(runs: &[Run], (width, height): (f32, f32), sizes: &[f32]) -> Option<Lines> {
    let units = measured(runs)?;
    sizes.iter().find_map(|&size| {
        let lines = wrapped(&units, width, size);
        (lines.len() as f32 * size * LEADING <= height + 1.0).then(|| drawn(runs, lines, size))
    })
}

/// The lines of words of a width and a size, however many.
pub(super) fn flowing(runs: &[Run], width: f32, size: f32) -> Option<Lines> {
    Some(drawn(runs, wrapped(&measured(runs)?, width, size), size))
}

fn drawn(runs: &[Run], lines: Vec<Vec<Unit>>, size: f32) -> Lines {
    let scale = size / MEASURED_AT;
    let segments = |line: Vec<Unit>| {
        let mut segments: Vec<Segment> = Vec::new();
        for (at, unit) in line.into_iter().enumerate() {
            let gap = if at > 0 && unit.before == Before::Space { " " } else { "" };
            let width = (unit.width + gap.len() as f32 * SPACE) * scale;
            match segments.last_mut().filter(|last| (last.look, last.family) == (unit.look, unit.family)) {
                Some(last) => {
                    last.words.push_str(gap);
                    last.words.push_str(&unit.words);
                    last.width += width;
                }
                None => segments.push(Segment {
                    words: format!("{gap}{}", unit.words),
                    look: unit.look,
                    family: unit.family,
                    width,
                }),
            }
        }
        segments
    };
    let all: String = runs.iter().map(|run| run.words.as_str()).collect();
    Lines { size, is_rtl: is_rtl(&all), rows: lines.into_iter().map(segments).collect() }
}

impl Lines {
    /// Height of all lines, in pixels.
    pub(super) fn height(&self) -> f32 {
        self.rows.len() as f32 * self.size * LEADING
    }

    /// Width of the widest line, in pixels.
    pub(super) fn width(&self) -> f32 {
        self.rows.iter().map(|line| line.iter().map(|segment| segment.width).sum()).fold(0.0, f32::max)
    }

    /// The lines as SVG, in a box that begins at this place and is this wide.
    pub(super) fn svg(&self, (x, y): (f32, f32), width: f32) -> String {
        let mut out = String::new();
        for (at, segments) in self.rows.iter().enumerate() {
            let base = y + self.size * (at as f32 * LEADING + 1.0);
            let mut place = if self.is_rtl { x + width } else { x };
            for segment in segments {
                let anchor = if self.is_rtl { Anchor::End } else { Anchor::Start };
                let font = (self.size, segment.family);
                out += &line(&segment.words, (place, base), font, segment.look, (anchor, self.is_rtl));
                place += if self.is_rtl { -segment.width } else { segment.width };
            }
        }
        out
    }
}

/// Width of a space at [`MEASURED_AT`], in the fonts shipped.
const SPACE: f32 = 26.0;

fn wrapped(units: &[Unit], width: f32, size: f32) -> Vec<Vec<Unit>> {
    let room = width * MEASURED_AT / size;
    let (mut lines, mut line, mut used): (Vec<Vec<Unit>>, Vec<Unit>, f32) = (Vec::new(), Vec::new(), 0.0);
    for (at, unit) in units.iter().enumerate() {
        let gap = if unit.before == Before::Space && !line.is_empty() { SPACE } else { 0.0 };
        let stays =
            units.get(at + 1..).unwrap_or_default().iter().take_while(|next| next.before == Before::Glue);
        let long = unit.width + stays.map(|next| next.width).sum::<f32>();
        // what is wider than a line is parted where it must be
        let whole = if long > room { unit.width } else { long };
        let may_part = unit.before != Before::Glue || long > room;
        let is_over = used + gap + whole > room && !line.is_empty() && may_part;
        if unit.before == Before::Break || is_over {
            lines.push(std::mem::take(&mut line));
            used = 0.0;
        }
        used += unit.width + if line.is_empty() { 0.0 } else { gap };
        line.push(unit.clone());
    }
    lines.push(line);
    lines
}

/// Words in units with their widths.
fn measured(runs: &[Run]) -> Option<Vec<Unit>> {
    let mut units: Vec<Unit> = Vec::new();
    let mut before = Before::Nothing;
    for run in runs {
        before = add(&mut units, run, before);
    }
    if let Some(first) = units.first_mut() {
        first.before = Before::Nothing;
    }
    let all: String = runs.iter().map(|run| run.words.as_str()).collect();
    let family = Family::of(&all);
    for unit in &mut units {
        unit.family = family.of_word(&unit.words, &all);
    }
    let asked: Vec<_> = units.iter().map(|unit| (unit.words.as_str(), unit.look, unit.family)).collect();
    let widths = widths(&asked)?;
    for (unit, width) in units.iter_mut().zip(widths) {
        unit.width = width;
    }
    Some(units)
}

/// Adds the units of a run; returns what stands at its end.
fn add(units: &mut Vec<Unit>, run: &Run, mut before: Before) -> Before {
    // a run goes on where the one before it ended, in another look
    let mut is_open = false;
    if before == Before::Nothing {
        before = Before::Glue;
    }
    for letter in run.words.chars() {
        match letter {
            '\n' => (before, is_open) = (Before::Break, false),
            letter if letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{202f}') => {
                before = if before == Before::Break { before } else { Before::Space };
                is_open = false;
            }
            letter if letter.is_control() => {}
            letter => {
                let last = units.last().and_then(|unit| unit.words.chars().next_back());
                let parts = last.is_some_and(is_wide) || is_wide(letter);
                if parts && matches!(before, Before::Glue | Before::Nothing) {
                    let is_bound = closes(letter) || last.is_some_and(opens);
                    (before, is_open) = (if is_bound { Before::Glue } else { Before::Nothing }, false);
                }
                let long = units.last().is_some_and(|unit| unit.words.chars().count() >= LONGEST_UNIT);
                match units.last_mut().filter(|_| is_open && !long) {
                    Some(unit) => unit.words.push(letter),
                    None => units.push(Unit {
                        words: letter.into(),
                        look: run.look,
                        family: Family::Latin,
                        width: 0.0,
                        before,
                    }),
                }
                (before, is_open) = (Before::Nothing, true);
            }
        }
    }
    before
}

/// Letters of a word that may be parted nowhere; beyond, an address or the like, it may be parted.
const LONGEST_UNIT: usize = 28;

/// Marks that never begin a line.
fn closes(letter: char) -> bool {
    matches!(
        letter,
        '。' | '，'
            | '、'
            | '！'
            | '？'
            | '：'
            | '；'
            | '」'
            | '』'
            | '”'
            | '’'
            | '）'
            | '》'
            | '…'
            | '.'
            | ','
            | ')'
            | '»'
            | 'ー'
    )
}

/// Marks that never end a line.
fn opens(letter: char) -> bool {
    matches!(letter, '“' | '‘' | '（' | '「' | '『' | '《' | '(' | '«')
}
