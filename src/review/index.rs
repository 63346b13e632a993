//! By country, and by voice.

use std::collections::{BTreeMap, BTreeSet};

use super::outcome::{Said, Source, Theme, Voice, Where};
use crate::people::offices::Country;
use crate::statement::Name;

/// The outlets of each country with the stories they report; `stories`: the numbers of the sources of each.
pub(super) fn countries(stories: &[Vec<usize>], sources: &[Source]) -> Vec<Where> {
    let mut found: BTreeMap<(bool, Option<Country>), (BTreeSet<String>, BTreeSet<usize>)> = BTreeMap::new();
    for (story, numbers) in (1..).zip(stories) {
        for source in numbers.iter().filter_map(|number| sources.get(number.checked_sub(1)?)) {
            let country = source.label.map(|label| label.country);
            let (outlets, stories) = found.entry((country.is_none(), country)).or_default();
            outlets.insert(source.outlet.clone());
            stories.insert(story);
        }
    }
    let one = |((_, country), (outlets, stories)): (_, (BTreeSet<String>, BTreeSet<usize>))| Where {
        country,
        outlets: outlets.into_iter().collect(),
        stories: stories.into_iter().collect(),
    };
    found.into_iter().map(one).collect()
}

/// Everyone quoted by name, over spellings and scripts, by name.
pub(super) fn voices(themes: &[Theme]) -> Vec<Voice> {
    let mut found: Vec<(Name, Voice)> = Vec::new();
    for (number, theme) in (1..).zip(themes) {
        for said in &theme.said {
            note(&mut found, said, number);
        }
    }
    let mut voices: Vec<Voice> = found.into_iter().map(|(_, voice)| voice).collect();
    voices.sort_by(|one, other| one.name.cmp(&other.name));
    voices
}

fn note(found: &mut Vec<(Name, Voice)>, said: &Said, theme: usize) {
    let Some(name) = &said.name else { return };
    let whole = |name: &str| name.split_whitespace().count() > 1;
    let read = Name::of(name);
    // a surname alone may be another person's
    let known = found.iter_mut().find(|(known, voice)| {
        voice.name == *name || whole(&voice.name) && whole(name) && known.can_be(&read)
    });
    match known {
        Some((_, voice)) => {
            if voice.themes.last() != Some(&theme) {
                voice.themes.push(theme);
            }
            if voice.role.is_none() {
                voice.role.clone_from(&said.role);
            }
        }
        None => {
            found.push((read, Voice { name: name.clone(), role: said.role.clone(), themes: vec![theme] }));
        }
    }
}
