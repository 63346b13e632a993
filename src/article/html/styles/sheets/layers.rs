//! The layers of a page's sheets, and which of two comes later (CSS Cascading 5, section 6.4).

use crate::text::FastMap;

/// Of what stands in a layer but in none within it: it comes after those.
const ITSELF: usize = usize::MAX;

/// The layers in the order in which they are first named; the first, number 0, is of what stands in none.
pub(in crate::article::html::styles) struct Layers {
    all: Vec<Layer>,
    /// Some nest too deep to be told apart.
    deep: bool,
}

/// The deepest nesting of layers that is followed: a path is kept for each.
const NESTED: usize = 32;

struct Layer {
    /// Its place and those of the layers around it, from the outermost in.
    path: Vec<usize>,
    /// The names of the layers within it, with their numbers; one without a name is nobody else's and is only counted.
    within: FastMap<String, usize>,
    /// How many layers are within it.
    count: usize,
}

impl Default for Layers {
    fn default() -> Self {
        Self { all: vec![Layer { path: Vec::new(), within: FastMap::default(), count: 0 }], deep: false }
    }
}

impl Layers {
    /// The number of the layer of this name, `a.b` being `b` within `a`, in that of the number `around`.
    pub(in crate::article::html::styles) fn named(&mut self, around: usize, name: &str) -> usize {
        name.trim().split('.').fold(around, |around, name| self.within(around, name.trim()))
    }

    fn within(&mut self, around: usize, name: &str) -> usize {
        let next = self.all.len();
        let Some(layer) = self.all.get_mut(around) else { return around };
        if let Some(number) = layer.within.get(name).filter(|_| !name.is_empty()) {
            return *number;
        }
        if layer.path.len() >= NESTED {
            self.deep = true;
            return around;
        }
        let path = layer.path.iter().copied().chain([layer.count]).collect();
        layer.count += 1;
        layer.within.insert(name.to_owned(), next);
        self.all.push(Layer { path, within: FastMap::default(), count: 0 });
        next
    }

    /// Whether the order of all of them is known.
    pub(in crate::article::html::styles) fn are_known(&self) -> bool {
        !self.deep
    }

    /// The rank of each layer by its number: what stands in none has the highest.
    pub(in crate::article::html::styles) fn ranks(&self) -> Vec<usize> {
        let key = |number: &usize| {
            let path = self.all.get(*number).map(|layer| layer.path.as_slice()).unwrap_or_default();
            path.iter().copied().chain([ITSELF]).collect::<Vec<_>>()
        };
        let mut order: Vec<usize> = (0..self.all.len()).collect();
        order.sort_by_cached_key(key);
        let mut ranks = vec![0; order.len()];
        for (rank, number) in order.into_iter().enumerate() {
            if let Some(place) = ranks.get_mut(number) {
                *place = rank;
            }
        }
        ranks
    }
}
