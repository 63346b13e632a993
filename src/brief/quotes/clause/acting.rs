//! Who acts and who is told to speak, noted sentence by sentence.

use super::antecedent::{Anaphor, Quoted};
use super::frames;
use super::newcomer::newcomer;
use super::phrases::{Chunk, Part, Sort, Text};
use super::run::{Reader, Seen};
use super::subjects::{answers, is_in_opening_clause};
use super::words::Class;
use crate::brief::quotes::detection::scare_quotes::Verdict;

/// Chunks a dateline may have.
const DATELINE: usize = 12;

/// The chunk behind a dateline: a dash with a number or a bracket before it.
fn past_dateline(text: &Text, chunks: &[Chunk]) -> usize {
    let dash = chunks.iter().take(DATELINE).position(|chunk| text.is_dash(chunk.tokens.start));
    let dated = |end: usize| {
        chunks.iter().take(end).any(|chunk| {
            chunk.is('(') || chunk.is(')') || chunk.is('/') || chunk.class.any(Class::NUMBER.or(Class::TIME))
        })
    };
    dash.filter(|dash| dated(*dash)).map_or(0, |dash| dash + 1)
}

/// True behind a conjunction or a relative pronoun of the sentence.
fn within_clause(chunks: &[Chunk], at: usize) -> bool {
    chunks.iter().take(at).any(|chunk| matches!(chunk.part, Part::Subordinate | Part::Relative))
}

/// `with Russia and Iran`: the second of two behind a preposition, which has no verb of its own.
fn ends_governed_list(chunks: &[Chunk], at: usize) -> bool {
    let part = |at: usize| chunks.get(at).map(|chunk| &chunk.part);
    at > 1
        && matches!(part(at - 1), Some(Part::And))
        && matches!(part(at - 2), Some(Part::Governed(_)))
        && !chunks.iter().skip(at + 1).any(Chunk::is_finite)
}

/// Chunks between what somebody is and the name.
const APPOSED: usize = 5;

impl Reader<'_, '_> {
    /// `Coach and father of the winner, X wept`: what the person behind the comma is, before any verb.
    fn tells_of_next(&self, chunks: &[Chunk], at: usize) -> bool {
        let Some(Part::Noun(noun)) = chunks.get(at).map(|chunk| &chunk.part) else { return false };
        let bare = noun.sort == Sort::Role && noun.name.is_none() && noun.determiner == Class::NONE;
        let mut near = chunks.iter().skip(at + 1).take(APPOSED);
        let comma = near.by_ref().take_while(|chunk| !chunk.is_main_verb()).any(|chunk| chunk.is(','));
        let person = |chunk: &Chunk| matches!(&chunk.part, Part::Noun(noun) if noun.sort == Sort::Person);
        let named = near.next().is_some_and(person);
        self.text.grammar.by_order() && bare && comma && named || bare && self.is_owners_calling(chunks, at)
    }

    /// `Arabulucu ülkenin sözcüsü Ayla Porto güldü`: where the verb is last, one word for what somebody is that stands right
    /// before a small noun in the owner's case tells of that noun; the person whom the phrase names acts.
    fn is_owners_calling(&self, chunks: &[Chunk], at: usize) -> bool {
        let grammar = self.text.grammar;
        let Some(Part::Noun(next)) = chunks.get(at + 1).map(|chunk| &chunk.part) else { return false };
        let one = chunks.get(at).is_some_and(|chunk| chunk.tokens.len() == 1);
        let first = next.tokens.start;
        let owner = !self.text.has(first, Class::CAPITAL) && grammar.is_genitive(self.text.lower(first));
        grammar.last_verb && one && owner && next.sort == Sort::Person
    }

