//! Styled paragraphs as a message in a chat, or as the first page of a document.

use super::draw::png;
use super::flow::flowing;
use super::look::{Family, Look, Run};
use super::svg::{Anchor, line};

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paragraph {
    /// Its words.
    pub runs: Vec<Run>,
    /// Height of its letters, in pixels.
    pub size: f32,
    /// Room above it, in pixels.
    pub before: f32,
    /// How far it is set in, in pixels.
    pub indent: f32,
    /// Whether a bar stands beside it, as beside a quotation.
    pub is_barred: bool,
    /// Whether it is nothing without the next: a heading.
    pub is_heading: bool,
}

/// Width of a message and of the page around it.
const BUBBLE: f32 = 720.0;
const AROUND: f32 = 24.0;
const INSIDE: f32 = 22.0;
/// Height of a row of buttons.
const ROW: f32 = 54.0;
/// A page in the proportions of A4, and its margin.
const SHEET: (f32, f32) = (1_240.0, 1_754.0);
const MARGIN: f32 = 110.0;

const BUTTON: Look = Look { is_bold: false, is_slanted: false, color: "#ffffff" };

/// Draws a message with its rows of buttons as PNG; `None` in a program without pictures.
#[must_use]
pub fn bubble(paragraphs: &[Paragraph], buttons: &[Vec<String>]) -> Option<Vec<u8>> {
    let (words, bottom) =
        flow(paragraphs, (AROUND + INSIDE, AROUND + INSIDE), BUBBLE - 2.0 * INSIDE, f32::MAX)?;
    let bottom = bottom + INSIDE * 0.7;
    let (width, tall) = (BUBBLE + 2.0 * AROUND, bottom - AROUND);
    let height = bottom + buttons.len() as f32 * ROW + AROUND;
    let rows: String =
        buttons.iter().enumerate().map(|(at, row)| drawn(row, bottom + 6.0 + at as f32 * ROW)).collect();
    png(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height:.0}\">\
         <rect width=\"100%\" height=\"100%\" fill=\"#8fa7b8\"/>\
         <rect x=\"{AROUND}\" y=\"{AROUND}\" width=\"{BUBBLE}\" height=\"{tall:.1}\" rx=\"16\" fill=\"#ffffff\"/>\
         {words}{rows}</svg>"
    ))
}

/// Draws the first page of what these paragraphs fill as PNG; `None` in a program without pictures.
#[must_use]
pub fn sheet(paragraphs: &[Paragraph]) -> Option<Vec<u8>> {
    let (width, height) = SHEET;
    let (words, _) = flow(paragraphs, (MARGIN, MARGIN), width - 2.0 * MARGIN, height - MARGIN)?;
    png(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"868\" height=\"1228\" viewBox=\"0 0 {width} {height}\">\
         <rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>{words}\
         <rect x=\"1\" y=\"1\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"#c9c9c9\" stroke-width=\"2\"/></svg>",
        width - 2.0,
        height - 2.0
    ))
}

/// Paragraphs below one another, as far as they fit above `end`, without a heading at the end; and where they end.
fn flow(paragraphs: &[Paragraph], (x, top): (f32, f32), width: f32, end: f32) -> Option<(String, f32)> {
    let (mut y, mut out, mut headings, mut was_barred) = (top, String::new(), String::new(), false);
    for paragraph in paragraphs {
        let lines = flowing(&paragraph.runs, width - paragraph.indent, paragraph.size)?;
        let begin = y + if y > top { paragraph.before } else { 0.0 };
        if begin + lines.height() > end {
            break;
        }
        headings += &lines.svg((x + paragraph.indent, begin), width - paragraph.indent);
        if !paragraph.is_heading {
            out += &std::mem::take(&mut headings);
        }
        let end = begin + lines.height();
        if paragraph.is_barred {
            let from = if was_barred { y } else { begin };
            out += &format!(
                "<rect x=\"{x:.1}\" y=\"{from:.1}\" width=\"4\" height=\"{:.1}\" fill=\"#3f7fb5\"/>",
                end + paragraph.size * 0.2 - from
            );
        }
        (y, was_barred) = (end, paragraph.is_barred);
    }
    Some((out, y))
}

/// A row of buttons of one width.
fn drawn(row: &[String], y: f32) -> String {
    let each = (BUBBLE - 6.0 * (row.len().max(1) - 1) as f32) / row.len().max(1) as f32;
    let button = |(at, label): (usize, &String)| {
        let x = AROUND + at as f32 * (each + 6.0);
        let words = line(
            label,
            (x + each / 2.0, y + 30.0),
            (20.0, Family::of(label)),
            BUTTON,
            (Anchor::Middle, false),
        );
        format!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{each:.1}\" height=\"46\" rx=\"10\" fill=\"#6d8799\"/>{words}"
        )
    };
    row.iter().enumerate().map(button).collect()
}
