//! Quotes stay linear: each group doubles its input, and the time should double with it. `article` is the time an article
//! takes in each language, warm: to stay below 2 ms in English and 3 ms in any other.

use attache::article::{Article, Given, from_text};
use attache::brief::quotes;

fn main() {
    divan::main();
}

fn found(text: &str) -> usize {
    quotes::find(&from_text(text, &Given::default())).len()
}

/// Bytes of an article: about 600 words of English.
const ARTICLE: usize = 3_600;
/// The same, of scripts whose letters are two or three bytes each.
const WIDE_ARTICLE: usize = 6_600;
/// The languages with their own reader of quotes.
const LANGUAGES: [&str; 14] =
    ["en", "de", "fr", "es", "it", "pt", "ru", "uk", "pl", "tr", "ar", "fa", "zh", "ja"];

/// The passages of the benchmark of a language, as many as make an article.
fn article_in(language: &str) -> Article {
    let path = format!("{}/tests/benchmark/{language}.json", env!("CARGO_MANIFEST_DIR"));
    let file = std::fs::read_to_string(path).unwrap_or_default();
    let passages: serde_json::Value = serde_json::from_str(&file).unwrap_or_default();
    let wide = matches!(language, "ru" | "uk" | "ar" | "fa" | "zh" | "ja");
    let mut text = String::new();
    for passage in passages.as_array().into_iter().flatten() {
        if text.len() < if wide { WIDE_ARTICLE } else { ARTICLE } {
            text.push_str(passage["text"].as_str().unwrap_or_default());
            text.push_str("\n\n");
        }
    }
    assert!(!text.is_empty(), "no passages in {language}");
    from_text(&text, &Given::default())
}

/// An article of each language.
#[divan::bench(args = LANGUAGES)]
fn article(bencher: divan::Bencher, language: &str) {
    let article = article_in(language);
    divan::black_box(quotes::find(&article));
    bencher.bench_local(|| quotes::find(&article).len());
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
