//! Who speaks where a verb of saying has no subject, or a pronoun.

use std::ops::Range;

use crate::brief::quotes::clause::antecedent::{Anaphor, Kind};
use crate::brief::quotes::clause::people::{Gender, Meant};
use crate::brief::quotes::clause::phrases::{Noun, Part, Sort};
use crate::brief::quotes::clause::run::Reader;
use crate::brief::quotes::clause::subjects::answers;
use crate::brief::quotes::clause::told::{Told, bare, of_unnamed, tells_body, told};
use crate::brief::quotes::clause::words::Class;

/// Sentences a verb alone looks back for the body that speaks.
const REACH: usize = 4;

/// A verb alone, with the sentence it stands in.
struct Verb<'v> {
    class: Class,
    tokens: &'v Range<usize>,
    sentence: usize,
    /// Nobody the text names: `on`, `yo`.
    nobody: bool,
    several: bool,
    /// `the other`, `that one`.
    other: bool,
}

impl Verb<'_> {
    fn gender(&self) -> Option<Gender> {
        Gender::of(self.class)
    }

    /// True where one person may be meant.
    fn of_one(&self) -> bool {
        !self.several && !self.other
    }
}

impl Reader<'_, '_> {
    /// Who speaks by the verb of `class` at `tokens` alone, and the person's number.
    pub(crate) fn of_verb(
        &mut self,
        sentence: usize,
        class: Class,
        tokens: &Range<usize>,
    ) -> (Told, Option<usize>) {
        let (text, people) = (self.text, self.people);
        let nobody = class.any(Class::SUBJECT)
            && !class.any(Class::GENDER.or(Class::PLURAL))
            && (text.grammar.by_order()
                || text.grammar.capital_nouns && text.has(tokens.start, Class::OBJECT));
        // a verb that may be a noun, too, has that noun's gender
        let class = if class.any(Class::NOUN) { class.without(Class::GENDER) } else { class };
        let several = nobody || class.any(Class::PLURAL) && !class.any(Class::SINGULAR);
        let other = text.has(tokens.start, Class::OTHER);
        let verb = Verb { class, tokens, sentence, nobody, several, other };
        let (person, sure, unnamed) = self.meant_by(&verb);
        let another = |person: usize| {
            self.is_spoken_of(sentence, person)
                || !verb.class.any(Class::SUBJECT) && self.is_governed(sentence, tokens.start, person)
                || self.asks(sentence, person)
        };
        if let Some(person) = person.filter(|person| !another(*person)) {
            self.discourse.is_of(person, verb.gender());
            let known = people.all.get(person);
            return (told(text, known, tokens.clone(), sure, verb.gender()), Some(person));
        }
        if let Some(noun) = &unnamed {
            return self.of_phrase(&verb, noun);
        }
        let mut found = told(text, None, tokens.clone(), 0.6, None);
        found.speaker.name = self.body_of(&verb);
        // a verb is no word for somebody
        if !class.any(Class::SUBJECT) && text.has(tokens.start, Class::ANY_VERB) {
            found.speaker.mention.clone_from(&found.speaker.name);
        }
        (found, None)
    }

    /// `Cuando la jueza Ana Porto le preguntó, murmuró`: whoever asks is not who answers.
    fn asks(&self, sentence: usize, person: usize) -> bool {
        let chunks = self.sentences.get(sentence).map(Vec::as_slice).unwrap_or_default();
        let Some(comma) = answers(self.text, chunks) else { return false };
        chunks.iter().take(comma).any(|chunk| {
            matches!(&chunk.part, Part::Noun(noun) if self.people.named(self.text, noun) == Some(person))
        })
    }

    /// `To the charges of Ana Porto, with Rui Lima, he said`: whom a preposition governs before a verb without a subject and
    /// whom its sentence names nowhere else is whom somebody else speaks of, where order tells subjects.
    fn is_governed(&self, sentence: usize, verb: usize, person: usize) -> bool {
        let chunks = self.sentences.get(sentence).filter(|_| self.text.grammar.by_order());
        let names = |noun: &Noun| self.people.named(self.text, noun) == Some(person);
        let before = chunks.into_iter().flatten().take_while(|chunk| chunk.tokens.end <= verb);
        let (mut governed, mut told) = (false, false);
        for chunk in before {
            self.text.stream().steps.take(1);
            // behind another verb than its own auxiliary it may tell more of whoever that verb names
            if told && !matches!(chunk.part, Part::Verb | Part::Aside) {
                return false;
            }
            match &chunk.part {
                Part::Governed(noun) => governed |= noun.sort == Sort::Person && names(noun),
                Part::Noun(noun) | Part::According(noun) if names(noun) => return false,
                Part::Verb => told |= chunk.is_finite(),
                _ => {}
            }
        }
        governed
    }

