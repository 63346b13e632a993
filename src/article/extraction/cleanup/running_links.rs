//! Sentences that are mostly links: they are the article's own where they stand among its paragraphs.
//!
//! In: the runs of a page. Out: the same page, in which links of such sentences are plain words, so that no later step
//! takes them for a list of other pages.

use crate::article::extraction::boilerplate::wording;
use crate::article::html::prose::{ends_sentence, is_prose};
use crate::article::html::runs::Run;

/// A shorter run is no sentence, in characters.
const SENTENCE: usize = 40;

/// Makes plain words of the links in sentences that stand among paragraphs.
pub(super) fn unlink(runs: &[Run]) {
    let plain: Vec<bool> = runs.iter().map(is_plain_paragraph).collect();
    let is_plain = |index: Option<usize>| index.and_then(|index| plain.get(index)) == Some(&true);
    for (index, run) in runs.iter().enumerate() {
        let (above, below) = (index.checked_sub(1), Some(index + 1));
        let among = match (is_plain(above), is_plain(below)) {
            (true, true) => true,
            (false, false) => false,
            // beside one paragraph only, a run of nothing but link may lead to another article
            _ => run.linked * 10 < run.text.trim_end().len() * 9,
        };
        let begun = above.and_then(|above| runs.get(above)).is_some_and(|above| is_left_open(&above.text));
        let neighbours = above.and_then(|above| runs.get(above)).zip(runs.get(index + 1));
        let parts = neighbours.is_some_and(|(above, below)| parts_sentence(&above.text, run, &below.text));
        if run.linked * 5 > run.text.len() && (among && (is_sentence(run) || begun) || parts) {
            for inline in run.inlines.iter().filter(|inline| inline.node.has_name("a")) {
                inline.node.remove_all_attrs();
                inline.node.rename("span");
            }
        }
    }
}

/// Whether a run is a paragraph with few links in it.
fn is_plain_paragraph(run: &Run) -> bool {
    let length = run.text.chars().take(200).count();
    run.linked * 4 < run.text.len() && is_prose(length, ends_sentence(run.text.trim_end()))
}

/// Whether a run reads as a sentence of the article, and not as a headline or a line of known wording.
fn is_sentence(run: &Run) -> bool {
    let text = run.text.trim();
    text.chars().nth(SENTENCE).is_some()
        && ends_sentence(text)
        && text.split(' ').nth(5).is_some()
        && text.chars().any(char::is_lowercase)
        && wording(text).is_none()
}

/// Whether a run is a name in a link between the halves of a sentence, in a block of its own.
fn parts_sentence(above: &str, run: &Run, below: &str) -> bool {
    const NAME: usize = 3;
    const HALF: usize = 4;
    let (above, below) = (above.trim(), below.trim());
    let goes_on = below.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';'));
    let open = !ends_sentence(above) && above.split_whitespace().count() >= HALF;
    run.text.split_whitespace().count() <= NAME && goes_on && open && below.split_whitespace().count() >= HALF
}

/// Whether a paragraph leaves its sentence open for what follows.
fn is_left_open(text: &str) -> bool {
    text.trim_end().ends_with([':', ',']) && text.chars().nth(SENTENCE).is_some()
}
