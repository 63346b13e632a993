//! The dateline: place, date and agency before the first sentence.
//!
//! In: the first paragraph. Out: its parts as written and the span of the whole, dash included, so that what follows
//! it is the first sentence. Forms: `MOSCOW, February 14. /TASS/.`, `BEIJING, Feb. 14 (Xinhua) --`,
//! `MOSCOW. Feb 14 (Interfax) -`, `LONDON (Reuters) -`, `PARIS, Feb 14, 2026 (AFP) –`, `Berlin (dpa) -`,
//! `Madrid, 14 feb (EFE).-`, `TOKYO, Feb. 14, Kyodo -`, `МОСКВА, 14 фев — РИА Новости.`, `CITY, Month d —`, `CITY —`.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use regex::{Captures, Regex};
use unicode_normalization::char::is_combining_mark;

use super::agencies::{AGENCIES, is_agency, is_named_agency};
use super::published::date_in_words;
use crate::article::parts::{Article, Block, Dateline, Role};
use crate::languages::{self, section};
use crate::text::{Span, is_letter};

/// The longest place read, in characters.
const LONGEST_PLACE: usize = 60;
/// How much of a paragraph is looked at, in characters.
const HEAD: usize = 200;

static BEHIND_PLACE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(&behind_place()).ok());

/// Words within a place that begin small.
static PLACE_WORDS: LazyLock<HashSet<Cow<'static, str>>> =
    LazyLock::new(|| languages::words(section::PLACE_WORD).collect());

/// What parts the words of a place.
const PARTING: [char; 6] = [' ', '/', '-', ',', '(', ')'];

/// The form of what stands behind the place.
fn behind_place() -> String {
    let months = date_in_words::month_names();
    let [ending, before_month, before_year, after_year] =
        [section::DAY_ENDING, section::BEFORE_MONTH, section::BEFORE_YEAR, section::AFTER_YEAR]
            .map(date_in_words::any_of);
    let mut named: Vec<_> = AGENCIES
        .iter()
        .filter(|name| name.chars().count() > 3)
        .map(|name| regex::escape(name).replace(' ', r"\ "))
        .collect();
    named.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let named = named.join("|");
    format!(
        r"(?x) ^ (?: [.,:]? \s* (?: [-–—] \s* )? (?P<date>
            (?i: (?:{months}) \.? \s [0-9]{{1,2}} (?: ,? \s [0-9]{{4}} )?
               | [0-9]{{1,2}} (?: \. | {ending} )? \s (?: {before_month} \s )? (?:{months}) \.? (?: ,? \s (?: {before_year} \s )? [0-9]{{4}} (?: \s {after_year} )? )? ) ) )?
        (?: [.,]? \s* (?: [-–—]+ \s* )? (?: / (?P<slashed> [^/()\n]{{2,40}}? ) / | \( (?P<braced> [^()\n]{{2,40}} ) \) | (?P<named> {named} ) ) )?
        (?P<end> \s* \.? \s? (?: -- | [–—―] ) \s* | \.? \s+ - \s+ | \s* \.- \s* | \s* [.:] \s+ | \s* $ )"
    )
}

/// Reads the dateline at the head of `paragraph`, if it has one. The span is of `paragraph`.
#[must_use]
pub fn dateline(paragraph: &str) -> Option<Dateline> {
    of_place(paragraph).or_else(|| of_agency(paragraph))
}

fn of_place(paragraph: &str) -> Option<Dateline> {
    if !may_begin(paragraph) {
        return None;
    }
    let end = paragraph.char_indices().nth(HEAD).map_or(paragraph.len(), |(at, _)| at);
    let head = paragraph.get(..end)?.trim_start();
    let (place_end, found) = parted(head)?;
    let part = |name: &str| found.name(name).map(|part| part.as_str().trim());
    let place = head.get(..place_end)?.trim_end_matches([',', '.', ' ', '-', '–', '—', ':']);
    let (date, dashed) = (part("date"), part("end").is_some_and(|end| end.contains(['-', '–', '—', '―'])));
    let agency = part("slashed").or_else(|| part("named")).or_else(|| part("braced"));
    if !is_place(place) || part("braced").is_some_and(|name| !is_agency(name)) {
        return None;
    }
    let shouted =
        place.chars().filter(|c| is_letter(*c)).count() > 2 && !place.chars().any(char::is_lowercase);
    let sure = agency.is_some() || date.is_some() && (dashed || shouted) || shouted && dashed;
    let start = end - head.len();
    let whole = Span::new(start, start + place_end + found.get(0)?.end()).trimmed(paragraph);
    let own = |text: &str| text.trim_matches(['.', ',', ' ']).to_owned();
    let follows = paragraph.get(whole.end..).is_some_and(|rest| rest.chars().any(is_letter));
    (sure && follows).then(|| Dateline {
        place: place.to_owned(),
        date: date.map(own),
        agency: agency.map(own),
        span: whole,
    })
}

