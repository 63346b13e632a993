//! Who speaks in a frame: whom its phrase, its verb alone or its text means.

use std::ops::Range;

use crate::brief::quotes::clause::acronym;
use crate::brief::quotes::clause::antecedent::Anaphor;
use crate::brief::quotes::clause::frames::{Frame, Source};
use crate::brief::quotes::clause::people::{Gender, Meant, Someone, is_proven, is_served_by, is_word_alone};
use crate::brief::quotes::clause::phrases::{Noun, Sort, Text};
use crate::brief::quotes::clause::run::{Reader, Seen};
use crate::brief::quotes::clause::told::{Told, bare, given, named, proper, tells_body, told};
use crate::brief::quotes::clause::words::{Class, same_word};
use crate::brief::quotes::rule::Rule;
use crate::text::without_invisible;

/// Sentences a text looks back for the body whose it is.
const OWNER: usize = 2;

impl Reader<'_, '_> {
    /// Who speaks in `frame`, and the person's number.
    pub(crate) fn told(&mut self, one: &Seen, frame: &Frame) -> (Told, Option<usize>) {
        let (text, sentence) = (self.text, one.sentence);
        let (mut told, person) = match &frame.source {
            Source::Noun(noun) => {
                let (mut told, person) = self.of_noun(sentence, noun);
                let trusted =
                    frame.beside && !matches!(frame.rule, Rule::Before | Rule::Subject | Rule::Later);
                // one word at the head of a clause is a name only if the article has it elsewhere
                let doubted = text.grammar.last_verb && noun.sort == Sort::Capital && !frame.beside;
                if person.is_none() && (doubted || !is_proven(text, noun, trusted)) {
                    told.speaker.name = None;
                }
                (told, person)
            }
            Source::Silent(class, tokens)
                if class.any(Class::READ)
                    && !class.any(Class::SAY)
                    && (!class.any(Class::CALL) || is_of_itself(text, tokens.start)) =>
            {
                self.of_text(sentence, None, tokens)
            }
            // where every verb has a subject, one that is not made out is not whoever spoke last
            Source::Silent(class, tokens)
                if frame.rule == Rule::Inverted && text.grammar.needs_subject(*class) =>
            {
                (told(text, None, tokens.clone(), 0.6, None), None)
            }
            Source::Silent(class, tokens) => match self.of_verb(sentence, *class, tokens) {
                // `Kilka krajów oświadczyło`: a verb of neither man nor woman tells of no person
                (_, Some(_)) if is_neuter(*class) => (told(text, None, tokens.clone(), 0.6, None), None),
                meant => meant,
            },
            Source::Document(owner, tokens) => self.of_text(sentence, owner.as_ref(), tokens),
        };
        told.via = frame.via.as_ref().map(|outlet| bare(text, outlet));
        (told, person)
    }

    /// The name of whoever the phrase means, unless that is the `speaker`; no office alone.
    pub(in crate::brief::quotes::clause) fn other(
        &self,
        noun: &Noun,
        speaker: Option<usize>,
    ) -> Option<String> {
        let person = self.discourse.meant(self.text, self.people, noun).person;
        let known = person.and_then(|person| self.people.all.get(person));
        let words = || (!noun.is_bare_office(self.text)).then(|| self.text.words(&noun.tokens));
        let name = known.map(|known| named(self.text, known, None)).or_else(words);
        name.filter(|_| person.is_none() || person != speaker)
    }

    fn of_noun(&mut self, sentence: usize, noun: &Noun) -> (Told, Option<usize>) {
        let (text, people) = (self.text, self.people);
        let server = self.server(noun);
        let noun = server.as_ref().unwrap_or(noun);
        let crowd = is_crowd(text, noun);
        let mut meant = if crowd { Meant::NOBODY } else { self.discourse.speaks(text, people, noun) };
        if let Some(anaphor) = Anaphor::of_noun(text, noun).filter(|_| !crowd) {
            meant = self.scale.speaker(text, (people, &self.discourse), &anaphor, meant);
        }
        let Meant { person, sure, .. } = meant;
        let person = person.and_then(|person| self.of_own_gender(noun, person));
        let mut found = told(
            text,
            person.and_then(|person| people.all.get(person)),
            noun.tokens.clone(),
            sure,
            Gender::of(noun.class),
        );
        let body = matches!(noun.sort, Sort::Body | Sort::Outlet);
        let several = text.grammar.cases && noun.class.any(Class::PLURAL);
        // whoever is told to speak is somebody, whatever the word for it
        let somebody = noun.is_human() || matches!(noun.sort, Sort::Body | Sort::Thing);
        if person.is_none() && somebody && !several {
            self.discourse.unnamed_spoke(sentence, noun);
        }
        let acronym = acronym::words_for(text, noun.tokens.end - 1).filter(|_| noun.sort == Sort::Body);
        if let Some(words) = acronym.filter(|_| text.grammar.by_order() && noun.role.len() <= 1) {
            self.discourse.body = Some((sentence, noun.clone()));
            found.speaker.name = Some(without_invisible(&text.words(&words)).into_owned());
            found.sure = 0.95;
            return (found, None);
        }
        if body && person.is_none() {
            self.discourse.body = Some((sentence, noun.clone()));
            found.speaker.name = proper(text, noun).then(|| bare(text, noun));
            found.sure = 0.95;
        } else if person.is_none() && noun.name.is_some() && matches!(noun.sort, Sort::Person | Sort::Capital)
        {
            let word = noun.sort == Sort::Capital && is_word_alone(text, noun.head);
            let name = noun.name.as_ref().filter(|_| !word);
            found.speaker.name = name.map(|name| without_invisible(&text.words(name)).into_owned());
            found.sure = 0.8;
        } else if person.is_none() {
            found.sure = 0.85;
        }
        (found, person)
    }

