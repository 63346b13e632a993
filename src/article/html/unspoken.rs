//! Words within a sentence that a page shows and nobody can read here: in a picture, a control, a formula, a page of its own.
//!
//! In: a page without what is hidden. Out: the same page without the paragraphs of quotations such words stand in. “We will
//! `<button>not</button>` sign” is not what is left of it, and what the button says is not surely a word of it.

use dom_query::{NodeRef, local_name};

use super::elements::is_block;
use super::lines::with_text;
use super::prose::ends_sentence;
use super::runs::{Inline, runs};
use crate::article::rules::marks;

/// Marks of quotations.
const MARKS: [char; 10] = ['"', '“', '”', '„', '«', '»', '「', '」', '『', '』'];
/// Dashes, which open what somebody says in some languages.
const DASHES: [char; 3] = ['—', '–', '―'];

/// Takes those paragraphs out of `body`; `elsewhere` tells that sheets in other files say what is hidden. Tells whether
/// any went.
pub(super) fn take_out(body: &NodeRef, elsewhere: bool) -> bool {
    let mut doomed = Vec::new();
    for run in &runs(body) {
        if !elsewhere {
            // what only a name says to be hidden is not
            run.inlines.iter().filter(|inline| is_unseen(&inline.node)).for_each(|inline| {
                inline.node.remove_attrs(&["class", "id"]);
            });
        }
        if !run.text.contains(MARKS) && !run.text.trim_start().starts_with(DASHES) {
            continue;
        }
        let silent = run.silent.iter().chain(run.inlines.iter().filter(|inline| inline.start == inline.end));
        let open = |inline: &Inline| is_open(run.around(inline).0);
        let silent = silent.filter(|inline| {
            is_within(&run.text, inline.start)
                && (!is_alone(&inline.node) || open(inline))
                && shows_words(&inline.node)
        });
        let unseen = run.inlines.iter().filter(|inline| {
            inline.start < inline.end && is_in_marks(run.around(inline)) && is_unseen(&inline.node)
        });
        doomed.extend(silent.chain(unseen).map(|inline| inline.node));
    }
    for node in &doomed {
        paragraph_around(node).iter().for_each(NodeRef::remove_from_parent);
    }
    !doomed.is_empty()
}

/// What stands in one line of text with words that may be seen or not: with them or without, it may say what the page
/// does not.
pub(super) fn paragraph_around<'a>(node: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    if node.parent().is_none() {
        return Vec::new();
    }
    let mut top = *node;
    while !parts_lines(&top)
        && let Some(above) = top.parent().filter(|above| above.is_element() && !parts_lines(above))
    {
        top = above;
    }
    let beside = |first: Option<NodeRef<'a>>, next: fn(&NodeRef<'a>) -> Option<NodeRef<'a>>| {
        std::iter::successors(first, next).take_while(|node| !parts_lines(node)).collect::<Vec<_>>()
    };
    let mut found = beside(top.prev_sibling(), NodeRef::prev_sibling);
    found.extend(beside(top.next_sibling(), NodeRef::next_sibling));
    found.push(top);
    found
}

/// Whether an element is a block, or holds one as elements that a page makes up itself do, or an empty line.
fn parts_lines(node: &NodeRef) -> bool {
    let is_block =
        |node: &NodeRef| node.is_element() && node.qual_name_ref().is_some_and(|name| is_block(&name.local));
    is_block(node) || is_gap(node) || node.descendants_it().any(|inner| is_block(&inner))
}

/// Whether an element ends one of two lines with nothing between.
fn is_gap(node: &NodeRef) -> bool {
    is_break(Some(*node)) && (is_break(beside(node, true)) || is_break(beside(node, false)))
}

fn is_break(node: Option<NodeRef>) -> bool {
    node.is_some_and(|node| node.has_name("br"))
}

/// What stands right before or behind an element.
fn beside<'a>(node: &NodeRef<'a>, before: bool) -> Option<NodeRef<'a>> {
    let step = if before { NodeRef::prev_sibling } else { NodeRef::next_sibling };
    std::iter::successors(step(node), step).find(|node| node.is_element() || !node.text().trim().is_empty())
}

/// Whether a picture or control stands on a line of its own.
fn is_alone(node: &NodeRef) -> bool {
    is_break(beside(node, true)) && is_break(beside(node, false))
}

/// Whether a place is within a sentence, or within words in marks.
fn is_within(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let (before, after) = (before.trim(), after.trim());
    if after.is_empty() {
        return false;
    }
    let goes_on = after.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';'));
    if before.is_empty() { goes_on } else { !ends_sentence(before) || goes_on || is_open(before) }
}

/// Whether a quotation stands open at the end of a text.
fn is_open(before: &str) -> bool {
    let last = before.rfind(MARKS).and_then(|at| before.get(at..)?.chars().next());
    match last {
        Some('„' | '「' | '『') => true,
        Some('“') => !before.contains('„'),
        Some('«') => before.matches('«').count() > before.matches('»').count(),
        Some('»') => before.matches('»').count() > before.matches('«').count(),
        Some('"') => before.matches('"').count() % 2 == 1,
        _ => false,
    }
}

fn is_in_marks((before, _, after): (&str, &str, &str)) -> bool {
    is_open(before) && !after.trim().is_empty()
}

/// Whether its class says that sheets in other files hide an element.
fn is_unseen(node: &NodeRef) -> bool {
    node.attr("class").is_some_and(|class| {
        class
            .split_ascii_whitespace()
            .any(|word| marks("unseen").contains(&word.to_ascii_lowercase().as_str()))
    })
}

/// Whether an element of no readable words shows some.
fn shows_words(node: &NodeRef) -> bool {
    let Some(name) = node.qual_name_ref() else { return false };
    let tiny = || {
        ["width", "height"].iter().any(|side| node.attr(side).is_some_and(|size| matches!(&*size, "0" | "1")))
    };
    match name.local {
        local_name!("button") | local_name!("math") => has_words(&node.text()),
        local_name!("select") | local_name!("textarea") => true,
        local_name!("object") | local_name!("embed") | local_name!("canvas") | local_name!("iframe") => {
            !tiny()
        }
        local_name!("svg") => node.descendants_it().filter(NodeRef::is_text).any(|text| is_drawn(&text)),
        local_name!("input") => is_told(node),
        // an emoji is a picture, too, and says so
        local_name!("img") => {
            !tiny() && node.attr("alt").is_none_or(|alt| alt.trim().is_empty() || has_words(&alt))
        }
        _ => false,
    }
}

fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// Whether a text of a drawing is drawn, and not its title or description.
fn is_drawn(text: &NodeRef) -> bool {
    let words = with_text(text, has_words);
    words
        && text.ancestors_it(None).find_map(|above| match &*above.qual_name_ref()?.local {
            "text" | "foreignObject" => Some(true),
            "title" | "desc" | "metadata" | "style" | "script" | "svg" => Some(false),
            _ => None,
        }) == Some(true)
}

/// Whether a field or button shows words.
fn is_told(node: &NodeRef) -> bool {
    const MUTE: [&str; 6] = ["hidden", "checkbox", "radio", "range", "color", "file"];
    let mute = node.attr("type").is_some_and(|kind| MUTE.contains(&kind.to_ascii_lowercase().as_str()));
    !mute
        && ["value", "placeholder", "alt"]
            .iter()
            .filter_map(|name| node.attr(name))
            .any(|told| has_words(&told))
}
