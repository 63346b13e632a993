//! Who is told to have said a stretch of words: from what a frame found to what the output shows.

use std::ops::Range;

use super::acronym;
use super::frames::{Frame, Source};
use super::people::{Discourse, Gender, Meant, Registry, Someone, is_proven, shown};
use super::phrases::{Noun, Sort, Text};
use super::words::Class;
use crate::brief::Speaker;
use crate::brief::quotes::rule::Rule;
use crate::text::without_invisible;

/// Who said a stretch of words, as the output shows it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Told {
    /// Who speaks.
    pub(crate) speaker: Speaker,
    /// The outlet the words came through.
    pub(crate) via: Option<String>,
    /// How sure the person is, 0 to 1.
    pub(crate) sure: f32,
}

/// Sentences a verb alone looks back for the body that speaks.
const REACH: usize = 4;

/// Sentences a text looks back for the body whose it is.
const OWNER: usize = 2;

/// Who speaks in `frame`, and the person's number.
#[must_use]
pub(super) fn of_source(
    text: &Text,
    people: &Registry,
    discourse: &mut Discourse,
    sentence: usize,
    frame: &Frame,
) -> (Told, Option<usize>) {
    let (mut told, person) = match &frame.source {
        Source::Noun(noun) => {
            let (mut told, person) = of_noun(text, people, discourse, sentence, noun);
            let trusted = frame.beside && !matches!(frame.rule, Rule::Before | Rule::Subject | Rule::Later);
            // one word at the head of a clause is a name only if the article has it elsewhere
            let doubted = text.grammar.last_verb && noun.sort == Sort::Capital && !frame.beside;
            if person.is_none() && (doubted || !is_proven(text, noun, trusted)) {
                told.speaker.name = None;
            }
            (told, person)
        }
        Source::Silent(class, tokens) if class.any(Class::READ) && !class.any(Class::SAY) => {
            of_text(text, people, discourse, sentence, None, tokens)
        }
        // where every verb has a subject, one that is not made out is not whoever spoke last
        Source::Silent(class, tokens)
            if frame.rule == Rule::Inverted && text.grammar.needs_subject(*class) =>
        {
            (told(text, None, tokens.clone(), 0.6, None), None)
        }
        Source::Silent(class, tokens) => of_verb(text, people, discourse, sentence, *class, tokens),
        Source::Document(owner, tokens) => of_text(text, people, discourse, sentence, owner.as_ref(), tokens),
    };
    told.via = frame.via.as_ref().map(|outlet| bare(text, outlet));
    (told, person)
}

/// Somebody without a name, or a body: the phrase of the text.
pub(super) fn of_unnamed(text: &Text, noun: &Noun) -> Told {
    let mut found = told(text, None, noun.tokens.clone(), 0.7, None);
    found.speaker.name = (noun.sort == Sort::Body && proper(text, noun)).then(|| bare(text, noun));
    found
}

/// A person, for whom the tokens `mention` stand.
#[must_use]
pub(super) fn of_person(text: &Text, people: &Registry, person: usize, mention: Range<usize>) -> Told {
    let known = people.all.get(person);
    told(text, known, mention, 0.75, None)
}

fn told(
    text: &Text,
    known: Option<&Someone>,
    mention: Range<usize>,
    sure: f32,
    gender: Option<Gender>,
) -> Told {
    let span = (!mention.is_empty()).then(|| text.stream().span(&mention));
    let name = known.map(|known| named(text, known, gender));
    let role = known.and_then(|known| known.role.clone()).map(|role| office(text, &role));
    let mention = span.map(|span| span.of(text.document.text).to_owned()).or_else(|| name.clone());
    Told { speaker: Speaker { name, role, mention, span }, via: None, sure }
}

/// An office in the first case, as the name beside it: «по словам главного судьи» gives «главный судья». As the text has
/// it where the rules do not tell that case of each word up to its noun.
fn office(text: &Text, role: &Range<usize>) -> String {
    let noun = role.clone().find(|at| text.has(*at, Class::ROLE));
    let inflected = |at: &usize| text.grammar.cases && !text.has(*at, Class::FIRST_CASE);
    let first = noun.filter(inflected).and_then(|noun| first_case_office(text, role, noun));
    first.unwrap_or_else(|| text.words(role))
}

fn first_case_office(text: &Text, role: &Range<usize>, noun: usize) -> Option<String> {
    let in_first_case = |at: usize, male: bool| text.grammar.first_case(text.lower(at), male);
    let known = |male: &bool| {
        in_first_case(noun, *male).is_some_and(|word| {
            let class = text.grammar.class(&word);
            class.any(Class::ROLE) && class.any(Class::FIRST_CASE)
        })
    };
    let male = [true, false].into_iter().find(known)?;
    let words: Option<Vec<String>> = (role.start..=noun).map(|at| in_first_case(at, male)).collect();
    let behind = text.words(&(noun + 1..role.end));
    Some([words?.join(" "), behind].join(" ").trim_end().to_owned())
}

