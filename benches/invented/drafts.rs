//! Drafts of articles made up of words drawn with the uneven frequencies of a language, so that common words make long
//! lists in the index of a window as they do in news.

use attache::story::{Draft, Report, Window};
use attache::text::Language;
use chrono::{DateTime, TimeDelta};

/// Ranks of the words drawn: the commonest are stop words and never compared.
const RANKS: (f64, f64) = (100.0, 60_000.0);

/// Words as common as their rank allows (Zipf), from a small generator.
pub(crate) struct Words(pub(crate) u64);

impl Words {
    fn next(&mut self) -> String {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let share = (self.0 >> 11) as f64 / (1_u64 << 53) as f64;
        let rank = (RANKS.0 * (RANKS.1 / RANKS.0).powf(share)) as u64;
        format!("w{rank}")
    }

    /// A draft of an article published so many minutes after the beginning of time.
    pub(crate) fn draft(&mut self, minute: i64) -> Draft {
        let mut line = |count: usize| (0..count).map(|_| self.next()).collect::<Vec<_>>().join(" ");
        let (title, text) = (line(10), line(150));
        let at = DateTime::UNIX_EPOCH + TimeDelta::minutes(minute);
        Draft::of(&Report { title: &title, text: &text, language: Language::coded("en"), at })
    }
}

/// A window of so many articles of one day, three to a story.
pub(crate) fn window(articles: i64) -> Window {
    let mut words = Words(7);
    let mut window = Window::default();
    for number in 0..articles {
        let draft = words.draft(number * 1_440 / articles);
        window.keep(draft, number, number / 3);
    }
    window
}
