//! How long the extractive summary of an article takes, reading its words included: 1 ms is allowed (issue 6).
//! Run: `cargo bench --bench summary`.

use attache::article::{Article, Given, from_text};
use attache::brief::terms::Terms;
use attache::brief::{Quote, quotes, summary};
use divan::{Bencher, black_box};

mod invented;

fn main() {
    divan::main();
}

fn read(text: &str) -> (Article, Vec<Quote>) {
    let article = from_text(text, &Given::default());
    let quotes = quotes::find(&article);
    (article, quotes)
}

#[divan::bench]
fn usual_article(bencher: Bencher) {
    let (article, quotes) = read(&invented::article(1));
    bencher.bench_local(|| summary::extract(black_box(&article), &Terms::of(&article), &quotes));
}

/// Several articles end to end.
#[divan::bench(args = [1, 2, 4, 8, 16])]
fn long_article(bencher: Bencher, times: usize) {
    let (article, quotes) = read(&(0..times).map(invented::article).collect::<String>());
    bencher.bench_local(|| summary::extract(black_box(&article), &Terms::of(&article), &quotes));
}
