//! Whom a description means: “the foreign minister”, by the article's own words and by the dated table of offices.

use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::noun_phrase::Phrase;
use crate::people::index;
use crate::people::lexicon::Tags;
use crate::people::offices::{self, Holder, read_role};
use crate::people::roles::{self, Description};

/// The one person a definite description fits.
pub(crate) fn description(document: &Document, phrase: &Phrase) -> Option<usize> {
    let stream = &document.stream;
    if stream.has(phrase.tokens.start, Tags::HIS.or(Tags::HER))
        || stream.is_the_word(phrase.tokens.start, "their")
    {
        return None;
    }
    let asked = roles::describe(stream, &phrase.tokens);
    if asked.head.ends_with('s') && !asked.head.ends_with("ss") && !asked.head.ends_with("us") {
        return None;
    }
    let holders = index::holders(&document.index, &asked);
    match holders.as_slice() {
        [one] => Some(*one),
        [] => seated(document, phrase),
        several => at_hand(document, phrase, several).or_else(|| seated(document, phrase)),
    }
}

/// Of several whom a description fits: the only one named in its paragraph or the one before.
fn at_hand(document: &Document, phrase: &Phrase, several: &[usize]) -> Option<usize> {
    let stream = &document.stream;
    let paragraph = stream.get(phrase.tokens.start)?.paragraph;
    for back in 0..2 {
        let tokens = stream.paragraphs.get(paragraph.checked_sub(back)?)?;
        let range = tokens.start..tokens.end.min(phrase.tokens.start);
        let mut named = document
            .index
            .mentions_in(range)
            .filter_map(|mention| mention.person)
            .filter(|person| several.contains(person));
        if let Some(first) = named.next() {
            return named.all(|person| person == first).then_some(first);
        }
    }
    None
}

/// The one person of the article who holds the very office the phrase means: “the head of the Russian state” is
/// “Russian President X”.
fn seated(document: &Document, phrase: &Phrase) -> Option<usize> {
    let seat = read_role(document.stream.span(&phrase.tokens).of(document.text))?;
    let holds = |role: &Description| {
        role.office.is_some() && !role.former && read_role(role.span.of(document.text)) == Some(seat)
    };
    let mut holders = (0..document.index.persons.len())
        .filter(|person| document.index.get(*person).is_some_and(|person| person.roles.iter().any(holds)));
    let first = holders.next()?;
    holders.next().is_none().then_some(first)
}

/// Who held the office the phrase means when the article was published, by the dated table.
pub(crate) fn holder(document: &Document, phrase: &Phrase) -> Option<&'static Holder> {
    let (country, office) = read_role(document.stream.span(&phrase.tokens).of(document.text))?;
    offices::holder(country, office, document.published?)
}

/// The persons of the article who held an office of the table when it was published.
pub(crate) fn incumbents(document: &Document) -> Vec<(usize, &'static Holder)> {
    let Some(published) = document.published else { return Vec::new() };
    offices::in_office(published)
        .into_iter()
        .filter_map(|holder| Some((namesake(document, holder)?, holder)))
        .collect()
}

/// The person of the article who is the holder: of the same full name, or called by the surname alone.
pub(crate) fn namesake(document: &Document, holder: &Holder) -> Option<usize> {
    let words: Vec<String> = holder.name.split(' ').map(str::to_lowercase).collect();
    document.index.persons.iter().position(|person| {
        let short = person.words.len() == 1 || person.words.first() == words.first();
        person.human && short && person.words.last() == words.last()
    })
}