    /// Notes who acts and who is told to speak in a sentence; `seen` are its stretches in marks.
    pub(super) fn act(&mut self, sentence: usize, seen: &[Seen]) {
        let Some(chunks) = self.sentences.get(sentence) else { return };
        if self.goes_on_reporting(sentence) {
            return;
        }
        // no words in marks tell of who acts here
        self.scale.quoted = Quoted::default();
        let start = past_dateline(self.text, chunks);
        let mut opened = false;
        let main = self.main_actor(chunks);
        if let Some((_, person)) = main {
            self.discourse.acted(sentence, person);
        }
        let start = answers(self.text, chunks).map_or(start, |comma| start.max(comma));
        for (at, chunk) in chunks.iter().enumerate().skip(start).take_while(|_| main.is_none()) {
            opened |= chunk.is_main_verb() || matches!(chunk.part, Part::Subordinate | Part::Relative);
            // who stands behind the words is no subject before them; behind a title one may be
            if matches!(chunk.part, Part::Quote) {
                let first = seen.partition_point(|one| one.token < chunk.tokens.start);
                let within = seen.get(first..).unwrap_or_default();
                let title = within
                    .iter()
                    .take_while(|one| one.token < chunk.tokens.end)
                    .any(|one| matches!(one.verdict, Verdict::Not(_)));
                if title && !self.text.grammar.by_order() && !self.text.grammar.last_verb {
                    continue;
                }
                break;
            }
            let Part::Noun(noun) = &chunk.part else { continue };
            if self.text.grammar.by_order() && ends_governed_list(chunks, at) {
                continue;
            }
            let newcomer = newcomer(self.text, self.people, noun);
            let speaks = noun.can_speak() || newcomer.is_some();
            // `niemand`, `alle`: nobody who may be meant next
            let anybody = noun.sort == Sort::Open && noun.class.any(Class::SUBJECT);
            if anybody && self.text.grammar.capital_nouns {
                continue;
            }
            let aside = self.text.grammar.gendered_verbs && is_in_opening_clause(chunks, at);
            let beside = at == start && self.tells_of_next(chunks, at) || aside;
            if !noun.may_be_subject || !speaks || beside {
                continue;
            }
            // «„агрессия“ России»: whose the marked words are
            let owns = at > 0 && chunks.get(at - 1).is_some_and(|chunk| matches!(chunk.part, Part::Quote));
            if owns && noun.sort == Sort::Body && self.text.grammar.owner_behind {
                continue;
            }
            if matches!(noun.sort, Sort::Body)
                && self.text.has(noun.head, Class::BODY.or(Class::PLACE).or(Class::UPPER))
            {
                self.discourse.body = Some((sentence, noun.clone()));
                break;
            }
            let ruled = self.discourse.speaks(self.text, self.people, noun);
            let anaphor = Anaphor::of_noun(self.text, noun);
            let told = (self.people, &self.discourse);
            let weigh = |anaphor: &Anaphor| self.scale.meant(self.text, told, anaphor, ruled);
            let meant = anaphor.as_ref().map_or(ruled, weigh);
            let opens = self.text.has(noun.tokens.start, Class::OPENS);
            if opens && meant.person.is_some_and(|person| self.is_heading(chunks, person)) {
                break;
            }
            if let Some(person) = meant.person {
                self.discourse.acted(sentence, person);
                self.learn_gender(chunks, at, noun, person);
                break;
            }
            // `She told that General X rang`: whoever stands before the verb acts, not somebody in the clause behind it
            if noun.sort == Sort::Pronoun && self.text.grammar.by_order() && !within_clause(chunks, at) {
                break;
            }
            // without a name only whoever stands before the verb; a capital nobody knows where the verb is one of saying
            let place = self.text.has(noun.head, Class::PLACE);
            let told = noun.sort == Sort::Capital && !place && self.is_told(chunks, at);
            if (told || newcomer.is_some() || matches!(noun.sort, Sort::Role | Sort::Open))
                && (!opened || self.is_brought_in(chunks, at))
                && !self.is_of_several(chunks, at)
            {
                self.discourse.unnamed_acted(sentence, newcomer.as_ref().unwrap_or(noun));
                break;
            }
        }
        self.meet(sentence);
        self.meet_of_owner(sentence);
        self.note_speaker(sentence, seen, main.map(|(comma, _)| comma));
    }

