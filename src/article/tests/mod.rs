//! Tests of reading articles, as tables and golden pages.

mod authors;
mod datelines;
mod days;
mod facts;
mod hostile;
mod inline;
mod languages;
mod laws;
mod lines;
mod local_days;
mod others;
mod pages;
mod readers;
mod sections;
mod shown;
mod signatures;
mod signed;
mod standings;
mod walls;

use super::{Article, Given, from_html};

/// Wraps paragraphs into an ordinary page.
fn page(head: &str, body: &str) -> String {
    format!("<!DOCTYPE html><html><head>{head}</head><body><main>{body}</main></body></html>")
}

fn read(html: &str) -> Article {
    from_html(html, &Given::default())
}

/// Three paragraphs of an invented report.
const REPORT: &str = "<p>The two coastal states will resume talks on fishing quotas on Monday after a pause of three weeks, officials on both sides said.</p>\
    <p>The deputy minister told reporters outside the harbour office that nobody had left the room this time, which was better than in March.</p>\
    <p>Her counterpart was more cautious and warned that the question of the southern banks remained open until the ministers meet in June.</p>";