/// `(CNN)The minister said`, `London (CNN) The minister said`: a known agency in brackets, with no dash behind it or with
/// no place before it.
fn of_agency(paragraph: &str) -> Option<Dateline> {
    let open = paragraph.char_indices().take(LONGEST_PLACE).find(|(_, c)| *c == '(')?.0;
    let (place, behind) = (paragraph.get(..open)?.trim(), paragraph.get(open + 1..)?);
    let (agency, rest) = behind.split_once(')')?;
    let words = rest
        .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '―' | '_' | '.'));
    let opens = words.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || is_opening_mark(c));
    let sure = is_named_agency(agency) && opens && (place.is_empty() || is_place(place));
    let whole = Span::new(0, paragraph.len() - words.len()).trimmed(paragraph);
    sure.then(|| Dateline {
        place: place.to_owned(),
        date: None,
        agency: Some(agency.to_owned()),
        span: whole,
    })
}

fn is_opening_mark(c: char) -> bool {
    matches!(c, '“' | '"' | '«' | '„' | '‘')
}

/// Reads the dateline at the head of the body and makes it a block of its own.
pub(in crate::article) fn place_dateline(article: &mut Article) {
    const FIRST: usize = 3;
    let bodies: Vec<_> =
        article.blocks.iter().enumerate().filter(|(_, block)| block.role == Role::Body).collect();
    let found = bodies.iter().take(FIRST).find_map(|(index, block)| {
        let mut found = dateline(block.span.of(&article.text))?;
        found.span = Span::new(block.span.start + found.span.start, block.span.start + found.span.end);
        Some((*index, block.span, found))
    });
    let Some((index, span, found)) = found else { return };
    let rest = Span::new(found.span.end, span.end).trimmed(&article.text);
    article.blocks.splice(
        index..=index,
        [Block { span: found.span, role: Role::Dateline }, Block { span: rest, role: Role::Body }],
    );
    article.dateline = Some(found);
}

/// Whether a dateline may stand at the head of `paragraph`: its first words could be a place, up to a mark or a number.
fn may_begin(paragraph: &str) -> bool {
    for word in paragraph.split_whitespace().take(8) {
        let first = word.chars().next().unwrap_or_default();
        let of_place = first.is_uppercase() || PLACE_WORDS.contains(word) || word.chars().count() == 1;
        if word.contains(|c: char| c.is_numeric() || !is_letter(c)) {
            return true;
        }
        if !of_place {
            return false;
        }
    }
    true
}

/// The first end of a place in `head` that the rest of a dateline stands behind, and the parts of that rest.
fn parted(head: &str) -> Option<(usize, Captures<'_>)> {
    let reach = reach(head)?;
    let ends = reach.char_indices().skip(1).filter(|(_, letter)| !is_letter(*letter)).map(|(at, _)| at);
    let pattern = BEHIND_PLACE.as_ref()?;
    ends.chain([reach.len()]).find_map(|end| Some((end, pattern.captures(head.get(end..)?)?)))
}

/// The words of `head` up to the first that cannot be part of a place, with that word. `None` where no date, mark or
/// agency stands so near that they are the place of a dateline, which spares most paragraphs the pattern.
fn reach(head: &str) -> Option<&str> {
    let (mut reach, mut near) = (0, false);
    for word in head.split_inclusive(PARTING) {
        reach += word.len();
        let word = word.trim_end_matches(PARTING);
        if !word.is_empty() && !is_place_word(word) {
            near = date_in_words::is_month(word);
            break;
        }
    }
    let reach = head.get(..reach)?;
    near |= reach.contains(|c: char| c.is_numeric() || matches!(c, '/' | '(' | '-' | '–' | '—' | '―'))
        || AGENCIES.iter().any(|name| name.len() > 3 && reach.contains(name));
    near.then_some(reach)
}

/// Whether `text` could be a place: a few capitalised words.
fn is_place(text: &str) -> bool {
    let words: Vec<_> = text.split(PARTING).filter(|word| !word.is_empty()).collect();
    let letter = |c: char| is_letter(c) || is_combining_mark(c) || matches!(c, '.' | '\'' | '’');
    text.chars().count() <= LONGEST_PLACE
        && text.starts_with(char::is_uppercase)
        && text.chars().all(|c| letter(c) || PARTING.contains(&c))
        && (1..=7).contains(&words.len())
        && words.iter().all(|word| is_place_word(word))
}

fn is_place_word(word: &str) -> bool {
    word.starts_with(char::is_uppercase) || word.chars().nth(1).is_none() || PLACE_WORDS.contains(word)
}
