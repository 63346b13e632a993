//! Those named, and who of them can be meant.

use super::anaphor::{Anaphor, Kind, Quoted};
use super::feature::{Feature, Found};
use crate::brief::quotes::clause::people::{Discourse, Meant, Registry, Someone};
use crate::brief::quotes::clause::phrases::Text;
use crate::brief::quotes::clause::words::Class;

/// People weighed for one phrase, the last named first.
const MOST: usize = 12;

/// Sentences behind the words in which somebody first named may be meant.
const AHEAD: usize = 2;

/// Tokens between words for somebody and the clause behind their verb.
const CLAUSE: usize = 8;

/// Tokens between a preposition and the name behind it.
const TOLD: usize = 5;

/// Somebody named, with where.
pub(super) struct Named<'r> {
    pub(super) person: usize,
    pub(super) known: &'r Someone,
    /// Tokens of the mentions before the words, the first first.
    pub(super) before: Vec<usize>,
}

/// What is looked at for one phrase.
pub(super) struct Scene<'s, 'd> {
    pub(super) text: &'s Text<'d>,
    pub(super) people: &'s Registry,
    pub(super) discourse: &'s Discourse,
    pub(super) quoted: &'s Quoted,
    pub(super) anaphor: &'s Anaphor<'s>,
    /// Whom the rules take the words for.
    pub(super) ruled: Meant,
}

