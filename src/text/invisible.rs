//! Characters that nobody sees: where a word may be broken, where it may not, which way it is read.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

use super::{Span, Steps};

/// Opens a run whose letters stand from left to right, whatever they are.
const LEFT_TO_RIGHT: char = '\u{202d}';
/// Opens a run whose letters stand from right to left, whatever they are.
const RIGHT_TO_LEFT: char = '\u{202e}';
/// A flag, which tags behind it make that of a region.
const FLAG: char = '\u{1f3f4}';
/// The deepest nesting of such runs that counts (Unicode Annex 9, BD2).
const DEEPEST: usize = 125;

/// The text without characters that are never seen, its letters in the order in which a reader sees them. Joiners stay
/// where they shape what is written: between letters other than Latin, Greek and Cyrillic, and in emoji.
#[must_use]
pub fn without_invisible(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(is_invisible) {
        return Cow::Borrowed(text);
    }
    if text.contains([LEFT_TO_RIGHT, RIGHT_TO_LEFT]) {
        return Cow::Owned(dropped(&in_visible_order(text, &Steps::default())));
    }
    Cow::Owned(dropped(text))
}

fn dropped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut flag_ends = 0;
    for (at, c) in text.char_indices() {
        let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
        if c == FLAG {
            flag_ends = at + c.len_utf8() + region(rest);
        }
        let shapes = || {
            let is_plain = |c: Option<char>| c.is_none_or(|c| c < '\u{590}' || is_invisible(c));
            is_joiner(c) && !(is_plain(out.chars().next_back()) && is_plain(rest.chars().next()))
        };
        if at < flag_ends || !is_invisible(c) || shapes() {
            out.push(c);
        }
    }
    out
}

/// How long the tags are that make a flag that of a region, as of Scotland: letters and digits of its code, and their end
/// (Unicode Technical Standard 51, ED-14a); 0 without.
fn region(rest: &str) -> usize {
    const LONGEST: usize = 6;
    const END: char = '\u{e007f}';
    let is_tag = |c: &char| matches!(c, '\u{e0030}'..='\u{e0039}' | '\u{e0061}'..='\u{e007a}');
    let code = rest.chars().take_while(is_tag).count();
    let is_whole = (3..=LONGEST).contains(&code) && rest.chars().nth(code) == Some(END);
    if is_whole { (code + 1) * END.len_utf8() } else { 0 }
}

/// Whether a letter is written from right to left: Hebrew, Arabic and their kin.
#[must_use]
pub fn is_right_to_left(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}

/// The text as it is seen where marks force the direction of its letters: those that they turn around stand turned.
fn in_visible_order(text: &str, steps: &Steps) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, line) in text.split('\n').enumerate() {
        out.push_str(if at > 0 { "\n" } else { "" });
        run_of(line, steps).write(line, &mut out, steps);
    }
    out
}

/// What a run is made of.
enum Piece {
    /// Letters of the line, with the marks on them.
    Letters(Span),
    /// A run within it.
    Run(Run),
}

/// A run within a line: what opened it, and its pieces in the order of the text.
struct Run {
    opener: char,
    pieces: Vec<Piece>,
    /// Its letters and those of the runs within it.
    letters: usize,
    /// Those of them that are written from right to left.
    from_right: usize,
}

impl Run {
    fn opened(opener: char) -> Self {
        Self { opener, pieces: Vec::new(), letters: 0, from_right: 0 }
    }

    /// Whether its opener turns around what is in it.
    fn is_turned(&self) -> bool {
        let against = match self.opener {
            RIGHT_TO_LEFT => self.letters - self.from_right,
            LEFT_TO_RIGHT => self.from_right,
            _ => return false,
        };
        2 * against > self.letters || self.letters == 0 && self.opener == RIGHT_TO_LEFT
    }

    fn push(&mut self, c: char, at: usize) {
        let end = at + c.len_utf8();
        match self.pieces.last_mut() {
            Some(Piece::Letters(letters)) => letters.end = end,
            _ => self.pieces.push(Piece::Letters(Span::new(at, end))),
        }
        if c.is_alphabetic() {
            self.letters += 1;
            self.from_right += usize::from(is_right_to_left(c));
        }
    }

    fn push_run(&mut self, run: Self) {
        self.letters += run.letters;
        self.from_right += run.from_right;
        self.pieces.push(Piece::Run(run));
    }