/// The name in the form of a subject, as far as the article or the language's rules tell it.
fn named(text: &Text, known: &Someone, gender: Option<Gender>) -> String {
    let gender = known.gender.or(gender).or_else(|| given(text, known));
    let male = gender != Some(Gender::Female);
    if known.first_case || !text.grammar.cases || gender.is_none() {
        return known.name.clone();
    }
    let first_case = |word: &str| text.grammar.first_case(word, male).unwrap_or_else(|| word.to_owned());
    // a first name nobody knows in this form may not be one: then the name stays as the text has it
    let mut words: Vec<&str> = known.name.split(' ').collect();
    let last = words.pop().unwrap_or_default();
    let given: Option<Vec<String>> = words.iter().map(|word| given_name(text, word, male)).collect();
    match given {
        Some(given) => given.into_iter().chain([first_case(last)]).collect::<Vec<_>>().join(" "),
        None => known.name.clone(),
    }
}

/// A first name in the first case, if it is known.
fn given_name(text: &Text, word: &str, male: bool) -> Option<String> {
    let lower = word.to_lowercase();
    if let Some(name) = text.grammar.given_name(&lower) {
        return Some(name.to_owned());
    }
    let is_given = |lower: &str| text.grammar.class(lower).any(Class::FIRST_NAME);
    if is_given(&lower) {
        return Some(word.to_owned());
    }
    text.grammar.first_case(word, male).filter(|name| is_given(&name.to_lowercase()))
}

/// The gender a first name tells once its case is taken off.
fn given(text: &Text, known: &Someone) -> Option<Gender> {
    let first = known.words.first()?;
    if let Some(gender) = Gender::of(text.grammar.class(first)) {
        return Some(gender);
    }
    [Gender::Male, Gender::Female].into_iter().find(|gender| {
        let plain = text.grammar.first_case(first, *gender == Gender::Male);
        plain.is_some_and(|name| {
            let class = text.grammar.class(&name);
            class.any(Class::FIRST_NAME) && Gender::of(class) == Some(*gender)
        })
    })
}

fn of_noun(
    text: &Text,
    people: &Registry,
    discourse: &mut Discourse,
    sentence: usize,
    noun: &Noun,
) -> (Told, Option<usize>) {
    let Meant { person, sure, .. } = discourse.speaks(text, people, noun);
    let mut found = told(
        text,
        person.and_then(|person| people.all.get(person)),
        noun.tokens.clone(),
        sure,
        Gender::of(noun.class),
    );
    let body = matches!(noun.sort, Sort::Body | Sort::Outlet);
    let several = text.grammar.cases && noun.class.any(Class::PLURAL);
    if person.is_none() && (noun.is_human() || noun.sort == Sort::Body) && !several {
        discourse.unnamed_spoke(sentence, noun);
    }
    let acronym = acronym::words_for(text, noun.tokens.end - 1).filter(|_| noun.sort == Sort::Body);
    if let Some(words) = acronym.filter(|_| text.grammar.by_order() && noun.role.len() <= 1) {
        discourse.body = Some((sentence, noun.clone()));
        found.speaker.name = Some(without_invisible(&text.words(&words)).into_owned());
        found.sure = 0.95;
        return (found, None);
    }
    if body && person.is_none() {
        discourse.body = Some((sentence, noun.clone()));
        found.speaker.name = proper(text, noun).then(|| bare(text, noun));
        found.sure = 0.95;
    } else if person.is_none() && noun.name.is_some() && matches!(noun.sort, Sort::Person | Sort::Capital) {
        found.speaker.name = noun.name.as_ref().map(|name| without_invisible(&text.words(name)).into_owned());
        found.sure = 0.8;
    } else if person.is_none() {
        found.sure = 0.85;
    }
    (found, person)
}

