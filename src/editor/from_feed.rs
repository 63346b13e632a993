//! A brief of what the feed told, for when the page cannot be read.

use crate::article::{self, Article, Given, Standing};
use crate::brief::{self, Method, Summary};
use crate::text::{self, Span, Stop, sentences};

use super::edited::{Edited, Told, standing, unchecked};

/// Fewest words of a description that say something.
const FEWEST_WORDS: usize = 6;
/// Most words of a summary.
const MOST_WORDS: usize = 75;
/// Most sentences of a summary.
const MOST_SENTENCES: usize = 3;

/// Briefs the article the feed carries, or else its description; `None` when neither says anything.
pub(super) fn brief(url: &str, told: &Told, page: Standing, stop: &Stop) -> Option<Edited> {
    let given = Given { url: Some(url.to_owned()), title: told.title.clone(), published: told.published };
    if let Some(html) = &told.content_html {
        // what the feed carries names neither another address nor another outlet
        let article = Article {
            url: Some(article::canonical(url)).filter(|url| !url.is_empty()),
            site: text::host(url),
            ..article::from_html(html, &given)
        };
        if standing(&article) == Standing::Article {
            return Some(unchecked(article, stop));
        }
    }
    let summary = told.summary.as_deref().filter(|text| text::count_words(text) >= FEWEST_WORDS)?;
    let mut article = article::from_text(summary, &given);
    article.standing = page;
    let mut brief = brief::write_until(&article, stop);
    brief.summary =
        Summary { sentences: opening(summary, article.language), method: Method::Feed, ..Summary::default() };
    Some(Edited { article, brief, opened: None, is_private: false, is_announced: false })
}

/// The first sentences of the description that fit a summary.
fn opening(text: &str, language: crate::text::Language) -> Vec<String> {
    let mut words = 0;
    let mut taken = Vec::new();
    let squeezed = |span: Span| span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    for span in sentences(text, Span::whole(text), language).into_iter().take(MOST_SENTENCES) {
        words += text::count_words(span.of(text));
        if words > MOST_WORDS {
            if taken.is_empty() {
                taken.push(format!("{} …", squeezed(text::first_words(text, span, MOST_WORDS))));
            }
            break;
        }
        taken.push(squeezed(span));
    }
    taken
}