    /// Writes it as it is seen; a line holds no more than [`DEEPEST`] runs in one another.
    fn write(&self, line: &str, out: &mut String, steps: &Steps) {
        let turned = self.is_turned();
        for index in 0..self.pieces.len() {
            let index = if turned { self.pieces.len() - 1 - index } else { index };
            match self.pieces.get(index) {
                Some(Piece::Letters(letters)) => {
                    steps.take(letters.len());
                    if turned {
                        push_turned(letters.of(line), out);
                    } else {
                        out.push_str(letters.of(line));
                    }
                }
                Some(Piece::Run(run)) => run.write(line, out, steps),
                None => {}
            }
        }
    }
}

/// Writes the last letter first, each with the marks on it.
fn push_turned(letters: &str, out: &mut String) {
    let mut end = letters.len();
    for (at, _) in letters.char_indices().rev().filter(|(at, c)| *at == 0 || !is_combining_mark(*c)) {
        out.push_str(letters.get(at..end).unwrap_or_default());
        end = at;
    }
}

/// The line as a run, with the runs within it.
fn run_of(line: &str, steps: &Steps) -> Run {
    let (mut run, mut outer) = (Run::opened('\0'), Vec::new());
    for (at, c) in line.char_indices() {
        steps.take(1);
        match c {
            '\u{202a}'..='\u{202b}' | '\u{202d}'..='\u{202e}' | '\u{2066}'..='\u{2068}'
                if outer.len() + 1 < DEEPEST =>
            {
                outer.push(std::mem::replace(&mut run, Run::opened(c)));
            }
            '\u{202c}' | '\u{2069}' if !outer.is_empty() => run = ended(run, &mut outer),
            _ => run.push(c, at),
        }
    }
    while !outer.is_empty() {
        run = ended(run, &mut outer);
    }
    run
}

/// The run around one that ends, with that in it.
fn ended(run: Run, outer: &mut Vec<Run>) -> Run {
    let Some(mut around) = outer.pop() else { return run };
    around.push_run(run);
    around
}

/// Whether a character is never seen.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    )
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCOTLAND: &str = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} leads";

    #[test]
    fn what_nobody_sees_is_left_out() {
        for (text, due) in [
            ("Außen\u{ad}mi\u{ad}nis\u{ad}ter Reu\u{200b}th", "Außenminister Reuth"),
            ("\u{feff}Ли\u{2060}тке\u{200d}", "Литке"),
            ("Ana\u{200e} Porto\u{200c}", "Ana Porto"),
            ("Dale\u{e0041}\u{e007f} spoke\u{206a}", "Dale spoke"),
            ("plain", "plain"),
            // flags of regions stay, and nothing hides behind one
            (SCOTLAND, SCOTLAND),
            ("\u{1f3f4}\u{e0067}\u{e0062} won", "\u{1f3f4} won"),
            (
                "\u{1f3f4}\u{e0061}\u{e0062}\u{e0063}\u{e0064}\u{e0065}\u{e0066}\u{e0067}\u{e007f}",
                "\u{1f3f4}",
            ),
            // what shapes the letters of Persian and an emoji stays
            ("می\u{200c}رود", "می\u{200c}رود"),
            ("\u{1f468}\u{200d}\u{1f469}", "\u{1f468}\u{200d}\u{1f469}"),
        ] {
            assert_eq!(without_invisible(text), due, "{text}");
        }
    }

    #[test]
    fn letters_stand_as_they_are_seen() {
        for (text, due) in [
            ("We \u{202e}detiaw\u{202c} long", "We waited long"),
            ("\u{202e}!tiaw eW", "We wait!"),
            ("a \u{202e}dc\u{202a}xy\u{202c}ba\u{202c} b", "a abxycd b"),
            // their own direction anyway
            ("\u{202e}שלום\u{202c}", "שלום"),
            ("\u{202d}םולש\u{202c}", "שלום"),
            ("\u{202d}abc\u{202c}", "abc"),
            ("\u{2067}abc\u{2069} \u{202b}d\u{202c}", "abc d"),
        ] {
            assert_eq!(without_invisible(text), due, "{text:?}");
        }
        let deep = "\u{202e}ab".repeat(100_000);
        assert_eq!(without_invisible(&deep).len(), 200_000);
    }

    #[test]
    fn runs_in_one_another_take_no_more_than_twice_the_steps_of_runs_side_by_side() {
        let steps = |text: &str| {
            let steps = Steps::default();
            assert_eq!(in_visible_order(text, &steps).is_empty(), text.is_empty());
            steps.taken()
        };
        let (nested, apart) = ("\u{202e}ab ".repeat(4_000), "\u{202e}ab\u{202c} ".repeat(4_000));
        assert!(steps(&nested) <= 2 * steps(&apart), "{} steps, {} apart", steps(&nested), steps(&apart));
    }
}
