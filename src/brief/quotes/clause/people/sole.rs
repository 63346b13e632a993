//! Whom a description or a pronoun means when only one of those named so far can be meant.

use super::epithet::{is_bare, is_epithet};
use super::events::{Discourse, NAMED};
use super::fitness::{Meant, is_plural_only, is_somebody_new, loose};
use super::registry::Registry;
use super::someone::{Gender, Someone};
use crate::brief::quotes::clause::phrases::{Noun, Sort, Text};
use crate::brief::quotes::clause::words::Class;

/// Sentences back to the last mention of whoever is meant.
const REACH: usize = 5;

/// Tokens in which a name opens a paragraph.
const OPENING: usize = 2;

/// Sentences back in which somebody without a name may be meant instead.
const UNNAMED: usize = 2;

/// What tells of whom words speak.
struct Asked {
    gender: Option<Gender>,
    /// True for a word of a man's gender for people of either.
    loose: bool,
    roles: Vec<u16>,
    /// The first token that is no longer before the words.
    end: usize,
}

impl Discourse {
    /// Whoever a phrase means; a word for anybody, `polityk`, means whoever alone spoke or acted just now before somebody
    /// who is told to be such, where verbs tell genders.
    pub(super) fn running_or_meant(&self, text: &Text, people: &Registry, noun: &Noun) -> Meant {
        let sentence = text.stream().get(noun.tokens.start).map_or(0, |token| token.sentence);
        let anyone =
            noun.sort == Sort::Role && text.grammar.is_anyone(text.grammar.roles(text.lower(noun.head)));
        let running = anyone && text.grammar.gendered_verbs && noun.owner.is_none() && is_bare(text, noun);
        let gender = Gender::of(noun.class);
        let running = running.then(|| self.just_spoken_of(text, people, noun, sentence, gender));
        running.filter(|meant| meant.person.is_some()).unwrap_or_else(|| self.meant(text, people, noun))
    }

    /// The only one of those named before a description whom neither gender nor calling shuts out: of the article, else of
    /// the paragraph, else of the sentence before. With two the description may mean either.
    pub(super) fn sole(&self, text: &Text, people: &Registry, noun: &Noun, sentence: usize) -> Meant {
        if !is_described(text, noun) {
            return Meant::NOBODY;
        }
        let roles = match noun.sort {
            Sort::Role => {
                let words: Vec<&str> = text.lowers(noun.role.clone()).collect();
                text.grammar.roles_had(&words, text.lower(noun.head))
            }
            _ => Vec::new(),
        };
        let asked = Asked {
            gender: Gender::of(noun.class),
            loose: noun.sort == Sort::Role && loose(text, noun),
            roles,
            end: noun.tokens.start,
        };
        self.sole_of(text, people, &asked, sentence)
    }

    /// The same for a verb without a subject, whose form may tell a gender.
    pub(crate) fn sole_actor(
        &self,
        text: &Text,
        people: &Registry,
        class: Class,
        at: usize,
        sentence: usize,
    ) -> Meant {
        let asked = Asked { gender: Gender::of(class), loose: false, roles: Vec::new(), end: at };
        self.sole_of(text, people, &asked, sentence)
    }

    /// Whoever a verb alone at the token `at` means: nobody where its paragraph opens with another than whoever spoke before
    /// it, `For Lowell … . “…”, he said`.
    pub(crate) fn latest_of_paragraph(
        &self,
        text: &Text,
        people: &Registry,
        class: Class,
        (sentence, at): (usize, usize),
    ) -> Meant {
        let meant = self.latest(people, sentence, Gender::of(class), true);
        let start = text.stream().paragraph_of(at).start;
        let opens = people.named_in(&(start..at.min(start + OPENING)));
        let other =
            opens.first().is_some_and(|_| meant.person.is_some_and(|person| !opens.contains(&person)));
        let back = meant.person.is_some_and(|person| people.named_in(&(start..at)).contains(&person));
        let spoke = self.recent().next().is_some_and(|event| meant.person.is_some_and(|at| event.is(at)));
        let acted = text.stream().get(start).is_some_and(|token| {
            self.recent().any(|event| event.sentence >= token.sentence && event.weight > NAMED)
        });
        let doubted = text.grammar.by_order() && other && !back && !acted && spoke;
        if doubted { Meant::NOBODY } else { meant }
    }