    /// `Ayla Kaya hakkında “…” dedi`: whom a postposition governs in the sentence is whom somebody else speaks of, where the
    /// verb is last.
    fn is_spoken_of(&self, sentence: usize, person: usize) -> bool {
        let chunks = self.sentences.get(sentence).filter(|_| self.text.grammar.last_verb);
        chunks.into_iter().flatten().any(|chunk| {
            self.text.stream().steps.take(1);
            matches!(&chunk.part, Part::Governed(noun) if self.people.named(self.text, noun) == Some(person))
        })
    }

    /// Who speaks by a verb alone behind a phrase without a name: whom that phrase means, now that the verb tells more of it.
    fn of_phrase(&mut self, verb: &Verb, noun: &Noun) -> (Told, Option<usize>) {
        let (text, people) = (self.text, self.people);
        let anaphor = Anaphor::of_noun(text, noun).filter(|_| !text.grammar.marks_no_case());
        if let Some(anaphor) = anaphor {
            let anaphor = anaphor.of_gender(verb.gender());
            let mut ruled = self.discourse.speaks(text, people, noun);
            let known = ruled.person.and_then(|person| people.all.get(person)).and_then(|known| known.gender);
            if known.is_some() && verb.gender().is_some() && known != verb.gender() {
                ruled = Meant::NOBODY;
            }
            let meant = self.scale.speaker(text, (people, &self.discourse), &anaphor, ruled);
            if let Some(person) = meant.person {
                let known = people.all.get(person);
                return (told(text, known, verb.tokens.clone(), meant.sure, verb.gender()), Some(person));
            }
        }
        // a pronoun stands for itself, a verb alone for the phrase before
        let pronoun = verb.class.any(Class::SUBJECT) && !text.grammar.marks_no_case();
        let own = || told(text, None, verb.tokens.clone(), 0.6, None);
        (if pronoun { own() } else { of_unnamed(text, noun) }, None)
    }

    /// The person a verb alone means, how sure that is, and else somebody or several without a name.
    fn meant_by(&mut self, verb: &Verb) -> (Option<usize>, f32, Option<Noun>) {
        let (text, people) = (self.text, self.people);
        let Verb { class, tokens, sentence, nobody, several, other } = *verb;
        if other
            && !several
            && let Some(person) = self.discourse.other(people, sentence, verb.gender(), false)
        {
            return (Some(person), 0.85, None);
        }
        let by_order = text.grammar.by_order();
        let here = self.discourse.only_unnamed(text, tokens.start, sentence, verb.gender());
        let newcomers = by_order || text.grammar.capital_nouns;
        let here = here.filter(|_| newcomers && verb.of_one());
        let latest = || self.discourse.latest_of_paragraph(text, people, class, (sentence, tokens.start));
        let meant = (verb.of_one() && here.is_none()).then(latest);
        let group = self.discourse.latest_several(sentence).filter(|_| several && !nobody && by_order);
        let phrase = meant.and_then(|meant| self.discourse.phrase(meant));
        let unnamed = here.or(phrase).or(group).cloned();
        let mut ruled = meant.unwrap_or(Meant::NOBODY);
        if unnamed.is_none() && ruled.person.is_none() && verb.of_one() && self.discourse.body.is_none() {
            ruled = self.discourse.sole_actor(text, people, class, tokens.start, sentence);
        }
        let ruled = Meant { unnamed: unnamed.as_ref().map(|_| usize::MAX), ..ruled };
        if !verb.of_one() {
            return (ruled.person, ruled.sure, unnamed);
        }
        let anaphor = Anaphor::without(Kind::Silent, class, tokens.clone(), sentence);
        let meant = self.scale.speaker(text, (people, &self.discourse), &anaphor, ruled);
        (meant.person, meant.sure, unnamed)
    }

    /// The body that spoke last, where a verb of one alone may mean it.
    fn body_of(&self, verb: &Verb) -> Option<String> {
        let text = self.text;
        let gendered = text.grammar.cases && verb.class.any(Class::GENDER) && verb.class.any(Class::SUBJECT);
        let near = |at: usize| verb.sentence.saturating_sub(at) <= REACH;
        let body = self.discourse.body.as_ref();
        let body = body.filter(|(_, noun)| !text.grammar.by_order() && tells_body(text, noun));
        body.filter(|(at, _)| verb.of_one() && !gendered && near(*at)).map(|(_, noun)| bare(text, noun))
    }
}
