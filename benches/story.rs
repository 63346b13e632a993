//! How long placing one article takes, with 1,000 to 20,000 articles in the window.

#[path = "invented/drafts.rs"]
mod drafts;

use drafts::{Words, window};

fn main() {
    divan::main();
}

#[divan::bench(args = [1_000, 5_000, 20_000])]
fn place(bencher: divan::Bencher<'_, '_>, articles: i64) {
    let window = window(articles);
    let mut words = Words(11);
    bencher.with_inputs(|| words.draft(1_440)).bench_local_values(|draft| window.nearest(&draft));
}

#[divan::bench]
fn read(bencher: divan::Bencher<'_, '_>) {
    let mut words = Words(13);
    bencher.bench_local(|| words.draft(0));
}
