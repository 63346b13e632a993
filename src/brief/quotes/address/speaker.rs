//! Whose speech a text is: the words of the head for the person, read as the guest of an interview is.

use crate::article::{Article, Given, from_text};
use crate::brief::{Quote, Speaker};
use crate::languages::{Section, section};
use crate::text::{Language, Span, first_words, fold, is_letter, words};

/// Words of the speech that are read with its head.
const READ: usize = 40;
/// Fewest letters that two forms of a name have in common.
const ALIKE: usize = 3;

/// The person for whom the words `who` stand, if they name one with an office or a title, and nothing else.
///
/// They are read as the line over an interview, with the beginning of `speech` as its answer: cases, offices and the order of
/// names are known there.
pub(super) fn of(
    who: &str,
    speech: &str,
    language: Language,
    read: impl Fn(&Article) -> Vec<Quote>,
) -> Option<Speaker> {
    let label = |section: Section| {
        language.words(section).find(|label| label.chars().count() > 1 || language.profile().unspaced)
    };
    let (question, answer) = (label(section::QUESTION_LABEL)?, label(section::ANSWER_LABEL)?);
    let (question, answer) = (capital(&question), capital(&answer));
    let words =
        first_words(speech, Span::whole(speech), READ).of(speech).replace(['?', '؟', '？', ':', '：'], ",");
    let stop = if language.profile().unspaced { "。" } else { "." };
    let talk = format!(
        "{}{stop}\n\n{question}: {question}?\n\n{answer}: {words}\n\n{question}: {question}?\n\n{answer}: {words} {words}\n",
        capital(who)
    );
    let mut article = from_text(&talk, &Given::default());
    article.language = language;
    let quotes = read(&article);
    let speaker =
        quotes.into_iter().find_map(|quote| quote.speaker.filter(|speaker| speaker.name.is_some()))?;
    let own = stands_last(speaker.name.as_deref()?, who, language) && !is_of_another(&speaker, who, language);
    // `M.` is no office
    let titled = |role: &String| !role.ends_with('.');
    (own && speaker.role.is_some()).then(|| Speaker { role: speaker.role.filter(titled), ..speaker })
}

/// `a neighbour of President X`: a word that is neither of the office nor of the name is of another.
fn is_of_another(speaker: &Speaker, who: &str, language: Language) -> bool {
    let told = [&speaker.name, &speaker.role].into_iter().flatten().map(|words| fold(words));
    let told = told.collect::<Vec<_>>().join(" ");
    let who = fold(who);
    if language.profile().unspaced {
        return who.chars().any(|letter| is_letter(letter) && !told.contains(letter));
    }
    let known: Vec<&str> = words(&told, Span::whole(&told)).map(|span| span.of(&told)).collect();
    let alike = |word: &str| {
        let shared =
            |other: &&str| word.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
        known.iter().any(|other| shared(other) > ALIKE.min(word.chars().count().saturating_sub(1)))
    };
    let mut rest = words(&who, Span::whole(&who)).map(|span| span.of(&who));
    rest.any(|word| word.chars().count() > ALIKE && !alike(word))
}

/// True where the words end with the name, in whatever case.
fn stands_last(name: &str, who: &str, language: Language) -> bool {
    let (name, who) = (fold(name), fold(who));
    if language.profile().unspaced {
        return who.contains(&name);
    }
    let last = |text: &str| words(text, Span::whole(text)).last().map(|span| span.of(text).to_owned());
    let (Some(surname), Some(end)) = (last(&name), last(&who)) else { return false };
    let shared = surname.chars().zip(end.chars()).take_while(|(one, other)| one == other).count();
    shared >= ALIKE.min(surname.chars().count()) && shared + ALIKE > surname.chars().count()
}

/// True where the speech names its speaker: then another tells of him.
pub(super) fn is_told_of(speaker: &Speaker, paragraphs: &[Span], text: &str, language: Language) -> bool {
    let Some(name) = speaker.name.as_deref().map(fold) else { return true };
    let own = |words_of: &str| {
        let folded = fold(words_of);
        if language.profile().unspaced {
            return folded.contains(&name);
        }
        let surname = words(&name, Span::whole(&name)).last().map_or("", |span| span.of(&name));
        let stem: String =
            surname.chars().take(surname.chars().count().saturating_sub(1).max(ALIKE)).collect();
        words(&folded, Span::whole(&folded)).any(|span| span.of(&folded).starts_with(&stem))
    };
    paragraphs.iter().any(|paragraph| own(paragraph.of(text)))
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.as_str().chars()).collect()
}
