//! Styled text for a terminal: wrapped lines, with colours or without.

use unicode_width::UnicodeWidthChar;

use super::quiet::unmarked;
use super::rich::{Piece, Rich};
use crate::text::told_controls;

/// What the terminal can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// Whether ANSI styles are understood.
    pub ansi: bool,
    /// Columns to wrap at; 0 for no wrapping.
    pub width: usize,
}

impl Default for Screen {
    fn default() -> Self {
        Self { ansi: false, width: 80 }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Style<'a> {
    code: &'static str,
    url: Option<&'a str>,
    quoted: bool,
}

#[derive(Clone, Copy)]
struct Cell<'a> {
    c: char,
    style: Style<'a>,
}

/// What stands before each line of a quotation block.
const BAR: &str = "│ ";

impl Rich {
    /// Draws the text for a terminal, lines parted by `\n`, none at the end.
    #[must_use]
    pub fn to_terminal(&self, screen: Screen) -> String {
        let cells = cells(self, screen.ansi);
        let mut lines = Vec::new();
        for line in cells.split(|cell| cell.c == '\n') {
            let quoted = line.first().is_some_and(|cell| cell.style.quoted);
            let width = screen.width.saturating_sub(if quoted { 2 } else { 0 });
            for row in wrapped(line, if screen.width == 0 { usize::MAX } else { width.max(8) }) {
                lines.push(drawn(row, quoted, screen.ansi));
            }
        }
        lines.join("\n")
    }
}

fn cells(rich: &Rich, ansi: bool) -> Vec<Cell<'_>> {
    let mut cells = Vec::new();
    for piece in rich.pieces() {
        match piece {
            Piece::Quotation { inside, .. } => inside.iter().for_each(|run| lay(run, true, ansi, &mut cells)),
            run => lay(run, false, ansi, &mut cells),
        }
    }
    cells
}

fn lay<'a>(run: &'a Piece, quoted: bool, ansi: bool, cells: &mut Vec<Cell<'a>>) {
    let (code, url) = match run {
        Piece::Bold(_) => ("1", None),
        Piece::Italic(_) => ("3", None),
        Piece::Code(_) => ("36", None),
        Piece::Link { url, .. } => ("4", Some(url.as_str())),
        Piece::Plain(_) | Piece::Quotation { .. } => ("", None),
    };
    let style = Style { code, url, quoted };
    let words = unmarked(run.words());
    cells.extend(words.chars().map(|c| Cell { c, style }));
    if let (Some(url), false) = (url, ansi) {
        let address = url.split(":~:").next().unwrap_or(url).trim_end_matches('#');
        if words == address {
            return;
        }
        let plain = Style { quoted, ..Style::default() };
        let address = address.chars().filter(|c| !c.is_control());
        cells.extend(" (".chars().chain(address).chain(")".chars()).map(|c| Cell { c, style: plain }));
    }
}

/// Cuts a line into rows of at most `width` columns, at spaces where there are any.
fn wrapped<'c, 'a>(line: &'c [Cell<'a>], width: usize) -> Vec<&'c [Cell<'a>]> {
    let mut rows = Vec::new();
    let (mut start, mut columns, mut space) = (0, 0, None);
    for (at, cell) in line.iter().enumerate() {
        let wide = cell.c.width().unwrap_or(0);
        if columns + wide > width && at > start && cell.c != ' ' {
            let (end, next) = space.map_or((at, at), |space| (space, space + 1));
            // an address longer than a row stays whole, so that it can be copied
            if space.is_some() || !is_address(line, start) {
                rows.push(line.get(start..end).unwrap_or_default());
                start = next;
                columns = line
                    .get(start..at)
                    .unwrap_or_default()
                    .iter()
                    .map(|cell| cell.c.width().unwrap_or(0))
                    .sum();
                space = None;
            }
        }
        columns += wide;
        if cell.c == ' ' && at > start {
            space = Some(at);
        }
    }
    rows.push(line.get(start..).unwrap_or_default());
    rows
}