impl Scene<'_, '_> {
    /// Those named, the last named before the words first, those named behind them last.
    pub(super) fn named(&self) -> Vec<Named<'_>> {
        let at = self.anaphor.tokens.start;
        let ahead = self.sentence_start(self.anaphor.sentence + AHEAD + 1);
        let mut named: Vec<Named> = Vec::new();
        for (token, person) in self.people.recent(&(0..ahead)) {
            let Some(known) = self.people.all.get(person).filter(|known| known.human) else { continue };
            let place = named.iter().position(|one| one.person == person).unwrap_or_else(|| {
                named.push(Named { person, known, before: Vec::new() });
                named.len() - 1
            });
            let Some(one) = named.get_mut(place) else { continue };
            if token < at {
                one.before.push(token);
            }
        }
        named.sort_by_key(|one| (one.before.is_empty(), std::cmp::Reverse(one.before.last().copied())));
        named.truncate(MOST);
        named
    }

    fn sentence_start(&self, sentence: usize) -> usize {
        let stream = self.text.stream();
        let last = stream.sentences.len().saturating_sub(1);
        if sentence >= last { usize::MAX } else { stream.sentence(sentence).start }
    }

    pub(super) fn sentence_of(&self, token: usize) -> usize {
        self.text.stream().get(token).map_or(0, |token| token.sentence)
    }

    /// `The prosecutor says that Porto knew of it`: whom the clause behind words and a verb names, the words do not mean.
    pub(super) fn is_told_of(&self, person: usize) -> bool {
        let sentence =
            self.sentence_start(self.anaphor.sentence)..self.sentence_start(self.anaphor.sentence + 1);
        let from = self.anaphor.tokens.end.max(sentence.start);
        let clause = (self.anaphor.tokens.start..sentence.end.min(from + CLAUSE))
            .find(|at| self.text.has(*at, Class::SUBORDINATE));
        let told = |start: usize| {
            let verb = |at: usize| self.text.has(at, Class::SAY) && self.text.has(at, Class::FINITE);
            let says = (self.anaphor.tokens.start..start).any(verb);
            says && self.people.recent(&(start..sentence.end)).any(|(_, named)| named == person)
        };
        self.anaphor.kind != Kind::Bare && (clause.is_some_and(told) || self.is_done_to(person))
    }

    /// True for capitals that the text has once and nothing tells to be a person's name, neither what stands behind their
    /// comma nor a verb, where order tells subjects: no verb alone means them.
    pub(super) fn is_doubtful(&self, person: usize) -> bool {
        let text = self.text;
        let silent = text.grammar.by_order() && self.anaphor.kind == Kind::Silent;
        let Some(known) = self.people.all.get(person).filter(|_| silent) else { return false };
        let end = known.first + known.words.len();
        let small = Class::OBJECT.or(Class::SELF).or(Class::NOT).or(Class::ASIDE);
        let told = text.is(end, ',') || text.has(end, Class::ANY_VERB.or(small));
        let once =
            self.people.recent(&(0..usize::MAX)).filter(|(_, named)| *named == person).take(2).count() < 2;
        once && !told && !known.proven && known.gender.is_none()
    }

    /// `urged Ms Porto to`, `dijo a Ana Porto`: whoever a preposition right behind a verb alone names is not its subject.
    fn is_done_to(&self, person: usize) -> bool {
        let text = self.text;
        let end = self.anaphor.tokens.end;
        let verb =
            end.checked_sub(1).is_some_and(|at| text.has(at, Class::ANY_VERB) && text.has(at, Class::FINITE));
        let led = text.has(end, Class::PREPOSITION) && !text.has(end, Class::CAPITAL);
        let small = Class::DETERMINER.or(Class::OF).or(Class::ADDRESS).or(Class::ROLE).or(Class::CAPITAL);
        let mut names = (end + 1..end + 1 + TOLD).take_while(|at| text.has(*at, small));
        let named = |at: usize| self.people.recent(&(at..at + 1)).any(|(_, named)| named == person);
        text.grammar.by_order() && verb && led && names.any(named)
    }

    /// True unless gender or another office shuts somebody out.
    pub(super) fn may_mean(&self, person: usize, known: &Someone) -> bool {
        !self.other_gender(person, known) && !self.other_office(known)
    }

    fn other_gender(&self, person: usize, known: &Someone) -> bool {
        // every pronoun tells a gender where every verb has a subject
        let told = self.discourse.gender_of(person).filter(|_| self.text.grammar.capital_nouns);
        let (gender, own) = (self.anaphor.gender, known.gender.or(told));
        !self.anaphor.loose && gender.is_some() && own.is_some() && own != gender
    }

    pub(super) fn other_office(&self, known: &Someone) -> bool {
        let grammar = self.text.grammar;
        let (asked, had) = (&self.anaphor.asked, &known.roles);
        grammar.is_other_office(asked, had)
            || !grammar.is_anyone(had) && grammar.is_other_calling(asked, had)
            || grammar.is_beside_court(asked, had)
    }

    pub(super) fn gender(&self, person: usize, known: &Someone, found: &mut Found) {
        let gender = self.anaphor.gender;
        let told = known.gender.or_else(|| self.discourse.gender_of(person));
        found.add(Feature::ToldGender, gender.is_some() && known.gender.is_none() && told == gender);
        let own = self.quoted.gender;
        found.add(Feature::OwnGender, own.is_some() && told == own);
        found.add(Feature::OwnOtherGender, own.is_some() && told.is_some() && told != own);
        found.add(Feature::SameGender, gender.is_some() && known.gender == gender);
        found.add(Feature::OtherGender, self.other_gender(person, known));
        found.add(Feature::UnknownGender, gender.is_some() && known.gender.is_none());
    }

    pub(super) fn alone(&self, one: &Named, named: &[Named], open: &[usize], found: &mut Found) {
        if !open.contains(&one.person) {
            return;
        }
        let stream = self.text.stream();
        let since = |start: usize| {
            let fits =
                |one: &&Named| open.contains(&one.person) && one.before.last().is_some_and(|at| *at >= start);
            let mut fitting = named.iter().filter(fits);
            fitting.next().is_some_and(|first| first.person == one.person) && fitting.next().is_none()
        };
        found.add(Feature::Only, open.len() == 1);
        found.add(Feature::OnlyForDefinite, open.len() == 1 && self.anaphor.is_definite());
        found.add(Feature::OneOfTwo, open.len() == 2);
        found.add(Feature::OnlyInParagraph, since(stream.paragraph_of(self.anaphor.tokens.start).start));
        found.add(Feature::OnlyNear, since(stream.sentence(self.anaphor.sentence.saturating_sub(1)).start));
    }
}
