//! How long a page takes, against the bare readability port on the same page, and as pages grow, deepen and turn hostile.
//! Run: `cargo bench --bench article`. Compare within one run: twice the page may take about twice the time, and a page
//! beyond the cap no longer than one at it.

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

/// Shapes that are worse than linear to a parser without a guard, or the slowest of those that are linear.
const HOSTILE: [&str; 16] = [
    "<div>",
    "<b><p>",
    "<a href=x><b><p>x</a>",
    "<table><tr><td>",
    "<table><p>x",
    "<ul><li>",
    "<svg><title>",
    "<html a=b>",
    "&amp;",
    "&x",
    "«",
    "<!-- x -->",
    "<!--",
    "<p a=b c=d e=f g=h>x",
    "<select><option>x",
    "< ",
];

#[divan::bench(args = HOSTILE, consts = [1, 2, 4, 20], sample_count = 3, sample_size = 1)]
fn hostile_by_mebibytes<const MEBIBYTES: usize>(bencher: Bencher, part: &str) {
    let html = part.repeat((MEBIBYTES << 20) / part.len());
    bencher.bench(|| from_html(black_box(&html), &Given::default()));
}

#[divan::bench(consts = [1, 2, 4, 20], sample_count = 3, sample_size = 1)]
fn attributes_by_mebibytes<const MEBIBYTES: usize>(bencher: Bencher) {
    let mut html = String::from("<p");
    for number in 0..(MEBIBYTES << 20) / 9 {
        write!(html, " a{number}=b").ok();
    }
    html.push('>');
    bencher.bench(|| from_html(black_box(&html), &Given::default()));
}

#[divan::bench(args = [25, 50, 100, 200, 400])]
fn plain_text_by_size(bencher: Bencher, lines: usize) {
    let text = "On Monday the two coastal states agreed to meet again, officials said.\n\n".repeat(lines);
    bencher.bench(|| from_text(black_box(&text), &Given::default()));
}
