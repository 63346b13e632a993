//! The articles of a story that others are compared with, and which of them is most like all the others.
//!
//! How much each is like all of them together is kept, so that one more article costs one comparison with each. It is
//! kept from when it is first asked for: most stories never have a second article after a restart.

/// The articles of one story, by their numbers, in the order they came.
#[derive(Debug, Clone, Default)]
pub(super) struct Members {
    numbers: Vec<u32>,
    /// How much each is like all, itself among them.
    sums: Option<Vec<f32>>,
}

impl Members {
    /// Their numbers.
    pub(super) fn numbers(&self) -> &[u32] {
        &self.numbers
    }

    /// Takes one more in; `like` says how much two are like each other.
    pub(super) fn join(&mut self, number: u32, like: impl Fn(u32, u32) -> f32) {
        self.numbers.push(number);
        let Some(sums) = &mut self.sums else { return };
        let mut own = 0.0;
        for (sum, other) in sums.iter_mut().zip(&self.numbers) {
            let likeness = like(number, *other);
            *sum += likeness;
            own += likeness;
        }
        sums.push(own + like(number, number));
    }

    /// Lets one go.
    pub(super) fn leave(&mut self, number: u32, like: impl Fn(u32, u32) -> f32) {
        let Some(at) = self.numbers.iter().position(|other| *other == number) else { return };
        self.numbers.remove(at);
        let Some(sums) = &mut self.sums else { return };
        sums.remove(at);
        for (sum, other) in sums.iter_mut().zip(&self.numbers) {
            *sum -= like(number, *other);
        }
    }

    /// The one most like all, the first of equals.
    pub(super) fn central(&mut self, like: impl Fn(u32, u32) -> f32) -> Option<u32> {
        let numbers = &self.numbers;
        let sum = |number: &u32| numbers.iter().map(|other| like(*number, *other)).sum();
        let sums = self.sums.get_or_insert_with(|| numbers.iter().map(sum).collect());
        let mut best: Option<(f32, u32)> = None;
        for (sum, number) in sums.iter().zip(numbers) {
            if best.is_none_or(|(most, _)| *sum > most + 1e-6) {
                best = Some((*sum, *number));
            }
        }
        best.map(|(_, number)| number)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn like(one: u32, other: u32) -> f32 {
        if one == other {
            1.0
        } else {
            ((one * 7 + other * 7) % 11) as f32 / 11.0 + (one * other) as f32 * 1e-4
        }
    }

    proptest! {
        #[test]
        fn what_is_kept_is_what_would_be_counted_anew(steps in prop::collection::vec((0..12u32, any::<bool>()), 1..60)) {
            let (mut kept, mut inside) = (Members::default(), Vec::new());
            for (number, asks) in steps {
                if inside.contains(&number) {
                    kept.leave(number, like);
                    inside.retain(|other| *other != number);
                } else {
                    kept.join(number, like);
                    inside.push(number);
                }
                prop_assert_eq!(kept.numbers(), &inside);
                if asks {
                    let mut anew = Members { numbers: inside.clone(), sums: None };
                    let (one, other) = (kept.central(like), anew.central(like));
                    let sum = |number: Option<u32>| {
                        number.map_or(0.0, |number| inside.iter().map(|other| like(number, *other)).sum::<f32>())
                    };
                    prop_assert!((sum(one) - sum(other)).abs() < 1e-4, "{one:?} {other:?}");
                }
            }
        }
    }
}