    /// The phrase without the name in it, where that is of whoever the one meant works for.
    fn server(&self, noun: &Noun) -> Option<Noun> {
        let known = self.people.named(self.text, noun).and_then(|at| self.people.all.get(at))?;
        let name = noun.name.clone().filter(|_| is_served_by(self.text, noun, known))?;
        let role = noun.role.start..name.end;
        Some(Noun { sort: Sort::Role, name: None, owner: Some(name), role, ..noun.clone() })
    }

    /// «Олег Портов приехал. Портова сказала»: a surname alone whose verb tells that it is not of whoever has it with a first
    /// name of the other gender is that of the only one who has it with one of its own.
    fn of_own_gender(&self, noun: &Noun, person: usize) -> Option<usize> {
        let text = self.text;
        let told = Gender::of(noun.class).filter(|_| text.grammar.gendered_verbs);
        let alone = noun.name.as_ref().filter(|name| name.len() == 1 && told.is_some());
        let Some(name) = alone else { return Some(person) };
        let holds = |known: &Someone| holds_mans_office(text, noun, known, text.lower(name.start));
        if self.people.all.get(person).is_some_and(holds) {
            return Some(person);
        }
        let of = |known: &Someone| given(text, known);
        if self.people.all.get(person).and_then(of).is_none_or(|own| Some(own) == told) {
            return Some(person);
        }
        let surname = |known: &Someone| {
            known.words.last().is_some_and(|own| same_word(own, text.lower(name.start), true))
        };
        let fits = |known: &Someone| surname(known) && of(known) == told;
        let mut others =
            self.people.all.iter().enumerate().filter(|(_, known)| fits(known)).map(|(at, _)| at);
        others.next().filter(|_| others.next().is_none())
    }

    fn of_text(
        &mut self,
        sentence: usize,
        owner: Option<&Noun>,
        tokens: &Range<usize>,
    ) -> (Told, Option<usize>) {
        let text = self.text;
        if let Some(owner) = owner {
            let (mut found, person) = self.of_noun(sentence, owner);
            let span = text.stream().span(tokens);
            found.speaker.mention = Some(span.of(text.document.text).to_owned());
            found.speaker.span = Some(span);
            return (found, person);
        }
        let mut found = told(text, None, tokens.clone(), 0.7, None);
        // whose text it is may be anybody's: it keeps its own words
        let near =
            |(at, noun): &&(usize, Noun)| sentence.saturating_sub(*at) <= OWNER && tells_body(text, noun);
        let body = self.discourse.body.as_ref().filter(near);
        let named = tokens.clone().any(|at| text.has(at, Class::DOCUMENT));
        let body = body.filter(|_| text.grammar.cases && !text.grammar.last_verb && !named);
        found.speaker.name = body.map(|(_, noun)| bare(text, noun));
        (found, None)
    }
}

/// True for a verb in the form of neither a man nor a woman.
fn is_neuter(class: Class) -> bool {
    class.any(Class::NEUTER) && !class.any(Class::MALE.or(Class::FEMALE).or(Class::PLURAL))
}

/// «по словам прокуроров»: several in another case are nobody who can be named.
fn is_crowd(text: &Text, noun: &Noun) -> bool {
    let class = text.class(noun.head);
    let somebody = matches!(noun.sort, Sort::Role | Sort::Open) && noun.name.is_none();
    somebody
        && class.any(Class::OTHER_CASE)
        && !class.any(Class::FIRST_CASE)
        && text.grammar.naming.is_of_several(text.lower(noun.head))
}

/// `“…”, is read`: a verb with the pronoun for itself right before it.
fn is_of_itself(text: &Text, verb: usize) -> bool {
    verb > 0 && text.has(verb - 1, Class::SELF)
}

/// Tokens between a verb and its subject.
const NEAR: usize = 2;

/// «сказала министр Портова»: an office of a man's gender before the very surname of a woman, or another case of it, where no
/// verb tells of a man.
fn holds_mans_office(text: &Text, noun: &Noun, known: &Someone, surname: &str) -> bool {
    let man = noun.class.any(Class::ROLE) && Gender::of(noun.class) == Some(Gender::Male);
    let verb = |at: &usize| text.has(*at, Class::ANY_VERB) && text.has(*at, Class::FINITE);
    let (start, end) = (noun.tokens.start, noun.tokens.end);
    let before = (start.saturating_sub(NEAR)..start).rev().find(verb);
    let verb = before.or_else(|| (end..end + NEAR).find(verb));
    let mans = verb.is_some_and(|at| Gender::of(text.class(at)) == Some(Gender::Male));
    // «по словам депутата Портова»: in another case the surname of a man
    let oblique = noun.class.any(Class::OTHER_CASE) && !noun.class.any(Class::FIRST_CASE);
    let of_man = || oblique && text.grammar.first_case(surname, true).is_some_and(|plain| plain != surname);
    let own = known.words.last().is_some_and(|own| {
        own == surname && !of_man()
            || text.grammar.first_case(surname, false).is_some_and(|plain| plain == *own)
    });
    man && own && !mans && given(text, known) == Some(Gender::Female)
}
