//! Whom the questions of a talk name: what answers them in marks is hardly theirs.

use std::ops::Range;

use crate::brief::quotes::clause::run::Reader;
use crate::brief::quotes::clause::told::Told;

impl Reader<'_, '_> {
    /// `The polls favour President X.` ¶ `“His cousin makes them.”`: somebody named behind the first question of a talk only
    /// does not answer in line `number`, unless that line names the person or the question speaks to that person.
    pub(crate) fn is_only_asked_about(&self, number: usize, (told, person): &(Told, Option<usize>)) -> bool {
        let document = self.text.document;
        let Some((first, question)) = document.asked(number) else { return false };
        let by_name = || {
            let name = told.speaker.name.as_ref()?;
            self.people.all.iter().position(|known| known.name == *name)
        };
        let Some(person) = person.or_else(by_name) else { return false };
        let known = self.people.all.get(person).is_some_and(|known| known.first < first);
        let named = |tokens: &Range<usize>| self.people.recent(tokens).any(|(_, named)| named == person);
        let told = document.stream.paragraphs.get(number).is_some_and(named);
        !known && !told && !(named(&question) && document.may_address(&question))
    }
}
