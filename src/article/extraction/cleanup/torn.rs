//! Words of a sentence in an element that is no part of sentences: `We will <aside>not</aside> sign`.
//!
//! In: the runs of a page. Out: the same page, in which such an element is inline, so that no later step takes its words
//! out of the sentence and leaves the rest of it.

use crate::article::extraction::boilerplate::wording;
use crate::article::html::prose::ends_sentence;
use crate::article::html::runs::Run;

/// Elements that steps to come leave out for their names.
const LEFT_OUT: [&str; 9] =
    ["aside", "nav", "dialog", "figcaption", "footer", "header", "form", "fieldset", "legend"];
/// Longer words are more than a part of a sentence, in bytes.
const PART: usize = 60;

/// Makes words of what stands in such elements between the halves of a sentence.
pub(super) fn mend(runs: &[Run]) {
    for triple in runs.windows(3) {
        let [above, run, below] = triple else { continue };
        let names = std::iter::once(run.block).chain(run.block.ancestors_it(Some(2)));
        let Some(node) = names.filter(|node| LEFT_OUT.iter().any(|name| node.has_name(name))).last() else {
            continue;
        };
        let (before, own) = (above.text.trim_end(), run.text.trim());
        // what follows it in the same element is the rest of a paragraph that it has closed
        let beside = node.parent().is_some_and(|parent| parent.id == below.block.id);
        let alone = node.text().trim().len() <= own.len() + PART / 4;
        let torn = !ends_sentence(before) && before.split(' ').nth(1).is_some();
        if beside && alone && torn && own.len() <= PART && run.linked == 0 && wording(own).is_none() {
            let inner: Vec<_> = node.descendants_it().filter(dom_query::NodeRef::is_element).collect();
            for node in inner.iter().chain([&node]) {
                node.remove_all_attrs();
                node.rename("span");
            }
        }
    }
}
