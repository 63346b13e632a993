//! How surely two articles report one event.

/// What is compared of two articles.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pair {
    /// Cosine of their words.
    pub(super) words: f32,
    /// Cosine of their headlines' words.
    pub(super) title: f32,
    /// Cosine of their names.
    pub(super) names: f32,
    /// Days between them.
    pub(super) days: f32,
}

/// An article joins a story when its mean decision over the story's articles is at least this (STORIES.md).
pub(super) const JOINS: f32 = -0.5;

/// The decision of the logistic regression in STORIES.md: above 0, one event is likelier than not.
pub(super) fn decision(pair: Pair) -> f32 {
    -2.860 * pair.words + 12.282 * pair.words.sqrt() + 0.030 * pair.title + 3.069 * pair.title.sqrt()
        - 5.488 * pair.names
        + 6.327 * pair.names.sqrt()
        - 1.537 * pair.days
        - 6.917
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_decision_rises_with_likeness_and_falls_with_time() {
        let pair = |words, title, days| decision(Pair { words, title, names: 0.2, days });
        assert!(pair(0.5, 0.3, 0.0) > JOINS);
        assert!(pair(0.05, 0.0, 0.0) < JOINS);
        assert!(pair(0.3, 0.1, 0.0) > pair(0.2, 0.1, 0.0));
        assert!(pair(0.3, 0.2, 0.0) > pair(0.3, 0.1, 0.0));
        assert!(pair(0.3, 0.1, 0.0) > pair(0.3, 0.1, 1.0));
    }
}
