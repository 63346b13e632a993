//! The last gate: nothing leaves that is not in the article.
//!
//! In: an article and what was found in it. Out: the same without whatever is not the article's text at its offsets.

use super::quote::{Quote, Speaker};
use crate::article::{Article, Role};

/// Keeps the quotes that are the article's words at their own offsets, outside captions and boilerplate; a mention of
/// a speaker that is not is taken out of its quote.
#[must_use]
pub fn quotes(article: &Article, quotes: Vec<Quote>) -> Vec<Quote> {
    let mut kept: Vec<Quote> = quotes.into_iter().filter(|quote| stands(article, quote)).collect();
    for speaker in kept.iter_mut().filter_map(|quote| quote.speaker.as_mut()) {
        check(article, speaker);
    }
    kept
}

fn stands(article: &Article, quote: &Quote) -> bool {
    let role = article.role_at(quote.span.start);
    let noise = matches!(role, Some(Role::Caption | Role::Boilerplate | Role::Byline));
    !quote.text.is_empty() && !noise && quote.span.of(&article.text) == quote.text
}

fn check(article: &Article, speaker: &mut Speaker) {
    let written = |mention: &String| speaker.span.is_some_and(|span| span.of(&article.text) == mention);
    if !speaker.mention.as_ref().is_none_or(written) {
        speaker.mention = None;
        speaker.span = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Given, from_text};
    use crate::brief::quotes::find;

    #[test]
    fn altered_words_and_mentions_do_not_leave() {
        let article = from_text("\"We will stay,\" Ana Porto said.", &Given::default());
        let found = find(&article);
        assert_eq!(quotes(&article, found.clone()), found);

        let mut altered = found.clone();
        altered[0].text.push('!');
        assert_eq!(quotes(&article, altered), []);

        let mut misplaced = found;
        misplaced[0].speaker.as_mut().unwrap().mention = Some("Somebody Else".into());
        assert_eq!(quotes(&article, misplaced)[0].speaker.as_ref().unwrap().mention, None);
    }

    #[test]
    fn what_a_caption_a_byline_or_boilerplate_says_does_not_leave() {
        let text = "\"We will stay,\" Ana Porto said.";
        let mut article = from_text(text, &Given::default());
        let found = find(&article);
        assert_eq!(found.len(), 1);
        for (role, kept) in [
            (Role::Body, 1),
            (Role::Heading, 1),
            (Role::Dek, 1),
            (Role::Caption, 0),
            (Role::Boilerplate, 0),
            (Role::Byline, 0),
        ] {
            article.blocks[0].role = role;
            assert_eq!(quotes(&article, found.clone()).len(), kept, "{role:?}");
        }
    }
}
