//! A message as it looks in a chat, and the first page of a document, as pictures.

use crate::picture::{self, Look, Paragraph, Run};
use crate::view::document::{Block, Document, Inline, Styled};
use crate::view::text::Piece;
use crate::view::{Message, Rich};

const INK: Look = Look { is_bold: false, is_slanted: false, color: "#16191d" };
const BOLD: Look = Look { is_bold: true, ..INK };
const SLANTED: Look = Look { is_slanted: true, ..INK };
const LINK: Look = Look { color: "#1f6fb2", ..INK };
const MARKED: Look = Look { color: "#9d2b22", is_bold: true, is_slanted: false };

/// Height of the letters of a message, in pixels.
const MESSAGE: f32 = 22.0;

/// Draws a message with its buttons as PNG; `None` in a program without pictures.
#[must_use]
pub fn picture_of(message: &Message) -> Option<Vec<u8>> {
    let rows: Vec<Vec<String>> =
        message.keyboard.iter().map(|row| row.iter().map(|button| button.label.clone()).collect()).collect();
    picture::bubble(&paragraphs(&message.text), &rows)
}

fn paragraphs(text: &Rich) -> Vec<Paragraph> {
    let mut all = vec![line(false)];
    for piece in text.pieces() {
        match piece {
            Piece::Quotation { inside, .. } => {
                all.push(line(true));
                inside.iter().for_each(|run| add(&mut all, run, true));
                all.push(line(false));
            }
            run => add(&mut all, run, false),
        }
    }
    // an empty line is room above the next, and a break around a quotation is none
    let (mut kept, mut room): (Vec<Paragraph>, f32) = (Vec::new(), 0.0);
    for paragraph in all {
        if paragraph.runs.iter().all(|run| run.words.trim().is_empty()) {
            room = if paragraph.runs.is_empty() { room } else { MESSAGE * 0.6 };
        } else {
            kept.push(Paragraph { before: paragraph.before.max(room), ..paragraph });
            room = 0.0;
        }
    }
    kept
}

fn line(is_barred: bool) -> Paragraph {
    let (before, indent) = if is_barred { (4.0, 18.0) } else { (0.0, 0.0) };
    Paragraph { size: MESSAGE, before, indent, is_barred, ..Paragraph::default() }
}

fn add(all: &mut Vec<Paragraph>, piece: &Piece, is_barred: bool) {
    let look = match piece {
        Piece::Bold(_) => BOLD,
        Piece::Italic(_) => SLANTED,
        Piece::Link { .. } | Piece::Code(_) => LINK,
        Piece::Plain(_) | Piece::Quotation { .. } => INK,
    };
    for (at, words) in piece.words().split('\n').enumerate() {
        if at > 0 {
            let empty = all.last_mut().filter(|last| last.runs.is_empty());
            if let Some(empty) = empty {
                empty.runs.push(Run { words: " ".into(), look });
            }
            all.push(line(is_barred));
        }
        if let Some(last) = all.last_mut().filter(|_| !words.is_empty()) {
            last.runs.push(Run { words: words.to_owned(), look });
        }
    }
}

/// Draws the first page of a document as PNG; `None` in a program without pictures.
#[must_use]
pub fn first_page(document: &Document) -> Option<Vec<u8>> {
    let title = Paragraph {
        runs: vec![Run { words: document.title.clone(), look: BOLD }],
        size: 40.0,
        ..Paragraph::default()
    };
    let all: Vec<Paragraph> = std::iter::once(title).chain(document.blocks.iter().flat_map(block)).collect();
    picture::sheet(&all)
}

fn block(block: &Block) -> Vec<Paragraph> {
    match block {
        Block::Heading { level, text, .. } => {
            let size = if *level == 2 { 31.0 } else { 25.0 };
            let runs = runs(text).into_iter().map(|run| Run { look: BOLD, ..run }).collect();
            vec![Paragraph { runs, size, before: size, is_heading: true, ..Paragraph::default() }]
        }
        Block::Paragraph(text) => vec![set(text, (21.0, 10.0), 0.0)],
        Block::Small(text) => vec![set(text, (17.0, 6.0), 0.0)],
        Block::Quote { words, by } => words
            .iter()
            .map(|words| (words, 21.0))
            .chain([(by, 17.0)])
            .map(|(words, size)| Paragraph { is_barred: true, ..set(words, (size, 6.0), 24.0) })
            .collect(),
        Block::List(items) => items.iter().map(|item| numbered("•", item)).collect(),
        Block::Sources(items) => {
            (1..).zip(items).map(|(number, item): (usize, _)| numbered(&format!("{number}."), item)).collect()
        }
    }
}

fn set(text: &Inline, (size, before): (f32, f32), indent: f32) -> Paragraph {
    Paragraph { runs: runs(text), size, before, indent, ..Paragraph::default() }
}

fn numbered(mark: &str, item: &Inline) -> Paragraph {
    let mut paragraph = set(item, (21.0, 6.0), 0.0);
    paragraph.runs.insert(0, Run { words: format!("{mark} "), look: INK });
    paragraph
}

fn runs(inline: &Inline) -> Vec<Run> {
    inline
        .styled()
        .map(|(words, style)| {
            let look = match style {
                Styled::Plain => INK,
                Styled::Strong => BOLD,
                Styled::Emphasis => SLANTED,
                Styled::Marked => MARKED,
                Styled::Link => LINK,
            };
            Run { words, look }
        })
        .collect()
}