fn of_verb(
    text: &Text,
    people: &Registry,
    discourse: &mut Discourse,
    sentence: usize,
    class: Class,
    tokens: &Range<usize>,
) -> (Told, Option<usize>) {
    // `on`, `yo`: nobody the text names
    let nobody =
        class.any(Class::SUBJECT) && !class.any(Class::GENDER.or(Class::PLURAL)) && text.grammar.by_order();
    // a verb that may be a noun, too, has that noun's gender
    let class = if class.any(Class::NOUN) { class.without(Class::GENDER) } else { class };
    let several = nobody || class.any(Class::PLURAL) && !class.any(Class::SINGULAR);
    let other = text.has(tokens.start, Class::OTHER);
    let here = discourse.only_unnamed(text, tokens.start, sentence, Gender::of(class));
    let here = here.filter(|_| text.grammar.by_order() && !several && !other);
    let latest = || discourse.latest_of_paragraph(text, people, class, (sentence, tokens.start));
    let meant = (!several && !other && here.is_none()).then(latest);
    let that_one =
        (other && !several).then(|| discourse.other(people, sentence, Gender::of(class))).flatten();
    if let Some(person) = that_one.or_else(|| meant.and_then(|meant| meant.person)) {
        discourse.is_of(person, Gender::of(class));
        return (told(text, people.all.get(person), tokens.clone(), 0.85, Gender::of(class)), Some(person));
    }
    let group = discourse.latest_several(sentence).filter(|_| several && !nobody && text.grammar.by_order());
    if let Some(noun) = here.or_else(|| meant.and_then(|meant| discourse.phrase(meant))).or(group) {
        // where a phrase may be broken off by its cases the verb itself stands for whoever it is
        let own = || told(text, None, tokens.clone(), 0.6, None);
        return (if text.grammar.marks_no_case() { of_unnamed(text, noun) } else { own() }, None);
    }
    let alone = !several && !other && discourse.body.is_none();
    let sole = || discourse.sole_actor(text, people, class, tokens.start, sentence).person;
    if let Some(person) = alone.then(sole).flatten() {
        return (told(text, people.all.get(person), tokens.clone(), 0.7, Gender::of(class)), Some(person));
    }
    let mut found = told(text, None, tokens.clone(), 0.6, None);
    let gendered = text.grammar.cases && class.any(Class::GENDER) && class.any(Class::SUBJECT);
    let body = discourse
        .body
        .as_ref()
        .filter(|(_, noun)| !text.grammar.by_order() && tells_body(text, noun))
        .filter(|(at, _)| !several && !gendered && !other && sentence.saturating_sub(*at) <= REACH);
    found.speaker.name = body.map(|(_, noun)| bare(text, noun));
    (found, None)
}

fn of_text(
    text: &Text,
    people: &Registry,
    discourse: &mut Discourse,
    sentence: usize,
    owner: Option<&Noun>,
    tokens: &Range<usize>,
) -> (Told, Option<usize>) {
    if let Some(owner) = owner {
        let (mut found, person) = of_noun(text, people, discourse, sentence, owner);
        let span = text.stream().span(tokens);
        found.speaker.mention = Some(span.of(text.document.text).to_owned());
        found.speaker.span = Some(span);
        return (found, person);
    }
    let mut found = told(text, None, tokens.clone(), 0.7, None);
    // whose text it is may be anybody's: it keeps its own words
    let near = |(at, noun): &&(usize, Noun)| sentence.saturating_sub(*at) <= OWNER && tells_body(text, noun);
    let body = discourse.body.as_ref().filter(near);
    found.speaker.name =
        body.filter(|_| text.grammar.cases && !text.grammar.last_verb).map(|(_, noun)| bare(text, noun));
    (found, None)
}

/// True for a phrase that tells which body it is: a name, initials or more than one word, no person's name among them.
fn tells_body(text: &Text, noun: &Noun) -> bool {
    let words = noun.tokens.clone().filter(|at| !text.has(*at, Class::DETERMINER)).count();
    let person = noun.tokens.clone().any(|at| text.has(at, Class::FIRST_NAME));
    !person && (words > 1 || text.has(noun.head, Class::UPPER) || proper(text, noun))
}

/// True for the name of a body, not a word for its kind.
fn proper(text: &Text, noun: &Noun) -> bool {
    let words = noun.tokens.clone().filter(|at| !text.has(*at, Class::DETERMINER)).count();
    let led = text.grammar.last_verb && noun.tokens.clone().any(|at| text.is_name_word(at));
    let short = words == 1 && (text.has(noun.tokens.end - 1, Class::UPPER) || noun.is_epithet(text));
    (noun.name.is_some() || led || text.has(noun.head, Class::PLACE)) && !short && !noun.is_indefinite()
}

/// The words of a body without its article.
fn bare(text: &Text, noun: &Noun) -> String {
    let article = Class::THE.or(Class::ONE).or(Class::CASE).or(Class::FEMALE_CASE);
    let start = noun.tokens.clone().find(|at| !text.has(*at, article)).unwrap_or(noun.tokens.start);
    if start + 1 == noun.tokens.end
        && let Some(words) = acronym::words_for(text, start).filter(|_| text.grammar.by_order())
    {
        return without_invisible(&text.words(&words)).into_owned();
    }
    shown(text, &(start..noun.tokens.end))
}
