//! Text cut to the room there is for it, as it is sent: with the marks that keep foreign words quiet, and its styles.

use super::rich::{Piece, Rich};

/// First strong isolate, and what ends it.
const ISOLATE: (char, char) = ('\u{2068}', '\u{2069}');

impl Rich {
    /// The same in at most `most` UTF-16 units, with “…” when something was cut.
    #[must_use]
    pub fn within(self, most: usize) -> Self {
        if self.utf16_len() <= most {
            return self;
        }
        // for “…”, and for the end of an isolate
        let mut room = most.saturating_sub(2);
        let mut kept = Vec::new();
        for piece in self.pieces {
            let (piece, is_whole) = cut(piece, &mut room);
            kept.extend(piece);
            if !is_whole {
                break;
            }
        }
        Self { pieces: kept }.with("…", Piece::Plain)
    }
}

/// What of a piece fits into the room, and whether that is all of it.
fn cut(piece: Piece, room: &mut usize) -> (Option<Piece>, bool) {
    let mut words = |text: &str| head(text, room);
    match piece {
        Piece::Plain(text) => styled(&words(&text), Piece::Plain, &text),
        Piece::Bold(text) => styled(&words(&text), Piece::Bold, &text),
        Piece::Italic(text) => styled(&words(&text), Piece::Italic, &text),
        Piece::Code(text) => styled(&words(&text), Piece::Code, &text),
        Piece::Link { text, url } => styled(&words(&text), |text| Piece::Link { text, url }, &text),
        Piece::Quotation { expandable, inside } => {
            let (mut runs, mut is_whole) = (Vec::new(), true);
            for run in inside {
                let (run, all) = cut(run, room);
                runs.extend(run);
                is_whole = all;
                if !all {
                    break;
                }
            }
            ((!runs.is_empty()).then_some(Piece::Quotation { expandable, inside: runs }), is_whole)
        }
    }
}

fn styled(head: &str, style: impl FnOnce(String) -> Piece, whole: &str) -> (Option<Piece>, bool) {
    let is_whole = head.len() == whole.len();
    let open = head.matches(ISOLATE.0).count() > head.matches(ISOLATE.1).count();
    let mut head = head.to_owned();
    head.extend(open.then_some(ISOLATE.1));
    ((!head.is_empty()).then(|| style(head)), is_whole)
}

/// The first characters of a text that fit, which take up room.
fn head(text: &str, room: &mut usize) -> String {
    let fits = |c: &char| {
        let left = room.checked_sub(c.len_utf16());
        *room = left.unwrap_or_default();
        left.is_some()
    };
    text.chars().take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rich(parts: &[(u8, String)]) -> Rich {
        parts.iter().fold(Rich::new(), |all, (style, words)| match style % 5 {
            0 => all.plain(words),
            1 => all.bold(words),
            2 => all.link(words, "https://x.example/"),
            3 => all.quotation(Rich::new().plain(words).italic(words), false),
            _ => all.code(words),
        })
    }

    proptest! {
        #[test]
        fn what_is_cut_fits_and_is_the_beginning(
            parts in prop::collection::vec((any::<u8>(), "[a-z.@א😀/]{0,30}"), 0..8),
            most in 3usize..80,
        ) {
            let whole = rich(&parts);
            let cut = whole.clone().within(most);
            prop_assert!(cut.utf16_len() <= most.max(1), "{} of {most}", cut.utf16_len());
            let (text, all) = (cut.text(), whole.text());
            match text.strip_suffix('…') {
                Some(head) if cut != whole => prop_assert!(all.starts_with(head), "{text} of {all}"),
                _ => prop_assert_eq!(text, all),
            }
        }
    }

    #[test]
    fn styles_are_kept_and_nothing_turns_what_follows() {
        let text = Rich::new().bold("Title").plain("\nשלום שלום").link("there", "https://x.example/");
        assert_eq!(text.clone().within(12).to_html(), "<b>Title</b>\n\u{2068}שלו\u{2069}…");
        assert_eq!(text.clone().within(100), text);
    }
}
