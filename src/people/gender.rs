//! Gender from the article's own words, for those whose title and first name do not tell.

use super::index::{Gender, Index};
use super::lexicon::Tags;
use super::stream::Stream;

/// Settles the gender of each person by nouns in their roles and by the pronouns that follow their name.
pub fn settle(stream: &Stream, index: &mut Index) {
    for person in &mut index.persons {
        if (person.gender.is_none() || person.by_first_name)
            && let Some(female) = person.roles.iter().find_map(|role| role.female)
        {
            person.gender = Some(of(female));
            person.by_first_name = false;
        }
    }
    let mut votes = vec![(0_u32, 0_u32); index.persons.len()];
    let mut last: Option<(usize, usize)> = None;
    for (at, token) in stream.tokens.iter().enumerate() {
        if let Some(person) = index.person_at(at) {
            last = index.is_human(person).then_some((person, token.sentence)).or(last);
            continue;
        }
        let (he, she) = (token.has(Tags::HE.or(Tags::HIS)), token.has(Tags::SHE.or(Tags::HER)));
        if let Some((person, sentence)) = last
            && he != she
            && token.sentence <= sentence + 1
            && let Some(vote) = votes.get_mut(person)
        {
            vote.0 += u32::from(he);
            vote.1 += u32::from(she);
        }
    }
    for (person, (he, she)) in index.persons.iter_mut().zip(votes) {
        let against = match person.gender {
            Some(Gender::Male) => she > 2 && he == 0,
            Some(Gender::Female) => he > 2 && she == 0,
            None => false,
        };
        if person.by_first_name && against {
            person.gender = None;
        }
        if person.gender.is_none() && he != she && he.max(she) > 2 * he.min(she) {
            person.gender = Some(of(she > he));
        }
    }
}

fn of(female: bool) -> Gender {
    if female { Gender::Female } else { Gender::Male }
}
