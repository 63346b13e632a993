//! A small sketch of a text's wording, to tell syndicated copies.

/// Hashes kept of a text; the error of a likeness is about 1/√64.
const KEPT: usize = 64;
/// Words in a shingle (STORIES.md).
const SHINGLE: usize = 3;
/// Fewest shingles by which a copy can be told.
const FEWEST: usize = 12;

/// Share of common shingles that makes an article a syndicated copy.
pub(super) const COPY: f32 = 0.6;

/// The smallest hashes of a text's three-word shingles, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sketch(Vec<u64>);

impl Sketch {
    /// Sketches a text given as the hashes of its words.
    pub(super) fn of(words: &[u32]) -> Self {
        let mut hashes: Vec<u64> = words
            .windows(SHINGLE)
            .map(|shingle| shingle.iter().fold(0_u64, |hash, word| mixed(hash ^ u64::from(*word))))
            .collect();
        hashes.sort_unstable();
        hashes.dedup();
        hashes.truncate(KEPT);
        Self(hashes)
    }

    /// Estimates the share of shingles two texts have in common, 0 to 1; 0 when one is too short to tell.
    pub(super) fn likeness(&self, other: &Self) -> f32 {
        if self.0.len() < FEWEST || other.0.len() < FEWEST {
            return 0.0;
        }
        let mut union: Vec<u64> = self.0.iter().chain(&other.0).copied().collect();
        union.sort_unstable();
        union.dedup();
        union.truncate(KEPT);
        let both = |hash: &&u64| self.0.binary_search(hash).is_ok() && other.0.binary_search(hash).is_ok();
        union.iter().filter(both).count() as f32 / union.len() as f32
    }
}

/// The finisher of `SplitMix64`.
fn mixed(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn copies_are_alike_and_strangers_are_not() {
        let text: Vec<u32> = (0..300).collect();
        let cut: Vec<u32> = (0..240).collect();
        let other: Vec<u32> = (1_000..1_300).collect();
        let sketch = Sketch::of(&text);
        assert!((sketch.likeness(&sketch) - 1.0).abs() < f32::EPSILON);
        assert!((0.6..0.95).contains(&sketch.likeness(&Sketch::of(&cut))));
        assert!(sketch.likeness(&Sketch::of(&other)) < 0.05);
        assert!(Sketch::of(&text[..8]).likeness(&Sketch::of(&text[..8])) < 0.05);
    }

    proptest! {
        #[test]
        fn likeness_is_a_share_and_goes_both_ways(one in prop::collection::vec(0..50u32, 0..200), other in prop::collection::vec(0..50u32, 0..200)) {
            let (one, other) = (Sketch::of(&one), Sketch::of(&other));
            let likeness = one.likeness(&other);
            prop_assert!((0.0..=1.0).contains(&likeness));
            prop_assert!((likeness - other.likeness(&one)).abs() < f32::EPSILON);
        }
    }
}
