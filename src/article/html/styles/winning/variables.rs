//! Variables of styles: which value each has for an element, and values with their variables filled in (CSS Variables 1).

use std::rc::Rc;
use std::sync::Arc;

use crate::text::FastMap;

/// The deepest nesting of variables in variables that is followed.
const NESTED: usize = 24;
/// The longest value, in bytes.
const LONGEST: usize = 400;
/// The most values that one variable may have here: the sure one, and those it has under conditions not understood.
pub(in crate::article::html::styles) const VALUES: usize = 3;

/// The variables of an element: its own, and those from above.
#[derive(Clone, Default)]
pub(in crate::article::html::styles) struct Variables(Option<Rc<Scope>>);

struct Scope {
    own: FastMap<Arc<str>, Vec<Arc<str>>>,
    above: Variables,
}

/// A value with its variables filled in.
pub(in crate::article::html::styles) enum Filled {
    /// What it may be; the first where nothing is in doubt.
    Known(Vec<String>),
    /// A variable of it has no value: it is invalid when it is computed.
    Invalid,
    /// It is too long or nests too deep to be told.
    Undecided,
}

/// Why a value is not filled in.
enum Stopped {
    Invalid,
    Undecided,
}

impl Variables {
    /// These with those that an element itself sets.
    pub(in crate::article::html::styles) fn with(&self, own: FastMap<Arc<str>, Vec<Arc<str>>>) -> Self {
        if own.is_empty() { self.clone() } else { Self(Some(Rc::new(Scope { own, above: self.clone() }))) }
    }

    /// The values of a variable, and the variables of the element that sets it.
    fn of(&self, name: &str) -> Option<(&[Arc<str>], &Self)> {
        let mut at = self;
        while let Some(scope) = &at.0 {
            if let Some(values) = scope.own.get(name) {
                return Some((values, at));
            }
            at = &scope.above;
        }
        None
    }

    /// A value, its comments and escapes read, with its variables filled in.
    pub(in crate::article::html::styles) fn filled(&self, value: &str) -> Filled {
        let mut found = Vec::new();
        for choice in 0..VALUES {
            let mut most = 0;
            match self.resolved(value, choice, NESTED, &mut most) {
                Ok(value) => found.push(value),
                Err(Stopped::Invalid) => return Filled::Invalid,
                Err(Stopped::Undecided) => return Filled::Undecided,
            }
            if most <= choice + 1 {
                break;
            }
        }
        Filled::Known(found)
    }

    /// The value with the values of number `choice` of its variables; `most` becomes the most that one of them has.
    fn resolved(
        &self,
        value: &str,
        choice: usize,
        depth: usize,
        most: &mut usize,
    ) -> Result<String, Stopped> {
        let deeper = depth.checked_sub(1).ok_or(Stopped::Undecided)?;
        let (mut found, mut rest) = (String::new(), value);
        while let Some((before, name, inside, after)) = next_call(rest) {
            found.push_str(before);
            let (own, instead) =
                inside.split_once(',').map_or((inside, None), |(own, instead)| (own, Some(instead)));
            let given = if name == "var" { self.given(own.trim(), choice, deeper, most)? } else { None };
            match (given, instead) {
                (Some(given), _) => found.push_str(&given),
                (None, Some(instead)) => found.push_str(&self.resolved(instead, choice, deeper, most)?),
                // what surrounds a window is nothing on a screen
                (None, None) if name == "env" => found.push_str("0px"),
                (None, None) => return Err(Stopped::Invalid),
            }
            rest = after;
            if found.len() > LONGEST {
                return Err(Stopped::Undecided);
            }
        }
        if found.len() + rest.len() > LONGEST {
            return Err(Stopped::Undecided);
        }
        Ok(found + rest)
    }

    /// The value of a variable; none where it has none.
    fn given(
        &self,
        name: &str,
        choice: usize,
        depth: usize,
        most: &mut usize,
    ) -> Result<Option<String>, Stopped> {
        let Some((values, at)) = self.of(name) else { return Ok(None) };
        *most = (*most).max(values.len());
        let Some(value) = values.get(choice).or(values.last()) else { return Ok(None) };
        let above = || at.0.as_ref().map(|scope| scope.above.clone()).unwrap_or_default();
        match value.trim().to_ascii_lowercase().as_str() {
            "initial" => Ok(None),
            "inherit" | "unset" => {
                above().given(name, choice, depth.checked_sub(1).ok_or(Stopped::Undecided)?, most)
            }
            "revert" | "revert-layer" => Err(Stopped::Undecided),
            _ => match at.resolved(value, choice, depth, most) {
                Ok(value) => Ok(Some(value)),
                Err(Stopped::Invalid) => Ok(None),
                Err(Stopped::Undecided) => Err(Stopped::Undecided),
            },
        }
    }
}

/// Whether a value has a variable in it.
pub(in crate::article::html::styles) fn has_variable(value: &str) -> bool {
    next_call(value).is_some()
}

/// The first `var(…)` or `env(…)` of a value: what stands before it, its name, what is in its brackets, and what is behind.
fn next_call(value: &str) -> Option<(&str, &'static str, &str, &str)> {
    let bytes = value.as_bytes();
    let at = (0..bytes.len()).find(|at| {
        let whole = at.checked_sub(1).and_then(|before| bytes.get(before)).is_none_or(|before| {
            !(before.is_ascii_alphanumeric() || matches!(before, b'-' | b'_') || !before.is_ascii())
        });
        whole
            && bytes
                .get(*at..at + 4)
                .is_some_and(|name| name.eq_ignore_ascii_case(b"var(") || name.eq_ignore_ascii_case(b"env("))
    })?;
    let name =
        if bytes.get(at).is_some_and(|first| first.eq_ignore_ascii_case(&b'v')) { "var" } else { "env" };
    let (mut open, mut end) = (0_usize, bytes.len());
    for (index, byte) in bytes.iter().enumerate().skip(at + 3) {
        match byte {
            b'(' => open += 1,
            b')' if open == 1 => {
                end = index;
                break;
            }
            b')' => open = open.saturating_sub(1),
            _ => {}
        }
    }
    let part = |from: usize, to: usize| value.get(from..to).unwrap_or_default();
    Some((part(0, at), name, part(at + 4, end), part((end + 1).min(bytes.len()), bytes.len())))
}
