//! Which words the elements have that stand above one.

use crate::text::FastMap;

/// The words of the elements that are open, so that a rule about others above is passed over without a look at the page.
#[derive(Default)]
pub(in crate::article::html::styles) struct Ancestors {
    open: Vec<Vec<String>>,
    counts: FastMap<String, usize>,
}

impl Ancestors {
    pub(in crate::article::html::styles) fn open(&mut self, words: Vec<String>) {
        for word in &words {
            *self.counts.entry(word.clone()).or_default() += 1;
        }
        self.open.push(words);
    }

    pub(in crate::article::html::styles) fn close(&mut self) {
        for word in self.open.pop().into_iter().flatten() {
            self.counts.entry(word).and_modify(|count| *count = count.saturating_sub(1));
        }
    }

    pub(in crate::article::html::styles) fn have(&self, words: &[String]) -> bool {
        words.iter().all(|word| self.counts.get(word).is_some_and(|count| *count > 0))
    }
}
