//! What is told once is not told again: a quote that is shown does not stand in the summary beside it.
//!
//! A whole statement belongs to the block of quotes, so a sentence that holds it goes. A fragment belongs to the sentence
//! it is part of, unless it is most of it.

use crate::brief::{Kind, Quote};
use crate::text::count_words;

/// Fewest words of a quote whose repetition is noticed.
const NOTICED: usize = 3;

/// The sentences that hold none of the quotes that are shown.
#[must_use]
pub fn untold<'a>(sentences: &'a [String], shown: &[&Quote]) -> Vec<&'a str> {
    let tells = |sentence: &&String| !shown.iter().any(|quote| belongs_to_block(quote, sentence));
    sentences.iter().filter(tells).map(String::as_str).collect()
}

/// Whether a summary tells a fragment in its place, so that it need not stand in a block of its own.
#[must_use]
pub fn is_told(quote: &Quote, summary: &[String]) -> bool {
    summary.iter().any(|sentence| holds(sentence, &quote.text) && !belongs_to_block(quote, sentence))
}

/// Whether a sentence is left to the block that shows the quote.
fn belongs_to_block(quote: &Quote, sentence: &str) -> bool {
    let most = folded(&quote.text).len() * 2 >= folded(sentence).len();
    holds(sentence, &quote.text) && (quote.kind == Kind::Direct || most)
}

fn holds(sentence: &str, words: &str) -> bool {
    count_words(words) >= NOTICED && folded(sentence).contains(&folded(words))
}

/// Letters and digits only, in lower case, so that marks and a comma before “he said” make no difference.
fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn quote(text: &str, kind: Kind) -> Quote {
        Quote {
            span: Span::whole(text),
            text: text.into(),
            kind,
            speaker: None,
            quoted_from: None,
            via: None,
            confidence: 1.0,
            rule: String::new(),
            key: Some(1),
        }
    }

    #[test]
    fn a_quote_is_told_in_one_place() {
        let statement = quote("We waited nine years for this,", Kind::Direct);
        let fragment = quote("a gift to upstream farmers", Kind::Mixed);
        let sentences = [
            "Lakeland and Norvia signed a treaty on Saturday.".to_owned(),
            "“We waited nine years for this”, Anna Orlo said at the dam above Ostravik, next to her guest."
                .to_owned(),
            "Marta Silva, who leads the opposition, called the treaty “a gift to upstream farmers” and left."
                .to_owned(),
            "She called it “a gift to upstream farmers”.".to_owned(),
        ];
        let left = untold(&sentences, &[&statement]);
        assert_eq!(left, [&sentences[0], &sentences[2], &sentences[3]]);
        assert_eq!(untold(&sentences, &[&fragment]), [&sentences[0], &sentences[1], &sentences[2]]);
        assert!(is_told(&fragment, &sentences) && !is_told(&statement, &sentences));
        assert!(!is_told(&fragment, &sentences[3..]));
        // two words may stand anywhere
        assert_eq!(untold(&sentences, &[&quote("a treaty", Kind::Direct)]).len(), 4);
    }
}
