//! How much memory the tables of all languages take, and how long their first use does: an article of each language is
//! read, a sentence of it checked and compared, its story looked at.
//!
//! Printed: the time of it all and, under `max alloc`, the most bytes held at once, tables and the work on one article.
//! Aim (issue 14): at most 40 MB. Run: `cargo bench --bench tables`.

use attache::article::{Given, from_text};
use attache::brief::{self, check};
use attache::statement::Reading;
use attache::story::{Draft, Report};
use attache::text::{Span, sentences};
use chrono::DateTime;
use divan::{AllocProfiler, black_box};
use serde_json::Value;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

/// Passages of every language that has tables.
const PASSAGES: [&str; 14] = [
    include_str!("../tests/benchmark/en.json"),
    include_str!("../tests/benchmark/ar.json"),
    include_str!("../tests/benchmark/de.json"),
    include_str!("../tests/benchmark/es.json"),
    include_str!("../tests/benchmark/fa.json"),
    include_str!("../tests/benchmark/fr.json"),
    include_str!("../tests/benchmark/it.json"),
    include_str!("../tests/benchmark/ja.json"),
    include_str!("../tests/benchmark/pl.json"),
    include_str!("../tests/benchmark/pt.json"),
    include_str!("../tests/benchmark/ru.json"),
    include_str!("../tests/benchmark/tr.json"),
    include_str!("../tests/benchmark/uk.json"),
    include_str!("../tests/benchmark/zh.json"),
];
/// Passages that make an article.
const PARAGRAPHS: usize = 6;

fn main() {
    divan::main();
}

/// Tables are read once a process: there is one sample.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn first_use_of_all_languages(bencher: divan::Bencher) {
    let articles: Vec<String> = PASSAGES.into_iter().map(article).collect();
    bencher.bench_local(|| articles.iter().map(|text| read(black_box(text))).sum::<usize>());
}

/// The first passages of a file as one article.
fn article(file: &str) -> String {
    let passages: Value = serde_json::from_str(file).unwrap_or_default();
    let texts = passages.as_array().into_iter().flatten().filter_map(|passage| passage.get("text")?.as_str());
    texts.take(PARAGRAPHS).collect::<Vec<_>>().join("\n\n")
}

/// Reads an article with all that goes by tables; gives how much was found.
fn read(text: &str) -> usize {
    let article = from_text(text, &Given::default());
    let brief = brief::write(&article);
    let shown: Vec<String> = sentences(&article.text, Span::whole(&article.text), article.language)
        .into_iter()
        .map(|span| span.of(&article.text).to_owned())
        .collect();
    let checked = check::summary(&article, &brief.quotes, &shown);
    let told: Vec<Reading> = shown.iter().map(|text| Reading::of(text, article.language)).collect();
    let at = DateTime::UNIX_EPOCH;
    let draft = black_box(Draft::of(&Report { title: "", text, language: article.language, at }));
    drop(draft);
    brief.quotes.len() + checked.kept.len() + told.len()
}
