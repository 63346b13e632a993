//! How much each feature tells, learnt from marked passages (`weights.txt`).

use std::sync::LazyLock;

use super::anaphor::Kind;
use super::candidate::Candidate;
use super::feature::Feature;
use crate::brief::quotes::clause::people::Meant;

/// The weights of each kind, by the number of the feature.
static WEIGHTS: LazyLock<Vec<[f32; Kind::ALL.len()]>> = LazyLock::new(|| read(include_str!("weights.txt")));

/// How much worse a wrong name is than none, where the rules give it: somebody is named where that is likely to cost less.
const RULED: f32 = 1.2;

/// The same for anybody else.
const OTHER: f32 = 2.0;

/// The same for words of an office or a calling: two may have it.
const DESCRIBED: f32 = 3.0;

/// A line tells a feature and its weight for each kind, in the order of [`Kind::ALL`].
fn read(table: &str) -> Vec<[f32; Kind::ALL.len()]> {
    let mut weights = vec![[0.0; Kind::ALL.len()]; Feature::ALL.len()];
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split_whitespace();
        let name = cells.next().unwrap_or_default();
        let place = Feature::ALL.iter().position(|feature| feature.name() == name);
        let Some(row) = place.and_then(|at| weights.get_mut(at)) else { continue };
        for (weight, cell) in row.iter_mut().zip(cells) {
            *weight = cell.parse().unwrap_or_default();
        }
    }
    weights
}

/// Whom the words mean: whoever is likeliest by the weights, if likely enough; else whoever without a name the rules take
/// them for.
pub(super) fn chosen(kind: Kind, candidates: &[Candidate], ruled: Meant) -> Meant {
    let scores: Vec<f32> = candidates.iter().map(|candidate| score(kind, candidate)).collect();
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let all: f32 = scores.iter().map(|score| (score - highest).exp()).sum();
    let likely = |score: &f32| (score - highest).exp() / all;
    let likely: Vec<f32> = scores.iter().map(likely).collect();
    let nobody = candidates.iter().position(|one| one.person.is_none());
    let nobody = nobody.and_then(|at| likely.get(at)).copied().unwrap_or_default();
    let named = candidates.iter().zip(likely).filter_map(|(one, likely)| Some((one, one.person?, likely)));
    let other = if kind == Kind::Description { DESCRIBED } else { OTHER };
    // where the rules know somebody without a name, that one is meant
    let may = named.filter(|(one, person, likely)| {
        let is_ruled = Some(*person) == ruled.person;
        let cost = if is_ruled { RULED } else { other };
        (is_ruled || one.open && ruled.unnamed.is_none()) && cost * (1.0 - likely) < 1.0 - nobody
    });
    match may.max_by(|(_, _, one), (_, _, other)| one.total_cmp(other)) {
        Some((_, person, _)) if Some(person) == ruled.person => ruled,
        Some((_, person, sure)) => Meant::of(Some(person), sure),
        None if candidates.iter().any(|one| one.goes_on) => ruled,
        None => Meant { unnamed: ruled.unnamed, ..Meant::NOBODY },
    }
}

fn score(kind: Kind, candidate: &Candidate) -> f32 {
    let weight = |feature: Feature| {
        WEIGHTS.get(feature as usize).and_then(|row| row.get(kind as usize)).copied().unwrap_or_default()
    };
    candidate.features.iter().map(|(feature, value)| weight(*feature) * value).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_tells_a_known_feature_for_each_kind() {
        for line in include_str!("weights.txt").lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split(' ').collect();
            assert!(Feature::ALL.iter().any(|feature| feature.name() == cells[0]), "{line}");
            assert_eq!(cells[1..].iter().filter(|cell| cell.parse::<f32>().is_ok()).count(), 4, "{line}");
        }
        let told = |feature: &&Feature| WEIGHTS[**feature as usize].iter().any(|weight| *weight != 0.0);
        let telling = Feature::ALL.iter().filter(told).count();
        assert!(telling * 10 > Feature::ALL.len() * 9, "only {telling} features are learnt");
    }

    fn candidate(person: Option<usize>, open: bool, features: &[Feature]) -> Candidate {
        Candidate {
            person,
            open,
            goes_on: false,
            features: features.iter().map(|feature| (*feature, 1.0)).collect(),
        }
    }

    #[test]
    fn whom_the_rules_mean_is_meant_unless_that_is_unlikely() {
        let likely =
            [Feature::Somebody, Feature::SameGender, Feature::NamedHere, Feature::Only, Feature::FullName];
        let unlikely = [Feature::Somebody, Feature::OtherGender, Feature::NamedLongAgo];
        let nobody = candidate(None, false, &[]);
        let ruled = Meant::of(Some(0), 0.9);
        let kept = [candidate(Some(0), true, &likely), nobody.clone()];
        assert_eq!(chosen(Kind::Pronoun, &kept, ruled), ruled);
        let lost = [candidate(Some(1), true, &likely), candidate(Some(0), true, &unlikely), nobody.clone()];
        assert_eq!(chosen(Kind::Pronoun, &lost, ruled).person, Some(1));
        // who cannot be meant is not named in place of nobody
        let shut = [candidate(Some(1), false, &likely), nobody];
        assert_eq!(chosen(Kind::Pronoun, &shut, Meant::NOBODY).person, None);
    }
}
