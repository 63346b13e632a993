//! Sections under a heading that is only a label: what readers write, and lists of other articles.
//!
//! In: a page's body and its densities. Out: the same page without them. Such a section goes from its heading to the next
//! one of the same or a higher level, or to the end of the element that holds it.

use std::collections::HashSet;
use std::sync::LazyLock;

use dom_query::NodeRef;

use crate::article::extraction::boilerplate::{Wording, wording};
use crate::article::html::density::Densities;
use crate::article::html::inner_text::inner_text;
use crate::languages::{self, Section, section};

/// A longer heading is no label, in bytes.
const LONGEST: usize = 120;
/// Bytes of prose that stand before the readers' comments: a label above the article tells only how many there are.
const ARTICLE: usize = 120;
/// The largest share of the page's prose that other articles in a box of their own may have.
const BOXED: f32 = 0.4;
/// The same among the article's own paragraphs, which may go on below a list with no heading.
const AMONG: f32 = 0.15;

/// What the section under a heading holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Comments,
    Others,
}

struct Labels {
    whole: HashSet<String>,
    counted: HashSet<String>,
}

static COMMENTS: LazyLock<Labels> = LazyLock::new(|| Labels::read(section::COMMENTS_LABEL));
static OTHERS: LazyLock<Labels> = LazyLock::new(|| Labels::read(section::OTHERS_LABEL));

impl Labels {
    fn read(section: Section) -> Self {
        let (mut whole, mut counted) = (HashSet::new(), HashSet::new());
        for line in languages::lines(section) {
            let (words, number) = words(line);
            if number {
                counted.insert(words)
            } else {
                whole.insert(words)
            };
        }
        Self { whole, counted }
    }

    fn has(&self, text: &str) -> bool {
        let (words, number) = words(text);
        self.whole.contains(&words) || number && self.counted.contains(&words)
    }
}

/// The words of a label in small letters, without marks and numbers, and whether a number stands among them.
fn words(text: &str) -> (String, bool) {
    let plain = |c: char| if c.is_alphabetic() { c } else { ' ' };
    let lower: String = text.to_lowercase().chars().map(plain).collect();
    (lower.split_whitespace().collect::<Vec<_>>().join(" "), text.chars().any(char::is_numeric))
}

fn label(text: &str) -> Option<Label> {
    if text.len() > LONGEST {
        return None;
    }
    [(&COMMENTS, Label::Comments), (&OTHERS, Label::Others)]
        .into_iter()
        .find_map(|(labels, label)| labels.has(text).then_some(label))
}

/// Takes the labelled sections out of `body` and tells the bytes of prose in them.
pub(super) fn take_out(body: &NodeRef, densities: &Densities) -> usize {
    let headings: Vec<_> =
        body.descendants_it().filter(|node| level(node).is_some_and(|at| at > 1)).collect();
    let mut gone = 0;
    let mut taken: Vec<NodeRef> = Vec::new();
    for heading in headings {
        let within = |node: &NodeRef| taken.iter().any(|taken| taken.id == node.id);
        if within(&heading) || heading.ancestors_it(None).any(|above| within(&above)) {
            continue;
        }
        let text = inner_text(&heading);
        let Some(label) = label(&text) else { continue };
        let mut section = section_of(&heading, body, densities, label);
        // a heading by which the rules for lines know where the article ends stays for them, and they leave it out
        if wording(&text) == Some(Wording::Tail) {
            section
                .retain(|node| densities.of(node).prose > 0 || node.text().trim() != heading.text().trim());
        }
        gone += section.iter().map(|node| densities.of(node).prose).sum::<usize>();
        section.iter().for_each(NodeRef::remove_from_parent);
        taken.extend(section);
    }
    gone
}

/// The elements and texts of the section under a heading; none where it may be the article's.
fn section_of<'a>(
    heading: &NodeRef<'a>,
    body: &NodeRef<'a>,
    densities: &Densities,
    label: Label,
) -> Vec<NodeRef<'a>> {
    let head = with_wrapping(heading, body);
    let own = level(heading).unwrap_or_default();
    let mut section = vec![head];
    let mut next = head.next_sibling();
    while let Some(node) = next.filter(|node| !opens_another(node, own)) {
        section.push(node);
        next = node.next_sibling();
    }
    let held: usize = section.iter().map(|node| densities.of(node).prose).sum();
    let share = held as f32 / densities.of(body).prose.max(1) as f32;
    let holds_article = section.iter().any(|node| densities.of(node).holds_article);
    let before = prose_before(&head, body, densities);
    let fits = match label {
        Label::Comments => before >= ARTICLE,
        Label::Others if is_first(&head) => share <= BOXED,
        Label::Others => share <= AMONG,
    };
    if fits && !holds_article && !leads_down(heading) { section } else { Vec::new() }
}

/// The outermost element that holds the heading and no other words.
fn with_wrapping<'a>(heading: &NodeRef<'a>, body: &NodeRef<'a>) -> NodeRef<'a> {
    let own = heading.text().trim().len();
    let above = heading.ancestors_it(None).take_while(|above| above.id != body.id);
    above.take_while(|above| above.text().trim().len() == own).last().unwrap_or(*heading)
}

/// Whether an element is, or begins with, a heading of at least the level `own`.
fn opens_another(node: &NodeRef, own: u8) -> bool {
    let opens = |node: &NodeRef| level(node).is_some_and(|level| level <= own);
    if opens(node) {
        return true;
    }
    let first = node.descendants_it().find(|inner| inner.is_text() && !inner.text().trim().is_empty());
    let mut above = first.into_iter().flat_map(|text| text.ancestors_it(None).collect::<Vec<_>>());
    above.by_ref().take_while(|above| above.id != node.id).any(|above| opens(&above))
}

/// Whether no words stand before an element in the one that holds it.
fn is_first(head: &NodeRef) -> bool {
    let mut before = head.prev_sibling();
    while let Some(node) = before {
        if !node.text().trim().is_empty() {
            return false;
        }
        before = node.prev_sibling();
    }
    true
}

/// Bytes of prose before an element in the page.
fn prose_before(head: &NodeRef, body: &NodeRef, densities: &Densities) -> usize {
    let above = head.ancestors_it(None).take_while(|above| above.id != body.id);
    let mut prose = 0;
    for node in std::iter::once(*head).chain(above) {
        let mut before = node.prev_sibling();
        while let Some(sibling) = before {
            prose += densities.of(&sibling).prose;
            before = sibling.prev_sibling();
        }
    }
    prose
}

/// Whether a heading only leads to another place on the page.
fn leads_down(heading: &NodeRef) -> bool {
    heading.descendants_it().any(|node| node.attr("href").is_some_and(|href| href.starts_with('#')))
}

/// The level of a heading.
fn level(node: &NodeRef) -> Option<u8> {
    let name = node.qual_name_ref()?;
    let level = name.local.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_all_that_its_heading_says() {
        for (heading, told) in [
            ("Comments", Some(Label::Comments)),
            ("COMMENTS (12)", Some(Label::Comments)),
            ("1 Comment", Some(Label::Comments)),
            ("Comment", None),
            ("Comments on the harbour treaty", None),
            ("12 комментариев", Some(Label::Comments)),
            ("Комментарий", None),
            ("3条评论", Some(Label::Comments)),
            ("コメント(4)", Some(Label::Comments)),
            ("コメント", None),
            ("Leggi anche:", Some(Label::Others)),
            ("Editor’s picks", Some(Label::Others)),
            ("Popular unrest", None),
            ("الأكثر قراءة", Some(Label::Others)),
        ] {
            assert_eq!(label(heading), told, "{heading}");
        }
    }
}
