//! Animations: what an element is left with once they have run.
//!
//! One that ends and whose last frame stays gives the declarations of that frame; of one that does not end, waits, runs
//! backwards or hangs on something else any frame may be what is seen.

use crate::article::html::styles::sheets::said::{Open, Said, motion};
use crate::article::html::styles::sheets::sheet::Sheet;

/// A longer wait or run, in seconds, is not sat out.
const LONG: f32 = 30.0;

/// What is known of the animations of an element.
#[derive(Debug, Default)]
pub(in crate::article::html::styles) struct Motion {
    names: Vec<String>,
    stays: bool,
    /// When which frame is seen cannot be told.
    odd: bool,
}

impl Motion {
    /// Takes a declaration in, in rising order of weight.
    pub(in crate::article::html::styles) fn take(
        &mut self,
        open: &Open,
        value: &str,
        sure: bool,
        sheet: &Sheet,
    ) {
        let words: Vec<&str> = value.split([' ', ',', '\t', '\n']).filter(|word| !word.is_empty()).collect();
        let lower = value.to_ascii_lowercase();
        let any =
            |known: &[&str]| words.iter().any(|word| known.iter().any(|k| word.eq_ignore_ascii_case(k)));
        let named = |words: &[&str]| {
            let bare = words.iter().map(|word| word.trim_matches(['"', '\'']));
            bare.filter(|word| sheet.frames(word).is_some()).map(str::to_owned).collect::<Vec<_>>()
        };
        let part = motion(&open.name).unwrap_or_default();
        if sure && part.is_empty() {
            *self = Self::default();
        }
        self.odd |= !sure;
        match part {
            "" | "name" => {
                if sure {
                    self.names.clear();
                }
                self.names.extend(named(&words));
            }
            _ => {}
        }
        if matches!(part, "" | "fill-mode") {
            let stays = any(&["forwards", "both"]);
            self.stays = stays || !sure && self.stays;
        }
        self.odd |= match part {
            "" => {
                any(&["infinite", "paused", "reverse", "alternate", "alternate-reverse", "0"])
                    || words.iter().any(|word| is_long(word))
                    || ["linear(", "view(", "scroll(", "calc("].iter().any(|known| lower.contains(known))
            }
            "direction" => lower != "normal",
            "iteration-count" => {
                !lower.parse::<f32>().is_ok_and(|count| count >= 1.0 && count.fract() == 0.0)
            }
            "play-state" => lower != "running",
            "delay" | "duration" => words.iter().any(|word| is_long(word)) || lower.contains('('),
            "timing-function" => lower.contains("linear("),
            "name" | "fill-mode" => false,
            _ => !matches!(lower.as_str(), "auto" | "normal" | "none" | "replace" | "initial"),
        };
    }

    /// What it says of the element in the end, and whether surely.
    pub(in crate::article::html::styles) fn ends<'s>(&self, sheet: &'s Sheet) -> Vec<(&'s Said, bool)> {
        let mut found = Vec::new();
        for frames in self.names.iter().filter_map(|name| sheet.frames(name)) {
            let odd = self.odd || frames.conditional;
            let seen = frames.frames.iter().filter(|(last, _)| odd || self.stays && *last);
            found.extend(seen.flat_map(|(_, said)| said).map(|said| (said, !odd)));
        }
        found
    }
}

fn is_long(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    let seconds = lower
        .strip_suffix("ms")
        .map(|number| (number, 0.001))
        .or_else(|| lower.strip_suffix('s').map(|number| (number, 1.0)));
    seconds
        .and_then(|(number, unit)| Some(number.parse::<f32>().ok()? * unit))
        .is_some_and(|seconds| !(-LONG..=LONG).contains(&seconds))
}