    fn sole_of(&self, text: &Text, people: &Registry, asked: &Asked, sentence: usize) -> Meant {
        if self.unnamed_near(sentence, UNNAMED, asked.gender) {
            return Meant::NOBODY;
        }
        let stream = text.stream();
        let article = stream.sentence(sentence.saturating_sub(REACH)).start;
        let paragraph = stream.paragraph_of(asked.end).start;
        let just_now = stream.sentence(sentence.saturating_sub(1)).start;
        let fits = |at: &usize| people.all.get(*at).is_some_and(|known| asked.may_mean(text, known));
        let mut all = (0..people.all.len()).filter(fits);
        let only = all.next().filter(|_| all.next().is_none());
        let near = [article, paragraph, just_now].map(|start| people.named_in(&(start..asked.end)));
        let of_article = only.filter(|only| near.first().is_some_and(|named| named.contains(only)));
        let alone = |named: &Vec<usize>| {
            let mut fitting = named.iter().copied().filter(fits);
            fitting.next().filter(|_| fitting.next().is_none())
        };
        let only = of_article.or_else(|| near.iter().skip(1).find_map(alone));
        // whoever heads a body does something before
        let head = asked.roles.iter().any(|role| text.grammar.is_of_any_body(&[*role]));
        let acted = |at: usize| self.recent().any(|event| event.is(at) && event.weight > NAMED);
        let only = only.filter(|at| !head || acted(*at));
        Meant::of(only.filter(|at| people.all.get(*at).is_some_and(is_surely_somebody)), 0.7)
    }
}

impl Asked {
    /// True unless gender, another office or another calling shuts somebody out.
    fn may_mean(&self, text: &Text, known: &Someone) -> bool {
        let grammar = text.grammar;
        let person = known.human && (known.proven || known.gender.is_some() || known.words.len() > 1);
        let gendered =
            self.loose || self.gender.is_none() || known.gender.is_none() || known.gender == self.gender;
        person
            && known.first < self.end
            && gendered
            && !grammar.is_beside_court(&self.roles, &known.roles)
            && !self.asks_another(text, known)
            && !grammar.is_other_office(&self.roles, &known.roles)
            && (grammar.is_anyone(&known.roles) || !grammar.is_other_calling(&self.roles, &known.roles))
    }
}

impl Asked {
    /// True for the head of a body, where somebody is told to be a neighbour or a driver.
    fn asks_another(&self, text: &Text, known: &Someone) -> bool {
        let grammar = text.grammar;
        let head = self.roles.iter().any(|role| grammar.is_of_any_body(&[*role]));
        head && grammar.is_ordinary(&known.roles) && !self.roles.iter().any(|role| known.roles.contains(role))
    }
}

/// True for a name that is told to be a person's by more than its two capitals: a place may have two as well.
fn is_surely_somebody(known: &Someone) -> bool {
    known.proven || known.gender.is_some()
}

/// True for a pronoun of one and for words for somebody known already.
fn is_described(text: &Text, noun: &Noun) -> bool {
    if is_plural_only(noun) {
        return false;
    }
    match noun.sort {
        Sort::Pronoun => !text.has(noun.head, Class::OTHER.or(Class::LATTER)),
        Sort::Role => {
            let words: Vec<&str> = text.lowers(noun.role.clone()).collect();
            let roles = text.grammar.roles(text.lower(noun.head));
            // “presiding judge”: the phrase tells an office that its noun does not
            let asked = text.grammar.roles_asked(&words, text.lower(noun.head));
            (text.grammar.is_free(roles) && (asked.is_empty() || text.grammar.is_free(&asked))
                || is_topic(text, noun))
                && !text.grammar.is_kin(roles)
                && !text.has(noun.head, Class::OPEN)
                && !is_somebody_new(text, noun)
                && is_known(text, noun)
        }
        _ => false,
    }
}

