//! How much each feature tells, learnt from marked passages (`weights.txt`).

use std::sync::LazyLock;

use super::anaphor::Kind;
use super::candidate::Candidate;
use super::feature::Feature;
use crate::brief::quotes::clause::people::Meant;

/// The weights of each kind, by the number of the feature.
static WEIGHTS: LazyLock<Vec<[f32; Kind::ALL.len()]>> = LazyLock::new(|| read(include_str!("weights.txt")));

/// Whom the rules take the words for is meant unless less likely than this.
const KEPT: f32 = 0.25;

/// Anybody else is meant only if as likely as this.
const TAKEN: f32 = 0.75;

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

/// Whom the words mean: whom the rules take them for, unless that is unlikely by the weights; else whoever is likely by them;
/// else whoever without a name the rules take them for.
pub(super) fn chosen(kind: Kind, candidates: &[Candidate], ruled: Meant) -> Meant {
    let scores: Vec<f32> = candidates.iter().map(|candidate| score(kind, candidate)).collect();
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let all: f32 = scores.iter().map(|score| (score - highest).exp()).sum();
    let likely = |score: &f32| (score - highest).exp() / all;
    let named = || {
        let likely = scores.iter().map(likely);
        candidates.iter().zip(likely).filter_map(|(one, likely)| Some((one.person?, one.open, likely)))
    };
    if named().any(|(person, _, likely)| Some(person) == ruled.person && likely >= KEPT) {
        return ruled;
    }
    // where the rules know somebody without a name, that one is meant
    let taken = named().find(|(_, open, likely)| *open && *likely >= TAKEN && ruled.unnamed.is_none());
    match taken {
        Some((person, _, sure)) => Meant::of(Some(person), sure),
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
        Candidate { person, open, features: features.iter().map(|feature| (*feature, 1.0)).collect() }
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
