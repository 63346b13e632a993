//! Scripts: which letters are whose, and how they sound.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Language;
use super::shared::SCRIPTS;

/// A script of `shared/scripts.txt`.
#[derive(Debug)]
pub(super) struct Script {
    pub(super) name: &'static str,
    ranges: Vec<(char, char)>,
    /// Its languages are told apart by their commonest words, else by their letters.
    pub(super) by_words: bool,
    /// One letter in so many makes a text one of its languages.
    pub(super) share: usize,
    /// Its letters stand among those of any other.
    everywhere: bool,
}

impl Script {
    /// True for one of its letters.
    pub(super) fn has(&self, letter: char) -> bool {
        self.ranges.iter().any(|(from, to)| (*from..=*to).contains(&letter))
    }
}

static ALL: LazyLock<Vec<Script>> = LazyLock::new(|| SCRIPTS.lines("scripts").map(read).collect());

/// Letters as they sound, in Latin ones.
static SOUNDS: LazyLock<HashMap<char, &'static str>> = LazyLock::new(|| {
    let pairs =
        SCRIPTS.lines("sound").flat_map(str::split_whitespace).filter_map(|pair| pair.split_once('='));
    pairs.filter_map(|(letter, sound)| Some((letter.chars().next()?, sound))).collect()
});

/// Every script, in the order they are looked for.
pub(super) fn all() -> &'static [Script] {
    &ALL
}

/// How a letter sounds, in Latin ones; `None` for those of scripts whose sounds are not known.
#[must_use]
pub fn sound(letter: char) -> Option<&'static str> {
    SOUNDS.get(&letter).copied()
}

/// True for a letter of a script that does not stand among the letters of any other.
#[must_use]
pub fn is_of_another_script(letter: char) -> bool {
    ALL.iter().any(|script| !script.everywhere && script.has(letter))
}

impl Language {
    fn script(self) -> Option<&'static Script> {
        let name = self.profile().script?;
        ALL.iter().find(|script| script.name == name)
    }

    /// True for a letter of its script.
    #[must_use]
    pub fn writes(self, letter: char) -> bool {
        self.script().is_some_and(|script| script.has(letter))
    }

    /// True when its letters stand among those of any other script: names keep them in texts of every language.
    #[must_use]
    pub fn is_written_everywhere(self) -> bool {
        self.script().is_some_and(|script| script.everywhere)
    }
}

fn read(line: &'static str) -> Script {
    let mut fields = line.split(' ');
    let name = fields.next().unwrap_or_default();
    let by_words = fields.next() == Some("words");
    let letter = |hex: &str| u32::from_str_radix(hex, 16).ok().and_then(char::from_u32);
    let range = |range: &str| range.split_once('-').and_then(|(from, to)| Some((letter(from)?, letter(to)?)));
    let mixed = SCRIPTS.lines("mixed").filter_map(|line| line.split_once(' '));
    let share = mixed.filter(|(script, _)| *script == name).find_map(|(_, share)| share.parse().ok());
    Script {
        name,
        ranges: fields.filter_map(range).collect(),
        by_words,
        share: share.unwrap_or(2),
        everywhere: SCRIPTS.words("everywhere").any(|script| script == name),
    }
}
