//! Quotes stay linear: each group doubles its input, and the time should double with it.

use attache::article::{Given, from_text};
use attache::brief::quotes;

fn main() {
    divan::main();
}

fn found(text: &str) -> usize {
    quotes::find(&from_text(text, &Given::default())).len()
}

/// One paragraph of so many kilobytes.
#[divan::bench(args = [50, 100, 200, 400])]
fn long_paragraph(bencher: divan::Bencher, kilobytes: usize) {
    let sentence = "\"We will stay as long as we must,\" Foreign Minister Ana Porto said, citing the treaty that Tomas Reyle, the envoy, signed. ";
    let text = sentence.repeat(kilobytes * 1024 / sentence.len());
    bencher.bench_local(|| found(&text));
}

/// Opening marks that nothing closes.
#[divan::bench(args = [5_000, 10_000, 20_000, 40_000])]
fn unmatched_marks(bencher: divan::Bencher, marks: usize) {
    let text = "he said “and ".repeat(marks);
    bencher.bench_local(|| found(&text));
}

/// Different people, each named once and quoted once.
#[divan::bench(args = [1_250, 2_500, 5_000, 10_000])]
fn many_names(bencher: divan::Bencher, names: usize) {
    let letters = |mut n: usize| {
        let mut word = String::from("V");
        for _ in 0..4 {
            word.push(char::from(b'a' + (n % 26) as u8));
            n /= 26;
        }
        word
    };
    let text: String = (0..names)
        .map(|n| format!("\"We agree on point {n},\" Ana {} said. She left early.\n\n", letters(n)))
        .collect();
    bencher.bench_local(|| found(&text));
}