fn is_address(line: &[Cell<'_>], start: usize) -> bool {
    let head: String = line.get(start..).unwrap_or_default().iter().take(9).map(|cell| cell.c).collect();
    head.trim_start_matches('(').starts_with("http")
}

fn drawn(row: &[Cell<'_>], quoted: bool, ansi: bool) -> String {
    let mut text = String::from(if quoted { BAR } else { "" });
    let mut current = Style::default();
    for cell in row {
        if ansi && (cell.style.code, cell.style.url) != (current.code, current.url) {
            close(current, &mut text);
            open(cell.style, &mut text);
            current = cell.style;
        }
        text.push(cell.c);
    }
    if ansi {
        close(current, &mut text);
    }
    text.trim_end_matches(' ').to_owned()
}

fn open(style: Style<'_>, text: &mut String) {
    if let Some(url) = style.url {
        text.extend(["\u{1b}]8;;", &told_controls(url), "\u{1b}\\"]);
    }
    if !style.code.is_empty() {
        text.extend(["\u{1b}[", style.code, "m"]);
    }
}

fn close(style: Style<'_>, text: &mut String) {
    if !style.code.is_empty() {
        text.push_str("\u{1b}[0m");
    }
    if style.url.is_some() {
        text.push_str("\u{1b}]8;;\u{1b}\\");
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sample() -> Rich {
        Rich::new()
            .bold("Ministers meet in Ostrava over the river treaty")
            .plain("\n")
            .quotation("“We will sign when the water is clean, and not a day sooner,” and more".into(), true)
            .plain("\nRead at ")
            .link("example.org", "https://example.org/a#:~:text=We%20will")
    }

    #[test]
    fn plain_lines_wrap_and_show_addresses() {
        insta::assert_snapshot!(sample().to_terminal(Screen { ansi: false, width: 30 }), @r"
        Ministers meet in Ostrava over
        the river treaty
        │ “We will sign when the water
        │ is clean, and not a day
        │ sooner,” and more
        Read at example.org
        (https://example.org/a)
        ");
    }

    #[test]
    fn ansi_styles_open_and_close_on_every_row() {
        let text = sample().to_terminal(Screen { ansi: true, width: 30 });
        insta::assert_snapshot!(text.replace('\u{1b}', "␛"), @r"
        ␛[1mMinisters meet in Ostrava over␛[0m
        ␛[1mthe river treaty␛[0m
        │ “We will sign when the water
        │ is clean, and not a day
        │ sooner,” and more
        Read at ␛]8;;https://example.org/a#:~:text=We%20will␛\␛[4mexample.org␛[0m␛]8;;␛\
        ");
    }

    proptest! {
        #[test]
        fn no_row_of_short_words_is_too_wide(words in proptest::collection::vec("\\PC{1,6}", 1..40), width in 20usize..60) {
            let rich = Rich::new().plain(words.join(" "));
            for row in rich.to_terminal(Screen { ansi: false, width }).lines() {
                let wide: usize = row.trim_end().chars().map(|c| c.width().unwrap_or(0)).sum();
                prop_assert!(wide <= width, "{row:?}");
            }
        }

        #[test]
        fn no_escape_from_outside_gets_through(text in any::<String>()) {
            let drawn = Rich::new().plain(text).to_terminal(Screen::default());
            prop_assert!(!drawn.chars().any(|c| c.is_control() && c != '\n'));
        }

        #[test]
        fn nor_does_one_in_an_address(url in any::<String>(), ansi in any::<bool>()) {
            let drawn = Rich::new().link("x", &format!("https://e.example/{url}")).to_terminal(Screen { ansi, width: 0 });
            let own = ["\u{1b}]8;;", "\u{1b}\\", "\u{1b}[4m", "\u{1b}[0m"];
            let drawn = own.iter().fold(drawn, |drawn, own| drawn.replace(own, ""));
            prop_assert!(!drawn.chars().any(|c| c.is_control() && c != '\n'), "{drawn:?}");
        }
    }
}
