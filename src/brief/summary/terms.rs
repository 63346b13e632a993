//! The article's words as vectors: TF-IDF over stems, unit length, so that a dot product is a cosine.

use std::collections::HashMap;

use crate::text::{Language, Span, stem, words};

use super::idf::{self, Table};

/// A sparse unit vector: places in the vocabulary, rising, with their values.
pub(in crate::brief) type Vector = Vec<(u32, f32)>;

/// The vocabulary of one article, growing as its spans are read.
pub(in crate::brief) struct Terms<'a> {
    text: &'a str,
    language: Language,
    table: &'static Table,
    stems: HashMap<String, (u32, f32)>,
    known: HashMap<&'a str, Option<(u32, f32)>>,
}

impl<'a> Terms<'a> {
    /// Starts with an empty vocabulary for `text`.
    pub(in crate::brief) fn new(text: &'a str, language: Language) -> Self {
        Self { text, language, table: idf::of(language), stems: HashMap::new(), known: HashMap::new() }
    }

    /// The vector of the words in `spans`.
    pub(in crate::brief) fn vector(&mut self, spans: &[Span]) -> Vector {
        let mut counts = Vec::new();
        let text = self.text;
        for word in spans.iter().flat_map(|span| words(text, *span)).map(|span| span.of(text)) {
            counts.extend(self.place(word).map(|(place, rarity)| (place, rarity, 1.0)));
        }
        unit(counts)
    }

    /// How many stems were seen: the length a dense vector needs.
    pub(in crate::brief) fn len(&self) -> usize {
        self.stems.len()
    }

    fn place(&mut self, word: &'a str) -> Option<(u32, f32)> {
        let Self { language, table, stems, known, .. } = self;
        *known.entry(word).or_insert_with(|| {
            idf::counted(word, *language).then(|| {
                let stem = stem(word, *language);
                let next = (stems.len() as u32, table.weight(&stem));
                *stems.entry(stem.into_owned()).or_insert(next)
            })
        })
    }
}

/// Adds `vector` to the dense `sum`.
pub(in crate::brief) fn add(sum: &mut [f32], vector: &Vector) {
    for &(place, value) in vector {
        if let Some(cell) = sum.get_mut(place as usize) {
            *cell += value;
        }
    }
}

/// Dot product of a dense and a sparse vector.
pub(in crate::brief) fn dot(dense: &[f32], vector: &Vector) -> f32 {
    vector.iter().map(|&(place, value)| dense.get(place as usize).copied().unwrap_or(0.0) * value).sum()
}

/// Cosine of two unit vectors.
pub(in crate::brief) fn cosine(one: &Vector, other: &Vector) -> f32 {
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

    #[test]
    fn likeness_grows_with_shared_stems() {
        let text = "The treaty failed. Treaties fail. It rained in Halmstad.";
        let mut terms = Terms::new(text, Language::English);
        let [one, two, three] = [Span::new(0, 18), Span::new(19, 33), Span::new(34, text.len())]
            .map(|span| terms.vector(&[span]));
        assert!((cosine(&one, &two) - 1.0).abs() < 1e-5);
        assert!(cosine(&one, &three).abs() < 1e-5);
        let mut sum = vec![0.0; terms.len()];
        add(&mut sum, &one);
        assert!((dot(&sum, &two) - 1.0).abs() < 1e-5);
        assert!(terms.vector(&[]).is_empty());
    }
}
