//! Numbers in digits, read by the marks of their language.
//!
//! In: digits with their marks, as a token has them, and the language. Out: the value; where the form has two readings,
//! what is written instead. Pure. Invariants: groups of three digits behind several marks are thousands, and any other
//! number of digits behind the only mark is a fraction, in every language; three digits behind the only mark are what the
//! language's press has the mark for, and where it has it for both or neither, only the same signs are the same number.

use crate::languages::{ByLanguage, section};
use crate::text::Language;

/// What may stand among the digits of a number: a space for any space, and the marks of Arabic script.
pub(super) const MARKS: [char; 5] = ['.', ',', ' ', DECIMAL, THOUSANDS];
const DECIMAL: char = '٫';
const THOUSANDS: char = '٬';

/// One way to write a thousand and a half.
struct Way {
    thousands: char,
    decimal: char,
}

static WAYS: ByLanguage<Vec<Way>> = ByLanguage::new(|language| {
    let ways = language.words(section::NUMBER_MARKS);
    let way = |way: &str| {
        let mut marks = way.chars().filter(|c| !c.is_ascii_digit());
        Some(Way { thousands: marks.next()?, decimal: marks.next()? })
    };
    ways.filter_map(|written| way(&written)).collect()
});

/// A number, in digits or in words.
pub(super) struct Figure {
    /// The likelier value, where there are two.
    pub(super) value: f64,
    scale: f64,
    /// What is written, where that has two readings.
    written: Option<String>,
    /// The same for one to compare with in another language.
    across: Option<String>,
}

/// What the form of a number in digits tells.
enum Form {
    Value(f64),
    /// Three digits behind the only mark.
    Either(char),
    /// A date, a version: no number of one value.
    Other,
}

/// The value of digits with their marks, the likelier one where they have two readings; `None` for a date or a version.
#[must_use]
pub fn figure(digits: &str, language: Language) -> Option<f64> {
    Figure::read(digits, language).map(|figure| figure.value).filter(|value| value.is_finite())
}

impl Figure {
    /// A number of one value.
    pub(super) fn of(value: f64) -> Self {
        Self { value, scale: 1.0, written: None, across: None }
    }

    /// Reads digits with their marks.
    pub(super) fn read(digits: &str, language: Language) -> Option<Self> {
        let digits = digits.trim_end_matches(MARKS);
        let mark = match form(digits)? {
            Form::Value(value) => return Some(Self::of(value)),
            Form::Other => return Some(Self::written(digits, f64::NAN, Some(digits.replace(' ', "")))),
            Form::Either(mark) => mark,
        };
        let ways = WAYS.of(language);
        let (whole, part) = (digits.replace(mark, "").parse().ok()?, digits.replace(mark, ".").parse().ok()?);
        let decimal = ways.iter().any(|way| way.decimal == mark);
        let thousands = ways.iter().any(|way| way.thousands == mark);
        // nobody writes “4.000” for four: it is the thousands of another language
        let round = digits.ends_with('0');
        Some(match (decimal, thousands) {
            (false, true) => Self::of(whole),
            (true, false) if !round => Self::of(part),
            (true, true) => {
                let first = ways.first().is_some_and(|way| way.decimal == mark);
                Self::written(digits, if first && !round { part } else { whole }, None)
            }
            (_, false) => Self::written(digits, whole, Some(digits.replace(mark, "."))),
        })
    }

    fn written(digits: &str, value: f64, across: Option<String>) -> Self {
        Self { value, written: Some(format!("“{digits}”")), across, ..Self::of(value) }
    }

    /// Multiplies it by what a word behind it stands for.
    pub(super) fn scale(&mut self, by: f64) {
        self.scale *= by;
        // 8.2 million are 8,200,000, and no 8,199,999.999
        self.value = (self.value * by * 1000.0).round() / 1000.0;
    }

    /// Whether a number in words goes on with another: `twenty` takes `five`, `two hundred` takes `fifty`.
    pub(super) fn takes(&self, more: f64) -> bool {
        let value = self.value;
        self.written.is_none()
            && ((value % 100.0 == 0.0 && value >= 100.0 && more < 100.0)
                || (value % 10.0 == 0.0 && value >= 20.0 && more < 10.0))
    }

