//! How common each term is, learnt from the articles as they come.

use std::collections::HashMap;

use super::terms::{Counts, Weights};

/// After this many articles all counts are halved, so that the memory stays bounded and follows the news.
const MEMORY: u32 = 50_000;

/// In how many articles each term stood.
#[derive(Debug, Clone, Default)]
pub(super) struct Frequency {
    articles: u32,
    terms: HashMap<u32, u32>,
}

impl Frequency {
    /// Counts the terms of one more article.
    pub(super) fn count(&mut self, counts: &Counts) {
        self.articles += 1;
        for (term, _) in counts {
            *self.terms.entry(*term).or_default() += 1;
        }
        if self.articles >= MEMORY {
            self.articles /= 2;
            self.terms.retain(|_, count| {
                *count /= 2;
                *count > 0
            });
        }
    }

    /// Weighs the terms of an article that is not counted yet: (1 + ln tf) · idf, of length 1.
    pub(super) fn weigh(&self, counts: &Counts) -> Weights {
        let articles = f64::from(self.articles) + 2.0;
        let mut weights: Weights = counts
            .iter()
            .map(|(term, count)| {
                let seen = f64::from(self.terms.get(term).copied().unwrap_or_default()) + 2.0;
                let idf = (articles / seen).ln() + 1.0;
                (*term, ((1.0 + f64::from(*count).ln()) * idf) as f32)
            })
            .collect();
        let length = weights.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        if length > 0.0 {
            for (_, weight) in &mut weights {
                *weight /= length;
            }
        }
        weights
    }
}
