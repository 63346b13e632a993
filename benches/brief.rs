//! How long one article takes from text or page to brief, one thread, and which stage takes what share.
//! Run: `cargo bench --bench brief`. Compare within one run.

use std::cell::Cell;
use std::fmt::Write;

use attache::article::{Article, Given, from_html, from_text};
use attache::brief::terms::Terms;
use attache::brief::{self, Quote, quotes, rank, summary};
use attache::story::{Draft, Report};
use chrono::DateTime;
use divan::{Bencher, black_box};

#[path = "invented/drafts.rs"]
mod drafts;
mod invented;

/// Articles taken in turn, so that no one sentence is measured alone.
const ARTICLES: usize = 20;
/// Articles in the window that a new one is placed among.
const WINDOW: i64 = 5_000;

fn main() {
    divan::main();
}

/// Measures `work` over articles taken in turn.
fn each<T, R>(bencher: Bencher, make: impl Fn(usize) -> T, work: impl Fn(&T) -> R) {
    let made: Vec<T> = (0..ARTICLES).map(make).collect();
    let turn = Cell::new(0);
    let next = || {
        turn.set((turn.get() + 1) % ARTICLES);
        turn.get()
    };
    bencher.bench_local(|| made.get(next()).map(|one| work(black_box(one))));
}

fn read(text: &str) -> Article {
    from_text(text, &Given::default())
}

fn article(number: usize) -> Article {
    read(&invented::article(number))
}

/// The same article as a news page.
fn page(number: usize) -> String {
    let mut html = String::from(
        "<!DOCTYPE html><html lang=en><head><title>Talks resume | Norland Post</title>\
         <meta property=og:site_name content='Norland Post'></head><body><nav>",
    );
    for item in 0..40 {
        write!(html, "<li><a href='/{item}'>Section {item}</a></li>").ok();
    }
    html.push_str("</nav><main><article>");
    for (at, line) in invented::article(number).lines().filter(|line| !line.is_empty()).enumerate() {
        let tag = if at == 0 { "h1" } else { "p" };
        write!(html, "<{tag}>{line}</{tag}>").ok();
    }
    html.push_str("</article></main><aside>");
    for item in 0..20 {
        write!(html, "<p><a href='/r{item}'>Quota dispute {item} deepens in the north</a></p>").ok();
    }
    html.push_str("</aside></body></html>");
    html
}

#[divan::bench]
fn whole_from_text(bencher: Bencher) {
    each(bencher, invented::article, |text| brief::write(&read(text)));
}

#[divan::bench]
fn whole_from_page(bencher: Bencher) {
    each(bencher, page, |html| brief::write(&from_html(html, &Given::default())));
}

#[divan::bench]
fn stage_1_reading_text(bencher: Bencher) {
    each(bencher, invented::article, |text| read(text));
}

#[divan::bench]
fn stage_1_reading_page(bencher: Bencher) {
    each(bencher, page, |html| from_html(html, &Given::default()));
}

#[divan::bench]
fn stage_2_quotes(bencher: Bencher) {
    each(bencher, article, quotes::find);
}

#[divan::bench]
fn stage_3_words(bencher: Bencher) {
    each(bencher, article, Terms::of);
}

/// An article with what the stages before find in it.
fn quoted(number: usize) -> (Article, Vec<Quote>, Terms) {
    let article = article(number);
    let (quotes, terms) = (quotes::find(&article), Terms::of(&article));
    (article, quotes, terms)
}

#[divan::bench]
fn stage_4_key_quotes(bencher: Bencher) {
    each(bencher, quoted, |(article, quotes, terms)| {
        let mut quotes = quotes.clone();
        rank::rank(article, terms, &mut quotes);
        quotes
    });
}

#[divan::bench]
fn stage_5_summary(bencher: Bencher) {
    each(bencher, quoted, |(article, quotes, terms)| summary::extract(article, terms, quotes));
}

/// Placing in a story among those of a day, which the service does after the brief.
#[divan::bench]
fn stage_6_story(bencher: Bencher) {
    let window = drafts::window(WINDOW);
    let drawn = Cell::new(11);
    let two = |number| {
        drawn.set(drawn.get() + 1);
        (article(number), drafts::Words(drawn.get()).draft(1_440))
    };
    each(bencher, two, |(article, other)| {
        let title = article.title.as_deref().unwrap_or_default();
        let (text, language, at) = (article.text.as_str(), article.language, DateTime::UNIX_EPOCH);
        (Draft::of(&Report { title, text, language, at }), window.nearest(other))
    });
}
