//! Inline elements: within a sentence they are its words, whatever their class says.
//!
//! In: the runs of a page. Out: the same page, in which an inline element within running text has no class or id for
//! later steps to judge it by, unless it is a control; the marks of footnotes are gone, and a first letter set apart
//! stands in its word again.

use dom_query::NodeRef;

use super::footnotes::is_footnote_mark;
use super::marks::{WORDS, is_marked, is_unseen};
use crate::article::extraction::boilerplate::{Wording, wording};
use crate::article::html::prose::{ends_sentence, is_prose};
use crate::article::html::runs::{Inline, Run};

/// A shorter run is a label and no running text, in characters.
const LABEL: usize = 40;

/// Makes the inline elements of running text words among words.
pub(super) fn settle(runs: &[Run]) {
    for (index, run) in runs.iter().enumerate() {
        if let Some(next) = runs.get(index + 1) {
            join_initial(run, next);
        }
        let running = is_running(&run.text);
        for inline in &run.inlines {
            if is_footnote_mark(run, inline) || is_control(run, inline) {
                inline.node.remove_from_parent();
            } else if running && !is_unseen(&inline.node) && is_in_sentence(run, inline) {
                inline.node.remove_attrs(&["class", "id"]);
            }
        }
    }
}

/// Whether a run is running text: a paragraph, or a sentence of some words.
fn is_running(text: &str) -> bool {
    let length = text.chars().take(2 * LABEL).count();
    let ends = ends_sentence(text.trim_end());
    is_prose(length, ends) || ends && length >= LABEL / 2 && text.split(' ').nth(3).is_some()
}

/// Whether an element is part of a sentence: words follow it, or it goes on with those before it. The whole of a run is,
/// if it is a paragraph; a link behind the last sentence leads on to something else.
fn is_in_sentence(run: &Run, inline: &Inline) -> bool {
    let (before, own, after) = run.around(inline);
    let alone = before.trim().is_empty() && after.trim().is_empty();
    let leads_on = ends_sentence(before.trim_end()) && holds_link(&inline.node);
    !own.trim().is_empty() && (alone || !after.trim().is_empty() || !leads_on)
}

fn holds_link(node: &NodeRef) -> bool {
    node.has_name("a") || node.descendants_it().any(|inner| inner.has_name("a"))
}

/// Whether an element is a button to share and the like: its class says so, and so do its words.
fn is_control(run: &Run, inline: &Inline) -> bool {
    let (_, own, _) = run.around(inline);
    is_marked(&inline.node, |word| WORDS.contains(word))
        && matches!(wording(own.trim()), Some(Wording::Boilerplate | Wording::Tail))
}

/// Puts the first letter of a word that stands in a block of its own back before the rest of it.
fn join_initial(run: &Run, next: &Run) {
    let mut letters = run.text.trim().chars();
    let single = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    let goes_on = next.text.starts_with(|c: char| c.is_lowercase() || matches!(c, '\'' | '’'));
    let beside = run.block.next_sibling().is_some_and(|sibling| {
        sibling.is_text()
            || sibling.id == next.block.id
            || next.block.ancestors_it(None).any(|above| above.id == sibling.id)
    });
    if !single || !goes_on || !beside {
        return;
    }
    run.block.remove_attrs(&["class", "id"]);
    run.block.rename("span");
    if let Some(sibling) = run.block.next_sibling().filter(NodeRef::is_element) {
        sibling.prepend_child(&run.block);
    }
}
