//! What a chat does not want to hear of.

use std::collections::BTreeSet;

use crate::article::Article;
use crate::brief::Quote;
use crate::statement::{Likeness, is_run_together, likeness};
use crate::text::{Language, Span, fold, is_stop, stem, words};

/// Something a chat does not want to hear of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mute {
    /// Articles that hold all of these words, in any form.
    Words(String),
    /// Articles that quote this person, or have the name in the headline.
    Person(String),
    /// Articles of a story, by its number.
    Story(i64),
}

impl Mute {
    /// Whether an article of a story is not to be heard of.
    #[must_use]
    pub fn hides(&self, article: &Article, quotes: &[Quote], story: Option<i64>) -> bool {
        match self {
            Self::Story(number) => story == Some(*number),
            Self::Person(name) => quotes.iter().any(|quote| is_by(quote, name)) || title_names(article, name),
            Self::Words(muted) => holds(article, muted),
        }
    }
}

fn is_by(quote: &Quote, name: &str) -> bool {
    let speaker = quote.speaker.as_ref().and_then(|speaker| speaker.name.as_deref());
    speaker.is_some_and(|speaker| match likeness(speaker, name) {
        Likeness::Same => true,
        Likeness::Short => !name.contains(' ') && !is_run_together(name),
        Likeness::Other => false,
    })
}

fn title_names(article: &Article, name: &str) -> bool {
    let title = stems(article.title.as_deref().unwrap_or_default(), article.language);
    let name = stems(name, article.language);
    !name.is_empty() && name.is_subset(&title)
}

fn holds(article: &Article, muted: &str) -> bool {
    let wanted = stems(muted, article.language);
    let telling: BTreeSet<String> = words(muted, Span::whole(muted))
        .map(|word| word.of(muted))
        .filter(|word| !is_stop(word, article.language))
        .map(|word| fold(&stem(word, article.language)))
        .collect();
    let wanted = if telling.is_empty() { wanted } else { telling };
    let mut held = stems(&article.text, article.language);
    held.extend(stems(article.title.as_deref().unwrap_or_default(), article.language));
    !wanted.is_empty() && wanted.is_subset(&held)
}

fn stems(text: &str, language: Language) -> BTreeSet<String> {
    words(text, Span::whole(text)).map(|word| fold(&stem(word.of(text), language))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Given, from_text};
    use crate::brief::quotes::find;

    #[test]
    fn words_in_any_form_persons_and_stories_are_hidden() {
        let text =
            "\"The ferries stay in port,\" Ilan Dorev, foreign minister of Tavria, told reporters on Monday.";
        let mut article = from_text(text, &Given::default());
        article.title = Some("Mara Feld visits Port Hale".into());
        let quotes = find(&article);
        assert!(!quotes.is_empty());
        for (mute, wanted) in [
            (Mute::Words("ferry".into()), true),
            (Mute::Words("the ferry of Tavria".into()), true),
            (Mute::Words("ferry strike".into()), false),
            (Mute::Words(" ".into()), false),
            (Mute::Person("Ilan Dorev".into()), true),
            (Mute::Person("Dorev".into()), true),
            (Mute::Person("Илан Дорев".into()), true),
            (Mute::Person("Mara Feld".into()), true),
            (Mute::Person("Anna Orlo".into()), false),
            (Mute::Story(4), true),
            (Mute::Story(5), false),
        ] {
            assert_eq!(mute.hides(&article, &quotes, Some(4)), wanted, "{mute:?}");
        }
    }

    #[test]
    fn a_name_before_which_no_space_stands_mutes_nobody_else_of_its_surname() {
        let text = "\"The ferries stay in port,\" Ilan Dorev told reporters on Monday.";
        let mut quote = find(&from_text(text, &Given::default())).remove(0);
        quote.speaker.as_mut().unwrap().name = Some("高橋".into());
        assert!(is_by(&quote, "高橋") && !is_by(&quote, "高橋小百合"));
    }
}