/// «Депутатка спросила»: one word at the head of its sentence, where nouns have cases and no article: whoever is told of there
/// is known, somebody new stands behind the verb.
fn is_topic(text: &Text, noun: &Noun) -> bool {
    let cased = text.grammar.cases && !text.grammar.capital_nouns && !text.grammar.last_verb;
    let alone = noun.tokens.len() == 1 && noun.owner.is_none() && noun.determiner == Class::NONE;
    let goes_on = text.has(noun.tokens.end, Class::PREPOSITION.or(Class::RELATIVE));
    cased && alone && noun.first_case && text.has(noun.head, Class::OPENS) && !goes_on
}

/// True for words with a definite article, in languages without one for a noun alone.
fn is_known(text: &Text, noun: &Noun) -> bool {
    let roles = text.grammar.roles(text.lower(noun.head));
    let anyone = text.grammar.is_anyone(roles);
    if is_topic(text, noun) {
        return true;
    }
    if text.grammar.cases && !text.grammar.capital_nouns {
        let new = text.grammar.is_ordinary(roles) || noun.class.any(Class::PLURAL);
        let object = noun.class.any(Class::OTHER_CASE) && !noun.class.any(Class::FIRST_CASE);
        let told = object || anyone && text.has(noun.tokens.end, Class::PREPOSITION);
        return noun.owner.is_none() && (noun.tokens.len() == 1 || is_epithet(text, noun)) && !new && !told;
    }
    let owned = noun.owner.is_some() && !anyone;
    let definite = noun.determiner.any(Class::THE.or(Class::CASE).or(Class::FEMALE_CASE));
    definite && !owned
}

/// Sentences in which whoever was named last is looked for.
const LATTER: usize = 2;

/// Whoever was named last, or first or second of two.
pub(super) fn latter(text: &Text, people: &Registry, noun: &Noun, sentence: usize) -> Option<usize> {
    if noun.class.any(Class::FORMER.or(Class::SECOND)) {
        return one_of_two(text, people, noun, sentence);
    }
    let start = text.stream().sentence(sentence.saturating_sub(LATTER)).start;
    people.latter(start, noun.tokens.start, Gender::of(noun.class))
}

/// Sentences back to the one that names two together.
const PAIR: usize = 3;

/// `the first`, `the second` of the two that one of the last sentences names.
fn one_of_two(text: &Text, people: &Registry, noun: &Noun, sentence: usize) -> Option<usize> {
    let stream = text.stream();
    let near = (0..=PAIR).filter_map(|back| sentence.checked_sub(back));
    let before = near.map(|number| stream.sentence(number));
    let mut before = before.map(|range| range.start..range.end.min(noun.tokens.start));
    let (first, second) = before.find_map(|tokens| pair(people, &tokens))?;
    let meant = if noun.class.any(Class::FORMER) { first } else { second };
    let known = people.all.get(meant)?.gender;
    let gender = Gender::of(noun.class);
    (known.is_none() || gender.is_none() || known == gender).then_some(meant)
}

/// The two named in the tokens, if it is two, the first first.
fn pair(people: &Registry, tokens: &std::ops::Range<usize>) -> Option<(usize, usize)> {
    let mut named: Vec<usize> = Vec::new();
    for (_, person) in people.recent(tokens) {
        if people.all.get(person).is_some_and(|known| known.human) && !named.contains(&person) {
            named.push(person);
        }
    }
    if let [first, second] = named.as_slice() { Some((*first, *second)) } else { None }
}