    /// `By the railing stood a neighbour`: a phrase in the first case right behind the main verb, its subject, where nouns
    /// have cases or articles of them.
    fn is_brought_in(&self, chunks: &[Chunk], at: usize) -> bool {
        let text = self.text;
        // `soll ein Züchter …`: an auxiliary has the subject behind it, too
        let helps = |chunk: &Chunk| text.grammar.capital_nouns && chunk.is_finite();
        let small =
            |at: &usize| chunks.get(*at).is_some_and(|chunk| frames::is_within_group(chunk) && !helps(chunk));
        let verb = (0..at).rev().find(|at| !small(at)).and_then(|verb| Some((verb, chunks.get(verb)?)));
        let Some((verb, chunk)) = verb.filter(|(_, chunk)| chunk.is_main_verb()) else { return false };
        let Some(Part::Noun(noun)) = chunks.get(at).map(|chunk| &chunk.part) else { return false };
        let ends = chunks.iter().take(verb).all(|chunk| {
            !matches!(chunk.part, Part::Verb | Part::Subordinate | Part::Relative | Part::Quote)
                && !matches!(&chunk.part, Part::Noun(noun) if noun.may_be_subject)
        });
        let one = noun.is_indefinite() && noun.may_be_subject;
        let cased = text.grammar.cases && (noun.first_case || one) || text.grammar.capital_nouns;
        cased && ends && frames::agrees(chunk.class, noun)
    }

    /// True for capitals at the head of a sentence without a verb that nothing tells to be a person, where order tells
    /// subjects.
    fn is_heading(&self, chunks: &[Chunk], person: usize) -> bool {
        let proven = self.people.all.get(person).is_some_and(|known| known.proven);
        self.text.grammar.by_order()
            && !proven
            && !chunks.iter().any(|chunk| matches!(chunk.part, Part::Verb))
    }

    /// `X denied that Y had proposed it`: the verb of saying of a clause that somebody named, who acts in the main one, tells of.
    pub(super) fn is_of_another(&self, sentence: usize, chunks: &[Chunk], verb: usize) -> bool {
        let opens = |chunk: &Chunk| matches!(chunk.part, Part::Subordinate);
        let open = chunks.iter().take(verb).rposition(opens);
        let main = |open: usize| chunks.iter().take(open).any(Chunk::is_main_verb);
        let cases = self.text.grammar.cases && !self.text.grammar.last_verb;
        cases && open.is_some_and(main) && self.discourse.has_actor(sentence)
    }

    /// True for a phrase right before its verb, which is one of saying, where nouns have cases.
    fn is_told(&self, chunks: &[Chunk], at: usize) -> bool {
        let verb = chunks.iter().skip(at + 1).find(|chunk| !matches!(chunk.part, Part::Aside));
        let verb = verb.filter(|chunk| chunk.is_finite());
        self.text.grammar.owner_behind && verb.is_some_and(|verb| verb.class.any(Class::SAY))
    }

    /// True for a phrase beside a verb of several, where nouns have cases: a form may be of one in another case.
    fn is_of_several(&self, chunks: &[Chunk], at: usize) -> bool {
        let verb = chunks.iter().skip(at + 1).find(|chunk| chunk.is_finite());
        let several = |class: Class| class.any(Class::PLURAL) && !class.any(Class::SINGULAR);
        self.text.grammar.cases && verb.is_some_and(|verb| several(verb.class))
    }