    /// What is the same for the same number in texts of one language.
    pub(super) fn key(&self) -> String {
        self.told(self.written.as_deref())
    }

    /// What is the same for the same number in texts of two languages.
    pub(super) fn across(&self) -> String {
        self.told(self.across.as_deref())
    }

    fn told(&self, written: Option<&str>) -> String {
        match written {
            None => self.value.to_string(),
            Some(written) if self.scale > 1.0 => format!("{written}×{}", self.scale),
            Some(written) => written.to_owned(),
        }
    }
}

fn form(digits: &str) -> Option<Form> {
    let sure = digits.contains([' ', DECIMAL, THOUSANDS]);
    let digits = digits.replace([' ', THOUSANDS], "").replace(DECIMAL, ".");
    let Some((head, tail)) = digits.rsplit_once(['.', ',']) else {
        return digits.parse().ok().map(Form::Value);
    };
    let mark = digits.chars().rfind(|c| !c.is_ascii_digit())?;
    let fraction = || format!("{}.{tail}", head.replace(['.', ','], "")).parse().ok().map(Form::Value);
    let Some(other) = head.chars().find(|c| !c.is_ascii_digit()) else {
        let three = tail.len() == 3 && (1..=3).contains(&head.len()) && !head.starts_with('0');
        return if three && !sure { Some(Form::Either(mark)) } else { fraction() };
    };
    if other != mark && !head.contains(mark) && is_grouped(head) {
        return fraction();
    }
    if !digits.contains(if mark == '.' { ',' } else { '.' }) && is_grouped(&digits) {
        return digits.replace(mark, "").parse().ok().map(Form::Value);
    }
    Some(Form::Other)
}

/// Groups of three digits behind the first, or of two and last of three, as in India.
fn is_grouped(digits: &str) -> bool {
    let groups: Vec<&str> = digits.split(['.', ',']).collect();
    let Some((first, rest)) = groups.split_first() else { return false };
    let Some((last, middle)) = rest.split_last() else { return false };
    let all = |len: usize| (1..=len).contains(&first.len()) && middle.iter().all(|group| group.len() == len);
    !first.starts_with('0') && last.len() == 3 && (all(3) || all(2))
}

/// Every digit as it is written in the West.
pub(super) fn plain(word: &str) -> String {
    let western = |letter: char| {
        let zero = match letter {
            '٠'..='٩' => '٠',
            '۰'..='۹' => '۰',
            '０'..='９' => '０',
            _ => return letter,
        };
        char::from_digit(u32::from(letter) - u32::from(zero), 10).unwrap_or(letter)
    };
    word.chars().map(western).collect()
}

/// One number of two pieces and what stands between them: “3 500”, “1’000”, “٢٫٥”, the time “4:12”; `dated` when a month
/// stands before the first, whose space parts a day from a number.
pub(super) fn joined(last: &str, gap: &str, next: &str, dated: bool) -> Option<String> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let starts = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    if !starts(last) {
        return None;
    }
    let next = plain(next);
    if !starts(&next) {
        return None;
    }
    let mut between = gap.chars();
    let (Some(sign), None) = (between.next(), between.next()) else { return None };
    match sign {
        ':' => {
            let time = last.len() <= 2 && next.len() == 2 && is_digits(last) && is_digits(&next);
            time.then(|| format!("{last}.{next}"))
        }
        // Western digits have their marks among them already
        '.' | ',' | DECIMAL | THOUSANDS => {
            last.ends_with(|c: char| c.is_ascii_digit()).then(|| format!("{last}{sign}{next}"))
        }
        '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => {
            let mut groups = last.split(' ');
            let first = groups.next().filter(|first| is_digits(first) && first.len() <= 3)?;
            let group = next.split(['.', ',']).next().unwrap_or_default();
            let marked = group.len() < next.len();
            let fits = !first.starts_with('0')
                && groups.all(|group| group.len() == 3 && is_digits(group))
                && group.len() == 3
                && is_digits(group)
                && (!marked || next.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')))
                && !(dated && sign == ' ');
            fits.then(|| format!("{last} {next}"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
