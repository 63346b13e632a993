//! The article's words as vectors: TF-IDF over stems, unit length, so that a dot product is a cosine.
//!
//! In: an article. Out: [`Terms`], made once and read by whatever compares parts of the article, because cutting and
//! stemming its words is most of that work. Invariant: the words stand in the order of the text.

use crate::article::Article;
use crate::brief::summary::idf;
use crate::text::{FastMap, Language, Span, Steps, stem, words};

/// A sparse unit vector: places in the vocabulary, rising, with their values.
pub type Vector = Vec<(u32, f32)>;

/// A stem: its place in the vocabulary, and how rare it is in news.
type Term = (u32, f32);

/// The vocabulary of one article and where its words stand.
#[derive(Debug)]
pub struct Terms {
    language: Language,
    vocabulary: FastMap<String, Term>,
    /// Every word that counts, in order.
    words: Vec<(Span, Term)>,
    /// Looks at words and stems so far.
    pub steps: Steps,
}

impl Terms {
    /// Reads the words of `article`.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let (text, language) = (article.text.as_str(), article.language);
        let table = idf::of(language);
        let mut vocabulary = FastMap::default();
        let mut known = FastMap::default();
        let mut found = Vec::with_capacity(text.len() / 10);
        let steps = Steps::default();
        for span in words(text, Span::whole(text)) {
            let word = span.of(text);
            steps.take(1);
            let term = *known.entry(word).or_insert_with(|| {
                idf::counted(word, language).then(|| {
                    let stem = stem(word, language);
                    let next: Term = (vocabulary.len() as u32, table.weight(&stem));
                    *vocabulary.entry(stem.into_owned()).or_insert(next)
                })
            });
            found.extend(term.map(|term| (span, term)));
        }
        Self { language, vocabulary, words: found, steps }
    }

    /// The vector of the words in `spans` of the article's text.
    #[must_use]
    pub fn vector(&self, spans: &[Span]) -> Vector {
        let mut counts = Vec::new();
        for span in spans {
            let from = self.words.partition_point(|(word, _)| word.start < span.start);
            let inside = self.words.iter().skip(from).take_while(|(word, _)| word.end <= span.end);
            counts.extend(inside.map(|&(_, (place, rarity))| (place, rarity, 1.0)));
        }
        self.steps.take(counts.len());
        unit(counts)
    }

    /// `vector` with a value for every stem of the article: comparing it with many others costs less.
    #[must_use]
    pub fn dense(&self, vector: &[(u32, f32)]) -> Vec<f32> {
        self.steps.take(self.vocabulary.len());
        let mut values = vec![0.0; self.vocabulary.len()];
        add(&mut values, vector);
        values
    }

    /// The stems of `text`, which need not be of the article: the places of those the article has, and how many
    /// different ones there are.
    #[must_use]
    pub fn stems_of(&self, text: &str) -> (Vec<u32>, usize) {
        let mut stems: Vec<_> = words(text, Span::whole(text))
            .map(|span| span.of(text))
            .filter(|word| idf::counted(word, self.language))
            .map(|word| stem(word, self.language))
            .collect();
        stems.sort_unstable();
        stems.dedup();
        let places = stems.iter().filter_map(|stem| self.vocabulary.get(stem.as_ref()));
        (places.map(|(place, _)| *place).collect(), stems.len())
    }
}

/// Adds `vector` to the dense `sum`.
pub fn add(sum: &mut [f32], vector: &[(u32, f32)]) {
    for &(place, value) in vector {
        if let Some(cell) = sum.get_mut(place as usize) {
            *cell += value;
        }
    }
}

/// Dot product of a dense and a sparse vector.
#[must_use]
pub fn dot(dense: &[f32], vector: &[(u32, f32)]) -> f32 {
    vector.iter().map(|&(place, value)| dense.get(place as usize).copied().unwrap_or(0.0) * value).sum()
}

/// Cosine of two unit vectors.
#[must_use]
pub fn cosine(one: &[(u32, f32)], other: &[(u32, f32)]) -> f32 {
    let mut sum = 0.0;
    let mut rest = other.iter().peekable();
    for &(place, value) in one {
        while rest.next_if(|&&(next, _)| next < place).is_some() {}
        if let Some((_, with)) = rest.next_if(|&&(next, _)| next == place) {
            sum += value * with;
        }
    }
    sum
}

fn unit(mut counts: Vec<(u32, f32, f32)>) -> Vector {
    counts.sort_unstable_by_key(|&(place, ..)| place);
    counts.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        kept.2 += if same { next.2 } else { 0.0 };
        same
    });
    let mut vector: Vector =
        counts.into_iter().map(|(place, rarity, count)| (place, (1.0 + count.ln()) * rarity)).collect();
    let length = vector.iter().map(|(_, value)| value * value).sum::<f32>().sqrt();
    if length > 0.0 {
        vector.iter_mut().for_each(|(_, value)| *value /= length);
    }
    vector
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Given, from_text};

    #[test]
    fn likeness_grows_with_shared_stems() {
        let text = "The treaty failed. Treaties fail. It rained in Halmstad.";
        let terms = Terms::of(&from_text(text, &Given::default()));
        let [one, two, three] = [Span::new(0, 18), Span::new(19, 33), Span::new(34, text.len())]
            .map(|span| terms.vector(&[span]));
        assert!((cosine(&one, &two) - 1.0).abs() < 1e-5);
        assert!(cosine(&one, &three).abs() < 1e-5);
        let sum = terms.dense(&one);
        assert!((dot(&sum, &two) - 1.0).abs() < 1e-5);
        assert!(terms.vector(&[]).is_empty());
        assert_eq!(terms.stems_of("Treaties, treaty and trains").1, 2);
        assert_eq!(terms.stems_of("Treaties, treaty and trains").0.len(), 1);
    }
}