    /// Notes somebody whom a sentence without words in marks brings in behind its verb.
    fn meet(&mut self, sentence: usize) {
        let Some(chunks) = self.sentences.get(sentence) else { return };
        let verb = chunks.iter().position(Chunk::is_main_verb);
        let told =
            chunks.iter().any(|chunk| matches!(chunk.part, Part::Quote | Part::Subordinate | Part::Relative));
        let Some(verb) = verb.filter(|_| self.text.grammar.by_order() && !told) else { return };
        let met = chunks.iter().skip(verb + 1).find_map(|chunk| match &chunk.part {
            Part::Noun(noun) | Part::Governed(noun)
                if matches!(noun.sort, Sort::Role | Sort::Open) && noun.is_indefinite() =>
            {
                Some(noun)
            }
            _ => None,
        });
        if let Some(noun) = met {
            self.discourse.unnamed_met(sentence, noun);
        }
    }

    /// Notes somebody without a name who is somebody else's: `while the minister spoke, her aide took notes`.
    fn meet_of_owner(&mut self, sentence: usize) {
        let Some(chunks) = self.sentences.get(sentence).filter(|_| self.text.grammar.by_order()) else {
            return;
        };
        let others = chunks.iter().filter_map(|chunk| match &chunk.part {
            Part::Noun(noun) if noun.determiner.any(Class::OWNER) && noun.name.is_none() => Some(noun),
            _ => None,
        });
        for noun in others.filter(|noun| matches!(noun.sort, Sort::Role | Sort::Open) && noun.may_be_subject)
        {
            if self.discourse.meant(self.text, self.people, noun).person.is_none() {
                self.discourse.unnamed_met(sentence, noun);
            }
        }
    }

    /// `Said that Y would come.`, `In his view, Y came.`: a verb of saying without a subject, or whose view it is, at the head of
    /// a sentence; whoever spoke last goes on.
    fn goes_on_reporting(&mut self, sentence: usize) -> bool {
        let Some(chunks) = self.sentences.get(sentence) else { return false };
        let verb =
            chunks.iter().position(|chunk| !matches!(chunk.part, Part::Aside | Part::And) && !chunk.is(','));
        let says = |at: usize| {
            chunks.get(at).is_some_and(|chunk| chunk.is_finite() && chunk.class.any(Class::SAY))
                && chunks.get(at + 1).is_some_and(|chunk| chunk.class.any(Class::THAT))
        };
        let view = matches!(chunks.first().map(|chunk| &chunk.part), Some(Part::AccordingRelative));
        if !self.text.grammar.silent || !(verb.is_some_and(says) || view || leaves_out_subject(chunks)) {
            return false;
        }
        let person = self.discourse.latest(self.people, sentence, None, false).person;
        match person {
            Some(person) if view || verb.is_some_and(says) => self.discourse.spoke(sentence, person),
            Some(person) => self.discourse.acted(sentence, person),
            None => {}
        }
        true
    }
}

/// `Teaches for nothing. “…”`: a sentence without words in marks whose first verb, of one, has no subject before it and
/// nobody behind it.
fn leaves_out_subject(chunks: &[Chunk]) -> bool {
    let Some(verb) = chunks.iter().position(Chunk::is_finite) else { return false };
    let small =
        |chunk: &Chunk| matches!(chunk.part, Part::Aside | Part::Governed(_) | Part::And | Part::Mark(','));
    let before = chunks.iter().take(verb).all(small);
    let class = chunks.get(verb).map_or(Class::NONE, |chunk| chunk.class);
    let one = class.any(Class::SINGULAR) && !class.any(Class::HELPER.or(Class::SELF).or(Class::PASSIVE));
    let nobody = |chunk: &Chunk| match &chunk.part {
        Part::Noun(noun) => !noun.can_speak() && noun.sort != Sort::Thing,
        Part::Quote | Part::Relative | Part::Subordinate => false,
        _ => true,
    };
    let mut behind = chunks.iter().skip(verb + 1);
    before
        && one
        && behind.next().is_some_and(nobody)
        && behind.all(|chunk| {
            !matches!(chunk.part, Part::Quote) && !matches!(&chunk.part, Part::Noun(noun) if noun.can_speak())
        })
}
