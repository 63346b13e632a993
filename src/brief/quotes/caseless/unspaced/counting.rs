//! Numbers with what they count: in digits, and written with letters where no spaces part words.

use crate::brief::quotes::caseless::words::letters::{Letters, letters};
use crate::brief::quotes::caseless::words::lexicon::Lexicon;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{Shape, Token};
use crate::languages::{ByLanguage, caseless};
use crate::text::{FastSet, Language};

/// The letters of numbers and of what they count.
#[derive(Debug, Default)]
struct Counting {
    digits: FastSet<char>,
    ordinals: FastSet<char>,
    units: FastSet<char>,
    times: FastSet<char>,
    days: Vec<String>,
}

static COUNTINGS: ByLanguage<Counting> = ByLanguage::new(Counting::read);

impl Counting {
    fn read(language: Language) -> Self {
        let lexicon = Lexicon::of(language);
        let all = |section| -> FastSet<char> {
            language.words(section).flat_map(|word| lexicon.form(&word).chars().collect::<Vec<_>>()).collect()
        };
        Self {
            digits: all(caseless::DIGIT_LETTER),
            ordinals: all(caseless::ORDINAL),
            units: all(caseless::COUNT_UNIT),
            times: all(caseless::TIME_UNIT),
            days: language.words(caseless::DAY_NOUN).map(|word| lexicon.form(&word)).collect(),
        }
    }

    /// Whether a letter counts what stands before it, and whether that is a time: units are signs, as `%` is.
    fn unit(&self, letter: char) -> (bool, bool) {
        let time = self.times.contains(&letter);
        (time || self.units.contains(&letter), time)
    }
}

impl Lexicon {
    /// True for a noun for a day or a part of one at the head of `rest`.
    pub(super) fn opens_with_day(&self, rest: &str) -> bool {
        COUNTINGS.of(self.language).days.iter().any(|day| rest.starts_with(day.as_str()))
    }

    /// A number written in letters, with its unit: without one they may be part of a name.
    pub(super) fn number_in_words(&self, rest: &str, before: Option<&Token>) -> Option<(Shape, usize, Tags)> {
        let counting = COUNTINGS.of(self.language);
        // an ordinal is no part of a name before it
        let first = rest.chars().next().filter(|first| counting.ordinals.contains(first));
        let ordinal = first.map_or(0, char::len_utf8);
        let free = ordinal > 0 || before.is_none_or(|before| before.shape != Shape::Unknown);
        let digit = |letter: char| !counting.digits.contains(&letter);
        let digits = rest.get(ordinal..)?.find(digit).filter(|len| *len > 0 && free)?;
        let digits = ordinal + digits;
        let unit = rest.get(digits..)?.chars().next()?;
        let (is_unit, is_time) = counting.unit(unit);
        let tags = if is_time { Tags::NUMBER.or(Tags::TIME) } else { Tags::NUMBER };
        is_unit.then_some((Shape::Number, digits + unit.len_utf8(), tags))
    }

    /// A number with the units and times behind it.
    pub(super) fn number(&self, rest: &str) -> (Shape, usize, Tags) {
        let counting = COUNTINGS.of(self.language);
        let digits = rest.find(|letter| letters(letter) != Letters::Digit).unwrap_or(rest.len());
        let parted = |rest: &str| {
            let tenths = rest.strip_prefix(['.', '．'])?;
            let len = tenths.find(|letter| letters(letter) != Letters::Digit).unwrap_or(tenths.len());
            (len > 0).then_some(rest.len() - tenths.len() + len)
        };
        let mut len = digits + rest.get(digits..).and_then(parted).unwrap_or(0);
        let mut tags = Tags::NUMBER;
        while let Some(unit) = rest.get(len..).and_then(|rest| rest.chars().next()) {
            let (is_unit, is_time) = counting.unit(unit);
            if !is_unit {
                break;
            }
            if is_time {
                tags = tags.or(Tags::TIME);
            }
            len += unit.len_utf8();
        }
        (Shape::Number, len, tags)
    }
}
