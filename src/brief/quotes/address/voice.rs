//! Whether a text is one person's own words: the first person throughout, and nobody told to say anything.

use crate::article::Article;
use crate::languages::{ByLanguage, section};
use crate::text::{Language, Span, is_speech_verb, lower, sentences, words};

/// Of so many sentences one at least is in the first person.
const OWN: usize = 5;
/// Fewest sentences in the first person.
const FEWEST: usize = 3;
/// Of so many sentences one at most tells of somebody who says something, or has words in marks.
const TELLING: usize = 12;
/// Marks around words: where many stand, others speak.
const MARKS: [char; 6] = ['“', '„', '«', '「', '『', '"'];

/// Words of whoever speaks, of whoever is spoken to and of others.
struct Persons {
    first: Vec<String>,
    second: Vec<String>,
    third: Vec<String>,
}

static PERSONS: ByLanguage<Persons> = ByLanguage::new(|language| Persons {
    first: [section::FIRST_PERSON, section::ANSWERING]
        .into_iter()
        .flat_map(|section| language.words(section))
        .map(std::borrow::Cow::into_owned)
        .collect(),
    second: language.words(section::SECOND_PERSON).map(std::borrow::Cow::into_owned).collect(),
    third: language.words(section::PERSONAL).map(std::borrow::Cow::into_owned).collect(),
});

/// True where the paragraphs are in the first person and nobody is told to speak in them.
pub(super) fn is_own(article: &Article, paragraphs: &[Span]) -> bool {
    let (mut all, mut own, mut telling, mut marked) = (0, 0, 0, 0);
    for sentence in
        paragraphs.iter().flat_map(|paragraph| sentences(&article.text, *paragraph, article.language))
    {
        let told = sentence.of(&article.text);
        let first = speaks(told, article.language);
        all += 1;
        own += usize::from(first);
        let persons = PERSONS.of(article.language);
        let addressed = first || holds(told, &persons.second, article.language);
        let of_another = !addressed || holds(told, &persons.third, article.language);
        telling += usize::from(of_another && tells(told, article.language));
        marked += usize::from(told.contains(MARKS));
    }
    let few = |count: usize| count <= 1 || count * TELLING <= all;
    own >= FEWEST && own * OWN >= all && few(telling) && few(marked)
}

/// True where a word of the first person stands in `words`.
pub(super) fn speaks(words: &str, language: Language) -> bool {
    holds(words, &PERSONS.of(language).first, language)
}

fn holds(text: &str, listed: &[String], language: Language) -> bool {
    if language.profile().unspaced {
        return listed.iter().any(|word| text.contains(word.as_str()));
    }
    let is = |word: &str| listed.iter().any(|one| one == word);
    words(text, Span::whole(text)).map(|span| span.of(text)).filter(|word| !is_acronym(word)).any(|word| {
        let word = lower(word).replace('’', "'");
        is(&word) || word.split('\'').any(is)
    })
}

/// True for `US`, which is nobody.
fn is_acronym(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase)
}

fn tells(text: &str, language: Language) -> bool {
    !language.profile().unspaced
        && words(text, Span::whole(text)).any(|span| is_speech_verb(span.of(text), language))
}
