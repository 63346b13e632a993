//! Whether a page is an article at all.
//!
//! In: what was read of a page. Out: its [`Standing`]. Wording of walls and error pages stands in the languages' tables.

use std::borrow::Cow;
use std::cell::LazyCell;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::walls::{asks_for_consent, asks_to_enter};
use crate::article::html::lines::Line;
use crate::article::html::prose::is_paragraph;
use crate::article::parts::{Role, Standing};
use crate::languages::{self, section, shared};

/// Below so many bytes of body a page is suspect.
const SHORT: usize = 600;
/// Below so many bytes there is no article, whatever the page says.
const TINY: usize = 60;

/// What standing is judged by.
pub(in crate::article) struct Evidence<'a> {
    pub(in crate::article) lines: &'a [Line],
    pub(in crate::article) roles: &'a [Role],
    /// Headline or page title.
    pub(in crate::article) title: Option<&'a str>,
    /// All words of the page's body, folded and in lower case; put together only for a page with little text.
    pub(in crate::article) page: LazyCell<String, Box<dyn FnOnce() -> String + 'a>>,
    /// The words of the page's buttons and links, in lower case.
    pub(in crate::article) controls: LazyCell<String, Box<dyn FnOnce() -> String + 'a>>,
    /// What JSON-LD says of free access.
    pub(in crate::article) free: Option<bool>,
    /// The page's scripts are more than its text.
    pub(in crate::article) scripted: bool,
}

/// From so many bytes of running text that speaks of no choices, a page is no wall that only asks for consent or scripts.
const REAL: usize = 100;
/// A longer line is no wall's, in characters: an article may speak of walls.
const WALL_LINE: usize = 300;

static WORDING: LazyLock<Vec<(Standing, &'static str)>> = LazyLock::new(|| {
    let kinds = [
        (section::PAYWALL, Standing::Paywall),
        (section::CONSENT, Standing::Consent),
        (section::SCRIPT, Standing::Script),
        (section::ERROR, Standing::Error),
    ];
    let wording = |(section, standing)| languages::lines(section).map(move |words| (standing, words));
    kinds.into_iter().flat_map(wording).collect()
});
static CHOICE: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| languages::lines(section::CONSENT_TOPIC).collect());
static BESIDE: LazyLock<HashSet<Cow<'static, str>>> = LazyLock::new(|| {
    languages::words(section::ERROR_WORD).chain(shared::PAGES.words("error word")).collect()
});

/// Judges a page.
pub(in crate::article) fn standing(evidence: &Evidence<'_>) -> Standing {
    let body: usize = texts(evidence).map(|line| line.text.len()).sum();
    let title = evidence.title.unwrap_or_default().to_lowercase();
    if body < SHORT {
        if tells_an_error(&title)
            || body < TINY && of(Standing::Error).any(|words| evidence.page.contains(words))
        {
            return Standing::Error;
        }
        let asks = || of(Standing::Consent).any(|words| title.contains(words)) || real(evidence) < REAL;
        if shows(Standing::Consent, evidence) && asks()
            || real(evidence) < REAL && asks_for_consent(&evidence.page, &evidence.controls)
        {
            return Standing::Consent;
        }
        if shows(Standing::Paywall, evidence) {
            return Standing::Paywall;
        }
        if shows(Standing::Script, evidence) && asks() {
            return Standing::Script;
        }
    }
    if body < 4 * SHORT && (evidence.free == Some(false) || shows(Standing::Paywall, evidence)) {
        return Standing::Paywall;
    }
    if is_list(evidence) {
        return Standing::List;
    }
    if body < TINY {
        return if evidence.scripted { Standing::Script } else { Standing::Empty };
    }
    Standing::Article
}

/// The wording of pages of one standing.
fn of(wanted: Standing) -> impl Iterator<Item = &'static str> {
    WORDING.iter().filter(move |(standing, _)| *standing == wanted).map(|(_, words)| *words)
}

/// Whether a title is an error's: the wording alone between marks, or with fewer other words than it has itself.
/// `Body not found after search` is a headline.
fn tells_an_error(title: &str) -> bool {
    let counted = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words
            .filter(|word| !BESIDE.contains(*word) && !word.bytes().all(|byte| byte.is_ascii_digit()))
            .count()
    };
    of(Standing::Error).any(|words| {
        let besides = |text: &str| {
            let at = text.find(words)?;
            let bounded = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            let (before, behind) = (text.get(..at)?, text.get(at + words.len()..)?);
            let whole = bounded(before.chars().next_back()) && bounded(behind.chars().next());
            whole.then(|| counted(before) + counted(behind))
        };
        let alone = |part: &str| besides(part) == Some(0);
        besides(title).is_some_and(|besides| besides < words.split(' ').count())
            || [" | ", " - ", " – ", " — "].iter().any(|mark| title.split(mark).any(alone))
    })
}

/// Whether a line of the page is a wall of this kind. Quoted, its words are an article's.
fn shows(wanted: Standing, evidence: &Evidence<'_>) -> bool {
    if wanted == Standing::Paywall && asks_at_the_door(evidence) {
        return true;
    }
    // few pages hold any of the words at all
    of(wanted).filter(|words| evidence.page.contains(words)).any(|words| {
        let lines = evidence.page.lines().filter(|line| line.chars().nth(WALL_LINE).is_none());
        let mut before = lines.filter_map(|line| line.find(words).and_then(|at| line.get(..at)));
        before.any(|before| !before.ends_with(['“', '"', '«', '„', '‘', '\'']))
    })
}

/// Whether a line asks the reader to pay or to log in: one of the main text, or any where there is little of that.
fn asks_at_the_door(evidence: &Evidence<'_>) -> bool {
    let body: usize = texts(evidence).map(|line| line.text.len()).sum();
    evidence.lines.iter().any(|line| asks_to_enter(&line.text.to_lowercase()))
        || body < 2 * SHORT && evidence.page.lines().any(asks_to_enter)
}

/// Bytes of the paragraphs that speak of no choices.
fn real(evidence: &Evidence<'_>) -> usize {
    let speaks = |line: &&Line| {
        let lower = line.text.to_lowercase();
        !CHOICE.iter().any(|word| lower.contains(word))
            && !WORDING.iter().any(|(_, words)| lower.contains(words))
    };
    texts(evidence).filter(|line| is_paragraph(line)).filter(speaks).map(|line| line.text.len()).sum()
}

fn texts<'a>(evidence: &'a Evidence<'_>) -> impl Iterator<Item = &'a Line> {
    evidence.lines.iter().zip(evidence.roles).filter(|(_, role)| **role == Role::Body).map(|(line, _)| line)
}

/// A page of many lines, mostly links, and without an article's worth of other words is a list of other pages.
fn is_list(evidence: &Evidence<'_>) -> bool {
    const MANY: usize = 10;
    let linked: usize = evidence.lines.iter().map(|line| line.linked).sum();
    let all: usize = evidence.lines.iter().map(|line| line.text.len()).sum();
    let own: usize = texts(evidence).map(|line| line.text.len() - line.linked.min(line.text.len())).sum();
    // of a list of like pieces the main text may be one
    let piece = || own < TINY && evidence.page.lines().nth(MANY).is_some();
    linked * 2 > all && own < SHORT && (evidence.lines.len() >= 5 || piece())
}
