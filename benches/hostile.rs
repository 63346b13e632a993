//! Hostile texts stay linear: each shape from 10 kB to 4 MB; the throughput printed must not fall with the size.
//! Run: `cargo bench --bench hostile`. Compare within one run.

use attache::article::{Given, from_text};
use attache::brief;
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

#[path = "invented/hostile.rs"]
mod hostile;

/// Lengths in bytes.
const LENGTHS: [usize; 5] = [10_000, 100_000, 1_000_000, 2_000_000, 4_000_000];

fn main() {
    divan::main();
}

/// One text to brief.
struct Case {
    name: &'static str,
    scrap: &'static str,
    length: usize,
}

impl std::fmt::Display for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}, {} kB", self.name, self.length / 1_000)
    }
}

fn cases() -> Vec<Case> {
    let shapes = hostile::SHAPES.iter();
    shapes
        .flat_map(|(name, scrap)| LENGTHS.iter().map(|length| Case { name, scrap, length: *length }))
        .collect()
}

/// Quotes, speakers, key quotes and summary of a text of one shape.
#[divan::bench(args = cases(), sample_count = 3, sample_size = 1)]
fn brief_of(bencher: Bencher, case: &Case) {
    let article = from_text(&hostile::text(case.scrap, case.length), &Given::default());
    bencher
        .counter(BytesCount::new(article.text.len()))
        .bench_local(|| brief::write(black_box(&article)).quotes.len());
}
