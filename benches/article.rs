//! How long a page takes, against the bare readability port on the same page, and as pages grow and deepen.
//! Run: `cargo bench --bench article`. Compare within one run.

use std::fmt::Write;

use attache::article::{Given, from_html, from_text};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// An invented news page of `paragraphs` paragraphs, wrapped `depth` elements deep.
fn page(paragraphs: usize, depth: usize) -> String {
    let mut html = String::from(
        "<!DOCTYPE html><html lang=en><head><title>Harbour talks to resume | Port Gazette</title>\
         <meta property=og:site_name content='Port Gazette'></head><body><nav>",
    );
    for item in 0..40 {
        write!(html, "<li><a href='/{item}'>Section {item}</a></li>").ok();
    }
    html.push_str("</nav>");
    html.push_str(&"<div class=wrap>".repeat(depth));
    html.push_str("<h1>Harbour talks to resume</h1><p>By Nadia Feld</p>");
    for number in 0..paragraphs {
        write!(
            html,
            "<p>On day {number} the two coastal states, whose fleets share <a href='/bank'>the southern banks</a>, \
             agreed to meet again, officials said. “Nobody left the room,” the deputy minister told reporters.</p>"
        )
        .ok();
    }
    html.push_str("<div class=related><h3>Related stories</h3>");
    for item in 0..20 {
        write!(html, "<p><a href='/r{item}'>Quota dispute {item} deepens in the north</a></p>").ok();
    }
    html.push_str(&"</div>".repeat(depth + 1));
    html
}

#[divan::bench(args = [25, 50, 100, 200, 400])]
fn ours_by_size(bencher: Bencher, paragraphs: usize) {
    let html = page(paragraphs, 10);
    bencher.bench(|| from_html(black_box(&html), &Given::default()));
}

#[divan::bench(args = [25, 50, 100, 200, 400])]
fn bare_by_size(bencher: Bencher, paragraphs: usize) {
    let html = page(paragraphs, 10);
    bencher.bench(|| {
        dom_smoothie::Readability::from(black_box(html.as_str())).parse().map(|found| found.length).ok()
    });
}

#[divan::bench(args = [64, 128, 256, 512, 1024, 2048])]
fn ours_by_depth(bencher: Bencher, depth: usize) {
    let html = page(50, depth);
    bencher.bench(|| from_html(black_box(&html), &Given::default()));
}

#[divan::bench(args = [25, 50, 100, 200, 400])]
fn plain_text_by_size(bencher: Bencher, lines: usize) {
    let text = "On Monday the two coastal states agreed to meet again, officials said.\n\n".repeat(lines);
    bencher.bench(|| from_text(black_box(&text), &Given::default()));
}
