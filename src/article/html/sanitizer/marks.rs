//! Marks in text of which very many cost more than their length.

/// The most marks in one run of text that are escaped when it is written out.
const ESCAPED: usize = 1_024;
/// The most `<` of a page that open no tag: for each the parser keeps an error and takes up a piece of text.
const STRAYS: usize = 4_096;

/// Counts of such marks so far.
#[derive(Default)]
pub(super) struct Marks {
    /// Those that are escaped since text was last parted.
    escaped: usize,
    strays: usize,
}

impl Marks {
    /// Where `text` is to be parted, which has too many marks that are escaped: `&`, and those whose UTF-8 begins like the
    /// no-break space.
    pub(super) fn cuts(&mut self, text: &[u8]) -> Vec<usize> {
        let escaped = text.iter().enumerate().filter(|(_, byte)| matches!(byte, b'&' | 0xc2));
        let cut = |(at, _): (usize, &u8)| {
            self.escaped += 1;
            let full = self.escaped > ESCAPED;
            if full {
                self.escaped = 0;
            }
            full.then_some(at)
        };
        escaped.filter_map(cut).collect()
    }

    /// Counts a `<` that opens no tag; true where the page has too many.
    pub(super) fn is_stray_too_many(&mut self) -> bool {
        self.strays += 1;
        self.strays > STRAYS
    }
}
